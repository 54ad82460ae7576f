import type { Unit } from '../model/figure.ts'
import { BARE_NOUNS, CURRENCY_AFTER, FIXED_UNITS, MEASURE_WORDS, TIME_UNITS } from './units.ts'

/** The tables of units, arranged for a look-up at a place of folded text. */

/** A unit found beside a number. */
export interface UnitReading {
  unit: Unit
  detail: string
  /** Where the quantity as written begins and ends. */
  start: number
  end: number
  /** Factor from the written unit to ours (per mille to percent). */
  factor?: number
}

export const isLatin = (char: string | undefined) => char !== undefined && char >= 'a' && char <= 'z'

type Row = [string, ...unknown[]]
/** Table entries by the code unit of their first character, longest first; `bit` says which marks of `OPENERS` are its. */
interface Table<T extends Row> {
  rows: Map<number, T[]>
  bit: number
}

/**
 * One bit for each table, by the code units of the first two characters of its entries, or of the only one: what follows
 * most numbers is no unit at all.
 */
const OPENERS = { one: new Uint8Array(0x10000), two: new Uint8Array(0x10000) }
const pairOf = (first: number, second: number) => (Math.imul(first, 0x9e37) ^ second) & 0xffff

function byFirst<T extends Row>(rows: T[], bit: number): Table<T> {
  const table: Table<T> = { rows: new Map(), bit }
  for (const row of rows) {
    const first = row[0].charCodeAt(0)
    if (row[0].length === 1) OPENERS.one[first]! |= bit
    else OPENERS.two[pairOf(first, row[0].charCodeAt(1))]! |= bit
    const rest = table.rows.get(first)
    if (rest) rest.push(row)
    else table.rows.set(first, [row])
  }
  for (const list of table.rows.values()) list.sort((a, b) => b[0].length - a[0].length)
  return table
}

export const FIXED = byFirst(FIXED_UNITS, 1)
export const CURRENCIES = byFirst(CURRENCY_AFTER, 2)
export const TIMES = byFirst(TIME_UNITS, 4)
export const MEASURES = byFirst(
  MEASURE_WORDS.map((word): [string] => [word]),
  8,
)
export const NOUNS = byFirst(
  BARE_NOUNS.map((word): [string] => [word]),
  16,
)

/** The longest table row that stands at an offset, not cutting a Latin word. */
export function match<T extends Row>(table: Table<T>, folded: string, at: number): T | undefined {
  const first = folded.charCodeAt(at)
  const marks = OPENERS.one[first]! | OPENERS.two[pairOf(first, folded.charCodeAt(at + 1))]!
  if ((marks & table.bit) === 0) return undefined
  for (const row of table.rows.get(first) ?? []) {
    const [word] = row
    if (folded.startsWith(word, at) && !(isLatin(word.at(-1)) && isLatin(folded[at + word.length])))
      return row
  }
  return undefined
}

/** An offset behind at most two spaces. */
export const skipSpace = (folded: string, at: number) => {
  let end = at
  while (end < at + 2 && (folded[end] === ' ' || folded[end] === '\u00a0')) end++
  return end
}
