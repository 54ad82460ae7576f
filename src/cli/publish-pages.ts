import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openView, type View } from '../components/view.ts'
import type { Lang } from '../core/model/lang.ts'
import { composeIssues, listFeeds } from '../core/publish/feed-list.ts'
import type { FeedSite } from '../core/publish/feed-model.ts'
import { buildTermTable } from '../core/publish/view-convert.ts'
import type { Corpus } from '../core/publish/view-corpus.ts'
import type { PageKeys } from '../core/publish/view-keys.ts'
import { EDITIONS, type Edition } from '../i18n/index.ts'
import { openEdition } from '../layouts/edition.ts'
import { feedsOf } from '../layouts/page.ts'
import { fillShell, parseShell, SHELL_NAMES, type Shell, type ShellName } from '../layouts/shell.ts'
import { type PlannedPage, planPages } from '../record-pages/plan.ts'
import { TRANSLATORS } from './published-corpus.ts'
import { writeSiteFile } from './site-files.ts'
import type { SiteReuse } from './site-reuse.ts'

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
  site: FeedSite
  reuse: SiteReuse
}

/** The frames of all editions, which Astro has left in a new site. */
export type Frames = Record<Lang, Record<ShellName, Shell>>

/** Reads the frames and removes them from the site. */
export function takeFrames(fresh: string): Frames {
  const frames = Object.fromEntries(EDITIONS.map((edition) => [edition.lang, readShells(fresh, edition)]))
  for (const { path } of EDITIONS) rmSync(join(fresh, path, 'shell'), { recursive: true })
  return frames as Frames
}

/** Stands for everything that shapes pages and is no record. */
export const hashFrames = (frames: Frames, code: string, origin: string): string =>
  createHash('sha256')
    .update(JSON.stringify([code, origin, frames]))
    .digest('hex')

/** Writes every page whose number grows with the records, in all editions. */
export function writePages(corpus: Corpus, frames: Frames, keys: PageKeys, target: PageTarget): WrittenPages {
  const issues = composeIssues(corpus, TRANSLATORS)
  const terms = buildTermTable(corpus.registry)
  const editions = EDITIONS.map((edition) => {
    const { lang, path } = edition
    const context = { corpus, lang, t: TRANSLATORS[lang], site: target.site }
    return {
      edition,
      view: openView(openEdition(path), { corpus, terms }, target.site.origin),
      titles: new Map(listFeeds(context, issues[lang]).map(({ key, title }) => [key, title])),
      shells: frames[lang],
    }
  })
  const writer = new PageWriter(editions, target)
  for (const page of planPages(corpus, issues, keys)) writer.write(page)
  return writer.written
}

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

/** Guards the counts. */
class PageWriter {
  readonly #editions: OpenPages[]
  readonly #target: PageTarget
  readonly written: WrittenPages = { rendered: 0, reused: 0 }

  constructor(editions: OpenPages[], target: PageTarget) {
    this.#editions = editions
    this.#target = target
  }

  write({ shell, make, reuse }: PlannedPage): void {
    const { fresh, site, reuse: present } = this.#target
    const isSame = reuse && present.isSame(reuse.path, reuse.key)
    for (const { edition, view, titles, shells } of this.#editions) {
      if (isSame) {
        present.take(join(edition.path, reuse.path, 'index.html'))
        this.written.reused++
        continue
      }
      const page = make(view)
      const text = fillShell(shells[shell], page, feedsOf(page.path, edition.lang, titles, site), view)
      writeSiteFile(join(fresh, edition.path, page.path, 'index.html'), text)
      this.written.rendered++
    }
  }
}
