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

/** Terms by their lower-case form in any language, with their names in all. */
export type TermTable = { term: string; names: Record<Lang, string> }[]

/** Terms of the glossary, the metrics and the topics, longest first so that the longest match wins. */
export function buildTermTable(registry: Registry): TermTable {
  const named = [...registry.glossary, ...registry.metrics]
  const rows = named.flatMap((entry) =>
    [...Object.values(entry.names), ...entry.aliases].map((term) => ({
      term: term.toLowerCase(),
      names: entry.names,
    })),
  )
  const unique = new Map(rows.filter(({ term }) => term.length > 1).map((row) => [row.term, row]))
  return [...unique.values()].sort((a, b) => b.term.length - a.term.length)
}

/** At most this many terms beside one quote. */
const MOST_TERMS = 6

function findTerms(text: string, terms: TermTable, to: Lang): { term: string; meaning: string }[] {
  const lower = text.toLowerCase()
  const taken: [number, number][] = []
  const found: { at: number; term: string; meaning: string }[] = []
  const meanings = new Set<string>()
  for (const { term, names } of terms) {
    const at = findWord(lower, term)
    if (at < 0 || taken.some(([start, end]) => at < end && at + term.length > start)) continue
    taken.push([at, at + term.length])
    const meaning = names[to]
    if (meaning.toLowerCase() === term || meanings.has(meaning)) continue
    meanings.add(meaning)
    found.push({ at, term: text.slice(at, at + term.length), meaning })
    if (found.length === MOST_TERMS) break
  }
  return found.sort((a, b) => a.at - b.at).map(({ term, meaning }) => ({ term, meaning }))
}

/** Latin terms must stand alone: `art` is not in `start`. */
function findWord(text: string, term: string): number {
  const isLatin = /^[\x20-\x7e]+$/.test(term)
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (!isLatin) return at
    if (!/[a-z0-9]/.test(text[at - 1] ?? '') && !/[a-z0-9]/.test(text[at + term.length] ?? '')) return at
  }
  return -1
}
