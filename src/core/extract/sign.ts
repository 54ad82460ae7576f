import type { Quantity } from './quantity.ts'

/** A quantity with the minus that stands before it, in signs or words. */
export function withSign(folded: string, quantity: Quantity): Quantity {
  const sign = quantity.maxValue === undefined ? readSign(folded, quantity.start) : undefined
  // 负33%的责任: a share of a duty that somebody bears
  if (sign !== undefined && BORNE.test(folded.slice(quantity.end, quantity.end + 8))) return quantity
  return sign === undefined ? quantity : { ...quantity, start: sign, value: -quantity.value }
}

const BORNE = /^的?[\u4e00-\u9fff]{0,4}责任/

const SIGN =
  /(?:(?<=^|[\s(,:;。]|利润|增速|同比|环比|增长|收益|益率|现金流|余额)[-−]|负|(?<![a-z])(?:minus|negative) )$/

/** Where the sign of a negative value begins: `-22.2%`, `负40%`, `minus 3 percent`; a hyphen behind a word is none. */
export function readSign(folded: string, start: number): number | undefined {
  const before = folded[start - 1]
  if (before !== '-' && before !== '负' && before !== ' ' && before !== '−') return undefined
  if (before === ' ' && !folded.endsWith('minus ', start) && !folded.endsWith('negative ', start))
    return undefined
  // plus or minus 3 points, 正负3个百分点: a margin, not a negative value
  if (
    before === '负'
      ? folded[start - 2] === '正'
      : folded.endsWith('plus or minus ', start) || folded.endsWith('plus-or-minus ', start)
  )
    return undefined
  const match = SIGN.exec(folded.slice(Math.max(0, start - 10), start))
  return match ? start - match[0].length : undefined
}
