import type { Span } from '../text/sentences.ts'
import { charSet, SPACES } from './char-set.ts'
import type { Block } from './document.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import type { Reading } from './reading.ts'

/** The cells of a table row, as spans without the white space around them; empty ones between bars count. */
export function splitCells(reading: Reading, row: Block): Span[] {
  const { folded } = reading
  const cells: Span[] = []
  let start = row.start
  if (folded[start] === '|' && isBarred(reading, row)) start++
  for (let at = start; at <= row.end; at++) {
    if (at < row.end && folded[at] !== '|') continue
    if (at < row.end || at > start) cells.push(trimmed(folded, start, at))
    start = at + 1
  }
  return cells
}

/** By row, whether all rows of its table begin with a bar: then it is the table's edge, else the first cell is empty. */
const barred = new WeakMap<Block, boolean>()

function isBarred({ blocks, blockIndex, folded }: Reading, row: Block): boolean {
  const known = barred.get(row)
  if (known !== undefined) return known
  const own = blockIndex(row)
  const table = [row]
  for (let at = own - 1; blocks[at]?.kind.startsWith('table'); at--) table.push(blocks[at]!)
  for (let at = own + 1; blocks[at]?.kind.startsWith('table'); at++) table.push(blocks[at]!)
  const are = table.every(({ start }) => folded[start] === '|')
  for (const one of table) barred.set(one, are)
  return are
}

/** What stands around the words of a cell: `ASR ↓` says which way is better. */
const SPACE = charSet(`${SPACES}↑↓`)

function trimmed(folded: string, from: number, to: number): Span {
  let [start, end] = [from, to]
  while (start < end && SPACE[folded.charCodeAt(start)] === 1) start++
  while (end > start && SPACE[folded.charCodeAt(end - 1)] === 1) end--
  return { start, end }
}

const HAS_WORDS = /[a-z\u4e00-\u9fff]{2}/
const IS_NUMBER = /^[\s\d.,%~≈<>±+$€£¥-]*\d/

/** `| 1 | Claude Opus 4 |`: the number of a row, and how far from its start it may stand. */
const IS_RANK = /^\d{1,2}\.?$/
const RANK_AT = 3

/** The cell before a row's first number that names what its values are about: a model if one does, else the first. */
export function rowHead(reading: Reading, row: Block): Span | undefined {
  const heads: Span[] = []
  for (const cell of splitCells(reading, row)) {
    const words = reading.folded.slice(cell.start, cell.end)
    if (IS_RANK.test(words) && cell.start - row.start <= RANK_AT) continue
    if (IS_NUMBER.test(words)) break
    if (LABEL.test(words)) continue
    if (HAS_WORDS.test(words)) heads.push(cell)
  }
  const isModel = ({ start, end }: Span) =>
    reading.entitiesIn(start, end).some(({ kind }) => kind === 'model')
  return heads.find(isModel) ?? heads[0]
}

/** `refusal rate: 12%` in a cell: it says itself what its value is. */
const LABEL = /^([^:]{2,40}):[\s~≈<>±+$€£¥-]*\d/

/** The label within the cell that holds an offset, where there is one before it. */
export function cellLabel(reading: Reading, row: Block, offset: number): Span | undefined {
  const cell = splitCells(reading, row).find(({ start, end }) => start <= offset && offset <= end)
  const label = cell && LABEL.exec(reading.folded.slice(cell.start, cell.end))
  return label && label[0].length > offset - cell.start
    ? { start: cell.start, end: cell.start + label[1]!.length }
    : undefined
}

/** `96% | blackmail rate of Claude Opus 4`: the cell behind a value that begins its row, where it holds words. */
export function cellBehind(reading: Reading, row: Block, offset: number): Span | undefined {
  const [first, second] = splitCells(reading, row)
  if (!first || !second || offset > first.end) return undefined
  if (IS_RANK.test(reading.folded.slice(first.start, first.end))) return undefined
  const words = reading.folded.slice(second.start, second.end)
  return HAS_WORDS.test(words) && !IS_NUMBER.test(words) ? second : undefined
}

/** Rows above one in which the name of its group is looked for. */
const GROUP_ROWS = 40

/** `Claude Opus 4` alone in a row above `Default | 71%`: whom a group of rows is about. */
export function rowGroup(reading: Reading, row: Block): Span | undefined {
  const { blocks, blockIndex, entitiesIn } = reading
  const own = blockIndex(row)
  for (let at = own - 1; at >= Math.max(0, own - GROUP_ROWS) && blocks[at]!.kind === 'table-row'; at--) {
    const filled = splitCells(reading, blocks[at]!).filter(({ start, end }) => end > start)
    if (filled.length !== 1) continue
    const { start, end } = filled[0]!
    return entitiesIn(start, end).find((one) => one.end - one.start >= end - start - EMPHASIS)
  }
  return undefined
}

/** Units of the marks that may stand around a name. */
const EMPHASIS = 4

/** Rows above a cell in which its table's head is looked for. */
const ROWS_UP = 500

/** Heads that only say that a value stands below. */
const SAYS_NOTHING =
  /^(?:内容|数值|数字|数据|详情|说明|备注|值|values?|details?|description|figures?|numbers?|notes?|remarks?)$/

/** The head cell of the column in which an offset of a row stands, from the table's nearest head row above. */
export function columnHead(reading: Reading, row: Block, offset: number): Span | undefined {
  const head = headRow(reading, row)
  const cell = head && splitCells(reading, head)[cellIndex(reading, row, offset)]
  return cell && isHead(reading, cell) ? cell : undefined
}

const cellIndex = (reading: Reading, row: Block, offset: number): number =>
  splitCells(reading, row).findIndex((cell) => cell.start <= offset && offset <= cell.end)

function isHead({ folded }: Reading, { start, end }: Span): boolean {
  const words = folded.slice(start, end)
  return HAS_WORDS.test(words) && !IS_NUMBER.test(words) && !SAYS_NOTHING.test(words)
}

/** The head of several columns, in the head row above the nearest one: it stands in the first of them. */
export function groupHead(reading: Reading, row: Block, offset: number): Span | undefined {
  const head = headRow(reading, row)
  const above = head && reading.blocks[reading.blockIndex(head) - 1]
  if (above?.kind !== 'table-head') return undefined
  const cells = splitCells(reading, above).slice(0, cellIndex(reading, row, offset) + 1)
  const group = cells.slice(1).findLast(({ start, end }) => end > start)
  return group && isHead(reading, group) ? group : undefined
}

/** The heads of the columns of a row's table; the first stands above the heads of the rows. */
export function headCells(reading: Reading, row: Block): Span[] {
  const head = headRow(reading, row)
  return head ? splitCells(reading, head) : []
}

/** The nearest head row above; without one, the table's first row when it has no number. */
function headRow({ blocks, blockIndex, folded }: Reading, row: Block): Block | undefined {
  const own = blockIndex(row)
  let at = own - 1
  for (; at >= Math.max(0, own - ROWS_UP) && blocks[at]!.kind.startsWith('table'); at--)
    if (blocks[at]!.kind === 'table-head') return blocks[at]
  const first = blocks[at + 1]!
  return at + 1 < own && !/\d[\d.,]*\s?%|\|\s*\d/.test(folded.slice(first.start, first.end))
    ? first
    : undefined
}

/** `Accuracy (%)`, 財損（億元）, `Latency, ms`: the unit at the end of a head. */
const UNIT_NOTE = /(?:\((?:单位:)?([^()]{1,16})\)|, ([a-z%]{1,12}))\s?$/
const SYMBOL = /^(?:us|hk|nt)?[$€£¥]/

/** The unit that a cell takes from the head of its column, else of its row, as one of it (`value` is its factor). */
export function cellUnit(reading: Reading, row: Block, { start }: Span): Quantity | undefined {
  for (const head of [columnHead(reading, row, start), rowHead(reading, row)]) {
    const note = head && UNIT_NOTE.exec(reading.folded.slice(head.start, head.end))
    const unit = note && unitOf((note[1] ?? note[2])!)
    if (unit) return unit
  }
  const column = headCells(reading, row)[cellIndex(reading, row, start)]
  return column && countsItems(reading, column) ? undefined : shareAbove(reading, row)
}

/** `Attack success rate (%) by model`: what all cells of a table are, where the line above it says so. */
const IN_PERCENT = /\((?:in )?%\)|(?<![a-z])in (?:%|percent(?:age)?s?)(?![a-z])|(?:单位: ?%|百分比)/
/** Heads of columns that say how many, whatever the line above the table says. */
const COUNTS =
  /^(?:n|#|n[or]\.?|number|counts?|samples?|sizes?|prompts?|tokens?|params?|parameters|runs|tasks|items|样本|数量|参数)(?![a-z])/
/** Whether a head says that numbers below it are counts. */
export const countsItems = ({ folded }: Reading, { start, end }: Span): boolean =>
  COUNTS.test(folded.slice(start, end))

const LONGEST_CAPTION = 240
/** By first block of a table, the percent that the line above gives to its cells. */
const shares = new WeakMap<Block, Quantity | null>()

function shareAbove({ blocks, blockIndex, folded }: Reading, row: Block): Quantity | undefined {
  let at = blockIndex(row)
  const least = Math.max(0, at - ROWS_UP)
  while (at > least && blocks[at - 1]!.kind.startsWith('table')) at--
  const first = blocks[at]!
  let known = shares.get(first)
  if (known === undefined) {
    const above = blocks[at - 1]
    const words = above ? folded.slice(above.start, Math.min(above.end, above.start + LONGEST_CAPTION)) : ''
    shares.set(first, (known = IN_PERCENT.test(words) ? (unitOf('%') ?? null) : null))
  }
  return known ?? undefined
}

const DATES =
  /^(?:founded|established|launch(?:ed)?|released?|since|year|date|born|opened)(?: (?:in|date|year))?$|^(?:成立|创立|创办|发布|上线|出生)(?:于|时间|日期|年份?)?$|^(?:年份?|年度|时间|日期)$/

/** `Founded | 2021`: a cell whose head says that it dates. */
export const isDateCell = (reading: Reading, row: Block, { start }: Span): boolean =>
  [columnHead(reading, row, start), rowHead(reading, row)].some(
    (head) => head !== undefined && DATES.test(reading.folded.slice(head.start, head.end)),
  )

function unitOf(words: string): Quantity | undefined {
  const symbol = SYMBOL.exec(words)?.[0] ?? ''
  const one = `${symbol}1${words.slice(symbol.length)}`
  const [quantity] = findQuantities(one)
  return quantity && !quantity.bare && quantity.start === 0 && quantity.end === one.length
    ? quantity
    : undefined
}
