import type { Article } from '../core/model/article.ts'
import type { Finding } from '../core/model/finding.ts'
import type { Lang } from '../core/model/lang.ts'
import { ATOM } from '../core/publish/feed-atom.ts'
import { type EntryContext, stampOf } from '../core/publish/feed-entries.ts'
import { JSON_FEED } from '../core/publish/feed-json.ts'
import { type FeedListing, fillFeed, openFeed } from '../core/publish/feed-list.ts'
import {
  buildFeedDocument,
  buildFeedDocuments,
  countArchives,
  cutFeed,
  FEED_FORMATS,
  type FeedDocument,
  type FeedEntry,
  type FeedFormat,
  type FeedSite,
  feedUrl,
  isArchivedAs,
} from '../core/publish/feed-model.ts'
import { RSS } from '../core/publish/feed-rss.ts'
import { buildFeedsOpml, buildSourcesOpml } from '../core/publish/opml.ts'
import { newestChange } from '../core/publish/view-changed.ts'
import type { Corpus } from '../core/publish/view-corpus.ts'
import type { PageKeys } from '../core/publish/view-keys.ts'
import { paginate } from '../core/publish/view-page.ts'
import {
  buildSitemap,
  buildSitemapIndex,
  ENTRIES_PER_FILE,
  sitemapEntries,
} from '../core/publish/view-sitemap.ts'
import { EDITIONS } from '../i18n/index.ts'
import { TRANSLATORS } from './published-corpus.ts'
import { encodeText, FileRoom, TextShelf } from './site-bytes.ts'
import type { JobPlan, Put, SiteJob } from './site-job.ts'

const PRINTERS = { atom: ATOM, rss: RSS, json: JSON_FEED }

/** The bytes of entries, by format. */
const printed = {
  atom: new WeakMap<FeedEntry, Uint8Array>(),
  rss: new WeakMap<FeedEntry, Uint8Array>(),
  json: new WeakMap<FeedEntry, Uint8Array>(),
}

const shelf = new TextShelf()
const room = new FileRoom()

function printEntry(entry: FeedEntry, format: FeedFormat): Uint8Array {
  let bytes = printed[format].get(entry)
  if (!bytes) printed[format].set(entry, (bytes = shelf.keep(PRINTERS[format].entry(entry))))
  return bytes
}

/** A document, joined from the bytes of its entries: each stands in several, and is written out and encoded once. */
function printDocument(document: FeedDocument, format: FeedFormat, site: FeedSite): Uint8Array {
  const { before, between, after } = PRINTERS[format].frame(document, site)
  const gap = Buffer.from(between)
  room.add(encodeText(before))
  for (const [index, entry] of document.entries.entries()) {
    if (index > 0) room.add(gap)
    room.add(printEntry(entry, format))
  }
  room.add(encodeText(after))
  return room.take()
}

/** The jobs of all feeds, by edition. */
export function planFeedJobs(
  corpus: Corpus,
  listings: Record<Lang, FeedListing[]>,
  { keys, site }: JobPlan,
): SiteJob[][] {
  const cut = openCuts()
  return EDITIONS.map(({ lang }) => {
    const context = { corpus, lang, t: TRANSLATORS[lang], site }
    return listings[lang].flatMap((listing) => planFeed(listing, context, keys, cut))
  })
}

type Cut = (key: string, records: readonly (Finding | Article)[]) => (Finding | Article)[][]

/** Cuts the records of feeds into those of their documents; nearly all feeds have the same ones in every edition. */
function openCuts(): Cut {
  const known = new Map<string, { records: readonly (Finding | Article)[]; parts: (Finding | Article)[][] }>()
  const isSame = (one: readonly object[], other: readonly object[]) =>
    one.length === other.length && one.every((record, index) => record === other[index])
  return (key, records) => {
    let found = known.get(key)
    if (!found || !isSame(found.records, records)) {
      const stamped = cutFeed(records.map((record) => ({ ...stampOf(record), record })))
      found = { records, parts: stamped.map((part) => part.map(({ record }) => record)) }
      known.set(key, found)
    }
    return found.parts
  }
}

/** A job for each document of a feed, where it is known which records each shows; else one for all. */
function planFeed(listing: FeedListing, context: EntryContext, keys: PageKeys, cut: Cut): SiteJob[] {
  const { site } = context
  const files = filesOf(listing, context)
  const { records, entry } = listing
  const job = (own: FeedFile[], key: string, documents: () => FeedDocument[]): SiteJob => ({
    files: own.map(({ file }) => file),
    pages: 0,
    key,
    write(_, put) {
      const built = documents()
      for (const { file, format, archive } of own)
        put(file, printDocument(built.find((one) => (one.archive ?? 0) === archive)!, format, site))
    },
  })
  if (!records || !entry) return [job(files, '', () => buildFeedDocuments(openFeed(listing, context), site))]
  const parts = cut(listing.key, records)
  const archives = parts.length - 1
  return parts.map((shown, archive) => {
    const own = files.filter((file) => file.archive === archive)
    // The current document names the last archive page, and each of these whether another follows.
    const more = archive === 0 ? `${archives}` : `${archive} ${archive < archives}`
    return job(own, keys.list(shown, more), () => [
      buildFeedDocument(fillFeed(listing, shown.map(entry), context), archive, archives, site),
    ])
  })
}

interface FeedFile {
  file: string
  format: FeedFormat
  /** 0: the current document. */
  archive: number
}

/** Writes the OPML lists of all feeds and of the sources. */
export function writeOpml(
  corpus: Corpus,
  listings: Record<Lang, FeedListing[]>,
  site: FeedSite,
  put: Put,
): void {
  const editions = EDITIONS.map(({ lang, name, path }) => {
    const pageUrl = (below: string) => `${site.origin}/${path}/${below}`
    return {
      lang,
      name,
      feeds: listings[lang].map((listing) => ({ ...listing, pageUrl: pageUrl(listing.path) })),
    }
  })
  const changed = newestChange(corpus)
  put('feeds.opml', buildFeedsOpml(editions, site, changed))
  put('sources.opml', buildSourcesOpml(corpus.sources, site, changed))
}

function filesOf({ key, count }: FeedListing, { site, lang }: EntryContext): FeedFile[] {
  const archives = Array.from({ length: countArchives(count) + 1 }, (_, archive) => archive)
  return archives.flatMap((archive) =>
    FEED_FORMATS.filter(({ format }) => archive === 0 || isArchivedAs(key, format)).map(({ format }) => {
      const { pathname } = new URL(feedUrl(site, lang, key, format, archive === 0 ? undefined : archive))
      return { file: pathname.slice(1), format, archive }
    }),
  )
}

/** Writes the sitemap, in parts of a size that search engines take. */
export function writeSitemap(corpus: Corpus, address: string, put: Put): void {
  const parts = paginate(sitemapEntries(corpus), ENTRIES_PER_FILE)
  for (const { number, items } of parts) put(`sitemap-${number}.xml`, buildSitemap(items, EDITIONS, address))
  const files = parts.map(({ number }) => `/sitemap-${number}.xml`)
  put('sitemap.xml', buildSitemapIndex(files, address))
}
