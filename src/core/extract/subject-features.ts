import type { Span } from '../text/sentences.ts'
import { FeatureNames, type Features } from './features.ts'
import { endOf, startOf } from './phrases.ts'
import { isSame, type Place, sizeOf } from './place.ts'
import type { Candidate } from './ranking.ts'
import type { Reading } from './reading.ts'
import { factsOf, type SpanFacts } from './span-facts.ts'

/** A figure's place with what is known of all its candidates. */
export interface SubjectPlace extends Place {
  /** Who speaks in the sentence; seldom whom its figures are about. */
  speaker: Span | undefined
  nearestName: Span | undefined
  nearestModel: Span | undefined
  firstInSentence: Span | undefined
  hasNames: boolean
  /** The nearest stretch that holds any candidate. */
  reach: 'sentence' | 'paragraph' | 'far'
}

export function readSubjectPlace(
  place: Place,
  candidates: readonly Candidate[],
  speaker: Span | undefined,
): SubjectPlace {
  const { scope, quantity } = place.one
  const names = place.reading.namesIn(scope.start, scope.end)
  const before = names.filter((name) => name.end <= quantity.start)
  const inside = candidates.flatMap(({ span }) =>
    span && span.start >= scope.start && span.end <= scope.end ? [span] : [],
  )
  return {
    ...place,
    speaker,
    nearestName: before.at(-1),
    nearestModel: before.findLast(({ kind }) => kind === 'model'),
    firstInSentence: inside.toSorted((a, b) => a.start - b.start)[0],
    hasNames: names.length > 0,
    reach: reachOf(place, candidates),
  }
}

function reachOf({ one: { sentence, block } }: Place, all: readonly Candidate[]): SubjectPlace['reach'] {
  let reach: SubjectPlace['reach'] = 'far'
  for (const { span } of all) {
    if (!span) continue
    if (span.start >= sentence.start && span.end <= sentence.end) return 'sentence'
    if (block && span.start >= block.start && span.end <= block.end) reach = 'paragraph'
  }
  return reach
}

/** The features of a candidate, each a short text that `subject-weights.ts` gives a weight. */
export function readSubjectFeatures(candidate: Candidate, place: SubjectPlace): string[] {
  const features = new FeatureNames()
  describeSubject(candidate, place, features)
  return features.names
}

export function describeSubject({ span, rules }: Candidate, place: SubjectPlace, features: Features): void {
  if (!span) {
    describeNone(rules, place, features)
    return
  }
  const { unit, isHan, left, right, person } = place
  const facts = factsOf(place.reading, span)
  const { kind } = facts
  const coarse = coarseKind(kind)
  const at = positionOf(place, span)
  const led = place.clauseLead ? 'led' : 'leadless'
  for (const rule of rules) features.add('r:', rule)
  features.add('kind:', kind)
  features.add('kind:', kind, unit)
  features.add('pos:', at)
  features.add('pos:', at, unit)
  features.add('pos:', at, coarse)
  features.add('L:', left, at, coarse)
  features.add('R:', right, at, coarse)
  features.add('LR:', left, right, at)
  features.add(place.clauseLead ? 'led|' : 'leadless|', at, unit)
  features.add('person:', person, at)
  features.add('person:', person, coarse)
  describeGap(place, span, features)
  if (rules.includes('turn speaker')) describeTurn(place, features)
  describeLead(place, span, coarse, led, features)
  describeShape(place, span, kind, features)
  for (const { mark } of facts.touching) features.add(mark)
  describeMarks(place, span, facts, features)
  features.add('len:', sizeOf(span, isHan))
}

function describeNone(rules: readonly string[], place: SubjectPlace, features: Features): void {
  const { unit, hasNames, reach, left, person } = place
  features.add('none')
  features.add('none:', unit)
  features.add('none:', hasNames ? 'names' : 'bare')
  features.add('none:', reach)
  features.add('none:', reach, unit)
  features.add('none:L:', left)
  features.add('none:', person)
  for (const rule of rules) features.add('none<', rule)
}

function coarseKind(kind: string): string {
  return ['phrase', 'theme', 'model', 'place'].includes(kind) ? kind : 'name'
}

function positionOf({ reading, one, clause }: Place, span: Span): string {
  const { quantity, sentence, block } = one
  if (span.start > quantity.start) {
    if (span.end > sentence.end) return 'later'
    if (span.start - quantity.end <= 3) return 'touches behind'
    return span.end <= clause.end ? 'clause behind' : 'sentence behind'
  }
  if (quantity.start - span.end <= 1) return 'touches'
  if (span.start >= clause.start) return 'clause'
  if (span.start >= sentence.start) return 'sentence'
  const back = reading.sentenceIndex(sentence) - reading.sentenceIndex(span)
  if (block && span.start >= block.start) return back === 1 ? 'before' : 'paragraph'
  if (reading.blockAt(span.start)?.kind === 'heading') return 'heading'
  return back <= 2 ? 'near paragraph' : 'far'
}

const DETERMINERS = /(?<![a-z])(?:the|all|these|those|its|their|our|an?) /g
const APPROXIMATORS = /约|近|超过|逾|仅|只有|(?<![a-z])(?:about|around|nearly|over|only|just|an?|the) ?/g

/** The few words that part a candidate from its figure, when they are few: ` for `, `的`, `：`. */
function describeGap(
  { reading: { folded }, one: { quantity } }: Place,
  span: Span,
  features: Features,
): void {
  if (span.start >= quantity.end && span.start - quantity.end <= 14)
    features.addText('gap>', folded.slice(quantity.end, span.start).replace(DETERMINERS, ''))
  else if (span.end <= quantity.start && quantity.start - span.end <= 10)
    features.addText('gap<', folded.slice(span.end, quantity.start).replace(APPROXIMATORS, ''))
}

function describeTurn({ person, unit }: Place, features: Features): void {
  features.add('turn|', person)
  features.add('turn|', unit)
}

function describeLead(
  place: SubjectPlace,
  span: Span,
  coarse: string,
  led: string,
  features: Features,
): void {
  const { clause, one, unit, left } = place
  if (isSame(place.clauseLead, span)) {
    features.add('clause lead')
    features.add('clause lead|', unit)
    features.add('clause lead|L:', left)
    features.add('clause lead|', coarse)
  }
  if (isSame(place.sentenceLead, span)) {
    features.add('sentence lead')
    features.add('sentence lead|', unit)
    features.add('sentence lead|', led)
    features.add('sentence lead|', coarse)
  }
  if (span.start - clause.start <= 1 && span.start >= clause.start) addBoth(features, 'leads clause', unit)
  if (span.start - one.sentence.start <= 2 && span.start >= one.sentence.start)
    addBoth(features, 'leads sentence', unit)
  if (isSame(place.firstInSentence, span)) features.add('first in sentence')
}

/** A mark, and the mark with the unit. */
function addBoth(features: Features, mark: string, unit: string): void {
  features.add(mark)
  features.add(mark, '', unit)
}

function describeMarks(place: SubjectPlace, span: Span, facts: SpanFacts, features: Features): void {
  const { reading, one, last, unit, speaker } = place
  const add = (mark: string) => addBoth(features, mark, unit)
  if (speaker && span.start < speaker.end && span.end > speaker.start) add('speaks')
  if (isSame(place.nearestName, span)) add('nearest name')
  if (isSame(place.nearestModel, span)) add('nearest model')
  if (last?.subject && reading.folded.slice(last.subject.start, last.subject.end) === facts.words) {
    add('last')
    const where = last.sentence === one.sentence ? 'sentence' : last.block === one.block ? 'block' : 'far'
    features.add('last|', where, last.quantity.unit === one.quantity.unit ? 'unit' : 'other')
    if (place.restates) features.add('last|restated')
  }
  if (isSame(one.counted, span)) features.add('is counted')
  if (facts.isMetric) features.add('is metric')
  if (facts.hasDigits) features.add('has digits')
}

const LAST_CLASSES: [string, RegExp][] = [
  ['person', /[者员人们家手方师生民友众]$/],
  ['body', /[司院所府局部会社校团队组国省市州厂商店台网站区]$/],
  ['thing', /[型统法具器品件机物书文章报告案例图集库片料数据卡票券信稿]$/],
  ['quality', /[率度量性力值额价款金费险害]$/],
  ['time', /[年月日天时期间前后中内里上下]$/],
  ['grammar', /[的了着过地得是在有不也都就还再又很最更可会能要把被对从向给让以于而且或和与及]$/],
]

/** Whether a phrase that is no name reads like a noun phrase. */
function describeShape({ reading, isHan }: Place, span: Span, kind: string, features: Features): void {
  if (kind !== 'phrase' && kind !== 'theme') return
  if (!isHan) {
    describeEnglish(reading, span, features)
    return
  }
  const words = reading.folded.slice(span.start, span.end)
  const last = LAST_CLASSES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
  const [start, end] = [startOf(words), endOf(words)]
  features.add('starts:', start)
  features.add('ends:', end)
  features.add('shape:', `${start}-${end}`, kind)
  features.add('last:', last)
}

const DETERMINED = /(?<![a-z])(?:a|an|the|this|these|those|its|their|our|his|her|all) $/

function describeEnglish({ folded, text }: Reading, span: Span, features: Features): void {
  const words = folded.slice(span.start, span.end)
  features.add('words:', String(Math.min(4, words.split(/\s+/).length)))
  if (/s$/.test(words) && !/(?:ss|us|is)$/.test(words)) features.add('plural')
  if (/(?:ing|ed|ly)$/.test(words)) features.add('ends like verb')
  if (/^[a-z]+(?:ing|ed|ly)(?: |$)/.test(words)) features.add('starts like verb')
  if (/^[A-Z]/.test(text.slice(span.start, span.end))) features.add('capital')
  if (DETERMINED.test(folded.slice(Math.max(0, span.start - 7), span.start))) features.add('determined')
}
