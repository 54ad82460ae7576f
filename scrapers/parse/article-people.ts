import type { CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { isBesideArticle } from './article-noise.ts'
import { clean, meta } from './article-title.ts'
import { findAuthors, isChineseName, isName, splitNames } from './byline.ts'
import { findField, isArticleNode, type Node, nameValues } from './json-ld.ts'

const AUTHOR_META = [
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'cxenseparse:author',
  'twitter:data1',
]

const BYLINE_SELECTORS = [
  '[itemprop="author"] [itemprop="name"], [itemprop="author"]',
  '[rel~="author"]',
  '.author .fn, .vcard .fn, .byline .fn, .author-name, .authorname, .author__name, .article-author, .post-author, .entry-author, .byline-name, .byline__name',
  '.byline a, .author a, .by-author, .post-author-name, .username',
  '.byline, .author, .autor, .auteur, .auteurs, .autoren, .autorin, .artikel-autor, .writer, .reporter, .kicker-author',
]

/** Who wrote the article, as the page names them: in its data, in marked-up bylines, in the lines around the text. */
export function findPeople(
  $: CheerioAPI,
  nodes: Node[],
  head: string[],
  tail: string[],
  site: string[],
): string[] {
  const isSite = (name: string) => {
    const folded = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
    return site.some(
      (own) =>
        (own.length > 3 && folded.includes(own)) || (/\p{Script=Han}/u.test(name) && own.startsWith(folded)),
    )
  }
  const sources: (() => string[])[] = [
    () => nameValues(findField(nodes.filter(isArticleNode), 'author'), nodes).flatMap(splitNames),
    () => fromMarkup($).filter((name) => !isSite(name)),
    () => fromLines(head),
    () => fromMeta($).filter((name) => !isSite(name)),
    () => fromLines(tail.toReversed()),
    () => nameLines(head),
  ]
  const found = sources.map((source) => source())
  return found.find((names) => names.length > 0 && names.length <= 30) ?? []
}

function fromMeta($: CheerioAPI): string[] {
  const several = $('meta[name="citation_author" i], meta[name="dc.creator" i]')
    .toArray()
    .map((element) => element.attribs['content'] ?? '')
  if (several.length > 1) return [...new Set(several.map(natural).filter(isName))]
  for (const name of AUTHOR_META) {
    const names = splitNames(clean(meta($, name) ?? ''))
    if (names.length > 0) return names
  }
  return []
}

/** `Doe, Jane` of citation tags is Jane Doe. */
const natural = (name: string) => name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1').trim()

/** Longest byline in an element; more is a biography. */
const BYLINE_CHARS = 100

function fromMarkup($: CheerioAPI): string[] {
  for (const selector of BYLINE_SELECTORS) {
    for (const element of $<Element, string>(selector).toArray().slice(0, 4)) {
      if (isBesideArticle(element) || $(element).closest('h1').length > 0) continue
      const text = clean($(element).text())
      if (text === '' || text.length > BYLINE_CHARS) continue
      const names = findAuthors(text)
      const found =
        names.length > 0
          ? names
          : splitNames(
              text
                .replace(/\d.*$/, '')
                .replace(
                  /^(?:posted|written|verfasst|veröffentlicht|geschrieben|publié|escrito|text)?\s*(?:by|von|par|por|di)?\s*:?\s+/i,
                  ' ',
                )
                .trim(),
            )
      if (found.length > 0) return found.slice(0, 8)
    }
  }
  return []
}

/** Of a long paragraph the end, where Chinese papers put `（本报记者 张三）`. */
const fromLines = (lines: string[]) =>
  lines
    .map((line) => findAuthors(line.length > 140 ? line.slice(-40).replace(/^[^（(]*/, '') : line))
    .find((names) => names.length > 0) ?? []

/** A line under the headline that holds nothing but one or more Chinese names. */
function nameLines(head: string[]): string[] {
  for (const line of head) {
    const names = line.trim().split(/[\s、,，]+/)
    if (
      line.length <= 30 &&
      names.length <= 6 &&
      names.some(isChineseName) &&
      names.every((name) => isChineseName(name) || /^\p{Script=Han}{2,3}$/u.test(name))
    )
      return names
  }
  return []
}
