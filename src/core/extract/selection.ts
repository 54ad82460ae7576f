import type { Qualifier } from '../model/figure.ts'
import type { Span } from '../text/sentences.ts'
import { readBare } from './bare.ts'
import { readCountedHan } from './counted.ts'
import { impliedCurrency } from './currency.ts'
import type { Block } from './document.ts'
import { isCasualtyHan } from './elided.ts'
import { readQualifier } from './qualifiers.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import type { Reading } from './reading.ts'
import { BARE_NOUNS } from './units.ts'

/** A quantity that is a figure, with its sentence, its bound and the thing it counts. */
export interface Selected {
  quantity: Quantity
  qualifier: Qualifier
  sentence: Span
  /** The part of the sentence near the figure that rules look at: bounds the cost of text without punctuation. */
  scope: Span
  block: Block | undefined
  /** Span of the counted noun, for counts. */
  counted?: Span
}

/** How far from a figure its sentence is read, in UTF-16 units. */
const REACH = 400

/** The quantities of a text that a reader could cite, by the rules of docs/figures.md, in order. */
export function selectQuantities(reading: Reading): Selected[] {
  const selected: Selected[] = []
  const hasTable = reading.blocks.some(({ kind }) => kind === 'table-row' || kind === 'table-head')
  for (const quantity of findQuantities(reading.folded, reading.addresses)) {
    if (quantity.loose || (!hasTable && isPlainHan(reading.folded, quantity))) continue
    const chosen = select(reading, quantity, selected.at(-1))
    if (chosen) selected.push(chosen)
  }
  return selected
}

/** 一 of 一直, 三 of 三方: outside of a table no rule of `readBare` takes a Chinese number without magnitude or unit. */
const isPlainHan = (folded: string, { bare, form, scaled, value, end }: Quantity) =>
  bare && form === 'han' && !scaled && value !== 0 && !/[a-z "“‘'’(\n\u00a0]/.test(folded[end] ?? '')

function select(reading: Reading, quantity: Quantity, before: Selected | undefined): Selected | undefined {
  const { folded } = reading
  const block = reading.blockAt(quantity.start)
  if (block?.kind === 'code' && !isProse(folded, block)) return undefined
  const sentence = reading.sentenceAt(quantity.start) ?? block
  if (!sentence || quantity.end > sentence.end) return undefined
  const scope = {
    start: Math.max(sentence.start, quantity.start - REACH),
    end: Math.min(sentence.end, quantity.end + REACH),
  }
  const place = { reading, quantity, sentence: scope, block, before }
  const settled = quantity.bare ? readBare(place) : settle(reading, quantity, scope, before?.quantity)
  if (!settled || isHypothetical(folded, settled.quantity, scope)) return undefined
  if (isName(reading, quantity) || reading.isMasked(quantity.start, quantity.end)) return undefined
  const nounEnd = settled.counted?.end ?? settled.quantity.end
  const qualifier = readQualifier(folded, settled.quantity, nounEnd)
  return {
    ...settled,
    sentence,
    scope,
    block,
    qualifier: qualifier === 'exact' ? shared(folded, settled.quantity, sentence, before) : qualifier,
  }
}

/** A fenced line that says something, with an amount or a share and none of the marks of a program. */
function isProse(folded: string, { start, end }: Block): boolean {
  const line = folded.slice(start, Math.min(end, start + REACH))
  return /[$€£¥]\d|\d%/.test(line) && !/[{}=<>;\\]|\w[([]\w*,|\w_\w|->|::/.test(line)
}

/** `up to €35 million or 7% of turnover`: one bound for both alternatives. */
function shared(folded: string, quantity: Quantity, sentence: Span, before: Selected | undefined): Qualifier {
  if (before?.sentence !== sentence || !['at_most', 'at_least'].includes(before.qualifier)) return 'exact'
  const between = folded.slice(before.quantity.end, quantity.start)
  return /^(?: in fines| fines|的?罚款)?,?\s?(?:or|或者?)\s?[^,;。]{0,14}$/.test(between)
    ? before.qualifier
    : 'exact'
}

/** Digits inside a name: a model (GPT-4, o3, Llama 3.1-70B), a word with digits (COVID-19, 4o, MP3). */
function isName(reading: Reading, quantity: Quantity): boolean {
  const { text, folded } = reading
  const inside = reading.entities.length > 0 && spanContaining(reading, quantity)
  if (
    inside &&
    !(
      quantity.unit === 'count' &&
      !quantity.bare &&
      quantity.end > inside.end + 0 &&
      quantity.form !== 'digits'
    )
  )
    return true
  if (quantity.form !== 'digits') return false
  const [one, two] = [text[quantity.start - 1] ?? '', text[quantity.start - 2] ?? '']
  if (quantity.bare && /^[a-z]/.test(folded.slice(quantity.end, quantity.end + 1)))
    return !quantity.scaled || /[kmbt]/.test(folded[quantity.end - 1]!)
  if (/[A-Za-z_]/.test(one) && !isLabelled(folded, quantity)) return quantity.unit !== 'money'
  if (
    /[-‑–.]/.test(one) &&
    /[A-Za-z0-9]/.test(two) &&
    !/^[\s]/.test(one) &&
    !(/\d/.test(two) && /[-–]/.test(one) && !quantity.bare)
  )
    return true
  return false
}

function spanContaining(reading: Reading, quantity: Quantity): Span | undefined {
  const around = reading.entitiesIn(Math.max(0, quantity.start - 60), quantity.end + 60)
  return around.find(
    (entity) =>
      entity.kind !== 'place' &&
      entity.start <= quantity.start &&
      entity.end > quantity.start &&
      entity.end - entity.start > 1,
  )
}

/** `Sandbaggers28个`: a whole Latin word of some length directly before a count with its measure word. */
function isLabelled(folded: string, quantity: Quantity): boolean {
  const word = /[a-z]{4,}$/.exec(folded.slice(Math.max(0, quantity.start - 24), quantity.start))
  return word !== null && !quantity.bare && quantity.unit !== 'other' && quantity.unit !== 'multiple'
}

type Settled = { quantity: Quantity; counted?: Span } | undefined

/** Rules for quantities that carry a unit of their own. */
function settle(reading: Reading, quantity: Quantity, sentence: Span, before: Quantity | undefined): Settled {
  if (quantity.unit === 'duration') return isDating(reading.folded, quantity) ? undefined : { quantity }
  if (quantity.unit === 'count') return settleCount(reading, quantity, sentence)
  if (quantity.unit === 'money' && quantity.detail === '')
    return { quantity: { ...quantity, detail: impliedCurrency(reading) } }
  if (quantity.unit === 'score') return settleScore(reading, quantity, sentence, before)
  if (
    quantity.unit === 'fraction' &&
    quantity.value === 0.5 &&
    /^half[- ](?:hour|day|way)/.test(reading.folded.slice(quantity.start, quantity.start + 9))
  )
    return undefined
  return { quantity }
}

const DATED_BEFORE =
  /(?:过去的?|近|最近的?|此前|前|未来|今后|往后|接下来的?|头|每|隔|这|那|去|明|past|last|next|previous|recent|coming|preceding|following|every|each|per|those|these)(?: few)?\s?$/
const DATED_AFTER =
  /^\s?(?:的时候|以?前|之前|以来|来(?=[，,的])|之?后|以后|过后|ago|earlier|later|hence|prior|before|after|from now|now)/
const LASTS =
  /(?:持续|长达|历时|为期|花了?|用了?|耗时|将近|连续|至少|超过|仅|不到|足足|整整|缩短|延长|达到?|长|第|只|需要?|耗费|花费了?|约|大约|共|坚持了?|等了?|维持了?|维系|保持了?|撑了?|存活|停留了?|拖了?|最多|最长)$/

/** `过去十年`, `两周前`, `next 3 years`: time that only dates something. `未来五年内` says how long and stays. */
function isDating(folded: string, quantity: Quantity): boolean {
  const left = folded.slice(Math.max(0, quantity.start - 12), quantity.start)
  const right = folded.slice(quantity.end, quantity.end + 10)
  const within = /^\s?(?:之?内|以内)/.test(right)
  if (/工时/.test(folded.slice(quantity.start, quantity.end))) return false
  if (isDeadline(folded, quantity)) return false
  if (/^下来/.test(right)) return false
  if (/(?<![a-z])(?:for|took|lasted|spent|waited) $/.test(left) && /^ (?:before|after)(?![a-z])/.test(right))
    return false
  if (DATED_AFTER.test(right) && !/^\s?内/.test(right) && !/^之?后果/.test(right)) return true
  if (/将近$/.test(left) || (/(?:每|every)\s?$/.test(left) && repeats(folded, quantity))) return false
  if (quantity.value >= 2 && /^\s?[间里]/.test(right) && /(?:那|接下来的?|随后的?)\s?$/.test(left))
    return false
  if (DATED_BEFORE.test(left) && !(within && /未来|今后|接下来的?|next$/.test(left))) return true
  if (/第$/.test(left)) return true
  if (
    quantity.form === 'word' &&
    quantity.detail === 'day' &&
    quantity.value === 1 &&
    quantity.maxValue === undefined &&
    folded[quantity.start + 3] === ' '
  )
    return !ONE_DAY.test(left)
  return (
    quantity.value === 1 &&
    quantity.maxValue === undefined &&
    quantity.form === 'han' &&
    !within &&
    !LASTS.test(left)
  )
}

/** `only one day`, `in one day`: how long; `one day` by itself is some time. */
const ONE_DAY = /(?:only|just|in|within|for|than|lasts?|lasted|took|takes?|about|least) $/

/** `will apply six months after`, `enter into force twenty days after`: what a rule sets, not when something happened. */
function isDeadline(folded: string, { start, end }: Quantity): boolean {
  return (
    /^ (?:after|before|following|from)(?![a-z])/.test(folded.slice(end, end + 11)) &&
    /(?<![a-z])(?:will|shall|must|should|appl(?:y|ies|icable)|enters? into force|takes? effect|due|expires?)(?![a-z])/.test(
      folded.slice(Math.max(0, start - 240), start),
    )
  )
}

/** `doubling every seven months`, `每7个月翻一番`: a rhythm that is itself the finding. */
const repeats = (folded: string, quantity: Quantity) =>
  (quantity.form !== 'han' &&
    quantity.value >= 2 &&
    /[a-z] $/.test(folded.slice(quantity.start - 2, quantity.start))) ||
  /doubl|tripl|翻|倍/.test(folded.slice(Math.max(0, quantity.start - 60), quantity.end + 16)) ||
  (quantity.value >= 2 &&
    /^\s?(?:才|就|换|.{0,8}一[次遍个])/.test(folded.slice(quantity.end, quantity.end + 12)))

/** Nouns of which even two or three are a sample or a finding. */
const STRONG_HAN =
  /^(?:[^,。;!?:()]{0,28}?)(?:模型|系统|智能体|ai(?![a-z])|实验室|大模型|语言模型|llms?|agents?|bug|漏洞)/
const ONLY = /(?:只有|仅有|仅需?|只需要?|仅用|只用|唯一有?|只|only|just)$/
/** Even one is little for what it does: 仅需一个提示. */
const TAKES_ONLY = /(?:仅需要?|只需要?|仅用|只用|仅凭|只凭)$/
/** What the text itself is made of, of which it has only two or three. */
const PARTS_HAN =
  /^(?:种|类|条路|方面|个?(?:目标|想法|念头|机会|开始|词|原因|办法|方法|选择|可能|问题|目的|理由|结果|方向|途径|答案))/
/** 每三个人就有一个: one of so many. */
const ONE_OF_LEFT = /每\s?[0-9两二三四五六七八九十百千万][^，,。;]{1,12}(?:中|里)?(?:就|便|只|仅)?有$/
const ONE_OF_RIGHT = /^[^，,。;]{0,8}(?:中|里)?(?:就|便|只|仅)有/
/** 从一类扩到七类: where a change began. */
const GROWS = /^[^，,。;]{0,10}(?:到|至|成|为)了?\s?[0-9二两三四五六七八九十百千数]/

function settleCount(reading: Reading, quantity: Quantity, sentence: Span): Settled {
  const { folded } = reading
  const named = BARE_NOUNS.includes(quantity.detail) && quantity.detail.length > 1
  const counted = named
    ? { start: quantity.end - quantity.detail.length, end: quantity.end }
    : (readCountedHan(folded, quantity.end, sentence.end) ?? { start: quantity.end, end: quantity.end })
  // waived it twice
  if (quantity.detail === 'twice') return { quantity: { ...quantity, detail: 'times' } }
  const left = folded.slice(Math.max(0, quantity.start - 6), quantity.start)
  if (/第$|[0-9a-z]$/.test(left) && quantity.form === 'han') return undefined
  // 每千字: what a price is for
  if (/每$/.test(left) && quantity.form === 'han' && quantity.inexact === 'about') return undefined
  const isPart = isSmall(quantity) && isOneOf(folded, quantity, sentence)
  if (isSmall(quantity) && !isPart && !isStrong(folded, quantity, left, counted)) return undefined
  if (/(?:这|那|每|哪|某|另|任何|上|下|前|同|首)$/.test(left) && quantity.value <= 1) return undefined
  // 这两个模型 were named before; of `A和B这两个` the names stand directly before
  if (/(?:^|[^a-z0-9])[这那该]$/.test(left) && isSmall(quantity)) return undefined
  return counted.end > counted.start ? { quantity, counted } : { quantity }
}

const isSmall = (quantity: Quantity) =>
  quantity.value < 4 &&
  quantity.maxValue === undefined &&
  quantity.form !== 'digits' &&
  quantity.inexact === undefined

function isOneOf(folded: string, { start, end }: Quantity, sentence: Span): boolean {
  const right = folded.slice(end, end + 16)
  if (/[从由]$/.test(folded.slice(start - 1, start))) return GROWS.test(right)
  if (folded[start - 1] === '每') return ONE_OF_RIGHT.test(right)
  return ONE_OF_LEFT.test(folded.slice(Math.max(sentence.start, start - 20), start))
}

/** Measure words of firms, products, rounds and cases, of which two or three are a number; 个, 种 and 位 may only arrange. */
const SEPARATE = /^[家款次轮队座宗起]$/
/** What was told before, or is told of each. */
const REFERS = /(?:[这那该此每各其前后]|(?<![加以])[上下]|谢谢|感谢|另外?|最后|第)$/

function isStrong(folded: string, quantity: Quantity, left: string, counted: Span): boolean {
  const noun = folded.slice(counted.start, counted.start + 32)
  if (/唯一$/.test(left) || /^[死伤]$/.test(quantity.detail)) return true
  if (isCasualtyHan(folded, quantity.detail, counted)) return true
  if (quantity.value <= 1)
    return (
      (TAKES_ONLY.test(left) && !/^[句步眼点下]/.test(quantity.detail) && !PARTS_HAN.test(noun)) ||
      (ONLY.test(left) && /^人|^(?:模型|系统)/.test(noun.replace(/^个/, '')))
    )
  return (
    (SEPARATE.test(quantity.detail) && !REFERS.test(left)) ||
    STRONG_HAN.test(noun) ||
    (ONLY.test(left) && !PARTS_HAN.test(noun) && !PARTS_HAN.test(quantity.detail))
  )
}

/** How far back a share makes points those of a share, in UTF-16 units. */
const SHARES_BACK = 300

/** `scored 12 points`: marks, be there a share beside them or not. */
const SCORED =
  /(?:scor(?:e[sd]?|ing)|earn(?:s|ed|ing)?|total(?:s|l?ed)?|mark)(?: (?:of|at|is|was|an?|only|just|about|around|some))* $/

/** Points of a scale; with a share beside them they are percentage points (`up 12 points`, polls). */
function settleScore(
  reading: Reading,
  quantity: Quantity,
  sentence: Span,
  before: Quantity | undefined,
): Settled {
  const { folded } = reading
  const around = folded.slice(sentence.start, sentence.end)
  const isPoll =
    /%|percent|per cent/.test(around) ||
    (before !== undefined &&
      ['percent', 'percentage_point'].includes(before.unit) &&
      quantity.start - before.end < SHARES_BACK) ||
    /(?<![a-z])(?:support|approval|turnout|poll(?:s|ed)?|vote share) (?:is|was|rose|fell|dropped|climbed|stood|lead|at|up|down)(?![a-z])/.test(
      around,
    ) ||
    /^\s?(?:support|oppose|favou?r|approve|agree|支持|反对)/.test(
      folded.slice(quantity.end, quantity.end + 10),
    )
  if (quantity.detail.startsWith(':'))
    return { quantity: { ...quantity, unit: isPoll ? 'percent' : 'score' } }
  if (/points?$/.test(folded.slice(quantity.start, quantity.end))) {
    const isScored =
      quantity.value > 100 || SCORED.test(folded.slice(Math.max(0, quantity.start - 24), quantity.start))
    return { quantity: { ...quantity, unit: isPoll && !isScored ? 'percentage_point' : 'score' } }
  }
  return { quantity }
}

/** `如果平台不改，导致他损失500万，那么`: the supposition goes on over a comma, to where its consequence begins. */
const SUPPOSED_LONG = /(?:^|[，,。；;：:「“])\s?(?:如果|假如|假设|倘若|万一|suppose|imagine)[^。；;]{0,70}$/
const CONSEQUENCE = /^[^，,。；;]{0,12}[，,]\s?(?:那么|那麽|那|则|then)/
const SUPPOSED =
  /(?:^|[，,。；;：:])\s?(?:如果|假如|假设|若|倘若|万一|要是|if|suppose|assuming|imagine)[^，,。；;]{0,60}$/

/** `如果…提高40%`: a supposition, not a figure. What follows from it (the second clause) is one. */
function isHypothetical(folded: string, quantity: Quantity, sentence: Span): boolean {
  if (quantity.unit === 'count' || quantity.unit === 'duration') return false
  const left = folded.slice(Math.max(sentence.start, quantity.start - 80), quantity.start)
  return (
    SUPPOSED.test(left) ||
    (SUPPOSED_LONG.test(left) && CONSEQUENCE.test(folded.slice(quantity.end, quantity.end + 18)))
  )
}
