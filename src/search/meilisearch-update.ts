import type { SearchDocument } from '../core/publish/search-document.ts'
import { buildHashed, fill } from './meilisearch-index.ts'
import { INDEX } from './meilisearch-name.ts'
import { connect, explain, run, type Server, type ServerAccess } from './meilisearch-server.ts'
import { readSearchContent, type SearchSources, withBodies } from './write.ts'

/** Documents of which one request asks the hashes. */
const PAGE = 1_000

/** What an update did. */
export interface UpdatedIndex {
  index: string
  /** Documents that were new or had changed. */
  written: number
  /** Documents of records that are no more: taken down, merged, renamed. */
  deleted: number
  documents: number
}

/**
 * Brings the index in use up to date without filling it anew: only documents that are new or changed are sent, and those whose
 * record is gone are deleted. New settings are for a rebuild. Rejects where there is no index yet.
 */
export async function updateMeilisearch(sources: SearchSources, access: ServerAccess): Promise<UpdatedIndex> {
  const { documents } = await readSearchContent(sources)
  return updateWith(access, withBodies(documents, sources.cache))
}

/** The same with documents at hand, bodies included. */
export async function updateWith(
  access: ServerAccess,
  full: AsyncIterable<SearchDocument> | Iterable<SearchDocument>,
): Promise<UpdatedIndex> {
  const server = await connect(access)
  const held = await readHashes(server)
  const done: UpdatedIndex = { index: INDEX, written: 0, deleted: 0, documents: 0 }
  async function* changed(): AsyncGenerator<SearchDocument> {
    for await (const document of full) {
      done.documents++
      const isSame = held.get(document.id) === buildHashed(document, access.embedder).hash
      held.delete(document.id)
      if (isSame) continue
      done.written++
      yield document
    }
  }
  await fill(server, INDEX, changed(), access.embedder)
  // What is left was not among the records.
  const gone = [...held.keys()]
  done.deleted = gone.length
  if (gone.length > 0)
    await run(server, `deleting ${gone.length} records`, server.client.index(INDEX).deleteDocuments(gone))
  return done
}

async function readHashes({ client, url }: Server): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  try {
    for (let offset = 0; ; offset += PAGE) {
      const { results } = await client
        .index(INDEX)
        .getDocuments({ offset, limit: PAGE, fields: ['id', 'hash'] })
      for (const { id, hash } of results) hashes.set(String(id), String(hash))
      if (results.length < PAGE) return hashes
    }
  } catch (error) {
    throw explain(error, `reading what ${INDEX} of ${url} holds (fill it once without --update)`)
  }
}
