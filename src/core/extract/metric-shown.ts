import type { Span } from '../text/sentences.ts'
import { clauseAt } from './clauses.ts'
import { Gate } from './gates.ts'
import { isWordAt, NOUN, pairAt, VERB } from './han-pairs.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'

/**
 * A Chinese metric as it is shown: without the subject it begins with (程序员的就业人数), with the words that say of what a
 * proportion is (拒绝关机的比例), without whoever did it (被伪造的视频会议骗走). Folded text.
 */
export function shownMetric(reading: Reading, one: Selected, metric: Span, subject: Span | undefined): Span {
  const { folded } = reading
  const bare = withoutAgent(folded, withoutSubject(folded, metric, subject))
  return BARE.test(folded.slice(bare.start, bare.end)) ? withModifier(reading, one, bare, subject) : bare
}

const JOINED = new Gate(/^(?:[的在也都均则就还又已仍将会可能约近超]|能够|可以|平均|总共|一共|共)+/)

/** 程序员的就业人数 of 程序员, 试点实现了收入 of 试点: who is measured is said by the subject. */
function withoutSubject(folded: string, metric: Span, subject: Span | undefined): Span {
  if (!subject || subject.start !== metric.start || subject.end > metric.end - 2) return metric
  const isWord = isWordAt(folded, subject.end)
  const start = subject.end + (isWord ? 0 : JOINED.lengthIn(folded.slice(subject.end, metric.end)))
  // 提示数量 of 提示 stays: its head alone would say nothing
  const isBare = start === subject.end && BARE.test(folded.slice(start, metric.end))
  return metric.end - start >= 2 && !isBare ? { start, end: metric.end } : metric
}

/** 被深度伪造的视频会议骗走: the verb alone. */
function withoutAgent(folded: string, metric: Span): Span {
  const { start, end } = metric
  if (folded[start - 1] !== '被' || end - start < 5) return metric
  const isVerb = (pairAt(folded, end - 2) & (VERB | NOUN)) === VERB
  return isVerb ? { start: end - 2, end } : metric
}

/** Heads that say nothing alone. */
const BARE = new Gate(
  /^(?:平均)?(?:比例|比率|概率|机率|几率|可能性|占比|次数|人数|数量|时间|时长|成本|费用|风险|频率|速度|金额)$/,
)
/** When and where, how surely and how often, before what was done. */
const SETTING = new Gate(
  /^(?:[,\s]|在?未来|[在于到自从至](?:[^,，。;；]{1,14}?)(?:年底?|月底?|[日内后前中里时间上下]|期间|以来)(?![\u4e00-\u9fff]{0,1}的)|仍然?|也|都|还|却|则|就|又|会|将|能够?|可以?|已经?|曾经?|平均|每[天日周月年次])+/,
)
const LONGEST_MODIFIER = 20

/** o3拒绝关机的比例: of what it is, behind the subject or from the beginning of the clause. */
function withModifier(reading: Reading, { scope }: Selected, metric: Span, subject: Span | undefined): Span {
  const { folded } = reading
  if (folded[metric.start - 1] !== '的') return metric
  const clause = clauseAt(folded, scope, metric.start)
  const isWithin = subject !== undefined && subject.start >= clause.start && subject.end < metric.start
  const from = isWithin ? subject.end : clause.start
  const start = from + SETTING.lengthIn(folded.slice(from, metric.start - 1))
  const words = folded.slice(start, metric.start - 1)
  const isModifier =
    words.length >= 2 &&
    words.length <= LONGEST_MODIFIER &&
    !/^的|[\d,，:：;；"“”「」()]|^(?:其|该|这|那|它|他|她)/.test(words)
  return isModifier && !overlaps(subject, start, metric.start) ? { start, end: metric.end } : metric
}

const overlaps = (subject: Span | undefined, start: number, end: number): boolean =>
  subject !== undefined && subject.start < end && subject.end > start
