import {
  documentLinks,
  FEED_RIGHTS,
  type FeedDocument,
  type FeedEntry,
  type FeedFrame,
  type FeedPrinter,
  type FeedSite,
  printFeed,
  xmlFrame,
} from './feed-model.ts'
import { element, markupElement, openDocument, textElement } from './xml.ts'

/** RSS 2.0 with atom:link, content:encoded and dc:creator; archive links of RFC 5005 as atom:link. */
export const RSS: FeedPrinter = { frame, entry: (entry) => `${buildItem(entry)}\n` }

export const buildRss = (document: FeedDocument, site: FeedSite): string => printFeed(RSS, document, site)

function frame(document: FeedDocument, site: FeedSite): FeedFrame {
  const { feed, updated } = document
  const head = [
    textElement('title', feed.title),
    textElement('link', feed.pageUrl),
    textElement('description', feed.subtitle),
    textElement('language', feed.lang),
    textElement('copyright', FEED_RIGHTS),
    textElement('lastBuildDate', rfc822(updated)),
    textElement('docs', 'https://www.rssboard.org/rss-specification'),
    textElement('generator', 'Redline'),
    // Minutes: what a reader may wait between two requests.
    textElement('ttl', '30'),
    ...documentLinks(document, site, 'rss').map((link) => element('atom:link', link)),
  ]
  const attributes = {
    version: '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:fh': 'http://purl.org/syndication/history/1.0',
  }
  return xmlFrame(`${openDocument('rss', attributes)}<channel>`, head, document, '</channel></rss>')
}

function buildItem(entry: FeedEntry): string {
  const { outlet } = entry
  return element(
    'item',
    {},
    [
      textElement('title', entry.title),
      textElement('link', entry.url),
      textElement('guid', entry.id, { isPermaLink: 'false' }),
      textElement('pubDate', rfc822(entry.published)),
      textElement('atom:updated', entry.updated),
      ...entry.authors.map((name) => textElement('dc:creator', name)),
      ...entry.categories.map(({ term, label }) => textElement('category', label, { domain: term })),
      textElement('description', entry.summary),
      markupElement('content:encoded', entry.html),
      ...(outlet ? [textElement('source', outlet.name, { url: outlet.url })] : []),
    ].join(''),
  )
}

/** RSS dates are RFC 822 with a year of four digits, in GMT. */
const rfc822 = (instant: string) => new Date(instant).toUTCString()
