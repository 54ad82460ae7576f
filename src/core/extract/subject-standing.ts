import type { Span } from '../text/sentences.ts'
import { countBetween, SAID, saidBefore } from './between.ts'
import { facet, openFacet, type Row } from './features.ts'
import { isSame, markedOf, type Place, rowOf } from './place.ts'
import * as edge from './span-edges.ts'
import { COARSE, COARSE_KINDS, KIND, type SpanFacts } from './span-facts.ts'
import { FOUND_BY } from './subject-candidates.ts'
import type { SubjectPlace } from './subject-place.ts'

/** Where a candidate for the subject stands: beside its figure, in clause and sentence, and to the figure before. */

/** How far before or behind the figure. */
export const AT = facet(
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
export const LED = facet('leadless', 'led')
/** The few words that part a candidate from its figure, when they are few: ` for `, `的`, `：`. */
export const GAP_BEHIND = openFacet()
export const GAP_BEFORE = openFacet()
/** Whether whose turn it is was found there. */
export const TURN = facet('turn')
/** Whether it is the noun phrase that the clause, or the sentence, begins with. */
export const CLAUSE_LEAD = facet('clause lead')
export const SENTENCE_LEAD = facet('sentence lead')
/** Whether the clause, or the sentence, begins where it does. */
export const LEADS_CLAUSE = facet('leads clause')
export const LEADS_SENTENCE = facet('leads sentence')
export const FIRST = facet('first in sentence')
export const SPEAKS = facet('speaks')
export const NEAREST_NAME = facet('nearest name')
export const NEAREST_MODEL = facet('nearest model')
/** Whether it has the words of the subject of the figure before, where that figure stands, and whether in the same unit. */
export const LAST = facet('last')
export const LAST_AT = facet('last|sentence', 'last|block', 'last|far')
export const LAST_UNIT = facet('unit', 'other')
/** Whether a candidate of the sentence stands on this side of the figure before, which has had its own. */
export const SINCE = facet('since', 'used')
/** The same where the figure restates the one before in brackets. */
export const RESTATED = facet('last|restated')
/** Whether the figure counts it. */
export const COUNTED = facet('is counted')

/** Fills the place's row with all that is known of a candidate in it. */
export function describeStanding(
  span: Span,
  facts: SpanFacts,
  rules: readonly number[],
  subjectPlace: SubjectPlace,
): Row {
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

function sinceLast(last: Place['last'], { sentence, quantity }: Place['one'], span: Span): number {
  if (last?.sentence !== sentence || span.start < sentence.start || span.end > quantity.start) return 0
  return span.start >= last.quantity.end ? SINCE.of.since : SINCE.of.used
}
