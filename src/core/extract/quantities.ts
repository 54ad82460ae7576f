import type { Span } from '../text/sentences.ts'
import { joinBounds } from './bounds.ts'
import { readWordQuantity } from './fractions.ts'
import { type Numeral, tidy } from './numeral.ts'
import { endsAlone, readNumeral } from './numerals.ts'
import { opensClock, readClock, withParts } from './parts.ts'
import { readPlain } from './plain.ts'
import { bare, level, type Quantity } from './quantity.ts'
import { readRatio } from './ratios.ts'
import { findTriggers } from './scan.ts'
import { readDiscount, readMixed, readShare, readTenths } from './shares.ts'
import { withSign } from './sign.ts'
import { closeGaps } from './spacing.ts'
import { hasCurrencyBefore } from './units-money.ts'
import { opensWord } from './words-han.ts'

export type { Quantity } from './quantity.ts'

/**
 * All numbers of a folded text with the units written beside them, ranges joined, in order. Those marked `loose` are numbers
 * but no figures (ordinals, `one over three`). What begins in an address is passed over, most digits of a page with links.
 * Linear time.
 */
export function findQuantities(folded: string, addresses: readonly Span[] = []): Quantity[] {
  const triggers = findTriggers(folded)
  const closed = closeGaps(folded, triggers)
  if (!closed) return findIn(folded, triggers, addresses)
  return findIn(closed.text, findTriggers(closed.text), []).map((quantity) => ({
    ...quantity,
    start: closed.origin(quantity.start),
    end: closed.origin(quantity.end - 1) + 1,
  }))
}

function findIn(folded: string, triggers: readonly number[], addresses: readonly Span[]): Quantity[] {
  const out: Quantity[] = []
  let before: Quantity | undefined
  let taken = 0
  let address = 0
  let next = 0
  for (const at of triggers) {
    if (at < next) continue
    while (address < addresses.length && addresses[address]!.end <= at) address++
    if (address < addresses.length && addresses[address]!.start <= at) continue
    const quantity = readAt(folded, at, before)
    if (quantity && quantity.start >= taken && !isWord(folded, quantity)) {
      out.push(level(quantity))
      taken = quantity.end
      if (!quantity.loose) before = quantity
    }
    if (quantity) next = quantity.end
  }
  return joinBounds(folded, joinShared(folded, out))
}

/** 一切, 四川, 九九; `this one`: a numeral without a unit that is a word or part of one. */
function isWord(folded: string, { start, end, bare, form, inexact }: Quantity): boolean {
  if (!bare || inexact) return false
  if (form === 'word')
    return (
      folded.startsWith('one', start) &&
      end - start === 3 &&
      PRONOUN.test(folded.slice(Math.max(0, start - 9), start))
    )
  if (form !== 'han' || end - start > 2) return false
  const written = folded.slice(start, end)
  // 单笔过亿, 损失逾万
  if (
    /[万亿]/.test(written) &&
    /[过超逾破近]$/.test(folded.slice(0, start).slice(-1)) &&
    /^[,。;、)的]|^$/.test(folded[end] ?? '')
  )
    return false
  return written.length === 1
    ? /[百千万亿兆]/.test(written) || folded[start - 1] === written || opensWord(folded, start)
    : /^([一二两三四五六七八九万])\1$/.test(written)
}

const PRONOUN =
  /(?:^|[ (])(?:the|this|that|(?<!(?:in|of|from) )which|last|next|first|each|every|no|any|some|another|current|previous) $/

const THOUSANDS = /^千(?:瓦|克|米|卡路|赫|帕|伏|焦|字节|比特)/

function readAt(folded: string, at: number, before: Quantity | undefined): Quantity | undefined {
  // 唯一一位: the first 一 belongs to 唯一.
  if (folded[at] === '一' && folded[at - 1] === '唯') return undefined
  // 每千瓦时: a unit, not a thousand of a smaller one.
  if (folded[at] === '千' && THOUSANDS.test(folded.slice(at, at + 3))) return undefined
  const words = readWordQuantity(folded, at)
  if (words && !words.loose) return words
  const numeral = pastRestated(folded, readNumeral(folded, at))
  if (!numeral) return words
  if (words && words.end >= numeral.end) return words
  if (Number.isNaN(numeral.value)) return { ...bare(numeral), value: 0, loose: true }
  if (numeral.ordinal) return { ...bare(numeral), loose: true }
  return withSign(folded, withParts(folded, readQuantity(folded, numeral, before)))
}

const RESTATED = / \((\d[\d,.]*)\)(?= )/y

/** `thirty (30) days`: the same number again, as contracts write it. */
function pastRestated(folded: string, numeral: Numeral | undefined): Numeral | undefined {
  if (numeral?.form !== 'word' || !folded.startsWith(' (', numeral.end)) return numeral
  RESTATED.lastIndex = numeral.end
  const digits = RESTATED.exec(folded)?.[1]
  return digits && Number(digits.replaceAll(',', '')) === numeral.value
    ? { ...numeral, end: RESTATED.lastIndex }
    : numeral
}

function readQuantity(folded: string, numeral: Numeral, before: Quantity | undefined): Quantity {
  const isAlone = numeral.form === 'digits' && endsAlone(folded, numeral.end)
  if (isAlone && !numeral.scaled && !hasCurrencyBefore(folded, numeral.start)) return bare(numeral)
  return (
    (numeral.form === 'digits' && opensClock(folded, numeral) ? readClock(folded, numeral) : undefined) ??
    readShare(folded, numeral) ??
    readMixed(folded, numeral) ??
    readTenths(folded, numeral) ??
    readDiscount(folded, numeral) ??
    readRatio(folded, numeral) ??
    readPlain(folded, numeral, before)
  )
}

const LIST_JOIN =
  /^(?:%?[ ]?(?:,|，|、|和|与|及|以及|或|&|and|or|versus|vs\.?|±|\+\/-|, and|至|到|to|, (?:maybe|perhaps|possibly|even|or even))[ ]?)$/

/** `from 40 to 46 cents`: both are hundredths. */
const COIN = /(?:(?<![a-z]|per )(?:cents?|pence|penny)|美分|便士)$/

/** `OR 2.7, 95% CI`: the share is that of an interval. */
const OF_INTERVAL = /^ (?:ci|cri|conf)/

/** 由3.6亿收窄至2.1亿元. */
const LED_TO = /^[\u4e00-\u9fff]{1,4}[到至]$/

/** `50 and 90 percent`, `12、15和20名`: bare numbers in a list take the unit that its last member carries. */
function joinShared(folded: string, quantities: Quantity[]): Quantity[] {
  for (let i = quantities.length - 2; i >= 0; i--) {
    const [here, next] = [quantities[i]!, quantities[i + 1]!]
    if (!here.bare || next.bare || here.form !== next.form || here.maxValue !== undefined) continue
    if (
      !['percent', 'percentage_point', 'multiple', 'money', 'duration'].includes(next.unit) ||
      isLikelyYear(here) ||
      (next.unit === 'percent' && OF_INTERVAL.test(folded.slice(next.end, next.end + 5))) ||
      (next.unit === 'percent' && here.value > 100 && next.value <= 100)
    )
      continue
    const join = folded.slice(here.end, next.start).trim()
    if (!LIST_JOIN.test(join) && !(here.scaled && next.unit === 'money' && LED_TO.test(join))) continue
    const value = COIN.test(folded.slice(next.start, next.end)) ? tidy(here.value / 100) : here.value
    quantities[i] = { ...here, value, unit: next.unit, detail: next.detail, bare: false }
  }
  return quantities
}

const isLikelyYear = (quantity: Quantity) =>
  quantity.value >= 1900 && quantity.value < 2100 && Number.isInteger(quantity.value)
