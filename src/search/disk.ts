import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ReadFile, SearchError } from './static-files.ts'

/** Reads an index that lies in a folder. */
export function readFromDisk(folder: string): ReadFile {
  return async (path) => {
    try {
      return new Uint8Array(await readFile(join(folder, path)))
    } catch (cause) {
      throw new SearchError(
        'index-missing',
        `${join(folder, path)} cannot be read; run \`redline index\``,
        cause,
      )
    }
  }
}
