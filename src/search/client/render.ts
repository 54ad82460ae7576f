import type { Lang } from '../../core/model/lang.ts'
import { FACETS } from '../../core/publish/search-facets.ts'
import { formatDate } from '../../core/publish/view-format.ts'
import { HITS_PER_PAGE } from '../limits.ts'
import { noticeOf } from '../notice.ts'
import type { SearchHit, SearchQuery, SearchResult } from '../search.ts'
import { element, marked } from './dom.ts'
import { say } from './say.ts'
import { formatState } from './state.ts'
import type { StringKey, Strings } from './strings.ts'

/** What rendering needs to know besides the result. */
export interface View {
  lang: Lang
  strings: Strings
  /** Address of the edition: `/en/`. */
  base: string
  /** Names of sources, topics and entities. */
  labels: Partial<Record<string, Record<string, string>>>
}

/** Values of a facet shown before "show all". */
const FEW_VALUES = 8

/** The list of hits; empty for none. */
export function renderHits({ hits }: SearchResult, view: View): HTMLElement {
  return element('ol', { class: 'search-hits' }, ...hits.map((hit) => renderHit(hit, view)))
}

function renderHit(
  { kind, path, title, excerpt, lang, date, highlights }: SearchHit,
  { base, strings, lang: own }: View,
) {
  const isForeign = lang !== own
  const link = element('a', { href: base + path, class: 'search-hit-link' }, marked(title, highlights.title))
  if (kind === 'article' && isForeign) link.lang = lang
  const about = [
    strings[`kind.${kind}`],
    ...(kind === 'entity' || kind === 'source' ? [] : [strings[`lang.${lang}`]]),
    ...(date ? [formatDate(date, own, 'short')] : []),
  ]
  return element(
    'li',
    { class: 'search-hit' },
    element('h2', {}, link),
    excerpt === '' ? undefined : element('blockquote', { lang }, marked(excerpt, highlights.excerpt)),
    element('p', { class: 'search-about' }, about.join(' · ')),
  )
}

/** Sentences above the hits: how the query was read, and what else could be asked. Links change the address. */
export function renderNotes(query: SearchQuery, result: SearchResult, { strings }: View): HTMLElement[] {
  const notes: HTMLElement[] = []
  const notice = noticeOf(result)
  if (notice) notes.push(element('p', { class: 'search-note' }, strings[`notice.${notice}`]))
  if (result.suggestion) {
    const [before, after] = strings.suggestion.split('{word}')
    const link = stateLink({ ...query, text: result.suggestion, page: 1 }, result.suggestion)
    notes.push(element('p', { class: 'search-note' }, before, link, after))
  }
  for (const { term, added } of result.expansions) {
    const words = say(strings, 'expanded', { term, added: added.join(strings.comma) })
    const without = [...(query.without ?? []), term]
    const remove = stateLink({ ...query, without, page: 1 }, '×')
    remove.setAttribute('aria-label', say(strings, 'remove', { name: added.join(strings.comma) }))
    notes.push(element('p', { class: 'search-note search-expansion' }, words, ' ', remove))
  }
  if (result.isNarrow) {
    const link = stateLink({ ...query, apart: true, page: 1 }, strings.widen)
    notes.push(element('p', { class: 'search-note' }, link))
  }
  if (result.byMeaning) {
    const remove = stateLink({ ...query, meaning: false, page: 1 }, '×')
    remove.setAttribute('aria-label', say(strings, 'remove', { name: strings.meaning }))
    notes.push(element('p', { class: 'search-note search-expansion' }, strings.meaning, ' ', remove))
  }
  return notes
}

/** A link to another state of this page; the page takes its click. */
export function stateLink(query: SearchQuery, text: string): HTMLAnchorElement {
  return element('a', { href: formatState(query) || location.pathname, 'data-state': true }, text)
}

/** Number of results, for eyes and for screen readers alike. */
export function countText(total: number, { strings, lang }: View): string {
  if (total === 0) return strings.none
  const count = total.toLocaleString(lang)
  return say(strings, total === 1 ? 'count.one' : 'count.other', { count })
}

/** All facets that part the results, with counts; chosen values stay even at zero. */
export function renderFacets(query: SearchQuery, { facets }: SearchResult, view: View): HTMLElement[] {
  return ['kind', ...FACETS].flatMap((facet) => {
    const chosen = facet === 'kind' ? (query.kinds ?? []) : (query.filters?.[facet] ?? [])
    const counts = new Map(Object.entries(facets[facet] ?? {}))
    for (const value of chosen) if (!counts.has(value)) counts.set(value, 0)
    if (counts.size < 2 && chosen.length === 0) return []
    const items = [...counts].map(([value, count]) =>
      renderValue(facet, value, count, chosen.includes(value), view),
    )
    return [renderFacet(facet, items, chosen.length > 0, view)]
  })
}

function renderFacet(facet: string, items: HTMLElement[], isChosen: boolean, { strings }: View): HTMLElement {
  const isOpen = isChosen || facet === 'kind' || facet === 'lang'
  const list = element('ul', {}, ...items.slice(0, FEW_VALUES))
  const rest = items.slice(FEW_VALUES)
  const more = element(
    'button',
    { type: 'button', class: 'search-more' },
    say(strings, 'more', { count: items.length }),
  )
  more.addEventListener('click', () => {
    list.append(...rest)
    more.remove()
    rest[0]!.querySelector('input')!.focus()
  })
  return element(
    'details',
    { open: isOpen, 'data-facet': facet },
    element('summary', {}, strings[facet as StringKey]),
    list,
    rest.length > 0 ? more : undefined,
  )
}

function renderValue(facet: string, value: string, count: number, isOn: boolean, view: View) {
  const box = element('input', { type: 'checkbox', 'data-value': value })
  box.checked = isOn
  const name = element('span', { class: 'search-value' }, valueName(facet, value, view))
  const number = element('span', { class: 'search-count' }, count.toLocaleString(view.lang))
  return element('li', {}, element('label', {}, box, name, number))
}

function valueName(facet: string, value: string, { labels, strings, lang }: View): string {
  const known = labels[facet]?.[value] ?? (strings as Record<string, string>)[`${facet}.${value}`]
  if (known !== undefined) return known
  if (facet === 'region' && /^[A-Z]{2}$/.test(value))
    return new Intl.DisplayNames(lang, { type: 'region' }).of(value) ?? value
  return value
}

/** Links to the pages before and after; nothing where all fits on one. */
export function renderPager(
  query: SearchQuery,
  { total }: SearchResult,
  { strings }: View,
): HTMLElement | undefined {
  const last = Math.ceil(total / (query.perPage ?? HITS_PER_PAGE))
  const page = Math.min(query.page ?? 1, last)
  if (last < 2) return undefined
  return element(
    'nav',
    { class: 'search-pager', 'aria-label': say(strings, 'page', { page, last }) },
    page > 1 ? stateLink({ ...query, page: page - 1 }, strings.previous) : undefined,
    element('span', {}, say(strings, 'page', { page, last })),
    page < last ? stateLink({ ...query, page: page + 1 }, strings.next) : undefined,
  )
}

/** What to do when nothing was found or the search failed. */
export function renderHelp(message: string, { base, strings }: View, retry?: () => void): HTMLElement {
  const again = element('button', { type: 'button', class: 'search-retry' }, strings.retry)
  if (retry) again.addEventListener('click', retry)
  const places = (['findings', 'articles', 'topics', 'sources'] as const).map((place) =>
    element('li', {}, element('a', { href: `${base}${place}/` }, strings[place])),
  )
  return element(
    'div',
    { class: 'search-help' },
    element('p', {}, message),
    retry ? again : undefined,
    element('p', {}, strings.browse),
    element('ul', { class: 'search-places' }, ...places),
  )
}
