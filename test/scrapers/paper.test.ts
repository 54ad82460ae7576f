import { describe, expect, it } from 'vitest'
import { SourceError } from '../../scrapers/error.ts'
import type { Fetch } from '../../scrapers/fetch.ts'
import { describePaper, readWholePaper } from '../../scrapers/paper.ts'
import type { ArxivItem } from '../../scrapers/parse/arxiv.ts'
import { entryToDocument } from '../../scrapers/parse/feed-document.ts'

const NOW = new Date('2026-11-21T00:00:00Z')
const item: ArxivItem = {
  url: 'https://arxiv.org/abs/2401.00001',
  title: 'A sample paper',
  summary: 'In this sample, 12% of runs did it.',
  authors: ['A. Sample'],
  arxiv: { id: '2401.00001', version: 3, categories: ['cs.CY'], withdrawn: false },
}
const paper = describePaper(entryToDocument(item, {}), item)

const answering =
  (body: string, asked: string[] = []): Fetch =>
  async ({ url }) => {
    asked.push(url)
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    return { url, finalUrl: url, status: 200, headers, body: new TextEncoder().encode(body), retrievedAt: 0 }
  }
const refusing: Fetch = async ({ url }) => {
  throw new SourceError('http-404', `${url} answers 404; expected 200`)
}
const page = (paragraphs: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A sample paper</title></head><body><article><h1>A sample paper</h1>${paragraphs}</article></body></html>`

describe('papers', () => {
  it('bear their id, version and categories', () => {
    expect(paper).toMatchObject({
      type: 'ScholarlyArticle',
      title: 'A sample paper',
      arxiv: { id: '2401.00001', version: 3, categories: ['cs.CY'] },
    })
  })

  it('are read whole from the HTML of their version, under what the API says of them', async () => {
    const body = Array.from(
      { length: 8 },
      (_, at) =>
        `<p>Section ${at} of the sample says that ${at + 20}% of the runs in this long test did what they should not do, and describes the setting.</p>`,
    )
    const asked: string[] = []
    const whole = await readWholePaper(paper, item, answering(page(body.join('')), asked), NOW)
    expect(asked).toEqual(['https://arxiv.org/html/2401.00001v3'])
    expect(whole.text).toContain('27% of the runs')
    expect(whole).toMatchObject({
      title: 'A sample paper',
      authors: ['A. Sample'],
      arxiv: paper.arxiv,
      summary: paper.summary,
    })
    for (const { start, end } of whole.blocks ?? []) expect(whole.text.slice(start, end).trim()).not.toBe('')
  })

  it.each([
    ['there is no HTML', refusing, item],
    ['the page says less than the abstract', answering(page('<p>No HTML for this paper.</p>')), item],
    [
      'the paper was withdrawn',
      answering('never asked'),
      { ...item, arxiv: { ...item.arxiv, withdrawn: true } },
    ],
  ])('keep their abstract when %s', async (_what, fetch, of) => {
    expect(await readWholePaper(paper, of, fetch, NOW)).toEqual(paper)
  })
})
