import { afterAll, describe, expect, it } from 'vitest'
import { buildSearchDocuments, type SearchDocument } from '../../src/core/publish/search-document.ts'
import { FACETS } from '../../src/core/publish/search-facets.ts'
import { buildSearchGroups, buildSearchLabels } from '../../src/core/publish/search-words.ts'
import { QUOTE_CAPS } from '../../src/core/publish/view-quote.ts'
import { expand, flattenGroups } from '../../src/search/expand.ts'
import { openFixture, TRANSLATORS } from './corpus.ts'

const { corpus, remove } = await openFixture()
afterAll(remove)
const documents = buildSearchDocuments(corpus, TRANSLATORS)
const of = (kind: SearchDocument['kind']) => documents.filter((document) => document.kind === kind)

describe('search documents', () => {
  it('are one for every record that has a page, with ids that a server takes', () => {
    expect(of('finding')).toHaveLength(corpus.findings.length)
    expect(of('article')).toHaveLength(corpus.articles.length)
    expect(of('figure')).toHaveLength(corpus.figure.size)
    expect(of('source')).toHaveLength(corpus.sources.length)
    expect(of('entity').length).toBeGreaterThan(0)
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length)
    for (const { id, path } of documents) {
      expect(id).toMatch(/^[a-z0-9-]{1,511}$/)
      expect(path).toMatch(/^(findings|figures|articles|entities|sources)\/[^/]+\/$/)
    }
  })

  it('show a verbatim excerpt within the cap, or none', () => {
    for (const { kind, excerpt, lang, id } of documents) {
      expect([...excerpt].length, id).toBeLessThanOrEqual(QUOTE_CAPS[lang])
      if (kind !== 'figure' || excerpt === '') continue
      const { figure } = corpus.figure.get(id.slice('figure-'.length))!
      expect(figure.quote.exact).toContain(excerpt)
    }
  })

  it('show nothing of a page that asked not to be quoted', () => {
    const silent = corpus.articles.filter((article) => article.excerptLimit === 0)
    for (const { id } of silent) {
      const document = of('article').find((one) => one.id === `article-${id}`)!
      expect(document.excerpt).toBe('')
    }
  })

  it('say a finding in three languages, with all its members’ words to match', () => {
    for (const document of of('finding')) {
      const finding = corpus.finding.get(document.id.slice('finding-'.length))!
      expect(Object.keys(document.titles!)).toEqual(['en', 'zh-Hans', 'zh-Hant'])
      expect(document.value).toBe(finding.value)
      for (const { figureId } of finding.members) {
        const placed = corpus.figure.get(figureId)
        if (placed) expect(document.body).toContain(placed.figure.quote.exact)
      }
    }
  })

  it('carry no body of an article, only the hash by which the edge may read it', () => {
    for (const document of of('article')) {
      expect(document.body).toBeUndefined()
      expect(document.textHash).toMatch(/^[0-9a-f]{64}$/)
    }
  })

  it('mark the figures for which a finding stands', () => {
    for (const { id, isMember } of of('figure'))
      expect(isMember ?? false).toBe(corpus.findingOfFigure.has(id.slice('figure-'.length)))
  })

  it('name only facets of the list, and every id of a facet has a label in each edition', () => {
    const labels = buildSearchLabels(corpus.registry, corpus.sources, documents)
    for (const { facets } of documents) {
      for (const name of Object.keys(facets)) expect(FACETS).toContain(name)
      for (const facet of ['source', 'topic'] as const)
        for (const id of facets[facet] ?? [])
          for (const lang of ['en', 'zh-Hans', 'zh-Hant'] as const)
            expect(labels[lang][facet]?.[id], `${facet} ${id}`).toBeTruthy()
    }
  })

  it('come with groups of words that mean the same, each with two forms or more', () => {
    const groups = buildSearchGroups(corpus.registry, documents)
    expect(groups.find(({ id }) => id === 'blackmail')!.terms).toEqual(
      expect.arrayContaining(['blackmail', '勒索']),
    )
    for (const { terms } of groups) expect(new Set(terms).size).toBeGreaterThan(1)
  })

  it('whose aliases stand in both Chinese scripts, so that each edition names them in its own', () => {
    const blackmail = { id: 'b', names: { en: 'blackmail', 'zh-Hans': '勒索', 'zh-Hant': '勒索' } }
    const registry = {
      ...corpus.registry,
      glossary: [{ ...blackmail, aliases: ['恐吓取财', '敲詐'] }],
      metrics: [],
    }
    const [group] = buildSearchGroups(registry, [])
    expect(group!.terms).toEqual(['blackmail', '勒索', '恐吓取财', '恐嚇取財', '敲诈', '敲詐'])
    const added = (edition: 'zh-Hans' | 'zh-Hant') =>
      expand(['勒索'], flattenGroups([group!], edition), { isExpanded: true, without: [] }).expansions[0]
        ?.added
    expect(added('zh-Hans')).toEqual(['blackmail', '恐吓取财', '敲诈'])
    expect(added('zh-Hant')).toEqual(['blackmail', '恐嚇取財', '敲詐'])
  })
})
