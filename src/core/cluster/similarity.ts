import { createHash } from 'node:crypto'
import { foldChars } from '../text/script.ts'
import { hashToken, scatter } from './hash.ts'

/** What a text is compared by; computed once per text. */
export interface TextPrint {
  /** SHA-256 of the folded letters and digits: equal for a copy, also one converted to the other script. */
  exact: string
  /** 64-bit simhash as two 32-bit halves. */
  simhash: [number, number]
  /** Smallest hashes of its shingles, ascending: a sample that estimates overlap (bottom-k sketch, Broder 1997). */
  sketch: Uint32Array
  /** Number of different shingles. */
  size: number
}

/** Smallest hashes kept of a text; the error of an estimated share is about 1/sqrt(256), 6 percent. */
const SKETCH_SIZE = 256

/** Simhash bands: 6 of 10 or 11 bits. Texts at most 5 bits apart share at least one band. */
const BANDS: readonly (readonly [number, number])[] = [
  [0, 11],
  [11, 11],
  [22, 11],
  [33, 11],
  [44, 10],
  [54, 10],
]

export function printText(text: string): TextPrint {
  const folded = foldWords(text)
  const hashes = shingles(folded)
  const unique = hashes.sort().filter((hash, index) => index === 0 || hash !== hashes[index - 1])
  return {
    exact: createHash('sha256').update(folded).digest('hex'),
    simhash: simhash(unique),
    sketch: unique.slice(0, SKETCH_SIZE),
    size: unique.length,
  }
}

/** Bits in which two simhashes differ, 0 to 64. */
export function hammingDistance(a: TextPrint, b: TextPrint): number {
  return countBits(a.simhash[0] ^ b.simhash[0]) + countBits(a.simhash[1] ^ b.simhash[1])
}

/** Blocks of a print: texts that share none are at least 6 bits apart. */
export function simhashBands({ simhash: [low, high] }: TextPrint): string[] {
  const bits = (BigInt(high) << 32n) | BigInt(low)
  return BANDS.map(
    ([from, width], band) => `${band}:${(bits >> BigInt(from)) & ((1n << BigInt(width)) - 1n)}`,
  )
}

/** Share of the smaller text's shingles that the other has too, from 0 to 1, estimated from the sketches. */
export function estimateContainment(a: TextPrint, b: TextPrint): number {
  if (a.size === 0 || b.size === 0) return 0
  const jaccard = estimateJaccard(a.sketch, b.sketch)
  const common = (jaccard / (1 + jaccard)) * (a.size + b.size)
  return Math.min(1, common / Math.min(a.size, b.size))
}

/** Share of common elements of two ascending sets. */
export function overlap(a: Uint32Array, b: Uint32Array): number {
  let common = 0
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    const difference = a[left]! - b[right]!
    if (difference === 0) common++
    if (difference <= 0) left++
    if (difference >= 0) right++
  }
  return common
}

/** Ascending hashes of the pairs of characters (Han) and of the words (other scripts) of a short text. */
export function tokenSet(text: string): Uint32Array {
  const hashes = new Set<number>()
  for (const [run] of foldChars(text).matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    if (!HAN.test(run)) hashes.add(hashToken(run))
    else
      for (let index = 0; index + 1 < run.length; index++) hashes.add(hashToken(run.slice(index, index + 2)))
  }
  return Uint32Array.from(hashes).sort()
}

/** The same without words that every English sentence has. */
export function contentSet(text: string): Uint32Array {
  return tokenSet(text).filter((hash) => !FUNCTION_WORDS.has(hash))
}

const FUNCTION_WORDS = new Set(
  (
    'a about after all also an and any are as at be because been before being but by can could did do does for from ' +
    'had has have he her his how i if in into is it its more most no not of on once one only or other our out over ' +
    'said say says she should so some such than that the their them then there these they this those to up was we ' +
    'were what when where which while who whose will with would you your'
  )
    .split(' ')
    .map(hashToken),
)

const HAN = /^\p{Script=Han}/u

/** Letters and digits only, script folded, words one space apart: what two printings of a text have in common. */
function foldWords(text: string): string {
  return foldChars(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
}

/** Hashes of every 4 successive tokens; a Han character is a token, elsewhere a word. Short texts give one shingle. */
function shingles(folded: string): Uint32Array {
  const tokens = [...folded.matchAll(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu)].map(([token]) =>
    hashToken(token),
  )
  if (tokens.length === 0) return new Uint32Array()
  const width = Math.min(4, tokens.length)
  return Uint32Array.from({ length: tokens.length - width + 1 }, (_, start) => {
    let hash = 0
    for (let index = start; index < start + width; index++)
      hash = scatter(Math.imul(hash, 31) ^ tokens[index]!)
    return hash >>> 0
  })
}

function simhash(hashes: Uint32Array): [number, number] {
  const votes = new Int32Array(64)
  for (const hash of hashes) {
    const second = scatter(hash ^ 0x9e3779b9)
    for (let bit = 0; bit < 32; bit++) {
      votes[bit]! += (hash >>> bit) & 1 ? 1 : -1
      votes[bit + 32]! += (second >>> bit) & 1 ? 1 : -1
    }
  }
  const half = (from: number) => {
    let bits = 0
    for (let bit = 0; bit < 32; bit++) if (votes[from + bit]! > 0) bits |= 1 << bit
    return bits >>> 0
  }
  return [half(0), half(32)]
}

/** The k smallest of the union, and how many of them both have: an unbiased estimate of |A ∩ B| / |A ∪ B|. */
function estimateJaccard(a: Uint32Array, b: Uint32Array): number {
  const size = Math.min(Math.max(a.length, b.length), SKETCH_SIZE)
  let common = 0
  let seen = 0
  for (let left = 0, right = 0; seen < size && (left < a.length || right < b.length); seen++) {
    const first = a[left] ?? Number.POSITIVE_INFINITY
    const second = b[right] ?? Number.POSITIVE_INFINITY
    if (first === second) common++
    if (first <= second) left++
    if (second <= first) right++
  }
  return seen === 0 ? 0 : common / seen
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
