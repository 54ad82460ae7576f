import type { Span } from '../text/sentences.ts'
import { charSet, isDigit, SPACES, unitAt } from './char-set.ts'
import { ENGLISH_LEAD, HAN_LEAD, HAN_PREDICATE } from './clause-words.ts'
import { endOfWord, isLower, isStopAt, isWordUnit, kindAt, PARTS } from './english-words.ts'
import { Gate } from './gates.ts'
import { isInsideNoun } from './han-pairs.ts'
import { edgesOf, unitsOf } from './pattern-edges.ts'
import { matchesOf, WordScan } from './word-scan.ts'

/**
 * Clauses and their leading noun phrases by closed word classes, without a parser: what stands before the first word that
 * surely begins a predicate. All on folded text (half-width, lower case, Simplified).
 */

const OPENERS = '([{（【'
const CLOSERS = ')]}）】'

const OPENING = charSet(OPENERS)
const CLOSING = charSet(CLOSERS)

const SPACE = charSet(SPACES)
/** What is left out at the end of a Chinese subject. */
const LIGHT = charSet(`${SPACES}的了就也都才「“"*`)

/** Longest half of a clause, in UTF-16 units; text without punctuation ends there. */
const LONGEST_CLAUSE = 240

/** The clause around an offset of a sentence. */
interface Known {
  sentence: Span
  offset: number
  clause: Span
}

/** Clauses of the text that was asked about last, by offset: a dozen rules ask for that of each figure. A power of two. */
const SLOTS = 256
const known: { folded: string; clauses: (Known | undefined)[] } = {
  folded: '',
  clauses: new Array<undefined>(SLOTS).fill(undefined),
}

/** Bounds of the clause around an offset: between commas, semicolons, colons and brackets; a comma inside a number is none. */
export function clauseAt(folded: string, sentence: Span, offset: number): Span {
  const { clauses } = known
  if (known.folded !== folded) {
    known.folded = folded
    clauses.fill(undefined)
  }
  const slot = offset & (SLOTS - 1)
  const one = clauses[slot]
  if (one?.offset === offset && one.sentence === sentence) return one.clause
  const clause = readClause(folded, sentence, offset)
  clauses[slot] = { sentence, offset, clause }
  return clause
}

function readClause(folded: string, sentence: Span, offset: number): Span {
  let start = offset
  const first = Math.max(sentence.start, offset - LONGEST_CLAUSE)
  while (start > first && !isBreak(folded, start - 1)) start--
  let end = offset
  const last = Math.min(sentence.end, offset + LONGEST_CLAUSE)
  while (end < last && !isBreak(folded, end)) end++
  while (start < offset && SPACE[folded.charCodeAt(start)] === 1) start++
  return { start: behindReport(folded, start, offset), end }
}

/** Verbs whose complement is a clause of its own: `Chan said that eight cards were …` is about the cards. */
const REPORTS =
  /(?:(?<![a-z])(?:said|says|told [a-z]+|found|finds|showed|shows|show|revealed|reveals|reported|estimated|estimates|noted|added|claimed|claims|warned|discover(?:ed)?|believes?)(?: that)? |表示|爆料说?是?|指出|发现|显示|透露|认为|声称|称(?![号呼为赞])|披露|估计|预测|预计|证实|坦言|强调)/g

function behindReport(folded: string, start: number, offset: number): number {
  let from = start
  for (const match of matchesOf(REPORTS, folded.slice(start, offset))) {
    const end = start + match.index + match[0].length
    const least = /found|finds|discover|发现|披露|预计|估计|预测|estimate/.test(match[0]) ? 5 : 0
    if (match.index > 0 && offset - end >= least) from = end
  }
  return from
}

/** 1 for every character that can end a clause. */
const BREAKS = new Uint8Array(0x10000)
for (const char of `,:.—–;。|\n${OPENERS}${CLOSERS}`) BREAKS[char.charCodeAt(0)] = 1

function isBreak(folded: string, at: number): boolean {
  if (BREAKS[folded.charCodeAt(at)] !== 1) return false
  const char = folded[at]!
  if (char === ',') return !(isDigit(unitAt(folded, at - 1)) && isDigit(unitAt(folded, at + 1)))
  // p(doom), f(x): a bracket that closes up with a letter belongs to the word.
  if (char === '(' && /[a-z]/.test(folded[at - 1] ?? '')) return false
  if (char === ')' && /[a-z]\([a-z]{0,12}$/.test(folded.slice(Math.max(0, at - 16), at))) return false
  if (char === ':' || char === '.') return char === ':' && !isDigit(unitAt(folded, at - 1))
  if (char === '—' || char === '–')
    return /[\s—]/.test(folded[at - 1] ?? '') || /[\s—]/.test(folded[at + 1] ?? '')
  return (
    char === ';' ||
    char === '。' ||
    char === '|' ||
    char === '\n' ||
    OPENERS.includes(char) ||
    CLOSERS.includes(char)
  )
}

/** The bracket that opens around an offset within its sentence, or -1. */
export function openBracket(folded: string, sentence: Span, offset: number): number {
  let depth = 0
  for (let at = offset - 1; at >= Math.max(sentence.start, offset - LONGEST_CLAUSE); at--) {
    const unit = folded.charCodeAt(at)
    if (CLOSING[unit] === 1) depth++
    else if (OPENING[unit] === 1) {
      if (depth === 0) return at
      depth--
    }
  }
  return -1
}

export const HAN_PREDICATES = new WordScan(HAN_PREDICATE)
/** 支持者, 拒绝率: a verb with one of these behind it names something. */
export const MADE_OF_VERBS = charSet('者率')
const HAN_LEADS = unitsOf(edgesOf(HAN_LEAD.source).first)

/** How many units at the beginning of a stretch are connectives and openings. */
export function lengthOfLead(folded: string, start: number, end: number): number {
  if (start >= end || HAN_LEADS[folded.charCodeAt(start)] !== 1) return 0
  return HAN_LEAD.exec(folded.slice(start, end))?.[0].length ?? 0
}

/** Where a stretch of text is left when a scan has found something within it, with two characters of context on either side. */
function firstPredicate(folded: string, start: number, end: number): number {
  const from = Math.max(0, start - 2)
  const words = folded.slice(from, end + 4)
  for (let at = start - from; at < words.length; at++) {
    const stop = HAN_PREDICATES.endAt(words, at)
    // 使用者, 支持率
    if (stop > at + 1 && MADE_OF_VERBS[words.charCodeAt(stop)] === 1) continue
    if (stop > at + 1 || (stop > 0 && !isInsideNoun(words, at))) return Math.min(end, from + at)
  }
  return end
}

/** The noun phrase that a Chinese clause begins with, or undefined when it begins with its predicate. */
export function leadingHan(folded: string, start: number, end: number): Span | undefined {
  let at = start
  for (;;) {
    const lead = lengthOfLead(folded, at, Math.min(end, at + 16))
    if (lead === 0) break
    at += lead
  }
  let stop = firstPredicate(folded, at, end)
  while (stop > at && LIGHT[folded.charCodeAt(stop - 1)] === 1) stop--
  return stop > at ? { start: at + determiner(folded, at, stop), end: stop } : undefined
}

const DETERMINER = new Gate(/^(?:这|那)?(?:一|几|两)?(?:个|款|项|种|名|位|家|些|类|篇|套)(?=..)/)

/** 这个新模型 is 新模型; 该研究 and 本文 stay, since without their determiner they would mean any. */
const determiner = (folded: string, start: number, end: number) =>
  DETERMINER.lengthIn(folded.slice(start, end))

/** The first words of all connectives; a clause that begins with another word has none. */
const ENGLISH_LEADS: ReadonlySet<string> = new Set(ENGLISH_LEAD.source.match(/(?<=[:|])[a-z]+/g))

/** How many units at the beginning of a stretch are one connective or opening. */
function lengthOfEnglishLead(folded: string, start: number, end: number): number {
  let stop = start
  while (stop < end && isLower(folded.charCodeAt(stop))) stop++
  if (stop > start && !ENGLISH_LEADS.has(folded.slice(start, stop))) return 0
  return ENGLISH_LEAD.exec(folded.slice(start, Math.min(end, start + 80)))?.[0].length ?? 0
}

/** The noun phrase that an English clause begins with. */
export function leadingEnglish(folded: string, start: number, end: number): Span | undefined {
  let at = start
  for (;;) {
    const lead = lengthOfEnglishLead(folded, at, end)
    if (lead === 0) break
    at += lead
  }
  let to = firstStop(folded, at, end)
  while (to > at && SPACE[folded.charCodeAt(to - 1)] === 1) to--
  return to > at && !/^\d/.test(folded.slice(at, to)) ? { start: at, end: to } : undefined
}

/** Where a predicate, a prepositional phrase or another phrase begins within a stretch, else its end. */
function firstStop(folded: string, start: number, end: number): number {
  const from = Math.max(0, start - 2)
  const words = folded.slice(from, end + 4)
  let hasNoun = false
  for (let at = start - from; at < words.length; at++) {
    if (!isWordUnit(words.charCodeAt(at))) continue
    const stop = endOfWord(words, at)
    const kind = kindAt(words, at, stop)
    const isWhole = !isWordUnit(unitAt(words, at - 1))
    if (isWhole && ((hasNoun && (kind & PARTS) !== 0) || isStopAt(kind, words, at)))
      return Math.min(end, from + at)
    hasNoun ||= (kind & PARTS) === 0
    at = stop
  }
  return end
}
