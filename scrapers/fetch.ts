import { EventEmitter } from 'node:events'
import { setTimeout as sleepFor } from 'node:timers/promises'
import type { Dispatcher } from 'undici'
import { readBody } from './body.ts'
import { SourceError } from './error.ts'
import { describeStatus, explainFailure, isWorthRetrying } from './failure.ts'
import type { Guard } from './guard.ts'
import type { Hold } from './kept-state.ts'
import { openPace } from './pace.ts'
import type { CollectState, Validators } from './state.ts'
import { coolDownMs, jitteredDelayMs } from './timing.ts'

/** One thing to fetch. */
export interface FetchRequest {
  url: string
  /** Makes the request conditional. */
  validators?: Validators | undefined
  /** Called with every address before it is asked, redirects included; throws to refuse. */
  beforeHop?: (url: URL) => Promise<void>
  /** Greatest size after decompression; default 15 MB. */
  maxBytes?: number
  /** Whether a body that is too large is cut there instead of refused. */
  truncate?: boolean
}

/** A complete answer: 200 with its body, or 304 without. */
export interface FetchResponse {
  url: string
  /** After redirects. */
  finalUrl: string
  /** Where the leading permanent redirects lead, if there were any. */
  movedTo?: string
  status: number
  /** By lower-case name; repeated ones joined by commas. */
  headers: Readonly<Record<string, string | undefined>>
  body: Uint8Array
  /** Milliseconds since the epoch. */
  retrievedAt: number
}

export type Fetch = (request: FetchRequest) => Promise<FetchResponse>

interface FetchOptions {
  guard: Guard
  state: CollectState
  /** Says who we are and how to reach us. */
  userAgent: string
  now?: () => number
  random?: () => number
  sleep?: (ms: number) => Promise<void>
  /** Least time between two requests to a host; default 1 s. */
  paceMs?: (host: string) => number
  /** Called around every request where other processes ask the same hosts (shared-state.ts). */
  hold?: Hold
  /** Longest time for a request with its redirects and retries, waiting for the host's turn not counted; default 30 s. */
  deadlineMs?: number
}

const MAX_REDIRECTS = 5
const MAX_RETRIES = 2
const MAX_BYTES = 15 * 1024 * 1024

/** Builds the one function through which everything is fetched: politely, conditionally, within caps. */
export function openFetch(options: FetchOptions): Fetch {
  const { guard, random = Math.random, now = Date.now, deadlineMs = 30_000, paceMs = () => 1_000 } = options
  const sleep = options.sleep ?? ((ms: number) => sleepFor(ms).then(() => undefined))
  const hold: Hold = options.hold ?? ((_host, _paceMs, run) => run())
  const pace = openPace({ state: options.state, now, sleep, paceMs })

  async function fetchOnce(request: FetchRequest, clock: Clock): Promise<FetchResponse> {
    let url = guard.check(request.url)
    let movedTo: string | undefined
    let isPermanent = true
    for (let hops = 0; ; hops++) {
      await request.beforeHop?.(url)
      const target = url
      const hop = await pace.run(url.host, () =>
        hold(target.host, paceMs(target.host), () => clock.run((signal) => send(target, request, signal))),
      )
      if ('body' in hop) return { ...hop, url: request.url, ...(movedTo && { movedTo }) }
      if (hops === MAX_REDIRECTS) {
        const message = `${request.url} redirects more than ${MAX_REDIRECTS} times`
        throw new SourceError('too-many-redirects', message, { url: url.href })
      }
      isPermanent &&= hop.status === 301 || hop.status === 308
      url = checkRedirect(guard, url.href, hop.location)
      if (isPermanent) movedTo = url.href
    }
  }

  async function send(url: URL, request: FetchRequest, signal: EventEmitter): Promise<Hop> {
    const { href } = url
    const validators = validatorsFor(href, request)
    const response = await guard.dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: buildHeaders(options.userAgent, validators),
      signal,
    })
    const { statusCode: status, body } = response
    const headers = joinHeaders(response.headers)
    if (status === 200) {
      const bytes = await readBody(body, {
        url: href,
        contentEncoding: headers['content-encoding'],
        contentLength: headers['content-length'],
        maxBytes: request.maxBytes ?? MAX_BYTES,
        truncate: request.truncate ?? false,
      })
      return { finalUrl: href, status, headers, body: bytes, retrievedAt: now() }
    }
    if (status === 304 && validators) {
      // It has no body; waiting for its end would cost as much as the request.
      body.on('error', ignore).resume()
      return { finalUrl: href, status, headers, body: new Uint8Array(), retrievedAt: now() }
    }
    await body.dump({ limit: 16_384 })
    if (REDIRECTS.has(status)) return { status, location: headers['location'] }
    const asksToWait = status === 429 || (status === 503 && headers['retry-after'] !== undefined)
    const waitMs = asksToWait ? coolDownMs(headers, now()) : undefined
    if (waitMs !== undefined) pace.coolDown(url.host, waitMs)
    throw describeStatus(href, status, waitMs)
  }

  return async (request) => {
    const clock = startClock(deadlineMs, request.url)
    for (let attempt = 0; ; attempt++) {
      try {
        return await fetchOnce(request, clock)
      } catch (error) {
        const failure = explainFailure(error, request.url)
        if (attempt === MAX_RETRIES || !isWorthRetrying(failure)) throw failure
        await sleep(jitteredDelayMs(attempt, random))
      }
    }
  }
}

function ignore(): void {}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

type Hop = Omit<FetchResponse, 'url' | 'movedTo'> | { status: number; location: string | undefined }

/** Counts the time that requests of one fetch take together and ends them when it is used up. */
interface Clock {
  run<T>(request: (signal: EventEmitter) => Promise<T>): Promise<T>
}

function startClock(deadlineMs: number, url: string): Clock {
  let leftMs = deadlineMs
  return {
    async run(request) {
      const startedAt = performance.now()
      // undici takes an emitter for a signal, at a fraction of what an AbortController costs.
      const signal = new EventEmitter()
      let isLate = false
      // Also ends servers that send a byte now and then: undici's own timeouts start anew with each.
      const timer = setTimeout(() => {
        isLate = true
        signal.emit('abort')
      }, leftMs)
      try {
        return await request(signal)
      } catch (error) {
        if (!isLate) throw error
        throw new SourceError('deadline', `${url} took longer than ${deadlineMs} ms`, { url })
      } finally {
        clearTimeout(timer)
        leftMs -= performance.now() - startedAt
      }
    },
  }
}

/** Validators belong to the address that gave them. */
function validatorsFor(url: string, { validators }: FetchRequest): Validators | undefined {
  const isOwn = validators?.url === url && (validators.etag ?? validators.lastModified) !== undefined
  return isOwn ? validators : undefined
}

/** No cookies and no Referer, ever. Validators go back byte for byte (undici reads and writes headers as Latin-1). */
function buildHeaders(userAgent: string, validators: Validators | undefined): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-encoding': 'gzip, br',
  }
  if (validators?.etag !== undefined) headers['if-none-match'] = checkHeader(validators.etag)
  if (validators?.lastModified !== undefined)
    headers['if-modified-since'] = checkHeader(validators.lastModified)
  return headers
}

function checkHeader(value: string): string {
  if (!/[\r\n\0]/.test(value)) return value
  throw new SourceError('header-refused', `a validator holds a line break: ${JSON.stringify(value)}`)
}

function joinHeaders(headers: Dispatcher.ResponseData['headers']): FetchResponse['headers'] {
  const joined: Record<string, string | undefined> = {}
  for (const name in headers) {
    const value = headers[name]
    joined[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return joined
}

function checkRedirect(guard: Guard, from: string, location: string | undefined): URL {
  const target = location === undefined ? undefined : URL.parse(location, from)
  const refuse = (reason: string, cause?: unknown) =>
    new SourceError('redirect-refused', `${from} redirects to ${location ?? 'nowhere'}: ${reason}`, {
      url: from,
      cause,
    })
  if (!target) throw refuse('that is not an address')
  if (from.startsWith('https:') && target.protocol === 'http:') throw refuse('that gives up encryption')
  try {
    return guard.check(target.href)
  } catch (cause) {
    throw refuse((cause as Error).message, cause)
  }
}
