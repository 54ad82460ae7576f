import { type Numeral, tidy } from './numeral.ts'
import { readNumeral } from './numerals.ts'
import { bare, level, type Quantity } from './quantity.ts'

/** 50元6角三分, `13 dollars and 45 cents`, `5 feet 2 inches`: smaller parts of the same unit behind it. */
export function withParts(folded: string, quantity: Quantity): Quantity {
  if (quantity.maxValue !== undefined || quantity.scaled) return quantity
  let { end, value } = quantity
  const months = quantity.detail === 'year' ? SENTENCED_MONTHS.exec(folded.slice(end, end + 5)) : null
  if (months && SENTENCED.test(folded.slice(Math.max(0, quantity.start - 8), quantity.start))) {
    const numeral = readNumeral(folded, end + months[1]!.length)
    if (numeral && numeral.value < 12)
      return { ...quantity, end: end + months[0].length, value: tidy(value + numeral.value / 12) }
  }
  for (const part of partsOf(quantity)) {
    part.gap.lastIndex = end
    const numeral = part.gap.test(folded) ? readNumeral(folded, part.gap.lastIndex) : undefined
    if (!numeral || numeral.scaled || numeral.value >= part.below) continue
    part.unit.lastIndex = numeral.end
    if (!part.unit.test(folded)) continue
    end = part.unit.lastIndex
    value = tidy(value + numeral.value * part.factor)
  }
  return end === quantity.end ? quantity : { ...quantity, end, value }
}

/** `3h 20m`, `2h17m`, `1h30`, `4m 12s`: hours, minutes and seconds by their letters. */
const CLOCK =
  /(?:(\d{1,3}) ?h(?:rs?)? ?(\d{1,2}) ?(?:m(?:ins?)?(?: ?(\d{1,2}) ?s(?:ecs?)?)?)?|(\d{1,3}) ?m(?:in)? ?(\d{1,2}) ?s(?:ecs?)?)(?![a-z\d%]|[.,]\d)/y

/** Whether a letter of hours or minutes stands behind a number, which `20m` has read as millions. */
export const opensClock = (folded: string, { end, scale }: Numeral): boolean =>
  scale === undefined ? isHour(folded.charCodeAt(end)) || isHour(folded.charCodeAt(end + 1)) : scale === 1e6

const isHour = (unit: number) => unit === 104 || unit === 109

/** The span of time that a whole number of hours or minutes begins, in its largest unit. */
export function readClock(folded: string, { start, end }: Numeral): Quantity | undefined {
  CLOCK.lastIndex = start
  const found = CLOCK.exec(folded)
  if (!found || CLOCK.lastIndex <= end) return undefined
  const [, hours, minutes, seconds, long, rest] = found
  const isLong = hours !== undefined
  const value = isLong
    ? Number(hours) + Number(minutes) / 60 + Number(seconds ?? 0) / 3600
    : Number(long) + Number(rest) / 60
  return level({
    ...bare({ start, end: CLOCK.lastIndex, value: tidy(value), form: 'digits', scaled: false }),
    unit: 'duration',
    detail: isLong ? 'hour' : 'minute',
    bare: false,
  })
}

/** 有期徒刑二年四月: years and months of a sentence, which no measure word parts. */
const SENTENCED_MONTHS = /^([ 又零]?)(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月/
const SENTENCED = /[刑囚役监禁狱]期?(?:共|合共)?\s?$/

const partsOf = ({ unit, detail }: Quantity): Part[] => {
  if (unit === 'money') return COIN_PARTS
  if (unit === 'duration') return TIME_PARTS[detail] ?? []
  if (detail === 'm') return METRES
  if (detail === 'lb') return OUNCES
  return detail === 'ft' ? INCHES : []
}

/** What joins a smaller unit, its name, how much of the main unit it is, and from where on it would be one itself. */
interface Part {
  gap: RegExp
  unit: RegExp
  factor: number
  below: number
}

const COIN_PARTS: Part[] = [
  // 9块9
  {
    gap: /(?<=块)(?=[1-9一二三四五六七八九](?![0-9.一二三四五六七八九十百千万]))/y,
    unit: /钱?(?![角毛分])(?=[,，。;、!?)”」\s的一]|包邮|$)/y,
    factor: 0.1,
    below: 10,
  },
  { gap: /[又零]?(?=[0-9一二三四五六七八九])/y, unit: /[角毛]/y, factor: 0.1, below: 10 },
  {
    gap: /[又零]?(?=[0-9一二三四五六七八九])/y,
    unit: /美分|分(?![之钟析别类享布])/y,
    factor: 0.01,
    below: 100,
  },
  { gap: /(?<=分)(?=[0-9一二三四五六七八九])/y, unit: /厘/y, factor: 0.001, below: 10 },
  { gap: /,? (?:and )?(?=[a-z0-9])/y, unit: /[ -](?:cents?|pence|p)(?![a-z])/y, factor: 0.01, below: 100 },
]

const OUNCES: Part[] = [
  { gap: / (?:and )?(?=\d)/y, unit: / ?(?:oz|ounces?)(?![a-z])/y, factor: 1 / 16, below: 16 },
]

const INCHES: Part[] = [
  { gap: / (?:and )?(?=[a-z0-9])/y, unit: /[ -]?(?:inch(?:es)?|in)(?![a-z])/y, factor: 1 / 12, below: 12 },
]

/** 一米四, 1米78: a height. */
const METRES: Part[] = [
  {
    gap: /(?<=米)(?=[1-9一二三四五六七八九](?![0-9一二三四五六七八九十百千万.个米%]))/y,
    unit: /(?=[,，。;、!?)”」\s的左以]|多|$)/y,
    factor: 0.1,
    below: 10,
  },
  {
    gap: /(?<=米)(?=[1-9][0-9](?![0-9.%]))/y,
    unit: /(?=[,，。;、!?)”」\s的左以]|多|$)/y,
    factor: 0.01,
    below: 100,
  },
]

const AND = /,? (?:and )?(?=[a-z0-9])/y
const AND_HAN = / ?[又零]?(?=[0-9一二两三四五六七八九十])/y
const timeParts = (han: RegExp, english: RegExp, below: number): Part[] => [
  { gap: AND_HAN, unit: han, factor: 1 / below, below },
  { gap: AND, unit: english, factor: 1 / below, below },
]
/** 1年6个月, 2小时40分, `2 hours and 40 minutes`: one span of time. */
const TIME_PARTS: Record<string, Part[]> = {
  year: timeParts(/ ?个月/y, / months?(?![a-z])/y, 12),
  week: timeParts(/ ?天/y, / days?(?![a-z])/y, 7),
  day: timeParts(/ ?个?小时/y, / hours?(?![a-z])/y, 24),
  hour: timeParts(/ ?分(?:钟|(?![之析别类享布数]))/y, / (?:minutes?|mins?)(?![a-z])/y, 60),
  minute: timeParts(/ ?秒/y, / (?:seconds?|secs?)(?![a-z])/y, 60),
}
