import type { Figure } from '../model/figure.ts'
import { isAge } from '../text/age.ts'
import { isRoundWord } from '../text/inexact.ts'

/** A figure's value in the form in which values of different texts and languages are compared. */
export interface Quantity {
  /** share: percent and fraction; else the unit. Values of different kinds are never compared. */
  kind: string
  /** Lower end, or the value; shares in percent, durations in months or in minutes. */
  low: number
  high?: number
  /** Equal for values that state the same number: 九成六, 96% and 0.96 of something. */
  key: string
  /** Equal for a share and 100 minus it; shares between 0 and 100 without an upper end only. */
  complementKey?: string
  /** Equal for an inexact count (数百) and the counts it may stand for (350); counts only. */
  magnitudeKey?: string
  /** True for 数百, thousands, 数十亿美元, 几十年: a power of ten that stands for all numbers with as many digits. */
  isInexact: boolean
  /** How unlikely it is that two texts have this number by chance: 0 (50 percent) to 3 (21,340). */
  specificity: number
}

export type Relation = 'equal' | 'complement' | 'compatible'

/** Durations that convert into each other exactly; a month has no fixed number of days. */
const MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }
const MINUTES: Record<string, number> = {
  millisecond: 1 / 60_000,
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10080,
}

/** A figure’s value in the base unit of its kind, with the key under which equal ones meet. */
export function buildQuantity(figure: Figure): Quantity {
  const { kind, factor } = scaleOf(figure)
  const low = roundDigits(figure.value * factor)
  const high = figure.maxValue === undefined ? undefined : roundDigits(figure.maxValue * factor)
  const isCount = figure.unit === 'count' && high === undefined && low >= 10
  const isInexact = high === undefined && isRoundWord(figure)
  const isShare = kind === 'share' && high === undefined && low > 0 && low < 100 && figure.change !== 'by'
  return {
    kind,
    low,
    ...(high !== undefined && { high }),
    key: `${kind} ${isInexact ? '~' : ''}${low}${high === undefined ? '' : `-${high}`}`,
    ...(isShare && { complementKey: `${kind} ${Math.min(low, roundDigits(100 - low))}/100` }),
    ...(isCount && { magnitudeKey: `${kind} e${Math.floor(Math.log10(low) + 1e-9)}` }),
    isInexact,
    specificity: specificityOf(figure) + (high === undefined ? 0 : RANGE_POINTS),
  }
}

/** Kind of an age, in months: everybody is fourteen once, so that the same person's age says little. */
export const AGE = 'age'

/** How two quantities state the same thing, or undefined when they do not. */
export function relate(a: Quantity, b: Quantity): Relation | undefined {
  if (a.key === b.key) return 'equal'
  if (a.complementKey !== undefined && a.complementKey === b.complementKey) return 'complement'
  return mayStandFor(a, b) || mayStandFor(b, a) ? 'compatible' : undefined
}

/** 数百 are several hundred: 350 or 900, not 111. Dozens are said of too much. */
function mayStandFor(word: Quantity, count: Quantity): boolean {
  if (!word.isInexact || count.isInexact || word.low < 100) return false
  return (
    word.magnitudeKey !== undefined && word.magnitudeKey === count.magnitudeKey && count.low >= 2 * word.low
  )
}

function scaleOf(figure: Figure): { kind: string; factor: number } {
  const { unit, unitDetail } = figure
  switch (unit) {
    case 'percent':
      return { kind: 'share', factor: 1 }
    case 'fraction':
      return { kind: 'share', factor: 100 }
    case 'money':
      return { kind: `money ${unitDetail ?? '?'}`, factor: 1 }
    case 'duration':
      if (unitDetail !== undefined && unitDetail in MONTHS)
        return { kind: isAge(figure) ? AGE : 'months', factor: MONTHS[unitDetail]! }
      if (unitDetail !== undefined && unitDetail in MINUTES)
        return { kind: 'minutes', factor: MINUTES[unitDetail]! }
      return { kind: `duration ${unitDetail ?? '?'}`, factor: 1 }
    case 'percentage_point':
    case 'multiple':
    case 'count':
    case 'score':
    case 'other':
      return { kind: unit, factor: 1 }
    default:
      return unit satisfies never
  }
}

/** Nine digits: more than any text prints, and fewer than binary fractions get wrong. */
function roundDigits(value: number): number {
  return Number(value.toPrecision(9))
}

/** Two ends that agree tell more than one number. */
const RANGE_POINTS = 1.5

/** Thirds to tenths: as common as round numbers, whatever their decimals. */
const SIMPLE_DENOMINATORS = [3, 6, 7, 8, 9]

/**
 * Digits that carry information as the text has them, less one; 5, 15, 25 … and 99 are favourites of every writer and
 * count half, as do thirds.
 */
function specificityOf({ value, unit }: Figure): number {
  const digits = Math.abs(value).toExponential().replace(/e.*$/, '').replace('.', '').replace(/0+$/, '')
  if (digits.length <= 1) return 0
  if (digits.length === 2) return digits.endsWith('5') || digits === '99' ? 0.5 : 1
  const isWhole = (part: number) => Math.abs(part - Math.round(part)) < 1e-6
  if (unit === 'fraction' && SIMPLE_DENOMINATORS.some((denominator) => isWhole(value * denominator)))
    return 0.5
  return digits.length === 3 ? 2 : 3
}
