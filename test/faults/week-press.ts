import { Readable } from 'node:stream'
import type { Guard } from '../../scrapers/guard.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What an impolite collector would be caught at. */
export interface Impoliteness {
  tooEarly: string[]
  wrongValidator: string[]
  ignoredRetryAfter: string[]
  secondConnection: string[]
  askedAfterGone: string[]
  askedDisallowed: string[]
}

interface Feed {
  /** Earliest moment at which the list may be asked again. */
  notBefore: number
  etag?: string | undefined
  lastModified?: string | undefined
  isGone: boolean
  version: number
}

interface Options {
  now: () => number
  random: () => number
}

/**
 * A thousand feeds on 250 hosts without sockets: answers through the dispatcher that the guard would give, keeps a ledger of
 * what each host asked for, and counts every request that breaks it.
 */
export class WeekPress {
  readonly impoliteness: Impoliteness = {
    tooEarly: [],
    wrongValidator: [],
    ignoredRetryAfter: [],
    secondConnection: [],
    askedAfterGone: [],
    askedDisallowed: [],
  }
  requests = 0
  notModified = 0
  private readonly feeds = new Map<string, Feed>()
  private readonly coolDowns = new Map<string, number>()
  private readonly open = new Map<string, number>()
  private readonly now: () => number
  private readonly random: () => number

  constructor({ now, random }: Options) {
    this.now = now
    this.random = random
  }

  /** In place of the guard: every address is allowed and answered here. */
  get guard(): Guard {
    const dispatcher = { request: (options: Request) => this.answer(options), close: async () => {} }
    return { check: (url) => new URL(url), dispatcher: dispatcher as unknown as Guard['dispatcher'] }
  }

  static urlOf(index: number): string {
    return `https://host${index % 250}.example/feed/${index}`
  }

  private async answer({ origin, path, headers }: Request): Promise<Response> {
    this.requests++
    const host = new URL(origin).host
    const open = (this.open.get(host) ?? 0) + 1
    this.open.set(host, open)
    if (open > 1) this.impoliteness.secondConnection.push(`${host}${path}`)
    if (this.now() < (this.coolDowns.get(host) ?? 0))
      this.impoliteness.ignoredRetryAfter.push(`${host}${path}`)
    try {
      await new Promise((resolve) => setImmediate(resolve))
      if (path === '/robots.txt') return reply(200, {}, 'User-agent: *\nDisallow: /feed/13\nAllow: /')
      const index = Number(path.split('/')[2])
      if (String(index).startsWith('13')) this.impoliteness.askedDisallowed.push(path)
      return this.answerFeed(index, host, headers)
    } finally {
      this.open.set(host, this.open.get(host)! - 1)
    }
  }

  private answerFeed(index: number, host: string, headers: Request['headers']): Response {
    const now = this.now()
    const feed = this.feeds.get(String(index)) ?? { notBefore: 0, isGone: false, version: 0 }
    this.feeds.set(String(index), feed)
    if (now < feed.notBefore)
      this.impoliteness.tooEarly.push(`${index} by ${(feed.notBefore - now) / MINUTE} min`)
    if (feed.isGone) this.impoliteness.askedAfterGone.push(String(index))
    if (headers['if-none-match'] !== feed.etag || headers['if-modified-since'] !== feed.lastModified) {
      this.impoliteness.wrongValidator.push(`${index}: ${headers['if-none-match']}, gave ${feed.etag}`)
    }
    return this.behave(index, feed, host)
  }

  /** By the last digits of its number each feed has a manner of its own. */
  private behave(index: number, feed: Feed, host: string): Response {
    const now = this.now()
    const interval = intervalOf(index) * MINUTE
    const wait = (ms: number) => {
      feed.notBefore = now + Math.max(interval, ms)
    }
    const chance = this.random()
    switch (index % 20) {
      case 0:
        if (chance > 0.1) break
        this.coolDowns.set(host, now + 3 * HOUR)
        wait(3 * HOUR)
        return reply(429, { 'retry-after': String(3 * 3600) })
      case 1:
        if (chance > 0.1) break
        this.coolDowns.set(host, now + 2 * HOUR)
        wait(2 * HOUR)
        return reply(503, { 'retry-after': '7200' })
      case 2:
        // Retries within the check are allowed, so the ledger begins with the next interval.
        if (chance < 0.3) return reply(500)
        break
      case 3:
        wait(0)
        return reply(404)
      case 4:
        feed.isGone = chance < 0.05
        if (feed.isGone) return reply(410)
        break
      case 5:
        wait(6 * HOUR)
        return this.list(index, feed, { 'cache-control': 'max-age=21600' })
      case 6:
        wait(5 * HOUR)
        return this.list(index, feed, {}, '<ttl>300</ttl>')
    }
    wait(0)
    return this.list(index, feed, {})
  }

  /** New entries now and then; validators of every odd kind, dropped by some servers from time to time. */
  private list(index: number, feed: Feed, headers: Record<string, string>, channel = ''): Response {
    const isChanged = feed.version === 0 || this.random() < 0.02
    const hadValidators = feed.etag !== undefined || feed.lastModified !== undefined
    if (!isChanged && hadValidators) {
      this.notModified++
      return reply(304, headers)
    }
    if (isChanged) feed.version++
    const dropsAll = index % 7 === 0 && this.random() < 0.3
    feed.etag = dropsAll || index % 3 === 0 ? undefined : ODD_ETAGS[index % ODD_ETAGS.length]!(feed.version)
    feed.lastModified = dropsAll || index % 3 === 1 ? undefined : `${index} odd, version ${feed.version}`
    const validators = {
      ...(feed.etag !== undefined && { etag: feed.etag }),
      ...(feed.lastModified !== undefined && { 'last-modified': feed.lastModified }),
    }
    return reply(200, { ...headers, ...validators }, rss(index, feed.version, channel))
  }
}

export const intervalOf = (index: number) => [60, 120, 180, 360, 720][index % 5]!

const ODD_ETAGS: ((version: number) => string)[] = [
  (version) => `"${version}"`,
  (version) => `W/"${version}"`,
  (version) => `no quotes ${version}`,
  (version) => `"caf\u00e9-${version}"`,
]

interface Request {
  origin: string
  path: string
  headers: Record<string, string | undefined>
}

interface Response {
  statusCode: number
  headers: Record<string, string>
  body: Readable & { dump: () => Promise<void> }
}

function reply(statusCode: number, headers: Record<string, string> = {}, text = ''): Response {
  const body = Object.assign(Readable.from([Buffer.from(text)]), { dump: async () => {} })
  return { statusCode, headers, body }
}

function rss(index: number, version: number, channel: string): string {
  const item = (number: number) =>
    `<item><title>Sample note ${index}-${number}</title><link>https://host${index % 250}.example/note/${index}/${number}</link>
<description><![CDATA[<p>Sample text ${number}: in ${50 + (number % 50)}% of the runs it did.</p>]]></description></item>`
  const items = Array.from({ length: Math.min(version, 3) }, (_, at) => item(version - at))
  return `<rss version="2.0"><channel><title>F</title><link>https://host${index % 250}.example/</link><description>d</description>${channel}${items.join('')}</channel></rss>`
}
