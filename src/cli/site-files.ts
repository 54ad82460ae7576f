import { copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Folders that were made already: a site has one for each page. */
const made = new Set<string>()

/** Called before a new site is written: a folder of the same name may be gone since. */
export const forgetFolders = (): void => made.clear()

function ensureFolder(folder: string): void {
  if (made.has(folder)) return
  mkdirSync(folder, { recursive: true })
  made.add(folder)
}

/**
 * Writes one file of a site that nobody reads yet. Without waiting: handing a hundred thousand small files to other threads takes
 * twice as long as writing them.
 */
export function writeSiteFile(path: string, text: string): void {
  ensureFolder(dirname(path))
  writeFileSync(path, text)
}

/** The same file under a second name; a copy where the disk knows no links. */
export function linkSiteFile(from: string, to: string): void {
  ensureFolder(dirname(to))
  try {
    linkSync(from, to)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EXDEV' && code !== 'EMLINK') throw error
    copyFileSync(from, to)
  }
}
