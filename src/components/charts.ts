import type { Finding } from '../core/model/finding.ts'
import { LANGS } from '../core/model/lang.ts'
import { type BarChart, barChart, laneChart } from '../core/publish/view-chart.ts'
import { axisTime } from '../core/publish/view-dates.ts'
import { type Appearance, findingLabels, type Words } from '../core/publish/view-finding.ts'
import { formatDate, formatNumber, formatPhrase } from '../core/publish/view-format.ts'
import { editionOf } from '../i18n/index.ts'
import { attribute, classes, type Html, html } from './html.ts'
import type { View } from './view.ts'

/** Findings of one metric and unit as bars, and the same numbers as a table. */
export function bars(findings: Finding[], caption: string, view: View, current?: string): Html {
  const isPercent = findings[0]?.unit === 'percent'
  const chart = barChart(findings, isPercent)
  const labels = labelsOf(findings, view)
  const drawn = chart.bars.map((bar) => {
    const finding = findings[bar.index]!
    const label = labels[bar.index]!.text
    return drawBar(bar, chart, finding.id === current, label, formatPhrase(finding, view.lang, view.t))
  })
  return html`<figure class="chart">
    <figcaption>${caption}</figcaption>
    <svg viewBox="0 0 ${chart.width} ${chart.height}" width="${chart.width}" height="${chart.height}" role="img" aria-label="${caption}">${drawAxis(chart, isPercent, view)}${drawn}</svg>
    ${barTable(findings, labels, view)}
  </figure>`
}

/** Whose figure each bar is, with its condition where several bars are about one subject. */
function labelsOf(findings: Finding[], { corpus, lang, t }: View): Words[] {
  const all = findings.map((finding) => findingLabels(finding, corpus, lang))
  return all.map(({ subject = { text: t('finding.noSubject') }, condition }) => {
    const isAlone = all.filter((other) => other.subject?.text === subject.text).length < 2
    return isAlone || !condition ? subject : { ...subject, text: `${subject.text} · ${condition.text}` }
  })
}

const clip = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 39).join('')}…` : text)

function drawAxis({ ticks, width, height }: BarChart, isPercent: boolean, { lang }: View): Html[] {
  return ticks.map(({ x, value }) => {
    const anchor = x < 8 ? 'start' : x > width - 12 ? 'end' : 'middle'
    return html`<g><line class="grid" x1="${x + 1}" x2="${x + 1}" y1="0" y2="${height - 18}" /><text class="tick" x="${x + 1}" y="${height - 4}" text-anchor="${anchor}">${formatNumber(value, lang)}${isPercent && '%'}</text></g>`
  })
}

function drawBar(
  { y, width, end }: BarChart['bars'][number],
  chart: BarChart,
  isCurrent: boolean,
  label: string,
  value: string,
): Html {
  const beyond =
    end !== undefined &&
    html`<rect class="to" x="${width}" y="${y + 22}" width="${Math.max(end - width, 1)}" height="8" />`
  return html`<g${classes('bar', isCurrent && 'current')}><text x="1" y="${y + 16}">${clip(label)}</text><text class="bar-value" x="${chart.width - 1}" y="${y + 16}" text-anchor="end">${value}</text><rect x="1" y="${y + 22}" width="${Math.max(width, 1)}" height="8" />${beyond}</g>`
}

function barTable(findings: Finding[], labels: Words[], view: View): Html {
  const { t, lang, href } = view
  const rows = findings.map((finding, index) => {
    const words = labels[index]!
    return html`<tr><th scope="row"><a href="${href(`findings/${finding.id}/`)}"${attribute('lang', words.lang)}><bdi>${words.text}</bdi></a></th><td class="num">${formatPhrase(finding, lang, t)}</td><td class="num">${finding.independentSources}</td></tr>`
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
export function lanes(appearances: Appearance[], { t, lang }: View): Html {
  const step = Math.max(1, Math.ceil(appearances.length / MOST_DOTS))
  const shown = appearances.filter((_, index) => index % step === 0)
  const points = shown.map(({ member }) => ({
    time: axisTime(member.published ?? member.firstSeenAt),
    lane: LANGS.indexOf(member.lang),
  }))
  const { width, height, ticks, dots } = laneChart(points, LANGS.length)
  const names = LANGS.map(
    (name, index) =>
      html`<g><line class="lane" x1="56" x2="${width}" y1="${index * 26 + 13}" y2="${index * 26 + 13}" /><text class="lane-name" x="0" y="${index * 26 + 18}" lang="${name}">${editionOf(name).short}</text></g>`,
  )
  const axis = ticks.map(
    ({ x, date }) =>
      html`<text class="tick" x="${x}" y="${height - 4}" text-anchor="${x > width - 50 ? 'end' : 'middle'}">${formatDate(date, lang, 'short')}</text>`,
  )
  const marks = dots.map(({ x, y, index }) => {
    const { isPrimary, member } = shown[index]!
    return html`<circle${classes('dot', isPrimary && 'primary', member.relation === 'variant' && 'variant')} cx="${x}" cy="${y}" r="5" />`
  })
  return html`<svg class="lanes" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${t('finding.lanes')}">${names}${axis}${marks}</svg>`
}
