import type { Span } from '../text/sentences.ts'
import { FeatureNames, type Features } from './features.ts'
import { WEAK } from './metric.ts'
import { isSame, type Place, sizeOf } from './place.ts'
import type { Candidate } from './ranking.ts'
import { factsOf, type SpanFacts } from './span-facts.ts'

/** A figure's place with its subject, once that is chosen. */
export interface MetricPlace extends Place {
  subject: Span | undefined
}

/** The features of a candidate, each a short text that `metric-weights.ts` gives a weight. */
export function readMetricFeatures(candidate: Candidate, place: MetricPlace): string[] {
  const features = new FeatureNames()
  describeMetric(candidate, place, features)
  return features.names
}

export function describeMetric({ span, rules }: Candidate, place: MetricPlace, features: Features): void {
  const { unit, left, right, isHan, reading } = place
  if (!span) {
    features.add('none')
    features.add('none:', unit)
    features.add('none:L:', left, right)
    return
  }
  const facts = factsOf(reading, span)
  const shape = shapeOf(facts, rules)
  const at = positionOf(place, span)
  const size = sizeOf(span, isHan)
  const leftMark = `L:${left}`
  for (const rule of rules) {
    features.add('r:', rule)
    features.add('r:', rule, unit)
    features.add('r:', rule, leftMark)
  }
  features.add('shape:', shape)
  features.add('shape:', shape, unit)
  features.add('pos:', at)
  features.add('pos:', at, unit)
  features.add('pos:', at, shape)
  features.add('len:', size)
  features.add('len:', size, shape)
  features.add('L:', left, at, shape)
  features.add('R:', right, at, shape)
  features.add('LR:', left, right, at)
  describeSubject(place, span, at, shape, features)
  describeMarks(place, span, facts, shape, features)
  for (const { joined } of facts.touching) features.add(joined, shape)
}

function shapeOf({ isMetric, isNominal }: SpanFacts, rules: readonly string[]): string {
  if (isMetric) return 'metric'
  if (rules.some((rule) => rule.startsWith('verb'))) return 'verb'
  return isNominal ? 'noun' : 'words'
}

function positionOf({ one, clause }: Place, span: Span): string {
  const { quantity, sentence } = one
  if (span.start > quantity.start) {
    if (span.start - quantity.end <= 2) return 'touches behind'
    return span.end <= clause.end ? 'clause behind' : 'sentence behind'
  }
  if (quantity.start - span.end <= 1) return 'touches'
  if (quantity.start - span.end <= 4 && span.start >= clause.start) return 'near'
  if (span.start >= clause.start) return 'clause'
  return span.start >= sentence.start ? 'sentence' : 'before'
}

function describeSubject(
  place: MetricPlace,
  span: Span,
  at: string,
  shape: string,
  features: Features,
): void {
  const { subject, clause, one, unit } = place
  if (!subject) {
    features.add('no subject|', at, shape)
    return
  }
  const inClause = subject.start >= clause.start && subject.end <= clause.end
  const where = !inClause ? 'elsewhere|' : subject.start < one.quantity.start ? 'before|' : 'behind|'
  features.add('subject ', where + at, shape)
  if (isSame(subject, span)) {
    features.add('is subject')
    features.add('is subject|', unit)
  } else if (span.start < subject.end && span.end > subject.start) features.add('touches subject')
  else if (span.start - subject.end <= 2 && span.start >= subject.end) {
    features.add('behind subject')
    features.add('behind subject|', shape)
  }
}

function describeMarks(
  place: MetricPlace,
  span: Span,
  { words, hasDigits, hasName }: SpanFacts,
  shape: string,
  features: Features,
): void {
  const { one, last } = place
  if (WEAK.test(words)) features.add('weak')
  if (hasDigits) features.add('has digits')
  if (isSame(last?.metric, span)) {
    const where = last?.sentence === one.sentence ? 'sentence' : 'far'
    features.add('last|', where, last?.quantity.unit === one.quantity.unit ? 'unit' : 'other')
  }
  if (hasName) {
    features.add('has name')
    features.add('has name|', shape)
  }
}
