import { createHash } from 'node:crypto'
import { type ArticleMeta, buildArticle, type Matchers } from '../src/core/extract/article.ts'
import type { ParsedDocument } from '../src/core/extract/document.ts'
import type { Article } from '../src/core/model/article.ts'
import { findImplausible, noteDate } from '../src/core/text/date-note.ts'
import { detectForeign } from '../src/core/text/script.ts'
import { normalizeUrl } from '../src/core/text/url.ts'
import type { Cache, Store } from '../src/store/store.ts'
import { SourceError } from './error.ts'

/** Where articles are kept, and what is needed to read figures out of them. */
export interface TakeContext {
  store: Store
  cache: Cache
  matchers: Matchers
}

/** A document and how we came by it. */
export interface TakeInput {
  document: ParsedDocument
  sourceId: string
  /** Address that it was read from. */
  url?: string
  file?: string
  /** SHA-256 of the bytes that it was read from. */
  snapshot?: string
  retrievedAt: Date
  sample?: boolean
}

export interface Taken {
  article: Article
  result: 'added' | 'changed' | 'unchanged'
  /** Records left out because their quote was not verbatim. */
  dropped: number
}

/** A text that lost so much of itself, and its figures, is an error page or a paywall, not an edit. */
const SHRUNK_TO = 0.3

/** Turns a document into its article, keeps its text in the cache and writes the record, with the revisions before it. */
export async function takeDocument(
  input: TakeInput,
  { store, cache, matchers }: TakeContext,
): Promise<Taken> {
  refuseForeign(input)
  const document = admit(input)
  let dropped = 0
  const meta = buildMeta(input, (count) => {
    dropped = count
  })
  const draft = buildArticle(document, meta, matchers)
  const previous = await guard('record-damaged', input, () => store.read('articles', draft.id))
  if (previous) refuseShrunk(previous, draft)
  const article = previous
    ? continueRecord(previous, draft, () => buildArticle(document, { ...meta, previous }, matchers))
    : draft
  return guard('store-failed', input, async () => {
    // The text first: a record must not name one that is not there.
    await cache.put(new TextEncoder().encode(document.text))
    return { article, result: await store.write('articles', article), dropped }
  })
}

/** What our own disk or database does wrong is no fault of the page: under a code of its own it is never held against it. */
async function guard<T>(
  code: 'record-damaged' | 'store-failed',
  { url, file }: TakeInput,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new SourceError(code, `${url ?? file}: ${(cause as Error).message}`, { url, cause })
  }
}

/** The id of an article's address, as buildArticle gives it. */
export const articleIdOf = (url: string) => createHash('sha256').update(url).digest('hex').slice(0, 16)

/** Characters shared with Chinese do not make a Japanese page one: it would stand in an edition whose readers cannot read it. */
function refuseForeign({ document, url, file }: TakeInput): void {
  const language = detectForeign(document.text)
  if (language === undefined) return
  throw new SourceError(
    'other-language',
    `${url ?? file}: the text is ${language}; expected English or Chinese, the languages of the editions`,
    { url },
  )
}

/** What the page says of itself, as far as it can be so: no date in the future or before the web (noted instead), no other site's address. */
function admit({ document, url, retrievedAt }: TakeInput): ParsedDocument {
  const { published, publishedAsWritten, modified, url: canonical, ...rest } = document
  const isOwn = canonical !== undefined && (url === undefined || isSameSite(canonical, url))
  const address = isOwn ? canonical : url
  const isPlausible = (date: string) => findImplausible(date, retrievedAt) === undefined
  const dateNote = noteDate(published, publishedAsWritten, retrievedAt)
  return {
    ...rest,
    // A page of another site that it calls the real one is what it says it repeats.
    ...(canonical !== undefined && isForeign(canonical, url) && { repostOf: document.repostOf ?? canonical }),
    ...(published !== undefined && isPlausible(published) && { published }),
    ...(modified !== undefined && isPlausible(modified) && { modified }),
    ...(dateNote && { dateNote }),
    ...(address !== undefined && { url: address }),
  }
}

/** One record for `www.`, `m.`, `amp.` and bare host; a page that calls another outlet's its own does not become it. */
function isSameSite(canonical: string, url: string): boolean {
  const bare = (text: string) => URL.parse(text)?.host.replace(/^(?:www|m|mobile|amp|wap)\./, '')
  return bare(canonical) === bare(url)
}

/** Neither host is below the other's registered domain: `cn.outlet.example` and `zh.outlet.example` are one publisher. */
function isForeign(canonical: string, url: string | undefined): boolean {
  const [a, b] = [canonical, url ?? canonical].map((text) => domainOf(URL.parse(text)?.hostname ?? ''))
  return a !== b
}

/** The last two labels of a host, or three where the last but one is a class of names (`co.uk`, `com.cn`). */
function domainOf(host: string): string {
  const labels = host.split('.')
  const isClass = /^(?:ac|co|com|edu|gov|net|ne|or|org)$/.test(labels.at(-2) ?? '')
  return labels.slice(isClass ? -3 : -2).join('.')
}

function buildMeta(
  { sourceId, url, file, snapshot, retrievedAt, sample }: TakeInput,
  onDropped: (count: number) => void,
): ArticleMeta {
  const at = retrievedAt.toISOString()
  const address = normalizeUrl(url ?? '')
  return {
    sourceId,
    ...(address !== undefined && { url: address }),
    ...(file !== undefined && { file }),
    ...(snapshot !== undefined && { snapshot }),
    retrievedAt: at,
    firstSeenAt: at,
    sample: sample ?? false,
    onDropped,
  }
}

/** The same text keeps its times and revisions, so that the record stays as it is unless something was read anew from it. */
function continueRecord(previous: Article, draft: Article, rebuild: () => Article): Article {
  if (previous.textHash !== draft.textHash) return rebuild()
  const { firstSeenAt, retrievedAt, revisions, sourceId } = previous
  const { snapshot: _, ...rest } = draft
  return {
    ...rest,
    ...(previous.snapshot && { snapshot: previous.snapshot }),
    firstSeenAt,
    retrievedAt,
    revisions,
    sourceId,
  }
}

function refuseShrunk(previous: Article, draft: Article): void {
  const isShrunk = draft.textLength < previous.textLength * SHRUNK_TO
  if (!isShrunk || previous.figures.length === 0 || draft.figures.length > 0) return
  throw new SourceError(
    'page-shrunk',
    `${draft.url ?? draft.file}: ${draft.textLength} of ${previous.textLength} characters and none of its figures are left; the record is kept as it was`,
  )
}
