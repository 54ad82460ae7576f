import { cite } from '../components/cite.ts'
import { fact, labelFacts } from '../components/fact.ts'
import { figureHead } from '../components/figure-head.ts'
import { findingRow } from '../components/finding-row.ts'
import { type Html, html } from '../components/html.ts'
import { figureQuote } from '../components/quote.ts'
import type { View } from '../components/view.ts'
import { foreign } from '../components/words.ts'
import type { Figure } from '../core/model/figure.ts'
import { citeFigureSource } from '../core/publish/cite.ts'
import type { PlacedFigure } from '../core/publish/view-corpus.ts'
import { figureLabels, type Labels } from '../core/publish/view-finding.ts'
import { formatDate, formatNumber, formatPhrase } from '../core/publish/view-format.ts'
import { type About, aboutFigure, formatTitle } from '../core/publish/view-title.ts'
import type { Page } from '../layouts/page.ts'

/** The page of a figure as one article prints it. */
export function figurePage(placed: PlacedFigure, view: View): Page {
  const { t, lang, corpus } = view
  const { figure, article } = placed
  const outlet = corpus.source.get(article.sourceId)?.names[lang] ?? article.sourceId
  const about = aboutFigure(placed, corpus, lang)
  const named = formatTitle(figure, about, lang, t)
  const title = t('figure.title', { title: named, outlet })
  const phrase = formatPhrase(figure, lang, t)
  const path = `figures/${figure.id}/`
  const topics = topicsOf(placed, view)
  return {
    path,
    title,
    description: t('figure.description', { value: phrase, outlet }),
    ogTopic: topics[0]?.id,
    ogType: 'article',
    crumbs: [
      { name: t('nav.articles'), path: 'articles/' },
      { name: outlet, path: `sources/${article.sourceId}/` },
      { name: phrase },
    ],
    head: article.url ? html`<meta name="DC.source" content="${article.url}" />` : undefined,
    main: body(placed, about, view, cite(citeFacts(placed, { title, named, path }, view), view)),
  }
}

function topicsOf({ figure, article }: PlacedFigure, { corpus }: View) {
  const ids = corpus.findingOfFigure.get(figure.id)?.topics ?? article.topics
  return ids.flatMap((id) => corpus.topic.get(id) ?? [])
}

function citeFacts(
  placed: PlacedFigure,
  { title, named, path }: { title: string; named: string; path: string },
  { corpus, lang, t }: View,
) {
  const source = citeFigureSource(placed, corpus, lang, t, named)
  return { id: placed.figure.id, title, path, date: placed.article.retrievedAt, source }
}

function body(placed: PlacedFigure, about: About, view: View, cited: Html): Html {
  const { figure, article } = placed
  const { corpus, lang } = view
  const finding = corpus.findingOfFigure.get(figure.id)
  const labels = figureLabels(placed, corpus, lang)
  const row =
    finding &&
    html`<section aria-labelledby="finding"><h2 id="finding">${view.t('figure.finding')}</h2>${findingRow(finding, view)}</section>`
  return html`<div class="card">
    <div class="card-main">
      ${figureHead(figure, about, figure, labels.condition, topicsOf(placed, view), view)}
      ${figureQuote(figure, article, view)}
    </div>
    ${facts(placed, about.excerpt && labels, view)}
  </div>
  ${row}
  ${cited}`
}

function facts({ figure, article }: PlacedFigure, labels: Labels | undefined, view: View): Html {
  const { t, lang } = view
  const { speaker, polarity, tense, change, page } = figure
  const { published } = article
  const other = foreign(article.lang, view)
  const reads = formatPhrase(figure, lang, t)
  return html`<dl class="facts">
    ${fact(t('figure.asWritten'), html`<bdi class="written"${other}>${figure.asWritten}</bdi>`)}
    ${reads !== figure.asWritten && fact(t('figure.reads'), reads)}
    ${labels && labelFacts(labels, view)}
    ${fact(t('figure.unit'), t(`unit.${figure.unit}`))}
    ${figure.qualifier !== 'exact' && fact(t('figure.qualifier'), t(`qualifier.${figure.qualifier}`))}
    ${speaker && fact(t('figure.speaker'), html`<bdi${other}>${speaker}</bdi>`)}
    ${polarity !== 'asserted' && fact(t('figure.polarity'), t(`polarity.${polarity}`))}
    ${tense === 'forecast' && fact(t('figure.tense'), t('tense.forecast'))}
    ${change && fact(t('figure.change'), t(`change.${change}`))}
    ${figure.interval && fact(t('figure.interval'), formatInterval(figure.interval, view))}
    ${page !== undefined && fact(t('figure.page'), page)}
    ${published && fact(t('facts.published'), html`<time datetime="${published}">${formatDate(published, lang)}</time>`)}
  </dl>`
}

function formatInterval({ low, high, level }: NonNullable<Figure['interval']>, { t, lang }: View): string {
  const range = t('value.range', { low: formatNumber(low, lang), high: formatNumber(high, lang) })
  return level === undefined ? range : `${range} (${formatNumber(level, lang)}%)`
}
