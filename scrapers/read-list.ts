import type { RawItem } from '../src/core/model/snapshot.ts'
import type { Source } from '../src/core/model/source.ts'
import { resolveUrl } from '../src/core/text/url.ts'
import type { SourceDefinition } from './define.ts'
import { discoverFeeds, discoverLinks } from './discover.ts'
import { SourceError } from './error.ts'
import type { Fetch, FetchResponse } from './fetch.ts'
import type { ListReading } from './list.ts'
import { decodeBytes } from './parse/decode.ts'
import { parseFeed } from './parse/feed.ts'

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
  arxiv: readFeed,
  listing: readOwn,
  sitemap: readOwn,
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
