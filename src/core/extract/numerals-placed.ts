import { HAN_DIGITS, HAN_MYRIADS, type Numeral, tidy } from './numeral.ts'

/** Chinese digits that count by their place, as newspapers in vertical type set them: 三八二, 五○, 二億三四一七萬, 三○‧二九％. */

/** Zeros that only stand behind another digit: elsewhere one is a list mark, the other begins a number in digits. */
const ZEROS = '○0'

/** The Chinese digit at an offset behind another one. */
export const digitAt = (folded: string, at: number): number | undefined =>
  HAN_DIGITS.get(folded[at]!) ?? (at < folded.length && ZEROS.includes(folded[at]!) ? 0 : undefined)

/** Fewest digits behind 万 or 亿 that are read by their place: 三萬一八五; two in a row are a range (三萬五六). */
const PLACES = 3

/** Whether so many digits begin at an offset. */
export function isPlaced(folded: string, at: number): boolean {
  let end = at
  while (end < at + PLACES && digitAt(folded, end) !== undefined) end++
  return end === at + PLACES
}

/** What a point between Chinese digits has behind it, since the same one parts days (九‧二一) and names. */
const MEASURED = /^(?:[%‰万亿倍元岁]|个?百分点|美元|公[里斤吨尺顷]|小时)/
/** Most digits behind a point. */
const DECIMALS = 8

/** What stands behind the whole part of a number: 零点五, 三点一四, 一点五亿, 三○‧二九％. */
export function readDecimal(
  folded: string,
  at: number,
  whole: number,
): { value: number; end: number; scaled: boolean } | undefined {
  const point = folded[at]
  if (point !== '点' && point !== '·') return undefined
  let digits = ''
  let end = at + 1
  for (let digit = digitAt(folded, end); digit !== undefined && digits.length < DECIMALS; ) {
    digits += digit
    digit = digitAt(folded, ++end)
  }
  if (digits === '' || /[分钟十两]/.test(folded[end] ?? '')) return undefined
  if (point === '·' && !MEASURED.test(folded.slice(end, end + 4))) return undefined
  const value = whole + Number(`0.${digits}`)
  const factor = HAN_MYRIADS.get(folded[end]!)
  if (factor === undefined || /[能一]/.test(folded[end + 1] ?? '')) return { value, end, scaled: false }
  return { value: tidy(value * factor), end: end + 1, scaled: true }
}

/** ○‧五％: the one number that begins with such a zero. */
export function readNaught(folded: string, start: number): Numeral | undefined {
  const decimal = readDecimal(folded, start + 1, 0)
  return decimal && { start, ...decimal, form: 'han' }
}

const DOTTED = /·(\d{1,4})(?=[%‰万亿倍]|个?百分点)/y

/** ３０‧２９％: digits with the same point; the whole part and its end where there is none. */
export function readDotted(folded: string, end: number, value: number): { value: number; end: number } {
  DOTTED.lastIndex = end
  const digits = DOTTED.exec(folded)?.[1]
  return digits === undefined
    ? { value, end }
    : { value: Number(`${value}.${digits}`), end: DOTTED.lastIndex }
}
