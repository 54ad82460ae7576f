import { describe, expect, it } from 'vitest'
import { backOffMs, freshForMs, jitteredDelayMs, parseRetryAfter } from '../../scrapers/timing.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOW = Date.parse('2026-11-21T00:00:00Z')

describe('timing', () => {
  it.each([
    ['120', 2 * MINUTE],
    [' 0 ', 0],
    ['Sat, 21 Nov 2026 01:00:00 GMT', HOUR],
    ['Fri, 20 Nov 2026 01:00:00 GMT', 0],
    ['Thu, 21 Nov 2030 01:00:00 GMT', 24 * HOUR],
    ['99999999999999999999', 24 * HOUR],
    ['1.5', undefined],
    ['tomorrow', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads Retry-After %j as %j ms', (value, expected) => {
    expect(parseRetryAfter(value, NOW)).toBe(expected)
  })

  it.each([
    [{ 'cache-control': 'public, max-age=43200' }, 12 * HOUR],
    [{ 'cache-control': 'MAX-AGE="60"' }, MINUTE],
    [{ 'cache-control': 's-maxage=600' }, 0],
    [{ 'cache-control': 'max-age=99999999999' }, 24 * HOUR],
    [{ expires: 'Sat, 21 Nov 2026 02:00:00 GMT' }, 2 * HOUR],
    [{ expires: '0' }, 0],
    [{ expires: 'Sat, 21 Nov 2026 02:00:00 GMT', 'cache-control': 'max-age=60' }, MINUTE],
    [{}, 0],
  ])('takes %j as fresh for %i ms', (headers, expected) => {
    expect(freshForMs(headers, NOW)).toBe(expected)
  })

  it('doubles the interval with each failure up to a day, and never goes below the interval', () => {
    expect([0, 1, 2, 3, 9, 500].map((failures) => backOffMs(HOUR, failures) / HOUR)).toEqual([
      1, 2, 4, 8, 24, 24,
    ])
    expect(backOffMs(72 * HOUR, 3)).toBe(72 * HOUR)
  })

  it('spreads delays over the whole doubled range', () => {
    expect([0, 0.5, 0.999].map((random) => jitteredDelayMs(1, () => random))).toEqual([0, 1000, 1998])
  })
})
