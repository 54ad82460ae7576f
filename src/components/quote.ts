import type { Article } from '../core/model/article.ts'
import type { Figure } from '../core/model/figure.ts'
import type { Lang } from '../core/model/lang.ts'
import type { Quote } from '../core/model/quote.ts'
import type { Source } from '../core/model/source.ts'
import { buildReadingAid, type ReadingAid, type TermTable } from '../core/publish/view-convert.ts'
import { formatDate } from '../core/publish/view-format.ts'
import { buildFragmentUrl, linkToQuote } from '../core/publish/view-fragment.ts'
import { buildFigureQuote, buildQuoteView, type QuoteView } from '../core/publish/view-quote.ts'
import { attribute, classes, type Html, html } from './html.ts'
import type { View } from './view.ts'
import { foreign, isKeptWhole } from './words.ts'

/** A figure's sentence with the figure underlined in red, its place in the source, and a reading aid beside it. */
export function figureQuote(figure: Figure, article: Article, view: View): Html {
  return frame(showFigure(figure, article, view), article, view)
}

/**
 * A claim's sentence on the page of its own article, which needs no line that names the source. `told` are the terms that the
 * page has glossed above, to which those of this quote are added.
 */
export function claimQuote(
  quote: Quote,
  figure: Figure | undefined,
  article: Article,
  view: View,
  told: Set<string>,
): Html {
  const shown = figure
    ? showFigure(figure, article, view)
    : show(buildQuoteView(quote, undefined, article, sourceOf(article, view)), quote, article)
  return frame(shown, article, view, told)
}

/** The sentence alone, small, in a list that names its source elsewhere. */
export const sentence = (figure: Figure, article: Article, view: View): Html | undefined =>
  showFigure(figure, article, view).block

const sourceOf = (article: Article, { corpus }: View) => corpus.source.get(article.sourceId)

/** What of a quote is the same in all editions. */
interface Shown {
  text: string
  /** Undefined where it may not be quoted. */
  block: Html | undefined
  deep: string | undefined
  /** Reading aids by edition, as far as they were asked for. */
  aids: Partial<Record<Lang, { terms: TermTable; aid: ReadingAid | undefined }>>
}

const known = new WeakMap<Figure, { source: Source | undefined; shown: Shown }>()

/** A figure's sentence stands on its own page and on those of its finding and its article, in three editions. */
function showFigure(figure: Figure, article: Article, view: View): Shown {
  const source = sourceOf(article, view)
  let found = known.get(figure)
  if (!found || found.source !== source) {
    const shown = show(buildFigureQuote(figure, article, source), figure.quote, article)
    known.set(figure, (found = { source, shown }))
  }
  return found.shown
}

function show(view: QuoteView | undefined, quote: Quote, article: Article): Shown {
  const { url, lang } = article
  const text = view ? view.before + view.mark + view.after : ''
  const isWhole = text === '' || text === quote.exact
  const deep = url && (isWhole ? linkToQuote(url, quote, lang) : buildFragmentUrl(url, text, lang))
  return { text, block: view && block(view, article), deep, aids: {} }
}

/** Worked out once for a figure's sentence, though it stands on several pages. */
function aidOf({ text, aids }: Shown, from: Lang, { lang, terms }: View): ReadingAid | undefined {
  let found = aids[lang]
  if (found?.terms !== terms)
    aids[lang] = found = { terms, aid: text ? buildReadingAid(text, from, lang, terms) : undefined }
  return found.aid
}

function frame(shown: Shown, article: Article, view: View, told?: Set<string>): Html {
  const { t } = view
  const { block, deep } = shown
  const aid = untold(aidOf(shown, article.lang, view), told)
  return html`<figure class="quote">
    ${block ?? html`<p class="withheld">${t('quote.withheld')}</p>`}
    ${aid && readingAid(aid, article.lang, view)}
    <figcaption class="meta">
      ${!told && sourceLine(article, view)}
      ${deep && html`<a class="out" href="${deep}" rel="external">${t('quote.place')}</a>`}
    </figcaption>
  </figure>`
}

const block = ({ before, mark, after, isCutBefore, isCutAfter }: QuoteView, { lang, url }: Article): Html =>
  html`<blockquote lang="${lang}"${attribute('cite', url)} dir="auto"><p>${isCutBefore && html`<span class="cut">… </span>`}${before}${mark && html`<mark${classes(isKeptWhole(mark) && 'whole')}>${mark}</mark>`}${after}${isCutAfter && html`<span class="cut"> …</span>`}</p></blockquote>`

/** What of a reading aid the page has not said above. */
function untold(aid: ReadingAid | undefined, told = new Set<string>()): ReadingAid | undefined {
  if (aid?.kind !== 'glossary') return aid
  const terms = aid.terms.filter(({ meaning }) => !told.has(meaning))
  for (const { meaning } of terms) told.add(meaning)
  return terms.length > 0 ? { ...aid, terms } : undefined
}

function readingAid(aid: ReadingAid, from: Lang, { t }: View): Html {
  if (aid.kind === 'converted')
    return html`<div class="aid"><p class="aid-label">${t('quote.converted')}</p><p lang="${aid.lang}">${aid.text}</p></div>`
  const terms = aid.terms.map(
    ({ term, meaning }) => html`<div><dt lang="${from}">${term}</dt><dd>${meaning}</dd></div>`,
  )
  return html`<div class="aid"><p class="aid-label">${t('quote.glossary')}</p><dl class="terms">${terms}</dl></div>`
}

function sourceLine(article: Article, view: View): Html {
  const { lang, href } = view
  const { published } = article
  const outlet = sourceOf(article, view)?.names[lang] ?? article.sourceId
  return html`<a href="${href(`articles/${article.id}/`)}"${foreign(article.lang, view)}><bdi>${article.title}</bdi></a>
    <a class="outlet" href="${href(`sources/${article.sourceId}/`)}">${outlet}</a>
    ${published && html`<time datetime="${published}">${formatDate(published, lang)}</time>`}`
}
