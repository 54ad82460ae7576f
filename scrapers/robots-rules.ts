/** One Allow or Disallow line, its path percent-encoded as a URL's would be. */
interface Rule {
  isAllow: boolean
  pattern: string
}

interface Group {
  /** Product tokens in lower case; `*` for all. */
  agents: string[]
  rules: Rule[]
  /** Seconds, from the common extension Crawl-delay. */
  crawlDelay?: number
}

/** A robots.txt as read; group lines in their order. */
export type RobotsRules = Group[]

/** Spellings that webmasters use and Google's reader accepts; robots-parser knows the first of each line only. */
const KEYS: Record<string, 'agent' | 'allow' | 'disallow' | 'delay'> = {
  'user-agent': 'agent',
  useragent: 'agent',
  'user agent': 'agent',
  disallow: 'disallow',
  dissallow: 'disallow',
  dissalow: 'disallow',
  disalow: 'disallow',
  diasllow: 'disallow',
  disallaw: 'disallow',
  allow: 'allow',
  'crawl-delay': 'delay',
}

/** Reads robots.txt by RFC 9309; what is no rule (HTML, sitemaps, rubbish) is passed over. */
export function parseRobots(text: string): RobotsRules {
  const groups: RobotsRules = []
  let isNaming = false
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [key, value] = splitLine(line)
    if (key === 'agent') {
      if (!isNaming) groups.push({ agents: [], rules: [] })
      groups.at(-1)!.agents.push(productToken(value))
      isNaming = true
      continue
    }
    const group = groups.at(-1)
    if (key === undefined || !group) continue
    isNaming = false
    if (key === 'delay') addDelay(group, value)
    else if (value !== '') group.rules.push({ isAllow: key === 'allow', pattern: encodePath(value) })
  }
  return groups
}

/**
 * Whether `agent` may fetch `url`. All groups that name it count as one; groups for `*` only where none does. The longest
 * pattern wins, Allow when both are as long. https://www.rfc-editor.org/rfc/rfc9309#section-2.2
 */
export function isAllowedBy(groups: RobotsRules, agent: string, url: string): boolean {
  const path = pathOf(url)
  let longest: Rule | undefined
  for (const rule of groupsFor(groups, agent).flatMap(({ rules }) => rules)) {
    const isLonger = rule.pattern.length > (longest?.pattern.length ?? -1)
    const isTie = rule.pattern.length === longest?.pattern.length && rule.isAllow
    if ((isLonger || isTie) && matches(path, rule.pattern)) longest = rule
  }
  return longest?.isAllow ?? true
}

/** Seconds between requests that the site asks of `agent`. */
export const findCrawlDelay = (groups: RobotsRules, agent: string) =>
  groupsFor(groups, agent).find(({ crawlDelay }) => crawlDelay !== undefined)?.crawlDelay

function groupsFor(groups: RobotsRules, agent: string): Group[] {
  const token = productToken(agent)
  const own = token === '' ? [] : groups.filter(({ agents }) => agents.includes(token))
  return own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))
}

/** `Key: value # comment`; the colon may be missing where white space parts exactly two words. */
function splitLine(line: string): [(typeof KEYS)[string] | undefined, string] {
  const text = line.replace(/#.*/, '').trim()
  const colon = text.indexOf(':')
  const [key, value] =
    colon >= 0 ? [text.slice(0, colon).trim(), text.slice(colon + 1).trim()] : twoWords(text)
  const name = key.toLowerCase()
  return [Object.hasOwn(KEYS, name) ? KEYS[name] : undefined, value]
}

function twoWords(text: string): [string, string] {
  const words = text.split(/\s+/)
  return words.length === 2 ? [words[0]!, words[1]!] : ['', '']
}

/** `FooBot/1.0` names `foobot`; `*` and `* rubbish` name all. */
function productToken(value: string): string {
  if (/^\*(\s|$)/.test(value)) return '*'
  return /^[a-z_-]*/i.exec(value)![0].toLowerCase()
}

function addDelay(group: Group, value: string) {
  const seconds = Number(value)
  if (value !== '' && Number.isFinite(seconds) && seconds >= 0) group.crawlDelay ??= seconds
}

/** UTF-8 bytes outside ASCII are percent-encoded and escapes written in capitals, so that both sides compare equal. */
const encodePath = (path: string) =>
  upperEscapes(path.replace(/[^\u0000-\u007f]+/gu, (text) => encodeURIComponent(text.toWellFormed())))

const upperEscapes = (path: string) => path.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())

/** Path and query of an address as it is requested, so already percent-encoded. */
function pathOf(url: string): string {
  const path = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? ''
  return upperEscapes(path.startsWith('/') ? path : `/${path}`)
}

/**
 * Whether a pattern with `*` and a final `$` matches the start of a path. Keeps the set of positions that are still
 * possible, so that thirty stars cost no more than one.
 */
function matches(path: string, pattern: string): boolean {
  let positions = [0]
  for (const [at, character] of [...pattern].entries()) {
    if (character === '$' && at === pattern.length - 1) return positions.at(-1) === path.length
    if (character === '*') {
      const from = positions[0]!
      positions = Array.from({ length: path.length - from + 1 }, (_, offset) => from + offset)
    } else {
      positions = positions.filter((position) => path[position] === character).map((position) => position + 1)
    }
    if (positions.length === 0) return false
  }
  return true
}
