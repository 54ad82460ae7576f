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

/** Atom 1.0 (RFC 4287) with archive links of RFC 5005; the same records give the same bytes. */
export const ATOM: FeedPrinter = { frame, entry: (entry) => `${buildEntry(entry)}\n` }

export const buildAtom = (document: FeedDocument, site: FeedSite): string => printFeed(ATOM, document, site)

function frame(document: FeedDocument, site: FeedSite): FeedFrame {
  const { feed, id, updated } = document
  const page = { rel: 'alternate', type: 'text/html', hreflang: feed.lang, href: feed.pageUrl }
  const links = documentLinks(document, site, 'atom').toSpliced(1, 0, page)
  const head = [
    textElement('id', id),
    textElement('title', feed.title),
    textElement('subtitle', feed.subtitle),
    textElement('updated', updated),
    element('author', {}, textElement('name', 'Redline') + textElement('uri', `${site.origin}/`)),
    textElement('rights', FEED_RIGHTS),
    ...links.map((link) => element('link', link)),
  ]
  const attributes = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:fh': 'http://purl.org/syndication/history/1.0',
    'xml:lang': feed.lang,
  }
  return xmlFrame(openDocument('feed', attributes), head, document, '</feed>')
}

function buildEntry(entry: FeedEntry): string {
  const { source, outlet } = entry
  return element(
    'entry',
    {},
    [
      textElement('id', entry.id),
      textElement('title', entry.title),
      element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
      ...(source ? [element('link', { rel: 'related', hreflang: source.lang, href: source.url })] : []),
      textElement('published', entry.published),
      textElement('updated', entry.updated),
      ...entry.authors.map((name) => element('author', {}, textElement('name', name))),
      ...entry.categories.map((category) => element('category', category)),
      textElement('summary', entry.summary),
      markupElement('content', entry.html, { type: 'html' }),
      ...(outlet ? [buildSource(outlet)] : []),
    ].join(''),
  )
}

function buildSource({ name, url, updated }: NonNullable<FeedEntry['outlet']>): string {
  const content = [
    textElement('id', url),
    textElement('title', name),
    textElement('updated', updated),
    element('link', { rel: 'alternate', href: url }),
  ]
  return element('source', {}, content.join(''))
}
