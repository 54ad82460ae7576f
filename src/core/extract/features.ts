import type { Weights } from './ranking.ts'

/** Takes the features of a candidate, whose names are made of parts: `kind:` and `model` and `percent` are `kind:model|percent`. */
export interface Features {
  /** Parts are few words of closed classes, so that each combination is looked up once. */
  add(first: string, second?: string, third?: string, fourth?: string): void
  /** A feature whose second part is text of the document. */
  addText(first: string, text: string): void
}

const nameOf = (first: string, second = '', third?: string, fourth?: string): string =>
  first + second + (third === undefined ? '' : `|${third}`) + (fourth === undefined ? '' : `|${fourth}`)

/** The names themselves, for fitting. */
export class FeatureNames implements Features {
  readonly names: string[] = []

  add(...parts: [string, string?, string?, string?]): void {
    this.names.push(nameOf(...parts))
  }

  addText(first: string, text: string): void {
    this.names.push(first + text)
  }
}

/** A part of a name, with the weight of the name that ends here and the parts that may follow. */
interface Node {
  weight: number | undefined
  next: Map<string, Node> | undefined
}

const roots = new WeakMap<Weights, Node>()

/**
 * The sum of the weights. Names are never put together twice: a path of parts leads to the weight, which is many times
 * quicker than a string built for each of the hundreds of features of a figure. As many paths as classes combine.
 */
export class WeightSum implements Features {
  total = 0
  readonly #weights: Weights
  readonly #root: Node

  constructor(weights: Weights) {
    let root = roots.get(weights)
    if (!root) roots.set(weights, (root = { weight: undefined, next: undefined }))
    this.#weights = weights
    this.#root = root
  }

  add(first: string, second?: string, third?: string, fourth?: string): void {
    let node = follow(this.#root, first)
    if (second !== undefined) node = follow(node, second)
    if (third !== undefined) node = follow(node, third)
    if (fourth !== undefined) node = follow(node, fourth)
    node.weight ??= this.#weights[nameOf(first, second, third, fourth)] ?? 0
    this.total += node.weight
  }

  addText(first: string, text: string): void {
    this.total += this.#weights[first + text] ?? 0
  }
}

function follow(node: Node, part: string): Node {
  node.next ??= new Map()
  let next = node.next.get(part)
  if (!next) node.next.set(part, (next = { weight: undefined, next: undefined }))
  return next
}
