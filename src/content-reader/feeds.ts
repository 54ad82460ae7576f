import type { Lang } from '../core/model/lang.ts'
import { composeDigests } from '../core/publish/digest.ts'
import { buildDigestEditions } from '../core/publish/digest-view.ts'
import { buildAtom } from '../core/publish/feed-atom.ts'
import type { EntryContext } from '../core/publish/feed-entries.ts'
import { buildJsonFeed } from '../core/publish/feed-json.ts'
import { type DigestIssue, type FeedListing, listFeeds, openFeed } from '../core/publish/feed-list.ts'
import {
  buildFeedDocuments,
  countArchives,
  type FeedDocument,
  type FeedFormat,
  type FeedSite,
  isArchivedAs,
} from '../core/publish/feed-model.ts'
import { buildRss } from '../core/publish/feed-rss.ts'
import { EDITIONS, translator } from '../i18n/index.ts'
import { readContent } from './index.ts'

/** Address of the site and its editions, as feeds need them. */
export const feedSite = (): FeedSite => ({
  origin: new URL(import.meta.env.SITE).origin,
  editions: EDITIONS,
})

const TRANSLATORS = {
  en: translator('en'),
  'zh-Hans': translator('zh-Hans'),
  'zh-Hant': translator('zh-Hant'),
}

let issues: Promise<Record<Lang, DigestIssue[]>> | undefined

/** All digests, newest first, in each edition's words; composed and checked for equal figures once per build. */
export function readDigests(): Promise<Record<Lang, DigestIssue[]>> {
  issues ??= readContent().then(({ corpus }) => {
    const all = composeDigests(corpus, TRANSLATORS).map((digest) => ({
      digest,
      editions: buildDigestEditions(digest, corpus, TRANSLATORS),
    }))
    const inLang = (lang: Lang) => all.map(({ digest, editions }) => ({ digest, view: editions[lang] }))
    return { en: inLang('en'), 'zh-Hans': inLang('zh-Hans'), 'zh-Hant': inLang('zh-Hant') }
  })
  return issues
}

/** A feed of an edition with its documents, made when the first of its files is asked for. */
interface OpenListing {
  listing: FeedListing
  documents: () => FeedDocument[]
}
const listings = new Map<Lang, Promise<Map<string, OpenListing>>>()

/** The feeds of an edition by key. */
export function readFeeds(lang: Lang): Promise<Map<string, OpenListing>> {
  const known = listings.get(lang) ?? openListings(lang)
  listings.set(lang, known)
  return known
}

async function openListings(lang: Lang): Promise<Map<string, OpenListing>> {
  const { corpus } = await readContent()
  const context: EntryContext = { corpus, lang, t: TRANSLATORS[lang], site: feedSite() }
  const own = (await readDigests())[lang]
  return new Map(
    listFeeds(context, own).map((listing) => [
      listing.key,
      { listing, documents: once(() => buildFeedDocuments(openFeed(listing, context), context.site)) },
    ]),
  )
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Routes of every document of every feed in a format; `feed` is the path below `feeds/`. */
export async function feedPaths(format: FeedFormat) {
  const paths = await Promise.all(
    EDITIONS.map(async ({ path, lang }) => {
      const feeds = await readFeeds(lang)
      return [...feeds.values()].flatMap(({ listing: { key, count } }) => [
        { params: { edition: path, feed: key }, props: { lang, key, archive: 0 } },
        ...Array.from({ length: isArchivedAs(key, format) ? countArchives(count) : 0 }, (_, index) => ({
          params: { edition: path, feed: `${key}/archive/${index + 1}` },
          props: { lang, key, archive: index + 1 },
        })),
      ])
    }),
  )
  return paths.flat()
}

const BUILDERS = { atom: buildAtom, rss: buildRss, json: buildJsonFeed }

export interface FeedProps {
  lang: Lang
  key: string
  archive: number
}

/** One file of a feed. */
export async function feedResponse({ lang, key, archive }: FeedProps, format: FeedFormat): Promise<Response> {
  const feeds = await readFeeds(lang)
  const document = feeds.get(key)!.documents()[archive]!
  return new Response(BUILDERS[format](document, feedSite()))
}
