import type { Finding } from '../core/model/finding.ts'
import { formatInstant } from '../core/publish/view-format.ts'
import { findingHistory, type HistoryEvent } from '../core/publish/view-history.ts'
import { attribute, type Html, html } from './html.ts'
import type { View } from './view.ts'
import { findingName } from './words.ts'

/** What our records say about a finding's changes. */
export const history = (finding: Finding, view: View): Html =>
  html`<section aria-labelledby="history">
    <h2 id="history">${view.t('finding.history')}</h2>
    <ol class="history">${findingHistory(finding, view.corpus).map((event) => happened(event, view))}</ol>
  </section>`

function happened({ kind, at, article, asWritten, by }: HistoryEvent, view: View): Html {
  const { t, lang, href, corpus } = view
  const outlet = (article && corpus.source.get(article.sourceId)?.names[lang]) ?? article?.sourceId ?? ''
  const written =
    asWritten && html`<bdi class="written"${attribute('lang', article?.lang)}>${asWritten}</bdi>`
  const later = by && html`<a href="${href(`findings/${by.id}/`)}">${findingName(by, view)}</a>`
  return html`<li><time datetime="${at}">${formatInstant(at, lang)}</time> <span>${t(`history.${kind}`, { outlet })} ${written}${later}</span></li>`
}
