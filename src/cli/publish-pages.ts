import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openView, type View } from '../components/view.ts'
import { composeIssues, listFeeds } from '../core/publish/feed-list.ts'
import type { FeedSite } from '../core/publish/feed-model.ts'
import { buildTermTable } from '../core/publish/view-convert.ts'
import type { Corpus } from '../core/publish/view-corpus.ts'
import { pageKeys } from '../core/publish/view-keys.ts'
import { EDITIONS, type Edition } from '../i18n/index.ts'
import { openEdition } from '../layouts/edition.ts'
import { feedsOf } from '../layouts/page.ts'
import { fillShell, parseShell, SHELL_NAMES, type Shell, type ShellName } from '../layouts/shell.ts'
import { type PlannedPage, planPages } from '../record-pages/plan.ts'
import { TRANSLATORS } from './published-corpus.ts'
import { linkSiteFile, writeSiteFile } from './site-files.ts'

/** Pages written into a new site. */
export interface WrittenPages {
  rendered: number
  /** Taken over from the present site. */
  reused: number
}

/** What pages are written with. */
export interface PageTarget {
  /** The new site, in which Astro has left the frames. */
  fresh: string
  /** The present one, whose unchanged pages are taken over; its keys lie beside it. */
  present: string
  site: FeedSite
  /** Stands for the code that shapes pages. */
  code: string
}

/** Writes every page whose number grows with the records, in all editions. Frees the frames. */
export async function writePages(corpus: Corpus, target: PageTarget): Promise<WrittenPages> {
  const issues = composeIssues(corpus, TRANSLATORS)
  const terms = buildTermTable(corpus.registry)
  const editions = EDITIONS.map((edition) => {
    const listings = listFeeds(
      { corpus, lang: edition.lang, t: TRANSLATORS[edition.lang], site: target.site },
      issues[edition.lang],
    )
    return {
      edition,
      view: openView(openEdition(edition.path), { corpus, terms }, target.site.origin),
      titles: new Map(listings.map(({ key, title }) => [key, title])),
      shells: readShells(target.fresh, edition),
    }
  })
  const frames = editions.flatMap(({ shells }) => SHELL_NAMES.flatMap((name) => shells[name].fixed))
  const keys = pageKeys(corpus, hashOf([target.code, target.site.origin, ...frames]))
  const writer = new PageWriter(editions, target)
  for (const page of planPages(corpus, keys)) writer.write(page)
  writer.saveKeys()
  for (const { path } of EDITIONS) await rm(join(target.fresh, path, 'shell'), { recursive: true })
  return writer.written
}

const hashOf = (parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex')

interface OpenPages {
  edition: Edition
  view: View
  titles: ReadonlyMap<string, string>
  shells: Record<ShellName, Shell>
}

function readShells(fresh: string, { path }: Edition): Record<ShellName, Shell> {
  const read = (name: ShellName) => {
    const file = join(fresh, path, 'shell', name, 'index.html')
    return [name, parseShell(readFileSync(file, 'utf8'), file)]
  }
  return Object.fromEntries(SHELL_NAMES.map(read)) as Record<ShellName, Shell>
}

/** Guards the keys of what was written and the counts. */
class PageWriter {
  readonly #editions: OpenPages[]
  readonly #target: PageTarget
  readonly #known: Map<string, string>
  readonly #lines: string[] = []
  readonly written: WrittenPages = { rendered: 0, reused: 0 }

  constructor(editions: OpenPages[], target: PageTarget) {
    this.#editions = editions
    this.#target = target
    this.#known = existsSync(join(target.present, 'index.html')) ? readKeys(target.present) : new Map()
  }

  write({ shell, make, reuse }: PlannedPage): void {
    const { fresh, present, site } = this.#target
    if (reuse) this.#lines.push(`${reuse.path} ${reuse.key}\n`)
    const isKnown = reuse && this.#known.get(reuse.path) === reuse.key
    for (const { edition, view, titles, shells } of this.#editions) {
      if (isKnown) {
        const file = join(edition.path, reuse.path, 'index.html')
        linkSiteFile(join(present, file), join(fresh, file))
        this.written.reused++
        continue
      }
      const page = make(view)
      const text = fillShell(shells[shell], page, feedsOf(page.path, edition.lang, titles, site), view)
      writeSiteFile(join(fresh, edition.path, page.path, 'index.html'), text)
      this.written.rendered++
    }
  }

  saveKeys(): void {
    writeFileSync(nextKeys(this.#target.present), this.#lines.join(''))
  }
}

const keysOf = (present: string) => `${present}.keys`
const nextKeys = (present: string) => `${present}.keys.next-${process.pid}`

/** Keys by the path of the page below its edition. */
function readKeys(present: string): Map<string, string> {
  const file = keysOf(present)
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return new Map(lines.map((line) => line.split(' ') as [string, string]))
}

/** Before the swap: from here on the present site has no keys, so that a kill leads to a full build, never to a mixed one. */
export const forgetKeys = (present: string): void => rmSync(keysOf(present), { force: true })

/** After the swap: the keys are those of the new site. */
export function keepKeys(present: string): void {
  if (existsSync(nextKeys(present))) renameSync(nextKeys(present), keysOf(present))
}

export const abandonKeys = (present: string): void => rmSync(nextKeys(present), { force: true })
