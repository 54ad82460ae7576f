import { type Database, openDatabase } from '../src/store/database.ts'
import { type ListState, type PageState, withoutMissing } from './state.ts'

/** One row of `redline.memory`; `value` is JSON. */
export interface MemoryRow {
  kind: string
  key: string
  source_id: string | null
  value: string
}

/** Pages looked at in one query: each carries its entry, and there may be millions. */
const PAGES_AT_ONCE = 1_000

/** Stores rows, each in the place of the one before. */
export const saveMemory = (database: Database, rows: MemoryRow[]): Promise<unknown> => {
  const column = <K extends keyof MemoryRow>(name: K) => rows.map((row) => row[name])
  return database.query(SAVE, [column('kind'), column('key'), column('source_id'), column('value')])
}

const SAVE = `
  INSERT INTO redline.memory (kind, key, source_id, value)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
  ON CONFLICT (kind, key) DO UPDATE SET source_id = excluded.source_id, value = excluded.value`

/** As `reviveMissing` of a state, in the memory that workers share: addresses of the pages that are due now. */
export async function reviveShared(
  databaseUrl: string,
  has: (articleId: string) => boolean,
  nowMs: number,
): Promise<string[]> {
  const database = openDatabase(databaseUrl)
  const revived: string[] = []
  try {
    for await (const rows of readPages(database)) {
      const missing = rows.flatMap((row) => {
        const page = withoutMissing(JSON.parse(row.value) as PageState, has, nowMs)
        return page ? { ...row, value: JSON.stringify(page) } : []
      })
      if (missing.length > 0) await saveMemory(database, missing)
      revived.push(...missing.map(({ key }) => key))
    }
    return revived
  } finally {
    await database.close()
  }
}

async function* readPages(database: Database): AsyncGenerator<MemoryRow[]> {
  for (let after = ''; ; ) {
    const rows = await database.query<MemoryRow>(PAGES, [after, PAGES_AT_ONCE])
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.key
  }
}

const PAGES = `
  SELECT kind, key, source_id, value FROM redline.memory WHERE kind = 'pages' AND key > $1 ORDER BY key LIMIT $2`

/** What workers remember of the lists of these sources, as pairs of source and list. */
export async function readSharedLists(
  databaseUrl: string,
  sourceIds: string[],
): Promise<[string, ListState][]> {
  const database = openDatabase(databaseUrl)
  try {
    const rows = await database.query<MemoryRow>(LISTS, [sourceIds])
    return rows.map(({ key, value }) => [key, JSON.parse(value) as ListState])
  } finally {
    await database.close()
  }
}

const LISTS = "SELECT key, value FROM redline.memory WHERE kind = 'lists' AND key = ANY($1)"
