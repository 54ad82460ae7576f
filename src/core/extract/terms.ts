const STOP = new Set(
  'the a an and or but of in on at to for from by with as is are was were be been being it its this that these those he she they we you his her their our your i not no have has had do does did will would can could may might should than then there here what which who whom whose when where why how all any some more most much many very just also only about into over after before between out up down if so such said says say like new one two'.split(
    ' ',
  ),
)
/** 1 for Han characters that carry grammar, so that a pair holding one is no content; 2 for the others. */
const HAN = new Uint8Array(0x10000).fill(2, 0x3400, 0xa000)
for (const char of '的了是在和与或也都就被把对将而及等以为于之其这那有不我你他她它们个一')
  HAN[char.charCodeAt(0)] = 1

/** Content words of a folded text, each once: Latin words without their plural, and pairs of Han characters. Linear. */
export function readTerms(folded: string): string[] {
  const terms = new Set<string>()
  scanTerms(folded, (start, end) => terms.add(folded.slice(start, end)))
  return [...terms]
}

/** Most terms of one text that are compared with others; a longer one is compared by its beginning. */
const MOST_TERMS = 512

/** The same as hashes, for comparing many texts. */
export function readTermHashes(folded: string): Int32Array {
  let count = 0
  seen.clear()
  scanTerms(folded, (_start, _end, hash) => {
    if (count < MOST_TERMS && seen.add(hash) === 1) found[count++] = hash
  })
  return found.slice(0, count)
}

/** How often terms were added since the last `clear`, by their hashes. */
export class TermCounts {
  readonly #hashes: Int32Array
  readonly #counts: Uint16Array
  /** By slot, in which round it was taken; all that were taken before are free. */
  readonly #rounds: Uint32Array
  #round = 1

  /** `most`: terms that are added in one round, half as many as there are slots; a power of two. */
  constructor(most: number) {
    this.#hashes = new Int32Array(2 * most)
    this.#counts = new Uint16Array(2 * most)
    this.#rounds = new Uint32Array(2 * most)
  }

  clear(): void {
    this.#round++
  }

  /** How often the term has been added now. */
  add(hash: number): number {
    const slot = this.#find(hash)
    if (this.#rounds[slot] !== this.#round) {
      this.#hashes[slot] = hash
      this.#rounds[slot] = this.#round
      this.#counts[slot] = 0
    }
    return ++this.#counts[slot]!
  }

  /** How often the term was added. */
  of(hash: number): number {
    const slot = this.#find(hash)
    return this.#rounds[slot] === this.#round ? this.#counts[slot]! : 0
  }

  /** Where a hash stands or would stand. */
  #find(hash: number): number {
    const mask = this.#hashes.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.#rounds[slot] === this.#round && this.#hashes[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }
}

/** Written and read within one call of `readTermHashes`. */
const seen = new TermCounts(MOST_TERMS)
const found = new Int32Array(MOST_TERMS)

const addUnit = (hash: number, unit: number) => (Math.imul(hash, 31) + unit) | 0
/** By which a pair of Han characters differs from a word of two letters. */
const HAN_SEED = 0x5bd1e995
const STOP_HASHES = new Set([...STOP].map(hashWord))

function hashWord(word: string): number {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = addUnit(hash, word.charCodeAt(at))
  return hash
}

function scanTerms(folded: string, add: (start: number, end: number, hash: number) => void): void {
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at)
    if (unit >= 97 && unit <= 122) at = scanWord(folded, at, add)
    else if (HAN[unit] === 2 && at + 1 < folded.length) {
      const next = folded.charCodeAt(at + 1)
      if (HAN[next] === 2) add(at, at + 2, addUnit(addUnit(HAN_SEED, unit), next))
    }
  }
}

/** A word begins with a letter, ends in a letter or digit, and may hold `.`, `+` and `-`; returns its last offset. */
function scanWord(
  folded: string,
  at: number,
  add: (start: number, end: number, hash: number) => void,
): number {
  let [hash, shorter, whole] = [0, 0, 0]
  let last = at
  for (let end = at; end < folded.length; end++) {
    const unit = folded.charCodeAt(end)
    const isInside = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
    if (!isInside && unit !== 43 && unit !== 45 && unit !== 46) break
    if (isInside) {
      shorter = hash
      last = end
    }
    hash = addUnit(hash, unit)
    if (isInside) whole = hash
  }
  if (last === at) return last
  const isPlural = last - at >= 4 && folded.charCodeAt(last) === 115 && folded.charCodeAt(last - 1) !== 115
  const term = isPlural ? shorter : whole
  if (!STOP_HASHES.has(term)) add(at, isPlural ? last : last + 1, term)
  return last
}
