import type { Lang } from '../core/model/lang.ts'
import { type Expansion, expand, type FlatGroup } from './expand.ts'
import { activeFilters, type Facts, filterAndCount, wantsFigures } from './facets.ts'
import { type Found, findMatches } from './find.ts'
import { buildNeedles, highlight, type Needles } from './highlight.ts'
import { IndexReader } from './index-reader.ts'
import { HITS_PER_PAGE, MOST_PER_PAGE } from './limits.ts'
import { Matcher } from './matcher.ts'
import { orderAndLimit } from './order.ts'
import { parseQuery } from './query.ts'
import type { SearchEngine, SearchHit, SearchQuery, SearchResult } from './search.ts'
import { type ReadFile, SearchError, type StoredDocument } from './static-files.ts'

/**
 * Search over files that lie beside the site: no server, and a query reads only the files of its own terms. `edition` is the
 * language of titles that have one in each.
 */
export class StaticSearch implements SearchEngine {
  readonly #read: ReadFile
  readonly #edition: Lang
  #reader: Promise<IndexReader> | undefined

  constructor(read: ReadFile, edition: Lang) {
    this.#read = read
    this.#edition = edition
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    const reader = await this.#open()
    try {
      return await this.#searchIn(reader, query)
    } catch (error) {
      if (!(error instanceof SearchError) || error.code === 'index-unreachable') throw error
      // The site may have been published anew since the page was opened: then its manifest names other files.
      this.#reader = undefined
      const fresh = await this.#open()
      if (fresh.manifest.build === reader.manifest.build) throw error
      return await this.#searchIn(fresh, query)
    }
  }

  /** Names of facet values in this edition. */
  async labels(): Promise<Partial<Record<string, Record<string, string>>>> {
    return (await this.#open()).labels(this.#edition)
  }

  /** Other forms of a word, for an engine that has none of its own. */
  async forms(word: string): Promise<string[]> {
    return (await this.#open()).forms(word)
  }

  /** The glossary, for an engine that has none of its own. */
  async groups(): Promise<FlatGroup[]> {
    return (await this.#open()).groups(this.#edition)
  }

  #open(): Promise<IndexReader> {
    this.#reader ??= IndexReader.open(this.#read)
    this.#reader.catch(() => {
      this.#reader = undefined
    })
    return this.#reader
  }

  async #searchIn(reader: IndexReader, query: SearchQuery): Promise<SearchResult> {
    const parsed = parseQuery(query.text)
    const hasText = parsed.free.length + parsed.exact.length > 0
    const active = activeFilters(query)
    const isBrowsing = !hasText && query.text.trim() === '' && (active.size > 0 || hasBounds(query))
    if (!hasText && !isBrowsing) return nothing(query)
    const [facts, groups] = await Promise.all([reader.facts(), hasText ? reader.groups(this.#edition) : []])
    const expanded = expand(parsed.free, groups, {
      isExpanded: query.expand !== false && parsed.exact.length === 0,
      without: query.without ?? [],
      typed: query.text,
    })
    const matcher = new Matcher(reader, facts)
    const found = hasText
      ? await findMatches({
          matcher,
          reader,
          typed: query.text,
          isApart: query.apart === true,
          isFiltered: active.size > 0 || hasBounds(query),
          parsed,
          variants: expanded.variants,
        })
      : { matches: new Map(facts.tokens.entries().map(([document]) => [document, 1])), flats: [] }
    const result = await this.#finish(reader, facts, query, found, expanded.expansions, active)
    const isHeld = result.total === 0 && found.isRow === true && active.size === 0 && !hasBounds(query)
    if (!isHeld) return result
    // The words stand in a row in figures alone, which are shown by their findings: whatever has them apart is shown.
    const wider = await this.#searchIn(reader, { ...query, apart: true })
    return wider.total > 0 ? { ...wider, notice: 'apart' } : wider
  }

  async #finish(
    reader: IndexReader,
    facts: Facts,
    query: SearchQuery,
    found: Found,
    expansions: Expansion[],
    active: Map<string, Set<string>>,
  ): Promise<SearchResult> {
    const needsNumbers =
      hasBounds(query) || (query.sort ?? 'relevance') !== 'relevance' || found.flats.length === 0
    const numbers = needsNumbers ? await reader.numbers() : undefined
    const candidates = [...found.matches.keys()].filter((document) => !isHidden(document, facts, query))
    const bounded = orderAndLimit(candidates, found.matches, query, facts, numbers)
    const { kept, facets } = filterAndCount(bounded, facts, active)
    const perPage = clamp(query.perPage, HITS_PER_PAGE, MOST_PER_PAGE)
    const start = (clamp(query.page, 1, Number.MAX_SAFE_INTEGER) - 1) * perPage
    const shown = kept.slice(start, start + perPage)
    const stored = await reader.stored(shown)
    const needles = buildNeedles(found.flats)
    const kinds = facts.columns.get('kind')!
    const hits = shown.map((document, at) => {
      const kind = kinds.values[kinds.ids[document]!] as SearchHit['kind']
      return buildHit(stored[at]!, kind, found.matches.get(document)!, needles, this.#edition)
    })
    const { notice, suggestion, isRow } = found
    const isNarrow = isRow === true && kept.length < HITS_PER_PAGE
    return {
      hits,
      total: kept.length,
      facets,
      expansions: found.isPlenty ? [] : expansions,
      ...(isNarrow ? { isNarrow } : {}),
      ...(suggestion === undefined ? {} : { suggestion }),
      engine: 'static',
      ...(notice === undefined ? {} : { notice }),
    }
  }
}

const nothing = ({ text }: SearchQuery): SearchResult => ({
  hits: [],
  total: 0,
  facets: {},
  expansions: [],
  engine: 'static',
  ...(text.trim() === '' ? {} : { notice: 'nothing' as const }),
})

/** Figures stand behind their finding, unless the reader asks for figures or looks at one value. */
const isHidden = (document: number, facts: Facts, query: SearchQuery) =>
  facts.isMember[document] === 1 && !wantsFigures(query)

const hasBounds = ({ value, dates }: SearchQuery) =>
  [value?.min, value?.max, dates?.from, dates?.to].some((bound) => bound !== undefined)

const clamp = (value: number | undefined, fallback: number, most: number) =>
  value !== undefined && value >= 1 ? Math.min(Math.floor(value), most) : fallback

const EDITION_ORDER: Record<Lang, number> = { en: 0, 'zh-Hans': 1, 'zh-Hant': 2 }

function buildHit(
  stored: StoredDocument,
  kind: SearchHit['kind'],
  score: number,
  needles: Needles,
  edition: Lang,
): SearchHit {
  const title = stored.n?.[EDITION_ORDER[edition]] ?? stored.t
  return {
    id: stored.i,
    kind,
    path: stored.p,
    title,
    excerpt: stored.e,
    lang: stored.l as Lang,
    ...(stored.d ? { date: stored.d } : {}),
    highlights: { title: highlight(title, needles), excerpt: highlight(stored.e, needles) },
    score: Math.round(score * 1000) / 1000,
  }
}
