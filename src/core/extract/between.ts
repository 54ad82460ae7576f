import type { Span } from '../text/sentences.ts'
import { charSet } from './char-set.ts'
import { facet } from './features.ts'
import type { Reading } from './reading.ts'
import type { SpanFacts } from './span-facts.ts'

/** What lies between a candidate and its figure, and whether the text has named the candidate before. */

/** Marks between, and predicates. */
export const MARKS = facet('0', '1', '2', '3')
export const VERBS = facet('0', '1', '2', '3')
/** Where the words of a candidate have been used before its sentence. */
export const SAID = facet('title', 'before', 'new')

/** Where marks and predicates stand in a stretch, in order, so that those between two places are counted without reading it. */
export interface Marked {
  start: number
  end: number
  marks: readonly number[]
  verbs: readonly number[]
}

const MARK = charSet(',;:。、(')

/** Marks and predicates of a stretch. */
export function readMarked(reading: Reading, { start, end }: Span): Marked {
  const { folded } = reading
  const marks: number[] = []
  for (let at = start; at < end; at++) if (MARK[folded.charCodeAt(at)] === 1) marks.push(at)
  return { start, end, marks, verbs: reading.predicatesIn(start, end) }
}

/** Notes the codes of `MARKS` and `VERBS`, by slot; 0 when the candidate does not stand in the stretch. */
export function countBetween(codes: number[], marked: Marked, span: Span, figure: Span): void {
  const isBefore = span.end <= figure.start
  const from = isBefore ? span.end : figure.end
  const to = isBefore ? figure.start : span.start
  const isIn = from <= to && from >= marked.start && span.start >= marked.start && span.end <= marked.end
  codes[MARKS.slot] = isIn ? 1 + countIn(marked.marks, from, to) : 0
  codes[VERBS.slot] = isIn ? 1 + countIn(marked.verbs, from, to) : 0
}

/** How many of some offsets in order lie between two places; three and more are the same. */
function countIn(offsets: readonly number[], from: number, to: number): number {
  let first = 0
  while (first < offsets.length && offsets[first]! < from) first++
  let count = 0
  while (count < 3 && first + count < offsets.length && offsets[first + count]! < to) count++
  return count
}

/** How far into a text its title is looked for, and how far back from a sentence words count as said, in UTF-16 units. */
const TITLE = 160
const SAID_REACH = 500

/** Code of `SAID`; read once for all figures of a sentence. */
export function saidBefore(
  { folded }: Reading,
  sentence: Span,
  facts: Pick<SpanFacts, 'words'> & Partial<Pick<SpanFacts, 'saidIn' | 'saidCode'>>,
): number {
  if (facts.saidIn !== sentence) {
    facts.saidIn = sentence
    facts.saidCode = readSaid(folded, sentence.start, facts.words)
  }
  return facts.saidCode ?? 0
}

function readSaid(folded: string, start: number, words: string): number {
  const said = saidPairs(folded, start)
  if (isAmong(said.title, words) && folded.slice(0, TITLE).includes(words)) return SAID.of.title
  if (!isAmong(said.before, words)) return SAID.of.new
  return folded.slice(Math.max(0, start - SAID_REACH), start).includes(words) ? SAID.of.before : SAID.of.new
}

/** Which pairs of units follow each other in the title, and before a sentence: most words that are new hold one that does not. */
interface SaidPairs {
  folded: string
  start: number
  title: Uint8Array
  before: Uint8Array
}

const PAIRS = 0x1000
const pairOf = (first: number, second: number): number => (Math.imul(first, 0x9e3b) ^ second) & (PAIRS - 1)

/** Those of the sentence that was asked about last: all its candidates are asked one after the other. */
const latest: SaidPairs = {
  folded: '',
  start: -1,
  title: new Uint8Array(PAIRS),
  before: new Uint8Array(PAIRS),
}

function saidPairs(folded: string, start: number): SaidPairs {
  if (latest.start === start && latest.folded === folded) return latest
  if (latest.folded !== folded) notePairs(latest.title, folded, 0, TITLE)
  notePairs(latest.before, folded, Math.max(0, start - SAID_REACH), start)
  latest.folded = folded
  latest.start = start
  return latest
}

function notePairs(pairs: Uint8Array, text: string, start: number, end: number): void {
  pairs.fill(0)
  const last = Math.min(end, text.length)
  if (start >= last) return
  let first = text.charCodeAt(start)
  for (let at = start + 1; at < last; at++) {
    const second = text.charCodeAt(at)
    pairs[pairOf(first, second)] = 1
    first = second
  }
}

/** False when some pair of the words does not stand in a stretch. */
function isAmong(pairs: Uint8Array, words: string): boolean {
  let first = words.charCodeAt(0)
  for (let at = 1; at < words.length; at++) {
    const second = words.charCodeAt(at)
    if (pairs[pairOf(first, second)] === 0) return false
    first = second
  }
  return true
}
