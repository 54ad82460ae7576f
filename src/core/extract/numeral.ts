/** A number as written, without its unit. */
export interface Numeral {
  start: number
  end: number
  /** Lower end for a range such as 五六百; lower bound of an inexact word (数百: 100, tens of thousands: 10000). */
  value: number
  maxValue?: number
  /** Which script it was written in; `word` is English. */
  form: 'digits' | 'han' | 'word'
  /** 数百, 几十, hundreds: about. 300多, 二十余: more_than. */
  inexact?: 'about' | 'more_than' | 'at_least'
  /** Written with a magnitude (万, 亿, million, k), so never a year or a list number. */
  scaled: boolean
  /** The magnitude after the digits, for a range whose first number leaves it out (3–5 million). */
  scale?: number
  /** Says a place in an order: third, twenty-fifth. */
  ordinal?: true
  /** Written as a part of one: twenty-three fifths, ¾. */
  fraction?: true
}

// biome-ignore format: a table reads by rows
export const HAN_DIGITS = new Map(
  Object.entries({
    零: 0,
    〇: 0,
    一: 1,
    二: 2,
    两: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    壹: 1,
    贰: 2,
    叁: 3,
    参: 3,
    肆: 4,
    伍: 5,
    陆: 6,
    柒: 7,
    捌: 8,
    玖: 9,
  }),
)
export const HAN_TENS = new Map(Object.entries({ 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }))
export const HAN_MYRIADS = new Map(Object.entries({ 万: 1e4, 亿: 1e8, 兆: 1e12 }))
export const HAN_FUSED = new Map(Object.entries({ 廿: 20, 卅: 30 }))

// biome-ignore format: a table reads by rows
export const SCALES = new Map(
  Object.entries({
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    mn: 1e6,
    bn: 1e9,
    tn: 1e12,
    trn: 1e12,
    lakh: 1e5,
    crore: 1e7,
    mil: 1e6,
    tln: 1e12,
    mln: 1e6,
    bln: 1e9,
  }),
)

/** 1.2 * 1e8 is 120000000, not 119999999.99999999. */
export const tidy = (value: number): number => (isTidy(value) ? value : Number(value.toPrecision(14)))

/** Whole, or with four decimals at most, and not so large that more digits would show. */
const isTidy = (value: number) => Math.abs(value) < 1e9 && Math.round(value * 1e4) / 1e4 === value

/** `多`, `余`, `来` after a number say that it is more; the word may stand before the magnitude (十余万). */
export function readMore(folded: string, at: number): number | undefined {
  const space = folded[at] === ' ' ? 1 : 0
  const char = folded[at + space]
  if (char !== '多' && char !== '余') return undefined
  const next = folded[at + space + 1] ?? ''
  // 多模态, 多语言, 余额, 余下 are words of their own; 100多种 is not.
  if (
    char === '多' &&
    /[模语少元样媒方边轮步云任头维次]/.test(next) &&
    !(next === '次' || next === '元' || next === '头') &&
    !(next === '轮' && !folded.startsWith('对话', at + space + 2))
  )
    return undefined
  if (char === '余' && /[额下生]/.test(next)) return undefined
  return at + space + 1
}
