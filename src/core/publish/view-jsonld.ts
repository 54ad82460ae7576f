import type { Article } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Lang } from '../model/lang.ts'
import type { Source } from '../model/source.ts'
import { cutPoints } from './code-points.ts'
import type { Corpus } from './view-corpus.ts'
import { appearances } from './view-finding.ts'

type Thing = Record<string, unknown>

/** At most this many appearances in one page's JSON-LD, so that it stays within its size budget. */
const MOST_APPEARANCES = 10

/** JSON for a script element: nothing in it can close the element, and no line separator breaks old parsers. */
export function toScriptJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (!/[<\u2028\u2029]/.test(json)) return json
  return json
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

/** A page about one claim. Never ClaimReview, which states a verdict; `text` is the publisher's quote where one may be shown. */
export function claimPage(
  page: PageFacts,
  finding: Finding,
  quote: string | undefined,
  corpus: Corpus,
): Thing {
  const held = appearances(finding, corpus)
  const shown = held.slice(0, MOST_APPEARANCES).map(({ placed }) => work(placed.article, corpus))
  const lead = held.find(({ isPrimary }) => isPrimary) ?? held[0]
  const author = lead && corpus.source.get(lead.placed.article.sourceId)
  return webPage(page, {
    '@type': 'Claim',
    '@id': `${page.url}#claim`,
    name: page.title,
    ...(quote && lead ? { text: quote, inLanguage: lead.placed.article.lang } : {}),
    ...(author ? { author: publisher(author, page.lang) } : {}),
    ...(shown[0] ? { firstAppearance: shown[0] } : {}),
    appearance: shown,
  })
}

/** A page about an article of someone else: it mentions the work, it is not the work. */
export function articlePage(page: PageFacts, article: Article, corpus: Corpus): Thing {
  return { ...webPage(page), mentions: work(article, corpus) }
}

/** A page that lists others. */
export function collectionPage(page: PageFacts, items: { url: string; name: string }[]): Thing {
  return {
    ...webPage(page),
    '@type': 'CollectionPage',
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: items.length,
      itemListElement: items.map((item, index) => ({ '@type': 'ListItem', position: index + 1, ...item })),
    },
  }
}

export interface PageFacts {
  url: string
  title: string
  description: string
  lang: Lang
  dateModified?: string
}

/** A page as schema.org describes it, around the thing that it is about. */
export function webPage(page: PageFacts, mainEntity?: Thing): Thing {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': page.url,
    url: page.url,
    name: page.title,
    description: page.description,
    inLanguage: page.lang,
    ...(page.dateModified ? { dateModified: page.dateModified } : {}),
    ...(mainEntity ? { mainEntity } : {}),
  }
}

function work(article: Article, corpus: Corpus): Thing {
  const source = corpus.source.get(article.sourceId)
  return {
    '@type': article.type === 'Interview' ? 'NewsArticle' : article.type,
    ...(article.url ? { '@id': article.url, url: article.url } : {}),
    headline: cut(article.title),
    inLanguage: article.lang,
    ...(article.published ? { datePublished: article.published } : {}),
    ...(article.authors.length > 0
      ? { author: article.authors.map((name) => ({ '@type': 'Person', name })) }
      : {}),
    ...(source ? { publisher: publisher(source, article.lang) } : {}),
  }
}

const publisher = (source: Source, lang: Lang): Thing => ({
  '@type': 'Organization',
  name: source.names[lang],
  ...(source.homepage ? { url: source.homepage } : {}),
})

/** Headlines beyond 110 characters are refused by readers of the format. */
const cut = (title: string) => cutPoints(title, 110)
