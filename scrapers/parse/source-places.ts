import type { Block, ParsedDocument } from '../../src/core/extract/document.ts'
import type { SourcePlaces } from '../../src/core/extract/source-places.ts'
import { decodeBytes } from './decode.ts'
import { decodeEntities } from './entities.ts'
import { splitFrontMatter } from './front-matter.ts'
import { DESTINATION, LABEL } from './inline.ts'
import { readLead, unifyLineEnds } from './text-document.ts'

/** What the reader of Markdown leaves out as a whole, by its first unit. The label of a link stays, so its end is listed alone. */
const MARKUP: Readonly<Record<string, RegExp>> = {
  '<': /<!--[\s\S]*?(?:-->|$)|<(script|style|iframe|button|svg|video|audio|noscript)\b[\s\S]*?<\/\1\s*>|<\/?[a-zA-Z][\w-]*(?:\s[^<>]*)?\/?>/iy,
  ']': new RegExp(String.raw`\]${DESTINATION}|\]\[[^\]]*\]`, 'y'),
  '!': new RegExp(String.raw`!${LABEL}(?:${DESTINATION}|\[[^\]]*\])`, 'y'),
  '[': new RegExp(
    String.raw`\[\^[^\]\s]+\]:?|\[![A-Z]+\]|\[!${LABEL}${DESTINATION}\]${DESTINATION}|\[[^\]^][^\]\n]{0,500}\]:\s*<?https?:\S+.*`,
    'y',
  ),
  '{': /\{\{[<%][\s\S]*?[%>]\}\}|\{#[\w-]+\}/y,
  '`': /(?<=^|\n)```+[^\n`]*/y,
}

const REFERENCE = /&(?:#[xX]?[0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?/y

/** Units that give structure and are left out one by one: emphasis, headings, quotes, bullets, rules, outer bars, a link's `[`. */
const MARK = /[*_~#<>|\\`+\-=:•●▪‣◦[\]\p{Cc}\p{Cs}\ufeff]/u

/** The places of a plain-text file; other kinds of files are shown as their readers see them, without their markup. */
export function readPlainPlaces(
  file: string,
  bytes: Uint8Array,
  document: ParsedDocument,
): SourcePlaces | undefined {
  const decoded = /\.txt$/i.test(file) ? decodeBytes(bytes) : undefined
  return decoded && findSourcePlaces(decoded.text, document)
}

/**
 * Follows the text of a document through its source, unit by unit. Exact or absent: undefined where a unit is not found in
 * order, as where the front matter spells its title in another way or HTML was left out.
 */
export function findSourcePlaces(file: string, document: ParsedDocument): SourcePlaces | undefined {
  const source = unifyLineEnds(file)
  const { text, blocks = [] } = document
  const places = { source, start: new Int32Array(text.length), end: new Int32Array(text.length) }
  const { fields, body } = splitFrontMatter(source)
  const bodyAt = source.length - body.length
  const { lead } = readLead(fields)
  for (const block of blocks.slice(0, lead.length)) {
    const at = source.slice(0, bodyAt).search(spaced(text.slice(block.start, block.end)))
    if (at < 0 || !follow(places, text, block, at)) return undefined
  }
  const from = blocks[lead.length - 1]?.end ?? 0
  return follow(places, text, { start: from, end: text.length }, bodyAt) ? places : undefined
}

/** These words with any white space between them. */
const spaced = (words: string) =>
  new RegExp(words.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&').replace(/\s+/g, '\\s+'))

function follow(
  places: SourcePlaces,
  text: string,
  { start, end }: Pick<Block, 'start' | 'end'>,
  from: number,
): boolean {
  let at = from
  for (let unit = start; unit < end; unit++) {
    const isSpace = /\s/.test(text[unit]!) || isDrawnBar(text, unit, places.source, at)
    if (!isSpace) at = skipMarkup(places.source, at, text, unit)
    if (at < 0) return false
    const width = isSpace ? 0 : widthAt(places.source, at, text[unit]!)
    place(places, unit, at, width)
    at += width
  }
  return true
}

/** The bar that parts two columns of which the source has only white space between. */
const isDrawnBar = (text: string, unit: number, source: string, at: number): boolean =>
  text[unit] === '|' &&
  text[unit - 1] === ' ' &&
  text[unit + 1] === ' ' &&
  /^[ \t\u00a0\u3000*_`]*[^\s*_`|]/.test(source.slice(at, at + LONGEST_GAP))

/** Longest white space between two columns, in UTF-16 units. */
const LONGEST_GAP = 80

/** The next place of the source that reads as this unit of the text, or -1 where something else stands before it. */
function skipMarkup(source: string, from: number, text: string, unit: number): number {
  let at = from
  while (at < source.length) {
    const markup = matchAt(MARKUP[source[at]!], source, at)
    if (markup !== undefined && !text.startsWith(markup, unit)) at += markup.length
    else if (widthAt(source, at, text[unit]!) > 0) return at
    else if (isBlank(source, at)) at += matchAt(REFERENCE, source, at)?.length ?? 1
    else return -1
  }
  return -1
}

/** How many units of the source stand for this one of the text: itself, or a character reference. */
function widthAt(source: string, at: number, unit: string): number {
  const reference = matchAt(REFERENCE, source, at)
  if (reference !== undefined && decodeEntities(reference) === unit) return reference.length
  return source[at] === unit ? 1 : 0
}

function isBlank(source: string, at: number): boolean {
  const reference = matchAt(REFERENCE, source, at)
  return (
    /^\s*$/.test(reference === undefined ? source[at]! : decodeEntities(reference)) || MARK.test(source[at]!)
  )
}

function matchAt(pattern: RegExp | undefined, source: string, at: number): string | undefined {
  if (pattern === undefined) return undefined
  pattern.lastIndex = at
  return pattern.exec(source)?.[0]
}

function place({ start, end }: SourcePlaces, unit: number, at: number, width: number): void {
  start[unit] = at
  end[unit] = at + width
}
