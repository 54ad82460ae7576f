import type { Span } from '../text/sentences.ts'
import { facet } from './features.ts'
import type { Place } from './place.ts'
import type { Candidate } from './ranking.ts'

/** A figure's place with what is known of all its candidates. */
export interface SubjectPlace {
  place: Place
  /** Codes of `NAMES` and `REACH`. */
  names: number
  reach: number
  /** Who speaks in the sentence; seldom whom its figures are about. */
  speaker: Span | undefined
  nearestName: Span | undefined
  nearestModel: Span | undefined
  firstInSentence: Span | undefined
  /** The words of the subject of the figure before. */
  lastWords: string | undefined
}

/** Whether the sentence has names. */
export const NAMES = facet('names', 'bare')
/** The nearest stretch that holds any candidate. */
export const REACH = facet('sentence', 'paragraph', 'far')

/** Reads what the candidates of one figure share. */
export function readSubjectPlace(
  place: Place,
  candidates: readonly Candidate[],
  speaker: Span | undefined,
): SubjectPlace {
  const { reading } = place
  const { scope, quantity } = place.one
  const names = reading.namesIn(scope.start, scope.end)
  return {
    place,
    names: names.length > 0 ? NAMES.of.names : NAMES.of.bare,
    reach: reachOf(place, candidates),
    speaker,
    nearestName: names.findLast(({ end }) => end <= quantity.start),
    nearestModel: names.findLast(({ end, kind }) => kind === 'model' && end <= quantity.start),
    firstInSentence: firstWithin(candidates, scope),
    lastWords: place.last?.subject && reading.folded.slice(place.last.subject.start, place.last.subject.end),
  }
}

function firstWithin(candidates: readonly Candidate[], scope: Span): Span | undefined {
  let first: Span | undefined
  for (const { span } of candidates)
    if (span && span.start >= scope.start && span.end <= scope.end && !(first && first.start <= span.start))
      first = span
  return first
}

function reachOf({ one: { sentence, block } }: Place, all: readonly Candidate[]): number {
  let reach: number = REACH.of.far
  for (const { span } of all) {
    if (!span) continue
    if (span.start >= sentence.start && span.end <= sentence.end) return REACH.of.sentence
    if (block && span.start >= block.start && span.end <= block.end) reach = REACH.of.paragraph
  }
  return reach
}
