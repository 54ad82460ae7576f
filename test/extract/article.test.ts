import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { buildArticle, buildMatchers, extract } from '../../src/core/extract/article.ts'
import type { ParsedDocument } from '../../src/core/extract/document.ts'
import { articleSchema } from '../../src/core/model/article.ts'
import { readRegistry } from '../../src/registry.ts'

const matchers = buildMatchers(readRegistry())
const TEXT =
  '测试：模型会作弊\n\n北岸实验室的研究人员发现，GPT-4o在79%的测试中作弊，Claude的作弊率为12%。\n\n该实验室称，约300名志愿者参加了测试。😀'

const document = (more: Partial<ParsedDocument> = {}): ParsedDocument => ({
  text: TEXT,
  title: '测试：模型会作弊',
  authors: ['林岚'],
  tags: ['安全'],
  type: 'NewsArticle',
  links: [],
  url: 'https://outlet.example/a?utm_source=feed',
  ...more,
})
const meta = {
  sourceId: 'outlet',
  firstSeenAt: '2026-01-02T03:04:05Z',
  retrievedAt: '2026-01-02T03:04:05Z',
  sample: true,
}

describe('buildArticle', () => {
  it('gives a record that the schema accepts', () => {
    const article = buildArticle(document({ published: '2026-01-01', summary: '摘要' }), meta, matchers)
    expect(articleSchema.parse(article)).toEqual(article)
    expect(article).toMatchObject({
      url: 'https://outlet.example/a',
      lang: 'zh-Hans',
      published: '2026-01-01',
      sample: true,
      textLength: [...TEXT].length,
      textHash: createHash('sha256').update(TEXT).digest('hex'),
    })
    expect(article.id).toBe(
      createHash('sha256').update('https://outlet.example/a').digest('hex').slice(0, 16),
    )
  })

  it('reads figures and names out of the text, every quote verbatim', () => {
    const article = buildArticle(document(), meta, matchers)
    expect(article.figures.map(({ asWritten }) => asWritten)).toEqual(expect.arrayContaining(['79%', '12%']))
    expect(article.entities).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'GPT-4o', kind: 'model', count: 1 })]),
    )
    for (const { quote } of [...article.figures, ...article.claims])
      expect(TEXT.slice(quote.start, quote.end)).toBe(quote.exact)
  })

  it('gives a subject its id, but a version that nobody listed neither an id nor that of its family', () => {
    const text = '测试发现，Claude的作弊率为12%。\n\n测试发现，Claude Opus 97的作弊率为13%。'
    const { figures } = buildArticle(document({ text }), meta, matchers)
    expect(figures.map(({ subject, subjectId }) => [subject, subjectId])).toEqual([
      ['Claude', 'claude'],
      ['Claude Opus 97', undefined],
    ])
  })

  it('leaves out what the document did not say', () => {
    const article = buildArticle(document(), meta, matchers)
    for (const field of [
      'published',
      'modified',
      'summary',
      'arxiv',
      'repostOf',
      'excerptLimit',
      'file',
      'snapshot',
    ])
      expect(article).not.toHaveProperty(field)
  })

  it('gives the same bytes for the same input, and ids that outlive a shift of the text', () => {
    const once = buildArticle(document(), meta, matchers)
    expect(JSON.stringify(buildArticle(document(), meta, matchers))).toBe(JSON.stringify(once))
    const shifted = buildArticle(document({ text: `更新：标题改过。\n\n${TEXT}` }), meta, matchers)
    const ids = (article: typeof once) => article.figures.map(({ id }) => id)
    expect(ids(shifted)).toEqual(expect.arrayContaining(ids(once)))
    expect(new Set(ids(once)).size).toBe(once.figures.length)
  })

  it('adds a revision with the figures that came and went, and keeps the day it was first seen', () => {
    const previous = buildArticle(document(), meta, matchers)
    const later = {
      ...meta,
      previous,
      firstSeenAt: '2026-02-01T00:00:00Z',
      retrievedAt: '2026-02-01T00:00:00Z',
    }
    const changed = buildArticle(document({ text: TEXT.replace('79%', '74%') }), later, matchers)
    expect(changed.firstSeenAt).toBe(previous.firstSeenAt)
    expect(changed.revisions).toHaveLength(2)
    expect(changed.revisions[1]).toMatchObject({
      appeared: ['74%'],
      vanished: ['79%'],
      retrievedAt: '2026-02-01T00:00:00Z',
    })
    expect(buildArticle(document(), later, matchers).revisions).toEqual(previous.revisions)
  })

  it('knows an imported file without address by its name and title', () => {
    const { url: _, ...local } = document()
    const article = buildArticle(local, { ...meta, file: 'a.md' }, matchers)
    expect(article).toMatchObject({ file: 'a.md' })
    expect(article).not.toHaveProperty('url')
    expect(articleSchema.parse(article)).toEqual(article)
  })

  it('counts pages of a PDF', () => {
    const at = TEXT.indexOf('该实验室')
    const pages = [
      { page: 1, start: 0, end: at },
      { page: 2, start: at, end: TEXT.length },
    ]
    const article = buildArticle(document({ pages }), meta, matchers)
    expect(article.figures.map(({ page }) => page)).toEqual(expect.arrayContaining([1, 2]))
  })
})

describe('extract on bad input', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['lone surrogates', '\ud800 96% \udc00 模型\ud83d'],
    ['bidi controls', '\u202e96%\u202c of \u2066models\u2069'],
    ['zero-width characters', '9\u200b6% 的\u200d模型\ufeff'],
    ['only numbers', '1 2 3 4 5 6 7 8 9 10 '.repeat(200)],
    ['all capitals', 'THE MODEL FAILED IN 79 PERCENT OF RUNS. IT CHEATED.'],
    ['spaces between characters', '模 型 在 7 9 % 的 测 试 中 作 弊 。'],
    ['control characters', '\u0000\u0001\u0007 79% \u001b[31m'],
  ])('takes %s without a throw, every quote verbatim', (_, text) => {
    const found = extract({ text }, matchers)
    for (const { quote } of [...found.figures, ...found.claims])
      expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
    expect(found.dropped).toBe(0)
  })
})
