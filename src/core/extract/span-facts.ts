import { ENTITY_KINDS } from '../model/entity.ts'
import type { Span } from '../text/sentences.ts'
import type { EntitySpan } from './entities.ts'
import { facet } from './features.ts'
import { endsInMetric } from './metric.ts'
import { isNominal, isTheme } from './nominal.ts'
import { readTouches } from './place.ts'
import type { Reading } from './reading.ts'

/** What a candidate is wherever it is a candidate: a span is one for every figure of its sentence and of the next ones. */
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
  /** What speaks for it as a subject wherever it stands, in thousandths; absent before somebody has asked. */
  asSubject?: number
}

/** Kind of the name that a span is, or whether it names something that acts or is measured. */
export const KIND = facet(
  'phrase',
  'theme',
  ...ENTITY_KINDS,
  ...ENTITY_KINDS.map((kind) => `name ${kind}` as const),
)

const known = new WeakMap<Reading, Map<number, SpanFacts>>()

/** Read once for each span of a text, and forgotten with it. */
export function factsOf(reading: Reading, span: Span): SpanFacts {
  let facts = known.get(reading)
  if (!facts) known.set(reading, (facts = new Map()))
  const key = span.start * 0x10000 + (span.end - span.start)
  let found = facts.get(key)
  if (!found) facts.set(key, (found = readFacts(reading, span)))
  return found
}

function readFacts(reading: Reading, span: Span): SpanFacts {
  const words = reading.folded.slice(span.start, span.end)
  const names = reading.namesIn(span.start, span.end)
  return {
    words,
    kind: kindOf(names, span, words),
    hasName: names.length > 0,
    touches: readTouches(reading.folded, span),
    isMetric: endsInMetric(words),
    isNominal: isNominal(words),
    hasDigits: /\d/.test(words),
  }
}

function kindOf(names: readonly EntitySpan[], span: Span, words: string): number {
  const name = names.find((one) => one.end - one.start > 0.6 * (span.end - span.start))
  if (!name) return isTheme(words) ? KIND.of.theme : KIND.of.phrase
  return name.entityId ? KIND.of[name.kind] : KIND.of[`name ${name.kind}`]
}
