import type { Article } from '../core/model/article.ts'
import type { Finding } from '../core/model/finding.ts'
import { lastAppearance } from '../core/publish/view-corpus.ts'
import { comparisonCounts, findingLabels } from '../core/publish/view-finding.ts'
import { formatDate, formatOutlets, formatQualifier, formatValue } from '../core/publish/view-format.ts'
import { type About, aboutFinding, aboutWords, distinctWords } from '../core/publish/view-title.ts'
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

/** The same on the page of an article, whose own words the caps on quotes leave no room for. */
export function findingRowBeside(article: Article, finding: Finding, view: View): Html {
  const about = aboutFinding(finding, view.corpus, view.lang)
  if (about.from?.article !== article) return findingRow(finding, view)
  const { subject, metric } = findingLabels(finding, view.corpus, view.lang)
  return row(finding, { names: distinctWords([subject, metric]) }, view, 'h3')
}

function row(finding: Finding, about: About, view: View, heading: 'h2' | 'h3'): Html {
  const { t, lang, href, corpus } = view
  const labels = findingLabels(finding, corpus, lang)
  const qualifier = formatQualifier(finding, t)
  const isApart = comparisonCounts(finding).has('different-value') || finding.status === 'disputed'
  const value = formatValue(finding, lang, t)
  const date = lastAppearance(finding)
  const words = aboutWords(about)
  const tag = trusted(heading)
  return html`<article class="row">
    <${tag} class="row-head">
      <a href="${href(`findings/${finding.id}/`)}">
        <span${classes('row-value', value.length > 6 && 'long')}>${qualifier && html`<span class="qualifier">${qualifier}</span>`}${value}</span>
        <span class="row-about">${words.length > 0 ? words.map((one) => bdi(one)) : t('finding.untitled')}</span>
      </a>
    </${tag}>
    ${!about.excerpt && labels.condition && html`<p class="row-cond">${bdi(labels.condition)}</p>`}
    <p class="meta">
      ${lamps(finding, view)}
      <span>${formatOutlets(finding, t)}</span>
      ${isApart && html`<span class="apart">${t('finding.valuesApart')}</span>`}
      ${finding.primary && html`<span>${t('finding.primaryHeld')}</span>`}
      <time datetime="${date}">${formatDate(date, lang, 'short')}</time>
    </p>
  </article>`
}
