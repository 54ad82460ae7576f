import type { Figure } from '../core/model/figure.ts'
import type { Topic } from '../core/model/vocabulary.ts'
import type { Words } from '../core/publish/view-finding.ts'
import { formatQualifier, formatValue, type Valued } from '../core/publish/view-format.ts'
import { type About, aboutWords } from '../core/publish/view-title.ts'
import { classes, type Html, html } from './html.ts'
import type { View } from './view.ts'
import { bdi } from './words.ts'

/**
 * The figure card's head: value large, then what it measures, of whom and under which condition. Words of the sentence that the
 * card quotes below are for those who hear or list headings; others would read them twice.
 */
export function figureHead(
  valued: Valued,
  about: About,
  quoted: Figure | undefined,
  condition: Words | undefined,
  topics: Topic[],
  view: View,
): Html {
  const { t } = view
  const shown = aboutWords(about).map((words) => bdi(words))
  const isTwice = about.from !== undefined && about.from.figure === quoted
  return html`${topics.length > 0 && topicKicker(topics, view)}
  <h1 class="figure-head">
    ${figureValue(valued, view)}
    <span${classes('figure-about', isTwice && 'heard')}>${shown}</span>
  </h1>
  ${condition && html`<p class="figure-cond"><span class="label">${t('facts.condition')}</span> ${bdi(condition)}</p>`}`
}

/** The value, as large as a page has room for. The unit of a time or of points is smaller than its number, and beside it. */
export function figureValue(valued: Valued, { t, lang }: View): Html {
  const qualifier = formatQualifier(valued, t)
  const value = formatValue(valued, lang, t)
  const isUnitSmall = valued.unit === 'duration' || valued.unit === 'percentage_point'
  const [, number = value, unit] = (isUnitSmall && /^([\d.,–]+)(\D+)$/.exec(value)) || []
  return html`<span${classes('figure-value', number.length > LONGEST_LARGE && 'long')}>${qualifier && html`<span class="qualifier">${qualifier} </span>`}${number}${unit && html`<span class="unit">${unit}</span>`}</span>`
}

/** Characters of a value in the largest type: more do not fit on a phone's line. */
const LONGEST_LARGE = 7

/** The line of topics above a headline. */
export const topicKicker = (topics: Topic[], { href, lang }: View): Html =>
  html`<p class="kicker">${topics.map((topic) => html`<a href="${href(`topics/${topic.id}/`)}">${topic.names[lang]}</a>`)}</p>`
