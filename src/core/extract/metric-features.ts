import type { Span } from '../text/sentences.ts'
import { endsInMetric, WEAK } from './metric.ts'
import { isNominal } from './nominal.ts'
import { isSame, type Place, readTouching, sizeOf } from './place.ts'
import type { Candidate } from './ranking.ts'

/** A figure's place with its subject, once that is chosen. */
export interface MetricPlace extends Place {
  subject: Span | undefined
}

/** The features of a candidate, each a short text that `metric-weights.ts` gives a weight. */
export function readMetricFeatures({ span, rules }: Candidate, place: MetricPlace): string[] {
  const { unit, left, right, isHan, reading } = place
  if (!span) return ['none', `none:${unit}`, `none:L:${left}|${right}`]
  const words = reading.folded.slice(span.start, span.end)
  const shape = shapeOf(words, rules)
  const at = positionOf(place, span)
  const size = sizeOf(span, isHan)
  return [
    ...rules.flatMap((rule) => [`r:${rule}`, `r:${rule}|${unit}`, `r:${rule}|L:${left}`]),
    ...[`shape:${shape}`, `shape:${shape}|${unit}`],
    ...[`pos:${at}`, `pos:${at}|${unit}`, `pos:${at}|${shape}`],
    ...[`len:${size}`, `len:${size}|${shape}`],
    ...[`L:${left}|${at}|${shape}`, `R:${right}|${at}|${shape}`, `LR:${left}|${right}|${at}`],
    ...subjectFeatures(place, span, at, shape),
    ...markFeatures(place, span, words, shape),
    ...readTouching(reading.folded, span).map((mark) => `${mark}|${shape}`),
  ]
}

function shapeOf(words: string, rules: readonly string[]): string {
  if (endsInMetric(words)) return 'metric'
  if (rules.some((rule) => rule.startsWith('verb'))) return 'verb'
  return isNominal(words) ? 'noun' : 'words'
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

function subjectFeatures(place: MetricPlace, span: Span, at: string, shape: string): string[] {
  const { subject, clause, one, unit } = place
  if (!subject) return [`no subject|${at}|${shape}`]
  const inClause = subject.start >= clause.start && subject.end <= clause.end
  const where = !inClause ? 'elsewhere' : subject.start < one.quantity.start ? 'before' : 'behind'
  const features = [`subject ${where}|${at}|${shape}`]
  if (isSame(subject, span)) features.push('is subject', `is subject|${unit}`)
  else if (span.start < subject.end && span.end > subject.start) features.push('touches subject')
  else if (span.start - subject.end <= 2 && span.start >= subject.end)
    features.push('behind subject', `behind subject|${shape}`)
  return features
}

function markFeatures(place: MetricPlace, span: Span, words: string, shape: string): string[] {
  const { reading, one, last } = place
  const features: string[] = []
  if (WEAK.test(words)) features.push('weak')
  if (/\d/.test(words)) features.push('has digits')
  if (isSame(last?.metric, span)) {
    const where = last?.sentence === one.sentence ? 'sentence' : 'far'
    features.push(`last|${where}|${last?.quantity.unit === one.quantity.unit ? 'unit' : 'other'}`)
  }
  if (reading.namesIn(span.start, span.end).length > 0) features.push('has name', `has name|${shape}`)
  return features
}
