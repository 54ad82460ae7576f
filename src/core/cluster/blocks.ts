/**
 * Nodes sorted into blocks by key, so that each is compared with a few likely partners and not with all (blocking with a
 * sorted window: n log n). What a block yields depends on its members alone, so the order of adding never matters.
 */
export class Blocks<N> {
  readonly #members = new Map<number, N[]>()
  readonly #keysOf: (node: N) => number[]
  readonly #order: (a: N, b: N) => number

  constructor(keysOf: (node: N) => number[], order: (a: N, b: N) => number = () => 0) {
    this.#keysOf = keysOf
    this.#order = order
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
    const joining = new Map<number, N[]>()
    for (const node of added)
      for (const key of this.#keysOf(node)) {
        const nodes = joining.get(key)
        if (nodes) nodes.push(node)
        else joining.set(key, [node])
      }
    for (const [key, nodes] of joining) {
      const members = this.#members.get(key)
      if (members) insertSorted(members, nodes, this.#order)
      else this.#members.set(key, nodes.sort(this.#order))
      if (this.members(key).length > 1 && !dirty.has(key)) dirty.set(key, { hasLost: false })
    }
    return dirty
  }

  /** In order. */
  members(key: number): readonly N[] {
    return this.#members.get(key) ?? []
  }

  /** Pairs of a block whose members stand at most `window` places apart; with `fresh`, those that have one of these. */
  *pairs(key: number, window: number, fresh?: ReadonlySet<N>): Iterable<[N, N]> {
    const members = this.members(key)
    for (let place = 0; place < members.length; place++) {
      const member = members[place]!
      if (fresh && !fresh.has(member)) continue
      for (let right = place + 1; right < members.length && right <= place + window; right++)
        yield [member, members[right]!]
      for (let left = Math.max(0, place - window); fresh && left < place; left++)
        if (!fresh.has(members[left]!)) yield [members[left]!, member]
    }
  }

  /** The place of each member of a block. */
  places(key: number): Map<N, number> {
    return new Map(this.members(key).map((member, place) => [member, place]))
  }
}

/** How many of the members come before a node. */
function findPlace<N>(members: readonly N[], node: N, order: (a: N, b: N) => number): number {
  let [low, high] = [0, members.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (order(members[middle]!, node) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** A few by binary search, many by sorting all again. */
function insertSorted<N>(members: N[], nodes: N[], order: (a: N, b: N) => number): void {
  if (nodes.length * 8 > members.length) {
    members.push(...nodes)
    members.sort(order)
    return
  }
  for (const node of nodes) members.splice(findPlace(members, node, order), 0, node)
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

  /** Replaces a bundle; gives the pairs that lost or gained an edge in it. Edges that stay are not touched. */
  replace(name: number | string, edges: Edge<N, E>[]): [N, N][] {
    const old = this.#bundles.get(name) ?? []
    if (edges.length === 0) this.#bundles.delete(name)
    else this.#bundles.set(name, edges)
    if (old.length === 0 && edges.length === 0) return []
    const kept = new Set(edges)
    const known = new Set(old)
    for (const edge of old)
      if (!kept.has(edge)) {
        this.#edges.get(edge.a)?.delete(edge)
        this.#edges.get(edge.b)?.delete(edge)
      }
    for (const edge of edges)
      if (!known.has(edge)) {
        this.#attach(edge.a, edge)
        this.#attach(edge.b, edge)
      }
    return changedPairs(
      old.filter((edge) => !kept.has(edge)),
      edges.filter((edge) => !known.has(edge)),
    )
  }

  /** Puts edges into a bundle that keeps what it has; gives their pairs. */
  append(name: number | string, edges: Edge<N, E>[]): [N, N][] {
    if (edges.length === 0) return []
    const bundle = this.#bundles.get(name)
    if (bundle) bundle.push(...edges)
    else this.#bundles.set(name, edges)
    for (const edge of edges) {
      this.#attach(edge.a, edge)
      this.#attach(edge.b, edge)
    }
    return edges.map(({ a, b }) => [a, b])
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
  compare: (a: N, b: N) => E | undefined
}

/**
 * Compares the pairs of the blocks that changed and puts what they show into the graph; gives the pairs that changed. In a
 * block that only grew, members of old stand no closer than before: their edges are kept where they are still near enough.
 */
export function updateGraph<N, E>(
  { blocks, graph, window, compare }: Comparing<N, E>,
  added: ReadonlySet<N>,
  removed: Iterable<N>,
): [N, N][] {
  const changed: [N, N][] = []
  for (const [key, { hasLost }] of blocks.update(added, removed)) {
    const old = graph.bundle(key)
    const kept = hasLost ? [] : keepNear(old, blocks, key, window)
    const edges: Edge<N, E>[] = []
    for (const [a, b] of blocks.pairs(key, window, hasLost ? undefined : added)) {
      const value = compare(a, b)
      if (value !== undefined) edges.push({ a, b, value })
    }
    const isGrown = kept.length === old.length
    changed.push(...(isGrown ? graph.append(key, edges) : graph.replace(key, [...kept, ...edges])))
  }
  return changed
}

/** The edges whose ends are still near enough in their block. */
function keepNear<N, E>(
  edges: readonly Edge<N, E>[],
  blocks: Blocks<N>,
  key: number,
  window: number,
): readonly Edge<N, E>[] {
  if (edges.length === 0 || blocks.members(key).length <= window + 1) return edges
  const places = blocks.places(key)
  return edges.filter(({ a, b }) => Math.abs(places.get(a)! - places.get(b)!) <= window)
}
