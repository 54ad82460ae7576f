import { resolveUrl } from '../../src/core/text/url.ts'
import { escapeHtml, resolveHtml } from './feed-html.ts'
import type { FeedContents, FeedEntry } from './feed-types.ts'

/** JSON Feed 1.0 and 1.1; undefined when the value is no feed. Only fields that we name are read, so no key can pollute. */
export function readJsonFeed(json: string, url: string): FeedContents | undefined {
  const feed = asObject(parseJson(json))
  if (!feed) return undefined
  const items = Array.isArray(feed['items']) ? feed['items'] : undefined
  if (!items && !/jsonfeed\.org/.test(text(feed['version']) ?? '')) return undefined
  const link = address(feed['home_page_url'], url) ?? address(feed['feed_url'], url) ?? url
  const authors = authorsOf(feed)
  return {
    title: plain(feed['title']) ?? link,
    link,
    description: plain(feed['description']),
    entries: (items ?? []).flatMap((item) => {
      const entry = asObject(item)
      return entry ? [readItem(entry, link, authors)] : []
    }),
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

type Fields = Record<string, unknown>

function asObject(value: unknown): Fields | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : undefined
}

const own = (fields: Fields, key: string) => (Object.hasOwn(fields, key) ? fields[key] : undefined)

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

const plain = (value: unknown) => {
  const found = text(value)
  return found === undefined ? undefined : escapeHtml(found)
}

const address = (value: unknown, base: string) => resolveUrl(text(value) ?? '', base)

function readItem(item: Fields, base: string, feedAuthors: string[]): FeedEntry {
  const link =
    address(own(item, 'url'), base) ??
    address(own(item, 'external_url'), base) ??
    resolveUrl(text(own(item, 'id')) ?? '')
  const html = text(own(item, 'content_html'))
  const authors = authorsOf(item)
  const tags = own(item, 'tags')
  return {
    id: text(own(item, 'id')) ?? link,
    title: plain(own(item, 'title')),
    link: link ?? base,
    isOwnLink: link !== undefined,
    authors: authors.length > 0 ? authors : feedAuthors,
    published: text(own(item, 'date_published')),
    updated: text(own(item, 'date_modified')),
    summary: plain(own(item, 'summary')) ?? plain(own(item, 'content_text')),
    content: html === undefined ? plain(own(item, 'content_text')) : resolveHtml(html, link ?? base),
    categories: Array.isArray(tags) ? tags.flatMap((tag) => text(tag) ?? []) : [],
  }
}

/** `authors` of 1.1, or `author` of 1.0. */
function authorsOf(fields: Fields): string[] {
  const many = own(fields, 'authors')
  const people = Array.isArray(many) && many.length > 0 ? many : [own(fields, 'author')]
  const names = people.flatMap((person) => text(asObject(person)?.['name']) ?? text(person) ?? [])
  return [...new Set(names)]
}
