import type { Binding } from './binding.ts'
import { Gate } from './gates.ts'
import { PEOPLE } from './opinion.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import { isShare, predicateBehind } from './share-clause.ts'
import type { SubjectReading } from './subject-rule.ts'
import { beforeFigure, lastInSentence } from './subject-told.ts'

/** Chinese clauses without a subject of their own, which are about what the figure before them is about. */

const isPart = ({ quantity: { unit } }: Selected | Binding): boolean =>
  unit === 'count' || unit === 'percent' || unit === 'fraction'

const HEADLESS = new Gate(
  /的(?:却|也|就|还|则|都|仍|共)?(?:只有|仅有|有|仅|只|占到|占了|占|不足|不到)(?:约|近|不足|不到|超过|将近|大约|至少)?\s?$/,
)
/** Least length of a clause that tells by what they do who is counted. */
const LEAST = 6

/** `97个合格，未标明的只有23个`: those who are told only by what they do are some of those before them. */
export function byHeadless(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  if (reading.lang === 'en' || !isPart(one) || namesItsNoun(reading, one)) return undefined
  const last = lastInSentence(one, done)
  if (!last || !isPart(last)) return undefined
  const { left } = beforeFigure(reading, one)
  if (left.length < LEAST || !HEADLESS.test(left)) return undefined
  const isWhole = last.rule !== 'among' && last.quantity.unit === 'count'
  const whole = isWhole ? (last.counted ?? last.subject) : last.subject
  return whole && { subject: whole, rule: 'among' }
}

const namesItsNoun = ({ folded }: Reading, { counted, quantity }: Selected): boolean =>
  counted !== undefined && !/^[,;。]/.test(folded.slice(quantity.end, quantity.end + 1))

const SHARE = new Gate(
  /^(?:约|大约|已|仅|只|共)?占(?:了|到|据)?(?:[^,;。占]{0,14}的)?(?:约|近|不足|不到|超过|将近|大约|至少)?\s?$/,
)
const CHANGE = new Gate(
  /^(?:同比|环比|按年|按月|较[^,;]{2,10}|比[^,;]{2,10})?(?:大幅|显著)?(?:增长|下降|增加|减少|上升|提高|提升|上涨|下跌|飙升|骤降|增|降|多|少|翻|高出|低)(?:了|约|近|不足|超过|将近|大约|至少)?\s?$/,
)
const TIMES = new Gate(
  /^(?:几乎|大约|约)?(?:是|为|相当于|不到|达到|等于|超过|高于|低于|接近|已达)(?:了|约|近)?[^,;。]{1,24}的(?:约|近|大约|至少)?\s?$/,
)

/** `用电186亿度，占全省的5%`, `8,417件，环比增长37%`, `2,316条，是上月的3倍`: what was told before the comma goes on. */
export function bySharing(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  if (reading.lang === 'en') return undefined
  const last = lastInSentence(one, done)
  const { left, start } = beforeFigure(reading, one)
  if (!last?.subject || reading.folded[start - 1] !== ',' || last.quantity.end > start) return undefined
  const { unit } = one.quantity
  const goesOn =
    SHARE.test(left) ||
    CHANGE.test(left) ||
    ((unit === 'multiple' || unit === 'fraction') && TIMES.test(left))
  return goesOn ? { subject: last.subject, rule: 'continuation' } : undefined
}

const EQUALS =
  /(?:^|[,;。])\s?(?:几乎|大约|约)?(?:是|为|相当于)[^,;。()]{1,30}\([^,;。()]{1,16}\)的(?:约|近)?$/
const ONE_MORE = /^、[^,;。、]{1,30}的(?:约|近)?$/
/** How far before a multiple the beginning of its comparison is looked for. */
const EQUALS_REACH = 60

/** `相当于甲公司估值（150亿）的6倍、乙公司（240亿）的4倍`: of what was told before, not of what it is compared with. */
export function byTimes(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { folded } = reading
  const { start, unit } = one.quantity
  if (reading.lang === 'en' || unit !== 'multiple' || folded[start - 1] !== '的') return undefined
  const last = done.findLast(({ quantity }) => folded[quantity.end] !== ')')
  if (!last?.subject || last.block !== one.block) return undefined
  const isMore = last.quantity.unit === 'multiple' && ONE_MORE.test(folded.slice(last.quantity.end, start))
  const left = folded.slice(Math.max(one.scope.start, start - EQUALS_REACH), start)
  return isMore || EQUALS.test(left) ? { subject: last.subject, rule: 'continuation' } : undefined
}

/** 这一比例, 该数字: a value told of before. */
const POINTS_BACK = new Gate(
  /^(?:而|但|则|且)?(?:到?20\d\d年(?:底|末|初)?,?)?(?:这一|这个|该|此)(?:比例|比率|占比|比重|数字|数据|指标|概率|速度|增速|规模|得分|分数|成绩|水平|需求|金额|份额|人数|数值|差距|成功率)(?=[^的])/,
)
/** How many sentences on it may be told of. */
const SENTENCES_ON = 1

/** Whether the clause of a figure goes on about the value of the figure before. */
export function pointsBack(reading: Reading, one: Selected, last: Binding | undefined): boolean {
  if (reading.lang === 'en' || !last || last.block !== one.block) return false
  if (last.quantity.unit !== one.quantity.unit || !POINTS_BACK.test(beforeFigure(reading, one).left))
    return false
  const between = reading.folded.slice(last.quantity.end, one.quantity.start)
  return (between.match(/[。!?]/g)?.length ?? 0) <= SENTENCES_ON + 1
}

/** `普及率要达到70%。…这一比例要提升到90%`: of whom the value before was. */
export function byPointing(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.findLast(({ quantity }) => quantity.unit === one.quantity.unit)
  return last?.subject && pointsBack(reading, one, last)
    ? { subject: last.subject, goesOn: true, rule: 'continuation' }
    : undefined
}

/** An answer in quotation marks whose share stands in brackets: “搭档”（36%）. */
const OPTION = /[”」』"]\s?\($/
const CLOSES = /^\s?\)/

/** `57%把它当“助手”，“搭档”（36%）紧随其后`: of those who gave the answer before. */
export function byOption(
  { folded, lang }: Reading,
  one: Selected,
  done: Binding[],
): SubjectReading | undefined {
  const last = done.at(-1)
  const { start, end } = one.quantity
  if (lang === 'en' || last?.sentence !== one.sentence || !last.subject) return undefined
  if (!OPTION.test(folded.slice(start - 4, start)) || !CLOSES.test(folded.slice(end, end + 2)))
    return undefined
  return PEOPLE.test(folded.slice(last.subject.start, last.subject.end))
    ? { subject: last.subject, rule: 'continuation' }
    : undefined
}

/** `30%的青少年满意，但66%仍偏好真人`: of the same people as the share before. */
export function byShareOn(
  { folded, lang }: Reading,
  one: Selected,
  done: Binding[],
): SubjectReading | undefined {
  const last = done.at(-1)
  if (lang === 'en' || last?.sentence !== one.sentence || !isShare(last) || !last.subject) return undefined
  if (!PEOPLE.test(folded.slice(last.subject.start, last.subject.end))) return undefined
  return predicateBehind(folded, one) ? { subject: last.subject, rule: 'continuation' } : undefined
}
