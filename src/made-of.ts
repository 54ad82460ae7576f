import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Size and times of a file, by which what was made of it is known to be out of date; undefined where there is none. The time of
 * change shows what an editor's or an archive's own time of writing hides.
 */
export function stampOf(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats && `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`
}

/** The stamps of files, by their paths below a folder; they are plain, and to join some hundreds costs a start 3 ms. */
export const stampsOf = (root: string, paths: readonly string[]): Record<string, string | undefined> =>
  Object.fromEntries(paths.map((path) => [path, stampOf(`${root}/${path}`)]))

/** Replaces a file at once, since other commands may be reading it. Throws where nothing can be written. */
export function replaceFile(file: string, bytes: string | Uint8Array): void {
  const draft = `${file}.${process.pid}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(draft, bytes)
  renameSync(draft, file)
}
