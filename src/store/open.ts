import { join } from 'node:path'
import { openCache } from './cache.ts'
import { openFileStore } from './files.ts'
import type { PostgresStore } from './postgres.ts'
import type { Cache, Store } from './store.ts'

/** Where records live: in a folder, or in a database when one is named. */
export interface RecordPlace {
  contentDir: string
  /** `postgres://…` */
  databaseUrl?: string | undefined
}

/** Opens the store of a place. PostgreSQL's client is loaded on first use, so that nobody else pays for it. */
export function openStore({ contentDir, databaseUrl }: RecordPlace): Store & Partial<PostgresStore> {
  if (databaseUrl === undefined || databaseUrl === '') return openFileStore(contentDir)
  let opened: Promise<PostgresStore> | undefined
  const open = () => {
    opened ??= import('./postgres.ts').then(({ openPostgresStore }) => openPostgresStore(databaseUrl))
    return opened
  }
  return {
    read: async (noun, id) => (await open()).read(noun, id),
    async *list(noun) {
      yield* (await open()).list(noun)
    },
    write: async (noun, record) => (await open()).write(noun, record),
    remove: async (noun, id) => (await open()).remove(noun, id),
    writeMany: async (noun, records) => (await open()).writeMany(noun, records),
    listIds: async (noun) => (await open()).listIds(noun),
    count: async (noun) => (await open()).count(noun),
    close: async () => {
      if (opened) await (await opened).close()
    },
  }
}

/** Opens the cache that belongs to a place: a folder, or the same database. */
export function openPlaceCache({
  dataDir,
  databaseUrl,
}: RecordPlace & { dataDir: string }): Cache & { close(): Promise<void> } {
  if (databaseUrl === undefined || databaseUrl === '')
    return { ...openCache(join(dataDir, 'cache')), close: async () => undefined }
  let opened: Promise<Cache & { close(): Promise<void> }> | undefined
  const open = () => {
    opened ??= import('./postgres-cache.ts').then(({ openPostgresCache }) => openPostgresCache(databaseUrl))
    return opened
  }
  return {
    put: async (bytes) => (await open()).put(bytes),
    get: async (sha256) => (await open()).get(sha256),
    close: async () => {
      if (opened) await (await opened).close()
    },
  }
}
