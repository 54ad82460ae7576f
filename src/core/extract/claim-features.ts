import { ANNOUNCES, ASKS, type Counted, QUOTES, SHARES } from './claim-sentences.ts'
import { hasKind } from './claim-vocabulary.ts'
import {
  ANNOUNCED,
  ARRANGES,
  BOILERPLATE,
  BOILERPLATE_CLOSING,
  BOILERPLATE_HINTS,
  BOILERPLATE_OPENING,
  FIRST_PERSON_HINTS,
  FIRST_PERSON_RESULT,
  POINTS_OUT,
  POINTS_OUT_HINTS,
  PURPOSE,
  PURPOSE_HINTS,
  QUESTION,
} from './claim-words.ts'
import { buildHints } from './hints.ts'

/** A sentence worth scoring, with what its document knows about it. */
export interface ClaimSentence extends Counted {
  words: string
  folded: string
  /** Of `CLAIM_HINTS`: which patterns may match. */
  hints: number
  /** Its terms, each once, as numbers that no other term of the document has. */
  terms: readonly number[]
  /** How many of its terms at least two others of these sentences have, counted up to `MUCH_SHARED`. */
  shared: number
}

/** What is known of the whole document, against which a sentence is measured. */
export interface ClaimContext {
  /** Share of the sentences that hold a figure; where few do, a figure says more. */
  figureShare: number
  /** Of its title: the content words, folded. */
  title: string[]
  /** Whether the document is Chinese. */
  isHan: boolean
}

/** Named so that a score can be explained; each from 0 to 1. */
export const FEATURES = [
  'figures',
  'rareFigure',
  'percent',
  'result',
  'attribution',
  'firstPerson',
  'strength',
  'recommendation',
  'entities',
  'names',
  'title',
  'late',
  'lead',
  'question',
  'hedgedIntro',
  'purpose',
  'boilerplate',
  'blockquote',
  'table',
  'quoted',
  'dangling',
  'unfinished',
  'closesBlock',
  'inTurn',
  'foreign',
  'central',
  'short',
  'danger',
  'machine',
  'quotes',
  'early',
] as const
export type Feature = (typeof FEATURES)[number]
export type FeatureValues = Record<Feature, number>

/** Words that every match of the slower patterns holds; the patterns are tried only where one stands. */
export const CLAIM_HINTS = buildHints([
  PURPOSE_HINTS,
  FIRST_PERSON_HINTS,
  POINTS_OUT_HINTS,
  BOILERPLATE_HINTS,
])
const [MAY_AIM, MAY_FIND, MAY_POINT_OUT, MAY_BE_FURNITURE] = [1, 2, 4, 8]
/** Longest that closes a sentence: a mark and what may follow it. */
const CLOSING_UNITS = 7

/** Terms shared with others, from which on a sentence is as central as can be. */
export const MUCH_SHARED = 8
/** In words. */
const SHORT = 12
/** Sentences after which the worth of standing early is halved. */
const EARLY = 5
/** Holds a quotation of some length. */
const QUOTED_LONG = /[“"「『][^”"」』]{12}/

const SHARE_WORD = /per ?cent|百分/
const DANGLING = /^(?:它|他|她|这|這|该|該|此|其|It|This|That|These|They|He|She)/

/** All features of one sentence, in the order of `FEATURES`. */
export function readFeatures(sentence: ClaimSentence, context: ClaimContext): FeatureValues {
  const { words, kinds, hints, marks, block } = sentence
  const mayQuote = (marks & QUOTES) !== 0
  const is = (truth: boolean) => (truth ? 1 : 0)
  return {
    figures: Math.min(3, sentence.figures) / 3,
    rareFigure: sentence.figures > 0 ? Math.max(0, 1 - 2 * context.figureShare) : 0,
    percent: is((marks & SHARES) !== 0 || SHARE_WORD.test(words)),
    result: is(hasKind(kinds, 'result')),
    attribution: is(hasKind(kinds, 'attribution')),
    firstPerson: is((hints & MAY_FIND) !== 0 && FIRST_PERSON_RESULT.test(words)),
    strength: is(hasKind(kinds, 'strength')),
    recommendation: is(hasKind(kinds, 'recommendation')),
    entities: Math.min(3, sentence.entities) / 3,
    names: Math.min(4, sentence.names) / 4,
    title: overlap(sentence.folded, context.title),
    late: is(sentence.position > 0.85),
    lead: is(sentence.isLead),
    question: is(sentence.inQuestion || ((marks & ASKS) !== 0 && QUESTION.test(words))),
    hedgedIntro: is(isHedgedIntro(words, hints, marks)),
    purpose: is((hints & MAY_AIM) !== 0 && PURPOSE.test(words)),
    boilerplate: is(isBoilerplate(words, hints)),
    blockquote: is(block.kind === 'blockquote'),
    table: is(block.kind === 'table-row'),
    quoted: is(mayQuote && /^[“"「『]/.test(words)),
    dangling: is(DANGLING.test(words)),
    unfinished: is(!/[。.!！?？…”"」』）);；]\S{0,6}$/.test(words.slice(-CLOSING_UNITS))),
    closesBlock: is(sentence.closesBlock && !sentence.opensBlock),
    inTurn: is(sentence.inTurn),
    foreign: is(sentence.isHan !== context.isHan),
    central: Math.min(1, sentence.shared / MUCH_SHARED),
    short: is(sentence.size < SHORT),
    danger: is(hasKind(kinds, 'danger')),
    machine: is(hasKind(kinds, 'machine')),
    quotes: is(mayQuote && QUOTED_LONG.test(words)),
    early: 1 / (1 + sentence.index / EARLY),
  }
}

const isHedgedIntro = (words: string, hints: number, marks: number) =>
  ((marks & ANNOUNCES) !== 0 && ANNOUNCED.test(words)) ||
  ARRANGES.test(words) ||
  ((hints & MAY_POINT_OUT) !== 0 && POINTS_OUT.test(words))

const isBoilerplate = (words: string, hints: number) =>
  ((hints & MAY_BE_FURNITURE) !== 0 ||
    words[0] === BOILERPLATE_OPENING ||
    BOILERPLATE_CLOSING.includes(words.at(-1)!)) &&
  BOILERPLATE.test(words)

/** Share of the title's terms that the sentence holds. */
function overlap(folded: string, title: readonly string[]): number {
  if (title.length === 0) return 0
  let shared = 0
  for (const term of title) if (folded.includes(term)) shared++
  return shared / title.length
}
