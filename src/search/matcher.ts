import type { Facts } from './facets.ts'
import { buildPhrases, type FlatText, type Phrase } from './flat.ts'
import type { IndexReader, TermEntry } from './index-reader.ts'
import { UNIT_CHARS } from './index-text.ts'
import { inAll, type Matches, matchPhrase } from './postings.ts'
import { type TermKey, wordKey } from './term-key.ts'

/** One way to satisfy a clause: all its phrases, anywhere in the document. */
export interface Alternative {
  phrases: Phrase[]
  /** What it counts against the words typed. */
  weight: number
}

/** Most terms of one phrase that are read; more would transfer more and tell no better. */
const MOST_TERMS = 12
/** With so many terms that fit into their buckets, the common ones, which are files of their own, are not needed. */
const ENOUGH_RARE = 4

/** What a document must have of what the best has, where none has all: the rest only shares a phrase with it. */
const NEAR_BEST = 0.8

/** A text is longer than its flat form, which has lost quotation marks and other punctuation. */
const PUNCTUATED = 1.1

/** BM25's constants with their usual values: how soon repetition stops counting, and how much length matters. */
const SATURATION = 1.2
const LENGTH_SHARE = 0.5

/** Finds and weighs documents; holds what one query has read. */
export class Matcher {
  readonly #reader: IndexReader
  readonly #facts: Facts
  readonly #meanLength: number

  constructor(reader: IndexReader, facts: Facts) {
    this.#reader = reader
    this.#facts = facts
    this.#meanLength = Math.max(1, reader.manifest.meanLength)
  }

  /** Documents that satisfy every clause by one of its alternatives and hold none of the excluded phrases. */
  async findAll(clauses: Alternative[][], excluded: Phrase[]): Promise<Matches> {
    const found = await Promise.all(clauses.map((clause) => this.#findAny(clause)))
    const all: Matches = new Map()
    for (const document of inAll(found)) {
      all.set(
        document,
        found.reduce((sum, matches) => sum + matches.get(document)!, 0),
      )
    }
    for (const phrase of excluded)
      for (const document of (await this.#find(phrase)).keys()) all.delete(document)
    return all
  }

  /** Whether a text has so many terms that it was surely pasted. */
  isLong(readings: FlatText[]): boolean {
    const [flat] = readings
    return flat !== undefined && this.#terms(flat).length > 3 * MOST_TERMS
  }

  /**
   * Documents with at least `share` of a text's terms, weighed by their rarity, and nearly as much as the best of them has. A term
   * that no document has tells nothing of rarity (punctuation was lost, or a word cut), so it weighs as much as the others do.
   */
  async findMost(flat: FlatText, share: number): Promise<Matches> {
    const keys = spread(this.#terms(flat), MOST_TERMS)
    const entries = await this.#reader.entries(keys)
    const found = await Promise.all(
      [...entries].map(async ([key, entry]) =>
        matchPhrase([await this.#reader.postings(key, entry)], 1, UNIT_CHARS, this.#facts),
      ),
    )
    const sums: Matches = new Map()
    let possible = 0
    for (const matches of found) {
      const rarity = this.#rarity(matches.size)
      possible += rarity
      for (const document of matches.keys()) sums.set(document, (sums.get(document) ?? 0) + rarity)
    }
    const least = (possible * keys.length * share) / Math.max(1, found.length)
    const best = sums.values().reduce((most, sum) => Math.max(most, sum), 0)
    return new Map([...sums].filter(([, sum]) => sum >= Math.max(least, best * NEAR_BEST)))
  }

  async hasWord(word: string): Promise<boolean> {
    return (await this.#reader.entries([wordKey(word)])).size > 0
  }

  #terms(flat: FlatText): TermKey[] {
    return [...new Set(buildPhrases(flat).flatMap(({ keys }) => keys))]
  }

  async #findAny(clause: Alternative[]): Promise<Matches> {
    const any: Matches = new Map()
    const found = await Promise.all(clause.map(({ phrases }) => this.#findPhrases(phrases)))
    for (const [at, matches] of found.entries()) {
      const { weight } = clause[at]!
      for (const [document, score] of matches)
        any.set(document, Math.max(any.get(document) ?? 0, score * weight))
    }
    return any
  }

  async #findPhrases(phrases: Phrase[]): Promise<Matches> {
    const found = await Promise.all(phrases.map((phrase) => this.#find(phrase)))
    const scores: Matches = new Map()
    const rarities = found.map((matches) => this.#rarity(matches.size))
    for (const document of inAll(found)) {
      const score = found.reduce(
        (sum, matches, at) => sum + rarities[at]! * this.#damped(matches.get(document)!, document),
        0,
      )
      scores.set(document, score)
    }
    return scores
  }

  async #find(phrase: Phrase): Promise<Matches> {
    const keys = spread(phrase.keys, MOST_TERMS)
    const entries = await this.#reader.entries(keys)
    if (keys.length === 0 || entries.size < keys.length) return new Map()
    const lists = await Promise.all(
      chooseTerms(entries).map(([key, entry]) => this.#reader.postings(key, entry)),
    )
    return matchPhrase(lists, phrase.length * PUNCTUATED, UNIT_CHARS, this.#facts)
  }

  #rarity(documents: number): number {
    return Math.log(1 + (this.#reader.manifest.documents - documents + 0.5) / (documents + 0.5))
  }

  #damped(weight: number, document: number): number {
    const length = this.#facts.tokens[document]! / this.#meanLength
    return (weight * (SATURATION + 1)) / (weight + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length))
  }
}

/** All terms where few are rare; else the rare ones, whose postings are already at hand. */
function chooseTerms(entries: Map<TermKey, TermEntry>): [TermKey, TermEntry][] {
  const rare = [...entries].filter(([, entry]) => !entry.isLong)
  return rare.length >= ENOUGH_RARE ? rare : [...entries]
}

/** At most `most` items, evenly from first to last: neighbouring pairs of characters overlap, so every other one is enough. */
function spread<T>(items: T[], most: number): T[] {
  if (items.length <= most) return items
  return Array.from({ length: most }, (_, at) => items[Math.round((at * (items.length - 1)) / (most - 1))]!)
}
