import type { Block, BlockKind } from '../extract/document.ts'

/** A line without its line break; `start` and `end` are offsets into the text. */
interface Line {
  start: number
  end: number
}

/** What the marks at the start of a line say it is; `start` is where its words begin. */
interface Marked {
  kind: BlockKind
  start: number
  level?: number
}

const HEADING = /^(#{1,6})[ \t]+/
const LIST_ITEM =
  /^(?:[-*+•·●▪◦‣–][ \t]+|\d{1,3}[.)、．][ \t]*(?=\D)|[（(]\d{1,2}[)）][ \t]*|[（(]?[一二三四五六七八九十]{1,3}[)）、][ \t]*|[①-⑳][ \t]*)/
const BLOCKQUOTE = /^(?:>[ \t]?)+/
const FOOTNOTE = /^\[\^[^\]\s]{1,20}\]:[ \t]*/
const FENCE = /^(?:```|~~~)/
const RULE = /^(?:[-*_=—][ \t]*){3,}$/
const TABLE_RULE = /^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$/
/** `腾讯新闻《潜望》：`, `**Q:**`, `作者: Xudong Pan`: a line that names who speaks or what follows starts its own block. */
const LABEL = /^[*_]{0,2}[^：:，,。.!?！？;；\n]{1,24}[：:]/
const BOLD_LINE = /^(\*\*|__)[^*_\n]{1,60}\1$/
const TERMINAL = /[。！？!?.…：:；;”"」』）)*_|]$/

/** Longest line width at which a mail or html2text wrapper breaks. */
const LONGEST_WRAP = 120

/** Blocks of a text whose parser gave none, from its lines: headings, list items, table rows, quotes, paragraphs. */
export function splitBlocks(text: string): Block[] {
  const lines = splitLines(text)
  const isWrapped = buildWrapTest(text, lines)
  const blocks: Block[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index]!
    const words = text.slice(line.start, line.end)
    if (words === '' || isRule(words)) index++
    else if (isFence(words)) index = addCode(text, lines, index, blocks)
    else if (words.includes('|') && isTable(text, lines, index)) index = addTable(text, lines, index, blocks)
    else index = addLines(text, lines, index, blocks, isWrapped)
  }
  return blocks
}

/** Most lines begin with a letter, and are asked no pattern. */
const isRule = (words: string) => '-*_=—'.includes(words[0]!) && RULE.test(words)
const isFence = (words: string) => '`~'.includes(words[0]!) && FENCE.test(words)

function splitLines(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const stop = found < 0 ? text.length : found
    let from = start
    let end = stop
    while (from < end && isBlank(text, from)) from++
    while (end > from && isBlank(text, end - 1)) end--
    lines.push({ start: from, end })
    start = stop + 1
  }
  return lines
}

function isBlank(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  return unit === 32 || unit === 9 || unit === 13 || unit === 0xa0 || unit === 0x3000
}

/**
 * Whether a line goes on in the next one. Where blank lines part the paragraphs, as in Markdown, every line without an
 * end does; else only one that is nearly as long as the wrapped lines of the text.
 */
function buildWrapTest(text: string, lines: Line[]): (line: Line) => boolean {
  const lengths = lines.map((line) => line.end - line.start).filter((length) => length > 0)
  const isPlain = (line: Line | undefined) =>
    line !== undefined &&
    line.end > line.start &&
    readMarks(text.slice(line.start, line.start + 12)).kind === 'paragraph'
  let gaps = 0
  let breaks = 0
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (next && line.end > line.start && next.end === next.start) gaps++
    else if (isPlain(line) && isPlain(next)) breaks++
  })
  const isMarkdown = gaps >= Math.max(1, breaks)
  const width = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0
  const least = isMarkdown ? 1 : width <= LONGEST_WRAP ? Math.max(40, width * 0.75) : Number.POSITIVE_INFINITY
  return (line) => line.end - line.start >= least && !TERMINAL.test(text.slice(line.end - 1, line.end))
}

/** 1 for each unit with which some mark begins. */
const OPENS_MARK = new Uint8Array(0x10000)
for (const mark of '#[>-*+•·●▪◦‣–0123456789（(一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳')
  OPENS_MARK[mark.charCodeAt(0)] = 1

function readMarks(words: string): Marked {
  if (OPENS_MARK[words.charCodeAt(0)] !== 1) return { kind: 'paragraph', start: 0 }
  const heading = HEADING.exec(words)
  if (heading) return { kind: 'heading', start: heading[0].length, level: heading[1]!.length }
  const footnote = FOOTNOTE.exec(words)
  if (footnote) return { kind: 'footnote', start: footnote[0].length }
  const quote = BLOCKQUOTE.exec(words)
  if (quote) return { kind: 'blockquote', start: quote[0].length }
  const item = LIST_ITEM.exec(words)
  if (item) return { kind: 'list-item', start: item[0].length, level: 1 }
  return { kind: 'paragraph', start: 0 }
}

function addLines(
  text: string,
  lines: Line[],
  index: number,
  blocks: Block[],
  isWrapped: (line: Line) => boolean,
): number {
  const first = lines[index]!
  const words = text.slice(first.start, first.end)
  const marked = readMarks(words)
  const start = first.start + marked.start
  let last = index
  while (marked.kind !== 'heading' && !isBoldTitle(words) && last + 1 < lines.length) {
    const next = lines[last + 1]!
    if (!isWrapped(lines[last]!) || !continues(text, next, marked.kind)) break
    last++
  }
  const end = lines[last]!.end
  if (end <= start) return last + 1
  const isTitle = marked.kind === 'paragraph' && last === index && isHeadingLine(text, lines, index)
  if (isTitle) blocks.push({ kind: 'heading', start, end, level: 3 })
  else if (marked.level === undefined) blocks.push({ kind: marked.kind, start, end })
  else {
    const indent = marked.kind === 'list-item' ? indentOf(text, first) : 0
    blocks.push({ kind: marked.kind, start, end, level: marked.level + Math.floor(indent / INDENT) })
  }
  return last + 1
}

/** Spaces by which an item of a list is set below the one it is part of, at least. */
const INDENT = 2

const indentOf = (text: string, { start }: Line): number => start - 1 - text.lastIndexOf('\n', start - 1)

function continues(text: string, line: Line, kind: BlockKind): boolean {
  const words = text.slice(line.start, Math.min(line.end, line.start + 120))
  if (words === '' || isRule(words) || isFence(words) || LABEL.test(words)) return false
  const next = readMarks(words)
  return next.kind === 'paragraph' || (kind === 'blockquote' && next.kind === 'blockquote')
}

/** `**…**` alone on its line; not who speaks, and not a sentence. */
const isBoldTitle = (words: string) =>
  '*_'.includes(words[0] ?? ' ') &&
  BOLD_LINE.test(words) &&
  !LABEL.test(words) &&
  !/[。.!！…：:，,][*_]+$/.test(words)

/** A short line without an end, above a longer one that has one, is a heading that lost its mark. */
function isHeadingLine(text: string, lines: Line[], index: number): boolean {
  const line = lines[index]!
  const words = text.slice(line.start, line.end)
  if (isBoldTitle(words)) return true
  if (words.length > 100 || /[。，,；;：:.|]/.test(words)) return false
  if (!/\p{L}/u.test(words)) return false
  if (words.length > 36 && /[㐀-鿿]/.test(words)) return false
  let next = index + 1
  while (next < lines.length && lines[next]!.end === lines[next]!.start) next++
  const below = lines[next]
  if (!below) return false
  const size = below.end - below.start
  return size > words.length * 1.5 && /[。.!?！？”"：:…]$/.test(text.slice(below.end - 1, below.end))
}

function addCode(text: string, lines: Line[], index: number, blocks: Block[]): number {
  let last = index + 1
  while (last < lines.length && !isFence(text.slice(lines[last]!.start, lines[last]!.end))) last++
  const first = lines[index + 1]
  const end = lines[Math.min(last, lines.length) - 1]!.end
  if (first && last > index + 1 && end > first.start) blocks.push({ kind: 'code', start: first.start, end })
  return last + 1
}

/** Cells of a row: 0 where the line has no bar. */
function countCells(text: string, line: Line | undefined): number {
  if (!line) return 0
  const words = text.slice(line.start, line.end)
  if (!words.includes('|')) return 0
  return words.replace(/^\||\|$/g, '').split('|').length
}

/** Two lines with as many bars, or one line framed by them; one bar between names (`量子位 | 公眾號`) is no table. */
function isTable(text: string, lines: Line[], index: number): boolean {
  const cells = countCells(text, lines[index])
  return cells > 1 && countCells(text, lines[index + 1]) === cells
}

function addTable(text: string, lines: Line[], index: number, blocks: Block[]): number {
  const cells = countCells(text, lines[index])
  let last = index
  let hasRule = false
  const rows: Line[] = []
  while (last < lines.length && (last === index || countCells(text, lines[last]) === cells)) {
    const words = text.slice(lines[last]!.start, lines[last]!.end)
    if (TABLE_RULE.test(words)) hasRule = true
    else rows.push(lines[last]!)
    last++
  }
  rows.forEach((row, position) => {
    const isHead = position === 0 && (hasRule || !/\d/.test(text.slice(row.start, row.end)))
    blocks.push({ kind: isHead ? 'table-head' : 'table-row', start: row.start, end: row.end })
  })
  return last
}
