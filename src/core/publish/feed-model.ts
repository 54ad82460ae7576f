import type { Lang } from '../model/lang.ts'

/** Where the site is, so that ids and addresses are absolute. */
export interface FeedSite {
  /** `https://redline.example`, without a slash at the end. */
  origin: string
  /** Folders of the editions. */
  editions: { lang: Lang; path: string }[]
}

/** The formats a feed is offered in, with the file that holds each. */
export const FEED_FORMATS = [
  { format: 'atom', name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  { format: 'rss', name: 'RSS', file: 'rss.xml', type: 'application/rss+xml' },
  { format: 'json', name: 'JSON Feed', file: 'feed.json', type: 'application/feed+json' },
] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]['format']

/** One entry, in words of one edition; every address is absolute. */
export interface FeedEntry {
  /** `tag:` URI from the record id (RFC 4151): never from a title or an address, so that it never changes. */
  id: string
  url: string
  title: string
  /** RFC 3339; never changes. */
  published: string
  /** RFC 3339; moves only when the record really changed. */
  updated: string
  /** A sentence of ours, plain text. */
  summary: string
  /** Capped quote and links, as HTML that we wrote: no script, style, image or relative address. */
  html: string
  /** The work that the entry is about, at its own address. */
  source?: { url: string; title: string; lang: Lang }
  /** The outlet that the work was taken from. */
  outlet?: { name: string; url: string; updated: string }
  authors: string[]
  /** Topics, as id and name. */
  categories: { term: string; label: string }[]
}

/** A feed as a list of all its entries, before it is cut into documents. */
export interface Feed {
  /** Path below `/<edition>/feeds/`, the same in all editions: `topics/jailbreaks`. */
  key: string
  title: string
  /** One sentence on what is in it. */
  subtitle: string
  /** The page that shows the same. */
  pageUrl: string
  lang: Lang
  entries: FeedEntry[]
}

/** One document of a feed: the current one, or an archive page of RFC 5005, section 4. */
export interface FeedDocument {
  feed: Feed
  id: string
  entries: FeedEntry[]
  /** Newest `updated` of its entries; never the time of the build. */
  updated: string
  /** Number of the archive page, from 1 for the oldest; undefined for the current document. */
  archive: number | undefined
  /** Number of full archive pages. */
  archives: number
}

/** Entries in one document: enough for a month of a busy topic, and well below 512 KB. */
const ENTRIES_PER_DOCUMENT = 50
/** `updated` of a feed that has no entry yet; it must have one. */
const NEVER = '1970-01-01T00:00:00Z'

/** What decides where an entry stands. */
export type FeedStamp = Pick<FeedEntry, 'id' | 'published' | 'updated'>

/**
 * Cuts the entries of a feed into those of its documents: archive pages of fifty by date of entry, oldest first, whose numbers
 * never move, and before them the current document with what is in no archive page yet, filled up with what was updated last.
 */
export function cutFeed<T extends FeedStamp>(entries: readonly T[]): T[][] {
  const byEntry = entries.toSorted((a, b) => compare(a.published, b.published) || compare(a.id, b.id))
  const archives = countArchives(byEntry.length)
  const rest = byEntry.slice(archives * ENTRIES_PER_DOCUMENT)
  const old = byEntry.slice(0, byEntry.length - rest.length).sort(latestFirst)
  const current = [...rest, ...old.slice(0, ENTRIES_PER_DOCUMENT - rest.length)].sort(latestFirst)
  const pages = Array.from({ length: archives }, (_, index) =>
    byEntry.slice(index * ENTRIES_PER_DOCUMENT, (index + 1) * ENTRIES_PER_DOCUMENT).sort(latestFirst),
  )
  return [current, ...pages]
}

/** All documents of a feed, the current one first. */
export function buildFeedDocuments(feed: Feed, site: FeedSite): FeedDocument[] {
  const parts = cutFeed(feed.entries)
  return parts.map((entries, archive) =>
    buildFeedDocument({ ...feed, entries }, archive, parts.length - 1, site),
  )
}

/** One document of a feed, whose entries are those of the document; archive 0 is the current one. */
export function buildFeedDocument(
  feed: Feed,
  archive: number,
  archives: number,
  site: FeedSite,
): FeedDocument {
  return {
    feed,
    id: tagUri(site, `${editionPath(site, feed.lang)}/feed/${feed.key}`),
    entries: feed.entries,
    updated: newest(feed.entries),
    archive: archive === 0 ? undefined : archive,
    archives,
  }
}

/** How many full archive pages a feed of so many entries has. */
export const countArchives = (entries: number): number =>
  entries > ENTRIES_PER_DOCUMENT ? Math.floor(entries / ENTRIES_PER_DOCUMENT) : 0

const latestFirst = (a: FeedStamp, b: FeedStamp) => compare(b.updated, a.updated) || compare(a.id, b.id)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function newest(entries: FeedEntry[]): string {
  let last = entries[0]?.updated ?? NEVER
  for (const { updated } of entries) if (updated > last) last = updated
  return last
}

/** A `tag:` URI of RFC 4151 in the site's own name. The year only says when the name was ours. */
export function tagUri(site: FeedSite, specific: string): string {
  return `tag:${new URL(site.origin).hostname},2026:${specific}`
}

/** Folder of an edition. */
export function editionPath(site: FeedSite, lang: Lang): string {
  return site.editions.find((edition) => edition.lang === lang)!.path
}

/** Address of a document of a feed: `https://…/en/feeds/all/atom.xml`, `…/en/feeds/all/archive/3/atom.xml`. */
export function feedUrl(
  site: FeedSite,
  lang: Lang,
  key: string,
  format: FeedFormat,
  archive?: number | undefined,
): string {
  const { file } = FEED_FORMATS.find((one) => one.format === format)!
  const below = archive === undefined ? key : `${key}/archive/${archive}`
  return `${site.origin}/${editionPath(site, lang)}/feeds/${below}/${file}`
}

/**
 * Whether a feed has archive pages in a format. Those of single topics and entities are in Atom alone, for which RFC 5005 was
 * written; in all three formats they would be a third of a large site.
 */
export const isArchivedAs = (key: string, format: FeedFormat): boolean =>
  format === 'atom' || !key.includes('/')

/** Neighbours of a document, as RFC 5005 names them. */
function archiveLinks({ feed, archive, archives }: FeedDocument, site: FeedSite, format: FeedFormat) {
  if (!isArchivedAs(feed.key, format)) return []
  const at = (number: number) => feedUrl(site, feed.lang, feed.key, format, number)
  const before = archive === undefined ? archives : archive - 1
  return [
    ...(archive === undefined ? [] : [{ rel: 'current', href: feedUrl(site, feed.lang, feed.key, format) }]),
    ...(before > 0 ? [{ rel: 'prev-archive', href: at(before) }] : []),
    ...(archive !== undefined && archive < archives ? [{ rel: 'next-archive', href: at(archive + 1) }] : []),
  ]
}

/** Addresses that a document gives of itself, of the same feed in the other editions, and of its neighbours. */
export function documentLinks(document: FeedDocument, site: FeedSite, format: 'atom' | 'rss') {
  const { feed, archive } = document
  const { type } = FEED_FORMATS.find((one) => one.format === format)!
  const others = site.editions.filter(({ lang }) => lang !== feed.lang)
  return [
    { rel: 'self', type, href: feedUrl(site, feed.lang, feed.key, format, archive) },
    ...others.map(({ lang }) => ({
      rel: 'alternate',
      type,
      hreflang: lang,
      href: feedUrl(site, lang, feed.key, format),
    })),
    ...archiveLinks(document, site, format),
  ]
}

/** Keys of the feeds that belong to a page, by its path below the edition; the feed of everything where it has none of its own. */
export function feedKeysOf(path: string): string[] {
  const [first = '', second] = path.split('/')
  if ((first === 'topics' || first === 'entities') && second && second !== 'page')
    return [`${first}/${second}`]
  if (first === 'digests') return ['daily', 'weekly']
  return [['findings', 'blind-spots', 'corrections'].includes(first) ? first : 'all']
}

/** Said in the head of every feed. */
export const FEED_RIGHTS = 'CC BY 4.0; quoted text: rights stay with its source'

/** A format that feeds are written in. */
export interface FeedPrinter {
  /** A document around its entries. */
  frame(document: FeedDocument, site: FeedSite): FeedFrame
  /** An entry: it stands in the feed of everything, of its topics and of its entities, and is the same text in all of them. */
  entry(entry: FeedEntry): string
}

export interface FeedFrame {
  before: string
  /** Between two entries. */
  between: string
  after: string
}

/** A whole document. */
export function printFeed({ frame, entry }: FeedPrinter, document: FeedDocument, site: FeedSite): string {
  const { before, between, after } = frame(document, site)
  return before + document.entries.map(entry).join(between) + after
}

/** The frame of a document of XML: the head's elements and the mark of an archived page (RFC 5005), a line each. */
export function xmlFrame(open: string, head: string[], { archive }: FeedDocument, close: string): FeedFrame {
  const lines = archive === undefined ? head : [...head, '<fh:archive/>']
  return { before: `${open}\n${lines.join('\n')}\n`, between: '', after: `${close}\n` }
}
