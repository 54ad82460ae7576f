import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePdf } from '../../../scrapers/parse/pdf.ts'
import { type PdfItem, readPdfPages } from '../../../scrapers/parse/pdf-text.ts'
import { isParseFailure } from '../../../src/core/extract/document.ts'

/** A line of 10 pt whose parts are plain text, or [text, shift in points, size]. */
function line(...parts: (string | [string, number, number])[]): PdfItem[] {
  const items = parts.map((part) => {
    const [str, shift, fontSize] = typeof part === 'string' ? ([part, 0, 10] as const) : part
    return { str, y: 700 + shift, fontSize, hasEOL: false }
  })
  items.at(-1)!.hasEOL = true
  return items
}

const raised = (text: string): [string, number, number] => [text, 3.6, 7]

describe('raised and lowered text of a PDF', () => {
  it.each([
    ['a power of ten', line('It used 10', raised('26'), ' operations.'), 'It used 10²⁶ operations.'],
    ['a negative power', line('A risk of 10', raised('−4'), ' a year.'), 'A risk of 10⁻⁴ a year.'],
    ['a mark', line('In 79', raised('3'), ' of 100 runs.'), 'In 79³ of 100 runs.'],
    ['several marks', line('In 79%', raised('4,5'), ' of runs.'), 'In 79%⁴,⁵ of runs.'],
    ['a letter', line('12 percent', raised('a'), ' of it.'), '12 percentᵃ of it.'],
    ['a square measure', line('It covers 5 km', raised('2'), ' in all.'), 'It covers 5 km² in all.'],
    ['an ordinal', line('On the 5', raised('th'), ' day.'), 'On the 5th day.'],
    ['an index', line('It is 5', ['2', -2, 7], ' and CO', ['2', -2, 7], '.'), 'It is 5₂ and CO2.'],
    ['the name of a note', line(raised('7'), ' Sample note.'), '⁷ Sample note.'],
    ['smaller text on the line', line('In 79', [' 3', 0, 7], ' runs.'), 'In 79 3 runs.'],
    ['smaller text that a space parts', line('In 79 ', ['96', 3.6, 7], ' runs.'), 'In 79 96 runs.'],
    ['text of another line', line('In 79', ['96', 12, 7], ' runs.'), 'In 7996 runs.'],
  ])('writes %s', (_, items, expected) => {
    expect(readPdfPages([items])).toEqual([`${expected}\n`])
  })

  it('leaves out marks that count up from 1 through all pages, and no name of a note', () => {
    const first = [
      ...line('A model', raised('1'), ' refused in 79', raised('2'), ' of 100 runs.'),
      ...line(raised('1'), ' Sample note.'),
    ]
    expect(
      readPdfPages([first, line('Others', raised('3'), ' used 10', raised('4'), ' or 2', raised('4'), '.')]),
    ).toEqual(['A model refused in 79 of 100 runs.\n¹ Sample note.\n', 'Others used 10⁴ or 2⁴.\n'])
  })
})

describe('Chinese text of a PDF', () => {
  it('has characters where the file names radicals of the same shape', () => {
    const [text] = readPdfPages([line('⽉⽇⼈⽤⼒⾏⻓⻛⻢⻔⻅⻚⻋，月日人用力行长风马门见页车，⺀⺾')])
    expect(text).toBe('月日人用力行长风马门见页车，月日人用力行长风马门见页车，⺀⺾\n')
  })
})

describe('a page that a browser printed', () => {
  it('reads as it was written', async () => {
    const bytes = readFileSync(join(import.meta.dirname, '../../fixtures/pdf/chromium-print.pdf'))
    const document = await parsePdf(bytes, { file: 'chromium-print.pdf' })
    if (isParseFailure(document)) throw new Error(document.message)
    expect(document.text.split('\n\n')).toEqual([
      'A sample model used 10²⁶ operations. It refused in 79 of 100 runs.',
      '2026年3月5日，16个样例模型中有79人用了马力。',
      '¹ Sample note.',
    ])
  })
})
