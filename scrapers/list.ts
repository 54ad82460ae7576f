import { createHash } from 'node:crypto'
import type { RawItem } from '../src/core/model/raw-item.ts'
import { normalizeUrl } from '../src/core/text/url.ts'
import { type ListAlarm, measureDates, raiseAlarm } from './alarms.ts'
import type { SourceDefinition } from './define.ts'
import { SourceError } from './error.ts'
import { explainFailure } from './failure.ts'
import type { Fetch, FetchResponse } from './fetch.ts'
import type { CollectState, ListState, PageState, Validators } from './state.ts'
import { backOffMs, freshForMs, MAX_WAIT_MS } from './timing.ts'

/** What a list says, read by the source's method. */
export interface ListReading {
  items: RawItem[]
  /** Minutes that a feed asks to be left alone (RSS `ttl`). */
  ttlMinutes?: number
}

/** Reads a list from its first response; `fetchMore` gets further pages of the same list. */
export type ReadList = (
  definition: SourceDefinition,
  response: FetchResponse,
  fetchMore: Fetch,
) => Promise<ListReading>

interface ListContext {
  state: CollectState
  fetch: Fetch
  readList: ReadList
  now: () => number
}

/** What a check of a list found. */
export interface ListCheck {
  outcome: 'ok' | 'unchanged'
  /** Entries that it has. */
  items: number
  alarm?: ListAlarm
}

const DEFAULT_MAX_ITEMS = 50
/** After so many refusals in a row a source is paused; 410 is final at once. */
const REFUSALS = new Set(['http-401', 'http-403', 'http-404'])
const MAX_REFUSALS = 3

/**
 * Asks a list when it is due and remembers new and edited entries as pages to read. `isNamed`: a person asks for it now.
 * A list in trouble throws each time, also while it is not due, so that no run hides it.
 */
export async function checkList(
  definition: SourceDefinition,
  context: ListContext,
  isNamed: boolean,
): Promise<ListCheck> {
  const { source } = definition
  const { state, fetch, now } = context
  const known = readListState(source.id, source.url, context)
  if (!isNamed && (known.isPaused || !isDue(source.id, known, context, intervalOf(definition)))) {
    if (known.problem)
      throw new SourceError(known.isPaused ? 'paused' : known.problem.code, known.problem.message)
    return { outcome: 'unchanged', items: known.items ?? 0 }
  }
  // Claimed before it is asked: a restart in between must not ask again.
  const claimed = { ...known, checkedAt: now(), nextCheckAt: now() + intervalOf(definition) }
  state.write('lists', source.id, claimed)
  try {
    const response = await fetch({ url: source.url, validators: known.validators })
    return await takeResponse(definition, claimed, response, context)
  } catch (error) {
    const failure = explainFailure(error, source.url)
    state.write('lists', source.id, afterFailure(claimed, failure, definition, now()))
    throw failure
  }
}

async function takeResponse(
  definition: SourceDefinition,
  known: ListState,
  response: FetchResponse,
  context: ListContext,
): Promise<ListCheck> {
  const { source } = definition
  const { state, now } = context
  const bodyHash = createHash('sha256').update(response.body).digest('hex')
  const { problem: _, isPaused: __, ...well } = afterAnswer(known, response, now())
  if (response.status === 304 || bodyHash === known.bodyHash) {
    const alarm = source.sample ? undefined : raiseAlarm(well, now())
    state.write('lists', source.id, scheduled(well, response, definition, now()))
    return { outcome: 'unchanged', items: known.items ?? 0, ...(alarm && { alarm }) }
  }
  const reading = await context.readList(definition, response, context.fetch)
  const items = chooseItems(reading.items, definition)
  refuseSuspicious(reading.items.length, items, known, definition, context)
  const { ttlMs: ___, ...rest } = well
  const next: ListState = {
    ...rest,
    bodyHash,
    items: reading.items.length,
    ...measureDates(items, source.timeZone, now()),
    ...(reading.ttlMinutes !== undefined && { ttlMs: Math.min(reading.ttlMinutes * 60_000, MAX_WAIT_MS) }),
  }
  // Entries and validators together: a crash must not leave a list marked as read whose entries are lost.
  const changed = state.transaction(() => {
    state.write('lists', source.id, scheduled(next, response, definition, now()))
    return items.filter((item) => rememberItem(item, definition, state, now())).length
  })
  const alarm = source.sample ? undefined : raiseAlarm(next, now())
  return { outcome: changed > 0 ? 'ok' : 'unchanged', items: items.length, ...(alarm && { alarm }) }
}

function readListState(sourceId: string, url: string, { state }: ListContext): ListState {
  const stored = state.read('lists', sourceId)
  return stored?.url === url ? stored : { url, failures: 0 }
}

/** A check in the future means that the clock was turned back: then its wait begins anew, without a burst. */
function isDue(sourceId: string, known: ListState, { state, now }: ListContext, intervalMs: number): boolean {
  const nowMs = now()
  if (known.checkedAt !== undefined && known.checkedAt > nowMs) {
    const waitMs = Math.max((known.nextCheckAt ?? 0) - known.checkedAt, intervalMs)
    state.write('lists', sourceId, { ...known, checkedAt: nowMs, nextCheckAt: nowMs + waitMs })
    state.advancePages(sourceId, nowMs + 31 * MAX_WAIT_MS, nowMs + waitMs)
    return false
  }
  return known.nextCheckAt === undefined || known.nextCheckAt <= nowMs
}

/** The sample press is our own and may be asked at any time. */
const intervalOf = ({ source }: SourceDefinition) => (source.sample ? 0 : source.intervalMinutes * 60_000)

function afterAnswer(known: ListState, { movedTo }: FetchResponse, nowMs: number): ListState {
  const { moved, refusals: _, ...rest } = known
  const isSame = moved !== undefined && moved.to === movedTo
  return {
    ...rest,
    failures: 0,
    ...(movedTo !== undefined && {
      moved: { to: movedTo, since: isSame ? moved.since : nowMs, count: (isSame ? moved.count : 0) + 1 },
    }),
  }
}

/** With validators exactly as last received (forgotten when a 200 has none) and the next check not before all ask for it. */
function scheduled(
  known: ListState,
  response: FetchResponse,
  definition: SourceDefinition,
  nowMs: number,
): ListState {
  const { validators: old, ...rest } = known
  const received = readValidators(response)
  const validators = response.status === 304 ? { ...old, ...received } : received
  const waitMs = Math.max(intervalOf(definition), ...waits(known, response, definition, nowMs))
  return { ...rest, nextCheckAt: nowMs + waitMs, ...(validators && { validators: validators as Validators }) }
}

const waits = (known: ListState, { headers }: FetchResponse, { source }: SourceDefinition, nowMs: number) =>
  source.sample ? [] : [freshForMs(headers, nowMs), known.ttlMs ?? 0]

/** ETag and Last-Modified of an answer, for the address that gave them. */
export function readValidators({ headers, finalUrl }: FetchResponse): Validators | undefined {
  const { etag, 'last-modified': lastModified } = headers
  if (etag === undefined && lastModified === undefined) return undefined
  return {
    url: finalUrl,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  }
}

function afterFailure(
  known: ListState,
  error: SourceError,
  definition: SourceDefinition,
  nowMs: number,
): ListState {
  const failures = known.failures + 1
  const waitMs = Math.max(backOffMs(intervalOf(definition), failures), error.retryAfterMs ?? 0)
  const refusals = REFUSALS.has(error.code) ? (known.refusals ?? 0) + 1 : 0
  return {
    ...known,
    failures,
    refusals,
    nextCheckAt: nowMs + Math.min(waitMs, Math.max(MAX_WAIT_MS, intervalOf(definition))),
    problem: { code: error.code, message: error.message },
    ...((refusals >= MAX_REFUSALS || error.code === 'http-410') && { isPaused: true }),
  }
}

/** What the source wants of a list, each address once, newest first as listed. */
export function chooseItems(items: RawItem[], { source, reading }: SourceDefinition): RawItem[] {
  const { only, links, maxItems = DEFAULT_MAX_ITEMS } = reading
  const chosen = new Map<string, RawItem>()
  for (const item of items) {
    const url = normalizeUrl(item.url, source.url)
    if (url === undefined || chosen.has(url)) continue
    if (links && !links.test(url)) continue
    if (only && !only.test(`${item.title ?? ''}\n${item.summary ?? ''}`)) continue
    chosen.set(url, { ...item, url })
    if (chosen.size === maxItems) break
  }
  return [...chosen.values()]
}

/** A list that lost all its entries, or has only another site's, is not taken: nothing stored is overwritten by nothing. */
function refuseSuspicious(
  listed: number,
  items: RawItem[],
  known: ListState,
  { source, reading }: SourceDefinition,
  { state }: ListContext,
): void {
  if (listed === 0 && (known.items ?? 0) > 0) {
    throw new SourceError(
      'list-empty',
      `${source.url} has no entries, and had ${known.items}; nothing is changed`,
    )
  }
  if (listed === 0 && reading.selectors) {
    throw new SourceError(
      'no-items',
      `${source.url}: selector ${reading.selectors.item} matches nothing; correct it`,
    )
  }
  const hosts = new Set(state.listPageUrls(source.id).map(hostOf))
  if (items.length > 0 && hosts.size > 0 && !items.some(({ url }) => hosts.has(hostOf(url)))) {
    throw new SourceError(
      'different-site',
      `${source.url} now links only to ${hostOf(items[0]!.url)}, never seen there before; nothing is changed`,
    )
  }
}

const hostOf = (url: string) => new URL(url).host

/** Whether the entry is new or edited: then its page is to be read. */
function rememberItem(
  item: RawItem,
  { source }: SourceDefinition,
  state: CollectState,
  nowMs: number,
): boolean {
  const known = state.read('pages', item.url)
  // Some feeds give an entry another id at each fetch; that alone is no change.
  const id = item.id && (known?.item.id ?? item.id)
  const told = JSON.stringify({ ...item, ...(id !== undefined && { id }) })
  const itemHash = createHash('sha256').update(told).digest('hex')
  if (known && (known.itemHash === itemHash || known.sourceId !== source.id)) return false
  const { entry: _, ...rest } = known ?? {}
  const page: PageState = {
    ...rest,
    url: item.url,
    sourceId: source.id,
    item,
    itemHash,
    failures: 0,
    nextTryAt: nowMs,
  }
  state.write('pages', item.url, page)
  return true
}
