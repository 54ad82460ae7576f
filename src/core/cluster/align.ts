import { contradictsVersion } from './contradictions.ts'
import { relate } from './key.ts'
import type { Lexicon } from './lexicon.ts'
import type { ArticleNode, FigureNode } from './nodes.ts'
import { overlap } from './similarity.ts'

/** Points of a match that stands in the same order in two versions of one text: more than any other evidence. */
export const ALIGNED_POINTS = 12

/** Largest product of figure counts that is aligned; two articles of 1,000 figures each are two data tables. */
const MAX_CELLS = 1_000_000

/**
 * Pairs the figures of two versions of one text (translation, copy, rewrite): the heaviest matching that keeps the order
 * (dynamic programming over both sequences), then what is left over and occurs once on each side.
 */
export function alignFigures(a: ArticleNode, b: ArticleNode, lexicon: Lexicon): [FigureNode, FigureNode][] {
  if (a.figures.length * b.figures.length > MAX_CELLS) return []
  const inOrder = matchInOrder(a.figures, b.figures, (first, second) => weighMatch(first, second, lexicon))
  const used = new Set(inOrder.flat())
  const leftA = a.figures.filter((node) => !used.has(node))
  const leftB = b.figures.filter((node) => !used.has(node))
  return growPairs([...inOrder, ...matchSingles(leftA, leftB, lexicon)], lexicon)
}

/** What stands right beside a pair on both sides and is the same belongs to it: a moved paragraph follows its telling number. */
function growPairs(pairs: [FigureNode, FigureNode][], lexicon: Lexicon): [FigureNode, FigureNode][] {
  const used = new Set(pairs.flat())
  for (const [a, b] of pairs)
    for (const step of [1, -1]) {
      const [first, second] = [a.of.figures[a.order + step], b.of.figures[b.order + step]]
      if (!first || !second || used.has(first) || used.has(second)) continue
      if (weighMatch(first, second, lexicon, 0) === 0) continue
      used.add(first).add(second)
      pairs.push([first, second])
    }
  return pairs
}

/** Positions further apart than this, as a share of the text, are another place. */
const SAME_PLACE = 0.2

/** 0 for no match. A number without a digit of information must stand in the same place. */
function weighMatch(
  a: FigureNode,
  b: FigureNode,
  lexicon: Lexicon,
  distance = Math.abs(positionOf(a) - positionOf(b)),
): number {
  if (relate(a.quantity, b.quantity) !== 'equal' || contradictsVersion(a, b, lexicon)) return 0
  const likeness = overlap(a.concepts, b.concepts) + 0.5 * Math.max(0, overlap(a.words, b.words) - 1)
  const bindings = (isSame(a.subject?.id, b.subject?.id) ? 1 : 0) + (isSame(a.metricId, b.metricId) ? 1 : 0)
  const weight = 1 + a.quantity.specificity + Math.min(2, 0.5 * likeness) + bindings - distance / SAME_PLACE
  return Math.max(0, weight)
}

const isSame = (a: string | undefined, b: string | undefined) => a !== undefined && a === b

/** Place of a figure in its text, 0 to 1. */
function positionOf({ figure, of }: FigureNode): number {
  return figure.start / Math.max(of.article.textLength, figure.end)
}

function matchInOrder<T>(a: T[], b: T[], weight: (a: T, b: T) => number): [T, T][] {
  const width = b.length + 1
  const weights = new Float64Array(a.length * b.length)
  const best = new Float64Array((a.length + 1) * width)
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--) {
      const match = (weights[row * b.length + column] = weight(a[row]!, b[column]!))
      const skip = Math.max(best[(row + 1) * width + column]!, best[row * width + column + 1]!)
      best[row * width + column] =
        match > 0 ? Math.max(skip, match + best[(row + 1) * width + column + 1]!) : skip
    }
  const pairs: [T, T][] = []
  for (let row = 0, column = 0; row < a.length && column < b.length; ) {
    const here = best[row * width + column]!
    const match = weights[row * b.length + column]!
    if (match > 0 && here === match + best[(row + 1) * width + column + 1]!)
      pairs.push([a[row++]!, b[column++]!])
    else if (here === best[(row + 1) * width + column]!) row++
    else column++
  }
  return pairs
}

/** Telling values that are left over once on each side: a table whose columns were swapped, a moved sentence. */
function matchSingles(a: FigureNode[], b: FigureNode[], lexicon: Lexicon): [FigureNode, FigureNode][] {
  const byKey = Map.groupBy(b, (node) => node.quantity.key)
  const counts = Map.groupBy(a, (node) => node.quantity.key)
  return a.flatMap((node) => {
    const others = byKey.get(node.quantity.key) ?? []
    if (others.length !== 1 || counts.get(node.quantity.key)!.length !== 1) return []
    if (node.quantity.specificity < 0.5 || contradictsVersion(node, others[0]!, lexicon)) return []
    return [[node, others[0]!]]
  })
}
