import { foldChars } from '../text/script.ts'
import { readTokens, type Token } from './tokens.ts'

/** Names as paths of folded tokens, so that hyphens, spaces, case and script do not count. */
export interface Trie<T> {
  next: Map<string, Trie<T>>
  value?: T
}

/** A name found: tokens `first` to `last`, both included. */
export interface TrieMatch<T> {
  value: T
  first: number
  last: number
}

export const buildTrie = <T>(): Trie<T> => ({ next: new Map() })

/** Adds a name; the first value given for a path stays. Names of fewer units than `least` are refused. */
export function addName<T>(root: Trie<T>, written: string, value: T, least = 2): void {
  const tokens = readTokens(foldChars(written))
  const size = tokens.reduce((sum, token) => sum + token.end - token.start, 0)
  if (tokens.length === 0 || size < least) return
  let node = root
  for (const token of tokens) {
    let next = node.next.get(token.word)
    if (!next) node.next.set(token.word, (next = { next: new Map() }))
    node = next
  }
  node.value ??= value
}

/** Longest names in order of place, none overlapping. `accepts` may refuse a place, given its offsets. */
export function matchNames<T>(
  tokens: Token[],
  root: Trie<T>,
  accepts: (value: T, start: number, end: number, isParted: boolean) => boolean = () => true,
): TrieMatch<T>[] {
  const found: TrieMatch<T>[] = []
  for (let index = 0; index < tokens.length; ) {
    const match = root.next.has(tokens[index]!.word) ? matchAt(tokens, index, root, accepts) : undefined
    if (match) found.push(match)
    index = match ? match.last + 1 : index + 1
  }
  return found
}

function matchAt<T>(
  tokens: Token[],
  first: number,
  root: Trie<T>,
  accepts: (value: T, start: number, end: number, isParted: boolean) => boolean,
): TrieMatch<T> | undefined {
  if (isGlued(tokens, first)) return undefined
  const start = tokens[first]!.start
  let best: TrieMatch<T> | undefined
  let node = root.next.get(tokens[first]!.word)
  for (let last = first; node; last++) {
    const { value } = node
    if (
      value !== undefined &&
      !isGlued(tokens, last + 1) &&
      accepts(value, start, tokens[last]!.end, last > first)
    )
      best = { value, first, last }
    const next = tokens[last + 1]
    if (!next || next.isParted) break
    node = node.next.get(next.word)
  }
  return best
}

/** A Latin or digit token that touches the one before it: a name neither starts nor ends there (`GPT-4` in `GPT-4o`). */
function isGlued(tokens: Token[], index: number): boolean {
  const token = tokens[index]
  const before = tokens[index - 1]
  return Boolean(token && before && !token.isHan && !before.isHan && before.end === token.start)
}
