import type { Finding } from '../core/model/finding.ts'
import { lastAppearance } from '../core/publish/view-corpus.ts'
import { findingLabels, valuesApart } from '../core/publish/view-finding.ts'
import { formatDate, formatOutlets, formatQualifier, formatValue } from '../core/publish/view-format.ts'
import { type About, aboutFinding, aboutWords } from '../core/publish/view-title.ts'
import { classes, type Html, html, trusted } from './html.ts'
import { lamps } from './lamps.ts'
import { remember } from './remember.ts'
import type { View } from './view.ts'
import { bdi } from './words.ts'

/** One line of the ledger: value, what it measures, who carries it. */
export function findingRow(finding: Finding, view: View, heading: 'h2' | 'h3' = 'h3'): Html {
  return remember(finding, `${view.lang} ${heading}`, () => {
    const about = aboutFinding(finding, view.corpus, view.lang)
    return row(finding, about, view, heading)
  })
}

function row(finding: Finding, about: About, view: View, heading: 'h2' | 'h3'): Html {
  const { t, lang, href, corpus } = view
  const labels = findingLabels(finding, corpus, lang)
  const qualifier = formatQualifier(finding, t)
  const value = formatValue(finding, lang, t)
  const date = lastAppearance(finding)
  const words = aboutWords(about)
  const tag = trusted(heading)
  return html`<article class="row">
    <${tag} class="row-head">
      <a href="${href(`findings/${finding.id}/`)}">
        <span${classes('row-value', value.length > 5 && 'long')}>${qualifier && html`<span class="qualifier">${qualifier}</span>`}${value}</span>
        <span class="row-about">${words.length > 0 ? words.map((one) => bdi(one)) : t('finding.untitled')}</span>
      </a>
    </${tag}>
    ${!about.excerpt && labels.condition && html`<p class="row-cond">${bdi(labels.condition)}</p>`}
    <p class="meta">
      ${lamps(finding, view)}
      <span>${formatOutlets(finding, t)}</span>
      ${valuesApart(finding) && html`<span class="apart">${t('finding.valuesApart')}</span>`}
      ${finding.primary && html`<span>${t('finding.primaryHeld')}</span>`}
      <time datetime="${date}">${formatDate(date, lang, 'short')}</time>
    </p>
  </article>`
}
