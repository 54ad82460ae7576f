/**
 * The pieces of a folded text, in order, in columns: runs of letters, numbers with their decimals, single Chinese
 * characters. Offsets are UTF-16 into the text.
 */
export interface Tokens {
  count: number
  starts: Int32Array
  ends: Int32Array
  /** What `internWord` gave for the word; 0 for a word of no vocabulary. */
  ids: Int32Array
  /** 1 where something other than one space, hyphen or middle dot stands between it and the token before. */
  parted: Uint8Array
}

/** Ids of Chinese characters are their code units; those of other words come behind. */
const FIRST_WORD = 0x10000
const words = new Map<string, number>()

/** The id of a token's word, given once and for all; only vocabularies ask for one, so that texts add nothing. */
export function internWord(word: string): number {
  if (word.length === 1 && KINDS[word.charCodeAt(0)] === HAN) return word.charCodeAt(0)
  let id = words.get(word)
  if (id === undefined) words.set(word, (id = FIRST_WORD + words.size))
  return id
}

/** Whether a token is one Chinese character, by its id; a Latin word of no vocabulary has id 0. */
export const isHanToken = (id: number): boolean => id > 0 && id < FIRST_WORD

/** Tokens of folded text, in order, for matching names whatever their hyphens and spaces. Linear. */
export function readTokens(folded: string, columns: Tokens = makeColumns(folded.length)): Tokens {
  const { length } = folded
  const { starts, ends, ids, parted } = columns
  let count = 0
  let last = -1
  for (let at = 0; at < length; ) {
    const unit = folded.charCodeAt(at)
    const kind = KINDS[unit]
    if (kind === OTHER) {
      at++
      continue
    }
    const end = kind === HAN ? at + 1 : kind === DIGIT ? endOfNumber(folded, at) : endOfWord(folded, at)
    starts[count] = at
    ends[count] = end
    ids[count] = kind === HAN ? unit : (words.get(folded.slice(at, end)) ?? 0)
    parted[count] = last !== at && !isLink(folded, last, at) ? 1 : 0
    count++
    at = end
    last = end
  }
  columns.count = count
  return columns
}

const makeColumns = (length: number): Tokens => ({
  count: 0,
  starts: new Int32Array(length),
  ends: new Int32Array(length),
  ids: new Int32Array(length),
  parted: new Uint8Array(length),
})

/** Longest text whose tokens `readName` keeps in columns of its own. */
const NAME_UNITS = 256
const nameColumns = makeColumns(NAME_UNITS)

/** Tokens of a name or of a few words, for use at once: the next call writes into the same columns. */
export const readName = (folded: string): Tokens =>
  folded.length <= NAME_UNITS ? readTokens(folded, nameColumns) : readTokens(folded)

const OTHER = 0
const LETTER = 1
const DIGIT = 2
const HAN = 3
const KINDS = buildKinds()

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
  return kinds
}

function endOfWord(folded: string, at: number): number {
  let end = at + 1
  while (end < folded.length && KINDS[folded.charCodeAt(end)] === LETTER) end++
  return end
}

function endOfNumber(folded: string, at: number): number {
  let end = at + 1
  while (end < folded.length) {
    if (KINDS[folded.charCodeAt(end)] === DIGIT) end++
    else if (folded[end] === '.' && KINDS[folded.charCodeAt(end + 1)] === DIGIT) end += 2
    else break
  }
  return end
}

/** One space, line break, hyphen, middle dot or full stop of an initial between two tokens of one name. */
function isLink(folded: string, from: number, to: number): boolean {
  if (from < 0 || to - from > 2) return false
  for (let at = from; at < to; at++) if (!" -\n·・•.&'_".includes(folded[at]!)) return false
  return true
}
