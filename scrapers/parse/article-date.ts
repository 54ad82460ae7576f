import type { CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { type DateOptions, parseDate } from '../../src/core/text/date.ts'
import { findImplausible } from '../../src/core/text/date-note.ts'
import { isBesideArticle } from './article-noise.ts'
import { meta } from './article-title.ts'
import { findField, isArticleNode, type Node, textValue } from './json-ld.ts'

/** A date with the words that it was read from. */
interface Dated {
  date: string
  asWritten: string
}

/** Where a page says when it was published, surest first; without a date, the words that should say it. */
export function findPublished(
  $: CheerioAPI,
  nodes: Node[],
  head: string[],
  tail: string[],
  body: string[],
  options: DateOptions & { url?: string | undefined },
): Partial<Dated> {
  const articles = nodes.filter(isArticleNode)
  const sources: (() => Dated | undefined)[] = [
    () => read(textValue(findField(articles, 'datePublished')), options),
    () => PUBLISHED_META.map((name) => read(meta($, name), options)).find(Boolean),
    () => read(textValue(findField(nodes, 'datePublished')), options),
    () =>
      read(
        attributeDate(
          $,
          '[itemprop="datePublished"], [property*="datePublished"], [property~="dc:date"], time[pubdate], time[itemprop*="datePublished"], time.entry-date, time.published, .entry-date time, .post-date time',
        ),
        options,
      ),
    () =>
      finer(addresses($, options.url).map(dateInUrl).find(Boolean), [
        timeElement($, options),
        dateInLines(head, options),
      ]),
    () => timeElement($, options),
    () => dateInLines(head, options),
    () =>
      read(
        attributeDate(
          $,
          '.published, .pubdate, .post-date, .entry-date, .article-date, .date, .datum, .datetime, .meta-date, .dateline, [class*="publish" i]',
        ),
        options,
      ),
    () => leadingDate(body, options),
    () => dateInLines(tail, options),
    () =>
      read(
        textValue(findField(articles, 'dateCreated')) ?? textValue(findField(nodes, 'dateModified')),
        options,
      ),
    () => MODIFIED_META.map((name) => read(meta($, name), options)).find(Boolean),
  ]
  for (const source of sources) {
    const dated = source()
    if (dated !== undefined && findImplausible(dated.date, options.now) === undefined) return dated
  }
  const asWritten =
    textValue(findField(nodes, 'datePublished')) ?? PUBLISHED_META.map((name) => meta($, name)).find(Boolean)
  return asWritten ? { asWritten } : {}
}

export function findModified($: CheerioAPI, nodes: Node[], options: DateOptions): string | undefined {
  return (
    read(textValue(findField(nodes.filter(isArticleNode), 'dateModified')), options) ??
    MODIFIED_META.map((name) => read(meta($, name), options)).find(Boolean)
  )?.date
}

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'article.published',
  'datePublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'publication_date',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'dc.created',
  'parsely-pub-date',
  'sailthru.date',
  'article_date_original',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
  'article:post_date',
  'weibo:article:create_at',
  'firstpublishedtime',
  'displaydate',
  'releasedate',
  'date_published',
  'date',
] // prettier-ignore
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'og:modified_time',
  'datemodified',
  'dc.date.modified',
  'dcterms.modified',
  'lastmod',
  'last-modified',
]

/** Addresses of the page: where it was read, and what it calls its own. */
const addresses = ($: CheerioAPI, url: string | undefined) => [
  url,
  $('link[rel~="canonical" i]').attr('href'),
  meta($, 'og:url'),
]

/** `27.1.2022 - Bei …`, `(21. November 2022) …`: a date at the very beginning of the text. */
function leadingDate(lines: string[], options: DateOptions): Dated | undefined {
  for (const line of lines) {
    const start = /^\W{0,2}(?=\S{0,12}\d)(.{4,24}?\d{4})(?=\D)/u.exec(line)?.[1]
    const date = start === undefined ? undefined : dateInLine(start, options)
    if (date !== undefined) return date
  }
  return undefined
}

const read = (text: string | undefined, options: DateOptions) =>
  text === undefined ? undefined : (readWhole(text, options) ?? dateInLine(text, options))

function readWhole(asWritten: string, options: DateOptions = {}): Dated | undefined {
  const date = parseDate(asWritten, options)
  return date === undefined ? undefined : { date, asWritten }
}

function attributeDate($: CheerioAPI, selector: string): string | undefined {
  for (const element of $<Element, string>(selector).toArray().slice(0, 6)) {
    const text =
      element.attribs['datetime'] ??
      element.attribs['content'] ??
      element.attribs['title'] ??
      $(element).text()
    if (/\d/.test(text) && text.length < 200) return text.trim()
  }
  return undefined
}

/** The first time element that stands in no list of other articles. */
function timeElement($: CheerioAPI, options: DateOptions): Dated | undefined {
  const times = $('time')
    .toArray()
    .filter((element) => !isBesideArticle(element))
  for (const element of times.slice(0, 4)) {
    const date = read(element.attribs['datetime'] || $(element).text(), options)
    if (date !== undefined) return date
  }
  return undefined
}

const YEAR = String.raw`(?:19|20)\d{2}`
const MONTH_WORD = String.raw`\p{L}{3,10}\.?`
/** A date inside other text, with the time behind it. */
const DATE_IN_TEXT: RegExp[] = [
  new RegExp(
    String.raw`${YEAR}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?(?:\s*(?:星期.|周.)?\s*(?:上午|下午)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?`,
    'u',
  ),
  /(?:中華)?民[國国]\s*\d{2,3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/u,
  new RegExp(
    String.raw`(?<!\d)${YEAR}\s?([-/.])\s?\d{1,2}\s?\1\s?\d{1,2}(?!\d)(?:[T\s]*\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?`,
    'u',
  ),
  new RegExp(String.raw`(?<!\d)\d{1,2}\.\s?(?:${MONTH_WORD}|\d{1,2}\.)\s?${YEAR}(?!\d)`, 'u'),
  new RegExp(
    String.raw`(?<!\d)\d{1,2}(?:st|nd|rd|th)?\.?\s(?:de |of )?${MONTH_WORD},?\s(?:de )?${YEAR}(?!\d)`,
    'u',
  ),
  new RegExp(String.raw`${MONTH_WORD}\s\d{1,2}(?:st|nd|rd|th)?,?\s${YEAR}(?!\d)`, 'u'),
  new RegExp(String.raw`(?<!\d)\d{1,2}/\d{1,2}/${YEAR}(?!\d)`, 'u'),
  new RegExp(String.raw`${MONTH_WORD}\s\d{1,2}\s\d{1,2}:\d{2}(?::\d{2})?\s${YEAR}(?!\d)`, 'u'),
  /(?<!\d)\d{1,2}\.\d{1,2}\.\d{2}(?![\d.])/u,
]

function dateInLine(line: string, options: DateOptions): Dated | undefined {
  for (const pattern of DATE_IN_TEXT) {
    const found = pattern.exec(line.normalize('NFKC'))?.[0]
    const date =
      found === undefined
        ? undefined
        : parseDate(
            found
              .replace(/(\d)\s+(?=[年月日])|([年月])\s+(?=\d)/g, '$1$2')
              .replace(/([日])(?=\d)/, '$1 ')
              .replace(/\.\s(?=\d{1,2}\.)/g, '.'),
            options,
          )
    if (found !== undefined && date !== undefined && date.length >= 10) return { date, asWritten: found }
  }
  return undefined
}

/** Lines of an article's head or tail are short; a date in running text is the date of something else. */
const LINE_CHARS = 160

function dateInLines(lines: string[], options: DateOptions): Dated | undefined {
  const labelled = lines.filter(
    (line) =>
      line.length <= LINE_CHARS &&
      /(?:发[布表]|發[布表佈]|时间|時間|日期|published|posted|veröffentlicht|publié|publicado)/i.test(line),
  )
  const short = lines.filter(
    (line) =>
      line.length <= LINE_CHARS && !/(?:更新|修改|updated|geändert|aktualisiert)\s*[:：]?\s*\d/i.test(line),
  )
  for (const line of [...labelled, ...short, ...lines.filter((text) => text.length <= LINE_CHARS)]) {
    const date = dateInLine(line, options) ?? relativeDate(line, options)
    if (date !== undefined) return date
  }
  return undefined
}

const relativeDate = (line: string, options: DateOptions) =>
  options.now && line.length <= 20 && /前|刚|剛|昨|今|ago|yesterday|today/i.test(line)
    ? readWhole(line, options)
    : undefined

/** /2010/12/08/, /2005-03-21/, /20050311/: the day that the site filed it under. */
function dateInUrl(url: string | undefined): Dated | undefined {
  const match = /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(
    url ?? '',
  )
  return match ? readWhole(`${match[1]}-${match[2]}-${match[3]}`) : undefined
}

/** The day of the address, or the moment that another place gives for the same day. */
const finer = (day: Dated | undefined, others: (Dated | undefined)[]) =>
  day === undefined ? undefined : (others.find((other) => other?.date.startsWith(day.date)) ?? day)
