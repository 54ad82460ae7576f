import type { Binding } from './binding.ts'
import { clauseAt, openBracket } from './clauses.ts'
import { Gate } from './gates.ts'
import { endsInMetric } from './metric.ts'
import { isNominal } from './nominal.ts'
import { PEOPLE } from './opinion.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** Chinese lists of the press whose members name themselves, in order of rank and with a note in brackets, and shares that go on. */

const RANKED = new Gate(
  /(?:其次|次之|居次|再者|再来|再次|接着|接下来|最后|(?:排名?|居|占)?第[一二三四五六七]名?|首位|榜首|居冠)[^,;:。、「“"()]{0,4}?则?(?:是|为|:|有)\s?[「“"]?([^,;:。、「」“”"()\d]{2,20}?)[」”"]?\s?[、,(]?\s?(?:则|共|各|也)?(?:占比?|占有率|达)?(?:约|近|逾|达|高达|超过)*\s?$/,
)
/** 因為缺乏人手, 不清楚: reasons and answers, which name nothing. */
const NO_NOUN = /^(?:因|由于|对|把|被|在|不|没|无法|有(?!色)|认为|觉得)|[的了]/
/** How far before a share its place in the list is looked for. */
const REACH = 48

/** 其次是「網路購物詐騙」、占13%, 再者是網購（7%）: a share behind who comes next in a list. */
export function byRanked({ folded, lang }: Reading, one: Selected): SubjectReading | undefined {
  const { quantity, scope } = one
  if (lang === 'en' || (quantity.unit !== 'percent' && quantity.unit !== 'fraction')) return undefined
  const from = Math.max(scope.start, quantity.start - REACH)
  const words = folded.slice(from, quantity.start)
  const name = RANKED.exec(words)?.[1]
  if (!name || endsInMetric(name) || NO_NOUN.test(name)) return undefined
  const start = from + words.lastIndexOf(name)
  return { subject: { start, end: start + name.length }, rule: 'touching' }
}

/** What a note says of the noun before its bracket: 受理件数达, 市占率约. */
const NOTE = /^\s?([\u4e00-\u9fff]{2,8}?)(?:为|是|有|共|达|高达|约|近|逾|超过|仅|:)+\s?$/
/** How often, or how much by the head: 平均每周遭受, 每人约. */
const ONLY_COUNT =
  /^\s?(?:平均|日均|月均|年均|每[周月年日天人家])+(?:[约近逾达共有遭受到]|超过|发生|接获)*\s?$/
/** What stands in the bracket of the next noun of a list, before its figure. */
const NEXT = /^(?:[约近逾达共有]|超过)*\s?$/

/** Whether the figure before stands in a bracket, and one noun parts that from the next: （5,702次攻擊）、製造業（. */
const isListed = (folded: string, last: Binding | undefined, open: number): boolean =>
  last !== undefined &&
  last.rule === 'touching' &&
  /^[^()]{0,8}\)[、,和与及]\s?[^()、,;:。]{2,16}$/.test(folded.slice(last.quantity.end, open))

/** The noun that a bracket stands behind. */
const NOTED =
  /(?:^|[,;:。、是为和与及括有])\s?([「“"]?(?:(?![是为和与及在括有的被把])[\u4e00-\u9fffa-z0-9 .-]){2,16}(?<![中里上下时后前内])[」”"]?)$/

/** 假投資詐騙（受理件數達1102件）、假交友（987件）: a property in brackets is of the noun before them. */
export function byNoted(
  { folded, lang }: Reading,
  one: Selected,
  done: Binding[],
): SubjectReading | undefined {
  if (lang === 'en') return undefined
  const { quantity, scope } = one
  const open = openBracket(folded, scope, quantity.start)
  if (open < 0 || done.at(-1)?.quantity.end === open) return undefined
  const inside = folded.slice(open + 1, quantity.start)
  const isOnce = ONLY_COUNT.test(inside)
  const isNext = NEXT.test(inside) && isListed(folded, done.at(-1), open)
  const note = isOnce || isNext ? null : NOTE.exec(inside)
  if (!note && !isOnce && !isNext) return undefined
  const left = folded.slice(Math.max(scope.start, open - 24), open)
  const noun = NOTED.exec(left)?.[1]
  if (!noun || !isNominal(noun) || endsInMetric(noun)) return undefined
  const subject = { start: open - noun.length, end: open }
  if (!note) return { subject, rule: 'touching' }
  const metric = open + 1 + note[0].indexOf(note[1]!)
  return {
    subject,
    metric: { start: metric, end: metric + note[1]!.length },
    rule: 'item',
  }
}

/** Before a share that begins its clause: 但僅有, 更有近. */
const BEGINS = /^(?:[但而另且并更也还又有仅只就约近逾]|不过|其中|超过|不到|至少|高达|当中)*\s?$/
/** What those do or think whose share stands before: 能評估, 完全沒有查證, 對美國有好感. */
const DO =
  /^(?:则|也|都|更|却|还|完全|几乎|非常|从来?|较)?(?:能|会|可以|认为|觉得|表示|希望|担[心忧]|不|没|未|曾|已|愿意|支持|反对|赞成|同意|信任|相信|对|是|有|自认|无法|使用|用过|知道|听|选择|拒绝|感到|坦言|想)/

/** 69%民眾能辨識，71.8%能評估優劣: a share of nobody that is named, behind one of people, is of the same. */
export function bySamePeople(
  { folded, lang }: Reading,
  one: Selected,
  done: Binding[],
): SubjectReading | undefined {
  const { quantity, scope, block } = one
  const last = done.at(-1)
  if (lang === 'en' || quantity.unit !== 'percent' || last?.quantity.unit !== 'percent') return undefined
  if (!last.subject || last.block !== block || scope.start - last.quantity.end > FAR) return undefined
  const { start } = clauseAt(folded, scope, quantity.start)
  if (start < last.quantity.end || !BEGINS.test(folded.slice(start, quantity.start))) return undefined
  if (!DO.test(folded.slice(quantity.end, quantity.end + 6))) return undefined
  const isOfPeople = PEOPLE.test(folded.slice(last.subject.start, last.subject.end))
  return isOfPeople ? { subject: last.subject, rule: 'asked' } : undefined
}

/** How far before its sentence the share of people may stand. */
const FAR = 60
