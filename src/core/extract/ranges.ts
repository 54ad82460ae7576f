import { Gate } from './gates.ts'
import { type Numeral, tidy } from './numeral.ts'
import { readNumeral } from './numerals.ts'
import type { Quantity } from './quantity.ts'
import { readUnit } from './units-reader.ts'
import type { UnitReading } from './units-table.ts'
import { isYear } from './units-time.ts'

const JOIN =
  /(?:-to-| ?[-–—~～〜] ?| ?[到至] ?| to | through | or | ?或 ?)(?=[$€£¥]?[0-9零一二两三四五六七八九十百数几a-z.])/y
const BETWEEN_JOIN = / and (?=[$€£¥]?[0-9a-z.])/y
/** Every character with which one of these joins begins. */
const JOINS = ' -–—~～〜到至或和与跟及'
/** 20和30之间: what follows the second number says that the two are the ends of a range. */
const BOTH_JOIN = /[和与跟及](?=[0-9零一二三四五六七八九十百数几])/y
const BOTH = /(?:之间|间(?!隔))/y
/** What stands before a range that is a change: two figures, not one. */
const FROM = new Gate(/(?:\bfrom|由|从|自)\s?(?:[a-z0-9 ]{0,3})?[$€£¥]?$/)
/** `estimates range from 2% to 97%`: the verb says that it is no change. */
const RANGES_FROM = new Gate(
  /(?:\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|somewhere|(?:stretch|extend|spread)(?:s|es|ed|ing)?|(?:interval|ci|range|band) (?:runs|ran|goes|is|was|extends)|interval|range|band) from)\s?[$€£¥]?$/,
)
const BETWEEN = new Gate(/(?:\bbetween|在|介于|介乎)\s?(?:[a-z]{0,5} )?[$€£¥]?$/)

/** The two ends of a range, with the units beside them. */
interface Ends {
  low: Numeral
  lowUnit: UnitReading | undefined
  high: Numeral
  highUnit: UnitReading | undefined
  /** The words between them. */
  join: string
}

/**
 * `60%–80%`, `5到10年`, `between 10 and 15 percent`; not `from 50% to 90%`, which is a change and stays two figures.
 * `taken` is where the quantity before ends.
 */
export function readRange(
  folded: string,
  low: Numeral,
  lowUnit: UnitReading | undefined,
  taken: number,
): Quantity | undefined {
  const end = Math.max(lowUnit?.end ?? 0, low.end)
  if (!JOINS.includes(folded[end] ?? '#')) return undefined
  const left = folded.slice(Math.max(0, low.start - 24), lowUnit?.start ?? low.start)
  const isChange = FROM.test(left) && !RANGES_FROM.test(left)
  if (isChange && !/[由从自]/.test(left)) return undefined
  if (taken >= low.start - 1 && /[-–]/.test(folded[low.start - 1] ?? '')) return undefined
  const ends = readEnds(folded, low, lowUnit, BETWEEN.test(left))
  if (!ends || !isRange(folded, ends) || (isChange && !isVaried(folded, ends))) return undefined
  return build(ends)
}

/** 从1%到10%不等: 不等 says that it is no change. */
const isVaried = (folded: string, { high, highUnit }: Ends) =>
  folded.startsWith('不等', skipBlank(folded, highUnit?.end ?? high.end))

const skipBlank = (folded: string, at: number) => (folded[at] === ' ' ? at + 1 : at)

function readEnds(
  folded: string,
  low: Numeral,
  lowUnit: UnitReading | undefined,
  isBetween: boolean,
): Ends | undefined {
  const end = Math.max(lowUnit?.end ?? 0, low.end)
  const both = matchAt(BOTH_JOIN, folded, end)
  if (both !== undefined) return readBoth(folded, low, lowUnit, both)
  const at = (isBetween ? matchAt(BETWEEN_JOIN, folded, end) : undefined) ?? matchAt(JOIN, folded, end)
  if (at === undefined) return undefined
  const symbol = /[$€£¥]/.test(folded[at]!) ? 1 : 0
  const high = readNumeral(folded, at + symbol)
  if (!high || (isYear(low) && isYear(high))) return undefined
  return { low, lowUnit, high, highUnit: readUnit(folded, high), join: folded.slice(end, high.start) }
}

function readBoth(
  folded: string,
  low: Numeral,
  lowUnit: UnitReading | undefined,
  at: number,
): Ends | undefined {
  const high = readNumeral(folded, at)
  if (!high || (isYear(low) && isYear(high))) return undefined
  const highUnit = matchAt(BOTH, folded, high.end) ? undefined : readUnit(folded, high)
  if (!matchAt(BOTH, folded, highUnit?.end ?? high.end)) return undefined
  return { low, lowUnit, high, highUnit, join: '和' }
}

function matchAt(pattern: RegExp, folded: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(folded) ? pattern.lastIndex : undefined
}

/** 3–5 million, 1到2亿: a small first number takes the magnitude of the second. */
const lowEnd = ({ low, high }: Ends) => low.value * (!low.scaled && low.value < 1000 ? (high.scale ?? 1) : 1)

function isRange(folded: string, ends: Ends): boolean {
  const { low, lowUnit, high, highUnit } = ends
  if (!(high.value > lowEnd(ends))) return false
  // a two-to-three-year project, but a scale of one-to-five
  if (ends.join === '-to-' && highUnit?.unit !== 'duration') return false
  if (!lowUnit && !highUnit) return isBareRange(folded, ends) || isDecimalRange(folded, ends)
  if (lowUnit && highUnit && lowUnit.unit !== highUnit.unit) return false
  if (lowUnit && !highUnit && lowUnit.unit !== 'money' && lowUnit.unit !== 'percent') return false
  // up 1% — 36 of them
  if (lowUnit && !highUnit && / [—–] /.test(ends.join)) return false
  // rose 56.4% to 233: the second number is what the first led to
  if (lowUnit?.unit === 'percent' && !highUnit && /to|[到至]/.test(ends.join)) return false
  // 减少210人至1,340人: what it led to, not how far it may reach
  if (isLed(folded, ends)) return false
  if (/ or |或/.test(ends.join)) return !lowUnit && high.value - low.value <= 2 && high.value < 20
  return (
    high.form === low.form || low.form === 'digits' || high.form === 'digits' || low.inexact !== undefined
  )
}

const LEADS_TO =
  /(?:减少|增加|上升|下降|上涨|下跌|裁减|裁员|提高|降低|上调|下调|[增减升降涨跌])了?\s?$|(?<![a-z])(?:fell|fallen|falling|rose|risen|rising|dropped|climbed|gained|slid|sank|jumped|lost|added|down|up|off|increased|decreased)(?: by)? $/

const isLed = (folded: string, { low, lowUnit, high, highUnit, join }: Ends): boolean =>
  lowUnit !== undefined &&
  highUnit !== undefined &&
  /[到至]|^ to /.test(join) &&
  high.value >= 4 * low.value &&
  LEADS_TO.test(folded.slice(Math.max(0, lowUnit.start - 14), lowUnit.start))

/** `20 to 30 employees`, `5k-20k`, 20和30之间: whole numbers that the context must make a count. */
function isBareRange(folded: string, ends: Ends): boolean {
  const { low, high, join } = ends
  // 600 million or 13 billion parameters: two sizes
  if (join === ' or ' && high.value > 2 * lowEnd(ends)) return false
  if (join === '和') return true
  if (!Number.isInteger(lowEnd(ends)) || !Number.isInteger(high.value)) return false
  const next = folded.slice(high.end, high.end + 2)
  // 得分在51到62之间
  if (/[到至]/.test(join) && /^之?间/.test(next)) return !(low.value >= 1500 && isYear(low))
  if (/^ ?[-–—~～〜] ?$/.test(join)) return !/^[-–/.:\d]/.test(next) && !(low.value >= 1500 && isYear(low))
  return /[到至]/.test(join)
    ? low.scaled && high.scaled
    : !/或/.test(join) && (/^ [a-z]/.test(next) || (/^(?:[.,;)]|$)/.test(next) && !/ or /.test(join)))
}

/** `ranged from 0.31 to 0.88`, 介于0.31至0.88: two decimals that the words before say are the ends of a range. */
const ENDS_OF =
  /(?:(?<![a-z])(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)) from|(?<![a-z])between|介[于乎])\s?$/

const isDecimalRange = (folded: string, { low, high }: Ends) =>
  low.form === 'digits' &&
  !Number.isInteger(low.value) &&
  high.form === 'digits' &&
  !low.scaled &&
  !high.scaled &&
  ENDS_OF.test(folded.slice(Math.max(0, low.start - 14), low.start))

function build(ends: Ends): Quantity {
  const { low, lowUnit, high, highUnit } = ends
  const unit = highUnit ?? lowUnit
  const factor = unit?.factor ?? 1
  const inexact = low.inexact ?? high.inexact
  // 2毛钱到10块钱: each end has its own
  const ratio = lowUnit && highUnit && unit?.unit === 'money' ? (lowUnit.factor ?? 1) / factor : 1
  const resolve = (value: number) => (unit?.detail === 'magnitude' ? 10 ** value : tidy(value * factor))
  return {
    start: lowUnit?.start ?? low.start,
    end: highUnit?.end ?? high.end,
    value: resolve(lowEnd(ends) * ratio),
    maxValue: resolve(high.maxValue ?? high.value),
    unit: unit?.unit ?? 'count',
    detail: unit?.detail === 'magnitude' ? '' : unit?.detail || lowUnit?.detail || '',
    form: low.form,
    scaled: high.scaled,
    bare: unit === undefined,
    ...(inexact && { inexact }),
  }
}
