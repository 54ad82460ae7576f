import type { Block, BlockKind, DocumentLink } from '../../src/core/extract/document.ts'
import { resolveUrl } from '../../src/core/text/url.ts'
import { readColumns } from './columns.ts'
import { writeHtml } from './html-blocks.ts'
import { type InlineContext, writeInline } from './inline.ts'
import { continuesLine, isHardWrapped, joinLines } from './wrap.ts'
import { createWriter, type Writer } from './writer.ts'

const FENCE = /^\s{0,3}(```+|~~~+)/
const HEADING = /^\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/
const UNDERLINE = /^\s{0,3}(=+|-{2,})\s*$/
const RULE = /^\s{0,3}([-*_])(?:\s*\1){2,}\s*$/
const QUOTE = /^\s{0,3}>\s?/
/** The number of an ordered item stays in the text: it is printed, and people cite it. A colon begins what defines the line above. */
const ITEM = /^(\s*)(?:[-*+•●▪‣◦:]\s+(?=\S)|(?=\d{1,3}[.)]\s+\S))/
const NOTE = /^\[\^([^\]]+)\]:\s*/
const TARGET = /^\s{0,3}\[([^\]^][^\]]*)\]:\s*<?(\S+?)>?(?:\s+["'(].*)?\s*$/
const TABLE_LINE = /^\s*\|.*\|\s*$/
const DELIMITER = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/
const RAW_HTML =
  /^\s{0,3}<\/?(address|article|aside|blockquote|body|center|details|dd|dl|dt|div|figcaption|figure|footer|form|header|iframe|li|main|nav|ol|p|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)\b/i
const MDX_LINE = /^(import\s.+\sfrom\s+['"].+['"];?|export\s+(const|default)\s.*)\s*$/

/** Markdown, or plain text, as plain text with blocks: every word of it, none of its marks. */
export function markdownToBlocks(
  source: string,
  base?: string,
  lead: { kind: BlockKind; text: string; level?: number }[] = [],
) {
  const writer = createWriter()
  for (const block of lead) {
    writer.write(block.text)
    writer.end(block.kind, block.level)
  }
  const lines = source.replace(/<!--[\s\S]*?(-->|$)/g, '').split(/\r\n|[\n\r\u2028\u2029]/)
  const targets = new Map<string, string>()
  for (const line of lines) {
    const target = TARGET.exec(line)
    if (target?.[1] && target[2] && resolveUrl(target[2], base))
      targets.set(target[1].toLowerCase(), target[2])
  }
  readLines({ writer, base, targets, wrapped: isHardWrapped(lines) }, lines, 'paragraph')
  return writer.finish() satisfies { text: string; blocks: Block[]; links: DocumentLink[] }
}

interface Reader {
  writer: Writer
  base?: string | undefined
  targets: Map<string, string>
  wrapped: boolean
}

/** Each branch takes the lines of one block and says where the next begins. */
function readLines(reader: Reader, lines: string[], kind: BlockKind, depth = 0): void {
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (
      line.trim() === '' ||
      RULE.test(line) ||
      DELIMITER.test(line) ||
      MDX_LINE.test(line) ||
      /^:::/.test(line)
    )
      at++
    else if (TARGET.test(line) && reader.targets.has(TARGET.exec(line)?.[1]?.toLowerCase() ?? '')) at++
    else if (FENCE.test(line)) at = readFence(reader, lines, at)
    else if (HEADING.test(line)) at = readHeading(reader, lines, at)
    else if (QUOTE.test(line) && depth < 8) at = readQuote(reader, lines, at, depth)
    else if (NOTE.test(line)) at = readNote(reader, lines, at)
    else if (RAW_HTML.test(line)) at = readHtml(reader, lines, at, kind)
    else if (isTable(lines, at)) at = readTable(reader, lines, at)
    else if (ITEM.test(line)) at = readItem(reader, lines, at)
    else at = writeColumns(reader, lines, at) ?? readParagraph(reader, lines, at, kind)
  }
}

function writeBlock(reader: Reader, text: string, kind: BlockKind, level?: number): void {
  const { writer, base, targets } = reader
  const context: InlineContext = { base, targets, lineBreak: () => writer.end(kind, level) }
  writeInline(writer, text, context)
  writer.end(kind, level)
}

function readFence(reader: Reader, lines: string[], from: number): number {
  const mark = FENCE.exec(lines[from] ?? '')?.[1] ?? '```'
  const found = lines.findIndex((line, i) => i > from && line.trim().startsWith(mark))
  // a fence that never closes would swallow the article: then it is only a line
  const to = found < 0 ? from + 1 : found
  for (const line of lines.slice(from + 1, to)) {
    reader.writer.write(line)
    reader.writer.end('code')
  }
  return to + (found < 0 ? 0 : 1)
}

function readHeading(reader: Reader, lines: string[], at: number): number {
  const match = HEADING.exec(lines[at] ?? '')
  writeBlock(reader, (match?.[2] ?? '').replace(/\s*\{#[\w-]+\}$/, ''), 'heading', match?.[1]?.length)
  return at + 1
}

function readQuote(reader: Reader, lines: string[], from: number, depth: number): number {
  let to = from
  while (to < lines.length && QUOTE.test(lines[to] ?? '')) to++
  const inner = lines.slice(from, to).map((line) => line.replace(QUOTE, '').replace(/^\[!\w+\]\s*/, ''))
  readLines(reader, inner, 'blockquote', depth + 1)
  return to
}

function readNote(reader: Reader, lines: string[], at: number): number {
  const to = endOfRun(lines, at, (line) => /^\s{2,}\S/.test(line))
  writeBlock(
    reader,
    joinLines([(lines[at] ?? '').replace(NOTE, ''), ...trimmed(lines.slice(at + 1, to))]),
    'footnote',
  )
  return to
}

/** To the empty line after the tags are balanced, so that blank lines inside a div or table do not cut it. */
function readHtml(reader: Reader, lines: string[], from: number, kind: BlockKind): number {
  const name = RAW_HTML.exec(lines[from] ?? '')?.[1] ?? 'div'
  const tags = new RegExp(`<(/?)${name}\\b`, 'gi')
  let open = 0
  let to = from
  for (; to < lines.length; to++) {
    const line = lines[to] ?? ''
    if (line.trim() === '' && open <= 0) break
    for (const tag of line.matchAll(tags)) open += tag[1] ? -1 : 1
    if (to - from > 400) break
  }
  const html = lines.slice(
    from,
    to === lines.length && open > 0 ? endOfRun(lines, from, (line) => line.trim() !== '') : to,
  )
  writeHtml(reader.writer, html.join('\n'), reader.base, kind)
  return from + html.length
}

const isTable = (lines: string[], at: number) =>
  TABLE_LINE.test(lines[at] ?? '') ||
  ((lines[at] ?? '').includes('|') &&
    (lines[at + 1] ?? '').includes('|') &&
    DELIMITER.test(lines[at + 1] ?? ''))

function readTable(reader: Reader, lines: string[], from: number): number {
  const to = endOfRun(lines, from, (line) => line.includes('|'))
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? ''
    if (DELIMITER.test(line)) continue
    const isHead = at === from && DELIMITER.test(lines[at + 1] ?? '')
    writeBlock(reader, rowText(line), isHead ? 'table-head' : 'table-row')
  }
  return to
}

/** The cells of a row; where the source draws outer bars they stay, so that every stretch of the row is found again. */
const rowText = (line: string) =>
  line
    .trim()
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/<br\s*\/?>/gi, ' '))
    .join(' | ')

function writeColumns(reader: Reader, lines: string[], from: number): number | undefined {
  const table = readColumns(lines, from)
  if (!table) return undefined
  for (const { cells, isHead } of table.rows)
    writeBlock(reader, cells.join(' | '), isHead ? 'table-head' : 'table-row')
  return table.to
}

function readItem(reader: Reader, lines: string[], from: number): number {
  const marker = ITEM.exec(lines[from] ?? '')
  const level = 1 + Math.floor((marker?.[1] ?? '').replace(/\t/g, '    ').length / 2)
  const to = endOfRun(
    lines,
    from,
    (line, before) =>
      isContinuation(line) && (/^\s{2,}/.test(line) || (reader.wrapped && continuesLine(before, line))),
  )
  writeBlock(
    reader,
    joinLines([(lines[from] ?? '').slice(marker?.[0].length ?? 0), ...trimmed(lines.slice(from + 1, to))]),
    'list-item',
    Math.min(level, 6),
  )
  return to
}

function readParagraph(reader: Reader, lines: string[], from: number, kind: BlockKind): number {
  const to = endOfRun(
    lines,
    from,
    (line, before) =>
      isContinuation(line) &&
      ((reader.wrapped && continuesLine(before, line)) || isOpenLink(lines, from, before)),
  )
  const text = joinLines(trimmed(lines.slice(from, to)))
  if (
    to < lines.length &&
    UNDERLINE.test(lines[to] ?? '') &&
    text.length < 200 &&
    !/^\s*-{2,3}\s*$/.test(lines[to] ?? '')
  ) {
    writeBlock(reader, text, 'heading', (lines[to] ?? '').includes('=') ? 1 : 2)
    return to + 1
  }
  writeBlock(reader, text, kind)
  return to
}

const isContinuation = (line: string) =>
  line.trim() !== '' &&
  ![FENCE, HEADING, QUOTE, NOTE, RAW_HTML, TABLE_LINE, RULE, ITEM, UNDERLINE].some((pattern) =>
    pattern.test(line),
  )

/** An address that a wrapper broke in the middle: `](https://a.example/b-` goes on until its bracket closes. */
const isOpenLink = (lines: string[], from: number, before: string) =>
  /\]\([^()\s]*$/.test(before.trimEnd()) && lines.slice(from).some((line) => line.includes(')'))

function endOfRun(lines: string[], from: number, goesOn: (line: string, before: string) => boolean): number {
  let to = from + 1
  while (to < lines.length && (lines[to] ?? '').trim() !== '' && goesOn(lines[to] ?? '', lines[to - 1] ?? ''))
    to++
  return to
}

const trimmed = (lines: string[]) => lines.map((line) => line.trim())
