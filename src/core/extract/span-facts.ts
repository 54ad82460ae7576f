import { ENTITY_KINDS } from '../model/kinds.ts'
import type { Span } from '../text/sentences.ts'
import { isDigit } from './char-set.ts'
import type { EntitySpan } from './entities.ts'
import { facet } from './features.ts'
import { endsInMetric } from './metric.ts'
import { isNominal, isTheme } from './nominal.ts'
import { readTouches } from './place.ts'
import type { Candidate, CandidateList } from './ranking.ts'
import type { Reading } from './reading.ts'
import { type Edges, readEdges } from './span-edges.ts'

/**
 * A span of a text that may be an answer, which is one object for every figure of its sentence and of the next ones: what it
 * is wherever it stands is read once.
 */
export interface KnownSpan extends Span {
  facts?: SpanFacts
  /** Whether it can stay the theme beyond its clause; absent before somebody has asked. */
  isTheme?: boolean
  /** As what it stands in the list that last took it, so that a list finds it again without a look-up. */
  candidate?: Candidate
  list?: CandidateList
}

export interface SpanFacts {
  /** Folded. */
  words: string
  /** Code of `KIND`. */
  kind: number
  hasName: boolean
  /** Codes of `TOUCHES`. */
  touches: readonly number[]
  isMetric: boolean
  isNominal: boolean
  hasDigits: boolean
  edges: Edges
  /** Code of `SAID` for the sentence whose figures last asked. */
  said?: { sentence: Span; code: number }
  /** What speaks for it as a subject wherever it stands, in thousandths; absent before somebody has asked. */
  asSubject?: number
  /** The same as a metric. */
  asMetric?: number
}

/** Kind of the name that a span is, or whether it names something that acts or is measured. */
export const KIND = facet(
  'phrase',
  'theme',
  ...ENTITY_KINDS,
  ...ENTITY_KINDS.map((kind) => `name ${kind}` as const),
)

export function factsOf(reading: Reading, span: KnownSpan): SpanFacts {
  return (span.facts ??= readFacts(reading, span))
}

function readFacts(reading: Reading, span: KnownSpan): SpanFacts {
  const words = reading.folded.slice(span.start, span.end)
  const names = reading.namesIn(span.start, span.end)
  return {
    words,
    kind: kindOf(reading, names, span),
    hasName: names.length > 0,
    touches: readTouches(reading.folded, span),
    isMetric: endsInMetric(words),
    isNominal: isNominal(words),
    hasDigits: hasDigits(words),
    edges: readEdges(reading.folded, span),
  }
}

/** Whether a span can stay the theme beyond its clause. */
export const isThemeSpan = ({ folded }: Reading, span: KnownSpan): boolean =>
  (span.isTheme ??= isTheme(folded.slice(span.start, span.end)))

function kindOf(reading: Reading, names: readonly EntitySpan[], span: KnownSpan): number {
  const name = names.find((one) => one.end - one.start > 0.6 * (span.end - span.start))
  if (!name) return isThemeSpan(reading, span) ? KIND.of.theme : KIND.of.phrase
  return name.entityId ? KIND.of[name.kind] : KIND.of[`name ${name.kind}`]
}

function hasDigits(words: string): boolean {
  let at = 0
  while (at < words.length && !isDigit(words.charCodeAt(at))) at++
  return at < words.length
}
