import type { DateNote } from '../model/article.ts'
import { parseDate } from './date.ts'
import { withFigures } from './date-words.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const FIRST_YEAR = 1990
const LONGEST = 100

/** Why a date cannot be that of a page read `now`, where that is known: before the web, or more than a day ahead. */
export function findImplausible(date: string, now: Date | undefined): 'too-early' | 'future' | undefined {
  if (Number(date.slice(0, 4)) < FIRST_YEAR) return 'too-early'
  return now !== undefined && Date.parse(date) > now.getTime() + DAY_MS ? 'future' : undefined
}

/** What to note of a date that was read as `date`, or not read, from the words `asWritten`; undefined when it is good or there is none. */
export function noteDate(
  date: string | undefined,
  asWritten: string | undefined,
  now: Date,
): DateNote | undefined {
  const printed = [...(asWritten ?? date ?? '').trim().toWellFormed()].slice(0, LONGEST).join('')
  if (printed === '') return undefined
  const read = date ?? parseDate(printed)
  const reason = read === undefined ? 'unreadable' : findImplausible(read, now)
  if (reason !== undefined) return { reason, asWritten: printed }
  if (date === undefined) return { reason: 'unreadable', asWritten: printed }
  return hasTwoDigitYear(printed) ? { reason: 'two-digit-year', asWritten: printed } : undefined
}

/**
 * Whether the century of the date is a guess. A date that is one without `now` prints its year: in full, in years of the
 * Republic, in seconds since 1970, or else in its last two digits.
 */
function hasTwoDigitYear(text: string): boolean {
  const year = parseDate(text)?.slice(0, 4)
  if (year === undefined) return false
  const plain = withFigures(text.normalize('NFKC')).replace(/\s+/g, '')
  const isOtherwise = /民[國国]|(?<!\d)\d{3}[年년]|^1\d{9}(?:\d{3})?$/.test(plain)
  return !isOtherwise && !plain.includes(year)
}
