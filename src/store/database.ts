import { setTimeout as sleep } from 'node:timers/promises'
import { Pool, type PoolClient, type QueryResultRow } from 'pg'

/** A PostgreSQL database with Redline's tables in it, brought up to date on first use. */
export interface Database {
  /** Runs one statement that may safely be run twice: it is repeated while the server is away. */
  query<R extends QueryResultRow>(text: string, values: unknown[]): Promise<R[]>
  /** Runs `work` on one connection of its own; repeats nothing. */
  withConnection<T>(work: (client: PoolClient) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const CLOSE_MS = 5_000
/** How long an operation waits for a server that restarts or a line that is cut. */
const PATIENCE_MS = 120_000
/**
 * A line that is cut without a word would keep a query waiting for a quarter of an hour; none of ours takes so long as this.
 * `?query_timeout=` in the address outranks it.
 */
export const CONNECTION = { query_timeout: 30_000, keepAlive: true, connectionTimeoutMillis: 10_000 }

/** The connections of a process to one database, shared by everyone in it who opened that. */
interface SharedPool {
  pool: Pool
  users: number
  /** The tables are as this version wants them. */
  prepared?: Promise<void> | undefined
}

/** By address. Store, cache and turns at hosts together need few connections; a server has a hundred for all its workers. */
const pools = new Map<string, SharedPool>()
const MOST_CONNECTIONS = 8

/** Opens a database without asking it anything yet; an operation waits `patienceMs` for a server that is away, then throws. */
export function openDatabase(databaseUrl: string, patienceMs = PATIENCE_MS): Database {
  const shared = takePool(databaseUrl)
  const { pool } = shared
  const prepare = () => {
    shared.prepared ??= migrate(pool)
    return shared.prepared.catch((error: unknown) => {
      shared.prepared = undefined
      throw error
    })
  }
  let isOpen = true
  return {
    query: <R extends QueryResultRow>(text: string, values: unknown[]) =>
      repeat(patienceMs, async () => {
        await prepare()
        return (await pool.query<R>(text, values)).rows
      }),
    async withConnection(work) {
      await repeat(patienceMs, prepare)
      const client = await repeat(patienceMs, () => pool.connect())
      // Without a listener a connection that breaks while nothing is asked would end the process.
      client.on('error', () => undefined)
      try {
        return await work(client)
      } finally {
        client.release(true)
      }
    },
    async close() {
      if (isOpen) await leavePool(databaseUrl, shared)
      isOpen = false
    },
  }
}

function takePool(databaseUrl: string): SharedPool {
  const known = pools.get(databaseUrl)
  if (known) {
    known.users++
    return known
  }
  const options = { ...CONNECTION, connectionString: databaseUrl, max: MOST_CONNECTIONS }
  const pool = new Pool({ ...options, allowExitOnIdle: true })
  // An idle connection that the server closes is replaced by the pool; the next query tells what is wrong.
  pool.on('error', () => undefined)
  const shared = { pool, users: 1 }
  pools.set(databaseUrl, shared)
  return shared
}

async function leavePool(databaseUrl: string, shared: SharedPool): Promise<void> {
  if (--shared.users > 0) return
  pools.delete(databaseUrl)
  // A line that went silent does not confirm that it is closed.
  await Promise.race([shared.pool.end(), sleep(CLOSE_MS, undefined, { ref: false })])
}

/** In order; each is run once, in one transaction with the note that it was. Never edit one that was released. */
const MIGRATIONS = [
  // Ids compare by byte, as file names do, whatever the database's collation. Bodies are text and not jsonb: byte for byte.
  `CREATE TABLE redline.records (
     noun text NOT NULL, id text COLLATE "C" NOT NULL, body text NOT NULL,
     changed_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (noun, id))`,
  // Raw bytes and texts by hash, Zstandard; what workers remember of sources and hosts between jobs.
  `CREATE TABLE redline.blobs (sha256 text COLLATE "C" PRIMARY KEY, body bytea NOT NULL,
     stored_at timestamptz NOT NULL DEFAULT now());
   CREATE TABLE redline.memory (kind text NOT NULL, key text COLLATE "C" NOT NULL, source_id text, value text NOT NULL,
     PRIMARY KEY (kind, key));
   CREATE INDEX memory_source ON redline.memory (source_id)`,
]

/** Any number that is always the same: two processes must not migrate at once. */
const MIGRATION_LOCK = 726_593_001

async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await client.query('CREATE SCHEMA IF NOT EXISTS redline')
    await client.query('CREATE TABLE IF NOT EXISTS redline.migrations (version int PRIMARY KEY)')
    await runMissing(client)
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    // The connection may be what broke; ending it rolls back.
    client.release(true)
    throw error
  }
}

async function runMissing(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    'SELECT coalesce(max(version), 0)::int AS version FROM redline.migrations',
  )
  const done = rows[0]!.version
  if (done > MIGRATIONS.length)
    throw new Error(
      `the database has schema version ${done}, this Redline knows ${MIGRATIONS.length}; update Redline first`,
    )
  for (const [index, statement] of MIGRATIONS.entries()) {
    if (index < done) continue
    await client.query(statement)
    await client.query('INSERT INTO redline.migrations (version) VALUES ($1)', [index + 1])
  }
}

/** Repeats what failed because the server was away, with growing pauses, for as long as patience lasts. */
async function repeat<T>(patienceMs: number, attempt: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, 3_000)) {
    try {
      return await attempt()
    } catch (error) {
      if (!isAway(error) || performance.now() - startedAt + pauseMs > patienceMs) throw error
      await sleep(pauseMs)
    }
  }
}

/** Classes 08 (connection) and 57P (shutdown, crash, starting up) of PostgreSQL's codes, 53300 (all connections taken), and those of the socket. */
export function isAway(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    /^(08...|53300|57P0[1-3]|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout|is not queryable/i.test(
      message,
    )
  )
}
