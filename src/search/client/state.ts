import { FACETS } from '../../core/publish/search-facets.ts'
import type { HitKind, SearchQuery } from '../search.ts'

const KINDS: readonly string[] = ['finding', 'figure', 'article', 'entity', 'source'] satisfies HitKind[]
/** Values of one facet that an address may name; more are someone's mischief. */
const MOST_VALUES = 50
const LONGEST_VALUE = 200
/** Characters of a query kept in the address: a server refuses longer ones (nine bytes a character, 16 KB a request). */
const LONGEST_ADDRESS = 1_000

/** Reads the state of the page from its address. Whatever an address says, a legal query comes out. */
export function parseState(search: string): SearchQuery {
  const params = new URLSearchParams(search)
  const query: SearchQuery = { text: params.get('q') ?? '' }
  const kinds = params.getAll('kind').filter((kind) => KINDS.includes(kind)) as HitKind[]
  if (kinds.length > 0) query.kinds = kinds
  const filters = FACETS.map((facet) => [facet, legalValues(params.getAll(facet))] as const)
  const active = filters.filter(([, values]) => values.length > 0)
  if (active.length > 0) query.filters = Object.fromEntries(active)
  const value = bounds(number(params.get('min')), number(params.get('max')), 'min', 'max')
  if (value) query.value = value
  const dates = bounds(day(params.get('from')), day(params.get('to')), 'from', 'to')
  if (dates) query.dates = dates
  const sort = params.get('sort')
  if (sort === 'date' || sort === 'spread') query.sort = sort
  if (params.get('expand') === '0') query.expand = false
  if (params.get('apart') === '1') query.apart = true
  if (params.get('meaning') === '0') query.meaning = false
  const without = legalValues(params.getAll('without'))
  if (without.length > 0) query.without = without
  const page = number(params.get('page'))
  if (page !== undefined && Number.isInteger(page) && page > 1 && page < 1e6) query.page = page
  return query
}

/** The address's search part for a state; empty for an empty one. */
export function formatState(query: SearchQuery): string {
  const params = new URLSearchParams()
  const set = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') params.append(name, String(value))
  }
  set('q', query.text.slice(0, LONGEST_ADDRESS).toWellFormed())
  for (const kind of query.kinds ?? []) set('kind', kind)
  for (const facet of FACETS) for (const value of query.filters?.[facet] ?? []) set(facet, value)
  set('min', query.value?.min)
  set('max', query.value?.max)
  set('from', query.dates?.from)
  set('to', query.dates?.to)
  if (query.sort !== 'relevance') set('sort', query.sort)
  if (query.expand === false) set('expand', 0)
  if (query.apart) set('apart', 1)
  if (query.meaning === false) set('meaning', 0)
  for (const term of query.without ?? []) set('without', term)
  if ((query.page ?? 1) > 1) set('page', query.page)
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** The same query with one value of a facet (or kind) switched on or off, from its first page. */
export function toggle(query: SearchQuery, facet: string, value: string): SearchQuery {
  const { page: _, ...rest } = query
  const flip = (values: string[]) =>
    values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
  if (facet === 'kind') return { ...rest, kinds: flip(rest.kinds ?? []) as HitKind[] }
  return { ...rest, filters: { ...rest.filters, [facet]: flip(rest.filters?.[facet] ?? []) } }
}

export const isEmpty = (query: SearchQuery): boolean => formatState(query) === ''

const legalValues = (values: string[]) =>
  [...new Set(values)].filter((value) => value !== '' && value.length <= LONGEST_VALUE).slice(0, MOST_VALUES)

function number(text: string | null): number | undefined {
  if (text === null || text.trim() === '') return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

const day = (text: string | null) =>
  text !== null && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? text : undefined

function bounds<T, A extends string, B extends string>(low: T | undefined, high: T | undefined, a: A, b: B) {
  if (low === undefined && high === undefined) return undefined
  return { ...(low === undefined ? {} : { [a]: low }), ...(high === undefined ? {} : { [b]: high }) } as {
    [K in A | B]?: T
  }
}
