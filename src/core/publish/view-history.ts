import type { Article } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import { isKin } from './changes.ts'
import { keepLast } from './recent.ts'
import type { Corpus, PlacedFigure } from './view-corpus.ts'
import { appearances } from './view-finding.ts'

/** Something that changed about a finding, as far as our records show it. */
export interface HistoryEvent {
  kind: 'first-held' | 'joined' | 'revised-in' | 'revised-out' | 'superseded'
  /** RFC 3339, or a date. */
  at: string
  article?: Article
  /** The figure as printed that a new version of the article has or lacks. */
  asWritten?: string
  /** The finding that replaces this one. */
  by?: Finding
}

/** At most this many events on a page, the latest ones. */
const MOST_EVENTS = 12

/** What our records say about a finding's changes, oldest first. */
export const findingHistory = keepLast(findHistory)

function findHistory(finding: Finding, corpus: Corpus): readonly HistoryEvent[] {
  const held = appearances(finding, corpus)
  const events: HistoryEvent[] = []
  const seen = new Set<string>()
  for (const { placed, member } of held) {
    if (!seen.has(placed.article.id))
      events.push({ kind: 'joined', at: member.firstSeenAt, article: placed.article })
    if (!seen.has(placed.article.id)) events.push(...revisions(placed))
    seen.add(placed.article.id)
  }
  const by = finding.supersededBy ? corpus.finding.get(finding.supersededBy) : undefined
  if (by) events.push({ kind: 'superseded', at: finding.updatedAt, by })
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const first = events.find((event) => event.kind === 'joined')
  if (first) first.kind = 'first-held'
  return events.slice(-MOST_EVENTS)
}

function revisions(placed: PlacedFigure): HistoryEvent[] {
  const { article, figure } = placed
  const { asWritten } = figure
  return article.revisions.slice(1).flatMap((revision) => {
    const at = revision.retrievedAt
    const appeared = revision.appeared.includes(asWritten)
      ? [{ kind: 'revised-in' as const, at, article, asWritten }]
      : []
    const lost = revision.vanished.filter((gone) => isKin(gone, placed))
    const vanished = lost.map((gone) => ({
      kind: 'revised-out' as const,
      at,
      article,
      asWritten: gone,
    }))
    return [...appeared, ...vanished]
  })
}
