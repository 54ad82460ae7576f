import { hostname } from 'node:os'
import { type Lock, LockedError, takeLock } from '../../scrapers/lock.ts'
import { CONNECTION } from '../store/database.ts'
import type { DataFolders } from './context.ts'

/** Any number that is always the same, and another than that of migrations. */
const RUN_LOCK = 726_593_002

/**
 * Keeps a run alone on its data folder, and on its database where records live in one: two schedulers, on one machine or on two,
 * do not link and publish at the same time. Both locks end with their process, or with its connection.
 */
export async function takeRunLock({ dataDir, databaseUrl }: DataFolders): Promise<Lock> {
  const folder = takeLock(dataDir, new Date())
  if (databaseUrl === undefined) return folder
  try {
    const database = await takeDatabaseLock(databaseUrl)
    return {
      release: () => {
        database.release()
        folder.release()
      },
    }
  } catch (error) {
    folder.release()
    throw error
  }
}

async function takeDatabaseLock(databaseUrl: string): Promise<Lock> {
  const { Client } = await import('pg')
  const name = `redline run on ${hostname()}, process ${process.pid}`
  // PostgreSQL keeps 63 bytes of a name.
  const client = new Client({
    ...CONNECTION,
    connectionString: databaseUrl,
    application_name: name.slice(-63),
  })
  // A server that restarts ends the lock and not the run: what two runs do at once is done once.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ has: boolean }>('SELECT pg_try_advisory_lock($1) AS has', [RUN_LOCK])
  if (rows[0]!.has) {
    // A line that went silent must not keep a process that has done its work. (The types leave `unref` out.)
    const held = client as typeof client & { unref(): void }
    held.unref()
    return { release: () => void client.end() }
  }
  const { rows: owners } = await client.query<{ name: string }>(OWNER, [RUN_LOCK])
  await client.end()
  throw new LockedError(
    `the database is in use by another run (${owners[0]?.name ?? 'unknown'}); this one ends`,
  )
}

const OWNER = `
  SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
  WHERE locktype = 'advisory' AND granted AND objid = $1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
