import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuote } from '../../src/core/cluster/anchor.ts'
import { buildQuote } from '../../src/core/extract/quote.ts'

const at = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return buildQuote(text, start, start + words.length)!
}

describe('a quote in a text that changed', () => {
  it('Q7: of two equal places the one with the old surroundings is it', () => {
    const old = 'Alpha reached 80% in May. Beta reached 80% in June.'
    const quote = at(old, 'reached 80%', 20)
    const text = `A correction was added at the top. ${old}`
    expect(findQuote(text, quote)).toEqual({
      start: text.lastIndexOf('reached 80%'),
      end: text.lastIndexOf('reached 80%') + 11,
    })
  })

  it('Q8: is not found when its words are gone, and nothing like them is taken', () => {
    const quote = at('The rate was 80% in May.', 'The rate was 80%')
    expect(findQuote('The rate was 81% in May.', quote)).toBeUndefined()
    expect(findQuote('', quote)).toBeUndefined()
  })

  it('is found where it stands, whatever is put before or after', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(words, words, words, words, (before, exact, after, added) => {
        const text = before + exact + after
        const quote = buildQuote(text, before.length, before.length + exact.length)
        if (!quote) return
        expect(findQuote(text, quote)).toEqual({ start: quote.start, end: quote.end })
        const moved = findQuote(added + text, quote)
        expect((added + text).slice(moved!.start, moved!.end)).toBe(exact)
      }),
    )
  })
})
