import type { Lang } from '../src/core/model/lang.ts'
import type { RawItem } from '../src/core/model/raw-item.ts'
import { foldToHans } from '../src/core/text/hans.ts'
import { detectLang } from '../src/core/text/script.ts'
import { discoverFeeds } from './discover.ts'
import { SourceError } from './error.ts'
import type { Fetch, FetchResponse } from './fetch.ts'
import { decodeBytes } from './parse/decode.ts'
import { type ParsedFeed, parseFeed } from './parse/feed.ts'

/** A source file to be looked over by a person, and what it was made from. */
export interface Proposal {
  id: string
  /** Text of `scrapers/sources/<id>.ts`. */
  file: string
  /** The list as it came, for `test/fixtures/sources/<id>/`. */
  fixture: Uint8Array
  items: RawItem[]
}

interface Options {
  id?: string | undefined
  fetch: Fetch
  /** Day of the check, `YYYY-MM-DD`. */
  today: string
}

/** Finds the feed of a site or takes the feed given, and proposes the file that declares it. */
export async function proposeSource(url: string, { id, fetch, today }: Options): Promise<Proposal> {
  const { response, feed } = await findFeed(url, await fetch({ url }), fetch)
  const lang = detectLang(
    feed.entries.map(({ title, summary }) => `${title ?? ''} ${summary ?? ''}`).join('\n'),
  )
  const feedUrl = response.movedTo ?? response.url
  const name = feed.title ?? new URL(feedUrl).hostname
  const chosenId = id ?? slugOf(new URL(feed.link ?? feedUrl).hostname)
  return {
    id: chosenId,
    file: writeFile({ name, lang, url: feedUrl, homepage: feed.link, items: feed.entries.length, today }),
    fixture: response.body,
    items: feed.entries,
  }
}

/** What a fixture's `expected.json` holds of each entry: everything but its text. */
export const expectedItems = (items: RawItem[]) => items.map(({ contentHtml: _, ...item }) => item)

async function findFeed(
  url: string,
  response: FetchResponse,
  fetch: Fetch,
): Promise<{ response: FetchResponse; feed: ParsedFeed }> {
  const direct = await parseResponse(response)
  if (!('failure' in direct)) return { response, feed: direct }
  const html = decodeBytes(response.body, response.headers['content-type'])?.text ?? ''
  for (const { url: named } of discoverFeeds(html, response.finalUrl)) {
    const answer = await fetch({ url: named })
    const feed = await parseResponse(answer)
    if (!('failure' in feed)) return { response: answer, feed }
  }
  throw new SourceError(
    'not-a-feed',
    `${url} is no feed and names none; declare it with listing({ selectors }) or sitemap() as CONTRIBUTING.md shows`,
    { url },
  )
}

const parseResponse = ({ body, headers, finalUrl }: FetchResponse) =>
  parseFeed(body, { url: finalUrl, contentType: headers['content-type'] })

/** `www.alignmentforum.org` becomes `alignmentforum`, `blog.example.co.uk` `blog-example`. */
export function slugOf(hostname: string): string {
  const labels = hostname.replace(/^(?:www|feeds?|rss)\./, '').split('.')
  const isSecondLevel = labels.length > 2 && /^(?:ac|co|com|edu|gov|net|org)$/.test(labels.at(-2)!)
  return (
    labels
      .slice(0, isSecondLevel ? -2 : -1)
      .join('-')
      .replace(/[^a-z0-9-]/gi, '')
      .toLowerCase() || 'source'
  )
}

interface Facts {
  name: string
  lang: Lang
  url: string
  homepage: string | undefined
  items: number
  today: string
}

function writeFile({ name, lang, url, homepage, items, today }: Facts): string {
  const quoted = (text: string) =>
    `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', ' ')}'`
  const lines = [
    `  // Write the name that readers of each language know.`,
    `  names: { en: ${quoted(name)}, 'zh-Hans': ${quoted(foldToHans(name))}, 'zh-Hant': ${quoted(name)} },`,
    `  lang: '${lang}',`,
    `  region: 'INT', // ISO 3166-1 of its publisher`,
    `  kind: 'press', // press, lab, institute, forum, newsletter, incident-database, self-media, repository`,
    `  tier: 'press', // primary, press, aggregator, self-media`,
    `  url: ${quoted(url)},`,
    ...(homepage ? [`  homepage: ${quoted(homepage)},`] : []),
    ...(lang === 'en'
      ? []
      : [`  timeZone: '${lang === 'zh-Hant' ? 'Asia/Taipei' : 'Asia/Shanghai'}', // of dates without one`]),
    `  verified: { on: '${today}', how: 'fetched: a feed of ${items} entries' },`,
  ]
  return `import { feed } from '../define.ts'\n\nexport default feed({\n${lines.join('\n')}\n})\n`
}
