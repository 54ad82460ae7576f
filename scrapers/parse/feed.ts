import type { RawItem } from '../../src/core/model/raw-item.ts'
import { resolveUrl } from '../../src/core/text/url.ts'
import { decodeBytes } from './decode.ts'
import { isTooDeep } from './depth.ts'
import { plainText, titleText } from './feed-html.ts'
import { readJsonFeed } from './feed-json.ts'
import { repairXml } from './feed-repair.ts'
import { isPlainRss, readPlainRss } from './feed-rss-parser.ts'
import type { FeedContents, FeedEntry } from './feed-types.ts'
import { readXmlFeed } from './feed-xml.ts'

export interface FeedHints {
  /** Address that the feed came from; relative links start there. */
  url?: string | undefined
  /** Content-Type header. */
  contentType?: string | undefined
}

/** A feed as read: what it says of itself, and its entries in their order. */
export interface ParsedFeed {
  /** Texts without markup. */
  title?: string
  link?: string
  description?: string
  /** Minutes that the feed asks to be left alone. */
  ttl?: number
  entries: RawItem[]
  /** Entries that had no address of their own, so that nobody could find them again. */
  skipped: number
  /** 0 where every entry was read; else at least so many stand beyond the cap. */
  cut: number
}

export interface FeedFailure {
  failure: 'not-a-feed' | 'undecodable' | 'too-deep' | 'too-large' | 'entities'
  message: string
}

/** Entries read of one feed; more is an archive, not news. */
const MAX_ENTRIES = 2_000
const MAX_CHARS = 20 * 1024 * 1024
const MAX_DEPTH = 256

/**
 * RSS, RDF, Atom, CDF or JSON Feed, whatever its bytes and its faults, as items with plain texts and absolute addresses.
 * On the caller's thread, unlike pages: after `MAX_ENTRIES` a list is cut before it is parsed, and a body has at most 15 MB, so
 * the longest takes .3 to .5 s of the processor and a hostile one (nothing but bare `&`) 4; nothing in it is quadratic.
 */
export async function parseFeed(
  input: string | Uint8Array,
  hints: FeedHints = {},
): Promise<ParsedFeed | FeedFailure> {
  const contents = await readFeed(input, hints)
  if ('failure' in contents) return contents
  const items = contents.entries.slice(0, MAX_ENTRIES).map(toRawItem)
  const entries = items.filter((item) => item !== undefined)
  const [title, description] = [titleText(contents.title ?? ''), titleText(contents.description ?? '')]
  return {
    entries,
    skipped: items.length - entries.length,
    cut: Math.max(0, contents.entries.length - MAX_ENTRIES),
    ...(title ? { title } : {}),
    ...(contents.link ? { link: contents.link } : {}),
    ...(description ? { description } : {}),
    ...(contents.ttl ? { ttl: contents.ttl } : {}),
  }
}

/** The feed with texts still as HTML: the layer below `parseFeed`. */
export async function readFeed(
  input: string | Uint8Array,
  hints: FeedHints = {},
): Promise<FeedContents | FeedFailure> {
  const url = hints.url ?? 'http://localhost/'
  const decoded = typeof input === 'string' ? { text: input } : decodeBytes(input, hints.contentType)
  if (!decoded) return failed('undecodable', `${url}: no encoding explains these bytes`)
  const source = decoded.text.replace(/^[\ufeff\s]+/, '')
  if (source.length > MAX_CHARS)
    return failed('too-large', `${url}: ${source.length} characters, at most ${MAX_CHARS} are read`)
  if (source.startsWith('{'))
    return readJsonFeed(source, url) ?? failed('not-a-feed', `${url}: JSON, but no JSON Feed`)
  if (/<!ENTITY/i.test(source.slice(0, 100_000))) {
    return failed(
      'entities',
      `${url}: declares entities of its own; refused, as they can expand without end or name files`,
    )
  }
  if (isTooDeep(source, MAX_DEPTH))
    return failed('too-deep', `${url}: nests deeper than ${MAX_DEPTH} elements`)
  const cut = cutEntries(source)
  const plain = cut === source && isPlainRss(source) ? await readPlainRss(source, url) : undefined
  return (
    plain ??
    readXmlFeed(repairXml(cut), url) ??
    failed(
      'not-a-feed',
      `${url}: begins with ${JSON.stringify(source.slice(0, 60))}, expected RSS, Atom or JSON Feed`,
    )
  )
}

/** The document up to the entry after the last one that is read, so that an endless list costs no more than a long one. */
function cutEntries(source: string): string {
  const entry = /<(?:item|entry)[\s>]/gi
  for (let count = 0; entry.test(source); )
    if (++count > MAX_ENTRIES + 1) return source.slice(0, source.lastIndexOf('<', entry.lastIndex))
  return source
}

const failed = (failure: FeedFailure['failure'], message: string): FeedFailure => ({ failure, message })

/** Undefined for an entry without an http(s) address of its own. */
function toRawItem(entry: FeedEntry): RawItem | undefined {
  const url = entry.isOwnLink ? resolveUrl(entry.link ?? '') : undefined
  if (url === undefined) return undefined
  const title = wholeTitle(entry.title ?? '') || excerpt(entry.summary ?? entry.content ?? '')
  const authors = entry.authors.map(authorName).filter((name) => name !== '')
  const summary = plainText(entry.summary ?? '')
  // a description with markup is all the content that many feeds carry
  const content = entry.content ?? (/<[a-z]/i.test(entry.summary ?? '') ? entry.summary : undefined)
  const categories = entry.categories.map(titleText).filter((name) => name !== '')
  return {
    url,
    ...(entry.id ? { id: entry.id } : {}),
    ...(title ? { title } : {}),
    ...(entry.published ? { published: entry.published } : {}),
    ...(entry.updated ? { updated: entry.updated } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(summary ? { summary } : {}),
    ...(content ? { contentHtml: content } : {}),
    ...(categories.length > 0 ? { categories } : {}),
  }
}

/** No headline is so long; what is longer is a text in the wrong place, or meant to fill our disk. */
const LONGEST_TITLE = 1_000

function wholeTitle(html: string): string {
  const title = titleText(html)
  return title.length <= LONGEST_TITLE ? title : ''
}

/** `mail@example.org (Name)` and `Name <mail>` are the name; a mail address alone is nobody's name. */
function authorName(text: string): string {
  const plain = titleText(text)
  const named =
    /^\S+@\S+\s*\((.+)\)$/.exec(plain)?.[1] ?? plain.replace(/\s*[(<]?(?:mailto:)?\S+@\S+[)>]?\s*/g, ' ')
  return named.trim()
}

/** The beginning of a text in place of a missing title. */
export function excerpt(html: string): string {
  const text = plainText(html)
  return text.length > 100 ? `${text.slice(0, 100).replace(/[\ud800-\udbff]$/, '')}…` : text
}
