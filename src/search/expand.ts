import type { Lang } from '../core/model/lang.ts'
import type { SearchGroup } from '../core/publish/search-words.ts'
import { countTerms, type FlatText, flatten, isHan } from './flat.ts'
import { foldChars } from './fold.ts'
import { shareVariants } from './forms.ts'
import { buildNeedles, highlight } from './highlight.ts'
import { REGION_PAIRS } from './tables/region-pairs.ts'

/** A way to say a query, with what it counts against the words typed. */
export interface Variant {
  flat: FlatText
  weight: number
}

/** What the glossary added for a term of the query. */
export interface Expansion {
  term: string
  added: string[]
}

/** A translation counts less than the words typed, so that it stands below them and never above. */
const TRANSLATION_WEIGHT = 0.4
/** Another Chinese name of the same person or thing counts nearly as much as the one typed. */
const NAME_WEIGHT = 0.8
/** Most ways to say one query: each costs a few index files. */
const MOST_VARIANTS = 6
/** Share of a query that the glossary's terms must make up: a word within a sentence is not what the sentence is about. */
const LEAST_COVERED = 0.75
const LEAST_COVERED_LATIN = 0.5
/** Characters that may always be left over: 行为 in 勒索行为. */
const MOST_LEFT_OVER = 2

/** Terms of the longest text that is translated: a sentence is looked for as it stands. */
const MOST_TRANSLATED = 12

/** A glossary group with its terms as flat texts. */
export interface FlatGroup {
  /** First letters of its terms: where a text has none of them, it has none of the terms. */
  starts: string[]
  terms: { shown: string; flat: FlatText }[]
  isName?: true
}

/** What of a group {@link flattenGroups} reads. */
type Terms = Pick<SearchGroup, 'terms' | 'isName'>

/**
 * Prepares a glossary. Terms that fold together, such as 敲诈 and 敲詐, are one, shown in the script of the edition (glossaries
 * name Simplified before Traditional). A group is flattened when a query first comes near it: a real glossary has two thousand,
 * and all of them would take a reader's first query a tenth of a second.
 */
export function flattenGroups(groups: Terms[], edition: Lang = 'zh-Hans'): FlatGroup[] {
  // One pass over all terms; as many as there are lines.
  const folded = foldChars(groups.flatMap(({ terms }) => terms).join('\n')).split('\n')
  let at = 0
  return groups.map(({ terms, isName }) => {
    const starts = [
      ...new Set(folded.slice(at, (at += terms.length)).map((term) => START.exec(term)?.[0] ?? '')),
    ]
    let flat: FlatGroup['terms'] | undefined
    return {
      starts,
      get terms() {
        flat ??= flattenTerms(terms, edition)
        return flat
      },
      ...(isName ? { isName } : {}),
    }
  })
}

/** With what a folded term begins, and its flat text with it: one digit, because 1.2 million becomes another number. */
const START = /\p{Script=Han}{1,2}|[a-z]{1,2}|\p{L}|\p{N}/u

function flattenTerms(terms: string[], edition: Lang): FlatGroup['terms'] {
  const byFlat = new Map<string, string>()
  for (const term of terms) {
    const flat = flatText(term)
    if (flat !== '' && (edition === 'zh-Hant' || !byFlat.has(flat))) byFlat.set(flat, term)
  }
  return [...byFlat].map(([flat, shown]) => ({ flat, shown }))
}

/**
 * All ways to say the free part of a query, as typed first: the words of Taiwan and the mainland for each other, and, unless
 * switched off, the glossary's translations. `without` names terms whose translations the reader removed; `typed` is the
 * query as typed, in whose script its terms are named.
 */
export function expand(
  readings: FlatText[],
  groups: FlatGroup[],
  options: { isExpanded: boolean; without: string[]; typed?: string },
): { variants: Variant[]; expansions: Expansion[] } {
  const [flat = ''] = readings
  const same = new Set(readings.flatMap((reading) => [reading, ...regionVariants(reading)]))
  const variants: Variant[] = [...same].map((text) => ({ flat: text, weight: 1 }))
  variants.push(...shareVariants(flat))
  const expansions: Expansion[] = []
  if (!options.isExpanded || countTerms(flat) > MOST_TRANSLATED) return { variants, expansions }
  const found = findGroupTerms(flat, groups)
  const covered = found.reduce((sum, { start, end }) => sum + end - start, 0)
  const isAside =
    flat.length - covered > MOST_LEFT_OVER &&
    covered < flat.length * (isHan(flat) ? LEAST_COVERED : LEAST_COVERED_LATIN)
  if (isAside) return { variants, expansions }
  let translated: Variant[] = [{ flat, weight: 1 }]
  for (const { group, term, start, end } of found.reverse()) {
    const others = group.terms.filter((other) => other.flat !== term.flat && !flat.includes(other.flat))
    if (others.length === 0) continue
    const isRemoved = options.without.some((removed) => flatText(removed) === term.flat)
    const named = findAsTyped(options.typed ?? '', term.flat) ?? term.shown
    expansions.unshift({ term: named, added: isRemoved ? [] : others.map(({ shown }) => shown) })
    if (isRemoved) continue
    // Found from the end, so that the places of those still to be replaced stay true in every copy.
    translated = translated.flatMap((variant) => [
      variant,
      ...others.map((other) => ({
        flat: replaceTerm(variant.flat, start, end, other.flat),
        weight: Math.min(variant.weight, weightOf(group, term.flat, other.flat)),
      })),
    ])
    if (translated.length > 200) break
  }
  const seen = new Set(variants.map((variant) => variant.flat))
  // Half translated, 前沿模型 is `frontier 模型`, which nobody writes and which costs the files of both words.
  const isHalf = (text: FlatText) => found.length > 1 && !isMixed(flat) && isMixed(text)
  const added = translated.filter((variant) => !seen.has(variant.flat) && !isHalf(variant.flat)).slice(-200)
  // Those that replace most come first: `blackmail rate` is 勒索率, while `blackmail 率` finds little.
  variants.push(...added.reverse().slice(0, MOST_VARIANTS))
  return { variants, expansions: expansions.filter(({ added: words }) => words.length > 0) }
}

const weightOf = ({ isName }: FlatGroup, typed: FlatText, other: FlatText): number =>
  isName && isHan(typed) && isHan(other) ? NAME_WEIGHT : TRANSLATION_WEIGHT

const isMixed = (text: FlatText) => /[a-z]/.test(text) && /\p{Script=Han}/u.test(text)

/** The stretch of a typed query that is a term. */
function findAsTyped(typed: string, flat: FlatText): string | undefined {
  const [range] = highlight(typed, buildNeedles([flat]))
  return range && typed.slice(...range)
}

/** A term as people write it, as a flat text whose words are apart. */
export const flatText = (term: string): FlatText =>
  flatten(foldChars(term), { isQuoted: true, withHanNumerals: false }).replaceAll('-', ' ')

/** Han characters next to Han characters stay one run, so that 勒索行为 becomes 敲诈行为; anything else is an item of its own. */
function replaceTerm(text: string, start: number, end: number, by: string): string {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const joinsLeft = before !== '' && isHan(before.at(-1)!) && isHan(by)
  const joinsRight = after !== '' && isHan(after) && isHan(by.at(-1)!)
  return `${before}${joinsLeft ? '' : ' '}${by}${joinsRight ? '' : ' '}${after}`.replace(/ +/g, ' ').trim()
}

interface FoundTerm {
  group: FlatGroup
  term: FlatGroup['terms'][number]
  start: number
  end: number
}

/** Terms of the glossary inside a flat text, longest first where they overlap, in order. */
function findGroupTerms(flat: FlatText, groups: FlatGroup[]): FoundTerm[] {
  const text = flat.replaceAll('-', ' ')
  const all: FoundTerm[] = []
  for (const group of groups) {
    if (!group.starts.some((start) => text.includes(start))) continue
    for (const term of group.terms) {
      const start = findWhole(text, term.flat)
      if (start >= 0) all.push({ group, term, start, end: start + term.flat.length })
    }
  }
  all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: FoundTerm[] = []
  for (const found of all) {
    const overlaps = kept.some((other) => found.start < other.end && other.start < found.end)
    if (!overlaps) kept.push(found)
  }
  return kept.sort((a, b) => a.start - b.start)
}

/** Where `term` stands as whole words; Han characters need no boundary. */
function findWhole(text: string, term: string): number {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const joins = (a: string | undefined, b: string) => a !== undefined && LATIN.test(a) && LATIN.test(b)
    if (!joins(text[at - 1], term[0]!) && !joins(text[at + term.length], term.at(-1)!)) return at
  }
  return -1
}

const LATIN = /[\p{Script=Latin}\p{N}]/u

/** Tables of replacements: to the mainland's words, to Taiwan's, and two more for words that have a second counterpart. */
const REGION_TABLES = Array.from({ length: 4 }, () => new Map<string, string>())
for (const pair of REGION_PAIRS.split('|')) {
  const [taiwan, mainland] = pair.split(' ') as [string, string]
  const put = (from: string, to: string, first: Map<string, string>, second: Map<string, string>) => {
    const table = first.has(from) ? second : first
    if (!table.has(from)) table.set(from, to)
  }
  put(taiwan, mainland, REGION_TABLES[0]!, REGION_TABLES[2]!)
  put(mainland, taiwan, REGION_TABLES[1]!, REGION_TABLES[3]!)
}
const LONGEST_REGIONAL = Math.max(
  ...REGION_TABLES.flatMap((table) => [...table.keys()].map(({ length }) => length)),
)

/** Most ways of other regions to say one text: each costs a few index files. */
const MOST_REGIONAL = 8

/**
 * The same text in other regions' words, and those in others' again: 影片, 视频 and 视讯 find each other, whichever is typed.
 */
export function regionVariants(flat: FlatText): FlatText[] {
  const variants = new Set([flat])
  // A set goes on to what is added while it is walked.
  for (const variant of variants) {
    for (const other of replaceRegional(variant)) if (variants.size <= MOST_REGIONAL) variants.add(other)
  }
  variants.delete(flat)
  return [...variants]
}

/** All words of another region replaced, and, where there are two or three, each alone. */
function replaceRegional(flat: FlatText): FlatText[] {
  return REGION_TABLES.flatMap((table) => {
    const places = findRegional(flat, table)
    if (places.length === 0) return []
    const alone = places.length > 1 && places.length <= 3 ? places.map((place) => [place]) : []
    return [places, ...alone].map((some) => replaceAt(flat, some))
  })
}

interface Place {
  start: number
  end: number
  by: string
}

function findRegional(flat: FlatText, table: Map<string, string>): Place[] {
  const places: Place[] = []
  for (let at = 0; at < flat.length; at++) {
    for (let size = Math.min(LONGEST_REGIONAL, flat.length - at); size > 1; size--) {
      const by = table.get(flat.slice(at, at + size))
      if (by === undefined || isInside(flat, at, flat.slice(at, at + size), by)) continue
      places.push({ start: at, end: at + size, by })
      at += size - 1
      break
    }
  }
  return places
}

/** Whether the word at `at` is there already as a part of its counterpart: 算法 inside 演算法. */
function isInside(flat: FlatText, at: number, word: string, counterpart: string): boolean {
  const before = counterpart.indexOf(word)
  return before >= 0 && at >= before && flat.startsWith(counterpart, at - before)
}

function replaceAt(flat: FlatText, places: Place[]): FlatText {
  let text = ''
  let from = 0
  for (const { start, end, by } of places) {
    text += flat.slice(from, start) + by
    from = end
  }
  return text + flat.slice(from)
}
