import { afterAll, beforeAll, describe } from 'vitest'
import { flattenGroups } from '../../src/search/expand.ts'
import { MeilisearchSearch } from '../../src/search/meilisearch.ts'
import { ensureSearchKey, INDEX, rebuildWith } from '../../src/search/meilisearch-index.ts'
import { StaticSearch } from '../../src/search/static.ts'
import { StaticIndexBuilder } from '../../src/search/static-build.ts'
import { DOCUMENTS, GROUPS, searchContract } from '../contract/search.ts'
import { type FakeServer, MASTER_KEY, startFakeMeilisearch } from './fake-meilisearch.ts'

const builder = new StaticIndexBuilder()
for (const document of DOCUMENTS) builder.add(document)
const labels = { en: {}, 'zh-Hans': {}, 'zh-Hant': {} }
const files = new Map(
  [...builder.files(GROUPS, labels)].map(({ path, bytes }) => [path, new Uint8Array(bytes)]),
)
const staticEngine = new StaticSearch(async (path) => files.get(path)!, 'zh-Hans')

searchContract('static', async () => staticEngine)

describe('on a server', () => {
  let fake: FakeServer | undefined
  let engine: MeilisearchSearch
  beforeAll(async () => {
    // A real server when one is named; otherwise one that behaves as documented.
    if (!process.env['MEILI_URL']) fake = await startFakeMeilisearch()
    const access = { url: process.env['MEILI_URL'] ?? fake!.url, key: process.env['MEILI_KEY'] ?? MASTER_KEY }
    await rebuildWith(access, DOCUMENTS, DOCUMENTS)
    const key = await ensureSearchKey(access)
    engine = new MeilisearchSearch({
      url: access.url,
      key,
      index: INDEX,
      edition: 'zh-Hans',
      groups: async () => flattenGroups(GROUPS),
      forms: (word) => staticEngine.forms(word),
    })
  })
  afterAll(() => fake?.close())
  searchContract('meilisearch', async () => engine)
})
