import type { View } from '../components/view.ts'
import { type FeedLinks, type Page, pageParts } from './page.ts'

/**
 * The frame of all pages of a kind, which Astro renders once an edition: head, policy, styles and navigation, with a mark
 * wherever pages differ. Filling marks costs a fiftieth of rendering a page.
 */
export interface Shell {
  /** Text before, between and after the marks. */
  fixed: string[]
  /** The marks in the order in which they stand. */
  marks: Mark[]
}

const MARKS = ['head', 'editions', 'crumbs', 'main', 'feeds'] as const
type Mark = (typeof MARKS)[number]

/** Kinds of page that are filled: the part of the site that they belong to, and whether there is something to copy on them. */
export const SHELLS = {
  article: { section: 'articles', isCited: true },
  figure: { section: 'figures', isCited: true },
  finding: { section: 'findings', isCited: true },
  articles: { section: 'articles', isCited: false },
  'blind-spots': { section: 'blind-spots', isCited: false },
  corrections: { section: 'corrections', isCited: false },
  days: { section: 'days', isCited: false },
  digests: { section: 'digests', isCited: false },
  entities: { section: 'entities', isCited: false },
  findings: { section: 'findings', isCited: false },
  sources: { section: 'sources', isCited: false },
  timeline: { section: 'timeline', isCited: false },
  topics: { section: 'topics', isCited: false },
} as const
export type ShellName = keyof typeof SHELLS
export const SHELL_NAMES = Object.keys(SHELLS) as ShellName[]

/** What Astro writes where a page's own part will stand. */
export const markOf = (name: Mark): string => `<!--redline:${name}-->`

/** Takes a rendered frame apart; throws when a mark is missing or stands twice, for then the layout was changed without this. */
export function parseShell(text: string, path: string): Shell {
  const pieces = text.split(/<!--redline:(\w+)-->/)
  const fixed = pieces.filter((_, index) => index % 2 === 0)
  const marks = pieces.filter((_, index) => index % 2 === 1) as Mark[]
  if (marks.toSorted().join() !== MARKS.toSorted().join())
    throw new Error(
      `${path} has the marks ${marks.join(', ') || 'none'}; expected ${MARKS.join(', ')}, each once (src/layouts/Base.astro)`,
    )
  return { fixed, marks }
}

/** A whole page: the frame of its kind with the parts of this page at the marks. */
export function fillShell({ fixed, marks }: Shell, page: Page, feeds: FeedLinks[], view: View): string {
  const parts = { ...pageParts(page, feeds, view), main: page.main }
  let text = fixed[0]!
  for (let index = 0; index < marks.length; index++)
    text += (parts[marks[index]!]?.text ?? '') + fixed[index + 1]!
  return text
}
