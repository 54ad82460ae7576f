import { readUnits } from '../text/units.ts'

/**
 * The pieces of a folded text, in order, in columns: runs of letters, numbers with their decimals, single Chinese
 * characters. Offsets are UTF-16 into the text.
 */
export interface Tokens {
  folded: string
  count: number
  starts: Int32Array
  ends: Int32Array
  /** The unit of a Chinese character, the hash of another word. */
  ids: Int32Array
  /** 1 where something other than one space, hyphen or middle dot stands between it and the token before. */
  parted: Uint8Array
  /** The tokens of digits, and the words other than Chinese with which the registry's names begin, in order. */
  numbers: TokenList
  leads: TokenList
  /** The tokens at which names of some vocabulary may begin, in order, and which vocabularies those are, one bit each. */
  openings: { count: number; tokens: Int32Array; bits: Uint8Array }
}

interface TokenList {
  count: number
  tokens: Int32Array
}

/** The factor is that of FNV-1: a small one would give many short words with accents the hash of another. */
const addUnit = (hash: number, unit: number) => (Math.imul(hash, 0x01000193) + unit) | 0
/** Set in the ids of all tokens but Chinese characters, which are their own ids. */
const WORD = 0x80000000

/** Ids stand in tables of this size by `placeOf`; some words share a place. */
export const PLACES = 0x20000
/** Where an id stands in tables of `PLACES`. */
export const placeOf = (id: number) => (id > 0 ? id : 0x10000 | ((id ^ (id >>> 15)) & 0xffff))

/** By `placeOf`, the vocabularies in which a word may be a name, one bit each, and 16 times those in which it begins longer names. */
const roles = new Uint8Array(PLACES)
/** The vocabularies in which two words may begin a name, by `pairOf`. */
const pairs = new Uint8Array(0x10000)
const pairOf = (first: number, second: number) =>
  (Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) >>> 8) & 0xffff

/** Notes that a name of a vocabulary (bit 1, 2, 4 or 8) begins with a word and, unless that is the whole (0), a second one. */
export function addOpening(bit: number, first: number, second: number): void {
  roles[placeOf(first)]! |= second === 0 ? bit : bit << 4
  if (second !== 0) pairs[pairOf(first, second)]! |= bit
}

/** In the roles of a word: a name of the registry, or its beginning. */
const OF_REGISTRY = 0x11

/** Whether a token is one Chinese character, by its id. */
const isHanToken = (id: number): boolean => id > 0

/** Whether tokens are the words of a folded name, whose ids they have; words that differ may share an id. */
export function isName(name: string, { folded, starts, ends }: Tokens, first: number, last: number): boolean {
  let at = 0
  for (let index = first; index <= last; index++) {
    while (KINDS[name.charCodeAt(at)]! <= LINK) at++
    for (let place = starts[index]!; place < ends[index]!; place++)
      if (name.charCodeAt(at++) !== folded.charCodeAt(place)) return false
  }
  return true
}

/** A Latin or digit token that touches the one before it: a name neither starts nor ends there (`GPT-4` in `GPT-4o`). */
export function isGlued({ count, starts, ends, ids }: Tokens, index: number): boolean {
  if (index <= 0 || index >= count) return false
  return ends[index - 1] === starts[index] && !isHanToken(ids[index]!) && !isHanToken(ids[index - 1]!)
}

/** Tokens of folded text, in order, for matching names whatever their hyphens and spaces. Linear. */
export function readTokens(folded: string, columns: Tokens = makeColumns(folded.length)): Tokens {
  splitTokens(folded, columns)
  findOpenings(columns)
  return columns
}

function splitTokens(folded: string, columns: Tokens): void {
  const { length } = folded
  const { starts, ends, ids, parted, numbers } = columns
  const units = readUnits(folded)
  let count = 0
  let digits = 0
  let last = -1
  let isParted = 1
  for (let at = 0; at < length; ) {
    const unit = units[at]!
    const kind = KINDS[unit]!
    if (kind <= LINK) {
      if (kind === OTHER) isParted = 1
      at++
      continue
    }
    let end = at + 1
    let id = unit
    if (kind !== HAN) {
      for (; end < length; end++) {
        const next = units[end]!
        if (
          KINDS[next] !== kind &&
          !(next === POINT && kind === DIGIT && end + 1 < length && KINDS[units[end + 1]!] === DIGIT)
        )
          break
        id = addUnit(id, next)
      }
      id |= WORD
      if (kind === DIGIT) numbers.tokens[digits++] = count
    }
    starts[count] = at
    ends[count] = end
    ids[count] = id
    parted[count++] = at - last > LONGEST_LINK ? 1 : isParted
    at = end
    last = end
    isParted = 0
  }
  columns.count = count
  numbers.count = digits
  columns.folded = folded
}

function findOpenings({ count, ids, parted, openings, leads }: Tokens): void {
  const { tokens, bits } = openings
  let found = 0
  leads.count = 0
  for (let index = 0; index < count; index++) {
    const id = ids[index]!
    const role = roles[placeOf(id)]!
    if (role === 0) continue
    if (!isHanToken(id) && (role & OF_REGISTRY) !== 0) leads.tokens[leads.count++] = index
    let opened = role & 15
    if (role > 15 && index + 1 < count && parted[index + 1] === 0)
      opened |= (role >> 4) & pairs[pairOf(id, ids[index + 1]!)]!
    if (opened === 0) continue
    tokens[found] = index
    bits[found++] = opened
  }
  openings.count = found
}

const makeColumns = (length: number): Tokens => ({
  folded: '',
  count: 0,
  starts: new Int32Array(length),
  ends: new Int32Array(length),
  ids: new Int32Array(length),
  parted: new Uint8Array(length),
  numbers: { count: 0, tokens: new Int32Array(length) },
  leads: { count: 0, tokens: new Int32Array(length) },
  openings: { count: 0, tokens: new Int32Array(length), bits: new Uint8Array(length) },
})

/**
 * Longest text for which `readTextTokens` keeps columns, in UTF-16 units, each of which takes 26 bytes: 27 MB at most for 32
 * texts at once. Of a hundred articles three are longer; columns of their own cost them a fifteenth of their time.
 */
export const TEXT_UNITS = 0x8000
const textColumns: Tokens[] = []

/** Tokens of a text, for use until another is read in the same place, which writes into the same columns. */
export function readTextTokens(folded: string, place = 0): Tokens {
  if (folded.length > TEXT_UNITS) return readTokens(folded)
  let columns = textColumns[place]
  if (!columns || folded.length > columns.starts.length)
    textColumns[place] = columns = makeColumns(Math.min(TEXT_UNITS, Math.max(0x1000, 2 * folded.length)))
  return readTokens(folded, columns)
}

/** Longest text whose tokens `readName` keeps in columns of its own. */
const NAME_UNITS = 256
const nameColumns = makeColumns(NAME_UNITS)

/** Tokens of a name or of a few words, for use at once: the next call writes into the same columns. */
export const readName = (folded: string): Tokens =>
  folded.length <= NAME_UNITS ? readTokens(folded, nameColumns) : readTokens(folded)

/** The same without the places where names may begin, for the vocabularies themselves. */
export function splitNames(folded: string): Tokens {
  const columns = makeColumns(folded.length)
  splitTokens(folded, columns)
  return columns
}

const OTHER = 0
/** May stand between two tokens of one name: one space, line break, hyphen, middle dot or the full stop of an initial. */
const LINK = 1
const LETTER = 2
const DIGIT = 3
const HAN = 4
const KINDS = buildKinds()
/** Most units between two tokens of one name. */
const LONGEST_LINK = 2

function buildKinds(): Uint8Array {
  const kinds = new Uint8Array(0x10000)
  kinds.fill(DIGIT, 0x30, 0x3a)
  kinds.fill(LETTER, 0x61, 0x7b)
  kinds.fill(LETTER, 0x41, 0x5b)
  kinds.fill(LETTER, 0xc0, 0x2000)
  kinds[0xd7] = OTHER
  kinds[0xf7] = OTHER
  kinds.fill(HAN, 0x3041, 0x30fb)
  kinds.fill(HAN, 0x3400, 0xa000)
  kinds.fill(HAN, 0xf900, 0xfb00)
  for (const mark of " -\n·・•.&'_") kinds[mark.charCodeAt(0)] = LINK
  return kinds
}

const POINT = 0x2e
