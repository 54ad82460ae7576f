import { foldChars } from '../text/script.ts'
import { PLACES, placeOf, splitNames, type Tokens } from './tokens.ts'

/**
 * Words of which every match of a slow pattern holds one, so that the pattern is tried only where one stands. One bit for
 * each pattern, by the places of single words and of pairs of words that follow each other.
 */
export interface Hints {
  single: Uint8Array
  pair: Uint8Array
  /** 1 for each word that begins a pair. */
  opens: Uint8Array
}

const PAIRS = 0x10000
const pairOf = (first: number, second: number) => (Math.imul(first, 0x9e37) ^ second) & (PAIRS - 1)

/** Hints for up to eight patterns, each a list of words or pairs of words (`_` stands for the space) parted by white space. */
export function buildHints(lists: readonly string[]): Hints {
  const hints = { single: new Uint8Array(PLACES), pair: new Uint8Array(PAIRS), opens: new Uint8Array(PLACES) }
  lists.forEach((list, bit) => {
    for (const words of list.trim().split(/\s+/)) {
      const { ids, count } = splitNames(foldChars(words.replace('_', ' ')))
      const first = placeOf(ids[0]!)
      if (count === 1) hints.single[first]! |= 1 << bit
      else {
        hints.opens[first] = 1
        hints.pair[pairOf(ids[0]!, ids[1]!)]! |= 1 << bit
      }
    }
  })
  return hints
}

/** Bits of the patterns that may match in the tokens from `first` up to `last`, which is not included. */
export function readHints(
  { single, pair, opens }: Hints,
  { ids }: Tokens,
  first: number,
  last: number,
): number {
  let bits = 0
  for (let index = first; index < last; index++) {
    const id = ids[index]!
    const place = placeOf(id)
    bits |= single[place]!
    if (opens[place] === 1 && index + 1 < last) bits |= pair[pairOf(id, ids[index + 1]!)]!
  }
  return bits
}
