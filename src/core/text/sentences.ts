import { splitBlocks } from './blocks.ts'
import {
  CLOSER,
  isCloser,
  isEnclosing,
  isHan,
  isPaired,
  isSpace,
  isTerminator,
  isWide,
  LINE_BREAK,
  MARKS,
  PAIRED,
  TERMINATOR,
} from './sentence-marks.ts'
import { readUnits } from './units.ts'

/** UTF-16 offsets, without the white space around. */
export interface Span {
  start: number
  end: number
}

/** Never followed by the end of a sentence. */
const TITLES = new Set(
  'dr mr mrs ms prof gen sen rep gov capt col lt sgt hon rev st vs cf eg ie fig figs no nos eq sec ch vol pp ed eds approx ca viz resp mt ft rs'.split(
    ' ',
  ),
)
/** May end a sentence; they do where a word follows that opens one. */
const ABBREVIATIONS = new Set(
  'inc corp ltd co llc plc etc al jr sr ph phd dept univ assn bros est jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun'.split(
    ' ',
  ),
)
const OPENERS =
  /^(?:The|A|An|This|That|These|Those|It|Its|He|She|His|Her|They|Their|We|Our|You|I|In|On|At|As|But|And|However|While|When|If|For|To|There|After|Before|By|With|From|According|What|Why|How|Some|Many|Most|All|One|Another|Since|Although|Despite|Yet|So|Then|Now|Meanwhile)\b/
/** `。”他说。`: who said it belongs to what was said. */
const ATTRIBUTION_ZH =
  /[^。！？!?\n“”「」『』]{0,14}?(?:说|說|表示|称|稱|指出|写道|寫道|问|問|道|回答|答|认为|認為)[道到]?[。，,：:]/y
const ATTRIBUTION_EN =
  /[ ]?(?:[A-Z][\w'’.-]*[ ]){0,4}(?:said|says|told|added|adds|wrote|writes|explained|noted|argued|asked|warned|according to)\b/y
const NOTE = /(?:\[\^?[\w-]{1,8}\]|[①-⑳⁰¹²³⁴-⁹])+/y
const PAIRS: Record<string, string> = { '”': '“', '」': '「', '』': '『', '）': '（', ')': '(', '’': '‘' }

/** Units after a full stop within which a quotation or bracket may close and hold the sentence together. */
const LOOK_AHEAD = 80

/**
 * Sentences in order. With a range, that range is one block, in which a single line break is a soft wrap unless the line
 * ended a sentence; without one the text is cut into blocks first. Semicolons do not split. Linear time.
 */
export function splitSentences(text: string, start?: number, end?: number): Span[] {
  const spans: Span[] = []
  const isBlock = start !== undefined || end !== undefined
  const blocks = isBlock ? [{ start: start ?? 0, end: end ?? text.length }] : splitBlocks(text)
  const units = readUnits(text)
  for (const block of blocks) addSentences(text, units, block.start, block.end, spans)
  return spans
}

/**
 * Units after which text without a stop (a log, a list in one line) is cut where a word ends, and at the latest, so that
 * no quote grows with the document.
 */
const LONGEST = 2_000
const AT_THE_LATEST = 3_000

function canCut(text: string, at: number, begin: number): boolean {
  const unit = text.charCodeAt(at)
  if (isSpace(unit)) return true
  const isPairEnd = unit >= 0xdc00 && unit <= 0xdfff
  return (at - begin >= AT_THE_LATEST && !isPairEnd) || '，、；,;'.includes(text[at - 1]!)
}

/** What is open at this point of the block: ASCII marks that open and close alike, and the number of other brackets. */
interface Open {
  '"': boolean
  '*': boolean
  _: boolean
  depth: number
}

/** Adds the sentences of one block to those found; `units` are those of the text, read once for all its blocks. */
export function addSentences(
  text: string,
  units: Uint16Array,
  from: number,
  to: number,
  spans: Span[],
): void {
  let begin = from
  const open: Open = { '"': false, '*': false, _: false, depth: 0 }
  for (let at = from; at < to; at++) {
    const kind = MARKS[units[at]!]!
    if ((kind & ~CLOSER) === 0 && (at - begin < LONGEST || !canCut(text, at, begin))) continue
    if (at - begin >= LONGEST && canCut(text, at, begin)) {
      push(text, begin, at, spans)
      begin = at
    }
    if ((kind & PAIRED) !== 0) at = toggle(text, at, open)
    if (kind === LINE_BREAK) {
      if (!isBreak(text, at, begin, to)) continue
      push(text, begin, at, spans)
      begin = at + 1
      continue
    }
    if ((kind & TERMINATOR) === 0) continue
    const end = findEnd(text, at, begin, to, open)
    if (end === undefined) continue
    for (let next = at + 1; next < end; next++)
      if (isPaired(text.charCodeAt(next))) next = toggle(text, next, open)
    push(text, begin, end, spans)
    begin = end
    at = end - 1
  }
  push(text, begin, to, spans)
}

/** Notes a mark that opens or closes; returns the offset of its last character (`**` is one mark). */
function toggle(text: string, at: number, open: Open): number {
  const character = text[at]!
  if ('“「『（('.includes(character)) open.depth++
  else if ('”」』）)'.includes(character)) open.depth = Math.max(0, open.depth - 1)
  if (character !== '"' && character !== '*' && character !== '_') return at
  open[character] = !open[character]
  return character === '*' && text[at + 1] === '*' ? at + 1 : at
}

function push(text: string, from: number, to: number, spans: Span[]): void {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (end > start) spans.push({ start, end })
}

/** A blank line always parts; a single line break only after an end, or before the mark of a list. */
function isBreak(text: string, at: number, begin: number, to: number): boolean {
  let next = at + 1
  while (next < to && (text[next] === ' ' || text[next] === '\t')) next++
  if (text[next] === '\n') return true
  if (/^(?:[-*+•●▪◦][ \t]|\d{1,3}[.)、]|#{1,6} |>)/.test(text.slice(next, next + 6))) return true
  let last = at - 1
  while (last > begin && (isSpace(text.charCodeAt(last)) || isCloser(text.charCodeAt(last)))) last--
  return '。！？!?…'.includes(text[last] ?? '') && last > begin
}

/** Where the sentence with this terminator ends, or `undefined` if it goes on. */
function findEnd(text: string, at: number, begin: number, to: number, open: Open): number | undefined {
  const isDot = text.charCodeAt(at) === DOT
  let end = at + 1
  while (end < to && isTerminator(text.charCodeAt(end))) end++
  if (end < to && isDot && end > at + 1 && !isWide(text.charCodeAt(end - 1)) && isDots(text, at, end))
    return isEllipsisEnd(text, end, to) ? takeClosers(text, end, to, open) : undefined
  if (isDot && end === at + 1 && !isFullStop(text, at, begin, to)) return undefined
  const closed = takeClosers(text, end, to, open)
  const hasQuote = closed > end && /[”」』"’]/.test(text.slice(end, closed))
  if (!isWide(text.charCodeAt(at)) && !canStartAfter(text, closed, to, at, begin)) return undefined
  if (closed < to && '，、,；;：:'.includes(text[closed]!)) return undefined
  if (hasQuote && isAttributed(text, closed)) return undefined
  if (open.depth > 0 && !hasQuote && isEnclosed(text, closed, to)) return undefined
  if (!hasQuote && open['"'] && closesSoon(text, closed, to, '"')) return undefined
  return takeNote(text, closed, to)
}

const DOT = 0x2e

function isDots(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== DOT) return false
  return true
}

const isEllipsisEnd = (text: string, end: number, to: number) =>
  end >= to || /^[”"]?\s+["“]?[A-Z]/.test(text.slice(end, end + 5))

function takeClosers(text: string, from: number, to: number, open: Open): number {
  if (from >= to || !isCloser(text.charCodeAt(from))) return from
  let end = from
  const state = { ...open }
  while (end < to && isCloser(text.charCodeAt(end))) {
    const character = text[end]!
    if (character === '"' || character === '*' || character === '_') {
      if (!state[character]) break
      state[character] = false
      if (character === '*' && text[end + 1] === '*') end++
    }
    end++
  }
  return Math.min(end, to)
}

function takeNote(text: string, from: number, to: number): number {
  const unit = text.charCodeAt(from)
  if (unit !== 0x5b && unit < 0xb2) return from
  NOTE.lastIndex = from
  const note = NOTE.exec(text)
  return note && from + note[0].length <= to ? from + note[0].length : from
}

function isAttributed(text: string, from: number): boolean {
  ATTRIBUTION_ZH.lastIndex = from
  if (ATTRIBUTION_ZH.test(text)) return true
  ATTRIBUTION_EN.lastIndex = from
  return ATTRIBUTION_EN.test(text)
}

/** True when a bracket or quotation mark closes within reach that did not open there: the stop is inside it. */
function isEnclosed(text: string, from: number, to: number): boolean {
  const stop = Math.min(to, from + LOOK_AHEAD)
  const opened: Record<string, number> = {}
  for (let at = from; at < stop; at++) {
    if (!isEnclosing(text.charCodeAt(at))) continue
    const character = text[at]!
    if (character === '\n') return false
    if ('“「『（(‘'.includes(character)) opened[character] = (opened[character] ?? 0) + 1
    const opener = character === '’' ? undefined : PAIRS[character]
    if (!opener) continue
    if (!opened[opener]) return true
    opened[opener]--
  }
  return false
}

function closesSoon(text: string, from: number, to: number, mark: string): boolean {
  const found = text.slice(from, Math.min(to, from + LOOK_AHEAD)).search(/["\n]/)
  return found >= 0 && text[from + found] === mark
}

/** An ASCII stop ends a sentence before white space and something that can open one, or between Chinese characters. */
function canStartAfter(text: string, end: number, to: number, at: number, begin: number): boolean {
  if (end >= to) return true
  const next = text[end]!
  if (!isSpace(next.charCodeAt(0))) {
    if (next === '[') return takeNote(text, end, to) > end
    return at > begin && (isHan(text[at - 1]) || isHan(next)) && !/[\w/?=&%-]/.test(next)
  }
  let start = end
  while (start < to && isSpace(text.charCodeAt(start))) start++
  return start >= to || !isLower(text.charCodeAt(start))
}

const isLower = (unit: number) =>
  unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : /\p{Ll}/u.test(String.fromCharCode(unit))

/** Units looked back over for the word before a full stop; no abbreviation is longer. */
const LONGEST_WORD = 24
/** Letters of the longest entry of \`TITLES\` and \`ABBREVIATIONS\`. */
const LONGEST_SHORT = 6
const INITIALS = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u

/** Letters of alphabets, digits, and the stops inside an abbreviation; not Chinese characters. */
const isWordUnit = (unit: number) =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  unit === 0x2e ||
  (unit >= 0xc0 && unit < 0x2000)

function isFullStop(text: string, at: number, begin: number, to: number): boolean {
  const after = text.charCodeAt(at + 1)
  if (at + 1 < to && after >= 0x30 && after <= 0x39) return false
  let start = at
  let hasDot = false
  while (start > begin && at - start < LONGEST_WORD && isWordUnit(text.charCodeAt(start - 1))) {
    start--
    if (text.charCodeAt(start) === DOT) hasDot = true
  }
  if (at - start > LONGEST_SHORT && !hasDot) return true
  const word = text.slice(start, at)
  if (word === '') return !/\s/.test(text[at - 1] ?? ' ')
  if (/^\d{1,3}$/.test(word) && text.slice(begin, start).trim() === '') return false
  const bare = (hasDot ? word.replaceAll('.', '') : word).toLowerCase()
  if (TITLES.has(bare)) return false
  const isInitial = (hasDot || word.length === 1) && INITIALS.test(word)
  if (!isInitial && !ABBREVIATIONS.has(bare)) return true
  return opensSentence(text, at + 1, to)
}

function opensSentence(text: string, from: number, to: number): boolean {
  let start = from
  while (start < to && isSpace(text.charCodeAt(start))) start++
  return start >= to || OPENERS.test(text.slice(start, start + 12)) || isHan(text[start])
}
