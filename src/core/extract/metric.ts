import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { clauseAt } from './clauses.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'

/** Nouns that name a measured property, folded; the last characters of the metric before a value. */
const HEADS_HAN = '成功率|概率|几率|机率|比率|比例|占比|份额|率|得分|分数|评分|性能|准确度|精度|指数|水平|人数|次数|数量|总数|总量|规模|估值|市值|营收|收入|利润|销售额|成本|预算|价格|金额|资金|奖金|赏金|罚款|损失|基线|基准|参数量|时间|时长|寿命|成绩|系数|相关性|开销|增幅|降幅|涨幅|跌幅|支持度|信心|频率|赔率|胜率|可能性|风险'
const HEADS_ENGLISH = 'rates?|probabilit(?:y|ies)|chances?|odds|shares?|proportions?|percentages?|scores?|accuracy|precision|recall|performance|fraction|likelihood|risks?|margin|levels?|average|median|mean|median probability|awareness|support|trust|valuation|revenue|losses|cost|price|budget|funding|correlation|auc|p\\(doom\\)|prevalence|frequency|success'

/** Words that link a metric to its value. */
const LINK_HAN = '(?:[\\s"“”」』*]|分别|也|都|均|则|就|还|又|已|仍|将|会|可|约|大约|大概|近|将近|超过|超|逾|不到|不足|低于|高于|至少|最高|仅仅|仅|只有|只|为|是|达到|达|高达|多达|在|有|了|到|至|升至|降至|升到|降到|增至|减至|涨到|涨至|飙升至|飙升到|飙升|跌至|跌到|上升到|上升至|下降到|下降至|提高到|提升到|提升至|增加了|增加到|增长了|增长到|增长|提高了|下降了|上升了|减少了|从|由|保持|维持|接近|几乎|估计|预计|平均|此前的?|之前的?|去年的?|:|\\()*'
const LINK_ENGLISH = '(?:[\\s"“”*:(~≈]|is|was|were|are|of|at|to|from|about|around|over|nearly|almost|just|only|as high as|up to|by|reached|reaching|hit|rose|fell|dropped|grew|increased|decreased|between|some|roughly|approximately|a|an|the|in|for|with|than|more|less|below|above|down|up|under|now|stood|averaging|averaged|exceeded|exceeding|=)*'

const TRAILING_HAN = new RegExp(`([\\u4e00-\\u9fffa-z-]{0,14}?(?:${HEADS_HAN}))(?:\\([^)]{1,40}\\))?${LINK_HAN}$`)
const TRAILING_ENGLISH = new RegExp(`(?:^|[\\s"“(*])((?:[a-z][a-z'’-]*\\s){0,4}?(?:${HEADS_ENGLISH})(?: of [a-z -]{3,30}?)?)${LINK_ENGLISH}$`)

/** The metric that stands directly before a value, as a span; undefined when the words before it name none. */
export function trailingMetric(folded: string, start: number, end: number): Span | undefined {
  const from = Math.max(start, end - 80)
  const left = folded.slice(from, end)
  const match = TRAILING_HAN.exec(left) ?? TRAILING_ENGLISH.exec(left)
  if (!match) return undefined
  const at = from + left.indexOf(match[1]!, match.index)
  const cut = cutOwner(match[1]!)
  return { start: at + cut, end: at + match[1]!.length }
}

const METRIC_ONLY = new RegExp(`(?:${HEADS_HAN})$|(?<![a-z])(?:${HEADS_ENGLISH})$`)

/** Whether a noun phrase names a property rather than its owner: 推理开销, 言语化率. */
export const endsInMetric = (written: string): boolean => METRIC_ONLY.test(written.trim())

/** Leaves the owner out of `IA平均成功率` and `模型的有害响应率`. */
function cutOwner(written: string): number {
  const possessive = written.lastIndexOf('的', written.length - 3)
  if (possessive >= 0) return possessive + 1
  const group = /^(?:人类|对照组|实验组|模型|学生|教师|公司|企业)(?=基线|基准|估值|收入|营收|水平|得分|成绩)/.exec(written)
  if (group) return group[0].length
  const latin = /^[a-z0-9 .-]+(?=[\u4e00-\u9fff])/.exec(written)
  return latin?.[0].length ?? 0
}

/** The property that a figure measures: before its value, else the predicate after it, else the thing counted. */
export function bindMetric(reading: Reading, one: Selected, subject: Span | undefined, done: Binding[]): Span | undefined {
  const { folded } = reading
  const clause = clauseAt(folded, one.sentence, one.quantity.start)
  const before = trailingMetric(folded, clause.start, one.quantity.start)
  if (before) return before
  if (one.quantity.unit === 'count' && one.counted && one.counted !== subject) return one.counted
  const after = predicateAfter(reading, one, subject)
  if (after) return after
  const last = done.at(-1)
  if (last?.metric && last.sentence === one.sentence) return last.metric
  return verbBefore(reading, one, clause)
}

/** What follows a share: `80% think AI risk is a global priority`, `14%的高级越狱`. */
function predicateAfter(reading: Reading, one: Selected, subject: Span | undefined): Span | undefined {
  const { folded } = reading
  if (!['percent', 'fraction', 'multiple'].includes(one.quantity.unit)) return undefined
  const from = subject && subject.start >= one.quantity.end ? subject.end : one.quantity.end
  const rest = /^[^,;。()|\n:]{2,60}/.exec(folded.slice(from, one.sentence.end))?.[0]
  if (!rest || !/[a-z\u4e00-\u9fff]{2}/.test(rest)) return undefined
  return { start: from, end: from + rest.length }
}

/** The verb phrase before a value: `下降了 94%`, `alignment 阻止了14%`. */
function verbBefore(reading: Reading, one: Selected, clause: Span): Span | undefined {
  const start = Math.max(clause.start, one.quantity.start - 16)
  return one.quantity.start - start >= 2 ? { start, end: one.quantity.start } : undefined
}
