import { AGENT } from './robots.ts'

/** What a page asks of those who quote it. */
export interface QuotingWishes {
  /** Longest quote in code points; absent when it names no limit. */
  excerptLimit?: number
  noArchive?: boolean
}

const NAMED = /^(?:max-snippet|max-image-preview|max-video-preview|unavailable_after)$/

/** Reads X-Robots-Tag; a part addressed to another crawler (`googlebot: nosnippet`) does not concern us. */
export function parseRobotsTag(header: string | undefined): QuotingWishes {
  const wishes: QuotingWishes = {}
  let isForUs = true
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [, name, rest] = /^\s*([\w-]+)\s*:\s*(.*)$/.exec(part) ?? []
    const isAddressed = name !== undefined && !NAMED.test(name)
    // An address holds for the directives after it, too.
    if (isAddressed) isForUs = name === AGENT
    if (isForUs) addWish(wishes, (isAddressed ? rest! : part).trim())
  }
  return wishes
}

/** The smaller of two limits, either of which may be absent. */
export const lowerLimit = (a: number | undefined, b: number | undefined) =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b)

function addWish(wishes: QuotingWishes, directive: string): void {
  const snippet = /^max-snippet\s*:\s*(-?\d+)$/.exec(directive)?.[1]
  const limit = directive === 'nosnippet' ? 0 : snippet === undefined ? -1 : Number(snippet)
  // -1 means no limit.
  if (limit >= 0) wishes.excerptLimit = lowerLimit(wishes.excerptLimit, limit)!
  if (directive === 'noarchive') wishes.noArchive = true
}
