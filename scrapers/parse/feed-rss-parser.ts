import RssParser from 'rss-parser'
import { resolveUrl } from '../../src/core/text/url.ts'
import { resolveHtml } from './feed-html.ts'
import { absolute } from './feed-links.ts'
import type { FeedContents, FeedEntry } from './feed-types.ts'

/**
 * UTF-16 units of the longest feed that rss-parser reads. It reads the short ones as fast as our own reader does; of long
 * ones it takes up to twice the time (and seconds of a megabyte inside one tag), before their texts are made readable.
 */
const MAX_UNITS = 5_000

/**
 * Whether rss-parser is known to read the document right: short RSS 2.0 with absolute links, no markup inside titles, no
 * other language for texts than HTML. Measured on the peer suites; everything else goes to our own reader, which forgives more.
 */
export function isPlainRss(source: string): boolean {
  if (source.length > MAX_UNITS || !/<rss\b[^>]*version\s*=\s*["']2/.test(source.slice(0, 2_000)))
    return false
  if (/xml:base|<(title|description|link)\s+[a-z:]+=/.test(source)) return false
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(source) || /<[^<>!]{4000}/.test(source)) return false
  const items = source.match(/<item[\s>]/g)?.length ?? 0
  const links = source.match(/<link>\s*(?:<!\[CDATA\[)?\s*https?:/g)?.length ?? 0
  return items > 0 && links >= items + 1 && !/<title>[^<]*<(?!\/title|!\[CDATA\[)/.test(source)
}

const parser = new RssParser({
  customFields: { feed: ['ttl'], item: ['dc:creator', 'content:encoded', 'dc:date'] },
})

/** Undefined when rss-parser refuses the document or an entry comes back without what it should have. */
export async function readPlainRss(source: string, url: string): Promise<FeedContents | undefined> {
  try {
    const feed = await parser.parseString(source)
    const site = absolute(feed.link ?? '', url)
    const entries = feed.items.map((item) => toEntry({ ...item }, site, url))
    if (entries.some((entry) => entry === undefined)) return undefined
    const ttl = Number(feed['ttl'])
    return {
      title: text(feed.title) ?? site ?? url,
      link: site ?? url,
      description: text(feed.description),
      ttl: Number.isInteger(ttl) && ttl > 0 ? ttl : undefined,
      entries: entries as FeedEntry[],
    }
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)

function toEntry(
  item: Record<string, unknown>,
  site: string | undefined,
  url: string,
): FeedEntry | undefined {
  const link = text(item['link'])
  if (link === undefined || !resolveUrl(link)) return undefined
  const base = site ?? url
  const html = (value: unknown) => {
    const found = text(value)
    return found === undefined ? undefined : resolveHtml(found, base)
  }
  const author = text(item['creator']) ?? text(item['dc:creator']) ?? text(item['author'])
  const categories = Array.isArray(item['categories']) ? item['categories'] : []
  return {
    id: text(item['guid']) ?? link,
    title: text(item['title']),
    link,
    isOwnLink: true,
    authors: author === undefined ? [] : [author],
    published: text(item['pubDate']) ?? text(item['dc:date']),
    summary: html(item['content']),
    content: html(item['content:encoded']),
    categories: categories.flatMap(
      (category: unknown) => text(category) ?? text((category as { _?: unknown } | null)?._) ?? [],
    ),
  }
}
