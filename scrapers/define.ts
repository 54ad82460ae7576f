import type { RawItem } from '../src/core/model/raw-item.ts'
import { type Source, sourceSchema } from '../src/core/model/source.ts'

/** CSS selectors of a list page, each relative to `item`; only `item` is needed when the entry is or holds one link. */
export interface ListingSelectors {
  /** One entry of the list. */
  item: string
  /** Its link; default: the entry itself or its first `a[href]`. */
  link?: string
  /** Default: the text of the link. */
  title?: string
  /** Element with the date: its `datetime` attribute, else its text. */
  date?: string
  summary?: string
  author?: string
  /** Link to the next page, relative to the document. */
  next?: string
}

/** How a source is read, beyond its metadata: what stays in scrapers/ and is never stored. */
export interface ReadingOptions {
  /** Keep only entries whose title or summary matches: for general outlets that also write about AI. */
  only?: RegExp
  /** Keep only entries whose URL matches. */
  links?: RegExp
  /** Where the text comes from: the article's own page (default) or the full content that the feed carries. */
  content?: 'page' | 'feed'
  /** Most entries taken from one list; default 50. */
  maxItems?: number
  /** listing: where the entries stand. */
  selectors?: ListingSelectors
  /** listing: most pages followed by `selectors.next`; default 1. */
  maxPages?: number
  /** A pure parser for lists that data cannot describe. */
  parse?: (body: string, url: string) => RawItem[]
}

/** Metadata that a source file states: defaults are left out, and the file name is the id. */
export type SourceMetadata = Omit<
  Source,
  'id' | 'method' | 'topics' | 'intervalMinutes' | 'sample' | 'url'
> & {
  url: string
  topics?: string[]
  intervalMinutes?: number
  sample?: boolean
}

/** What a file in scrapers/sources/ exports. */
export interface SourceDraft {
  metadata: SourceMetadata & { method: Source['method'] }
  reading: ReadingOptions
}

/** A source of the registry: validated metadata, and how to read it. */
export interface SourceDefinition {
  source: Source
  reading: ReadingOptions
}

type Stated<Extra = unknown> = SourceMetadata & Pick<ReadingOptions, 'only' | 'links' | 'maxItems'> & Extra

/** RSS, RDF, Atom or JSON Feed; `url` may also be a page that names its feed. */
export const feed = (stated: Stated<Pick<ReadingOptions, 'content'>>) => draft('feed', stated)

/** A list page without a feed, read by CSS selectors. */
export const listing = (stated: Stated<{ selectors: ListingSelectors } & Pick<ReadingOptions, 'maxPages'>>) =>
  draft('listing', stated)

/** A sitemap, sitemap index or news sitemap, plain or gzip; state `links` to say which addresses are articles. */
export const sitemap = (stated: Stated) => draft('sitemap', stated)

/** A folder of Markdown posts: one .md file, or a page or GitHub contents listing that links to them. */
export const markdown = (stated: Stated) => draft('markdown', stated)

/** One PDF, or a page that links to PDFs; quotes carry page numbers. */
export const pdf = (stated: Stated) => draft('pdf', stated)

/** A list in a form of its own, with a pure parser. */
export const source = (stated: Stated<Required<Pick<ReadingOptions, 'parse'>>>) => draft('page', stated)

/** Entries of one page of the arXiv API; more are fetched page by page. */
const ARXIV_PAGE = 100

/** A query of the arXiv API (`cat:cs.CR AND abs:"alignment"`), newest first; `url` is built unless stated. */
export function arxiv(
  stated: Omit<Stated, 'url' | 'region' | 'kind' | 'tier' | 'lang'> &
    Partial<Pick<SourceMetadata, 'url' | 'region' | 'kind' | 'tier' | 'lang'>> & { query: string },
): SourceDraft {
  const { query, ...rest } = stated
  const search = new URLSearchParams({
    search_query: query,
    sortBy: 'submittedDate',
    sortOrder: 'descending',
    max_results: String(Math.min(rest.maxItems ?? 50, ARXIV_PAGE)),
  })
  const url = `https://export.arxiv.org/api/query?${search}`
  return draft('arxiv', { lang: 'en', region: 'INT', kind: 'repository', tier: 'primary', url, ...rest })
}

/** Gives a draft its id and validates it; an invalid one throws, naming the file, the field, expected and got. */
export function defineSource(id: string, { metadata, reading }: SourceDraft): SourceDefinition {
  const result = sourceSchema.safeParse({ ...metadata, id })
  if (result.success) return { source: result.data, reading }
  const problems = result.error.issues.map(
    (issue) => `  ${issue.path.join('.') || '(root)'}: ${issue.message}`,
  )
  throw new Error(`source ${id} is not valid; correct scrapers/sources/${id}.ts:\n${problems.join('\n')}`)
}

const READING_KEYS = [
  'only',
  'links',
  'content',
  'maxItems',
  'selectors',
  'maxPages',
  'parse',
] as const satisfies (keyof ReadingOptions)[]

function draft(method: Source['method'], stated: SourceMetadata & ReadingOptions): SourceDraft {
  const isReading = (key: string) => (READING_KEYS as readonly string[]).includes(key)
  const entries = Object.entries(stated)
  return {
    metadata: {
      ...(Object.fromEntries(entries.filter(([key]) => !isReading(key))) as SourceMetadata),
      method,
    },
    reading: Object.fromEntries(entries.filter(([key]) => isReading(key))) as ReadingOptions,
  }
}
