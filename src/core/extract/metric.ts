import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { charSet, SPACES } from './char-set.ts'
import { clauseAt } from './clauses.ts'
import { isLower, lettersAtEnd } from './english-words.ts'
import { Gate } from './gates.ts'
import { literalsOf } from './literals.ts'
import { predicateAfter, verbBefore } from './metric-verb.ts'
import { edgesOf, splitAlternatives, unitsOf } from './pattern-edges.ts'
import type { Place } from './place.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'

/** Nouns that name a measured property, folded; the last characters of the metric before a value. */
const HEADS_HAN =
  '成功率|概率|几率|机率|比率|比例|占比|份额|率|得分|分数|评分|性能|准确度|精度|指数|水平|人数|次数|件数|例数|数量|总数|总量|规模|估值|市值|营收|收入|利润|销售额|成本|预算|价格|金额|资金|奖金|赏金|罚款|损失|基线|基准|参数量|时间|时长|寿命|成绩|系数|相关性|开销|增幅|降幅|涨幅|跌幅|支持度|信心|频率|赔率|胜率|可能性|风险|速度|强度|密度|难度|长度|重量|产量|销量|流量|水量|排放量?|吞吐量?|功耗|延迟|显存占用|带宽|工资|月薪|年薪|薪水|股价|售价|均价|单价|续航|里程|负荷|面积|身高|体重|电价|费用|学费|成交额|交易额|余额|资产|债务|亏损|渗透率|误差|满意度|财损|涉款|骗款|升幅|平均分|罚锾|罚金|中位数|平均值|受理数'
const HEADS_ENGLISH =
  'rates?|probabilit(?:y|ies)|chances?|odds|shares?|proportions?|percentages?|scores?|accuracy|precision|recall|performance|fraction|likelihood|risks?|margin|levels?|average|median|mean|median probability|awareness|support|trust|valuation|revenue|losses|cost|price|budget|funding|correlation|auc|p\\(doom\\)|prevalence|frequency|success'

/** Words that link a metric to its value. */
const LINK_HAN =
  '(?:[\\s"“”」』*]|应当|必须|要|应|须|需|(?:19|20)[0123456789]{2}年底?|不得|不应|不宜|分别|也|都|均|则|就|还|又|已|仍|将|会|可|约|大约|大概|近|超过|超|逾|不到|不足|低于|高于|至少|最高|仅|只|为|是|达|高达|多达|在|有|了|到|至|升至|降至|升到|降到|增至|减至|涨到|涨至|略有|有所|同比|环比|较?(?:上年|去年|前一?年)同期|较上年|较去年|比去年|比上年|小幅|大幅|显著|适度|进一步|上升|下降|增加|上涨|飙升|跌至|跌到|提高到|提升到|提升至|增长|提高了|减少了|从|由|保持|维持|接近|几乎|估计|预计|平均|此前的?|之前的?|去年的?|:|\\()*'
const LINK_ENGLISH =
  '(?:[\\s"“”*:(~≈]|is|was|were|are|of|at|to|from|about|around|over|nearly|almost|just|only|as high as|by|reached|reaching|hit|rose|fell|dropped|grew|increased|decreased|between|some|roughly|approximately|a|an|the|in|for|with|than|more|less|below|above|down|up|under|now|stood|averaging|averaged|exceeded|exceeding|=)*'

const TRAILING_HAN = new RegExp(
  `([\\u4e00-\\u9fffa-z-]{0,14}?(?:${HEADS_HAN}))(?:\\([^)]{1,40}\\))?${LINK_HAN}$`,
)
const TRAILING_ENGLISH = new Gate(
  new RegExp(
    `(?:^|[\\s"“(*])((?:[a-z][a-z'’-]*\\s){0,4}?(?:${HEADS_ENGLISH})(?: of [a-z -]{3,30}?)?)${LINK_ENGLISH}$`,
  ),
)
/** Units in which a Chinese metric, or a gloss behind it, ends; and all of which the words to its value are made. */
const HEAD_ENDS = unitsOf([...edgesOf(HEADS_HAN).last, [41, 41]])
const LINKING = charSet(LINK_HAN + SPACES)

/** Whether nothing but linking words stands between the end and what may be a metric. */
function mayTrail(words: string): boolean {
  let end = words.length
  while (end > 0 && HEAD_ENDS[words.charCodeAt(end - 1)] !== 1 && LINKING[words.charCodeAt(end - 1)] === 1)
    end--
  return HEAD_ENDS[words.charCodeAt(end - 1)] === 1
}

/** The metric that stands directly before a value, as a span; undefined when the words before it name none. */
export function trailingMetric(folded: string, start: number, end: number): Span | undefined {
  const from = Math.max(start, end - 80)
  const left = folded.slice(from, end)
  const match =
    (mayTrail(left) ? TRAILING_HAN.exec(left) : null) ??
    (holdsEnglishHead(left) ? TRAILING_ENGLISH.exec(left) : null)
  if (!match) return undefined
  const at = from + left.indexOf(match[1]!, match.index)
  const isDated = DATED.test(folded.slice(at - 1, at + 3))
  const cut = isDated ? 1 : SCALED.lengthIn(match[1]!) || cutOwner(match[1]!)
  return { start: at + cut, end: at + match[1]!.length }
}

/** `billion at a valuation`: the rest of the number before. */
const SCALED = new Gate(
  /^(?:thousand|million|billion|trillion|percent|per cent)(?: (?:at|in|of|on|with|for|by|to))?(?: (?:an?|the))? (?=[a-z])/,
)

/** 2023年用水量: the year is no part of it. */
const DATED = /^\d[年月](?!龄|薪|度|均|费|产)/

const HAN_METRIC = new Gate(new RegExp(`(?:${HEADS_HAN})$`))
/** The English ones, which end in a word of their own but for one. */
const DOOM = new Gate(/(?<![a-z])p\(doom\)$/)
let englishHeads: ReadonlySet<string> | undefined
const readEnglishHeads = (): ReadonlySet<string> =>
  new Set(splitAlternatives(HEADS_ENGLISH).flatMap((one) => literalsOf(one)?.map(({ word }) => word) ?? []))
const isEnglishHead = (word: string): boolean => (englishHeads ??= readEnglishHeads()).has(word)

/** Whether a word that names a property stands there: few words before a value hold one, and the pattern is slow to say so. */
function holdsEnglishHead(words: string): boolean {
  for (let at = 0; at < words.length; at++) {
    const start = at
    while (at < words.length && isLower(words.charCodeAt(at))) at++
    if (at > start && isEnglishHead(words.slice(start, at))) return true
  }
  return words.includes('p(doom)')
}

/** Whether a noun phrase names a property rather than its owner: 推理开销, 言语化率. */
export function endsInMetric(written: string): boolean {
  const words = written.trim()
  return isEnglishHead(lettersAtEnd(words)) || HAN_METRIC.test(words) || DOOM.test(words)
}

/** 该公司营业利润, 新模型成功率: who owns the property, where a word for somebody ends. */
export const OWNER =
  /^[\u4e00-\u9fff]{0,10}?(?:公司|企业|机构|集团|团队|平台|政府|银行|模型|系统|智能体|实验室|用户|学生|教师|人类)(?=[\u4e00-\u9fff]{2})(?!高管|员工|人员|雇员|职员|负责人)/

const POSSESSIVES = ['的', '把', '将', '让']
/** The last 使 that is no half of a word, two characters before the end at least. */
const CAUSES = /使(?![用命馆])(?=.{2,}$)(?!.*使(?![用命馆]).{2})/

/** Leaves the owner out of `IA平均成功率` and `模型的有害响应率`. */
function cutOwner(written: string): number {
  const possessive = POSSESSIVES.reduce(
    (last, word) => Math.max(last, written.lastIndexOf(word, written.length - 3)),
    written.search(CAUSES),
  )
  if (possessive >= 0) return possessive + 1
  const owner = OWNER.exec(written)
  if (owner) return owner[0].length
  const group =
    /^(?:人类|对照组|实验组|模型|学生|教师|公司|企业)(?=基线|基准|估值|收入|营收|水平|得分|成绩|损失|成本|预算|利润)/.exec(
      written,
    )
  if (group) return group[0].length
  const latin = /^[a-z0-9 .-]+(?=[\u4e00-\u9fff])/.exec(written)
  return latin?.[0].length ?? 0
}

/** What the words around a figure offer as its metric, each search's answer. */
export interface MetricReadings {
  trailing: Span | undefined
  leading: Span | undefined
  following: Span | undefined
  bracketed: Span | undefined
  verbBefore: Span | undefined
  predicateAfter: Span | undefined
}

/** Asks every search around a figure. */
export function readMetrics(
  { reading, one, clause, last }: Place,
  subject: Span | undefined,
): MetricReadings {
  const { folded } = reading
  const { quantity, scope } = one
  return {
    trailing: trailingMetric(folded, behindBracket(folded, scope, clause.start), quantity.start),
    leading: leadingMetric(folded, clause.start, quantity.start),
    following: followingMetric(folded, quantity.end, scope.end),
    bracketed: bracketed(folded, one, subject),
    verbBefore: verbBefore(reading, one, clause, subject, last),
    predicateAfter: predicateAfter(reading, one, subject),
  }
}

/** The property that a figure measures: named before or behind its value, the thing counted, the verb, the predicate. */
export function bindMetric(
  { folded }: Reading,
  one: Selected,
  subject: Span | undefined,
  last: Binding | undefined,
  readings: MetricReadings,
): Span | undefined {
  const { block, quantity } = one
  if (block?.kind === 'table-row' || block?.kind === 'table-head') return cellMetric(folded, one)
  const named = readings.trailing ?? readings.leading ?? readings.following
  if (named && quantity.unit !== 'count' && quantity.unit !== 'duration') return named
  if (quantity.unit === 'count' && one.counted && !sameSpan(one.counted, subject)) return one.counted
  const verb = readings.bracketed ?? readings.verbBefore
  const inherited =
    last?.metric && last.sentence === one.sentence && last.quantity.unit === quantity.unit
      ? last.metric
      : undefined
  if (verb && !isWeak(folded.slice(verb.start, verb.end))) return verb
  return readings.predicateAfter ?? inherited ?? verb ?? one.counted
}

/** `言语化率（verbalization accuracy）是37.7%`: a gloss in brackets does not part a metric from its value. */
function behindBracket(folded: string, sentence: Span, start: number): number {
  if (!/\)\s?$/.test(folded.slice(Math.max(sentence.start, start - 2), start))) return start
  const open = folded.lastIndexOf('(', start)
  return open > sentence.start && start - open < 60 ? clauseAt(folded, sentence, open).start : start
}

/** No two repeated parts begin alike, so that a run of digits is read in one way only. */
const WEAK_HAN = new Gate(
  /^(?:(?:相?较于?|比|与|在)?(?:去年|今年|上年|明年|年初|年底|同期|此前|之前|上月|每[天月年周]|未来|[\d年月个几数一二三四五六七八九十两])*(?:增长|上升|下降|提高|增加|减少|上涨|涨|高|低|紧随其后|其次|次之|并列|随后|则|也|而|几乎|接近|左右|之[后内前]|虽然|对照组|人类)*(?:来自于.{0,6})?)$/,
)
const WEAK_ENGLISH = new Set([
  'followed',
  'compared',
  'compared with',
  'compared to',
  'versus',
  'of which',
  'respectively',
  'another',
  'the rest',
  'next',
])

/** Verbs and times that say nothing of what is measured: the metric of the figure before goes on. */
export const isWeak = (words: string): boolean =>
  WEAK_HAN.test(words) || WEAK_ENGLISH.has(words) || (words.length <= 4 && /^[a-z]*$/.test(words))

const FOLLOWING_HAN = new RegExp(
  `^(?:左右|以上|以下)?(?:的|之)?\\s?([\\u4e00-\\u9fff]{0,6}?(?:${HEADS_HAN}|阈值|赔偿金?|奖励|投资|融资|订阅费|奖金|门槛))`,
)
const FOLLOWING_ENGLISH = new RegExp(
  `^ ((?:[a-z-]+ ){0,2}?(?:${HEADS_ENGLISH}|doubling (?:times?|periods?|rates?)))(?![a-z])`,
)

/** `raised $6 billion at a valuation of $157 billion`: the property is that of the next value. */
const OF_VALUE = /^ of (?:about |around |nearly |over |more than |up to )?[$€£\d]/

/** `90%的成功率`, `1500亿美元估值`, `a 14% probability`: the property stands behind the value. */
function followingMetric(folded: string, at: number, end: number): Span | undefined {
  const rest = folded
    .slice(at, Math.min(end, at + 40))
    .replace(/^(?:和|与|及|、)[\d.%]+/, (skipped) => ' '.repeat(skipped.length))
  const match = FOLLOWING_HAN.exec(rest.trimStart()) ?? FOLLOWING_ENGLISH.exec(rest)
  if (!match || OF_VALUE.test(rest.slice(match[0].length))) return undefined
  const start = at + rest.indexOf(match[1]!, 0)
  return { start, end: start + match[1]!.length }
}

/** `(mean = 95.7%)`, `κ = 0.94`, `an F1 score=.82`: the words of a bracket, else the last word before the sign. */
const EQUALLED = /(?:\(([^()[\],;:=≈]{1,40}?)|(?:^|[\s([,;:])([^\s()[\],;:=≈]{1,24})) ?[=≈] ?[~$€£]?$/
const LONGEST_EQUALLED = 48

/** What a sign of equality says a value is. */
export function equalled({ folded, entitiesIn }: Reading, { quantity, scope }: Selected): Span | undefined {
  const near = folded.slice(Math.max(scope.start, quantity.start - 3), quantity.start)
  if (!near.includes('=') && !near.includes('≈')) return undefined
  const from = Math.max(scope.start, quantity.start - LONGEST_EQUALLED)
  const match = EQUALLED.exec(folded.slice(from, quantity.start))
  const words = match?.[1] ?? match?.[2]
  if (!match || !words || !/[^\d\W]|[α-ω]/.test(words)) return undefined
  const start = from + match.index + match[0].indexOf(words)
  const end = start + words.length
  return entitiesIn(start, end).some(({ kind }) => kind === 'model') ? undefined : { start, end }
}

const BRACKETED = /([^,;:。()|]{2,48}?)\s?[(][\s~≈<>约近超]*$/
const INSIDE = charSet(`${SPACES}~≈<>约近超`)

/** Whether nothing but approximators stands between the end and a bracket that opens. */
function opensBracket(words: string): boolean {
  let end = words.length
  while (end > 0 && INSIDE[words.charCodeAt(end - 1)] === 1) end--
  return words[end - 1] === '('
}

/** `agrees with (59%)`, `Disagreement (26%)`: the words before the bracket, back to a mark or a conjunction. */
export function bracketed(
  folded: string,
  { quantity, scope: sentence }: Selected,
  subject: Span | undefined,
): Span | undefined {
  const left = folded.slice(Math.max(sentence.start, quantity.start - 64), quantity.start)
  const match = opensBracket(left) && BRACKETED.exec(left)
  if (!match) return undefined
  const words = match[1]!.replace(/^.*(?: and | or |和|与|、)/, '')
  const from = quantity.start - left.length + match.index + match[1]!.length - words.length
  if (subject && subject.start < from + words.length && subject.end > from) return undefined
  return words.trim().length >= 2 ? { start: from, end: from + words.length } : undefined
}

const sameSpan = (a: Span, b: Span | undefined) => b !== undefined && a.start === b.start && a.end === b.end

/** `1093 exploitable (21.2%)`: in a cell, the words behind the number, or before its bracket. */
export function cellMetric(folded: string, { quantity, block }: Selected): Span | undefined {
  const behind = /^\s?([a-z\u4e00-\u9fff][a-z\u4e00-\u9fff -]{1,40}?)\s?(?=[(|\d]|$)/.exec(
    folded.slice(quantity.end, Math.min(block!.end, quantity.end + 48)),
  )
  if (behind)
    return {
      start: quantity.end + behind[0].indexOf(behind[1]!),
      end: quantity.end + behind[0].indexOf(behind[1]!) + behind[1]!.length,
    }
  const before = /([a-z\u4e00-\u9fff][a-z\u4e00-\u9fff -]{1,40}?)\s?[(:]\s?$/.exec(
    folded.slice(Math.max(block!.start, quantity.start - 48), quantity.start),
  )
  if (!before) return undefined
  const start = Math.max(block!.start, quantity.start - 48) + before.index
  return { start, end: start + before[1]!.length }
}

const LEADING = new Gate(
  /^[\s"“*(]*((?:[a-z'’-]+ ){0,3}?(?:support|trust|awareness|shares?|rates?|percentages?|proportions?|number|average|risks?|probability|likelihood|chances?|confidence|accuracy|opposition|spending|demand|use|usage|adoption|revenue|losses|success|performance)(?: (?:in|for|of|that|among|on) (?:[a-z'’-]+ ?){1,6}?)?)(?= (?:is|was|were|are|has|have|had|rose|grew|fell|dropped|declined|increased|decreased|climbed|will|would|could|may|between|stood|reached|reaches|hit|from|by|at|to|soared|jumped|surged)(?![a-z]))/,
)

/** `Trust in AI is down …`, `Support for a pause has risen …`: a clause that begins with a property measures it. */
function leadingMetric(folded: string, start: number, end: number): Span | undefined {
  const match = LEADING.exec(folded.slice(start, end))
  if (!match) return undefined
  const from = start + match[0].indexOf(match[1]!)
  return { start: from, end: from + match[1]!.length }
}
