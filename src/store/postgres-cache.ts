import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress } from 'node:zlib'
import { unpack } from './cache.ts'
import { openDatabase } from './database.ts'
import type { Cache } from './store.ts'
import { DamagedBlobError } from './texts.ts'

const compress = promisify(zstdCompress)

/** The content-addressed cache in PostgreSQL, so that workers on other machines see the same texts. */
export function openPostgresCache(databaseUrl: string): Cache & { close(): Promise<void> } {
  const database = openDatabase(databaseUrl)
  return {
    async put(bytes) {
      const sha256 = hash(bytes)
      const [known] = await database.query('SELECT 1 FROM redline.blobs WHERE sha256 = $1', [sha256])
      if (!known) await database.query(INSERT, [sha256, await compress(bytes)])
      return sha256
    },
    async get(sha256) {
      const [row] = await database.query<{ body: Buffer }>(SELECT, [sha256])
      if (!row) return undefined
      const bytes = await unpack(row.body)
      if (bytes && hash(bytes) === sha256) return bytes
      throw new DamagedBlobError(
        `blob ${sha256} does not hold the bytes of its name; delete its row and collect again`,
      )
    },
    close: () => database.close(),
  }
}

const INSERT = 'INSERT INTO redline.blobs (sha256, body) VALUES ($1, $2) ON CONFLICT DO NOTHING'
const SELECT = 'SELECT body FROM redline.blobs WHERE sha256 = $1'
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
