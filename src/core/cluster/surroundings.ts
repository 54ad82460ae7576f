import { hashToken } from './hash.ts'
import type { FigureNode } from './nodes.ts'

/** From here on even a round number is not said every day. */
const LARGE = 1000

/** Nothing, once for all. */
export const NONE = new Uint32Array()

/** UTF-16 units around a figure in which its metric may be named once for several: half a paragraph. */
const NEAR_UNITS = 300

/** `Gemini reached the same 96%` says in the sentence before what was measured. */
export function lookAround(figures: FigureNode[]): void {
  for (const node of figures) {
    const others = [figures[node.order - 1], figures[node.order - 2], figures[node.order + 1]].filter(
      (other) =>
        other !== undefined &&
        other.isHan === node.isHan &&
        Math.abs(other.figure.start - node.figure.start) <= NEAR_UNITS,
    ) as FigureNode[]
    const isElsewhere = others.some(({ concepts }) => concepts !== node.concepts)
    if (!isElsewhere) continue
    node.nearConcepts = unite([node, ...others].map(({ concepts }) => concepts))
    node.nearMetrics = unite([node, ...others].map(({ metrics }) => metrics))
  }
}

/** A number that is not said every day. */
export const isTelling = ({ quantity }: FigureNode) => quantity.specificity >= 1 || quantity.low >= LARGE

/** Ascending hashes of the values. */
export const hashValues = (figures: FigureNode[]) =>
  Uint32Array.from(new Set(figures.map(({ quantity }) => hashToken(quantity.key)))).sort()

/** Figures on either side that may be of one account of one event with a figure. */
const COMPANY = 3

/** Fills in which other values stand around each figure. */
export function gatherCompany(figures: FigureNode[]): void {
  for (const node of figures) {
    const others = figures
      .slice(Math.max(0, node.order - COMPANY), node.order + COMPANY + 1)
      .filter(
        ({ quantity, figure, isHan }) =>
          quantity.key !== node.quantity.key &&
          isHan === node.isHan &&
          Math.abs(figure.start - node.figure.start) <= NEAR_UNITS,
      )
    if (others.length === 0) continue
    node.company = hashValues(others)
    const telling = others.filter(isTelling)
    // One array where all of them tell: there is one of these for every figure held.
    node.tellingCompany = telling.length === others.length ? node.company : hashValues(telling)
  }
}

function unite(sets: Uint32Array[]): Uint32Array {
  const all = new Uint32Array(sets.reduce((size, set) => size + set.length, 0))
  let at = 0
  for (const set of sets) {
    all.set(set, at)
    at += set.length
  }
  return all.sort().filter((hash, index) => index === 0 || hash !== all[index - 1])
}
