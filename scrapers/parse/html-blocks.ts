import type { AnyNode, Element } from 'domhandler'
import type { BlockKind } from '../../src/core/extract/document.ts'
import { resolveUrl } from '../../src/core/text/url.ts'
import { findRaisedNotes, isNoteLink, readLowered, readRaised } from './html-raised.ts'
import { lazily } from './lazy.ts'
import { createWriter, type Writer } from './writer.ts'

const cheerio = lazily<typeof import('cheerio')>('cheerio')

/** Elements whose content is not text of the page. */
const SILENT = new Set(
  'audio base button canvas datalist dialog embed head iframe input link map math meta nav noembed noframes noscript object option param picture script select source style svg template textarea title track video'.split(
    ' ',
  ),
)

/** Elements that begin and end a block. */
const BLOCK = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

interface Place {
  kind: BlockKind
  level?: number
  base?: string | undefined
  /** Marks of notes that no link makes known. */
  notes: ReadonlySet<Element>
  /** Inside a table cell block ends are spaces, so that a row stays one line. */
  inCell?: boolean
}

/** Text and blocks of a fragment of HTML; nothing of its markup survives. */
export function htmlToBlocks(html: string, base?: string): ReturnType<Writer['finish']> {
  const writer = createWriter()
  writeHtml(writer, html, base)
  return writer.finish()
}

export function writeHtml(writer: Writer, html: string, base?: string, kind: BlockKind = 'paragraph'): void {
  const $ = cheerio().load(html, null, false)
  writeNodes(writer, $.root()[0]?.children ?? [], base, kind)
}

/** Walks parsed nodes in order; the one reader that articles, feeds and Markdown share. */
export function writeNodes(
  writer: Writer,
  nodes: AnyNode[],
  base?: string,
  kind: BlockKind = 'paragraph',
): void {
  const place: Place = { kind, base, notes: findRaisedNotes(nodes) }
  for (const node of nodes) writeNode(writer, node, place)
  writer.end(kind)
}

function writeNode(writer: Writer, node: AnyNode, place: Place): void {
  if (node.type === 'text') writer.write(node.data)
  else if (node.type === 'tag') writeElement(writer, node, place)
  else if (node.type === 'cdata' || node.type === 'root')
    for (const child of node.children) writeNode(writer, child, place)
}

function writeElement(writer: Writer, element: Element, place: Place): void {
  const name = element.name.toLowerCase()
  if (SILENT.has(name) || isHidden(element)) return
  if (name === 'br') writeBreak(writer, place)
  else if (name === 'sup')
    writeInstead(writer, element, place, readRaised(element, writer.tail(), place.notes))
  else if (name === 'sub') writeInstead(writer, element, place, readLowered(element, writer.tail()))
  else if (name === 'table' && !place.inCell) writeTable(writer, element, place)
  else if (name === 'a') writeLink(writer, element, place)
  else if (BLOCK.has(name)) writeBlock(writer, element, place, placeOf(name, place))
  else writeChildren(writer, element, place)
}

function writeBreak(writer: Writer, place: Place): void {
  if (place.inCell) writer.write(' ')
  else writer.end(place.kind, place.level)
}

function writeBlock(writer: Writer, element: Element, outer: Place, inner: Place): void {
  writeBreak(writer, outer)
  writeChildren(writer, element, inner)
  writeBreak(writer, inner)
}

function writeChildren(writer: Writer, element: Element, place: Place): void {
  const below = shownBelow(element)
  for (const child of element.children) {
    if (child === below) writeBreak(writer, place)
    writeNode(writer, child, place)
  }
}

/** Of two characters and more: one digit alone may be part of a name. */
const NUMBER = /^(?=.{2})[~≈<>+±]?(?:US|HK|NT)?[$€£¥]?\d[\d.,]{0,12}\s?[%‰+KMBkmb万萬亿億]?\+?$/
const LABEL = /^[\p{L}\s'’()（）-]{2,60}$/u

/**
 * `<div><b>96%</b><span>blackmail rate</span></div>`: the second of two elements that are a number and its label, in either
 * order, with not even a space between. A page shows them one below the other.
 */
function shownBelow({ name, children }: Element): AnyNode | undefined {
  if (children.length > 4 || HEADING.test(name)) return undefined
  const at = children.findIndex(({ type }) => type === 'tag')
  const [one, other] = [children[at], children[at + 1]]
  const isBlank = (child: AnyNode) => child.type === 'text' && child.data.trim() === ''
  if (!children.every((child) => child === one || child === other || isBlank(child))) return undefined
  const [first, second] = [ownText(one), ownText(other)]
  const isCard = NUMBER.test(first) ? LABEL.test(second) : LABEL.test(first) && NUMBER.test(second)
  return isCard ? other : undefined
}

/** The text of an element that holds nothing else. */
function ownText(node: AnyNode | undefined): string {
  const only = node?.type === 'tag' && node.children.length === 1 ? node.children[0] : undefined
  return only?.type === 'text' ? only.data.trim() : ''
}

/** Writes what stands for raised or lowered text, or the text itself where nothing has to. */
function writeInstead(writer: Writer, element: Element, place: Place, text: string | undefined): void {
  if (text === undefined) writeChildren(writer, element, place)
  else writer.write(text)
}

function writeLink(writer: Writer, element: Element, place: Place): void {
  if (isNoteLink(element, writer.tail())) return
  const url = resolveUrl(element.attribs['href'] ?? '', place.base)
  if (url) writer.openLink(url)
  writeChildren(writer, element, place)
  if (url) writer.closeLink()
}

const HEADING = /^h([1-6])$/

function placeOf(name: string, place: Place): Place {
  const heading = HEADING.exec(name)
  if (name === 'summary' && !place.inCell) return { ...place, kind: 'heading', level: 6 }
  if (heading) return { ...place, kind: 'heading', level: Number(heading[1]) }
  if (name === 'ul' || name === 'ol' || name === 'menu') {
    return { ...place, level: place.kind === 'list-item' ? (place.level ?? 1) + 1 : 1 }
  }
  if (name === 'li' || name === 'dd') return { ...place, kind: 'list-item', level: place.level ?? 1 }
  if (name === 'blockquote') return { ...place, kind: 'blockquote' }
  if (name === 'pre') return { ...place, kind: 'code' }
  if (name === 'figcaption') return { ...place, kind: 'caption' }
  return place
}

/** A table with one cell a row is layout; others keep each row on one line with ` | ` between the cells. */
function writeTable(writer: Writer, table: Element, place: Place): void {
  writer.end(place.kind, place.level)
  const rows = rowsOf(table)
  const isLayout = rows.every((row) => cellsOf(row).length <= 1) || rows.some(hasNestedBlocks)
  const grid = isLayout ? [] : gridOf(rows)
  for (const child of table.children) {
    if (child.type === 'tag' && child.name === 'caption') {
      writeChildren(writer, child, place)
      writer.end('caption')
    }
  }
  if (isLayout) for (const row of rows) for (const cell of cellsOf(row)) writeLayoutCell(writer, cell, place)
  else
    for (const [index, cells] of grid.entries())
      writeRow(writer, cells, place, index > 0 && index < grid.length - 1)
}

/** Rows and columns that a cell is read to span, whatever it asks for. */
const MOST_SPANNED = 60

/**
 * The cells of each row by column (https://html.spec.whatwg.org/#forming-a-table): one that spans several stands in the first
 * of them, and the others are empty, so that what stands below its head stays there.
 */
function gridOf(rows: Element[]): (Element | undefined)[][] {
  const grid: (Element | undefined)[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    let x = 0
    for (const cell of cellsOf(row)) {
      while (x in grid[y]!) x++
      const width = spanOf(cell, 'colspan')
      for (let down = 0; down < Math.min(spanOf(cell, 'rowspan'), rows.length - y); down++)
        for (let right = 0; right < width; right++)
          grid[y + down]![x + right] = down === 0 && right === 0 ? cell : undefined
      x += width
    }
  })
  return grid
}

const spanOf = (cell: Element, name: 'colspan' | 'rowspan'): number =>
  Math.min(MOST_SPANNED, Math.max(1, Number.parseInt(cell.attribs[name] ?? '', 10) || 1))

function writeLayoutCell(writer: Writer, cell: Element, place: Place): void {
  writeChildren(writer, cell, place)
  writer.end(place.kind, place.level)
}

/** Longest name of a group of rows, in UTF-16 units. */
const LONGEST_GROUP = 60

/** `isInside` says that rows stand above and below: then a lone cell may name those below. */
function writeRow(writer: Writer, row: (Element | undefined)[], place: Place, isInside: boolean): void {
  const filled = row.filter((cell) => cell !== undefined && hasText(cell))
  const cells = filled.length > 1 ? Array.from(row) : filled
  cells.forEach((cell, i) => {
    if (i > 0) writer.write(' | ')
    if (cell) writeChildren(writer, cell, { ...place, inCell: true })
  })
  if (cells.length < 2) {
    if (isInside && filled.length === 1 && isGroupName(textOf(filled[0]!))) writer.end('table-row')
    else writer.end(place.kind, place.level)
  } else writer.end(cells.every((cell) => (cell?.name ?? 'th') === 'th') ? 'table-head' : 'table-row')
}

const isGroupName = (text: string) => text.length <= LONGEST_GROUP && !/\d|[.。:：;；!！?？]\s*$/.test(text)

const textOf = (node: AnyNode): string =>
  node.type === 'text' ? node.data : node.type === 'tag' ? node.children.map(textOf).join('').trim() : ''

const hasText = (node: AnyNode): boolean =>
  node.type === 'text'
    ? node.data.trim() !== ''
    : node.type === 'tag' && !SILENT.has(node.name) && node.children.some(hasText)

const childElements = (element: Element) =>
  element.children.filter((child) => child.type === 'tag') as Element[]

function rowsOf(table: Element): Element[] {
  return childElements(table).flatMap((child) =>
    child.name === 'tr' ? [child] : /^(tbody|thead|tfoot)$/.test(child.name) ? rowsOf(child) : [],
  )
}

const cellsOf = (row: Element) =>
  childElements(row).filter((cell) => cell.name === 'td' || cell.name === 'th')

/** A cell that holds a table or several paragraphs is a column of the page, not a value. */
function hasNestedBlocks(row: Element): boolean {
  return cellsOf(row).some((cell) => {
    const inner = childElements(cell)
    return (
      inner.some((child) => child.name === 'table') || inner.filter((child) => child.name === 'p').length > 3
    )
  })
}

const isHidden = (element: Element) =>
  'hidden' in element.attribs ||
  element.attribs['aria-hidden'] === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.attribs['style'] ?? '')
