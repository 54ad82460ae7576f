import type { Lang } from '../../src/core/model/lang.ts'
import type { SampleArticle } from './articles.ts'
import { escapeMarkup, renderMarkdown } from './markdown.ts'
import type { Outlet } from './outlets.ts'

/** The words of the newsroom systems that the sample outlets pretend to run. */
export const WORDS = {
  en: {
    note: 'Sample article: part of the Redline sample press. Facts and figures are real, the wording is ours, the outlet is invented.',
    nav: ['Home', 'World', 'Technology', 'Opinion'],
    related: 'Related stories',
    corrected: 'Updated',
    from: 'Originally published by',
    by: 'By',
    next: 'Older stories',
    rights: 'All rights reserved. Sample data.',
  },
  'zh-Hans': {
    note: '样例文章：红线样例媒体的一部分。事实与数字为真，文字为本项目所写，媒体名称为虚构。',
    nav: ['首页', '国际', '科技', '评论'],
    related: '相关阅读',
    corrected: '更新于',
    from: '转载自',
    by: '记者',
    next: '下一页',
    rights: '版权所有 样例数据',
  },
  'zh-Hant': {
    note: '範例文章：紅線範例媒體的一部分。事實與數字為真，文字為本專案所寫，媒體名稱為虛構。',
    nav: ['首頁', '國際', '科技', '評論'],
    related: '相關報導',
    corrected: '更新於',
    from: '轉載自',
    by: '記者',
    next: '下一頁',
    rights: '版權所有 範例資料',
  },
} satisfies Record<Lang, unknown>

/** What a page needs to know beyond its article. */
export interface PageContext {
  outlet: Outlet
  /** Origin of the outlet's server, without a final slash. */
  origin: string
  /** Other articles of the outlet, shown beside this one. */
  related: SampleArticle[]
  /** Name of the outlet that a repost came from, and the address of the original. */
  original?: { name: string; url: string }
}

/** Path of an article on its outlet's server; arXiv-like papers keep arXiv's form with the version. */
export function buildPath(article: SampleArticle): string {
  if (article.arxiv) return `/abs/${article.arxiv.id}v${article.arxiv.version}`
  return `/${article.date.slice(0, 4)}/${article.date.slice(5, 7)}/${article.slug}.html`
}

/** A whole article page with what surrounds articles on real sites: navigation, related links, metadata, footer. */
export function buildArticlePage(article: SampleArticle, context: PageContext): string {
  const { outlet } = context
  const words = WORDS[outlet.lang]
  const body = `<main><article>
<h1>${escapeMarkup(article.title)}</h1>
${buildByline(article, context)}
<div class="article-body">
${renderMarkdown(article.body)}
</div>
<p class="tags">${article.tags.map((tag) => `<a rel="tag" href="/tag/${encodeURIComponent(tag)}">${escapeMarkup(tag)}</a>`).join(' ')}</p>
</article></main>
<aside class="related"><h2>${words.related}</h2>
<ul>${context.related.map((other) => `<li><a href="${buildPath(other)}">${escapeMarkup(other.title)}</a></li>`).join('')}</ul></aside>`
  return buildFrame(outlet, article.title, buildHead(article, context), body, article.encoding)
}

/** The outlet's list page, five entries a page: the way in for `listing`, the home page for the others. */
export function buildListPage(outlet: Outlet, articles: SampleArticle[], page: number): string {
  const words = WORDS[outlet.lang]
  const size = 5
  const items = articles.slice((page - 1) * size, page * size).map(
    (article) => `<li class="story">
  <h2><a href="${buildPath(article)}">${escapeMarkup(article.title)}</a></h2>
  <span class="date">${formatDate(article.date, outlet.lang)}</span>
  <p class="summary">${escapeMarkup(article.summary)}</p>
</li>`,
  )
  const next =
    page * size < articles.length
      ? `<a class="next" rel="next" href="/?page=${page + 1}">${words.next}</a>`
      : ''
  const body = `<main><ul class="stories">\n${items.join('\n')}\n</ul>\n${next}</main>`
  return buildFrame(outlet, outlet.names[outlet.lang], buildFeedLink(outlet), body)
}

/** Date as the outlet prints it: `2026年11月3日 09:30`, `3 November 2026, 09:30`. */
export function formatDate(date: string, lang: Lang): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number) as [number, number, number]
  const time = date.slice(11, 16)
  if (lang !== 'en') return `${year}年${month}月${day}日 ${time}`
  return `${day} ${MONTHS[month - 1]} ${year}, ${time}`
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** Address of each kind of feed. */
export const FEED_PATHS = { rss: '/rss.xml', atom: '/atom.xml', json: '/feed.json' } as const
const FEED_TYPES = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' }

function buildFeedLink({ offer }: Outlet): string {
  if (offer === 'listing' || offer === 'arxiv') return ''
  return `<link rel="alternate" type="${FEED_TYPES[offer]}" href="${FEED_PATHS[offer]}">`
}

function buildFrame(outlet: Outlet, title: string, head: string, body: string, encoding?: string): string {
  const words = WORDS[outlet.lang]
  const site = escapeMarkup(outlet.names[outlet.lang])
  const nav = words.nav.map(
    (word, index) => `<li><a href="/${index === 0 ? '' : `section/${index}`}">${word}</a></li>`,
  )
  return `<!DOCTYPE html>
<html lang="${outlet.lang}">
<head>
<meta charset="${encoding === 'gbk' ? 'gb2312' : (encoding ?? 'utf-8')}">
<title>${escapeMarkup(title)}${title === outlet.names[outlet.lang] ? '' : ` - ${site}`}</title>
<meta name="viewport" content="width=device-width">
<meta name="sample" content="true">
${head}
</head>
<body>
<header><a class="logo" href="/">${site}</a><nav><ul>${nav.join('')}</ul></nav></header>
<p class="sample-note" role="note">${words.note}</p>
${body}
<footer><p>© ${site} ${words.rights}</p><a href="/about">About</a> <a href="/private/drafts">Staff</a></footer>
</body>
</html>
`
}

function buildHead(article: SampleArticle, context: PageContext): string {
  const { outlet, origin } = context
  const url = origin + buildPath(article)
  const meta = (key: string, name: string, content: string) =>
    `<meta ${key}="${name}" content="${escapeMarkup(content)}">`
  const lines = [
    `<link rel="canonical" href="${url}">`,
    meta('name', 'description', article.summary),
    meta('name', 'keywords', article.tags.join(',')),
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', article.title),
    meta('property', 'og:url', url),
    meta('property', 'og:site_name', outlet.names[outlet.lang]),
    buildFeedLink(outlet),
    article.robots ? meta('name', 'robots', article.robots) : '',
    ...(article.arxiv ? buildCitationMeta(article, meta) : []),
    article.arxiv || outlet.bare ? '' : buildJsonLd(article, context, url),
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function buildCitationMeta(
  article: SampleArticle,
  meta: (key: string, name: string, content: string) => string,
): string[] {
  return [
    meta('name', 'citation_title', article.title),
    ...article.authors.map((author) => meta('name', 'citation_author', author)),
    meta('name', 'citation_date', article.date.slice(0, 10).replaceAll('-', '/')),
    meta('name', 'citation_arxiv_id', article.arxiv!.id),
  ]
}

function buildJsonLd(article: SampleArticle, { outlet }: PageContext, url: string): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': outlet.kind === 'press' ? 'NewsArticle' : 'BlogPosting',
    headline: article.title,
    datePublished: article.date,
    ...(article.modified ? { dateModified: article.modified } : {}),
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: outlet.names[outlet.lang] },
    mainEntityOfPage: url,
  }
  // As script content `<` would end the element early.
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
}

function buildByline(article: SampleArticle, { outlet, original }: PageContext): string {
  const words = WORDS[outlet.lang]
  const printed = formatDate(article.date, outlet.lang)
  const time = outlet.bare ? printed : `<time datetime="${article.date}">${printed}</time>`
  const modified = article.modified
    ? ` <span class="updated">${words.corrected} <time datetime="${article.modified}">${formatDate(article.modified, outlet.lang)}</time></span>`
    : ''
  const names = escapeMarkup(article.authors.join(outlet.lang === 'en' ? ', ' : '、'))
  const site = escapeMarkup(outlet.names[outlet.lang])
  const author = {
    en: `By ${names}`,
    'zh-Hans': `作者：${names}　来源：${site}`,
    'zh-Hant': `記者${names}／報導`,
  }
  const line = article.authors.length === 0 ? site : author[outlet.lang]
  const from = original
    ? `<p class="repost">${words.from}<a href="${original.url}">${escapeMarkup(original.name)}</a></p>`
    : ''
  return `<p class="byline">${time}　<span class="author">${line}</span>${modified}</p>${from}`
}
