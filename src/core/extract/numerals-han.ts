import { HAN_DIGITS, HAN_FUSED, HAN_MYRIADS, HAN_TENS, type Numeral, readMore } from './numeral.ts'
import { digitAt, isPlaced, readDecimal, readNaught } from './numerals-placed.ts'

/** Fixed inexact expressions, longest first; the value is the lower bound of the words. */
const HAN_FIXED: [string, number][] = [
  ['成百上千', 100],
  ['成千上万', 1000],
  ['成千上百', 1000],
  ['百十', 100],
  ['数以百计', 100],
  ['数以千计', 1000],
  ['数以万计', 1e4],
  ['数以十万计', 1e5],
  ['数以百万计', 1e6],
  ['数以千万计', 1e7],
  ['数以亿计', 1e8],
]
/** Half a hundred. */
const HALF_HUNDRED = '半百'

const isHanNumeral = (char: string) =>
  HAN_DIGITS.has(char) || HAN_TENS.has(char) || HAN_MYRIADS.has(char) || HAN_FUSED.has(char)

/** Longest run of numeral characters read as one number. */
const MAX_DIGITS = 40

/** The Chinese numeral that begins at an offset of folded text: 一百二十, 數十億, 五六百, 十余万. */
export function readHan(folded: string, at: number): Numeral | undefined {
  const fixed = '成百数'.includes(folded[at] ?? '#') ? readFixed(folded, at) : undefined
  if (fixed) return fixed
  if (folded.startsWith(HALF_HUNDRED, at) && folded[at + 2] !== '货')
    return { start: at, end: at + 2, value: 50, form: 'han', scaled: true }
  const vague = readVague(folded, at)
  if (vague) return vague
  if (folded[at] === '○') return readNaught(folded, at)
  if (!isHanNumeral(folded[at]!) || isWordOfItsOwn(folded, at)) return undefined
  return readExactHan(folded, at)
}

/** 1亿五六千万: digits, and behind their magnitude the lower parts in words. */
export function readLower(
  folded: string,
  { start, end, value }: Pick<Numeral, 'start' | 'end' | 'value'>,
  factor: number,
): Numeral | undefined {
  if (factor < 1e4 || !HAN_DIGITS.has(folded[end]!)) return undefined
  const lower = readHan(folded, end)
  if (!lower?.scaled || (lower.maxValue ?? lower.value) >= factor) return undefined
  const top = lower.maxValue
  return {
    ...lower,
    start,
    form: 'digits',
    value: value + lower.value,
    ...(top !== undefined && { maxValue: value + top }),
  }
}

function readFixed(folded: string, at: number): Numeral | undefined {
  for (const [words, value] of HAN_FIXED)
    if (folded.startsWith(words, at))
      return { start: at, end: at + words.length, value, form: 'han', inexact: 'about', scaled: true }
  return undefined
}

const FORMAL = '壹贰叁参肆伍陆柒捌玖拾佰仟'
/** What makes a single formal numeral a number even behind another word: money, decimals, shares. */
const FORMAL_NEXT = '元圆角点成折打百千万亿十分又'

/** 大陆, 队伍, 收拾, 放肆: a formal numeral alone, behind a Chinese word or before nothing that it could count. */
function isWordOfItsOwn(folded: string, at: number): boolean {
  if (!FORMAL.includes(folded[at]!)) return false
  const [before, next] = [folded[at - 1] ?? '', folded[at + 1] ?? '']
  if (/[之又负点]/.test(before)) return false
  if (next !== '' && (FORMAL.includes(next) || FORMAL_NEXT.includes(next)))
    return folded[at] === '陆' && /[大登海内着]/.test(before)
  return !/[\u4e00-\u9fff]/.test(next) || /[\u4e00-\u9fff]/.test(before) || /[地取起续军空]/.test(next)
}

/** 数百, 几十亿, 上千, 好几百: the lower bound of the word, about. */
function readVague(folded: string, at: number): Numeral | undefined {
  const first = folded[at]
  if (first !== '数' && first !== '几' && first !== '上') return undefined
  if (first === '上' && /[以之]/.test(folded[at - 1] ?? '')) return undefined
  const read = readUnits(folded, at + 1)
  if (!read) return undefined
  const more = readMore(folded, read.end)
  return { start: at, end: more ?? read.end, value: read.value, form: 'han', inexact: 'about', scaled: true }
}

/** 十, 百, 千, 万, 亿 in a row, as they follow 数, 几 and 上. */
function readUnits(folded: string, at: number): { value: number; end: number } | undefined {
  let value = 1
  let end = at
  for (; end < at + 4; end++) {
    const factor = HAN_TENS.get(folded[end]!) ?? HAN_MYRIADS.get(folded[end]!)
    if (factor === undefined) break
    value *= factor
  }
  return end > at ? { value, end } : undefined
}

interface HanState {
  total: number
  section: number
  digit: number | undefined
  run: number[]
  scaled: boolean
  /** The last unit read, from which a trailing digit takes its place. */
  unit: number
  /** How much higher the upper of two neighbouring digits ends: 100 in 五六百. */
  spread: number
  more: boolean
  /** 来 stands behind: some more or less. */
  about: boolean
}

/** Reads 兩億三千萬, 一百二十, 二〇二五, 五六百, 十余万 by the usual sections of ten thousand. */
function readExactHan(folded: string, at: number): Numeral | undefined {
  const state: HanState = {
    total: 0,
    section: 0,
    digit: undefined,
    run: [],
    scaled: false,
    unit: 1,
    spread: 0,
    more: false,
    about: false,
  }
  let end = at
  for (; end < at + MAX_DIGITS; end++) {
    const char = folded[end]!
    if (char === '余' || char === '多' || char === '几' || char === '来') {
      if (!canBeMore(folded, end, state)) break
      if (char === '来') state.about = true
      else state.more = true
      if (!HAN_MYRIADS.has(folded[end + 1]!)) {
        end++
        break
      }
    } else if (!step(state, char, folded, end)) break
  }
  const paired = readPaired(folded, state, at, end)
  if (paired) return paired
  const value = sum(state)
  const decimal = state.more ? undefined : readDecimal(folded, end, value)
  if (decimal) return { start: at, ...decimal, form: 'han', scaled: state.scaled || decimal.scaled }
  return finish(folded, state, at, end, value)
}

/** 二、三千: two neighbouring digits before one magnitude, as 二三千. */
function readPaired(folded: string, state: HanState, start: number, end: number): Numeral | undefined {
  if (end !== start + 1 || folded[end] !== '、' || state.digit === undefined || state.digit < 1)
    return undefined
  if (HAN_DIGITS.get(folded[end + 1]!) !== state.digit + 1) return undefined
  const read = readUnits(folded, end + 2)
  if (!read) return undefined
  return {
    start,
    end: read.end,
    value: state.digit * read.value,
    maxValue: (state.digit + 1) * read.value,
    form: 'han',
    scaled: read.value >= 100,
  }
}

/** 十打苹果: dozens; 一打开 and 三打白骨精 are verbs. */
const DOZENS = /打(?=[\s,。,.;、的]|$|[鸡苹鲜玫铅啤袜毛])/y

function finish(folded: string, state: HanState, start: number, end: number, value: number): Numeral {
  DOZENS.lastIndex = end
  if (folded[end] === '打' && DOZENS.test(folded))
    return { start, end: end + 1, value: value * 12, form: 'han', scaled: true }
  const numeral: Numeral = { start, end, value, form: 'han', scaled: state.scaled }
  if (state.spread > 0) numeral.maxValue = value + state.spread
  if (state.more) numeral.inexact = 'more_than'
  if (state.about) numeral.inexact = 'about'
  return numeral
}

/** 十来个, 二十来岁, 百来家: what stands behind 来 as some. */
export const SOME = /[个名位家户口桌单块元吨头款种次年天岁人条项篇份座台所间分万亿里斤米公]/

function canBeMore(folded: string, at: number, state: HanState): boolean {
  if (state.digit !== undefined) return false
  if (state.section === 0 && state.total === 0) return false
  if (folded[at] === '来') return state.section >= 10 && SOME.test(folded[at + 1] ?? '')
  return folded[at] === '几' ? state.section >= 10 || state.total > 0 : readMore(folded, at) !== undefined
}

/** Takes one numeral character; false when it cannot continue the number. */
function step(state: HanState, char: string, folded: string, at: number): boolean {
  const digit = state.digit === undefined ? HAN_DIGITS.get(char) : digitAt(folded, at)
  if (digit === 0 && state.unit > 1 && state.digit === undefined) return (state.unit = 1) > 0
  if (char === '两' && isLiang(state, folded, at)) return false
  if (digit !== undefined) return stepDigit(state, digit, folded, at)
  const fused = HAN_FUSED.get(char)
  if (fused !== undefined) return state.section === 0 && (state.section = fused) > 0
  const tens = HAN_TENS.get(char)
  if (tens !== undefined) return stepTens(state, tens)
  const myriad = HAN_MYRIADS.get(char)
  if (myriad === undefined) return false
  if (char === '兆' && /^(?:瓦|字节|赫|比特|帕|焦)/.test(folded.slice(at + 1, at + 3))) return false
  return stepMyriad(state, myriad)
}

/** 三十两, 二两: the weight, not a digit; 一两个 is one or two. */
function isLiang(state: HanState, folded: string, at: number): boolean {
  const next = folded[at + 1] ?? ''
  if (HAN_TENS.has(next) || HAN_MYRIADS.has(next)) return false
  if (state.digit === 1) return !/[\u4e00-\u9fff]/.test(next) || /[的银黄白]/.test(next)
  return state.digit !== undefined || state.section > 0 || state.total > 0
}

function stepDigit(state: HanState, digit: number, folded: string, at: number): boolean {
  if (state.digit === undefined) {
    state.digit = digit
    state.run.push(digit)
    return true
  }
  // 五六百: two neighbouring digits with a unit, a measure or 成 behind are a range; 二〇二五 is a number read digit by digit.
  if (isPair(state, digit) && digitAt(folded, at + 1) === undefined) {
    const unit = HAN_TENS.get(folded[at + 1]!) ?? lowerUnit(state)
    state.spread = (digit - state.digit) * unit
    return true
  }
  if (state.section > 0 || (state.total > 0 && state.run.length === 1 && !isPlaced(folded, at - 1)))
    return false
  state.run.push(digit)
  state.digit = state.digit * 10 + digit
  return true
}

const isPair = (state: HanState, digit: number) =>
  state.run.length === 1 &&
  state.spread === 0 &&
  (digit === state.digit! + 1 || (state.digit === 3 && digit === 5)) &&
  state.digit! > 0

/** 一百千 is no number: what follows begins a unit (千瓦). */
function stepTens(state: HanState, tens: number): boolean {
  if (state.digit === undefined && state.unit > 1 && tens > state.unit && state.section > 0) return false
  state.section += (state.digit || 1) * tens
  state.scaled ||= tens >= 100
  closeUnit(state, tens)
  return true
}

/** 一万亿 multiplies what stands before it; 1亿2000万 adds to it. */
function stepMyriad(state: HanState, myriad: number): boolean {
  const below = state.section + (state.digit ?? 0)
  state.spread *= myriad
  if (below === 0) state.total = Math.max(state.total, 1) * myriad
  else if (state.total > 0 && state.total < myriad) state.total = (state.total + below) * myriad
  else state.total += below * myriad
  state.section = 0
  state.scaled = true
  closeUnit(state, myriad)
  return true
}

function closeUnit(state: HanState, unit: number): void {
  state.digit = undefined
  state.run = []
  state.unit = unit
}

/** 一百二 is 120, 三万五 is 35000: a single last digit after a unit counts the next lower unit; 一百零二 is 102. */
const sum = (state: HanState): number => state.total + state.section + (state.digit ?? 0) * lowerUnit(state)

const lowerUnit = ({ run, unit }: HanState): number => (run.length === 1 && unit >= 100 ? unit / 10 : 1)
