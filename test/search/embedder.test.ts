import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { embedByFetch } from '../../src/search/embed.ts'
import { MeilisearchSearch } from '../../src/search/meilisearch.ts'
import { parseEmbedder } from '../../src/search/meilisearch-embedder.ts'
import { INDEX, rebuildWith, SETTINGS } from '../../src/search/meilisearch-index.ts'
import { DOCUMENTS } from '../contract/search.ts'
import { embed, startEmbedder } from './fake-embedder.ts'
import { type FakeServer, MASTER_KEY, startFakeMeilisearch } from './fake-meilisearch.ts'

let fake: FakeServer
let service: Awaited<ReturnType<typeof startEmbedder>>
beforeEach(async () => {
  fake = await startFakeMeilisearch()
  service = await startEmbedder()
})
afterEach(() => Promise.all([fake.close(), service.close()]))

const rest = () =>
  parseEmbedder(
    JSON.stringify({
      meaning: {
        source: 'rest',
        url: service.url,
        dimensions: 4,
        request: { input: '{{text}}' },
        response: { embedding: '{{embedding}}' },
      },
    }),
  )
const own = () => {
  const lines = DOCUMENTS.slice(1).map(({ id, title }) => JSON.stringify({ id, vector: embed(title) }))
  return parseEmbedder('{"own":{"source":"userProvided","dimensions":4}}', lines.join('\n'))
}
const fill = (embedder?: ReturnType<typeof rest>) =>
  rebuildWith({ url: fake.url, key: MASTER_KEY, ...(embedder ? { embedder } : {}) }, DOCUMENTS, DOCUMENTS)
const engine = (more: Partial<ConstructorParameters<typeof MeilisearchSearch>[0]> = {}) =>
  new MeilisearchSearch({
    url: fake.url,
    key: MASTER_KEY,
    index: INDEX,
    edition: 'en',
    groups: async () => [],
    ...more,
  })
const idsOf = ({ hits }: { hits: { id: string }[] }) => hits.map(({ id }) => id)

describe('an embedder', () => {
  it('is off by default: no settings, no vectors, no question by meaning', async () => {
    await fill()
    await engine().search({ text: 'extortion' })
    expect(SETTINGS).not.toHaveProperty('embedders')
    expect(fake.indexes.get(INDEX)!.settings).not.toHaveProperty('embedders')
    expect(JSON.stringify([...fake.indexes.get(INDEX)!.documents.values()])).not.toContain('_vectors')
    expect(JSON.stringify(fake.searches)).not.toContain('hybrid')
    expect(service.asked).toEqual([])
  })

  it('of source rest embeds titles and excerpts, never a body, and finds what no word does', async () => {
    await fill(rest())
    expect(service.asked).toHaveLength(DOCUMENTS.length)
    expect(service.asked.join()).not.toMatch(/zz[a-p]{8}|\u8fed\u4ee3|GPT4o errors/)
    const plain = await engine().search({ text: 'extortion' })
    expect(idsOf(plain)).toEqual([])
    const result = await engine({ embedder: { name: 'meaning' } }).search({ text: 'extortion' })
    expect(new Set(idsOf(result))).toEqual(
      new Set(['article-en', 'article-hans', 'article-hant', 'finding-rate']),
    )
    expect(result).toMatchObject({ byMeaning: true, total: 4, facets: { kind: { article: 3, finding: 1 } } })
  })

  it('puts what it calls near below what has the words, and the reader can remove it', async () => {
    await fill(rest())
    const wide = engine({ embedder: { name: 'meaning' } })
    const result = await wide.search({ text: 'blackmail', expand: true })
    expect(new Set(idsOf(result).slice(0, 2))).toEqual(new Set(['article-en', 'finding-rate']))
    expect(idsOf(result).slice(2).sort()).toEqual(['article-hans', 'article-hant'])
    for (const off of [{ meaning: false }, { expand: false }, { sort: 'date' as const }]) {
      const narrow = await wide.search({ text: 'blackmail', ...off })
      expect(narrow.total, JSON.stringify(off)).toBe(2)
      expect(narrow).not.toHaveProperty('byMeaning')
    }
    expect((await wide.search({ text: '"blackmail"' })).total).toBe(2)
  })

  it('keeps to filters', async () => {
    await fill(rest())
    const wide = engine({ embedder: { name: 'meaning' } })
    expect(idsOf(await wide.search({ text: 'extortion', filters: { lang: ['zh-Hant'] } }))).toEqual(
      expect.arrayContaining(['article-hant', 'finding-rate']),
    )
    expect(idsOf(await wide.search({ text: 'extortion', kinds: ['source'] }))).toEqual([])
  })

  it('of source userProvided takes vectors by id, null where there is none, and the query’s from a service', async () => {
    await fill(own())
    const held = fake.indexes.get(INDEX)!.documents
    expect(held.get(DOCUMENTS[0]!.id)!['_vectors']).toEqual({ own: null })
    expect(service.asked).toEqual([])
    const wide = engine({ embedder: { name: 'own', embed: embedByFetch(service.url) } })
    const result = await wide.search({ text: 'semiconductors' })
    expect(idsOf(result)).toEqual(['article-trump'])
    expect(service.asked).toEqual(['semiconductors'])
  })

  it('that fails costs nothing but itself', async () => {
    await fill(own())
    const reported: unknown[] = []
    const report = (error: unknown) => reported.push(error)
    const gone = { name: 'own', embed: embedByFetch('http://127.0.0.1:9/') }
    expect((await engine({ embedder: gone, report }).search({ text: 'blackmail' })).total).toBe(2)
    expect((await engine({ embedder: { name: 'evil' }, report }).search({ text: 'blackmail' })).total).toBe(2)
    expect(reported).toHaveLength(2)
  })
})

describe('settings of an embedder', () => {
  it.each([
    ['no JSON', '{', /are no JSON/],
    ['two embedders', '{"a":{"source":"rest"},"b":{"source":"rest"}}', /exactly one embedder/],
    ['an unknown source', '{"a":{"source":"magic"}}', /source/],
    ['a name for a path', '{"../x":{"source":"rest"}}', /Invalid key in record/],
    [
      'vectors without a length',
      '{"a":{"source":"userProvided"}}',
      /needs `dimensions` and a file of vectors/,
    ],
  ])('refuses %s and says what is wrong', (_, json, message) => {
    expect(() => parseEmbedder(json)).toThrow(message)
  })

  it('refuses a vector of another length, naming its line', () => {
    const settings = '{"a":{"source":"userProvided","dimensions":2}}'
    expect(() => parseEmbedder(settings, '{"id":"x","vector":[1,2]}\n{"id":"y","vector":[1]}')).toThrow(
      /line 2 of the/,
    )
  })
})

describe('a service that embeds', () => {
  it.each([
    ['an error', 'http://127.0.0.1:9/'],
    ['another answer', 'data:application/json,{"embedding":"none"}'],
  ])('is not believed when it gives %s', async (_, url) => {
    await expect(embedByFetch(url)('text')).rejects.toThrow()
  })
})
