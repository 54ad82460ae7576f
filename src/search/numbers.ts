/** A quantity in folded text and the one spelling that stands for all its forms. */
export interface NumberSpan {
  start: number
  end: number
  /** `96%` for 九成六, 百分之九十六, 96 per cent; `20pp`, `3x`, `1/3`, `120000000` for 1.2亿, `6month` for 六个月 and 6-month. */
  text: string
}

const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const HAN = '[零〇一二三四五六七八九十百千万亿两]+(?:点[零〇一二三四五六七八九]+)?'
const ONES: Record<string, number> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const TENS: Record<string, number> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 20 + 10 * index]),
)
const SCALES: Record<string, number> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  万亿: 1e12,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  bn: 1e9,
}
const PARTS: Record<string, number> = { half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, tenth: 10 }

const TENS_WORD = `(?:${Object.keys(TENS).join('|')})(?:[ -](?:${Object.keys(ONES).slice(1, 10).join('|')}))?`
const WORD = `${TENS_WORD}|${Object.keys(ONES).join('|')}`
const SCALE = 'hundred|thousand|million|billion|trillion|bn'
const TIME = String.raw`-?(?:minute|hour|day|week|month|year)s?\b`
const UNIT = String.raw`percentage points?|percent|per cent|pct|%(?![0-9a-z])|pp\b|times\b|-?fold\b|x\b|${TIME}`
/** 年代, 年级 and 年底 are no years that something takes. */
const HAN_TIME = '分钟|个?小时|天|周|个?星期|个月|年(?![代级底初中末份])'
const TIMES: Record<string, string> = {
  分钟: 'minute',
  小时: 'hour',
  天: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  年: 'year',
}
/** 2024年 is a year, and so may be 二〇二四年. */
const FIRST_YEAR = 1000

/** Led by a digit: 96%, 96 per cent, 1.2亿, 3成, 30 million, 1/3, 3 out of 10. */
const BY_DIGIT = new RegExp(
  String.raw`(?<![\d.%])(?<n>${DIGITS})(?:(?<part> ?/ ?| in | out of )(?<of>\d+)(?![\d/.%])|\s?(?<scale>万亿|[百千万亿]|(?:${SCALE})\b)?\s?(?<unit>个?百分点|成|倍|${HAN_TIME}|${UNIT})?)`,
  'g',
)
/** Led by a Han numeral, or 百分之 before a number of either kind. */
const BY_HAN = new RegExp(
  String.raw`(?<!\d)(?:(?<head>[百千])分之\s?(?<n1>${DIGITS}|${HAN})|(?<of>${HAN})分之(?<n2>${HAN})|(?<c1>[一二两三四五六七八九])成(?<c2>[一二三四五六七八九半])?(?![为功长立果本员就熟年交绩分不])|(?<n3>${HAN})(?<unit>个?百分点|倍|${HAN_TIME})?)`,
  'g',
)
/** Led by an English number word. */
const BY_WORD = new RegExp(
  String.raw`\b(?<n>${WORD})(?:(?: in | out of )(?<of>${WORD}|\d+)\b|[ -](?<denominator>half|third|quarter|fourth|fifth|tenth)s?\b|(?: (?<scale>${SCALE}))?(?:(?:\s|(?=-))?(?<unit>${UNIT}))?)`,
  'g',
)

/** Every quantity that can be written in more than one way, in order; plain digits are words already and are not listed. */
export function findNumbers(folded: string): NumberSpan[] {
  const spans: NumberSpan[] = []
  if (/\d/.test(folded)) spans.push(...byDigit(folded))
  if (/[零〇一二三四五六七八九十百千万亿两]/.test(folded)) spans.push(...byHan(folded))
  if (/[a-z]/.test(folded)) spans.push(...byWord(folded))
  return spans.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Digits without separators and without zeros that say nothing: `30,000` is `30000`, `96.0` is `96`. */
export function plainDigits(text: string): string {
  const digits = text.replaceAll(',', '')
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
}

function* byDigit(text: string): Generator<NumberSpan> {
  for (const match of text.matchAll(BY_DIGIT)) {
    const { n, part, of, scale, unit } = match.groups!
    const value = Number(n!.replaceAll(',', ''))
    if (part) yield span(match, `${value}/${of}`)
    else if (unit === '成') yield span(match, format(value * 10, '%'))
    else if ((scale || unit) && !isYear(value, unit))
      yield span(match, format(value * (SCALES[scale ?? ''] ?? 1), unit))
  }
}

const isYear = (value: number, unit: string | undefined) => unit === '年' && value >= FIRST_YEAR

function* byHan(text: string): Generator<NumberSpan> {
  for (const match of text.matchAll(BY_HAN)) {
    const { head, n1, of, n2, c1, c2, n3, unit } = match.groups!
    if (n1) yield span(match, format(parseEither(n1), head === '百' ? '%' : '‰'))
    else if (of && n2) yield span(match, `${parseHan(n2)}/${parseHan(of)}`)
    else if (c1) yield span(match, format(parseHan(c1) * 10 + (c2 === '半' ? 5 : c2 ? parseHan(c2) : 0), '%'))
    else if (n3 && isYear(parseHan(n3), unit))
      yield { start: match.index, end: match.index + n3.length, text: format(parseHan(n3), undefined) }
    else if (n3 && (unit || n3.length > 1) && !IDIOMS.has(n3)) yield span(match, format(parseHan(n3), unit))
  }
}

/** Adverbs and pairs of digits that are words, not numbers. */
const IDIOMS = new Set(['万一', '千万', '万万', '一一'])

function* byWord(text: string): Generator<NumberSpan> {
  for (const match of text.matchAll(BY_WORD)) {
    const { n, of, denominator, scale, unit } = match.groups!
    const value = parseWord(n!)
    if (of) yield span(match, `${value}/${/\d/.test(of) ? of : parseWord(of)}`)
    else if (denominator) yield span(match, `${value}/${PARTS[denominator]}`)
    else if (scale || unit) yield span(match, format(value * (SCALES[scale ?? ''] ?? 1), unit))
    else if (value >= 20) yield span(match, format(value, undefined))
  }
}

const span = (match: RegExpExecArray, text: string): NumberSpan => ({
  start: match.index,
  end: match.index + match[0].trimEnd().length,
  text,
})

function format(value: number, unit: string | undefined): string {
  // Twelve digits are more than any text states; without rounding 0.07 * 100 would not be 7.
  return `${Number(value.toPrecision(12))}${unitSign(unit)}`
}

function unitSign(unit: string | undefined): string {
  if (unit === undefined) return ''
  if (unit === '‰') return unit
  if (/百分点|points?$|^pp$/.test(unit)) return 'pp'
  if (/倍|times|fold|^x$/.test(unit)) return 'x'
  const time = unit.replace(/^个|^-|s$/g, '')
  return TIMES[time] ?? (new RegExp(`^${TIME}$`).test(time) ? time : '%')
}

const parseEither = (text: string) => (/^\d/.test(text) ? Number(text.replaceAll(',', '')) : parseHan(text))

function parseWord(text: string): number {
  return text.split(/[ -]/).reduce((sum, word) => sum + (TENS[word] ?? ONES[word] ?? 0), 0)
}

const HAN_DIGITS = '零一二三四五六七八九'

/** 三千五百 is 3500, 二〇二四 is 2024 (read digit by digit), 三点五 is 3.5, 一百二十万 is 1200000. */
export function parseHan(text: string): number {
  const [whole = '', decimals] = text.replaceAll('两', '二').replaceAll('〇', '零').split('点')
  const fraction = decimals === undefined ? 0 : Number(`0.${digitsOf(decimals)}`)
  if (!/[十百千万亿]/.test(whole)) return Number(digitsOf(whole)) + fraction
  return parseSections(whole) + fraction
}

const digitsOf = (text: string) => [...text].map((char) => HAN_DIGITS.indexOf(char)).join('')

function parseSections(text: string): number {
  for (const [sign, scale] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(sign)
    if (at >= 0)
      return (at === 0 ? 1 : parseSections(text.slice(0, at))) * scale + parseSections(text.slice(at + 1))
  }
  let sum = 0
  let digit = 0
  for (const char of text) {
    const scale = { 十: 10, 百: 100, 千: 1000 }[char]
    if (scale === undefined) digit = HAN_DIGITS.indexOf(char)
    else sum += (digit || 1) * scale
    if (scale !== undefined) digit = 0
  }
  return sum + digit
}
