import type { Span } from '../text/sentences.ts'
import { columnHead } from './cells.ts'
import { ACTS, endOfWord, isWordUnit, kindAt } from './english-words.ts'
import { several } from './features.ts'
import { Gate } from './gates.ts'
import { isFunctionWord, NOUN, pairAt, VERB } from './han-pairs.ts'
import { bindMetric, cellMetric, readMetrics } from './metric.ts'
import { isNoProperty } from './metric-ends.ts'
import { cutProperty, TIME } from './metric-words.ts'
import { STRETCH } from './phrases.ts'
import type { Place } from './place.ts'
import { type Candidate, CandidateList, trimSpan } from './ranking.ts'
import type { Reading } from './reading.ts'
import type { KnownSpan } from './span-facts.ts'

/** Longest metric, in UTF-16 units, and verbs of a sentence that are looked at. */
const LONGEST = 60
const MOST_VERBS = 12

/** Which searches found a candidate. */
export const FOUND_BY = several(
  'none',
  'given',
  'first',
  'cell',
  'column',
  'trailing',
  'leading',
  'following',
  'counted',
  'counted head',
  'bracketed',
  'verb before',
  'predicate after',
  'last metric',
  'phrase',
  'verb',
  'verb of sentence',
)
const BY = FOUND_BY.of

/** The metric that was read with a subject. */
export const givenMetric = ({ metric, goesOn }: Candidate, { last }: Place): Span | undefined =>
  goesOn ? last?.metric : metric

/** Everything that may be the metric of a figure whose subject is chosen; `given` was read with the subject. */
export function findMetrics(place: Place, subject: Span | undefined, given: Span | undefined): Candidate[] {
  const { reading, one, clause, last } = place
  const { folded } = reading
  const { quantity, scope, counted, block } = one
  const list = new CandidateList(reading, quantity, BY.none)
  const put = (span: Span | undefined, rule: number) => {
    const property = span && withoutLead(reading, span)
    if (property) list.add(property, rule)
  }
  const putKnown = (span: KnownSpan, rule: number) => {
    const property = propertyOf(reading, span)
    if (property) list.addKnown(property, rule)
  }
  put(given, BY.given)
  const readings = readMetrics(place, subject)
  put(given ?? bindMetric(reading, one, subject, last, readings), BY.first)
  if (block?.kind === 'table-row' || block?.kind === 'table-head') {
    put(cellMetric(folded, one), BY.cell)
    put(columnHead(reading, block, quantity.start), BY.column)
  }
  put(readings.trailing, BY.trailing)
  put(readings.leading, BY.leading)
  put(readings.following, BY.following)
  put(counted, BY.counted)
  put(counted && headOf(folded, counted), BY['counted head'])
  put(readings.bracketed, BY.bracketed)
  put(readings.verbBefore, BY['verb before'])
  put(readings.predicateAfter, BY['predicate after'])
  put(last?.metric, BY['last metric'])
  for (const phrase of reading.phrasesIn(scope.start, scope.end)) putKnown(phrase, BY.phrase)
  for (const verb of verbsOfClause(reading, scope, clause)) putKnown(verb, BY.verb)
  for (const verb of reading.verbsIn(scope.start, scope.end).slice(0, MOST_VERBS))
    putKnown(verb, BY['verb of sentence'])
  return list.all
}

/**
 * What a phrase or verb reaches at most that stands behind the figure's clause, or before it, and that nothing else has found,
 * in thousandths of log odds: as far as 2,724 figures of articles show, where the best candidate mostly has more than 3,300
 * and the answer was never another one than if all had been weighed.
 */
const MOST_BEHIND = 2500
const MOST_BEFORE = 4000

/** How loud a candidate can speak at most, before it is weighed; without end where nothing says. */
export function mostOfMetric(
  { span, rules }: Candidate,
  { one: { quantity, sentence }, clause }: Place,
): number {
  if (!span || rules.length > 1) return Number.POSITIVE_INFINITY
  if (rules[0] !== BY.phrase && rules[0] !== BY['verb of sentence']) return Number.POSITIVE_INFINITY
  if (span.start > quantity.start)
    return span.end > clause.end && span.start - quantity.end > 2 ? MOST_BEHIND : Number.POSITIVE_INFINITY
  const isBefore = span.start < clause.start && span.start >= sentence.start && quantity.start - span.end > 1
  return isBefore ? MOST_BEFORE : Number.POSITIVE_INFINITY
}

/** Prepositions, articles and particles that a property never begins with; they are left out. */
const LEAD = new Gate(
  /^(?:(?:for|of|in|on|at|by|with|to|the|an?|and|that|as|(?:(?:well|far|just|significantly) )?(?:above|below)|(?:significantly |much |far |slightly )?(?:higher|lower) than) |[的了而则也都还又]|就(?![业诊医学读])|存在)+(?=..)/,
)

/** `while Microsoft gained`, `it had reached`: how a clause begins and who acts in it say nothing of what is measured. */
const OPENS_CLAUSE = new Gate(
  /^(?:(?:while|whereas|although|though|because|since|if|when|where|but|so|who|whom|which|it|they|he|she|we|i|you)(?:['’](?:s|d|ll|ve|re|m))?|has|had|have|was|were|will|would|been|also|now|then|already|still|only|just) (?=[a-z]{2})/,
)

/** A span as the property it may name, the same for all figures. */
function propertyOf(reading: Reading, span: KnownSpan): KnownSpan | null {
  if (span.property === undefined) {
    const property = withoutLead(reading, span)
    const trimmed = property && trimSpan(reading.folded, property)
    span.property = trimmed ? reading.spanOf(trimmed.start, trimmed.end) : null
  }
  return span.property
}

/** What may name a property of a span: neither a clause, nor a piece of a name, nor a time. */
function withoutLead(reading: Reading, span: Span): Span | undefined {
  if (span.end - span.start > LONGEST || isWithinName(reading, span)) return undefined
  const start = behindLead(reading, span)
  if (start === span.start && isTime(reading.folded, span)) return undefined
  if (reading.lang === 'en') return cutProperty(reading.folded, start, span.end)
  if (isFunctionWord(reading.folded, start, span.end) || isNoProperty(reading.folded.slice(start, span.end)))
    return undefined
  return { start, end: span.end }
}

function behindLead({ folded, lang, namesIn }: Reading, { start, end }: Span): number {
  // 就业人数, 都市人口: not 就 and 都 before what they lead to
  if (lang !== 'en' && (pairAt(folded, start) & (NOUN | VERB)) !== 0) return start
  let at = start + LEAD.lengthIn(folded.slice(start, end))
  if (lang !== 'en') return at
  while (at < end && '-–—+ '.includes(folded[at]!)) at++
  for (;;) {
    const length = OPENS_CLAUSE.lengthIn(folded.slice(at, end))
    if (length === 0) break
    at += length
  }
  const name = namesIn(at, end)[0]
  if (name?.start !== at || folded[name.end] !== ' ' || end - name.end < 4) return at
  const word = endOfWord(folded, name.end + 1)
  return at > start || (kindAt(folded, name.end + 1, word) & ACTS) !== 0 ? name.end + 1 : at
}

/** The last word of what is counted: 数字 of 带有负面联想的数字, registrations of bank account registrations. */
function headOf(folded: string, span: Span): Span | undefined {
  const words = folded.slice(span.start, span.end)
  const head = /[\u4e00-\u9fff]/.test(words)
    ? /(?<=的)[^的]{2,12}$/.exec(words)
    : /(?<= )[a-z'’-]+$/.exec(words)
  return head ? { start: span.end - head[0].length, end: span.end } : undefined
}

/** `Claude Opus` of Claude Opus 4: who is measured, or a piece of it, is no property. */
function isWithinName({ folded, entityAt }: Reading, { start, end }: Span): boolean {
  if (!isWordUnit(folded.charCodeAt(start))) return false
  const name = entityAt(start)
  return name?.kind === 'model' && end <= name.end
}

/** Verbs of a figure's clause: what somebody did may be all that says what was measured. A long sentence is not read to its end. */
function verbsOfClause({ verbsIn }: Reading, scope: Span, clause: Span): readonly KnownSpan[] {
  const isRead = clause.end <= scope.start + STRETCH
  const verbs = isRead ? verbsIn(scope.start, scope.end) : verbsIn(clause.start, clause.end)
  return verbs.filter(({ start, end }) => start >= clause.start && end <= clause.end).slice(0, MOST_VERBS)
}

const isTime = (folded: string, { start, end }: Span): boolean => TIME.test(folded.slice(start, end))
