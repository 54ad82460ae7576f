import type { Span } from '../text/sentences.ts'
import type { Block } from './document.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import type { Reading } from './reading.ts'

/** The cells of a table row, as spans without the white space around them; empty ones between bars count. */
export function splitCells(folded: string, row: Span): Span[] {
  const cells: Span[] = []
  let start = folded[row.start] === '|' ? row.start + 1 : row.start
  for (let at = start; at <= row.end; at++) {
    if (at < row.end && folded[at] !== '|') continue
    if (at < row.end || at > start) cells.push(trimmed(folded, start, at))
    start = at + 1
  }
  return cells
}

function trimmed(folded: string, from: number, to: number): Span {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(folded[start]!)) start++
  while (end > start && /\s/.test(folded[end - 1]!)) end--
  return { start, end }
}

const HAS_WORDS = /[a-z\u4e00-\u9fff]{2}/
const IS_NUMBER = /^[\s\d.,%~≈<>±+$€£¥-]*\d/

/** The first cell of a row when it names something: what the row's values are about. */
export function rowHead(folded: string, row: Span): Span | undefined {
  const head = splitCells(folded, row)[0]
  const words = head && folded.slice(head.start, head.end)
  return words && HAS_WORDS.test(words) && !IS_NUMBER.test(words) ? head : undefined
}

/** Rows above a cell in which its table's head is looked for. */
const ROWS_UP = 500

/** The head cell of the column in which an offset of a row stands, from the table's nearest head row above. */
export function columnHead(reading: Reading, row: Block, offset: number): Span | undefined {
  const { folded, blocks } = reading
  const own = reading.blockIndex(row)
  for (let at = own - 1; at >= Math.max(0, own - ROWS_UP) && blocks[at]!.kind.startsWith('table'); at--) {
    if (blocks[at]!.kind !== 'table-head') continue
    const index = splitCells(folded, row).findIndex((cell) => cell.start <= offset && offset <= cell.end)
    const head = splitCells(folded, blocks[at]!)[index]
    const words = head && folded.slice(head.start, head.end)
    return words && HAS_WORDS.test(words) && !IS_NUMBER.test(words) ? head : undefined
  }
  return undefined
}

/** `Accuracy (%)`, 財損（億元）, `Latency, ms`: the unit at the end of a head. */
const UNIT_NOTE = /(?:\((?:单位:)?([^()]{1,16})\)|, ([a-z%]{1,12}))\s?$/
const SYMBOL = /^(?:us|hk|nt)?[$€£¥]/

/** The unit that a cell takes from the head of its column, else of its row, as one of it (`value` is its factor). */
export function cellUnit(reading: Reading, row: Block, { start }: Span): Quantity | undefined {
  for (const head of [columnHead(reading, row, start), rowHead(reading.folded, row)]) {
    const note = head && UNIT_NOTE.exec(reading.folded.slice(head.start, head.end))
    const unit = note && unitOf((note[1] ?? note[2])!)
    if (unit) return unit
  }
  return undefined
}

function unitOf(words: string): Quantity | undefined {
  const symbol = SYMBOL.exec(words)?.[0] ?? ''
  const one = `${symbol}1${words.slice(symbol.length)}`
  const [quantity] = findQuantities(one)
  return quantity && !quantity.bare && quantity.start === 0 && quantity.end === one.length
    ? quantity
    : undefined
}
