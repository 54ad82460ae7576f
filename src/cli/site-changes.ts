import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What makes a new site of the present one; all paths below the site. */
interface Changes {
  /** Folder beside the site in which the new files lie. */
  fresh: string
  /** Files and whole folders to move from there, those that nothing else leads to last. */
  moves: string[]
  removals: string[]
}

const journalOf = (site: string) => `${site}.changes`

/**
 * Makes the site new in place: moves what differs into it and removes what is gone. Everything is written before, and a list of
 * what is to be done is kept beside it until all is: a kill half-way is mended by `finishChanges`, never undone.
 */
export function applyChanges(site: string, fresh: string, removals: string[]): void {
  const changes: Changes = { fresh: basename(fresh), moves: listMoves(site, fresh), removals }
  const next = `${journalOf(site)}.next-${process.pid}`
  writeFileSync(next, JSON.stringify(changes), { flush: true })
  renameSync(next, journalOf(site))
  finishChanges(site)
}

/** Goes through the list that a killed build left; does nothing where there is none. Two at once do no harm. */
export function finishChanges(site: string): void {
  if (!existsSync(journalOf(site))) return
  const { fresh, moves, removals } = JSON.parse(readFileSync(journalOf(site), 'utf8')) as Changes
  const from = join(dirname(site), fresh)
  for (const path of moves) {
    mkdirSync(dirname(join(site, path)), { recursive: true })
    unless('ENOENT', () => renameSync(join(from, path), join(site, path))) // Moved before the kill.
  }
  for (const path of removals) removeFile(site, path)
  rmSync(from, { recursive: true, force: true })
  rmSync(journalOf(site), { force: true })
}

/** Does it, unless it fails with this code of the system's; says whether it was done. */
function unless(code: string, work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== code) throw error
    return false
  }
}

/** New files and folders first, so that nothing leads to what is not there yet; files that differ after them; equal ones never. */
function listMoves(site: string, fresh: string): string[] {
  const added: string[] = []
  const replaced: string[] = []
  const look = (below: string): void => {
    for (const entry of readdirSync(join(fresh, below), { withFileTypes: true })) {
      const path = join(below, entry.name)
      if (!existsSync(join(site, path))) added.push(path)
      else if (entry.isDirectory()) look(path)
      else if (!isSame(join(site, path), join(fresh, path))) replaced.push(path)
    }
  }
  look('')
  return [...added, ...replaced]
}

const isSame = (one: string, other: string): boolean =>
  statSync(one).size === statSync(other).size && readFileSync(one).equals(readFileSync(other))

/** Removes a file, and the folders that it leaves empty. */
function removeFile(site: string, path: string): void {
  unless('ENOENT', () => unlinkSync(join(site, path)))
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (!existsSync(join(site, folder))) continue
    if (!unless('ENOTEMPTY', () => rmdirSync(join(site, folder)))) return
  }
}
