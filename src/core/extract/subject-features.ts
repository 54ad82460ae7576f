import type { Span } from '../text/sentences.ts'
import { MARKS, SAID, VERBS } from './between.ts'
import { facet, Model, namesOf, Row, t } from './features.ts'
import { LEFT, PERSON, RIGHT, rowOf, SIZE, sizeOf, TOUCHES, UNIT } from './place.ts'
import type { Candidate } from './ranking.ts'
import type { Reading } from './reading.ts'
import * as edge from './span-edges.ts'
import { COARSE, COARSE_KINDS, factsOf, KIND, type SpanFacts, UNREAD } from './span-facts.ts'
import { FOUND_BY } from './subject-candidates.ts'
import { NAMES, REACH, type SubjectPlace } from './subject-place.ts'
import * as shape from './subject-shape.ts'
import {
  AT,
  CLAUSE_LEAD,
  COUNTED,
  describeStanding,
  FIRST,
  GAP_BEFORE,
  GAP_BEHIND,
  LAST,
  LAST_AT,
  LAST_UNIT,
  LEADS_CLAUSE,
  LEADS_SENTENCE,
  LED,
  NEAREST_MODEL,
  NEAREST_NAME,
  RESTATED,
  SENTENCE_LEAD,
  SINCE,
  SPEAKS,
  TURN,
} from './subject-standing.ts'
import { SUBJECT_WEIGHTS } from './subject-weights.ts'

const IS_METRIC = facet('is metric')
const HAS_DIGITS = facet('has digits')

/** What speaks for and against a span wherever it stands. */
const OF_SPAN = [
  t`kind:${KIND}`,
  t`starts:${shape.STARTS}`,
  t`ends:${shape.ENDS}`,
  t`shape:${shape.STARTS}-${shape.ENDS}|${KIND}`,
  t`last:${shape.LAST}`,
  t`words:${shape.WORDS}`,
  t`${shape.PLURAL}`,
  t`${shape.VERB_END}`,
  t`${shape.VERB_START}`,
  t`${shape.CAPITAL}`,
  t`${shape.DETERMINED}`,
  t`${TOUCHES}`,
  t`${IS_METRIC}`,
  t`${HAS_DIGITS}`,
  t`len:${SIZE}`,
  t`next:${edge.NEXT}|${COARSE}`,
  t`previous:${edge.PREVIOUS}|${COARSE}`,
  t`first:${edge.FIRST_WORD}`,
  t`last word:${edge.LAST_WORD}`,
  t`words:${edge.FIRST_WORD}-${edge.LAST_WORD}`,
  t`words:${edge.FIRST_WORD}-${edge.LAST_WORD}|${COARSE}`,
  t`last word:${edge.LAST_WORD}|${edge.NEXT}|${COARSE}`,
  t`after:${edge.AFTER}|${COARSE}`,
  t`holds:${edge.HOLDS}`,
  t`holds:${edge.HOLDS}|${COARSE}`,
  t`head:${edge.HEAD}|${COARSE}`,
]
/** What speaks for and against a span as the subject of one figure. */
const OF_PLACE = [
  t`r:${FOUND_BY}`,
  t`kind:${KIND}|${UNIT}`,
  t`pos:${AT}`,
  t`pos:${AT}|${UNIT}`,
  t`pos:${AT}|${COARSE}`,
  t`L:${LEFT}|${AT}|${COARSE}`,
  t`R:${RIGHT}|${AT}|${COARSE}`,
  t`LR:${LEFT}|${RIGHT}|${AT}`,
  t`${LED}|${AT}|${UNIT}`,
  t`person:${PERSON}|${AT}`,
  t`person:${PERSON}|${COARSE}`,
  t`gap>${GAP_BEHIND}`,
  t`gap<${GAP_BEFORE}`,
  t`${TURN}|${PERSON}`,
  t`${TURN}|${UNIT}`,
  t`${CLAUSE_LEAD}`,
  t`${CLAUSE_LEAD}|${UNIT}`,
  t`${CLAUSE_LEAD}|L:${LEFT}`,
  t`${CLAUSE_LEAD}|${COARSE}`,
  t`${SENTENCE_LEAD}`,
  t`${SENTENCE_LEAD}|${UNIT}`,
  t`${SENTENCE_LEAD}|${LED}`,
  t`${SENTENCE_LEAD}|${COARSE}`,
  t`${LEADS_CLAUSE}`,
  t`${LEADS_CLAUSE}|${UNIT}`,
  t`${LEADS_SENTENCE}`,
  t`${LEADS_SENTENCE}|${UNIT}`,
  t`${FIRST}`,
  t`${SPEAKS}`,
  t`${SPEAKS}|${UNIT}`,
  t`${NEAREST_NAME}`,
  t`${NEAREST_NAME}|${UNIT}`,
  t`${NEAREST_MODEL}`,
  t`${NEAREST_MODEL}|${UNIT}`,
  t`${LAST}`,
  t`${LAST}|${UNIT}`,
  t`${LAST_AT}|${LAST_UNIT}`,
  t`${RESTATED}`,
  t`${SINCE}`,
  t`${SINCE}|${COARSE}`,
  t`${SINCE}|${AT}`,
  t`${SINCE}|${NEAREST_MODEL}`,
  t`${SINCE}|${NEAREST_NAME}`,
  t`${COUNTED}`,
  t`marks:${MARKS}|${AT}`,
  t`marks:${MARKS}|verbs:${VERBS}|${AT}`,
  t`verbs:${VERBS}|${AT}`,
  t`verbs:${VERBS}|${UNIT}`,
  t`next:${edge.NEXT}|${AT}`,
  t`next:${edge.NEXT}|${UNIT}`,
  t`next:${edge.NEXT}|previous:${edge.PREVIOUS}|${AT}`,
  t`next:${edge.NEXT}|verbs:${VERBS}|marks:${MARKS}`,
  t`previous:${edge.PREVIOUS}|${AT}`,
  t`previous:${edge.PREVIOUS}|${UNIT}`,
  t`said:${SAID}`,
  t`said:${SAID}|${COARSE}`,
  t`said:${SAID}|${AT}`,
  t`said:${SAID}|${UNIT}`,
  t`after:${edge.AFTER}|${AT}`,
  t`after:${edge.AFTER}|${COUNTED}`,
  t`head:${edge.HEAD}|${UNIT}`,
  t`head:${edge.HEAD}|${AT}`,
]

/** What speaks for and against the answer that the text names no subject. */
const NONE = [
  t`none`,
  t`none:${UNIT}`,
  t`none:${NAMES}`,
  t`none:${REACH}`,
  t`none:${REACH}|${UNIT}`,
  t`none:L:${LEFT}`,
  t`none:${PERSON}`,
  t`none<${FOUND_BY}`,
]

/** All of them, for tests and tools. */
export const SUBJECT_FEATURES = [...OF_SPAN, ...OF_PLACE, ...NONE]

const spanModel = new Model(OF_SPAN, SUBJECT_WEIGHTS)
const placeModel = new Model(OF_PLACE, SUBJECT_WEIGHTS)
const noneModel = new Model(NONE, SUBJECT_WEIGHTS)

/** The names of the features of a candidate, as `subject-weights.ts` weighs them. */
export function readSubjectFeatures({ span, rules }: Candidate, place: SubjectPlace): string[] {
  const { reading } = place.place
  if (!span) return namesOf(NONE, describeNone(rules, place))
  const facts = factsOf(reading, span)
  const row = describeStanding(span, facts, rules, place)
  return [...namesOf(OF_SPAN, describeSpan(reading, span, facts)), ...namesOf(OF_PLACE, row)]
}

/** What speaks for a candidate as the subject of a figure, in thousandths of log odds. */
export function weighSubject({ span, rules }: Candidate, place: SubjectPlace): number {
  const { reading } = place.place
  if (!span) return noneModel.sum(describeNone(rules, place))
  const facts = factsOf(reading, span)
  if (facts.asSubject === UNREAD) facts.asSubject = spanModel.sum(describeSpan(reading, span, facts))
  return facts.asSubject + placeModel.sum(describeStanding(span, facts, rules, place))
}

function describeNone(rules: readonly number[], { place, names, reach }: SubjectPlace): Row {
  const row = rowOf(place)
  row.lists[FOUND_BY.slot] = rules
  row.codes[NAMES.slot] = names
  row.codes[REACH.slot] = reach
  return row
}

/** Written anew for each span. */
const SPAN_ROW = new Row()

function describeSpan(
  reading: Reading,
  span: Span,
  { words, kind, touches, isMetric, hasDigits, edges }: SpanFacts,
): Row {
  const row = SPAN_ROW.clear()
  const { codes, lists } = row
  codes[KIND.slot] = kind
  codes[COARSE.slot] = COARSE_KINDS[kind]!
  lists[TOUCHES.slot] = touches
  codes[IS_METRIC.slot] = Number(isMetric)
  codes[HAS_DIGITS.slot] = Number(hasDigits)
  codes[SIZE.slot] = sizeOf(span, reading.lang !== 'en')
  shape.describeShape(reading, span, kind, words, row)
  edge.describeEdges(edges, row)
  return row
}
