import type { Span } from '../text/sentences.ts'
import type { Place, Read } from './bare.ts'
import { cardLabel, isCard } from './cards.ts'
import { hasHan } from './char-set.ts'
import { readCounted } from './counted.ts'
import type { Block } from './document.ts'
import { endsInMetric } from './metric.ts'
import { isYearLike, withUnit } from './quantity.ts'
import { trimSpan } from './ranking.ts'
import type { Reading } from './reading.ts'

/** Lines that are a label and its value, and cards, whose label is a line of its own. */

/** Longest line that is a label with its value, and how many such lines are looked back over for what introduces them. */
export const LONGEST_LINE = 90
export const LINES_BACK = 60

const APPROXIMATORS = '(?:about|around|nearly|roughly|only|just|仅|高达|达|为|共|至少|约|近|逾|超)?'
/** Bars drawn for a value, as in `Agree ██████ 62%`. */
const BARS = '[▁-▐░▒▓■□▪▬●○]'
/** Dots that lead to a value, as in `Yes ...... 71%`. */
const LEADERS = String.raw`\.{3,60}|…{1,40}`
/** `Claude Opus 4: `, `GPT-4.1 — `, `GPT-4.1 (`, `GPT-4.1 · `, `Agree ██████ `: up to the value. */
const LABEL = new RegExp(
  String.raw`^[\s*_•·【\[]*(?:\d{1,3}[.)、]\s*)?([^:,。!?;|()【】[\]▁-●]{2,60}?)[*_]*\s?(?:\([^()]{1,20}\)\s?)?([】\]]:?|:|—+|–|-(?= )|\(|(?<= )[·=/](?= )|${BARS}{1,60}|${LEADERS})[*_\s~≈<>+-]*${APPROXIMATORS}\s?$`,
)
/** ` — GPT-4.1` and `: GPT-4.1` behind a value that begins its line. */
const BEHIND = /^[\s*_]*(?::|—+|–|-(?= ))[\s*_]*([^:,。!?;|()]{2,60}?)[\s*_.;,。]*$/
const BEGINS = new RegExp(String.raw`^[\s*_•·:~≈<>+-]*${APPROXIMATORS}\s?$`)
/** One of these parts a label from its value; a value that begins its line has no more than this before it. */
const SEPARATORS = new RegExp(`[:】\\]—–(=/·…-]|\\.{3}|${BARS}`)
const LONGEST_LEAD = 40
/** What may follow a value that a dash or a bracket sets off. */
const CLOSES = /^[)\s*_.;,。]*$/

/** What an answer to a question is called: it says what was measured, not of whom. */
export const ANSWER =
  /^(?:(?:strongly |somewhat )?(?:support|oppose|agree|disagree|approve|disapprove|favou?r)|yes|no|not sure|unsure|undecided|don'?t know|neither|neutral|no opinion|(?:非常|比较|不太)?(?:支持|反对|赞成|同意|不同意|满意|不满意|担心|不担心)|没意见|无意见|不知道|不确定|说不清|中立|无所谓)$/

/** A label, and whether nothing but it and the value stands in its line. */
export interface LineLabel {
  label: Span
  isAlone: boolean
  /** It stands on a line of its own, above or below the value. */
  isCard: boolean
}

/** What the line of a figure, or the card that it is part of, calls it. */
export function lineLabel(reading: Reading, block: Block, quantity: Span): LineLabel | undefined {
  const { folded } = reading
  const { start, end } = block
  const before = folded.slice(start, quantity.start)
  if (before.length > LONGEST_LINE) return undefined
  const isParted = SEPARATORS.test(before)
  if (!isParted && before.length > LONGEST_LEAD) return undefined
  const after = folded.slice(quantity.end, Math.min(end, quantity.end + LONGEST_LINE))
  const isAlone = CLOSES.test(after)
  const match = isParted ? LABEL.exec(before) : null
  if (match && (match[2] === ':' || isAlone)) return labelAt(folded, start, before, match[1]!, isAlone)
  if (!BEGINS.test(before)) return isAlone ? spacedLabel(reading, start, before) : undefined
  const behind = BEHIND.exec(after)
  if (behind) return labelAt(folded, quantity.end, after, behind[1]!, true)
  const card = isAlone ? cardLabel(reading, block) : undefined
  return card && { label: card, isAlone, isCard: true }
}

/** `Agree 62%`, 沒意見 7%, 勒索率96%: an answer, or a measure and no more, with nothing between it and its value. */
function spacedLabel(reading: Reading, start: number, before: string): LineLabel | undefined {
  const words = before.replace(RANK, '').replace(/^[\s*_•·]+|[\s*_]+$/g, '')
  const isLabel =
    ANSWER.test(words) ||
    (IS_MEASURE.test(words) && endsInMetric(words)) ||
    isName(reading, start, before, words)
  return isLabel ? labelAt(reading.folded, start, before, words, true) : undefined
}

/** `Top 1 `, `No. 2 `, 第3名 : the rank of a line. */
const RANK = /^[\s*_•·]*(?:top ?|no\. ?|#|第)?\d{1,3}(?:名|位|[.)、])?[\s:]+(?=\S)/

/** `Top1 Claude Opus 4 96%`: a name and nothing else. */
function isName({ entitiesIn }: Reading, start: number, before: string, words: string): boolean {
  const from = start + before.lastIndexOf(words)
  return (
    words !== '' && entitiesIn(from, from + words.length).some((one) => one.end - one.start === words.length)
  )
}

/** A few words without a mark, a number or a verb of change. */
const IS_MEASURE = /^[\u4e00-\u9fff]{2,12}$|^[a-z][a-z'’-]*(?: [a-z'’-]+){0,4}$/

function labelAt(folded: string, base: number, within: string, words: string, isAlone: boolean) {
  const start = base + within.indexOf(words)
  const label = trimSpan(folded, { start, end: start + words.length })
  return label && { label, isAlone, isCard: false }
}

/** Whether a block can be one line of a list: an item, or a short paragraph. */
export const isLine = ({ kind, start, end }: Block): boolean =>
  kind === 'list-item' || (kind === 'paragraph' && end - start <= LONGEST_LINE)

/** Marks that may stand between a value and the end of its line. */
const LONGEST_END = 4
/** What a page counts of itself, and what numbers name. */
const FURNITURE =
  /(?<![a-z])(?:pages?|comments?|likes?|shares?|views?|reads?|words?|posts?|follow(?:ers|ing)|replies|retweets?|reposts?|upvotes?|votes?|subscribers?|minutes?|hours?|points?|levels?|issues?|vol(?:ume)?s?|chapters?|figures?|tables?|parts?|steps?|slides?|questions?|id|no|ref)(?![a-z])|[阅閱]读|评论|点赞|转发|分享|浏览|收藏|粉丝|关注|播放|字数|页|期|编号|电话|邮编|号/
const COUNTS_HAN =
  /(?:数|数量|总数|总量|人数|次数|件数|事件|事故|案件|模型|企业|样本|机构|人员|用户|学校|国家|城市)$/

/** `Models tested: 16` among such lines, 412 above `incidents reported`: a number whose label says what it counts. */
export function readLabelLine({ reading, quantity, block }: Place): Read {
  if (!block || quantity.form !== 'digits' || isYearLike(quantity) || !Number.isInteger(quantity.value))
    return undefined
  if (block.end - quantity.end > LONGEST_END || quantity.start - block.start > LONGEST_LINE) return undefined
  if (block.kind.startsWith('table')) return undefined
  const line = lineLabel(reading, block, quantity)
  if (!line?.isAlone || !(line.isCard ? isCard(reading, block) : hasSibling(reading, block))) return undefined
  const { folded } = reading
  const { start, end } = line.label
  const words = folded.slice(start, end)
  if (FURNITURE.test(words)) return undefined
  const counted = hasHan(folded, start, end) ? COUNTS_HAN.test(words) : countsIn(folded, start, end)
  return counted ? { quantity: withUnit(quantity, 'count') } : undefined
}

function countsIn(folded: string, start: number, end: number): boolean {
  const counted = readCounted(folded, start)
  return counted !== undefined && counted.end <= end
}

/** Whether the line above or below is a label with its value too. */
function hasSibling({ blocks, blockIndex, folded }: Reading, block: Block): boolean {
  const own = blockIndex(block)
  return [blocks[own - 1], blocks[own + 1]].some(
    (other) =>
      other?.kind === block.kind &&
      FIELD_VALUE.test(folded.slice(other.start, other.end).slice(0, LONGEST_LINE)),
  )
}

const FIELD_VALUE = /^[^:=.。!?;]{2,40}[:=][\s*_]*[^:]{0,20}\d/
