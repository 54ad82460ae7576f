import type { RawItem } from '../src/core/model/raw-item.ts'
import type { Source } from '../src/core/model/source.ts'
import { resolveUrl } from '../src/core/text/url.ts'
import type { SourceDefinition } from './define.ts'
import { discoverFeeds, discoverLinks } from './discover.ts'
import { SourceError } from './error.ts'
import type { Fetch, FetchResponse } from './fetch.ts'
import type { ListReading } from './list.ts'
import { parseArxiv } from './parse/arxiv.ts'
import { decodeBytes } from './parse/decode.ts'
import { parseFeed } from './parse/feed.ts'
import { parseListing } from './parse/listing.ts'
import { parseSitemap } from './parse/sitemap.ts'

/** Sitemaps read of one index: each is a request, and the newest come first. */
const MAX_SITEMAPS = 4

type Reader = (
  definition: SourceDefinition,
  response: FetchResponse,
  fetchMore: Fetch,
) => Promise<ListReading>

/** Reads a list by the method of its source; one that is not what the method expects throws `not-a-feed` or `no-items`. */
export const readList: Reader = (definition, response, fetchMore) =>
  READERS[definition.source.method](definition, response, fetchMore)

const READERS: Record<Source['method'], Reader> = {
  feed: readFeed,
  arxiv: readArxiv,
  listing: readListing,
  sitemap: readSitemap,
  markdown: (definition, response) => readFiles(definition, response, /\.(?:md|mdx|markdown)$/i),
  pdf: (definition, response) => readFiles(definition, response, /\.pdf$/i),
  page: readOwn,
  file: readOwn,
}

/** A feed, or a page that names one: the one in the source's language is read instead. */
async function readFeed(
  { source }: SourceDefinition,
  response: FetchResponse,
  fetchMore: Fetch,
): Promise<ListReading> {
  const reading = await parseFeedResponse(response)
  if (!('failure' in reading)) return reading
  const html = decodeText(response)
  const named = /<html[\s>]/i.test(html) ? discoverFeeds(html, response.finalUrl, source.lang)[0] : undefined
  if (!named) throw new SourceError('not-a-feed', reading.message, { url: source.url })
  const found = await parseFeedResponse(await fetchMore({ url: named.url }))
  if ('failure' in found) throw new SourceError('not-a-feed', found.message, { url: named.url })
  return found
}

async function parseFeedResponse({ body, headers, finalUrl }: FetchResponse) {
  const feed = await parseFeed(body, { url: finalUrl, contentType: headers['content-type'] })
  if ('failure' in feed) return feed
  return { items: feed.entries, ...(feed.ttl !== undefined && { ttlMinutes: feed.ttl }) }
}

/** Pages of the list in their order, as many as the source states. */
async function readListing(
  { source, reading }: SourceDefinition,
  first: FetchResponse,
  fetchMore: Fetch,
): Promise<ListReading> {
  const { selectors, maxPages = 1 } = reading
  if (!selectors) throw new SourceError('unexpected', `source ${source.id} states no selectors`)
  const items: RawItem[] = []
  const seen = new Set<string>()
  for (let response = first; ; ) {
    seen.add(response.finalUrl)
    const page = parseListing(decodeText(response), response.finalUrl, selectors)
    items.push(...page.items)
    if (page.next === undefined || seen.has(page.next) || seen.size >= maxPages) return { items }
    response = await fetchMore({ url: page.next })
  }
}

/** A sitemap, or the newest of those that an index names; newest pages first. */
async function readSitemap(
  _definition: SourceDefinition,
  first: FetchResponse,
  fetchMore: Fetch,
): Promise<ListReading> {
  const waiting = [first.finalUrl]
  const items: RawItem[] = []
  for (let count = 0; count < MAX_SITEMAPS && waiting.length > 0; count++) {
    const url = waiting.shift()!
    const sitemap = parseSitemap((count === 0 ? first : await fetchMore({ url })).body, url)
    if ('failure' in sitemap) throw new SourceError('not-a-feed', sitemap.message, { url })
    items.push(...sitemap.items)
    waiting.unshift(...sitemap.sitemaps.map((named) => named.url))
  }
  const dateOf = ({ published, updated }: RawItem) => published ?? updated ?? ''
  return { items: items.sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0)) }
}

/** The newest papers of a query, page by page (`start`, `max_results`) up to what the source wants. */
async function readArxiv(
  { source, reading }: SourceDefinition,
  first: FetchResponse,
  fetchMore: Fetch,
): Promise<ListReading> {
  const { maxItems = 50 } = reading
  const items: RawItem[] = []
  for (let response = first; ; ) {
    const page = parseArxiv(decodeText(response), response.finalUrl)
    if ('failure' in page) throw new SourceError('not-a-feed', page.message, { url: source.url })
    items.push(...page.items)
    const next = page.start + page.perPage
    if (page.items.length === 0 || page.perPage === 0 || items.length >= maxItems || next >= page.total)
      return { items }
    const url = new URL(source.url)
    url.searchParams.set('start', String(next))
    response = await fetchMore({ url: url.href })
  }
}

/** The file itself, a GitHub contents listing, or a page with links to such files. */
async function readFiles(
  { source }: SourceDefinition,
  response: FetchResponse,
  path: RegExp,
): Promise<ListReading> {
  const { finalUrl } = response
  if (path.test(new URL(finalUrl).pathname)) return { items: [{ url: finalUrl }] }
  const text = decodeText(response)
  const items = text.trimStart().startsWith('[')
    ? readContents(text, finalUrl).filter(({ title }) => path.test(title ?? ''))
    : discoverLinks(text, finalUrl, path)
  if (items.length > 0) return { items }
  throw new SourceError('no-items', `${source.url} links to no file like ${path.source}`, { url: source.url })
}

/** https://docs.github.com/rest/repos/contents: an array of files with `name` and `download_url`. */
function readContents(text: string, url: string): RawItem[] {
  let files: unknown
  try {
    files = JSON.parse(text)
  } catch (cause) {
    throw new SourceError('not-a-feed', `${url} begins like a JSON array and is none`, { url, cause })
  }
  return (files as { name?: unknown; download_url?: unknown }[]).flatMap(
    ({ name, download_url: address }) => {
      const resolved = typeof address === 'string' ? resolveUrl(address, url) : undefined
      return resolved === undefined ? [] : [{ url: resolved, title: String(name) }]
    },
  )
}

async function readOwn({ source, reading }: SourceDefinition, response: FetchResponse): Promise<ListReading> {
  if (!reading.parse)
    throw new SourceError('unexpected', `source ${source.id} has no parser for ${source.method}`)
  return { items: reading.parse(decodeText(response), response.finalUrl) }
}

function decodeText({ body, headers, finalUrl }: FetchResponse): string {
  const decoded = decodeBytes(body, headers['content-type'])
  if (decoded) return decoded.text
  throw new SourceError('undecodable', `${finalUrl}: no encoding explains these bytes`, { url: finalUrl })
}
