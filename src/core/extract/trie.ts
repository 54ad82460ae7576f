import { foldChars } from '../text/script.ts'
import { addOpening, internWord, isHanToken, splitName, type Tokens } from './tokens.ts'

/**
 * Names as paths of folded tokens, so that hyphens, spaces, case and script do not count. Nodes are numbers, the root is 0;
 * all steps from node to node stand in one table, found by node and word.
 */
export interface Trie<T> {
  steps: { nodes: Int32Array; words: Int32Array; targets: Int32Array }
  /** By node, what the name that ends there means. */
  values: (T | undefined)[]
  /** Of `Tokens.openings`. Tries of one kind share a bit: what it says is tried, not believed. */
  bit: number
}

/** Steps that a trie has room for at first. */
const STEPS = 0x4000

/** A name found: tokens `first` to `last`, both included. */
export interface TrieMatch<T> {
  value: T
  first: number
  last: number
}

const BITS = { entities: 1, claims: 2, topics: 4, metrics: 8 }

export const buildTrie = <T>(kind: keyof typeof BITS): Trie<T> => ({
  steps: makeSteps(STEPS),
  values: [undefined],
  bit: BITS[kind],
})

const makeSteps = (size: number) => ({
  nodes: new Int32Array(size),
  words: new Int32Array(size),
  targets: new Int32Array(size),
})

const mix = (one: number, other: number) => Math.imul(Math.imul(one, 0x9e3779b1) ^ other, 0x85ebca6b) >>> 8

/** Adds a name; the first value given for a path stays. Names of fewer units than `least` are refused. */
export function addName<T>(trie: Trie<T>, written: string, value: T, least = 2): void {
  const folded = foldChars(written)
  const { count, starts, ends } = splitName(folded)
  let size = 0
  for (let index = 0; index < count; index++) size += ends[index]! - starts[index]!
  if (count === 0 || size < least) return
  const words: number[] = []
  for (let index = 0; index < count; index++) words.push(internWord(folded.slice(starts[index], ends[index])))
  addOpening(trie.bit, words[0]!, words[1])
  const node = words.reduce((at, word) => findStep(trie, at, word) || addStep(trie, at, word), 0)
  trie.values[node] ??= value
}

/** The node that a word leads to; 0 where it leads nowhere. */
function findStep<T>({ steps: { nodes, words, targets } }: Trie<T>, node: number, word: number): number {
  const mask = targets.length - 1
  let slot = mix(node, word) & mask
  while (targets[slot] !== 0 && (nodes[slot] !== node || words[slot] !== word)) slot = (slot + 1) & mask
  return targets[slot]!
}

function addStep<T>(trie: Trie<T>, node: number, word: number): number {
  const target = trie.values.length
  trie.values.push(undefined)
  if (target * 2 > trie.steps.targets.length) {
    const { nodes, words, targets } = trie.steps
    trie.steps = makeSteps(targets.length * 2)
    targets.forEach((old, slot) => {
      if (old !== 0) putStep(trie, nodes[slot]!, words[slot]!, old)
    })
  }
  putStep(trie, node, word, target)
  return target
}

function putStep<T>(
  { steps: { nodes, words, targets } }: Trie<T>,
  node: number,
  word: number,
  target: number,
) {
  const mask = targets.length - 1
  let slot = mix(node, word) & mask
  while (targets[slot] !== 0) slot = (slot + 1) & mask
  nodes[slot] = node
  words[slot] = word
  targets[slot] = target
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
      (accepts === undefined || accepts(value, start, ends[last]!, last > first))
    )
      best = { value, first, last }
    if (last + 1 >= count || parted[last + 1] === 1) break
    node = findStep(trie, node, ids[last + 1]!)
  }
  return best
}

/** A Latin or digit token that touches the one before it: a name neither starts nor ends there (`GPT-4` in `GPT-4o`). */
function isGlued({ count, starts, ends, ids }: Tokens, index: number): boolean {
  if (index <= 0 || index >= count) return false
  return ends[index - 1] === starts[index] && !isHanToken(ids[index]!) && !isHanToken(ids[index - 1]!)
}
