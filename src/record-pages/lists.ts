import { appearanceList } from '../components/appearance-list.ts'
import { articleRow } from '../components/article-row.ts'
import { findingRow } from '../components/finding-row.ts'
import { type Html, html } from '../components/html.ts'
import { lamps } from '../components/lamps.ts'
import { pager } from '../components/pager.ts'
import type { View } from '../components/view.ts'
import { findingName } from '../components/words.ts'
import type { Article } from '../core/model/article.ts'
import type { Digest } from '../core/model/digest.ts'
import type { Finding } from '../core/model/finding.ts'
import type { Lang } from '../core/model/lang.ts'
import type { Source } from '../core/model/source.ts'
import type { Topic } from '../core/model/vocabulary.ts'
import type { DigestView } from '../core/publish/digest-view.ts'
import type { Day } from '../core/publish/view-days.ts'
import type { activeEntities } from '../core/publish/view-entity.ts'
import type { Appearance } from '../core/publish/view-finding.ts'
import { formatDate, formatDay, formatNumber } from '../core/publish/view-format.ts'
import { collectionPage } from '../core/publish/view-jsonld.ts'
import type { Page as Part } from '../core/publish/view-page.ts'
import { latestOutcomes } from '../core/publish/view-status.ts'
import { findingTitle } from '../core/publish/view-title.ts'
import { editionOf } from '../i18n/index.ts'
import type { Page } from '../layouts/page.ts'

/** `findings/`, `findings/page/2/`: address of a part of a list. */
export const partPath = (base: string, part: Part<unknown>): string =>
  `${base}${part.param ? `${part.param}/` : ''}`

/** The list's name, with the number of the part from the second on. */
export const partTitle = (name: string, part: Part<unknown>, { t }: View): string =>
  part.number > 1 ? t('pager.title', { title: name, page: part.number }) : name

/** schema.org of a list of findings. */
export function describeFindings(
  page: { path: string; title: string; description: string },
  findings: Finding[],
  view: View,
) {
  const { lang, t, href, absolute, corpus } = view
  const items = findings.map((finding) => ({
    url: absolute(href(`findings/${finding.id}/`)),
    name: findingTitle(finding, corpus, lang, t),
  }))
  const { path, ...facts } = page
  return collectionPage({ url: absolute(href(path)), ...facts, lang }, items)
}

/** Head and frame of a list that the navigation names. */
export function list(noun: string, description: string, part: Part<unknown>, items: Html, view: View): Page {
  const { t } = view
  const name = t(noun === 'days' ? 'days.title' : `nav.${noun}`)
  const title = partTitle(name, part, view)
  return {
    path: partPath(`${noun}/`, part),
    title,
    description,
    crumbs: [{ name }],
    main: html`<h1>${title}</h1>
      <p class="standfirst">${description}</p>
      ${part.total === 0 && html`<p class="empty">${t(noun === 'digests' ? 'digests.empty' : 'list.empty')}</p>`}
      ${items}
      ${pager(part, `${noun}/`, view)}`,
  }
}

export function findingsPage(part: Part<Finding>, view: View): Page {
  const page = list(
    'findings',
    view.t('findings.description'),
    part,
    html`${part.items.map((finding) => findingRow(finding, view, 'h2'))}`,
    view,
  )
  return { ...page, jsonLd: describeFindings(page, part.items, view) }
}

export function articlesPage(part: Part<Article>, view: View): Page {
  const { lang, href, absolute } = view
  const page = list(
    'articles',
    view.t('articles.description'),
    part,
    html`${part.items.map((article) => articleRow(article, view, 'h2'))}`,
    view,
  )
  const items = part.items.map(({ id, title }) => ({
    url: absolute(href(`articles/${id}/`)),
    name: title.slice(0, 110),
  }))
  const { title, description } = page
  const facts = { url: absolute(href(page.path)), title, description, lang }
  return { ...page, jsonLd: collectionPage(facts, items) }
}

export function entitiesPage(part: Part<ReturnType<typeof activeEntities>[number]>, view: View): Page {
  const { t, lang, href } = view
  const items = part.items.map(
    ({ entity, findings, articles }) => html`<li>
      <a href="${href(`entities/${entity.id}/`)}">${entity.names[lang]}</a>
      <span class="meta"><span>${t(`entity.${entity.kind}`)}</span><span>${t('entity.findings', { count: formatNumber(findings, lang) })}</span><span>${t('source.articles', { count: formatNumber(articles, lang) })}</span></span>
    </li>`,
  )
  return list(
    'entities',
    view.t('entities.description'),
    part,
    html`<ul class="ledger wide">${items}</ul>`,
    view,
  )
}

/** Topics below others are named here once a finding is of them; the page of the one above names all. */
export function topicsPage(part: Part<{ topic: Topic; children: Topic[] }>, view: View): Page {
  const { lang, href, corpus } = view
  const isTold = ({ id }: Topic) => (corpus.findingsOfTopic.get(id)?.length ?? 0) > 0
  const groups = part.items.map(
    ({ topic, children }) => html`<section>
      <h2><a href="${href(`topics/${topic.id}/`)}">${topic.names[lang]}</a> ${topicCount(topic, view)}</h2>
      ${topic.description && html`<p class="note">${topic.description[lang]}</p>`}
      ${children.some(isTold) && topicTags(children.filter(isTold), view)}
    </section>`,
  )
  return list(
    'topics',
    view.t('topics.description'),
    part,
    html`<div class="topic-grid">${groups}</div>`,
    view,
  )
}

const topicCount = ({ id }: Topic, { corpus, lang }: View): Html =>
  html`<span class="count">${formatNumber(corpus.findingsOfTopic.get(id)?.length ?? 0, lang)}</span>`

/** Topics as tags, each with the number of its findings. */
export const topicTags = (topics: Topic[], view: View): Html =>
  html`<ul class="tags">${topics.map((topic) => html`<li><a href="${view.href(`topics/${topic.id}/`)}">${topic.names[view.lang]} ${topicCount(topic, view)}</a></li>`)}</ul>`

export function timelinePage(part: Part<{ date: string; finding: Finding }>, view: View): Page {
  const { lang, href } = view
  const line = (finding: Finding) =>
    html`<li><a href="${href(`findings/${finding.id}/`)}">${findingName(finding, view)}</a> ${lamps(finding, view)}</li>`
  const days = [...Map.groupBy(part.items, ({ date }) => date)].map(
    ([date, entries]) => html`<li>
      <p class="thread-date"><a href="${href(`days/${date}/`)}"><time datetime="${date}">${formatDate(date, lang, 'short')}</time></a></p>
      <ul class="thread-list lamped">${entries.map(({ finding }) => line(finding))}</ul>
    </li>`,
  )
  return list('timeline', view.t('timeline.description'), part, html`<ol class="thread">${days}</ol>`, view)
}

export function daysPage(part: Part<{ month: string; days: Day[] }>, view: View): Page {
  const { t, lang, href } = view
  const line = ({ date, findings, articles }: Day) => {
    const counts = {
      findings: formatNumber(findings.length, lang),
      articles: formatNumber(articles.length, lang),
      count: formatNumber(articles.length, lang),
    }
    const key =
      findings.length === 0 ? 'source.articles' : articles.length === 0 ? 'digest.findings' : 'days.counts'
    return html`<li><a href="${href(`days/${date}/`)}"><time datetime="${date}">${formatDay(date, lang)}</time></a> <span class="meta">${t(key, counts)}</span></li>`
  }
  const months = part.items.map(
    ({ month, days }) => html`<section aria-labelledby="m-${month}">
      <h2 id="m-${month}">${formatDate(month, lang)}</h2>
      <ul class="days">${days.map(line)}</ul>
    </section>`,
  )
  return list('days', view.t('days.description'), part, html`${months}`, view)
}

/** Sources, under the language that they write in. */
export function sourcesPage(part: Part<Source>, view: View): Page {
  const { t } = view
  const groups = [...Map.groupBy(part.items, ({ lang }) => lang)].map(
    ([of, sources]) => html`<section aria-labelledby="lang-${of}">
      <h2 id="lang-${of}">${t(`lang.${of}`)}</h2>
      <ul class="ledger wide stacked">${sources.map((source) => sourceLine(source, view))}</ul>
    </section>`,
  )
  return list('sources', t('sources.description'), part, html`${groups}`, view)
}

function sourceLine({ id, names, tier, kind }: Source, { t, lang, href, corpus }: View): Html {
  const outcome = latestOutcomes(corpus).get(id)?.outcome
  const articles = formatNumber(corpus.articlesOfSource.get(id)?.length ?? 0, lang)
  return html`<li>
    <a href="${href(`sources/${id}/`)}">${names[lang]}</a>
    <span class="meta"><span>${t(`tier.${tier}`)}</span><span>${t(`kind.${kind}`)}</span><span>${t('source.articles', { count: articles })}</span>${outcome && html`<span class="outcome outcome-${outcome}">${t(`outcome.${outcome}`)}</span>`}</span>
  </li>`
}

/** Digests of days and of weeks, side by side. */
export function digestsPage(part: Part<Digest>, views: ReadonlyMap<string, DigestView>, view: View): Page {
  const { t, href } = view
  const line = (digest: Digest) => {
    const { path, heading, counts } = views.get(digest.id)!
    return html`<li><a href="${href(path)}"><time datetime="${digest.from}">${heading}</time></a><span class="meta">${counts}</span></li>`
  }
  const columns = (['day', 'week'] as const).map((period) => {
    const own = part.items.filter((digest) => digest.period === period)
    if (own.length === 0) return undefined
    return html`<section aria-labelledby="${period}">
      <h2 id="${period}">${t(period === 'day' ? 'digests.daily' : 'digests.weekly')}</h2>
      <ul class="ledger">${own.map(line)}</ul>
    </section>`
  })
  return list(
    'digests',
    t('digests.description'),
    part,
    html`<div class="columns even">${columns}</div>`,
    view,
  )
}

/** Findings that readers of one language have not been told. */
export function spotsPage(of: Lang, part: Part<Finding>, view: View): Page {
  const { t } = view
  const base = `blind-spots/${editionOf(of).path}/`
  const name = t('spots.notIn', { lang: t(`lang.${of}`) })
  const facts = {
    path: partPath(base, part),
    title: partTitle(name, part, view),
    description: t('spots.description'),
  }
  return {
    ...facts,
    jsonLd: describeFindings(facts, part.items, view),
    crumbs: [{ name: t('nav.blind-spots'), path: 'blind-spots/' }, { name }],
    main: html`<h1>${facts.title}</h1>
      <p class="standfirst">${facts.description}</p>
      ${part.total === 0 && html`<p class="empty">${t('spots.none')}</p>`}
      ${part.items.map((finding) => findingRow(finding, view, 'h2'))}
      ${pager(part, base, view)}`,
  }
}

/** All appearances of a finding whose own page has no room for them. */
export function appearancesPage(finding: Finding, part: Part<Appearance>, view: View): Page {
  const { t, lang, corpus } = view
  const base = `findings/${finding.id}/appearances/`
  const name = findingTitle(finding, corpus, lang, t)
  const title = t('appearances.title', { title: name })
  const description = t('finding.allAppearances', { count: part.total })
  return {
    path: partPath(base, part),
    title: partTitle(title, part, view),
    description,
    crumbs: [
      { name: t('nav.findings'), path: 'findings/' },
      { name, path: `findings/${finding.id}/` },
      { name: t('finding.appearances') },
    ],
    main: html`<h1>${title}</h1>
      <p class="standfirst">${description}</p>
      ${appearanceList(part.items, view)}
      ${pager(part, base, view)}`,
  }
}
