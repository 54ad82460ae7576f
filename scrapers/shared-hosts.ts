import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { type Database, isAway, openDatabase } from '../src/store/database.ts'
import { SourceError } from './error.ts'
import type { Hold } from './kept-state.ts'
import { type MemoryRow, saveMemory } from './shared-memory.ts'
import type { HostState } from './state.ts'

/** Turns at hosts among all workers: an advisory lock each, which ends with the worker's connection however the worker ends. */
export interface SharedHosts {
  /** A host that asked to be left alone throws `cooling-down`. */
  hold: Hold
  /** Adds to what is stored of a host when its turn ends. */
  note(host: string, value: HostState): void
  close(): Promise<void>
}

/** A host's turn is asked for again after so long. */
const TURN_MS = 60

export function openSharedHosts(databaseUrl: string, now: () => number): SharedHosts {
  const database = openDatabase(databaseUrl)
  const noted = new Map<string, HostState>()
  const session = openSession(database, databaseUrl)
  const note = (host: string, value: HostState) => void noted.set(host, { ...noted.get(host), ...value })
  return {
    note,
    async hold(host, paceMs, run) {
      const key = createHash('sha256').update(host).digest().readBigInt64BE()
      const client = await takeLock(session, key)
      try {
        await waitForTurn(host, await readHost(database, host), paceMs, now)
        note(host, { lastRequestAt: now() })
        return await run()
      } finally {
        // What was fetched counts although the line was cut meanwhile: the turn ended with it.
        await saveHost(database, host, noted.get(host))
        await session.ask(client, 'SELECT pg_advisory_unlock($1) AS is', key)
      }
    },
    async close() {
      await session.close()
      await database.close()
    },
  }
}

/** Waits for the host's turn, on whichever connection there is: one that broke while waiting had no turn to lose. */
async function takeLock(session: Session, key: bigint): Promise<PoolClient> {
  for (;;) {
    const client = await session.connect()
    if (await session.ask(client, 'SELECT pg_try_advisory_lock($1) AS is', key)) return client
    await sleep(TURN_MS)
  }
}

async function readHost(database: Database, host: string): Promise<HostState> {
  const [row] = await database.query<MemoryRow>(
    "SELECT value FROM redline.memory WHERE kind = 'hosts' AND key = $1",
    [host],
  )
  return row ? (JSON.parse(row.value) as HostState) : {}
}

async function saveHost(database: Database, host: string, known: HostState | undefined): Promise<void> {
  if (known)
    await saveMemory(database, [{ kind: 'hosts', key: host, source_id: null, value: JSON.stringify(known) }])
}

async function waitForTurn(
  host: string,
  { lastRequestAt = 0, coolDown }: HostState,
  paceMs: number,
  now: () => number,
): Promise<void> {
  const retryAfterMs = coolDown && coolDown.since <= now() ? coolDown.until - now() : 0
  if (retryAfterMs > 0) {
    const seconds = Math.ceil(retryAfterMs / 1000)
    const message = `${host} asked to be left alone for another ${seconds} s`
    throw new SourceError('cooling-down', message, { retryAfterMs })
  }
  const waitMs = Math.min(lastRequestAt + paceMs - now(), paceMs)
  if (waitMs > 0) await sleep(waitMs)
}

interface Session {
  /** False as well when the line is cut: the connection is given up then, and all its turns went with it. */
  ask(client: PoolClient, text: string, key: bigint): Promise<boolean>
  connect(): Promise<PoolClient>
  close(): Promise<void>
}

/** One connection for all turns of this worker, made anew when it breaks: its locks went with it. */
function openSession(database: Database, url: string): Session {
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
    ask(client, text, key) {
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
