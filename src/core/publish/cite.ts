import type { Article } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Lang } from '../model/lang.ts'
import type { Source } from '../model/source.ts'
import { formatBibtex, formatCslJson, formatRis } from './cite-export.ts'
import { type CslItem, type CslType, dateParts, foldSpace } from './cite-model.ts'
import { markWithin, parseName } from './cite-names.ts'
import { type OwnRecord, recordItem } from './cite-own.ts'
import { formatApa, formatChicago, formatGbt } from './cite-styles.ts'
import type { Corpus, PlacedFigure } from './view-corpus.ts'
import { leadFigure } from './view-finding.ts'
import { formatDate, type Translate } from './view-format.ts'

/** The forms in which a work is cited, in the order in which they are offered; each is also `cite.<name>` in src/i18n. */
export const CITATION_FORMS = ['plain', 'apa', 'chicago', 'gbt', 'bibtex', 'ris', 'csl'] as const
export type CitationForm = (typeof CITATION_FORMS)[number]
export type Citations = Record<CitationForm, string>

/** A work as a CSL item, and as a sentence of the edition; `citeItem` makes every form of both. */
export interface CitedWork {
  item: CslItem
  plain: string
  /** Who produced the figure, where that is not who wrote the work. */
  producer?: string
}

const TYPES: Record<Article['type'], CslType> = {
  NewsArticle: 'article-newspaper',
  ScholarlyArticle: 'article',
  Report: 'report',
  BlogPosting: 'post-weblog',
  Interview: 'interview',
}

const items = new WeakMap<Article, { source: Source | undefined; item: CslItem }>()

/** An article of someone else as a CSL item, the same one each time. */
function articleItem(article: Article, source: Source | undefined): CslItem {
  const known = items.get(article)
  if (known && known.source === source) return known.item
  const item = makeItem(article, source)
  items.set(article, { source, item })
  return item
}

/** A producer that names no author is its own author; an outlet is not. */
function makeItem(article: Article, source: Source | undefined): CslItem {
  const outlet = source?.names[article.lang]
  const type = TYPES[article.type]
  const hasPublisher = type === 'article' || type === 'report'
  const publisher = article.arxiv ? 'arXiv' : outlet
  const isProducer = source?.tier === 'primary' && !article.arxiv
  const authors = article.authors.map(parseName)
  const author = authors.length === 0 && isProducer && outlet ? [{ literal: outlet }] : authors
  return {
    id: article.id,
    type,
    title: foldSpace(article.title).trim(),
    ...(author.length > 0 ? { author } : {}),
    ...(publisher ? (hasPublisher ? { publisher } : { 'container-title': publisher }) : {}),
    ...(article.arxiv ? { number: `arXiv:${article.arxiv.id}` } : {}),
    ...(article.published ? { issued: dateParts(article.published) } : {}),
    accessed: dateParts(article.retrievedAt),
    ...(article.url ? { URL: article.url } : {}),
    language: article.lang,
  }
}

/** "Cite the source" of a finding: the producer's own work where it is held, else the figure's article, crediting who is named there. */
export function citeFindingSource(
  finding: Finding,
  corpus: Corpus,
  lang: Lang,
  t: Translate,
  title: string,
): CitedWork | undefined {
  const placed = leadFigure(finding, corpus, lang)
  return placed && citeFigureSource(placed, corpus, lang, t, title)
}

/** "Cite the source" of a figure. `title` says in words what the figure is: `Claude Opus 4: blackmail rate 96%`. */
export function citeFigureSource(
  { figure, article }: PlacedFigure,
  corpus: Corpus,
  lang: Lang,
  t: Translate,
  title: string,
): CitedWork {
  const source = corpus.source.get(article.sourceId)
  const outlet = source?.names[lang] ?? article.sourceId
  const named = (figure.speakerId && corpus.entity.get(figure.speakerId)?.names[lang]) || figure.speaker
  const producer = source?.tier === 'primary' ? undefined : named
  const item = articleItem(article, source)
  const sentence = t(producer ? 'cite.sentenceVia' : 'cite.sentenceSource', {
    producer: producer ?? outlet,
    outlet,
    title: markWithin(item.title, lang),
    date: article.published ? formatDate(article.published, lang) : t('cite.undated'),
    value: title,
    address: article.url ?? '',
  }).trim()
  return { item, plain: sentence, ...(producer ? { producer } : {}) }
}

/** "Cite the source" of an article page. */
export function citeArticle(article: Article, corpus: Corpus, lang: Lang, t: Translate): CitedWork {
  const source = corpus.source.get(article.sourceId)
  const item = articleItem(article, source)
  const sentence = t('cite.sentenceWork', {
    producer: source?.names[lang] ?? article.sourceId,
    title: markWithin(item.title, lang),
    date: article.published ? formatDate(article.published, lang) : t('cite.undated'),
    address: article.url ?? '',
  }).trim()
  return { item, plain: sentence }
}

/** "Cite this record". */
export const citeRecord = (record: OwnRecord & { lang: Lang }, t: Translate): CitedWork => ({
  item: recordItem(record),
  plain: citeInWords(record, t),
})

/** "Cite this record" as a sentence. */
export const citeInWords = ({ title, url, date, lang }: OwnRecord & { lang: Lang }, t: Translate): string =>
  t('cite.sentence', { title: markWithin(title, lang), date: formatDate(date, lang), address: url })

/** An item in every form; the plain sentence is the edition's. */
export function citeItem({ item, plain }: Pick<CitedWork, 'item' | 'plain'>): Citations {
  return {
    plain,
    apa: formatApa(item),
    chicago: formatChicago(item),
    gbt: formatGbt(item),
    bibtex: formatBibtex(item),
    ris: formatRis(item),
    csl: formatCslJson(item),
  }
}
