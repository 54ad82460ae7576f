import { type CheerioAPI, load } from 'cheerio'
import {
  type Block,
  isParseFailure,
  type ParsedDocument,
  type ParseFailure,
} from '../../src/core/extract/document.ts'
import { normalizeUrl } from '../../src/core/text/url.ts'
import { type Body, findBody } from './article-body.ts'
import { isProse } from './article-clean.ts'
import { findModified, findPublished } from './article-date.ts'
import { findOrigin } from './article-origin.ts'
import { findPeople } from './article-people.ts'
import { showArticle } from './article-strip.ts'
import { clean, findTitle, meta, siteNames } from './article-title.ts'
import { findWall } from './article-walls.ts'
import { type BlockText, keepBlocks, linkedLength, textOfBlock } from './blocks.ts'
import { fromWindows } from './feed-repair.ts'
import { writeNodes } from './html-blocks.ts'
import { findField, isArticleNode, type Node, readJsonLd, textValues, typesOf } from './json-ld.ts'
import { findSiteRule } from './site-rules.ts'
import { isInterview } from './turns.ts'
import { createWriter } from './writer.ts'

export interface ArticleHints {
  url?: string | undefined
  file?: string | undefined
  timeZone?: string | undefined
  now?: Date | undefined
}

/** Base of relative links on a page without an address: they still count as links, and are dropped at the end. */
const NOWHERE = 'http://nowhere.invalid/'

export interface ParsedArticle extends ParsedDocument {
  /** The text without the headline, as the body's reader gave it. */
  bodyStart: number
  /** Which reader found the body, and why. */
  reader: string
}

/** An article out of the HTML of its page, or why the page holds none. */
export function parseArticle(html: string, hints: ArticleHints): ParsedArticle | ParseFailure {
  const name = hints.file ?? hints.url ?? 'the page'
  const source = html.replace(/[\u0080-\u009f]/g, fromWindows)
  const $ = readHtml(source)
  const base = baseAddress($, hints.url)
  const nodes = readJsonLd($)
  const title = findTitle($, nodes)
  const page = readPage($, base)
  const rule = findSiteRule(hints.url)
  const about = describe($, nodes, hints)
  const body = findBody(readHtml(source), base, rule)
  const wall = findWall(title ?? '', body?.content.text ?? '', page.text.slice(0, 20_000), isFree(nodes))
  if (wall)
    return {
      failure: wall,
      message: `${name}: shows a ${wall} instead of an article (title ${JSON.stringify(title ?? '')})`,
    }
  if (!body) return { failure: 'empty', message: `${name}: no running text on the page` }
  const { head, tail, opening } = aroundBody(page, body, title)
  const site = siteNames($, clean($('title').first().text()))
  // in a file `3小时前` says nothing, as nobody knows when it was saved
  const now = hints.url === undefined ? undefined : hints.now
  const dates = { now, timeZone: hints.timeZone, dayFirst: dayFirst($), url: hints.url }
  const published = findPublished($, nodes, head, tail, opening, dates)
  const modified = findModified($, nodes, dates)
  const origin = findOrigin([...head, ...tail], page, site)
  const content = withTitle(withoutTitle(body.content, title), title)
  return {
    ...content,
    links: content.links.filter((link) => !link.url.startsWith(NOWHERE)),
    ...about,
    type: isInterview(content.text, content.blocks) ? 'Interview' : typeOf($, nodes),
    authors: findPeople($, nodes, [...head, ...opening.filter((line) => line.length < 120)], tail, site),
    bodyStart: title === undefined ? 0 : (content.blocks[1]?.start ?? content.text.length),
    reader: `${body.reader}: ${body.reason}`,
    ...(title ? { title } : {}),
    ...(published.date ? { published: published.date } : {}),
    ...(published.asWritten ? { publishedAsWritten: published.asWritten } : {}),
    ...(modified ? { modified } : {}),
    ...(origin ? { repostOf: origin } : {}),
  }
}

function readHtml(source: string): CheerioAPI {
  const $ = load(source)
  showArticle($)
  return $
}

/** `<base href>`, else the page's own address. */
function baseAddress($: CheerioAPI, url: string | undefined): string {
  const own = url ?? NOWHERE
  const href = $('base[href]').first().attr('href')
  return (href && normalizeUrl(href, own)) || own
}

/** Every block of the page, furniture included: where bylines and dates are looked for. */
function readPage($: CheerioAPI, base: string): BlockText {
  const writer = createWriter()
  writeNodes(writer, $('body')[0]?.children ?? [], base)
  return writer.finish()
}

/** Lines before and after the article in which its byline can stand. */
const HEAD_LINES = 14
const TAIL_LINES = 8

function aroundBody(
  page: BlockText,
  body: Body,
  title: string | undefined,
): { head: string[]; tail: string[]; opening: string[] } {
  const lines = page.blocks.map((block) => textOfBlock(page, block))
  const content = body.content.blocks.map((block) => textOfBlock(body.content, block))
  const prose = body.content.blocks
    .filter(
      (block, i) => isProse(content[i] ?? '', linkedLength(body.content, block)) && content[i] !== title,
    )
    .map((block) => textOfBlock(body.content, block))
  const start = lines.indexOf(prose[0] ?? '')
  const end = lines.lastIndexOf(prose.at(-1) ?? '')
  const isHeadline = (line: string) =>
    title !== undefined && line.includes(title) && line.length < title.length + 40
  const headline = lines.slice(0, start < 0 ? lines.length : start).findLastIndex(isHeadline)
  const from = headline >= 0 ? headline : Math.max(0, (start < 0 ? HEAD_LINES : start) - HEAD_LINES)
  const to = Math.min(start < 0 ? lines.length : start, from + HEAD_LINES)
  return {
    head: [...lines.slice(from, to), ...lines.slice(Math.max(0, from - 4), from)],
    tail: end < 0 ? content.slice(-TAIL_LINES) : lines.slice(end, end + TAIL_LINES),
    opening: content.slice(0, 3),
  }
}

/** The headline stands once, as the first block. */
function withoutTitle(content: BlockText, title: string | undefined): BlockText {
  if (title === undefined) return content
  return keepBlocks(content, (block, index) => index > 3 || textOfBlock(content, block) !== title)
}

function withTitle(content: BlockText, title: string | undefined): BlockText {
  if (title === undefined) return content
  const shift = title.length + 2
  const moved = content.blocks.map(
    (block): Block => ({ ...block, start: block.start + shift, end: block.end + shift }),
  )
  return {
    text: content.text === '' ? title : `${title}\n\n${content.text}`,
    blocks: [{ kind: 'heading', level: 1, start: 0, end: title.length }, ...moved],
    links: content.links.map((link) =>
      link.start === undefined ? link : { ...link, start: link.start + shift },
    ),
  }
}

/** What the page's own data says besides title, people and dates. */
function describe(
  $: CheerioAPI,
  nodes: Node[],
  hints: ArticleHints,
): Pick<ParsedDocument, 'tags'> & Partial<ParsedDocument> {
  const url = canonicalUrl($, hints.url)
  const summary = clean(meta($, 'og:description') ?? meta($, 'description') ?? '')
  const keywords = textValues(findField(nodes.filter(isArticleNode), 'keywords')).flatMap((text) =>
    text.split(/\s*[,，;；、]\s*/),
  )
  const declared = keywords.length > 0 ? keywords : (meta($, 'keywords') ?? '').split(/\s*[,，;；、]\s*/)
  const tags = [...new Set(declared.map(clean).filter((tag) => tag !== '' && tag.length <= 60))].slice(0, 40)
  const arxiv = /(\d{4}\.\d{4,5})(?:v(\d+))?/.exec(meta($, 'citation_arxiv_id') ?? '')
  const robots = $('meta[name="robots" i]')
    .toArray()
    .map((element) => element.attribs['content'] ?? '')
    .join(',')
    .toLowerCase()
  const limit = /\bnosnippet\b/.test(robots)
    ? 0
    : Number(/max-snippet\s*:\s*(\d+)/.exec(robots)?.[1] ?? Number.NaN)
  return {
    tags,
    ...(url ? { url } : {}),
    ...(summary ? { summary } : {}),
    ...(arxiv?.[1]
      ? { arxiv: { id: arxiv[1], ...(arxiv[2] ? { version: Number(arxiv[2]) } : {}), categories: [] } }
      : {}),
    ...(Number.isNaN(limit) ? {} : { excerptLimit: limit }),
    ...(/\bnoarchive\b/.test(robots) ? { noArchive: true } : {}),
  }
}

/** The address that the page calls its own. One that names the front page of a site for an inner page is a mistake. */
function canonicalUrl($: CheerioAPI, url: string | undefined): string | undefined {
  const own = normalizeUrl(url ?? '')
  for (const declared of [$('link[rel~="canonical" i]').first().attr('href'), meta($, 'og:url')]) {
    const address = normalizeUrl(declared ?? '', url)
    if (address && (new URL(address).pathname !== '/' || own === undefined || new URL(own).pathname === '/'))
      return address
  }
  return own
}

const isFree = (nodes: Node[]): boolean | undefined => {
  const value = findField(nodes, 'isAccessibleForFree')
  return value === undefined ? undefined : !/^false$/i.test(String(value))
}

const TYPES: [RegExp, ParsedDocument['type']][] = [
  [/^(scholarlyarticle|medicalscholarlyarticle)$/i, 'ScholarlyArticle'],
  [/^(report|techarticle)$/i, 'Report'],
  [/^(blogposting|liveblogposting|socialmediaposting)$/i, 'BlogPosting'],
]

function typeOf($: CheerioAPI, nodes: Node[]): ParsedDocument['type'] {
  if (meta($, 'citation_title')) return 'ScholarlyArticle'
  const types = nodes.filter(isArticleNode).flatMap(typesOf)
  return TYPES.find(([pattern]) => types.some((type) => pattern.test(type)))?.[1] ?? 'NewsArticle'
}

/**
 * American pages put the month first, all others the day; without a language nobody knows, except that Chinese with the
 * year last comes from Hong Kong and South-East Asia, where the day is first.
 */
function dayFirst($: CheerioAPI): boolean | undefined {
  const lang = ($('html').attr('lang') ?? meta($, 'og:locale') ?? '').toLowerCase().replace('_', '-')
  if (lang !== '' && lang !== 'en') return lang !== 'en-us'
  const text = $('body').text().slice(0, 20_000)
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.length * 0.1 ? true : undefined
}

export { isParseFailure }
