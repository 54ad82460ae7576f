import { load } from 'cheerio'
import type { RawItem } from '../../src/core/model/raw-item.ts'
import { resolveUrl } from '../../src/core/text/url.ts'
import type { ListingSelectors } from '../define.ts'
import { isTooDeep } from './depth.ts'

export interface ParsedListing {
  items: RawItem[]
  /** Address of the next page. */
  next?: string
  /** Elements that `selectors.item` matched: none means that the page was redesigned. */
  matched: number
}

/** Items read of one page. */
const MAX_ITEMS = 500

/** The entries of a list page by CSS selectors, dates as printed, in the order of the page, each address once. */
export function parseListing(html: string, url: string, selectors: ListingSelectors): ParsedListing {
  if (isTooDeep(html)) return { items: [], matched: 0 }
  const $ = load(html)
  const base = resolveUrl($('base[href]').first().attr('href') ?? '', url) ?? url
  const found = $(selectors.item).toArray().slice(0, MAX_ITEMS)
  const items = found.flatMap((element) => {
    const scope = $(element)
    const pick = (selector: string | undefined) => (selector ? scope.find(selector).first() : undefined)
    const link = selectors.link
      ? scope.find(selectors.link).first()
      : scope.is('a[href]')
        ? scope
        : scope.find('a[href]').first()
    const address = resolveUrl(link.attr('href') ?? '', base)
    if (address === undefined) return []
    const date = pick(selectors.date)
    return [
      withoutEmpty({
        url: address,
        title: fold((pick(selectors.title) ?? link).text()) || fold(link.attr('title') ?? ''),
        published: date?.attr('datetime')?.trim() || fold(date?.text() ?? ''),
        summary: fold(pick(selectors.summary)?.text() ?? ''),
        author: fold(pick(selectors.author)?.text() ?? ''),
      }),
    ]
  })
  const next = selectors.next ? resolveUrl($(selectors.next).first().attr('href') ?? '', base) : undefined
  const unique = [...new Map(items.map((item) => [item.url, item])).values()]
  return { items: unique, matched: found.length, ...(next && next !== url ? { next } : {}) }
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim()

function withoutEmpty({
  url,
  title,
  published,
  summary,
  author,
}: Record<'url' | 'title' | 'published' | 'summary' | 'author', string>): RawItem {
  return {
    url,
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
    ...(summary ? { summary } : {}),
    ...(author ? { authors: [author] } : {}),
  }
}
