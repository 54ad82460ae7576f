import type { Article } from '../core/model/article.ts'
import type { Figure } from '../core/model/figure.ts'
import { figureLabels } from '../core/publish/view-finding.ts'
import { formatOutlets, formatPhrase } from '../core/publish/view-format.ts'
import { aboutFigure, distinctWords } from '../core/publish/view-title.ts'
import { type Html, html } from './html.ts'
import { sentence } from './quote.ts'
import type { View } from './view.ts'
import { bdi, foreign } from './words.ts'

/** Lines beyond this many would make the page heavy; every figure has a page of its own. */
const MOST_LINES = 60

/**
 * The figures of an article: what is printed, what it measures, the sentence where the caps on quotes leave room for it, and the
 * finding that it belongs to. The page of each figure has its sentence.
 */
export function figureList(article: Article, quotable: ReadonlySet<Figure>, view: View): Html {
  const lines = article.figures
    .slice(0, MOST_LINES)
    .map((figure) => line(figure, article, quotable.has(figure), view))
  return html`<ul class="figures">${lines}</ul>`
}

function line(figure: Figure, article: Article, isQuotable: boolean, view: View): Html {
  const { t, lang, href, corpus } = view
  const labels = figureLabels({ figure, article }, corpus, lang)
  const finding = corpus.findingOfFigure.get(figure.id)
  const phrase = formatPhrase(figure, lang, t)
  const { names, excerpt } = aboutFigure({ figure, article }, corpus, lang)
  // An excerpt of every figure would be most of the text: where its sentence may not stand, the words cut from it do.
  const about =
    excerpt && !isQuotable
      ? distinctWords([
          figure.unit === 'count' ? labels.unitDetail : undefined,
          labels.subject,
          labels.metric,
        ])
      : names
  return html`<li>
    <a class="written" href="${href(`figures/${figure.id}/`)}"${foreign(article.lang, view)}><bdi>${figure.asWritten}</bdi></a>
    <div>
      ${about.length > 0 && html`<p class="row-about">${about.map((words) => bdi(words))}</p>`}
      ${labels.condition && html`<p class="row-cond">${bdi(labels.condition)}</p>`}
      ${isQuotable && sentence(figure, article, view)}
    </div>
    <p class="meta">
      ${phrase !== figure.asWritten && html`<span>${t('figure.reads')} ${phrase}</span>`}
      ${finding && html`<a href="${href(`findings/${finding.id}/`)}">${formatOutlets(finding, t)}</a>`}
    </p>
  </li>`
}
