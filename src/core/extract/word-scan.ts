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
/** Whatever the first unit is, all hashes are those of some second one. */
const pairOf = (first: number, second: number): number => (Math.imul(first, 0x9e3b) ^ second) & (PAIRS - 1)

/**
 * A long list of words, each a piece of a pattern, that is looked for all along a text: what begins with a unit is asked
 * only where it stands. Finds what the pattern of all of them would find.
 */
export class WordScan {
  readonly #source: string
  /** Number of the group, by unit; 0 for none. Absent before the first search. */
  #groupOf: Uint16Array | undefined
  readonly #groups: Group[] = [{ bySecond: new Map(), others: [] }]
  /** 1 where two units in a row may begin a word, by their hash. */
  readonly #pairs = new Uint8Array(PAIRS)

  constructor({ source }: RegExp) {
    this.#source = source
  }

  #build(): Uint16Array {
    const source = this.#source
    const groupOf = new Uint16Array(0x10000)
    const byUnit = new Map<number, Way[]>()
    const add = (unit: number, way: Way) => {
      const known = byUnit.get(unit)
      if (known) known.push(way)
      else byUnit.set(unit, [way])
    }
    for (const alternative of splitAlternatives(unwrap(source))) {
      const literals = literalsOf(alternative)
      if (literals) for (const literal of literals) add(literal.word.charCodeAt(0), literal)
      else {
        const way = { pattern: new RegExp(alternative, 'y') }
        for (const unit of firstUnits(alternative, source)) add(unit, way)
      }
    }
    for (const [unit, ways] of byUnit) {
      const group = groupBySecond(ways)
      groupOf[unit] = this.#groups.push(group) - 1
      for (const second of group.bySecond.keys()) this.#pairs[pairOf(unit, second)] = 1
      if (group.others.length > 0)
        for (let second = 0; second < PAIRS; second++) this.#pairs[pairOf(unit, second)] = 1
    }
    return groupOf
  }

  /** Where the word that begins at an offset ends; -1 when none does. */
  endAt(text: string, at: number): number {
    const unit = unitAt(text, at)
    const number = (this.#groupOf ??= this.#build())[unit]!
    if (number === 0) return -1
    const second = unitAt(text, at + 1)
    if (this.#pairs[pairOf(unit, second)] === 0) return -1
    const { bySecond, others } = this.#groups[number]!
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

function firstUnits(alternative: string, source: string): number[] {
  const { first, isNullable } = edgesOf(alternative)
  const count = first.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  if (isNullable || count > 1000) throw new Error(`/${source}/: expected ${alternative} to begin with a word`)
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
