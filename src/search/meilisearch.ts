import type { Lang, Names } from '../core/model/lang.ts'
import { FACETS } from '../core/publish/search-facets.ts'
import { expand, type FlatGroup, type Variant } from './expand.ts'
import { activeFilters } from './facets.ts'
import { type FormsOf, formVariants } from './forms.ts'
import { buildNeedles, highlight } from './highlight.ts'
import { HITS_PER_PAGE, MOST_PER_PAGE } from './limits.ts'
import { type ServerAddress, ServerError, sendQueries } from './meilisearch-client.ts'
import { buildServerFilter } from './meilisearch-filter.ts'
import { buildNear, byMeaning, type QueryEmbedder, wantsMeaning } from './meilisearch-meaning.ts'
import { buildPieces, type PieceHits, rankByPieces } from './meilisearch-nearest.ts'
import { type Asked, buildAsked, planSteps, withJoined } from './meilisearch-steps.ts'
import { type ParsedQuery, parseQuery } from './query.ts'
import type { SearchEngine, SearchHit, SearchNotice, SearchQuery, SearchResult } from './search.ts'

/** Attributes by which results are filtered and counted. */
const COUNTED = ['kind', ...FACETS]

/** Where to ask, and with what. */
export interface MeilisearchOptions extends ServerAddress {
  index: string
  /** Language of titles that have one in each. */
  edition: Lang
  /** The glossary; the server has none of it, so that what it adds can be shown and removed. */
  groups: () => Promise<FlatGroup[]>
  /** Other forms of English words; the server knows no grammar. None when absent. */
  forms?: FormsOf
  /** The index's embedder; `embed` gives the vector of a query where the server cannot make it itself. None by default. */
  embedder?: QueryEmbedder
  /** Hears why search by meaning failed; the results by words stand. */
  report?: (error: unknown) => void
}

/** What the index shows of a document; see `buildServerDocument`. */
interface ServerHit {
  id: string
  kind: SearchHit['kind']
  path: string
  language: Lang
  title: string
  titles?: Names
  excerpt: string
  date?: string
  _rankingScore?: number
  _federation?: { weightedRankingScore: number }
}

interface ServerAnswer {
  hits: ServerHit[]
  estimatedTotalHits: number
  facetDistribution?: Record<string, Record<string, number>>
}

/** What a step found, and how it was asked. */
interface Answered {
  answer: ServerAnswer
  asked: Asked[]
  ways: Variant[]
  isNarrow?: boolean
  notice?: SearchNotice
}

/** Search by a Meilisearch server: the same queries, documents and results as the static index. */
export class MeilisearchSearch implements SearchEngine {
  readonly #options: MeilisearchOptions

  constructor(options: MeilisearchOptions) {
    this.#options = options
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    const parsed = parseQuery(query.text)
    const hasText = parsed.free.length + parsed.exact.length > 0
    if (!hasText && (query.text.trim() !== '' || buildServerFilter(query) === '')) return empty(query.text)
    const expanded = expand(parsed.free, hasText ? await this.#options.groups() : [], {
      isExpanded: query.expand !== false && parsed.exact.length === 0,
      without: query.without ?? [],
      typed: query.text,
    })
    const hasFree = hasText && parsed.free.length > 0
    const variants = hasFree ? expanded.variants.flatMap(withJoined) : [{ flat: '', weight: 1 }]
    const found = await this.#ask(query, parsed, variants)
    const wider = hasFree && wantsMeaning(query, parsed) ? await this.#addMeaning(query, found) : undefined
    const { answer, asked, ways, notice, isNarrow }: Answered = { ...found, ...wider }
    const facets = await this.#countOtherwise(query, asked, answer.facetDistribution ?? {})
    const needles = buildNeedles([...ways.map(({ flat }) => flat), ...parsed.exact.flat()])
    const hits = answer.hits.map((hit) => this.#buildHit(hit, needles))
    const said = parsed.isCut ? 'cut' : notice
    return {
      hits,
      total: answer.estimatedTotalHits,
      facets: withoutEmpty(facets),
      expansions: expanded.expansions,
      engine: 'meilisearch',
      ...(isNarrow ? { isNarrow } : {}),
      ...(wider ? { byMeaning: true } : {}),
      ...(said ? { notice: said } : {}),
    }
  }

  /** The steps from the exact to the loose, as the static index takes them (find.ts); typos are the server's own matter. */
  async #ask(query: SearchQuery, parsed: ParsedQuery, variants: Variant[]) {
    const forms = await formVariants(parsed.free[0] ?? '', this.#options.forms ?? (async () => []))
    let last: Answered | undefined
    const steps = planSteps(parsed, variants, forms, query.apart === true)
    for (const { ways, typed, isApart, also = [], isRow, notice } of steps) {
      const asked = [...buildAsked(also, parsed, true), ...buildAsked(ways, parsed, isApart)]
      const answer = await this.#post(query, asked, buildServerFilter(query), pageOf(query))
      const isNarrow = isRow && answer.estimatedTotalHits < HITS_PER_PAGE && query.apart !== true
      last = { answer, asked, ways, ...(isNarrow ? { isNarrow } : {}), ...(notice ? { notice } : {}) }
      // Filters do not decide how a query is read: what is there but filtered out was found.
      if (answer.estimatedTotalHits === 0 && !(await this.#hasAny(query, asked))) continue
      const isTyped = typed.length === 0 || typed.length === ways.length
      if (isTyped || (await this.#hasAny(query, buildAsked(typed, parsed, isApart)))) return last
    }
    return (await this.#askNearest(query, parsed, variants)) ?? last!
  }

  /** What words found, if that is little, and below it what the embedder calls near; undefined where that adds nothing. */
  async #addMeaning(query: SearchQuery, { answer, asked }: { answer: ServerAnswer; asked: Asked[] }) {
    const { embedder, report = () => {} } = this.#options
    const count = answer.estimatedTotalHits
    if (!embedder || count >= HITS_PER_PAGE) return undefined
    try {
      const near = await buildNear(query.text, embedder)
      const both = [...(count > 0 ? asked : []), near]
      const wider = await this.#post(query, both, buildServerFilter(query), pageOf(query))
      if (wider.estimatedTotalHits <= count) return undefined
      const places = new Map(answer.hits.map(({ id }, at) => [id, at]))
      const placeOf = ({ id }: ServerHit) => places.get(id) ?? places.size
      wider.hits.sort((a, b) => placeOf(a) - placeOf(b))
      return { answer: wider, asked: both }
    } catch (error) {
      report(error)
      return undefined
    }
  }

  /** Nothing has all of it: the documents that have most of its pieces. */
  async #askNearest(query: SearchQuery, parsed: ParsedQuery, variants: Variant[]) {
    const said = [...parsed.free.slice(0, 1), ...parsed.exact.map(([flat]) => flat!)].join(' ')
    const pieces = buildPieces(said)
    if (pieces.length === 0) return undefined
    const ranked = rankByPieces(await this.#findPieces(pieces)).slice(0, MOST_PER_PAGE)
    const order = new Map(ranked.map(([id], at) => [id, at]))
    const asked: Asked[] = [{ q: '', weight: 1, ids: [...order.keys()] }]
    const all = { offset: 0, limit: MOST_PER_PAGE }
    const answer =
      ranked.length > 0 ? await this.#post(query, asked, buildServerFilter(query), all) : undefined
    if (!answer) return undefined
    const { offset, limit } = pageOf(query)
    if ((query.sort ?? 'relevance') === 'relevance')
      answer.hits.sort((a, b) => order.get(a.id)! - order.get(b.id)!)
    answer.hits = answer.hits.slice(offset, offset + limit)
    return { answer, asked, ways: variants, notice: 'partly' as const }
  }

  /** What each of several phrases finds, in one request. */
  async #findPieces(pieces: string[]): Promise<PieceHits[]> {
    const queries = pieces.map((q) => ({
      indexUid: this.#options.index,
      q,
      locales: ['eng'],
      limit: MOST_OF_PIECE,
      attributesToRetrieve: ['id'],
    }))
    const answer = (await sendQueries(this.#options, { queries })) as {
      results?: (ServerAnswer | undefined)[]
    }
    return (answer.results ?? []).map((result) => ({
      ids: result?.hits?.map(({ id }) => id) ?? [],
      total: result?.estimatedTotalHits ?? 0,
    }))
  }

  async #hasAny(query: SearchQuery, asked: Asked[]): Promise<boolean> {
    const answer = await this.#post(query, asked, '', { offset: 0, limit: 1 })
    return answer.estimatedTotalHits > 0
  }

  /** Counts of a filtered facet are taken without its own filter, so that other values can be chosen. */
  async #countOtherwise(query: SearchQuery, asked: Asked[], counts: Record<string, Record<string, number>>) {
    const active = [...activeFilters(query).keys()]
    const others = await Promise.all(
      active.map((facet) =>
        this.#post(query, asked, buildServerFilter(query, facet), { offset: 0, limit: 0 }),
      ),
    )
    for (const [at, facet] of active.entries()) counts[facet] = others[at]!.facetDistribution?.[facet] ?? {}
    return counts
  }

  async #post(query: SearchQuery, asked: Asked[], filter: string, page: { offset: number; limit: number }) {
    const { index } = this.#options
    const sort = SORTS[query.sort ?? 'relevance'] ?? (query.text.trim() === '' ? SORTS['date'] : undefined)
    const queries = asked.map(({ q, weight, ids, meaning }) => ({
      indexUid: index,
      q,
      matchingStrategy: 'all',
      locales: ['eng'],
      attributesToRetrieve: ['id', 'kind', 'path', 'language', 'title', 'titles', 'excerpt', 'date'],
      ...withFilter(filter, ids),
      ...(meaning ? byMeaning(meaning) : {}),
      ...(sort ? { sort } : {}),
      federationOptions: { weight },
    }))
    const federation = {
      ...page,
      facetsByIndex: { [index]: COUNTED },
      mergeFacets: { maxValuesPerFacet: 100 },
    }
    const answer = await sendQueries(this.#options, { federation, queries })
    if (isAnswer(answer)) return answer
    throw new ServerError(
      `${this.#options.url} answered without hits; expected Meilisearch 1.15 or later`,
      200,
    )
  }

  #buildHit(hit: ServerHit, needles: Parameters<typeof highlight>[1]): SearchHit {
    const title = hit.titles?.[this.#options.edition] ?? hit.title
    return {
      id: hit.id,
      kind: hit.kind,
      path: hit.path,
      title,
      excerpt: hit.excerpt,
      lang: hit.language,
      ...(hit.date ? { date: hit.date } : {}),
      highlights: { title: highlight(title, needles), excerpt: highlight(hit.excerpt, needles) },
      score: hit._federation?.weightedRankingScore ?? hit._rankingScore ?? 0,
    }
  }
}

/** Documents of one piece that are counted: those with many pieces are among the first of the rare ones. */
const MOST_OF_PIECE = 200

const SORTS: Record<string, string[] | undefined> = { date: ['dayFrom:desc'], spread: ['spread:desc'] }

function pageOf({ page = 1, perPage = HITS_PER_PAGE }: SearchQuery) {
  const limit = Math.min(Math.max(1, Math.floor(perPage)), MOST_PER_PAGE)
  return { offset: (Math.max(1, Math.floor(page)) - 1) * limit, limit }
}

function withFilter(filter: string, ids: string[] | undefined) {
  const only = ids ? [`id IN [${ids.map((id) => JSON.stringify(id)).join(', ')}]`] : []
  const parts = [...(filter === '' ? [] : [filter]), ...only]
  return parts.length === 0 ? {} : { filter: parts.join(' AND ') }
}

const isAnswer = (answer: unknown): answer is ServerAnswer =>
  typeof answer === 'object' && answer !== null && Array.isArray((answer as ServerAnswer).hits)

const withoutEmpty = (facets: Record<string, Record<string, number>>) =>
  Object.fromEntries(Object.entries(facets).filter(([, values]) => Object.keys(values).length > 0))

const empty = (text: string): SearchResult => ({
  hits: [],
  total: 0,
  facets: {},
  expansions: [],
  engine: 'meilisearch',
  ...(text.trim() === '' ? {} : { notice: 'nothing' as const }),
})
