import { parseRelative } from './date-relative.ts'
import { monthOf, weekdayOf, withFigures } from './date-words.ts'
import { offsetAt, parseZone, type Zone } from './date-zone.ts'

/** What a printed date leaves open and its source says. */
export interface DateOptions {
  /** For `3小时前` and dates without a year; without it those are no dates. */
  now?: Date | undefined
  /** IANA zone of times that name none; without it they stay without a zone. */
  timeZone?: string | undefined
  /** Whether 03/11/2026 is in November; when unknown, a date that could be both keeps only its year. */
  dayFirst?: boolean | undefined
}

/** Parts of a date as printed; what is missing was not printed. */
export interface DateParts {
  year: number
  month?: number | undefined
  day?: number | undefined
  hour?: number | undefined
  minute?: number | undefined
  second?: number | undefined
  zone?: Zone | undefined
}

/**
 * A date as sources print it, in ISO 8601 and in the precision given: ISO, RFC 822 in its broken forms, 2026年8月3日, 民國115年,
 * 刚刚, 3小时前. Undefined when the text is no date, or not only a date.
 */
export function parseDate(text: string, options: DateOptions = {}): string | undefined {
  const plain = withFigures(text.normalize('NFKC').replace(/\\n/g, ' ').replace(/\s+/g, ' ').trim())
  if (plain === '' || plain.length > 100) return undefined
  const relative = parseRelative(plain, options)
  if (relative !== undefined) return relative
  const parts =
    parseNumber(plain) ??
    parseIso(plain, options) ??
    parseChinese(plain, options) ??
    parseWords(plain, options)
  return parts && formatDate(parts, options)
}

/** Undefined when the parts are no day of the calendar or no time of the day. */
export function formatDate(parts: DateParts, options: DateOptions): string | undefined {
  const { year, month, day, hour, minute, second } = parts
  if (year < 1 || year > 9999) return undefined
  const date = [
    pad(year, 4),
    ...(month === undefined ? [] : [pad(month)]),
    ...(day === undefined ? [] : [pad(day)]),
  ].join('-')
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (day !== undefined && (day < 1 || day > daysIn(year, month ?? 1))) return undefined
  if (hour === undefined || day === undefined) return date
  if (hour > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined
  const time = `${pad(hour)}:${pad(minute ?? 0)}${second === undefined ? '' : `:${pad(second)}`}`
  const zone = parts.zone ?? options.timeZone
  const wallClock = Date.parse(`${date}T${time}Z`)
  return `${date}T${time}${zone === undefined ? '' : (offsetAt(zone, wallClock) ?? '')}`
}

const pad = (value: number, length = 2) => String(value).padStart(length, '0')
const daysIn = (year: number, month: number) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))

/** Two-digit years are those around now: 69 is 2069, 70 is 1970 (POSIX). */
const fullYear = (year: number, digits: number) => (digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year)

/** Seconds or milliseconds since 1970, and the forms that ISO 8601 shortened in 1988. */
function parseNumber(text: string): DateParts | undefined {
  if (/^1\d{9}(\d{3})?$/.test(text)) {
    const at = new Date(Number(text) * (text.length === 10 ? 1000 : 1))
    const [date, time] = [
      at.toISOString().slice(0, 10).split('-').map(Number),
      at.toISOString().slice(11, 19).split(':').map(Number),
    ]
    return {
      year: date[0] ?? 0,
      month: date[1],
      day: date[2],
      hour: time[0],
      minute: time[1],
      second: time[2],
      zone: 0,
    }
  }
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(text)
  if (compact && Number(compact[1]) > 1900) {
    const [year = 0, month, day, hour, minute, second] = compact.slice(1, 7).map(number)
    return { year, month, day, hour, minute, second, ...(compact[7] ? { zone: 0 } : {}) }
  }
  const short = /^(\d{2})(-?)(\d{2})\2(\d{2})$/.exec(text) ?? /^-(\d{2})(-?)(\d{2})$/.exec(text)
  if (short) return { year: fullYear(Number(short[1]), 2), month: Number(short[3]), day: number(short[4]) }
  const ordinal = /^(\d{2}|\d{4}-?)(\d{3})$/.exec(text)
  return ordinal && Number(ordinal[2]) > 31 ? dayOfYear(ordinal[1] ?? '', Number(ordinal[2])) : undefined
}

function dayOfYear(year: string, day: number): DateParts | undefined {
  const digits = year.replace('-', '')
  const full = fullYear(Number(digits), digits.length)
  const at = new Date(Date.UTC(full, 0, day))
  return at.getUTCFullYear() === full
    ? { year: full, month: at.getUTCMonth() + 1, day: at.getUTCDate() }
    : undefined
}

const TIME = String.raw`(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?`
const ISO = new RegExp(
  String.raw`^(\d{4})(?:-0?(\d{1,2}|\p{L}{3,12})(?:-(\d{1,2}))?)?(?:(?:T|\s|\s?-\s)\s*${TIME}\s*(.*))?$`,
  'u',
)

function parseIso(text: string, options: DateOptions): DateParts | undefined {
  const match = ISO.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, zoneText] = match
  const parts = {
    year: Number(year),
    month: month === undefined ? undefined : monthNumber(month),
    day: number(day),
  }
  if (month !== undefined && parts.month === undefined) return undefined
  if (hour !== undefined && day === undefined) return undefined
  return withTime(parts, { hour, minute, second, zoneText }, options)
}

const monthNumber = (text: string) => (/^\d+$/.test(text) ? Number(text) : monthOf(text))

interface TimeText {
  hour?: string | undefined
  minute?: string | undefined
  second?: string | undefined
  zoneText?: string | undefined
  /** 下午, PM and the like. */
  half?: string | undefined
}

/** Undefined when something stands where the zone should be that is none: then the text is not a date. */
function withTime(parts: DateParts, time: TimeText, options: DateOptions): DateParts | undefined {
  if (time.hour === undefined) return parts
  const zoneText = (time.zoneText ?? '').replace(/\s*\([^)]*\)\s*$/, '').trim()
  const zone = zoneText === '' ? undefined : parseZone(zoneText, options.timeZone)
  if (zoneText !== '' && zone === undefined) return undefined
  const hour = hourOf(Number(time.hour), time.half)
  return { ...parts, hour, minute: number(time.minute) ?? 0, second: number(time.second), zone }
}

const AFTERNOON = /^(下午|晚上|晚间|晚間|傍晚|午后|午後|오후|p\.?m\.?)$/i
const MORNING = /^(上午|凌晨|早上|清晨|오전|a\.?m\.?)$/i

function hourOf(hour: number, half?: string): number {
  if (half === undefined) return hour
  if (half === '中午') return hour < 3 ? hour + 12 : hour
  if (AFTERNOON.test(half) && hour < 12) return hour + 12
  return MORNING.test(half) && hour === 12 ? 0 : hour
}

const DAY_WORD = String.raw`(?:\s*[(（]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天1-6][)）]?)?`
const HALF = '(上午|下午|凌晨|早上|清晨|中午|傍晚|晚上|晚间|晚間|午后|午後|오전|오후)?'
const CHINESE = new RegExp(
  String.raw`^((?:中華)?民[國国]|西元|公元)?\s*(\d{1,4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日号號일]?)?)?${DAY_WORD}\s*,?\s*${HALF}\s*(?:(\d{1,2})\s*[::时時点點시]\s*(?:(\d{1,2})\s*(?:[::分분]\s*(?:(\d{1,2})\s*[秒초]?)?)?)?)?\s*(.*)$`,
)
const SLASHED = new RegExp(
  String.raw`^(\d{4})\s*([/.\-])\s*(\d{1,2})(?:\s*\2\s*(\d{1,2}))?\.?${DAY_WORD}\s*,?\s*${HALF}\s*(?:T?${TIME}\s*(.*))?$`,
)

function parseChinese(text: string, options: DateOptions): DateParts | undefined {
  const chinese = CHINESE.exec(text)
  if (chinese) {
    const [, era, year = '', month, day, half, hour, minute, second, zoneText] = chinese
    if (hour === undefined && zoneText !== '') return undefined
    const parts = { year: yearOf(era, year), month: number(month), day: number(day) }
    return withTime(parts, { hour, minute, second, zoneText, half }, options)
  }
  const slashed = SLASHED.exec(text)
  if (!slashed) return undefined
  const [, year, , month, day, half, hour, minute, second, zoneText] = slashed
  return withTime(
    { year: Number(year), month: number(month), day: number(day) },
    { hour, minute, second, zoneText, half },
    options,
  )
}

/** Year 1 of the Republic is 1912; a bare 年 of three digits is of the Republic, too. */
function yearOf(era: string | undefined, year: string): number {
  if (era?.includes('民')) return Number(year) + 1911
  if (year.length === 3 && era === undefined) return Number(year) + 1911
  return fullYear(Number(year), year.length)
}

const WORDS_TIME = new RegExp(
  String.raw`(?:^|[\s,T\-–])(?:at |um |à )?${TIME}(?!\d|:\d)\s*(a\.?m\b\.?|p\.?m\b\.?)?(?:\s+uhr)?`,
  'i',
)
const FILLERS = /^(at|um|on|of|the|de|del|le|el|uhr|h|posted|published|updated|st|nd|rd|th)$/i

/** Dates in words and RFC 822: a time and a zone are taken out, the rest must be day, month and year in some order. */
function parseWords(text: string, options: DateOptions): DateParts | undefined {
  const bare = text
    .replace(/\s*\([^)]*\)\s*/g, ' ')
    .replace(/(\d)(st|nd|rd|th)\b/gi, '$1')
    .trim()
  const time = WORDS_TIME.exec(bare)
  const around = time ? [bare.slice(0, time.index), bare.slice(time.index + time[0].length)] : [bare, '']
  const [zoneText, after] = takeZone(around[1] ?? '', options)
  const [zoneBefore, before] = time ? ['', around[0] ?? ''] : takeZone(around[0] ?? '', options)
  const tokens = `${before} ${after}`
    .split(/[\s,]+/)
    .filter((token) => token !== '' && !FILLERS.test(token) && !/^[-–|·.]$/.test(token))
  const day = dayOfTokens(tokens, options)
  if (!day) return undefined
  return withTime(
    day,
    {
      hour: time?.[1],
      minute: time?.[2],
      second: time?.[3],
      half: time?.[4],
      zoneText: zoneText || zoneBefore,
    },
    options,
  )
}

/** The zone at the beginning of what follows a time, or at the end of a date, and what is left. */
function takeZone(text: string, options: DateOptions): [string, string] {
  const rest = text.trim()
  const first = /^[^\s,]+/.exec(rest)?.[0] ?? ''
  if (first !== '' && parseZone(first, options.timeZone) !== undefined)
    return [first, rest.slice(first.length)]
  const last = /[^\s,]+$/.exec(rest)?.[0] ?? ''
  if (/^[A-Z]{2,4}$/.test(last) && parseZone(last, options.timeZone) !== undefined)
    return [last, rest.slice(0, -last.length)]
  return ['', rest]
}

function dayOfTokens(tokens: string[], options: DateOptions): DateParts | undefined {
  const split = tokens.flatMap((token) =>
    /^\d+([/.-])(\d+|\p{L}+)\1\d+$/u.test(token) ? token.split(/[/.-]/) : [token.replace(/\.$/, '')],
  )
  const words = split.filter((token) => !/^\d+$/.test(token))
  const numbers = split.filter((token) => /^\d+$/.test(token))
  const month = words
    .map((word, i) => (i === 0 && words.length > 1 && isWeekday(word) ? undefined : monthOf(word)))
    .find(Boolean)
  const unknown = words.filter(
    (word, i) => monthOf(word) === undefined && !isWeekday(word) && !(i === 0 && /^\p{L}+$/u.test(word)),
  )
  if (unknown.length > 0 || words.length > 2 || numbers.length === 0) return undefined
  const weekday = words[0] === undefined ? undefined : weekdayOf(words[0])
  if (month !== undefined) return withMonth(month, numbers)
  if (words.some((word) => weekdayOf(word) === undefined)) return undefined
  return numbers.length === 3 ? allNumbers(numbers, tokens, weekday, options) : undefined
}

const isWeekday = (word: string) => weekdayOf(word) !== undefined

function withMonth(month: number, numbers: string[]): DateParts | undefined {
  const long = numbers.find((digits) => digits.length === 4)
  if (numbers.length === 1) return long ? { year: Number(long), month } : undefined
  if (numbers.length !== 2) return undefined
  const [first = '', second = ''] = numbers
  const yearText = long ?? second
  const dayText = yearText === second ? first : second
  return { year: fullYear(Number(yearText), yearText.length), month, day: Number(dayText) }
}

/** Three numbers: a year of four digits may stand first, else last; the day of the week or a number above 12 tells day from month. */
function allNumbers(
  numbers: string[],
  tokens: string[],
  weekday: number | undefined,
  options: DateOptions,
): DateParts | undefined {
  const [a = '', b = '', c = ''] = numbers
  if (a.length === 4) return { year: Number(a), month: Number(b), day: Number(c) }
  const year = fullYear(Number(c), c.length)
  const candidates = [
    { year, month: Number(a), day: Number(b) },
    { year, month: Number(b), day: Number(a) },
  ].filter(
    (parts) =>
      parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= daysIn(year, parts.month),
  )
  if (candidates.length < 2 || a === b) return candidates[0]
  const onWeekday = candidates.filter(
    (parts) => new Date(Date.UTC(year, parts.month - 1, parts.day)).getUTCDay() === weekday,
  )
  if (onWeekday.length === 1) return onWeekday[0]
  const dotted = tokens.some((token) => /^\d+\.\d+\.\d+$/.test(token))
  const dayFirst = options.dayFirst ?? (dotted ? true : undefined)
  return dayFirst === undefined ? { year } : candidates[dayFirst ? 1 : 0]
}
