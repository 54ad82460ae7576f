import type { Entity } from '../model/entity.ts'
import type { Registry } from '../model/registry.ts'
import type { Metric } from '../model/vocabulary.ts'
import { foldChars } from '../text/script.ts'
import { hashToken } from './hash.ts'

/** The registry arranged for linking: ids by name, families, complements, and the concepts that a sentence names. */
export interface Lexicon {
  entity(id: string): Entity | undefined
  metric(id: string): Metric | undefined
  /** Id of the only entity of that name; undefined when none or more than one has it. */
  entityIdOf(name: string): string | undefined
  /** Id of the only metric of that name; where none has it, of the longest one named in it. */
  metricIdOf(name: string): string | undefined
  /** The metric itself and those above it, narrowest first. */
  metricLine(id: string): string[]
  /** True when one metric's percentage is 100 minus the other's. */
  areComplements(a: string, b: string): boolean
  /** Metrics whose percentage is 100 minus this one's. */
  complementsOf(id: string): string[]
  /** Entities named in a text, in order, with their places. */
  entitiesIn(text: string): { id: string; start: number; end: number }[]
  /** Ascending hashes of the metrics that a text names. */
  metricsOf(text: string): Uint32Array
  /** Ascending hashes of the entries of glossary, metrics and entities that a text names, in whatever language. */
  conceptsOf(text: string): Uint32Array
}

export function buildLexicon(registry: Registry): Lexicon {
  const entities = new Map(registry.entities.map((entity) => [entity.id, entity]))
  const metrics = new Map(registry.metrics.map((metric) => [metric.id, metric]))
  const entityNames = indexNames(registry.entities)
  const metricNames = indexNames(registry.metrics)
  const metricTerms = buildTerms(registry.metrics)
  const entityTerms = buildTerms(registry.entities)
  const terms = buildTerms([...registry.glossary, ...registry.metrics, ...registry.entities])
  const complements = new Map<string, Set<string>>()
  const addComplement = (id: string, other: string) =>
    complements.set(id, (complements.get(id) ?? new Set()).add(other))
  for (const { id, complement } of registry.metrics)
    if (complement !== undefined) addComplement(id, complement) && addComplement(complement, id)
  const metricLine = (id: string, line: string[] = []): string[] => {
    const broader = metrics.get(id)?.broader
    return line.includes(id) || broader === undefined ? [...line, id] : metricLine(broader, [...line, id])
  }
  return {
    entity: (id) => entities.get(id),
    metric: (id) => metrics.get(id),
    entityIdOf: (name) => onlyOne(entityNames.get(foldName(name))),
    metricIdOf: (name) => onlyOne(metricNames.get(foldName(name))) ?? longestTerm(metricTerms, name),
    metricLine: (id) => [...new Set(metricLine(id))],
    areComplements: (a, b) => complements.get(a)?.has(b) ?? false,
    complementsOf: (id) => [...(complements.get(id) ?? [])],
    entitiesIn: (text) =>
      findTerms(entityTerms, text).map(({ id, text: name, at }) => ({
        id,
        start: at,
        end: at + name.length,
      })),
    metricsOf: (text) => hashIds(findTerms(metricTerms, text)),
    conceptsOf: (text) => hashIds(findTerms(terms, text)),
  }
}

const hashIds = (found: Term[]) => Uint32Array.from(new Set(found.map(({ id }) => hashToken(id)))).sort()

/** Script, case, hyphens and spaces do not tell names apart. */
export function foldName(name: string): string {
  return foldChars(name).replace(/[\s\-–—_·・.'’"“”「」《》()（）]+/g, '')
}

interface Named {
  id: string
  names: Record<string, string>
  aliases: string[]
}
interface Term {
  id: string
  text: string
}

/** Terms by their first two UTF-16 units, longest first. */
type Terms = Map<number, Term[]>

const startKey = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

const onlyOne = (ids: Set<string> | undefined) => (ids?.size === 1 ? [...ids][0] : undefined)

function indexNames(entries: Named[]): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>()
  for (const entry of entries)
    for (const name of [...Object.values(entry.names), ...entry.aliases]) {
      const folded = foldName(name)
      index.set(folded, (index.get(folded) ?? new Set()).add(entry.id))
    }
  return index
}

/** Hyphens count as spaces in running text: `red-teaming` is `red teaming`. */
const foldTerm = (text: string) => foldChars(text).replace(/[-–—]/g, ' ')

function buildTerms(entries: Named[]): Terms {
  const terms: Terms = new Map()
  for (const { id, names, aliases } of entries)
    for (const text of new Set([...Object.values(names), ...aliases].map(foldTerm))) {
      if (text.length < 2) continue
      const start = startKey(text, 0)
      const list = terms.get(start)
      if (list) list.push({ id, text })
      else terms.set(start, [{ id, text }])
    }
  for (const list of terms.values()) list.sort((a, b) => b.text.length - a.text.length)
  return terms
}

/** Digits and small letters of ASCII; texts are folded. */
const isLatin = (unit: number) => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)

/** Longest match at each place; a Latin term must stand as a word, a plural `s` allowed. */
function findTerms(terms: Terms, text: string): (Term & { at: number })[] {
  const folded = foldTerm(text)
  const found: (Term & { at: number })[] = []
  let isInWord = false
  for (let at = 0; at + 1 < folded.length; at++) {
    const wasInWord = isInWord
    isInWord = isLatin(folded.charCodeAt(at))
    if (wasInWord && isInWord) continue
    const term = terms.get(startKey(folded, at))?.find((candidate) => standsAt(candidate.text, folded, at))
    if (!term) continue
    found.push({ ...term, at })
    at += term.text.length - 1
    isInWord = isLatin(folded.charCodeAt(at))
  }
  return found
}

function standsAt(term: string, text: string, at: number): boolean {
  if (!text.startsWith(term, at)) return false
  const end = at + term.length
  if (!isLatin(term.charCodeAt(term.length - 1)) || !isLatin(text.charCodeAt(end))) return true
  return text[end] === 's' && !isLatin(text.charCodeAt(end + 1))
}

function longestTerm(terms: Terms, name: string): string | undefined {
  const found = findTerms(terms, name).sort((a, b) => b.text.length - a.text.length)
  const longest = found[0]?.text.length
  const ids = new Set(found.filter(({ text }) => text.length === longest).map(({ id }) => id))
  return onlyOne(ids)
}
