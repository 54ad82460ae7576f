import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LANGS, type Lang } from '../core/model/lang.ts'
import type { Registry } from '../core/model/registry.ts'
import { buildSearchDocuments, type SearchDocument } from '../core/publish/search-document.ts'
import {
  buildSearchGroups,
  buildSearchLabels,
  type SearchGroup,
  type SearchLabels,
} from '../core/publish/search-words.ts'
import { buildCorpus, type RecordLists } from '../core/publish/view-corpus.ts'
import type { Translate } from '../core/publish/view-format.ts'
import { translator } from '../i18n/index.ts'
import type { Cache, Noun, Records, Store } from '../store/store.ts'
import { findText } from '../store/texts.ts'
import { type IndexFile, StaticIndexBuilder } from './static-build.ts'

/** Where records and texts are read from. */
export interface SearchSources {
  store: Pick<Store, 'list'>
  cache: Cache
  registry: Registry
}

/** Everything that any engine indexes, read from the records. */
export interface SearchContent {
  /** Without the articles' bodies; `withBodies` adds them one at a time. */
  documents: SearchDocument[]
  groups: SearchGroup[]
  labels: SearchLabels
}

export async function readSearchContent({ store, registry }: SearchSources): Promise<SearchContent> {
  const corpus = buildCorpus(await readRecords(store), registry)
  const translators = Object.fromEntries(LANGS.map((lang) => [lang, translator(lang)])) as Record<
    Lang,
    Translate
  >
  const documents = buildSearchDocuments(corpus, translators)
  return {
    documents,
    groups: buildSearchGroups(registry, documents),
    labels: buildSearchLabels(registry, corpus.sources, documents),
  }
}

/** The documents with their bodies from the cache. An article whose text was pruned is found by title, claims and figures. */
export async function* withBodies(documents: SearchDocument[], cache: Cache): AsyncGenerator<SearchDocument> {
  for (const document of documents) {
    const { textHash } = document
    // A damaged text is named by linking and by `verify`.
    const body = textHash === undefined ? undefined : await findText(cache, textHash, () => undefined)
    yield body === undefined ? document : { ...document, body }
  }
}

/** Builds all files of the static index in memory, one after another. */
export async function buildIndexFiles(content: SearchContent, cache: Cache): Promise<Generator<IndexFile>> {
  const builder = new StaticIndexBuilder()
  for await (const document of withBodies(content.documents, cache)) builder.add(document)
  return builder.files(content.groups, content.labels)
}

/** What writing an index did. */
export interface WrittenIndex {
  documents: number
  files: number
  bytes: number
}

/**
 * Writes the static index below `out`. A reader sees the old index or the new one: all files of a build lie in a folder of its
 * own, and the manifest that names it is replaced last, in one step. Older builds are removed after that.
 */
export async function writeSearchIndex(sources: SearchSources, out: string): Promise<WrittenIndex> {
  const content = await readSearchContent(sources)
  const written: WrittenIndex = { documents: content.documents.length, files: 0, bytes: 0 }
  const folders = new Set<string>()
  let build = ''
  for (const { path, bytes } of await buildIndexFiles(content, sources.cache)) {
    const target = join(out, path)
    if (!folders.has(dirname(target))) await mkdir(dirname(target), { recursive: true })
    folders.add(dirname(target))
    build ||= path.split('/')[0]!
    await writeFile(`${target}.tmp`, bytes)
    await rename(`${target}.tmp`, target)
    written.files++
    written.bytes += bytes.length
  }
  for (const name of await readdir(out)) {
    if (/^[0-9a-f]{16}$/.test(name) && name !== build) await rm(join(out, name), { recursive: true })
  }
  return written
}

async function readRecords(store: Pick<Store, 'list'>): Promise<RecordLists> {
  const all = async <N extends Noun>(noun: N): Promise<Records[N][]> => {
    const list: Records[N][] = []
    for await (const record of store.list(noun)) list.push(record)
    return list
  }
  return {
    sources: await all('sources'),
    articles: await all('articles'),
    stories: await all('stories'),
    findings: await all('findings'),
    redirects: await all('redirects'),
    digests: [],
    runs: [],
  }
}
