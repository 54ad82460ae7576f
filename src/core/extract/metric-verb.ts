import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { hasHan } from './char-set.ts'
import { Gate } from './gates.ts'
import { isWordAt } from './han-pairs.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'

/** What verbs around a value say it measures. */

const AUXILIARY_HAN = new Gate(
  /^(?:能够|可以|应该|应当|[\s的地也都均则就还又已将会可能要只仅却并而且了"“*]|有(?!期徒)|没有|已经|曾经?|分别|平均|总共|一共|[共总累合]计|共|目前|其中|至少|大约|约|更|再次?|主动|一直|正在|被(?!告)|中(?![国介美小等期位心标签奖选断立层型学])|里(?!程)|内(?![部容存地核])|上(?![海市限诉升涨线调传报个周月年半季])|[上本]个?[周月]|虽然|在.{1,12}(?:中|里|上|下|内|后|时))+/,
)
const LINKS_HAN = new Gate(
  /(?:[\s了过着到至约近达在为是有出占"“”*~≈(（:：-]|大约|大概|将近|接近|超过|高达|多达|仅|只|至少|最多|不到|不足|低于|高于|几乎|共计|总计|平均|以|从|由|就|全部|所有|这|那|的|另外)+$/,
)
const LINKS_ENGLISH = new Gate(
  /(?:[\s"“(~≈*:-]|(?<![a-z])(?:a|an|the|about|around|over|nearly|almost|just|only|up|to|at|of|by|some|more|less|than|for|in|on|with|from|was|were|is|are|be|been|had|has|have|as|total|least|most|every|per|each|roughly|approximately|estimated|another|those|these|its|their|and|that)(?![a-z]))+$/,
)
const LEADS_ENGLISH = new Gate(
  /^(?:[\s"“(*:,-]|(?<![a-z])(?:had|has|have|was|were|is|are|will|would|can|could|may|also|then|now|still|already|only|just|and|but|that|who|which|has been|have been)(?![a-z]))+/,
)
/** Longest verb phrase taken for a metric, in characters. */
const LONGEST_VERB = 32

/** The words between the agent and the value, without auxiliaries and links: `成功阻止`, `paying out`, `支付`. */
export function verbBefore(
  reading: Reading,
  one: Selected,
  clause: Span,
  subject: Span | undefined,
  last: Binding | undefined,
): Span | undefined {
  const { folded } = reading
  const isIn = subject && subject.start >= clause.start && subject.end <= one.quantity.start
  const spent = last?.sentence === one.sentence ? Math.max(last.quantity.end, last.counted?.end ?? 0) : 0
  let start = Math.max(isIn ? subject.end : clause.start, Math.min(spent, one.quantity.start))
  let end = one.quantity.start
  const isHan = hasHan(folded, start, end)
  start += (isHan ? AUXILIARY_HAN : LEADS_ENGLISH).lengthIn(folded.slice(start, end))
  if (isHan && isWithinWord(folded, start)) start--
  end -= (isHan ? LINKS_HAN : LINKS_ENGLISH).lengthIn(folded.slice(start, end))
  if (isHan && isWithinWord(folded, end)) end++
  if (end - start > LONGEST_VERB) {
    start = end - LONGEST_VERB
    if (!isHan) start += folded.slice(start, end).indexOf(' ') + 1
  }
  return end - start >= (isHan ? 2 : 3) && !/^[\d\s.,]*$/.test(folded.slice(start, end))
    ? { start, end }
    : undefined
}

/** 就|业岗位, 违规行|为: a cut there goes through a word. */
const isWithinWord = (folded: string, at: number): boolean =>
  isWordAt(folded, at - 1) && !isWordAt(folded, at) && !isWordAt(folded, at - 2)

/** What follows: `80% think AI risk is a global priority`, `77%的公司遭遇过…`, `447人透過抽籤被選出`. */
export function predicateAfter(reading: Reading, one: Selected, subject: Span | undefined): Span | undefined {
  const { folded } = reading
  const inside = subject && subject.start >= one.quantity.end && subject.end < one.scope.end
  const from = inside ? subject.end : Math.max(one.quantity.end, one.counted?.end ?? 0)
  if (/^[\s)]*(?:和|与|及|、|,|and |or )/.test(folded.slice(from, from + 6))) return undefined
  const rest = /^(?:(?:以上|以下|左右)(?:的|是|为)?)?[)\s*"”」]*([^,;。()|\n:]{2,60})/.exec(
    folded.slice(from, one.scope.end),
  )
  const words = rest?.[1]
  if (!words || !/[a-z\u4e00-\u9fff]{2}/.test(words)) return undefined
  const start = from + rest[0].length - words.length
  const next = words.search(/(?<=[a-z\u4e00-\u9fff])\s?\d/)
  return { start, end: start + (next > 4 ? next : words.length) }
}
