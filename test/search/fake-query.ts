import { countSlips } from '../../src/search/suggest.ts'
import { likeness } from './fake-embedder.ts'
import { parseFilter } from './fake-filter.ts'

export type Document = Record<string, unknown>

/** What a query needs to know of an index. */
export interface QueriedIndex {
  documents: Map<string, Document>
  settings: Document
}

/** `POST /indexes/:uid/search`. */
export function searchOne(index: QueriedIndex, query: Document) {
  const found = matches(index, query)
  return {
    hits: found.slice(0, Number(query['limit'] ?? 20)).map(([id]) => ({ id })),
    estimatedTotalHits: found.length,
  }
}

interface FederatedQuery extends Document {
  indexUid: string
  federationOptions?: { weight?: number }
}

/** `POST /multi-search`: one answer for all queries with `federation`, else one for each. */
export function searchMany(need: (uid: string) => QueriedIndex, body: Document) {
  if (body['federation'] !== undefined) return searchFederated(need, body)
  const queries = body['queries'] as FederatedQuery[]
  return {
    results: queries.map((query) => ({
      indexUid: query.indexUid,
      ...searchOne(need(query.indexUid), query),
    })),
  }
}

function searchFederated(need: (uid: string) => QueriedIndex, body: Document) {
  const {
    offset = 0,
    limit = 20,
    facetsByIndex = {},
  } = body['federation'] as { offset?: number; limit?: number; facetsByIndex?: Record<string, string[]> }
  const best = new Map<string, { document: Document; score: number; order: number[] }>()
  let facets: Record<string, Record<string, number>> = {}
  for (const query of body['queries'] as FederatedQuery[]) {
    const index = need(query.indexUid)
    for (const [id, document, score] of matches(index, query)) {
      const weighted = score * (query.federationOptions?.weight ?? 1)
      const order = ((query['sort'] as string[] | undefined) ?? []).map((rule) =>
        Number(document[rule.split(':')[0]!] ?? 0),
      )
      if ((best.get(id)?.score ?? -1) < weighted) best.set(id, { document, score: weighted, order })
    }
    facets = countFacets(
      [...best.values()].map(({ document }) => document),
      facetsByIndex[query.indexUid] ?? [],
    )
  }
  const ranked = [...best.values()].sort((a, b) => compare(b.order, a.order) || b.score - a.score)
  const [first] = body['queries'] as FederatedQuery[]
  const attributes = (need(first!.indexUid).settings['displayedAttributes'] as string[] | undefined) ?? []
  const hits = ranked.slice(offset, offset + limit).map(({ document, score }) => ({
    ...Object.fromEntries(
      attributes.filter((name) => name in document).map((name) => [name, document[name]]),
    ),
    _federation: { weightedRankingScore: score },
  }))
  return {
    hits,
    estimatedTotalHits: ranked.length,
    facetDistribution: facets,
    limit,
    offset,
    processingTimeMs: 1,
  }
}

function compare(a: number[], b: number[]): number {
  for (const [at, value] of a.entries()) if (value !== b[at]) return value - b[at]!
  return 0
}

function countFacets(documents: Document[], names: string[]) {
  const counts: Record<string, Record<string, number>> = {}
  for (const name of names) {
    const count = (counts[name] ??= {})
    for (const document of documents)
      for (const value of [document[name] ?? []].flat() as string[]) count[value] = (count[value] ?? 0) + 1
  }
  return counts
}

/** Documents that match a query, with a score from 0 to 1. */
function matches(index: QueriedIndex, query: Document): [string, Document, number][] {
  const searchable = index.settings['searchableAttributes'] as string[]
  const filterable = index.settings['filterableAttributes'] as string[]
  const passes = parseFilter(String(query['filter'] ?? ''), filterable)
  if (query['hybrid'] !== undefined) return near(index, query, passes)
  const terms = parseTerms(String(query['q'] ?? ''))
  const found: [string, Document, number][] = []
  for (const [id, document] of index.documents) {
    if (!passes(document)) continue
    const fields = searchable.map((name) => String(document[name] ?? '').split(/\s+/))
    const hits = terms.filter(({ isMinus }) => !isMinus).map((term) => fieldOf(term, fields))
    if (terms.some((term) => term.isMinus && fieldOf(term, fields) >= 0)) continue
    const missing = hits.filter((field) => field < 0).length
    // `last` drops terms from the end until something is left.
    const isEnough = query['matchingStrategy'] === 'last' ? hits.length === 0 || hits[0]! >= 0 : missing === 0
    if (!isEnough) continue
    const weight = hits.reduce((sum, field) => sum + (field < 0 ? 0 : 1 - field / (searchable.length + 1)), 0)
    found.push([id, document, hits.length === 0 ? 1 : weight / hits.length])
  }
  return found.sort((a, b) => b[2] - a[2])
}

/** Documents by the likeness of their vectors to the query's, as `semanticRatio: 1` asks. */
function near(index: QueriedIndex, query: Document, passes: (document: Document) => boolean) {
  const { embedder, semanticRatio } = query['hybrid'] as { embedder: string; semanticRatio: number }
  if (semanticRatio !== 1) throw new Error('the fake searches by meaning alone or not at all')
  const least = Number(query['rankingScoreThreshold'] ?? 0)
  const found: [string, Document, number][] = []
  for (const [id, document] of index.documents) {
    const vector = (document['_vectors'] as Record<string, number[] | null> | undefined)?.[embedder]
    const score = vector ? likeness(vector, query['vector'] as number[]) : 0
    if (vector && score >= least && passes(document)) found.push([id, document, score])
  }
  return found.sort((a, b) => b[2] - a[2])
}

interface Term {
  words: string[]
  isPhrase: boolean
  isLast: boolean
  isMinus: boolean
}

/** Most terms that are read; the rest of a query is ignored. */
const MOST_TERMS = 10

function parseTerms(q: string): Term[] {
  const parts = [...q.matchAll(/(-?)"([^"]*)"|(\S+)/g)]
  return parts.slice(0, MOST_TERMS).map((match, at) => ({
    isMinus: match[1] === '-' || (match[3]?.startsWith('-') ?? false),
    isPhrase: match[2] !== undefined,
    isLast: at === parts.length - 1,
    words: (match[2] ?? match[3]!.replace(/^-/, '')).split(/\s+/).filter((word) => word !== ''),
  }))
}

/** First searchable attribute in which a term is, or -1. Phrases are exact; the last loose word may be a beginning. */
function fieldOf({ words, isPhrase, isLast }: Term, fields: string[][]): number {
  return fields.findIndex((field) => {
    if (isPhrase) return hasRow(field, words)
    const [word] = words as [string]
    const slips = word.length < 5 ? 0 : word.length < 9 ? 1 : 2
    const isThere = field.some(
      (other) =>
        other === word ||
        (isLast && other.startsWith(word)) ||
        (slips > 0 && countSlips(word, other, slips) <= slips),
    )
    return isThere || isSplit(word, field)
  })
}

const hasRow = (field: string[], words: string[]) =>
  field.some((_, at) => words.every((word, offset) => field[at + offset] === word))

/** A loose word is also searched as two in a row, as the server does: `finetuning` finds `fine tuning`. */
function isSplit(word: string, field: string[]): boolean {
  for (let at = 1; at < word.length; at++) if (hasRow(field, [word.slice(0, at), word.slice(at)])) return true
  return false
}
