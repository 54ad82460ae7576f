import { tidy } from './numeral.ts'
import { readNumeral } from './numerals.ts'
import type { Quantity } from './quantity.ts'

/** 50元6角三分, `13 dollars and 45 cents`, `5 feet 2 inches`: smaller parts of the same unit behind it. */
export function withParts(folded: string, quantity: Quantity): Quantity {
  if (quantity.maxValue !== undefined || quantity.scaled) return quantity
  let { end, value } = quantity
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

const partsOf = ({ unit, detail }: Quantity): Part[] => {
  if (unit === 'money') return COIN_PARTS
  if (unit === 'duration') return TIME_PARTS[detail] ?? []
  if (detail === 'm') return METRES
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
    gap: /(?<=块)(?=[1-9](?![0-9.]))/y,
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
  { gap: /,? (?:and )?(?=[a-z0-9])/y, unit: /[ -](?:cents?|pence|p)(?![a-z])/y, factor: 0.01, below: 100 },
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
