import type { Asked } from './meilisearch-steps.ts'
import type { ParsedQuery } from './query.ts'
import type { SearchQuery } from './search.ts'

/** An index's embedder, as a query needs it. */
export interface QueryEmbedder {
  name: string
  /** The vector of a query, where the server cannot make it itself. */
  embed?: (text: string) => Promise<number[]>
}

/** Texts near in meaning stand below all that have the words. */
const MEANING_WEIGHT = 0.1
/** Score below which a text is near nothing: models give unrelated sentences of one language some .6. */
const LEAST_MEANING = 0.75
/** Characters of a query that are embedded; models read little more. */
const LONGEST_EMBEDDED = 1_000

/** Whether a query leaves room for what it does not say: no operators, no other order, not switched off. */
export const wantsMeaning = (
  { expand: isOn, meaning, sort = 'relevance' }: SearchQuery,
  { exact, excluded }: ParsedQuery,
) => isOn !== false && meaning !== false && sort === 'relevance' && exact.length + excluded.length === 0

/** The query by meaning that goes beside those by words. */
export async function buildNear(text: string, { name, embed }: QueryEmbedder): Promise<Asked> {
  const q = text.slice(0, LONGEST_EMBEDDED)
  const vector = await embed?.(q)
  return { q, weight: MEANING_WEIGHT, meaning: { embedder: name, ...(vector ? { vector } : {}) } }
}

/** The part of the server's language that asks by meaning alone. */
export const byMeaning = ({ embedder, vector }: NonNullable<Asked['meaning']>) => ({
  hybrid: { embedder, semanticRatio: 1 },
  rankingScoreThreshold: LEAST_MEANING,
  ...(vector ? { vector } : {}),
})
