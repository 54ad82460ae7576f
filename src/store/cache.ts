import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { access, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { isTemporary, removeLeftOver, writeAtomically } from './atomic.ts'
import type { Cache } from './store.ts'
import { DamagedBlobError } from './texts.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** A content-addressed cache below `directory`: one Zstandard file a blob, in folders of the hash's first two digits. */
export function openCache(directory: string): Cache {
  const pathOf = (sha256: string) => join(directory, sha256.slice(0, 2), `${sha256}.zst`)
  /** Folders that were looked through for what a killed writer left. */
  const tidied = new Set<string>()
  return {
    async put(bytes) {
      const sha256 = hash(bytes)
      const path = pathOf(sha256)
      if (await exists(path)) return sha256
      if (!tidied.has(dirname(path))) await tidy(dirname(path))
      tidied.add(dirname(path))
      await writeAtomically(path, await compress(bytes))
      return sha256
    },
    async get(sha256) {
      const path = pathOf(sha256)
      const packed = readIfThere(path)
      if (!packed) return undefined
      const bytes = await unpack(packed)
      if (bytes && hash(bytes) === sha256) return bytes
      throw new DamagedBlobError(`${path} does not hold the bytes of its name; delete it and collect again`)
    },
  }
}

/** Undefined where the bytes are not Zstandard, or end too soon. */
export async function unpack(packed: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await decompress(packed))
  } catch (error) {
    if (/^(ZSTD_|Z_)/.test((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

async function tidy(folder: string): Promise<void> {
  if (!(await exists(folder))) return
  for (const name of await readdir(folder)) {
    if (isTemporary(name)) await removeLeftOver(join(folder, name), Date.now())
  }
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Without waiting: sites and indexes ask for every text, and Node's own threads take several times as long for a small file. */
function readIfThere(path: string): Uint8Array | undefined {
  if (!existsSync(path)) return undefined
  try {
    return readFileSync(path)
  } catch (error) {
    // Removed meanwhile.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
