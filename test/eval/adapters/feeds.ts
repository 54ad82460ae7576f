import { excerpt, readFeed } from '../../../scrapers/parse/feed.ts'
import { parseDate } from '../../../src/core/text/date.ts'

/** The suite compares texts with their links, so it gets the layer below `parseFeed`, where texts are still HTML. */
export async function parseFeed(input: { bytes: Uint8Array; contentType?: string; url: string }) {
  const feed = await readFeed(input.bytes, input)
  if ('failure' in feed) throw new Error(feed.message)
  return {
    title: feed.title,
    link: feed.link,
    description: feed.description,
    entries: feed.entries.map((entry) => ({
      ...entry,
      title: entry.title ?? (excerpt(entry.summary ?? entry.content ?? '') || entry.link),
      author: entry.authors.join(', '),
      published: date(entry.published),
      updated: date(entry.updated),
    })),
  }
}

const date = (text: string | undefined) =>
  text === undefined ? undefined : (parseDate(text, { timeZone: 'UTC', dayFirst: false }) ?? text)
