import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPublishedCorpus } from '../../src/cli/published-corpus.ts'
import type { Finding } from '../../src/core/model/finding.ts'
import { listFeeds, openFeed } from '../../src/core/publish/feed-list.ts'
import { buildSearchDocuments } from '../../src/core/publish/search-document.ts'
import { isTakenDown, withoutMembers } from '../../src/core/publish/takedown.ts'
import type { Corpus } from '../../src/core/publish/view-corpus.ts'
import { sitemapEntries } from '../../src/core/publish/view-sitemap.ts'
import { openPublishedStore } from '../../src/store/published.ts'
import { openFixture, SITE, TRANSLATORS } from './corpus.ts'

let fixture: Awaited<ReturnType<typeof openFixture>>
let corpus: Corpus
beforeAll(async () => {
  fixture = await openFixture()
  const contentDir = join(fixture.folder, 'content')
  writeFileSync(join(contentDir, 'takedowns.jsonl'), '{"source":"sample-lab"}\n')
  corpus = await readPublishedCorpus(openPublishedStore({ contentDir }), contentDir)
})
afterAll(() => {
  rmSync(join(fixture.folder, 'content/takedowns.jsonl'))
  fixture.remove()
})

describe('a source that asked to be removed', () => {
  it('P7: is in no feed, search document, sitemap entry or page model', () => {
    const context = { corpus, lang: 'en' as const, t: TRANSLATORS.en, site: SITE }
    const entries = listFeeds(context, []).flatMap((listing) => openFeed(listing, context).entries)
    const gone = fixture.corpus.articles.filter(({ sourceId }) => sourceId === 'sample-lab')
    expect(gone.length).toBeGreaterThan(0)
    const published = JSON.stringify([
      entries,
      buildSearchDocuments(corpus, TRANSLATORS),
      sitemapEntries(corpus),
      corpus.articles,
      corpus.findings,
      corpus.sources,
    ])
    for (const trace of ['sample-lab', ...gone.map(({ id }) => id), ...gone.map(({ title }) => title)])
      expect(published).not.toContain(trace)
  })

  it('was the primary of a finding, which then says that nothing was compared', () => {
    const finding = corpus.finding.get('f-blackmail-claude-opus-4')!
    expect(finding.primary).toBeUndefined()
    expect(
      finding.members.every(
        ({ comparison, primaryFigureId }) => comparison === 'not-checked' && !primaryFigureId,
      ),
    ).toBe(true)
    expect(finding.members).toHaveLength(4)
    expect(finding.independentSources).toBe(4)
    expect(corpus.finding.has('f-models-tested')).toBe(false)
  })
})

describe('rules', () => {
  it('match by id, address or source, and nothing else', () => {
    const article = { id: 'a1', url: 'https://a.example/x', sourceId: 's1' }
    expect(isTakenDown(article, [{ article: 'a1' }])).toBe(true)
    expect(isTakenDown(article, [{ url: 'https://a.example/x' }])).toBe(true)
    expect(isTakenDown(article, [{ source: 's1' }])).toBe(true)
    expect(isTakenDown(article, [{ article: 'a2' }, { url: 'https://a.example/' }, { source: 's2' }])).toBe(
      false,
    )
    expect(isTakenDown({ id: 'a1', sourceId: 's1' }, [{ article: 'a2' }])).toBe(false)
  })

  it('leave a finding alone that has no such member, and drop one that has no other', () => {
    const finding = fixture.corpus.findings.find(({ members }) => members.length === 1) as Finding
    expect(withoutMembers(finding, new Set(['other']))).toBe(finding)
    expect(withoutMembers(finding, new Set([finding.members[0]!.articleId]))).toBeUndefined()
  })
})
