import { setTimeout as sleep } from 'node:timers/promises'
import { Pool, type PoolClient, type QueryResultRow } from 'pg'
import { formatRecord, parseRecord } from './records.ts'
import type { Noun, Records, Store } from './store.ts'

/** What the PostgreSQL adapter offers above the contract. */
export interface PostgresStore extends Store {
  /** Upserts many records in few round trips; gives the number that were new or different. */
  writeMany<N extends Noun>(noun: N, records: Records[N][]): Promise<number>
}

/** Rows fetched, and written, at once: at 20 KB a record some 10 MB. */
const BATCH = 500
/** How long an operation waits for a server that restarts or a line that is cut. */
const PATIENCE_MS = 90_000

/**
 * Records in PostgreSQL: one row each, with the very text that the files adapter would write, so that moving between the two
 * is lossless. Every operation may be repeated, and is, while the server is away.
 */
export function openPostgresStore(databaseUrl: string, patienceMs = PATIENCE_MS): PostgresStore {
  const pool = new Pool({ connectionString: databaseUrl, max: 8, connectionTimeoutMillis: 10_000 })
  // An idle connection that the server closes is replaced by the pool; the next query tells what is wrong.
  pool.on('error', () => undefined)
  let prepared: Promise<void> | undefined

  async function query<R extends QueryResultRow>(text: string, values: unknown[]): Promise<R[]> {
    return repeat(patienceMs, async () => {
      prepared ??= migrate(pool)
      await prepared.catch((error: unknown) => {
        prepared = undefined
        throw error
      })
      return (await pool.query<R>(text, values)).rows
    })
  }

  async function upsert<N extends Noun>(noun: N, records: Records[N][]): Promise<{ added: boolean }[]> {
    const bodies = records.map((record) => formatRecord(noun, record))
    return query<{ added: boolean }>(UPSERT, [noun, records.map(({ id }) => id), bodies])
  }

  return {
    async read(noun, id) {
      const rows = await query<Row>('SELECT id, body FROM redline.records WHERE noun = $1 AND id = $2', [
        noun,
        id,
      ])
      return rows[0] && parseRecord(noun, rows[0].body, `${noun}/${id}`)
    },
    async *list(noun) {
      let last = ''
      for (;;) {
        const rows = await query<Row>(PAGE, [noun, last, BATCH])
        for (const { id, body } of rows) yield parseRecord(noun, body, `${noun}/${id}`)
        if (rows.length < BATCH) return
        last = rows.at(-1)!.id
      }
    },
    async write(noun, record) {
      const [row] = await upsert(noun, [record])
      return row === undefined ? 'unchanged' : row.added ? 'added' : 'changed'
    },
    async writeMany(noun, records) {
      let written = 0
      for (let at = 0; at < records.length; at += BATCH) {
        // One statement may not touch a row twice: of records with one id the last counts, as in a loop of writes.
        const batch = new Map(records.slice(at, at + BATCH).map((record) => [record.id, record]))
        written += (await upsert(noun, [...batch.values()])).length
      }
      return written
    },
    async remove(noun, id) {
      await query('DELETE FROM redline.records WHERE noun = $1 AND id = $2', [noun, id])
    },
    async count(noun) {
      const rows = await query<{ count: number }>(
        'SELECT count(*)::int AS count FROM redline.records WHERE noun = $1',
        [noun],
      )
      return rows[0]!.count
    },
    close: () => pool.end(),
  }
}

interface Row {
  id: string
  body: string
}

const PAGE = 'SELECT id, body FROM redline.records WHERE noun = $1 AND id > $2 ORDER BY id LIMIT $3'

/** Gives a row for each record that was new or different; `xmax` is 0 in a row that was inserted. */
const UPSERT = `
  INSERT INTO redline.records (noun, id, body)
  SELECT $1, id, body FROM unnest($2::text[], $3::text[]) AS given (id, body)
  ON CONFLICT (noun, id) DO UPDATE SET body = excluded.body, changed_at = now()
  WHERE records.body <> excluded.body
  RETURNING (xmax = 0) AS added`

/** In order; each is run once, in one transaction with the note that it was. Never edit one that was released. */
const MIGRATIONS = [
  // Ids compare by byte, as file names do, whatever the database's collation. Bodies are text and not jsonb: byte for byte.
  `CREATE TABLE redline.records (
     noun text NOT NULL, id text COLLATE "C" NOT NULL, body text NOT NULL,
     changed_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (noun, id))`,
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

/** Classes 08 (connection) and 57P (shutdown, crash, starting up) of PostgreSQL's codes, and those of the socket. */
function isAway(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    /^(08...|57P0[1-3]|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect/i.test(message)
  )
}
