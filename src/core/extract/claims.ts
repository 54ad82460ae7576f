import type { Claim } from '../model/claim.ts'
import type { Figure } from '../model/figure.ts'
import type { Lang } from '../model/lang.ts'
import { foldChars } from '../text/script.ts'
import type { Span } from '../text/sentences.ts'
import { chooseClaims } from './claim-choice.ts'
import {
  CLAIM_HINTS,
  type ClaimContext,
  type ClaimSentence,
  measure,
  readFeatures,
  readPromise,
} from './claim-features.ts'
import { scoreClaim, toScore } from './claim-score.ts'
import { confirmSpeaker, isVoice } from './claim-speaker.ts'
import { findClaimWords } from './claim-vocabulary.ts'
import { DEMAND, FORECAST } from './claim-words.ts'
import type { Block, BlockKind } from './document.ts'
import type { EntitySpan } from './entities.ts'
import { readHints } from './hints.ts'
import { findHorizon } from './horizon.ts'
import { buildQuote } from './quote.ts'
import { readTermHashes, readTerms, TermCounts } from './terms.ts'
import type { Tokens } from './tokens.ts'
import type { Turn } from './turns.ts'

/** What the other extractors found in the text. */
export interface ClaimSources {
  lang: Lang
  title?: string
  /** The text, folded, and its tokens, which last until the next text is read. */
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
  buildId: (sentence: string) => string
}

/** Sentences that the patterns are tried on; counting alone leaves out the rest. */
const PROMISING = 40
/** Sentences of the opening. */
const LEAD = 4
/** Units from the start of a sentence. */
const TURN_OPENING = 24
const NO_PROSE: ReadonlySet<BlockKind> = new Set(['heading', 'code', 'footnote', 'caption', 'table-head'])
/** In words; shorter ones are headings that lost their mark, longer ones are lists. */
const SHORTEST = 6
const LONGEST = 160

/** The sentences in which the document asserts its findings, best first, none said twice; and how many quotes failed. */
export function extractClaims(text: string, sources: ClaimSources): { claims: Claim[]; dropped: number } {
  const { sentences, context, terms } = readCandidates(text, sources)
  const claims: Claim[] = []
  let dropped = 0
  const score = (sentence: ClaimSentence) => scoreClaim(readFeatures(sentence, context))
  for (const { sentence, score: logOdds } of chooseClaims(sentences, score, terms)) {
    const claim = buildClaim(text, sentence, toScore(logOdds), sources)
    if (claim) claims.push(claim)
    else dropped++
  }
  return { claims, dropped }
}

/** What scoring works on: the sentences worth it, the hashes of their terms, and what the document as a whole says. */
export interface Candidates {
  sentences: ClaimSentence[]
  context: ClaimContext
  terms: Map<ClaimSentence, Int32Array>
}

export function readCandidates(text: string, sources: ClaimSources): Candidates {
  const all = readSentences(text, sources)
  const title = readTerms(foldChars(sources.title ?? ''))
  const figureShare = all.filter((sentence) => sentence.figures > 0).length / Math.max(1, all.length)
  const sentences = all
    .map((sentence) => ({ sentence, score: readPromise(sentence) }))
    .sort((a, b) => b.score - a.score || a.sentence.start - b.sentence.start)
    .slice(0, PROMISING)
    .map(({ sentence }) => withWords(sentence, text, sources))
  const terms = new Map(sentences.map((sentence) => [sentence, readTermHashes(sentence.folded)]))
  return {
    sentences,
    terms,
    context: { figureShare, title, isHan: sources.lang !== 'en', shared: countCommon(terms) },
  }
}

/** Sentences that must have a term for it to be one of the document's own. */
const COMMON = 3

/** Terms that sentences worth scoring hold together, at most. */
const counts = new TermCounts(0x4000)

/** For each sentence, how many of its terms are the document's own. */
function countCommon(terms: ReadonlyMap<ClaimSentence, Int32Array>): Map<ClaimSentence, number> {
  counts.clear()
  for (const hashes of terms.values()) for (const hash of hashes) counts.add(hash)
  const shared = new Map<ClaimSentence, number>()
  for (const [sentence, hashes] of terms) {
    let own = 0
    for (const hash of hashes) if (counts.of(hash) >= COMMON) own++
    shared.set(sentence, own)
  }
  return shared
}

/** What only the sentences worth scoring are asked for. */
function withWords({ tokens, ...counted }: Counted, text: string, sources: ClaimSources): ClaimSentence {
  const { start, end } = counted
  return {
    ...counted,
    words: text.slice(start, end),
    folded: sources.folded.slice(start, end),
    hints: readHints(CLAIM_HINTS, sources.tokens, tokens.start, tokens.end),
  }
}

/** A sentence by what can be counted in passing. */
interface Counted extends Omit<ClaimSentence, 'words' | 'folded' | 'hints'> {
  /** Its tokens. */
  tokens: Span
}

function readSentences(text: string, sources: ClaimSources): Counted[] {
  const found: Counted[] = []
  const { blocks, turns } = sources
  const cursor = { block: 0, figure: 0, entity: 0, turn: 0, word: 0, token: 0 }
  const places = findClaimWords(sources.tokens)
  const isInterview = turns.some((turn) => turn.role === 'question')
  sources.sentences.forEach(({ start, end }, index) => {
    while (cursor.block + 1 < blocks.length && blocks[cursor.block]!.end < end) cursor.block++
    const block = blocks[cursor.block]
    if (!block || NO_PROSE.has(block.kind)) return
    const measured = measure(text, start, end)
    if (measured.size < SHORTEST || measured.size > LONGEST) return
    while (cursor.turn + 1 < turns.length && turns[cursor.turn]!.end < end) cursor.turn++
    const turn = turns[cursor.turn]
    const inTurn = turn !== undefined && turn.start <= start && turn.end >= end
    found.push({
      start,
      end,
      ...measured,
      block,
      position: index / sources.sentences.length,
      isLead: found.length < LEAD,
      index: found.length,
      opensBlock: start === block.start,
      closesBlock: end === block.end,
      figures: countInside(sources.figures, start, end, cursor, 'figure'),
      entities: countInside(sources.entities, start, end, cursor, 'entity'),
      kinds: readKinds(places, start, end, cursor),
      tokens: tokensOf(sources.tokens, start, end, cursor),
      inQuestion: inTurn && turn.role === 'question',
      inTurn: inTurn && isInterview,
    })
  })
  return found
}

/** Kinds of the claim words between two offsets; as the words are ordered, one cursor passes over them once. */
function readKinds(
  places: readonly { start: number; kinds: number }[],
  start: number,
  end: number,
  cursor: { word: number },
): number {
  let kinds = 0
  while (cursor.word < places.length && places[cursor.word]!.start < start) cursor.word++
  for (; cursor.word < places.length && places[cursor.word]!.start < end; cursor.word++)
    kinds |= places[cursor.word]!.kinds
  return kinds
}

function tokensOf({ count, starts }: Tokens, start: number, end: number, cursor: { token: number }): Span {
  while (cursor.token < count && starts[cursor.token]! < start) cursor.token++
  const first = cursor.token
  while (cursor.token < count && starts[cursor.token]! < end) cursor.token++
  return { start: first, end: cursor.token }
}

/** Both lists are ordered, so one cursor passes over each once. */
function countInside(
  spans: readonly { start: number; end: number }[],
  start: number,
  end: number,
  cursor: { figure: number; entity: number },
  name: 'figure' | 'entity',
): number {
  while (cursor[name] < spans.length && spans[cursor[name]]!.start < start) cursor[name]++
  const first = cursor[name]
  while (cursor[name] < spans.length && spans[cursor[name]]!.start < end) cursor[name]++
  return cursor[name] - first
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
    id: sources.buildId(quote.exact),
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
