import { type Numeral, SCALES, tidy } from './numeral.ts'
import { readNumeral } from './numerals.ts'
import { readPlain } from './plain.ts'
import { bare, base, type Quantity } from './quantity.ts'
import { isYear } from './units-time.ts'

/** 百分之九十六, 三分之一, 百萬分之一, 百分之五到十. */
export function readShare(folded: string, numeral: Numeral): Quantity | undefined {
  const short = readShortShare(folded, numeral)
  if (short) return short
  if (!folded.startsWith('分之', numeral.end) || !(numeral.value > 0)) return undefined
  const isNegative = folded[numeral.end + 2] === '负'
  const top = readNumeral(folded, numeral.end + (isNegative ? 3 : 2))
  if (!top) return undefined
  const isPercent = numeral.value === 100
  const scale = (isPercent ? 1 : 1 / numeral.value) * (isNegative ? -1 : 1)
  const range = isPercent ? readUpper(folded, top) : undefined
  const max = range?.value ?? top.maxValue
  return {
    ...base(top, range?.end ?? top.end),
    start: numeral.start,
    value: top.value * scale,
    ...(max !== undefined && { maxValue: max * scale }),
    unit: isPercent ? 'percent' : 'fraction',
    detail: '',
  }
}

/** 三分一, 四分三: as Hong Kong says 三分之一. */
const SHORT = /分([一二三])(?![个位名次种般直样致定起切点类组步批块段钟])/y

function readShortShare(folded: string, numeral: Numeral): Quantity | undefined {
  if (numeral.form !== 'han' || numeral.value < 2 || numeral.value > 10) return undefined
  SHORT.lastIndex = numeral.end
  const top = SHORT.exec(folded)?.[1]
  const value = top ? ' 一二三'.indexOf(top) / numeral.value : 1
  return value < 1 ? { ...base(numeral, SHORT.lastIndex), value, unit: 'fraction', detail: '' } : undefined
}

function readUpper(folded: string, { end, value }: Numeral): Numeral | undefined {
  const joined = /[到至~-]/.test(folded[end] ?? '') ? readNumeral(folded, end + 1) : undefined
  return joined && joined.value > value && !/[%个]/.test(folded[joined.end] ?? '') ? joined : undefined
}

/** Words that begin with 成; 三成 before them is not thirty per cent. 两成分不清 is two tenths. */
const CHENG_WORDS =
  /^(?:[果长绩熟套效见形败天亿千]|为(?![男女未无非])|功(?![能课率])|立(?![法委])|员(?!工)|本(?![科地土国月周])|就(?![业医读诊学])|人(?![们士口认觉表]|力资|的)|年(?![轻龄级])|交(?![易通])|型(?!号)|群(?![众体])|品(?!牌)|文(?![章件字本化])|语(?![言音料文])|因(?!素)|像(?!素)|批(?![评发])|百(?!姓)|分(?!不[清出辨]|辨不|别[为是占来]))/

/** 只有两成人会核对: of people, not of adults, who would take a measure word; 一成人 may be one grown up. */
const isOfPeople = (folded: string, { start, value, form }: Numeral, at: number): boolean =>
  form === 'han' &&
  folded[at] === '人' &&
  (value > 1 || /[有仅约近逾只足过]$/.test(folded.slice(Math.max(0, start - 1), start)))

/** 七到八成: a range of tenths. */
function readTenthsRange(folded: string, low: Numeral): Quantity | undefined {
  if (!'到至-~、'.includes(folded[low.end] ?? '#') || low.value < 1 || low.value > 9) return undefined
  const high = readNumeral(folded, low.end + 1)
  if (!high || folded[high.end] !== '成' || high.value <= low.value || high.form !== low.form)
    return undefined
  const tenths = readTenths(folded, high)
  if (!tenths) return undefined
  return { ...tenths, start: low.start, value: low.value * 10, maxValue: tenths.value }
}

/** 九成, 九成六, 五六成, 七成半, 七到八成: tenths, given as percent. */
export function readTenths(folded: string, numeral: Numeral): Quantity | undefined {
  const range = readTenthsRange(folded, numeral)
  if (range) return range
  if (folded[numeral.end] !== '成' || numeral.value > 10 || numeral.value <= 0) return undefined
  let end = numeral.end + 1
  const digits = numeral.form === 'digits' ? HUNDREDTHS.exec(folded.slice(end, end + 5))?.[0] : undefined
  if (digits)
    return {
      ...base(numeral, end + digits.length),
      value: numeral.value * 10 + Number(digits),
      unit: 'percent',
      detail: '',
    }
  const next = folded[end] ?? ''
  const hundredths = readHundredths(folded, end)
  const digit = readNumeral(folded, end)
  let rest = 0
  if (hundredths !== undefined) [rest, end] = [hundredths, end + 2]
  else if (next === '半') [rest, end] = [5, end + 1]
  else if (digit && isHundredths(digit, end)) [rest, end] = [digit.value, digit.end]
  else if (CHENG_WORDS.test(folded.slice(end, end + 3)) && !isOfPeople(folded, numeral, end)) return undefined
  const upper = readUpperTenths(folded, numeral, end, numeral.value * 10 + rest)
  if (upper) return upper
  const more = '多余几'.includes(folded[end] ?? '#')
  const max = numeral.maxValue === undefined ? upperOf(numeral, digit, end) : numeral.maxValue * 10
  return {
    ...base(numeral, more ? end + 1 : end),
    value: tidy(numeral.value * 10 + rest),
    ...(max !== undefined && { maxValue: max }),
    ...(more && { inexact: 'more_than' as const }),
    unit: 'percent',
    detail: '',
  }
}

/** 6成5, 6成5民眾, `6 成 5 的`; 7成3個 and 7成2026 are another number. */
const HUNDREDTHS = /^ ?[1-9](?! ?[\d.%万亿千百倍个名位次款家间年月日天岁小种项件宗至到~-])/

/** 七成六, and 七成五六, which is one of two neighbours. */
const isHundredths = ({ form, value, maxValue, end }: Numeral, at: number): boolean =>
  form === 'han' && value >= 1 && value <= 9 && end === at + (maxValue === undefined ? 1 : 2)

/** 七成五六: up to 76. */
const upperOf = ({ value }: Numeral, digit: Numeral | undefined, end: number): number | undefined =>
  digit?.maxValue !== undefined && digit.end === end ? tidy(value * 10 + digit.maxValue) : undefined

const HAN_DIGITS = '零一二三四五六七八九'

/** 七成五三: behind the tenths the hundredths and a digit more, 5.3; 七成五六百 is no such share. */
function readHundredths(folded: string, at: number): number | undefined {
  const [first, second] = [HAN_DIGITS.indexOf(folded[at] ?? '#'), HAN_DIGITS.indexOf(folded[at + 1] ?? '#')]
  if (first < 0 || second < 0 || /[十百千万亿成个半]/.test(folded[at + 2] ?? '')) return undefined
  return second === first + 1 ? undefined : first + second / 10
}

/** 四成至四成五: a range of tenths, each with its 成; 由三成升到四成 and 从三成到四成 are changes. */
function readUpperTenths(folded: string, low: Numeral, end: number, value: number): Quantity | undefined {
  if (
    !'至到~-'.includes(folded[end] ?? '#') ||
    /[由从自]$/.test(folded.slice(Math.max(0, low.start - 1), low.start))
  )
    return undefined
  const numeral = readNumeral(folded, end + 1)
  const high = numeral && folded[numeral.end] === '成' ? readTenths(folded, numeral) : undefined
  return high && high.maxValue === undefined && high.value > value
    ? { ...high, start: low.start, value: tidy(value), maxValue: high.value }
    : undefined
}

/** 九折, 75折, 三八折: the share of the price that is left. */
export function readDiscount(folded: string, numeral: Numeral): Quantity | undefined {
  if (folded[numeral.end] !== '折' || /[磨扣射返叠腾断合线损中旧]/.test(folded[numeral.end + 1] ?? ''))
    return undefined
  if (!(numeral.value > 0) || numeral.value >= 100 || numeral.scaled) return undefined
  const value = numeral.value < 10 ? numeral.value * 10 : numeral.value
  return { ...base(numeral, numeral.end + 1), value: tidy(value), unit: 'percent', detail: '' }
}

/** 十一又十四分之一, `1 3/5`, `10 1/2 miles`: a whole number and a part. */
export function readMixed(folded: string, numeral: Numeral): Quantity | undefined {
  if (!Number.isInteger(numeral.value) || numeral.maxValue !== undefined) return undefined
  if (folded[numeral.end] === '又') return readMixedHan(folded, numeral)
  if (numeral.form !== 'digits' || numeral.scaled || isYear(numeral)) return undefined
  if (folded.charCodeAt(numeral.end) !== 32) return undefined
  SLASHED.lastIndex = numeral.end
  const part = SLASHED.exec(folded)
  if (!part || Number(part[1]) >= Number(part[2])) return undefined
  const value = numeral.value + Number(part[1]) / Number(part[2])
  const whole: Numeral = { ...numeral, end: SLASHED.lastIndex, value }
  SCALE.lastIndex = whole.end
  const scale = SCALES.get(SCALE.exec(folded)?.[1] ?? '')
  if (scale)
    return readPlain(
      folded,
      { ...whole, end: SCALE.lastIndex, value: value * scale, scaled: true },
      undefined,
    )
  return readPlain(folded, whole, undefined)
}

const SCALE = / (hundred|thousand|million|billion|trillion)(?![a-z])/y
const SLASHED = /[ ]{1,2}(\d{1,2})\/(\d{1,2})(?![\d/])/y

function readMixedHan(folded: string, numeral: Numeral): Quantity | undefined {
  const bottom = readNumeral(folded, numeral.end + 1)
  if (!bottom || !(bottom.value > 0) || !folded.startsWith('分之', bottom.end)) return undefined
  const top = readNumeral(folded, bottom.end + 2)
  if (!top) return undefined
  return { ...bare(numeral), end: top.end, value: numeral.value + top.value / bottom.value }
}
