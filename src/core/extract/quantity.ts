import type { Qualifier, Unit } from '../model/figure.ts'
import type { Numeral } from './numeral.ts'

/** A number with its unit, before anything is known of what it is about. Offsets are UTF-16 into the folded text. */
export interface Quantity {
  start: number
  end: number
  value: number
  maxValue?: number | undefined
  unit: Unit
  /** Unit of time, ISO currency (empty when the text implies it), measure word, or `x of y` partner. */
  detail: string
  /** What the number's own words say: 数百 about, 300多 more_than, 过半 more_than. */
  inexact?: Qualifier | undefined
  form: Numeral['form']
  scaled: boolean
  /** No unit stood beside the number: kept only where the context gives it one. */
  bare: boolean
  interval?: { low: number; high: number; level?: number } | undefined
  /** A number that is no figure wherever it stands: an ordinal, a fraction of arithmetic. */
  loose?: true | undefined
}

/** The same with every field, absent ones undefined: what is read often should have one layout (hidden class of V8). */
export const level = (quantity: Quantity): Quantity => ({
  start: quantity.start,
  end: quantity.end,
  value: quantity.value,
  maxValue: quantity.maxValue,
  unit: quantity.unit,
  detail: quantity.detail,
  inexact: quantity.inexact,
  form: quantity.form,
  scaled: quantity.scaled,
  bare: quantity.bare,
  interval: quantity.interval,
  loose: quantity.loose,
})

/** What a quantity has from its numeral, ending where the whole ends. */
export function base(numeral: Numeral, end: number): Omit<Quantity, 'value' | 'unit' | 'detail'> {
  const { start, form, scaled, inexact } = numeral
  return inexact === undefined
    ? { start, end, form, scaled, bare: false }
    : { start, end, form, scaled, bare: false, inexact }
}

/** A quantity of a number alone. */
export const bare = ({ start, end, form, scaled, value, maxValue, inexact }: Numeral): Quantity => ({
  start,
  end,
  value,
  maxValue,
  unit: 'count',
  detail: '',
  inexact,
  form,
  scaled,
  bare: true,
  interval: undefined,
  loose: undefined,
})

/** A bare number that turned out to have a unit. */
export const withUnit = (quantity: Quantity, unit: Quantity['unit'], detail = ''): Quantity => ({
  ...quantity,
  unit,
  detail,
  bare: false,
})

/** Four plain digits from 1500 to 2199: a year unless something says otherwise. */
export const isYearLike = (quantity: Quantity) =>
  !quantity.scaled &&
  quantity.form === 'digits' &&
  quantity.end - quantity.start === 4 &&
  quantity.value >= 1500 &&
  quantity.value < 2200
