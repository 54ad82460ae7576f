/**
 * A string that sorts dates of mixed precision: date-times with a zone are moved to UTC, the others stay as written, so that
 * `2026-08` sorts before every day of that August.
 */
export function sortKey(date: string): string {
  return /T.*(Z|[+-]\d{2}:\d{2})$/.test(date) ? new Date(date).toISOString() : date
}

/** `2026-08-03` of a date that names a day, as its source wrote it; undefined for coarser ones. */
export function dayOf(date: string): string | undefined {
  return date.length >= 10 ? date.slice(0, 10) : undefined
}

/** Milliseconds since 1970 for placing a date on an axis: the middle of the month or year where no day is named. */
export function axisTime(date: string): number {
  if (date.length === 4) return Date.parse(`${date}-07-01T00:00:00Z`)
  if (date.length === 7) return Date.parse(`${date}-15T00:00:00Z`)
  if (date.length === 10) return Date.parse(`${date}T00:00:00Z`)
  return Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(date) ? date : `${date}Z`)
}
