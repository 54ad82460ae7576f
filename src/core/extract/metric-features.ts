import type { Span } from '../text/sentences.ts'
import { facet, Model, namesOf, t } from './features.ts'
import { WEAK } from './metric.ts'
import { FOUND_BY } from './metric-candidates.ts'
import { METRIC_WEIGHTS } from './metric-weights.ts'
import { isSame, LEFT, type Place, RIGHT, SIZE, sizeOf, TOUCHES, UNIT } from './place.ts'
import type { Candidate } from './ranking.ts'
import { factsOf, type SpanFacts } from './span-facts.ts'

/** A figure's place with its subject, once that is chosen. */
export interface MetricPlace {
  place: Place
  subject: Span | undefined
}

const SHAPE = facet('metric', 'verb', 'noun', 'words')
const AT = facet(
  'touches behind',
  'clause behind',
  'sentence behind',
  'touches',
  'near',
  'clause',
  'sentence',
  'before',
)
const SUBJECT_AT = facet('elsewhere', 'before', 'behind')
const NO_SUBJECT = facet('no subject')
const IS_SUBJECT = facet('is subject')
const TOUCHES_SUBJECT = facet('touches subject')
const BEHIND_SUBJECT = facet('behind subject')
const WEAK_WORDS = facet('weak')
const HAS_DIGITS = facet('has digits')
const HAS_NAME = facet('has name')
const LAST = facet('last|sentence', 'last|far')
const LAST_UNIT = facet('unit', 'other')

/** What speaks for and against a span. */
const FEATURES = [
  t`r:${FOUND_BY}`,
  t`r:${FOUND_BY}|${UNIT}`,
  t`r:${FOUND_BY}|L:${LEFT}`,
  t`shape:${SHAPE}`,
  t`shape:${SHAPE}|${UNIT}`,
  t`pos:${AT}`,
  t`pos:${AT}|${UNIT}`,
  t`pos:${AT}|${SHAPE}`,
  t`len:${SIZE}`,
  t`len:${SIZE}|${SHAPE}`,
  t`L:${LEFT}|${AT}|${SHAPE}`,
  t`R:${RIGHT}|${AT}|${SHAPE}`,
  t`LR:${LEFT}|${RIGHT}|${AT}`,
  t`${NO_SUBJECT}|${AT}|${SHAPE}`,
  t`subject ${SUBJECT_AT}|${AT}|${SHAPE}`,
  t`${IS_SUBJECT}`,
  t`${IS_SUBJECT}|${UNIT}`,
  t`${TOUCHES_SUBJECT}`,
  t`${BEHIND_SUBJECT}`,
  t`${BEHIND_SUBJECT}|${SHAPE}`,
  t`${WEAK_WORDS}`,
  t`${HAS_DIGITS}`,
  t`${LAST}|${LAST_UNIT}`,
  t`${HAS_NAME}`,
  t`${HAS_NAME}|${SHAPE}`,
  t`${TOUCHES}|${SHAPE}`,
]
/** What speaks for and against the answer that the text names no metric. */
const NONE = [t`none`, t`none:${UNIT}`, t`none:L:${LEFT}|${RIGHT}`]

/** All of them, for tests and tools. */
export const METRIC_FEATURES = [...FEATURES, ...NONE]

const model = new Model(FEATURES, METRIC_WEIGHTS)
const noneModel = new Model(NONE, METRIC_WEIGHTS)

/** The names of the features of a candidate, as `metric-weights.ts` weighs them. */
export function readMetricFeatures({ span, rules }: Candidate, place: MetricPlace): string[] {
  if (!span) return namesOf(NONE, place.place.row)
  describe(span, rules, place)
  return namesOf(FEATURES, place.place.row)
}

/** What speaks for a candidate as the metric of a figure, in thousandths of log odds. */
export function weighMetric({ span, rules }: Candidate, place: MetricPlace): number {
  if (!span) return noneModel.sum(place.place.row)
  describe(span, rules, place)
  return model.sum(place.place.row)
}

function describe(span: Span, rules: readonly number[], place: MetricPlace): void {
  const { row, reading, isHan } = place.place
  const { codes, lists } = row
  const facts = factsOf(reading, span)
  lists[FOUND_BY.slot] = rules
  lists[TOUCHES.slot] = facts.touches
  codes[SHAPE.slot] = shapeOf(facts, rules)
  codes[AT.slot] = positionOf(place.place, span)
  codes[SIZE.slot] = sizeOf(span, isHan)
  codes[WEAK_WORDS.slot] = Number(WEAK.test(facts.words))
  codes[HAS_DIGITS.slot] = Number(facts.hasDigits)
  codes[HAS_NAME.slot] = Number(facts.hasName)
  describeSubject(place, span)
  describeLast(place.place, span)
}

const VERBS: ReadonlySet<number> = new Set([
  FOUND_BY.of['verb before'],
  FOUND_BY.of.verb,
  FOUND_BY.of['verb of sentence'],
])

function shapeOf({ isMetric, isNominal }: SpanFacts, rules: readonly number[]): number {
  if (isMetric) return SHAPE.of.metric
  if (rules.some((rule) => VERBS.has(rule))) return SHAPE.of.verb
  return isNominal ? SHAPE.of.noun : SHAPE.of.words
}

function positionOf({ one: { quantity, sentence }, clause }: Place, span: Span): number {
  const { of } = AT
  if (span.start > quantity.start) {
    if (span.start - quantity.end <= 2) return of['touches behind']
    return span.end <= clause.end ? of['clause behind'] : of['sentence behind']
  }
  if (quantity.start - span.end <= 1) return of.touches
  if (quantity.start - span.end <= 4 && span.start >= clause.start) return of.near
  if (span.start >= clause.start) return of.clause
  return span.start >= sentence.start ? of.sentence : of.before
}

function describeSubject({ subject, place }: MetricPlace, span: Span): void {
  const { clause, one, row } = place
  const { codes } = row
  const isIt = isSame(subject, span)
  const touches = !isIt && subject !== undefined && span.start < subject.end && span.end > subject.start
  const gap = subject && !isIt && !touches ? span.start - subject.end : -1
  codes[NO_SUBJECT.slot] = Number(!subject)
  codes[IS_SUBJECT.slot] = Number(isIt)
  codes[TOUCHES_SUBJECT.slot] = Number(touches)
  codes[BEHIND_SUBJECT.slot] = Number(gap >= 0 && gap <= 2)
  codes[SUBJECT_AT.slot] = 0
  if (!subject) return
  const inClause = subject.start >= clause.start && subject.end <= clause.end
  const { before, behind, elsewhere } = SUBJECT_AT.of
  codes[SUBJECT_AT.slot] = !inClause ? elsewhere : subject.start < one.quantity.start ? before : behind
}

/** Whether the figure before has this metric, where, and whether in the same unit. */
function describeLast({ one, last, row: { codes } }: Place, span: Span): void {
  codes[LAST.slot] = 0
  if (!last || !isSame(last.metric, span)) return
  codes[LAST.slot] = last.sentence === one.sentence ? LAST.of['last|sentence'] : LAST.of['last|far']
  codes[LAST_UNIT.slot] = last.quantity.unit === one.quantity.unit ? LAST_UNIT.of.unit : LAST_UNIT.of.other
}
