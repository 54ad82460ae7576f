import type { View } from '../components/view.ts'
import type { Corpus } from '../core/publish/view-corpus.ts'
import { buildDays, byMonth } from '../core/publish/view-days.ts'
import { activeEntities, entitiesWithPages, findingsAbout } from '../core/publish/view-entity.ts'
import { appearances } from '../core/publish/view-finding.ts'
import type { PageKeys } from '../core/publish/view-keys.ts'
import { type Page as Part, paginate } from '../core/publish/view-page.ts'
import { blindSpots } from '../core/publish/view-spots.ts'
import type { Page } from '../layouts/page.ts'
import type { ShellName } from '../layouts/shell.ts'
import { dayPage, entityPage, sourcePage, topicPage } from './about-one.ts'
import { articlePage } from './article.ts'
import { figurePage } from './figure.ts'
import { findingPage, MOST_APPEARANCES } from './finding.ts'
import {
  appearancesPage,
  articlesPage,
  daysPage,
  entitiesPage,
  findingsPage,
  spotsPage,
  timelinePage,
  topicsPage,
} from './lists.ts'
import { movedPage } from './moved.ts'

/** A page that every edition has, not yet made. */
export interface PlannedPage {
  shell: ShellName
  make: (view: View) => Page
  /** For pages of one record: where it lies below the edition, and what it is made of. Equal key, equal page. */
  reuse?: { path: string; key: string }
}

/** Every page whose number grows with the records; those that an edition has once are Astro's own (src/pages). */
export function* planPages(corpus: Corpus, keys: PageKeys): Generator<PlannedPage> {
  yield* planRecords(corpus, keys)
  yield* planLists(corpus)
  yield* planSubjects(corpus)
}

function* planRecords(corpus: Corpus, keys: PageKeys): Generator<PlannedPage> {
  for (const article of corpus.articles)
    yield {
      shell: 'article',
      make: (view) => articlePage(article, view),
      reuse: { path: `articles/${article.id}`, key: keys.article(article.id) },
    }
  for (const [id, placed] of corpus.figure)
    yield {
      shell: 'figure',
      make: (view) => figurePage(placed, view),
      reuse: { path: `figures/${id}`, key: keys.figure(id) },
    }
  for (const finding of corpus.findings) {
    yield {
      shell: 'finding',
      make: (view) => findingPage(finding, view),
      reuse: { path: `findings/${finding.id}`, key: keys.finding(finding.id) },
    }
    const held = finding.members.length > MOST_APPEARANCES ? appearances(finding, corpus) : []
    if (held.length > MOST_APPEARANCES)
      yield* inParts('findings', held, 40, (part, view) => appearancesPage(finding, part, view))
  }
  for (const redirect of corpus.redirects)
    if (!corpus.finding.has(redirect.id))
      yield { shell: 'findings', make: (view) => movedPage(redirect, view) }
}

function* planLists(corpus: Corpus): Generator<PlannedPage> {
  const days = buildDays(corpus)
  const { topics } = corpus.registry
  const roots = topics.filter(({ parent }) => !parent || !corpus.topic.has(parent))
  const children = Map.groupBy(topics, ({ parent }) => parent ?? '')
  const trees = roots.map((topic) => ({ topic, children: (children.get(topic.id) ?? []).slice(0, 60) }))
  const entries = days.flatMap(({ date, findings }) => findings.map((finding) => ({ date, finding })))
  yield* inParts('findings', corpus.findings, 40, findingsPage)
  yield* inParts('articles', corpus.articles, 50, articlesPage)
  yield* inParts('entities', activeEntities(corpus), 100, entitiesPage)
  yield* inParts('topics', trees, 40, topicsPage)
  yield* inParts('timeline', entries, 60, timelinePage)
  yield* inParts('days', byMonth(days), 6, daysPage)
  for (const { lang, findings } of blindSpots(corpus))
    yield* inParts('blind-spots', findings, 40, (part, view) => spotsPage(lang, part, view))
  for (const [index, day] of days.entries()) {
    const around = { day, newer: days[index - 1]?.date, older: days[index + 1]?.date }
    yield* inParts('days', day.articles, 40, (part, view) => dayPage(around, part, view))
  }
}

function* planSubjects(corpus: Corpus): Generator<PlannedPage> {
  for (const topic of corpus.registry.topics) {
    const findings = corpus.findingsOfTopic.get(topic.id) ?? []
    yield* inParts('topics', findings, 30, (part, view) => topicPage(topic, part, view))
  }
  for (const id of entitiesWithPages(corpus)) {
    const entity = corpus.entity.get(id)!
    yield* inParts('entities', findingsAbout(entity, corpus), 30, (part, view) =>
      entityPage(entity, part, view),
    )
  }
  for (const source of corpus.sources) {
    const articles = corpus.articlesOfSource.get(source.id) ?? []
    yield* inParts('sources', articles, 40, (part, view) => sourcePage(source, part, view))
  }
}

function* inParts<T>(
  shell: ShellName,
  items: T[],
  perPage: number,
  make: (part: Part<T>, view: View) => Page,
): Generator<PlannedPage> {
  for (const part of paginate(items, perPage)) yield { shell, make: (view) => make(part, view) }
}
