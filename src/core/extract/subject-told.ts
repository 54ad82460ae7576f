import type { Binding } from './binding.ts'
import { clauseAt, leadingHan } from './clauses.ts'
import { leadOf } from './focus.ts'
import { Gate } from './gates.ts'
import { endsInMetric } from './metric.ts'
import { isNominal } from './nominal.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** Chinese constructions that leave no choice: superlatives, parallel clauses, described nouns, labels, reasons, wholes. */

/** The words of the figure's clause before it, and where they begin. */
export function beforeFigure(
  { folded }: Reading,
  { scope, quantity }: Selected,
): { left: string; start: number } {
  const { start } = clauseAt(folded, scope, quantity.start)
  return { left: folded.slice(start, quantity.start), start }
}

/** The figure before, when it stands in the same sentence. */
export const lastInSentence = ({ sentence }: Selected, done: readonly Binding[]): Binding | undefined =>
  done.at(-1)?.sentence === sentence ? done.at(-1) : undefined

const ONE = '[个家款份位座单起次名例篇项条组批]'
const BEST = new RegExp(
  `^([^,;:。的]{0,8}最[\\u4e00-\\u9fff]{1,4}的(?:一${ONE}|那?${ONE}|(?!是|一|那)[\\u4e00-\\u9fff]{2,4}?)?)(?=率|平均|为|是(?!一|这|那)|达|有|只|仅|超|约|丢|晚|获|得|也|在|由|占|损|花|用|耗|需)`,
)

/** `最高的一家达到71%`: whoever is told by a superlative is the subject, with a noun or without. */
export function bySuperlative(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang === 'en') return undefined
  const { left, start } = beforeFigure(reading, one)
  const match = left.includes('最') ? BEST.exec(left) : undefined
  return match ? { subject: { start, end: start + match[1]!.length }, rule: 'superlative' } : undefined
}

const SO_MANY =
  /^(?:(?:但|而|其中|另外|此外|至于)\s?)?([^,;:。]{2,14}?)(?:中|里)?(?:则|却|也|都|就|还)?(?:只有|仅有|仅为|达到|占到|降至|升至|只|仅|有|为|是|占|达|约)(?:约|近|不足|不到|超过|将近|大约|至少)?\s?$/
/** Words that say when or where, and phrases with another one in them. */
const NO_NOUN = /[的在较比从与和]|[前后时间内上下]$|^(?:大概|如今|目前|现在|实际|最终|最后)/

/** `金融业达到13%，制造业只有3.8%`: two clauses that are a noun, a word for being so many, and a share. */
export function byParallel(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  if (reading.lang === 'en' || one.quantity.unit !== 'percent') return undefined
  const last = lastInSentence(one, done)
  if (last?.quantity.unit !== 'percent' || !last.subject) return undefined
  const { left, start } = beforeFigure(reading, one)
  const match = last.quantity.end <= start && SO_MANY.exec(left)
  if (!match || !SO_MANY.test(beforeFigure(reading, last).left)) return undefined
  const noun = match[1]!
  if (!isNominal(noun) || endsInMetric(noun) || NO_NOUN.test(noun)) return undefined
  const at = start + match[0].indexOf(noun)
  return { subject: { start: at, end: at + noun.length }, rule: 'parallel' }
}

const THIS_MUCH =
  /^(?:(?:而|但|其中|另外|至于|在)\s?)?([^,，。;；:的\d]{2,14}?)(?:中|里)?的?(?:这一|这个|该|此一|此)(?:比例|比率|数字|数据|占比|指标|概率|数值|人数)(?:则|却|也|更|仅|只|高达|高至|达到|达|为|是|有|约|近|不足|超过|降至|升至|几乎)*\s?$/

/** `发达经济体这一比例为60%`: the measure of the figure before, of somebody else. */
export function byThisMuch(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  if (reading.lang === 'en') return undefined
  const { left, start } = beforeFigure(reading, one)
  const noun = THIS_MUCH.exec(left)?.[1]
  if (!noun || !isNominal(noun) || endsInMetric(noun)) return undefined
  const at = start + left.indexOf(noun)
  return {
    subject: { start: at, end: at + noun.length },
    ...(lastInSentence(one, done)?.metric && { goesOn: true }),
    rule: 'parallel',
  }
}

const NEEDS =
  /^([\u4e00-\u9fff]{2,8}?)(?:大约|约|只|仅|就|也|还)?(?:需要|要|需|耗时|历时|用时)(?:约|近|超过|花)?\s?$/

/** `培训要两周`: a clause of nothing but a noun and how long it takes. */
export function byNeeds(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang === 'en' || one.quantity.unit !== 'duration') return undefined
  const { left, start } = beforeFigure(reading, one)
  const noun = NEEDS.exec(left)?.[1]
  if (!noun || !isNominal(noun)) return undefined
  return { subject: { start, end: start + noun.length }, rule: 'parallel' }
}

const VALUED = new Gate(/(?:价值|造价|总值|市值|估值)(?:约|近|逾|超过|超|达|高达)?\s?$/)
const OF_LENGTH = new Gate(/[这那一][个部段场项次篇款]\s?$/)
const AGED =
  /^\s?(?:的\s?)?(?=[\u4e00-\u9fffa-z])(?!以|时|那|生|开|起|左|就|才|便|到|至|之|后|前|或|和|与|及|的人|了|还|已|也)/
const OWNED = /^的\s?(?=[\u4e00-\u9fffa-z“「《])/
/** Longest noun that a figure describes; one that goes on beyond is no noun. */
const LONGEST_NOUN = 14

/** `28岁的男子`, `价值3亿元的别墅`, `一段9秒的视频`: a figure that describes the noun behind it. */
export function byDescribed(reading: Reading, one: Selected): SubjectReading | undefined {
  const { folded } = reading
  const { unit, start, end } = one.quantity
  if (reading.lang === 'en' || (unit !== 'money' && unit !== 'duration')) return undefined
  const link = linkBehind(folded, folded.slice(Math.max(one.scope.start, start - 12), start), unit, end)
  if (link === undefined) return undefined
  const from = end + link
  const noun = leadingHan(folded, from, Math.min(one.scope.end, from + LONGEST_NOUN))
  if (!noun || noun.start > from + 1 || noun.end === from + LONGEST_NOUN) return undefined
  const stop = folded.slice(noun.start, noun.end).search(/[,;。:()、]/)
  const subject = stop < 0 ? noun : { start: noun.start, end: noun.start + stop }
  return isNominal(folded.slice(subject.start, subject.end)) ? { subject, rule: 'described' } : undefined
}

/** Length of what links a figure to the noun that it describes, if it describes one. */
function linkBehind(folded: string, left: string, unit: string, end: number): number | undefined {
  const behind = folded.slice(end, end + 4)
  if (folded[end - 1] === '岁') return AGED.exec(behind)?.[0].length
  const describes = (unit === 'money' ? VALUED : OF_LENGTH).test(left)
  return describes ? OWNED.exec(behind)?.[0].length : undefined
}

const BLAMED = /^[^,;:。]{2,30}?(?=因(?!此|为此)[^,;:。]{2,60}?(?:被|遭|获刑|受罚))/

/** `某律师因伪造案例被罚1万元`: who bears it stands before the reason. */
export function byBlamed(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang === 'en') return undefined
  const { left, start } = beforeFigure(reading, one)
  const match = left.includes('因') ? BLAMED.exec(left) : undefined
  const subject = match && leadingHan(reading.folded, start, start + match[0].length)
  return subject && isNominal(reading.folded.slice(subject.start, subject.end))
    ? { subject, rule: 'blamed' }
    : undefined
}

const BY = new Gate(/由(?:约|近|超过|逾|大约|至少)?\s?$/)
const COMPOSED = /^[^,;。]{0,16}?(?:组成|构成)/

/** `大脑由860亿个神经元组成`: the whole, not its parts. */
export function byComposed(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang === 'en' || one.quantity.unit !== 'count') return undefined
  const { folded } = reading
  const { start: from, end } = one.quantity
  const { left, start } = beforeFigure(reading, one)
  if (!BY.test(left) || !COMPOSED.test(folded.slice(end, end + 24))) return undefined
  const subject = leadOf(reading, start, from) ?? leadOf(reading, one.scope.start, from)
  return subject && { subject, rule: 'composed' }
}

const LABEL = /(?:^|[,;。|])\s?([^,;。|:]{2,16}):\s?(?:拟|将|已|预计|累计|每[月年天周日]|约|近|超|逾)?\s?$/
/** How far before a sum its label is looked for. */
const LABEL_REACH = 28

/** `某公司：拟1079万元收购…`: a sum right behind a label is of whom the label names. */
export function byLabelled(reading: Reading, one: Selected): SubjectReading | undefined {
  const { folded } = reading
  const { start, unit } = one.quantity
  if (reading.lang === 'en' || unit !== 'money') return undefined
  const left = folded.slice(Math.max(one.scope.start, start - LABEL_REACH), start)
  const match = left.includes(':') ? LABEL.exec(left) : undefined
  if (!match) return undefined
  const name = match[1]!
  const from = start - left.length + match.index + match[0].indexOf(name)
  const subject = { start: from, end: from + name.length }
  if (leadingHan(folded, from, subject.end)?.end !== subject.end) return undefined
  return endsInMetric(name) || !isNominal(name) ? undefined : { subject, rule: 'label' }
}
