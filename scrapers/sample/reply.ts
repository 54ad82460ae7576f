import iconv from 'iconv-lite'
import type { SampleArticle } from './articles.ts'
import { buildArxivAnswer, buildAtom, buildJsonFeed, buildRss } from './feeds.ts'
import type { Outlet } from './outlets.ts'
import { buildArticlePage, buildListPage, buildPath, FEED_PATHS } from './page.ts'

/** What an outlet has to say before HTTP takes over (validators, compression, faults). */
export interface Reply {
  status: number
  contentType: string
  body: Buffer
  /** Newest change of what is shown; absent on pages that have none. */
  modified?: Date
}

interface Asked {
  outlet: Outlet
  /** What is published, newest first. */
  articles: SampleArticle[]
  origin: string
  url: URL
  /** Name and address of the article that a repost names. */
  resolve: (reference: string) => { name: string; url: string } | undefined
}

/** Finds what is at an address of an outlet: robots.txt, its feed or list, an article, or 404. */
export function buildReply(asked: Asked): Reply {
  const { outlet, articles, origin, url } = asked
  if (url.pathname === '/robots.txt') return text(200, 'text/plain; charset=utf-8', buildRobots(origin))
  if (url.pathname === '/sitemap.xml') return text(200, 'application/xml', buildSitemap(origin, articles))
  const list = buildList(asked)
  if (list) return { ...list, modified: findNewest(articles) }
  const article = articles.find((other) => isAt(other, url.pathname))
  if (!article)
    return text(404, 'text/html; charset=utf-8', '<!DOCTYPE html><title>Not found</title><h1>Not found</h1>')
  const original = article.repostOf === undefined ? undefined : asked.resolve(article.repostOf)
  const related = articles.filter((other) => other !== article).slice(0, 4)
  const page = buildArticlePage(article, { outlet, origin, related, ...(original ? { original } : {}) })
  return {
    status: 200,
    // Old pages state their encoding in the markup only.
    contentType: article.encoding ? 'text/html' : 'text/html; charset=utf-8',
    body: iconv.encode(page, article.encoding ?? 'utf8'),
    modified: new Date(article.modified ?? article.date),
  }
}

function buildList({ outlet, articles, origin, url }: Asked): Reply | undefined {
  const { offer } = outlet
  if (url.pathname === '/' && offer !== 'arxiv') {
    const page = Math.max(1, Number(url.searchParams.get('page')) || 1)
    return text(200, 'text/html; charset=utf-8', buildListPage(outlet, articles, page))
  }
  if (offer === 'arxiv')
    return url.pathname === '/api/query'
      ? text(200, 'application/atom+xml; charset=UTF-8', buildArxivAnswer(origin, articles, url.searchParams))
      : undefined
  if (offer === 'listing' || url.pathname !== FEED_PATHS[offer]) return undefined
  if (offer === 'json')
    return text(200, 'application/feed+json; charset=utf-8', buildJsonFeed(outlet, origin, articles))
  if (offer === 'atom')
    return text(200, 'application/atom+xml; charset=utf-8', buildAtom(outlet, origin, articles))
  const rss = buildRss(outlet, origin, articles)
  if (outlet.feedEncoding)
    return { status: 200, contentType: 'text/xml', body: encodeXml(rss, outlet.feedEncoding) }
  return text(200, 'application/rss+xml; charset=utf-8', rss)
}

/** Characters that the encoding lacks become character references, as XML asks. */
function encodeXml(xml: string, encoding: string): Buffer {
  const encodable = [...xml].map((char) =>
    iconv.decode(iconv.encode(char, encoding), encoding) === char ? char : `&#${char.codePointAt(0)};`,
  )
  return iconv.encode(encodable.join(''), encoding)
}

function buildSitemap(origin: string, articles: SampleArticle[]): string {
  const urls = articles.map(
    (article) =>
      `<url><loc>${origin}${buildPath(article)}</loc><lastmod>${article.modified ?? article.date}</lastmod></url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
}

function buildRobots(origin: string): string {
  return `User-agent: *\nDisallow: /private/\nDisallow: /search\n\nSitemap: ${origin}/sitemap.xml\n`
}

/** An arXiv-like paper is also found without its version, and under versions that a later one replaced. */
function isAt(article: SampleArticle, path: string): boolean {
  return path === buildPath(article) || path.replace(/v\d+$/, '') === `/abs/${article.arxiv?.id}`
}

function findNewest(articles: SampleArticle[]): Date {
  return new Date(Math.max(0, ...articles.map(({ date, modified }) => Date.parse(modified ?? date))))
}

function text(status: number, contentType: string, body: string): Reply {
  return { status, contentType, body: Buffer.from(body) }
}
