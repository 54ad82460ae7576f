/**
 * Reading numbers in any of our scripts: ASCII digits, Chinese numerals, English number words and their mixtures.
 * Input is text folded by `foldChars` (half-width, lower case, Simplified, same length), so offsets are the original's.
 */
import { isDigit } from './char-set.ts'
import { HAN_MYRIADS, HAN_TENS, type Numeral, readMore, SCALES, tidy } from './numeral.ts'
import { readHan, readLower, SOME } from './numerals-han.ts'
import { readDotted } from './numerals-placed.ts'
import { readHalfMore, readWords } from './numerals-words.ts'
import { buildUnitTest } from './unit-test.ts'

/** Letters that multiply the digits before them; `m` and `b` also stand for metres and for a model's size, see units. */
const LETTER_SCALES = new Map(Object.entries({ k: 1e3, m: 1e6, b: 1e9, t: 1e12 }))

const isLetter = (code: number) => code >= 97 && code <= 122

/** The number that begins exactly at an offset, or undefined. */
export function readNumeral(folded: string, at: number): Numeral | undefined {
  const numeral = readPure(folded, at)
  return numeral && folded.charCodeAt(numeral.end) === GE ? withHundredMillions(folded, numeral) : numeral
}

const GE = '个'.charCodeAt(0)
const MIDDLE_DOT = '·'.charCodeAt(0)

/** 十几个亿, 两三个亿, 5个亿: as people say hundreds of millions. */
function withHundredMillions(folded: string, numeral: Numeral): Numeral {
  const { end, value, maxValue } = numeral
  if (!folded.startsWith('亿', end + 1) || numeral.ordinal || Number.isNaN(value)) return numeral
  return {
    ...numeral,
    end: end + 2,
    value: tidy(value * 1e8),
    ...(maxValue !== undefined && { maxValue: tidy(maxValue * 1e8) }),
    scaled: true,
    scale: 1e8,
  }
}

function readPure(folded: string, at: number): Numeral | undefined {
  const code = folded.charCodeAt(at)
  if (isDigit(code)) return readDigits(folded, at)
  if (code === 46) return isDigit(folded.charCodeAt(at + 1)) ? readDigits(folded, at) : undefined
  if (VULGAR.has(folded[at]!)) return readVulgar(folded, at, 0, at)
  if (isLetter(code)) return isLetter(folded.charCodeAt(at - 1)) ? undefined : readWords(folded, at)
  return readHan(folded, at)
}

const DIGITS =
  /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?: \d{3}){2,6}(?![\d,])|\d{1,3} 000(?![\d,])|\d{1,3} \d{3}(?= ?%| ?per ?cent(?![a-z]))|\d+)(?:\.\d+(?!\d|\.\d))?|\.\d+(?!\d|\.\d)/y
/** Longest number read: a longer one is an identifier. */
const MAX_DIGITS = 24

/** Between the digits of one number. */
const isSeparator = buildUnitTest(',. \u00a0\u202f')

/** Where the digits at an offset end, with those behind separators; undefined for a full stop without digits. */
function endOfDigits(folded: string, at: number): number | undefined {
  let end = at
  while (isDigit(folded.charCodeAt(end))) end++
  if (end > at && !(isSeparator(folded.charCodeAt(end)) && isDigit(folded.charCodeAt(end + 1)))) return end
  DIGITS.lastIndex = at
  return DIGITS.test(folded) ? DIGITS.lastIndex : undefined
}

function readDigits(folded: string, at: number): Numeral | undefined {
  let end = endOfDigits(folded, at)
  if (end === undefined) return undefined
  if (folded.charCodeAt(at - 1) === 46 && isDigit(folded.charCodeAt(at - 2))) return readPart(folded, at)
  const start = at
  if (end - at > MAX_DIGITS) return { start, end, value: Number.NaN, form: 'digits', scaled: false }
  let value = readValue(folded.slice(at, end))
  if (folded.charCodeAt(end) === MIDDLE_DOT) ({ value, end } = readDotted(folded, end, value))
  if (endsAlone(folded, end)) return { start, end, value, form: 'digits', scaled: false }
  const power = readPower(folded, end, value)
  if (power) return { start, end: power.end, value: power.value, form: 'digits', scaled: true }
  if (VULGAR.has(folded[end]!)) return readVulgar(folded, start, value, end)
  const plus = readPlusScale(folded, start, end, value)
  if (plus) return plus
  const vague = readVagueScale(folded, start, end, value)
  if (vague) return vague
  const scale = readScale(folded, end, value)
  if (scale) ({ value, end } = scale)
  const more = readMore(folded, end) ?? (scale?.more && end)
  const some = !more && isSome(folded, end, value)
  const mixed = scale && readLower(folded, { start, end, value }, scale.factor)
  if (mixed) return mixed
  const numeral: Numeral = {
    start,
    end: some ? end + 1 : (more ?? end),
    value,
    form: 'digits',
    scaled: scale !== undefined,
    ...(scale && { scale: scale.factor }),
    ...(more && { inexact: 'more_than' as const }),
    ...(some && { inexact: 'about' as const }),
  }
  return folded.charCodeAt(end) === 32
    ? (readHalfMore(folded, numeral, scale?.factor ?? 1) ?? numeral)
    : numeral
}

/** 60来人, 100来家: some more or less. */
const isSome = (folded: string, end: number, value: number): boolean =>
  folded[end] === '来' && value >= 10 && value % 10 === 0 && SOME.test(folded[end + 1] ?? '')

function readValue(written: string): number {
  const value = Number(written)
  return Number.isNaN(value) ? Number(written.replace(/[, \u00a0\u202f]/g, '')) : value
}

/** One part of 192.168.1.2. */
function readPart(folded: string, start: number): Numeral {
  let end = start + 1
  while (isDigit(folded.charCodeAt(end)) && end - start < MAX_DIGITS) end++
  return { start, end, value: Number(folded.slice(start, end)), form: 'digits', scaled: false }
}

/** `½`, `3½`. */
// biome-ignore format: a table reads by rows
const VULGAR = new Map(Object.entries({
  '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 1 / 5, '⅖': 2 / 5, '⅗': 3 / 5, '⅘': 4 / 5,
  '⅙': 1 / 6, '⅚': 5 / 6, '⅐': 1 / 7, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8, '⅑': 1 / 9, '⅒': 1 / 10,
}))

function readVulgar(folded: string, start: number, whole: number, at: number): Numeral {
  const value = whole + VULGAR.get(folded[at]!)!
  return {
    start,
    end: at + 1,
    value,
    form: 'digits',
    scaled: false,
    ...(whole === 0 && { fraction: true as const }),
  }
}

const PLUS_SCALE = /\+ ?(hundred|thousand|million|billion|trillion|[十百千]?[万亿])(?![a-z])/y

/** `70+ million`, `30+万`: the sign stands before the magnitude. */
function readPlusScale(folded: string, start: number, at: number, value: number): Numeral | undefined {
  if (folded.charCodeAt(at) !== 43) return undefined
  PLUS_SCALE.lastIndex = at
  const match = PLUS_SCALE.exec(folded)
  if (!match) return undefined
  const factor = SCALES.get(match[1]!) ?? sizeOf(match[1]!)
  return {
    start,
    end: PLUS_SCALE.lastIndex,
    value: tidy(value * factor),
    form: 'digits',
    scaled: true,
    inexact: 'at_least',
  }
}

const opensVagueScale = buildUnitTest('十百千万 多余几')

/** 500多亿, 10余万, 30几万: the magnitude stands behind the word that says it is more. */
function readVagueScale(folded: string, start: number, at: number, value: number): Numeral | undefined {
  if (!opensVagueScale(folded.charCodeAt(at))) return undefined
  const match = /^(?:[十百千]?万)? ?[多余几] ?([十百千]?[万亿])(?!能|一|分)/.exec(folded.slice(at, at + 7))
  if (!match) return undefined
  const factor = sizeOf(match[0])
  return {
    start,
    end: at + match[0].length,
    value: tidy(value * factor),
    form: 'digits',
    scaled: true,
    inexact: 'more_than',
  }
}

const HAN_POWER = /的(\d{1,3})次方(?:次)?/y
const POWER = /\^\{?\s?([+-]?\d{1,3})\}?|(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|e([+-]?\d{1,3})(?![a-z0-9])/y
const TIMES_TEN = /\s?[×x*]\s?10(?=[\^⁰¹²³⁴⁵⁶⁷⁸⁹⁻])/y
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const opensPower = buildUnitTest(`^⁻e的x×*${SUPERSCRIPTS}`)
/** What may stand behind digits that go on no further; most numbers of a text are years, dates and notes. */
const isClosing = buildUnitTest(',.;!?)]}>|"\'”」』》】。、…\n\r')

/** Whether a number in digits, which ends here, has neither magnitude nor unit behind it; and no range begins with it. */
export const endsAlone = (folded: string, end: number): boolean =>
  end === folded.length || isClosing(folded.charCodeAt(end))

const isBlank = (unit: number) => unit === 32 || (unit > 8 && unit < 14) || (unit > 0x1679 && unit < 0x3001)

/** `10^26`, `10²⁶`, `1e26`, `2×10^5`, `10⁻⁴`. */
function readPower(folded: string, at: number, base: number): { value: number; end: number } | undefined {
  const next = folded.charCodeAt(at)
  if (!opensPower(isBlank(next) ? folded.charCodeAt(at + 1) : next)) return undefined
  TIMES_TEN.lastIndex = at
  const factor = TIMES_TEN.test(folded) ? base : undefined
  HAN_POWER.lastIndex = at
  const han = HAN_POWER.exec(folded)
  if (han)
    return { value: base ** Number(han[1]), end: HAN_POWER.lastIndex - (han[0].endsWith('方次') ? 1 : 0) }
  POWER.lastIndex = factor === undefined ? at : TIMES_TEN.lastIndex
  const match = POWER.exec(folded)
  if (!match) return undefined
  const [, caret, raised, exponent] = match
  if (raised && base !== 10 && factor === undefined) return undefined
  const power = Number(caret ?? exponent ?? readRaised(raised!))
  const root = factor === undefined && exponent === undefined ? base : 10
  const times = exponent === undefined ? (factor ?? 1) : base
  // read as written: 6 * 10 ** 25 is none that a float holds
  const exact = root === 10 && !`${times}`.includes('e') ? Number(`${times}e${power}`) : times * root ** power
  const value = Number.isInteger(exact) ? exact : tidy(exact)
  return Number.isFinite(value) ? { value, end: POWER.lastIndex } : undefined
}

const readRaised = (raised: string) =>
  [...raised].map((char) => (char === '⁻' ? '-' : SUPERSCRIPTS.indexOf(char))).join('')

/** The digits' value with the magnitude behind them, and where that ends. */
interface Scale {
  end: number
  /** 1亿3,400余万: more than so many. */
  more?: true
  factor: number
  value: number
}

const WORD_SCALE =
  /[ \u00a0-]?(hundred thousand|lakh crore|lakh|crore|thousand|million|billion|trillion|hundred|dozens?|mln|bln|tln|mil|mn|bn|trn|tn)(?![a-z])/y
const LETTER_SCALE = /[ \u00a0]?([kmbt])(?![a-z0-9])/y
/** 万, 亿, 百万, 万亿; not 千米 or 兆瓦, which are units. */
const HAN_SCALE =
  / {0,2}([十百千]?(?:[万亿]万?|兆(?!瓦|字节|赫|比特|帕|焦))亿?|(?!千(?:米|克|瓦|卡|字节|比特|赫|帕|伏))[十百千](?![一二两三四五六七八九十]|[0-9]{2}|分))/y

const opensScale = buildUnitTest('htmblcdk十百千万亿兆')
const isGap = buildUnitTest(' \u00a0-')

function readScale(folded: string, at: number, value: number): Scale | undefined {
  let first = at
  while (first < at + 2 && isGap(folded.charCodeAt(first))) first++
  if (!opensScale(folded.charCodeAt(first))) return undefined
  WORD_SCALE.lastIndex = at
  const word = WORD_SCALE.exec(folded)
  if (word) {
    const factor =
      word[1] === 'hundred thousand' ? 1e5 : word[1] === 'lakh crore' ? 1e12 : (SCALES.get(word[1]!) ?? 12)
    return { end: WORD_SCALE.lastIndex, factor, value: tidy(value * factor) }
  }
  HAN_SCALE.lastIndex = at
  const han = HAN_SCALE.exec(folded)
  // 2018十大: a year, and what was best in it
  if (han && han[1] === '十' && value >= 10) return undefined
  if (han) return readHanScale(folded, han[1]!, HAN_SCALE.lastIndex, value)
  LETTER_SCALE.lastIndex = at
  const letter = LETTER_SCALE.exec(folded)
  if (!letter || (letter[0].length > 1 && letter[1] !== 'k')) return undefined
  const factor = LETTER_SCALES.get(letter[1]!)!
  return { end: LETTER_SCALE.lastIndex, factor, value: tidy(value * factor) }
}

const sizeOf = (written: string) => {
  let factor = 1
  for (const char of written) factor *= HAN_TENS.get(char) ?? HAN_MYRIADS.get(char) ?? 1
  return factor
}

const HAN_REST =
  / ?零?(\d,\d{3}(?!,?\d)|\d{1,4})(?: ?([多余]?[十百千]?[万亿]|[十百千](?!米|克|瓦|卡|字节|比特|赫|帕|伏))|(?![\d.%万亿]|,\d))/y
/** Units behind a space: `3 万 8,000` and `3 万 8000` are one number where digits stand apart from characters; 2026 年 is a year. */
const HAN_APART = / (?:\d,\d{3}|\d{4}(?! ?年))(?![\d%])/y

/** A magnitude after digits with the lower parts that may follow, each smaller: 3万4000, 1亿2000万, 5万4千6百, 2千零30万. */
function readHanScale(folded: string, written: string, end: number, value: number): Scale {
  const factor = sizeOf(written)
  const scale: Scale = { end, factor, value: tidy(value * factor) }
  for (let least = factor; least > 1; ) {
    HAN_REST.lastIndex = scale.end
    const rest = HAN_REST.exec(folded)
    if (!rest || !(rest[2] || canEnd(folded, rest, factor))) return scale
    const digits = readValue(rest[1]!)
    const size = rest[2] ? sizeOf(rest[2]) : isSpoken(folded, rest, least) ? least / 10 : 1
    if (/^[多余]/.test(rest[2] ?? '')) scale.more = true
    const part = digits * size
    const isMyriad = size === 1e4 && factor < 1e4 && least < 1e4
    if (part >= least && !isMyriad) return scale
    scale.value = isMyriad ? tidy((scale.value + digits) * size) : scale.value + part
    scale.end = HAN_REST.lastIndex
    least = size
  }
  return scale
}

/** 2万3 is 23,000: a single digit behind a magnitude counts its tenths, as it is said. */
const isSpoken = (folded: string, rest: RegExpExecArray, least: number): boolean =>
  least >= 1e4 && /^[1-9]$/.test(rest[0]) && !/[a-z]/.test(folded[rest.index + 1] ?? '')

/** Whether a number may end with units that have no magnitude of their own. */
function canEnd(folded: string, rest: RegExpExecArray, factor: number): boolean {
  if (rest[0].includes('零')) return !rest[0].startsWith(' ')
  if (factor < 1e4) return false
  HAN_APART.lastIndex = rest.index
  return !rest[0].startsWith(' ') || (folded.charCodeAt(rest.index - 2) === 32 && HAN_APART.test(folded))
}
