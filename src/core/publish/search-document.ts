import type { Article } from '../model/article.ts'
import type { Entity } from '../model/entity.ts'
import type { Finding } from '../model/finding.ts'
import { LANGS, type Lang, type Names } from '../model/lang.ts'
import type { Source } from '../model/source.ts'
import type { FacetName } from './search-facets.ts'
import { articleDate, type Corpus, lastAppearance, type PlacedFigure } from './view-corpus.ts'
import { dayOf } from './view-dates.ts'
import { entitiesWithPages } from './view-entity.ts'
import { findingLabels, leadFigure } from './view-finding.ts'
import type { Translate } from './view-format.ts'
import { buildFigureQuote, buildQuoteView, type QuoteView } from './view-quote.ts'
import { aboutFigure, aboutFinding, formatBareTitle } from './view-title.ts'

/** What search knows of one record. Titles, excerpt and facets are shown; the rest is for matching only. */
export interface SearchDocument {
  /** `<kind>-<id of the record>`: unique among all kinds, and a legal Meilisearch key. */
  id: string
  kind: 'finding' | 'figure' | 'article' | 'entity' | 'source'
  /** Path below the edition, without the language: `findings/<id>/`. */
  path: string
  /** Language of title and excerpt, unless `titles` has the edition's own. */
  lang: Lang
  title: string
  /** The title in each edition, for records whose title is ours. */
  titles?: Names
  /** Verbatim and within the house cap; empty where the publisher allows no quote. */
  excerpt: string
  /** Other names of it in any language, matched but not shown. */
  names: string[]
  /** Text that it is found by but that is not shown. Never written as text into a public file. */
  body?: string
  /** SHA-256 of the article's text in the cache, from which whoever may read the cache fills `body`. */
  textHash?: string
  facets: Partial<Record<FacetName, string[]>>
  /** Of findings and figures: the value, and the upper end of a range. */
  value?: number
  maxValue?: number
  /** `YYYY-MM-DD`, or less where the source gave less. */
  date?: string
  /** Independent sources that carry it. */
  spread?: number
  /** A figure that its finding already stands for: left out unless figures are asked for. */
  isMember?: boolean
}

/** Translations of the three editions. */
export type Translators = Record<Lang, Translate>

/** One document for every record that has a page, without the articles' bodies; pure, so the same records give the same list. */
export function buildSearchDocuments(corpus: Corpus, translators: Translators): SearchDocument[] {
  const figures = corpus.articles.flatMap((article) => article.figures.map((figure) => ({ figure, article })))
  const withPages = new Set(entitiesWithPages(corpus))
  return [
    ...corpus.findings.map((finding) => findingDocument(finding, corpus, translators)),
    ...figures.map((placed) => figureDocument(placed, corpus, translators)),
    ...corpus.articles.map((article) => articleDocument(article, corpus)),
    ...corpus.registry.entities.filter(({ id }) => withPages.has(id)).map(entityDocument),
    ...corpus.sources.map(sourceDocument),
  ]
}

function findingDocument(finding: Finding, corpus: Corpus, translators: Translators): SearchDocument {
  const held = finding.members.flatMap(({ figureId }) => corpus.figure.get(figureId) ?? [])
  const lead = leadFigure(finding, corpus, held[0]?.article.lang ?? 'en')
  const sources = held.flatMap(({ article }) => corpus.source.get(article.sourceId) ?? [])
  const titles = inEachLang((lang) =>
    formatBareTitle(finding, aboutFinding(finding, corpus, lang), lang, translators[lang]),
  )
  return withValue(finding, {
    id: `finding-${finding.id}`,
    kind: 'finding',
    path: `findings/${finding.id}/`,
    lang: lead?.article.lang ?? 'en',
    title: titles.en,
    titles,
    excerpt: lead ? figureExcerpt(lead, corpus) : '',
    names: distinct([
      ...namesOf(finding, corpus),
      ...LANGS.flatMap((lang) =>
        Object.values(findingLabels(finding, corpus, lang)).map((words) => words?.text ?? ''),
      ),
      ...held.map(({ figure }) => figure.asWritten),
    ]),
    body: distinct(held.map(({ figure }) => figure.quote.exact)).join('\n'),
    facets: {
      lang: finding.langs,
      script: distinct(finding.langs.map(scriptOf)),
      ...sourceFacets(sources),
      topic: withParents(finding.topics, corpus),
      entity: finding.subjectId ? [finding.subjectId] : [],
      unit: [finding.unit],
      qualifier: [finding.qualifier],
      agreement: [finding.status],
    },
    date: dateOf(lastAppearance(finding)),
    spread: finding.independentSources,
  })
}

function figureDocument(placed: PlacedFigure, corpus: Corpus, translators: Translators): SearchDocument {
  const { figure, article } = placed
  const finding = corpus.findingOfFigure.get(figure.id)
  const titles = inEachLang((lang) =>
    formatBareTitle(figure, aboutFigure(placed, corpus, lang), lang, translators[lang]),
  )
  return withValue(figure, {
    id: `figure-${figure.id}`,
    kind: 'figure',
    path: `figures/${figure.id}/`,
    lang: article.lang,
    title: titles.en,
    titles,
    excerpt: figureExcerpt(placed, corpus),
    names: distinct([
      figure.asWritten,
      ...namesOf(figure, corpus),
      figure.subject ?? '',
      figure.metric ?? '',
    ]),
    body: figure.quote.exact,
    facets: {
      ...articleFacets(article, corpus),
      entity: figure.subjectId ? [figure.subjectId] : [],
      unit: [figure.unit],
      qualifier: [figure.qualifier],
      agreement: finding ? [finding.status] : [],
    },
    date: dateOf(articleDate(article)),
    spread: finding?.independentSources ?? 1,
    ...(finding ? { isMember: true } : {}),
  })
}

function articleDocument(article: Article, corpus: Corpus): SearchDocument {
  const source = corpus.source.get(article.sourceId)
  const best = article.claims[0] ?? article.figures[0]
  const quote = best && buildQuoteView(best.quote, undefined, article, source)
  return {
    id: `article-${article.id}`,
    kind: 'article',
    path: `articles/${article.id}/`,
    lang: article.lang,
    title: article.title,
    excerpt: textOf(quote),
    names: distinct([
      ...article.authors,
      ...article.tags,
      ...(article.arxiv ? [`arXiv ${article.arxiv.id}`] : []),
      ...(article.summary ? [article.summary] : []),
      ...article.claims.map((claim) => claim.quote.exact),
    ]),
    textHash: article.textHash,
    facets: {
      ...articleFacets(article, corpus),
      entity: distinct(article.entities.flatMap(({ entityId }) => entityId ?? [])),
    },
    date: dateOf(articleDate(article)),
    spread: corpus.storyOfArticle.get(article.id)?.independentSources ?? 1,
  }
}

function entityDocument(entity: Entity): SearchDocument {
  return {
    id: `entity-${entity.id}`,
    kind: 'entity',
    path: `entities/${entity.id}/`,
    lang: 'en',
    title: entity.names.en,
    titles: entity.names,
    excerpt: '',
    names: distinct([...Object.values(entity.names), ...entity.aliases]),
    facets: { entity: [entity.id] },
  }
}

function sourceDocument(source: Source): SearchDocument {
  return {
    id: `source-${source.id}`,
    kind: 'source',
    path: `sources/${source.id}/`,
    lang: source.lang,
    title: source.names[source.lang],
    titles: source.names,
    excerpt: '',
    names: distinct([...Object.values(source.names), source.id]),
    facets: {
      lang: [source.lang],
      script: [scriptOf(source.lang)],
      ...sourceFacets([source]),
      topic: source.topics,
    },
  }
}

/** ISO 15924: what a reader of one script can read without conversion. */
const scriptOf = (lang: Lang) => ({ en: 'Latn', 'zh-Hans': 'Hans', 'zh-Hant': 'Hant' })[lang]

function articleFacets(article: Article, corpus: Corpus): SearchDocument['facets'] {
  const source = corpus.source.get(article.sourceId)
  return {
    lang: [article.lang],
    script: [scriptOf(article.lang)],
    ...sourceFacets(source ? [source] : []),
    topic: withParents(article.topics, corpus),
  }
}

const sourceFacets = (sources: Source[]) => ({
  region: distinct(sources.map(({ region }) => region)),
  source: distinct(sources.map(({ id }) => id)),
  tier: distinct(sources.map(({ tier }) => tier)),
})

function withParents(ids: string[], corpus: Corpus): string[] {
  const all = new Set<string>()
  for (const id of ids)
    for (let at: string | undefined = id; at && !all.has(at); at = corpus.topic.get(at)?.parent) all.add(at)
  return [...all]
}

function namesOf(about: { subjectId?: string | undefined; metricId?: string | undefined }, corpus: Corpus) {
  const known = [corpus.entity.get(about.subjectId ?? ''), corpus.metric.get(about.metricId ?? '')]
  return known.flatMap((item) => (item ? Object.values(item.names) : []))
}

function figureExcerpt({ figure, article }: PlacedFigure, corpus: Corpus): string {
  return textOf(buildFigureQuote(figure, article, corpus.source.get(article.sourceId)))
}

const textOf = (quote: QuoteView | undefined) => (quote ? quote.before + quote.mark + quote.after : '')

function withValue(
  about: { value: number; maxValue?: number | undefined },
  document: SearchDocument,
): SearchDocument {
  const upper = about.maxValue === undefined ? {} : { maxValue: about.maxValue }
  return { ...document, value: about.value, ...upper }
}

const dateOf = (date: string) => dayOf(date) ?? date

const distinct = (items: string[]) => [...new Set(items)].filter((item) => item !== '')

function inEachLang(say: (lang: Lang) => string): Names {
  return { en: say('en'), 'zh-Hans': say('zh-Hans'), 'zh-Hant': say('zh-Hant') }
}
