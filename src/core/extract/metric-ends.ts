import type { Span } from '../text/sentences.ts'
import { isHanUnit } from './char-set.ts'
import { Gate } from './gates.ts'
import { FUNCTION, isInsideNoun, NOUN, pairAt, VERB } from './han-pairs.ts'
import { endsInMetric } from './metric.ts'

/**
 * What a Chinese metric holds of the clause around: 同时 and 我们 before it, what stands behind a dash, the next number with what
 * joins it. Folded text.
 */

/** Conjunctions and pronouns that lead to a property and are no part of it. */
const LEADING = new Gate(
  /^(?:但是?|不过|然而|而且?|并且|从而|进而|因而|于是|由此|同时|此外|另外|另有|以及|乃至|甚至|导致|致使|使得|(?:今年|近年来?|去年|目前|迄今|至今|此前|当前)(?:以来)?(?:已|共|累计)*(?=..)|却?只能|即|且|并(?!发|行|购|列|联|网)|[我你他她它]们的?|其(?![他它余实次间中])|该|年(?=[这该其])|内(?![部容存地核阁]))/,
)
/** 平均成本却创下998万美元, 培训要两周, 患者共110位: a verb or an adverb that leads to any value. */
const TAIL = new Gate(
  /(?:[却则也又仍还]?(?:创下|录得|刷新|更是高?)|需要|必须|(?<![主需重纲摘必])要|(?<![霸抢侵攻强独])占|(?<![公中合总])共|(?<![供急刚必])需|须)$/,
)
/** A dash, or a bracket without its other half. */
const BROKEN_OFF = /\s?(?:—|--|–(?=[\u4e00-\u9fff]))|[(](?![^()]*\))/
/** Another number, with what joins it to the words before it: 银行和11家, 机构的67位. */
const NEXT_NUMBER = /(?:、|和|与|以?及|或者?|的)\s?(?:近|约|超过?|逾)?\d/

/** A metric without them; `value`: the figure that it belongs to. */
export function trimMetric(folded: string, span: Span, value: Span): Span {
  if (!isHanUnit(folded.charCodeAt(span.start))) return span
  const { start, end } = withoutBreak(folded, span, value)
  const from = behindLead(folded, start, end)
  const tail = end <= value.start ? TAIL.lengthIn(folded.slice(Math.max(from + 2, end - 4), end)) : 0
  return { start: from + placeLength(folded, from, end), end: end - tail }
}

/** 任务中幻觉率, 用户群体中渗透率: where a property was measured, up to the last such place. */
const PLACE =
  /^.{2,24}(?:(?<![其集当])中(?![位国文小期央高])|(?<![以线网])上(?![传半升市涨线调网下报])|里(?!程)|(?<![以线])下(?![降半跌滑游属单载])|时(?![长间效])|(?<![国境市省室院校业海年日月周地布])内(?![部容存]))(?![或和并是有会将可被已都也])(?=[\u4e00-\u9fff]{2,12}$)/
const WORD = NOUN | VERB | FUNCTION

function placeLength(folded: string, start: number, end: number): number {
  const words = folded.slice(start, end)
  const length = PLACE.exec(words)?.[0].length ?? 0
  if (length === 0 || !endsInMetric(words)) return 0
  const at = start + length
  const isWord =
    (pairAt(folded, at - 1) & WORD) !== 0 ||
    ((pairAt(folded, at - 2) & WORD) !== 0 && (pairAt(folded, at - 3) & NOUN) === 0)
  return isWord ? 0 : length
}

/** Up to what breaks it off, where two characters and more stand before that. */
function withoutBreak(folded: string, { start, end }: Span, value: Span): Span {
  const words = folded.slice(start, end)
  const marks = start >= value.end ? [BROKEN_OFF, NEXT_NUMBER] : [BROKEN_OFF]
  const at = marks.map((mark) => words.search(mark)).filter((index) => index >= 2)
  return at.length > 0 ? { start, end: start + Math.min(...at) } : { start, end }
}

function behindLead(folded: string, start: number, end: number): number {
  let from = start
  for (let length = 1; length > 0; from += length) {
    length = leadLength(folded, from, end)
    if (end - from - length < 2) return from
  }
  return from
}

function leadLength(folded: string, from: number, end: number): number {
  const length = LEADING.lengthIn(folded.slice(from, Math.min(end, from + 10)))
  return length === 1 && (pairAt(folded, from) !== 0 || isInsideNoun(folded, from)) ? 0 : length
}

/** Who said it, how many there are, and whose money it is: 调查显示, 余起, 人民币. */
const NO_PROPERTY = new Gate(
  /^(?:(?:一项|最新)?(?:结果|数据|调查|研究|报告|统计|资料|实验|测试|分析|测算)?(?:还|也)?(?:表示|显示|表明|指出|认为|透露|估计|预计|提到|强调|称|说|发现)(?:几乎)?(?:所有|全部|大多数|多数)?|[余多][\u4e00-\u9fff]|每[年月天日周次人]|人民币|港元|港币|美元|美金|欧元|英镑|日元|新台币|全球|全国|全[市省县区港台校]|国内|海外|本港|境内|境外|[我你他她它]们?|小时|分钟)$/,
)

/** Whether words, folded, name no property that could be measured. */
export const isNoProperty = (words: string): boolean => NO_PROPERTY.test(words)
