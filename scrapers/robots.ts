import { SourceError } from './error.ts'
import type { Fetch } from './fetch.ts'
import { findCrawlDelay, isAllowedBy, parseRobots, type RobotsRules } from './robots-rules.ts'
import type { CollectState, RobotsState } from './state.ts'
import { freshForMs } from './timing.ts'

/** The product token that robots.txt files may name. */
export const AGENT = 'redline'

const HOUR_MS = 60 * 60 * 1000
/** RFC 9309 2.4: not longer than 24 hours. */
const CACHE_MS = 24 * HOUR_MS
/** An unreachable file is asked again sooner: until then nothing of the host may be fetched. */
const RETRY_MS = HOUR_MS
/** RFC 9309 2.5: at least 500 kibibytes must be read; the rest is cut. */
const MAX_BYTES = 500 * 1024

/** Longest Crawl-delay that is kept; a site that asks for more is read as slowly as this. */
const MAX_DELAY_S = 30

/** The rules, or why there are none. */
interface Answer {
  rules?: RobotsRules
  reason?: string | undefined
}

interface RobotsOptions {
  fetch: Fetch
  state: CollectState
  now: () => number
}

/** What robots.txt files say, asked once a day and remembered across restarts. */
export interface Robots {
  /** Throws when the address must not be fetched: disallowed, or its robots.txt could not be reached. */
  check(url: URL): Promise<void>
  /** Pace that a host asks for, in milliseconds, when its robots.txt is known; at most 30 s. */
  paceMs(host: string): number
}

export function openRobots({ fetch, state, now }: RobotsOptions): Robots {
  /** Files being asked or read, by origin, so that one run asks each once. */
  const known = new Map<string, { expiresAt: number; answer: Promise<Answer> }>()
  const delaysMs = new Map<string, number>()

  async function load(origin: string): Promise<RobotsState> {
    const stored = state.read('robots', origin)
    if (stored && isFresh(stored.expiresAt)) return stored
    const asked = await ask(origin)
    state.write('robots', origin, asked)
    return asked
  }

  /** An entry that expires later than any may was written under another clock. */
  const isFresh = (expiresAt: number) => expiresAt > now() && expiresAt <= now() + CACHE_MS

  async function ask(origin: string): Promise<RobotsState> {
    try {
      const { body, headers } = await fetch({
        url: `${origin}/robots.txt`,
        maxBytes: MAX_BYTES,
        truncate: true,
      })
      const freshMs = Math.max(freshForMs(headers, now()), RETRY_MS)
      const lifetimeMs = headers['cache-control'] === undefined ? CACHE_MS : Math.min(freshMs, CACHE_MS)
      return { rules: new TextDecoder().decode(body), expiresAt: now() + lifetimeMs }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      if (isUnavailable(error)) return { rules: '', expiresAt: now() + CACHE_MS }
      return { reason: error.message, expiresAt: now() + RETRY_MS }
    }
  }

  function answerOf(origin: string): Promise<Answer> {
    const cached = known.get(origin)
    if (cached && isFresh(cached.expiresAt)) return cached.answer
    const answer = load(origin).then(({ rules, reason, expiresAt }) => {
      const parsed: Answer = rules === undefined ? { reason } : { rules: parseRobots(rules) }
      known.set(origin, { expiresAt, answer: Promise.resolve(parsed) })
      const seconds = parsed.rules && findCrawlDelay(parsed.rules, AGENT)
      delaysMs.set(new URL(origin).host, 1000 * Math.min(seconds ?? 0, MAX_DELAY_S))
      return parsed
    })
    known.set(origin, { expiresAt: now() + RETRY_MS, answer })
    return answer
  }

  return {
    async check(url) {
      if (url.pathname === '/robots.txt') return
      const { origin, href } = url
      const { rules, reason } = await answerOf(origin)
      if (!rules) {
        throw new SourceError(
          'robots-unreachable',
          `${origin}/robots.txt cannot be read (${reason}); nothing is fetched until it can`,
          { url: href },
        )
      }
      if (isAllowedBy(rules, AGENT, href)) return
      throw new SourceError(
        'robots-disallowed',
        `${origin}/robots.txt does not allow ${AGENT} to fetch ${href}`,
        { url: href },
      )
    },
    paceMs: (host) => delaysMs.get(host) ?? 0,
  }
}

/** RFC 9309 2.3.1.3: 4xx means that there is none. 429 asks for patience, not for access; too many redirects are none. */
const isUnavailable = ({ status, code }: SourceError) =>
  (status !== undefined && status >= 400 && status < 500 && status !== 429) || code === 'too-many-redirects'
