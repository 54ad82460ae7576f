import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type CollectState, type ListState, openOrRenewState, openState } from './state.ts'

/** Where the collector's memory lies: `state.sqlite` in the folder and, where records are in a database, there too. */
export interface StatePlace {
  dataDir: string
  /** `postgres://…`: where all machines remember what they asked, when they asked it by way of the database. */
  databaseUrl?: string | undefined
}

/** Keeps a host to one request at a time, at its pace, among all that share something; `run` makes the request. */
export type Hold = <T>(host: string, paceMs: number, run: () => Promise<T>) => Promise<T>

/** The memory of whoever collects, held open. */
export interface KeptState {
  state: CollectState
  /** Takes turns at hosts with all who share the memory. */
  hold?: Hold
  /** Whatever is asked of a source is asked within: what is known of it is at hand, and what changed is kept. */
  withSource<T>(sourceId: string, run: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens the memory for collecting; a damaged file is put aside, told of, and begun anew. */
export async function openKeptState(
  { dataDir, databaseUrl }: StatePlace,
  onDamaged: (message: string) => void,
): Promise<KeptState> {
  if (databaseUrl !== undefined) {
    const { openSharedState } = await import('./shared-state.ts')
    return openSharedState(databaseUrl, Date.now)
  }
  const state = openOrRenewState(fileIn(dataDir), onDamaged)
  return { state, withSource: (_, run) => run(), close: async () => state.close() }
}

/**
 * Makes pages due, to be read whole, whose record `has` does not know, and tells how many. A worker that is at one of their sources
 * just then may write back what it knew: they are found again the next time.
 */
export async function revivePages(
  { dataDir, databaseUrl }: StatePlace,
  has: (articleId: string) => boolean,
  nowMs: number,
): Promise<number> {
  const revived = new Set<string>()
  const state = openFile(dataDir)
  for (const url of state?.reviveMissing(has, nowMs) ?? []) revived.add(url)
  state?.close()
  if (databaseUrl !== undefined) {
    const { reviveShared } = await import('./shared-memory.ts')
    for (const url of await reviveShared(databaseUrl, has, nowMs)) revived.add(url)
  }
  return revived.size
}

/** What is remembered of the lists of these sources, by source; where both places know one, the check made last. */
export async function readLists(
  { dataDir, databaseUrl }: StatePlace,
  sourceIds: string[],
): Promise<Map<string, ListState>> {
  const lists = new Map<string, ListState>()
  const add = (id: string, list: ListState | undefined) => {
    if (list && (list.checkedAt ?? 0) >= (lists.get(id)?.checkedAt ?? 0)) lists.set(id, list)
  }
  const state = openFile(dataDir)
  for (const id of sourceIds) add(id, state?.read('lists', id))
  state?.close()
  if (databaseUrl === undefined) return lists
  const { readSharedLists } = await import('./shared-memory.ts')
  for (const [id, list] of await readSharedLists(databaseUrl, sourceIds)) add(id, list)
  return lists
}

const fileIn = (dataDir: string) => join(dataDir, 'state.sqlite')

/** A machine that came to share a database may have a memory of before. */
function openFile(dataDir: string): CollectState | undefined {
  const file = fileIn(dataDir)
  return existsSync(file) ? openState(file) : undefined
}
