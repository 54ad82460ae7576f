import type { Entity } from '../model/entity.ts'
import type { Registry } from '../model/registry.ts'
import type { Metric } from '../model/vocabulary.ts'
import { foldChars } from '../text/script.ts'
import { hashToken } from './hash.ts'

/** Entries of the registry that a text names. */
export interface Names {
  /** Ascending hashes of the entries of glossary, metrics and entities. */
  concepts: Uint32Array
  /** Ascending hashes of the metrics. */
  metrics: Uint32Array
  /** Entities in order, with their places. */
  entities: { id: string; start: number; end: number }[]
}

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
  /** What a text names, in whatever language. */
  namesIn(text: string): Names
}

export function buildLexicon(registry: Registry): Lexicon {
  const entities = new Map(registry.entities.map((entity) => [entity.id, entity]))
  const metrics = new Map(registry.metrics.map((metric) => [metric.id, metric]))
  const entityNames = indexNames(registry.entities)
  const metricNames = indexNames(registry.metrics)
  const conceptOf = uniteConcepts(registry)
  const terms = buildTerms([
    ['concept', registry.glossary],
    ['metric', registry.metrics],
    ['entity', registry.entities],
  ])
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
    metricIdOf: (name) => onlyOne(metricNames.get(foldName(name))) ?? longestMetric(terms, name),
    metricLine: (id) => [...new Set(metricLine(id))],
    areComplements: (a, b) => complements.get(a)?.has(b) ?? false,
    complementsOf: (id) => [...(complements.get(id) ?? [])],
    namesIn: (text) => {
      const { concept, metric, entity } = findTerms(terms, text)
      return {
        concepts: hashIds(concept.map(({ id }) => conceptOf.get(id) ?? id)),
        metrics: hashIds(metric.map(({ id }) => id)),
        entities: entity.map(({ id, text: name, at }) => ({ id, start: at, end: at + name.length })),
      }
    },
  }
}

const hashIds = (ids: string[]) => Uint32Array.from(new Set(ids.map(hashToken))).sort()

/** For a metric that goes by a term of the glossary, that term: `prompts` counted and a `prompt` are one concept. */
function uniteConcepts({ glossary, metrics }: Registry): Map<string, string> {
  const termOf = new Map<string, string>()
  const fold = (name: string) => foldName(name).replace(/(?<=[a-z]{3})s$/, '')
  for (const term of glossary) for (const name of namesOf(term)) termOf.set(fold(name), term.id)
  const united = new Map<string, string>()
  for (const metric of metrics) {
    const terms = [...new Set(namesOf(metric).map(fold))].flatMap((name) => termOf.get(name) ?? [])
    const own = Object.values(metric.names).flatMap((name) => termOf.get(fold(name)) ?? [])[0]
    const term = own ?? terms.find((id, index) => terms.indexOf(id) < index)
    if (term !== undefined) united.set(metric.id, term)
  }
  return united
}

const namesOf = ({ names, aliases }: Named) => [...Object.values(names), ...aliases]

/** Script, case, hyphens and spaces do not tell names apart. */
export function foldName(name: string): string {
  return foldChars(name).replace(/[\s\-–—_·・.'’"“”「」《》()（）]+/g, '')
}

interface Named {
  id: string
  names: Record<string, string>
  aliases: string[]
}
/** Where an entry comes from; a `concept` match may be an entry of any of the three. */
type Kind = 'concept' | 'metric' | 'entity'

interface Term {
  id: string
  kind: Kind
  text: string
}
type Hit = Term & { at: number }

/** Terms by their first three UTF-16 units, or two where they have no more; longest first. */
type Terms = Map<number, Term[]>

const shortKey = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
const longKey = (text: string, at: number) => shortKey(text, at) * 0x10000 + text.charCodeAt(at + 2) + 1

const onlyOne = (ids: Set<string> | undefined) => (ids?.size === 1 ? [...ids][0] : undefined)

function indexNames(entries: Named[]): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>()
  for (const entry of entries)
    for (const name of namesOf(entry)) {
      const folded = foldName(name)
      index.set(folded, (index.get(folded) ?? new Set()).add(entry.id))
    }
  return index
}

/** Hyphens count as spaces in running text: `red-teaming` is `red teaming`. */
const foldTerm = (text: string) => foldChars(text).replace(/[-–—]/g, ' ')

function buildTerms(lists: [Kind, Named[]][]): Terms {
  const terms: Terms = new Map()
  for (const [kind, entries] of lists)
    for (const { id, names, aliases } of entries)
      for (const text of new Set(
        namesOf({ id, names, aliases })
          .map(foldTerm)
          .flatMap(kind === 'metric' ? withStem : (name) => [name]),
      )) {
        if (text.length < 2) continue
        const key = text.length === 2 ? shortKey(text, 0) : longKey(text, 0)
        const list = terms.get(key)
        if (list) list.push({ id, kind, text })
        else terms.set(key, [{ id, kind, text }])
      }
  for (const list of terms.values()) list.sort((a, b) => b.text.length - a.text.length)
  return terms
}

/** 抗拒关机率 is also what a text measures that says 抗拒关机; shorter stems (准确) are said of much. */
const withStem = (name: string) => {
  const stem = /^(\p{Script=Han}{3,})(?:率|比例|比率|占比)$/u.exec(name)?.[1]
  return stem === undefined ? [name] : [name, stem]
}

/** Digits and small letters of ASCII; texts are folded. */
const isLatin = (unit: number) => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)

/** For each kind the longest match at each place; a Latin term must stand as a word, a plural `s` allowed. */
function findTerms(terms: Terms, text: string): Record<Kind, Hit[]> {
  const folded = foldTerm(text)
  const found: Record<Kind, Hit[]> = { concept: [], metric: [], entity: [] }
  const ends: Record<Kind, number> = { concept: 0, metric: 0, entity: 0 }
  let isInWord = false
  for (let at = 0; at + 1 < folded.length; at++) {
    const wasInWord = isInWord
    isInWord = isLatin(folded.charCodeAt(at))
    if (wasInWord && isInWord) continue
    for (const key of [longKey(folded, at), shortKey(folded, at)])
      for (const term of terms.get(key) ?? []) take(term, at, folded, found, ends)
  }
  return found
}

/** Terms of a place come longest first, so that the first that fits is the longest of its kind. */
function take(
  term: Term,
  at: number,
  text: string,
  found: Record<Kind, Hit[]>,
  ends: Record<Kind, number>,
): void {
  if ((at < ends.concept && at < ends[term.kind]) || !standsAt(term.text, text, at)) return
  const end = at + term.text.length
  for (const kind of ['concept', term.kind] as const) {
    if (at < ends[kind]) continue
    ends[kind] = end
    found[kind].push({ ...term, at })
  }
}

function standsAt(term: string, text: string, at: number): boolean {
  if (!text.startsWith(term, at)) return false
  const end = at + term.length
  if (!isLatin(term.charCodeAt(term.length - 1)) || !isLatin(text.charCodeAt(end))) return true
  return text[end] === 's' && !isLatin(text.charCodeAt(end + 1))
}

function longestMetric(terms: Terms, name: string): string | undefined {
  const found = findTerms(terms, name).metric.sort((a, b) => b.text.length - a.text.length)
  const longest = found[0]?.text.length
  return onlyOne(new Set(found.filter(({ text }) => text.length === longest).map(({ id }) => id)))
}
