import {
  ATTRIBUTION,
  BOILERPLATE,
  CONCLUSION,
  FIRST_PERSON_RESULT,
  FORECAST,
  HEDGED_INTRO,
  QUESTION,
  RECOMMENDATION,
  RESULT,
  STRENGTH,
} from './claim-words.ts'
import type { Block, BlockKind } from './document.ts'
import { readTerms, type TermCounts } from './terms.ts'

/** A sentence with what its document knows about it. */
export interface ClaimSentence {
  start: number
  end: number
  words: string
  block: Block
  /** Place among the sentences of the body, 0 to 1. */
  position: number
  /** Place in its block: true for the first sentence. */
  opensBlock: boolean
  figures: number
  entities: number
  inQuestion: boolean
}

/** What the whole document says, against which a sentence is measured. */
export interface ClaimContext {
  title: TermCounts
  body: TermCounts
  /** Largest weight of a term of the body. */
  sentences: number
}

/** Named so that a score can be explained; each about 0 to 1. */
export const FEATURES = [
  'figures',
  'percent',
  'result',
  'attribution',
  'conclusion',
  'firstPerson',
  'strength',
  'forecast',
  'recommendation',
  'entities',
  'title',
  'centrality',
  'lead',
  'early',
  'late',
  'opensBlock',
  'short',
  'long',
  'length',
  'question',
  'hedgedIntro',
  'boilerplate',
  'heading',
  'listItem',
  'blockquote',
  'table',
  'quoted',
  'dangling',
] as const
export type Feature = (typeof FEATURES)[number]
export type FeatureValues = Record<Feature, number>

const NO_PROSE: ReadonlySet<BlockKind> = new Set(['heading', 'code', 'footnote', 'caption'])

/** The features of one sentence. Pure counting; no model, no word list of a document. */
export function readFeatures(sentence: ClaimSentence, context: ClaimContext): FeatureValues {
  const { words, block } = sentence
  const terms = readTerms(words)
  const size = sizeOf(words)
  const is = (truth: boolean) => (truth ? 1 : 0)
  return {
    figures: Math.min(3, sentence.figures) / 3,
    percent: is(/[%％]|percent|per cent|百分/.test(words)),
    result: is(RESULT.test(words)),
    attribution: is(ATTRIBUTION.test(words)),
    conclusion: is(CONCLUSION.test(words)),
    firstPerson: is(FIRST_PERSON_RESULT.test(words)),
    strength: is(STRENGTH.test(words)),
    forecast: is(FORECAST.test(words)),
    recommendation: is(RECOMMENDATION.test(words)),
    entities: Math.min(3, sentence.entities) / 3,
    title: overlap(terms, context.title),
    centrality: centrality(terms, context),
    lead: is(sentence.position < 0.06),
    early: Math.max(0, 1 - sentence.position * 3),
    late: is(sentence.position > 0.85),
    opensBlock: is(sentence.opensBlock),
    short: is(size < 14),
    long: is(size > 75),
    length: Math.min(1, size / 50),
    question: is(QUESTION.test(words) || sentence.inQuestion),
    hedgedIntro: is(HEDGED_INTRO.test(words)),
    boilerplate: is(BOILERPLATE.test(words)),
    heading: is(NO_PROSE.has(block.kind)),
    listItem: is(block.kind === 'list-item'),
    blockquote: is(block.kind === 'blockquote'),
    table: is(block.kind === 'table-row' || block.kind === 'table-head'),
    quoted: is(/^[“"「『]/.test(words)),
    dangling: is(/^(?:它|他|她|这|這|该|該|此|其|It|This|That|These|They|He|She)/.test(words)),
  }
}

/** Length in words; a Chinese word has about one and a half characters. */
export function sizeOf(words: string): number {
  const han = words.match(/[\u3400-\u9fff]/g)?.length ?? 0
  const latin = words.match(/[A-Za-z0-9][\w'’.-]*/g)?.length ?? 0
  return han / 1.5 + latin
}

function overlap(terms: TermCounts, title: TermCounts): number {
  if (title.size === 0) return 0
  let shared = 0
  for (const term of terms.keys()) if (title.has(term)) shared++
  return shared / title.size
}

/** Mean weight of the sentence's terms in the document, of its best twelve, so that length alone does not help. */
function centrality(terms: TermCounts, context: ClaimContext): number {
  const weights = [...terms.keys()].map((term) => Math.log(context.body.get(term) ?? 1)).sort((a, b) => b - a)
  const best = weights.slice(0, 12)
  return best.reduce((sum, weight) => sum + weight, 0) / 12 / Math.log(Math.max(3, context.sentences))
}
