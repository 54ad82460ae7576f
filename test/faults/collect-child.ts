import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openClient } from '../../scrapers/client.ts'
import { collect } from '../../scrapers/collect.ts'
import type { SourceDefinition } from '../../scrapers/define.ts'
import { takeLock } from '../../scrapers/lock.ts'
import { readList } from '../../scrapers/read-list.ts'
import { openState } from '../../scrapers/state.ts'
import { buildMatchers } from '../../src/core/extract/article.ts'
import { openCache } from '../../src/store/cache.ts'
import { openFileStore } from '../../src/store/files.ts'

/** A collector of its own to be killed: `collect-child.ts DATA_DIR SOURCES.json`. Says `collecting` when it begins. */
const [dataDir, sourcesFile] = process.argv.slice(2) as [string, string]
const sources: SourceDefinition[] = JSON.parse(readFileSync(sourcesFile, 'utf8'))
const lock = takeLock(dataDir, new Date())
const state = openState(join(dataDir, 'state.sqlite'))
const client = openClient({ state, allow: ['127.0.0.1'] })
process.stdout.write('collecting\n')
await collect({
  sources,
  store: openFileStore(join(dataDir, 'content')),
  cache: openCache(join(dataDir, 'cache')),
  matchers: buildMatchers({ entities: [], metrics: [], topics: [], glossary: [] }),
  state,
  fetch: client.fetch,
  readList,
  now: Date.now,
})
await client.close()
state.close()
lock.release()
