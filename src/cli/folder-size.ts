import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes of all files below a folder; 0 where there is none. */
export async function measureFolder(folder: string): Promise<number> {
  let total = 0
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) total += await measureFolder(path)
    else if (entry.isFile()) total += await sizeOf(path)
  }
  return total
}

const ignoreMissing = <T>(instead: T) => {
  return (error: NodeJS.ErrnoException) => {
    // Collectors and builds replace files while we look.
    if (error.code === 'ENOENT') return instead
    throw error
  }
}

const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true }).catch(ignoreMissing([]))
const sizeOf = (path: string) => stat(path).then(({ size }) => size, ignoreMissing(0))
