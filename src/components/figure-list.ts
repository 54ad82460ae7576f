import type { Article } from '../core/model/article.ts'
import type { Figure } from '../core/model/figure.ts'
import { figureLabels, type Labels, valuesApart, type Words } from '../core/publish/view-finding.ts'
import { formatOutlets, formatPhrase } from '../core/publish/view-format.ts'
import { aboutFigure, distinctWords } from '../core/publish/view-title.ts'
import { classes, type Html, html } from './html.ts'
import { lamps } from './lamps.ts'
import { sentence } from './quote.ts'
import type { View } from './view.ts'
import { bdi, foreign } from './words.ts'

/** Lines beyond this many would make the page heavy; every figure has a page of its own. */
const MOST_LINES = 60

/**
 * The figures of an article: what is printed, what it measures, the sentence where the caps on quotes leave room for it, and the
 * finding that it belongs to. A figure that the article prints again in the same words has one line, with links to its other
 * places. The page of each figure has its sentence.
 */
export function figureList(article: Article, quotable: ReadonlySet<Figure>, view: View): Html {
  const places = Map.groupBy(article.figures, ({ id, asWritten }) => {
    const finding = view.corpus.findingOfFigure.get(id)
    return finding ? `${finding.id} ${asWritten}` : id
  })
  const lines = [...places.values()].slice(0, MOST_LINES).map((same) => {
    const shown = same.find((figure) => quotable.has(figure)) ?? same[0]!
    const others = same.filter((figure) => figure !== shown)
    return line(shown, others, article, quotable.has(shown), view)
  })
  return html`<ul class="figures">${lines}</ul>`
}

function line(figure: Figure, others: Figure[], article: Article, isQuotable: boolean, view: View): Html {
  const { t, lang, href, corpus } = view
  const labels = figureLabels({ figure, article }, corpus, lang)
  const finding = corpus.findingOfFigure.get(figure.id)
  const phrase = formatPhrase(figure, lang, t)
  const { names, excerpt } = aboutFigure({ figure, article }, corpus, lang)
  // An excerpt of every figure would be most of the text: where its sentence may not stand, the words cut from it do.
  const about = excerpt && !isQuotable ? aboutBriefly(figure, labels) : names
  return html`<li>
    ${place(figure, 'written', article, view)}
    <div>
      ${about.length > 0 && html`<p class="row-about">${about.map((words) => bdi(words))}</p>`}
      ${labels.condition && html`<p class="row-cond">${bdi(labels.condition)}</p>`}
      ${isQuotable && sentence(figure, article, view)}
      <p class="meta">
        ${phrase !== figure.asWritten && html`<span>${t('figure.reads')} ${phrase}</span>`}
        ${finding && html`${lamps(finding, view)}<a href="${href(`findings/${finding.id}/`)}">${formatOutlets(finding, t)}</a>`}
        ${finding && valuesApart(finding) && html`<span class="apart">${t('finding.valuesApart')}</span>`}
        ${others.length > 0 && html`<span>${t('article.again')} ${others.map((other) => place(other, undefined, article, view))}</span>`}
      </p>
    </div>
  </li>`
}

/** A figure as printed, linked to its page. */
const place = (figure: Figure, name: string | undefined, article: Article, view: View): Html =>
  html`<a${classes(name)} href="${view.href(`figures/${figure.id}/`)}"${foreign(article.lang, view)}><bdi>${figure.asWritten}</bdi></a> `

/** What is counted, whose it is and what it measures, without what the figure as printed says already. */
function aboutBriefly({ unit, asWritten }: Figure, { unitDetail, subject, metric }: Labels): Words[] {
  const isKnown = subject && !subject.isCut
  const said = [
    !isKnown && unit === 'count' && unitDetail && readsWell(unitDetail.text) ? unitDetail : undefined,
    subject && (isKnown || readsWell(subject.text)) ? subject : undefined,
    metric?.isCut && subject ? undefined : metric,
  ]
  const printed = asWritten.toLowerCase()
  return distinctWords(said).filter(({ text }) => !printed.includes(text.toLowerCase()))
}

/** Words cut in the midst of a clause name nothing: with a number in them, long, or ending in a particle or a pronoun. */
const readsWell = (words: string): boolean =>
  words.length <= (/\p{Script=Han}/u.test(words) ? 10 : 40) &&
  !/\d|[两兩數数]|[一二三四五六七八九十百千萬万億亿]{2}|^(?:it|they|he|she|we|this|that|these|those)\b|[的了著着過过用在與与和及為为把被將将是中]$/iu.test(
    words,
  )
