import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { columnHead, rowHead } from './cells.ts'
import { clauseAt, leadingEnglish, leadingHan, openBracket } from './clauses.ts'
import type { EntitySpan } from './entities.ts'
import { focusBefore, focusInSentence, leadOf } from './focus.ts'
import { findLabel } from './labels.ts'
import { endsInMetric, trailingMetric } from './metric.ts'
import { isNominal, isPronoun } from './nominal.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'

export interface SubjectReading {
  subject?: Span
  metric?: Span
  rule: string
}

type Rule = (reading: Reading, one: Selected, done: Binding[]) => SubjectReading | undefined

/** Rules from the surest to the weakest; the first that answers gives the subject. */
const RULES: Rule[] = [
  byTable,
  byAdjacentName,
  byPlace,
  byLabel,
  byBracket,
  byIntroduction,
  byGroup,
  byShareOf,
  byMetric,
  byPossessive,
  byFrame,
  byAgent,
  byLocation,
  byStudy,
  byModified,
  byAgentOfSentence,
  byPart,
  byCounted,
  byExisting,
  byNameBefore,
  byFocus,
]

/** Who or what a figure is about: the span in the text that names it. */
export function bindSubject(reading: Reading, one: Selected, done: Binding[]): SubjectReading {
  for (const rule of RULES) {
    const found = rule(reading, one, done)
    if (found) return found
  }
  return { rule: 'none' }
}

export const isHan = (reading: Reading, offset: number): boolean =>
  /[\u3400-\u9fff]/.test(reading.folded.slice(Math.max(0, offset - 12), offset + 12))

/** A cell takes its row's head, then the column's, then the last model or organisation that the text before named. */
function byTable(reading: Reading, { quantity, block }: Selected): SubjectReading | undefined {
  if (block?.kind !== 'table-row' && block?.kind !== 'table-head') return undefined
  const head = rowHead(reading.folded, block)
  const column = columnHead(reading.folded, reading.blocks, block, quantity.start)
  if (head && head.end <= quantity.start)
    return { subject: head, ...(column && { metric: column }), rule: 'row head' }
  if (column && reading.entitiesIn(column.start, column.end).length > 0)
    return { subject: column, rule: 'column head' }
  const before =
    reading.entities.findLast((entity) => entity.end < block.start && entity.kind === 'model') ??
    reading.entities.findLast((entity) => entity.end < block.start)
  return before ? { subject: before, rule: 'table' } : { rule: 'table' }
}

/** `US citizens, YouGov: 72% want …`: a list item or paragraph that begins with a label is about the label. */
function byLabel(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit === 'duration') return undefined
  const label = findLabel(reading, one)
  return label && { subject: label.subject, rule: 'label' }
}

const APPROXIMATORS =
  /^[\s~≈<>约近逾超大]*(?:about|around|nearly|roughly|仅|only|just|高达|达|为|共|至少)?\s*$/

/** `白盒探针（44%）`, `harmful response rate (~62%)`, `a majority of Americans (53%)`. */
function byBracket(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { folded } = reading
  const open = openBracket(folded, one.scope, one.quantity.start)
  if (open < 0) return undefined
  const inside = folded.slice(open + 1, one.quantity.start)
  if (!APPROXIMATORS.test(inside) && !/^[^,;]{0,24}$/.test(inside)) return undefined
  const entity = reading
    .namesIn(Math.max(one.scope.start, open - 40), open)
    .findLast((found) => open - found.end <= 1)
  if (entity) return { subject: entity, rule: 'bracket entity' }
  if (!APPROXIMATORS.test(inside)) return undefined
  const clause = clauseAt(folded, one.scope, open)
  const metric = trailingMetric(folded, clause.start, open)
  const lead = isHan(reading, open)
    ? leadingHan(folded, clause.start, metric?.start ?? open)
    : leadingEnglish(folded, clause.start, metric?.start ?? open)
  const agent =
    (lead && resolve(reading, lead, one, done)) ??
    (metric && reading.namesIn(clause.start, metric.start).at(-1))
  if (metric) return { ...(agent && { subject: agent }), metric, rule: 'bracket metric' }
  if (isHan(reading, open) && isNominal(folded.slice(tail(folded, clause.start, open).start, open)))
    return { subject: tail(folded, clause.start, open), rule: 'bracket phrase' }
  return agent ? { subject: agent, rule: 'bracket agent' } : undefined
}

/** The last noun phrase before a bracket: behind the last 和, 与, 、 or comparison. */
function tail(folded: string, start: number, end: number): Span {
  let at = end
  while (
    at > start &&
    !/[和与及、比的]/.test(folded[at - 1]!) &&
    !/(?:超过|高于|低于|优于|远超|达到)$/.test(folded.slice(Math.max(start, at - 2), at))
  )
    at--
  return { start: at, end }
}

const SHARE_OF_HAN = /^\s?(?:以上|左右|以下)?的\s?(?=[\u4e00-\u9fffa-z])/
const SHARE_OF_ENGLISH = /^ (?:of )(?:all |the |its |their |these |those |our |surveyed |polled )*/
const BEGINS =
  /^[\s"“「*(]*(?:(?:有|约|近|大约|仅有?|只有|超过|逾|至少|其中|另有|还有|高达|因为|而|但|且|也有|不到|将近|共有|就|如果说)\s?)*$/
const BEGINS_ENGLISH =
  /^[\s"“*(]*(?:(?:about|around|only|just|over|nearly|almost|roughly|some|more than|less than|fewer than|at least|up to|and|but|a whopping|with|while|with just|although|though|that|found|said|showed|also|another|an estimated|approximately|well over|as many as|between)\s)*$/

/** `77% 的公司…`, `63% of Americans say …`: at the beginning of its clause a share is of its noun. */
function byShareOf(reading: Reading, one: Selected): SubjectReading | undefined {
  const { folded } = reading
  if (!['percent', 'fraction'].includes(one.quantity.unit)) return undefined
  const { end, start } = one.quantity
  const clause = clauseAt(folded, one.scope, start)
  const left = folded.slice(clause.start, start)
  const han = SHARE_OF_HAN.exec(folded.slice(end, end + 8))
  if (han && BEGINS.test(left)) {
    const noun = leadingHan(folded, end + han[0].length, Math.min(one.scope.end, end + han[0].length + 30))
    const limited = noun && firstBreak(folded, noun)
    if (limited && !GENERIC.test(folded.slice(limited.start, limited.end)))
      return { subject: limited, rule: 'share of' }
  }
  const english = SHARE_OF_ENGLISH.exec(folded.slice(end, end + 24))
  if (english && BEGINS_ENGLISH.test(left)) {
    const noun = leadingEnglish(folded, end + english[0].length, Math.min(one.scope.end, end + 60))
    if (noun && !GENERIC.test(folded.slice(noun.start, noun.end))) return { subject: noun, rule: 'share of' }
  }
  return undefined
}

/** Nouns of which a share says nothing without its owner. */
const GENERIC =
  /^(?:问题|回答|回应|性能|概率|几率|机会|可能性?|时间|情况|成功率|准确率|增长|股份|份额|速度|效率|预算|收入|利润|respon[a-z]+|answers?|questions?|cases?|chance|probability|time|times|trials|attempts|runs)$/

/** A noun phrase ends at the first comma or list mark. */
function firstBreak(folded: string, span: Span): Span | undefined {
  const found = folded.slice(span.start, span.end).search(/[,;。、:()]/)
  const end = found < 0 ? span.end : span.start + found
  return end > span.start ? { start: span.start, end } : undefined
}

/** `IA平均成功率59%`, `Pixtral 12B的有害响应率高达62%`: the metric stands before the value, its owner before the metric. */
function byMetric(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
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
function byPossessive(reading: Reading, one: Selected): SubjectReading | undefined {
  const { folded } = reading
  const clause = clauseAt(folded, one.scope, one.quantity.start)
  const left = folded.slice(clause.start, one.quantity.start)
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

/** `Sandbaggers28个`, `Harmful Roleplay100个`: the name stands directly before the number. */
function byAdjacentName(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit !== 'count') return undefined
  const name = reading.namesIn(one.quantity.start - 40, one.quantity.start).at(-1)
  if (name && name.end === one.quantity.start) return { subject: name, rule: 'adjacent' }
  const label = /([a-z][a-z ]{2,30})$/.exec(
    reading.folded.slice(Math.max(one.scope.start, one.quantity.start - 32), one.quantity.start),
  )
  if (
    !label ||
    one.quantity.form !== 'digits' ||
    one.quantity.bare ||
    reading.lang === 'en' ||
    /\s$/.test(label[1]!)
  )
    return undefined
  return {
    subject: { start: one.quantity.start - label[1]!.length, end: one.quantity.start },
    rule: 'adjacent',
  }
}

const INTRODUCES =
  /(?:^|[,;。(] ?)(?:and |but |while )?(?:with|for|in|on|among|对于|使用|至于|在|根据|基于|据|针对) ?(?:the )?$/

/** `With GPT-4, 24.2 percent …`, `据GPT-4的数据，…`, `In the US, …`: an introductory phrase names it. */
function byIntroduction(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit === 'count' && one.quantity.form === 'han') return undefined
  const before = reading
    .namesIn(one.scope.start, one.quantity.start)
    .filter((name) => name.kind === 'model' || name.kind === 'place')
  const found = before.findLast(
    (name) =>
      INTRODUCES.test(reading.folded.slice(Math.max(one.scope.start, name.start - 14), name.start)) &&
      /^(?:的数据|的结果|的回答|上|中)?(?: ?,|,)/.test(reading.folded.slice(name.end, name.end + 6)),
  )
  return found && { subject: found, rule: 'introduction' }
}

const OF_GROUP =
  /^\s?(?:在|of |among )(?:all |the |all the |these |those )?([^,;。]{2,40}?)(?:(?:当?中|里|之中)?,\s?)(?:有|约|大约|近|超过|仅有?|只有|about |around |only |just |some |nearly |over |more than )?\s?$/
const FOR_GROUP = /^ (?:for|among) (?:the )?([a-z][a-z -]{2,40}?)(?= and |[,;.)]| in (?:the|a) | on |$)/

/** `Of all AI answers, 51% …`, `在受访者中，62%…`, `5.2% for commercial models`: the group is named beside the share. */
function byGroup(reading: Reading, one: Selected): SubjectReading | undefined {
  if (!['percent', 'fraction'].includes(one.quantity.unit)) return undefined
  const { folded } = reading
  const from = Math.max(one.scope.start, one.quantity.start - 64)
  const before = OF_GROUP.exec(
    folded.slice(from, one.quantity.start).replace(/^[^,;。]*[;。]/, (cut) => ' '.repeat(cut.length)),
  )
  const behind = FOR_GROUP.exec(
    folded.slice(one.quantity.end, Math.min(one.scope.end, one.quantity.end + 60)),
  )
  const [group, base] = behind ? [behind[1]!, one.quantity.end] : before ? [before[1]!, from] : [undefined, 0]
  if (!group || !isNominal(group.trim())) return undefined
  const start = base + folded.slice(base).indexOf(group)
  return { subject: { start, end: start + group.length }, rule: 'group' }
}

/** `grew in the US from 7% to 15%`: the place that the clause names last. */
function byPlace(reading: Reading, one: Selected): SubjectReading | undefined {
  if (!['percent', 'fraction'].includes(one.quantity.unit)) return undefined
  const label = findLabel(reading, one)
  if (
    !label ||
    !/,/.test(reading.folded.slice(label.subject.start, label.speaker?.start ?? label.subject.end))
  )
    return undefined
  const places = reading
    .entitiesIn(one.scope.start, one.quantity.start)
    .filter((entity) => entity.kind === 'place')
  const found = places.at(-1)
  return found && found.start > label.subject.end + 4 ? { subject: found, rule: 'place' } : undefined
}

/** The agent of the clause, then of the sentence. */
function byAgent(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
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

/** `On at least 20 occasions, AI deepfakes …`, `在100次测试中，o3 …`: the figure frames the clause that follows. */
function byFrame(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit !== 'count' && one.quantity.unit !== 'duration') return undefined
  const { folded } = reading
  const clause = clauseAt(folded, one.scope, one.quantity.start)
  const opens = /^\s?(?:在|经过|历经|通过|经|on|in|after|within|over|during|across|for|out of)(?![a-z])/.test(
    folded.slice(clause.start, one.quantity.start + 1),
  )
  const closes = /(?:之?内|里|中|期间|时间里|之后|过程中)$/.test(folded.slice(one.quantity.end, clause.end))
  if (!(opens || closes) || folded[clause.end] !== ',') return undefined
  const lead = leadOf(reading, clause.end + 1, one.scope.end)
  return lead && { subject: lead, rule: 'frame' }
}

/** `包括A、B在内的16款模型`: a count that ends a long modifier is about the things counted. */
function byModified(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
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
function byAgentOfSentence(reading: Reading, one: Selected): SubjectReading | undefined {
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
function byExisting(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  if (!last?.counted || last.sentence !== one.sentence || last.quantity.unit !== 'count') return undefined
  const clause = clauseAt(reading.folded, one.scope, one.quantity.start)
  return last.quantity.start >= clause.start ? { subject: last.counted, rule: 'existing' } : undefined
}

/** `AuditBench上56个…`, `自动化评估中有10,000个…`, `在HackerOne邀请了405名`: where the count was taken. */
function byLocation(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit !== 'count') return undefined
  const clause = clauseAt(reading.folded, one.scope, one.quantity.start)
  const left = reading.folded.slice(clause.start, one.quantity.start)
  const match = /^(?:在|于)?([^在,]{2,20}?)(?:上|中|里|内|面前)(?:[^中上里]{0,6})$/.exec(left)
  if (!match) return undefined
  const start = clause.start + left.indexOf(match[1]!)
  const name = reading.namesIn(start, start + match[1]!.length).at(-1)
  if (name) return { subject: name, rule: 'location' }
  return isNominal(match[1]!)
    ? { subject: { start, end: start + match[1]!.length }, rule: 'location' }
    : undefined
}

/** `56个模型里，有50个…`: a count without a noun is of what was counted before in the sentence. */
function byPart(_reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  if (one.quantity.unit !== 'count' || one.counted || !last?.subject || last.sentence !== one.sentence)
    return undefined
  return { subject: last.subject, rule: 'part' }
}

/** How far back a paragraph is searched, in UTF-16 units. */
const PARAGRAPH_REACH = 1200

/** The study that the paragraph describes: 本研究, 该研究, this study, this paper. */
const STUDY =
  /(?:本|该|这项|此项)(?:研究|论文|报告|调查|实验|文)|(?:this|the|our) (?:study|paper|report|survey|work)(?![a-z])/g

function byStudy(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit !== 'count' || !one.block) return undefined
  const found = [
    ...reading.folded
      .slice(Math.max(one.block.start, one.quantity.start - PARAGRAPH_REACH), one.quantity.start)
      .matchAll(STUDY),
  ].at(0)
  if (!found) return undefined
  const start = Math.max(one.block.start, one.quantity.start - PARAGRAPH_REACH) + found.index
  return { subject: { start, end: start + found[0].length }, rule: 'study' }
}

/** A count that nobody is said to have made is about the things counted. */
function byCounted(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  if (one.quantity.unit !== 'count' || !one.counted || isFrequency(reading, one)) return undefined
  if (
    /^(?:它|他|她|其)/.test(
      reading.folded.slice(clauseAt(reading.folded, one.scope, one.quantity.start).start),
    )
  ) {
    const focus = inherit(reading, one, done)
    if (focus) return { subject: focus, rule: 'counted of focus' }
  }
  return { subject: one.counted, rule: 'counted' }
}

/** `tens of millions of times`, `成千上万次`: how often something happened, not a thing that was counted. */
const isFrequency = (reading: Reading, one: Selected) =>
  /^(?:times|occasions)/.test(reading.folded.slice(one.counted!.start, one.counted!.end))

/** The nearest name before the value in its sentence; of a multiple, not the one it is compared with. */
function byNameBefore(reading: Reading, one: Selected): SubjectReading | undefined {
  if (
    one.quantity.unit === 'multiple' &&
    /的$/.test(reading.folded.slice(one.quantity.start - 1, one.quantity.start))
  )
    return undefined
  const found = nearest(
    reading.namesIn(one.scope.start, one.quantity.start).filter((name) => name.kind !== 'place'),
  )
  return found && { subject: found, rule: 'name before' }
}

function nearest(names: EntitySpan[]): EntitySpan | undefined {
  return names.findLast((name) => name.kind === 'model') ?? names.at(-1)
}

function byFocus(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const found = inherit(reading, one, done)
  return found && { subject: found, rule: 'focus' }
}

/** The subject of an earlier clause, of the last figure in the paragraph, or of the sentences before. */
function inherit(reading: Reading, one: Selected, done: Binding[]): Span | undefined {
  const own = focusInSentence(
    reading,
    one.scope,
    clauseAt(reading.folded, one.scope, one.quantity.start).start,
  )
  if (own) return own
  const last = done.at(-1)
  if (['percent', 'score', 'fraction'].includes(one.quantity.unit)) {
    const model = lastModel(reading, one)
    if (model) return model
  }
  if (one.quantity.unit === 'money') return reading.topicOf(one.block, one.quantity.start)
  if (last?.subject && last.block === one.block && last.quantity.unit === one.quantity.unit)
    return last.subject
  if (one.quantity.unit === 'multiple')
    return reading.topicOf(one.block, one.quantity.start) ?? focusBefore(reading, one.sentence, one.block)
  return focusBefore(reading, one.sentence, one.block)
}

/** The model named last in the paragraph before, at most two sentences back. */
function lastModel(reading: Reading, one: Selected): Span | undefined {
  const index = reading.sentenceIndex(one.sentence)
  const from = Math.max(one.block?.start ?? 0, reading.sentences[Math.max(0, index - 2)]?.start ?? 0)
  return reading.entitiesIn(from, one.scope.start).findLast((entity) => entity.kind === 'model')
}

/** A pronoun stands for what the last figure or the sentence before was about; a noun phrase for itself. */
function resolve(reading: Reading, span: Span, one: Selected, done: Binding[]): Span | undefined {
  const written = reading.folded.slice(span.start, span.end).trim()
  if (isNominal(written)) return span
  return isPronoun(written) ? inherit(reading, one, done) : undefined
}
