import type { Cache } from './store.ts'

const decoder = new TextDecoder()

/**
 * The text of this hash, where it is at hand. One whose bytes are damaged is as good as pruned: `onDamaged` is told, and what
 * was asked for goes on without it; `redline verify` names it.
 */
export async function findText(
  cache: Pick<Cache, 'get'>,
  sha256: string,
  onDamaged: (message: string) => void,
): Promise<string | undefined> {
  try {
    const bytes = await cache.get(sha256)
    return bytes && decoder.decode(bytes)
  } catch (error) {
    if (!(error instanceof DamagedBlobError)) throw error
    onDamaged(error.message)
    return undefined
  }
}

/** A blob does not hold the bytes of its name. */
export class DamagedBlobError extends Error {
  override readonly name = 'DamagedBlobError'
}
