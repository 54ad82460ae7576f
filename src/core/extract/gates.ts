import { edgesOf, type PatternEdges, type Ranges, splitAlternatives, unwrap } from './pattern-edges.ts'

/** One bit for each gate, by unit; a table has room for 32. */
let table = new Uint32Array(0x10000)
let used = 0

/** Which of its units a gate looks at. */
interface Edge {
  units: Uint32Array
  bit: number
}

/** Questions that a pattern is asked before it is read. */
const SELDOM = 200

/** What a gate knows of its pattern. */
interface Known {
  first: Edge | undefined
  last: Edge | undefined
  mayBeEmpty: boolean
  /** `X$` as what lies behind the end. */
  behind: Endings | undefined
}

/**
 * A pattern of the form `^X`, `X$` or `^X$` that is asked only where the words' first and last units can belong to it.
 * `X$` is read backwards from the end: a search from each earlier place costs many times as much. Reading the pattern costs
 * as much as some hundred questions, so one that is asked seldom is asked as it is.
 */
export class Gate {
  readonly #pattern: RegExp
  #left: number
  #known: Known | undefined

  /** `seldom` is how many questions are asked as they are. */
  constructor(pattern: RegExp, seldom = SELDOM) {
    this.#pattern = pattern
    this.#left = seldom
  }

  /** False when the words cannot match, by their first or last unit. */
  mayMatch(words: string): boolean {
    if (!this.#known && this.#left-- > 0) return true
    const { first, last, mayBeEmpty } = (this.#known ??= readPattern(this.#pattern))
    if (words === '') return mayBeEmpty
    if (first && (first.units[words.charCodeAt(0)]! & first.bit) === 0) return false
    return !last || (last.units[words.charCodeAt(words.length - 1)]! & last.bit) !== 0
  }

  test(words: string): boolean {
    if (!this.mayMatch(words)) return false
    const behind = this.#known?.behind
    return behind ? behind.test(words) : this.#pattern.test(words)
  }

  exec(words: string): RegExpExecArray | null {
    if (!this.mayMatch(words)) return null
    const behind = this.#known?.behind
    return behind && !behind.test(words) ? null : this.#pattern.exec(words)
  }

  /** Length of the match; 0 when there is none. */
  lengthIn(words: string): number {
    return this.exec(words)?.[0].length ?? 0
  }
}

function readPattern(pattern: RegExp): Known {
  const [, begins, source, ends] = /^(\^?)(.*?)(\$?)$/s.exec(pattern.source)!
  if (!begins && !ends) throw new Error(`${pattern}: expected ^ at its beginning or $ at its end`)
  if (splitAlternatives(source!).length > 1)
    throw new Error(`${pattern}: expected its alternatives in a group`)
  const edges = edgesOf(source!)
  const isNarrow = (begins && ends) || !edges.isNullable
  return {
    first: begins && isNarrow ? open(edges.first) : undefined,
    last: ends && isNarrow ? open(edges.last) : undefined,
    mayBeEmpty: edges.isNullable,
    behind: ends && !begins ? new Endings(source!) : undefined,
  }
}

/** A pattern of alternatives as what lies behind an end: of many, only those that the last unit can belong to are asked. */
class Endings {
  /** All alternatives, or of many those that may end in any unit. */
  readonly #wide: RegExp | undefined
  /** By last unit, when there are many alternatives and none may be nothing; the wide ones among them. */
  readonly #byUnit: ReadonlyMap<number, RegExp> | undefined

  constructor(source: string) {
    const alternatives = splitAlternatives(unwrap(source)).map((one) => ({ one, edges: edgesOf(one) }))
    const isMany = alternatives.length >= MANY && !alternatives.some(({ edges }) => edges.isNullable)
    const wide = isMany
      ? alternatives.filter(({ edges }) => !isNarrow(edges)).map(({ one }) => one)
      : [source]
    if (isMany)
      this.#byUnit = groupByUnit(
        alternatives.filter(({ edges }) => isNarrow(edges)),
        wide,
      )
    if (wide.length > 0) this.#wide = behindAny(wide)
  }

  test(words: string): boolean {
    const pattern = this.#byUnit?.get(words.charCodeAt(words.length - 1)) ?? this.#wide
    if (!pattern) return false
    pattern.lastIndex = words.length
    return pattern.test(words)
  }
}

const MANY = 16

const behindAny = (alternatives: Iterable<string>) => new RegExp(`(?<=${[...alternatives].join('|')})`, 'y')

/** Whether an alternative ends in one of few units. */
const isNarrow = ({ last }: PatternEdges): boolean =>
  last.reduce((sum, [from, to]) => sum + to - from + 1, 0) < 100

/** The alternatives that end in each unit, with those that may end in any. */
function groupByUnit(
  alternatives: readonly { one: string; edges: PatternEdges }[],
  wide: readonly string[],
): Map<number, RegExp> {
  const units = new Map<number, Set<string>>()
  for (const { one, edges } of alternatives)
    for (const [from, to] of edges.last)
      for (let unit = from; unit <= to; unit++) {
        const known = units.get(unit)
        if (known) known.add(one)
        else units.set(unit, new Set([...wide, one]))
      }
  return new Map([...units].map(([unit, some]) => [unit, behindAny(some)]))
}

/** Several gates of one kind, all `^X` or all `X$`: those that a unit rules out are not even looked at. */
export class GateList {
  readonly #patterns: readonly RegExp[]
  readonly #gates: readonly Gate[]
  readonly #edge: 'first' | 'last'
  #left: number
  /** One bit for each pattern, by unit. */
  #units: Uint32Array | undefined

  /** `seldom` is how many questions are asked of every pattern. */
  constructor(patterns: readonly RegExp[], seldom = SELDOM) {
    if (patterns.length > 31) throw new Error(`expected at most 31 patterns, found ${patterns.length}`)
    this.#patterns = patterns
    this.#gates = patterns.map((pattern) => new Gate(pattern, seldom))
    this.#edge = patterns[0]!.source.startsWith('^') ? 'first' : 'last'
    this.#left = seldom
  }

  #build(): Uint32Array {
    const units = new Uint32Array(0x10000)
    this.#patterns.forEach(({ source }, index) => {
      const edges = edgesOf(source.replace(/^\^|\$$/g, ''))
      const ranges: Ranges = edges.isNullable ? [[0, 0xffff]] : edges[this.#edge]
      for (const [from, to] of ranges) for (let at = from; at <= to; at++) units[at]! |= 1 << index
    })
    return units
  }

  /** The first pattern that matches, by its place; their number when none does. */
  first(words: string): number {
    for (let left = this.#fitting(words); left !== 0; left &= left - 1) {
      const index = 31 - Math.clz32(left & -left)
      if (this.#gates[index]!.test(words)) return index
    }
    return this.#gates.length
  }

  /** False when words that begin, or end, with a unit match none of the patterns: then they need not be cut out of their text. */
  mayMatch(unit: number): boolean {
    return this.#units?.[unit] !== 0
  }

  /** Adds the number of each pattern that matches, counted from `base`. */
  addAll(words: string, base: number, found: number[]): void {
    for (let left = this.#fitting(words); left !== 0; left &= left - 1) {
      const index = 31 - Math.clz32(left & -left)
      if (this.#gates[index]!.test(words)) found.push(base + index)
    }
  }

  #fitting(words: string): number {
    if (words === '' || (!this.#units && this.#left-- > 0)) return (1 << this.#gates.length) - 1
    this.#units ??= this.#build()
    return this.#units[words.charCodeAt(this.#edge === 'first' ? 0 : words.length - 1)]!
  }
}

function open(ranges: Ranges): Edge {
  if (used === 32) {
    table = new Uint32Array(0x10000)
    used = 0
  }
  const bit = 1 << used++
  for (const [from, to] of ranges) for (let at = from; at <= to; at++) table[at]! |= bit
  return { units: table, bit }
}
