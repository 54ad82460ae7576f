import type { Topic } from '../core/model/vocabulary.ts'
import { aboutWords, type Labels } from '../core/publish/view-finding.ts'
import { formatQualifier, formatValue, type Valued } from '../core/publish/view-format.ts'
import { type Html, html } from './html.ts'
import type { View } from './view.ts'
import { bdi } from './words.ts'

/** The figure card's head: value large, then what it measures, of whom and under which condition. */
export function figureHead(valued: Valued, labels: Labels, topics: Topic[], view: View): Html {
  const { t, lang } = view
  const isQualified = valued.qualifier !== 'exact'
  return html`${topics.length > 0 && topicKicker(topics, view)}
  <h1 class="figure-head">
    <span class="figure-value">${isQualified && html`<span class="qualifier">${formatQualifier(valued.qualifier, t)} </span>`}${formatValue(valued, lang, t)}</span>
    <span class="figure-about">${aboutWords(valued, labels).map((words) => bdi(words))}</span>
  </h1>
  ${labels.condition && html`<p class="figure-cond"><span class="label">${t('facts.condition')}</span> ${bdi(labels.condition)}</p>`}`
}

/** The line of topics above a headline. */
export const topicKicker = (topics: Topic[], { href, lang }: View): Html =>
  html`<p class="kicker">${topics.map((topic) => html`<a href="${href(`topics/${topic.id}/`)}">${topic.names[lang]}</a>`)}</p>`
