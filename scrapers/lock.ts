import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Held while a collector works on a data folder. */
export interface Lock {
  release(): void
}

/** Thrown when another collector holds the lock. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
}

/**
 * Takes the lock of a data folder or throws LockedError, naming who holds it. The lock is the operating system's, on an SQLite
 * file: it ends with its process, however that ends, so none is ever stale.
 */
export function takeLock(dataDir: string, now: Date): Lock {
  mkdirSync(dataDir, { recursive: true })
  const ownerFile = join(dataDir, 'lock.owner')
  const database = new DatabaseSync(join(dataDir, 'lock'), { timeout: 0 })
  try {
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    if (!/locked|busy/i.test((cause as Error).message)) throw cause
    throw new LockedError(
      `${dataDir} is in use by another collect (${readOwner(ownerFile)}); this one ends`,
      { cause },
    )
  }
  writeFileSync(ownerFile, `process ${process.pid} since ${now.toISOString()}\n`)
  return { release: () => database.close() }
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    // It has the lock and has not written its name yet.
    return `process unknown: ${(error as Error).message}`
  }
}
