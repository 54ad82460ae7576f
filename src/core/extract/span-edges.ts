import type { Span } from '../text/sentences.ts'
import { charSet, isHanUnit, SPACES, unitAt } from './char-set.ts'
import { HAN_PREDICATES } from './clauses.ts'
import { endOfWord, isStopAt, isWordUnit, kindAt } from './english-words.ts'
import { facet, type Row } from './features.ts'
import { Gate } from './gates.ts'
import { FUNCTION, isFunctionTriple, NOUN, pairAt, VERB } from './han-pairs.ts'

/**
 * What stands at the ends of a span, within it and beside it: whether its first and last words name something, whether an end
 * goes through a word, whether it is followed by its predicate. Folded text.
 */

/** The words at the two ends of a Chinese span; `cut` when the end goes through a word that the dictionary knows. */
const WORD_CLASSES = ['noun', 'verb', 'function', 'cut', 'other', 'latin'] as const
export const FIRST_WORD = facet(...WORD_CLASSES)
export const LAST_WORD = facet(...WORD_CLASSES)
/** Codes of both. */
const WORD = FIRST_WORD.of
/** What follows and precedes a span. */
const NEIGHBOURS = ['verb', 'noun', 'mark', 'word'] as const
export const NEXT = facet(...NEIGHBOURS)
export const PREVIOUS = facet(...NEIGHBOURS)
/** Codes of both. */
const BESIDE = NEXT.of
/** Whether a number stands right before a span, so that it may be counted by another figure. */
export const AFTER = facet('number', 'word')
/** Whether a span holds a counted thing (`三年之内训练`), or ends like a time. */
export const HOLDS = facet('number', 'time', 'none')
/** What the head of a span names. */
export const HEAD = facet('person', 'body', 'model', 'time', 'thing', 'other')

/** Codes of the facets above. */
export interface Edges {
  first: number
  last: number
  next: number
  previous: number
  after: number
  holds: number
  head: number
}

/** `words`: those of the span. */
export function readEdges(
  folded: string,
  span: Span,
  words: string = folded.slice(span.start, span.end),
): Edges {
  return {
    first: isHanUnit(folded.charCodeAt(span.start)) ? firstWord(folded, span) : WORD.latin,
    last: isHanUnit(folded.charCodeAt(span.end - 1)) ? lastWord(folded, span) : WORD.latin,
    next: nextOf(folded, span.end),
    previous: previousOf(folded, span.start),
    after: isBehindNumber(folded, span.start) ? AFTER.of.number : AFTER.of.word,
    holds: holdsOf(words),
    head: headOf(words),
  }
}

/** Fills in the facets above. */
export function describeEdges(edges: Edges, { codes }: Row): void {
  codes[FIRST_WORD.slot] = edges.first
  codes[LAST_WORD.slot] = edges.last
  codes[NEXT.slot] = edges.next
  codes[PREVIOUS.slot] = edges.previous
  codes[AFTER.slot] = edges.after
  codes[HOLDS.slot] = edges.holds
  codes[HEAD.slot] = edges.head
}

const NUMERALS = charSet('0123456789一二三四五六七八九十百千万亿几数两半第%')
const SPACE_UNITS = charSet(SPACES)

/** Whether a number stands before an offset, with at most one space between. */
function isBehindNumber(folded: string, start: number): boolean {
  const last = unitAt(folded, start - 1)
  return NUMERALS[last] === 1 || (SPACE_UNITS[last] === 1 && NUMERALS[unitAt(folded, start - 2)] === 1)
}

const COUNTS = charSet('一二三四五六七八九十百千万亿几两半0123456789')
const MEASURES = charSet('个名位家款次种倍项部条篇座年月日天周小分秒成组张队轮代步类')

/** `三年`, `16款`: a numeral with a measure word behind it. */
function holdsCounted(words: string): boolean {
  for (let at = 1; at < words.length; at++)
    if (MEASURES[words.charCodeAt(at)] === 1 && COUNTS[words.charCodeAt(at - 1)] === 1) return true
  return false
}

function holdsOf(words: string): number {
  if (holdsCounted(words)) return HOLDS.of.number
  return TIMES[words.charCodeAt(words.length - 1)] === 1 ? HOLDS.of.time : HOLDS.of.none
}
const TIMES = charSet('年月日天周时期间后前')

/** Code of the class of the word at an offset, of two characters or of three up to `end`; 0 where none is known. */
function classAt(folded: string, at: number, end: number): number {
  const pair = end - at < 2 ? 0 : pairAt(folded, at)
  if ((pair & NOUN) !== 0) return WORD.noun
  if ((pair & VERB) !== 0) return WORD.verb
  const isFunction = (pair & FUNCTION) !== 0 || (end - at === 3 && isFunctionTriple(folded, at))
  return isFunction ? WORD.function : 0
}

function firstWord(folded: string, { start, end }: Span): number {
  const own = classAt(folded, start, Math.min(end, start + 3))
  if (own !== 0) return own
  return start > 0 && classAt(folded, start - 1, start + 1) !== 0 ? WORD.cut : WORD.other
}

function lastWord(folded: string, { start, end }: Span): number {
  const own = classAt(folded, Math.max(start, end - 2), end)
  if (own !== 0) return own
  if (end - start >= 3 && isFunctionTriple(folded, end - 3)) return WORD.function
  return classAt(folded, end - 1, end + 1) !== 0 ? WORD.cut : WORD.other
}

const SPACE = 32
/** Longest Chinese predicate that is looked for before a span. */
const LONGEST_PREDICATE = 4

function nextOf(folded: string, end: number): number {
  const at = unitAt(folded, end) === SPACE ? end + 1 : end
  if (isVerbAt(folded, at)) return BESIDE.verb
  return besideOf(pairAt(folded, at), unitAt(folded, at))
}

function previousOf(folded: string, start: number): number {
  const at = unitAt(folded, start - 1) === SPACE ? start - 1 : start
  if (isVerbBefore(folded, at)) return BESIDE.verb
  return besideOf(pairAt(folded, at - 2), unitAt(folded, at - 1))
}

/** Code of `NEXT` and `PREVIOUS` for two units in a row and the nearer of them. */
function besideOf(pair: number, unit: number): number {
  if ((pair & VERB) !== 0) return BESIDE.verb
  if ((pair & NOUN) !== 0) return BESIDE.noun
  return isWordUnit(unit) || isHanUnit(unit) ? BESIDE.word : BESIDE.mark
}

function isVerbAt(folded: string, at: number): boolean {
  const unit = unitAt(folded, at)
  if (isHanUnit(unit)) return HAN_PREDICATES.endAt(folded, at) >= 0
  return isWordUnit(unit) && isStop(folded, at, endOfWord(folded, at))
}

function isVerbBefore(folded: string, at: number): boolean {
  if (isHanUnit(unitAt(folded, at - 1))) {
    for (let back = 1; back <= Math.min(at, LONGEST_PREDICATE); back++)
      if (HAN_PREDICATES.endAt(folded, at - back) === at) return true
    return false
  }
  let start = at
  while (start > 0 && isWordUnit(folded.charCodeAt(start - 1))) start--
  return start < at && isStop(folded, start, at)
}

const isStop = (folded: string, start: number, end: number): boolean =>
  isStopAt(kindAt(folded, start, end), folded, start)

const HEADS = [
  ['person', '者员人们家手方师生民友众位名'],
  ['body', '司院所府局部会社校团队组国省市州厂商店台网站区'],
  ['time', '次回年月日天轮'],
  ['thing', '型统法具器品件机物书文章报告案例图集库片料数据卡票券信稿题'],
] as const
/** Code of `HEAD`, by last character. */
const HEAD_CODES = new Uint8Array(0x10000)
for (const [name, chars] of HEADS) for (const char of chars) HEAD_CODES[char.charCodeAt(0)] ||= HEAD.of[name]

const MODEL = new Gate(/(?:模型|系统|智能体|机器人|models?|systems?|agents?|llms?)$/)
const ENGLISH_HEADS = new Map<string, 'person' | 'body' | 'time'>([
  ...pairs(
    'person',
    'people users adults respondents participants workers experts researchers students voters signatories members employees americans citizens parents teachers',
  ),
  ...pairs(
    'body',
    'companies countries firms labs states organizations organisations governments agencies schools',
  ),
  ...pairs('time', 'times years months weeks days hours'),
])

function pairs<T extends string>(name: T, words: string): [string, T][] {
  return words.split(' ').map((word) => [word, name])
}

function headOf(words: string): number {
  if (MODEL.test(words)) return HEAD.of.model
  const last = words.charCodeAt(words.length - 1)
  if (isHanUnit(last)) return HEAD_CODES[last] || HEAD.of.other
  const name = ENGLISH_HEADS.get(words.slice(words.lastIndexOf(' ') + 1))
  if (name) return HEAD.of[name]
  return words.endsWith('s') ? HEAD.of.thing : HEAD.of.other
}
