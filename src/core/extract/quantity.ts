import type { Qualifier, Unit } from '../model/figure.ts'
import type { Numeral } from './numeral.ts'

/** A number with its unit, before anything is known of what it is about. Offsets are UTF-16 into the folded text. */
export interface Quantity {
  start: number
  end: number
  value: number
  maxValue?: number
  unit: Unit
  /** Unit of time, ISO currency (empty when the text implies it), measure word, or `x of y` partner. */
  detail: string
  /** What the number's own words say: 数百 about, 300多 more_than, 过半 more_than. */
  inexact?: Qualifier
  form: Numeral['form']
  scaled: boolean
  /** No unit stood beside the number: kept only where the context gives it one. */
  bare: boolean
  interval?: { low: number; high: number; level?: number }
  /** A number that is no figure wherever it stands: an ordinal, a fraction of arithmetic. */
  loose?: true
}

/** What a quantity has from its numeral, ending where the whole ends. */
export const base = (numeral: Numeral, end: number) => ({
  start: numeral.start,
  end,
  form: numeral.form,
  scaled: numeral.scaled,
  bare: false,
  ...(numeral.inexact && { inexact: numeral.inexact }),
})

/** A quantity of a number alone. */
export const bare = (numeral: Numeral): Quantity => ({
  ...base(numeral, numeral.end),
  value: numeral.value,
  ...upper(numeral),
  unit: 'count',
  detail: '',
  bare: true,
})

export const upper = (numeral: Numeral) =>
  numeral.maxValue === undefined ? {} : { maxValue: numeral.maxValue }
