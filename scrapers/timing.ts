const HOUR_MS = 60 * 60 * 1000

/** No server may put us off for longer; one that asks for years is mistaken or mocking. */
export const MAX_WAIT_MS = 24 * HOUR_MS
/** Kept after 429 or 503 whose Retry-After is missing or cannot be read. */
const DEFAULT_COOL_DOWN_MS = HOUR_MS

type Headers = Readonly<Record<string, string | undefined>>

/** Milliseconds that Retry-After asks for (seconds or HTTP date); undefined when absent or not readable. */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, MAX_WAIT_MS)
  // `Date.parse` takes `-5` and `12.5` for dates; an HTTP date names its month.
  if (!/[a-z]{3}/i.test(text)) return undefined
  const atMs = Date.parse(text)
  return Number.isNaN(atMs) ? undefined : Math.min(Math.max(atMs - nowMs, 0), MAX_WAIT_MS)
}

/** How long a host that answered 429 or 503 is left alone. */
export const coolDownMs = (headers: Headers, nowMs: number) =>
  parseRetryAfter(headers['retry-after'], nowMs) ?? DEFAULT_COOL_DOWN_MS

/** How long a response says it stays fresh, by Cache-Control or Expires; at most 24 hours. */
export function freshForMs(headers: Headers, nowMs: number): number {
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(headers['cache-control'] ?? '')?.[1]
  const expires = Date.parse(headers['expires'] ?? '')
  const freshMs = maxAge !== undefined ? Number(maxAge) * 1000 : expires - nowMs
  return Number.isFinite(freshMs) ? Math.min(Math.max(freshMs, 0), MAX_WAIT_MS) : 0
}

/** Time until a list is asked again after `failures` failures in a row: doubling, at most a day. */
export const backOffMs = (intervalMs: number, failures: number) =>
  Math.min(intervalMs * 2 ** Math.min(failures, 10), Math.max(MAX_WAIT_MS, intervalMs))

/** Full jitter: anything between nothing and the doubled base, so that clients do not come back together. */
export const jitteredDelayMs = (attempt: number, random: () => number) => random() * 1000 * 2 ** attempt
