import { hasKind } from './claim-vocabulary.ts'
import { BOILERPLATE, FIRST_PERSON_RESULT, HEDGED_INTRO, PURPOSE, QUESTION } from './claim-words.ts'
import type { Block } from './document.ts'

/** A sentence with what its document knows about it. */
export interface ClaimSentence extends Measured {
  start: number
  end: number
  words: string
  block: Block
  /** Place among the sentences of the body, 0 to 1. */
  position: number
  /** Among the first four sentences of the body. */
  isLead: boolean
  /** Place in its block: true for the first sentence. */
  opensBlock: boolean
  closesBlock: boolean
  figures: number
  entities: number
  /** Kinds of claim words in it, one bit each. */
  kinds: number
  inQuestion: boolean
  /** Spoken in an interview, whose introduction says in brief what matters. */
  inTurn: boolean
}

/** What is known of the whole document, against which a sentence is measured. */
export interface ClaimContext {
  /** Share of the sentences that hold a figure; where few do, a figure says more. */
  figureShare: number
  /** The text, folded. */
  folded: string
  /** Its content words, folded. */
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
] as const
export type Feature = (typeof FEATURES)[number]
export type FeatureValues = Record<Feature, number>

const DANGLING = /^(?:它|他|她|这|這|该|該|此|其|It|This|That|These|They|He|She)/

/** How far a sentence is worth the patterns, by what was counted in passing; higher is better, no scale. */
export function readPromise({ figures, kinds, entities, names, size, block }: ClaimSentence): number {
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
  const { words, kinds, block } = sentence
  const is = (truth: boolean) => (truth ? 1 : 0)
  return {
    figures: Math.min(3, sentence.figures) / 3,
    rareFigure: sentence.figures > 0 ? Math.max(0, 1 - 2 * context.figureShare) : 0,
    percent: is(/[%％]|percent|per cent|百分/.test(words)),
    result: is(hasKind(kinds, 'result')),
    attribution: is(hasKind(kinds, 'attribution')),
    firstPerson: is(FIRST_PERSON_RESULT.test(words)),
    strength: is(hasKind(kinds, 'strength')),
    recommendation: is(hasKind(kinds, 'recommendation')),
    entities: Math.min(3, sentence.entities) / 3,
    names: Math.min(4, sentence.names) / 4,
    title: overlap(context.folded.slice(sentence.start, sentence.end), context.title),
    late: is(sentence.position > 0.85),
    lead: is(sentence.isLead),
    question: is(sentence.inQuestion || QUESTION.test(words)),
    hedgedIntro: is(HEDGED_INTRO.test(words)),
    purpose: is(PURPOSE.test(words)),
    boilerplate: is(BOILERPLATE.test(words)),
    blockquote: is(block.kind === 'blockquote'),
    table: is(block.kind === 'table-row'),
    quoted: is(/^[“"「『]/.test(words)),
    unfinished: is(!/[。.!！?？…”"」』）);；]\S{0,6}$/.test(words)),
    dangling: is(DANGLING.test(words)),
    closesBlock: is(sentence.closesBlock && !sentence.opensBlock),
    inTurn: is(sentence.inTurn),
    foreign: is(sentence.isHan !== context.isHan),
  }
}

/** What can be counted of a sentence in one pass over its units. */
export interface Measured {
  /** In words; a Chinese word has about one and a half characters. */
  size: number
  /** Capitalised words that do not open it. */
  names: number
  /** Holds three Chinese characters or more. */
  isHan: boolean
}

export function measure(words: string): Measured {
  let han = 0
  let latin = 0
  let names = 0
  let inWord = false
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at)
    if (unit >= 0x3400 && unit <= 0x9fff) han++
    const lower = unit | 0x20
    const isLetter = lower >= 0x61 && lower <= 0x7a
    const isLatin = isLetter || (unit >= 0x30 && unit <= 0x39)
    if (isLatin && !inWord) {
      latin++
      if (isLetter && unit < 0x61 && !opens(words, at)) names++
    }
    inWord = isLatin || (inWord && (unit === 0x2e || unit === 0x27 || unit === 0x2019 || unit === 0x2d))
  }
  return { size: han / 1.5 + latin, names, isHan: han > 2 }
}

/** True at the start of a sentence, and after a full stop inside it. */
function opens(words: string, at: number): boolean {
  const before = words[at - 1] === ' ' ? at - 2 : at - 1
  return before < 0 || '.!?"“(*'.includes(words[before]!)
}

/** Share of the title's terms that the sentence holds. */
function overlap(folded: string, title: readonly string[]): number {
  if (title.length === 0) return 0
  let shared = 0
  for (const term of title) if (folded.includes(term)) shared++
  return shared / title.length
}
