import {
  ATTRIBUTION,
  BOILERPLATE,
  CONTRAST,
  FIRST_PERSON_RESULT,
  HEDGED_INTRO,
  PURPOSE,
  QUESTION,
  RECOMMENDATION,
  RESULT,
  STRENGTH,
} from './claim-words.ts'
import type { Block } from './document.ts'

/** A sentence with what its document knows about it. */
export interface ClaimSentence {
  start: number
  end: number
  words: string
  /** The words, folded. */
  folded: string
  /** In words. */
  size: number
  block: Block
  /** Place among the sentences of the body, 0 to 1. */
  position: number
  /** Place in its block: true for the first sentence. */
  opensBlock: boolean
  closesBlock: boolean
  figures: number
  entities: number
  inQuestion: boolean
  /** Spoken in an interview, whose introduction says in brief what matters. */
  inTurn: boolean
}

/** What is known of the whole document, against which a sentence is measured. */
export interface ClaimContext {
  /** Its content words, folded. */
  title: string[]
  /** Whether the document is Chinese. */
  isHan: boolean
}

/** Named so that a score can be explained; each from 0 to 1. */
export const FEATURES = [
  'figures',
  'percent',
  'result',
  'attribution',
  'firstPerson',
  'strength',
  'contrast',
  'recommendation',
  'entities',
  'names',
  'title',
  'late',
  'short',
  'question',
  'hedgedIntro',
  'purpose',
  'boilerplate',
  'listItem',
  'blockquote',
  'table',
  'quoted',
  'dangling',
  'closesBlock',
  'inTurn',
  'foreign',
] as const
export type Feature = (typeof FEATURES)[number]
export type FeatureValues = Record<Feature, number>

/** Capitalised words that do not open the sentence, and Latin names in Chinese text. */
const NAME = /(?<=[a-z,;:’'”"] )\p{Lu}[\p{L}\d.-]+|(?<=[^\x00-\x7f]\s?)\p{Lu}[\p{L}\d.-]+/gu

const DANGLING = /^(?:它|他|她|这|這|该|該|此|其|It|This|That|These|They|He|She)/

const isHanText = (words: string) => /[\u3400-\u9fff].*[\u3400-\u9fff].*[\u3400-\u9fff]/s.test(words)

/** The features of one sentence, by counting alone. */
export function readFeatures(sentence: ClaimSentence, context: ClaimContext): FeatureValues {
  const { words, block } = sentence
  const is = (truth: boolean) => (truth ? 1 : 0)
  return {
    figures: Math.min(3, sentence.figures) / 3,
    percent: is(/[%％]|percent|per cent|百分/.test(words)),
    result: is(RESULT.test(words)),
    attribution: is(ATTRIBUTION.test(words)),
    firstPerson: is(FIRST_PERSON_RESULT.test(words)),
    strength: is(STRENGTH.test(words)),
    contrast: is(CONTRAST.test(words)),
    recommendation: is(RECOMMENDATION.test(words)),
    entities: Math.min(3, sentence.entities) / 3,
    names: Math.min(4, words.match(NAME)?.length ?? 0) / 4,
    title: overlap(sentence.folded, context.title),
    late: is(sentence.position > 0.85),
    short: is(sentence.size < 14),
    question: is(QUESTION.test(words) || sentence.inQuestion),
    hedgedIntro: is(HEDGED_INTRO.test(words)),
    purpose: is(PURPOSE.test(words)),
    boilerplate: is(BOILERPLATE.test(words)),
    listItem: is(block.kind === 'list-item'),
    blockquote: is(block.kind === 'blockquote'),
    table: is(block.kind === 'table-row'),
    quoted: is(/^[“"「『]/.test(words)),
    dangling: is(DANGLING.test(words)),
    closesBlock: is(sentence.closesBlock && !sentence.opensBlock),
    inTurn: is(sentence.inTurn),
    foreign: is(isHanText(words) !== context.isHan),
  }
}

/** Length in words; a Chinese word has about one and a half characters. */
export function sizeOf(words: string): number {
  let han = 0
  let latin = 0
  let inWord = false
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at)
    if (unit >= 0x3400 && unit <= 0x9fff) han++
    const isLatin = (unit | 0x20) >= 0x61 ? (unit | 0x20) <= 0x7a : unit >= 0x30 && unit <= 0x39
    if (isLatin && !inWord) latin++
    inWord = isLatin || (inWord && (unit === 0x2e || unit === 0x27 || unit === 0x2019 || unit === 0x2d))
  }
  return han / 1.5 + latin
}

/** Share of the title's terms that the sentence holds. */
function overlap(folded: string, title: readonly string[]): number {
  if (title.length === 0) return 0
  let shared = 0
  for (const term of title) if (folded.includes(term)) shared++
  return shared / title.length
}
