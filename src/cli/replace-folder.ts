import { existsSync, rmSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isRunning } from '../store/atomic.ts'
import { applyChanges, finishChanges } from './site-changes.ts'

/** A folder being built beside the one it will replace. */
export interface FolderSwap {
  /** Build here: same disk, so that moving it is one step. */
  fresh: string
  /** Another such folder, for what is to be looked through before it is part of the fresh one. */
  aside: string
  /** Puts the fresh folder in place of the old one. */
  commit(): Promise<void>
  /** Moves what is in the fresh folder into the old one, and removes files from that. */
  apply(removals: string[]): void
  abandon(): Promise<void>
}

/**
 * Prepares to replace a folder as a whole. Two renames are needed, so a kill between them leaves `<out>.old` and no `<out>`:
 * the next call, and `redline serve`, put it back.
 */
export async function replaceFolder(out: string): Promise<FolderSwap> {
  await restoreFolder(out)
  const fresh = `${out}.next-${process.pid}`
  const aside = `${out}.aside.next-${process.pid}`
  const old = `${out}.old`
  await mkdir(dirname(out), { recursive: true })
  await removeLeftOvers(out)
  return {
    fresh,
    aside,
    async commit() {
      await rm(old, { recursive: true, force: true })
      if (existsSync(out)) await rename(out, old)
      await rename(fresh, out)
      // A hundred thousand files: four times as fast as handing each to another thread.
      rmSync(old, { recursive: true, force: true })
    },
    apply: (removals) => applyChanges(out, fresh, removals),
    async abandon() {
      for (const folder of [fresh, aside]) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Folders and files beside `out` that a killed build was making; those of one that lives are left alone. */
export async function removeLeftOvers(out: string): Promise<void> {
  for (const name of await readdir(dirname(out))) {
    const pid = name.startsWith(`${basename(out)}.`) ? /\.next-(\d+)$/.exec(name)?.[1] : undefined
    if (pid === undefined || (Number(pid) !== process.pid && isRunning(Number(pid)))) continue
    await rm(join(dirname(out), name), { recursive: true, force: true })
  }
}

/** Undoes a swap that was killed half-way, and finishes changes that were. */
export async function restoreFolder(out: string): Promise<void> {
  if (!existsSync(out) && existsSync(`${out}.old`)) await rename(`${out}.old`, out)
  finishChanges(out)
}
