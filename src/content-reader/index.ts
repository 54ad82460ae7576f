import { buildTermTable, type TermTable } from '../core/publish/view-convert.ts'
import { buildCorpus, type Corpus, type RecordLists } from '../core/publish/view-corpus.ts'
import { readRegistry } from '../registry.ts'
import { openPublishedStore } from '../store/published.ts'
import type { Noun, Records, Store } from '../store/store.ts'

/** Folders that astro.config.mjs read from the environment and compiled in. */
declare const __REDLINE__: { contentDir: string; registryDir: string; cacheDir: string }

/** What every page draws from. */
export interface SiteContent {
  corpus: Corpus
  terms: TermTable
}

let content: Promise<SiteContent> | undefined

/** All records, read once per build however many pages ask. */
export function readContent(): Promise<SiteContent> {
  content ??= readAll()
  return content
}

/** Where costly pictures are kept between builds. */
export const cacheFolder = () => __REDLINE__.cacheDir

async function readAll(): Promise<SiteContent> {
  // Not compiled in as the folders are: it may hold a password.
  const databaseUrl = process.env['REDLINE_SITE_DATABASE']
  const store = openPublishedStore({ contentDir: __REDLINE__.contentDir, databaseUrl })
  const registry = readRegistry(__REDLINE__.registryDir)
  const records: RecordLists = {
    sources: await all(store, 'sources'),
    articles: await all(store, 'articles'),
    stories: await all(store, 'stories'),
    findings: await all(store, 'findings'),
    redirects: await all(store, 'redirects'),
    digests: await all(store, 'digests'),
    runs: await all(store, 'runs'),
    aids: await all(store, 'aids'),
  }
  await store.close()
  return { corpus: buildCorpus(records, registry), terms: buildTermTable(registry) }
}

async function all<N extends Noun>(store: Store, noun: N): Promise<Records[N][]> {
  const records: Records[N][] = []
  for await (const record of store.list(noun)) records.push(record)
  return records
}
