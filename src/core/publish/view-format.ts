import type { Article } from '../model/article.ts'
import type { Figure, Qualifier, Unit } from '../model/figure.ts'
import type { Finding } from '../model/finding.ts'
import type { Lang } from '../model/lang.ts'
import { isAge } from '../text/age.ts'
import { isInexact } from '../text/inexact.ts'
import { openRecent } from './recent.ts'

/** Words of an edition; the keys are those of src/i18n, which core does not import. */
export type Translate = (key: string, params?: Record<string, string | number>) => string

/** What of a figure or finding its value is printed from. */
export interface Valued {
  value: number
  maxValue?: number | undefined
  unit: Unit
  unitDetail?: string | undefined
  qualifier: Qualifier
  /** Of a figure: what tells 数百 from `about 100`, and with its place an age from a span of years. */
  asWritten?: string | undefined
  start?: number | undefined
  end?: number | undefined
  quote?: Figure['quote'] | undefined
  /** Of a finding: the same, as it was told of its leading figure. */
  isInexact?: boolean | undefined
  isAge?: boolean | undefined
}

/** Intl's own tags: Taiwan's conventions for Traditional Chinese. */
const LOCALES: Record<Lang, string> = { en: 'en-GB', 'zh-Hans': 'zh-Hans-CN', 'zh-Hant': 'zh-Hant-TW' }
const DURATION_UNITS = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year'])

const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${lang} ${JSON.stringify(options)}`
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(LOCALES[lang], options))
  return formats.get(key)!
}

/** From here on names of numbers help nobody: computing power is told as 10²⁵ operations. */
const UNNAMED = 1e15
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** `10²⁵`, `2.1 × 10²⁶`. */
function powerOfTen(value: number, lang: Lang): string {
  const [mantissa = '', exponent = ''] = value.toExponential().split('e+')
  const power = `10${[...exponent].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`
  return mantissa === '1' ? power : `${plain(lang).format(Number(mantissa))} × ${power}`
}

const recent = openRecent<string>(5_000)
const PLAIN: Intl.NumberFormatOptions = {}
const plainFormats = new Map<Lang, Intl.NumberFormat>()

/** Most numbers are small and need no options of their own. */
function plain(lang: Lang): Intl.NumberFormat {
  const format = plainFormats.get(lang) ?? numberFormat(lang, { maximumFractionDigits: 4 })
  plainFormats.set(lang, format)
  return format
}

/** A number in an edition's notation: large ones shortened (120 million, 1.2亿) only where that loses nothing. */
export function formatNumber(value: number, lang: Lang, options: Intl.NumberFormatOptions = PLAIN): string {
  const isLarge = Math.abs(value) >= (lang === 'en' ? 1e6 : 1e5)
  if (!isLarge && options === PLAIN) return recent(`${lang} ${value}`, () => plain(lang).format(value))
  if (Math.abs(value) >= UNNAMED) return powerOfTen(value, lang)
  const isShort = Number(value.toPrecision(4)) === value
  const compact = { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 3 } as const
  return numberFormat(lang, {
    maximumFractionDigits: 4,
    ...(isLarge && isShort ? compact : {}),
    ...options,
  }).format(value)
}

/** The value without its qualifier: `96%`, `3倍`, `1/3`, `US$4.2 million`, `6 months`, `100–999`. */
export function formatValue(valued: Valued, lang: Lang, t: Translate): string {
  const { value, maxValue } = valued
  const size = sizeOf(valued)
  if (size !== undefined) return formatSize(valued, size, lang, t)
  if (lang !== 'en' && valued.unit === 'money') return formatChineseMoney(valued, lang, t)
  const one = formatOne(valued, value, lang, t)
  if (maxValue === undefined) return one
  const low = valued.unit === 'money' ? one : formatNumber(value, lang)
  return t('value.range', { low, high: formatOne(valued, maxValue, lang, t) })
}

/** From tens to trillions there are words for sizes. */
const LARGEST_SIZE = 12

/** The power of ten of a value whose words tell no number: 2 for 数百 and `hundreds`, which are not about 100. */
function sizeOf({
  value,
  maxValue,
  unit,
  qualifier,
  asWritten,
  isInexact: isSize,
}: Valued): number | undefined {
  if (qualifier !== 'about' || maxValue !== undefined) return undefined
  if (!isSize && (asWritten === undefined || !isInexact({ qualifier, asWritten }))) return undefined
  if (unit !== 'count' && unit !== 'money' && unit !== 'duration') return undefined
  const size = Math.floor(Math.log10(value) + 1e-9)
  return size >= 1 && size <= LARGEST_SIZE ? size : undefined
}

/** `hundreds`, `数百`, `tens of millions of US dollars`; 几十年 is `decades`, not `dozens of years`. */
function formatSize({ unit, unitDetail }: Valued, size: number, lang: Lang, t: Translate): string {
  const words = t(`value.size.${size}`)
  const isMoney = unit === 'money' && unitDetail !== undefined && /^[A-Z]{3}$/.test(unitDetail)
  if (isMoney && lang !== 'en') return nameChineseMoney(words, unitDetail, lang)
  const isTime = unit === 'duration' && unitDetail !== undefined && DURATION_UNITS.has(unitDetail)
  if (!isMoney && !isTime) return words
  if (unitDetail === 'year' && size === 1) return t('value.decades')
  const options: Intl.NumberFormatOptions = isMoney
    ? { style: 'currency', currency: unitDetail, currencyDisplay: 'name' }
    : { style: 'unit', unit: unitDetail!, unitDisplay: 'long' }
  const parts = numberFormat(lang, options).formatToParts(10 ** size)
  const name = parts.find(({ type }) => type === 'currency' || type === 'unit')?.value.trim() ?? ''
  return t('value.sizeOf', { size: words, unit: name })
}

/** `420万美元`, `新台幣3億元`: Chinese newspapers name the currency after the number, a few of them around it. */
function formatChineseMoney({ value, maxValue, unitDetail }: Valued, lang: Lang, t: Translate): string {
  const low = formatNumber(value, lang)
  const number = maxValue === undefined ? low : t('value.range', { low, high: formatNumber(maxValue, lang) })
  if (!unitDetail || !/^[A-Z]{3}$/.test(unitDetail)) return number
  return nameChineseMoney(number, unitDetail, lang)
}

function nameChineseMoney(number: string, currency: string, lang: Lang): string {
  const around = AROUND[lang]?.[currency]
  return around ? around.replace('#', number) : `${number}${currencyNames(lang).of(currency)}`
}

const AROUND: Partial<Record<Lang, Record<string, string>>> = {
  'zh-Hans': { CNY: '#元人民币', TWD: '新台币#元' },
  'zh-Hant': { CNY: '人民幣#元', HKD: '港幣#元', TWD: '新台幣#元' },
}

const currencies = new Map<Lang, Intl.DisplayNames>()

function currencyNames(lang: Lang): Intl.DisplayNames {
  if (!currencies.has(lang)) currencies.set(lang, new Intl.DisplayNames(LOCALES[lang], { type: 'currency' }))
  return currencies.get(lang)!
}

function formatOne(valued: Valued, value: number, lang: Lang, t: Translate): string {
  const { unit, unitDetail } = valued
  switch (unit) {
    case 'percent':
      return `${formatNumber(value, lang)}%`
    case 'percentage_point':
      return t('value.points', { value: formatNumber(value, lang) })
    case 'multiple':
      return t('value.multiple', { value: formatNumber(value, lang) })
    case 'fraction':
      return (
        simpleFraction(value) ?? formatNumber(value, lang, { style: 'percent', maximumFractionDigits: 2 })
      )
    case 'money':
      return formatMoney(value, unitDetail, lang)
    case 'duration':
      return unitDetail === 'year' && saysAge(valued)
        ? t('value.age', { value: formatNumber(value, lang) })
        : formatDuration(value, unitDetail, lang)
    case 'count':
    case 'score':
    case 'other':
      return formatNumber(value, lang)
    default:
      return unit satisfies never
  }
}

function saysAge({ asWritten, start, end, quote, isAge: isTold }: Valued): boolean {
  if (isTold !== undefined) return isTold
  if (asWritten === undefined || start === undefined || end === undefined || !quote) return false
  return isAge({ asWritten, start, end, quote })
}

function formatMoney(value: number, currency: string | undefined, lang: Lang): string {
  if (!currency || !/^[A-Z]{3}$/.test(currency)) return formatNumber(value, lang)
  return formatNumber(value, lang, { style: 'currency', currency, minimumFractionDigits: 0 })
}

function formatDuration(value: number, detail: string | undefined, lang: Lang): string {
  if (!detail || !DURATION_UNITS.has(detail)) return formatNumber(value, lang)
  const text = formatNumber(value, lang, { style: 'unit', unit: detail, unitDisplay: 'long' })
  // Intl puts a space before the unit in Taiwan's Chinese only; browsers set that gap themselves (text-autospace).
  return lang === 'en' ? text : text.replace(/(?<=\d) (?=\p{Script=Han})/u, '')
}

/** `1/3` for 0.3333…: denominators up to 20, exact to six digits. */
function simpleFraction(value: number): string | undefined {
  for (let down = 2; down <= 20; down++) {
    const up = Math.round(value * down)
    if (up > 0 && Math.abs(up / down - value) < 1e-6) return `${up}/${down}`
  }
  return undefined
}

/** `about`, `at least`: the words before a value; empty for exact ones, and where the value is a size in words. */
export function formatQualifier(valued: Valued, t: Translate): string {
  const isBare = valued.qualifier === 'exact' || sizeOf(valued) !== undefined
  return isBare ? '' : t(`qualifier.${valued.qualifier}`)
}

/** `about 1/3`, `至少6个月`: the value as one phrase of the edition. */
export function formatPhrase(valued: Valued, lang: Lang, t: Translate): string {
  const value = formatValue(valued, lang, t)
  const qualifier = formatQualifier(valued, t)
  return qualifier === '' ? value : t('value.qualified', { qualifier, value })
}

/** `7 outlets, 3 independent`: outlets that carry a finding, and how many remain when copies of one text count once. */
export function formatOutlets(finding: Finding, t: Translate): string {
  const count = new Set(finding.members.map((member) => member.sourceId)).size
  const outlets = t(count === 1 ? 'finding.outlets.one' : 'finding.outlets.many', { count })
  if (finding.independentSources >= count) return outlets
  return t('finding.outlets.independent', { outlets, count: finding.independentSources })
}

const dates = new Map<string, Intl.DateTimeFormat>()

/** A date with no more precision than it has; date-times show their own calendar day, in no other zone. */
export function formatDate(date: string, lang: Lang, month: 'long' | 'short' = 'long'): string {
  const known = printed[month][lang]
  const day = date.length > 10 ? date.slice(0, 10) : date
  let text = known.get(day)
  if (text === undefined) known.set(day, (text = printDate(date, lang, month)))
  return text
}

const openDays = (): Record<Lang, Map<string, string>> => ({
  en: new Map(),
  'zh-Hans': new Map(),
  'zh-Hant': new Map(),
})
/** Pages name few days, each many times, and Intl takes 20 µs a date. */
const printed = { long: openDays(), short: openDays() }

function printDate(date: string, lang: Lang, month: 'long' | 'short'): string {
  const precision = date.length === 4 ? 'y' : date.length === 7 ? 'ym' : 'ymd'
  const key = `${lang} ${precision} ${month}`
  if (!dates.has(key)) {
    const day = precision === 'ymd' ? ({ day: 'numeric' } as const) : {}
    const months = precision === 'y' ? {} : { month }
    dates.set(
      key,
      new Intl.DateTimeFormat(LOCALES[lang], { year: 'numeric', ...months, ...day, timeZone: 'UTC' }),
    )
  }
  const [year, at = '01', day = '01'] = date.slice(0, 10).split('-')
  return dates.get(key)!.format(new Date(`${year}-${at}-${day}T00:00:00Z`))
}

/** Where a date would stand: that none was given, or why the printed one is left out. */
export const formatUndated = ({ dateNote }: Pick<Article, 'dateNote'>, t: Translate): string =>
  dateNote && dateNote.reason !== 'two-digit-year'
    ? t(`article.undated.${dateNote.reason}`)
    : t('article.undated')

/** `Thu 19 Nov`, `11月19日 週四`: a day under a heading that names its month. */
export function formatDay(date: string, lang: Lang): string {
  if (!dates.has(`day ${lang}`)) {
    const parts = { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' } as const
    dates.set(`day ${lang}`, new Intl.DateTimeFormat(LOCALES[lang], parts))
  }
  const text = dates.get(`day ${lang}`)!.format(new Date(`${date}T00:00:00Z`))
  return lang === 'en' ? text.replace(',', '') : text.replace(/(?<=日) ?/u, ' ')
}

/** First and last day of a period, without what the two share: `23`, `29 November 2026`; `2026年11月23日`, `29日`. */
export function formatPeriod(from: string, to: string, lang: Lang): { from: string; to: string } {
  const [first, last] = [formatDate(from, lang), formatDate(to, lang)]
  if (from === to || from.slice(0, 4) !== to.slice(0, 4)) return { from: first, to: last }
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  if (lang === 'en') return { from: first.replace(isOneMonth ? / .*$/ : / \d+$/, ''), to: last }
  return { from: first, to: last.replace(isOneMonth ? /^.*月/ : /^.*年/, '') }
}

/** A moment that we measured, to the minute, in UTC. */
export function formatInstant(instant: string, lang: Lang): string {
  return `${formatDate(instant, lang)} ${instant.slice(11, 16)} UTC`
}
