import type { Article } from '../../src/core/model/article.ts'

const HASH = 'a'.repeat(64)

/** A small valid article. */
export function sampleArticle(id: string, overrides: Partial<Article> = {}): Article {
  return {
    id,
    sourceId: 'example',
    type: 'NewsArticle',
    url: `https://example.org/${id}`,
    lang: 'zh-Hant',
    title: '樣本：文字保持原樣',
    authors: [],
    published: '2026-08-03',
    firstSeenAt: '2026-08-04T00:00:00Z',
    retrievedAt: '2026-08-04T00:00:00Z',
    textHash: HASH,
    textLength: 10,
    tags: [],
    topics: [],
    sample: true,
    entities: [],
    references: [],
    figures: [],
    claims: [],
    revisions: [{ textHash: HASH, retrievedAt: '2026-08-04T00:00:00Z', appeared: [], vanished: [] }],
    ...overrides,
  }
}
