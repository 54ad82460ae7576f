import type { Article, Revision } from '../model/article.ts'
import type { Finding, FindingMember } from '../model/finding.ts'
import { LANGS, type Lang } from '../model/lang.ts'

/** How a finding came into the world and what became of it; dates as precise as the pages gave them. */
export interface FindingHistory {
  /** The earliest by publication date; absent when no member has a date that can be. */
  firstPublished?: { articleId: string; on: string }
  /** The earliest that we saw. */
  firstSeen: { articleId: string; at: string }
  /** Days with the outlets that carried it for the first time then, in order. */
  spread: { on: string; sourceIds: string[] }[]
  /** For each language after the first: whole days from its first publication to that language's. */
  lags: { lang: Lang; days: number }[]
  /** Languages without any member. */
  blindSpots: Lang[]
  /** Versions of member pages in which figures came or went. */
  revisions: { articleId: string; at: string; appeared: string[]; vanished: string[] }[]
  /** Papers among the members, with the version held. */
  versions: { articleId: string; arxivId: string; version: number }[]
  supersededBy?: string
  /** Members whose page names no date, or one after the day we saw it; they are in no chronology. */
  undated: string[]
}

const DAY_MS = 86_400_000

/** Reads a finding's history off its members and their articles; members whose article is not held count with what they say. */
export function buildHistory(finding: Finding, articles: ReadonlyMap<string, Article>): FindingHistory {
  const members = finding.members.filter(({ relation }) => relation !== 'variant')
  const dated = members.filter(isDated).sort(byPublication)
  const seen = members.toSorted(
    (a, b) => compare(a.firstSeenAt, b.firstSeenAt) || compare(a.figureId, b.figureId),
  )
  const first = dated[0]
  const held = [...new Set(members.map(({ articleId }) => articleId))].flatMap((id) => articles.get(id) ?? [])
  return {
    ...(first && { firstPublished: { articleId: first.articleId, on: first.published! } }),
    firstSeen: { articleId: seen[0]!.articleId, at: seen[0]!.firstSeenAt },
    spread: buildSpread(dated),
    lags: buildLags(dated),
    blindSpots: LANGS.filter((lang) => !members.some((member) => member.lang === lang)),
    revisions: held.flatMap(({ id, revisions }) =>
      revisions.filter(hasChange).map(({ retrievedAt, appeared, vanished }) => ({
        articleId: id,
        at: retrievedAt,
        appeared,
        vanished,
      })),
    ),
    versions: held.flatMap(({ id, arxiv }) =>
      arxiv?.version === undefined ? [] : [{ articleId: id, arxivId: arxiv.id, version: arxiv.version }],
    ),
    ...(finding.supersededBy !== undefined && { supersededBy: finding.supersededBy }),
    undated: members.filter((member) => !isDated(member)).map(({ articleId }) => articleId),
  }
}

/** By day; within a day by the moment where both pages give one. */
function byPublication(a: FindingMember, b: FindingMember): number {
  const moments = [a, b].map(({ published }) => (hasMoment(published!) ? Date.parse(published!) : undefined))
  const [first, second] = moments
  const byMoment = first !== undefined && second !== undefined ? first - second : 0
  return compare(dayOf(a), dayOf(b)) || byMoment || compare(a.figureId, b.figureId)
}

const hasMoment = (published: string) => /T.*(Z|[+-]\d\d:\d\d)$/.test(published)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A page dated after the day we first saw it is wrong about its date. */
function isDated({ published, firstSeenAt }: FindingMember): boolean {
  return published !== undefined && Date.parse(published) <= Date.parse(firstSeenAt) + DAY_MS
}

/** `2026-08-03` in UTC where the page gives a day; else the month or year that it gives. */
function dayOf({ published }: FindingMember): string {
  if (!hasMoment(published!)) return published!.slice(0, 10)
  return new Date(published!).toISOString().slice(0, 10)
}

function buildSpread(dated: FindingMember[]): FindingHistory['spread'] {
  const known = new Set<string>()
  const days = new Map<string, string[]>()
  for (const member of dated) {
    if (known.has(member.sourceId)) continue
    known.add(member.sourceId)
    days.set(dayOf(member), [...(days.get(dayOf(member)) ?? []), member.sourceId])
  }
  return [...days].map(([on, sourceIds]) => ({ on, sourceIds }))
}

/** Only dates of a day or finer: a lag from `2026` to `2026-08-03` is none. */
function buildLags(dated: FindingMember[]): FindingHistory['lags'] {
  const exact = dated.filter((member) => dayOf(member).length === 10)
  const first = exact[0]
  if (!first) return []
  const start = Date.parse(dayOf(first))
  return LANGS.flatMap((lang) => {
    const own = exact.find((member) => member.lang === lang)
    return own && lang !== first.lang
      ? [{ lang, days: Math.round((Date.parse(dayOf(own)) - start) / DAY_MS) }]
      : []
  })
}

const hasChange = ({ appeared, vanished }: Revision) => appeared.length + vanished.length > 0
