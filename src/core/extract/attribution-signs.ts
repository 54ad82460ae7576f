import { isLower } from './english-words.ts'
import { SAYING_WORDS } from './saying-english.ts'

/** What a sentence holds: told by one pass over it instead of a search for each of them. */
export interface Signs {
  /** Of `SIGN`. */
  bits: number
  /** Where each word begins and ends that may be an English verb of saying, one after the other. */
  verbs: readonly number[]
}

/** Characters of which one stands in all that some pattern finds. */
const CHARS = {
  quote: '"“「『',
  apostrophe: "'’",
  bracket: '(',
  /** 根据, 按照, 援引. */
  according: '根据按依引援',
  看: '看',
  眼: '眼',
  用: '用',
  这: '这',
  给: '给',
  话: '话',
  从: '从',
  对: '对',
  来: '来',
  提: '提',
}
/** English words of the same kind. */
const WORDS = {
  accordingTo: 'according per',
  by: 'by from for respondents responses answers',
  work: 'study paper report survey poll analysis research',
  saying: SAYING_WORDS.join(' '),
}

type Sign = 'han' | 'latin' | keyof typeof CHARS | keyof typeof WORDS
/** One bit for each: a Chinese character, a word of three letters, and what has a name above. */
export const SIGN = Object.fromEntries(
  ['han', 'latin', ...Object.keys(CHARS), ...Object.keys(WORDS)].map((name, bit) => [name, 1 << bit]),
) as Record<Sign, number>
const { han: HAN, latin: LATIN, saying: SAYING } = SIGN

const ofUnits = new Uint16Array(0x10000).fill(HAN, 0x4e00, 0xa000)
for (const [name, chars] of Object.entries(CHARS))
  for (const char of chars) ofUnits[char.charCodeAt(0)]! |= SIGN[name as Sign]

/** A power of two, many times as many as there are words. */
const SLOTS = 0x4000
const addLetter = (hash: number, unit: number) => (Math.imul(hash, 0x01000193) + unit) | 0
const slotOf = (hash: number) => (hash ^ (hash >>> 15)) & (SLOTS - 1)
/** By the hash of a word; where two share a slot, a pattern is asked for nothing. */
const ofWords = new Uint32Array(SLOTS)
for (const [name, words] of Object.entries(WORDS))
  for (const word of words.split(' ')) {
    let hash = 0
    for (let at = 0; at < word.length; at++) hash = addLetter(hash, word.charCodeAt(at))
    ofWords[slotOf(hash)]! |= SIGN[name as Sign]
  }

/** Reads a stretch of folded text. */
export function readSigns(folded: string, start: number, end: number): Signs {
  const verbs: number[] = []
  let bits = 0
  for (let at = start; at < end; at++) {
    const unit = folded.charCodeAt(at)
    bits |= ofUnits[unit]!
    if (!isLower(unit)) continue
    const first = at
    let hash = addLetter(0, unit)
    while (++at < end && isLower(folded.charCodeAt(at))) hash = addLetter(hash, folded.charCodeAt(at))
    const held = ofWords[slotOf(hash)]!
    bits |= held
    if (at - first > 2) bits |= LATIN
    if ((held & SAYING) !== 0) verbs.push(first - start, at - start)
    at--
  }
  return { bits, verbs }
}
