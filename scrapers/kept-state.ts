import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ListState, openState } from './state.ts'

/** Where the collector's memory lies: `state.sqlite` in the folder and, where records are in a database, there too. */
export interface StatePlace {
  dataDir: string
  /** `postgres://…`: what `run` and workers remember; `collect` alone keeps its own on this machine. */
  databaseUrl?: string | undefined
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
  const state = openKept(dataDir)
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
  const state = openKept(dataDir)
  for (const id of sourceIds) add(id, state?.read('lists', id))
  state?.close()
  if (databaseUrl === undefined) return lists
  const { readSharedLists } = await import('./shared-memory.ts')
  for (const [id, list] of await readSharedLists(databaseUrl, sourceIds)) add(id, list)
  return lists
}

function openKept(dataDir: string) {
  const file = join(dataDir, 'state.sqlite')
  return existsSync(file) ? openState(file) : undefined
}
