import type { Span } from '../text/sentences.ts'
import { endsInMetric } from './metric.ts'
import { isTheme } from './nominal.ts'
import { endOf, startOf } from './phrases.ts'
import { isSame, type Place, readTouching, sizeOf } from './place.ts'
import type { Candidate } from './ranking.ts'
import type { Reading } from './reading.ts'

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
export function readSubjectFeatures({ span, rules }: Candidate, place: SubjectPlace): string[] {
  if (!span) return noneFeatures(rules, place)
  const { unit, isHan, left, right, person } = place
  const kind = kindOf(place, span)
  const coarse = coarseKind(kind)
  const at = positionOf(place, span)
  const led = place.clauseLead ? 'led' : 'leadless'
  return [
    ...rules.map((rule) => `r:${rule}`),
    ...[`kind:${kind}`, `kind:${kind}|${unit}`, `pos:${at}`, `pos:${at}|${unit}`, `pos:${at}|${coarse}`],
    ...[`L:${left}|${at}|${coarse}`, `R:${right}|${at}|${coarse}`, `LR:${left}|${right}|${at}`],
    ...[`${led}|${at}|${unit}`, `person:${person}|${at}`, `person:${person}|${coarse}`],
    ...gapFeatures(place, span),
    ...turnFeatures(rules, place),
    ...leadFeatures(place, span, coarse, led),
    ...shapeFeatures(place, span, kind),
    ...readTouching(place.reading.folded, span),
    ...markFeatures(place, span),
    `len:${sizeOf(span, isHan)}`,
  ]
}

function noneFeatures(rules: readonly string[], place: SubjectPlace): string[] {
  const { unit, hasNames, reach, left, person } = place
  return [
    'none',
    `none:${unit}`,
    `none:${hasNames ? 'names' : 'bare'}`,
    `none:${reach}`,
    `none:${reach}|${unit}`,
    `none:L:${left}`,
    `none:${person}`,
    ...rules.map((rule) => `none<${rule}`),
  ]
}

/** Kind of the name that a span is, or whether it is a phrase that names something that acts or is measured. */
function kindOf({ reading }: Place, span: Span): string {
  const size = span.end - span.start
  const name = reading.namesIn(span.start, span.end).find((one) => one.end - one.start > 0.6 * size)
  if (name) return name.entityId ? name.kind : `name ${name.kind}`
  return isTheme(reading.folded.slice(span.start, span.end)) ? 'theme' : 'phrase'
}

function coarseKind(kind: string): string {
  return ['phrase', 'theme', 'model', 'place'].includes(kind) ? kind : 'name'
}

function positionOf({ reading, one, clause }: Place, span: Span): string {
  const { quantity, sentence, block } = one
  if (span.start >= quantity.end || span.start > quantity.start) {
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
function gapFeatures({ reading: { folded }, one: { quantity } }: Place, span: Span): string[] {
  if (span.start >= quantity.end && span.start - quantity.end <= 14)
    return [`gap>${folded.slice(quantity.end, span.start).replace(DETERMINERS, '')}`]
  if (span.end <= quantity.start && quantity.start - span.end <= 10)
    return [`gap<${folded.slice(span.end, quantity.start).replace(APPROXIMATORS, '')}`]
  return []
}

const turnFeatures = (rules: readonly string[], { person, unit }: Place): string[] =>
  rules.includes('turn speaker') ? [`turn|${person}`, `turn|${unit}`] : []

function leadFeatures(place: SubjectPlace, span: Span, coarse: string, led: string): string[] {
  const { clause, one, unit, left } = place
  const features: string[] = []
  if (isSame(place.clauseLead, span))
    features.push('clause lead', `clause lead|${unit}`, `clause lead|L:${left}`, `clause lead|${coarse}`)
  if (isSame(place.sentenceLead, span))
    features.push('sentence lead', `sentence lead|${unit}`, `sentence lead|${led}`, `sentence lead|${coarse}`)
  if (span.start - clause.start <= 1 && span.start >= clause.start)
    features.push('leads clause', `leads clause|${unit}`)
  if (span.start - one.sentence.start <= 2 && span.start >= one.sentence.start)
    features.push('leads sentence', `leads sentence|${unit}`)
  if (isSame(place.firstInSentence, span)) features.push('first in sentence')
  return features
}

function markFeatures(place: SubjectPlace, span: Span): string[] {
  const { reading, one, last, unit, speaker } = place
  const words = reading.folded.slice(span.start, span.end)
  const features: string[] = []
  const add = (mark: string) => features.push(mark, `${mark}|${unit}`)
  if (speaker && span.start < speaker.end && span.end > speaker.start) add('speaks')
  if (isSame(place.nearestName, span)) add('nearest name')
  if (isSame(place.nearestModel, span)) add('nearest model')
  if (last?.subject && reading.folded.slice(last.subject.start, last.subject.end) === words) {
    add('last')
    const where = last.sentence === one.sentence ? 'sentence' : last.block === one.block ? 'block' : 'far'
    features.push(`last|${where}|${last.quantity.unit === one.quantity.unit ? 'unit' : 'other'}`)
    if (place.restates) features.push('last|restated')
  }
  if (isSame(one.counted, span)) features.push('is counted')
  if (endsInMetric(words)) features.push('is metric')
  if (/\d/.test(words)) features.push('has digits')
  return features
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
function shapeFeatures({ reading, isHan }: Place, span: Span, kind: string): string[] {
  if (kind !== 'phrase' && kind !== 'theme') return []
  if (!isHan) return englishShape(reading, span)
  const words = reading.folded.slice(span.start, span.end)
  const last = LAST_CLASSES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
  const [start, end] = [startOf(words), endOf(words)]
  return [`starts:${start}`, `ends:${end}`, `shape:${start}-${end}|${kind}`, `last:${last}`]
}

const DETERMINED = /(?<![a-z])(?:a|an|the|this|these|those|its|their|our|his|her|all) $/

function englishShape({ folded, text }: Reading, span: Span): string[] {
  const words = folded.slice(span.start, span.end)
  const shape = [`words:${Math.min(4, words.split(/\s+/).length)}`]
  if (/s$/.test(words) && !/(?:ss|us|is)$/.test(words)) shape.push('plural')
  if (/(?:ing|ed|ly)$/.test(words)) shape.push('ends like verb')
  if (/^[a-z]+(?:ing|ed|ly)(?: |$)/.test(words)) shape.push('starts like verb')
  if (/^[A-Z]/.test(text.slice(span.start, span.end))) shape.push('capital')
  if (DETERMINED.test(folded.slice(Math.max(0, span.start - 7), span.start))) shape.push('determined')
  return shape
}
