import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, openClient } from '../../scrapers/client.ts'
import { collect } from '../../scrapers/collect.ts'
import { readList } from '../../scrapers/read-list.ts'
import { type SamplePress, startSamplePress } from '../../scrapers/sample/server.ts'
import { type CollectState, openState } from '../../scrapers/state.ts'
import { buildMatchers } from '../../src/core/extract/article.ts'
import type { Article } from '../../src/core/model/article.ts'
import type { Run } from '../../src/core/model/run.ts'
import { readRegistry } from '../../src/registry.ts'
import { openCache } from '../../src/store/cache.ts'
import { openFileStore } from '../../src/store/files.ts'
import { gather } from '../contract/store.ts'

let press: SamplePress
let directory: string
let state: CollectState
let client: Client
const matchers = buildMatchers(readRegistry())

beforeAll(async () => {
  press = await startSamplePress()
  directory = await mkdtemp(join(tmpdir(), 'redline-sample-'))
  state = openState(join(directory, 'state.sqlite'))
  const allow = press.sources.map(({ source }) => new URL(source.url).host)
  client = openClient({ state, allow, sleep: async () => {} })
})
afterAll(async () => {
  await client.close()
  state.close()
  await press.close()
  await rm(directory, { recursive: true })
})

const store = () => openFileStore(join(directory, 'content'))
const articles = () => gather(store().list('articles'))
const run = (sources = press.sources): Promise<Run> =>
  collect({
    sources,
    store: store(),
    cache: openCache(join(directory, 'cache')),
    matchers,
    state,
    fetch: client.fetch,
    readList,
    now: Date.now,
  })

/** Steps of one story, in order: each begins where the one before ended. */
describe('collecting from the sample press', () => {
  let before: Article[]

  it('takes every article of every outlet that works, and names the one that does not', async () => {
    const { sources, counts } = await run()
    expect(
      sources.filter(({ code }) => code !== undefined).map(({ sourceId, code }) => [sourceId, code]),
    ).toEqual([['sample-broken-mirror', 'robots-unreachable']])
    before = await articles()
    const published = press.articles.filter(({ outlet }) => outlet !== 'sample-broken-mirror')
    expect(before).toHaveLength(published.length)
    expect(counts['figures']).toBeGreaterThan(300)
    expect(counts['quotesDropped']).toBe(0)
    expect(before.every(({ sample }) => sample)).toBe(true)
  })

  it('keeps text in the cache from which every figure and quote can be cut again', async () => {
    const cache = openCache(join(directory, 'cache'))
    const withoutSnapshot: string[] = []
    for (const { title, textHash, figures, claims, snapshot } of before) {
      const text = new TextDecoder().decode(await cache.get(textHash))
      for (const { start, end, asWritten, quote } of figures) {
        expect(text.slice(start, end)).toBe(asWritten)
        expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
      }
      for (const { quote } of claims) expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
      if (snapshot) expect(await cache.get(snapshot)).toBeDefined()
      else withoutSnapshot.push(title)
    }
    // It asks not to be archived.
    expect(withoutSnapshot).toEqual(['AI也會「鬧情緒」？從擺爛的助理說起'])
  })

  it('finds nothing changed the second time, conditionally, one request at a time', async () => {
    const sofar = press.requests.length
    const { counts } = await run()
    expect(counts).toMatchObject({ ok: 0, failed: 1, added: 0, changed: 0 })
    const lists = press.requests.slice(sofar).filter(({ status }) => status === 200)
    expect(lists.map(({ outlet }) => outlet).filter((outlet) => outlet !== 'sample-quiet-page')).toEqual([])
    expect(Math.max(...press.requests.map(({ open }) => open))).toBe(1)
    expect(await articles()).toEqual(before)
  })

  it('keeps the revision of a page that was revised', async () => {
    press.revise()
    const { counts } = await run()
    expect(counts['changed']).toBeGreaterThanOrEqual(2)
    const revised = (await articles()).filter(({ revisions }) => revisions.length === 2)
    expect(revised).toHaveLength(counts['changed']!)
    expect(await articles()).toHaveLength(before.length)
  })

  it.each([
    ['empty', 'list-empty'],
    ['bot-wall', 'not-a-feed'],
    ['reset', 'incomplete'],
    ['truncated', 'incomplete'],
    ['status-404', 'http-404'],
    // What can be read of it is; its last entry ends amid an address.
    ['broken-xml', 'pages-failed'],
  ] as const)('loses nothing to an outlet with the fault %s, and says %s', async (fault, code) => {
    const known = await articles()
    press.fail('sample-harbour-wire', fault)
    const { sources } = await run(press.sources.filter(({ source }) => source.id === 'sample-harbour-wire'))
    press.fail('sample-harbour-wire')
    expect(sources.map((source) => source.code)).toEqual([code])
    expect(await articles()).toEqual(known)
  })
})
