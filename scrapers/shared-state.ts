import { openDatabase } from '../src/store/database.ts'
import type { Hold, KeptState } from './kept-state.ts'
import { openSharedHosts } from './shared-hosts.ts'
import { type MemoryRow, saveMemory } from './shared-memory.ts'
import { type CollectState, type HostState, openState } from './state.ts'

/** The collector's memory in PostgreSQL, for workers on any number of machines. */
export interface SharedState extends KeptState {
  /** What this worker remembers: sources as loaded, hosts and robots.txt as it met them. */
  state: CollectState
  hold: Hold
  /** Loads what is known of a source, runs, and stores what changed, every second and at the end. */
  withSource<T>(sourceId: string, run: () => Promise<T>): Promise<T>
}

const FLUSH_MS = 1_000

/** Jobs hold a source's lease, so nobody else writes its rows meanwhile; hosts are held one request at a time. */
export function openSharedState(databaseUrl: string, now: () => number): SharedState {
  const database = openDatabase(databaseUrl)
  const local = openState(':memory:')
  const unsaved = new Map<string, MemoryRow>()
  const hosts = openSharedHosts(databaseUrl, now)

  const note = (kind: string, key: string, sourceId: string | null, value: unknown) =>
    unsaved.set(`${kind} ${key}`, { kind, key, source_id: sourceId, value: JSON.stringify(value) })

  const state: CollectState = {
    ...local,
    write(table, key, value) {
      local.write(table, key, value)
      if (table === 'lists') note(table, key, key, value)
      if (table === 'pages') note(table, key, (value as { sourceId: string }).sourceId, value)
      if (table === 'hosts') hosts.note(key, value as HostState)
    },
    advancePages(sourceId, latestMs, toMs) {
      local.advancePages(sourceId, latestMs, toMs)
      for (const url of local.listPageUrls(sourceId)) note('pages', url, sourceId, local.read('pages', url))
    },
  }

  async function flush(): Promise<void> {
    const rows = [...unsaved.values()]
    unsaved.clear()
    if (rows.length === 0) return
    try {
      await saveMemory(database, rows)
    } catch (error) {
      // What was noted since is newer.
      for (const row of rows)
        if (!unsaved.has(`${row.kind} ${row.key}`)) unsaved.set(`${row.kind} ${row.key}`, row)
      throw error
    }
  }

  return {
    state,
    hold: hosts.hold,
    async withSource(sourceId, run) {
      const rows = await database.query<MemoryRow>(LOAD, [sourceId])
      for (const { kind, key, value } of rows) local.write(kind as 'lists' | 'pages', key, JSON.parse(value))
      // One that fails keeps its rows for the next; the last one says what is wrong.
      const timer = setInterval(() => void flush().catch(() => undefined), FLUSH_MS)
      try {
        return await run()
      } finally {
        clearInterval(timer)
        await flush()
      }
    },
    async close() {
      await flush()
      local.close()
      await hosts.close()
      await database.close()
    },
  }
}

const LOAD = 'SELECT kind, key, source_id, value FROM redline.memory WHERE source_id = $1'
