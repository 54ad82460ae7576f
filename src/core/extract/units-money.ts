import { type Numeral, SCALES } from './numeral.ts'
import { COINS, CURRENCY_BEFORE, MILLIONS } from './units.ts'
import { CURRENCIES, isLatin, match, type UnitReading } from './units-table.ts'

/** Amounts of money: a sign or code before the number, a currency behind it. */

/** $900B+. */
export function signedMoney(folded: string, numeral: Numeral): UnitReading | undefined {
  const sign = currencyBefore(folded, numeral.start)
  return sign && { unit: 'money', detail: sign.code, start: sign.start, end: numeral.end }
}

export const COIN_WORDS = new Set(COINS.map(([word]) => word))

/** An amount with a currency before it, behind it, or both. */
export function readMoney(folded: string, numeral: Numeral, at: number): UnitReading | undefined {
  const after = match(CURRENCIES, folded, at)
  const sign = currencyBefore(folded, numeral.start)
  if (after && isMoneyWord(folded, numeral, after[0], at) && !(sign && isCode(folded, after[0], at))) {
    const before = after[1] !== '' && sign && isWordy(folded, sign.start, numeral.start) ? undefined : sign
    const end = at + after[0].length
    const scale = readLateScale(folded, numeral, end)
    const factor = COIN_WORDS.has(after[0])
      ? 0.01
      : SMALL.has(after[0])
        ? SMALL.get(after[0])
        : MILLIONS.has(after[0])
          ? 1e6
          : scale?.factor
    return {
      unit: 'money',
      detail: after[1] || (before?.code ?? ''),
      start: before?.start ?? numeral.start,
      end: scale?.end ?? end,
      ...(factor && { factor }),
    }
  }
  if (
    !sign ||
    (after && isWordy(folded, sign.start, numeral.start) && after[1] !== '' && !isCode(folded, after[0], at))
  )
    return undefined
  return { unit: 'money', detail: sign.code, start: sign.start, end: numeral.end }
}

/** Parts of a yuan. */
const SMALL = new Map([
  ['毛钱', 0.1],
  ['角钱', 0.1],
  ['毛', 0.1],
  ['分', 0.01],
  ['厘', 0.001],
])
/** 每度涨3毛, 电价三分四厘: what small coins are asked for. */
const PRICE_OF =
  /(?:每|一)(?:度|公?斤|个|份|张|条|公里|千瓦时|件|次|股|克|分钟|字|吨|升|支|瓶|盒)[电水油钱价]?(?:[涨提降加收补贴卖派约为要售]|只要|下调|上调|降价|便宜){0,2}[了到至]?$|(?:电价|水价|油价|单价|运费|股息|派息)[\u4e00-\u9fff]{0,4}$/
const isPriced = (folded: string, { start }: Numeral, next: string) =>
  /^(?:[,。;、!?)的左多]|$|[一二三四五六七八九\d][分厘])/.test(next) &&
  PRICE_OF.test(folded.slice(Math.max(0, start - 12), start))

const isWordy = (folded: string, start: number, end: number) =>
  /[\u4e00-\u9fffa-z]$/.test(folded.slice(start, end).trim())

/** `3 USD50`, `rmb 10 usd 20`: a sign or code that belongs to the amount behind it. */
const isCode = (folded: string, word: string, at: number) =>
  /^(?:[a-z]{3}|[^a-z\u4e00-\u9fff])$/.test(word) &&
  /^ ?\d/.test(folded.slice(at + word.length, at + word.length + 2))

const LATE_SCALE = / (million|billion|trillion)(?![a-z])/y

/** 75 USD million. */
function readLateScale(
  folded: string,
  numeral: Numeral,
  end: number,
): { end: number; factor: number } | undefined {
  LATE_SCALE.lastIndex = end
  const scale = numeral.scaled ? null : LATE_SCALE.exec(folded)
  return scale ? { end: LATE_SCALE.lastIndex, factor: SCALES.get(scale[1]!)! } : undefined
}

/** 元 and 块 also belong to other words (二元, 多元化, 三块内容); they are money after digits or a scaled number. */
function isMoneyWord(folded: string, numeral: Numeral, word: string, at: number): boolean {
  if (word === 'pounds') return !isWeight(folded, numeral, at)
  // nine won: so few are no money of Korea
  if (word === 'won') return numeral.value >= 100
  // 一分钱一分货, 没花一分钱: a manner of speaking
  if (/^[分毛角]钱$/.test(word)) return numeral.value > 1
  if (word === '仙') return numeral.form === 'digits' && /^(?:[,。;、)的]|$)/.test(folded[at + 1] ?? '')
  if (word === 'p') return isPence(folded, numeral, at)
  if (SMALL.has(word)) return isPriced(folded, numeral, folded.slice(at + 1, at + 3))
  if (word !== '元' && word !== '圆' && word !== '块') return true
  if (word === '块')
    return (
      (numeral.form === 'digits' || numeral.value >= 10 || isPaid(folded, numeral)) &&
      (/^(?:[，。,.的吧钱)]|$|[0-9](?![0-9.]|[a-z])|[一二三四五六七八九](?:[,。;、!?)的]|$))/.test(
        folded.slice(at + 1, at + 3),
      ) ||
        (isPaid(folded, numeral) && !/[a-z屏板芯电砖地金玉石表显内大小]/.test(folded[at + 1] ?? '')))
    )
  if (/[素化件组论]/.test(folded[at + 1] ?? '')) return false
  return (
    numeral.form === 'digits' ||
    numeral.scaled ||
    numeral.end - numeral.start > 1 ||
    CLAIMED.test(folded.slice(Math.max(0, numeral.start - 4), numeral.start))
  )
}

/** 索赔一元, 罚款五元: a Chinese number small enough for a name, behind what is paid. */
const CLAIMED = /(?:索赔|赔偿|罚款|支付|只要|只需|只花|仅需|仅要|涨了?|降了?|便宜|补贴|倒贴|[收赚付花交]了?)$/

/** 花一万多块报了个班, 赚了3000块: what is paid or earned, whatever follows. */
const isPaid = (folded: string, numeral: Numeral) =>
  /(?:[花赚赔亏罚薪资费贵便宜挣退省欠借存交掏拿价]|(?:薪|价|费|工资)(?:从|由|降到|降至|涨到|涨至|升到|才|只))[了到掉出过]{0,2}(?:[约近]|大概|差不多|将近|不到)?$/.test(
    folded.slice(Math.max(0, numeral.start - 8), numeral.start),
  )

/** `4.2p a share`; 1080p is a picture, `p < 0.05` and `5 p.m.` are others. */
const isPence = (folded: string, { form, end, value, scaled }: Numeral, at: number) =>
  form === 'digits' &&
  at === end &&
  !scaled &&
  !PICTURES.has(value) &&
  /^(?:[,;:)]|\.(?!\d|m)|$| (?:a|an|per|to|at|in|on|for|from|and|or|each|dividend|coin|higher|lower|short|more|less|of)(?![a-z]))/.test(
    folded.slice(at + 1, at + 11),
  )
const PICTURES = new Set([144, 240, 360, 480, 540, 576, 720, 1080, 1440, 2160, 4320])

/** Pounds are a weight where nothing speaks of money. */
const isWeight = (folded: string, numeral: Numeral, at: number) =>
  !numeral.scaled &&
  numeral.value < 10_000 &&
  /weigh|los[et]|drop|gain|shed|heav|over(?:weight)? $|equal to|of (?:cocaine|meat|food)/.test(
    folded.slice(Math.max(0, numeral.start - 40), numeral.start) + folded.slice(at + 6, at + 20),
  )

/** Whether a sign of money stands before a number. */
export const hasCurrencyBefore = (folded: string, start: number): boolean =>
  currencyBefore(folded, start) !== undefined

const BEFORE = byLast(CURRENCY_BEFORE)

function currencyBefore(folded: string, start: number): { start: number; code: string } | undefined {
  const end = folded[start - 1] === ' ' ? start - 1 : start
  const signs = BEFORE.get(folded.charCodeAt(end - 1))
  if (!signs) return undefined
  for (const [sign, code] of signs) {
    if (!folded.endsWith(sign, end) || end < sign.length) continue
    const from = end - sign.length
    if (isLatin(sign[0]) && isLatin(folded[from - 1])) continue
    if (sign === 'nt' && end === start - 1) continue
    return { start: from, code }
  }
  return undefined
}

/** Signs before an amount by the code unit of their last character, longest first. */
function byLast(rows: [string, string][]): Map<number, [string, string][]> {
  const table = new Map<number, [string, string][]>()
  for (const row of [...rows].sort((a, b) => b[0].length - a[0].length)) {
    const last = row[0].charCodeAt(row[0].length - 1)
    table.set(last, [...(table.get(last) ?? []), row])
  }
  return table
}
