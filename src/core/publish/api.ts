import type { Finding } from '../model/finding.ts'
import type { Lang, Names } from '../model/lang.ts'
import { type ApiArticle, type ApiFinding, type ApiList, schemaUrl } from './api-schema.ts'
import { buildArchiveLink } from './archive-link.ts'
import { citeFindingSource, citeRecord } from './cite.ts'
import type { FeedSite } from './feed-model.ts'
import type { PublishedArticle } from './published-article.ts'
import type { Corpus } from './view-corpus.ts'
import type { Translate } from './view-format.ts'
import { buildFigureQuote } from './view-quote.ts'
import { findingTitle } from './view-title.ts'

/** Words that stand in every published file. */
export const RIGHTS =
  'Our fields: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Quoted text: rights stay with its source.'

/** What the objects of the API are made with. */
export interface ApiContext {
  corpus: Corpus
  translators: Record<Lang, Translate>
  site: FeedSite
}

/** A finding as `/api/` gives it: its facts, every member with its quote, and how to cite it in each edition. */
export function buildApiFinding(finding: Finding, context: ApiContext): ApiFinding {
  const { corpus, site, translators } = context
  const { members, ...facts } = finding
  const title = each((lang) => findingTitle(finding, corpus, lang, translators[lang]))
  const pages = pagesOf(`findings/${finding.id}/`, site)
  const sources = each((lang) => citeFindingSource(finding, corpus, lang, translators[lang], title[lang]))
  const records = each((lang) => {
    const record = { id: finding.id, title: title[lang], url: pages[lang], date: finding.updatedAt, lang }
    return citeRecord(record, translators[lang])
  })
  return {
    $schema: schemaUrl(site.origin, 'api-finding'),
    ...facts,
    title,
    pages,
    appearances: members.map((member) => ({ ...member, ...words(member.figureId, corpus) })),
    cite: {
      ...(sources.en && sources['zh-Hans'] && sources['zh-Hant']
        ? { source: { csl: sources.en.item, text: each((lang) => sources[lang]!.plain) } }
        : {}),
      record: { csl: records.en.item, text: each((lang) => records[lang].plain) },
    },
    rights: RIGHTS,
  }
}

/** Where a figure stands, and the words it came in. */
function words(figureId: string, corpus: Corpus) {
  const placed = corpus.figure.get(figureId)
  if (!placed) return {}
  const { article, figure } = placed
  const source = corpus.source.get(article.sourceId)
  const view = buildFigureQuote(figure, article, source)
  return {
    ...(source ? { source: source.names } : {}),
    title: article.title,
    ...(article.url ? { url: article.url } : {}),
    asWritten: figure.asWritten,
    ...(view ? { quote: view.before + view.mark + view.after } : {}),
  }
}

/** An article as `/api/` gives it: its facts, and each figure with the quote as it may be printed; never its text. */
export function buildApiArticle(published: PublishedArticle, { corpus, site }: ApiContext): ApiArticle {
  const { article, source } = published
  const { figures, claims, file, summary, snapshot, ...facts } = article
  return {
    $schema: schemaUrl(site.origin, 'api-article'),
    ...facts,
    pages: pagesOf(`articles/${article.id}/`, site),
    ...(source ? { source: source.names } : {}),
    ...(article.url ? { archived: buildArchiveLink(article.url, article.retrievedAt) } : {}),
    figures: published.figures.map(({ figure, printed, sentence }) => {
      const { quote, start, end, articleId, ...rest } = figure
      const finding = corpus.findingOfFigure.get(figure.id)
      return {
        ...rest,
        printed,
        ...(sentence ? { sentence } : {}),
        ...(finding ? { findingId: finding.id } : {}),
      }
    }),
    claims: published.claims.map(({ claim: { quote, articleId, ...rest }, sentence }) => ({
      ...rest,
      sentence,
    })),
    annotations: `${site.origin}/api/v1/annotations/${article.id}.json`,
    offsetUnit: 'code point',
    rights: RIGHTS,
  }
}

/** Records named by one page of a list. */
const IDS_PER_PAGE = 500

/** Pages of a list of records, in the order given. */
export function buildApiLists(
  noun: 'findings' | 'articles',
  records: { id: string; updated: string }[],
  origin: string,
): ApiList[] {
  const pages = Math.max(1, Math.ceil(records.length / IDS_PER_PAGE))
  const at = (page: number) => `${origin}/api/v1/${noun}/page-${page}.json`
  return Array.from({ length: pages }, (_, index) => ({
    total: records.length,
    page: index + 1,
    pages,
    ...(index + 1 < pages ? { next: at(index + 2) } : {}),
    items: records.slice(index * IDS_PER_PAGE, (index + 1) * IDS_PER_PAGE).map(({ id, updated }) => ({
      id,
      href: `${origin}/api/v1/${noun}/${id}.json`,
      updated,
    })),
  }))
}

/** `/api/v1/index.json`: counts and links, from which everything else is found. */
export function buildApiIndex(counts: Record<string, number>, site: FeedSite, changed: string) {
  const { origin } = site
  return {
    name: 'Redline',
    version: '1',
    updated: changed,
    rights: RIGHTS,
    cite: `Redline, records as of ${changed.slice(0, 10)}. ${origin}/`,
    counts,
    links: {
      findings: `${origin}/api/v1/findings/page-1.json`,
      finding: `${origin}/api/v1/findings/{id}.json`,
      articles: `${origin}/api/v1/articles/page-1.json`,
      article: `${origin}/api/v1/articles/{id}.json`,
      annotations: `${origin}/api/v1/annotations/{id}.json`,
      sources: `${origin}/data/sources.jsonl`,
      data: `${origin}/data/datapackage.json`,
      schemas: `${origin}/data/schemas/{name}.schema.json`,
      feeds: `${origin}/feeds.opml`,
      documentation: `${origin}/data/README.md`,
    },
  }
}

/** Address of a record's page in each edition. */
export function pagesOf(path: string, { origin, editions }: FeedSite): Names {
  return each((lang) => `${origin}/${editions.find((edition) => edition.lang === lang)!.path}/${path}`)
}

const each = <T>(make: (lang: Lang) => T): Record<Lang, T> => ({
  en: make('en'),
  'zh-Hans': make('zh-Hans'),
  'zh-Hant': make('zh-Hant'),
})
