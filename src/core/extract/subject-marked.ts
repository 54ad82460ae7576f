import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { clauseAt, leadingEnglish, leadingHan, openBracket } from './clauses.ts'
import { Gate } from './gates.ts'
import { isHan, resolve } from './inherit.ts'
import { findLabel } from './labels.ts'
import { trailingMetric } from './metric.ts'
import { isNominal } from './nominal.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** What the layout or an adjacent group names: labels, brackets, introductions, shares of a group. */

/** `US citizens, YouGov: 72% want …`: a list item or paragraph that begins with a label is about the label. */
export function byLabel(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit === 'duration') return undefined
  const label = findLabel(reading, one)
  return label && { subject: label.subject, rule: 'label' }
}

/** `grew in the US from 7% to 15%`: the place that the clause names last. */
export function byPlace(reading: Reading, one: Selected): SubjectReading | undefined {
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

const LATIN_LABEL = new Gate(/([a-z][a-z ]{2,30})$/)

/** `Sandbaggers28个`, `Harmful Roleplay100个`: the name stands directly before the number. */
export function byAdjacentName(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit !== 'count') return undefined
  const name = reading.namesIn(one.quantity.start - 40, one.quantity.start).at(-1)
  if (name && name.end === one.quantity.start) return { subject: name, rule: 'adjacent' }
  if (one.quantity.form !== 'digits' || one.quantity.bare || reading.lang === 'en') return undefined
  const label = LATIN_LABEL.exec(
    reading.folded.slice(Math.max(one.scope.start, one.quantity.start - 32), one.quantity.start),
  )
  if (!label || /\s$/.test(label[1]!)) return undefined
  return {
    subject: { start: one.quantity.start - label[1]!.length, end: one.quantity.start },
    rule: 'adjacent',
  }
}

const APPROXIMATORS =
  /^[\s~≈<>约近逾超大]*(?:about|around|nearly|roughly|仅|only|just|高达|达|为|共|至少)?\s*$/

/** `白盒探针（44%）`, `harmful response rate (~62%)`, `a majority of Americans (53%)`. */
export function byBracket(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
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

const INTRODUCES =
  /(?:^|[,;。(] ?)(?:and |but |while )?(?:with|for|in|on|among|对于|使用|至于|在|根据|基于|据|针对) ?(?:the )?$/

/** `With GPT-4, 24.2 percent …`, `据GPT-4的数据，…`, `In the US, …`: an introductory phrase names it. */
export function byIntroduction(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit === 'count' && one.quantity.form === 'han') return undefined
  const isShare = ['percent', 'fraction', 'score', 'multiple'].includes(one.quantity.unit)
  const before = reading
    .namesIn(one.scope.start, one.quantity.start)
    .filter((name) => name.kind === 'model' || name.kind === 'place')
  const found = before.findLast(
    (name) =>
      (name.kind !== 'place' || isShare || reading.lang !== 'en') &&
      INTRODUCES.test(reading.folded.slice(Math.max(one.scope.start, name.start - 14), name.start)) &&
      /^(?:的数据|的结果|的回答|上|中)?(?: ?,|,)/.test(reading.folded.slice(name.end, name.end + 6)),
  )
  return found && { subject: found, rule: 'introduction' }
}

const OF_GROUP = new Gate(
  /^\s?(?:在|of |among )(?:all |the |all the |these |those )?([^,;。]{2,40}?)(?:(?:当?中|里|之中)?,\s?)(?:有|约|大约|近|超过|仅有?|只有|about |around |only |just |some |nearly |over |more than )?\s?$/,
)

const FOR_GROUP = /^ (?:for|among) (?:the )?([a-z][a-z -]{2,40}?)(?= and |[,;.)]| \(| in (?:the|a) | on |$)/

/** `Of all AI answers, 51% …`, `在受访者中，62%…`, `5.2% for commercial models`: the group is named beside the share. */
export function byGroup(reading: Reading, one: Selected): SubjectReading | undefined {
  if (!['percent', 'fraction', 'score'].includes(one.quantity.unit)) return undefined
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

const SHARE_OF_HAN = /^\s?(?:以上|左右|以下)?(?:\(\d[\d.]*%\))?的\s?(?=[\u4e00-\u9fffa-z])/

/** 回答存在错误: an act that something is so of, where elsewhere a predicate begins. */
const ACT = new Gate(
  /^(?:回[答复应]|测试|评估|评测|预测|判断|建议|交易|投资|应用|检测|输出|报告|调查|实验|更新|处理)(?=[中里]?(?:都|均|也|仍|还)?(?:存在|有|出现|包含|含有|被|是|为|属于|来自|[不未]))/,
)

function actAt(folded: string, start: number): Span | undefined {
  const length = ACT.lengthIn(folded.slice(start, start + 12))
  return length > 0 ? { start, end: start + length } : undefined
}

const SHARE_OF_ENGLISH =
  /^(?: \(\d[\d.]*(?:%| ?per ?cent)\))? (?:of )(?:all |the |its |their |these |those |our |surveyed |polled )*/

const BEGINS =
  /^[\s"“「*(]*(?:(?:有|约|近|大约|仅|只有|超过|逾|至少|其中|另有|还有|高达|因为|而|但|且|也有|不到|将近|共有|就|如果说|加上)\s?)*$/

const BEGINS_ENGLISH =
  /^[\s"“*(]*(?:(?:about|around|only|just|over|nearly|almost|roughly|some|more than|less than|fewer than|at least|up to|and|but|a whopping|with|while|although|though|that|found|said|showed|also|another|an estimated|approximately|well over|as many as|between)\s)*$/

/** `77% 的公司…`, `63% of Americans say …`: at the beginning of its clause a share is of its noun. */
export function byShareOf(reading: Reading, one: Selected): SubjectReading | undefined {
  const { folded } = reading
  if (!['percent', 'fraction'].includes(one.quantity.unit)) return undefined
  const { end, start } = one.quantity
  const clause = clauseAt(folded, one.scope, start)
  const left = folded.slice(clause.start, start)
  const han = SHARE_OF_HAN.exec(folded.slice(end, end + 16))
  if (han && BEGINS.test(left)) {
    const from = end + han[0].length
    const noun = leadingHan(folded, from, Math.min(one.scope.end, from + 30)) ?? actAt(folded, from)
    const limited = noun && firstBreak(folded, noun)
    if (limited && !(GENERIC.test(folded.slice(limited.start, limited.end)) && hasOwner(reading, one)))
      return { subject: limited, rule: 'share of' }
  }
  const english = SHARE_OF_ENGLISH.exec(folded.slice(end, end + 32))
  if (english && BEGINS_ENGLISH.test(left)) {
    const start = end + english[0].length
    const noun = leadingEnglish(folded, start, Math.min(clauseAt(folded, one.scope, start).end, end + 60))
    if (noun && !GENERIC.test(folded.slice(noun.start, noun.end))) return { subject: noun, rule: 'share of' }
  }
  return undefined
}

/** How far before a figure an owner is looked for. */
const OWNER_REACH = 120

/** Whether a model or a body is named or told of near, whose answers they may be. */
function hasOwner({ folded, namesIn }: Reading, { scope, quantity }: Selected): boolean {
  const from = Math.max(0, quantity.start - OWNER_REACH)
  return (
    OWNS.test(folded.slice(from, quantity.start)) ||
    namesIn(from, scope.end).some(({ kind }) => kind === 'model' || kind === 'organization')
  )
}

const OWNS = /模型|智能体|机器人|助手/

/** Nouns of which a share says nothing without its owner. */
const GENERIC =
  /^(?:问题|回答|回应|性能|概率|几率|机会|可能性?|时间|情况|成功率|准确率|增长|股份|份额|速度|效率|预算|收入|利润|respon[a-z]+|answers?|questions?|cases?|chance|probability|time|times|trials|attempts|runs|them|these|those|which)$|^(?:them|us|it|you|whom|which) /

/** A noun phrase ends at the first comma or list mark. */
function firstBreak(folded: string, span: Span): Span | undefined {
  const found = folded.slice(span.start, span.end).search(/[,;。、:()]/)
  const end = found < 0 ? span.end : span.start + found
  return end > span.start ? { start: span.start, end } : undefined
}
