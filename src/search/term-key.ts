import { plainDigits } from './numbers.ts'

/**
 * A term of the index is a 32-bit number: one-to-one for a pair of Han characters, a hash for a word. With three million terms
 * a searched word meets a stranger once in 1,400 times; in a phrase the other terms then decide.
 */
export type TermKey = number

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
/** Latin ligatures (U+FB00 to U+FB06), which text from PDF files is full of. */
const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st']
const COMMA = 0x2c
const POINT = 0x2e

/** Two neighbouring Han characters. */
export const pairKey = (first: number, second: number): TermKey => mix((first << 16) | second)

/** One Han character, for queries of just one. */
export const charKey = (unit: number): TermKey => mix(unit)

/** A word or a canonical number. Two words in a row are one term too: `deep seek`, `deep-seek` and `deepseek` are the same. */
export const wordKey = (...words: string[]): TermKey =>
  mix(words.reduce((state, word) => hashWord(state, word, 0, word.length), FNV_OFFSET))

/** The state of a word's hash, to be continued by the next word; `mix` makes it a key. */
export function hashWord(state: number, text: string, start: number, end: number): number {
  if (isNumeric(text, start, end)) {
    const word = canonicalWord(text.slice(start, end))
    return hashUnits(state, word, 0, word.length)
  }
  return hashUnits(state, text, start, end)
}

export const EMPTY_STATE: number = FNV_OFFSET

/** Spreads the bits (the last step of MurmurHash3, one-to-one), so that the first bits of a key are a fair bucket. */
export function mix(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** The spelling that a word of folded text is found by: `30,000` is `30000`, `3.50` is `3.5`, `70b` is itself. */
export function canonicalWord(word: string): string {
  const digits = /^[\d.,]+/.exec(word)?.[0] ?? ''
  return plainDigits(digits) + word.slice(digits.length)
}

function isNumeric(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start)
  if (first < 0x30 || first > 0x39) return false
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit === COMMA || unit === POINT) return true
  }
  return false
}

function hashUnits(from: number, text: string, start: number, end: number): number {
  let state = from
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xfb00 && unit <= 0xfb06)
      state = hashUnits(state, LIGATURES[unit - 0xfb00]!, 0, LIGATURES[unit - 0xfb00]!.length)
    else if (unit < 0x300 || unit > 0x36f) state = Math.imul(state ^ unit, FNV_PRIME)
  }
  return state
}
