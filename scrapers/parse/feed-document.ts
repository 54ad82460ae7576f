import type { ParsedDocument, ParseFailure } from '../../src/core/extract/document.ts'
import type { RawItem } from '../../src/core/model/raw-item.ts'
import { parseDate } from '../../src/core/text/date.ts'
import { normalizeUrl } from '../../src/core/text/url.ts'
import { parseFeed } from './feed.ts'
import { writeHtml } from './html-blocks.ts'
import { createWriter } from './writer.ts'

/** A file that holds one feed entry, alone or in its feed; of several, the first. */
export async function parseFeedDocument(
  text: string,
  hints: { url?: string; file?: string; timeZone?: string },
): Promise<ParsedDocument | ParseFailure> {
  const name = hints.file ?? hints.url ?? 'the feed entry'
  const feed = await parseFeed(wrapped(text), { url: hints.url })
  if ('failure' in feed) return { failure: 'broken', message: `${name}: ${feed.message}` }
  const entry = feed.entries[0]
  return entry
    ? entryToDocument(entry, hints)
    : { failure: 'empty', message: `${name}: a feed without entries` }
}

/** A bare entry in the feed that it was taken from. */
function wrapped(text: string): string {
  const body = text.replace(/^\s*<\?xml[^>]*>/, '')
  if (/^\s*<item[\s>]/i.test(body)) return `<rss version="2.0"><channel>${body}</channel></rss>`
  if (/^\s*<channel[\s>]/i.test(body)) return `<rss version="2.0">${body}</rss>`
  if (/^\s*<entry[\s>]/i.test(body)) return `<feed xmlns="http://www.w3.org/2005/Atom">${body}</feed>`
  if (/^\s*\{/.test(body) && !/"items"\s*:/.test(body))
    return `{"version":"https://jsonfeed.org/version/1.1","items":[${body}]}`
  return text
}

/** Title and summary are its first blocks, then the content that the feed carries. */
export function entryToDocument(entry: RawItem, hints: { url?: string; timeZone?: string }): ParsedDocument {
  const writer = createWriter()
  if (entry.title) {
    writer.write(entry.title)
    writer.end('heading', 1)
  }
  const hasOwnSummary =
    entry.summary &&
    !(entry.contentHtml && plain(entry.contentHtml).startsWith(plain(entry.summary).slice(0, 80)))
  if (hasOwnSummary) writeHtml(writer, entry.summary ?? '', entry.url || hints.url)
  if (entry.contentHtml) writeHtml(writer, entry.contentHtml, entry.url || hints.url)
  const published = parseDate(entry.published ?? '', { timeZone: hints.timeZone })
  const modified = parseDate(entry.updated ?? '', { timeZone: hints.timeZone })
  const url = normalizeUrl(entry.url, hints.url)
  return {
    ...writer.finish(),
    authors: entry.authors ?? [],
    tags: entry.categories ?? [],
    type: 'NewsArticle',
    ...(entry.title ? { title: entry.title } : {}),
    ...(entry.summary ? { summary: plain(entry.summary) } : {}),
    ...(published ? { published } : {}),
    ...(entry.published ? { publishedAsWritten: entry.published } : {}),
    ...(modified ? { modified } : {}),
    ...(url ? { url } : {}),
  }
}

function plain(html: string): string {
  const writer = createWriter()
  writeHtml(writer, html)
  return writer.finish().text
}
