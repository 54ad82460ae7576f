import type { Span } from '../text/sentences.ts'
import { isInList } from './bare-en.ts'
import { readCountedHan } from './counted.ts'
import { isCasualtyHan } from './elided.ts'
import { Gate } from './gates.ts'
import type { Quantity } from './quantity.ts'
import type { Reading } from './reading.ts'
import { BARE_NOUNS } from './units.ts'
import { isOfBoth } from './units-reader.ts'

/** A quantity as a figure, with the thing it counts; undefined when it is none. */
export type Settled = { quantity: Quantity; counted?: Span } | undefined

/** Nouns of which even two or three are a sample or a finding. */
const STRONG_HAN =
  /^(?:[^,。;!?:()]{0,28}?)(?:模型|系统|智能体|ai(?![a-z])|实验室|大模型|语言模型|llms?|agents?|bug|漏洞|(?:随机)?种子(?![轮用企]))/
const ONLY = new Gate(/(?:只有|仅有|仅需?|只需要?|仅用|只用|唯一有?|只|only|just)$/)
/** Even one is little for what it does: 仅需一个提示. */
const TAKES_ONLY = new Gate(/(?:仅需要?|只需要?|仅用|只用|仅凭|只凭)$/)
/** What the text itself is made of, of which it has only two or three. */
const PARTS_HAN =
  /^(?:种|类|条路|方面|个?(?:目标|想法|念头|机会|开始|词|原因|办法|方法|选择|可能|问题|目的|理由|结果|方向|途径|答案))/
/** 每三个人就有一个: one of so many. */
const ONE_OF_LEFT = new Gate(
  /每\s?[0-9两二三四五六七八九十百千万][^，,。;]{1,12}(?:中|里)?(?:就|便|只|仅)?有$/,
)
/** 三个团体中有一个: a part of few. */
const PART_LEFT = new Gate(
  /[0-9两二三四五六七八九十][个家款名位项座][^，,。;]{1,16}(?:中|里|之中|当中),?(?:(?:就|便|只|仅|也|还)?有|的)?$/,
)
const PART_RIGHT =
  /^[^，,。;]{1,16}(?:中|里|之中|当中),?(?:(?:就|便|只|仅|也|还)?有\s?|的)[0-9一两二三四五六七八九十][个家款名位项座]/
const ONE_OF_RIGHT = /^[^，,。;]{0,8}(?:中|里)?(?:就|便|只|仅)有/
/** 从一类扩到七类: where a change began. */
const GROWS = /^[^，,。;]{0,10}[，,]?[^，,。;]{0,2}(?:到|至|成|为)了?\s?[0-9二两三四五六七八九十百千数]/
const GROWN = new Gate(
  /[从由]\s?[0-9一二两三四五六七八九十][^，,。;]{1,12}[，,]?[^，,。;]{0,2}(?:到|至|成|为)了?$/,
)

/** Counts by what is counted: two or three of most things arrange a text and say nothing. Most are dropped before their noun is read. */
export function settleCount(
  reading: Reading,
  quantity: Quantity,
  sentence: Span,
  before: Quantity | undefined,
): Settled {
  const { folded } = reading
  // 30 GPU hours: the unit says all
  if (GPU_TIME.has(quantity.detail)) return { quantity }
  // 10的25次方次运算: computing
  if (quantity.value >= 1e20)
    return { quantity: { ...quantity, unit: 'other' }, counted: countedBy(folded, quantity, sentence) }
  // waived it twice
  if (quantity.detail === 'twice') return { quantity: { ...quantity, detail: 'times' } }
  const left = folded.slice(Math.max(0, quantity.start - 6), quantity.start)
  if (isNoCount(folded, quantity, left)) return undefined
  if (isSmall(quantity) && isIdle(folded, quantity, left, sentence, before)) return undefined
  const counted = countedBy(folded, quantity, sentence)
  return counted.end > counted.start ? { quantity, counted } : { quantity }
}

const GPU_TIME: ReadonlySet<string> = new Set(['GPU hours', 'GPU days', 'TPU hours', 'TPU days'])

/** The thing that is counted; nothing, behind the number, where none is told. */
function countedBy(folded: string, { detail, end }: Quantity, sentence: Span): Span {
  if (detail === '男' || detail === '女') return { start: end - 1, end }
  if (detail.length > 1 && BARE_NOUNS.includes(detail)) return { start: end - detail.length, end }
  return readCountedHan(folded, end, sentence.end) ?? { start: end, end }
}

/** Counts that number, price or point at something, by the words beside them. */
function isNoCount(
  folded: string,
  { start, end, form, inexact, detail, value, maxValue }: Quantity,
  left: string,
): boolean {
  if (form === 'han') {
    if (/第$|[0-9a-z]$/.test(left)) return true
    // 每千字, 元/百万token: what a price is for
    if (inexact === 'about' && /[每/]$/.test(left)) return true
    // 一两个: a few
    if (value === 1 && maxValue === 2) return true
  }
  // 千字三百块: what a price is for
  if (folded.startsWith('千字', start) && /^[0-9一二两三四五六七八九十百]/.test(folded[end] ?? ''))
    return true
  // 你必须知道的五件事: a headline that numbers what it lists
  if (detail === '件' && LISTED_HAN.test(left)) return true
  return value <= 1 && /(?:这|那|每|哪|某|另|任何|上|下|前|同|首)$/.test(left)
}

/** Whether a small count only arranges what is told. */
function isIdle(
  folded: string,
  quantity: Quantity,
  left: string,
  sentence: Span,
  before: Quantity | undefined,
): boolean {
  // 这两个模型 were named before; of `A和B这两个` the names stand directly before
  if (/(?:^|[^a-z0-9])[这那该]$/.test(left)) return true
  return !(
    isRestOf(quantity, before, sentence) ||
    (SEPARATE_ITEM.has(quantity.detail) && isInList(folded, quantity, before)) ||
    isOneOf(folded, quantity, sentence) ||
    isStrong(folded, quantity, left, sentence)
  )
}

const LISTED_HAN = /(?:知道|必知|注意|留意|记住|学到|了解|关注)的$/

/** 五人在医院离世，两人在家中: a smaller part of what was counted before by the same measure word. */
const isRestOf = (quantity: Quantity, before: Quantity | undefined, sentence: Span): boolean =>
  before?.unit === 'count' &&
  quantity.value > 1 &&
  before.start >= sentence.start &&
  quantity.start - before.end < 40 &&
  before.value > quantity.value &&
  before.detail === quantity.detail &&
  PART_ITEM.has(quantity.detail)

const PART_ITEM: ReadonlySet<string> = new Set('人名位家间宗所起例')

/** 14部手机、三部电脑: measure words of things that a list counts one by one. */
const SEPARATE_ITEM: ReadonlySet<string> = new Set('部台辆架支把件张名家间所宗起只条枚套艘栋座位')

const isSmall = (quantity: Quantity) =>
  quantity.value < 4 &&
  quantity.maxValue === undefined &&
  quantity.form !== 'digits' &&
  quantity.inexact === undefined

/** 二十个假说有三个获证实: a part of many, by the same measure word. */
const OF_MANY = new Gate(
  /[0-9一二两三四五六七八九十百]([个家款名位项座份间所宗起条只台部辆篇])[^，,。;有]{1,12}(?:[中里]|之中|当中)?(?:就|便|只|仅|也|还|已)?有$/,
)

function isOneOf(folded: string, { start, end }: Quantity, sentence: Span): boolean {
  const right = folded.slice(end, end + 16)
  if (/[从由]$/.test(folded.slice(start - 1, start))) return GROWS.test(right)
  if (folded[start - 1] === '每') return ONE_OF_RIGHT.test(right)
  const left = folded.slice(Math.max(sentence.start, start - 22), start)
  if (PART_LEFT.test(left) || GROWN.test(left) || OF_MANY.exec(left)?.[1] === folded[end - 1]) return true
  return ONE_OF_LEFT.test(left) || PART_RIGHT.test(folded.slice(end, end + 24))
}

/** Measure words of firms, products, rounds and cases, of which two or three are a number; 个, 种 and 位 may only arrange. */
const SEPARATE: ReadonlySet<string> = new Set('家款次轮队座宗起')
/** 在三个数据集上: where something was measured. */
const SAMPLED = /^(?:[^,。;!?:()]{0,12}?)(?:数据集|基准(?:测试)?|测试集|语料库?|评测集)上?/
/** What was told before, or is told of each. */
const REFERS = new Gate(/(?:[这那该此每各其前后]|(?<![加以])[上下]|谢谢|感谢|另外?|最后|第)$/)

/** Measure words of people, of whom even one dead or hurt is a finding. */
const PERSON: ReadonlySet<string> = new Set('名人位')
const DEAD_OR_HURT: ReadonlySet<string> = new Set('死伤')

/** One or two of what counts by itself. Its noun is read last: what stands before it rules most of them out. */
function isStrong(folded: string, quantity: Quantity, left: string, sentence: Span): boolean {
  const { value, detail } = quantity
  if (DEAD_OR_HURT.has(detail) || left.endsWith('唯一')) return true
  if (detail === '男' || detail === '女')
    return isOfBoth(folded, { start: quantity.start, end: quantity.end - 1 })
  if (value > 1 && SEPARATE.has(detail) && !REFERS.test(left)) return true
  const isOnly = ONLY.test(left)
  if (value <= 1 && !isOnly && !PERSON.has(detail) && !left.endsWith('在') && !TAKES_ONLY.test(left))
    return false
  const counted = countedBy(folded, quantity, sentence)
  const noun = folded.slice(counted.start, counted.start + 32)
  if (isCasualtyHan(folded, detail, counted) || (left.endsWith('在') && SAMPLED.test(noun))) return true
  if (value > 1) return STRONG_HAN.test(noun) || (isOnly && !PARTS_HAN.test(noun) && !PARTS_HAN.test(detail))
  return (
    (TAKES_ONLY.test(left) && !/^[句步眼点下]/.test(detail) && !PARTS_HAN.test(noun)) ||
    (isOnly && isSingle(folded, detail, noun, counted))
  )
}

/** 只有一家, 只有一个人, 唯一一座图书馆: people, systems, and what has a place or a name. */
const isSingle = (folded: string, detail: string, noun: string, { start, end }: Span): boolean =>
  /^[家名位款座台所间口]$/.test(detail) ||
  /^人|^(?:模型|系统)/.test(noun.replace(/^个/, '')) ||
  /[堂馆校院室厂国县市]$/.test(folded.slice(start, end))
