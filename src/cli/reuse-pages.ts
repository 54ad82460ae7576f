import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { readPageKeys } from '../content-reader/reuse.ts'
import { EDITIONS } from '../i18n/index.ts'
import { PROJECT_ROOT } from './context.ts'

/** Pages of the present site that a new build need not render again. */
export interface PageReuse {
  /** For the build's environment (src/content-reader/reuse.ts). */
  message: string
  /** Puts the present files of unchanged pages into the new site; gives their number. */
  fill(fresh: string): Promise<number>
  /** Before the swap: from here on the present site has no keys, so that a kill leads to a full build, never to a mixed one. */
  forget(): Promise<void>
  /** After the swap: the keys are those of the new site. */
  keep(): Promise<void>
  abandon(): Promise<void>
}

/** Links at a time. */
const AT_ONCE = 32

/** `salt` stands for what is on every page and is no record: the code and the site's public address. */
export function openReuse(out: string, salt: string): PageReuse {
  const previous = `${out}.keys`
  const next = `${out}.keys.next-${process.pid}`
  const isWhole = existsSync(join(out, 'index.html'))
  return {
    message: JSON.stringify({ previous: isWhole ? previous : '', next, salt }),
    async fill(fresh) {
      const present = isWhole ? readPageKeys(previous) : new Map<string, string>()
      const unchanged = [...readPageKeys(next)].filter(([path, key]) => present.get(path) === key)
      const pages = unchanged.flatMap(([path]) => EDITIONS.map((edition) => join(edition.path, path)))
      for (let at = 0; at < pages.length; at += AT_ONCE)
        await Promise.all(
          pages.slice(at, at + AT_ONCE).map((page) => linkPage(join(out, page), join(fresh, page))),
        )
      return pages.length
    },
    forget: () => rm(previous, { force: true }),
    keep: async () => (existsSync(next) ? rename(next, previous) : undefined),
    abandon: () => rm(next, { force: true }),
  }
}

/** The same file under a second name; a copy where the disk knows no links. */
async function linkPage(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  try {
    await link(join(from, 'index.html'), join(to, 'index.html'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EXDEV' && code !== 'EMLINK') throw error
    await copyFile(join(from, 'index.html'), join(to, 'index.html'))
  }
}

/**
 * Everything of ours that shapes the page of a record; scripts too, for every page's policy names their hashes. Packages change
 * only with the lockfile.
 */
const CODE = [
  'public',
  'src/components',
  'src/content-reader',
  'src/core/model',
  'src/core/publish',
  'src/core/text',
  'src/i18n',
  'src/layouts',
  'src/pages',
  'src/scripts',
  'src/search',
  'src/styles',
  'astro.config.mjs',
  'package-lock.json',
]

/** A hash of all that shapes the pages of records, besides the records. */
export function hashCode(): string {
  const hash = createHash('sha256')
  for (const path of CODE.flatMap(filesBelow))
    hash.update(relative(PROJECT_ROOT, path)).update(readFileSync(path))
  return hash.digest('hex')
}

function filesBelow(name: string): string[] {
  const path = join(PROJECT_ROOT, name)
  if (!existsSync(path)) return []
  if (/\.\w+$/.test(name)) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
