import { COMPARISONS, type Finding } from '../core/model/finding.ts'
import { type Appearance, comparisonCounts } from '../core/publish/view-finding.ts'
import { type Html, html } from './html.ts'
import { figureQuote } from './quote.ts'
import type { View } from './view.ts'

/** Pairs of quotes shown; the list of appearances names the others. */
const MOST_PAIRS = 4

/** The primary's words beside those of outlets that differ from it: both quotes, no verdict. */
export function comparison(finding: Finding, held: readonly Appearance[], view: View): Html | undefined {
  const { t } = view
  const counts = comparisonCounts(finding)
  const primary = held.find(({ isPrimary }) => isPrimary)
  if (!primary || counts.size === 0) return undefined
  const tally = COMPARISONS.filter((name) => counts.has(name)).map(
    (name) =>
      html`<li class="cmp cmp-${name}">${t(`comparison.${name}`)} <span class="count">${counts.get(name)}</span></li>`,
  )
  return html`<section aria-labelledby="comparison">
    <h2 id="comparison">${t('finding.comparison')}</h2>
    <ul class="tally">${tally}</ul>
    ${pairs(primary, held, view)}
    <p class="note">${t('finding.comparisonNote')}${counts.has('not-checked') && html` ${t('finding.notChecked')}`} <a href="${view.href('methods/')}#comparison">${t('finding.comparisonMore')}</a></p>
  </section>`
}

function pairs(primary: Appearance, held: readonly Appearance[], view: View): Html | undefined {
  const { t } = view
  const differing = held
    .filter(({ member, isPrimary }) => !isPrimary && !['same', 'not-checked'].includes(member.comparison))
    .slice(0, MOST_PAIRS)
  if (differing.length === 0) return undefined
  const quote = ({ placed: { figure, article } }: Appearance) => figureQuote(figure, article, view)
  return html`<div class="pairs">
    <div class="pair-primary"><h3>${t('finding.primaryWords')}</h3>${quote(primary)}</div>
    <div>${differing.map((one) => html`<div class="pair"><h3>${t(`comparison.${one.member.comparison}`)}</h3>${quote(one)}</div>`)}</div>
  </div>`
}
