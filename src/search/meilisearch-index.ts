import { createHash } from 'node:crypto'
import type { Embedder as MeiliEmbedder, Settings } from 'meilisearch'
import { LANGS } from '../core/model/lang.ts'
import type { SearchDocument } from '../core/publish/search-document.ts'
import { FACETS, type FacetName } from '../core/publish/search-facets.ts'
import { type Embedder, vectorsOf } from './meilisearch-embedder.ts'
import { dayNumber, serverValue } from './meilisearch-filter.ts'
import { INDEX } from './meilisearch-name.ts'
import {
  codeOf,
  connect,
  explain,
  openServer,
  run,
  type Server,
  type ServerAccess,
} from './meilisearch-server.ts'
import { buildGrams } from './meilisearch-tokens.ts'
import { readSearchContent, type SearchSources, withBodies } from './write.ts'

export { INDEX } from './meilisearch-name.ts'
export type { ServerAccess } from './meilisearch-server.ts'
export { LEAST_VERSION } from './meilisearch-server.ts'

const NEXT = `${INDEX}_next`
/** The key that the site carries; found again by its fixed id. */
const SEARCH_KEY_UID = 'b3a1c1de-0f0e-4c55-9d70-5ed11e000001'
/** Documents in one request: some ten megabytes with bodies, a tenth of what the server takes. */
const BATCH = 500

/** What filling an index did. */
export interface FilledIndex {
  index: string
  documents: number
}

/** Attributes and rules of the index. Order of searchable attributes is their weight. */
export const SETTINGS: Settings = {
  searchableAttributes: [
    'titleGrams',
    'titleNumbers',
    'nameGrams',
    'nameNumbers',
    'bodyGrams',
    'bodyNumbers',
    'chars',
  ],
  displayedAttributes: ['id', 'hash', 'kind', 'path', 'language', 'title', 'titles', 'excerpt', 'date'],
  filterableAttributes: ['id', 'kind', ...FACETS, 'low', 'high', 'dayFrom', 'dayTo', 'isMember'],
  sortableAttributes: ['dayFrom', 'spread'],
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'rank:desc'],
  typoTolerance: {
    enabled: true,
    disableOnNumbers: true,
    // Spelt pairs and numbers are no words: one letter off is another character.
    disableOnAttributes: ['titleNumbers', 'nameNumbers', 'bodyNumbers', 'chars'],
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
  },
  // Everything is spelt in Latin letters; without this the server guesses a language for every text.
  localizedAttributes: [{ attributePatterns: ['*Grams', '*Numbers', 'chars'], locales: ['eng'] }],
  faceting: { maxValuesPerFacet: 200, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 10_000 },
  stopWords: [],
  synonyms: {},
}

const settingsWith = (embedder: Embedder | undefined): Settings =>
  embedder
    ? { ...SETTINGS, embedders: { [embedder.name]: embedder.settings as unknown as MeiliEmbedder } }
    : SETTINGS

/**
 * Fills a new index and swaps it with the one in use when it is complete: readers see the old one or the new one. A crash
 * leaves `…_next` behind, which the next run deletes; a failed task or a wrong count ends it before the swap.
 */
export async function rebuildMeilisearch(sources: SearchSources, access: ServerAccess): Promise<FilledIndex> {
  const { documents } = await readSearchContent(sources)
  return rebuildWith(access, documents, withBodies(documents, sources.cache))
}

/** The same with documents at hand; `full` are the same ones with their bodies. */
export async function rebuildWith(
  access: ServerAccess,
  documents: SearchDocument[],
  full: AsyncIterable<SearchDocument> | Iterable<SearchDocument>,
): Promise<FilledIndex> {
  const server = await connect(access)
  await run(server, 'deleting a left-over index', server.client.deleteIndex(NEXT), ['index_not_found'])
  await run(server, `creating ${NEXT}`, server.client.createIndex(NEXT, { primaryKey: 'id' }))
  await run(server, 'its settings', server.client.index(NEXT).updateSettings(settingsWith(access.embedder)))
  await fill(server, NEXT, full, access.embedder)
  await checkIndex(server, documents)
  const isThere = ['index_already_exists']
  await run(server, `creating ${INDEX}`, server.client.createIndex(INDEX, { primaryKey: 'id' }), isThere)
  await run(server, 'the swap', server.client.swapIndexes([{ indexes: [INDEX, NEXT], rename: false }]))
  await run(server, 'deleting the old index', server.client.deleteIndex(NEXT), ['index_not_found'])
  return { index: INDEX, documents: documents.length }
}

/** The key for the site: it may search this index and nothing else. The same call gives the same key. */
export async function ensureSearchKey(access: ServerAccess): Promise<string> {
  const { client } = openServer(access)
  const wanted = { indexes: [INDEX], actions: ['search' as const] }
  try {
    const { key, actions, indexes } = await client.getKey(SEARCH_KEY_UID)
    if (String(actions) === 'search' && String(indexes) === INDEX) return key
    await client.deleteKey(SEARCH_KEY_UID)
  } catch (error) {
    if (codeOf(error) !== 'api_key_not_found') throw explain(error, 'reading its keys')
  }
  const created = await client.createKey({
    uid: SEARCH_KEY_UID,
    name: 'Redline site',
    description: 'Search of the public index, nothing else; stands in the pages.',
    expiresAt: null,
    ...wanted,
  })
  return created.key
}

/** Adds documents in batches, or replaces those that are there. */
export async function fill(
  server: Server,
  index: string,
  documents: AsyncIterable<SearchDocument> | Iterable<SearchDocument>,
  embedder: Embedder | undefined,
) {
  let batch: ReturnType<typeof buildHashed>[] = []
  const send = async () => {
    if (batch.length > 0)
      await run(server, `adding ${batch.length} documents`, server.client.index(index).addDocuments(batch))
    batch = []
  }
  for await (const document of documents) {
    batch.push(buildHashed(document, embedder))
    if (batch.length === BATCH) await send()
  }
  await send()
}

/** The new index must hold every document, and find a few of them by their titles, before anyone is sent to it. */
async function checkIndex({ client, url }: Server, documents: SearchDocument[]): Promise<void> {
  const index = client.index(NEXT)
  const { numberOfDocuments } = await index.getStats()
  if (numberOfDocuments !== documents.length) {
    throw new Error(
      `${url}: ${NEXT} holds ${numberOfDocuments} documents, expected ${documents.length}; the old index stays in use`,
    )
  }
  const step = Math.max(1, Math.floor(documents.length / CANARIES))
  for (const document of documents.filter((_, at) => at % step === 0)) {
    const grams = buildGrams(document.title).grams.split(' ').slice(0, 6).join(' ')
    if (grams === '') continue
    const { hits } = await index.search(`"${grams}"`, { limit: 1000, attributesToRetrieve: ['id'] })
    if (hits.some((hit) => hit['id'] === document.id)) continue
    throw new Error(`${url}: ${NEXT} does not find ${document.id} by its title; the old index stays in use`)
  }
}

const CANARIES = 5

/** A document with what tells whether it changed: the first 16 hexadecimal digits of the SHA-256 of all that the server gets. */
export function buildHashed(document: SearchDocument, embedder: Embedder | undefined) {
  const built = { ...buildServerDocument(document), ...vectorsOf(document.id, embedder) }
  return { ...built, hash: createHash('sha256').update(JSON.stringify(built)).digest('hex').slice(0, 16) }
}

/** A document as the server holds it: what is shown, what is filtered by, and what is matched, spelt (meilisearch-tokens.ts). */
export function buildServerDocument(document: SearchDocument) {
  const { id, kind, path, lang, title, titles, excerpt, names, body = '', facets, date, spread } = document
  const shown = titles ? [...new Set(LANGS.map((edition) => titles[edition]))].join('\n') : title
  const inTitle = buildGrams(shown)
  const inNames = buildGrams([...names, excerpt].join('\n'))
  const inBody = buildGrams(body)
  const values = FACETS.map((facet: FacetName) => [facet, (facets[facet] ?? []).map(serverValue)])
  const low = document.value
  const dayFrom = dayNumber(date, '01')
  return {
    id,
    kind,
    path,
    language: lang,
    title,
    ...(titles ? { titles } : {}),
    excerpt,
    ...(date === undefined ? {} : { date }),
    titleGrams: inTitle.grams,
    titleNumbers: inTitle.numbers,
    nameGrams: inNames.grams,
    nameNumbers: inNames.numbers,
    bodyGrams: inBody.grams,
    bodyNumbers: inBody.numbers,
    chars: [...new Set(`${inTitle.chars} ${inNames.chars} ${inBody.chars}`.trim().split(' '))].join(' '),
    ...Object.fromEntries(values),
    ...(low === undefined ? {} : { low, high: document.maxValue ?? low }),
    ...(dayFrom === undefined ? {} : { dayFrom, dayTo: dayNumber(date, '31') }),
    spread: spread ?? 0,
    isMember: document.isMember ?? false,
    rank: RANKS[kind],
  }
}

const RANKS: Record<SearchDocument['kind'], number> = {
  entity: 5,
  finding: 4,
  source: 3,
  article: 2,
  figure: 1,
}
