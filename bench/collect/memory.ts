// Polls 1,000 sources ten times each, all answered 304, and prints the peak of memory.

import { openClient } from '../../scrapers/client.ts'
import { collect } from '../../scrapers/collect.ts'
import { defineSource, feed } from '../../scrapers/define.ts'
import { preferMemoryOverSpeed } from '../../scrapers/memory.ts'
import { readList } from '../../scrapers/read-list.ts'
import { openState } from '../../scrapers/state.ts'
import { buildMatchers } from '../../src/core/extract/article.ts'
import type { Store } from '../../src/store/store.ts'

preferMemoryOverSpeed()
const SOURCES = 1_000
const POLLS = 10
const origins: string[] = JSON.parse(process.argv[2]!)
const startedMb = process.memoryUsage().rss / 2 ** 20
let clock = Date.now()
const state = openState(':memory:')
const client = openClient({ state, allow: ['127.0.0.1'], now: () => clock })
const names = { en: 'F', 'zh-Hans': '源', 'zh-Hant': '源' }
const sources = Array.from({ length: SOURCES }, (_, at) =>
  defineSource(
    `feed-${at}`,
    feed({
      names,
      lang: 'en',
      region: 'INT',
      kind: 'press',
      tier: 'press',
      url: `${origins[at % origins.length]}/${at}`,
    }),
  ),
)
for (const { source } of sources) {
  const { url } = source
  state.write('lists', source.id, { url, failures: 0, items: 20, validators: { url, etag: '"1"' } })
}
// A run that finds nothing new only writes.
const store = { read: async () => undefined, write: async () => 'unchanged' } as unknown as Store
const cache = { put: async () => '', get: async () => undefined }
const matchers = buildMatchers({ entities: [], metrics: [], topics: [], glossary: [] })
let unchanged = 0
for (let poll = 0; poll < POLLS; poll++) {
  const run = await collect({
    sources,
    store,
    cache,
    matchers,
    state,
    fetch: client.fetch,
    readList,
    now: () => clock,
  })
  unchanged += run.counts['unchanged']!
  clock += 2 * 60 * 60 * 1000
}
await client.close()
const peakMb = process.resourceUsage().maxRSS / 1024
console.log(
  JSON.stringify({ polls: unchanged, startedMb: Math.round(startedMb), peakMb: Math.round(peakMb) }),
)
