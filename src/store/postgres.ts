import { openDatabase } from './database.ts'
import { formatRecord, parseRecord } from './records.ts'
import type { Noun, Records, Store } from './store.ts'

/** What the PostgreSQL adapter offers above the contract. */
export interface PostgresStore extends Store {
  /** Upserts many records in few round trips; gives the number that were new or different. */
  writeMany<N extends Noun>(noun: N, records: Records[N][]): Promise<number>
}

/** Rows fetched, and written, at once: at 20 KB a record some 10 MB. */
const BATCH = 500
/**
 * Records in PostgreSQL: one row each, with the very text that the files adapter would write, so that moving between the two
 * is lossless. Every operation may be repeated, and is, while the server is away.
 */
export function openPostgresStore(databaseUrl: string, patienceMs?: number): PostgresStore {
  const database = openDatabase(databaseUrl, patienceMs)
  const { query } = database

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
    async listIds(noun) {
      const rows = await query<Row>('SELECT id FROM redline.records WHERE noun = $1 ORDER BY id', [noun])
      return rows.map(({ id }) => id)
    },
    async count(noun) {
      const rows = await query<{ count: number }>(
        'SELECT count(*)::int AS count FROM redline.records WHERE noun = $1',
        [noun],
      )
      return rows[0]!.count
    },
    close: () => database.close(),
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
