import { type Fetch, openFetch } from './fetch.ts'
import { type Lookup, openGuard } from './guard.ts'
import type { Hold } from './kept-state.ts'
import { openRobots, type Robots } from './robots.ts'
import type { CollectState } from './state.ts'

interface ClientOptions {
  state: CollectState
  /** Who runs this, for the User-Agent: an e-mail address or a page. */
  contact?: string | undefined
  /** Hosts allowed by name although they are not public (guard.ts). */
  allow?: string[]
  lookup?: Lookup
  now?: () => number
  random?: () => number
  sleep?: (ms: number) => Promise<void>
  /** Least time between two requests to a host; hosts allowed by name are the operator's own and need none. */
  paceMs?: (host: string) => number
  /** Around every request, where other processes ask the same hosts. */
  hold?: Hold
  deadlineMs?: number
}

/** Everything that fetching needs, wired: the guard, the pace, robots.txt. */
export interface Client {
  /** Asks robots.txt before every hop. */
  fetch: Fetch
  robots: Robots
  close(): Promise<void>
}

/** arXiv's terms of use: one request per 3 s, one connection. https://info.arxiv.org/help/api/tou.html */
const OWN_PACES_MS: Record<string, number> = { 'arxiv.org': 3_000, 'export.arxiv.org': 3_000 }

/** Opens the polite client: robots.txt, one request at a time per host at its pace, no private networks but those allowed. */
export function openClient(options: ClientOptions): Client {
  const { state, contact, allow = [], now = Date.now } = options
  const guard = openGuard({ allow, ...(options.lookup && { lookup: options.lookup }) })
  const isOwn = (host: string) => allow.includes(host) || allow.includes(host.replace(/:\d+$/, ''))
  const usualPaceMs = (host: string) => OWN_PACES_MS[host] ?? (isOwn(host) ? 0 : 1_000)
  const baseMs = options.paceMs ?? usualPaceMs
  const fetch = openFetch({
    ...options,
    guard,
    userAgent: buildUserAgent(contact),
    now,
    paceMs: (host) => Math.max(baseMs(host), robots.paceMs(host)),
  })
  const robots = openRobots({ fetch, state, now })
  return {
    fetch: (request) => fetch({ ...request, beforeHop: robots.check }),
    robots,
    close: () => guard.dispatcher.close(),
  }
}

/** `Redline/0.1 (AI-safety news aggregator; +mailto:…)`; characters that a header cannot carry are left out. */
export function buildUserAgent(contact: string | undefined): string {
  const reach = contact?.includes('@') && !contact.includes(':') ? `mailto:${contact}` : contact
  const purpose = `AI-safety news aggregator${reach ? `; +${reach}` : ''}`
  return `Redline/0.1 (${purpose.replace(/[^\x20-\x7e]|[()]/g, '')})`
}
