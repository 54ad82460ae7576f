import type { RawItem } from '../src/core/model/raw-item.ts'
import { parseDate } from '../src/core/text/date.ts'
import type { ListState } from './state.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A permanent redirect is believed when it was seen so often over so long (a stray one is a mistake of that day). */
const MOVED_COUNT = 3
const MOVED_AFTER_MS = 2 * DAY_MS
/** A source is called stale after so many of its usual gaps, and not over a weekend: many post ten times a day, five days a week. */
const STALE_GAPS = 3
const STALE_AFTER_MS = 3 * DAY_MS

/** Something a person should look at although the list was read. */
export interface ListAlarm {
  code: 'moved' | 'stale'
  message: string
}

/** Newest date and usual gap of a list; entries without a date, or with one in the future, say nothing. */
export function measureDates(
  items: RawItem[],
  timeZone: string | undefined,
  nowMs: number,
): Pick<ListState, 'newest' | 'usualGapMs'> {
  const dates = items
    .map(({ published, updated }) =>
      parseDate(published ?? updated ?? '', { timeZone, now: new Date(nowMs) }),
    )
    .map((date) => (date === undefined ? Number.NaN : Date.parse(date)))
    .filter((date) => date <= nowMs + DAY_MS)
    .sort((a, b) => b - a)
  if (dates[0] === undefined) return {}
  const gaps = dates.slice(1).map((date, at) => dates[at]! - date)
  const median = gaps.sort((a, b) => a - b)[gaps.length >> 1]
  return { newest: dates[0], ...(median !== undefined && { usualGapMs: median }) }
}

/** The alarm that a list's memory gives, if any. */
export function raiseAlarm(
  { url, moved, newest, usualGapMs }: ListState,
  nowMs: number,
): ListAlarm | undefined {
  if (moved && moved.count >= MOVED_COUNT && nowMs - moved.since >= MOVED_AFTER_MS) {
    return {
      code: 'moved',
      message: `${url} has moved for good to ${moved.to}; change it in its source file`,
    }
  }
  if (newest === undefined || usualGapMs === undefined) return undefined
  const limitMs = Math.max(STALE_GAPS * usualGapMs, STALE_AFTER_MS)
  if (nowMs - newest <= limitMs) return undefined
  return {
    code: 'stale',
    message: `${url}: its newest entry is ${days(nowMs - newest)} days old and usually ${howOften(usualGapMs)}; has it moved?`,
  }
}

/** Days count only where they are at least one: of a list that posts by the hour nothing comes "every 0 days". */
function howOften(gapMs: number): string {
  if (gapMs < DAY_MS / 2) return 'several come a day'
  return days(gapMs) === 1 ? 'one comes every day' : `one comes every ${days(gapMs)} days`
}

const days = (ms: number) => Math.round((ms / DAY_MS) * 10) / 10
