import type { Article } from '../core/model/article.ts'
import type { Figure } from '../core/model/figure.ts'
import type { Lang } from '../core/model/lang.ts'
import type { Quote } from '../core/model/quote.ts'
import { buildReadingAid, type ReadingAid } from '../core/publish/view-convert.ts'
import { formatDate } from '../core/publish/view-format.ts'
import { buildFragmentUrl } from '../core/publish/view-fragment.ts'
import { buildFigureQuote, buildQuoteView, type QuoteView } from '../core/publish/view-quote.ts'
import { attribute, type Html, html } from './html.ts'
import type { View } from './view.ts'
import { foreign } from './words.ts'

/** A figure's sentence with the figure underlined in red, its place in the source, and a reading aid beside it. */
export function figureQuote(figure: Figure, article: Article, view: View): Html {
  return frame(buildFigureQuote(figure, article, sourceOf(article, view)), figure.quote, article, view, false)
}

/** A claim's sentence on the page of its own article, which needs no line that names the source. */
export function claimQuote(quote: Quote, figure: Figure | undefined, article: Article, view: View): Html {
  const source = sourceOf(article, view)
  const shown = figure
    ? buildFigureQuote(figure, article, source)
    : buildQuoteView(quote, undefined, article, source)
  return frame(shown, quote, article, view, true)
}

/** The sentence alone, small, in a list that names its source elsewhere. */
export function sentence(figure: Figure, article: Article, view: View): Html | undefined {
  const shown = buildFigureQuote(figure, article, sourceOf(article, view))
  return shown && block(shown, article)
}

const sourceOf = (article: Article, { corpus }: View) => corpus.source.get(article.sourceId)

function frame(
  shown: QuoteView | undefined,
  quote: Quote,
  article: Article,
  view: View,
  isBare: boolean,
): Html {
  const { t, lang, terms } = view
  const text = shown && shown.before + shown.mark + shown.after
  const aid = text ? buildReadingAid(text, article.lang, lang, terms) : undefined
  const deep = article.url && buildFragmentUrl(article.url, text ?? quote.exact, article.lang)
  return html`<figure class="quote">
    ${shown ? block(shown, article) : html`<p class="withheld">${t('quote.withheld')}</p>`}
    ${aid && readingAid(aid, article.lang, view)}
    <figcaption class="meta">
      ${!isBare && sourceLine(article, view)}
      ${deep && html`<a class="out" href="${deep}" rel="external">${t('quote.place')}</a>`}
    </figcaption>
  </figure>`
}

const block = ({ before, mark, after, isCutBefore, isCutAfter }: QuoteView, { lang, url }: Article): Html =>
  html`<blockquote lang="${lang}"${attribute('cite', url)} dir="auto"><p>${isCutBefore && html`<span class="cut">… </span>`}${before}${mark && html`<mark>${mark}</mark>`}${after}${isCutAfter && html`<span class="cut"> …</span>`}</p></blockquote>`

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
