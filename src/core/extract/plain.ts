import { type Numeral, tidy } from './numeral.ts'
import { bare, level, type Quantity } from './quantity.ts'
import { readRange } from './ranges.ts'
import { readUnit } from './units-reader.ts'
import type { UnitReading } from './units-table.ts'

/** A number with the unit that follows or leads it, and the range that it may begin. */
export function readPlain(folded: string, numeral: Numeral, before: Quantity | undefined): Quantity {
  if (folded.startsWith(' or so ', numeral.end))
    return readPlain(folded, { ...numeral, end: numeral.end + 6, inexact: 'about' }, before)
  // thirty-odd miles
  if (folded.startsWith('-odd ', numeral.end)) {
    const odd: Numeral = { ...numeral, end: numeral.end + 4, inexact: 'about' }
    const unit = readUnit(folded, odd)
    if (unit) return build(folded, odd, unit)
  }
  const reading = readUnit(folded, numeral)
  const range = readRange(folded, numeral, reading, before?.end ?? -1)
  if (range) return range
  return reading ? build(folded, numeral, reading) : bare(numeral)
}

function build(folded: string, numeral: Numeral, reading: UnitReading): Quantity {
  const more = readUnitMore(folded, reading)
  const magnitude = reading.detail === 'magnitude'
  const trailing = (reading.unit === 'other' || reading.unit === 'multiple') && folded[reading.end] === '半'
  const half = trailing || (reading.unit === 'duration' && folded[reading.end - 1] === '半') ? 0.5 : 0
  const value = magnitude
    ? 10 ** numeral.value
    : tidy(numeral.value * (reading.factor ?? 1) + half + halfBefore(folded, numeral, reading))
  let { inexact }: Pick<Quantity, 'inexact'> = numeral
  if (more !== undefined || hasMore(folded, numeral, reading)) inexact = 'more_than'
  if (isMagnitudeAlone(folded, numeral, reading)) inexact = 'about'
  if (hasPlus(folded, numeral, reading)) inexact = 'at_least'
  return level({
    start: reading.start,
    end: more ?? reading.end,
    value,
    maxValue: numeral.maxValue,
    unit: reading.unit,
    detail: magnitude ? '' : reading.detail,
    inexact,
    form: numeral.form,
    scaled: numeral.scaled,
    bare: false,
  })
}

/** 12个多小时. */
const hasMore = (folded: string, numeral: Numeral, reading: UnitReading) =>
  reading.unit === 'duration' && folded.slice(numeral.end, reading.end).includes('多')

/** 百人, 千名, 百万用户: a magnitude without a digit before it is as inexact as 上百. */
function isMagnitudeAlone(folded: string, numeral: Numeral, reading: UnitReading): boolean {
  if (reading.unit !== 'count' || numeral.form !== 'han') return false
  for (let at = numeral.start; at < numeral.end; at++) if (!'百千万亿'.includes(folded[at]!)) return false
  return true
}

/** 70+个国家. */
const hasPlus = (folded: string, numeral: Numeral, reading: UnitReading) =>
  (reading.unit === 'count' || reading.unit === 'money') &&
  folded
    .slice(numeral.end, numeral.end + 2)
    .trimStart()
    .startsWith('+')

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
