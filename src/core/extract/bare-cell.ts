import type { Place, Read } from './bare.ts'
import { cellUnit, columnHead, isDateCell, rowHead } from './cells.ts'
import type { Block } from './document.ts'
import { tidy } from './numeral.ts'
import { isYearLike, type Quantity, withUnit } from './quantity.ts'
import type { Reading } from './reading.ts'

/** A cell of a table that holds nothing but numbers, or begins with one. */
export function readCell({ reading, quantity, block }: Place): Read {
  if (block?.kind !== 'table-row' && block?.kind !== 'table-head') return undefined
  const { folded } = reading
  if (isYearLike(quantity) && block.kind === 'table-head') return undefined
  const left = folded.slice(block.start, quantity.start)
  const right = folded.slice(quantity.end, block.end)
  const starts = /(?:^|\|)\s*[*_~≈<>±+-]{0,3}\s*$/.test(left)
  const follows = /\)\s$/.test(left) || /^\s*[*_↑↓†‡§]{0,3}\s*(?:\(|$|\|)/.test(right)
  if (!starts && !follows) return undefined
  if (!starts && NAMED.test(left)) return undefined
  // | 1996梦想演唱会 |
  if (isYearLike(quantity) && /^ ?[a-z\u4e00-\u9fff]/.test(right)) return undefined
  const isFirst = /^\s*\|?\s*$/.test(left)
  if (
    isFirst &&
    !quantity.scaled &&
    quantity.value < 100 &&
    /^\s*\|/.test(right) &&
    !/^\s*\|\s*[\d.,]+\s*\|/.test(right)
  )
    return undefined
  if (isYearLike(quantity) && isDateCell(reading, block, quantity)) return undefined
  const unit = cellUnit(reading, block, quantity)
  if (unit) return { quantity: scale(quantity, unit) }
  if (quantity.value >= COMPUTE && Number.isInteger(Math.log10(quantity.value)))
    return { quantity: withUnit(quantity, 'other') }
  const isDecimal = folded.slice(quantity.start, quantity.end).includes('.')
  if (isDecimal && isShareCell(reading, block, quantity)) return { quantity: withUnit(quantity, 'percent') }
  return {
    quantity: withUnit(quantity, Number.isInteger(quantity.value) && !isDecimal ? 'count' : 'score'),
  }
}

/** A decimal below `Refusal rate`: a share of a hundred, when it is none of one. */
const RATE = /(?<![a-z])(?:rates?|share|percentages?|asr)(?![a-z])/

const isShareCell = (reading: Reading, row: Block, quantity: Quantity): boolean =>
  quantity.value > 1 &&
  quantity.value <= 100 &&
  [columnHead(reading, row, quantity.start), rowHead(reading, row)].some(
    (head) => head !== undefined && RATE.test(reading.folded.slice(head.start, head.end)),
  )

/** | 看见你的声音5 |, `| Project 1 |`: the last part of a name, where nothing says how many. */
const NAMED =
  /(?:[\u4e00-\u9fff]|[a-z]{2} )(?<![约近超过逾共达为是有仅至到计总数余足破]|(?:about|around|over|than|to|at|of|is|was|only|nearly|almost|least|most|total|and|or|score|scored) )$/

/** A number in the unit that its head gives: 8.1 below 財損（億元） is 810 million. */
const scale = (quantity: Quantity, { unit, detail, value }: Quantity): Quantity => ({
  ...withUnit(quantity, unit, detail),
  value: tidy(quantity.value * value),
  ...(quantity.maxValue !== undefined && { maxValue: tidy(quantity.maxValue * value) }),
})

/** From here on a power of ten counts operations. */
export const COMPUTE = 1e20
