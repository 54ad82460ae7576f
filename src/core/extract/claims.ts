import type { Claim } from '../model/claim.ts'
import type { Figure } from '../model/figure.ts'
import type { Lang } from '../model/lang.ts'
import { foldChars } from '../text/script.ts'
import type { Span } from '../text/sentences.ts'
import { readUnits } from '../text/units.ts'
import { chooseClaims } from './claim-choice.ts'
import { CLAIM_HINTS, type ClaimContext, type ClaimSentence, readFeatures } from './claim-features.ts'
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

/** The sentences in which the document asserts its findings, best first, none said twice; and how many quotes failed. */
export function extractClaims(text: string, sources: ClaimSources): { claims: Claim[]; dropped: number } {
  const { sentences, context } = readCandidates(text, sources)
  const claims: Claim[] = []
  let dropped = 0
  const score = (sentence: ClaimSentence) => scoreClaim(readFeatures(sentence, context))
  for (const { sentence, score: logOdds } of chooseClaims(sentences, score)) {
    const claim = buildClaim(text, sentence, toScore(logOdds), sources)
    if (claim) claims.push(claim)
    else dropped++
  }
  return { claims, dropped }
}

/** What scoring works on: the sentences worth it, and what the document as a whole says. */
export interface Candidates {
  sentences: ClaimSentence[]
  context: ClaimContext
}

export function readCandidates(text: string, sources: ClaimSources): Candidates {
  const all = readSentences(text, sources)
  const withFigure = all.reduce((sum, { figures }) => sum + (figures > 0 ? 1 : 0), 0)
  return {
    sentences: readTermsOf(
      mostPromising(all).map((sentence) => withWords(sentence, text, sources)),
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
const withWords = (sentence: Counted, text: string, { folded, tokens }: ClaimSources): ClaimSentence => ({
  ...sentence,
  words: text.slice(sentence.start, sentence.end),
  folded: folded.slice(sentence.start, sentence.end),
  hints: readHints(CLAIM_HINTS, tokens, sentence.firstToken, sentence.lastToken),
  terms: NO_TERMS,
  shared: 0,
})

const NO_TERMS = new Int32Array()
/** Sentences that must have a term for it to be one of the document's own. */
const COMMON = 3

/** The sentences with their terms, and how many of each are the document's own. */
function readTermsOf(sentences: ClaimSentence[], folded: string): ClaimSentence[] {
  const terms = openTerms(sentences.reduce((sum, { start, end }) => sum + end - start, 0))
  const units = readUnits(folded)
  for (const sentence of sentences) sentence.terms = terms.add(units, sentence.start, sentence.end)
  for (const sentence of sentences) sentence.shared = terms.countCommon(sentence.terms, COMMON)
  return sentences
}

function buildClaim(
  text: string,
  sentence: ClaimSentence,
  score: number,
  sources: ClaimSources,
): Claim | undefined {
  const { start, end, words } = sentence
  const quote = buildQuote(text, start, end)
  if (!quote) return undefined
  const figures = sources.figures.filter((figure) => figure.start >= start && figure.end <= end)
  const speaker = readSpeaker(text, sentence, figures, sources)
  const horizon = findHorizon(words)
  return {
    id: buildId('claim', sources.articleId, quote.exact),
    articleId: sources.articleId,
    kind: readKind(
      words,
      speaker,
      horizon,
      sources.turns.some((turn) => turn.start <= start && turn.end >= end),
    ),
    ...(speaker ? { speaker } : {}),
    score,
    ...(horizon ? { horizon } : {}),
    figureIds: figures.map((figure) => figure.id),
    quote,
  }
}

function readSpeaker(
  text: string,
  { start, end }: ClaimSentence,
  figures: readonly Figure[],
  sources: ClaimSources,
): string | undefined {
  const turn = sources.turns.find((other) => other.start <= start && other.end >= end)
  const span = sources.findSpeaker({ start, end })
  // in an interview only the opening of a sentence hands over to another voice
  const isNamed =
    span && (!turn || span.start <= start + TURN_OPENING) && !isBracketed(text, start, span.start)
  const named = isNamed ? confirmSpeaker(text, span, sources.entities) : undefined
  if (named || turn || (span && !isNamed)) return named ?? turn?.speaker
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
