import {
  type FeedDocument,
  type FeedEntry,
  type FeedFrame,
  type FeedPrinter,
  type FeedSite,
  feedUrl,
  isArchivedAs,
  printFeed,
} from './feed-model.ts'
import { cleanText } from './xml.ts'

/** JSON Feed 1.1. `next_url` leads to the archive page before, so that a reader can walk back to the first entry. */
export const JSON_FEED: FeedPrinter = { frame, entry: buildItem }

export const buildJsonFeed = (document: FeedDocument, site: FeedSite): string =>
  printFeed(JSON_FEED, document, site)

function frame(document: FeedDocument, site: FeedSite): FeedFrame {
  const { feed, archive, archives } = document
  const before = isArchivedAs(feed.key, 'json') ? (archive ?? archives + 1) - 1 : 0
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title: cleanText(feed.title),
    home_page_url: feed.pageUrl,
    feed_url: feedUrl(site, feed.lang, feed.key, 'json', archive),
    description: cleanText(feed.subtitle),
    ...(before > 0 ? { next_url: feedUrl(site, feed.lang, feed.key, 'json', before) } : {}),
    icon: `${site.origin}/icon.svg`,
    authors: [{ name: 'Redline', url: `${site.origin}/` }],
    language: feed.lang,
  }
  return { before: `${JSON.stringify(value).slice(0, -1)},"items":[\n`, between: ',\n', after: '\n]}\n' }
}

function buildItem(entry: FeedEntry): string {
  return JSON.stringify({
    id: entry.id,
    url: entry.url,
    ...(entry.source ? { external_url: entry.source.url } : {}),
    title: cleanText(entry.title),
    content_html: cleanText(entry.html),
    summary: cleanText(entry.summary),
    date_published: entry.published,
    date_modified: entry.updated,
    ...(entry.authors.length > 0
      ? { authors: entry.authors.map((name) => ({ name: cleanText(name) })) }
      : {}),
    ...(entry.categories.length > 0 ? { tags: entry.categories.map(({ label }) => cleanText(label)) } : {}),
  })
}
