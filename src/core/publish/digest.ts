import type { Article } from '../model/article.ts'
import type { Digest } from '../model/digest.ts'
import type { Finding } from '../model/finding.ts'
import type { Lang, Names } from '../model/lang.ts'
import type { Corpus } from './view-corpus.ts'
import { formatPeriod, type Translate } from './view-format.ts'
import { rootTopic } from './view-og.ts'

export type Translators = Record<Lang, Translate>
export type Period = Digest['period']

/** Section of findings that no topic claims. */
export const NO_TOPIC = 'other'
/** Digests kept on the site: two months of days, half a year of weeks. */
const MOST: Record<Period, number> = { day: 60, week: 26 }
const DAY_MS = 86_400_000

/**
 * Every digest that the ledger gives, newest first. A finding belongs to the day on which it entered the ledger, whatever day
 * its articles name: what arrives late is still told once. A stored digest is frozen and stands in place of a composed one.
 */
export function composeDigests(corpus: Corpus, translators: Translators): Digest[] {
  const stored = new Map(corpus.digests.map((digest) => [digest.id, digest]))
  const composed = (['day', 'week'] as const).flatMap((period) => {
    const findings = Map.groupBy(corpus.findings, (finding) => startOf(enteredOn(finding), period))
    const articles = Map.groupBy(corpus.articles, ({ firstSeenAt }) =>
      startOf(firstSeenAt.slice(0, 10), period),
    )
    const starts = [...new Set([...findings.keys(), ...articles.keys()])].sort().reverse()
    return starts
      .slice(0, MOST[period])
      .map((from) =>
        compose(period, from, findings.get(from) ?? [], articles.get(from) ?? [], corpus, translators),
      )
  })
  const known = new Set(composed.map(({ id }) => id))
  const all = [
    ...composed.map((digest) => stored.get(digest.id) ?? digest),
    ...corpus.digests.filter(({ id }) => !known.has(id)),
  ]
  return all.sort((a, b) => (a.to === b.to ? (a.id < b.id ? -1 : 1) : a.to < b.to ? 1 : -1))
}

/** Ids of all digests, for lists that need no words. */
export function digestIds(corpus: Corpus): string[] {
  const wordless: Translate = (key) => key
  const all = composeDigests(corpus, { en: wordless, 'zh-Hans': wordless, 'zh-Hant': wordless })
  return all.map(({ id }) => id)
}

/** The digest of the day, or of the week that holds the day. */
export function composeDigest(period: Period, day: string, corpus: Corpus, translators: Translators): Digest {
  const from = startOf(day, period)
  const findings = corpus.findings.filter((finding) => startOf(enteredOn(finding), period) === from)
  const articles = corpus.articles.filter(
    ({ firstSeenAt }) => startOf(firstSeenAt.slice(0, 10), period) === from,
  )
  return compose(period, from, findings, articles, corpus, translators)
}

function compose(
  period: Period,
  from: string,
  findings: Finding[],
  articles: Article[],
  corpus: Corpus,
  translators: Translators,
): Digest {
  const to = period === 'day' ? from : addDays(from, 6)
  const told = new Set(findings.flatMap(({ members }) => members.map(({ articleId }) => articleId)))
  const heading = (lang: Lang) => translators[lang](`digest.${period}`, formatPeriod(from, to, lang))
  const names: Names = { en: heading('en'), 'zh-Hans': heading('zh-Hans'), 'zh-Hant': heading('zh-Hant') }
  return {
    id: `${period}-${from}`,
    period,
    from,
    to,
    heading: names,
    sections: sections(findings, corpus),
    articleIds: articles.filter(({ id }) => !told.has(id)).map(({ id }) => id),
  }
}

/** By topmost topic in the order of the registry; in each, the most widely reported first. */
function sections(findings: Finding[], corpus: Corpus): Digest['sections'] {
  const groups = Map.groupBy(findings, ({ topics }) =>
    topics[0] ? (rootTopic(topics[0], corpus.topic) ?? NO_TOPIC) : NO_TOPIC,
  )
  const order = [...corpus.registry.topics.map(({ id }) => id), NO_TOPIC]
  return order.flatMap((topicId) => {
    const group = groups.get(topicId)
    if (!group) return []
    const sorted = group.toSorted(
      (a, b) => b.independentSources - a.independentSources || (a.id < b.id ? -1 : 1),
    )
    return [{ topicId, findingIds: sorted.map(({ id }) => id) }]
  })
}

/** The day, in UTC, on which the first article with the finding was seen. */
export function enteredOn(finding: Finding): string {
  return enteredAt(finding).slice(0, 10)
}

/** The moment at which the first article with the finding was seen. */
export const enteredAt = ({ members }: Finding): string =>
  members.map(({ firstSeenAt }) => firstSeenAt).sort()[0]!

/** First day of the period that holds a day; weeks start on Monday, as in ISO 8601. */
export function startOf(day: string, period: Period): string {
  if (period === 'day') return day
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
