import { foldChars } from '../text/script.ts'
import { internWord, isHanToken, readName, type Tokens } from './tokens.ts'

interface TrieNode<T> {
  next?: Map<number, TrieNode<T>>
  value?: T
}

/** Names as paths of folded tokens, so that hyphens, spaces, case and script do not count. */
export interface Trie<T> {
  next: Map<number, TrieNode<T>>
  /** 1 for each word that begins a name, by its id: most tokens of a text need no other look-up. */
  openers: Uint8Array
}

/** A name found: tokens `first` to `last`, both included. */
export interface TrieMatch<T> {
  value: T
  first: number
  last: number
}

export const buildTrie = <T>(): Trie<T> => ({ next: new Map(), openers: new Uint8Array(0x10000) })

/** Adds a name; the first value given for a path stays. Names of fewer units than `least` are refused. */
export function addName<T>(root: Trie<T>, written: string, value: T, least = 2): void {
  const folded = foldChars(written)
  const { count, starts, ends } = readName(folded)
  let size = 0
  for (let index = 0; index < count; index++) size += ends[index]! - starts[index]!
  if (count === 0 || size < least) return
  let node: TrieNode<T> = root
  for (let index = 0; index < count; index++) {
    const id = internWord(folded.slice(starts[index], ends[index]))
    if (index === 0) addOpener(root, id)
    node.next ??= new Map()
    let next = node.next.get(id)
    if (!next) node.next.set(id, (next = {}))
    node = next
  }
  node.value ??= value
}

/** Ids grow with the vocabularies, and the table with them. */
function addOpener<T>(root: Trie<T>, id: number): void {
  if (id >= root.openers.length) {
    const longer = new Uint8Array(id + 0x4000)
    longer.set(root.openers)
    root.openers = longer
  }
  root.openers[id] = 1
}

/** Longest names in order of place, none overlapping. `accepts` may refuse a place, given its offsets. */
export function matchNames<T>(
  tokens: Tokens,
  root: Trie<T>,
  accepts?: (value: T, start: number, end: number, isParted: boolean) => boolean,
): TrieMatch<T>[] {
  const found: TrieMatch<T>[] = []
  const { count, ids } = tokens
  const { openers } = root
  for (let index = 0; index < count; index++) {
    if (openers[ids[index]!] !== 1) continue
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
