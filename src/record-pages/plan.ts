import type { View } from '../components/view.ts'
import type { Article } from '../core/model/article.ts'
import type { Digest } from '../core/model/digest.ts'
import type { Finding } from '../core/model/finding.ts'
import { LANGS, type Lang } from '../core/model/lang.ts'
import { listChanges } from '../core/publish/changes.ts'
import type { DigestIssue } from '../core/publish/feed-list.ts'
import type { Corpus, PlacedFigure } from '../core/publish/view-corpus.ts'
import { buildDays, byMonth } from '../core/publish/view-days.ts'
import { activeEntities, entitiesWithPages, findingsAbout } from '../core/publish/view-entity.ts'
import { appearances } from '../core/publish/view-finding.ts'
import type { PageKeys } from '../core/publish/view-keys.ts'
import { type Page as Part, paginate } from '../core/publish/view-page.ts'
import { blindSpots } from '../core/publish/view-spots.ts'
import { latestOutcomes, sourceAgreement } from '../core/publish/view-status.ts'
import { editionOf } from '../i18n/index.ts'
import type { Page } from '../layouts/page.ts'
import type { ShellName } from '../layouts/shell.ts'
import { dayPage, entityPage, MOST_ARTICLES, sourcePage, topicPage } from './about-one.ts'
import { articlePage } from './article.ts'
import { correctionsPage } from './corrections.ts'
import { figurePage } from './figure.ts'
import { findingPage, MOST_APPEARANCES } from './finding.ts'
import {
  appearancesPage,
  articlesPage,
  daysPage,
  digestsPage,
  entitiesPage,
  findingsPage,
  partPath,
  sourcesPage,
  spotsPage,
  timelinePage,
  topicsPage,
} from './lists.ts'
import { movedPage } from './moved.ts'

/** A page that every edition has, not yet made. */
export interface PlannedPage {
  shell: ShellName
  /** Where it lies below the edition. */
  path: string
  make: (view: View) => Page
  /** What it is made of: equal key, equal page. Lists that show counts of everything have none. */
  key?: string
}

/** Every page whose number grows with the records; those that an edition has once are Astro's own (src/pages). */
export function* planPages(
  corpus: Corpus,
  issues: Record<Lang, DigestIssue[]>,
  keys: PageKeys,
): Generator<PlannedPage> {
  yield* planRecords(corpus, keys)
  yield* planLists(corpus, keys)
  yield* planChanges(corpus, keys)
  yield* planDays(corpus, keys)
  yield* planSubjects(corpus, keys)
  yield* planDigests(issues)
}

function* planRecords(corpus: Corpus, keys: PageKeys): Generator<PlannedPage> {
  for (const article of corpus.articles) {
    yield {
      shell: 'article',
      path: `articles/${article.id}/`,
      make: (view) => articlePage(article, view),
      key: keys.article(article.id),
    }
    // Next to it, because they quote and cite the same.
    for (const { id } of article.figures) yield planFigure(corpus.figure.get(id)!, keys)
  }
  for (const finding of corpus.findings) yield* planFinding(finding, corpus, keys)
  for (const redirect of corpus.redirects)
    if (!corpus.finding.has(redirect.id))
      yield {
        shell: 'finding',
        path: `findings/${redirect.id}/`,
        make: (view) => movedPage(redirect, view),
      }
}

const planFigure = (placed: PlacedFigure, keys: PageKeys): PlannedPage => ({
  shell: 'figure',
  path: `figures/${placed.figure.id}/`,
  make: (view) => figurePage(placed, view),
  key: keys.figure(placed.figure.id),
})

function* planFinding(finding: Finding, corpus: Corpus, keys: PageKeys): Generator<PlannedPage> {
  yield {
    shell: 'finding',
    path: `findings/${finding.id}/`,
    make: (view) => findingPage(finding, view),
    key: keys.finding(finding.id),
  }
  const held = finding.members.length > MOST_APPEARANCES ? appearances(finding, corpus) : []
  if (held.length > MOST_APPEARANCES)
    for (const part of paginate(held, 40))
      yield {
        shell: 'findings',
        path: partPath(`findings/${finding.id}/appearances/`, part),
        make: (view) => appearancesPage(finding, part, view),
      }
}

function* planLists(corpus: Corpus, keys: PageKeys): Generator<PlannedPage> {
  const { topics } = corpus.registry
  const roots = topics.filter(({ parent }) => !parent || !corpus.topic.has(parent))
  const trees = roots.map((topic) => ({
    topic,
    children: (corpus.topicsUnder.get(topic.id) ?? []).slice(0, 60),
  }))
  const { findings, articles } = corpus
  const own = <T>(records: (part: Part<T>) => Shown) => ({ keys, records })
  yield* inParts(
    'findings',
    'findings/',
    findings,
    40,
    findingsPage,
    own(({ items }) => items),
  )
  yield* inParts(
    'articles',
    'articles/',
    articles,
    50,
    articlesPage,
    own(({ items }) => items),
  )
  yield* inParts('entities', 'entities/', activeEntities(corpus), 100, entitiesPage)
  yield* inParts('topics', 'topics/', trees, 40, topicsPage)
  const byLang = LANGS.flatMap((lang) => corpus.sources.filter((source) => source.lang === lang))
  yield* inParts('sources', 'sources/', byLang, 100, sourcesPage)
  for (const { lang, findings: missed } of blindSpots(corpus)) {
    const base = `blind-spots/${editionOf(lang).path}/`
    const make = (part: Part<Finding>, view: View) => spotsPage(lang, part, view)
    yield* inParts(
      'blind-spots',
      base,
      missed,
      40,
      make,
      own(({ items }) => items),
    )
  }
}

function* planChanges(corpus: Corpus, keys: PageKeys): Generator<PlannedPage> {
  const changes = listChanges(corpus).toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  yield* inParts('corrections', 'corrections/', changes, 40, correctionsPage, {
    keys,
    records: ({ items }) =>
      items.flatMap(({ finding, what }) => (what.kind === 'superseded' ? [finding, what.by] : [finding])),
  })
}

function* planDays(corpus: Corpus, keys: PageKeys): Generator<PlannedPage> {
  const days = buildDays(corpus)
  const entries = days.flatMap(({ date, findings }) => findings.map((finding) => ({ date, finding })))
  yield* inParts('days', 'days/', byMonth(days), 6, daysPage)
  yield* inParts('timeline', 'timeline/', entries, 60, timelinePage, {
    keys,
    records: ({ items }) => items.map(({ finding }) => finding),
  })
  for (const [index, day] of days.entries()) {
    const around = { day, newer: days[index - 1]?.date, older: days[index + 1]?.date }
    const make = (part: Part<Article>, view: View) => dayPage(around, part, view)
    yield* inParts('days', `days/${day.date}/`, day.articles, 40, make, {
      keys,
      records: ({ items }) => [...day.findings, ...items],
      more: `${around.newer} ${around.older}`,
    })
  }
}

function* planDigests(issues: Record<Lang, DigestIssue[]>): Generator<PlannedPage> {
  const words = (lang: Lang) => new Map(issues[lang].map(({ digest, view }) => [digest.id, view]))
  const views = { en: words('en'), 'zh-Hans': words('zh-Hans'), 'zh-Hant': words('zh-Hant') }
  const make = (part: Part<Digest>, view: View) => digestsPage(part, views[view.lang], view)
  yield* inParts(
    'digests',
    'digests/',
    issues.en.map(({ digest }) => digest),
    60,
    make,
  )
}

function* planSubjects(corpus: Corpus, keys: PageKeys): Generator<PlannedPage> {
  const count = (list: unknown[] | undefined) => list?.length ?? 0
  for (const topic of corpus.registry.topics) {
    const beside = corpus.articlesOfTopic.get(topic.id)?.slice(0, MOST_ARTICLES) ?? []
    const children = corpus.topicsUnder.get(topic.id) ?? []
    const make = (part: Part<Finding>, view: View) => topicPage(topic, part, view)
    yield* inParts('topics', `topics/${topic.id}/`, corpus.findingsOfTopic.get(topic.id) ?? [], 30, make, {
      keys,
      records: ({ items }) => [...items, ...beside],
      more: children.map(({ id }) => count(corpus.findingsOfTopic.get(id))).join(),
    })
  }
  for (const id of entitiesWithPages(corpus)) {
    const entity = corpus.entity.get(id)!
    const findings = findingsAbout(entity, corpus)
    const beside = corpus.articlesOfEntity.get(id)?.slice(0, MOST_ARTICLES) ?? []
    const make = (part: Part<Finding>, view: View) => entityPage(entity, part, view)
    yield* inParts('entities', `entities/${id}/`, findings, 30, make, {
      keys,
      // The charts of the first page draw from all of them.
      records: ({ number, items }) => (number === 1 ? [...findings, ...beside] : items),
    })
  }
  for (const source of corpus.sources) {
    const make = (part: Part<Article>, view: View) => sourcePage(source, part, view)
    const articles = corpus.articlesOfSource.get(source.id) ?? []
    yield* inParts('sources', `sources/${source.id}/`, articles, 40, make, {
      keys,
      records: ({ items }) => items,
      more: JSON.stringify([sourceAgreement(source.id, corpus), latestOutcomes(corpus).get(source.id)]),
    })
  }
}

type Shown = readonly (Article | Finding)[]

/** What a part of a list shows, so that it need not be made again while that is the same. */
interface Reuse<T> {
  keys: PageKeys
  records: (part: Part<T>) => Shown
  /** Whatever else is shown. */
  more?: string
}

function* inParts<T>(
  shell: ShellName,
  base: string,
  items: T[],
  perPage: number,
  make: (part: Part<T>, view: View) => Page,
  reuse?: Reuse<T>,
): Generator<PlannedPage> {
  for (const part of paginate(items, perPage)) {
    const page = { shell, path: partPath(base, part), make: (view: View) => make(part, view) }
    const more = `${part.number} ${part.last} ${part.total} ${reuse?.more ?? ''}`
    yield reuse ? { ...page, key: reuse.keys.list(reuse.records(part), more) } : page
  }
}
