import { type DateOptions, formatDate } from './date.ts'
import { smallNumber } from './date-words.ts'
import { zoneMinutes } from './date-zone.ts'

const MINUTE_MS = 60_000
const UNITS: [RegExp, 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'][] = [
  [/^(秒|秒钟|秒鐘|second|sec)/i, 'minute'],
  [/^(分|分钟|分鐘|minute|min)/i, 'minute'],
  [/^(小时|小時|个小时|個小時|钟头|鐘頭|hour|hr|h)/i, 'hour'],
  [/^(天|日|day|d)/i, 'day'],
  [/^(周|週|星期|个星期|個星期|礼拜|week|w)/i, 'week'],
  [/^(个月|個月|月|month|mo)/i, 'month'],
  [/^(年|year|yr|y)/i, 'year'],
]

const AGO =
  /^(?:约|約|大约|about )?\s*(\d{1,4}|[一二两兩三四五六七八九十]{1,3}|半|an?|one|two|three)\s*([\p{Script=Han}a-z]+?)s?\s*(?:前|以前|之前| ago)$/iu
const DAY =
  /^(今天|今日|昨天|昨日|前天|today|yesterday)[\s,]*(?:(上午|下午|晚上|凌晨)?\s*(\d{1,2})[::时時点點](\d{1,2})?分?)?$/i
const SHORT = /^(\d{1,2})(?:月|[-/.])(\d{1,2})日?(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/** `刚刚`, `3小时前`, `昨天 10:30`, `04-16 18:30`: only together with `now`, in no finer precision than the words have. */
export function parseRelative(text: string, options: DateOptions): string | undefined {
  if (!options.now) return undefined
  if (/^(刚刚|剛剛|刚才|剛才|just now|moments? ago)$/i.test(text))
    return minuteAt(options.now.getTime(), options)
  const ago = AGO.exec(text)
  if (ago) return agoDate(ago[1] ?? '', ago[2] ?? '', options.now, options)
  const day = DAY.exec(text)
  if (day) return dayDate(day, options.now, options)
  const short = SHORT.exec(text)
  return short ? shortDate(short, options.now, options) : undefined
}

function agoDate(count: string, unitText: string, now: Date, options: DateOptions): string | undefined {
  const unit = UNITS.find(([pattern]) => pattern.test(unitText))?.[1]
  if (unit === undefined) return undefined
  const amount = countOf(count)
  if (unit === 'minute')
    return minuteAt(now.getTime() - (/^(秒|s)/i.test(unitText) ? 0 : amount) * MINUTE_MS, options)
  if (unit === 'hour') return minuteAt(now.getTime() - amount * 60 * MINUTE_MS, options)
  const local = localParts(now.getTime(), options)
  const at = new Date(Date.UTC(local.year, local.month - 1, local.day))
  if (unit === 'day' || unit === 'week') at.setUTCDate(at.getUTCDate() - amount * (unit === 'week' ? 7 : 1))
  else
    at.setUTCFullYear(
      at.getUTCFullYear() - (unit === 'year' ? amount : 0),
      at.getUTCMonth() - (unit === 'month' ? amount : 0),
      1,
    )
  const precision = { day: 10, week: 10, month: 7, year: 4 }[unit]
  return at.toISOString().slice(0, precision)
}

function countOf(count: string): number {
  if (/^\d+$/.test(count)) return Number(count)
  if (count === '半') return 0.5
  const english = ['one', 'two', 'three'].indexOf(count.toLowerCase())
  if (english >= 0) return english + 1
  return /^an?$/i.test(count) ? 1 : smallNumber(count.replace(/[两兩]/g, '二'))
}

function dayDate(match: RegExpExecArray, now: Date, options: DateOptions): string | undefined {
  const back = /^(昨|yesterday)/i.test(match[1] ?? '') ? 1 : match[1] === '前天' ? 2 : 0
  const local = localParts(now.getTime(), options)
  const at = new Date(Date.UTC(local.year, local.month - 1, local.day - back))
  const parts = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
  if (match[3] === undefined) return formatDate(parts, options)
  const afternoon = /下午|晚上/.test(match[2] ?? '') && Number(match[3]) < 12 ? 12 : 0
  return formatDate({ ...parts, hour: Number(match[3]) + afternoon, minute: Number(match[4] ?? 0) }, options)
}

/** A day without a year is the latest such day that is not ahead of now. */
function shortDate(match: RegExpExecArray, now: Date, options: DateOptions): string | undefined {
  const [month = 0, day = 0, hour, minute, second] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)))
  const local = localParts(now.getTime(), options)
  const isAhead = Date.UTC(local.year, month - 1, day) > Date.UTC(local.year, local.month - 1, local.day)
  return formatDate({ year: local.year - (isAhead ? 1 : 0), month, day, hour, minute, second }, options)
}

function minuteAt(instantMs: number, options: DateOptions): string | undefined {
  const local = localParts(instantMs, options)
  return formatDate({ ...local, zone: options.timeZone ?? 0 }, options)
}

function localParts(instantMs: number, options: DateOptions) {
  const shift = options.timeZone ? zoneMinutes(options.timeZone, instantMs) : 0
  const at = new Date(instantMs + shift * MINUTE_MS)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
  }
}
