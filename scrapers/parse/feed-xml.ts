import { load } from 'cheerio/slim'
import type { AnyNode, Element } from 'domhandler'
import { resolveUrl } from '../../src/core/text/url.ts'
import { escapeHtml, resolveHtml, titleText } from './feed-html.ts'
import { findElementAddress, linkOfAtom } from './feed-links.ts'
import { baseOf, child, children, localName, textOf } from './feed-nodes.ts'
import type { FeedContents, FeedEntry } from './feed-types.ts'

/** RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0 and CDF through a parser that forgives; undefined when it is none of them. */
export function readXmlFeed(xml: string, url: string): FeedContents | undefined {
  const $ = load(xml, { xml: { xmlMode: true, decodeEntities: true, recognizeCDATA: true } })
  const root = findRoot($.root()[0]?.children ?? [])
  if (!root) return undefined
  const channel = channelOf(root)
  const items = itemsOf(root, channel)
  const site = siteLink(channel, url)
  const feedAuthors = authorsOf(channel)
  return {
    title: construct(child(channel, 'title', 'dc:title'), url) || site || url,
    link: site ?? url,
    description: construct(
      child(
        channel,
        'description',
        'subtitle',
        'tagline',
        'abstract',
        'dc:description',
        'itunes:summary',
        'itunes:subtitle',
      ),
      url,
    ),
    ttl: ttlOf(channel),
    entries: items.map((item) => readEntry(item, { url, site, feedAuthors })),
  }
}

const ROOTS = new Set(['rss', 'feed', 'rdf', 'channel', 'redirect'])

function findRoot(nodes: AnyNode[]): Element | undefined {
  const root = nodes.find((node): node is Element => node.type === 'tag')
  return root && ROOTS.has(localName(root)) ? root : undefined
}

function channelOf(root: Element): Element {
  return children(root, 'channel')[0] ?? root
}

/** RSS 0.9 and RDF keep the items beside the channel. */
function itemsOf(root: Element, channel: Element): Element[] {
  const names = ['item', 'entry']
  const inside = children(channel, ...names)
  const beside = channel === root ? [] : children(root, ...names)
  const listed = child(channel, 'items')
  return [
    ...inside,
    ...beside,
    ...(listed && inside.length + beside.length === 0 ? children(listed, 'item') : []),
  ]
}

interface EntryContext {
  url: string
  site: string | undefined
  feedAuthors: string[]
}

function readEntry(item: Element, context: EntryContext): FeedEntry {
  const id = textOf(child(item, 'id', 'guid', 'dc:identifier')) || item.attribs['rdf:about'] || undefined
  const own = entryLink(item, id, context.site ?? context.url)
  const authors = authorsOf(item)
  const summary = construct(
    child(
      item,
      'description',
      'summary',
      'abstract',
      'dc:description',
      'itunes:summary',
      'itunes:subtitle',
      'media:description',
    ),
    context.url,
  )
  const content = construct(
    child(item, 'content:encoded', 'content', 'body', 'fullitem', 'atom:content'),
    context.url,
  )
  return {
    id: (id?.startsWith('/') ? resolveUrl(id, baseOf(item, context.url)) : id) ?? own,
    title: readable(construct(child(item, 'title', 'dc:title', 'itunes:title', 'media:title'), context.url)),
    link: own ?? context.site,
    isOwnLink: own !== undefined,
    authors: authors.length > 0 ? authors : context.feedAuthors,
    published: lastText(
      item,
      'pubdate',
      'published',
      'issued',
      'dc:date',
      'dcterms:issued',
      'created',
      'dcterms:created',
    ),
    updated:
      lastText(item, 'updated', 'modified', 'dcterms:modified', 'dcterms:updated') ||
      item.attribs['LASTMOD'] ||
      item.attribs['lastmod'] ||
      undefined,
    summary: summary || construct(nestedMedia(item), context.url),
    content,
    categories: categoriesOf(item),
  }
}

/** Markup around nothing is no title. */
const readable = (html: string | undefined) =>
  html !== undefined && titleText(html) === '' ? undefined : html

/** Of a date that is given twice the last counts, as in feedparser. */
function lastText(item: Element, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = textOf(children(item, name).findLast((element) => textOf(element) !== ''))
    if (text !== '') return text
  }
  return undefined
}

function nestedMedia(item: Element): Element | undefined {
  const group = child(item, 'media:group', 'media:content')
  return group && child(group, 'media:description')
}

/** In this order: `link` as text or href, Atom's alternate link, the original behind a proxy, a guid that is an address. */
function entryLink(item: Element, id: string | undefined, base: string): string | undefined {
  const original = resolveUrl(textOf(child(item, 'feedburner:origlink')), base)
  if (original) return original
  const link = findElementAddress(item, base) ?? linkOfAtom(item, base)
  if (link) return link
  const guid = child(item, 'guid')
  const isPermanent = guid
    ? guid.attribs['isPermaLink'] !== 'false' && guid.attribs['ispermalink'] !== 'false'
    : true
  const about = resolveUrl(item.attribs['rdf:about'] ?? item.attribs['HREF'] ?? item.attribs['href'] ?? '')
  if (about) return about
  return id !== undefined && isPermanent ? (resolveUrl(id) ?? enclosure(item, base)) : enclosure(item, base)
}

const enclosure = (item: Element, base: string) =>
  resolveUrl(child(item, 'enclosure')?.attribs['url'] ?? '', base)

/** `<link href>` of the format itself, then `<link>` as text, then a link of Atom's inside RSS. */
function siteLink(channel: Element, url: string): string | undefined {
  const base = baseOf(channel, url)
  return (
    linkOfAtom(channel, base, 'link') ??
    findElementAddress(channel, base) ??
    linkOfAtom(channel, base) ??
    resolveUrl(channel.attribs['HREF'] ?? channel.attribs['href'] ?? '', url)
  )
}

function ttlOf(channel: Element): number | undefined {
  const minutes = Number(textOf(child(channel, 'ttl')))
  return Number.isInteger(minutes) && minutes > 0 ? minutes : undefined
}

/** People: Atom's name, RSS's `mail (name)`, Dublin Core, iTunes; each once, in order. */
function authorsOf(element: Element): string[] {
  const people = children(element, 'author', 'dc:creator', 'dc:author', 'creator', 'itunes:author')
  const fallback =
    people.length > 0
      ? people
      : children(
          element,
          'managingeditor',
          'webmaster',
          'contributor',
          'dc:contributor',
          'itunes:owner',
          'dc:publisher',
        )
  return [...new Set(fallback.map(personName).filter((name) => name !== ''))]
}

function personName(element: Element): string {
  const name =
    textOf(child(element, 'name', 'itunes:name', 'title')) || textOf(child(element, 'email', 'itunes:email'))
  return name || textOf(element)
}

function categoriesOf(item: Element): string[] {
  const names = children(item, 'category', 'dc:subject', 'media:category', 'itunes:category').flatMap(
    (element) => [
      element.attribs['label'] ?? element.attribs['term'] ?? element.attribs['text'] ?? textOf(element),
    ],
  )
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
}

/** A text of Atom or RSS as HTML, with its addresses resolved. Undefined when it is not there or empty. */
function construct(element: Element | undefined, url: string): string | undefined {
  if (!element) return undefined
  const html = constructHtml(element).trim()
  return html === '' ? undefined : resolveHtml(html, baseOf(element, url))
}

function constructHtml(element: Element): string {
  const type = (element.attribs['type'] ?? '').toLowerCase()
  const mode = (element.attribs['mode'] ?? '').toLowerCase()
  const text = textOf(element)
  if (mode === 'base64' || isBase64Type(type)) return Buffer.from(text, 'base64').toString('utf8')
  const hasMarkup = element.children.some((node) => node.type === 'tag')
  if (hasMarkup && !isEscapedInside(element, type)) return innerXml(element)
  if (isPlain(element, type, mode)) return escapeHtml(text)
  return text
}

const isBase64Type = (type: string) =>
  type.includes('/') && !/^text\/|xml|html/.test(type) && /octet-stream|base64/.test(type)

/** `type="html"` with a div around escaped text: what is inside is the HTML. */
const isEscapedInside = (element: Element, type: string) =>
  type === 'html' && /&lt;|<[a-z]/i.test(textOf(element))

/** Text that is no HTML: Atom 1.0 says so, or leaves it out for a title; everything else in use is HTML. */
function isPlain(element: Element, type: string, mode: string): boolean {
  if (type === 'text' || type === 'text/plain' || mode === 'xml') return true
  if (type === 'xhtml' || type === 'application/xhtml+xml') return true
  const isAtom = element.attribs['type'] === undefined && isInside(element, 'feed')
  return isAtom && !/<[a-z][^>]*>|&\w+;/i.test(textOf(element))
}

function isInside(element: Element, name: string): boolean {
  for (let node = element.parent; node; node = node.parent)
    if (node.type === 'tag' && localName(node as Element) === name) return true
  return false
}

/** Holds no document; for writing nodes only. */
const writer = load('', { xml: true })

const innerXml = (element: Element) =>
  writer
    .xml(element.children)
    .replace(/\sxmlns(:\w+)?="[^"]*"/g, '')
    .replace(/<(\/?)[a-z]+:(?=[a-z])/gi, '<$1')
