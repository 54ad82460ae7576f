/**
 * Reading numbers in any of our scripts: ASCII digits, Chinese numerals, English number words and their mixtures.
 * Input is text folded by `foldChars` (half-width, lower case, Simplified, same length), so offsets are the original's.
 */

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
  inexact?: 'about' | 'more_than'
  /** Written with a magnitude (万, 亿, million, k), so never a year or a list number. */
  scaled: boolean
  /** The magnitude after the digits, for a range whose first number leaves it out (3–5 million). */
  scale?: number
}

// biome-ignore format: a table reads by rows
const HAN_DIGITS = new Map(
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
const HAN_TENS = new Map(Object.entries({ 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }))
const HAN_MYRIADS = new Map(Object.entries({ 万: 1e4, 亿: 1e8, 兆: 1e12 }))
const HAN_FUSED = new Map(Object.entries({ 廿: 20, 卅: 30 }))

/** Fixed inexact expressions, longest first; the value is the lower bound of the words. */
const HAN_FIXED: [string, number][] = [
  ['成百上千', 100],
  ['成千上万', 1000],
  ['成千上百', 1000],
  ['百十', 100],
]

// biome-ignore format: a table reads by rows
const WORDS = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
)
// biome-ignore format: a table reads by rows
const SCALES = new Map(
  Object.entries({
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    mn: 1e6,
    bn: 1e9,
    tn: 1e12,
    lakh: 1e5,
    crore: 1e7,
    mln: 1e6,
    bln: 1e9,
  }),
)
/** Letters that multiply the digits before them; `m` and `b` also stand for metres and for a model's size, see units. */
const LETTER_SCALES = new Map(Object.entries({ k: 1e3, m: 1e6, b: 1e9, t: 1e12 }))

/** Where a number may begin: a digit, a Chinese numeral, or an English number word. */
const TRIGGER =
  /[0-9零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅]|[数几上成](?=[十百千万亿])|\.(?=\d)|(?<![a-z])(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety|tens|dozens|hundreds|thousands|millions|billions|trillions|(?:an?|half|several) (?:an? )?(?:dozen|hundred|thousand|million|billion|trillion))(?![a-z])/g

const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number) => code >= 97 && code <= 122
const isHanNumeral = (char: string) =>
  HAN_DIGITS.has(char) || HAN_TENS.has(char) || HAN_MYRIADS.has(char) || HAN_FUSED.has(char)

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
  return { start, end: at + match[0].length, value: tidy(value * factor), form: 'digits', scaled: true, inexact: 'more_than' }
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

/** 1.2 * 1e8 is 120000000, not 119999999.99999999. */
export const tidy = (value: number): number => Number(value.toPrecision(14))

/** `多`, `余`, `来` after a number say that it is more; the word may stand before the magnitude (十余万). */
function readMore(folded: string, at: number): number | undefined {
  const space = folded[at] === ' ' ? 1 : 0
  const char = folded[at + space]
  if (char !== '多' && char !== '余') return undefined
  const next = folded[at + space + 1] ?? ''
  // 多模态, 多语言, 余额, 余下 are words of their own; 100多种 is not.
  if (
    char === '多' &&
    /[模语少元样媒方边轮步云任头维次]/.test(next) &&
    !(next === '次' || next === '元' || next === '头')
  )
    return undefined
  if (char === '余' && /[额下生]/.test(next)) return undefined
  return at + space + 1
}

// ── Chinese numerals ────────────────────────────────────────────────────────────────────────────────────────────

function readHan(folded: string, at: number): Numeral | undefined {
  for (const [words, value] of HAN_FIXED)
    if (folded.startsWith(words, at))
      return { start: at, end: at + words.length, value, form: 'han', inexact: 'about', scaled: true }
  const vague = readVague(folded, at)
  if (vague) return vague
  if (!isHanNumeral(folded[at]!)) return undefined
  return readExactHan(folded, at)
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
  span: number | undefined
  more: boolean
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
    span: undefined,
    more: false,
  }
  let end = at
  for (; end < at + MAX_DIGITS; end++) {
    const char = folded[end]!
    if (char === '余' || char === '多' || char === '几') {
      if (!canBeMore(folded, end, state)) break
      state.more = true
      if (!HAN_MYRIADS.has(folded[end + 1]!)) {
        end++
        break
      }
    } else if (!step(state, char, folded, end)) break
  }
  const value = sum(state)
  const decimal = readHanDecimal(folded, end, state)
  if (decimal)
    return { start: at, end: decimal.end, value: value + decimal.value, form: 'han', scaled: state.scaled }
  return finish(state, at, end, value)
}

function finish(state: HanState, start: number, end: number, value: number): Numeral {
  const numeral: Numeral = { start, end, value, form: 'han', scaled: state.scaled }
  if (state.span !== undefined) numeral.maxValue = state.span
  if (state.more) numeral.inexact = 'more_than'
  return numeral
}

function canBeMore(folded: string, at: number, state: HanState): boolean {
  if (state.digit !== undefined) return false
  if (state.section === 0 && state.total === 0) return false
  return folded[at] === '几' ? state.section >= 10 || state.total > 0 : readMore(folded, at) !== undefined
}

/** Takes one numeral character; false when it cannot continue the number. */
function step(state: HanState, char: string, folded: string, at: number): boolean {
  const digit = HAN_DIGITS.get(char)
  if (digit === 0 && state.unit > 1 && state.digit === undefined) return (state.unit = 1) > 0
  if (digit !== undefined) return stepDigit(state, digit, folded, at)
  const fused = HAN_FUSED.get(char)
  if (fused !== undefined) return state.section === 0 && ((state.section = fused), true)
  const tens = HAN_TENS.get(char)
  if (tens !== undefined) return stepTens(state, tens)
  const myriad = HAN_MYRIADS.get(char)
  if (myriad === undefined) return false
  return stepMyriad(state, myriad)
}

function stepDigit(state: HanState, digit: number, folded: string, at: number): boolean {
  if (state.digit === undefined) {
    state.digit = digit
    state.run.push(digit)
    return true
  }
  // 五六百: two neighbouring digits with a unit, a measure or 成 behind are a range; 二〇二五 is a number read digit by digit.
  if (isPair(state, digit) && !HAN_DIGITS.has(folded[at + 1]!)) {
    const unit = HAN_TENS.get(folded[at + 1]!) ?? 1
    state.span = state.section + digit * unit
    return true
  }
  state.run.push(digit)
  state.digit = state.digit * 10 + digit
  return state.section === 0 && state.total === 0
}

const isPair = (state: HanState, digit: number) =>
  state.run.length === 1 &&
  state.span === undefined &&
  (digit === state.digit! + 1 || (state.digit === 3 && digit === 5)) &&
  state.digit! > 0

function stepTens(state: HanState, tens: number): boolean {
  state.section += (state.digit ?? 1) * tens
  state.scaled ||= tens >= 100
  closeUnit(state, tens)
  return true
}

/** 一万亿 multiplies what stands before it; 1亿2000万 adds to it. */
function stepMyriad(state: HanState, myriad: number): boolean {
  const below = state.section + (state.digit ?? 0)
  if (state.span !== undefined) state.span *= myriad
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
function sum(state: HanState): number {
  const isLower = state.run.length === 1 && state.unit >= 100
  return state.total + state.section + (state.digit ?? 0) * (isLower ? state.unit / 10 : 1)
}

/** 零点五, 三点一四. */
function readHanDecimal(
  folded: string,
  at: number,
  state: HanState,
): { value: number; end: number } | undefined {
  if (folded[at] !== '点' || state.more) return undefined
  let digits = ''
  let end = at + 1
  while (digits.length < 8 && HAN_DIGITS.has(folded[end]!)) digits += HAN_DIGITS.get(folded[end++]!)
  if (digits === '' || /[分钟十]/.test(folded[end] ?? '')) return undefined
  return { value: Number(`0.${digits}`), end }
}

// ── English number words ────────────────────────────────────────────────────────────────────────────────────────

const WORD = /[a-z]+/y
const JOIN = /[ \u00a0-]+(?:and[ \u00a0]+)?/y
const VAGUE_WORDS =
  /(?:(tens|dozens|hundreds|thousands|millions|billions|trillions)(?: of (thousands|millions|billions|trillions))?)(?![a-z])/y
const VAGUE = new Map(
  Object.entries({
    tens: 10,
    dozens: 12,
    hundreds: 100,
    thousands: 1e3,
    millions: 1e6,
    billions: 1e9,
    trillions: 1e12,
  }),
)

function wordAt(folded: string, at: number): string {
  WORD.lastIndex = at
  return WORD.exec(folded)?.[0] ?? ''
}

function readWords(folded: string, at: number): Numeral | undefined {
  VAGUE_WORDS.lastIndex = at
  const vague = VAGUE_WORDS.exec(folded)
  if (vague) {
    const value = VAGUE.get(vague[1]!)! * (vague[2] ? VAGUE.get(vague[2])! : 1)
    return { start: at, end: VAGUE_WORDS.lastIndex, value, form: 'word', inexact: 'about', scaled: true }
  }
  return readWordNumber(folded, at)
}

/** twenty-one, two hundred and fifty thousand, a dozen, half a million, a million. */
function readWordNumber(folded: string, start: number): Numeral | undefined {
  let [total, current, at, end, scaled] = [0, 0, start, start, false]
  let word = wordAt(folded, at)
  const leading =
    word === 'a' || word === 'an' ? 1 : word === 'half' ? 0.5 : word === 'several' ? 1 : undefined
  if (leading !== undefined) {
    const lead = readLead(folded, start, leading, word)
    if (lead) return lead
    return undefined
  }
  while (word !== '') {
    const unit = WORDS.get(word)
    const scale = word === 'dozen' ? 12 : SCALES.get(word)
    if (unit !== undefined && !(current % 100 > 0 && (current % 10 > 0 || unit >= 10))) current += unit
    else if (scale !== undefined && (current > 0 || total === 0)) {
      if (end === start) return undefined
      current = Math.max(current, 1) * scale
      scaled = true
      if (scale > 100) [total, current] = [total + current, 0]
    } else break
    end = at + word.length
    JOIN.lastIndex = end
    if (!JOIN.test(folded)) break
    at = JOIN.lastIndex
    word = wordAt(folded, at)
  }
  return end > start ? { start, end, value: total + current, form: 'word', scaled } : undefined
}

const LEAD = /(?:an?|half an?|half|several) (dozen|hundred|thousand|million|billion|trillion)(?![a-z])/y

function readLead(folded: string, start: number, factor: number, word: string): Numeral | undefined {
  LEAD.lastIndex = start
  const match = LEAD.exec(folded)
  if (!match) return undefined
  const scale = match[1] === 'dozen' ? 12 : SCALES.get(match[1]!)!
  const numeral: Numeral = { start, end: LEAD.lastIndex, value: factor * scale, form: 'word', scaled: true }
  if (word === 'several') numeral.inexact = 'about'
  return numeral
}
