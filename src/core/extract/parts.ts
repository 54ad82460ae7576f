import { tidy } from './numeral.ts'
import { readNumeral } from './numerals.ts'
import type { Quantity } from './quantity.ts'

/** 50元6角三分, `13 dollars and 45 cents`, `5 feet 2 inches`: smaller parts of the same unit behind it. */
export function withParts(folded: string, quantity: Quantity): Quantity {
  if (quantity.maxValue !== undefined || quantity.scaled) return quantity
  let { end, value } = quantity
  for (const part of quantity.unit === 'money' ? COIN_PARTS : quantity.detail === 'ft' ? INCHES : []) {
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

/** What joins a smaller unit, its name, how much of the main unit it is, and from where on it would be one itself. */
interface Part {
  gap: RegExp
  unit: RegExp
  factor: number
  below: number
}

const COIN_PARTS: Part[] = [
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
