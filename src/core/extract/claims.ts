import type { Claim } from '../model/claim.ts'
import type { Figure } from '../model/figure.ts'
import type { Lang } from '../model/lang.ts'
import { foldChars } from '../text/script.ts'
import type { Span } from '../text/sentences.ts'
import { readUnits } from '../text/units.ts'
import { chooseClaims, type Scored } from './claim-choice.ts'
import {
  CLAIM_HINTS,
  type ClaimContext,
  type ClaimSentence,
  MUCH_SHARED,
  readFeatures,
} from './claim-features.ts'
import { scoreClaim, toScore } from './claim-score.ts'
import { type Counted, readSentences } from './claim-sentences.ts'
import { confirmSpeaker, isVoice } from './claim-speaker.ts'
import { DEMAND, FORECAST } from './claim-words.ts'
import type { Block } from './document.ts'
import type { EntitySpan } from './entities.ts'
import { readHints } from './hints.ts'
import { findHorizon } from './horizon.ts'
import { buildId } from './id.ts'
import { buildQuote } from './quote.ts'
import { openTerms, readTerms } from './terms.ts'
import type { Tokens } from './tokens.ts'
import type { Turn } from './turns.ts'

/** What the other extractors found in the text. */
export interface ClaimSources {
  text: string
  lang: Lang
  title?: string
  /** The text, folded, and its tokens, which last until other texts are read. */
  folded: string
  tokens: Tokens
  blocks: readonly Block[]
  sentences: readonly Span[]
  figures: readonly Figure[]
  entities: readonly EntitySpan[]
  turns: readonly Turn[]
  /** Who a sentence names as its voice. */
  findSpeaker: (sentence: Span) => Span | undefined
  articleId: string
}

/** Sentences that the patterns are tried on; counting alone leaves out the rest. */
const PROMISING = 40
/** Units from the start of a sentence. */
const TURN_OPENING = 24

/** The claims of a document, best first, and how many quotes failed. */
export interface FoundClaims {
  claims: Claim[]
  dropped: number
}

/**
 * The sentences in which each document asserts its findings, none said twice. Each step is taken for all documents before the
 * next one; `bindNames` says why.
 */
export function extractClaims(documents: readonly ClaimSources[]): FoundClaims[] {
  const candidates = documents.map(readCandidates)
  const chosen = candidates.map(({ sentences, context }) =>
    chooseClaims(sentences, (sentence) => scoreClaim(readFeatures(sentence, context))),
  )
  const voices = documents.map(({ findSpeaker }, at) =>
    chosen[at]!.map(({ sentence }) => findSpeaker(sentence)),
  )
  return documents.map((sources, at) => {
    const claims = chosen[at]!.map((scored, index) => buildClaim(scored, voices[at]![index], sources))
    const kept = claims.filter((claim) => claim !== undefined)
    return { claims: kept, dropped: claims.length - kept.length }
  })
}

/** What scoring works on: the sentences worth it, and what the document as a whole says. */
export interface Candidates {
  sentences: ClaimSentence[]
  context: ClaimContext
}

/** The sentences that may be claims, with what is known of the whole document. */
export function readCandidates(sources: ClaimSources): Candidates {
  const all = readSentences(sources)
  const withFigure = all.reduce((sum, { figures }) => sum + (figures > 0 ? 1 : 0), 0)
  return {
    sentences: readTermsOf(
      mostPromising(all).map((sentence) => withWords(sentence, sources)),
      sources.folded,
    ),
    context: {
      figureShare: withFigure / Math.max(1, all.length),
      title: readTerms(foldChars(sources.title ?? '')),
      isHan: sources.lang !== 'en',
    },
  }
}

function mostPromising(all: Counted[]): Counted[] {
  if (all.length <= PROMISING) return all
  return all.toSorted((a, b) => b.promise - a.promise || a.start - b.start).slice(0, PROMISING)
}

/** What only the sentences worth scoring are asked for. */
const withWords = (sentence: Counted, { text, folded, tokens }: ClaimSources): ClaimSentence => ({
  ...sentence,
  words: text.slice(sentence.start, sentence.end),
  folded: folded.slice(sentence.start, sentence.end),
  hints: readHints(CLAIM_HINTS, tokens, sentence.firstToken, sentence.lastToken),
  terms: NO_TERMS,
  shared: 0,
})

const NO_TERMS: readonly number[] = []
/** Sentences that must have a term for it to be one of the document's own. */
const COMMON = 3

/** The sentences with their terms, and how many of each are the document's own. */
function readTermsOf(sentences: ClaimSentence[], folded: string): ClaimSentence[] {
  const terms = openTerms(sentences.reduce((sum, { start, end }) => sum + end - start, 0))
  const units = readUnits(folded)
  for (const sentence of sentences) sentence.terms = terms.add(units, sentence.start, sentence.end)
  for (const sentence of sentences) sentence.shared = terms.countCommon(sentence.terms, COMMON, MUCH_SHARED)
  return sentences
}

function buildClaim(
  { sentence, score }: Scored,
  voice: Span | undefined,
  sources: ClaimSources,
): Claim | undefined {
  const { start, end, words } = sentence
  const quote = buildQuote(sources.text, start, end)
  if (!quote) return undefined
  const figures = figuresIn(sentence, sources)
  const turn = sources.turns.find((other) => other.start <= start && other.end >= end)
  const speaker = readSpeaker(sentence, { voice, turn, figures }, sources)
  const horizon = findHorizon(words)
  return {
    id: buildId('claim', sources.articleId, quote.exact),
    articleId: sources.articleId,
    kind: readKind(words, speaker, horizon, turn !== undefined),
    ...(speaker ? { speaker } : {}),
    score: toScore(score),
    ...(horizon ? { horizon } : {}),
    figureIds: figures.map((figure) => figure.id),
    quote,
  }
}

/** The figures that lie wholly inside a sentence, which are among those that begin in it. */
const figuresIn = ({ end, firstFigure, figures }: ClaimSentence, sources: ClaimSources): Figure[] =>
  sources.figures.slice(firstFigure, firstFigure + figures).filter((figure) => figure.end <= end)

/** What may tell who speaks in a sentence: whom it names, whose turn it is, and what its figures say. */
interface Spoken {
  voice: Span | undefined
  turn: Turn | undefined
  figures: readonly Figure[]
}

function readSpeaker(
  { start }: ClaimSentence,
  { voice, turn, figures }: Spoken,
  { text, entities }: ClaimSources,
): string | undefined {
  // in an interview only the opening of a sentence hands over to another voice
  const isNamed =
    voice && (!turn || voice.start <= start + TURN_OPENING) && !isBracketed(text, start, voice.start)
  const named = isNamed ? confirmSpeaker(text, voice, entities) : undefined
  if (named || turn || (voice && !isNamed)) return named ?? turn?.speaker
  const bound = figures.find((figure) => figure.speaker)
  return bound?.speaker && (bound.speakerId || isVoice(bound.speaker)) ? bound.speaker : undefined
}

/** `Gates (co-founder of Microsoft) warned`: a name inside an open bracket explains the speaker and is not the speaker. */
function isBracketed(text: string, start: number, at: number): boolean {
  const before = text.slice(start, at)
  return (
    Math.max(before.lastIndexOf('('), before.lastIndexOf('（')) >
    Math.max(before.lastIndexOf(')'), before.lastIndexOf('）'))
  )
}

function readKind(
  words: string,
  speaker: string | undefined,
  horizon: string | undefined,
  inTurn: boolean,
): Claim['kind'] {
  if (horizon && FORECAST.test(words)) return 'forecast'
  if (DEMAND.test(words)) return 'recommendation'
  if (speaker && (inTurn || /^[“"「『]|[“"「『][^”"」』]{12,}[”"」』]/.test(words))) return 'quotation'
  return speaker ? 'statement' : 'finding'
}
