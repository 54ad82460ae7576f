import type { Article } from '../model/article.ts'
import type { Digest } from '../model/digest.ts'
import type { Entity } from '../model/entity.ts'
import type { Finding } from '../model/finding.ts'
import type { Lang } from '../model/lang.ts'
import { composeDigests, enteredOn, startOf, type Translators } from './digest.ts'
import { buildDigestEditions, type DigestView } from './digest-view.ts'
import { changeEntries } from './feed-changes.ts'
import { articleEntry, digestEntry, type EntryContext, findingEntry } from './feed-entries.ts'
import { editionPath, type Feed, type FeedEntry } from './feed-model.ts'
import type { Corpus } from './view-corpus.ts'
import { activeEntities, findingsAbout } from './view-entity.ts'
import { blindSpots } from './view-spots.ts'

/** A feed that an edition offers; its entries are made when they are asked for. */
export interface FeedListing {
  /** `findings`, `topics/jailbreaks`. */
  key: string
  title: string
  subtitle: string
  /** Path of the page that shows the same, below the edition. */
  path: string
  /** How many entries it has, so that documents can be counted without making them. */
  count: number
  /** The records that its entries are made of, one each; undefined where entries are made of more than their record. */
  records?: readonly (Finding | Article)[]
  /** The entry of one of these. */
  entry?: (record: Finding | Article) => FeedEntry
  entries: () => FeedEntry[]
}

type Listed = Pick<FeedListing, 'count' | 'entries' | 'entry' | 'records'>

/** A digest with its words, for the digest feeds. */
export interface DigestIssue {
  digest: Digest
  view: DigestView
}

/** All digests, newest first, in each edition's words, checked for equal figures. */
export function composeIssues(corpus: Corpus, translators: Translators): Record<Lang, DigestIssue[]> {
  const all = composeDigests(corpus, translators).map((digest) => ({
    digest,
    editions: buildDigestEditions(digest, corpus, translators),
  }))
  const inLang = (lang: Lang) => all.map(({ digest, editions }) => ({ digest, view: editions[lang] }))
  return { en: inLang('en'), 'zh-Hans': inLang('zh-Hans'), 'zh-Hant': inLang('zh-Hant') }
}

/** Every feed of an edition: the fixed ones, then topics, then entities that records speak about. */
export function listFeeds(context: EntryContext, issues: DigestIssue[]): FeedListing[] {
  const { corpus, lang, t } = context
  const one = memoize(context)
  const entry = (record: Finding | Article) =>
    'members' in record ? one.finding(record) : one.article(record)
  const both = (findings: Finding[], articles: Article[]) => ({
    count: findings.length + articles.length,
    records: [...findings, ...articles],
    entry,
    entries: () => [...findings.map(one.finding), ...articles.map(one.article)],
  })
  const spots = blindSpots(corpus).find((spot) => spot.lang === lang)?.findings ?? []
  const changes = once(() => changeEntries(context))
  const listing = (key: string, path: string, rest: Listed): FeedListing => ({
    key,
    title: t('feed.title', { name: t(`feed.${key}`) }),
    subtitle: t(`feed.${key}.about`),
    path,
    ...rest,
  })
  const named = (key: string, name: string, rest: Listed): FeedListing => ({
    key,
    title: t('feed.title', { name }),
    subtitle: t('feed.named', { name }),
    path: `${key}/`,
    ...rest,
  })
  return [
    listing('all', '', both(corpus.findings, corpus.articles)),
    listing('findings', 'findings/', both(corpus.findings, [])),
    listing('corrections', 'corrections/', {
      get count() {
        return changes().length
      },
      entries: changes,
    }),
    listing('blind-spots', 'blind-spots/', both(spots, [])),
    ...(['day', 'week'] as const).map((period) => {
      const own = issues.filter(({ digest }) => digest.period === period)
      return listing(period === 'day' ? 'daily' : 'weekly', 'digests/', {
        count: own.length,
        entries: () =>
          own.map(({ digest, view }) => digestEntry(view, digestDates(digest, context), context)),
      })
    }),
    ...corpus.registry.topics.map(({ id, names }) =>
      named(
        `topics/${id}`,
        names[lang],
        both(corpus.findingsOfTopic.get(id) ?? [], corpus.articlesOfTopic.get(id) ?? []),
      ),
    ),
    ...activeEntities(corpus).map(({ entity }) => entityListing(entity)),
  ]

  function entityListing(entity: Entity): FeedListing {
    const articles = corpus.articlesOfEntity.get(entity.id) ?? []
    return named(`entities/${entity.id}`, entity.names[lang], both(findingsAbout(entity, corpus), articles))
  }
}

/** The feed of a listing, with its entries. */
export const openFeed = (listing: FeedListing, context: EntryContext): Feed =>
  fillFeed(listing, listing.entries(), context)

/** The feed of a listing, with some of its entries. */
export function fillFeed(listing: FeedListing, entries: FeedEntry[], context: EntryContext): Feed {
  const { key, title, subtitle, path } = listing
  const { site, lang } = context
  const pageUrl = `${site.origin}/${editionPath(site, lang)}/${path}`
  return { key, title, subtitle, pageUrl, lang, entries }
}

/** Dated by its first day; updated when the last of its records entered the ledger, so that a past digest does not change again. */
function digestDates(digest: Digest, { corpus }: EntryContext): { published: string; updated: string } {
  const dates = [
    ...digest.sections.flatMap(({ findingIds }) =>
      findingIds.flatMap((id) => {
        const finding = corpus.finding.get(id)
        return finding && startOf(enteredOn(finding), digest.period) === digest.from
          ? finding.members.map(({ firstSeenAt }) => firstSeenAt).filter((at) => at.slice(0, 10) <= digest.to)
          : []
      }),
    ),
    ...digest.articleIds.flatMap((id) => corpus.article.get(id)?.firstSeenAt ?? []),
  ]
  const published = `${digest.from}T00:00:00Z`
  return { published, updated: dates.sort().at(-1) ?? published }
}

/** A record's entry is made once per edition, however many feeds it is in. */
function memoize(context: EntryContext) {
  const findings = new Map<string, FeedEntry>()
  const articles = new Map<string, FeedEntry>()
  return {
    finding: (finding: Finding) => take(findings, finding.id, () => findingEntry(finding, context)),
    article: (article: Article) => take(articles, article.id, () => articleEntry(article, context)),
  }
}

function take<T>(known: Map<string, T>, id: string, make: () => T): T {
  const found = known.get(id) ?? make()
  known.set(id, found)
  return found
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
