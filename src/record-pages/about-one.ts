import { articleRow, ownArticleRow } from '../components/article-row.ts'
import { bars, capitalize } from '../components/charts.ts'
import { fact } from '../components/fact.ts'
import { findingRow } from '../components/finding-row.ts'
import { attribute, type Html, html } from '../components/html.ts'
import { pager } from '../components/pager.ts'
import type { View } from '../components/view.ts'
import type { Article } from '../core/model/article.ts'
import type { Entity } from '../core/model/entity.ts'
import type { Finding } from '../core/model/finding.ts'
import type { Source } from '../core/model/source.ts'
import type { Topic } from '../core/model/vocabulary.ts'
import type { Day } from '../core/publish/view-days.ts'
import { chartGroups, findingsAbout } from '../core/publish/view-entity.ts'
import { formatDate, formatInstant, formatNumber } from '../core/publish/view-format.ts'
import type { Page as Part } from '../core/publish/view-page.ts'
import { latestOutcomes, sourceAgreement } from '../core/publish/view-status.ts'
import { hasWords } from '../i18n/index.ts'
import type { Page } from '../layouts/page.ts'
import { describeFindings, partPath, partTitle, topicTags } from './lists.ts'

/** Articles named beside a list of findings. */
export const MOST_ARTICLES = 12
/** Findings on the page of a day; its articles have pages of their own. */
const MOST_OF_DAY = 40
const MOST_CHARTS = 4
const MOST_CHILDREN = 60

export function topicPage(topic: Topic, part: Part<Finding>, view: View): Page {
  const { t, lang, corpus } = view
  const name = topic.names[lang]
  const base = `topics/${topic.id}/`
  const parent = topic.parent ? corpus.topic.get(topic.parent) : undefined
  const children = corpus.topicsUnder.get(topic.id) ?? []
  const path = partPath(base, part)
  const title = partTitle(name, part, view)
  const description = topic.description?.[lang] ?? t('topic.description', { name })
  return {
    path,
    title,
    description,
    ogTopic: topic.id,
    jsonLd: describeFindings({ path, title, description }, part.items, view),
    crumbs: [
      { name: t('nav.topics'), path: 'topics/' },
      ...(parent ? [{ name: parent.names[lang], path: `topics/${parent.id}/` }] : []),
      { name },
    ],
    main: html`<h1>${title}</h1>
      <p class="standfirst">${description}</p>
      ${children.length > 0 && topicTags(children.slice(0, MOST_CHILDREN), view)}
      ${twoColumns(part, base, corpus.articlesOfTopic.get(topic.id) ?? [], view)}
      ${topic.mitDomain && html`<p class="note">${t('topic.mit', { domain: topic.mitDomain })}</p>`}`,
  }
}

export function entityPage(entity: Entity, part: Part<Finding>, view: View): Page {
  const { t, lang, href, corpus } = view
  const name = entity.names[lang]
  const base = `entities/${entity.id}/`
  const isFirst = part.number === 1
  const maker = entity.maker ? corpus.entity.get(entity.maker) : undefined
  const title = partTitle(name, part, view)
  const description = t('entity.description', { name })
  const articles = isFirst ? (corpus.articlesOfEntity.get(entity.id) ?? []) : []
  const path = partPath(base, part)
  return {
    path,
    title,
    description,
    jsonLd: describeFindings({ path, title, description }, part.items, view),
    crumbs: [{ name: t('nav.entities'), path: 'entities/' }, { name }],
    main: html`<p class="kicker"><span>${t(`entity.${entity.kind}`)}</span>${maker && html`<a href="${href(`entities/${maker.id}/`)}">${maker.names[lang]}</a>`}</p>
      <h1>${title}</h1>
      <p class="standfirst">${description}</p>
      ${isFirst && entityCharts(entity, view)}
      ${twoColumns(part, base, articles, view)}`,
  }
}

function entityCharts(entity: Entity, view: View): Html | undefined {
  const { t, lang, corpus } = view
  const groups = chartGroups(findingsAbout(entity, corpus)).slice(0, MOST_CHARTS)
  if (groups.length === 0) return undefined
  const charts = groups.map(({ metricId, findings }) => {
    const metric = corpus.metric.get(metricId)?.names[lang] ?? metricId
    return bars(findings, capitalize(metric), view)
  })
  return html`<section aria-labelledby="charts">
    <h2 id="charts">${t('entity.charts')}</h2>
    <div class="charts">${charts}</div>
    <p class="note">${t('finding.comparableNote')}</p>
  </section>`
}

/** A list of findings, the latest articles beside it. */
function twoColumns(part: Part<Finding>, base: string, articles: Article[], view: View): Html {
  const { t } = view
  const aside =
    articles.length > 0 &&
    html`<section class="side" aria-labelledby="articles">
      <h2 id="articles">${t('home.articles')}</h2>
      ${articles.slice(0, MOST_ARTICLES).map((article) => articleRow(article, view))}
    </section>`
  return html`<div class="columns">
    <section aria-labelledby="findings">
      <h2 id="findings">${t('nav.findings')}</h2>
      ${part.total === 0 && html`<p class="empty">${t('list.empty')}</p>`}
      ${part.items.map((finding) => findingRow(finding, view))}
      ${pager(part, base, view)}
    </section>
    ${aside}
  </div>`
}

export function sourcePage(source: Source, part: Part<Article>, view: View): Page {
  const { t, lang } = view
  const name = source.names[lang]
  const own = source.names[source.lang]
  const base = `sources/${source.id}/`
  const title = partTitle(name, part, view)
  return {
    path: partPath(base, part),
    title,
    description: t('source.description', { name }),
    crumbs: [{ name: t('nav.sources'), path: 'sources/' }, { name }],
    main: html`<h1>${title}</h1>
      ${own !== name && html`<p class="standfirst"${attribute('lang', source.lang)}>${own}</p>`}
      ${sourceFacts(source, part.total, view)}
      ${agreement(source, view)}
      <section aria-labelledby="reported">
        <h2 id="reported">${t('source.reported')}</h2>
        ${part.total === 0 && html`<p class="empty">${t('list.empty')}</p>`}
        ${part.items.map((article) => ownArticleRow(article, view))}
        ${pager(part, base, view)}
      </section>`,
  }
}

function sourceFacts(source: Source, total: number, view: View): Html {
  const { t, lang } = view
  const { homepage } = source
  return html`<dl class="facts">
    ${fact(t('source.kind'), t(`kind.${source.kind}`))}
    ${fact(t('source.tier'), t(`tier.${source.tier}`))}
    ${fact(t('source.lang'), t(`lang.${source.lang}`))}
    ${fact(t('source.held'), formatNumber(total, lang))}
    ${homepage && fact(t('source.homepage'), html`<a href="${homepage}" rel="external">${new URL(homepage).host}</a>`)}
    ${health(source, view)}
  </dl>`
}

function health(source: Source, { t, lang, corpus }: View): Html | undefined {
  const latest = latestOutcomes(corpus).get(source.id)
  if (!latest) return undefined
  const { outcome, run, code } = latest
  const reason =
    code && html`<span class="reason">${hasWords(`error.${code}`) ? t(`error.${code}`) : code}</span>`
  return fact(
    t('source.health'),
    html`<span class="outcome outcome-${outcome}">${t(`outcome.${outcome}`)}</span>${reason}<time class="reason" datetime="${run.startedAt}">${formatInstant(run.startedAt, lang)}</time>`,
  )
}

function agreement(source: Source, { t, lang, corpus }: View): Html | undefined {
  const counts = sourceAgreement(source.id, corpus)
  if (counts.length === 0) return undefined
  const tally = counts.map(
    ({ comparison, count }) =>
      html`<li class="cmp cmp-${comparison}">${t(`comparison.${comparison}`)} <span class="count">${formatNumber(count, lang)}</span></li>`,
  )
  return html`<section aria-labelledby="agreement">
    <h2 id="agreement">${t('source.agreement')}</h2>
    <ul class="tally">${tally}</ul>
    <p class="note">${t('finding.comparisonNote')}</p>
  </section>`
}

/** A day of the archive with its neighbours. */
export interface DayPart {
  day: Day
  newer: string | undefined
  older: string | undefined
}

export function dayPage({ day, newer, older }: DayPart, part: Part<Article>, view: View): Page {
  const { t, lang, href } = view
  const name = formatDate(day.date, lang)
  const base = `days/${day.date}/`
  const title = partTitle(name, part, view)
  const link = (rel: string, date: string, name: string) =>
    html`<a rel="${rel}" href="${href(`days/${date}/`)}">${name}</a>`
  return {
    path: partPath(base, part),
    title,
    description: t('day.description', { date: name }),
    crumbs: [{ name: t('days.title'), path: 'days/' }, { name }],
    main: html`<h1>${title}</h1>
      ${part.number === 1 && day.findings.length > 0 && dayFindings(day, view)}
      ${part.total > 0 && dayArticles(part, base, view)}
      <nav class="pager" aria-label="${t('days.title')}">${older && link('prev', older, `← ${formatDate(older, lang)}`)}${newer && link('next', newer, `${formatDate(newer, lang)} →`)}</nav>`,
  }
}

const dayFindings = ({ findings }: Day, view: View): Html =>
  html`<section aria-labelledby="findings">
    <h2 id="findings">${view.t('day.findings')}</h2>
    ${findings.slice(0, MOST_OF_DAY).map((finding) => findingRow(finding, view))}
  </section>`

const dayArticles = (part: Part<Article>, base: string, view: View): Html =>
  html`<section aria-labelledby="articles">
    <h2 id="articles">${view.t('nav.articles')}</h2>
    ${part.items.map((article) => articleRow(article, view))}
    ${pager(part, base, view)}
  </section>`
