/**
 * Reading numbers in any of our scripts: ASCII digits, Chinese numerals, English number words and their mixtures.
 * Input is text folded by `foldChars` (half-width, lower case, Simplified, same length), so offsets are the original's.
 */

import { HAN_MYRIADS, HAN_TENS, type Numeral, readMore, SCALES, tidy } from './numeral.ts'
import { readHan } from './numerals-han.ts'
import { readWords } from './numerals-words.ts'

/** Letters that multiply the digits before them; `m` and `b` also stand for metres and for a model's size, see units. */
const LETTER_SCALES = new Map(Object.entries({ k: 1e3, m: 1e6, b: 1e9, t: 1e12 }))

/** Where a number may begin: a digit, a Chinese numeral, or an English number word. */
const TRIGGER =
  /[0-9零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅]|[数几上成](?=[十百千万亿])|\.(?=\d)|(?<![a-z])(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety|tens|dozens|hundreds|thousands|millions|billions|trillions|(?:an?|half|several) (?:an? )?(?:dozen|hundred|thousand|million|billion|trillion))(?![a-z])/g

const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number) => code >= 97 && code <= 122
/** Every number of a folded text, left to right, not overlapping. Linear in the length of the text. */
export function* findNumerals(folded: string, from = 0, to = folded.length): Generator<Numeral> {
  TRIGGER.lastIndex = from
  let at = from
  while (at < to) {
    TRIGGER.lastIndex = at
    const trigger = TRIGGER.exec(folded)
    if (!trigger || trigger.index >= to) return
    const numeral = readNumeral(folded, trigger.index)
    if (numeral) yield numeral
    at = numeral ? numeral.end : skip(folded, trigger.index)
  }
}

/** Past the character, or past the whole Latin word that is not a number. */
function skip(folded: string, at: number): number {
  let end = at + 1
  if (isLetter(folded.charCodeAt(at))) while (isLetter(folded.charCodeAt(end))) end++
  return end
}

/** The number that begins exactly at an offset, or undefined. */
export function readNumeral(folded: string, at: number): Numeral | undefined {
  const code = folded.charCodeAt(at)
  if (isDigit(code) || (code === 46 && isDigit(folded.charCodeAt(at + 1)))) return readDigits(folded, at)
  if (isLetter(code)) return isLetter(folded.charCodeAt(at - 1)) ? undefined : readWords(folded, at)
  return readHan(folded, at)
}

const DIGITS = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+/y
const HAN_POWER = /的(\d{1,3})次方(?:次)?/y
const POWER = /\^\{?\s?(\d{1,3})\}?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|e\+?(\d{1,3})(?![a-z0-9])/y
const TIMES_TEN = /\s?[×x*]\s?10(?=[\^⁰¹²³⁴⁵⁶⁷⁸⁹])/y
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** Longest number read: beyond it a string of digits is an identifier, and Number loses it anyway. */
const MAX_DIGITS = 24

function readDigits(folded: string, at: number): Numeral | undefined {
  DIGITS.lastIndex = at
  const match = DIGITS.exec(folded)
  if (!match) return undefined
  const start = at
  let end = DIGITS.lastIndex
  if (match[0].length > MAX_DIGITS) return { start, end, value: Number.NaN, form: 'digits', scaled: false }
  let value = Number(match[0].replace(/[,\u00a0\u202f]/g, ''))
  const power = readPower(folded, end, value)
  if (power) return { start, end: power.end, value: power.value, form: 'digits', scaled: true }
  const vague = readVagueScale(folded, start, end, value)
  if (vague) return vague
  const scale = readScale(folded, end)
  if (scale) ({ value, end } = { value: scale.mixed(value), end: scale.end })
  const more = readMore(folded, end)
  return {
    start,
    end: more ?? end,
    value,
    form: 'digits',
    scaled: scale !== undefined,
    ...(scale && { scale: scale.factor }),
    ...(more && { inexact: 'more_than' as const }),
  }
}

/** 500多亿, 10余万, 30几万: the magnitude stands behind the word that says it is more. */
function readVagueScale(folded: string, start: number, at: number, value: number): Numeral | undefined {
  const match = /^ ?[多余几] ?([十百千]?[万亿])(?!能|一|分)/.exec(folded.slice(at, at + 6))
  if (!match) return undefined
  let factor = 1
  for (const char of match[1]!) factor *= HAN_TENS.get(char) ?? HAN_MYRIADS.get(char) ?? 1
  return {
    start,
    end: at + match[0].length,
    value: tidy(value * factor),
    form: 'digits',
    scaled: true,
    inexact: 'more_than',
  }
}

/** `10^26`, `10²⁶`, `1e26`, `2×10^5`. */
function readPower(folded: string, at: number, base: number): { value: number; end: number } | undefined {
  TIMES_TEN.lastIndex = at
  const factor = TIMES_TEN.test(folded) ? base : undefined
  HAN_POWER.lastIndex = at
  const han = HAN_POWER.exec(folded)
  if (han)
    return { value: base ** Number(han[1]), end: HAN_POWER.lastIndex - (han[0].endsWith('方次') ? 1 : 0) }
  const from = factor === undefined ? at : TIMES_TEN.lastIndex
  POWER.lastIndex = from
  const match = POWER.exec(folded)
  if (!match) return undefined
  const isExponent = match[0].startsWith('e')
  if (isExponent && folded.charCodeAt(at) !== 101) return undefined
  const exponent = match[1] ?? match[2] ?? [...match[0]].map((c) => SUPERSCRIPTS.indexOf(c)).join('')
  if (!match[1] && !match[2] && base !== 10 && factor === undefined) return undefined
  const root = factor === undefined && !isExponent ? base : 10
  const value = (isExponent ? base : (factor ?? 1)) * root ** Number(exponent)
  return Number.isFinite(value) ? { value, end: POWER.lastIndex } : undefined
}

interface Scale {
  end: number
  factor: number
  /** The digits' value with the magnitude and what follows it (3万4000). */
  mixed(value: number): number
}

const WORD_SCALE =
  /[ \u00a0-]?(hundred thousand|lakh|crore|thousand|million|billion|trillion|hundred|mln|bln|mn|bn|tn)(?![a-z])/y
const LETTER_SCALE = /[ \u00a0]?([kmbt])(?![a-z0-9])/y
const HAN_SCALE =
  / ?([十百千]?(?:[万亿]|兆(?!瓦|字节|赫|比特|帕))亿?|(?!千(?:米|克|瓦|卡|字节|比特|赫|帕|伏))[十百千](?![一二两三四五六七八九十0-9分]))/y
const HAN_REST = /[零]?(\d{1,4})(千|百)?(?:(\d)百)?(?![\d.%,万亿])/y

function readScale(folded: string, at: number): Scale | undefined {
  WORD_SCALE.lastIndex = at
  const word = WORD_SCALE.exec(folded)
  if (word) {
    const factor = word[1] === 'hundred thousand' ? 1e5 : SCALES.get(word[1]!)!
    return { end: WORD_SCALE.lastIndex, factor, mixed: (value) => tidy(value * factor) }
  }
  HAN_SCALE.lastIndex = at
  const han = HAN_SCALE.exec(folded)
  if (han) return hanScale(folded, han[1]!, HAN_SCALE.lastIndex)
  LETTER_SCALE.lastIndex = at
  const letter = LETTER_SCALE.exec(folded)
  if (!letter || (letter[0].length > 1 && letter[1] !== 'k')) return undefined
  const factor = LETTER_SCALES.get(letter[1]!)!
  return { end: LETTER_SCALE.lastIndex, factor, mixed: (value) => tidy(value * factor) }
}

/** 万, 亿, 百万, 万亿 after digits, with the lower part that may follow: 3万4000, 1亿2000万. */
function hanScale(folded: string, written: string, end: number): Scale {
  let factor = 1
  for (const char of written) factor *= HAN_TENS.get(char) ?? HAN_MYRIADS.get(char) ?? 1
  HAN_REST.lastIndex = end
  const rest = /[万亿]$/.test(written) ? HAN_REST.exec(folded) : null
  if (rest && factor >= 1e4) {
    const unit = rest[2] ? HAN_TENS.get(rest[2])! : 1
    return {
      end: HAN_REST.lastIndex,
      factor,
      mixed: (value) => tidy(value * factor) + Number(rest[1]) * unit,
    }
  }
  const lower = factor === 1e8 ? /(\d{1,4})万/y : undefined
  if (lower) {
    lower.lastIndex = end
    const match = lower.exec(folded)
    if (match)
      return { end: lower.lastIndex, factor, mixed: (value) => tidy(value * factor) + Number(match[1]) * 1e4 }
  }
  return { end, factor, mixed: (value) => tidy(value * factor) }
}
