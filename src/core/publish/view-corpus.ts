import type { Aid } from '../model/aid.ts'
import type { Article } from '../model/article.ts'
import type { Digest } from '../model/digest.ts'
import type { Entity } from '../model/entity.ts'
import type { Figure } from '../model/figure.ts'
import type { Finding } from '../model/finding.ts'
import type { Registry } from '../model/registry.ts'
import type { Run } from '../model/run.ts'
import type { Source } from '../model/source.ts'
import type { Story } from '../model/story.ts'
import type { Metric, Topic } from '../model/vocabulary.ts'
import { sortKey } from './view-dates.ts'

/** All records of a data folder, as the store lists them. */
export interface RecordLists {
  sources: Source[]
  articles: Article[]
  stories: Story[]
  findings: Finding[]
  redirects: { id: string; to: string[]; at: string; reason: string }[]
  digests: Digest[]
  runs: Run[]
  /** Machine-written; only pages of articles show it. */
  aids?: Aid[]
}

/** A figure with the article that it stands in. */
export interface PlacedFigure {
  figure: Figure
  article: Article
}

/** The records with every index that pages need; built once per build and shared by all pages. */
export interface Corpus {
  registry: Registry
  /** Newest first. */
  articles: Article[]
  /** Latest appearance first. */
  findings: Finding[]
  sources: Source[]
  /** Latest first. */
  runs: Run[]
  redirects: RecordLists['redirects']
  digests: Digest[]
  article: Map<string, Article>
  figure: Map<string, PlacedFigure>
  finding: Map<string, Finding>
  source: Map<string, Source>
  topic: Map<string, Topic>
  /** By their parent. */
  topicsUnder: Map<string, Topic[]>
  entity: Map<string, Entity>
  metric: Map<string, Metric>
  findingOfFigure: Map<string, Finding>
  storyOfArticle: Map<string, Story>
  articlesOfSource: Map<string, Article[]>
  articlesOfTopic: Map<string, Article[]>
  articlesOfEntity: Map<string, Article[]>
  findingsOfSource: Map<string, Finding[]>
  findingsOfTopic: Map<string, Finding[]>
  /** By the entity that is the finding's subject. */
  findingsOfEntity: Map<string, Finding[]>
  findingsOfMetric: Map<string, Finding[]>
  /** What a language model proposed about the present text, by the id of its article. */
  aid: Map<string, Aid>
  /** Whether any record comes from the bundled sample press. */
  hasSamples: boolean
}

/** The records of a site by all that its pages ask for, newest first. */
export function buildCorpus(records: RecordLists, registry: Registry): Corpus {
  const articles = newestFirst(records.articles, articleDate)
  const findings = newestFirst(records.findings, lastAppearance)
  const figures = articles.flatMap((article) => article.figures.map((figure) => ({ figure, article })))
  const figure = new Map(figures.map((placed) => [placed.figure.id, placed]))
  const topic = byId(registry.topics)
  const article = byId(articles)
  return {
    registry,
    articles,
    findings,
    sources: records.sources,
    runs: newestFirst(records.runs, (run) => run.startedAt),
    redirects: records.redirects,
    digests: records.digests,
    article,
    figure,
    finding: byId(findings),
    source: byId(records.sources),
    topic,
    topicsUnder: groupBy(registry.topics, ({ parent }) => (parent ? [parent] : [])),
    entity: byId(registry.entities),
    metric: byId(registry.metrics),
    findingOfFigure: new Map(findings.flatMap((f) => f.members.map((member) => [member.figureId, f]))),
    storyOfArticle: new Map(
      records.stories.flatMap((story) => story.members.map((member) => [member.articleId, story])),
    ),
    articlesOfSource: groupBy(articles, (article) => [article.sourceId]),
    articlesOfTopic: groupBy(articles, (article) => withAncestors(article.topics, topic)),
    articlesOfEntity: groupBy(articles, (article) =>
      article.entities.flatMap(({ entityId }) => (entityId ? [entityId] : [])),
    ),
    findingsOfSource: groupBy(findings, (finding) => finding.members.map((member) => member.sourceId)),
    findingsOfTopic: groupBy(findings, (finding) => withAncestors(finding.topics, topic)),
    findingsOfEntity: groupBy(findings, ({ subjectId }) => (subjectId ? [subjectId] : [])),
    findingsOfMetric: groupBy(findings, ({ metricId }) => (metricId ? [metricId] : [])),
    aid: byId((records.aids ?? []).filter(({ id, textHash }) => article.get(id)?.textHash === textHash)),
    hasSamples: records.sources.some((source) => source.sample) || articles.some((article) => article.sample),
  }
}

/** The date an article is listed under: its own, else when we first saw it. */
export function articleDate(article: Article): string {
  return article.published ?? article.firstSeenAt
}

/** When a figure of the finding appeared last. */
export function lastAppearance(finding: Finding): string {
  const dates = finding.members.map((member) => member.published ?? member.firstSeenAt)
  return dates.reduce((last, date) => (sortKey(date) > sortKey(last) ? date : last))
}

function withAncestors(ids: string[], topics: Map<string, Topic>): string[] {
  const all = new Set<string>()
  for (const id of ids)
    for (let at: string | undefined = id; at && !all.has(at); at = topics.get(at)?.parent) all.add(at)
  return [...all]
}

function newestFirst<T extends { id: string }>(items: T[], dateOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, key: sortKey(dateOf(item)) }))
  keyed.sort((a, b) => (a.key === b.key ? (a.item.id < b.item.id ? -1 : 1) : a.key < b.key ? 1 : -1))
  return keyed.map(({ item }) => item)
}

const byId = <T extends { id: string }>(items: T[]) => new Map(items.map((item) => [item.id, item]))

function groupBy<T>(items: T[], keysOf: (item: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  return groups
}
