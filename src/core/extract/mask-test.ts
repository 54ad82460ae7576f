import type { Span } from '../text/sentences.ts'
import { charSet, SPACES, unitAt } from './char-set.ts'
import { ADDRESSES, SHAPES } from './masks.ts'
import { firstEndingAfter } from './spans.ts'
import { matchesOf } from './word-scan.ts'

/** The text is looked at in pieces of this many UTF-16 units, each with a margin: no shape is longer. */
const PIECE = 64
const MARGIN = 48

/** One bit for each set of needed characters (two may share one); a unit's bits say in which sets it is. */
const CHARACTERS = new Uint32Array(0x10000)
/**
 * The first characters of needed words, by `slotOf`, and in which lists they are, one bit each of 64. Words that share a slot
 * share their lists, which costs a pattern asked in vain and no more.
 */
const LISTS = new Int32Array(0x10000)
const MORE_LISTS = new Int32Array(0x10000)
const slotOf = (first: number, second: number, third: number) =>
  (Math.imul(Math.imul(first, 0x9e37) ^ second, 0x85eb) ^ third) & 0xffff
/** What begins such a word: by unit 1 where it may, 3 where the unit is one by itself; by `pairOf` 1 for two units in a row. */
const OPENS_WORD = new Uint8Array(0x10000)
const PAIRS = new Uint8Array(0x10000)
const pairOf = (first: number, second: number) => (Math.imul(first, 0x9e37) ^ second) & 0xffff
const PATTERNS = buildPatterns()

/** The bits of characters and words, of a text those that stand in it, of a pattern those without which it cannot match. */
interface Needs {
  characters: number
  lists: number
  moreLists: number
}

interface Shape extends Needs {
  pattern: RegExp
}

function buildPatterns(): Shape[] {
  const characters = new Map<string, number>()
  const lists = new Map<string, number>()
  return SHAPES.map(([pattern, ...needs]) => {
    const shape: Shape = { pattern, characters: 0, lists: 0, moreLists: 0 }
    for (const need of needs) {
      const known = typeof need === 'string' ? characters : lists
      const number = known.get(`${need}`) ?? known.size
      if (!known.has(`${need}`)) addNeed(need, number)
      known.set(`${need}`, number)
      if (typeof need === 'string') shape.characters |= 1 << (number % 32)
      else if (number % 64 < 32) shape.lists |= 1 << (number % 32)
      else shape.moreLists |= 1 << (number % 32)
    }
    return shape
  })
}

function addNeed(need: string | readonly string[], number: number): void {
  const bit = 1 << (number % 32)
  if (typeof need === 'string') for (const char of need) CHARACTERS[char.charCodeAt(0)]! |= bit
  else for (const word of need) addWord(word, number % 64 < 32 ? LISTS : MORE_LISTS, bit)
}

function addWord(word: string, lists: Int32Array, bit: number): void {
  const first = word.charCodeAt(0)
  const second = word.length > 1 ? word.charCodeAt(1) : 0
  const third = word.length > 2 ? word.charCodeAt(2) : 0
  lists[slotOf(first, second, third)]! |= bit
  OPENS_WORD[first]! |= second === 0 ? 3 : 1
  PAIRS[pairOf(first, second)] = 1
}

/**
 * Test whether a span touches what is no figure by its shape. Shapes are looked for only in the pieces of text that are
 * asked about, and of the patterns only those whose characters stand there.
 */
export function buildMaskTest(
  folded: string,
  addresses: readonly Span[],
): (start: number, end: number) => boolean {
  const pieces = new Map<number, Span[]>()
  const masksOf = (piece: number) => {
    let found = pieces.get(piece)
    if (!found) pieces.set(piece, (found = findShapes(folded, piece * PIECE)))
    return found
  }
  return (start, end) => {
    const address = addresses[firstEndingAfter(addresses, start)]
    if (address && address.start < end) return true
    for (let piece = Math.floor(start / PIECE); piece * PIECE < end; piece++)
      if (touches(masksOf(piece), start, end)) return true
    return false
  }
}

const touches = (masks: readonly Span[], start: number, end: number) =>
  masks.some((mask) => mask.start < end && mask.end > start)

/** The addresses of a folded text, in order and merged. */
export function findAddresses(folded: string): Span[] {
  const found = ADDRESSES.flatMap(([pattern, ...needs]) => {
    if (pattern.sticky) return matchesAt(folded, pattern, needs[0]!)
    return needs.some((words) => folded.includes(words)) ? addressesFrom(folded, pattern) : []
  })
  const merged: Span[] = []
  for (const span of found.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push(span)
  }
  return merged
}

const LONGEST_ADDRESS = 2048
const ENDS_ADDRESS = charSet(`${SPACES}<>"'」』》，。、；）`)

/** What follows an opening up to what stands in no address; a pattern takes ten times as long for all these characters. */
function addressesFrom(folded: string, opening: RegExp): Span[] {
  const found: Span[] = []
  let end = 0
  for (const { index, 0: words } of matchesOf(opening, folded)) {
    if (index < end) continue
    const from = index + words.length
    const limit = Math.min(folded.length, from + LONGEST_ADDRESS)
    end = endOfAddress(folded, from, limit)
    if (end > from) found.push({ start: index, end })
  }
  return found
}

/** `[…](https://a.b/c)中有96%`: a bracket that the address did not open ends it. */
function endOfAddress(folded: string, from: number, limit: number): number {
  let open = 0
  for (let at = from; at < limit; at++) {
    const unit = folded.charCodeAt(at)
    if (ENDS_ADDRESS[unit] !== 0) return at
    if (unit === OPENS) open++
    else if (unit === CLOSES && --open < 0) return at
  }
  return limit
}

const OPENS = 40
const CLOSES = 41

const SPACE = 32

/** Matches of a sticky pattern that begin with some characters; none goes on with a space, as most full stops do. */
function matchesAt(folded: string, pattern: RegExp, opening: string): Span[] {
  const found: Span[] = []
  for (let at = folded.indexOf(opening); at >= 0; at = folded.indexOf(opening, at + 1)) {
    if (folded.charCodeAt(at + opening.length) === SPACE) continue
    pattern.lastIndex = at
    if (!pattern.test(folded)) continue
    found.push({ start: at, end: pattern.lastIndex })
    at = pattern.lastIndex - 1
  }
  return found
}

function findShapes(folded: string, from: number): Span[] {
  const start = Math.max(0, from - MARGIN)
  const part = folded.slice(start, from + PIECE + MARGIN)
  const held = readNeeds(folded, start, start + part.length)
  const found: Span[] = []
  for (const { pattern, characters, lists, moreLists } of PATTERNS) {
    if ((characters & ~held.characters) !== 0 || (lists & ~held.lists) !== 0) continue
    if ((moreLists & ~held.moreLists) !== 0) continue
    pattern.lastIndex = 0
    for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
      found.push({ start: start + match.index, end: start + pattern.lastIndex })
      if (match[0] === '') pattern.lastIndex++
    }
  }
  return found
}

/** Bits of the characters and words that a stretch of text holds. */
function readNeeds(folded: string, from: number, to: number): Needs {
  const needs: Needs = { characters: 0, lists: 0, moreLists: 0 }
  let characters = 0
  let [first, second] = [unitAt(folded, from), from + 1 < to ? unitAt(folded, from + 1) : 0]
  for (let at = from; at < to; at++) {
    const third = at + 2 < to ? folded.charCodeAt(at + 2) : 0
    characters |= CHARACTERS[first]!
    const opens = OPENS_WORD[first]!
    if (opens === 3) noteWord(needs, first, 0, 0)
    if (opens !== 0 && PAIRS[pairOf(first, second)] === 1) {
      noteWord(needs, first, second, 0)
      noteWord(needs, first, second, third)
    }
    first = second
    second = third
  }
  needs.characters = characters
  return needs
}

function noteWord(needs: Needs, first: number, second: number, third: number): void {
  const slot = slotOf(first, second, third)
  needs.lists |= LISTS[slot]!
  needs.moreLists |= MORE_LISTS[slot]!
}
