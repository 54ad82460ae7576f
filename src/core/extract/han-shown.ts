import type { Span } from '../text/sentences.ts'
import { charSet, unitAt } from './char-set.ts'
import { Gate } from './gates.ts'
import { FUNCTION, isWordAt, NOUN, pairAt, VERB } from './han-pairs.ts'
import type { Quantity } from './quantity.ts'
import type { Reading } from './reading.ts'

/**
 * A Chinese subject as it is shown: whole words at both ends, without the adverbs, helping verbs and conjunctions
 * that a cut has left of the clause around it. Folded text.
 */

/** 也, 已, 所以: words that open a clause or stand before its verb and name nothing. */
const LEADING = new Gate(
  /^(?:所以|因此|因为|但是|如果|而且|并且|不过|只是|其中|比如|例如|还有|还是|已经|曾经|可以|必须|应当|应该|需要|表示(?=[\u4e00-\u9fff]{3})|[但也都就则又已曾]|将(?!军)|须|应|还|仍|只|仅|却)(?=..)/,
)
/** 不到, 须, 在: what leads on to a value or to a verb. */
const TRAILING = new Gate(
  /(?:[则却也都]?更是高?|不会?超过|不超过|不到|不足|不过|至少要?|最多要?|超过|小幅|大幅|突破|高达|达到|已经|必须|应当|应该|需要|大约|就要|只要|(?<![主需重纲摘必])要|须|(?<![供反效响适对])应|(?<![而早])已|逾|(?<![行成作认因人以])为|(?<![但可])是|(?<![存现实所内外])在|(?<![服随])从|(?<!转)让|(?<!显)着|[的了将])$/,
)

/** 家 of 80家门店 is a measure word. */
const NUMERAL = charSet('0123456789一二两三四五六七八九十百千万亿几数多余')

/** Ends that go through a word are moved to its border: 庭年收入 of 家庭年收入, 平台宣 of 平台宣称. */
function wholeWords(folded: string, { start, end }: Span): Span {
  if (end - start < 2) return { start, end }
  const opensWithin =
    isWordAt(folded, start - 1) &&
    !isWordAt(folded, start) &&
    !isWordAt(folded, start - 2) &&
    NUMERAL[unitAt(folded, start - 2)] === 0
  const closesWithin = isWordAt(folded, end - 1) && !isWordAt(folded, end - 2) && !isWordAt(folded, end)
  return { start: opensWithin ? start - 1 : start, end: closesWithin ? end + 1 : end }
}

/** People and bodies that act, with the words before them. */
const ACTOR = new Gate(
  /^[\u4e00-\u9fffa-z0-9·]{0,10}?(?:学生|用户|网友|网民|居民|青少年|高管|家长|员工|职员|夫妇|夫妻|被告人?|原告|医生|老师|教师|导师|工程师|律师|专家|学者|公民|民众|选民|[受访试愿与发用费究击害患记管从]者|公司|企业|法院|警方|公安)/,
)
/** Words of one character that a verb phrase begins with. */
const OPENS_PREDICATE = charSet('判用把将被替对向从因以在已曾均也都还选')
/** 人类, 人员: words that begin with 人; everywhere else a predicate follows it. */
const NOT_PEOPLE = charSet('类员们工民士口群脸力形机才数物体生均大质事权造为际格行')

/** What courts and their parties do in words that are nouns elsewhere. */
const OF_COURTS = new Gate(/^(?:开庭|综合|公开|当庭|依法|结合|酌情)/)

/** 法院认定平台担责, 38%的人选业务部门: what a court finds of somebody, or most people choose or turn to, is about him. */
const PICKED = new Gate(
  /^(?:认定|判令?|判决|裁定|责令|命令|要求|选择?|指向|转向|流向|倾向于?|收敛到|归咎于?)(?=[\u4e00-\u9fff]{2})/,
)

/** Somebody without the predicate that has been left on him: 人|指向大型科技公司, 法院|综合多方因素. */
function withoutPredicate(folded: string, { start, end }: Span): Span {
  const words = folded.slice(start, end)
  if (words.includes('的')) return { start, end }
  const arePeople = words[0] === '人' && NOT_PEOPLE[unitAt(folded, start + 1)] === 0
  const at = start + (arePeople ? 1 : ACTOR.lengthIn(words))
  if (at === start || at >= end || !(arePeople || beginsPredicate(folded, at))) return { start, end }
  const picked = PICKED.lengthIn(folded.slice(at, end))
  return picked > 0 ? { start: at + picked, end } : { start, end: at }
}

function beginsPredicate(folded: string, at: number): boolean {
  const pair = pairAt(folded, at)
  if (OF_COURTS.lengthIn(folded.slice(at, at + 2)) > 0) return true
  if ((pair & NOUN) !== 0) return false
  return (pair & (VERB | FUNCTION)) !== 0 || OPENS_PREDICATE[unitAt(folded, at)] === 1
}

/** A subject as it is shown: without the predicate behind somebody, and the verb before what its count counts. */
export function shownSubject(
  { folded, entityAt }: Pick<Reading, 'folded' | 'entityAt'>,
  span: Span,
  figure: Pick<Quantity, 'start' | 'unit'>,
): Span {
  if (entityAt(span.start)?.end === span.end) return span
  const name = withoutEnds(folded, wholeWords(folded, span))
  const isObject = figure.unit === 'count' && span.end === figure.start && isObjectAt(folded, name)
  return isObject ? { start: name.start + 2, end: name.end } : withoutPredicate(folded, name)
}

/** 清理违规信息, 覆盖企业: a verb with its object; 训练数据 is a noun. */
function isObjectAt(folded: string, { start, end }: Span): boolean {
  const isVerb = (pairAt(folded, start) & (VERB | NOUN)) === VERB
  return isVerb && end - start >= 4 && (pairAt(folded, end - 2) & VERB) === 0
}

/** 白领余女士告诉记者: who says it, without the verb; not 原告 nor 广告. */
const TELLS = new Gate(/(?<=..)(?:告诉|坦言|感叹)(?:记者|本报|媒体|我们?|[他她]们?)?$/)
/** 回复中都存在: among them, before what is so of some. */
const AMONG = new Gate(/(?<=..)[中里]$/)
const OF_SOME = charSet('都均也,有存没')

function withoutEnds(folded: string, span: Span): Span {
  let { start, end } = span
  end -= TELLS.lengthIn(folded.slice(start, end))
  if (OF_SOME[unitAt(folded, end)] === 1) end -= AMONG.lengthIn(folded.slice(start, end))
  for (let length = 1; length > 0; start += length) length = lengthOfLead(folded, start, end)
  for (let length = 1; length > 0; end -= length) length = lengthOfTail(folded, start, end)
  return { start, end }
}

/** How many units at the beginning name nothing: 也占, not 也许. */
function lengthOfLead(folded: string, start: number, end: number): number {
  const length = LEADING.lengthIn(folded.slice(start, end))
  return length === 1 && pairAt(folded, start) !== 0 ? 0 : length
}

/** How many units at the end lead on to what follows; two at least stay. */
function lengthOfTail(folded: string, start: number, end: number): number {
  const length = TRAILING.lengthIn(folded.slice(Math.max(start, end - 4), end))
  return end - length - start < 2 || (length === 1 && isWordAt(folded, end - 2)) ? 0 : length
}
