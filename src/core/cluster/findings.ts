import type { Finding, FindingMember } from '../model/finding.ts'
import { LANGS } from '../model/lang.ts'
import { isAge } from '../text/age.ts'
import { isInexact } from '../text/inexact.ts'
import { type Compared, compareWithPrimary, type GroupOf } from './compare.ts'
import { weigh } from './evidence.ts'
import type { Group } from './groups.ts'
import { relate } from './key.ts'
import type { LinkIndex } from './link-index.ts'
import type { ArticleNode, FigureNode } from './nodes.ts'
import { isPrimaryFigure } from './primary.ts'

/** A finding before it has an id and a date; `later` is the group that supersedes it. */
export type FindingDraft = Omit<Finding, 'id' | 'updatedAt' | 'supersededBy'> & { later?: Group }

/** Puts a group of figures into the words of a record. */
export function buildFinding(group: Group, index: LinkIndex, groupOf: GroupOf): FindingDraft {
  const guests = [...group.guests].flatMap((guest) => guest.nodes)
  const nodes = [...group.nodes, ...guests].sort(orderByAppearance)
  const inside = new Set(nodes)
  const main = group.nodes.toSorted(orderByAppearance)
  const primary = group.primaries.toSorted(orderByAppearance)[0]
  const lead = primary ?? main[0]!
  const { figure } = lead
  const later = group.nodes.map((node) => findLater(node, index)).find((node) => node !== undefined)
  const laterGroup = later && groupOf(later)
  const independentSources = countIndependent(
    main.map(({ of }) => of),
    index,
  )
  return {
    value: figure.value,
    ...pick(figure, ['maxValue', 'unitDetail', 'subject', 'metric', 'condition']),
    unit: figure.unit,
    qualifier: figure.qualifier,
    ...(isInexact(figure) && { isInexact: true as const }),
    ...(figure.unit === 'duration' && isAge(figure) && { isAge: true as const }),
    ...(lead.subject?.id !== undefined && { subjectId: lead.subject.id }),
    ...(lead.metricId !== undefined && { metricId: lead.metricId }),
    topics: topicsOf(lead, index),
    members: nodes.map((node) => buildMember(node, { lead, later, inside, index, groupOf })),
    ...(primary && { primary: { articleId: primary.of.article.id, figureId: primary.figure.id } }),
    langs: LANGS.filter((lang) => nodes.some(({ of }) => of.article.lang === lang)),
    independentSources,
    status: guests.some((node) => relate(lead.quantity, node.quantity) === undefined)
      ? 'disputed'
      : independentSources > 1
        ? 'corroborated'
        : 'single',
    ...(laterGroup && laterGroup !== group && { later: laterGroup }),
  }
}

/** By publication, else by when we saw it; the figure's place breaks ties. */
function orderByAppearance(a: FigureNode, b: FigureNode): number {
  return (
    appearance(a.of) - appearance(b.of) ||
    Date.parse(a.of.article.firstSeenAt) - Date.parse(b.of.article.firstSeenAt) ||
    (a.of.article.id < b.of.article.id ? -1 : a.of.article.id > b.of.article.id ? 1 : a.order - b.order)
  )
}

const appearance = ({ date, article }: ArticleNode) => date ?? Date.parse(article.firstSeenAt)

interface Surroundings {
  lead: FigureNode
  /** The primary's figure that supersedes this finding. */
  later: FigureNode | undefined
  /** All figures of the finding. */
  inside: Set<FigureNode>
  index: LinkIndex
  groupOf: GroupOf
}

function buildMember(node: FigureNode, around: Surroundings): FindingMember {
  const { lead, later, index, groupOf } = around
  const { article } = node.of
  const compared = compareWithPrimary(node, index, groupOf)
  const isOutdated = compared.comparison === 'same' && later !== undefined && isAfter(node.of, later.of)
  return {
    figureId: node.figure.id,
    articleId: article.id,
    sourceId: article.sourceId,
    lang: article.lang,
    ...(article.published !== undefined && { published: article.published }),
    firstSeenAt: article.firstSeenAt,
    relation: relate(lead.quantity, node.quantity) ?? 'variant',
    reasons: explain(node, compared, around),
    comparison: isOutdated ? 'superseded' : compared.comparison,
    ...(compared.primary && { primaryFigureId: compared.primary.figure.id }),
  }
}

/** The reasons of the strongest link that ties a figure to the rest of its finding. */
function explain(node: FigureNode, compared: Compared, { index, inside }: Surroundings): string[] {
  const edges = [...index.likeness.edgesOf(node)].map((edge) => ({
    ...edge,
    other: edge.a === node ? edge.b : edge.a,
  }))
  const best = edges
    .filter(({ other }) => inside.has(other))
    .sort((x, y) => y.value.points - x.value.points || (x.other.figure.id < y.other.figure.id ? -1 : 1))[0]
  if (!best) return compared.primary ? describeGuest(node, compared.primary) : []
  const reasons: string[] = []
  weigh(node, best.other, index.lexicon, reasons)
  if (best.value.via !== 'aligned') return reasons
  const text = index.texts.find(node.of, best.other.of)?.value
  return [
    reasons[0] ?? `value ${node.quantity.key}`,
    'same place in both texts',
    ...(text ? [text.evidence] : []),
    ...reasons.slice(1),
  ]
}

/** Why a figure stands under a finding that it does not agree with. */
function describeGuest(
  { figure, quantity }: FigureNode,
  { figure: original, quantity: value }: FigureNode,
): string[] {
  return [
    quantity.key === value.key
      ? `value ${quantity.key}`
      : `says ${figure.asWritten} where the source has ${original.asWritten}`,
    figure.subjectId === original.subjectId
      ? `subject ${figure.subjectId}`
      : `says it of ${figure.subject}, the source of ${original.subject}`,
    'repeats or names that source',
  ]
}

/** Topics of the leading article that its metric does not contradict; the metric's own comes first. */
function topicsOf(lead: FigureNode, { lexicon }: LinkIndex): string[] {
  const topic = lead.metricId === undefined ? undefined : lexicon.metric(lead.metricId)?.topic
  return [...new Set([...(topic === undefined ? [] : [topic]), ...lead.of.article.topics])]
}

/** Outlets that tell it on their own: copies, reposts and translations count with what they come from. */
export function countIndependent(articles: ArticleNode[], { texts }: LinkIndex): number {
  const all = new Set(articles)
  const seen = new Set<ArticleNode>()
  const bySource = Map.groupBy(all, ({ article }) => article.sourceId)
  let count = 0
  for (const start of all) {
    if (seen.has(start)) continue
    count++
    const queue = [start]
    seen.add(start)
    for (const node of queue) {
      const derived = [...texts.edgesOf(node)].filter(
        ({ value }) => value.isTranslation || !/^(rewrite|parallel)$/.test(value.relation),
      )
      const others = [
        ...derived.map(({ a, b }) => (a === node ? b : a)),
        ...bySource.get(node.article.sourceId)!,
      ]
      for (const other of others) if (all.has(other) && !seen.has(other)) queue.push(other) && seen.add(other)
    }
  }
  return count
}

/**
 * What came after a figure: the producer's own later figure for the same thing, in a work that points to the earlier one or
 * says that it updates; or the newer figure beside which a text recalls this one as an earlier result.
 */
function findLater(node: FigureNode, index: LinkIndex): FigureNode | undefined {
  if (!isPrimaryFigure(node, index)) return findRecalling(node)
  return index
    .findMeasured(node)
    .filter((other) => isLater(node, other))
    .sort((a, b) => orderByAppearance(b, a))[0]
}

const EARLIER = /\b(earlier|previous|previously|last year's|had put)\b|此前|先前|之前的|上次|早前/i
const THE_FIGURE =
  /\b(the (figure|share|rate|number|proportion)|it) (at|was|had been|stood)\b|(这|這)(一|个|個)?(比例|数字|數字|比率)|该(比例|数字|比率)/i

/** UTF-16 units between a result and the earlier one recalled beside it. */
const RECALL_UNITS = 200

/** `In the new study 45% … The earlier test had put the figure at 51%`: the figure right before, of the same kind. */
function findRecalling({ figure, of, order, quantity, metricId }: FigureNode): FigureNode | undefined {
  const now = of.figures[order - 1]
  if (!now || !EARLIER.test(figure.quote.exact) || EARLIER.test(now.figure.quote.exact)) return undefined
  if (now.quantity.kind !== quantity.kind || now.quantity.key === quantity.key) return undefined
  if (figure.start - now.figure.end > RECALL_UNITS || figure.quote.start === now.figure.quote.start)
    return undefined
  const isSameThing =
    THE_FIGURE.test(figure.quote.exact) || (metricId !== undefined && metricId === now.metricId)
  return isSameThing ? now : undefined
}

const UPDATES =
  /\b(updated?|revised?|corrected|corrects|correction|now|previously|superseded?s?)\b|更新|修订|修訂|更正|此前|先前|原先/i

function isLater(node: FigureNode, other: FigureNode): boolean {
  if (relate(node.quantity, other.quantity) !== undefined || !isAfter(other.of, node.of)) return false
  const isSameWork = other.of.own.some((key) => key.startsWith('arxiv:') && node.of.own.includes(key))
  if (isSameWork) return true
  if (other.of.article.sourceId !== node.of.article.sourceId) return false
  return other.of.cited.some((key) => node.of.own.includes(key)) || UPDATES.test(other.figure.quote.exact)
}

const isAfter = (a: ArticleNode, b: ArticleNode) =>
  a.date !== undefined && b.date !== undefined && a.date > b.date

function pick<T, K extends keyof T>(value: T, keys: K[]): { [P in K]?: NonNullable<T[P]> } {
  return Object.fromEntries(
    keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]),
  ) as never
}
