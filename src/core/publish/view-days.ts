import type { Article } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import { articleDate, type Corpus } from './view-corpus.ts'
import { dayOf, sortKey } from './view-dates.ts'

/** What was published on one day (as the sources dated it), or first seen then where they named no day. */
export interface Day {
  /** `YYYY-MM-DD`. */
  date: string
  articles: Article[]
  /** Findings whose earliest appearance was on this day. */
  findings: Finding[]
}

/** All days with anything in them, newest first. */
export function buildDays(corpus: Corpus): Day[] {
  const days = new Map<string, Day>()
  const at = (date: string | undefined) => {
    if (!date) return undefined
    const day = days.get(date) ?? { date, articles: [], findings: [] }
    days.set(date, day)
    return day
  }
  for (const article of corpus.articles)
    at(dayOf(articleDate(article)) ?? dayOf(article.firstSeenAt))?.articles.push(article)
  for (const finding of corpus.findings) at(firstDay(finding))?.findings.push(finding)
  return [...days.values()].sort((a, b) => (a.date < b.date ? 1 : -1))
}

function firstDay(finding: Finding): string | undefined {
  const dates = finding.members.map((member) => member.published ?? member.firstSeenAt)
  const first = dates.reduce((a, b) => (sortKey(b) < sortKey(a) ? b : a))
  return dayOf(first) ?? dayOf(finding.members[0]!.firstSeenAt)
}

/** Days by month (`2026-08`), newest first. */
export function byMonth(days: Day[]): { month: string; days: Day[] }[] {
  const months = Map.groupBy(days, ({ date }) => date.slice(0, 7))
  return [...months].map(([month, list]) => ({ month, days: list }))
}
