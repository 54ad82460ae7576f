import type { Span } from '../text/sentences.ts'
import { countBetween, MARKS, SAID, saidBefore, VERBS } from './between.ts'
import { isWordUnit } from './english-words.ts'
import { facet, Model, namesOf, openFacet, Row, t } from './features.ts'
import { isWeak } from './metric.ts'
import { FOUND_BY } from './metric-candidates.ts'
import { METRIC_WEIGHTS } from './metric-weights.ts'
import { isSame, LEFT, markedOf, type Place, RIGHT, rowOf, SIZE, sizeOf, TOUCHES, UNIT } from './place.ts'
import type { Candidate } from './ranking.ts'
import type { Reading } from './reading.ts'
import * as edge from './span-edges.ts'
import { factsOf, isNominalSpan, KIND, type KnownSpan, type SpanFacts, UNREAD } from './span-facts.ts'
import * as form from './subject-shape.ts'

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
/** How many searches found a span. */
const VOTES = facet('1', '2', '3', '4', '5')
/** The last word of a span, and its last character. */
const END_WORD = openFacet()
const END_CHAR = openFacet()

/** What speaks for and against a span wherever it stands. */
const OF_SPAN = [
  t`len:${SIZE}`,
  t`${WEAK_WORDS}`,
  t`${HAS_DIGITS}`,
  t`${HAS_NAME}`,
  t`first:${edge.FIRST_WORD}`,
  t`last word:${edge.LAST_WORD}`,
  t`words:${edge.FIRST_WORD}-${edge.LAST_WORD}`,
  t`holds:${edge.HOLDS}`,
  t`head:${edge.HEAD}`,
  t`ending:${form.LAST}`,
  t`n:${form.WORDS}`,
  t`${form.PLURAL}`,
  t`${form.VERB_END}`,
  t`${form.VERB_START}`,
  t`${form.CAPITAL}`,
  t`${form.DETERMINED}`,
  t`word>${END_WORD}`,
  t`char>${END_CHAR}`,
]
/** What speaks for and against a span as the metric of one figure. */
const OF_PLACE = [
  t`r:${FOUND_BY}`,
  t`r:${FOUND_BY}|${UNIT}`,
  t`r:${FOUND_BY}|L:${LEFT}`,
  t`shape:${SHAPE}`,
  t`shape:${SHAPE}|${UNIT}`,
  t`pos:${AT}`,
  t`pos:${AT}|${UNIT}`,
  t`pos:${AT}|${SHAPE}`,
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
  t`${LAST}|${LAST_UNIT}`,
  t`${HAS_NAME}|${SHAPE}`,
  t`${TOUCHES}|${SHAPE}`,
  t`first:${edge.FIRST_WORD}|${AT}`,
  t`last word:${edge.LAST_WORD}|${AT}`,
  t`words:${edge.FIRST_WORD}-${edge.LAST_WORD}|${AT}`,
  t`next:${edge.NEXT}|${AT}`,
  t`next:${edge.NEXT}|${SHAPE}`,
  t`previous:${edge.PREVIOUS}|${AT}`,
  t`previous:${edge.PREVIOUS}|${SHAPE}`,
  t`after:${edge.AFTER}|${AT}`,
  t`head:${edge.HEAD}|${UNIT}`,
  t`marks:${MARKS}|${AT}`,
  t`marks:${MARKS}|${SHAPE}`,
  t`verbs:${VERBS}|${AT}`,
  t`verbs:${VERBS}|${SHAPE}`,
  t`said:${SAID}`,
  t`said:${SAID}|${SHAPE}`,
  t`votes:${VOTES}`,
  t`votes:${VOTES}|${SHAPE}`,
]
/** What speaks for and against the answer that the text names no metric. */
const NONE = [t`none`, t`none:${UNIT}`, t`none:L:${LEFT}|${RIGHT}`]

/** All of them, for tests and tools. */
export const METRIC_FEATURES = [...OF_SPAN, ...OF_PLACE, ...NONE]

const spanModel = new Model(OF_SPAN, METRIC_WEIGHTS)
const placeModel = new Model(OF_PLACE, METRIC_WEIGHTS)
const noneModel = new Model(NONE, METRIC_WEIGHTS)

/** The names of the features of a candidate, as `metric-weights.ts` weighs them. */
export function readMetricFeatures(candidate: Candidate, place: MetricPlace): string[] {
  const { reading } = place.place
  const { span } = candidate
  if (!span) return namesOf(NONE, rowOf(place.place))
  const facts = factsOf(reading, span)
  const row = describe(span, facts, candidate, place)
  return [...namesOf(OF_SPAN, describeSpan(reading, span, facts)), ...namesOf(OF_PLACE, row)]
}

/** What speaks for a candidate as the metric of a figure, in thousandths of log odds. */
export function weighMetric(candidate: Candidate, place: MetricPlace): number {
  const { reading } = place.place
  const { span } = candidate
  if (!span) return noneModel.sum(rowOf(place.place))
  const facts = factsOf(reading, span)
  if (facts.asMetric === UNREAD) facts.asMetric = spanModel.sum(describeSpan(reading, span, facts))
  return facts.asMetric + placeModel.sum(describe(span, facts, candidate, place))
}

/** Written anew for each span. */
const SPAN_ROW = new Row()

function describeSpan(reading: Reading, span: Span, facts: SpanFacts): Row {
  const row = SPAN_ROW.clear()
  const { codes } = row
  codes[SIZE.slot] = sizeOf(span, reading.lang !== 'en')
  codes[WEAK_WORDS.slot] = Number(isWeak(facts.words))
  codes[HAS_DIGITS.slot] = Number(facts.hasDigits)
  codes[HAS_NAME.slot] = Number(facts.hasName)
  form.describeShape(reading, span, KIND.of.phrase, facts.words, row)
  edge.describeEdges(facts.edges, row)
  describeEnd(facts.words, row)
  return row
}

function describe(span: KnownSpan, facts: SpanFacts, { rules }: Candidate, place: MetricPlace): Row {
  const { reading, isHan } = place.place
  const row = rowOf(place.place)
  const { codes, lists } = row
  lists[FOUND_BY.slot] = rules
  lists[TOUCHES.slot] = facts.touches
  codes[VOTES.slot] = Math.min(VOTES.words.length - 1, rules.length)
  codes[SHAPE.slot] = shapeOf(reading, span, facts, rules)
  codes[AT.slot] = positionOf(place.place, span)
  codes[SIZE.slot] = sizeOf(span, isHan)
  codes[HAS_NAME.slot] = Number(facts.hasName)
  edge.describeEdges(facts.edges, row)
  describeBetween(place.place, span, facts, codes)
  describeSubject(place, span, codes)
  describeLast(place.place, span, codes)
  return row
}

function describeEnd(words: string, { texts }: Row): void {
  const isLatin = isWordUnit(words.charCodeAt(words.length - 1))
  texts[END_WORD.slot] = isLatin ? words.slice(words.lastIndexOf(' ') + 1) : words.slice(-2)
  texts[END_CHAR.slot] = words.slice(-1)
}

function describeBetween(place: Place, span: Span, facts: SpanFacts, codes: number[]): void {
  const { reading, one } = place
  countBetween(codes, markedOf(place), span, one.quantity)
  codes[SAID.slot] = saidBefore(reading, one.sentence, facts)
}

/** 1 for the searches that find verbs, by code. */
const VERB_SEARCHES = new Uint8Array(FOUND_BY.words.length)
for (const word of ['verb before', 'verb', 'verb of sentence'] as const) VERB_SEARCHES[FOUND_BY.of[word]] = 1

function shapeOf(
  reading: Reading,
  span: KnownSpan,
  { isMetric }: SpanFacts,
  rules: readonly number[],
): number {
  if (isMetric) return SHAPE.of.metric
  for (const rule of rules) if (VERB_SEARCHES[rule] === 1) return SHAPE.of.verb
  return isNominalSpan(reading, span) ? SHAPE.of.noun : SHAPE.of.words
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

function describeSubject({ subject, place }: MetricPlace, span: Span, codes: number[]): void {
  const { clause, one } = place
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
function describeLast({ one, last }: Place, span: Span, codes: number[]): void {
  codes[LAST.slot] = 0
  if (!last || !isSame(last.metric, span)) return
  codes[LAST.slot] = last.sentence === one.sentence ? LAST.of['last|sentence'] : LAST.of['last|far']
  codes[LAST_UNIT.slot] = last.quantity.unit === one.quantity.unit ? LAST_UNIT.of.unit : LAST_UNIT.of.other
}
