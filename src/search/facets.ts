import { FACETS, type FacetName } from '../core/publish/search-facets.ts'
import type { Layout } from './postings.ts'
import type { SearchQuery } from './search.ts'
import { VarintReader } from './varint.ts'

/** Facets that a query may name: those of documents, and the kind of record. */
export const FILTERS: readonly string[] = ['kind', ...FACETS]

/** One facet of all documents: the values of document `d` are `ids[starts[d]]` up to `ids[starts[d + 1]]`. */
interface Column {
  values: string[]
  starts: Uint32Array
  ids: Uint32Array
}

/** What is known of every document without reading it. */
export interface Facts extends Layout {
  /** Length of each document in tokens. */
  tokens: Uint32Array
  /** Figures for which their finding stands. */
  isMember: Uint8Array
  columns: Map<string, Column>
}

/** Reads the file that `packFacets` wrote. */
export function parseFacets(bytes: Uint8Array, documents: number): Facts {
  const reader = new VarintReader(bytes)
  const head = JSON.parse(new TextDecoder().decode(reader.take(reader.read()))) as Record<string, string[]>
  const firstUnits = new Uint32Array(documents + 1)
  for (let at = 0; at < documents; at++) firstUnits[at + 1] = firstUnits[at]! + reader.read()
  const documentOf = new (documents < 0x10000 ? Uint16Array : Uint32Array)(firstUnits[documents]!)
  for (let at = 0; at < documents; at++) documentOf.fill(at, firstUnits[at], firstUnits[at + 1])
  const tokens = Uint32Array.from({ length: documents }, () => reader.read())
  const isMember = Uint8Array.from({ length: documents }, () => reader.read())
  const columns = new Map(FILTERS.map((facet) => [facet, readColumn(reader, documents, head[facet] ?? [])]))
  return { firstUnits, documentOf, tokens, isMember, columns }
}

function readColumn(reader: VarintReader, documents: number, values: string[]): Column {
  const starts = new Uint32Array(documents + 1)
  const ids: number[] = []
  for (let document = 0; document < documents; document++) {
    for (let left = reader.read(); left > 0; left--) ids.push(reader.read())
    starts[document + 1] = ids.length
  }
  return { values, starts, ids: Uint32Array.from(ids) }
}

/** The filters of a query by facet; unknown facets and empty lists filter nothing, whatever an address says. */
export function activeFilters({ kinds, filters }: SearchQuery): Map<string, Set<string>> {
  const active = new Map<string, Set<string>>()
  if (kinds?.length) active.set('kind', new Set(kinds))
  for (const facet of FACETS as readonly FacetName[]) {
    const values = filters?.[facet]
    if (Array.isArray(values) && values.length > 0) active.set(facet, new Set(values))
  }
  return active
}

/** Whether a query is after single figures: it names their kind, or bounds the value. */
export const wantsFigures = ({ kinds, value }: SearchQuery): boolean =>
  kinds?.includes('figure') === true || value?.min !== undefined || value?.max !== undefined

/** Cuts documents down by all filters and counts each facet's values as if that facet had no filter. */
export function filterAndCount(documents: number[], facts: Facts, active: Map<string, Set<string>>) {
  const tests = [...active].map(([facet, accepted]) => ({
    facet,
    passes: passTest(facts.columns.get(facet)!, accepted),
  }))
  const counts = new Map(
    FILTERS.map((facet) => [facet, new Uint32Array(facts.columns.get(facet)!.values.length)]),
  )
  const kept: number[] = []
  for (const document of documents) {
    const failed = tests.filter(({ passes }) => !passes(document))
    if (failed.length === 0) kept.push(document)
    if (failed.length > 1) continue
    for (const [facet, column] of facts.columns) {
      if (failed.length === 1 && failed[0]!.facet !== facet) continue
      const count = counts.get(facet)!
      for (let at = column.starts[document]!; at < column.starts[document + 1]!; at++)
        count[column.ids[at]!]!++
    }
  }
  return { kept, facets: named(counts, facts) }
}

function passTest(column: Column, accepted: Set<string>): (document: number) => boolean {
  const wanted = column.values.map((value) => accepted.has(value))
  return (document) => {
    for (let at = column.starts[document]!; at < column.starts[document + 1]!; at++)
      if (wanted[column.ids[at]!]) return true
    return false
  }
}

/** Counts by value, most first. */
function named(counts: Map<string, Uint32Array>, facts: Facts): Record<string, Record<string, number>> {
  const entries = [...counts].map(([facet, count]) => {
    const { values } = facts.columns.get(facet)!
    const present = values.map((value, id): [string, number] => [value, count[id]!]).filter(([, n]) => n > 0)
    return [facet, Object.fromEntries(present.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))] as const
  })
  return Object.fromEntries(entries.filter(([, values]) => Object.keys(values).length > 0))
}
