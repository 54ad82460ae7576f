import type { Lang } from '../../core/model/lang.ts'
import { embedByFetch } from '../embed.ts'
import { withFallback } from '../fallback.ts'
import type { SearchEngine, SearchQuery, SearchResult } from '../search.ts'
import { StaticSearch } from '../static.ts'
import { readByFetch, SearchError } from '../static-files.ts'
import { fillForm, readForm } from './form.ts'
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

/** Brings the search page to life. `root` has the markup of `Search.astro`; its data attributes say where everything is. */
export function mountSearch(root: HTMLElement): void {
  new SearchPage(root).start()
}

/** The page between its address, which is its whole state, and the engine. */
class SearchPage {
  readonly #root: HTMLElement
  readonly #view: View
  readonly #files: StaticSearch
  readonly #engine: Promise<SearchEngine>
  readonly #input: HTMLInputElement
  readonly #form: HTMLFormElement
  #isLabelled = false
  /** Number of questions asked: an answer that a later question overtook is dropped. */
  #asked = 0
  /** While a word is being composed (pinyin, zhuyin), the field holds letters that nobody means to search for. */
  #isComposing = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(root: HTMLElement) {
    const lang = root.dataset['lang'] as Lang
    const strings = JSON.parse(root.dataset['strings']!) as Strings
    this.#root = root
    this.#view = { lang, strings, base: root.dataset['base']!, labels: {} }
    this.#files = new StaticSearch(readByFetch(root.dataset['index']!), lang)
    this.#engine = openEngine(this.#files, root.dataset, lang)
    this.#input = this.#part<HTMLInputElement>('input')
    this.#form = this.#part<HTMLFormElement>('form')
  }

  start(): void {
    this.#listenToTyping()
    this.#listenToChoices()
    this.#part<HTMLDetailsElement>('facetbox').open = matchMedia('(min-width: 60rem)').matches
    window.addEventListener('popstate', () => this.#restore())
    listenToKeys(this.#root, this.#input, () => this.#isComposing)
    this.#restore()
  }

  #listenToTyping(): void {
    const typed = () => {
      this.#part('clear').hidden = this.#input.value === ''
      clearTimeout(this.#timer)
      if (!this.#isComposing) this.#timer = setTimeout(() => this.#go(readForm(this.#form), false), TYPING_MS)
    }
    this.#input.addEventListener('compositionstart', () => {
      this.#isComposing = true
      clearTimeout(this.#timer)
    })
    this.#input.addEventListener('compositionend', () => {
      this.#isComposing = false
      typed()
    })
    this.#input.addEventListener('input', typed)
    this.#part('clear').addEventListener('click', () => {
      this.#input.value = ''
      this.#go(readForm(this.#form), true)
      this.#input.focus()
    })
  }

  #listenToChoices(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      if (!this.#isComposing) this.#go(readForm(this.#form), true)
    })
    this.#form.addEventListener('change', (event) => {
      if (event.target !== this.#input) this.#go(readForm(this.#form), true)
    })
    this.#part('reset').addEventListener('click', () => this.#go({ text: this.#input.value }, true))
    this.#part('facets').addEventListener('change', ({ target }) => {
      const box = target as HTMLInputElement
      const facet = box.closest('details')!.dataset['facet']!
      this.#go(toggle(parseState(location.search), facet, box.dataset['value']!), true)
    })
    this.#root.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-state]')
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      this.#go(parseState(new URL(link.href).search), true)
      this.#input.scrollIntoView({ block: 'nearest' })
    })
  }

  /** Goes to a state: typing replaces the address, a decision adds to the history. */
  #go(query: SearchQuery, isDecision: boolean): void {
    clearTimeout(this.#timer)
    const address = formatState(query) || location.pathname
    const isSame = formatState(query) === location.search
    if (!isSame && isDecision) history.pushState(null, '', address)
    else if (!isSame) history.replaceState(null, '', address)
    this.#show(query)
  }

  #restore(): void {
    this.#show(parseState(location.search))
  }

  #show(query: SearchQuery): void {
    fillForm(this.#form, query)
    this.#part('clear').hidden = this.#input.value === ''
    void this.#ask(query)
  }

  /** Asks for a state and renders the answer. */
  async #ask(query: SearchQuery): Promise<void> {
    const turn = ++this.#asked
    const waiting = setTimeout(() => this.#say(this.#view.strings.loading), 400)
    try {
      const result = isEmpty(query) ? undefined : await (await this.#engine).search(query)
      if (result && !this.#isLabelled) this.#view.labels = await this.#files.labels()
      this.#isLabelled ||= result !== undefined
      if (turn === this.#asked) this.#render(query, result)
    } catch (error) {
      console.error(error)
      if (turn === this.#asked) this.#fail(query, error)
    } finally {
      clearTimeout(waiting)
      this.#root.toggleAttribute('data-ready', turn === this.#asked)
    }
  }

  /** No result is the page before any question. */
  #render(query: SearchQuery, result: SearchResult | undefined): void {
    const { strings } = this.#view
    this.#part('help').replaceChildren()
    this.#part('hint').hidden = result !== undefined
    this.#part('side').hidden = result === undefined
    this.#part('notes').replaceChildren(...(result ? renderNotes(query, result, this.#view) : []))
    this.#part('hits').replaceChildren(...(result ? [renderHits(result, this.#view)] : []))
    this.#part('pager').replaceChildren(...(result ? [renderPager(query, result, this.#view) ?? ''] : []))
    this.#say(result ? countText(result.total, this.#view) : '')
    if (!result) return
    replaceFacets(this.#part('facets'), renderFacets(query, result, this.#view))
    this.#part('reset').hidden = formatState({ text: query.text }) === formatState({ ...query, page: 1 })
    if (result.total === 0) this.#part('help').replaceChildren(renderHelp(strings.noneHelp, this.#view))
  }

  #fail(query: SearchQuery, error: unknown): void {
    const { strings } = this.#view
    const message = error instanceof SearchError ? strings[`error.${error.code}`] : strings['error.other']
    for (const name of ['hits', 'pager', 'notes']) this.#part(name).replaceChildren()
    this.#part('help').replaceChildren(renderHelp(message, this.#view, () => void this.#ask(query)))
    this.#say(message)
  }

  /** The line that screen readers announce; the same text twice would not be announced. */
  #say(text: string): void {
    const status = this.#part('status')
    if (status.textContent !== text) status.textContent = text
  }

  #part<T extends HTMLElement>(name: string): T {
    return this.#root.querySelector<T>(`[data-part="${name}"]`)!
  }
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
  const {
    serverUrl: url,
    serverKey: key = '',
    serverIndex: index,
    serverEmbedder: name,
    serverEmbedUrl: embedUrl,
  } = data
  if (!url || !index) return files
  const { MeilisearchSearch } = await import('../meilisearch.ts')
  const groups = () => files.groups()
  const forms = (word: string) => files.forms(word)
  const embedder = name ? { name, ...(embedUrl ? { embed: embedByFetch(embedUrl) } : {}) } : undefined
  const server = new MeilisearchSearch({
    url,
    key,
    index,
    edition: lang,
    groups,
    forms,
    ...(embedder ? { embedder } : {}),
  })
  const report = (error: unknown) =>
    console.warn('the search server did not answer; the static index does:', error)
  return withFallback(server, files, () => performance.now(), report)
}
