import type { Lang } from '../core/model/lang.ts'
import { type Expansion, expand, type FlatGroup, type Variant } from './expand.ts'
import { activeFilters, type Facts, filterAndCount, wantsFigures } from './facets.ts'
import { buildExactPhrase, buildPhrases, type FlatText, isWord, itemsOf } from './flat.ts'
import { buildNeedles, highlight, type Needles } from './highlight.ts'
import { IndexReader } from './index-reader.ts'
import { HITS_PER_PAGE, MOST_PER_PAGE } from './limits.ts'
import { type Alternative, Matcher } from './matcher.ts'
import { orderAndLimit } from './order.ts'
import type { Matches } from './postings.ts'
import { type ParsedQuery, parseQuery } from './query.ts'
import type { SearchEngine, SearchHit, SearchNotice, SearchQuery, SearchResult } from './search.ts'
import { type ReadFile, SearchError, type StoredDocument } from './static-files.ts'
import { completeWord, suggestWord } from './suggest.ts'

/** What matched, before filters and pages. */
interface Found {
  matches: Matches
  /** Flat texts to highlight. */
  flats: FlatText[]
  notice?: SearchNotice
  suggestion?: string
}

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
      ? await findMatches(matcher, reader, query, parsed, expanded.variants)
      : { matches: new Map(facts.tokens.entries().map(([document]) => [document, 1])), flats: [] }
    return this.#finish(reader, facts, query, found, expanded.expansions, active)
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
    const { notice, suggestion } = found
    return {
      hits,
      total: kept.length,
      facets,
      expansions,
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

/** The steps from the exact to the loose; each is taken only when the one before found nothing. */
async function findMatches(
  matcher: Matcher,
  reader: IndexReader,
  query: SearchQuery,
  parsed: ParsedQuery,
  variants: Variant[],
): Promise<Found> {
  const exact = parsed.exact.map((readings) =>
    readings.map((flat) => alternative([buildExactPhrase(flat)], 1)),
  )
  const excluded = parsed.excluded.map((flat) => buildExactPhrase(flat))
  const flats = [...variants.map(({ flat }) => flat), ...parsed.exact.flat()]
  const look = (ways: Variant[], isApart: boolean) =>
    matcher.findAll([...exact, ...clause(ways, isApart)], excluded)
  const notice = parsed.isCut ? { notice: 'cut' as const } : {}

  // A pasted text is looked for by a sample of its terms; asking for all of them would read half the index.
  if (matcher.isLong(parsed.free)) {
    for (const { flat } of variants.slice(0, MOST_PASTED)) {
      const matches = await matcher.findMost(flat, LONG_SHARE)
      if (matches.size > 0) return { matches, flats, ...notice }
    }
    return { matches: await matcher.findMost(parsed.free[0]!, LOOSE_SHARE), flats, notice: 'partly' }
  }
  const inRow = await look(variants, false)
  if (inRow.size > 0 && (await hasTyped(matcher, variants, exact)))
    return { matches: inRow, flats, ...notice }
  const apart = await look(variants, true)
  if (apart.size > 0) {
    const isApart = variants.some(({ flat, weight }) => weight === 1 && buildPhrases(flat, true).length > 1)
    return { matches: apart, flats, ...(isApart ? { notice: 'apart' as const } : {}), ...notice }
  }
  if (parsed.free.length > 0) {
    const other = await findOtherWords(matcher, reader, query.text, parsed, look)
    if (other) return other
  }
  const matches = await matcher.findMost(
    [...parsed.free.slice(0, 1), ...parsed.exact.map(([flat]) => flat!)].join(' '),
    LOOSE_SHARE,
  )
  const { suggestion } = await correct(matcher, reader, parsed.free[0] ?? '', query.text)
  return { matches, flats, notice: 'partly', ...(suggestion === undefined ? {} : { suggestion }) }
}

/** Ways to say a pasted text that are tried: as it is, and in the other region's words. */
const MOST_PASTED = 3
/** Share of a long pasted text's terms, weighed by rarity, that a document must have; the rest may be typed otherwise there. */
const LONG_SHARE = 0.75
/** The same when nothing has all of a query: half is a near miss, less is noise. */
const LOOSE_SHARE = 0.5

const alternative = (phrases: Alternative['phrases'], weight: number): Alternative => ({ phrases, weight })

function clause(variants: Variant[], isApart: boolean): Alternative[][] {
  const ways = variants
    .map(({ flat, weight }) => alternative(buildPhrases(flat, isApart), weight))
    .filter(({ phrases }) => phrases.length > 0 && phrases.some(({ keys }) => keys.length > 0))
  return ways.length > 0 ? [ways] : []
}

/** Whether the words as typed are in a row anywhere, and not only their translations. */
async function hasTyped(matcher: Matcher, variants: Variant[], exact: Alternative[][]): Promise<boolean> {
  const typed = variants.filter(({ weight }) => weight === 1)
  const isOneWay = typed.every(({ flat }) => buildPhrases(flat, true).length === buildPhrases(flat).length)
  return isOneWay || (await matcher.findAll([...exact, ...clause(typed, false)], [])).size > 0
}

type Look = (ways: Variant[], isApart: boolean) => Promise<Matches>

/** Completes an unfinished last word, else corrects words that the index does not have. */
async function findOtherWords(
  matcher: Matcher,
  reader: IndexReader,
  typed: string,
  parsed: ParsedQuery,
  look: Look,
): Promise<Found | undefined> {
  const flat = parsed.free[0]!
  const corrected = await correct(matcher, reader, flat, typed)
  if (parsed.isOpen) {
    const completed = await complete(reader, flat)
    const ways = completed.map((text): Variant => ({ flat: text, weight: 1 }))
    const matches = ways.length > 0 ? await look(ways, true) : new Map<number, number>()
    if (matches.size > 0) return { matches, flats: completed, notice: 'unfinished' }
  }
  if (corrected.suggestion === undefined) return undefined
  const matches = await look([{ flat: corrected.flat, weight: 1 }], true)
  if (matches.size === 0) return undefined
  return { matches, flats: [corrected.flat], notice: 'corrected', suggestion: corrected.suggestion }
}

/** How many words an unfinished one may become. */
const MOST_COMPLETIONS = 5

async function complete(reader: IndexReader, flat: FlatText): Promise<FlatText[]> {
  const last = itemsOf(flat).at(-1)!
  if (!/^[a-z]{2,}$/.test(last)) return []
  const words = completeWord(last, await reader.words(last[0]!), MOST_COMPLETIONS)
  return words.map((word) => flat.slice(0, flat.length - last.length) + word)
}

/** Replaces Latin words that no document has by their likeliest spelling, in the flat text and in what was typed. */
async function correct(matcher: Matcher, reader: IndexReader, flat: FlatText, typed: string) {
  let suggestion: string | undefined
  let corrected = flat
  for (const item of new Set(itemsOf(flat).filter((word) => isWord(word) && /^[a-z]{4,}$/.test(word)))) {
    if (await matcher.hasWord(item)) continue
    // A slip in the first letter is most often a swap with the second.
    const lists = await Promise.all(
      [...new Set([item[0]!, item[1]!])].map((initial) => reader.words(initial)),
    )
    const better = suggestWord(item, lists.flat())
    if (better === undefined) continue
    corrected = itemsOf(corrected)
      .map((word) => (word === item ? better : word))
      .join(' ')
    suggestion = (suggestion ?? typed).replace(new RegExp(`\\b${item}\\b`, 'i'), better)
  }
  return { flat: corrected, ...(suggestion === undefined ? {} : { suggestion }) }
}

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
    highlights: { title: highlight(title, needles), excerpt: highlight(stored.e, needles) },
    score: Math.round(score * 1000) / 1000,
  }
}
