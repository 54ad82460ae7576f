import type { Qualifier, Unit } from '../model/figure.ts'
import { findFractionWords } from './fractions.ts'
import { type Numeral, tidy } from './numeral.ts'
import { findNumerals, readNumeral } from './numerals.ts'
import { readRange } from './ranges.ts'
import { isYear, readUnit, type UnitReading } from './units-reader.ts'

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
}

/** All numbers of a folded text with the units written beside them, ranges joined, in order. Linear time. */
export function readQuantities(folded: string): Quantity[] {
  const out: Quantity[] = []
  const words = findFractionWords(folded)
  let taken = 0
  for (const numeral of findNumerals(folded)) {
    if (numeral.start < taken || Number.isNaN(numeral.value)) continue
    while (words[0] && words[0].start < numeral.start) taken = push(out, words.shift()!, taken)
    if (numeral.start < taken) continue
    if (words[0] && words[0].start <= numeral.end && words[0].start === numeral.start) {
      taken = push(out, words.shift()!, taken)
      continue
    }
    const quantity = readQuantity(folded, numeral, out.at(-1))
    if (quantity) taken = push(out, quantity, taken)
  }
  for (const word of words) taken = push(out, word, taken)
  return joinShared(folded, out)
}

function push(out: Quantity[], quantity: Quantity, taken: number): number {
  if (quantity.start < taken) return taken
  out.push(quantity)
  return quantity.end
}

function readQuantity(folded: string, numeral: Numeral, before: Quantity | undefined): Quantity | undefined {
  return (
    readShare(folded, numeral) ??
    readTenths(folded, numeral) ??
    readDiscount(folded, numeral) ??
    readRatio(folded, numeral) ??
    readPlain(folded, numeral, before)
  )
}

const base = (numeral: Numeral, end: number) => ({
  start: numeral.start,
  end,
  form: numeral.form,
  scaled: numeral.scaled,
  bare: false,
  ...(numeral.inexact && { inexact: numeral.inexact }),
})

/** 百分之九十六, 三分之一, 百萬分之一, 百分之五到十. */
function readShare(folded: string, numeral: Numeral): Quantity | undefined {
  if (!folded.startsWith('分之', numeral.end)) return undefined
  const top = readNumeral(folded, numeral.end + 2)
  if (!top) return undefined
  const isPercent = numeral.value === 100
  const scale = isPercent ? 1 : 1 / numeral.value
  const range = isPercent ? readUpper(folded, top.end) : undefined
  const max = range?.value ?? top.maxValue
  return {
    ...base(top, range?.end ?? top.end),
    start: numeral.start,
    value: top.value * scale,
    ...(max !== undefined && { maxValue: max * scale }),
    unit: isPercent ? 'percent' : 'fraction',
    detail: '',
  }
}

function readUpper(folded: string, at: number): Numeral | undefined {
  const joined = /[到至~-]/.test(folded[at] ?? '') ? readNumeral(folded, at + 1) : undefined
  return joined && !/[%个]/.test(folded[joined.end] ?? '') ? joined : undefined
}

/** Words that begin with 成; 三成 before them is not thirty per cent. */
const CHENG_WORDS = /[为功立员本果长就绩熟人年交型群品套文语分因效见形像败批天亿千百]/

/** 九成, 九成六, 五六成, 七成半: tenths, given as percent. */
function readTenths(folded: string, numeral: Numeral): Quantity | undefined {
  if (folded[numeral.end] !== '成' || numeral.value > 10 || numeral.value <= 0) return undefined
  let end = numeral.end + 1
  const next = folded[end] ?? ''
  const digit = readNumeral(folded, end)
  let rest = 0
  if (next === '半') [rest, end] = [5, end + 1]
  else if (digit && digit.form === 'han' && digit.value >= 1 && digit.value <= 9 && digit.end === end + 1)
    [rest, end] = [digit.value, digit.end]
  else if (CHENG_WORDS.test(next)) return undefined
  const more = folded[end] === '多' || folded[end] === '余'
  const max = numeral.maxValue === undefined ? undefined : numeral.maxValue * 10
  return {
    ...base(numeral, more ? end + 1 : end),
    value: tidy(numeral.value * 10 + rest),
    ...(max !== undefined && { maxValue: max }),
    ...(more && { inexact: 'more_than' as const }),
    unit: 'percent',
    detail: '',
  }
}

/** 九折, 75折, 三八折: the share of the price that is left. */
function readDiscount(folded: string, numeral: Numeral): Quantity | undefined {
  if (folded[numeral.end] !== '折' || /[磨扣射返叠腾断合线损中旧]/.test(folded[numeral.end + 1] ?? ''))
    return undefined
  if (!(numeral.value > 0) || numeral.value >= 100 || numeral.scaled) return undefined
  const value = numeral.value < 10 ? numeral.value * 10 : numeral.value
  return { ...base(numeral, numeral.end + 1), value: tidy(value), unit: 'percent', detail: '' }
}

const RATIO = /[ ](in|out of)(?: every)?[ ](?=[0-9a-z])/y
const SCORE_PAIR = /[:：]|\/(?=\d)/y

/** `1 in 5`, `3 out of 10` (without the thing counted), `42/100`, `49:20`. */
function readRatio(folded: string, numeral: Numeral): Quantity | undefined {
  if (numeral.scaled || !Number.isInteger(numeral.value)) return undefined
  RATIO.lastIndex = numeral.end
  if (RATIO.test(folded)) return readInRatio(folded, numeral, RATIO.lastIndex)
  SCORE_PAIR.lastIndex = numeral.end
  if (numeral.form !== 'digits' || !SCORE_PAIR.test(folded)) return undefined
  return readScorePair(folded, numeral, SCORE_PAIR.lastIndex)
}

function readInRatio(folded: string, numeral: Numeral, at: number): Quantity | undefined {
  const whole = readNumeral(folded, at)
  if (!whole || whole.value <= numeral.value || !Number.isInteger(whole.value) || isYear(whole))
    return undefined
  const isIn = folded.slice(numeral.end, at).startsWith(' in')
  if (
    !isIn &&
    /^ [a-z]/.test(folded.slice(whole.end, whole.end + 2)) &&
    !/^ (were|was|is|are|have|had|said|say|in|for|to|and|or|on)\b/.test(
      folded.slice(whole.end, whole.end + 6),
    )
  )
    return undefined
  if (isIn && (numeral.value > 20 || readUnit(folded, whole)?.unit === 'duration')) return undefined
  return { ...base(numeral, whole.end), value: numeral.value / whole.value, unit: 'fraction', detail: '' }
}

/** 49:20 and 100:0 are one score with the first value; 21:10 with minutes is a time, 1/2 a fraction, 3/4 of a page number none. */
function readScorePair(folded: string, numeral: Numeral, at: number): Quantity | undefined {
  const other = readNumeral(folded, at)
  if (!other || other.form !== 'digits' || other.scaled || !Number.isInteger(other.value)) return undefined
  if (/[:/\d-]/.test(folded[other.end] ?? '') || /[:/\d.-]/.test(folded[numeral.start - 1] ?? ''))
    return undefined
  const isSlash = folded[numeral.end] === '/'
  if (isSlash && other.value <= 10 && other.value > 1 && numeral.value < other.value && numeral.value > 0)
    return { ...base(numeral, other.end), value: numeral.value / other.value, unit: 'fraction', detail: '' }
  if (isSlash && (other.value < 10 || other.value % 5 !== 0 || numeral.value > other.value)) return undefined
  return {
    ...base(numeral, other.end),
    value: numeral.value,
    unit: 'score',
    detail: isSlash ? `/${other.value}` : `:${other.value}`,
  }
}

/** A number with the unit that follows or leads it, and the range that it may begin. */
function readPlain(folded: string, numeral: Numeral, before: Quantity | undefined): Quantity | undefined {
  const reading = readUnit(folded, numeral)
  const range = readRange(folded, numeral, reading, before?.end ?? -1)
  if (range) return range
  const quantity = reading ? build(folded, numeral, reading) : bare(numeral)
  const sign = readSign(folded, quantity.start)
  return sign === undefined ? quantity : { ...quantity, start: sign, value: -quantity.value }
}

const bare = (numeral: Numeral): Quantity => ({
  ...base(numeral, numeral.end),
  value: numeral.value,
  ...upper(numeral),
  unit: 'count',
  detail: '',
  bare: true,
})

const SIGN = /(?:(?<=^|[\s(,:;。])[-−]|负|(?<![a-z])(?:minus|negative) )$/

/** Where the sign of a negative value begins: `-22.2%`, `负40%`, `minus 3 percent`; a hyphen behind a word is none. */
function readSign(folded: string, start: number): number | undefined {
  const match = SIGN.exec(folded.slice(Math.max(0, start - 10), start))
  return match ? start - match[0].length : undefined
}

const upper = (numeral: Numeral) => (numeral.maxValue === undefined ? {} : { maxValue: numeral.maxValue })

function build(folded: string, numeral: Numeral, reading: UnitReading): Quantity {
  const more = readUnitMore(folded, reading)
  const magnitude =
    reading.unit === 'multiple' && /量级|magnitude/.test(folded.slice(numeral.end, reading.end))
  const trailing = reading.unit === 'other' && folded[reading.end] === '半'
  const half = trailing || (reading.unit === 'duration' && folded[reading.end - 1] === '半') ? 0.5 : 0
  const value = magnitude
    ? 10 ** numeral.value
    : tidy(numeral.value * (reading.factor ?? 1) + half + halfBefore(folded, numeral, reading))
  return {
    ...base(numeral, more ?? reading.end),
    start: reading.start,
    value,
    ...upper(numeral),
    ...(more !== undefined && { inexact: 'more_than' as const }),
    unit: reading.unit,
    detail: reading.detail,
  }
}

/** 三个半小时. */
const halfBefore = (folded: string, numeral: Numeral, reading: UnitReading) =>
  reading.unit === 'duration' &&
  folded.slice(numeral.end, reading.end).includes('半') &&
  folded[reading.end - 1] !== '半'
    ? 0.5
    : 0

/** 多 after the unit: 三倍多, 两年多. */
function readUnitMore(folded: string, reading: UnitReading): number | undefined {
  if (!['multiple', 'duration', 'money'].includes(reading.unit) || folded[reading.end] !== '多')
    return undefined
  return /[样元模种]/.test(folded[reading.end + 1] ?? '') ? undefined : reading.end + 1
}

const LIST_JOIN = /^(?:%?[ ]?(?:,|，|、|和|与|及|以及|或|&|and|or|versus|vs\.?|, and|至|到|to)[ ]?)$/

/** `50 and 90 percent`, `12、15和20名`: bare numbers in a list take the unit that its last member carries. */
function joinShared(folded: string, quantities: Quantity[]): Quantity[] {
  for (let i = quantities.length - 2; i >= 0; i--) {
    const [here, next] = [quantities[i]!, quantities[i + 1]!]
    if (!here.bare || next.bare || here.form !== next.form || here.maxValue !== undefined) continue
    if (
      !['percent', 'percentage_point', 'multiple', 'money', 'duration'].includes(next.unit) ||
      isLikelyYear(here)
    )
      continue
    if (!LIST_JOIN.test(folded.slice(here.end, next.start).trim())) continue
    quantities[i] = { ...here, unit: next.unit, detail: next.detail, bare: false }
  }
  return quantities
}

const isLikelyYear = (quantity: Quantity) =>
  quantity.value >= 1900 && quantity.value < 2100 && Number.isInteger(quantity.value)
