import { join } from 'node:path'
import { buildAtom } from '../core/publish/feed-atom.ts'
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
  FEED_FORMATS,
  type FeedSite,
  feedUrl,
  isArchivedAs,
} from '../core/publish/feed-model.ts'
import { buildRss } from '../core/publish/feed-rss.ts'
import { buildFeedsOpml, buildSourcesOpml } from '../core/publish/opml.ts'
import { newestChange } from '../core/publish/view-changed.ts'
import type { Corpus } from '../core/publish/view-corpus.ts'
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

const BUILDERS = { atom: buildAtom, rss: buildRss, json: buildJsonFeed }

/** Writes every feed of every edition and the OPML lists of them; gives the titles of an edition's feeds by key. */
export function writeFeeds(corpus: Corpus, site: FeedSite, out: string): void {
  const issues = composeIssues(corpus, TRANSLATORS)
  const editions = EDITIONS.map((edition) => writeEdition(corpus, site, edition, issues[edition.lang], out))
  const changed = newestChange(corpus)
  writeSiteFile(join(out, 'feeds.opml'), buildFeedsOpml(editions, site, changed))
  writeSiteFile(join(out, 'sources.opml'), buildSourcesOpml(corpus.sources, site, changed))
}

function writeEdition(corpus: Corpus, site: FeedSite, edition: Edition, issues: DigestIssue[], out: string) {
  const { lang, name, path } = edition
  const context = { corpus, lang, t: TRANSLATORS[lang], site }
  const listings = listFeeds(context, issues)
  for (const listing of listings) writeFeed(listing, context, out)
  const feeds = listings.map((listing) => ({ ...listing, pageUrl: `${site.origin}/${path}/${listing.path}` }))
  return { lang, name, feeds }
}

function writeFeed(listing: FeedListing, context: Parameters<typeof openFeed>[1], out: string): void {
  const { site, lang } = context
  for (const document of buildFeedDocuments(openFeed(listing, context), site))
    for (const { format } of FEED_FORMATS) {
      if (document.archive !== undefined && !isArchivedAs(listing.key, format)) continue
      const { pathname } = new URL(feedUrl(site, lang, listing.key, format, document.archive))
      writeSiteFile(join(out, pathname), BUILDERS[format](document, site))
    }
}

/** Writes the sitemap, in parts of a size that search engines take. */
export function writeSitemap(corpus: Corpus, address: string, out: string): void {
  const parts = paginate(sitemapEntries(corpus), ENTRIES_PER_FILE)
  for (const { number, items } of parts)
    writeSiteFile(join(out, `sitemap-${number}.xml`), buildSitemap(items, EDITIONS, address))
  const files = parts.map(({ number }) => `/sitemap-${number}.xml`)
  writeSiteFile(join(out, 'sitemap.xml'), buildSitemapIndex(files, address))
}
