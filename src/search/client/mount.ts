import type { Lang } from '../../core/model/lang.ts'
import { withFallback } from '../fallback.ts'
import type { SearchEngine, SearchQuery, SearchResult } from '../search.ts'
import { StaticSearch } from '../static.ts'
import { readByFetch, SearchError } from '../static-files.ts'
import { listenToKeys } from './keys.ts'
import {
  countText,
  renderFacets,
  renderHelp,
  renderHits,
  renderNotes,
  renderPager,
  type View,
} from './render.ts'
import { formatState, isEmpty, parseState, toggle } from './state.ts'
import type { Strings } from './strings.ts'

/** Pause in typing before a query is asked. */
const TYPING_MS = 160

/** A Meilisearch server that the site was built for; the key may only search. */
export interface ServerOptions {
  url: string
  key: string
  index: string
}

/** Brings the search page to life. `root` has the markup of `Search.astro`; its data attributes say where everything is. */
export function mountSearch(root: HTMLElement): void {
  const lang = root.dataset['lang'] as Lang
  const strings = JSON.parse(root.dataset['strings']!) as Strings
  const view: View = { lang, strings, base: root.dataset['base']!, labels: {} }
  const files = new StaticSearch(readByFetch(root.dataset['index']!), lang)
  const engine = openEngine(files, root.dataset, lang)
  const part = <T extends HTMLElement>(name: string) => root.querySelector<T>(`[data-part="${name}"]`)!
  const input = part<HTMLInputElement>('input')
  const form = part<HTMLFormElement>('form')
  const status = part('status')
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let labelled = false

  /** Asks for a state and shows the answer, unless a later question overtook it. */
  async function ask(query: SearchQuery): Promise<void> {
    const turn = ++asked
    if (isEmpty(query)) {
      show(query, undefined)
      root.toggleAttribute('data-ready', true)
      return
    }
    const waiting = setTimeout(() => say(strings.loading), 400)
    try {
      const result = await (await engine).search(query)
      if (!labelled) view.labels = await files.labels()
      labelled = true
      if (turn === asked) show(query, result)
    } catch (error) {
      console.error(error)
      if (turn === asked) fail(query, error)
    } finally {
      clearTimeout(waiting)
      root.toggleAttribute('data-ready', turn === asked)
    }
  }

  function show(query: SearchQuery, result: SearchResult | undefined): void {
    part('help').replaceChildren()
    part('hint').hidden = result !== undefined
    part('side').hidden = result === undefined
    part('notes').replaceChildren(...(result ? renderNotes(query, result, view) : []))
    part('hits').replaceChildren(...(result ? [renderHits(result, view)] : []))
    part('pager').replaceChildren(...(result ? [renderPager(query, result, view) ?? ''] : []))
    say(result ? countText(result.total, view) : '')
    if (!result) return
    replaceFacets(part('facets'), renderFacets(query, result, view))
    part('reset').hidden = formatState({ text: query.text }) === formatState({ ...query, page: 1 })
    if (result.total === 0) part('help').replaceChildren(renderHelp(strings.noneHelp, view))
  }

  function fail(query: SearchQuery, error: unknown): void {
    const message = error instanceof SearchError ? strings[`error.${error.code}`] : strings['error.other']
    part('hits').replaceChildren()
    part('pager').replaceChildren()
    part('notes').replaceChildren()
    part('help').replaceChildren(renderHelp(message, view, () => void ask(query)))
    say(message)
  }

  /** The line that screen readers announce; the same text twice would not be announced. */
  function say(text: string): void {
    if (status.textContent !== text) status.textContent = text
  }

  /** Everything the form holds. Facets live in the address alone. */
  function readForm(): SearchQuery {
    const { page: _page, value: _value, dates: _dates, sort: _sort, ...kept } = parseState(location.search)
    const params = new URLSearchParams()
    for (const name of ['q', 'min', 'max', 'from', 'to', 'sort']) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        params.set(name, field.value)
    }
    return { ...kept, ...parseState(`?${params}`) }
  }

  function fillForm(query: SearchQuery): void {
    const values = new URLSearchParams(formatState(query))
    for (const name of ['q', 'min', 'max', 'from', 'to', 'sort']) {
      const field = form.elements.namedItem(name)
      const value = values.get(name) ?? (name === 'sort' ? 'relevance' : '')
      if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue
      if (field.value !== value) field.value = value
    }
    part('clear').hidden = input.value === ''
  }

  /** Goes to a state: typing replaces the address, a decision adds to the history. */
  function go(query: SearchQuery, isDecision: boolean): void {
    clearTimeout(timer)
    const address = formatState(query) || location.pathname
    const isSame = formatState(query) === location.search
    if (!isSame && isDecision) history.pushState(null, '', address)
    else if (!isSame) history.replaceState(null, '', address)
    fillForm(query)
    void ask(query)
  }

  function restore(): void {
    const query = parseState(location.search)
    fillForm(query)
    void ask(query)
  }

  // While a word is being composed (pinyin, zhuyin), the field holds letters that nobody means to search for.
  let isComposing = false
  const typed = () => {
    part('clear').hidden = input.value === ''
    clearTimeout(timer)
    if (!isComposing) timer = setTimeout(() => go(readForm(), false), TYPING_MS)
  }
  input.addEventListener('compositionstart', () => {
    isComposing = true
    clearTimeout(timer)
  })
  input.addEventListener('compositionend', () => {
    isComposing = false
    typed()
  })
  input.addEventListener('input', typed)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!isComposing) go(readForm(), true)
  })
  form.addEventListener('change', (event) => {
    if (event.target !== input) go(readForm(), true)
  })
  part('clear').addEventListener('click', () => {
    input.value = ''
    go(readForm(), true)
    input.focus()
  })
  part('reset').addEventListener('click', () => go({ text: input.value }, true))
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-state]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    go(parseState(new URL(link.href).search), true)
    input.scrollIntoView({ block: 'nearest' })
  })
  part('facets').addEventListener('change', ({ target }) => {
    const box = target as HTMLInputElement
    const facet = box.closest('details')!.dataset['facet']!
    go(toggle(parseState(location.search), facet, box.dataset['value']!), true)
  })
  window.addEventListener('popstate', restore)
  listenToKeys(root, input, () => isComposing)
  restore()
}

/** Facets are drawn anew with every answer; those that a reader opened stay open, and the focus stays on its value. */
function replaceFacets(place: HTMLElement, facets: HTMLElement[]): void {
  const groups = () => [...place.querySelectorAll('details')]
  const wasOpen = new Map(groups().map((group) => [group.dataset['facet'], group.open]))
  const focused = place.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined
  const [facet, value] = [focused?.closest('details')?.dataset['facet'], focused?.dataset['value']]
  place.replaceChildren(...facets)
  for (const group of groups()) group.open = wasOpen.get(group.dataset['facet']) ?? group.open
  const same = groups().find((group) => group.dataset['facet'] === facet)
  for (const box of same?.querySelectorAll('input') ?? []) if (box.dataset['value'] === value) box.focus()
}

/** The server first where the site was built for one; its code is loaded only then. */
async function openEngine(files: StaticSearch, data: DOMStringMap, lang: Lang): Promise<SearchEngine> {
  const { serverUrl: url, serverKey: key, serverIndex: index } = data
  if (!url || !index) return files
  const { MeilisearchSearch } = await import('../meilisearch.ts')
  const groups = () => files.groups()
  const server = new MeilisearchSearch({ url, key: key ?? '', index, edition: lang, groups })
  const report = (error: unknown) =>
    console.warn('the search server did not answer; the static index does:', error)
  return withFallback(server, files, () => performance.now(), report)
}
