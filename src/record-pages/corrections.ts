import { type Html, html } from '../components/html.ts'
import type { View } from '../components/view.ts'
import { findingName, foreign } from '../components/words.ts'
import type { Change } from '../core/publish/changes.ts'
import { formatDate } from '../core/publish/view-format.ts'
import type { Page as Part } from '../core/publish/view-page.ts'
import type { Page } from '../layouts/page.ts'
import { list } from './lists.ts'

/** What was changed after the fact, by whom, latest first. */
export function correctionsPage(part: Part<Change>, view: View): Page {
  const days = [...Map.groupBy(part.items, ({ at }) => at.slice(0, 10))].map(
    ([date, changes]) => html`<li>
      <p class="thread-date"><time datetime="${date}">${formatDate(date, view.lang, 'short')}</time></p>
      <ul class="thread-list">${changes.map((change) => line(change, view))}</ul>
    </li>`,
  )
  const items = days.length > 0 ? html`<ol class="thread">${days}</ol>` : html``
  return list('corrections', view.t('feed.corrections.about'), part, items, view)
}

const line = (change: Change, view: View): Html =>
  html`<li><a href="${view.href(`findings/${change.finding.id}/`)}">${findingName(change.finding, view)}</a> <span class="meta">${happened(change, view)}</span></li>`

function happened({ what, placed }: Change, view: View): Html {
  const { t, lang, href, corpus } = view
  if (what.kind === 'superseded')
    return html`<span>${t('finding.superseded')} <a href="${href(`findings/${what.by.id}/`)}">${findingName(what.by, view)}</a></span>`
  const { article } = what
  const outlet = corpus.source.get(article.sourceId)?.names[lang] ?? article.sourceId
  const printed = what.kind === 'different-value' ? [placed?.figure.asWritten ?? ''] : what.asWritten
  const words = printed.map((one) => html` <bdi class="written"${foreign(article.lang, view)}>${one}</bdi>`)
  const said =
    what.kind === 'different-value' ? t('change.printed', { outlet }) : t(`history.${what.kind}`, { outlet })
  return html`<a href="${href(`articles/${article.id}/`)}">${said}${words}</a>`
}
