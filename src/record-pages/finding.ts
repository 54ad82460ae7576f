import { appearanceList } from '../components/appearance-list.ts'
import { bars, capitalize, lanes } from '../components/charts.ts'
import { cite } from '../components/cite.ts'
import { comparison } from '../components/comparison.ts'
import { fact, labelFacts } from '../components/fact.ts'
import { figureHead } from '../components/figure-head.ts'
import { history } from '../components/history.ts'
import { type Html, html } from '../components/html.ts'
import { lamps } from '../components/lamps.ts'
import { figureQuote } from '../components/quote.ts'
import type { View } from '../components/view.ts'
import { findingName } from '../components/words.ts'
import type { Finding } from '../core/model/finding.ts'
import { citeFindingSource } from '../core/publish/cite.ts'
import { lastAppearance } from '../core/publish/view-corpus.ts'
import {
  type Appearance,
  appearances,
  comparables,
  findingLabels,
  type Labels,
  leadFigure,
} from '../core/publish/view-finding.ts'
import { formatDate, formatOutlets } from '../core/publish/view-format.ts'
import { claimPage } from '../core/publish/view-jsonld.ts'
import { buildFigureQuote } from '../core/publish/view-quote.ts'
import { type About, aboutFinding, findingTitle } from '../core/publish/view-title.ts'
import type { Page } from '../layouts/page.ts'

/** Appearances listed on the page itself; the rest have pages of their own. */
export const MOST_APPEARANCES = 12

/** The page of a finding: the figure card, the comparison, all appearances, what compares, what changed, how to cite. */
export function findingPage(finding: Finding, view: View): Page {
  const { t, lang, corpus } = view
  const path = `findings/${finding.id}/`
  const title = findingTitle(finding, corpus, lang, t)
  const langs = finding.langs.map((name) => t(`lang.${name}`)).join(t('list.comma'))
  const description = t('finding.description', { title, outlets: finding.independentSources, langs })
  const lead = leadFigure(finding, corpus, lang)
  const quote = lead && buildFigureQuote(lead.figure, lead.article, corpus.source.get(lead.article.sourceId))
  const url = view.absolute(view.href(path))
  const facts = { url, title, description, lang, dateModified: finding.updatedAt }
  return {
    path,
    title,
    description,
    ogTopic: finding.topics.find((id) => corpus.topic.has(id)),
    ogType: 'article',
    crumbs: [{ name: t('nav.findings'), path: 'findings/' }, { name: title }],
    jsonLd: claimPage(facts, finding, quote && quote.before + quote.mark + quote.after, corpus),
    head: html`<meta name="DC.type" content="Dataset" /><meta name="DC.date" content="${finding.updatedAt.slice(0, 10)}" /><meta name="DC.rights" content="https://creativecommons.org/licenses/by/4.0/" /><link rel="alternate" type="application/json" href="/api/v1/findings/${finding.id}.json" />`,
    main: body(finding, title, path, view),
  }
}

function body(finding: Finding, title: string, path: string, view: View): Html {
  const { t, lang, corpus } = view
  const labels = findingLabels(finding, corpus, lang)
  const about = aboutFinding(finding, corpus, lang)
  const held = appearances(finding, corpus)
  const source = citeFindingSource(finding, corpus, lang, t, title)
  return html`<div class="card">
    <div class="card-main">${card(finding, about, labels, held, view)}</div>
    ${facts(finding, about.excerpt && labels, held, view)}
  </div>
  ${comparison(finding, held, view)}
  ${held.length > 0 && appeared(held, path, view)}
  <div class="halves">
    ${compared(finding, labels, view)}
    ${history(finding, view)}
  </div>
  ${cite({ id: finding.id, title, path, date: finding.updatedAt, source }, view)}`
}

function card(finding: Finding, about: About, labels: Labels, held: readonly Appearance[], view: View): Html {
  const { t, lang, href, corpus } = view
  const topics = finding.topics.flatMap((id) => corpus.topic.get(id) ?? [])
  const lead = leadFigure(finding, corpus, lang)
  const later = finding.supersededBy ? corpus.finding.get(finding.supersededBy) : undefined
  // A reader of Chinese sees the figure in a Chinese text too, where one carries it.
  const own =
    lead?.article.lang === lang
      ? undefined
      : held.find(({ member }) => member.lang === lang && member.relation === 'equal')
  return html`${figureHead(finding, about, lead?.figure, labels.condition, topics, view)}
    ${later && html`<p class="notice">${t('finding.superseded')} <a href="${href(`findings/${later.id}/`)}">${findingName(later, view)}</a></p>`}
    ${lead ? figureQuote(lead.figure, lead.article, view) : html`<p class="notice">${t('finding.noArticle')}</p>`}
    ${own && html`<h2 class="own-words">${t('finding.ownWords', { lang: t(`lang.${lang}`) })}</h2>${figureQuote(own.placed.figure, own.placed.article, view)}`}`
}

function facts(finding: Finding, labels: Labels | undefined, held: readonly Appearance[], view: View): Html {
  const { t, lang } = view
  const [earliest] = held
  const first = earliest && (earliest.member.published ?? earliest.member.firstSeenAt)
  const primary = held.find(({ isPrimary }) => isPrimary)
  const last = held.length > 1 && lastAppearance(finding)
  return html`<dl class="facts">
    ${labels && labelFacts(labels, view)}
    ${fact(t('facts.languages'), lamps(finding, view))}
    ${fact(t('facts.outlets'), formatOutlets(finding, t))}
    ${fact(t('facts.values'), t(`status.${finding.status}`))}
    ${fact(t('facts.primary'), primary ? outletLink(primary, view) : t(finding.primary ? 'facts.held' : 'facts.notHeld'))}
    ${first && fact(t('facts.first'), html`<time datetime="${first}">${formatDate(first, lang)}</time> <span class="reason">${outletLink(earliest, view)}</span>`)}
    ${last && fact(t('facts.last'), html`<time datetime="${last}">${formatDate(last, lang)}</time>`)}
  </dl>`
}

/** The outlet of an appearance, linked to our page of its article. */
function outletLink({ placed: { article } }: Appearance, { lang, href, corpus }: View): Html {
  const name = corpus.source.get(article.sourceId)?.names[lang] ?? article.sourceId
  return html`<a href="${href(`articles/${article.id}/`)}">${name}</a>`
}

function appeared(held: readonly Appearance[], path: string, view: View): Html {
  const { t, href } = view
  const more =
    held.length > MOST_APPEARANCES &&
    html`<p class="more"><a href="${href(`${path}appearances/`)}">${t('finding.allAppearances', { count: held.length })}</a></p>`
  return html`<section aria-labelledby="appearances">
    <h2 id="appearances">${t('finding.appearances')}</h2>
    ${held.length > 1 && lanes(held, view)}
    ${appearanceList(held.slice(0, MOST_APPEARANCES), view)}
    ${more}
  </section>`
}

function compared(finding: Finding, labels: Labels, view: View): Html | undefined {
  const { t } = view
  const same = comparables(finding, view.corpus)
  if (same.length < 2) return undefined
  const caption = capitalize(t('chart.caption', { metric: labels.metric?.text ?? '' }))
  return html`<section aria-labelledby="comparable">
    <h2 id="comparable">${t('finding.comparable')}</h2>
    ${bars(same, caption, view, finding.id)}
    <p class="note">${t('finding.comparableNote')}</p>
  </section>`
}
