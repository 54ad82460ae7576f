import { contradicts, sameScript } from './contradictions.ts'
import type { FigureLink, LinkIndex } from './link-index.ts'
import type { ArticleNode, FigureNode } from './nodes.ts'
import { isPrimaryFigure } from './primary.ts'

/** Figures that state the same result. */
export interface Group {
  nodes: FigureNode[]
  /** Those in the words of a primary source. */
  primaries: FigureNode[]
  /** The group of the primary source's figure that these repeat with another value or of another subject. */
  host?: Group
  /** The reverse of it. */
  guests: Set<Group>
}

/** What editors decided about pairs of figures, by figure id; it outranks all evidence. */
export interface PairRules {
  joined: [string, string][]
  parted: [string, string][]
}

/**
 * Groups of everything connected with the figures given. Inside a connected part the strongest links are made first, and a
 * link is refused when anything in the two groups contradicts: so 80 % of one model never meets 80 % of another through a
 * text that names neither.
 */
export function buildGroups(index: LinkIndex, seeds: Iterable<FigureNode>, rules: PairRules): Group[] {
  const seen = new Set<FigureNode>()
  const groups: Group[] = []
  const partners = ruledPartners(index, rules)
  for (const seed of seeds)
    if (!seen.has(seed)) groups.push(...split(collect(seed, index, partners, seen), index, rules))
  return groups
}

type Partners = Map<FigureNode, FigureNode[]>

function ruledPartners({ figures }: LinkIndex, { joined }: PairRules): Partners {
  const partners: Partners = new Map()
  const add = (from: FigureNode, to: FigureNode) => partners.set(from, [...(partners.get(from) ?? []), to])
  for (const [first, second] of joined) {
    const [a, b] = [figures.get(first), figures.get(second)]
    if (a && b) {
      add(a, b)
      add(b, a)
    }
  }
  return partners
}

/** Everything that links lead to from a figure. */
function collect(
  seed: FigureNode,
  index: LinkIndex,
  partners: Partners,
  seen: Set<FigureNode>,
): FigureNode[] {
  const found = [seed]
  seen.add(seed)
  const visit = (node: FigureNode) => {
    if (seen.has(node)) return
    seen.add(node)
    found.push(node)
  }
  for (const node of found) {
    for (const { a, b } of index.likeness.edgesOf(node)) visit(a === node ? b : a)
    for (const other of partners.get(node) ?? []) visit(other)
  }
  return found
}

function finish(nodes: FigureNode[], index: LinkIndex): Group {
  return { nodes, primaries: nodes.filter((node) => isPrimaryFigure(node, index)), guests: new Set() }
}

interface Link {
  a: FigureNode
  b: FigureNode
  points: number
  via: FigureLink['via']
}

/** For each figure the one that stands in its place in another version of its text, by that version. */
type Aligned = Map<FigureNode, Map<ArticleNode, FigureNode>>

function alignedPartners(links: Link[]): Aligned {
  const partners: Aligned = new Map()
  const add = (from: FigureNode, to: FigureNode) =>
    partners.set(from, (partners.get(from) ?? new Map<ArticleNode, FigureNode>()).set(to.of, to))
  for (const { a, b, via } of links)
    if (via === 'aligned') {
      add(a, b)
      add(b, a)
    }
  return partners
}

/**
 * Each stands in another's place (12 % of the users and 12 % of the cases of one text and its translation), or one has a
 * version in the other's language, in which the two are compared better. A number that tells nothing is joined with one of a
 * translation only where its neighbours stand.
 */
function areElsewhere(a: FigureNode, b: FigureNode, partners: Aligned, index: LinkIndex): boolean {
  const [first, second] = [partners.get(a)?.get(b.of), partners.get(b)?.get(a.of)]
  if (first !== undefined && second !== undefined) return first !== b
  if (sameScript(a, b)) return false
  if (speaksLike(a, b, partners) || speaksLike(b, a, partners)) return true
  return (
    first === undefined && second === undefined && a.quantity.specificity === 0 && isOutOfPlace(a, b, index)
  )
}

/** The nearest figures on both sides that have a place in the other text say that it stands further on or further back. */
function isOutOfPlace(a: FigureNode, b: FigureNode, index: LinkIndex): boolean {
  if (index.texts.find(a.of, b.of) === undefined) return false
  const [before, after] = [nearestPlace(a, -1, b.of, index), nearestPlace(a, 1, b.of, index)]
  return b.order < (before ?? 0) - SLACK || b.order > (after ?? b.order) + SLACK
}

/** Figures by which a clause may move. */
const SLACK = 1

/** Where the nearest aligned figure on one side of this one stands in another text. */
function nearestPlace(
  { of, order }: FigureNode,
  step: 1 | -1,
  other: ArticleNode,
  { likeness }: LinkIndex,
): number | undefined {
  for (let at = order + step; at >= 0 && at < of.figures.length; at += step)
    for (const { a, b, value } of likeness.edgesOf(of.figures[at]!)) {
      const partner = a.of === of ? b : a
      if (value.via === 'aligned' && partner.of === other) return partner.order
    }
  return undefined
}

const speaksLike = (a: FigureNode, b: FigureNode, partners: Aligned) =>
  partners
    .get(a)
    ?.values()
    .some((other) => sameScript(other, b)) ?? false

function split(nodes: FigureNode[], index: LinkIndex, rules: PairRules): Group[] {
  if (nodes.length === 1) return [finish(nodes, index)]
  const clusters = new Clusters(nodes, index, rules.parted)
  const inside = new Set(nodes.map(({ figure }) => figure.id))
  for (const [first, second] of rules.joined)
    if (inside.has(first) && inside.has(second))
      clusters.force(index.figures.get(first)!, index.figures.get(second)!)
  const links = sortedLinks(nodes, index)
  const partners = alignedPartners(links)
  for (const { a, b } of links) if (!areElsewhere(a, b, partners, index)) clusters.join(a, b)
  return clusters.groups()
}

/** Every link once, strongest first; ties by id, so that the result does not depend on the order of adding. */
function sortedLinks(nodes: FigureNode[], { likeness }: LinkIndex): Link[] {
  const links: Link[] = []
  for (const node of nodes)
    for (const { a, b, value } of likeness.edgesOf(node))
      if (a === node)
        links.push({
          ...(a.figure.id < b.figure.id ? { a, b } : { a: b, b: a }),
          points: value.points,
          via: value.via,
        })
  return links.sort(
    (x, y) =>
      y.points - x.points || compare(x.a.figure.id, y.a.figure.id) || compare(x.b.figure.id, y.b.figure.id),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Disjoint sets that refuse to unite what contradicts. */
class Clusters {
  readonly #index: LinkIndex
  readonly #parents = new Map<FigureNode, FigureNode>()
  /** For each root one figure of each kind in its cluster: enough to find every contradiction. */
  readonly #kinds = new Map<FigureNode, Map<string, FigureNode>>()
  readonly #members = new Map<FigureNode, FigureNode[]>()
  readonly #parted = new Map<string, Set<string>>()

  constructor(nodes: FigureNode[], index: LinkIndex, parted: [string, string][]) {
    this.#index = index
    for (const node of nodes) {
      this.#parents.set(node, node)
      this.#members.set(node, [node])
      this.#kinds.set(node, new Map([[kindOf(node), node]]))
    }
    for (const [a, b] of parted) {
      this.#parted.set(a, (this.#parted.get(a) ?? new Set()).add(b))
      this.#parted.set(b, (this.#parted.get(b) ?? new Set()).add(a))
    }
  }

  join(a: FigureNode, b: FigureNode): void {
    const [first, second] = [this.#root(a), this.#root(b)]
    if (first !== second && !this.#areParted(first, second) && !this.#contradict(first, second, a, b))
      this.#unite(first, second)
  }

  /** Unites without asking: an editor said so. */
  force(a: FigureNode, b: FigureNode): void {
    const [first, second] = [this.#root(a), this.#root(b)]
    if (first !== second) this.#unite(first, second)
  }

  groups(): Group[] {
    return [...this.#members.values()].map((nodes) => finish(nodes, this.#index))
  }

  #root(node: FigureNode): FigureNode {
    let root = node
    for (let parent = this.#parents.get(root)!; parent !== root; parent = this.#parents.get(root)!) {
      this.#parents.set(root, this.#parents.get(parent)!)
      root = parent
    }
    return root
  }

  #unite(first: FigureNode, second: FigureNode): void {
    const [large, small] =
      this.#members.get(first)!.length < this.#members.get(second)!.length ? [second, first] : [first, second]
    this.#parents.set(small, large)
    this.#members.get(large)!.push(...this.#members.get(small)!)
    for (const [kind, node] of this.#kinds.get(small)!) this.#kinds.get(large)!.set(kind, node)
    this.#members.delete(small)
    this.#kinds.delete(small)
  }

  /** The linked pair itself was weighed already, by rules that a translation relaxes. */
  #contradict(first: FigureNode, second: FigureNode, a: FigureNode, b: FigureNode): boolean {
    const [kindA, kindB] = [kindOf(a), kindOf(b)]
    for (const [x, left] of this.#kinds.get(first)!)
      for (const [y, right] of this.#kinds.get(second)!)
        if ((x !== kindA || y !== kindB) && contradicts(left, right, this.#index.lexicon)) return true
    return false
  }

  #areParted(first: FigureNode, second: FigureNode): boolean {
    if (this.#parted.size === 0) return false
    const others = new Set(this.#members.get(second)!.map(({ figure }) => figure.id))
    return this.#members.get(first)!.some(({ figure }) => {
      for (const id of this.#parted.get(figure.id) ?? []) if (others.has(id)) return true
      return false
    })
  }
}

/** Figures of one kind contradict the same things. */
function kindOf({ figure, quantity, subject, metricId, isHan }: FigureNode): string {
  const { polarity, tense, change, qualifier, unitDetail } = figure
  return [
    quantity.key,
    quantity.isInexact,
    subject?.id ?? subject?.name,
    metricId,
    polarity,
    tense,
    change,
    qualifier,
    figure.unit === 'count' ? unitDetail : '',
    isHan,
  ].join('|')
}
