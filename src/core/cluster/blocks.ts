/**
 * Nodes sorted into blocks by key, so that each is compared with a few likely partners and not with all (blocking with a
 * sorted window: n log n). What a block yields depends on its members alone, so the order of adding never matters.
 */
export class Blocks<N> {
  readonly #members = new Map<number, N[]>()
  readonly #keysOf: (node: N) => number[]

  constructor(keysOf: (node: N) => number[]) {
    this.#keysOf = keysOf
  }

  /** Puts nodes in and takes nodes out; gives the keys of the blocks that changed, and whether one lost a member. */
  update(added: Iterable<N>, removed: Iterable<N>): Map<number, { hasLost: boolean }> {
    const dirty = new Map<number, { hasLost: boolean }>()
    for (const node of removed)
      for (const key of this.#keysOf(node)) {
        const left = (this.#members.get(key) ?? []).filter((member) => member !== node)
        if (left.length === 0) this.#members.delete(key)
        else this.#members.set(key, left)
        dirty.set(key, { hasLost: true })
      }
    for (const node of added)
      for (const key of this.#keysOf(node)) {
        const members = this.#members.get(key)
        if (members) members.push(node)
        else this.#members.set(key, [node])
        if (members && !dirty.has(key)) dirty.set(key, { hasLost: false })
      }
    return dirty
  }

  members(key: number): readonly N[] {
    return this.#members.get(key) ?? []
  }

  /** Pairs of a block whose members stand at most `window` places apart in the order given. */
  *pairs(key: number, window: number, order: (a: N, b: N) => number): Iterable<[N, N]> {
    const sorted = this.members(key).toSorted(order)
    for (let left = 0; left < sorted.length; left++)
      for (let right = left + 1; right < sorted.length && right <= left + window; right++)
        yield [sorted[left]!, sorted[right]!]
  }
}

/** An edge between two nodes and what joins them. */
export interface Edge<N, E> {
  a: N
  b: N
  value: E
}

/** A graph whose edges come in named bundles (one for each block), each replaced as a whole. */
export class Graph<N, E> {
  readonly #bundles = new Map<number | string, Edge<N, E>[]>()
  readonly #edges = new Map<N, Set<Edge<N, E>>>()

  /** Replaces a bundle; gives the pairs that lost or gained an edge in it. */
  replace(name: number | string, edges: Edge<N, E>[]): [N, N][] {
    const old = this.#bundles.get(name) ?? []
    for (const edge of old) {
      this.#edges.get(edge.a)?.delete(edge)
      this.#edges.get(edge.b)?.delete(edge)
    }
    if (edges.length === 0) this.#bundles.delete(name)
    else this.#bundles.set(name, edges)
    for (const edge of edges) {
      this.#attach(edge.a, edge)
      this.#attach(edge.b, edge)
    }
    return changedPairs(old, edges)
  }

  bundle(name: number | string): readonly Edge<N, E>[] {
    return this.#bundles.get(name) ?? []
  }

  /** An edge between the two, whatever bundle it is in. */
  find(a: N, b: N): Edge<N, E> | undefined {
    for (const edge of this.edgesOf(a)) if (edge.a === b || edge.b === b) return edge
    return undefined
  }

  edgesOf(node: N): Iterable<Edge<N, E>> {
    return this.#edges.get(node) ?? []
  }

  #attach(node: N, edge: Edge<N, E>): void {
    const edges = this.#edges.get(node)
    if (edges) edges.add(edge)
    else this.#edges.set(node, new Set([edge]))
  }
}

/** Pairs that only one of the two bundles has. */
function changedPairs<N, E>(old: Edge<N, E>[], edges: Edge<N, E>[]): [N, N][] {
  if (old.length === 0 && edges.length === 0) return []
  const pairs = new Map<N, Set<N>>()
  for (const { a, b } of old) pairs.set(a, (pairs.get(a) ?? new Set()).add(b))
  const changed: [N, N][] = []
  for (const { a, b } of edges) if (!pairs.get(a)?.delete(b)) changed.push([a, b])
  for (const [a, others] of pairs) for (const b of others) changed.push([a, b])
  return changed
}

export interface Comparing<N, E> {
  blocks: Blocks<N>
  graph: Graph<N, E>
  window: number
  order: (a: N, b: N) => number
  compare: (a: N, b: N) => E | undefined
}

/**
 * Compares the pairs of the blocks that changed and puts what they show into the graph; gives the pairs that changed. In a
 * block that only grew, two members of old stand no closer than before: their pair is looked up and not compared again.
 */
export function updateGraph<N, E>(
  { blocks, graph, window, order, compare }: Comparing<N, E>,
  added: ReadonlySet<N>,
  removed: Iterable<N>,
): [N, N][] {
  const changed: [N, N][] = []
  for (const [key, { hasLost }] of blocks.update(added, removed)) {
    const known = hasLost ? undefined : groupByPair(graph.bundle(key))
    const edges: Edge<N, E>[] = []
    for (const [a, b] of blocks.pairs(key, window, order)) {
      const isOld = known && !added.has(a) && !added.has(b)
      const edge = isOld ? known.get(a)?.get(b) : buildEdge(a, b, compare(a, b))
      if (edge) edges.push(edge)
    }
    changed.push(...graph.replace(key, edges))
  }
  return changed
}

function buildEdge<N, E>(a: N, b: N, value: E | undefined): Edge<N, E> | undefined {
  return value === undefined ? undefined : { a, b, value }
}

function groupByPair<N, E>(edges: readonly Edge<N, E>[]): Map<N, Map<N, Edge<N, E>>> {
  const pairs = new Map<N, Map<N, Edge<N, E>>>()
  for (const edge of edges) pairs.set(edge.a, (pairs.get(edge.a) ?? new Map()).set(edge.b, edge))
  return pairs
}
