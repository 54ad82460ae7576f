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
    <ol class="history">${inLines(findingHistory(finding, view.corpus)).map((events) => happened(events, view))}</ol>
  </section>`

/** Outlets that joined in the same minute, as those of one run do, share a line, and are named once. */
function inLines(events: readonly HistoryEvent[]): HistoryEvent[][] {
  const said = new Set<string>()
  const news = events.filter(({ kind, at, article }) => {
    const key = `${at.slice(0, 16)} ${article?.sourceId}`
    const isAgain = kind === 'joined' && said.has(key)
    said.add(key)
    return !isAgain
  })
  const lines = Map.groupBy(news, ({ kind, at }, index) =>
    kind === 'joined' ? at.slice(0, 16) : String(index),
  )
  return [...lines.values()]
}

function happened(events: HistoryEvent[], view: View): Html {
  const { t, lang, href, corpus } = view
  const { kind, at, article, asWritten, by } = events[0]!
  const names = events.flatMap((event) => event.article?.sourceId ?? [])
  const outlet = [...new Set(names)].map((id) => corpus.source.get(id)?.names[lang] ?? id)
  const written =
    asWritten && html`<bdi class="written"${attribute('lang', article?.lang)}>${asWritten}</bdi>`
  const later = by && html`<a href="${href(`findings/${by.id}/`)}">${findingName(by, view)}</a>`
  const said = t(`history.${kind}`, { outlet: outlet.join(t('list.comma')) })
  return html`<li><time datetime="${at}">${formatInstant(at, lang)}</time> <span>${said} ${written}${later}</span></li>`
}
