/** Tables of plain text whose columns are parted by tabs, runs of spaces or ideographic spaces, without bars. */

const GAP = /[ \u00a0]*(?:\t|\u3000|[ \u00a0]{2})[\s]*/
const HAS_GAP = /\S(?:[ \u00a0]*\t|[ \u00a0]*\u3000|[ \u00a0]{2})/
/** A line drawn between rows. */
const DRAWN = /^\s*[-=_─━═]{3}[-=_─━═\s]*$/
/** Longest row, in UTF-16 units. */
const LONGEST_ROW = 400
/** Longest cell, in UTF-16 units: longer ones are sentences. */
const LONGEST_CELL = 48
const VALUE = /^[*_]{0,2}[~≈<>≤≥±+(-]?\s?(?:us|hk|nt|rmb)?[$€£¥]?\s?\d/i
const YEAR = /^(?:19|20)\d\d(?:年度?|[-/–]\d{2,4})?$/
/** Ends of sentences, of labels, and of speakers before what they say; bars that are drawn for a value. */
const NO_CELL = /^[▁-▐░▒▓■□▪▬●○─━]+$|[。.!?！？:：,，;；、]$|^[-*+•]$/

export interface Row {
  cells: string[]
  isHead: boolean
}

/** The rows of the table that begins with a line, and the first line behind it; undefined where there is none. */
export function readColumns(lines: readonly string[], from: number): { rows: Row[]; to: number } | undefined {
  const first = cellsOf(lines[from] ?? '')
  if (!first) return undefined
  const isHead = !first.some(isValue)
  if (!isHead && !isRow(first)) return undefined
  const rows: Row[] = [{ cells: first, isHead }]
  let to = from + 1
  for (; to < lines.length; to++) {
    const cells = cellsOf(lines[to]!)
    if (cells?.length === first.length && isRow(cells)) rows.push({ cells, isHead: false })
    else if (!DRAWN.test(lines[to]!)) break
  }
  return rows.length > 1 ? { rows, to } : undefined
}

const isValue = (cell: string) => VALUE.test(cell)

/** Begins with what its values are of. */
const isRow = (cells: string[]) =>
  (!isValue(cells[0]!) || YEAR.test(cells[0]!)) && cells.slice(1).some(isValue)

function cellsOf(line: string): string[] | undefined {
  if (line.length > LONGEST_ROW || !HAS_GAP.test(line) || line.includes('|')) return undefined
  const cells = line.trim().split(GAP)
  const are = cells.every(
    (cell) => cell.length > 0 && cell.length <= LONGEST_CELL && (isValue(cell) || !NO_CELL.test(cell)),
  )
  return are && cells.length > 1 ? cells : undefined
}
