import { hasKind } from './claim-vocabulary.ts'
import {
  ANNOUNCES,
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
import type { Block } from './document.ts'
import { buildHints } from './hints.ts'

/** A sentence with what its document knows about it. */
export interface ClaimSentence extends Measured {
  start: number
  end: number
  words: string
  folded: string
  block: Block
  /** Place among the sentences of the body, 0 to 1. */
  position: number
  /** Among the first four sentences of the body. */
  isLead: boolean
  /** How many sentences of the body stand before it. */
  index: number
  /** Place in its block: true for the first sentence. */
  opensBlock: boolean
  closesBlock: boolean
  figures: number
  entities: number
  /** Kinds of claim words in it, one bit each. */
  kinds: number
  /** Of \`CLAIM_HINTS\`: which patterns may match. */
  hints: number
  inQuestion: boolean
  /** Spoken in an interview, whose introduction says in brief what matters. */
  inTurn: boolean
}

/** What is known of the whole document, against which a sentence is measured. */
export interface ClaimContext {
  /** Share of the sentences that hold a figure; where few do, a figure says more. */
  figureShare: number
  /** Of its title: the content words, folded. */
  title: string[]
  /** Whether the document is Chinese. */
  isHan: boolean
  /** Of the sentences worth scoring: how many of its terms at least two others have. */
  shared: ReadonlyMap<ClaimSentence, number>
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
const MUCH_SHARED = 8
/** In words. */
const SHORT = 12
/** Sentences after which the worth of standing early is halved. */
const EARLY = 5
/** Holds a quotation of some length. */
const QUOTES = /[“"「『][^”"」』]{12}/

const DANGLING = /^(?:它|他|她|这|這|该|該|此|其|It|This|That|These|They|He|She)/

/** How far a sentence is worth the patterns, by what was counted in passing; higher is better, no scale. */
export function readPromise({
  figures,
  kinds,
  entities,
  names,
  size,
  block,
}: Pick<ClaimSentence, 'figures' | 'kinds' | 'entities' | 'names' | 'size' | 'block'>): number {
  const words = (hasKind(kinds, 'result') ? 3 : 0) + (hasKind(kinds, 'attribution') ? 1 : 0)
  const weight = words + (hasKind(kinds, 'strength') ? 2 : 0) + Math.min(3, figures) * 2
  return (
    weight +
    Math.min(3, entities) +
    Math.min(4, names) / 2 -
    (size < 14 ? 2 : 0) -
    (block.kind === 'table-row' ? 2 : 0)
  )
}

/** All features of one sentence. */
export function readFeatures(sentence: ClaimSentence, context: ClaimContext): FeatureValues {
  const { words, kinds, hints, block } = sentence
  const is = (truth: boolean) => (truth ? 1 : 0)
  return {
    figures: Math.min(3, sentence.figures) / 3,
    rareFigure: sentence.figures > 0 ? Math.max(0, 1 - 2 * context.figureShare) : 0,
    percent: is(/[%％]|percent|per cent|百分/.test(words)),
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
    question: is(sentence.inQuestion || QUESTION.test(words)),
    hedgedIntro: is(isHedgedIntro(words, hints)),
    purpose: is((hints & MAY_AIM) !== 0 && PURPOSE.test(words)),
    boilerplate: is(isBoilerplate(words, hints)),
    blockquote: is(block.kind === 'blockquote'),
    table: is(block.kind === 'table-row'),
    quoted: is(/^[“"「『]/.test(words)),
    unfinished: is(!/[。.!！?？…”"」』）);；]\S{0,6}$/.test(words.slice(-CLOSING_UNITS))),
    dangling: is(DANGLING.test(words)),
    closesBlock: is(sentence.closesBlock && !sentence.opensBlock),
    inTurn: is(sentence.inTurn),
    foreign: is(sentence.isHan !== context.isHan),
    central: Math.min(1, (context.shared.get(sentence) ?? 0) / MUCH_SHARED),
    short: is(sentence.size < SHORT),
    danger: is(hasKind(kinds, 'danger')),
    machine: is(hasKind(kinds, 'machine')),
    quotes: is(QUOTES.test(words)),
    early: 1 / (1 + sentence.index / EARLY),
  }
}

const isHedgedIntro = (words: string, hints: number) =>
  ANNOUNCES.test(words) || ARRANGES.test(words) || ((hints & MAY_POINT_OUT) !== 0 && POINTS_OUT.test(words))

const isBoilerplate = (words: string, hints: number) =>
  ((hints & MAY_BE_FURNITURE) !== 0 ||
    words[0] === BOILERPLATE_OPENING ||
    BOILERPLATE_CLOSING.includes(words.at(-1)!)) &&
  BOILERPLATE.test(words)

/** What can be counted of a sentence in one pass over its units. */
export interface Measured {
  /** In words; a Chinese word has about one and a half characters. */
  size: number
  /** Capitalised words that do not open it. */
  names: number
  /** Holds three Chinese characters or more. */
  isHan: boolean
}

const LOWER = 1
const UPPER = 2
const DIGIT = 3
/** Stands inside a word: full stop, apostrophes, hyphen. */
const JOINER = 4
const HAN = 5
const UNIT_KINDS = new Uint8Array(0x10000)
  .fill(LOWER, 0x61, 0x7b)
  .fill(UPPER, 0x41, 0x5b)
  .fill(DIGIT, 0x30, 0x3a)
  .fill(HAN, 0x3400, 0xa000)
for (const mark of ".'’-") UNIT_KINDS[mark.charCodeAt(0)] = JOINER

export function measure(text: string, start: number, end: number): Measured {
  let han = 0
  let latin = 0
  let names = 0
  let inWord = false
  for (let at = start; at < end; at++) {
    const kind = UNIT_KINDS[text.charCodeAt(at)]!
    if (kind === HAN) han++
    const isLatin = kind !== 0 && kind <= DIGIT
    if (isLatin && !inWord) {
      latin++
      if (kind === UPPER && !opens(text, start, at)) names++
    }
    inWord = isLatin || (inWord && kind === JOINER)
  }
  return { size: han / 1.5 + latin, names, isHan: han > 2 }
}

/** True at the start of a sentence, and after a full stop inside it. */
function opens(text: string, start: number, at: number): boolean {
  const before = at > start && text.charCodeAt(at - 1) === 32 ? at - 2 : at - 1
  return before < start || '.!?"“(*'.includes(text[before]!)
}

/** Share of the title's terms that the sentence holds. */
function overlap(folded: string, title: readonly string[]): number {
  if (title.length === 0) return 0
  let shared = 0
  for (const term of title) if (folded.includes(term)) shared++
  return shared / title.length
}
