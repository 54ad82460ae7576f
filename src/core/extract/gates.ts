import { edgesOf, type Ranges, splitAlternatives } from './pattern-edges.ts'

/** One bit for each gate, by unit; a table has room for 32. */
let table = new Uint32Array(0x10000)
let used = 0

/** Which of its units a gate looks at. */
interface Edge {
  units: Uint32Array
  bit: number
}

/**
 * A pattern of the form `^X`, `X$` or `^X$` that is asked only where the words' first and last units can belong to it.
 * `X$` is read backwards from the end: a search from each earlier place costs many times as much.
 */
export class Gate {
  readonly #first: Edge | undefined
  readonly #last: Edge | undefined
  readonly #pattern: RegExp
  readonly #mayBeEmpty: boolean
  /** `X$` as what lies behind the end. */
  readonly #behind: RegExp | undefined

  constructor(pattern: RegExp) {
    const [, begins, source, ends] = /^(\^?)(.*?)(\$?)$/s.exec(pattern.source)!
    if (!begins && !ends) throw new Error(`${pattern}: expected ^ at its beginning or $ at its end`)
    if (splitAlternatives(source!).length > 1)
      throw new Error(`${pattern}: expected its alternatives in a group`)
    const edges = edgesOf(source!)
    const isWhole = begins === '^' && ends === '$'
    if (begins && (isWhole || !edges.isNullable)) this.#first = open(edges.first)
    if (ends && (isWhole || !edges.isNullable)) this.#last = open(edges.last)
    this.#mayBeEmpty = edges.isNullable
    this.#pattern = pattern
    if (ends && !begins) this.#behind = new RegExp(`(?<=${source})`, 'y')
  }

  /** False when the words cannot match, by their first or last unit. */
  mayMatch(words: string): boolean {
    const [first, last] = [this.#first, this.#last]
    if (words === '') return this.#mayBeEmpty
    if (first && (first.units[words.charCodeAt(0)]! & first.bit) === 0) return false
    return !last || (last.units[words.charCodeAt(words.length - 1)]! & last.bit) !== 0
  }

  test(words: string): boolean {
    if (!this.mayMatch(words)) return false
    if (!this.#behind) return this.#pattern.test(words)
    this.#behind.lastIndex = words.length
    return this.#behind.test(words)
  }

  exec(words: string): RegExpExecArray | null {
    return this.mayMatch(words) ? this.#pattern.exec(words) : null
  }

  /** Length of the match; 0 when there is none. */
  lengthIn(words: string): number {
    return this.exec(words)?.[0].length ?? 0
  }
}

/** Several gates of one kind, all `^X` or all `X$`: those that a unit rules out are not even looked at. */
export class GateList {
  /** One bit for each pattern, by unit. */
  readonly #units = new Uint32Array(0x10000)
  readonly #gates: readonly Gate[]
  readonly #edge: 'first' | 'last'

  constructor(patterns: readonly RegExp[]) {
    if (patterns.length > 31) throw new Error(`expected at most 31 patterns, found ${patterns.length}`)
    this.#gates = patterns.map((pattern) => new Gate(pattern))
    this.#edge = patterns[0]!.source.startsWith('^') ? 'first' : 'last'
    patterns.forEach(({ source }, index) => {
      const edges = edgesOf(source.replace(/^\^|\$$/g, ''))
      const ranges: Ranges = edges.isNullable ? [[0, 0xffff]] : edges[this.#edge]
      for (const [from, to] of ranges) for (let at = from; at <= to; at++) this.#units[at]! |= 1 << index
    })
  }

  /** The first pattern that matches, by its place; their number when none does. */
  first(words: string): number {
    for (let left = this.#fitting(words); left !== 0; left &= left - 1) {
      const index = 31 - Math.clz32(left & -left)
      if (this.#gates[index]!.test(words)) return index
    }
    return this.#gates.length
  }

  /** Adds the number of each pattern that matches, counted from `base`. */
  addAll(words: string, base: number, found: number[]): void {
    for (let left = this.#fitting(words); left !== 0; left &= left - 1) {
      const index = 31 - Math.clz32(left & -left)
      if (this.#gates[index]!.test(words)) found.push(base + index)
    }
  }

  #fitting(words: string): number {
    if (words === '') return (1 << this.#gates.length) - 1
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
