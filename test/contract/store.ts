import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/model/article.ts'
import type { Noun, Records, Store } from '../../src/store/store.ts'
import { sampleArticle } from '../ops/sample-article.ts'

export { sampleArticle }

/** How an adapter is opened empty, and opened once more on the same records. */
export interface StoreFactory {
  open: () => Promise<Store>
  reopen: () => Promise<Store>
  /** Puts text in place of a stored record, as a person or a broken disk would. */
  damage: (noun: Noun, id: string, text: string) => Promise<void>
  dispose: () => Promise<void>
}

const RECORDS: { [N in Noun]: Records[N] } = {
  sources: {
    id: 'example',
    names: { en: 'Example', 'zh-Hans': '示例', 'zh-Hant': '示例' },
    lang: 'en',
    region: 'US',
    kind: 'press',
    tier: 'press',
    method: 'feed',
    url: 'https://example.org/feed',
    topics: [],
    intervalMinutes: 60,
    sample: true,
  },
  articles: sampleArticle('00ff00ff00ff00ff'),
  stories: {
    id: 'ab12',
    members: [{ articleId: '00ff00ff00ff00ff', relation: 'original' }],
    firstSeenAt: '2026-08-04T00:00:00Z',
    independentSources: 1,
  },
  findings: {
    id: 'cd34',
    value: 96,
    unit: 'percent',
    qualifier: 'exact',
    topics: [],
    members: [
      {
        figureId: 'f1',
        articleId: '00ff00ff00ff00ff',
        sourceId: 'example',
        lang: 'en',
        firstSeenAt: '2026-08-04T00:00:00Z',
        relation: 'equal',
        reasons: [],
        comparison: 'not-checked',
      },
    ],
    langs: ['en'],
    independentSources: 1,
    status: 'single',
    updatedAt: '2026-08-04T00:00:00Z',
  },
  redirects: { id: 'old', to: ['cd34'], at: '2026-08-04T00:00:00Z', reason: 'merged' },
  digests: {
    id: '2026-08-03-day',
    period: 'day',
    from: '2026-08-03',
    to: '2026-08-03',
    heading: { en: 'Monday', 'zh-Hans': '周一', 'zh-Hant': '週一' },
    sections: [],
    articleIds: [],
  },
  runs: {
    id: '20260804t000000z',
    startedAt: '2026-08-04T00:00:00Z',
    finishedAt: '2026-08-04T00:01:00Z',
    sources: [],
    counts: { articles: 1, added: 1 },
  },
  aids: {
    id: '00ff00ff00ff00ff',
    textHash: 'a'.repeat(64),
    model: 'stub',
    requestHash: 'b'.repeat(64),
    at: '2026-08-04T00:00:00Z',
    titles: { en: 'A sample' },
    claims: [{ quote: { exact: '樣本。', prefix: '', suffix: '', start: 0, end: 3 } }],
    links: [{ figureId: 'f1', findingId: 'cd34' }],
    dropped: { 'summary-number': 1 },
  },
}

/** Everything that a stream gives. */
export async function gather<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = []
  for await (const value of stream) values.push(value)
  return values
}

/** What every store promises; each adapter runs it. */
export function describeStore(name: string, makeFactory: () => Promise<StoreFactory>) {
  describe(`${name} as a store`, () => {
    let factory: StoreFactory
    let store: Store
    beforeEach(async () => {
      factory = await makeFactory()
      store = await factory.open()
    })
    afterEach(async () => {
      await store.close()
      await factory.dispose()
    })

    it.each(Object.keys(RECORDS) as Noun[])('gives back a record of %s as it was written', async (noun) => {
      expect(await store.write(noun, RECORDS[noun])).toBe('added')
      expect(await store.read(noun, RECORDS[noun].id)).toEqual(RECORDS[noun])
      const again = await factory.reopen()
      expect(await again.read(noun, RECORDS[noun].id)).toEqual(RECORDS[noun])
      expect(await gather(again.list(noun))).toEqual([RECORDS[noun]])
      await again.close()
    })

    it('has nothing at first, and undefined for what it has not', async () => {
      expect(await store.read('articles', 'none')).toBeUndefined()
      expect(await gather(store.list('articles'))).toEqual([])
      await expect(store.remove('articles', 'none')).resolves.toBeUndefined()
    })

    it('tells added, changed and unchanged apart, whatever the order of keys', async () => {
      const article = sampleArticle('1111')
      const reordered = Object.fromEntries(Object.entries(article).reverse()) as Article
      expect(await store.write('articles', article)).toBe('added')
      expect(await store.write('articles', reordered)).toBe('unchanged')
      expect(await store.write('articles', { ...article, title: 'Another title' })).toBe('changed')
      expect((await store.read('articles', '1111'))?.title).toBe('Another title')
    })

    it('finds an article again after its date was corrected, once', async () => {
      await store.write('articles', sampleArticle('2222'))
      await store.write('articles', sampleArticle('2222', { published: '2025-01' }))
      expect((await gather(store.list('articles'))).map(({ published }) => published)).toEqual(['2025-01'])
    })

    it('streams in the order of ids, whatever the order and place of writing', async () => {
      const dates = ['2026-08-03', undefined, '2024', '2025-12-31T10:00:00+08:00']
      const ids = Array.from({ length: 40 }, (_, at) => ((at * 7919) % 65536).toString(16).padStart(4, '0'))
      for (const [at, id] of ids.entries()) {
        const { published: _, ...article } = sampleArticle(id)
        const published = dates[at % dates.length]
        await store.write('articles', { ...article, ...(published && { published }) })
      }
      expect((await gather(store.list('articles'))).map(({ id }) => id)).toEqual([...ids].sort())
    })

    it('counts records of a noun', async () => {
      for (const id of ['5551', '5552', '5553']) await store.write('articles', sampleArticle(id))
      await store.write('articles', sampleArticle('5552', { title: 'Changed' }))
      await store.remove('articles', '5553')
      expect(await store.count('articles')).toBe(2)
      expect(await store.listIds('articles')).toEqual(['5551', '5552'])
      expect(await store.count('stories')).toBe(0)
    })

    it('removes a record', async () => {
      await store.write('findings', RECORDS.findings)
      await store.remove('findings', 'cd34')
      expect(await store.read('findings', 'cd34')).toBeUndefined()
      expect(await gather(store.list('findings'))).toEqual([])
    })

    it('refuses to write what its schema refuses, and keeps the old record', async () => {
      await store.write('articles', sampleArticle('3333'))
      const wrong = sampleArticle('3333', { title: 'Just a moment...' })
      await expect(store.write('articles', wrong)).rejects.toThrow(
        /articles\/3333.*\n {2}title: a bot wall or error page is not an article; got "Just a moment\.\.\."/,
      )
      expect((await store.read('articles', '3333'))?.title).toBe('樣本：文字保持原樣')
    })

    it('names the record, the field, what was expected and what it got when a stored record is bad', async () => {
      const article = sampleArticle('4444')
      await store.write('articles', article)
      await factory.damage('articles', '4444', JSON.stringify({ ...article, textLength: '10' }))
      const again = await factory.reopen()
      await expect(again.read('articles', '4444')).rejects.toThrow(
        /4444[\s\S]*textLength: .*expected number.*got "10"/,
      )
      await expect(gather(again.list('articles'))).rejects.toThrow(/4444/)
      await again.close()
    })
  })
}
