import { activeFilters, wantsFigures } from './facets.ts'
import type { SearchQuery } from './search.ts'

/** Longest filter value that Meilisearch takes, in bytes of UTF-8, less a margin. */
const LONGEST_VALUE = 460

/**
 * A query's filters in Meilisearch's language; empty for none. Facets come from a list, never from an address; values are
 * quoted and escaped, so that `" OR 1 = 1` is a value that nothing has. `except` leaves one facet's filter out.
 */
export function buildServerFilter(query: SearchQuery, except?: string): string {
  const parts: string[] = []
  for (const [facet, values] of activeFilters(query)) {
    if (facet !== except) parts.push(`${facet} IN [${[...values].map(quote).join(', ')}]`)
  }
  const { min, max } = query.value ?? {}
  if (min !== undefined && Number.isFinite(min)) parts.push(`high >= ${min}`)
  if (max !== undefined && Number.isFinite(max)) parts.push(`low <= ${max}`)
  const from = dayNumber(query.dates?.from, '01')
  const to = dayNumber(query.dates?.to, '31')
  if (from !== undefined) parts.push(`dayTo >= ${from}`)
  if (to !== undefined) parts.push(`dayFrom <= ${to}`)
  const asks = parts.length > 0 || query.text.trim() !== ''
  if (asks && !wantsFigures(query)) parts.push('isMember = false')
  return parts.join(' AND ')
}

/** A facet's value as it is stored and asked: never longer than the server takes. */
export function serverValue(value: string): string {
  const bytes = new TextEncoder().encode(value)
  if (bytes.length <= LONGEST_VALUE) return value
  return new TextDecoder().decode(bytes.subarray(0, LONGEST_VALUE)).replace(/\ufffd+$/, '')
}

const quote = (value: string) => `"${serverValue(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** `2026-08-03` as 20260803; what a date leaves out is filled by its first or last possible value. */
export function dayNumber(date: string | undefined, filler: '01' | '31'): number | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '')
  if (!match) return undefined
  const [, year, month = filler === '01' ? '01' : '12', day = filler] = match
  return Number(`${year}${month}${day}`)
}
