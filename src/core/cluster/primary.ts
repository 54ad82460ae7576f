import type { Figure } from '../model/figure.ts'
import { foldCondition, isModel } from './contradictions.ts'
import { hashText } from './hash.ts'
import type { LinkIndex } from './link-index.ts'
import type { ArticleNode, FigureNode } from './nodes.ts'

/**
 * The one figure of a primary source that measures the same, whatever its value. Where several do: the value of those under
 * the same condition, where the source says it first; then the one that stands among figures which the coverage repeats in the same sentence.
 */
export function findOriginal(
  node: FigureNode,
  primary: ArticleNode,
  groupOf: (node: FigureNode) => unknown,
): FigureNode | undefined {
  const candidates = primaryFigures(primary).filter((other) => measuresSame(node, other))
  const condition = foldCondition(node.figure.condition)
  const alike = candidates.filter(({ figure }) => foldCondition(figure.condition) === condition)
  if (isOneValue(candidates)) return candidates[0]
  if (isOneValue(alike)) return candidates.find(({ quantity }) => quantity.key === alike[0]!.quantity.key)
  const together = new Set(node.of.figures.filter((other) => isSameSentence(node, other)).map(groupOf))
  const repeated = primary.figures.filter((figure) => together.has(groupOf(figure)))
  const distance = ({ figure }: FigureNode) =>
    Math.min(...repeated.map((other) => Math.abs(other.figure.start - figure.start)))
  const [nearest, ...others] = candidates.toSorted((a, b) => distance(a) - distance(b))
  if (!nearest || distance(nearest) > NEIGHBOUR_UNITS) return undefined
  const next = others.find(({ quantity }) => quantity.key !== nearest.quantity.key)
  return next && distance(next) < 2 * distance(nearest) ? undefined : nearest
}

/** UTF-16 units between figures of two successive sentences. */
const NEIGHBOUR_UNITS = 200

const isOneValue = (nodes: FigureNode[]) => new Set(nodes.map(({ quantity }) => quantity.key)).size === 1

const isSameSentence = (a: FigureNode, b: FigureNode) =>
  a !== b && a.figure.quote.start === b.figure.quote.start

/**
 * Figures in the words of the primary source. A page in Chinese about a paper (an arXiv summary) carries the paper's own
 * words only in its original abstract.
 */
export function primaryFigures({ article, figures }: ArticleNode): FigureNode[] {
  const isSummaryPage = article.arxiv !== undefined && article.lang !== 'en'
  return isSummaryPage ? figures.filter(({ isHan }) => !isHan) : figures
}

/** True for a figure in the words of a primary source. */
export function isPrimaryFigure(node: FigureNode, index: LinkIndex): boolean {
  return index.isPrimary(node.of.article) && primaryFigures(node.of).includes(node)
}

/** Block of the figures that measure one metric of one subject; none when either is unknown. */
export function measuredKeys({ subject, metricId, quantity, figure }: FigureNode): number[] {
  if (subject?.id === undefined || metricId === undefined) return []
  return [
    hashText([subject.id, metricId, quantity.kind, role(figure), foldCondition(figure.condition)].join('|')),
  ]
}

/** Conditions in two languages cannot be told apart by their words. */
function measuresSame(a: FigureNode, b: FigureNode): boolean {
  if (!a.subject || !b.subject || a.subject.id !== b.subject.id) return false
  // A model that the registry does not know is told by its name.
  if (a.subject.id === undefined && !(a.subject.name === b.subject.name && isModel(a))) return false
  if (a.metricId === undefined || a.metricId !== b.metricId) return false
  if (a.quantity.kind !== b.quantity.kind || role(a.figure) !== role(b.figure)) return false
  const [first, second] = [foldCondition(a.figure.condition), foldCondition(b.figure.condition)]
  return first === second || first === '' || second === '' || a.isHan !== b.isHan
}

const role = ({ change, polarity, tense }: Figure) => `${change === 'by' ? 'by' : ''} ${polarity} ${tense}`
