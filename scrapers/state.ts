import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { RawItem } from '../src/core/model/raw-item.ts'

/** What a response asked to be sent back with the next request for the same address, byte for byte as received. */
export interface Validators {
  /** Address that answered, after redirects: they are sent to no other. */
  url: string
  etag?: string
  lastModified?: string
}

/** What is remembered of a source's list between runs. Times are milliseconds since the epoch. */
export interface ListState {
  /** Address in the source's definition; when that changes all of this is forgotten. */
  url: string
  validators?: Validators
  /** SHA-256 of the last body that was read. */
  bodyHash?: string
  checkedAt?: number
  nextCheckAt?: number
  /** Failures in a row. */
  failures: number
  /** Refusals in a row (401, 403, 404). */
  refusals?: number
  /** What the last check ended with, when not well; shown until a check ends well. */
  problem?: { code: string; message: string }
  /** It is no longer asked, for the problem above; a person resumes it by naming it. */
  isPaused?: boolean
  /** How long the feed itself asks to be left alone (RSS `ttl`). */
  ttlMs?: number
  /** Entries that the last list had. */
  items?: number
  /** Date of its newest entry. */
  newest?: number
  /** Median time between its entries' dates. */
  usualGapMs?: number
  /** Where a permanent redirect leads, since when and how often it was seen. */
  moved?: { to: string; since: number; count: number }
}

/** An article's page that a list named: what became of it and when it is looked at next. */
export interface PageState {
  url: string
  sourceId: string
  /** The entry as last published. */
  item: RawItem
  /** SHA-256 of that entry: an edited one is read again. */
  itemHash: string
  articleId?: string
  /** SHA-256 of the entry as the cache keeps it, where its article was read from the entry itself. */
  entry?: string
  validators?: Validators
  checkedAt?: number
  firstReadAt?: number
  /** Absent when it need not be looked at again. */
  nextTryAt?: number
  failures: number
  /** Why there is no article of it. */
  code?: string
}

/** A host's pace. */
export interface HostState {
  lastRequestAt?: number
  coolDown?: { since: number; until: number }
}

/** A host's robots.txt; `rules` is its text, absent when it could not be reached. */
export interface RobotsState {
  rules?: string
  /** Why it could not be reached. */
  reason?: string
  expiresAt: number
}

interface Tables {
  lists: ListState
  pages: PageState
  hosts: HostState
  robots: RobotsState
}

/** The collector's memory between runs, in one SQLite file; losing it costs requests, never records. */
export interface CollectState {
  read<T extends keyof Tables>(table: T, key: string): Tables[T] | undefined
  write<T extends keyof Tables>(table: T, key: string, value: Tables[T]): void
  /** Pages of a source that are to be looked at by now, those due longest first. */
  findDuePages(sourceId: string, nowMs: number, limit: number): PageState[]
  /** Article addresses known of a source. */
  listPageUrls(sourceId: string): string[]
  /** Makes pages due that wait for a time after `latestMs`: they were put off under another clock. */
  advancePages(sourceId: string, latestMs: number, toMs: number): void
  /** Makes pages due, to be read whole, whose record `has` does not know; their addresses. */
  reviveMissing(has: (articleId: string) => boolean, nowMs: number): string[]
  /** All of it is stored, or nothing when it throws or the process dies. */
  transaction<T>(change: () => T): T
  close(): void
}

const VERSION = 1
const SCHEMA = `
  CREATE TABLE lists (key TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE hosts (key TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE robots (key TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE pages (key TEXT PRIMARY KEY, value TEXT NOT NULL,
    source_id TEXT GENERATED ALWAYS AS (value ->> 'sourceId') STORED,
    next_try_at INTEGER GENERATED ALWAYS AS (value ->> 'nextTryAt') STORED);
  CREATE INDEX pages_due ON pages (source_id, next_try_at);
  PRAGMA user_version = ${VERSION};`

/** Opens the state at `path`; `:memory:` for tests. A damaged one throws StateDamagedError. */
export function openState(path: string): CollectState {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const database = openDatabase(path)
  const statements = Object.fromEntries(
    (['lists', 'pages', 'hosts', 'robots'] as const).map((table) => [
      table,
      {
        read: database.prepare(`SELECT value FROM ${table} WHERE key = ?`),
        write: database.prepare(`INSERT OR REPLACE INTO ${table} (key, value) VALUES (?, ?)`),
      },
    ]),
  )
  const due = database.prepare(
    'SELECT value FROM pages WHERE source_id = ? AND next_try_at <= ? ORDER BY next_try_at, key LIMIT ?',
  )
  const advance = database.prepare(
    "UPDATE pages SET value = json_set(value, '$.nextTryAt', ?) WHERE source_id = ? AND next_try_at > ?",
  )
  const read = database.prepare("SELECT key, value FROM pages WHERE value ->> 'articleId' IS NOT NULL")
  const urls = database.prepare('SELECT key FROM pages WHERE source_id = ? ORDER BY key')

  return {
    read: <T extends keyof Tables>(table: T, key: string) => {
      const row = statements[table]!.read.get(key)
      return row && (JSON.parse(String(row['value'])) as Tables[T])
    },
    write: (table, key, value) => void statements[table]!.write.run(key, JSON.stringify(value)),
    findDuePages: (sourceId, nowMs, limit) =>
      due.all(sourceId, nowMs, limit).map((row) => JSON.parse(String(row['value'])) as PageState),
    listPageUrls: (sourceId) => urls.all(sourceId).map((row) => String(row['key'])),
    advancePages: (sourceId, latestMs, toMs) => void advance.run(toMs, sourceId, latestMs),
    reviveMissing: (has, nowMs) => {
      const pages = read.all().map((row) => JSON.parse(String(row['value'])) as PageState)
      const missing = pages.flatMap((page) => withoutMissing(page, has, nowMs) ?? [])
      for (const page of missing) statements['pages']!.write.run(page.url, JSON.stringify(page))
      return missing.map(({ url }) => url)
    },
    transaction: (change) => {
      database.exec('BEGIN IMMEDIATE')
      try {
        const result = change()
        database.exec('COMMIT')
        return result
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
    close: () => database.close(),
  }
}

/** The page without the record that it names, due now, where `has` does not know that record; undefined where nothing is amiss. */
export function withoutMissing(
  { articleId, validators: _, ...page }: PageState,
  has: (articleId: string) => boolean,
  nowMs: number,
): PageState | undefined {
  return articleId === undefined || has(articleId) ? undefined : { ...page, nextTryAt: nowMs }
}

/** The state's file cannot be trusted. */
export class StateDamagedError extends Error {
  override readonly name = 'StateDamagedError'

  constructor(path: string, why: string, options?: ErrorOptions) {
    super(`${path} is damaged (${why}); no record depends on it, and the next run puts it aside`, options)
  }
}

/** As openState, for whoever holds the lock: a damaged state is put aside, told of, and a new one begun. */
export function openOrRenewState(path: string, onDamaged: (message: string) => void): CollectState {
  try {
    return openState(path)
  } catch (error) {
    if (!(error instanceof StateDamagedError)) throw error
    renameSync(path, `${path}.damaged`)
    for (const part of ['-wal', '-shm']) rmSync(`${path}${part}`, { force: true })
    onDamaged(
      `${path} was damaged and is put aside as ${path}.damaged: lists are asked once without validators, no record is lost`,
    )
    return openState(path)
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGED = new Set([11, 26])

function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5_000 })
  try {
    // A power cut may lose the last transactions but harms no file; what is lost is asked again.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
    const check = String(Object.values(database.prepare('PRAGMA quick_check(1)').get()!)[0])
    if (check !== 'ok') throw new StateDamagedError(path, check.replaceAll('\n', ' '))
    prepareSchema(database, path)
    return database
  } catch (cause) {
    database.close()
    const { errcode = 0, message } = cause as Error & { errcode?: number }
    if (!DAMAGED.has(errcode & 0xff)) throw cause
    throw new StateDamagedError(path, message, { cause })
  }
}

function prepareSchema(database: DatabaseSync, path: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()!['user_version'])
  if (version === 0) database.exec(`BEGIN; ${SCHEMA} COMMIT;`)
  else if (version !== VERSION)
    throw new Error(`${path} has version ${version}, expected ${VERSION}; delete it: no record depends on it`)
}
