import type { Span } from '../text/sentences.ts'
import { hasHan } from './char-set.ts'
import { clauseAt } from './clauses.ts'
import { readCounted } from './counted.ts'
import type { Block } from './document.ts'
import { leadOf } from './focus.ts'
import { ANSWER, isLine, type LineLabel, lineLabel } from './label-lines.ts'
import {
  answersQuestion,
  headingName,
  introducedMetric,
  isMetric,
  ownerOf,
  parentOf,
} from './list-context.ts'
import { endsInMetric } from './metric.ts'
import { isPronoun } from './nominal.ts'
import { trimSpan } from './ranking.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** What the items of a list and the headings above say of a figure, where the words beside it say only the rest. */

/** `- Claude Opus 4: 96%` below `Blackmail rates:`, `- refusal rate: 12%` below `- GPT-4.1`. */
export function byItem(reading: Reading, one: Selected): SubjectReading | undefined {
  const { block, quantity } = one
  if (!block || !(isLine(block) || block.kind === 'heading')) return undefined
  const line = lineLabel(reading, block, quantity)
  if (!line || (block.kind === 'heading' && !line.isCard)) return undefined
  if (isSpeaker(reading, one, line) || isClause(reading, line)) return undefined
  return byWords(reading, one, block, line) ?? byNames(reading, one, block, line)
}

/** The label of a turn, which is no part of its sentences. */
const isSpeaker = ({ folded }: Reading, { sentence }: Selected, { label, isCard }: LineLabel): boolean =>
  !isCard &&
  label.end <= sentence.start &&
  folded.slice(label.end, sentence.start).includes(':') &&
  !endsInMetric(folded.slice(label.start, label.end))

const FINITE = / (?:is|are|was|were|has|have|had|will|would|can|could|do|does|did) (?=[a-z])/

/** `Americans are divided over AI: 37% say …`: what stands before the colon says something itself. */
const isClause = ({ folded }: Reading, { label, isAlone }: LineLabel): boolean =>
  !isAlone && FINITE.test(folded.slice(label.start, label.end))

/** Labels of spans of time that say what took so long. */
const TIMES =
  /(?<![a-z])(?:time|duration|period|ages?|lifetime|delay|deadline|length)(?![a-z])|用时|耗时|周期|时间|时长|寿命|年限|工期|期限|年龄/

/** Labels that say what was measured: answers, and properties. */
function byWords(
  reading: Reading,
  one: Selected,
  block: Block,
  { label, isAlone }: LineLabel,
): SubjectReading | undefined {
  const words = reading.folded.slice(label.start, label.end)
  if (ANSWER.test(words)) return { metric: label, rule: 'item' }
  const isTime = isAlone && one.quantity.unit === 'duration' && TIMES.test(words)
  if (!isTime && !endsInMetric(words))
    return answersQuestion(reading, block) ? { metric: label, rule: 'item' } : undefined
  const owned = ownedProperty(reading, label)
  if (owned) return owned
  const subject = countedName(reading, one, label) ?? ownerOf(reading, block)
  return subject || isAlone ? { ...(subject && { subject }), metric: label, rule: 'item' } : undefined
}

/** Labels that say of whom; the line above says what was measured. */
function byNames(
  reading: Reading,
  one: Selected,
  block: Block,
  { label, isAlone, isCard }: LineLabel,
): SubjectReading | undefined {
  const owned = ownedProperty(reading, label)
  if (owned) return owned
  const parent = parentOf(reading, block)
  const metric = parent && isMetric(reading, parent) ? parent : introducedMetric(reading, block)
  const isNamed = reading.entitiesIn(label.start, label.end).some(({ kind }) => kind !== 'person')
  if (metric || isNamed) return { subject: label, ...(metric && { metric }), rule: 'item' }
  const isCounted = isAlone && one.quantity.unit === 'count' && !one.counted
  return isCard || isCounted ? described(reading, one, label) : undefined
}

/** What a number is called that stands apart from the words for it. */
export const byDescription = (reading: Reading, one: Selected, label: Span): SubjectReading =>
  ownedProperty(reading, label) ?? described(reading, one, label)

const OF_NAME = / (?:of|by|for|in|from|with|at) (?:the )?$/
const OWNS = /^(?:的|['’]s)? ?/

/** `blackmail rate of Claude Opus 4`, `Claude Opus 4的勒索率`: a property and whose it is. */
function ownedProperty({ folded, entitiesIn }: Reading, label: Span): SubjectReading | undefined {
  const names = entitiesIn(label.start, label.end).filter(
    ({ kind }) => kind === 'model' || kind === 'organization',
  )
  if (names.length !== 1) return undefined
  const name = names[0]!
  if (name.start === label.start) {
    const start = name.end + OWNS.exec(folded.slice(name.end, label.end))![0].length
    const isOwned = start > name.end && endsInMetric(folded.slice(start, label.end))
    return isOwned ? { subject: name, metric: { start, end: label.end }, rule: 'item' } : undefined
  }
  const of = name.end === label.end && OF_NAME.exec(folded.slice(label.start, name.start))
  return of
    ? { subject: name, metric: { start: label.start, end: name.start - of[0].length }, rule: 'item' }
    : undefined
}

const OF_GROUP = /^of (?:the |all |these |those |our )?/

/** The label of a number that has nothing beside it: what is counted, the group it is a share of, or the measure. */
function described(reading: Reading, { quantity }: Selected, label: Span): SubjectReading {
  const { folded } = reading
  const words = folded.slice(label.start, label.end)
  const isHanLabel = hasHan(folded, label.start, label.end)
  if (quantity.unit === 'count') {
    const counted = isHanLabel ? headOf(words, label) : countedIn(folded, label, 0)
    return { ...(counted && { subject: counted }), metric: label, rule: 'item' }
  }
  const of = OF_GROUP.exec(words)?.[0].length
  const group = of ? countedIn(folded, label, of) : undefined
  const rest = group && trimSpan(folded, { start: group.end, end: label.end })
  if (group) return { subject: group, ...(rest && { metric: rest }), rule: 'item' }
  return (
    (isHanLabel && quantity.unit === 'percent' && actingIn(reading, label)) || { metric: label, rule: 'item' }
  )
}

/** 完成問卷的民眾: a phrase is about what stands behind its last 的. */
function headOf(words: string, label: Span): Span {
  const head = /的([^的]{2,12})$/.exec(words)?.[1]
  return head ? { start: label.end - head.length, end: label.end } : label
}

/** 受訪者擔心被取代: who does what, where the label is no property. */
function actingIn(reading: Reading, label: Span): SubjectReading | undefined {
  const lead = leadOf(reading, label.start, label.end)
  if (!lead || lead.start > label.start || lead.end >= label.end || isMetric(reading, lead)) return undefined
  const metric = trimSpan(reading.folded, { start: lead.end, end: label.end })
  return metric && { subject: lead, metric, rule: 'item' }
}

const NUMBER_OF = /(?:的)?(?:总?数量?|总量)$/

/** 提示数量：2,400条: what a number is of. */
function countedName({ folded }: Reading, { quantity }: Selected, label: Span): Span | undefined {
  if (quantity.unit !== 'count') return undefined
  const tail = NUMBER_OF.exec(folded.slice(label.start, label.end))?.[0].length ?? 0
  return tail > 0 && label.end - tail - label.start >= 2
    ? { start: label.start, end: label.end - tail }
    : undefined
}

function countedIn(folded: string, label: Span, from: number): Span | undefined {
  const counted = readCounted(folded, label.start + from)
  return counted && counted.end <= label.end ? { start: counted.start, end: counted.end } : undefined
}

/** `## Claude Opus 4` above `The blackmail rate was 96%.`: sections that are each about the name in their heading. */
export function byHeading(reading: Reading, one: Selected): SubjectReading | undefined {
  const { block, scope, quantity } = one
  if (!block || (block.kind !== 'paragraph' && block.kind !== 'list-item')) return undefined
  const subject = headingName(reading, block)
  if (!subject || reading.namesIn(scope.start, scope.end).some(({ kind }) => kind !== 'place'))
    return undefined
  const clause = clauseAt(reading.folded, scope, quantity.start)
  const lead = leadOf(reading, clause.start, quantity.start)
  const isOpen = !lead || isMetric(reading, lead) || isPronoun(reading.folded.slice(lead.start, lead.end))
  return isOpen ? { subject, rule: 'heading' } : undefined
}
