import type { Span } from '../text/sentences.ts'
import { endsInMetric } from './metric.ts'
import { isNominal, isTheme } from './nominal.ts'
import { readTouching, type Touching } from './place.ts'
import type { Reading } from './reading.ts'

/** What a candidate is wherever it is a candidate: a span is one for every figure of its sentence and of the next ones. */
export interface SpanFacts {
  /** Folded. */
  words: string
  /** Kind of the name that it is, or whether it names something that acts or is measured. */
  kind: string
  hasName: boolean
  touching: readonly Touching[]
  isMetric: boolean
  isNominal: boolean
  hasDigits: boolean
}

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
  const name = names.find((one) => one.end - one.start > 0.6 * (span.end - span.start))
  const phrase = isTheme(words) ? 'theme' : 'phrase'
  return {
    words,
    kind: name ? (name.entityId ? name.kind : `name ${name.kind}`) : phrase,
    hasName: names.length > 0,
    touching: readTouching(reading.folded, span),
    isMetric: endsInMetric(words),
    isNominal: isNominal(words),
    hasDigits: /\d/.test(words),
  }
}
