import type { Span } from '../text/sentences.ts'
import { countBetween, MARKS, SAID, saidBefore, VERBS } from './between.ts'
import { facet, Model, namesOf, openFacet, Row, t } from './features.ts'
import {
  isSame,
  LEFT,
  markedOf,
  PERSON,
  type Place,
  RIGHT,
  rowOf,
  SIZE,
  sizeOf,
  TOUCHES,
  UNIT,
} from './place.ts'
import type { Candidate } from './ranking.ts'
import type { Reading } from './reading.ts'
import * as edge from './span-edges.ts'
import { factsOf, KIND, type SpanFacts, UNREAD } from './span-facts.ts'
import { FOUND_BY } from './subject-candidates.ts'
import * as shape from './subject-shape.ts'
import { SUBJECT_WEIGHTS } from './subject-weights.ts'

/** A figure's place with what is known of all its candidates. */
export interface SubjectPlace {
  place: Place
  /** Codes of `NAMES` and `REACH`. */
  names: number
  reach: number
  /** Who speaks in the sentence; seldom whom its figures are about. */
  speaker: Span | undefined
  nearestName: Span | undefined
  nearestModel: Span | undefined
  firstInSentence: Span | undefined
  /** The words of the subject of the figure before. */
  lastWords: string | undefined
}

const COARSE = facet('phrase', 'theme', 'model', 'place', 'name')
const AT = facet(
  'later',
  'touches behind',
  'clause behind',
  'sentence behind',
  'touches',
  'clause',
  'sentence',
  'before',
  'paragraph',
  'heading',
  'near paragraph',
  'far',
)
/** Whether the clause begins with a noun phrase. */
const LED = facet('leadless', 'led')
/** The few words that part a candidate from its figure, when they are few: ` for `, `的`, `：`. */
const GAP_BEHIND = openFacet()
const GAP_BEFORE = openFacet()
const TURN = facet('turn')
const CLAUSE_LEAD = facet('clause lead')
const SENTENCE_LEAD = facet('sentence lead')
const LEADS_CLAUSE = facet('leads clause')
const LEADS_SENTENCE = facet('leads sentence')
const FIRST = facet('first in sentence')
const SPEAKS = facet('speaks')
const NEAREST_NAME = facet('nearest name')
const NEAREST_MODEL = facet('nearest model')
const LAST = facet('last')
const LAST_AT = facet('last|sentence', 'last|block', 'last|far')
const LAST_UNIT = facet('unit', 'other')
/** Whether a candidate of the sentence stands on this side of the figure before, which has had its own. */
const SINCE = facet('since', 'used')
const RESTATED = facet('last|restated')
const COUNTED = facet('is counted')
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

/** Whether the sentence has names. */
const NAMES = facet('names', 'bare')
/** The nearest stretch that holds any candidate. */
const REACH = facet('sentence', 'paragraph', 'far')

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

export function readSubjectPlace(
  place: Place,
  candidates: readonly Candidate[],
  speaker: Span | undefined,
): SubjectPlace {
  const { reading } = place
  const { scope, quantity } = place.one
  const names = reading.namesIn(scope.start, scope.end)
  return {
    place,
    names: names.length > 0 ? NAMES.of.names : NAMES.of.bare,
    reach: reachOf(place, candidates),
    speaker,
    nearestName: names.findLast(({ end }) => end <= quantity.start),
    nearestModel: names.findLast(({ end, kind }) => kind === 'model' && end <= quantity.start),
    firstInSentence: firstWithin(candidates, scope),
    lastWords: place.last?.subject && reading.folded.slice(place.last.subject.start, place.last.subject.end),
  }
}

function firstWithin(candidates: readonly Candidate[], scope: Span): Span | undefined {
  let first: Span | undefined
  for (const { span } of candidates)
    if (span && span.start >= scope.start && span.end <= scope.end && !(first && first.start <= span.start))
      first = span
  return first
}

function reachOf({ one: { sentence, block } }: Place, all: readonly Candidate[]): number {
  let reach: number = REACH.of.far
  for (const { span } of all) {
    if (!span) continue
    if (span.start >= sentence.start && span.end <= sentence.end) return REACH.of.sentence
    if (block && span.start >= block.start && span.end <= block.end) reach = REACH.of.paragraph
  }
  return reach
}

/** The names of the features of a candidate, as `subject-weights.ts` weighs them. */
export function readSubjectFeatures({ span, rules }: Candidate, place: SubjectPlace): string[] {
  const { reading } = place.place
  if (!span) return namesOf(NONE, describeNone(rules, place))
  const facts = factsOf(reading, span)
  const row = describe(span, facts, rules, place)
  return [...namesOf(OF_SPAN, describeSpan(reading, span, facts)), ...namesOf(OF_PLACE, row)]
}

/** What speaks for a candidate as the subject of a figure, in thousandths of log odds. */
export function weighSubject({ span, rules }: Candidate, place: SubjectPlace): number {
  const { reading } = place.place
  if (!span) return noneModel.sum(describeNone(rules, place))
  const facts = factsOf(reading, span)
  if (facts.asSubject === UNREAD) facts.asSubject = spanModel.sum(describeSpan(reading, span, facts))
  return facts.asSubject + placeModel.sum(describe(span, facts, rules, place))
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

/** By code of `KIND`. */
const COARSE_KINDS = KIND.words.map((kind) =>
  kind === 'phrase' || kind === 'theme' || kind === 'model' || kind === 'place'
    ? COARSE.of[kind]
    : COARSE.of.name,
)

function describe(span: Span, facts: SpanFacts, rules: readonly number[], subjectPlace: SubjectPlace): Row {
  const { place } = subjectPlace
  const row = rowOf(place)
  const { codes } = row
  row.lists[FOUND_BY.slot] = rules
  codes[LED.slot] = place.clauseLead ? LED.of.led : LED.of.leadless
  codes[KIND.slot] = facts.kind
  codes[COARSE.slot] = COARSE_KINDS[facts.kind]!
  codes[AT.slot] = positionOf(place, span)
  codes[TURN.slot] = Number(rules.includes(FOUND_BY.of['turn speaker']))
  codes[COUNTED.slot] = Number(isSame(place.one.counted, span))
  describeGap(place, span, row)
  describeLead(subjectPlace, span, codes)
  describeNames(subjectPlace, span, codes)
  describeLast(subjectPlace, facts.words, codes)
  describeBetween(place, span, facts, codes)
  return row
}

function sinceLast(last: Place['last'], { sentence, quantity }: Place['one'], span: Span): number {
  if (last?.sentence !== sentence || span.start < sentence.start || span.end > quantity.start) return 0
  return span.start >= last.quantity.end ? SINCE.of.since : SINCE.of.used
}

function describeBetween(place: Place, span: Span, facts: SpanFacts, codes: number[]): void {
  const { reading, one, last } = place
  const { edges } = facts
  countBetween(codes, markedOf(place), span, one.quantity)
  codes[SINCE.slot] = sinceLast(last, one, span)
  codes[SAID.slot] = saidBefore(reading, one.sentence, facts)
  codes[edge.NEXT.slot] = edges.next
  codes[edge.PREVIOUS.slot] = edges.previous
  codes[edge.AFTER.slot] = edges.after
  codes[edge.HEAD.slot] = edges.head
}

function positionOf({ reading, one, clause }: Place, span: Span): number {
  const { quantity, sentence, block } = one
  const { of } = AT
  if (span.start > quantity.start) {
    if (span.end > sentence.end) return of.later
    if (span.start - quantity.end <= 3) return of['touches behind']
    return span.end <= clause.end ? of['clause behind'] : of['sentence behind']
  }
  if (quantity.start - span.end <= 1) return of.touches
  if (span.start >= clause.start) return of.clause
  if (span.start >= sentence.start) return of.sentence
  const back = reading.sentenceIndex(sentence) - reading.sentenceIndex(span)
  if (block && span.start >= block.start) return back === 1 ? of.before : of.paragraph
  if (reading.blockAt(span.start)?.kind === 'heading') return of.heading
  return back <= 2 ? of['near paragraph'] : of.far
}

const DETERMINERS = /(?<![a-z])(?:the|all|these|those|its|their|our|an?) /g
const APPROXIMATORS = /约|近|超过|逾|仅|只有|(?<![a-z])(?:about|around|nearly|over|only|just|an?|the) ?/g

function describeGap({ reading: { folded }, one: { quantity } }: Place, span: Span, { texts }: Row): void {
  const behind = span.start - quantity.end
  const before = quantity.start - span.end
  texts[GAP_BEHIND.slot] =
    behind >= 0 && behind <= 14 ? folded.slice(quantity.end, span.start).replace(DETERMINERS, '') : undefined
  texts[GAP_BEFORE.slot] =
    behind < 0 && before >= 0 && before <= 10
      ? folded.slice(span.end, quantity.start).replace(APPROXIMATORS, '')
      : undefined
}

function describeLead({ place, firstInSentence }: SubjectPlace, span: Span, codes: number[]): void {
  const { clause, one } = place
  const behindClause = span.start - clause.start
  const behindSentence = span.start - one.sentence.start
  codes[CLAUSE_LEAD.slot] = Number(isSame(place.clauseLead, span))
  codes[SENTENCE_LEAD.slot] = Number(isSame(place.sentenceLead, span))
  codes[LEADS_CLAUSE.slot] = Number(behindClause >= 0 && behindClause <= 1)
  codes[LEADS_SENTENCE.slot] = Number(behindSentence >= 0 && behindSentence <= 2)
  codes[FIRST.slot] = Number(isSame(firstInSentence, span))
}

function describeNames(
  { speaker, nearestName, nearestModel }: SubjectPlace,
  span: Span,
  codes: number[],
): void {
  const speaks = speaker !== undefined && span.start < speaker.end && span.end > speaker.start
  codes[SPEAKS.slot] = Number(speaks)
  codes[NEAREST_NAME.slot] = Number(isSame(nearestName, span))
  codes[NEAREST_MODEL.slot] = Number(isSame(nearestModel, span))
}

/** Whether the figure before is about the same words. */
function describeLast({ place, lastWords }: SubjectPlace, words: string, codes: number[]): void {
  const { one, last, restates } = place
  const isLast = last !== undefined && words === lastWords
  codes[LAST.slot] = Number(isLast)
  codes[RESTATED.slot] = Number(isLast && restates)
  codes[LAST_AT.slot] = isLast ? lastAt(one, last) : 0
  codes[LAST_UNIT.slot] = last?.quantity.unit === one.quantity.unit ? LAST_UNIT.of.unit : LAST_UNIT.of.other
}

function lastAt(one: Place['one'], last: NonNullable<Place['last']>): number {
  if (last.sentence === one.sentence) return LAST_AT.of['last|sentence']
  return last.block === one.block ? LAST_AT.of['last|block'] : LAST_AT.of['last|far']
}
