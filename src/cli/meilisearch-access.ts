import { readFileSync } from 'node:fs'
import { parseEmbedder } from '../search/meilisearch-embedder.ts'
import type { ServerAccess } from '../search/meilisearch-index.ts'

/**
 * How to reach and fill a Meilisearch server: the key from `MEILI_KEY`, an embedder from the file that `MEILI_EMBEDDER` names
 * (none by default), vectors of your own from `MEILI_VECTORS`.
 */
export function meilisearchAccess(url: string): ServerAccess {
  const { MEILI_KEY: key, MEILI_EMBEDDER: embedder, MEILI_VECTORS: vectors } = process.env
  if (!embedder) return { url, key }
  return { url, key, embedder: parseEmbedder(read(embedder), vectors ? read(vectors) : undefined) }
}

const read = (path: string) => readFileSync(path, 'utf8')
