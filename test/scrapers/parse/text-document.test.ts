import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../scrapers/parse/document.ts'
import { isParseFailure, type ParsedDocument } from '../../../src/core/extract/document.ts'
import { normalizeText } from '../../../src/core/text/normalize.ts'

const now = new Date('2026-11-21T00:00:00Z')

async function read(source: string, file = 'sample.md'): Promise<ParsedDocument> {
  const document = await parseDocument(new TextEncoder().encode(source), { file, now })
  if (isParseFailure(document)) throw new Error(document.message)
  return document
}
const kinds = ({ text, blocks = [] }: ParsedDocument) =>
  blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])

/** Sample text, written for this test. */
const POST = `---
title: "样例：九成六的模型会隐瞒"
date: 2026-06-25T21:10:07+08:00
summary: "测试里，16款模型中有15款隐瞒了错误。"
tags:
  - AI安全
  - 样例
---

> 样例引文，**不是**新闻。

我们测试了[十六款模型](https://lab.example/models)，其中\`model-a\`隐瞒率为**96%**。[^1]

### 结果

1. 第一组：*80%*
2. 第二组：79%

| 模型 | 隐瞒率 |
| --- | --- |
| A | 96% |
| B | 12% |

![图](https://lab.example/a.png)

## 引用

[^1]: 样例实验室 · 样例报告 · 2026
`

/** Rows as plain text has them: no bars, one gap between two cells. */
describe('columns of plain text', () => {
  it.each([
    ['tabs', 'Model\tRate\tRuns\nLumen 2\t31%\t400\nOrbit\t28%\t380\n'],
    ['runs of spaces', 'Model     Rate   Runs\nLumen 2   31%    400\nOrbit     28%    380\n'],
    ['ideographic spaces', 'Model　　Rate　Runs\nLumen 2　31%　　400\nOrbit　　28%　　380\n'],
    [
      'lines drawn between',
      'Model     Rate   Runs\n---------------------\nLumen 2   31%    400\nOrbit     28%    380\n',
    ],
  ])('are a table when parted by %s', async (_, source) => {
    expect(kinds(await read(source, 'sample.txt'))).toEqual([
      ['table-head', 'Model | Rate | Runs'],
      ['table-row', 'Lumen 2 | 31% | 400'],
      ['table-row', 'Orbit | 28% | 380'],
    ])
  })

  it.each([
    ['sentences with two spaces between', 'It rose to 31%.  It fell to 28%.\nThen it rose.  Again by 3%.\n'],
    ['names beside names', '林岚　王平\n陈立　周宁\n'],
    ['labels and their values', '受测模型：　16款\n提示数量：　2,400条\n'],
    ['one line', 'Lumen 2\t31%\n\nIt was the first.\n'],
    ['dates and what happened', '2025/03　平台收到通报\n2025/06　平台关闭12处\n'],
  ])('are not seen in %s', async (_, source) => {
    const { blocks = [] } = await read(source, 'sample.txt')
    expect(blocks.filter(({ kind }) => kind.startsWith('table'))).toEqual([])
  })

  it('takes time by the length of a text of columns that hold no value', async () => {
    const { blocks = [] } = await read('a  b\n'.repeat(20_000), 'sample.txt')
    expect(blocks.length).toBeGreaterThan(0)
  })
})

describe('Markdown with front matter', () => {
  it('puts title and summary first and keeps every sentence without its marks', async () => {
    expect(kinds(await read(POST))).toEqual([
      ['heading', '样例：九成六的模型会隐瞒'],
      ['paragraph', '测试里，16款模型中有15款隐瞒了错误。'],
      ['blockquote', '样例引文，不是新闻。'],
      ['paragraph', '我们测试了十六款模型，其中model-a隐瞒率为96%。'],
      ['heading', '结果'],
      ['list-item', '1. 第一组：80%'],
      ['list-item', '2. 第二组：79%'],
      ['table-head', '| 模型 | 隐瞒率 |'],
      ['table-row', '| A | 96% |'],
      ['table-row', '| B | 12% |'],
      ['heading', '引用'],
      ['footnote', '样例实验室 · 样例报告 · 2026'],
    ])
  })

  it('takes the fields as they stand', async () => {
    expect(await read(POST)).toMatchObject({
      title: '样例：九成六的模型会隐瞒',
      published: '2026-06-25T21:10:07+08:00',
      tags: ['AI安全', '样例'],
      authors: [],
      links: [{ url: 'https://lab.example/models', label: '十六款模型' }],
    })
  })

  it('places each link where its label stands', async () => {
    const { text, links } = await read(POST)
    for (const { label, start } of links) expect(text.slice(start, start! + label!.length)).toBe(label)
  })

  it('reads front matter whose YAML is broken line by line', async () => {
    expect(
      await read('---\ntitle: A "bad: quote\ndate: 2026-01-02\ntags:\n  - x\n  - "y"\n---\n\nText here.'),
    ).toMatchObject({
      title: 'A "bad: quote',
      published: '2026-01-02',
      tags: ['x', 'y'],
    })
  })

  it('reads front matter hidden in a comment and drops other comments', async () => {
    const document = await read(
      '<!--yml\ncategory: x\ndate: 2026-05-27 14:43:34\n-->\n\n# Sample\n\nText. <!-- not\n\ntext -->End.',
    )
    expect(document.published).toBe('2026-05-27T14:43:34')
    expect(document.text).toBe('Sample\n\nText. End.')
  })
})

describe('plain text', () => {
  it('takes every line for a paragraph when nothing was wrapped', async () => {
    const document = await read('样例作者 發自 样例城\n這是第一段，說的是一件事。\n這是第二段。', 'a.txt')
    expect(document.blocks).toHaveLength(3)
  })

  it('joins lines that were broken at a column', async () => {
    const text =
      'The sample laboratory tested sixteen models in a hypothetical company and\nfound that fifteen of them hid a mistake from their supervisors when they\nwere asked about it.'
    expect(kinds(await read(`${text}\n\nSecond paragraph.`, 'a.txt'))).toEqual([
      ['paragraph', text.replaceAll('\n', ' ')],
      ['paragraph', 'Second paragraph.'],
    ])
  })

  it.each([
    ['样例周刊 作者 张小明 发自北京', ['张小明']],
    ['作者：张三、李四', ['张三', '李四']],
    ['文 / 王小红', ['王小红']],
    ['（本报记者 赵一凡）', ['赵一凡']],
    ['责任编辑：李明', []],
    ['记者获悉，', []],
    ['By Jane Doe and John Roe', ['Jane Doe', 'John Roe']],
    ['Posted on May 5, 2026 by Jane Doe', ['Jane Doe']],
  ])('reads the byline %s', async (line, authors) => {
    expect((await read(`# 样例标题\n\n${line}\n\n正文在这里。`)).authors).toEqual(authors)
  })

  it.each([
    ['It used 10<sup>26</sup> operations.', 'It used 10²⁶ operations.'],
    ['In 79<sup>3</sup> of 100 runs, 5<sub>2</sub>, CO<sub>2</sub>.', 'In 79³ of 100 runs, 5₂, CO2.'],
    ['In 79<sup><a href="#n3">3</a></sup> of 100 runs.', 'In 79 of 100 runs.'],
    ['On the 5<sup>th</sup> day, 79<sup>[3](#n3)</sup>.', 'On the 5th day, 79.'],
  ])('keeps raised and lowered digits of %j apart from the number before them', async (source, text) => {
    expect((await read(`# Sample\n\n${source}\n`)).text).toBe(`Sample\n\n${text}`)
  })

  it('reads id, authors, date, categories, keywords and abstract of a page about a paper', async () => {
    const document = await read(
      'A Sample Paper on Red Lines\n\n📄 arXiv: 2601.01234v2 📥 PDF\n\n作者: Jane Doe, John Roe\n\n分类: cs.AI, cs.CL\n\n发布日期: 2026-01-05 (更新: 2026-02-01)\n\n关键词: 自我复制 AI Safety 样例\n\n📝 摘要(中文)\n\n本文是一个样例，写给测试看，说明摘要怎样被取出来，而且它必须足够长才像一段摘要。',
      'a.txt',
    )
    expect(document).toMatchObject({
      title: 'A Sample Paper on Red Lines',
      type: 'ScholarlyArticle',
      arxiv: { id: '2601.01234', version: 2, categories: ['cs.AI', 'cs.CL'] },
      authors: ['Jane Doe', 'John Roe'],
      published: '2026-01-05',
      modified: '2026-02-01',
      tags: ['自我复制', 'AI Safety', '样例'],
      summary: expect.stringContaining('本文是一个样例'),
    })
  })

  it('knows an interview by its turns', async () => {
    const turns = Array.from(
      { length: 4 },
      (_, i) => `**样例周刊：** 问题${i}？\n\n**Jane Doe：** 回答${i}。`,
    ).join('\n\n')
    expect((await read(`# 样例访谈\n\n${turns}`)).type).toBe('Interview')
  })
})

describe('other documents', () => {
  it('reads one entry of a feed, title first', async () => {
    const entry = await read(
      '<entry><title>Sample</title><link href="https://press.example/1"/><updated>2026-01-02T03:04:05Z</updated><content type="html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content></entry>',
      'entry.xml',
    )
    expect(entry).toMatchObject({
      title: 'Sample',
      url: 'https://press.example/1',
      modified: '2026-01-02T03:04:05Z',
      text: 'Sample\n\nOne.\n\nTwo.',
    })
  })

  it('gives the pages of a PDF their place in the text', async () => {
    const document = await read(pdf(['Sixteen sample models.', 'Ninety-six percent.']), 'a.pdf')
    expect(document.pages?.map(({ page, start, end }) => [page, document.text.slice(start, end)])).toEqual([
      [1, 'Sixteen sample models.'],
      [2, 'Ninety-six percent.'],
    ])
  })

  it.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['%PDF-1.4 rubbish', 'broken'],
    ['\u0000\u0001\u0002binary', 'undecodable'],
  ])('says why %j gives no document', async (source, failure) => {
    expect(await parseDocument(new TextEncoder().encode(source), { file: 'x.bin', now })).toMatchObject({
      failure,
      message: expect.stringContaining('x.bin'),
    })
  })
})

describe('any text', () => {
  const marks = fc.constantFrom(
    '# ',
    '> ',
    '- ',
    '1. ',
    '| a | b |',
    '**',
    '*',
    '_',
    '[x](',
    'https://a.example/b)',
    '```',
    '\n',
    '\n\n',
    '<div>',
    '</div>',
    '<br>',
    '&amp;',
    '[^1]: ',
    '---',
    '中文，句子。',
    'word ',
    '\u0000',
    '\u200b',
    '𠀀',
    '👩‍👩‍👧',
  )

  it('gives blocks in order that are trimmed and lie in the text, and links that stand where they say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(marks, { minLength: 1 }), async (parts) => {
        const document = await parseDocument(new TextEncoder().encode(parts.join('')), { file: 'a.md', now })
        if (isParseFailure(document)) return
        let end = 0
        for (const block of document.blocks ?? []) {
          const text = document.text.slice(block.start, block.end)
          expect(block.start).toBeGreaterThanOrEqual(end)
          expect(text).toBe(text.trim())
          expect(text).not.toBe('')
          end = block.end
        }
        for (const { label = '', start } of document.links)
          if (start !== undefined) expect(document.text.slice(start, start + label.length)).toBe(label)
      }),
      { numRuns: 300 },
    )
  })

  it('is normalized already, so that offsets survive', async () => {
    const { text } = await read(POST)
    expect(normalizeText(text)).toBe(text)
  })
})

/** The smallest PDF with a page for each line. */
function pdf(lines: string[]): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${lines.length} /Kids [${lines.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  for (const [i, line] of lines.entries()) {
    const stream = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    )
  }
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`
}
