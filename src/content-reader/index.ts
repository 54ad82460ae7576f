import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { deserialize } from 'node:v8'
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
  const registry = readRegistry(__REDLINE__.registryDir)
  const handed = process.env['REDLINE_RECORDS']
  const records = handed ? await takeRecords(handed) : await readStore()
  return { corpus: buildCorpus(records, registry), terms: buildTermTable(registry) }
}

/** Between two looks whether the records are there. */
const LOOK_MS = 20

/** `redline publish` hands over the records that it has read, which it may be reading still; Astro ends when it does. */
async function takeRecords(file: string): Promise<RecordLists> {
  while (!existsSync(file)) await sleep(LOOK_MS)
  return deserialize(readFileSync(file)) as RecordLists
}

/** For `astro dev`, and whoever builds by hand. */
async function readStore(): Promise<RecordLists> {
  const store = openPublishedStore({ contentDir: __REDLINE__.contentDir })
  const records: RecordLists = {
    sources: await all(store, 'sources'),
    articles: await all(store, 'articles'),
    aids: await all(store, 'aids'),
    stories: await all(store, 'stories'),
    findings: await all(store, 'findings'),
    redirects: await all(store, 'redirects'),
    digests: await all(store, 'digests'),
    runs: await all(store, 'runs'),
  }
  await store.close()
  return records
}

async function all<N extends Noun>(store: Store, noun: N): Promise<Records[N][]> {
  const records: Records[N][] = []
  for await (const record of store.list(noun)) records.push(record)
  return records
}
