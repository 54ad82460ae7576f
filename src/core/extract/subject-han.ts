import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { clauseAt } from './clauses.ts'
import { Gate } from './gates.ts'
import { isNominal } from './nominal.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** Chinese constructions that leave no choice: shares of people without 的, changes of what was counted, targets of a share, sentences. */

/** Those of whom a share may be, each with what stands before it in the same noun: 國中教師, 受訪僱員. */
const GROUP = new Gate(
  /^ ?((?:(?![的能会有出用在被对和与到以左右听说让使把看想认觉不没都也就已还表现提是要将给])[\u4e00-\u9fff]){0,5}?(?:受访(?:者|[\u4e00-\u9fff]{2})|人(?![口选类工才生员事材均群们次士民力格物质])|雇员|员工|教师|老师|学生|家长|民众|市民|国民|网[友民]|用户|使用者|消费者|企业|公司|机构|学校|医院|业者|厂商|组织|高管|职场人|团队|选民|居民|长者|青[少]?年|儿童|医[生师]|护士|律师|工程师|开发者|研究人员|专家|主管|劳工|劳动者|上班族|求职者|病[人患]|患者|家庭|住户|商户|店家|农[民户]|司机|乘客|读者|会员|议员|国家|县市|回应|回答|回复|答案))/,
)
/** What a sum, a part or a change has before it, and a share of people has not. */
const NO_SHARE =
  /[占升降跌涨增减至到达了由从为是的于比第每]\s?$|[占升降跌涨增减至到达了由从为是于比][^,。;]?超过?\s?$|(?<!超)过\s?$/
/** 成员, 人数, 企业税: a longer word, or what of them is told. */
const GOES_ON = /^(?:数|税|的|级|家数|率|化|端|界|版|型|式|之间|以上|以下|[,，。;；、)）」”]|$)/

/** 有三成七僱員憂慮, 八成老師用過: a share directly before people is a share of them, though no 的 says so. */
export function byShareOfPeople({ folded }: Reading, one: Selected): SubjectReading | undefined {
  const { quantity, scope } = one
  if (quantity.unit !== 'percent' && quantity.unit !== 'fraction') return undefined
  if (NO_SHARE.test(folded.slice(Math.max(scope.start, quantity.start - 5), quantity.start))) return undefined
  const group = GROUP.exec(folded.slice(quantity.end, Math.min(scope.end, quantity.end + 12)))
  if (!group) return undefined
  const end = quantity.end + group[0].length
  if (GOES_ON.test(folded.slice(end, Math.min(scope.end, end + 2)))) return undefined
  // 两成人: who they are was told before
  if (group[1] === '人') return undefined
  return { subject: { start: end - group[1]!.length, end }, rule: 'share of' }
}

const YEARLY =
  /^\s?(?:(?:按|同|环|年|月|季)(?:[年月季周]|比)?|较?(?:去年|上年|前年|上[月季周])(?:同期|全年)?|较(?:前|上)一?[年月季周]|比(?:去年|上年|上月)(?:同期)?)\s?(?:大幅|急|激|飙|显著|再|则)?(?:增[加长多]?|上?升|[上下]跌|下降|减少?|[多少高低]|回落|跌|涨|暴增|倍增)了?(?:约|近|逾|超过|足足|达)?\s?$/

/** 接獲38宗投訴，按年增加1.4倍: the change is of what the sentence counted just before. */
export function byYearly({ folded }: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  const { quantity, scope } = one
  if (quantity.unit === 'count' || quantity.unit === 'duration' || quantity.unit === 'money') return undefined
  if (last?.sentence !== one.sentence || last.quantity.unit !== 'count' || !last.counted) return undefined
  const clause = clauseAt(folded, scope, quantity.start)
  if (!YEARLY.test(folded.slice(clause.start, quantity.start))) return undefined
  // what stood between them would be what changed
  const between = folded.slice(last.counted.end, clause.start)
  if (!/^[^,，。;；]{0,16}[,，]\s?$/.test(between)) return undefined
  return { subject: headOf(folded, last.counted), rule: 'change' }
}

/** 與換臉有關的投訴: the noun behind what is told of it. */
function headOf(folded: string, { start, end }: Span): Span {
  const of = folded.slice(start, end - 2).lastIndexOf('的')
  return { start: start + of + 1, end }
}

/** How far before a value whom it befalls may stand, in UTF-16 units. */
const REACH = 40

/** What a pattern takes out of the words before a value, if those hold what it is asked for. */
function takenBefore(
  { folded }: Reading,
  { quantity, scope }: Selected,
  pattern: RegExp,
  mayStand: (words: string) => boolean,
): Span | undefined {
  const from = Math.max(scope.start, quantity.start - REACH)
  const words = folded.slice(from, quantity.start)
  const match = mayStand(words) ? pattern.exec(words) : null
  if (!match) return undefined
  const start = from + match.index + match[0].indexOf(match[1]!)
  return { start, end: start + match[1]!.length }
}

const TARGET = /(?:[把将]|对|给予)\s?([\u4e00-\u9fffa-z][\u4e00-\u9fffa-z0-9 ]{1,10}?)(?:的)?目标价/

/** 某行把台積電目標價由1,380元上調至1,600元: the price is of the share, not of who sets it. */
export function byTarget(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit !== 'money') return undefined
  const subject = takenBefore(reading, one, TARGET, (words) => words.includes('目标价'))
  return subject && { subject, rule: 'touching' }
}

/** 判處被告入獄14個月, 判令平台賠償23萬元: who is sentenced stands between the verb of the court and what he gets. */
const SENTENCED =
  /(?:判[处令定决]?|裁定|责令|勒令|[重轻改]判)((?:被告|嫌[疑犯]人?|平台|[^,，。;；:\d]{0,6}(?:公司|集团|业者|厂商|店家|男子|女子|律师|司机|医院|学校))[\u4e00-\u9fff]{0,4}?)(?:入狱|监禁|判监|坐牢|服刑|有期|徒刑|赔偿|须赔|支付|缴[纳付]|罚)/
const COURTS = /[判裁责勒]/

export function bySentenced(reading: Reading, one: Selected): SubjectReading | undefined {
  const { unit } = one.quantity
  if (unit !== 'duration' && unit !== 'money') return undefined
  const subject = takenBefore(reading, one, SENTENCED, (words) => COURTS.test(words))
  return subject && { subject, rule: 'touching' }
}

const FINED =
  /对\s?([^,，。;；:\d]{2,18}?)(?:合共|共|一共|各|分别|再|另)?(?:处以?|开[出具罚]|作出|课[以处]?|施以|罚款?|裁罚|判罚|追缴|征收)(?:了|共|高达|合计|最高|近|约|逾|超过)*\s?$/

/** 对该公司处以1.2亿欧元罚款: who is fined, behind 对. */
export function byFined(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit !== 'money') return undefined
  const subject = takenBefore(reading, one, FINED, (words) => words.includes('对'))
  if (!subject || !isNominal(reading.folded.slice(subject.start, subject.end))) return undefined
  return { subject, rule: 'touching' }
}

const STUDIES = /(?:[对向]|针对|面向)[^,，。;；:、\d的]{0,10}$/
const STUDY =
  /^(?:的|进行的|开展的|所做的)(?:[^,，。;；:的]{0,8}?)(调查|调研|研究|访谈|民调|测试|实验|试验|评估|追踪|随访|问卷)/

/** 对5000名成年人的调查: those who were asked, whoever asked them. */
export function byStudied({ folded }: Reading, one: Selected): SubjectReading | undefined {
  const { quantity, scope, counted } = one
  if (quantity.unit !== 'count' || !counted) return undefined
  if (!STUDIES.test(folded.slice(Math.max(scope.start, quantity.start - 16), quantity.start)))
    return undefined
  const match = STUDY.exec(folded.slice(counted.end, Math.min(scope.end, counted.end + 20)))
  if (!match) return undefined
  const end = counted.end + match[0].length
  return { subject: counted, metric: { start: end - match[1]!.length, end }, rule: 'deed' }
}
