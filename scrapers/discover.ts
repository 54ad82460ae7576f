import { load } from 'cheerio'
import type { Lang } from '../src/core/model/lang.ts'
import { resolveUrl } from '../src/core/text/url.ts'

/** A feed that a page names in its head. */
export interface NamedFeed {
  url: string
  title?: string
  /** As the page says (`hreflang`). */
  lang?: string
}

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|feed\+json|json)\b/i
/** Words by which sites tell their editions apart in addresses and titles of feeds. */
const EDITIONS: Record<Lang, RegExp> = {
  en: /[/._-]en(?:[/._-]|$)|english/i,
  'zh-Hans': /[/._-](?:zh(?!-(?:tw|hk|hant))|cn|zh-?hans|zh-?cn|chs|gb)(?:[/._-]|$)|简体|中文/i,
  'zh-Hant': /[/._-](?:tw|hk|zh-?hant|zh-?tw|zh-?hk|cht|big5)(?:[/._-]|$)|繁體|正體/i,
}
/** Feeds of comments are not what a source is for. */
const COMMENTS = /comments?(?:\/|$|\s)|评论|評論|留言/i

/** Feeds that an HTML page names (`<link rel="alternate">`), those in `lang` first, feeds of comments last. */
export function discoverFeeds(html: string, url: string, lang?: Lang): NamedFeed[] {
  const $ = load(html)
  const base = resolveUrl($('base[href]').attr('href') ?? '', url) ?? url
  const feeds = $('link[rel~="alternate" i][href]')
    .toArray()
    .filter((element) => FEED_TYPES.test($(element).attr('type') ?? ''))
    .map((element) => ({
      url: resolveUrl($(element).attr('href') ?? '', base),
      title: $(element).attr('title')?.trim(),
      lang: $(element).attr('hreflang')?.trim(),
    }))
    .filter((feed): feed is typeof feed & { url: string } => feed.url !== undefined)
    .map(({ url: address, title, lang: stated }) => ({
      url: address,
      ...(title && { title }),
      ...(stated && { lang: stated }),
    }))
  const unique = [...new Map(feeds.map((feed) => [feed.url, feed])).values()]
  return unique.sort((a, b) => rank(b, lang) - rank(a, lang))
}

function rank({ url, title, lang: stated }: NamedFeed, lang: Lang | undefined): number {
  const words = `${url} ${title ?? ''}`
  const isComments = COMMENTS.test(words) ? -4 : 0
  if (!lang) return isComments
  const isStated = stated?.toLowerCase().startsWith(lang.slice(0, 2)) ? 2 : 0
  const isOther = (Object.keys(EDITIONS) as Lang[]).some(
    (other) => other !== lang && EDITIONS[other].test(words),
  )
  return isComments + isStated + (EDITIONS[lang].test(words) ? 1 : isOther ? -1 : 0)
}

/** Addresses of a page's links whose path matches, with their text, in the order of the page. */
export function discoverLinks(html: string, url: string, path: RegExp): { url: string; title: string }[] {
  const $ = load(html)
  const links = $('a[href]')
    .toArray()
    .map((element) => ({
      url: resolveUrl($(element).attr('href') ?? '', url),
      title: $(element).text().trim(),
    }))
    .filter((link): link is { url: string; title: string } =>
      path.test(URL.parse(link.url ?? '')?.pathname ?? ''),
    )
  return [...new Map(links.map((link) => [link.url, link])).values()]
}
