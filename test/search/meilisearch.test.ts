import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withFallback } from '../../src/search/fallback.ts'
import { MeilisearchSearch } from '../../src/search/meilisearch.ts'
import { ServerError } from '../../src/search/meilisearch-client.ts'
import { buildServerFilter, serverValue } from '../../src/search/meilisearch-filter.ts'
import { ensureSearchKey, INDEX, rebuildWith } from '../../src/search/meilisearch-index.ts'
import { buildServerQuery } from '../../src/search/meilisearch-tokens.ts'
import { updateWith } from '../../src/search/meilisearch-update.ts'
import type { SearchEngine } from '../../src/search/search.ts'
import { DOCUMENTS } from '../contract/search.ts'
import { type FakeServer, MASTER_KEY, startFakeMeilisearch } from './fake-meilisearch.ts'

let fake: FakeServer
beforeEach(async () => {
  fake = await startFakeMeilisearch()
})
afterEach(() => fake.close())

const access = () => ({ url: fake.url, key: MASTER_KEY, taskMs: 2_000 })
const rebuild = (documents = DOCUMENTS) => rebuildWith(access(), documents, documents)
const search = (patienceMs = 2_000) =>
  new MeilisearchSearch({
    url: fake.url,
    key: MASTER_KEY,
    index: INDEX,
    edition: 'en',
    groups: async () => [],
    patienceMs,
  })

describe('filling an index', () => {
  it('swaps a complete index in and leaves nothing behind', async () => {
    expect(await rebuild()).toEqual({ index: INDEX, documents: DOCUMENTS.length })
    expect([...fake.indexes.keys()]).toEqual([INDEX])
    await rebuild(DOCUMENTS.slice(0, 3))
    expect(fake.indexes.get(INDEX)!.documents.size).toBe(3)
    expect([...fake.indexes.keys()]).toEqual([INDEX])
  })

  it.each([
    ['an addition', 'documentAdditionOrUpdate'],
    ['the settings', 'settingsUpdate'],
    ['the swap', 'indexSwap'],
  ])('keeps the old index when the task of %s fails', async (_, type) => {
    await rebuild()
    fake.faults.failTask = type
    await expect(rebuild(DOCUMENTS.slice(0, 2))).rejects.toThrow(
      /failed \(the disk of the fake is full\); the old index stays in use/,
    )
    expect(fake.indexes.get(INDEX)!.documents.size).toBe(DOCUMENTS.length)
  })

  it('I2: keeps the old index when documents are missing from the new one', async () => {
    await rebuild()
    fake.faults.dropDocuments = 2
    await expect(rebuild()).rejects.toThrow(/holds \d+ documents, expected 11; the old index stays/)
    expect(fake.indexes.get(INDEX)!.documents.size).toBe(DOCUMENTS.length)
  })

  it('I2: gives up on a task that never ends', async () => {
    fake.faults.taskMs = 60_000
    await expect(rebuildWith({ ...access(), taskMs: 300 }, DOCUMENTS, DOCUMENTS)).rejects.toThrow(
      /did not end within 0.3 s/,
    )
  })

  it('I1: asks a busy server again', async () => {
    fake.faults.busyTimes = 2
    expect(await rebuild()).toEqual({ index: INDEX, documents: DOCUMENTS.length })
  })

  it('I2: keeps the old index when a task vanishes', async () => {
    await rebuild()
    fake.faults.loseTasks = true
    await expect(rebuild(DOCUMENTS.slice(0, 2))).rejects.toThrow(/Task not found.*the old index stays in use/)
    expect(fake.indexes.get(INDEX)!.documents.size).toBe(DOCUMENTS.length)
  })

  it('I3: converges after a crash between filling and swapping', async () => {
    fake.faults.failTask = 'indexSwap'
    await expect(rebuild()).rejects.toThrow()
    delete fake.faults.failTask
    await rebuild()
    expect([...fake.indexes.keys()]).toEqual([INDEX])
    expect((await search().search({ text: 'blackmail' })).total).toBe(2)
  })

  it('refuses a server that is too old, and says which it needs', async () => {
    fake.faults.version = '1.9.0'
    await expect(rebuild()).rejects.toThrow(/is Meilisearch 1\.9\.0; this project needs 1\.15 or later/)
  })

  it.each([
    [401, 'missing_authorization_header'],
    [403, 'invalid_api_key'],
    [408, 'request_timeout'],
    [503, 'too_many_search_requests'],
  ])('says what a %i means for the old index', async (status, code) => {
    fake.faults.status = { status, code }
    await expect(rebuild()).rejects.toThrow(/Check address and key; the old index stays in use/)
  })

  it('sends only what changed, and deletes what was taken down', async () => {
    await rebuild()
    const additions = () => fake.requests.filter((request) => /^POST .*documents$/.test(request)).length
    const before = additions()
    const total = DOCUMENTS.length
    expect(await updateWith(access(), DOCUMENTS)).toEqual({
      index: INDEX,
      written: 0,
      deleted: 0,
      documents: total,
    })
    expect(additions()).toBe(before)
    const [first, ...others] = DOCUMENTS
    const kept = others.filter(({ id }) => id !== 'article-en')
    const added = { ...first!, id: 'article-new', title: 'A giraffe in the office' }
    const changed = { ...first!, title: 'An elephant in the office' }
    expect(await updateWith(access(), [changed, added, ...kept])).toMatchObject({ written: 2, deleted: 1 })
    expect((await search().search({ text: 'elephant' })).hits.map(({ id }) => id)).toEqual([first!.id])
    expect((await search().search({ text: 'giraffe' })).hits.map(({ id }) => id)).toEqual(['article-new'])
    expect((await search().search({ text: '"simulated office"' })).hits).toEqual([])
    expect(fake.indexes.get(INDEX)!.documents.size).toBe(total)
  })

  it('updates nothing where there is nothing, and says what to do', async () => {
    await expect(updateWith(access(), DOCUMENTS)).rejects.toThrow(/fill it once without --update/)
  })

  it('makes one key that may only search this index, the same each time', async () => {
    const key = await ensureSearchKey(access())
    expect(await ensureSearchKey(access())).toBe(key)
    const [made] = fake.keys.values()
    expect(made).toMatchObject({ actions: ['search'], indexes: [INDEX], expiresAt: null })
    await expect(rebuildWith({ url: fake.url, key }, DOCUMENTS, DOCUMENTS)).rejects.toThrow(/invalid/)
  })
})

describe('I1: a server in trouble', () => {
  const reported: unknown[] = []
  const report = (error: unknown) => reported.push(error)
  const files: SearchEngine = {
    search: async () => ({ hits: [], total: 7, facets: {}, expansions: [], engine: 'static' }),
  }

  it.each([
    ['a wrong key', { status: { status: 403, code: 'invalid_api_key' } }],
    ['a time-out', { status: { status: 408, code: 'timeout' } }],
    ['a full queue', { status: { status: 503, code: 'too_many_search_requests' } }],
    ['a slow answer', { delayMs: 800 }],
  ])('is answered for by the static index: %s', async (_, faults) => {
    await rebuild()
    Object.assign(fake.faults, faults)
    const engine = withFallback(search(200), files, () => 0, report)
    expect(await engine.search({ text: 'blackmail' })).toMatchObject({
      total: 7,
      engine: 'static',
      notice: 'fallback',
    })
    expect(reported.pop()).toBeInstanceOf(ServerError)
  })

  it('is left alone for a minute, then asked again', async () => {
    await rebuild()
    let now = 0
    const engine = withFallback(search(), files, () => now, report)
    fake.faults.status = { status: 503, code: 'too_many_search_requests' }
    await engine.search({ text: 'blackmail' })
    delete fake.faults.status
    const before = fake.requests.length
    expect((await engine.search({ text: 'blackmail' })).engine).toBe('static')
    expect(fake.requests).toHaveLength(before)
    now = 61_000
    expect((await engine.search({ text: 'blackmail' })).engine).toBe('meilisearch')
  })

  it('is answered for when it is gone, or is something else', async () => {
    const gone = new MeilisearchSearch({
      url: 'http://127.0.0.1:9',
      key: 'k',
      index: INDEX,
      edition: 'en',
      groups: async () => [],
    })
    expect((await withFallback(gone, files, () => 0, report).search({ text: 'x1' })).notice).toBe('fallback')
    const html = async () => new Response('<html>hello</html>', { status: 200 })
    const other = new MeilisearchSearch({
      url: 'http://127.0.0.1:9',
      key: 'k',
      index: INDEX,
      edition: 'en',
      groups: async () => [],
      fetch: html,
    })
    await expect(other.search({ text: 'word' })).rejects.toThrow(/gave no answer/)
  })
})

describe('what is asked', () => {
  it('a phrase is one term, and never more than ten are sent', () => {
    const many = buildServerQuery(
      Array.from({ length: 30 }, (_, at) => `词语${String.fromCharCode(0x4e00 + at)}`).join(' '),
      false,
    )
    expect(many.match(/"[^"]+"/g)).toHaveLength(10)
  })

  it('I7: a filter holds values, whatever is in them', () => {
    expect(buildServerFilter({ text: 'x', filters: { source: ['a" OR 1 = 1 \\'] } })).toBe(
      'source IN ["a\\" OR 1 = 1 \\\\"] AND isMember = false',
    )
    expect(buildServerFilter({ text: 'x', filters: { 'a = 1 OR b': ['c'] } })).toBe('isMember = false')
  })

  it('I6: a value is never longer than the server takes, and no character is cut', () => {
    const long = serverValue('名'.repeat(500))
    expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(468)
    expect(long).toMatch(/^名+$/)
  })
})
