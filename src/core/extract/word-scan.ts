import { unitAt } from './char-set.ts'
import { type Literal, literalsOf } from './literals.ts'
import { edgesOf, splitAlternatives, unwrap } from './pattern-edges.ts'

/** One way in which a word may go on: a string, or what only a sticky pattern can say. */
type Way = Literal | { word?: undefined; pattern: RegExp }

/** The ways that begin with one unit: by their second unit, and those where that does not matter, in order. */
interface Group {
  bySecond: ReadonlyMap<number, readonly Way[]>
  others: readonly Way[]
}

/** A power of two, several times as many as two units that begin a word. */
const PAIRS = 0x4000
const pairOf = (first: number, second: number): number => (Math.imul(first, 0x9e3b) ^ second) & (PAIRS - 1)

/** What a unit begins. */
const NOTHING = 0
/** Words that are not read yet, or one that any second unit may follow. */
const ASK = 1
/** Words that only some second units follow. */
const PAIRED = 2

/**
 * A long list of words, each a piece of a pattern, that is looked for all along a text: what begins with a unit is asked
 * only where it stands, and read only once it stands somewhere. Finds what the pattern of all of them would find.
 */
export class WordScan {
  readonly #source: string
  /** What each unit begins. Absent before the first search. */
  #kinds: Uint8Array | undefined
  /** Pieces of the pattern that begin with a unit, in order. */
  readonly #pieces = new Map<number, string[]>()
  readonly #groups = new Map<number, Group>()
  /** 1 where two units in a row may begin a word, by their hash. */
  readonly #pairs = new Uint8Array(PAIRS)

  constructor({ source }: RegExp) {
    this.#source = source
  }

  #build(): Uint8Array {
    const kinds = new Uint8Array(0x10000)
    for (const piece of splitAlternatives(unwrap(this.#source)))
      for (const unit of firstUnits(piece, this.#source)) {
        kinds[unit] = ASK
        const known = this.#pieces.get(unit)
        if (known) known.push(piece)
        else this.#pieces.set(unit, [piece])
      }
    return kinds
  }

  #read(unit: number): Group {
    const group = groupBySecond(this.#pieces.get(unit)!.flatMap((piece) => waysOf(piece, unit)))
    this.#groups.set(unit, group)
    if (group.others.length === 0) {
      this.#kinds![unit] = PAIRED
      for (const second of group.bySecond.keys()) this.#pairs[pairOf(unit, second)] = 1
    }
    return group
  }

  /** Where the word that begins at an offset ends; -1 when none does. */
  endAt(text: string, at: number): number {
    const unit = unitAt(text, at)
    const kind = (this.#kinds ??= this.#build())[unit]!
    if (kind === NOTHING) return -1
    const second = unitAt(text, at + 1)
    if (kind === PAIRED && this.#pairs[pairOf(unit, second)] === 0) return -1
    const { bySecond, others } = this.#groups.get(unit) ?? this.#read(unit)
    const ways = bySecond.get(second) ?? others
    for (let index = 0; index < ways.length; index++) {
      const end = endOfWay(ways[index]!, text, at)
      if (end >= 0) return end
    }
    return -1
  }

  /** Where each word begins; they do not overlap. */
  starts(text: string): number[] {
    const starts: number[] = []
    for (let at = 0; at < text.length; at++) {
      const end = this.endAt(text, at)
      if (end < 0) continue
      starts.push(at)
      at = end - 1
    }
    return starts
  }

  /** Where the first word begins at or after an offset; the end of the text when there is none. */
  next(text: string, from: number): number {
    let at = from
    while (at < text.length && this.endAt(text, at) < 0) at++
    return at
  }
}

/** A piece of the pattern as the ways in which a word may go on that begins with a unit. */
function waysOf(piece: string, unit: number): Way[] {
  if (IS_CLASS.test(piece)) return [{ word: String.fromCharCode(unit) }]
  const literals = literalsOf(piece)?.filter(({ word }) => word.charCodeAt(0) === unit)
  return literals ?? [{ pattern: new RegExp(piece, 'y') }]
}

/** Any one of some units. */
const IS_CLASS = /^\[(?!\^)(?:[^\]\\]|\\.)*\]$/

/** Ways in their order, of which one that needs another second unit than stands there is not even looked at. */
function groupBySecond(ways: readonly Way[]): Group {
  const needs = ({ word }: Way) => (word !== undefined && word.length > 1 ? word.charCodeAt(1) : undefined)
  const bySecond = new Map<number, Way[]>()
  for (const unit of new Set(ways.map(needs)))
    if (unit !== undefined)
      bySecond.set(
        unit,
        ways.filter((way) => (needs(way) ?? unit) === unit),
      )
  return { bySecond, others: ways.filter((way) => needs(way) === undefined) }
}

function endOfWay(way: Way, text: string, at: number): number {
  const { word, pattern } = way
  if (word !== undefined) {
    const end = at + word.length
    if (word.length > 1 && !text.startsWith(word, at)) return -1
    if (!pattern || (way.doubts && !isDoubtful(way.doubts, text, at, end))) return end
    if (way.needs && !way.needs.includes(text[end] ?? '')) return -1
  }
  pattern!.lastIndex = at
  return pattern!.test(text) ? pattern!.lastIndex : -1
}

const isDoubtful = (
  { before, behind }: NonNullable<Literal['doubts']>,
  text: string,
  at: number,
  end: number,
): boolean =>
  (before !== '' && at > 0 && before.includes(text[at - 1]!)) ||
  (behind !== '' && end < text.length && behind.includes(text[end]!))

/** A Chinese character that stands for itself at the beginning: all that most pieces begin with. */
const OPENS_PLAIN = /^[\u4e00-\u9fff](?![?*{])/

function firstUnits(piece: string, source: string): readonly number[] {
  if (OPENS_PLAIN.test(piece)) return [piece.charCodeAt(0)]
  const { first, isNullable } = edgesOf(piece)
  const count = first.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  if (isNullable || count > 1000) throw new Error(`/${source}/: expected ${piece} to begin with a word`)
  return [
    ...new Set(first.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))),
  ]
}

/** All matches of a pattern with the flag `g`, from the beginning; `matchAll` would make a copy of the pattern each time. */
export function matchesOf(pattern: RegExp, words: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}
