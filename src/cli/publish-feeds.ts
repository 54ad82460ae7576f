import type { Lang } from '../core/model/lang.ts'
import { buildAtom } from '../core/publish/feed-atom.ts'
import { type EntryContext, stampOf } from '../core/publish/feed-entries.ts'
import { buildJsonFeed } from '../core/publish/feed-json.ts'
import { type FeedListing, fillFeed, openFeed } from '../core/publish/feed-list.ts'
import {
  buildFeedDocument,
  buildFeedDocuments,
  countArchives,
  cutFeed,
  FEED_FORMATS,
  type FeedDocument,
  type FeedFormat,
  type FeedSite,
  feedUrl,
  isArchivedAs,
} from '../core/publish/feed-model.ts'
import { buildRss } from '../core/publish/feed-rss.ts'
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
import type { JobPlan, Put, SiteJob } from './site-job.ts'

const BUILDERS = { atom: buildAtom, rss: buildRss, json: buildJsonFeed }

/** The jobs of all feeds, by edition. */
export function planFeedJobs(
  corpus: Corpus,
  listings: Record<Lang, FeedListing[]>,
  { keys, site }: JobPlan,
): SiteJob[][] {
  return EDITIONS.map(({ lang }) => {
    const context = { corpus, lang, t: TRANSLATORS[lang], site }
    return listings[lang].flatMap((listing) => planFeed(listing, context, keys))
  })
}

/** A job for each document of a feed, where it is known which records each shows; else one for all. */
function planFeed(listing: FeedListing, context: EntryContext, keys: PageKeys): SiteJob[] {
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
        put(file, BUILDERS[format](built.find((one) => (one.archive ?? 0) === archive)!, site))
    },
  })
  if (!records || !entry) return [job(files, '', () => buildFeedDocuments(openFeed(listing, context), site))]
  const parts = cutFeed(records.map((record) => ({ ...stampOf(record), record })))
  const archives = parts.length - 1
  return parts.map((part, archive) => {
    const shown = part.map(({ record }) => record)
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
