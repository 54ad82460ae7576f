import { Converter as FromHans } from 'opencc-js/cn2t'
import { Converter as ToHans } from 'opencc-js/t2cn'
import type { Lang } from '../model/lang.ts'
import type { Registry } from '../model/registry.ts'

/** A reading aid beside a quote that is not in the edition's language; never a quotation, and labelled so where it is shown. */
export type ReadingAid =
  | { kind: 'converted'; lang: Lang; text: string }
  | { kind: 'glossary'; terms: { term: string; meaning: string }[] }

let fromHans: ((text: string) => string) | undefined
let toHans: ((text: string) => string) | undefined

/** The quote in the edition's script when both are Chinese, else the glossary's words for terms that the quote contains. */
export function buildReadingAid(
  text: string,
  from: Lang,
  to: Lang,
  terms: TermTable,
): ReadingAid | undefined {
  if (from === to) return undefined
  if (from !== 'en' && to !== 'en') return convert(text, to)
  const found = findTerms(text, terms, to)
  return found.length > 0 ? { kind: 'glossary', terms: found } : undefined
}

/** Taiwan's words for zh-Hant, the mainland's for zh-Hans; undefined where nothing changes. */
function convert(text: string, to: Lang): ReadingAid | undefined {
  fromHans ??= FromHans({ from: 'cn', to: 'twp' })
  toHans ??= ToHans({ from: 'twp', to: 'cn' })
  const converted = to === 'zh-Hant' ? fromHans(text) : toHans(text)
  return converted === text ? undefined : { kind: 'converted', lang: to, text: converted }
}

/** Terms by the first two units of their lower-case form, longest first within each. */
export interface TermTable {
  byPair: ReadonlyMap<number, Term[]>
  /** 1 where a pair of units that falls on this place begins a term: tells nearly all places of a text that none does. */
  begins: Uint8Array
}

interface Term {
  term: string
  names: Record<Lang, string>
}

/**
 * Terms of the glossary and the metrics in all languages. Aliases of the glossary mean the same as its names; those of a metric
 * are words by which a sentence speaks of it (`question` of the number of test questions), and gloss nothing.
 */
export function buildTermTable(registry: Registry): TermTable {
  const glossed = registry.glossary.map(({ names, aliases }) => ({ names, aliases }))
  const measured = registry.metrics.map(({ names }) => ({ names, aliases: [] }))
  const rows = [...measured, ...glossed].flatMap(({ names, aliases }) =>
    [...Object.values(names), ...aliases].map((term) => ({ term: term.toLowerCase(), names })),
  )
  const unique = new Map(rows.filter(({ term }) => term.length > 1).map((row) => [row.term, row]))
  const longestFirst = [...unique.values()].sort((a, b) => b.term.length - a.term.length)
  const byPair = Map.groupBy(longestFirst, ({ term }) => pairAt(term, 0))
  const begins = new Uint8Array(1 << 16)
  for (const pair of byPair.keys()) begins[placeOf(pair)] = 1
  return { byPair, begins }
}

/** Two units as one number: a string of them at each place of a text would be made only to be looked up. */
const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)

const placeOf = (pair: number): number => (pair ^ (pair >>> 11)) & 0xffff

/** At most this many terms beside one quote. */
const MOST_TERMS = 6

/** Terms of a text with their names in `to`. */
function findTerms(text: string, terms: TermTable, to: Lang): { term: string; meaning: string }[] {
  const found: { term: string; meaning: string }[] = []
  for (const { written, term, names } of placesOf(text, terms)) {
    const meaning = names[to]
    // A reader of English needs no gloss for `AI` in a Chinese text.
    const isRead = to === 'en' && /^[\x20-\x7e]+$/.test(written)
    const isNew = meaning.toLowerCase() !== term && !found.some((other) => other.meaning === meaning)
    if (isNew && !isRead) found.push({ term: written, meaning })
    if (found.length === MOST_TERMS) break
  }
  return found
}

type Place = Term & { written: string }

/** What was found in the last text: two editions ask for the same one. */
let last: { text: string; terms: TermTable; places: Place[] } | undefined

/** Terms of a text from left to right, the longest at each place, none within another. */
function placesOf(text: string, terms: TermTable): Place[] {
  if (last?.text === text && last.terms === terms) return last.places
  const lower = text.toLowerCase()
  const places: Place[] = []
  for (let at = 0; at + 1 < lower.length; at++) {
    const pair = pairAt(lower, at)
    if (terms.begins[placeOf(pair)] === 0) continue
    const here = terms.byPair.get(pair)?.find(({ term }) => standsAt(lower, term, at))
    if (!here) continue
    places.push({ ...here, written: text.slice(at, at + here.term.length) })
    at += here.term.length - 1
  }
  last = { text, terms, places }
  return places
}

/** Latin terms must stand alone: `art` is not in `start`. */
function standsAt(text: string, term: string, at: number): boolean {
  if (!text.startsWith(term, at)) return false
  const isWithin = (edge: string | undefined, next: string | undefined) =>
    /[a-z0-9]/.test(edge ?? '') && /[a-z0-9]/.test(next ?? '')
  return !isWithin(text[at - 1], text[at]) && !isWithin(text[at + term.length - 1], text[at + term.length])
}
