import { isParseFailure, type ParsedDocument } from '../src/core/extract/document.ts'
import type { Article } from '../src/core/model/article.ts'
import type { RawItem } from '../src/core/model/raw-item.ts'
import { parseDate } from '../src/core/text/date.ts'
import { findImplausible } from '../src/core/text/date-note.ts'
import type { Archive } from './archive.ts'
import type { Copies } from './copies.ts'
import type { SourceDefinition } from './define.ts'
import { SourceError } from './error.ts'
import { explainFailure } from './failure.ts'
import type { Fetch, FetchResponse } from './fetch.ts'
import { readValidators } from './list.ts'
import { describePaper, isPaper, readWholePaper } from './paper.ts'
import { parseDocument } from './parse/document.ts'
import { entryToDocument } from './parse/feed-document.ts'
import { lowerLimit, parseRobotsTag } from './robots-meta.ts'
import type { CollectState, PageState } from './state.ts'
import { articleIdOf, type TakeContext, type Taken, takeDocument } from './take.ts'
import { backOffMs } from './timing.ts'

/** What reading pages needs. */
export interface PagesContext extends TakeContext {
  state: CollectState
  fetch: Fetch
  archive?: Archive | undefined
  /** Asks a public archive for a copy of each page that is new or changed. */
  copies?: Copies | undefined
  now: () => number
  signal?: AbortSignal | undefined
  onPage?: ((event: PageEvent) => void) | undefined
}

/** What became of one page. */
export interface PageEvent {
  sourceId: string
  url: string
  result: 'added' | 'changed' | 'unchanged' | 'failed'
  code?: string
  message?: string
}

export interface PagesResult {
  added: number
  changed: number
  figures: number
  dropped: number
  failures: PageEvent[]
}

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** Pages read of a source in one run; the rest waits for the next. */
const MAX_PAGES = 50
/** A page being read is claimed for so long: after a crash it is asked again, but not at once. */
const CLAIM_MS = HOUR_MS / 4
/** Ages at which a page is looked at again for corrections, since it was first read. */
const RECHECK_AGES_MS = [1, 3, 7, 30].map((days) => days * DAY_MS)
const MAX_FAILURES = 5
/** What may pass: these pages are tried again, every other failure is final until the entry is edited. */
const PASSING =
  /^(bot-wall|connection-failed|cooling-down|deadline|http-(403|429|5xx)|incomplete|robots-.*|timeout|unexpected)$/
/** Our own disk or database: as often as it takes. */
const OURS = /^(record-damaged|store-failed)$/

/** Reads the pages of a source that are due, each on its own: one that fails stops no other. */
export async function collectPages(
  definition: SourceDefinition,
  context: PagesContext,
): Promise<PagesResult> {
  const { state, now, signal, onPage } = context
  const result: PagesResult = { added: 0, changed: 0, figures: 0, dropped: 0, failures: [] }
  for (const page of state.findDuePages(definition.source.id, now(), MAX_PAGES)) {
    if (signal?.aborted) break
    const event = await collectPage(page, definition, context, result)
    if (event.result === 'failed') result.failures.push(event)
    else if (event.result !== 'unchanged') result[event.result]++
    onPage?.(event)
    // A full disk takes the next page no better; asking for it would be for nothing.
    if (event.code === 'store-failed') break
  }
  return result
}

async function collectPage(
  page: PageState,
  definition: SourceDefinition,
  context: PagesContext,
  result: PagesResult,
): Promise<PageEvent> {
  const { source } = definition
  const { state, now } = context
  const write = (next: PageState) => state.write('pages', page.url, next)
  const event = { sourceId: source.id, url: page.url }
  if (!source.sample) write({ ...page, nextTryAt: now() + CLAIM_MS })
  try {
    const reading = await readPage(page, definition, context)
    const { taken } = reading
    if (taken) {
      result.figures += taken.article.figures.length
      result.dropped += taken.dropped
    }
    write(afterReading(page, definition, reading, now()))
    return { ...event, result: taken?.result ?? 'unchanged' }
  } catch (error) {
    const failure = explainFailure(error, page.url)
    if (failure.code === 'robots-disallowed') await cutExcerpt(page, context)
    write(afterFailure(page, failure, source.sample ? 0 : HOUR_MS, now()))
    return { ...event, result: 'failed', code: failure.code, message: failure.message }
  }
}

interface PageReading {
  taken?: Taken
  validators?: PageState['validators']
  /** The entry in the cache, when that is what was read. */
  entry?: string
}

async function readPage(
  page: PageState,
  definition: SourceDefinition,
  context: PagesContext,
): Promise<PageReading> {
  const item = await restoreItem(page, definition, context)
  if (isInFeed(item, definition)) return takeEntry({ ...page, item }, definition, context)
  const response = await context.fetch({
    url: page.url,
    validators: page.articleId ? page.validators : undefined,
  })
  const validators = readValidators(response)
  if (response.status === 304)
    return { validators: { ...page.validators, ...validators } as PageState['validators'] }
  const taken = await takeResponse(page, response, definition, context)
  return { taken, ...(validators && { validators }) }
}

/** The text is in the list itself: full-content feeds, and the abstracts of arXiv. */
const isInFeed = ({ contentHtml }: RawItem, { source, reading }: SourceDefinition) =>
  source.method === 'arxiv' || (reading.content === 'feed' && contentHtml !== undefined)

/** The entry with the content that the feed gave it: an article that is read again comes from where it first came. */
async function restoreItem(
  { item, entry }: PageState,
  { reading }: SourceDefinition,
  { cache }: PagesContext,
): Promise<RawItem> {
  if (reading.content !== 'feed' || item.contentHtml !== undefined || entry === undefined) return item
  const bytes = await cache.get(entry)
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as RawItem) : item
}

async function takeEntry(
  page: PageState,
  definition: SourceDefinition,
  context: PagesContext,
): Promise<PageReading> {
  const { source } = definition
  const bytes = new TextEncoder().encode(JSON.stringify(page.item))
  const snapshot = await context.cache.put(bytes)
  const entry = entryToDocument(page.item, {
    url: page.url,
    ...(source.timeZone && { timeZone: source.timeZone }),
  })
  const retrievedAt = new Date(context.now())
  const document = await completeEntry(
    entry,
    page.item,
    source.sample ? undefined : context.fetch,
    retrievedAt,
  )
  const taken = await takeDocument(
    { document, sourceId: source.id, url: page.url, snapshot, retrievedAt, sample: source.sample },
    context,
  )
  return { taken, entry: snapshot }
}

/** Papers are read whole, except those of the sample press, which exist as abstracts only. */
async function completeEntry(
  entry: ParsedDocument,
  item: RawItem,
  fetch: Fetch | undefined,
  now: Date,
): Promise<ParsedDocument> {
  if (!isPaper(item)) return entry
  const paper = describePaper(entry, item)
  return fetch ? readWholePaper(paper, item, fetch, now) : paper
}

async function takeResponse(
  page: PageState,
  response: FetchResponse,
  { source }: SourceDefinition,
  context: PagesContext,
): Promise<Taken> {
  const { headers, body, finalUrl, retrievedAt } = response
  const parsed = await parseDocument(body, {
    url: finalUrl,
    ...(headers['content-type'] && { contentType: headers['content-type'] }),
    ...(source.timeZone && { timeZone: source.timeZone }),
    now: new Date(retrievedAt),
  })
  if (isParseFailure(parsed)) throw new SourceError(parsed.failure, parsed.message, { url: page.url })
  const wishes = parseRobotsTag(headers['x-robots-tag'])
  const excerptLimit = lowerLimit(parsed.excerptLimit, wishes.excerptLimit)
  const document = mergeEntry(
    { ...parsed, ...(excerptLimit !== undefined && { excerptLimit }) },
    page.item,
    source.timeZone,
    new Date(retrievedAt),
  )
  const mayArchive = !parsed.noArchive && !wishes.noArchive
  const snapshot = mayArchive ? await context.cache.put(body) : undefined
  if (mayArchive) await context.archive?.write(response)
  const taken = await takeDocument(
    {
      document,
      sourceId: source.id,
      url: finalUrl,
      ...(snapshot !== undefined && { snapshot }),
      retrievedAt: new Date(retrievedAt),
      sample: source.sample,
    },
    context,
  )
  if (mayArchive && taken.result !== 'unchanged') context.copies?.request(finalUrl)
  return taken
}

/**
 * The entry fills what the page does not say. Its date is preferred, for feeds date to the second and with a zone, unless it
 * cannot be the page's (`findImplausible`) and the page has one that can.
 */
export function mergeEntry(
  document: ParsedDocument,
  item: RawItem,
  timeZone: string | undefined,
  now: Date,
): ParsedDocument {
  const dated = parseDate(item.published ?? '', { timeZone })
  const canBe = (date: string | undefined) => date !== undefined && findImplausible(date, now) === undefined
  const isBetter = canBe(dated) || !canBe(document.published)
  const isOfEntry = document.published === undefined || (dated !== undefined && isBetter)
  const published = isOfEntry ? dated : document.published
  const title = document.title ?? item.title
  return {
    ...document,
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(isOfEntry && item.published && { publishedAsWritten: item.published }),
    authors: document.authors.length > 0 ? document.authors : (item.authors ?? []),
    tags: document.tags.length > 0 ? document.tags : (item.categories ?? []),
  }
}

function afterReading(
  page: PageState,
  { source, reading }: SourceDefinition,
  { taken, validators, entry }: PageReading,
  nowMs: number,
): PageState {
  const { nextTryAt: _, code: __, validators: ___, ...rest } = page
  const firstReadAt = page.firstReadAt ?? nowMs
  const age = RECHECK_AGES_MS.find((ageMs) => firstReadAt + ageMs > nowMs)
  const isRechecked = reading.content !== 'feed' && source.method !== 'arxiv' && age !== undefined
  const { contentHtml: ____, ...item } = page.item
  return {
    ...rest,
    // Its content is in the cache by now, as `entry`.
    item,
    failures: 0,
    checkedAt: nowMs,
    firstReadAt,
    ...(taken && { articleId: taken.article.id }),
    ...(entry !== undefined && { entry }),
    ...(validators && { validators }),
    ...(isRechecked && { nextTryAt: firstReadAt + age }),
  }
}

function afterFailure(page: PageState, failure: SourceError, intervalMs: number, nowMs: number): PageState {
  const { nextTryAt: _, ...rest } = page
  const isOurs = OURS.test(failure.code)
  const failures = page.failures + (isOurs ? 0 : 1)
  const isPassing = isOurs || (PASSING.test(failure.code) && failures < MAX_FAILURES)
  const waitMs = Math.max(backOffMs(intervalMs, failures), failure.retryAfterMs ?? 0)
  return {
    ...rest,
    failures,
    code: failure.code,
    checkedAt: nowMs,
    ...(isPassing && { nextTryAt: nowMs + waitMs }),
  }
}

/** A page that robots.txt now forbids keeps its record, and no quote of it is shown any longer. */
async function cutExcerpt(page: PageState, { store }: PagesContext): Promise<void> {
  const article: Article | undefined = await store.read('articles', page.articleId ?? articleIdOf(page.url))
  if (article) await store.write('articles', { ...article, excerptLimit: 0 })
}
