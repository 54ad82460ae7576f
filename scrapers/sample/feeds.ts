import type { SampleArticle } from './articles.ts'
import { escapeMarkup, renderMarkdown } from './markdown.ts'
import type { Outlet } from './outlets.ts'
import { buildPath, FEED_PATHS } from './page.ts'

// Written by hand and not with a feed library: the readers under test come from such libraries, and a reader and a writer
// that share a mistake agree with each other.

/** RSS 2.0 with Dublin Core authors, as most newsroom systems print it. */
export function buildRss(outlet: Outlet, origin: string, articles: SampleArticle[]): string {
  const items = articles.map(
    (article) => `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${origin}${buildPath(article)}</link>
<guid isPermaLink="false">${outlet.id}:${article.slug}</guid>
<pubDate>${new Date(article.date).toUTCString()}</pubDate>
${article.authors.map((author) => `<dc:creator>${escapeMarkup(author)}</dc:creator>`).join('\n')}
<description>${escapeMarkup(article.summary)}</description>
${article.tags.map((tag) => `<category>${escapeMarkup(tag)}</category>`).join('\n')}
${outlet.fullText ? `<content:encoded><![CDATA[${renderMarkdown(article.body)}]]></content:encoded>` : ''}
</item>`,
  )
  return `<?xml version="1.0" encoding="${outlet.feedEncoding === 'big5' ? 'Big5' : 'UTF-8'}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeMarkup(outlet.names[outlet.lang])}</title>
<link>${origin}/</link>
<atom:link rel="self" type="application/rss+xml" href="${origin}${FEED_PATHS.rss}"/>
<description>${escapeMarkup(outlet.names[outlet.lang])}</description>
<language>${outlet.lang}</language>
<ttl>30</ttl>
${items.join('\n')}
</channel>
</rss>
`
}

/** Atom 1.0. */
export function buildAtom(outlet: Outlet, origin: string, articles: SampleArticle[]): string {
  const entries = articles.map(
    (article) => `<entry>
<id>tag:${outlet.id}.example,2024:${article.slug}</id>
<title>${escapeMarkup(article.title)}</title>
<link rel="alternate" type="text/html" href="${origin}${buildPath(article)}"/>
<published>${article.date}</published>
<updated>${article.modified ?? article.date}</updated>
${article.authors.map((author) => `<author><name>${escapeMarkup(author)}</name></author>`).join('\n')}
<summary>${escapeMarkup(article.summary)}</summary>
${article.tags.map((tag) => `<category term="${escapeMarkup(tag)}"/>`).join('\n')}
</entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.lang}">
<id>tag:${outlet.id}.example,2024:feed</id>
<title>${escapeMarkup(outlet.names[outlet.lang])}</title>
<link rel="self" href="${origin}${FEED_PATHS.atom}"/>
<link rel="alternate" href="${origin}/"/>
<updated>${findUpdated(articles)}</updated>
<author><name>${escapeMarkup(outlet.names[outlet.lang])}</name></author>
${entries.join('\n')}
</feed>
`
}

/** JSON Feed 1.1. */
export function buildJsonFeed(outlet: Outlet, origin: string, articles: SampleArticle[]): string {
  const items = articles.map((article) => ({
    id: `${outlet.id}:${article.slug}`,
    url: origin + buildPath(article),
    title: article.title,
    summary: article.summary,
    date_published: article.date,
    ...(article.modified ? { date_modified: article.modified } : {}),
    authors: article.authors.map((name) => ({ name })),
    tags: article.tags,
    language: outlet.lang,
    ...(outlet.fullText ? { content_html: renderMarkdown(article.body) } : { content_text: article.summary }),
  }))
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.names[outlet.lang],
    home_page_url: `${origin}/`,
    feed_url: origin + FEED_PATHS.json,
    language: outlet.lang,
    items,
  }
  return JSON.stringify(feed, undefined, 2)
}

/** An answer of the arXiv API: Atom with OpenSearch counts, identifiers with their version. */
export function buildArxivAnswer(origin: string, articles: SampleArticle[], query: URLSearchParams): string {
  const start = Math.max(0, Number(query.get('start')) || 0)
  const size = Math.min(100, Math.max(1, Number(query.get('max_results')) || 10))
  const found = findPapers(articles, query.get('search_query') ?? '', query.get('id_list') ?? '')
  const entries = found.slice(start, start + size).map((article) => buildArxivEntry(origin, article))
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="${origin}/api/query?${escapeMarkup(query.toString())}" rel="self" type="application/atom+xml"/>
  <title type="html">Sample preprints query: ${escapeMarkup(query.toString())}</title>
  <id>${origin}/api/sample</id>
  <updated>${findUpdated(articles)}</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${found.length}</opensearch:totalResults>
  <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${start}</opensearch:startIndex>
  <opensearch:itemsPerPage xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${size}</opensearch:itemsPerPage>
${entries.join('\n')}
</feed>
`
}

function findUpdated(articles: SampleArticle[]): string {
  const newest = Math.max(0, ...articles.map((article) => Date.parse(article.modified ?? article.date)))
  return new Date(newest).toISOString()
}

/** `cat:cs.CR` matches categories; every other term (`all:`, `ti:`, `abs:` or bare) the whole text; terms are joined by AND. */
function findPapers(articles: SampleArticle[], query: string, ids: string): SampleArticle[] {
  const wanted = ids.split(',').filter((id) => id !== '')
  if (wanted.length > 0)
    return articles.filter((article) => wanted.some((id) => id.replace(/v\d+$/, '') === article.arxiv?.id))
  const alternatives = query.split(/\s+OR\s+/).map((part) => part.split(/\s+AND\s+/))
  return articles.filter((article) =>
    alternatives.some((terms) => terms.every((term) => hasTerm(article, term))),
  )
}

function hasTerm(article: SampleArticle, term: string): boolean {
  const [, field = 'all', value = ''] = /^\(*(?:(\w+):)?"?([^")]*)"?\)*$/.exec(term.trim()) ?? []
  if (field === 'cat')
    return article.arxiv?.categories.some((name) => name.startsWith(value.replace('*', ''))) ?? false
  return `${article.title} ${article.summary} ${article.body}`.toLowerCase().includes(value.toLowerCase())
}

function buildArxivEntry(origin: string, article: SampleArticle): string {
  const { version, categories } = article.arxiv!
  const updated = new Date(article.modified ?? article.date).toISOString().replace('.000', '')
  const doi =
    version > 1
      ? `\n    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">Revised version</arxiv:comment>`
      : ''
  return `  <entry>
    <id>${origin}${buildPath(article)}</id>
    <updated>${updated}</updated>
    <published>${new Date(article.date).toISOString().replace('.000', '')}</published>
    <title>${escapeMarkup(article.title)}</title>
    <summary>  ${escapeMarkup(article.body.replaceAll(/\s*\n+\s*/g, '\n'))}
</summary>
${article.authors.map((author) => `    <author>\n      <name>${escapeMarkup(author)}</name>\n    </author>`).join('\n')}${doi}
    <link href="${origin}${buildPath(article)}" rel="alternate" type="text/html"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="${categories[0]}" scheme="http://arxiv.org/schemas/atom"/>
${categories.map((name) => `    <category term="${name}" scheme="http://arxiv.org/schemas/atom"/>`).join('\n')}
  </entry>`
}
