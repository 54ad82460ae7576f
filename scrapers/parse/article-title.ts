import type { CheerioAPI } from 'cheerio'
import { findField, isArticleNode, type Node, textValue } from './json-ld.ts'

/** The headline of a page as readers see it, without the name of the site. */
export function findTitle($: CheerioAPI, nodes: Node[]): string | undefined {
  const declared = [
    meta($, 'og:title'),
    textValue(findField(nodes.filter(isArticleNode), 'headline')),
    meta($, 'citation_title'),
    meta($, 'twitter:title'),
    meta($, 'ArticleTitle'),
  ]
    .map((text) => clean(text ?? ''))
    .filter((text) => text !== '')
  const pageTitle = clean($('head title').first().text() || $('title').first().text())
  const site = siteNames($, pageTitle)
  const known = [...declared, pageTitle].filter((text) => text !== '')
  const heading = findHeading($, known, site)
  if (heading) return (declaredWithin(heading, declared, site) ?? heading).replace(LIST_NUMBER, '')
  const best = declared[0] ?? pageTitle
  return best === '' ? undefined : withoutSite(best, site)
}

/** A digest numbers its articles; some sites date theirs. */
const LIST_NUMBER = /^(?:\d{1,2}\.|\d{1,2}[./]\d{1,2}[./]\d{4}\s+[-–|:])\s+(?=\S)/

/** Of a heading that also holds a date, a kicker or a slogan, the title that the page declares. */
function declaredWithin(heading: string, declared: string[], site: string[]): string | undefined {
  const key = fold(heading)
  return declared
    .map((title) => withoutSite(title, site))
    .find((title) => {
      const own = fold(title)
      return own.length >= 12 && own.length < key.length && own.length > key.length * 0.5 && key.includes(own)
    })
}

/** White space folded, references that were escaped twice decoded. */
export const clean = (text: string) =>
  text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The first filled meta element of each name or property, read once a page: forty names are asked for. */
const metaOfPage = new WeakMap<CheerioAPI, Map<string, string>>()

export function meta($: CheerioAPI, name: string): string | undefined {
  const known = metaOfPage.get($) ?? readMeta($)
  metaOfPage.set($, known)
  return known.get(name.toLowerCase())
}

function readMeta($: CheerioAPI): Map<string, string> {
  const found = new Map<string, string>()
  for (const { attribs } of $('meta').toArray()) {
    const content = (attribs['content'] ?? '').trim()
    for (const key of [attribs['property'], attribs['name'], attribs['itemprop']]) {
      const name = key?.trim().toLowerCase()
      if (name && content !== '' && !found.has(name)) found.set(name, content)
    }
  }
  return found
}

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Names that the site calls itself, folded. */
export function siteNames($: CheerioAPI, pageTitle: string): string[] {
  const parts = pageTitle.split(SEPARATOR)
  const names = [
    meta($, 'og:site_name'),
    meta($, 'application-name'),
    meta($, 'publisher'),
    parts.length > 1 ? parts.at(-1) : undefined,
  ]
  return [...new Set(names.map((name) => fold(name ?? '')).filter((name) => name !== ''))]
}

const SEPARATOR =
  /\s+[|｜·•»›«:\-–—~]+\s+|\s*[|｜_]\s*|(?<=\p{Script=Han}[”"』」）)！？]?)\s*[-–—]+\s*(?=[\p{Script=Han}A-Z0-9 ]{2,16}$)|\s::\s/u

/** Longest name of a site or section at the end of a title, in characters. */
const NAME_CHARS = 40

/** The title without what stands before or behind a separator and names the site or a section. */
export function withoutSite(title: string, site: string[]): string {
  const parts = title
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  while (parts.length > 1 && (site.includes(fold(parts[0] ?? '')) || NO_HEADLINE.test(parts[0] ?? '')))
    parts.shift()
  const first = parts[0] ?? title
  if (parts.length < 2) return first
  const rest = title.slice(title.indexOf(first) + first.length)
  const isName =
    parts.slice(1).every((part) => part.length <= NAME_CHARS) &&
    (rest.length <= first.length || site.includes(fold(parts.at(-1) ?? '')))
  if (isName) return first
  const last = parts.at(-1) ?? ''
  return site.includes(fold(last))
    ? title.slice(0, title.lastIndexOf(last)).replace(/[\s|｜·•»›«:\-–—~_]+$/, '')
    : title
}

const NO_HEADLINE =
  /^(?:menu|menü|navigation|navigation und service|search|suche|partner|impressum|home|news|blog|aktuelles|kontakt|contact|about|comments?|kommentare?|首页|首頁|新闻|新聞|新闻动态|新闻中心|文章|资讯|正文|导航)$/i

/**
 * A visible heading: one that the declared titles contain is the headline; else the only first-level heading that is not
 * the name of the site.
 */
function findHeading($: CheerioAPI, known: string[], site: string[]): string | undefined {
  const folded = known.map(fold)
  const headings = $(
    'h1, h2, h3, [itemprop="headline"], [class*="title" i], [class*="headline" i], [id*="title" i]',
  )
    .toArray()
    .filter((element) => !/^(head|title|meta|body|html|a|img|svg|input|button)$/.test(element.name))
    .slice(0, 200)
    .map((element) => ({ name: element.name, text: clean($(element).text()) }))
    .filter(({ text }) => text.length > 1 && text.length <= 300 && !NO_HEADLINE.test(text))
  const isSite = (text: string) => site.includes(fold(text)) && folded.some((title) => title !== fold(text))
  const usable = headings.filter(({ text }) => !isSite(text))
  if (known.length === 0)
    return (usable.find(({ name }) => name === 'h1') ?? usable.find(({ name }) => /^h[23]$/.test(name)))?.text
  const first = usable.filter(({ name }) => name === 'h1')
  const matches = (text: string) => {
    const key = fold(text)
    return (
      key.length > 3 &&
      folded.some(
        (title) =>
          title.startsWith(key) ||
          (title.includes(key) && key.length > title.length * 0.4) ||
          key.includes(title),
      )
    )
  }
  const matching =
    first.find(({ text }) => matches(text)) ??
    (first.length === 0 ? usable.find(({ text }) => matches(text) && fold(text).length > 5) : undefined)
  if (matching) return matching.text
  const others = usable.filter(
    ({ name, text }) => /^h[23]$/.test(name) && matches(text) && fold(text).length > 8,
  )
  if (first.length !== 1 || others[0]) return others[0]?.text
  return first[0]?.text
}
