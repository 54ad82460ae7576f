import { openDatabase } from '../store/database.ts'

/** Number of jobs that failed at every try and wait for a person; 0 where no shared queue was ever used. Reads only. */
export async function countParked(databaseUrl: string): Promise<number> {
  const database = openDatabase(databaseUrl)
  try {
    const [table] = await database.query<{ exists: boolean }>(
      "SELECT to_regclass('redline_jobs.job') IS NOT NULL AS exists",
      [],
    )
    if (!table?.exists) return 0
    const [row] = await database.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM redline_jobs.job WHERE name = 'collect' AND state = 'failed'",
      [],
    )
    return row!.count
  } finally {
    await database.close()
  }
}
