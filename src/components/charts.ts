import type { Finding } from '../core/model/finding.ts'
import { LANGS } from '../core/model/lang.ts'
import { keepLast } from '../core/publish/recent.ts'
import { type BarChart, barChart, LANE, laneChart } from '../core/publish/view-chart.ts'
import { axisTime } from '../core/publish/view-dates.ts'
import { type Appearance, findingLabels, type Words } from '../core/publish/view-finding.ts'
import { formatDate, formatNumber, formatPhrase } from '../core/publish/view-format.ts'
import { editionOf } from '../i18n/index.ts'
import { classes, type Html, html } from './html.ts'
import type { View } from './view.ts'
import { bdi } from './words.ts'

/** Findings of one metric and unit as bars, and the same numbers as a table. */
export function bars(findings: readonly Finding[], caption: string, view: View, current?: string): Html {
  const isPercent = findings[0]?.unit === 'percent'
  const { chart, drawings } = drawBars(findings, isPercent)
  const labels = labelsOf(findings, view)
  const drawn = findings.map((finding, index) => {
    const value = formatPhrase(finding, view.lang, view.t)
    const to = finding.id === current ? undefined : view.href(`findings/${finding.id}/`)
    return barLine(drawings[index]!, labels[index]!, value, to)
  })
  return html`<figure class="chart">
    <figcaption>${caption}</figcaption>
    <ol class="bars">${drawn}</ol>
    ${drawAxis(chart, isPercent, view)}
    ${barTable(findings, labels, view)}
  </figure>`
}

/** The bars themselves, which are the same in all editions. */
const drawBars = keepLast((findings: readonly Finding[], isPercent: boolean) => {
  const chart = barChart(findings, isPercent)
  return { chart, drawings: chart.bars.map(drawBar) }
})

/** A caption begins as a sentence does, unless its first word is a sign such as `p(doom)`. */
export const capitalize = (text: string): string =>
  /^[a-z]+(?:[ ,-]|$)/.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text

/** Whose figure a bar is. */
interface BarLabel {
  subject: Words
  /** Where several bars are about one subject. */
  condition?: Words | undefined
}

function labelsOf(findings: readonly Finding[], { corpus, lang, t }: View): BarLabel[] {
  const all = findings.map((finding) => findingLabels(finding, corpus, lang))
  return all.map(({ subject = { text: t('finding.noSubject') }, condition }) => {
    const isAlone = all.filter((other) => other.subject?.text === subject.text).length < 2
    return { subject, condition: isAlone ? undefined : condition }
  })
}

function drawBar({ width, end }: BarChart['bars'][number]): Html {
  const beyond =
    end !== undefined &&
    html`<rect class="to" x="${width}%" width="${Math.max(end - width, 0.5)}%" height="8" />`
  return html`<svg width="100%" height="8" aria-hidden="true"><rect width="${Math.max(width, 0.5)}%" height="8" />${beyond}</svg>`
}

/** A bar leads to its finding; the page's own has no address. */
const barLine = (
  drawing: Html,
  { subject, condition }: BarLabel,
  value: string,
  to: string | undefined,
): Html =>
  html`<li${classes(to === undefined && 'current')}><span>${to === undefined ? bdi(subject) : html`<a href="${to}">${bdi(subject)}</a>`}${condition && html` <small>${bdi(condition)}</small>`}</span><span class="bar-value">${value}</span>${drawing}</li>`

function drawAxis({ ticks }: BarChart, isPercent: boolean, { lang }: View): Html {
  const names = ticks.map(({ x, value }) => {
    const anchor = x < 4 ? 'start' : x > 96 ? 'end' : 'middle'
    return html`<line x1="${x}%" x2="${x}%" y1="0" y2="4" /><text x="${x}%" y="16" text-anchor="${anchor}">${formatNumber(value, lang)}${isPercent && '%'}</text>`
  })
  return html`<svg class="axis" width="100%" height="20" aria-hidden="true"><line x2="100%" />${names}</svg>`
}

function barTable(findings: readonly Finding[], labels: BarLabel[], view: View): Html {
  const { t, lang, href } = view
  const rows = findings.map((finding, index) => {
    const { subject, condition } = labels[index]!
    return html`<tr><th scope="row"><a href="${href(`findings/${finding.id}/`)}">${bdi(subject)}</a>${condition && html`<span class="reason">${bdi(condition)}</span>`}</th><td class="num">${formatPhrase(finding, lang, t)}</td><td class="num">${finding.independentSources}</td></tr>`
  })
  return html`<details>
    <summary>${t('chart.table')}</summary>
    <table>
      <thead><tr><th scope="col">${t('chart.subject')}</th><th scope="col" class="num">${t('chart.value')}</th><th scope="col" class="num">${t('chart.outlets')}</th></tr></thead>
      <tbody>${rows}</tbody>
    </table>
  </details>`
}

/** Dots beyond this many add bytes but no picture. */
const MOST_DOTS = 60

/** Appearances on three lanes, one a language; the list below it carries the same in words. */
export function lanes(appearances: readonly Appearance[], { t, lang }: View): Html {
  const { height, ticks, lines, marks } = drawLanes(appearances)
  const names = LANGS.map((name) => html`<span lang="${name}">${editionOf(name).short}</span>`)
  // Where all are the first of a month, months are named.
  const precision = ticks.every(({ date }) => date.endsWith('-01')) ? 7 : 10
  const axis = ticks.map(
    ({ x, date }) =>
      html`<text x="${x}%" y="${height - 4}" text-anchor="middle">${formatDate(date.slice(0, precision), lang, 'short')}</text>`,
  )
  return html`<div class="lanes" role="img" aria-label="${t('finding.lanes')}"><div class="lane-names" aria-hidden="true">${names}</div><svg width="100%" height="${height}" aria-hidden="true">${lines}${axis}${marks}</svg></div>`
}

/** Lanes and dots, which are the same in all editions, and where the axis names a date. */
const drawLanes = keepLast((appearances: readonly Appearance[]) => {
  const step = Math.max(1, Math.ceil(appearances.length / MOST_DOTS))
  const shown = appearances.filter((_, index) => index % step === 0)
  const points = shown.map(({ member }) => ({
    time: axisTime(member.published ?? member.firstSeenAt),
    lane: LANGS.indexOf(member.lang),
  }))
  const { height, ticks, dots } = laneChart(points, LANGS.length)
  const lines = LANGS.map((_, index) => {
    const y = index * LANE + LANE / 2
    return html`<line class="lane" x1="0" x2="100%" y1="${y}" y2="${y}" />`
  })
  const marks = dots.map(({ x, y, index }) => {
    const { isPrimary, member } = shown[index]!
    return html`<circle${classes('dot', isPrimary && 'primary', member.relation === 'variant' && 'variant')} cx="${x}%" cy="${y}" r="5" />`
  })
  return { height, ticks, lines: html`${lines}`, marks: html`${marks}` }
})
