import { findNotes, type Raised, raise, readSub } from './raised.ts'

/** A run of characters of one font and size on a page, as the reader of PDFs gives it. */
export interface PdfItem {
  str: string
  /** Height of its base line above the foot of the page, in points. */
  y: number
  /** In points. */
  fontSize: number
  hasEOL: boolean
}

/** A piece of a line; `raised` where it stands above the line as an exponent or a mark does. */
interface Piece {
  text: string
  hasEOL: boolean
  raised?: Raised
}

/** The text of each page, a line of the layout on a line of its own; raised digits are raised, marks of notes left out. */
export function readPdfPages(pages: PdfItem[][]): string[] {
  const read = pages.map((items) => splitLines(items).flatMap((line) => readLine(line.map(withIdeographs))))
  const notes = findNotes(read.flat().flatMap(({ raised }) => raised ?? []))
  const write = ({ text, hasEOL, raised }: Piece) =>
    (raised && notes.has(raised) ? text.replace(/\S+/, '') : text) + (hasEOL ? '\n' : '')
  return read.map((pieces) => pieces.map(write).join(''))
}

function splitLines(items: PdfItem[]): PdfItem[][] {
  const lines: PdfItem[][] = [[]]
  for (const item of items) {
    lines.at(-1)!.push(item)
    if (item.hasEOL) lines.push([])
  }
  return lines
}

/** What stands on the line itself beside an item: the larger text before it, or behind it at the beginning of a line. */
function findBase(line: PdfItem[], at: number): PdfItem | undefined {
  const isLarger = ({ str, fontSize }: PdfItem) => str.trim() !== '' && fontSize > line[at]!.fontSize
  return line.slice(0, at).findLast(isLarger) ?? line.slice(at + 1).find(isLarger)
}

/**
 * Radicals that are drawn like whole characters, and those characters: where a font draws both by one shape, as Noto and Source Han
 * do, a browser's PDF names the radical. Kangxi radicals (U+2F00 on) have theirs by Unicode's NFKC; these by
 * EquivalentUnifiedIdeograph.txt, each seen in a PDF that Chromium printed.
 */
const RADICALS = new Map(
  '⺎兀⺐尢⺒巳⺓幺⺟母⺠民⻁虎⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
    .match(/../gu)!
    .map(([radical, character]) => [radical!, character!]),
)

/** The page shows the character, and the publisher wrote it: 用 and not ⽤, which no reader would find. */
const withIdeographs = (item: PdfItem): PdfItem => ({
  ...item,
  str: item.str.replace(/[\u2e80-\u2fd5]/g, (char) => RADICALS.get(char) ?? char.normalize('NFKC')),
})

/** Shares of the line's font size by which raised and lowered text is shifted: TeX .36, browsers .40 and .26. */
const LEAST_SHIFT = 0.1
const MOST_SHIFT = 0.8

function readLine(line: PdfItem[]): Piece[] {
  let before = ''
  return line.map((item, at) => {
    const base = findBase(line, at)
    const shift = base ? (item.y - base.y) / base.fontSize : 0
    const piece = readPiece(item, Math.abs(shift) > MOST_SHIFT ? 0 : shift, before)
    before = `${before}${piece.text}`.slice(-8)
    return piece
  })
}

function readPiece({ str, hasEOL }: PdfItem, shift: number, before: string): Piece {
  const text = str.trim()
  // What a space parts from the text before joins no number.
  const isPlain = text === '' || Math.abs(shift) < LEAST_SHIFT || /\s$/.test(before)
  if (isPlain) return { text: str, hasEOL }
  const written = shift < 0 ? readSub(text, before) : raise(text)
  if (written === undefined) return { text: str, hasEOL }
  if (shift < 0) return { text: str.replace(text, written), hasEOL }
  // At the beginning of a line it is the name of a note, and no mark of one.
  return { text: str.replace(text, written), hasEOL, ...(before !== '' && { raised: { text, before } }) }
}
