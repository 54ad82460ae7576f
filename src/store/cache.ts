import { createHash } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { writeAtomically } from './atomic.ts'
import type { Cache } from './store.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** A content-addressed cache below `directory`: one Zstandard file a blob, in folders of the hash's first two digits. */
export function openCache(directory: string): Cache {
  const pathOf = (sha256: string) => join(directory, sha256.slice(0, 2), `${sha256}.zst`)
  return {
    async put(bytes) {
      const sha256 = hash(bytes)
      const path = pathOf(sha256)
      if (!(await exists(path))) await writeAtomically(path, await compress(bytes))
      return sha256
    },
    async get(sha256) {
      const path = pathOf(sha256)
      if (!(await exists(path))) return undefined
      const bytes = new Uint8Array(await decompress(await readFile(path)))
      if (hash(bytes) === sha256) return bytes
      throw new Error(`${path} does not hold the bytes of its name; delete it and collect again`)
    },
  }
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
