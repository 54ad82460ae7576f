import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { clauseAt } from './clauses.ts'
import { Gate } from './gates.ts'
import { holdsOpinion, PEOPLE } from './opinion.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** Constructions that leave no choice: what they say is taken, without weighing it against other candidates. */

/** Between a value and the name it is of, when the name follows: `0.5% for Claude Opus 4`, `10% (Opus 4.5), 16% (Sonnet 4.5)`. */
const VALUE_OF_NAME = /^(?: (?:for|in|on|with|by|among|from|against) (?:the )?| ?\()$/
const ENDS_NAME = /^(?:['’]s)?\s?(?:[,;.)\]:—–]|and |or |while |but |compared|versus|vs|$)/

/** `(Phi-4, Qwen 7B)`: one name or several, and nothing else. */
const CLOSES_NAMES = /^(?:(?:,| and|, and| &) [a-z][a-z0-9.-]*(?: [a-z0-9][a-z0-9.-]*){0,3}){0,4}\)/

/** A list of values each with its name behind it; a single one could as well be a place or a test. */
export function byNameBehind(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  if (!isShare(one)) return undefined
  const { folded } = reading
  const end = one.quantity.end
  const name = reading
    .namesIn(end, Math.min(one.scope.end, end + 60))
    .find((found) => VALUE_OF_NAME.test(folded.slice(end, found.start)))
  if (!name || !ENDS_NAME.test(folded.slice(name.end, name.end + 10))) return undefined
  const isBracket = folded[name.start - 1] === '('
  if (isBracket && !CLOSES_NAMES.test(folded.slice(name.end, name.end + 80))) return undefined
  const last = done.at(-1)
  const isList = last?.rule === 'name behind' && last.sentence === one.sentence
  if (!isList && name.kind !== 'model' && !/^\s?,/.test(folded.slice(name.end, name.end + 2)))
    return undefined
  return { subject: name, ...(isList && { goesOn: true }), rule: 'name behind' }
}

const EVERYWHERE = new Gate(/(?:^|[(（,、;])\s?(全球|全国|本港|国内|海外|亚洲|欧洲|globally|worldwide)\s?$/)

/** `Sonnet 4.5 73%`, `新加坡84%`, `全球76%`: the name touches its value. */
export function byNameTouching(reading: Reading, one: Selected): SubjectReading | undefined {
  if (!isShare(one)) return undefined
  const { start } = one.quantity
  const name = reading.namesIn(Math.max(one.scope.start, start - 40), start).at(-1)
  if (name && /^ ?$/.test(reading.folded.slice(name.end, start))) return { subject: name, rule: 'touching' }
  const place = EVERYWHERE.exec(reading.folded.slice(Math.max(one.scope.start, start - 12), start))
  if (!place) return undefined
  const from = start - place[0].length + place[0].indexOf(place[1]!)
  return { subject: { start: from, end: from + place[1]!.length }, rule: 'touching' }
}

/** A noun that touches its value, behind a mark, and one more such pair behind it or before it. */
const LISTED = new Gate(/(?:^|[:、,;])\s?([\u4e00-\u9fff]{2,6})$/)
const NEXT_LISTED = /^[、,;] ?[\u4e00-\u9fff]{2,6}\d+[\u4e00-\u9fff]{1,2}(?:[、,;。)]|$)/
const LISTED_BEFORE = /^[、,;] ?$/
/** Words that say how, and what befell whom, rather than of what. */
const NOT_LISTED =
  /^(?:其中|合计|共计?|总计|约|大约|近|超过?|达到?|新增|累计|平均|至少|最多|最高|最低|同比|环比|增长|下降|上升|减少|增加)|(?:死亡|受伤|失踪|遇难|获救|被捕|上升|下降|增长|减少|增加|达到?|超过?|约|有|为|是|了|至|到|仅|共|近|逾)$/

/** 金融94起、医疗61起: a list of counts, each behind what it is of. */
export function byListed({ folded }: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { quantity, scope } = one
  const { end } = quantity
  if (quantity.unit !== 'count' || quantity.form !== 'digits' || !/^(?:[、,;。)]|$)/.test(folded[end] ?? ''))
    return undefined
  const noun = LISTED.exec(folded.slice(Math.max(scope.start, quantity.start - 8), quantity.start))?.[1]
  if (!noun || NOT_LISTED.test(noun)) return undefined
  const start = quantity.start - noun.length
  const last = done.at(-1)
  const goesOn =
    last?.rule === 'touching' &&
    last.sentence === one.sentence &&
    LISTED_BEFORE.test(folded.slice(last.quantity.end, start))
  if (!goesOn && !NEXT_LISTED.test(folded.slice(end, end + 18))) return undefined
  return { subject: { start, end: quantity.start }, rule: 'touching' }
}

/** `三分之二（64%）的组织`, `288名（36.9%）`: the same share or part in other words. */
export function byRestated({ folded }: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  if (last?.sentence !== one.sentence || !last.subject) return undefined
  const between = folded.slice(Math.max(last.quantity.end, last.counted?.end ?? 0), one.quantity.start)
  if (!/^[^,;。()]{0,8}\($/.test(between.trim()) || !/^\s?\)/.test(folded.slice(one.quantity.end)))
    return undefined
  return { subject: last.subject, goesOn: true, rule: 'restated' }
}

const AMONG = new Gate(
  /^(?:(?:其中|这其中|当中)(?:有|约|近|仅|只有|超过|至少|也有)*\s?|(?:and )?of (?:these|them|those|which),? ?)$/,
)

/** 其中提到證據的有84則: a part told by what is so of it; 結果有三十一人改變立場: of the people counted before. */
const AMONG_TOLD =
  /^(?:其中|这其中|当中)[^,，。;；\d]{1,16}的(?:就|也|则|便|却|已|占|只|仅|达|约|近|逾|超过|共|多达)*有?(?:约|近|逾|超过)?\s?$/
const AFTER_ALL = /^(?:结果|最后|最终|后来)(?:仅|只|共|竟)?有(?:约|近|逾|超过)?\s?$/

const isOfPeople = ({ quantity }: Selected): boolean =>
  quantity.unit === 'count' &&
  (quantity.detail === '人' || quantity.detail === '名' || quantity.detail === '位')

/** `it removed 300 accounts, about 94% of them by itself`. */
const OF_THEM = /^ of (?:them|these|those|whom|which)(?![a-z])(?! [a-z-]+s(?![a-z]))/
const OPENS_SHARE =
  /^\s?(?:(?:and|but|with|about|around|nearly|almost|roughly|over|only|just|some|at|least|more|than|as|many|up|to|fewer|less) )*$/

/** `测试了16款主流模型，其中79%…`, `Of these, 12 …`: a part of what was counted just before. */
export function byAmong({ folded }: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const clause = clauseAt(folded, one.scope, one.quantity.start)
  const left = folded.slice(clause.start, one.quantity.start)
  if (
    !AMONG.test(left) &&
    !AMONG_TOLD.test(left) &&
    !(isOfPeople(one) && AFTER_ALL.test(left)) &&
    !(OPENS_SHARE.test(left) && OF_THEM.test(folded.slice(one.quantity.end, one.quantity.end + 40)))
  )
    return undefined
  const whole = countedBefore(one, done)
  return whole && { subject: whole, rule: 'among' }
}

const PART_OF = /^(?:之?中|里|当中),?(?:只|仅|共|就|便|却|已|也|至少|超过|约|竟)*有?$/
const HAS_PART =
  /^([\u4e00-\u9fffa-z ]{0,12}?)(?:之?中|里|当中),?(?:只|仅|共|就|便|却|已|也|至少|超过|约|竟)*有?(?=[\d一二三四五六七八九十百千两半])/

/** Runs are of whoever is run: o3在100次测试中有7次…. */
const RUNS = /^(?:测试|实验|试验|尝试|运行|样本|对话|回合|场景|任务|评测|测验|模拟|会话|抽测|采样)$/

/** `16款模型中有12款…`: whole and part are both about what the whole counts, or about the name whose runs are counted. */
export function byWhole(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { folded } = reading
  const { quantity, counted, scope } = one
  if (quantity.unit !== 'count') return undefined
  const start = counted?.start ?? quantity.end
  const whole = HAS_PART.exec(folded.slice(start, start + 28))?.[1]
  if (whole && whole.length >= 2) {
    const name = RUNS.test(whole) ? reading.namesIn(scope.start, quantity.start).at(-1) : undefined
    return { subject: name ?? { start, end: start + whole.length }, rule: 'among' }
  }
  const last = done.at(-1)
  if (last?.sentence !== one.sentence || last.quantity.unit !== 'count' || !last.subject) return undefined
  const isOfName = last.rule === 'among' && last.subject.end <= last.quantity.start
  const end = isOfName ? wholeEnd(folded, last) : last.rule === 'among' ? last.subject.end : last.counted?.end
  if (end === undefined || !PART_OF.test(folded.slice(end, quantity.start))) return undefined
  return { subject: last.rule === 'among' ? last.subject : last.counted!, rule: 'among' }
}

/** Where the noun of a whole ends that its part follows. */
function wholeEnd(folded: string, { quantity, counted }: Binding): number | undefined {
  const start = counted?.start ?? quantity.end
  const whole = HAS_PART.exec(folded.slice(start, start + 28))?.[1]
  return whole === undefined ? counted?.end : start + whole.length
}

const OF_ALL = /^\s?(?:out )?(?:of|among)(?: the| these| those| all| its| their)* ?$/
const THEN = /^, (?:only |just |some |about |nearly |almost |at least |more than |fewer than )?$/

/** `Of the 412 incidents, 128 involved chatbots`: a part of what the sentence begins with. */
export function byOpening({ folded }: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  if (last?.sentence !== one.sentence || last.quantity.unit !== 'count' || !last.counted) return undefined
  const isOpening =
    THEN.test(folded.slice(last.counted.end, one.quantity.start)) &&
    OF_ALL.test(folded.slice(one.sentence.start, last.quantity.start))
  return isOpening ? { subject: last.counted, rule: 'among' } : undefined
}

/** `访问了1200名选民，有六成五支持…`: the share of an opinion is of those who were asked. */
export function byAsked({ folded }: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  if (!isShare(one) || !holdsOpinion(folded, one)) return undefined
  const clause = clauseAt(folded, one.scope, one.quantity.start)
  if (
    !/^(?:有|约|近|仅|只有|超过|至少|也有|and |but |while |about |nearly |over |only |some )*\s?$/.test(
      folded.slice(clause.start, one.quantity.start),
    )
  )
    return undefined
  const last = done.at(-1)
  if (last?.sentence === one.sentence && last.quantity.end < one.quantity.start && holdsOpinion(folded, last))
    return { ...(last.subject && { subject: last.subject }), rule: 'asked' }
  const asked = countedBefore(one, done)
  if (!asked) return undefined
  return PEOPLE.test(folded.slice(asked.start, asked.end)) ? { subject: asked, rule: 'asked' } : undefined
}

/** What the last count in this sentence or the one before counted. */
function countedBefore(one: Selected, done: Binding[]): Span | undefined {
  for (let back = 1; back <= 4; back++) {
    const earlier = done.at(-back)
    if (!earlier || earlier.block !== one.block) return undefined
    if (earlier.quantity.unit === 'count' && earlier.counted) return earlier.counted
  }
  return undefined
}

/** `利润增长39%，达到12亿美元`: a clause that only says what a value came to goes on about the one before. */
export function byContinuation(
  { folded }: Reading,
  one: Selected,
  done: Binding[],
): SubjectReading | undefined {
  const last = done.at(-1)
  if (last?.sentence !== one.sentence) return undefined
  const between = folded.slice(Math.max(last.quantity.end, last.counted?.end ?? 0), one.quantity.start)
  if (
    between.length > 24 ||
    !/^\s?,\s?(?:一度|并|已|约|近)?(?:达到?|升至|增至|降至|跌至|涨至|为|至|to|reaching|hitting|to reach)(?:了|约|近|超过|about|nearly|over|\s)*$/.test(
      between,
    )
  )
    return undefined
  return { ...(last.subject && { subject: last.subject }), goesOn: true, rule: 'continuation' }
}

const isShare = ({ quantity }: Selected): boolean =>
  quantity.unit === 'percent' || quantity.unit === 'fraction' || quantity.unit === 'score'
