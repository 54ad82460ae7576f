import type { Span } from '../text/sentences.ts'
import { ADDRESSES, SHAPES } from './masks.ts'
import { firstEndingAfter } from './spans.ts'
import { matchesOf } from './word-scan.ts'

/** The text is looked at in pieces of this many UTF-16 units, each with a margin: no shape is longer. */
const PIECE = 64
const MARGIN = 48

/** One bit for each set of needed characters (two may share one); a unit's bits say in which sets it is. */
const CHARACTERS = new Uint32Array(0x10000)
/** The same for lists of needed words: where the first characters of a word stand, its place in `WORD_BITS`; else 0. */
const WORDS = new Uint16Array(0x10000)
const WORD_BITS = [0]
/** 1 for each unit with which such a word begins. */
const OPENS_WORD = new Uint8Array(0x10000)
const PATTERNS = buildPatterns()

/** A pattern, and the bits of the characters and words without which it cannot match. */
interface Shape {
  pattern: RegExp
  characters: number
  words: number
}

function buildPatterns(): Shape[] {
  const bits = { characters: new Map<string, number>(), words: new Map<string, number>() }
  const bitOf = (need: string | string[], known: Map<string, number>) => {
    const bit = known.get(`${need}`) ?? 1 << (known.size % 32)
    if (!known.has(`${need}`)) addNeed(need, bit)
    known.set(`${need}`, bit)
    return bit
  }
  return SHAPES.map(([pattern, ...needs]) => {
    const shape: Shape = { pattern, characters: 0, words: 0 }
    for (const need of needs)
      if (typeof need === 'string') shape.characters |= bitOf(need, bits.characters)
      else shape.words |= bitOf(need, bits.words)
    return shape
  })
}

function addNeed(need: string | string[], bit: number): void {
  if (typeof need === 'string') for (const char of need) CHARACTERS[char.charCodeAt(0)]! |= bit
  else for (const word of need) addWord(word, bit)
}

/** Words whose first characters fall into one place are taken for each other. */
function addWord(word: string, bit: number): void {
  const place = placeOf(word.charCodeAt(0), word.charCodeAt(1) || 0, word.charCodeAt(2) || 0)
  if (WORDS[place] === 0) WORDS[place] = WORD_BITS.push(0) - 1
  WORD_BITS[WORDS[place]!]! |= bit
  OPENS_WORD[word.charCodeAt(0)] = 1
}

function placeOf(first: number, second: number, third: number): number {
  return (Math.imul(Math.imul(first, 0x9e37) ^ second, 0x85eb) ^ third) & 0xffff
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
    if (!needs.some((words) => folded.includes(words))) return []
    return matchesOf(pattern, folded).map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    }))
  })
  const merged: Span[] = []
  for (const span of found.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push(span)
  }
  return merged
}

/** Matches of a sticky pattern that begin with some characters. */
function matchesAt(folded: string, pattern: RegExp, opening: string): Span[] {
  const found: Span[] = []
  for (let at = folded.indexOf(opening); at >= 0; at = folded.indexOf(opening, at + 1)) {
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
  const held = readNeeds(part)
  const found: Span[] = []
  for (const { pattern, characters, words } of PATTERNS) {
    if ((characters & ~held.characters) !== 0 || (words & ~held.words) !== 0) continue
    pattern.lastIndex = 0
    for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
      found.push({ start: start + match.index, end: start + pattern.lastIndex })
      if (match[0] === '') pattern.lastIndex++
    }
  }
  return found
}

/** Bits of the characters and words that a part of the text holds. */
function readNeeds(part: string): { characters: number; words: number } {
  let characters = 0
  let words = 0
  let [first, second] = [part.charCodeAt(0), part.charCodeAt(1)]
  for (let at = 0; at < part.length; at++) {
    const third = at + 2 < part.length ? part.charCodeAt(at + 2) : 0
    characters |= CHARACTERS[first]!
    if (OPENS_WORD[first] === 1) {
      words |= WORD_BITS[WORDS[placeOf(first, 0, 0)]!]!
      words |= WORD_BITS[WORDS[placeOf(first, second, 0)]!]!
      words |= WORD_BITS[WORDS[placeOf(first, second, third)]!]!
    }
    first = second
    second = third
  }
  return { characters, words }
}
