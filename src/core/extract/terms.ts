import { readUnits } from '../text/units.ts'

const STOP = new Set(
  'the a an and or but of in on at to for from by with as is are was were be been being it its this that these those he she they we you his her their our your i not no have has had do does did will would can could may might should than then there here what which who whom whose when where why how all any some more most much many very just also only about into over after before between out up down if so such said says say like new one two'.split(
    ' ',
  ),
)
/** 1 for Han characters that carry grammar, so that a pair holding one is no content; 2 for the others. */
const HAN = new Uint8Array(0x10000).fill(2, 0x3400, 0xa000)
for (const char of '的了是在和与或也都就被把对将而及等以为于之其这那有不我你他她它们个一')
  HAN[char.charCodeAt(0)] = 1

/** Content words of a folded text, each once: Latin words without their plural, and pairs of Han characters. Linear. */
export function readTerms(folded: string): string[] {
  const terms = new Set<string>()
  const count = scanTerms(readUnits(folded), 0, folded.length)
  for (let index = 0; index < count; index++) terms.add(folded.slice(starts[index], ends[index]))
  return [...terms]
}

/** Most terms of one sentence that are compared with others; a longer one is compared by its beginning. */
const MOST_TERMS = 512
/** Places for the terms of one document: its sentences worth scoring hold 20,480 at most. */
const PLACES = 0x8000
const LEAST_PLACES = 0x400

/**
 * The terms of the sentences of one document, each known by its place in a table. What stands there from an earlier document
 * is told by its round.
 */
class DocumentTerms {
  /** Four numbers for each place: hash, round, how many sentences have the term, and which one had it last. */
  readonly #places = new Int32Array(4 * PLACES)
  #mask = PLACES - 1
  #round = 0
  #sentence = 0

  /** A new document, whose sentences have so many units. Fewer places are quicker to reach. */
  open(units: number): this {
    this.#sentence = 0
    const needed = Math.max(LEAST_PLACES, units + 1)
    this.#mask = Math.min(PLACES, 2 ** Math.ceil(Math.log2(needed))) - 1
    this.#round++
    return this
  }

  /** The places of the terms of the next sentence, each once; `units` are those of the folded text. */
  add(units: Uint16Array, start: number, end: number): number[] {
    const places = this.#places
    const found: number[] = []
    const sentence = ++this.#sentence
    const count = scanTerms(units, start, end)
    for (let index = 0; index < count && found.length < MOST_TERMS; index++) {
      const at = findPlace(places, this.#mask, this.#round, hashes[index]!)
      if (places[at + 3] === sentence) continue
      places[at + 3] = sentence
      places[at + 2]!++
      found.push(at)
    }
    return found
  }

  /** How many of some terms at least so many sentences have, counted up to `most`. */
  countCommon(terms: readonly number[], sentences: number, most: number): number {
    const places = this.#places
    let count = 0
    for (let index = 0; index < terms.length && count < most; index++)
      if (places[terms[index]! + 2]! >= sentences) count++
    return count
  }
}

/** Where a hash stands in this round; it gets a place when it has none. */
function findPlace(places: Int32Array, mask: number, round: number, hash: number): number {
  let at = 4 * ((hash ^ (hash >>> 15)) & mask)
  while (places[at + 1] === round) {
    if (places[at] === hash) return at
    at = (at + 4) & (4 * mask + 3)
  }
  places[at] = hash
  places[at + 1] = round
  places[at + 2] = 0
  places[at + 3] = 0
  return at
}

const terms = new DocumentTerms()

/** The table for the terms of the next document. */
export const openTerms = (units: number): DocumentTerms => terms.open(units)

/** Terms of one document, for counting those of others that are among them. */
export class TermSet {
  readonly #rounds = new Uint32Array(PLACES)
  #round = 0

  refill(terms: readonly number[]): void {
    this.#round++
    const rounds = this.#rounds
    const round = this.#round
    for (let index = 0; index < terms.length; index++) rounds[terms[index]! >> 2] = round
  }

  /** Whether at least so many of some terms are among them; asked no longer than that can be. */
  hasOf(terms: readonly number[], least: number): boolean {
    const rounds = this.#rounds
    const round = this.#round
    let left = terms.length - least
    for (let index = 0; index < terms.length && left >= 0; index++)
      if (rounds[terms[index]! >> 2] !== round) left--
    return left >= 0
  }
}

const addUnit = (hash: number, unit: number) => (Math.imul(hash, 31) + unit) | 0
/** By which a pair of Han characters differs from a word of two letters. */
const HAN_SEED = 0x5bd1e995
/** The hashes of `STOP`, each at its place or the next free one; no word has the hash 0. */
const STOPS = buildStops()

function buildStops(): Int32Array {
  const stops = new Int32Array(0x400)
  for (const hash of [...STOP].map(hashWord)) {
    let at = hash & 0x3ff
    while (stops[at] !== 0) at = (at + 1) & 0x3ff
    stops[at] = hash
  }
  return stops
}

function isStop(hash: number): boolean {
  let at = hash & 0x3ff
  while (STOPS[at] !== 0 && STOPS[at] !== hash) at = (at + 1) & 0x3ff
  return STOPS[at] !== 0
}

function hashWord(word: string): number {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = addUnit(hash, word.charCodeAt(at))
  return hash
}

/** Longest entry of `STOP`. */
const LONGEST_STOP = Math.max(...[...STOP].map((word) => word.length))

/** Columns of the terms that `scanTerms` found last. */
let starts = new Int32Array(0x400)
let ends = new Int32Array(0x400)
let hashes = new Int32Array(0x400)

/** Writes every term of a stretch of text, in order, into the columns; returns how many there are. */
function scanTerms(units: Uint16Array, from: number, to: number): number {
  if (to - from > starts.length) makeColumns(to - from)
  let count = 0
  for (let at = from; at < to; at++) {
    const unit = units[at]!
    if (HAN[unit] === 2) {
      if (at + 1 === to) break
      const next = units[at + 1]!
      if (HAN[next] !== 2) continue
      starts[count] = at
      ends[count] = at + 2
      hashes[count++] = addUnit(addUnit(HAN_SEED, unit), next)
    } else if (unit >= 97 && unit <= 122) {
      const last = readWord(units, at, to, count)
      if (last > at && (last - at > LONGEST_STOP || !isStop(hashes[count]!))) count++
      at = last
    }
  }
  return count
}

function makeColumns(length: number): void {
  starts = new Int32Array(length)
  ends = new Int32Array(length)
  hashes = new Int32Array(length)
}

/**
 * Writes the term of the word at an offset into the columns, at an index. A word begins with a letter, ends in a letter or
 * digit, and may hold `.`, `+` and `-`; returns its last offset. A letter alone is no term.
 */
function readWord(units: Uint16Array, at: number, to: number, index: number): number {
  let [hash, shorter, whole] = [0, 0, 0]
  let last = at
  for (let end = at; end < to; end++) {
    const unit = units[end]!
    const isInside = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
    if (!isInside && unit !== 43 && unit !== 45 && unit !== 46) break
    if (isInside) {
      shorter = hash
      last = end
    }
    hash = addUnit(hash, unit)
    if (isInside) whole = hash
  }
  const isPlural = last - at >= 4 && units[last] === 115 && units[last - 1] !== 115
  starts[index] = at
  ends[index] = isPlural ? last : last + 1
  hashes[index] = isPlural ? shorter : whole
  return last
}
