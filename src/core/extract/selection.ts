import type { Qualifier } from '../model/figure.ts'
import type { Span } from '../text/sentences.ts'
import { readBare } from './bare.ts'
import { readCountedHan } from './counted.ts'
import type { Block } from './document.ts'
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
  for (const quantity of findQuantities(reading.folded)) {
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
  if (block?.kind === 'code') return undefined
  const sentence = reading.sentenceAt(quantity.start) ?? block
  if (!sentence || quantity.end > sentence.end) return undefined
  const scope = {
    start: Math.max(sentence.start, quantity.start - REACH),
    end: Math.min(sentence.end, quantity.end + REACH),
  }
  const place = { reading, quantity, sentence: scope, block, before }
  const settled = quantity.bare ? readBare(place) : settle(reading, quantity, scope)
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
function settle(reading: Reading, quantity: Quantity, sentence: Span): Settled {
  if (quantity.unit === 'duration') return isDating(reading.folded, quantity) ? undefined : { quantity }
  if (quantity.unit === 'count') return settleCount(reading, quantity, sentence)
  if (quantity.unit === 'money' && quantity.detail === '')
    return { quantity: { ...quantity, detail: impliedCurrency(reading) } }
  if (quantity.unit === 'score') return settleScore(reading, quantity, sentence)
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
  /^\s?(?:的时候|以?前|之前|以来|来(?=[，,的])|之?后|以后|过后|ago|earlier|later|hence|prior|before|after|from now|old|-old|now)/
const LASTS =
  /(?:持续|长达|历时|为期|花了?|用了?|耗时|将近|连续|至少|超过|仅|不到|足足|整整|缩短|延长|达到?|长|第|只|需要?|耗费|花费了?|约|大约|共|坚持了?|等了?)$/

/** `过去十年`, `两周前`, `next 3 years`: time that only dates something. `未来五年内` says how long and stays. */
function isDating(folded: string, quantity: Quantity): boolean {
  const left = folded.slice(Math.max(0, quantity.start - 12), quantity.start)
  const right = folded.slice(quantity.end, quantity.end + 10)
  const within = /^\s?(?:之?内|以内)/.test(right)
  if (/工时/.test(folded.slice(quantity.start, quantity.end))) return false
  if (isDeadline(folded, quantity)) return false
  if (DATED_AFTER.test(right) && !/^\s?(?:内|-old)/.test(right) && !/^之?后果/.test(right)) return true
  if (/将近$/.test(left) || (/(?:每|every)\s?$/.test(left) && repeats(folded, quantity))) return false
  if (quantity.value >= 2 && /^\s?[间里]/.test(right) && /(?:那|接下来的?|随后的?)\s?$/.test(left))
    return false
  if (DATED_BEFORE.test(left) && !(within && /未来|今后|接下来的?|next$/.test(left))) return true
  if (/第$/.test(left)) return true
  return quantity.value === 1 && quantity.form === 'han' && !within && !LASTS.test(left)
}

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
  /doubl|tripl|翻|倍/.test(folded.slice(Math.max(0, quantity.start - 60), quantity.end + 16)) ||
  (quantity.value >= 2 &&
    /^\s?(?:才|就|换|.{0,8}一[次遍个])/.test(folded.slice(quantity.end, quantity.end + 12)))

/** Nouns of which even two or three are a sample or a finding. */
const STRONG_HAN =
  /^(?:[^,。;!?:()]{0,28}?)(?:模型|系统|智能体|ai(?![a-z])|实验室|大模型|语言模型|llms?|agents?|bug|漏洞)/
const ONLY = /(?:只有|仅有|仅需?|只需要?|唯一有?|只|only|just)$/

function settleCount(reading: Reading, quantity: Quantity, sentence: Span): Settled {
  const { folded } = reading
  const named = BARE_NOUNS.includes(quantity.detail) && quantity.detail.length > 1
  const counted = named
    ? { start: quantity.end - quantity.detail.length, end: quantity.end }
    : (readCountedHan(folded, quantity.end, sentence.end) ?? { start: quantity.end, end: quantity.end })
  const left = folded.slice(Math.max(0, quantity.start - 6), quantity.start)
  if (/第$|[0-9a-z]$/.test(left) && quantity.form === 'han') return undefined
  if (isSmall(quantity) && !isStrong(folded, quantity, left, counted)) return undefined
  if (/(?:这|那|每|哪|某|另|任何|上|下|前|同|首)$/.test(left) && quantity.value <= 1) return undefined
  return counted.end > counted.start ? { quantity, counted } : { quantity }
}

const isSmall = (quantity: Quantity) =>
  quantity.value < 4 &&
  quantity.maxValue === undefined &&
  quantity.form !== 'digits' &&
  quantity.inexact === undefined

function isStrong(folded: string, quantity: Quantity, left: string, counted: Span): boolean {
  const noun = folded.slice(counted.start, counted.start + 32)
  if (/唯一$/.test(left)) return true
  if (quantity.value <= 1) return ONLY.test(left) && /^人|^(?:模型|系统)/.test(noun.replace(/^个/, ''))
  return STRONG_HAN.test(noun)
}

/** The currency that an amount in bare 元, 块 or nothing is in: the one the text names most, else that of its script. */
function impliedCurrency(reading: Reading): string {
  if (reading.lang === 'zh-Hans') return 'CNY'
  if (reading.lang === 'en') return 'USD'
  return /港元|港币|香港/.test(reading.folded) ? 'HKD' : 'TWD'
}

/** Points of a scale; with a share beside them they are percentage points (`up 12 points`, polls). */
function settleScore(reading: Reading, quantity: Quantity, sentence: Span): Settled {
  const { folded } = reading
  const around = folded.slice(sentence.start, sentence.end)
  const isPoll =
    /%|percent|per cent/.test(around) ||
    /^\s?(?:support|oppose|favou?r|approve|agree|支持|反对)/.test(
      folded.slice(quantity.end, quantity.end + 10),
    )
  if (quantity.detail.startsWith(':'))
    return { quantity: { ...quantity, unit: isPoll ? 'percent' : 'score' } }
  if (/points?$/.test(folded.slice(quantity.start, quantity.end))) {
    const moved =
      /(?:up|down|by|rose|fell|gain(?:ed)?|drop(?:ped)?|increase[ds]?|decrease[ds]?|lead|margin of)\s?$/.test(
        folded.slice(Math.max(0, quantity.start - 12), quantity.start),
      )
    return { quantity: { ...quantity, unit: moved && isPoll ? 'percentage_point' : 'score' } }
  }
  return { quantity }
}

const SUPPOSED =
  /(?:^|[，,。；;：:])\s?(?:如果|假如|假设|若|倘若|万一|要是|if|suppose|assuming|imagine)[^，,。；;]{0,60}$/

/** `如果…提高40%`: a supposition, not a figure. What follows from it (the second clause) is one. */
function isHypothetical(folded: string, quantity: Quantity, sentence: Span): boolean {
  const left = folded.slice(Math.max(sentence.start, quantity.start - 80), quantity.start)
  return SUPPOSED.test(left) && !['count', 'duration'].includes(quantity.unit)
}
