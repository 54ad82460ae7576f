import type { Figure } from '../model/figure.ts'
import type { Comparison } from '../model/finding.ts'
import { compareConditions } from './conditions.ts'
import { contradicts, contradictsAnyhow, countsAlike, isOtherSubject, weighAround } from './contradictions.ts'
import type { Group } from './groups.ts'
import { hashToken } from './hash.ts'
import { relate } from './key.ts'
import type { LinkIndex } from './link-index.ts'
import type { ArticleNode, FigureNode } from './nodes.ts'
import { findOriginal, isPrimaryFigure, primaryFigures } from './primary.ts'
import { clausesAround, isDoubted, isOfOtherYear } from './sense.ts'
import { overlap } from './similarity.ts'
import type { Subject } from './subject.ts'

/** What comparing one figure with its primary source showed, and with which figure of it. */
export interface Compared {
  comparison: Comparison
  primary?: FigureNode
}

const NOT_CHECKED: Compared = { comparison: 'not-checked' }

/** Findings that an article shares with a primary source before it counts as coverage of it without naming it. */
const COVERAGE_FINDINGS = 3

/** Groups by figure; a figure that is not linked has a group of its own. */
export type GroupOf = (node: FigureNode) => Group | undefined

/**
 * Compares a figure with the primary source that its article covers. Everything but a clear case is `not-checked`: the two
 * quotes then stand beside each other and the reader judges.
 */
export function compareWithPrimary(node: FigureNode, index: LinkIndex, groupOf: GroupOf): Compared {
  const group = groupOf(node)
  if (!group || isPrimaryFigure(node, index) || isBase(node)) return NOT_CHECKED
  const results = findPrimaries(node, index, groupOf).map((primary) =>
    compareWithin(node, primary, group, index, groupOf),
  )
  return results.sort((a, b) => RANK.indexOf(a.comparison) - RANK.indexOf(b.comparison))[0] ?? NOT_CHECKED
}

/** The 100 of `79 of 100 runs` and of 在100次测试中有79次: it has no subject, metric or condition of its own. */
function isBase({ figure, quantity, of, order }: FigureNode): boolean {
  if (quantity.kind !== 'count') return false
  const { exact, start } = figure.quote
  const [before, after] = [of.figures[order - 1]?.figure, of.figures[order + 1]?.figure]
  const between = (from: Figure, to: Figure) =>
    from.quote.start === to.quote.start ? exact.slice(from.end - start, to.start - start) : undefined
  const isAfterPart =
    before !== undefined && /^\s*(?:out )?of (?:the )?$/i.test(between(before, figure) ?? '')
  return (
    isAfterPart ||
    (after !== undefined && /^[^，。；,;]{0,8}[中里裡][，,]?(?:就|便)?有$/.test(between(figure, after) ?? ''))
  )
}

/** Where several primaries are held, the one that says most about the figure. */
const RANK: Comparison[] = [
  'same',
  'condition-dropped',
  'superseded',
  'different-value',
  'different-subject',
  'not-in-held-part',
  'not-checked',
]

/** Primary sources that an article covers: those that it names, those whose findings it repeats, its own abstract. */
function findPrimaries(node: FigureNode, index: LinkIndex, groupOf: GroupOf): ArticleNode[] {
  const { of } = node
  const named = index.findOwners(of.cited).filter((other) => other !== of && index.isPrimary(other.article))
  const shared = new Map<ArticleNode, Set<Group>>()
  for (const figure of of.figures) {
    const group = groupOf(figure)
    for (const primary of group?.primaries ?? [])
      if (primary.of !== of || primary !== figure)
        shared.set(primary.of, (shared.get(primary.of) ?? new Set()).add(group!))
  }
  const own = groupOf(node)
  const repeated = [...shared]
    .filter(([, groups]) => groups.size >= COVERAGE_FINDINGS || groups.has(own!))
    .map(([article]) => article)
  const abstract = index.isPrimary(of.article) && !primaryFigures(of).includes(node) ? [of] : []
  return [...new Set([...named, ...repeated, ...abstract])]
}

function compareWithin(
  node: FigureNode,
  primary: ArticleNode,
  group: Group,
  index: LinkIndex,
  groupOf: GroupOf,
): Compared {
  const figures = primaryFigures(primary)
  const joined = figures.filter((figure) => groupOf(figure) === group)
  if (joined.length > 0) {
    const checked = joined.map((figure) => ({
      comparison: compareClaims(node, figure, index, groupOf),
      primary: figure,
    }))
    return checked.sort((a, b) => RANK.indexOf(a.comparison) - RANK.indexOf(b.comparison))[0]!
  }
  const equal = figures.filter((figure) => relate(figure.quantity, node.quantity) !== undefined)
  if (equal.length > 0) return compareSubjects(node, equal, primary, index)
  const original = findOriginal(node, primary, groupOf)
  if (original && isRounded(node, original)) return NOT_CHECKED
  if (original && !isCopied(original, node, index))
    return { comparison: isVanished(node, primary) ? 'superseded' : 'different-value', primary: original }
  return isAttributed(node, primary, groupOf) ? { comparison: 'not-in-held-part' } : NOT_CHECKED
}

/** 约49% beside 48.7%: the number says that it is about, and is the other one to its own last digit. */
function isRounded({ figure }: FigureNode, original: FigureNode): boolean {
  if (figure.qualifier !== 'about') return false
  const [, zeros = '', decimals = ''] = /(0*)(?:\.(\d+))?$/.exec(String(figure.value)) ?? []
  const step = decimals ? 10 ** -decimals.length : 10 ** zeros.length
  return Math.abs(figure.value - original.figure.value) <= step / 2
}

/** The article has the primary's value as well, so that the other one is about something else. */
function isCopied(original: FigureNode, node: FigureNode, { lexicon }: LinkIndex): boolean {
  return node.of.figures.some(
    (other) =>
      relate(other.quantity, original.quantity) === 'equal' && !contradicts(other, original, lexicon),
  )
}

/** `same` only when value, subject, metric, role and condition are each known to agree. */
function compareClaims(
  node: FigureNode,
  primary: FigureNode,
  { lexicon }: LinkIndex,
  groupOf: GroupOf,
): Comparison {
  const relation = relate(node.quantity, primary.quantity)
  if (relation === undefined || relation === 'compatible' || contradictsAnyhow(node, primary, lexicon))
    return 'not-checked'
  if (!isSameSubject(node, primary) || !isSameMetric(node, primary, relation === 'complement'))
    return 'not-checked'
  if (isLoose(node) !== isLoose(primary) || isDoubted(node.figure) !== isDoubted(primary.figure))
    return 'not-checked'
  if (isOfOtherYear(node.figure, before(node), primary.figure, before(primary))) return 'not-checked'
  return compareConditions(node, primary, lexicon, groupOf)
}

const before = ({ of, order }: FigureNode) => of.figures[order - 1]?.figure

/** The same entity or the same words; a subject without a name of its own only where the number itself is telling. */
function isSameSubject(node: FigureNode, primary: FigureNode): boolean {
  const [a, b] = [node.subject, primary.subject]
  if (a?.id !== undefined && b?.id !== undefined) return a.all.some((id) => b.all.includes(id))
  if (a && b && a.name === b.name) return true
  if (a?.kind === 'model') return refersTo(primary, a)
  if (b?.kind === 'model') return refersTo(node, b)
  if (overlap(node.nearConcepts, primary.nearConcepts) < 2) return false
  if (node.quantity.specificity >= 2) return true
  const isAlike = a && b && overlap(a.concepts, b.concepts) > 0
  if (node.quantity.specificity >= 1 && isAlike) return true
  return node.quantity.specificity > 0 && countsInCompany(node, primary)
}

/** One telling value beside both, or three others. */
const SURE_COMPANY = 1.25

/** Both count the same things beside the same other number: 26 red teamers and 726 prompts. */
function countsInCompany(a: FigureNode, b: FigureNode): boolean {
  return (
    a.counted !== undefined &&
    b.counted !== undefined &&
    countsAlike(a, b) &&
    weighAround(a, b) >= SURE_COMPANY
  )
}

/** The sentence names no other model, and the clause speaks of it: `a small addition was enough for it to have 12%`. */
function refersTo({ figure, subject, models, of, order }: FigureNode, { id, family }: Subject): boolean {
  if (subject?.id !== undefined || models.size === 0) return false
  if (![...models].every((model) => model === id || model === family) || !models.has(id!)) return false
  return clausesAround(figure, of.figures[order - 1]?.figure).some((clause) => PRONOUN.test(clause))
}

const PRONOUN = /\b(?:it|its|the (?:same )?(?:model|system))\b|[它其]|[该該](?:模型|系统|系統)/i

/** The property is the same: named so, or named beside both where the number is too telling for a coincidence. */
function isSameMetric(node: FigureNode, primary: FigureNode, areComplements: boolean): boolean {
  if (areComplements) return true
  if (node.metricId !== undefined && node.metricId === primary.metricId) return true
  if (node.metric !== undefined && node.metric === primary.metric) return true
  if (node.counted && primary.counted && overlap(node.counted, primary.counted) > 0) return true
  if (overlap(node.metrics, primary.metrics) > 0) return true
  if (overlap(node.nearMetrics, primary.nearMetrics) === 0) return false
  return node.quantity.specificity >= 1 || isInCompany(node, primary)
}

/** Another figure of the one's sentence stands in the other's too: 50% and 90% in both. */
function isInCompany(a: FigureNode, b: FigureNode): boolean {
  const keys = new Set(companyOf(b))
  return companyOf(a).some((key) => keys.has(key))
}

function companyOf({ figure, of, quantity }: FigureNode): string[] {
  return of.figures
    .filter((other) => other.figure.quote.start === figure.quote.start && other.quantity.key !== quantity.key)
    .map((other) => other.quantity.key)
}

const isLoose = ({ figure: { qualifier } }: FigureNode) => qualifier !== 'exact' && qualifier !== 'about'

/** The same number, said of something else: shown only when nothing in the primary fits better and both name theirs. */
function compareSubjects(
  node: FigureNode,
  equal: FigureNode[],
  { works }: ArticleNode,
  { lexicon }: LinkIndex,
): Compared {
  const isNamed = overlap(node.of.works, works) > 0
  if (equal.some((figure) => !isOtherSubject(figure, node) || isNamedBeside(figure, node))) return NOT_CHECKED
  const measured = equal.filter(
    (figure) =>
      (figure.metricId !== undefined && figure.metricId === node.metricId) ||
      ((isNamed || node.quantity.specificity >= 1) && overlap(figure.concepts, node.concepts) > 1) ||
      (isNamed && isInCompany(figure, node)) ||
      (figure.of === node.of && !areOtherMetrics(figure, node, lexicon)),
  )
  return measured[0] ? { comparison: 'different-subject', primary: measured[0] } : NOT_CHECKED
}

/** The other's subject stands beside the figure too, so that which of them it belongs to is a matter of reading. */
function isNamedBeside(a: FigureNode, b: FigureNode): boolean {
  const names = ({ subject }: FigureNode) => Uint32Array.from(subject?.all ?? [], hashToken).sort()
  const isKnown = overlap(names(a), b.nearConcepts) > 0 || overlap(names(b), a.nearConcepts) > 0
  return isKnown || quotes(a, b) || quotes(b, a)
}

/** The sentence has the other's subject in so many words, whether the registry knows it or not. */
const quotes = ({ figure: { quote } }: FigureNode, { figure: { subject } }: FigureNode): boolean =>
  subject !== undefined && quote.exact.includes(subject)

function areOtherMetrics(
  { metricId: a }: FigureNode,
  { metricId: b }: FigureNode,
  lexicon: LinkIndex['lexicon'],
): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    !lexicon.metricLine(a).includes(b) &&
    !lexicon.metricLine(b).includes(a)
  )
}

/** An earlier version of the primary's page had the figure. */
function isVanished(node: FigureNode, { article }: ArticleNode): boolean {
  const written = node.figure.asWritten.replace(/\s+/g, '')
  return article.revisions.some(({ vanished }) =>
    vanished.some((gone) => gone.replace(/\s+/g, '') === written),
  )
}

/** A telling share that stands in one sentence with another which does come from this primary. */
function isAttributed(node: FigureNode, primary: ArticleNode, groupOf: GroupOf): boolean {
  if (node.quantity.kind !== 'share' || node.quantity.specificity === 0) return false
  return node.of.figures.some(
    (other) =>
      other !== node &&
      other.figure.quote.start === node.figure.quote.start &&
      other.quantity.kind === node.quantity.kind &&
      groupOf(other)?.primaries?.some(({ of }) => of === primary),
  )
}
