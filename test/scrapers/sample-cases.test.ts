import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { readSampleArticles, type SampleArticle } from '../../scrapers/sample/articles.ts'
import { readSampleCases } from '../../scrapers/sample/cases.ts'
import { renderMarkdown } from '../../scrapers/sample/markdown.ts'

const manifest = readSampleCases()
const articles = new Map(
  readSampleArticles().map((article) => [`${article.outlet}/${article.slug}`, article]),
)
const figures = new Map(manifest.expectedFigures.map((figure) => [figure.id, figure]))
const findings = new Map(manifest.findings.map((finding) => [finding.id, finding]))

/** As a reader sees it: footnote marks between words would part what the article says. */
function textOf(article: SampleArticle): string {
  const $ = load(renderMarkdown(article.body))
  $('sup').remove()
  return $.text()
}

test('every expected figure stands verbatim in its article', () => {
  for (const { id, article, revision, quote, asWritten, subject = [] } of figures.values()) {
    const first = articles.get(article)
    const shown = revision === 2 ? first?.revised : first
    expect(shown && textOf(shown), id).toContain(quote)
    expect(quote, id).toContain(asWritten)
    for (const form of subject) expect(textOf(shown!), id).toContain(form)
    if (revision === 2) expect(textOf(first!), id).not.toContain(asWritten)
  }
})

test('figures are expected of at least thirty articles, and ids are unique', () => {
  expect(new Set(manifest.expectedFigures.map(({ article }) => article)).size).toBeGreaterThanOrEqual(30)
  expect(figures.size).toBe(manifest.expectedFigures.length)
  expect(findings.size).toBe(manifest.findings.length)
  expect(new Set(manifest.cases.map(({ id }) => id)).size).toBe(manifest.cases.length)
})

test('there are at least a dozen findings in two languages or more', () => {
  const shared = manifest.findings.filter(({ langs }) => langs.length > 1)
  expect(shared.length).toBeGreaterThanOrEqual(12)
})

test('the values of a finding agree as the relation says', () => {
  for (const finding of manifest.findings) {
    for (const { figure: id, relation } of finding.members) {
      const figure = figures.get(id)!
      const value =
        figure.unit === 'fraction' && finding.unit === 'percent' ? figure.value * 100 : figure.value
      if (relation === 'equal') expect(Math.abs(value - finding.value), id).toBeLessThan(0.5)
      if (relation === 'complement') expect(100 - value, id).toBeCloseTo(finding.value, 5)
      if (relation === 'variant') expect(value, id).not.toBe(finding.value)
    }
  }
})

test('every case refers to what exists', () => {
  for (const planted of manifest.cases) {
    for (const key of planted.articles) expect(articles.has(key), `${planted.id}: ${key}`).toBe(true)
    for (const id of planted.figures ?? []) expect(figures.has(id), `${planted.id}: ${id}`).toBe(true)
    const named = [...(planted.findings ?? []), planted.superseded, planted.by].filter(
      (id) => id !== undefined,
    )
    for (const id of named) expect(findings.has(id), `${planted.id}: ${id}`).toBe(true)
    for (const reference of planted.references ?? [])
      expect(
        planted.articles.some((key) => articles.get(key)!.body.includes(reference)),
        `${planted.id}: ${reference}`,
      ).toBe(true)
  }
})

test('every kind of case that later parts need is planted', () => {
  const kinds = new Set(manifest.cases.map(({ kind }) => kind))
  const needed = [
    ...['same-finding', 'wrong-copy', 'dropped-condition', 'different-subject', 'superseded', 'complement'],
    ...['near-duplicate', 'rewrite', 'repost', 'converted', 'numerals', 'compatible', 'respectively'],
    ...['interview', 'revision', 'version', 'blind-spot', 'table', 'footnotes', 'no-figures'],
    ...['first-appearance', 'negative'],
  ]
  expect(needed.filter((kind) => !kinds.has(kind as never))).toEqual([])
})

test('the article without figures has none', () => {
  const [key] = manifest.cases.find(({ kind }) => kind === 'no-figures')!.articles
  const prose = articles
    .get(key!)!
    .body.replaceAll(/https?:\S+/g, '')
    .replaceAll(/^\d+\. /gm, '')
  expect(prose).not.toMatch(/[0-9０-９%％]|[二三四五六七八九十百千]+成|分之/)
})

test('the revised page loses and gains the figures that the case names', () => {
  const planted = manifest.cases.find(({ kind }) => kind === 'revision')!
  const first = articles.get(planted.articles[0]!)!
  for (const text of planted.vanished!) {
    expect(textOf(first)).toContain(text)
    expect(textOf(first.revised!)).not.toContain(text)
  }
  for (const text of planted.appeared!) {
    expect(textOf(first)).not.toContain(text)
    expect(textOf(first.revised!)).toContain(text)
  }
  expect(first.revised!.modified).toBe(planted.modified)
})
