import { join } from 'node:path'
import { buildAtom } from '../core/publish/feed-atom.ts'
import type { EntryContext } from '../core/publish/feed-entries.ts'
import { buildJsonFeed } from '../core/publish/feed-json.ts'
import {
  composeIssues,
  type DigestIssue,
  type FeedListing,
  listFeeds,
  openFeed,
} from '../core/publish/feed-list.ts'
import {
  buildFeedDocuments,
  countArchives,
  FEED_FORMATS,
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
import { EDITIONS, type Edition } from '../i18n/index.ts'
import { TRANSLATORS } from './published-corpus.ts'
import { writeSiteFile } from './site-files.ts'
import type { SiteReuse } from './site-reuse.ts'

const BUILDERS = { atom: buildAtom, rss: buildRss, json: buildJsonFeed }

/** What feeds are written with. */
export interface FeedTarget {
  fresh: string
  site: FeedSite
  keys: PageKeys
  reuse: SiteReuse
}

/** Writes every feed of every edition, and the OPML lists of them and of the sources. */
export function writeFeeds(corpus: Corpus, target: FeedTarget): void {
  const { site, fresh } = target
  const issues = composeIssues(corpus, TRANSLATORS)
  const editions = EDITIONS.map((edition) => writeEdition(corpus, edition, issues[edition.lang], target))
  const changed = newestChange(corpus)
  writeSiteFile(join(fresh, 'feeds.opml'), buildFeedsOpml(editions, site, changed))
  writeSiteFile(join(fresh, 'sources.opml'), buildSourcesOpml(corpus.sources, site, changed))
}

function writeEdition(corpus: Corpus, edition: Edition, issues: DigestIssue[], target: FeedTarget) {
  const { lang, name, path } = edition
  const { site } = target
  const context = { corpus, lang, t: TRANSLATORS[lang], site }
  const listings = listFeeds(context, issues)
  for (const listing of listings) writeFeed(listing, context, target)
  const feeds = listings.map((listing) => ({ ...listing, pageUrl: `${site.origin}/${path}/${listing.path}` }))
  return { lang, name, feeds }
}

function writeFeed(listing: FeedListing, context: EntryContext, target: FeedTarget): void {
  const { site, keys, reuse, fresh } = target
  const files = filesOf(listing, context)
  const key = listing.records && keys.list(listing.records, '')
  if (key && reuse.isSame(`feeds/${context.lang}/${listing.key}`, key)) {
    for (const { file } of files) reuse.take(file)
    return
  }
  const documents = buildFeedDocuments(openFeed(listing, context), site)
  for (const { file, format, archive } of files)
    writeSiteFile(join(fresh, file), BUILDERS[format](documents[archive]!, site))
}

/** The files of a feed; archive 0 is the current document. */
function filesOf({ key, count }: FeedListing, { site, lang }: EntryContext) {
  const archives = Array.from({ length: countArchives(count) + 1 }, (_, archive) => archive)
  return archives.flatMap((archive) =>
    FEED_FORMATS.filter(({ format }) => archive === 0 || isArchivedAs(key, format)).map(({ format }) => {
      const { pathname } = new URL(feedUrl(site, lang, key, format, archive === 0 ? undefined : archive))
      return { file: pathname, format, archive }
    }),
  )
}

/** Writes the sitemap, in parts of a size that search engines take. */
export function writeSitemap(corpus: Corpus, address: string, out: string): void {
  const parts = paginate(sitemapEntries(corpus), ENTRIES_PER_FILE)
  for (const { number, items } of parts)
    writeSiteFile(join(out, `sitemap-${number}.xml`), buildSitemap(items, EDITIONS, address))
  const files = parts.map(({ number }) => `/sitemap-${number}.xml`)
  writeSiteFile(join(out, 'sitemap.xml'), buildSitemapIndex(files, address))
}
