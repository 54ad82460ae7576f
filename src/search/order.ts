import type { Facts } from './facets.ts'
import type { NumberColumns } from './index-reader.ts'
import type { Matches } from './postings.ts'
import type { SearchHit, SearchQuery } from './search.ts'

/**
 * What a kind counts for among equals: a finding gathers what several articles say, an entity or source is what a reader who
 * types a name most likely wants, a single figure is part of something shown already.
 */
const KIND_WEIGHTS: Record<SearchHit['kind'], number> = {
  finding: 1.1,
  figure: 0.7,
  article: 1,
  entity: 1.2,
  source: 1.1,
}

/** Documents within the bounds of a query, best first; equal ones in the order of the index, which is newest first. */
export function orderAndLimit(
  documents: number[],
  matches: Matches,
  query: SearchQuery,
  facts: Facts,
  numbers: NumberColumns | undefined,
): number[] {
  const kinds = facts.columns.get('kind')!
  const isWithin = numbers ? within(query, numbers) : () => true
  for (const document of documents) {
    const weight = KIND_WEIGHTS[kinds.values[kinds.ids[document]!] as SearchHit['kind']]
    matches.set(document, matches.get(document)! * weight)
  }
  const keyOf = sortKey(query, matches, numbers)
  return documents
    .filter(isWithin)
    .sort((a, b) => compare(keyOf(b), keyOf(a)) || matches.get(b)! - matches.get(a)! || a - b)
}

function sortKey({ sort, text }: SearchQuery, matches: Matches, numbers: NumberColumns | undefined) {
  const isByDate = sort === 'date' || (text.trim() === '' && sort !== 'spread')
  if (numbers && isByDate) return (document: number) => numbers.date[document]!
  if (numbers && sort === 'spread') return (document: number) => numbers.spread[document]!
  return (document: number) => matches.get(document)!
}

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)

/** Ranges overlap bounds; a document without the number is outside any bound on it. */
function within({ value, dates }: SearchQuery, numbers: NumberColumns): (document: number) => boolean {
  const { min, max } = value ?? {}
  const { from, to } = dates ?? {}
  return (document) => {
    const low = numbers.value[document]
    const high = numbers.maxValue[document] ?? low
    const date = numbers.date[document]!
    if ((min !== undefined || max !== undefined) && low == null) return false
    if (min !== undefined && high! < min) return false
    if (max !== undefined && low! > max) return false
    if ((from !== undefined || to !== undefined) && date === '') return false
    // A coarse date (2026-08) is within when any of its days is.
    if (from !== undefined && date < from.slice(0, date.length)) return false
    return !(to !== undefined && date > to && !date.startsWith(to))
  }
}
