import type { Article } from '../core/model/article.ts'
import type { Figure } from '../core/model/figure.ts'
import { aboutWords, figureLabels } from '../core/publish/view-finding.ts'
import { formatOutlets, formatPhrase } from '../core/publish/view-format.ts'
import { type Html, html } from './html.ts'
import type { View } from './view.ts'
import { bdi, foreign } from './words.ts'

/** Rows beyond this many would make the page heavy; every figure has a page of its own. */
const MOST_ROWS = 60

/** The figures of an article: what is printed, what it measures, and the finding that it belongs to. */
export function figureTable(article: Article, view: View): Html {
  const { t } = view
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${t('article.figuresTitle')}">
    <table class="figures">
      <thead><tr><th scope="col">${t('figure.asWritten')}</th><th scope="col" class="num">${t('figure.reads')}</th><th scope="col">${t('figure.about')}</th><th scope="col">${t('facts.condition')}</th><th scope="col">${t('figure.carriedBy')}</th></tr></thead>
      <tbody>${article.figures.slice(0, MOST_ROWS).map((figure) => line(figure, article, view))}</tbody>
    </table>
  </div>`
}

function line(figure: Figure, article: Article, view: View): Html {
  const { t, lang, href, corpus } = view
  const labels = figureLabels({ figure, article }, corpus, lang)
  const finding = corpus.findingOfFigure.get(figure.id)
  const carried =
    finding && html`<a href="${href(`findings/${finding.id}/`)}">${formatOutlets(finding, t)}</a>`
  return html`<tr>
    <th scope="row"><a class="written" href="${href(`figures/${figure.id}/`)}"${foreign(article.lang, view)}><bdi>${figure.asWritten}</bdi></a></th>
    <td class="num">${formatPhrase(figure, lang, t)}</td>
    <td>${aboutWords(figure, labels).map((words) => bdi(words, 'part'))}</td>
    <td>${labels.condition && bdi(labels.condition)}</td>
    <td>${carried}</td>
  </tr>`
}
