import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openView, type View } from '../components/view.ts'
import type { Lang } from '../core/model/lang.ts'
import type { DigestIssue, FeedListing } from '../core/publish/feed-list.ts'
import type { FeedSite } from '../core/publish/feed-model.ts'
import { buildTermTable } from '../core/publish/view-convert.ts'
import type { Corpus } from '../core/publish/view-corpus.ts'
import { EDITIONS, type Edition } from '../i18n/index.ts'
import { openEdition } from '../layouts/edition.ts'
import { feedsOf } from '../layouts/page.ts'
import { fillShell, parseShell, SHELL_NAMES, type Shell, type ShellName } from '../layouts/shell.ts'
import { type PlannedPage, planPages } from '../record-pages/plan.ts'
import type { Frames, JobPlan, Put, SiteJob } from './site-job.ts'

/** Reads the frames and removes them from the site. */
export function takeFrames(fresh: string): Frames {
  const frames = Object.fromEntries(EDITIONS.map((edition) => [edition.lang, readShells(fresh, edition)]))
  for (const { path } of EDITIONS) rmSync(join(fresh, path, 'shell'), { recursive: true })
  return frames as Frames
}

/** Stands for layout, styles and navigation, which are around every page. */
export const hashFrames = (frames: Frames): string =>
  createHash('sha256').update(JSON.stringify(frames)).digest('hex')

/** One job for every page whose number grows with the records: it writes the page of each edition. */
export function planPageJobs(
  corpus: Corpus,
  issues: Record<Lang, DigestIssue[]>,
  listings: Record<Lang, FeedListing[]>,
  { keys, site }: JobPlan,
): SiteJob[] {
  const terms = buildTermTable(corpus.registry)
  const editions = EDITIONS.map((edition) => ({
    edition,
    view: openView(openEdition(edition.path), { corpus, terms }, site.origin),
    titles: new Map(listings[edition.lang].map(({ key, title }) => [key, title])),
  }))
  return Array.from(planPages(corpus, issues, keys), (page) => ({
    files: editions.map(({ edition }) => fileOf(page, edition)),
    pages: editions.length,
    key: page.key ?? '',
    write: (frames, put) => writePage(page, editions, { frames, site }, put),
  }))
}

interface OpenEdition {
  edition: Edition
  view: View
  titles: ReadonlyMap<string, string>
}

const fileOf = ({ path }: PlannedPage, edition: Edition) => `${edition.path}/${path}index.html`

function writePage(
  planned: PlannedPage,
  editions: OpenEdition[],
  { frames, site }: { frames: Frames; site: FeedSite },
  put: Put,
): void {
  for (const { edition, view, titles } of editions) {
    const page = planned.make(view)
    if (page.path !== planned.path)
      throw new Error(`the page planned at ${planned.path} is at ${page.path}; expected the same path`)
    const feeds = feedsOf(page.path, edition.lang, titles, site)
    put(fileOf(planned, edition), fillShell(frames[edition.lang][planned.shell], page, feeds, view))
  }
}

function readShells(fresh: string, { path }: Edition): Record<ShellName, Shell> {
  const read = (name: ShellName) => {
    const file = join(fresh, path, 'shell', name, 'index.html')
    return [name, parseShell(readFileSync(file, 'utf8'), file)]
  }
  return Object.fromEntries(SHELL_NAMES.map(read)) as Record<ShellName, Shell>
}
