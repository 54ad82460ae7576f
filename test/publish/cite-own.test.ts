import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml } from '../../src/components/html.ts'
import { citeItem } from '../../src/core/publish/cite.ts'
import { citeOwn, recordItem } from '../../src/core/publish/cite-own.ts'

const as = (text: string) => text
const record = {
  id: 'abcdef0123456789',
  title: 'Claude Opus 4: blackmail rate 96%',
  url: 'https://redline.example/en/findings/abcdef0123456789/',
  date: '2026-08-03T06:00:00Z',
  lang: 'en',
}

describe('the citations of a record of ours, put together at once', () => {
  it('are what stands on its page', () => {
    const { apa, bibtex } = citeOwn(record, as)
    expect(apa).toBe(
      'Redline. (2026). Claude Opus 4: blackmail rate 96% [Data set]. https://redline.example/en/findings/abcdef0123456789/',
    )
    expect(bibtex).toContain('@misc{redline-2026-abcdef01,\n')
    expect(bibtex).toContain('title = {{Claude Opus 4: blackmail rate 96\\%}}')
    expect(bibtex).toContain('month = aug')
  })

  // Marks that a form, TeX, JSON or HTML reads as its own, white space of all kinds, and quotation marks at the end.
  const piece = fc.constantFrom(
    ...[
      'a',
      'B c',
      '96%',
      '“',
      '”',
      '‘x’',
      '《',
      '》',
      '{',
      '\\',
      '&',
      '<b>',
      '"',
      "'",
      '  ',
      '\n',
      '\t',
      '？',
      '.',
    ],
    ...['~', '^', '#', '_', '$', '\u2028', '\ud83d\ude00', '\ud800', '勒索率', ','],
  )
  const title = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''))
  const date = fc
    .date({ min: new Date('1999-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString())
  const lang = fc.constantFrom('en', 'zh-Hans', 'zh-Hant')

  it('are those that every work is given (property)', () => {
    fc.assert(
      fc.property(title, date, lang, fc.stringMatching(/^[0-9a-f]{1,20}$/), (title, date, lang, id) => {
        const own = { ...record, id, title, date, lang }
        const { plain: _, ...expected } = citeItem({ item: recordItem(own), plain: '' })
        expect(citeOwn(own, as)).toEqual(expected)
        const escaped = Object.entries(expected).map(([form, text]) => [form, escapeHtml(text)])
        expect(citeOwn(own, escapeHtml)).toEqual(Object.fromEntries(escaped))
      }),
    )
  })
})
