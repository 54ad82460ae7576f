import { foldChars } from '../text/script.ts'
import { internWord, isHanToken, readName, type Tokens } from './tokens.ts'

interface TrieNode<T> {
  next?: Map<number, TrieNode<T>>
  value?: T
}

/** Names as paths of folded tokens, so that hyphens, spaces, case and script do not count. */
export interface Trie<T> {
  next: Map<number, TrieNode<T>>
  /** By its id, for each word that begins a name, `OPENS` or `IS_NAME`: most tokens of a text need no other look-up. */
  openers: Uint8Array
  /** 1 for each pair of words that begins a name, by `pairOf`; some other pairs share a place with one. */
  pairs: Uint8Array
}

/** The word begins longer names only. */
const OPENS = 1
/** The word alone is a name, and may begin others. */
const IS_NAME = 2
const PAIRS = 0x10000
/** Words that the table holds at first; ids grow with the vocabularies, and the table with them. */
const VOCABULARY = 0x4000
const pairOf = (first: number, second: number) => (Math.imul(first, 0x9e37) ^ second) & (PAIRS - 1)

/** A name found: tokens `first` to `last`, both included. */
export interface TrieMatch<T> {
  value: T
  first: number
  last: number
}

export const buildTrie = <T>(): Trie<T> => ({
  next: new Map(),
  openers: new Uint8Array(0x10000 + VOCABULARY),
  pairs: new Uint8Array(PAIRS),
})

/** Adds a name; the first value given for a path stays. Names of fewer units than `least` are refused. */
export function addName<T>(root: Trie<T>, written: string, value: T, least = 2): void {
  const folded = foldChars(written)
  const { count, starts, ends } = readName(folded)
  let size = 0
  for (let index = 0; index < count; index++) size += ends[index]! - starts[index]!
  if (count === 0 || size < least) return
  let node: TrieNode<T> = root
  let first = 0
  for (let index = 0; index < count; index++) {
    const id = internWord(folded.slice(starts[index], ends[index]))
    if (index === 0) addOpener(root, (first = id), count === 1 ? IS_NAME : OPENS)
    else if (index === 1) root.pairs[pairOf(first, id)] = 1
    node.next ??= new Map()
    let next = node.next.get(id)
    if (!next) node.next.set(id, (next = {}))
    node = next
  }
  node.value ??= value
}

function addOpener<T>(root: Trie<T>, id: number, kind: number): void {
  if (id >= root.openers.length) {
    const longer = new Uint8Array(id + VOCABULARY)
    longer.set(root.openers)
    root.openers = longer
  }
  root.openers[id] = Math.max(root.openers[id]!, kind)
}

/** Longest names in order of place, none overlapping. `accepts` may refuse a place, given its offsets. */
export function matchNames<T>(
  tokens: Tokens,
  root: Trie<T>,
  accepts?: (value: T, start: number, end: number, isParted: boolean) => boolean,
): TrieMatch<T>[] {
  const found: TrieMatch<T>[] = []
  const { count, ids, parted } = tokens
  const { openers, pairs } = root
  for (let index = 0; index < count; index++) {
    const id = ids[index]!
    const kind = openers[id]
    if (kind === 0) continue
    if (kind !== IS_NAME && (parted[index + 1] === 1 || pairs[pairOf(id, ids[index + 1]!)] !== 1)) continue
    const match = matchAt(tokens, index, root, accepts)
    if (!match) continue
    found.push(match)
    index = match.last
  }
  return found
}

function matchAt<T>(
  tokens: Tokens,
  first: number,
  root: Trie<T>,
  accepts: ((value: T, start: number, end: number, isParted: boolean) => boolean) | undefined,
): TrieMatch<T> | undefined {
  if (isGlued(tokens, first)) return undefined
  const { count, starts, ends, ids, parted } = tokens
  const start = starts[first]!
  let best: TrieMatch<T> | undefined
  let node = root.next.get(ids[first]!)
  for (let last = first; node; last++) {
    const { value } = node
    if (
      value !== undefined &&
      !isGlued(tokens, last + 1) &&
      (accepts === undefined || accepts(value, start, ends[last]!, last > first))
    )
      best = { value, first, last }
    if (!node.next || last + 1 >= count || parted[last + 1] === 1) break
    node = node.next.get(ids[last + 1]!)
  }
  return best
}

/** A Latin or digit token that touches the one before it: a name neither starts nor ends there (`GPT-4` in `GPT-4o`). */
function isGlued({ count, starts, ends, ids }: Tokens, index: number): boolean {
  if (index <= 0 || index >= count) return false
  return ends[index - 1] === starts[index] && !isHanToken(ids[index]!) && !isHanToken(ids[index - 1]!)
}
