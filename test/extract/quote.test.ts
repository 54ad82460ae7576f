import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildQuote } from '../../src/core/extract/quote.ts'

describe('buildQuote', () => {
  it('holds the words, their place and 32 units around', () => {
    const text = `${'前'.repeat(40)}九成六${'後'.repeat(40)}`
    expect(buildQuote(text, 40, 43)).toEqual({
      exact: '九成六',
      prefix: '前'.repeat(32),
      suffix: '後'.repeat(32),
      start: 40,
      end: 43,
    })
  })

  it.each([
    [-1, 2],
    [0, 0],
    [3, 2],
    [0, 99],
    [0.5, 2],
    [Number.NaN, 2],
    [2, 3],
    [0, 2],
  ])('refuses %d to %d of a text whose second character is a surrogate pair', (start, end) => {
    expect(buildQuote('a😀b', start, end)).toBeUndefined()
  })

  it('keeps the invariant for every text and place, and never half a pair around it', () => {
    const text = fc
      .array(fc.constantFrom('😀', '字', 'a', '\ud83d', '\ude00', '\u202e'), { maxLength: 90 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.nat(180), fc.nat(180), (words, start, end) => {
        const quote = buildQuote(words, start, end)
        if (!quote) return
        expect(words.slice(quote.start, quote.end)).toBe(quote.exact)
        expect(words.slice(0, quote.start).endsWith(quote.prefix)).toBe(true)
        expect(words.slice(quote.end).startsWith(quote.suffix)).toBe(true)
        expect(quote.prefix.length).toBeLessThanOrEqual(32)
        expect(quote.suffix.length).toBeLessThanOrEqual(32)
      }),
      { numRuns: 500 },
    )
  })
})
