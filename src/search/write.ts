import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { LANGS, type Lang } from '../core/model/lang.ts'
import type { Registry } from '../core/model/registry.ts'
import { buildSearchDocuments, type SearchDocument } from '../core/publish/search-document.ts'
import {
  buildSearchGroups,
  buildSearchLabels,
  type SearchGroup,
  type SearchLabels,
} from '../core/publish/search-words.ts'
import { buildCorpus, type Corpus, type RecordLists } from '../core/publish/view-corpus.ts'
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

/** All that a search index is built from: reads every record once. */
export const readSearchContent = async ({ store, registry }: SearchSources): Promise<SearchContent> =>
  buildSearchContent(buildCorpus(await readRecords(store), registry))

function buildSearchContent(corpus: Corpus): SearchContent {
  const { registry, sources } = corpus
  const translators = Object.fromEntries(LANGS.map((lang) => [lang, translator(lang)])) as Record<
    Lang,
    Translate
  >
  const documents = buildSearchDocuments(corpus, translators)
  return {
    documents,
    groups: buildSearchGroups(registry, documents),
    labels: buildSearchLabels(registry, sources, documents),
  }
}

/** Documents or files that are made at a stretch, before others have their turn: whoever builds a site starts threads meanwhile. */
const STRETCH = 128

/** The documents with their bodies from the cache. An article whose text was pruned is found by title, claims and figures. */
export async function* withBodies(
  documents: SearchDocument[],
  cache: Pick<Cache, 'get'>,
): AsyncGenerator<SearchDocument> {
  for (const [index, document] of documents.entries()) {
    if (index % STRETCH === 0) await setImmediate()
    const { textHash } = document
    // A damaged text is named by linking and by `verify`.
    const body = textHash === undefined ? undefined : await findText(cache, textHash, () => undefined)
    yield body === undefined ? document : { ...document, body }
  }
}

/** Builds all files of the static index in memory, one after another. */
export async function buildIndexFiles(
  content: SearchContent,
  cache: Pick<Cache, 'get'>,
): Promise<Generator<IndexFile>> {
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

/** Reads the records and writes the static index below `out`. */
export const writeSearchIndex = async (sources: SearchSources, out: string): Promise<WrittenIndex> =>
  writeIndex(await readSearchContent(sources), sources.cache, out)

/** The same from records that were read already. */
export const writeCorpusIndex = (
  corpus: Corpus,
  cache: Pick<Cache, 'get'>,
  out: string,
): Promise<WrittenIndex> => writeIndex(buildSearchContent(corpus), cache, out)

/**
 * A reader sees the old index or the new one: all files of a build lie in a folder of its own, and the manifest that names it is
 * replaced last, in one step. Older builds are removed after that.
 */
async function writeIndex(
  content: SearchContent,
  cache: Pick<Cache, 'get'>,
  out: string,
): Promise<WrittenIndex> {
  const written: WrittenIndex = { documents: content.documents.length, files: 0, bytes: 0 }
  const put = openTarget(out)
  let build = ''
  for (const { path, bytes } of await buildIndexFiles(content, cache)) {
    if (written.files % STRETCH === 0) await setImmediate()
    build ||= path.split('/')[0]!
    put(path, bytes)
    written.files++
    written.bytes += bytes.length
  }
  for (const name of readdirSync(out)) {
    if (/^[0-9a-f]{16}$/.test(name) && name !== build) rmSync(join(out, name), { recursive: true })
  }
  return written
}

/**
 * Puts files below a folder, without waiting, which takes half the time for thousands of small ones. In the folder itself and in
 * those that were there before, where somebody may read, a file appears in one step.
 */
function openTarget(out: string): (path: string, bytes: Uint8Array) => void {
  /** Folders that were looked at, and whether they were there. */
  const known = new Map<string, boolean>()
  return (path, bytes) => {
    const target = join(out, path)
    const folder = dirname(target)
    if (!known.has(folder)) {
      known.set(folder, folder === out || existsSync(folder))
      mkdirSync(folder, { recursive: true })
    }
    if (!known.get(folder)) return writeFileSync(target, bytes)
    writeFileSync(`${target}.tmp`, bytes)
    renameSync(`${target}.tmp`, target)
  }
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
