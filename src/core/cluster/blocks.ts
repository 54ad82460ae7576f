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

  /** Puts nodes in and takes nodes out; gives the keys of the blocks that changed and have, or had, a pair. */
  update(added: Iterable<N>, removed: Iterable<N>): Set<number> {
    const dirty = new Set<number>()
    for (const node of removed)
      for (const key of this.#keysOf(node)) {
        const left = (this.#members.get(key) ?? []).filter((member) => member !== node)
        if (left.length === 0) this.#members.delete(key)
        else this.#members.set(key, left)
        dirty.add(key)
      }
    for (const node of added)
      for (const key of this.#keysOf(node)) {
        const members = this.#members.get(key)
        if (!members) this.#members.set(key, [node])
        else {
          members.push(node)
          dirty.add(key)
        }
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
