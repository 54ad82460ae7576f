import type { Lang } from '../core/model/lang.ts'

export type HitKind = 'finding' | 'figure' | 'article' | 'entity' | 'source'

/** What a reader asks for; the whole state of the search page, and of its URL. */
export interface SearchQuery {
  text: string
  kinds?: HitKind[]
  /** Facet name to accepted values: lang, region, source, tier, topic, entity, unit, qualifier, agreement. */
  filters?: Record<string, string[]>
  /** Inclusive bounds on a figure's value. */
  value?: { min?: number; max?: number }
  /** Inclusive bounds on the publication date, `YYYY-MM-DD`. */
  dates?: { from?: string; to?: string }
  sort?: 'relevance' | 'date' | 'spread'
  /** Cross-language expansion by the glossary; on unless false. */
  expand?: boolean
  /** Terms of the query whose expansion the reader removed. */
  without?: string[]
  /** Words of the query anywhere in a text too, below those that have them in a row; off unless true. */
  apart?: boolean
  /** Texts near in meaning beside those that have the words, where a server has an embedder; on unless false. */
  meaning?: boolean
  page?: number
  perPage?: number
}

/** One result, with the text to show in its own script and the places to highlight there. */
export interface SearchHit {
  id: string
  kind: HitKind
  /** Path below the edition, without the language: `findings/<id>/`. */
  path: string
  title: string
  excerpt: string
  lang: Lang
  /** `YYYY-MM-DD`, or less where the source gave less: of findings, when a text stated them last. */
  date?: string
  /** UTF-16 ranges in `title` and `excerpt` that matched. */
  highlights: { title: [number, number][]; excerpt: [number, number][] }
  score: number
}

/** One page of hits, and what a reader is told of how they were found. */
export interface SearchResult {
  hits: SearchHit[]
  /** Number of all matching documents. */
  total: number
  facets: Record<string, Record<string, number>>
  /** Words that the glossary added, so that the reader can remove them. */
  expansions: { term: string; added: string[] }[]
  /** Whether few records have the words in a row, so that `apart` may find more. */
  isNarrow?: boolean
  /** Whether texts near in meaning were added, so that the reader can remove them. */
  byMeaning?: boolean
  /** A better spelling of a Latin word, when one is likely. */
  suggestion?: string
  /** Which engine answered, and why the other did not. */
  engine: 'static' | 'meilisearch'
  /** What the reader should know of how the query was read; also a translation key (`search.notice.<code>`). */
  notice?: SearchNotice
}

/**
 * nothing: the query has no letter or digit. cut: it was longer than is read. apart: its words are found, but not in a row.
 * unfinished: the last word was completed. corrected: searched for `suggestion`. partly: no document has all of it.
 * fallback: the search server did not answer.
 */
export type SearchNotice = 'nothing' | 'cut' | 'apart' | 'unfinished' | 'corrected' | 'partly' | 'fallback'

/** One interface, two one-file adapters, one contract suite. */
export interface SearchEngine {
  search(query: SearchQuery): Promise<SearchResult>
}
