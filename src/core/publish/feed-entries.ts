import type { Article } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Lang } from '../model/lang.ts'
import type { Quote } from '../model/quote.ts'
import { cutPoints } from './code-points.ts'
import { enteredAt } from './digest.ts'
import { type DigestView, noteOf } from './digest-view.ts'
import { editionPath, type FeedEntry, type FeedSite, type FeedStamp, tagUri } from './feed-model.ts'
import type { Corpus, PlacedFigure } from './view-corpus.ts'
import { leadFigure } from './view-finding.ts'
import { formatDate, formatUndated, type Translate } from './view-format.ts'
import { linkToQuote } from './view-fragment.ts'
import { buildFigureQuote, buildQuoteView, type QuoteView } from './view-quote.ts'
import { findingTitle } from './view-title.ts'
import { escapeXml } from './xml.ts'

/** What entries of one edition are made from. */
export interface EntryContext {
  corpus: Corpus
  lang: Lang
  t: Translate
  site: FeedSite
}

/** Lines of a section of a digest in a feed, so that fifty digests stay below 512 KB; the page has more. */
const MOST_DIGEST_LINES = 4
/** Longest title, in code points; the page has it whole. */
const LONGEST_TITLE = 300

const stamps = new WeakMap<object, FeedStamp>()

/** What decides where the entry of a record stands, in all editions. */
export function stampOf(record: Finding | Article): FeedStamp {
  const stamp = stamps.get(record) ?? ('members' in record ? stampFinding(record) : stampArticle(record))
  stamps.set(record, stamp)
  return stamp
}

function stampFinding(finding: Finding): FeedStamp {
  const published = enteredAt(finding)
  return { id: `finding/${finding.id}`, published, updated: latest(finding.updatedAt, published) }
}

const stampArticle = ({ id, firstSeenAt, revisions }: Article): FeedStamp => ({
  id: `article/${id}`,
  published: firstSeenAt,
  updated: latest(revisions.at(-1)!.retrievedAt, firstSeenAt),
})

export function findingEntry(finding: Finding, context: EntryContext): FeedEntry {
  const { corpus, lang, t } = context
  const lead = leadFigure(finding, corpus, lang)
  const title = findingTitle(finding, corpus, lang, t)
  const langs = finding.langs.map((name) => t(`lang.${name}`)).join(t('list.comma'))
  const summary = t('finding.description', { title, outlets: finding.independentSources, langs })
  const path = `findings/${finding.id}/`
  return {
    ...stamped(finding, context),
    url: pageUrl(context, path),
    title: cut(title),
    summary,
    html: join(
      paragraph(summary),
      lead && figureQuote(lead, corpus),
      lead && workLink(lead.article, corpus, lang),
    ),
    ...workOf(lead?.article, corpus, lang),
    authors: [],
    categories: categories(finding.topics, corpus, lang),
  }
}

export function articleEntry(article: Article, context: EntryContext): FeedEntry {
  const { corpus, lang, t } = context
  const outlet = outletName(article, corpus, lang)
  const date = article.published ? formatDate(article.published, lang) : formatUndated(article, t)
  const summary = t('feed.article', { outlet, date, count: article.figures.length })
  const best = article.claims[0] ?? article.figures[0]
  const quote = best && buildQuoteView(best.quote, undefined, article, corpus.source.get(article.sourceId))
  return {
    ...stamped(article, context),
    url: pageUrl(context, `articles/${article.id}/`),
    title: cut(article.title),
    summary,
    html: join(
      paragraph(summary),
      quote && best && blockQuote(quote, article, best.quote),
      workLink(article, corpus, lang),
    ),
    ...workOf(article, corpus, lang),
    authors: article.authors.length > 0 ? article.authors.slice(0, 10) : [outlet],
    categories: categories(article.topics, corpus, lang),
  }
}

export function digestEntry(
  view: DigestView,
  dates: { published: string; updated: string },
  context: EntryContext,
): FeedEntry {
  const { t } = context
  const list = view.sections.map(({ title, lines, left: unprinted, path }) => {
    const left = unprinted + Math.max(0, lines.length - MOST_DIGEST_LINES)
    const items = lines
      .slice(0, MOST_DIGEST_LINES)
      .map(
        (line) =>
          `<li>${anchor(pageUrl(context, line.path), line.title)} <small>${escapeXml(noteOf(line))}</small></li>`,
      )
    const more =
      left > 0 && path ? `<p>${anchor(pageUrl(context, path), t('digest.more', { count: left }))}</p>` : ''
    return `<h3>${escapeXml(title)}</h3><ul>${items.join('')}</ul>${more}`
  })
  return {
    id: entryId(context, `digest/${view.id}`),
    url: pageUrl(context, view.path),
    title: view.heading,
    ...dates,
    summary: view.counts,
    html: paragraph(view.counts) + list.join(''),
    authors: [],
    categories: [],
  }
}

/** Something that a producer or an outlet changed after the fact, with the words for it. */
export function changeEntry(
  change: { key: string; at: string; finding: Finding; sentence: string; placed: PlacedFigure | undefined },
  context: EntryContext,
): FeedEntry {
  const { corpus, lang, t } = context
  const { finding, placed, sentence } = change
  return {
    id: entryId(context, `change/${change.key}`),
    url: pageUrl(context, `findings/${finding.id}/`),
    title: cut(findingTitle(finding, corpus, lang, t)),
    published: change.at,
    updated: change.at,
    summary: sentence,
    html: join(
      paragraph(sentence),
      placed && figureQuote(placed, corpus),
      placed && workLink(placed.article, corpus, lang),
    ),
    ...workOf(placed?.article, corpus, lang),
    authors: [],
    categories: categories(finding.topics, corpus, lang),
  }
}

/** Name of the outlet that an article appeared in. */
const outletName = (article: Article, corpus: Corpus, lang: Lang) =>
  corpus.source.get(article.sourceId)?.names[lang] ?? article.sourceId

/** The stamp of a record with the id of its entry in this edition. */
function stamped(record: Finding | Article, context: EntryContext): FeedStamp {
  const { id, published, updated } = stampOf(record)
  return { id: entryId(context, id), published, updated }
}

/** An edition's entry is a text of its own, so each has its own id. */
const entryId = ({ site, lang }: EntryContext, record: string) =>
  tagUri(site, `${editionPath(site, lang)}/${record}`)

const pageUrl = ({ site, lang }: EntryContext, path: string) =>
  `${site.origin}/${editionPath(site, lang)}/${path}`

const latest = (a: string, b: string) => (Date.parse(a) < Date.parse(b) ? b : a)

const cut = (title: string) => cutPoints(title, LONGEST_TITLE)

const join = (...parts: (string | undefined)[]) => parts.filter((part) => part).join('')
const paragraph = (text: string) => `<p>${escapeXml(text)}</p>`
const anchor = (href: string, text: string) =>
  `<a href="${escapeXml(href)}"><bdi>${escapeXml(text)}</bdi></a>`

function figureQuote({ figure, article }: PlacedFigure, corpus: Corpus): string | undefined {
  const view = buildFigureQuote(figure, article, corpus.source.get(article.sourceId))
  return view && blockQuote(view, article, figure.quote)
}

/** The publisher's words with a mark at the figure; isolated, so that right-to-left text stays within. */
function blockQuote(view: QuoteView, article: Article, quote: Quote): string {
  const words = [
    view.isCutBefore ? '… ' : '',
    escapeXml(view.before),
    view.mark ? `<mark>${escapeXml(view.mark)}</mark>` : '',
    escapeXml(view.after),
    view.isCutAfter ? ' …' : '',
  ]
  const cite = article.url ? ` cite="${escapeXml(linkToQuote(article.url, quote, article.lang))}"` : ''
  return `<blockquote lang="${view.lang}"${cite}><p><bdi>${words.join('')}</bdi></p></blockquote>`
}

/** `Outlet: title`, linked to the work itself. */
function workLink(article: Article, corpus: Corpus, lang: Lang): string {
  const outlet = escapeXml(outletName(article, corpus, lang))
  const title = article.url
    ? anchor(article.url, cut(article.title))
    : `<bdi>${escapeXml(cut(article.title))}</bdi>`
  const colon = lang === 'en' ? ': ' : '：'
  return `<p>${outlet}${colon}<span lang="${article.lang}">${title}</span></p>`
}

function workOf(
  article: Article | undefined,
  corpus: Corpus,
  lang: Lang,
): Pick<FeedEntry, 'source' | 'outlet'> {
  const source = article && corpus.source.get(article.sourceId)
  return {
    ...(article?.url ? { source: { url: article.url, title: article.title, lang: article.lang } } : {}),
    ...(source && article
      ? {
          outlet: {
            name: source.names[lang],
            url: source.url,
            updated: article.revisions.at(-1)!.retrievedAt,
          },
        }
      : {}),
  }
}

const categories = (topics: string[], corpus: Corpus, lang: Lang) =>
  topics.flatMap((id) => {
    const topic = corpus.topic.get(id)
    return topic ? [{ term: id, label: topic.names[lang] }] : []
  })
