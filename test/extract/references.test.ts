import { describe, expect, it } from 'vitest'
import type { ParsedDocument } from '../../src/core/extract/document.ts'
import { extractReferences } from '../../src/core/extract/references.ts'
import { splitBlocks } from '../../src/core/text/blocks.ts'

const read = (text: string, more: Partial<ParsedDocument> = {}) => extractReferences({ text, ...more })

describe('extractReferences', () => {
  it.each<[string, string]>([
    ['arXiv: 2412.12140v1', '2412.12140'],
    ['见 arXiv:2412.12140。', '2412.12140'],
    ['arxiv.org/abs/2507.14805v3', '2507.14805'],
    ['https://arxiv.org/pdf/2501.18837', '2501.18837'],
    ['https://www.alphaxiv.org/abs/2501.18837v2', '2501.18837'],
    ['arXiv:cs.AI/0601001', 'cs.ai/0601001'],
    ['（arXiv编号：2410.03869）', '2410.03869'],
  ])('reads the arXiv id of %s without its version', (text, id) => {
    expect(read(text)).toEqual([{ kind: 'arxiv', id }])
  })

  it.each([
    'published 2412.12140 times',
    '版本 1234.56789',
    'arXiv has 2499.12345 papers',
    'arXiv:2413.12140',
  ])('finds no arXiv id in %s', (text) => {
    expect(read(text)).toEqual([])
  })

  it.each<[string, string]>([
    ['doi: 10.1126/science.ADZ1697.', '10.1126/science.adz1697'],
    ['https://doi.org/10.1038/s41586-024-00001-2', '10.1038/s41586-024-00001-2'],
    ['https://www.science.org/doi/10.1126/science.adz1697', '10.1126/science.adz1697'],
    ['（10.1145/3442188.3445922）', '10.1145/3442188.3445922'],
  ])('reads the DOI of %s', (text, id) => {
    expect(read(text)).toEqual([{ kind: 'doi', id }])
  })

  it('reads addresses in running text up to where they end', () => {
    expect(read('[1]https://a.example/x/1\n(see https://b.example/y).这里：https://c.example/z。')).toEqual([
      { kind: 'url', id: 'https://a.example/x/1' },
      { kind: 'url', id: 'https://b.example/y' },
      { kind: 'url', id: 'https://c.example/z' },
    ])
  })

  it('lists a work once, with the label of its link, without tracking', () => {
    const links = [
      { url: 'https://lab.example/report?utm_source=x', label: 'the report', start: 4 },
      { url: 'http://www.lab.example/report/', start: 40 },
    ]
    expect(read('See the report: https://lab.example/report', { links })).toEqual([
      { kind: 'url', id: 'https://lab.example/report', label: 'the report' },
    ])
  })

  it('keeps the order of the text', () => {
    const links = [{ url: 'https://late.example/a', label: 'late', start: 30 }]
    const found = read('arXiv:2412.12140 comes before late', { links })
    expect(found.map(({ kind }) => kind)).toEqual(['arxiv', 'url'])
  })

  it('leaves out pictures, share buttons, the own site and the own address', () => {
    const links = [
      { url: 'https://cdn.example/a.png' },
      { url: 'https://twitter.com/intent/tweet?text=x' },
      { url: 'https://www.facebook.com/sharer/sharer.php?u=x' },
      { url: 'https://outlet.example/' },
      { url: 'https://outlet.example/news/1#comments' },
    ]
    expect(read('', { links, url: 'https://outlet.example/news/1' })).toEqual([])
  })

  it('does not list a paper as its own reference', () => {
    const arxiv = { id: '2412.12140', categories: [] }
    expect(
      read('arXiv:2412.12140v1 cites arXiv:2501.18837', { arxiv, url: 'https://arxiv.org/abs/2412.12140' }),
    ).toEqual([{ kind: 'arxiv', id: '2501.18837' }])
  })

  it('takes a footnote without an address as the words of a work', () => {
    const text = '正文。[^1]\n\n[^1]: 某报告 · 某研究所 · (2025/6/25)\n[^2]: https://lab.example/p'
    expect(read(text, { blocks: splitBlocks(text) })).toEqual([
      { kind: 'work', id: '某报告 · 某研究所 · (2025/6/25)' },
      { kind: 'url', id: 'https://lab.example/p' },
    ])
  })
})
