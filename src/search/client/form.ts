import type { SearchQuery } from '../search.ts'
import { formatState, parseState } from './state.ts'

/** Fields of the form, named as in the address. */
const FIELDS = ['q', 'min', 'max', 'from', 'to', 'sort'] as const

/** Everything the form holds; what only the address holds (facets, removed translations) is taken from there. */
export function readForm(form: HTMLFormElement): SearchQuery {
  const { page: _page, value: _value, dates: _dates, sort: _sort, ...kept } = parseState(location.search)
  const params = new URLSearchParams()
  for (const [name, field] of fields(form)) params.set(name, field.value)
  return { ...kept, ...parseState(`?${params}`) }
}

/** Writes a state into the form; a field that has it already is left alone, with its cursor. */
export function fillForm(form: HTMLFormElement, query: SearchQuery): void {
  const values = new URLSearchParams(formatState(query))
  for (const [name, field] of fields(form)) {
    const value = name === 'q' ? query.text : (values.get(name) ?? (name === 'sort' ? 'relevance' : ''))
    if (field.value !== value) field.value = value
  }
}

function* fields(form: HTMLFormElement): Generator<[string, HTMLInputElement | HTMLSelectElement]> {
  for (const name of FIELDS) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) yield [name, field]
  }
}
