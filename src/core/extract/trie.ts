import { foldChars } from '../text/script.ts'
import { addOpening, isGlued, isName, splitNames, type Tokens } from './tokens.ts'

/**
 * Names as paths of folded tokens, so that hyphens, spaces, case and script do not count. Nodes are numbers, the root is 0;
 * all steps from node to node stand in one table, found by node and word.
 */
export interface Trie<T> {
  steps: { nodes: Int32Array; words: Int32Array; targets: Int32Array }
  /** By node, the name that ends there, folded, and what it means. */
  names: (string | undefined)[]
  values: (T | undefined)[]
  /** Of `Tokens.openings`. Tries of one kind share a bit: what it says is tried, not believed. */
  bit: number
  /** First words of names, each followed by the second or by 0. */
  openings: number[]
}

/** A name found: tokens `first` to `last`, both included. */
export interface TrieMatch<T> {
  value: T
  first: number
  last: number
}

const BITS = { entities: 1, claims: 2, topics: 4, metrics: 8 }

/** Stands between names that are read at once; no name holds it. */
const BREAK = '\0'

/**
 * A trie of names, each with the value at its place; of names with one path the first counts. Names of fewer units than `least`
 * are left out. All are folded and split at once: a command that starts has no time to compile a reader of single names.
 */
export function buildTrie<T>(
  kind: keyof typeof BITS,
  names: readonly string[],
  values: readonly T[],
  least = 2,
): Trie<T> {
  const folded = foldChars(names.join(BREAK))
  const tokens = splitNames(folded)
  const trie: Trie<T> = {
    steps: makeSteps(tokens.count),
    names: [undefined],
    values: [undefined],
    bit: BITS[kind],
    openings: [],
  }
  let first = 0
  let start = 0
  for (let index = 0; index < names.length; index++) {
    const end = start + names[index]!.length
    let size = 0
    let next = first
    for (; next < tokens.count && tokens.starts[next]! < end; next++)
      size += tokens.ends[next]! - tokens.starts[next]!
    if (next > first && size >= least)
      addName(trie, folded.slice(start, end), values[index]!, tokens, first, next - 1)
    first = next
    start = end + BREAK.length
  }
  openTrie(trie)
  return trie
}

/** Makes a trie known to the reader of tokens; one that another process built is not. */
export function openTrie({ bit, openings }: Trie<unknown>): void {
  for (let at = 0; at < openings.length; at += 2) addOpening(bit, openings[at]!, openings[at + 1]!)
}

/** Room for as many steps, at least half of it free. */
function makeSteps(count: number): Trie<unknown>['steps'] {
  const size = 2 ** Math.ceil(Math.log2(2 * count + 2))
  return { nodes: new Int32Array(size), words: new Int32Array(size), targets: new Int32Array(size) }
}

/** Adds the name that tokens `first` to `last` write. */
function addName<T>(
  trie: Trie<T>,
  name: string,
  value: T,
  tokens: Tokens,
  first: number,
  last: number,
): void {
  const { ids } = tokens
  trie.openings.push(ids[first]!, last > first ? ids[first + 1]! : 0)
  let node = 0
  for (let at = first; at <= last; at++) node = addStep(trie, node, ids[at]!)
  const known = trie.names[node]
  if (known === undefined) {
    trie.names[node] = name
    trie.values[node] = value
  } else if (!isName(known, tokens, first, last))
    throw new Error(`the names "${name}" and "${known}" have the same hashes: change the factor in tokens.ts`)
}

/** The node that a word leads to, added where it led nowhere. */
function addStep<T>(
  { steps: { nodes, words, targets }, names, values }: Trie<T>,
  node: number,
  word: number,
): number {
  const slot = slotOf(nodes, words, targets, node, word)
  if (targets[slot] !== 0) return targets[slot]!
  nodes[slot] = node
  words[slot] = word
  targets[slot] = values.length
  names.push(undefined)
  values.push(undefined)
  return targets[slot]!
}

/** The node that a word leads to; 0 where it leads nowhere. */
function findStep<T>({ steps: { nodes, words, targets } }: Trie<T>, node: number, word: number): number {
  return targets[slotOf(nodes, words, targets, node, word)]!
}

/** Where a step stands or has its place. */
function slotOf(
  nodes: Int32Array,
  words: Int32Array,
  targets: Int32Array,
  node: number,
  word: number,
): number {
  const mask = targets.length - 1
  let slot = (Math.imul(Math.imul(node, 0x9e3779b1) ^ word, 0x85ebca6b) >>> 8) & mask
  while (targets[slot] !== 0 && (nodes[slot] !== node || words[slot] !== word)) slot = (slot + 1) & mask
  return slot
}

/** Longest names in order of place, none overlapping. `accepts` may refuse a place, given its offsets. */
export function matchNames<T>(
  tokens: Tokens,
  trie: Trie<T>,
  accepts?: (value: T, start: number, end: number, isParted: boolean) => boolean,
): TrieMatch<T>[] {
  const found: TrieMatch<T>[] = []
  const { count, tokens: places, bits } = tokens.openings
  let next = 0
  for (let index = 0; index < count; index++) {
    const place = places[index]!
    if ((bits[index]! & trie.bit) === 0 || place < next) continue
    const match = matchAt(tokens, place, trie, accepts)
    if (!match) continue
    found.push(match)
    next = match.last + 1
  }
  return found
}

function matchAt<T>(
  tokens: Tokens,
  first: number,
  trie: Trie<T>,
  accepts: ((value: T, start: number, end: number, isParted: boolean) => boolean) | undefined,
): TrieMatch<T> | undefined {
  if (isGlued(tokens, first)) return undefined
  const { count, starts, ends, ids, parted } = tokens
  const start = starts[first]!
  let best: TrieMatch<T> | undefined
  let node = findStep(trie, 0, ids[first]!)
  for (let last = first; node !== 0; last++) {
    const value = trie.values[node]
    if (
      value !== undefined &&
      !isGlued(tokens, last + 1) &&
      isName(trie.names[node]!, tokens, first, last) &&
      (accepts === undefined || accepts(value, start, ends[last]!, last > first))
    )
      best = { value, first, last }
    if (last + 1 >= count || parted[last + 1] === 1) break
    node = findStep(trie, node, ids[last + 1]!)
  }
  return best
}
