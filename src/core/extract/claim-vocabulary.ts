import { CLAIM_WORDS } from './claim-words.ts'
import type { Tokens } from './tokens.ts'
import { buildTrie, matchNames } from './trie.ts'

/** Kinds of words that make a sentence a claim. */
export type WordKind = keyof typeof CLAIM_WORDS
const KINDS = Object.keys(CLAIM_WORDS) as WordKind[]
const BITS = Object.fromEntries(KINDS.map((kind, bit) => [kind, 1 << bit])) as Record<WordKind, number>

/** A place of the text where such a word stands; `kinds` has one bit for each kind. */
interface Place {
  start: number
  kinds: number
}

const vocabulary = buildVocabulary()

/** Every word of the vocabulary in a text, by one pass over its tokens. */
export function findClaimWords(tokens: Tokens): Place[] {
  return matchNames(tokens, vocabulary).map(({ value, first }) => ({
    start: tokens.starts[first]!,
    kinds: value.kinds,
  }))
}

/** All kinds by which a sentence claims something; what it is about is none. */
export const CLAIM_KINDS = KINDS.reduce(
  (bits, kind) => (kind === 'danger' || kind === 'machine' ? bits : bits | BITS[kind]),
  0,
)

export const hasKind = (kinds: number, kind: WordKind) => (kinds & BITS[kind]) !== 0

/** Values are objects so that a word of two lists can gain a bit after it was added. */
function buildVocabulary() {
  const known = new Map<string, { kinds: number }>()
  KINDS.forEach((kind, bit) => {
    for (const word of CLAIM_WORDS[kind].trim().split(/\s+/)) {
      const entry = known.get(word) ?? { kinds: 0 }
      entry.kinds |= 1 << bit
      known.set(word, entry)
    }
  })
  const words = [...known.keys()].map((word) => word.replaceAll('_', ' '))
  return buildTrie('claims', words, [...known.values()], 1)
}
