import type { Appearance } from '../core/publish/view-finding.ts'
import { formatDate, formatUndated } from '../core/publish/view-format.ts'
import { classes, type Html, html } from './html.ts'
import type { View } from './view.ts'
import { foreign } from './words.ts'

/** Appearances along the red line, earliest first. */
export const appearanceList = (held: readonly Appearance[], view: View): Html =>
  html`<ol class="thread">${held.map((one) => appearance(one, view))}</ol>`

function appearance({ member, placed: { figure, article }, isPrimary }: Appearance, view: View): Html {
  const { t, lang, href, corpus } = view
  const date = member.published
  const isForeign = article.lang !== lang
  const comparison = isPrimary
    ? html`<span class="is-primary">${t('finding.isPrimary')}</span>`
    : html`<span class="cmp cmp-${member.comparison}">${t(`comparison.${member.comparison}`)}</span>`
  return html`<li${classes(isPrimary && 'primary', member.relation === 'variant' && 'variant')}>
    <p class="thread-date">${date ? html`<time datetime="${date}">${formatDate(date, lang, 'short')}</time>` : formatUndated(article, t)}</p>
    <div>
      <p class="thread-title"><a href="${href(`articles/${article.id}/`)}"${foreign(article.lang, view)}><bdi>${article.title}</bdi></a></p>
      <p class="meta">
        <span class="outlet">${corpus.source.get(article.sourceId)?.names[lang] ?? article.sourceId}</span>
        ${isForeign && html`<span>${t(`lang.${article.lang}`)}</span>`}
        <a href="${href(`figures/${figure.id}/`)}">${t('finding.writes')} <bdi class="written"${foreign(article.lang, view)}>${figure.asWritten}</bdi></a>
        ${comparison}
      </p>
    </div>
  </li>`
}
