import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { charSet, holdsAny } from './char-set.ts'
import { clauseAt, leadingEnglish, leadingHan } from './clauses.ts'
import { focusInSentence, leadOf } from './focus.ts'
import { Gate } from './gates.ts'
import { inherit, isHan, resolve } from './inherit.ts'
import { endsInMetric, trailingMetric } from './metric.ts'
import { isNominal } from './nominal.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** What the figure's own clause or sentence names: the owner of a metric, an agent, a frame. */

const GOES_ON =
  /^(?:左右|以上|的)?\s?(?:in \d{4} |a year (?:ago|earlier) )?(?:,\s?)?(?:(?:一路|迅速|大幅|进一步)?(?:飙?升|涨|增|降|跌|下降|上升|提高|提升|减少|增加|增长|缩短|扩大|骤降|锐减)?(?:到了?|至|为)|to)(?:了|约|近|超过|just|only|about|over|nearly|around|\s)*$/

/** `从12%飙升到60%`, `from 61 percent in 2019 to just 53`: the end of a change is about what its beginning is about. */
export function byChange(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  if (last?.sentence !== one.sentence || last.quantity.unit !== one.quantity.unit) return undefined
  const between = reading.folded.slice(last.quantity.end, one.quantity.start)
  if (between.length > 32 || !GOES_ON.test(between)) return undefined
  return { ...(last.subject && { subject: last.subject }), goesOn: true, rule: 'change' }
}

/** `IA平均成功率59%`, `Pixtral 12B的有害响应率高达62%`: the metric stands before the value, its owner before the metric. */
export function byMetric(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { folded } = reading
  if (one.quantity.unit === 'count' || one.quantity.unit === 'duration') return undefined
  const clause = clauseAt(folded, one.scope, one.quantity.start)
  const metric = trailingMetric(folded, clause.start, one.quantity.start)
  if (!metric) return undefined
  const owner = ownerOf(reading, clause.start, metric.start, one, done)
  if (owner) return { subject: owner, metric, rule: 'metric owner' }
  const inherited = inherit(reading, one, done)
  return inherited ? { subject: inherited, metric, rule: 'metric inherited' } : undefined
}

/** The noun phrase between the beginning of the clause and the metric. */
function ownerOf(
  reading: Reading,
  start: number,
  end: number,
  one: Selected,
  done: Binding[],
): Span | undefined {
  const { folded } = reading
  let stop = end
  while (stop > start && /[\s的之其]/.test(folded[stop - 1]!)) stop--
  if (stop <= start) return undefined
  const entity = reading.namesIn(start, stop).findLast((found) => found.kind !== 'place')
  const lead = isHan(reading, end) ? leadingHan(folded, start, stop) : leadingEnglish(folded, start, stop)
  if (entity && (!lead || entity.end >= lead.end - 2 || entity.start > lead.start)) return entity
  return lead && resolve(reading, lead, one, done)
}

/** `高于次优方法的53%`, `超过白盒探针的44%`: compared with the owner of the value. */
export function byPossessive(reading: Reading, one: Selected): SubjectReading | undefined {
  const { folded } = reading
  const clause = clauseAt(folded, one.scope, one.quantity.start)
  const left = folded.slice(clause.start, one.quantity.start)
  if (!left.endsWith('的')) return undefined
  const match =
    /(?:高于|低于|超过|优于|多于|少于|大于|小于|好于|比|远超|不及|不如|从|由)([^,;]{1,24}?)的$/.exec(left)
  if (
    !match ||
    one.quantity.unit === 'multiple' ||
    /^(?:此前|之前|去年|今年|当前|目前|原来|原先|上年|以往)/.test(match[1]!)
  )
    return undefined
  const start = one.quantity.start - match[1]!.length - 1
  const entity = reading.namesIn(start, one.quantity.start).at(-1)
  return { subject: entity ?? { start, end: one.quantity.start - 1 }, rule: 'possessive' }
}

const OPENS_FRAME = new Gate(
  /^\s?(?:在|经过|历经|通过|经|on|in|after|within|over|during|across|for|out of)(?![a-z])/,
)
const CLOSES_FRAME = new Gate(/(?:之?内|里|中|期间|时间里|之后|过程中)$/)

/** `On at least 20 occasions, AI deepfakes …`, `在100次测试中，o3 …`: the figure frames the clause that follows. */
export function byFrame(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit !== 'count' && one.quantity.unit !== 'duration') return undefined
  const { folded } = reading
  const clause = clauseAt(folded, one.scope, one.quantity.start)
  if (folded[clause.end] !== ',') return undefined
  const opens = OPENS_FRAME.test(folded.slice(clause.start, one.quantity.start + 1))
  if (!opens && !CLOSES_FRAME.test(folded.slice(one.quantity.end, clause.end))) return undefined
  const lead = leadOf(reading, clause.end + 1, one.scope.end)
  return lead && { subject: lead, rule: 'frame' }
}

/** The agent of the clause, then of the sentence. */
export function byAgent(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { folded } = reading
  const clause = clauseAt(folded, one.scope, one.quantity.start)
  const lead = leadOf(reading, clause.start, one.quantity.start)
  if (!lead) return byCausee(reading, clause.start, one)
  if (lead.end >= one.quantity.start) return undefined
  if (
    one.quantity.unit === 'multiple' &&
    /的$/.test(folded.slice(0, one.quantity.start).slice(-1)) &&
    lead.end >= one.quantity.start - 1
  )
    return undefined
  if (one.quantity.unit !== 'count' && endsInMetric(folded.slice(lead.start, lead.end))) {
    const focus = inherit(reading, one, done)
    return { ...(focus && { subject: focus }), metric: lead, rule: 'metric agent' }
  }
  return { subject: lead, rule: 'agent' }
}

/** `要求红队员回答十个查询`: the one who is made to act. */
function byCausee(reading: Reading, start: number, one: Selected): SubjectReading | undefined {
  const match = /(?:要求|让|使得?|令|请|允许|帮助)(?=.{2})/.exec(
    reading.folded.slice(start, one.quantity.start),
  )
  const lead = match && leadOf(reading, start + match.index + match[0].length, one.quantity.start)
  return lead && lead.end < one.quantity.start ? { subject: lead, rule: 'causee' } : undefined
}

const INSIDE = charSet('上中里内面')

/** `AuditBench上56个…`, `自动化评估中有10,000个…`, `在HackerOne邀请了405名`: where the count was taken. */
export function byLocation(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit !== 'count') return undefined
  const clause = clauseAt(reading.folded, one.scope, one.quantity.start)
  const left = reading.folded.slice(clause.start, one.quantity.start)
  if (!holdsAny(INSIDE, left)) return undefined
  const match = /^(?:在|于)?([^在,]{2,20}?)(?:上|中|里|内|面前)(?:[^中上里]{0,6})$/.exec(left)
  if (!match) return undefined
  const start = clause.start + left.indexOf(match[1]!)
  const name = reading.namesIn(start, start + match[1]!.length).at(-1)
  if (name) return { subject: name, rule: 'location' }
  return isNominal(match[1]!)
    ? { subject: { start, end: start + match[1]!.length }, rule: 'location' }
    : undefined
}

/** `包括A、B在内的16款模型`: a count that ends a long modifier is about the things counted. */
export function byModified(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  if (one.quantity.unit !== 'count' || !one.counted) return undefined
  if (/(?:它|他|她|其)(?:们)?的?$/.test(reading.folded.slice(one.quantity.start - 3, one.quantity.start))) {
    const owner = inherit(reading, one, done)
    return owner && { subject: owner, rule: 'owner' }
  }
  return reading.folded[one.quantity.start - 1] === '的' ||
    /\*\*$|的\s$/.test(reading.folded.slice(one.quantity.start - 2, one.quantity.start))
    ? { subject: one.counted, rule: 'modified' }
    : undefined
}

/** The agent of an earlier clause of the sentence did the counting; `he queried four models` is about who he is. */
export function byAgentOfSentence(reading: Reading, one: Selected): SubjectReading | undefined {
  const { folded } = reading
  if (one.quantity.unit !== 'count') return undefined
  const clause = clauseAt(folded, one.scope, one.quantity.start)
  const left = folded.slice(clause.start, one.quantity.start)
  if (/^[\s"“「*~约近]*(?:有|共|其中|另有|平均有?)?[\s]*$/.test(left)) return undefined
  if (/^(?:he|she) /.test(left)) {
    const person = reading
      .namesIn(Math.max(0, clause.start - 800), clause.start)
      .findLast((name) => name.kind === 'person' || name.kind === 'organization')
    if (person) return { subject: person, rule: 'pronoun' }
  }
  if (/^(?:we|i|我们|我) ?/.test(left)) return undefined
  const earlier = focusInSentence(reading, one.scope, clause.start)
  return earlier && { subject: earlier, rule: 'agent of sentence' }
}

/** `有九份报告在50%的阈值下…`: the things counted in the clause are what its other figures are about. */
export function byExisting(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  if (!last?.counted || last.sentence !== one.sentence || last.quantity.unit !== 'count') return undefined
  const clause = clauseAt(reading.folded, one.scope, one.quantity.start)
  return last.quantity.start >= clause.start ? { subject: last.counted, rule: 'existing' } : undefined
}
