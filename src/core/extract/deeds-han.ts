import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { clauseAt, leadingHan } from './clauses.ts'
import { Gate } from './gates.ts'
import { NOUN, pairAt, VERB } from './han-pairs.ts'
import { resolve } from './inherit.ts'
import { isNominal } from './nominal.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import { isShare } from './share-clause.ts'
import type { SubjectReading } from './subject-rule.ts'

/**
 * Chinese clauses in which a share is of occasions or of things, and the clause says who did what: 模型在84%的测试中威胁主管,
 * 系统拦截了94%的恶意请求. Who acts is the subject, what he did the metric. Folded text.
 */

const OCCASION =
  '(?:测试|试验|实验|情况|情形|情境|情景|场景|案例|案件|个案|例子|对话|会话|回合|轮次|轮|次数|时间|时候|时刻|场合|任务|样本|运行|尝试|交互|互动|请求|模拟|题目|提问|对局|游戏|比赛|局|环境|病例|轨迹|会议|交易|评估|测评|评测)'
const MIDST = '(?:之中|当中|中|里面|里|之内|内|之下|下|上)'
/** Behind the share: 的测试中, 的高压情境里，都. */
const OCCASIONS = new Gate(
  new RegExp(`^(?:以上|左右|以内)?的?(?:(?!${OCCASION})[^,，。;；:的\\d]){0,8}${OCCASION}${MIDST}(,? ?)`),
)
const TIMES = new Gate(/^(?:以上|左右)?的?(?:次数|时间|时候|场合|情况下?)()/)

const ABOUT =
  '(?:约|大约|大概|近|将近|接近|超过|超|逾|不到|不足|至少|最多|高达|多达|其中|全部|所有|平均|仅|只|总共|共)*\\s?'
const IN = new Gate(new RegExp(`(?:在|于)${ABOUT}$`))
const HAS = new Gate(new RegExp(`有${ABOUT}$`))

/** Between who acts and the occasions: 仍会在…, 都能在…. */
const HOW =
  '(?:仍然|仍|依然|依旧|也|都|还|却|则|就|又|会|能够|能|可以|可|平均|竟然|竟|甚至|只|仅|几乎|通常|往往|常常|已经|已|同样|分别|至少|最终|最后|总是|反而|居然|均)*'
const ONLY_HOW = new RegExp(`^${HOW}$`)
const OPENS_DEED = new Gate(
  new RegExp(`^(?:${HOW}(?:会|能|可以)?(?:选择)?(?:对[^,，。;；]{1,6}?(?=进行|实施|撒谎|隐瞒|说谎))?)`),
)
/** Whoever reads what was found is not who did it: 我们在13%的对话中检测到…. */
const OBSERVES =
  /^(?:均|都|也)?(?:被?(?:检测|观察|检出|发现|观测|看|识别|记录|监测|捕捉)|出现|存在|发生|有)(?:到|了|出)?/

const REPORTS = /^.*(?:发现|显示|指出|表示|称|说|披露|透露|表明|认为|声称)(?:,|，|：|:)?/

/** Longest deed, in UTF-16 units: a longer one is no name of what was measured. */
const LONGEST_DEED = 24

/** 模型在84%的测试中威胁主管, 助手有31%的时间给出危险建议: who did it, and what. */
export function byOccasions(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { folded } = reading
  const { sentence, scope } = one
  const found = reading.lang !== 'en' && isShare(one) ? occasionsAround(folded, one) : undefined
  if (!found) return undefined
  const { start, opens, behind, isParted } = found
  const before =
    goesOn(one, done, start === opens) ??
    countedActor(sentence, done, opens) ??
    actorIn(reading, one, done, start, opens)
  // 在84%的情境中，晨光3…: who acts stands behind a mark only if nobody stands before
  if (before ? isParted : start < opens) return undefined
  const actor = before ?? actorAfter(reading, behind, scope.end)
  const deed = actor && deedIn(folded, before ? behind : actor.end, scope.end)
  if (!deed || OBSERVES.test(folded.slice(deed.start, deed.end))) return undefined
  return { subject: actor, metric: deed, rule: 'deed' }
}

/** Where the clause begins, where the words for the occasions do, where they end, and whether a mark does. */
interface Occasions {
  start: number
  opens: number
  behind: number
  isParted: boolean
}

function occasionsAround(folded: string, { quantity, scope }: Selected): Occasions | undefined {
  const { start } = clauseAt(folded, scope, quantity.start)
  const left = folded.slice(start, quantity.start)
  const within = IN.exec(left)
  const opens = within ?? HAS.exec(left)
  if (!opens) return undefined
  const words = folded.slice(quantity.end, Math.min(scope.end, quantity.end + 24))
  const of = (within ? OCCASIONS : TIMES).exec(words)
  if (!of) return undefined
  return {
    start: start + lengthOfReport(left.slice(0, opens.index)),
    opens: start + opens.index,
    behind: quantity.end + of[0].length,
    isParted: of[1] !== '',
  }
}

const lengthOfReport = (left: string): number => REPORTS.exec(left)?.[0].length ?? 0

/** 系统在20%的任务上失败，在50%的任务上超过人类. */
function goesOn({ sentence }: Selected, done: readonly Binding[], isLeading: boolean): Span | undefined {
  const last = done.at(-1)
  return isLeading && last?.sentence === sentence && last.rule === 'deed' ? last.subject : undefined
}

/** 有五款在超过一半的试验里撒谎: whoever was just counted. */
function countedActor(sentence: Span, done: readonly Binding[], end: number): Span | undefined {
  const last = done.at(-1)
  const isCounted = last?.sentence === sentence && last.quantity.unit === 'count'
  return isCounted && (last.counted?.end ?? last.quantity.end) === end ? last.subject : undefined
}

/** Who acts before the occasions, when nothing but adverbs parts the two. */
function actorIn(
  reading: Reading,
  one: Selected,
  done: Binding[],
  start: number,
  end: number,
): Span | undefined {
  const { folded } = reading
  const actor = leadingHan(folded, start, end)
  if (!actor || !ONLY_HOW.test(folded.slice(actor.end, end).trim())) return undefined
  return named(folded, actor) ?? resolve(reading, actor, one, done)
}

/** 其模型: its owner was named before. */
const ITS = /^其(?![他余中])/
/** 新系统正确识别出: how it was done. */
const MANNER = new Gate(/(?:正确|成功|准确|错误|有效|直接|主动|自动|累计|先后|独立|顺利|精准|提前)地?$/)

function named(folded: string, { start, end }: Span): Span | undefined {
  const words = folded.slice(start, end)
  const from = start + (ITS.test(words) ? 1 : 0)
  const to = end - MANNER.lengthIn(words)
  return isNominal(folded.slice(from, to)) ? { start: from, end: to } : undefined
}

/** Who acts behind them: 在84%的情境中，晨光3威胁工程师. */
function actorAfter({ folded }: Reading, start: number, end: number): Span | undefined {
  const { end: stop } = clauseAt(folded, { start, end }, start)
  const actor = leadingHan(folded, start, stop)
  return actor && actor.end < stop && actor.start <= start + 4 ? named(folded, actor) : undefined
}

/** What was done, up to the next mark or number. */
function deedIn(folded: string, start: number, end: number): Span | undefined {
  const rest = folded.slice(start, Math.min(end, start + LONGEST_DEED + 8))
  const from = start + OPENS_DEED.lengthIn(rest)
  const words = /^[^,，。;；:\d"“”()]*/
    .exec(folded.slice(from, Math.min(end, from + LONGEST_DEED + 1)))![0]
    .trimEnd()
  return words.length >= 2 && words.length <= LONGEST_DEED
    ? { start: from, end: from + words.length }
    : undefined
}

/** 名青少年中就有一人, 人裡有3名: behind the number of a whole, what it counts, and the part. */
const OF_EVERY =
  /^\s?(?:人|[个名位家款台部例项次条篇份件户宗起所间]\s?([^\d,，]{0,8}?))(?:之中|当中|中|里面|里)?[,，]?\s?(?:平均|大约|约|至少|几乎|便|就|会|仅|只|竟|也|都)*有(?:大约|约|至少|近|超过|多达|将近)*\s?(?:[\d一二三四五六七八九十百千两]+)\s?[人个名位家款台部例项次条篇份件户宗起所间]/
const DIGITS = /^[\d一二三四五六七八九十廿卅百千两,]+/

/** 每四名青少年中就有一人用过: whole and part are of those, and what they did is measured. */
export function byEvery(
  { folded }: Reading,
  one: Selected,
  done: readonly Binding[],
): SubjectReading | undefined {
  const { quantity, scope, sentence } = one
  if (quantity.unit !== 'count') return undefined
  if (folded[quantity.start - 1] !== '每') {
    const last = done.at(-1)
    const isPart =
      last?.rule === 'deed' && last.sentence === sentence && folded[last.quantity.start - 1] === '每'
    return isPart && quantity.start - last.quantity.end < 20 && last.subject
      ? { subject: last.subject, goesOn: true, rule: 'deed' }
      : undefined
  }
  const digits = DIGITS.exec(folded.slice(quantity.start, quantity.start + 12))
  if (!digits) return undefined
  const behind = quantity.start + digits[0].length
  const match = OF_EVERY.exec(folded.slice(behind, Math.min(scope.end, behind + 40)))
  if (!match) return undefined
  const noun = match[1] || match[0].trim()[0]!
  const start = behind + match[0].indexOf(noun)
  const metric = deedIn(folded, behind + match[0].length, scope.end)
  return { subject: { start, end: start + noun.length }, ...(metric && { metric }), rule: 'deed' }
}

const IN_RUNS = new RegExp(`在${ABOUT}$`)
const RUNS =
  /^\s?[次轮场局]\s?[^,，。;；:的\d]{0,6}?(?:测试|实验|试验|尝试|运行|对话|回合|任务|评测|模拟|会话|抽测|采样|对局)(?:之中|当中|中|里)[,，]\s?/

/** 在100次测试中，某模型…: runs are of whoever is run. */
export function byRuns(reading: Reading, { quantity, scope }: Selected): SubjectReading | undefined {
  const { folded, lang } = reading
  if (lang === 'en' || quantity.unit !== 'count') return undefined
  const behind = folded.slice(quantity.start, Math.min(scope.end, quantity.start + 40))
  const digits = DIGITS.exec(behind)?.[0].length ?? 0
  const runs = digits > 0 ? RUNS.exec(behind.slice(digits)) : null
  if (!runs || !IN_RUNS.test(folded.slice(Math.max(scope.start, quantity.start - 8), quantity.start)))
    return undefined
  const actor = actorAfter(reading, quantity.start + digits + runs[0].length, scope.end)
  return actor && { subject: actor, rule: 'touching' }
}

const RESULTS = '出到掉走住错对完起'
const NO_DEED =
  /^(?:占据|增加|减少|提高|提升|下降|降低|上升|达到|超过|承诺|只有|还有|包括|包含|相当|高达|多达|大约|左右|至少)/
/** Verbs that only say whose something is: what he got is what was measured. */
const GETS = /^(?:获得|得到|取得|拿到|赢得|收到|拥有|持有|掌握)/
const GOT = /^(?:以上|左右)?的([\u4e00-\u9fff]{2,8})(?=[,，。;；、]|$)/
const OF_THINGS = /^(?:以上|左右)?的?[\u4e00-\u9fffa-z“"「]/

/** 系统拦截了94%的恶意请求: a share of what somebody did something to. */
export function byDone(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { folded, lang } = reading
  const { quantity, scope } = one
  if (lang === 'en' || !isShare(one) || !OF_THINGS.test(folded.slice(quantity.end, quantity.end + 6)))
    return undefined
  const clause = clauseAt(folded, scope, quantity.start)
  const left = folded.slice(clause.start, quantity.start)
  const verb = verbAtEnd(folded, clause.start, quantity.start - ENDS_ABOUT.exec(left)![0].length)
  if (!verb || NO_DEED.test(folded.slice(verb.start, verb.end))) return undefined
  const start = clause.start + lengthOfReport(left)
  const actor =
    actorIn(reading, one, done, start, verb.start) ?? introduced(reading, scope, start, verb.start)
  const metric = GETS.test(folded.slice(verb.start, verb.end)) ? gotIn(folded, quantity.end, scope.end) : verb
  return actor && metric && { subject: actor, metric, rule: 'deed' }
}

/** What somebody got a share of: 38%的选票. */
function gotIn(folded: string, start: number, end: number): Span | undefined {
  const match = GOT.exec(folded.slice(start, Math.min(end, start + 14)))
  const stop = start + (match?.[0].length ?? 0)
  return match ? { start: stop - match[1]!.length, end: stop } : undefined
}

/** 公布新方法，可阻止…: what somebody brings out acts in the clause behind it. */
const BRINGS_OUT =
  /(?:公布|发布|推出|开发|研发|研制|提出|设计|上线|引入|部署|打造|构建|训练)(?:出|了|出了)?(?:一[个种款套项]|全新的?|新的)?([^,，。;；:、]{2,20}),\s?$/

function introduced({ folded }: Reading, scope: Span, start: number, verb: number): Span | undefined {
  if (!ONLY_HOW.test(folded.slice(start, verb).trim())) return undefined
  const left = folded.slice(Math.max(scope.start, start - 48), start)
  const noun = BRINGS_OUT.exec(left)?.[1]
  if (!noun) return undefined
  const at = start - left.length + left.lastIndexOf(noun)
  return named(folded, { start: at, end: at + noun.length })
}

const ENDS_ABOUT = new RegExp(`${ABOUT}$`)

/** The verb that a stretch ends in: two characters before 了, or a known verb, with what came of it (识别出). */
function verbAtEnd(folded: string, start: number, end: number): Span | undefined {
  const isPast = folded[end - 1] === '了'
  const stop = isPast ? end - 1 : end
  const hasResult = RESULTS.includes(folded[stop - 1] ?? ' ') && isVerb(folded, stop - 3)
  const from = stop - (hasResult ? 3 : 2)
  if (from <= start || !/^[\u4e00-\u9fff]+$/.test(folded.slice(from, stop))) return undefined
  return isPast || hasResult || isVerb(folded, from) ? { start: from, end: stop } : undefined
}

const isVerb = (folded: string, at: number): boolean => (pairAt(folded, at) & (VERB | NOUN)) === VERB
