import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { type Database, isAway, openDatabase } from '../src/store/database.ts'
import { SourceError } from './error.ts'
import type { Hold, KeptState } from './kept-state.ts'
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
/** A host's turn is asked for again after so long. */
const TURN_MS = 60

/** Jobs hold a source's lease, so nobody else writes its rows meanwhile; hosts are held one request at a time. */
export function openSharedState(databaseUrl: string, now: () => number): SharedState {
  const database = openDatabase(databaseUrl)
  const local = openState(':memory:')
  const unsaved = new Map<string, MemoryRow>()
  const hosts = openHosts(databaseUrl, now)

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

/** Turns at hosts: an advisory lock each, which ends with the worker's connection however the worker ends. */
function openHosts(databaseUrl: string, now: () => number) {
  const database = openDatabase(databaseUrl)
  const noted = new Map<string, HostState>()
  const session = openSession(database, databaseUrl)

  async function readHost(host: string): Promise<HostState> {
    const [row] = await database.query<MemoryRow>(
      "SELECT value FROM redline.memory WHERE kind = 'hosts' AND key = $1",
      [host],
    )
    return row ? (JSON.parse(row.value) as HostState) : {}
  }

  async function takeTurn(host: string, paceMs: number): Promise<void> {
    const { lastRequestAt = 0, coolDown } = await readHost(host)
    const leftMs = coolDown && coolDown.since <= now() ? coolDown.until - now() : 0
    if (leftMs > 0)
      throw new SourceError(
        'cooling-down',
        `${host} asked to be left alone for another ${Math.ceil(leftMs / 1000)} s`,
        {
          retryAfterMs: leftMs,
        },
      )
    const waitMs = Math.min(lastRequestAt + paceMs - now(), paceMs)
    if (waitMs > 0) await sleep(waitMs)
    noted.set(host, { ...noted.get(host), lastRequestAt: now() })
  }

  /** Waits for the host's turn, on whichever connection there is: one that broke while waiting had no turn to lose. */
  async function takeLock(key: bigint): Promise<PoolClient> {
    for (;;) {
      const client = await session.connect()
      if (await session.ask(client, 'SELECT pg_try_advisory_lock($1) AS is', key)) return client
      await sleep(TURN_MS)
    }
  }

  const hold: Hold = async (host, paceMs, run) => {
    const key = createHash('sha256').update(host).digest().readBigInt64BE()
    const client = await takeLock(key)
    try {
      await takeTurn(host, paceMs)
      return await run()
    } finally {
      await leave(client, host, key)
    }
  }

  /** What was fetched counts although the line was cut meanwhile: the turn ended with it. */
  async function leave(client: PoolClient, host: string, key: bigint): Promise<void> {
    const known = noted.get(host)
    const row = { kind: 'hosts', key: host, source_id: null, value: JSON.stringify(known) }
    if (known) await saveMemory(database, [row])
    await session.ask(client, 'SELECT pg_advisory_unlock($1) AS is', key)
  }

  return {
    hold,
    note: (host: string, value: HostState) => void noted.set(host, { ...noted.get(host), ...value }),
    async close() {
      await session.close()
      await database.close()
    },
  }
}

/** One connection for all turns of this worker, made anew when it breaks: its locks went with it. */
function openSession(database: Database, url: string) {
  let current: Promise<PoolClient> | undefined
  let release = () => {}
  /** A connection answers one question at a time. */
  let last: Promise<unknown> = Promise.resolve()
  const gone = new WeakSet<PoolClient>()
  const query = async (client: PoolClient, text: string, key: bigint): Promise<boolean> => {
    if (gone.has(client)) return false
    try {
      const { rows } = await client.query<{ is: boolean }>(text, [key])
      return rows[0]!.is
    } catch (error) {
      if (!isAway(error)) throw error
      client.emit('error', error as Error)
      return false
    }
  }
  return {
    /** False as well when the line is cut: the connection is given up then, and all its turns went with it. */
    ask(client: PoolClient, text: string, key: bigint): Promise<boolean> {
      const answer = last.then(() => query(client, text, key))
      last = answer.catch(() => undefined)
      return answer
    },
    connect(): Promise<PoolClient> {
      current ??= new Promise((done, fail) => {
        database
          .withConnection(
            (client) =>
              new Promise<void>((ended) => {
                release = ended
                client.once('error', () => {
                  gone.add(client)
                  current = undefined
                  ended()
                })
                done(client)
              }),
          )
          .catch((error: unknown) => {
            current = undefined
            fail(error instanceof Error ? error : new Error(`no connection to ${new URL(url).host}`))
          })
      })
      return current
    },
    async close() {
      release()
    },
  }
}
