import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeText } from '../../src/core/text/normalize.ts'

describe('normalizeText', () => {
  it.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a \t\u00a0b', 'a b'],
    ['　标题　', '标题'],
    ['one\n\n\n\ntwo', 'one\n\ntwo'],
    ['  one  \n  two  ', 'one\ntwo'],
    ['e\u0301', '\u00e9'],
    ['a\u2028b', 'a\nb'],
    ['\ufeff开头', '开头'],
    ['a\u0000b', 'a b'],
    ['９５％ and １６款', '９５％ and １６款'],
    ['台灣', '台灣'],
    ['', ''],
    [' \n \n ', ''],
  ])('%j becomes %j', (input, expected) => {
    expect(normalizeText(input)).toBe(expected)
  })

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = normalizeText(text)
        expect(normalizeText(once)).toBe(once)
      }),
    )
  })

  it('keeps paragraphs apart', () => {
    expect(normalizeText('一。\n \t\n二。')).toBe('一。\n\n二。')
  })
})
