import { ENTITY_KINDS } from '../model/kinds.ts'
import type { Span } from '../text/sentences.ts'
import { isDigit } from './char-set.ts'
import type { EntitySpan } from './entities.ts'
import { facet } from './features.ts'
import { endsInMetric } from './metric.ts'
import { isNominal, isTheme } from './nominal.ts'
import { readTouches } from './place.ts'
import type { Reading } from './reading.ts'
import { type Edges, readEdges } from './span-edges.ts'

/**
 * A span of a text that may be an answer, which is one object for every figure of its sentence and of the next ones: what it
 * is wherever it stands is read once.
 */
export class KnownSpan implements Span {
  readonly start: number
  readonly end: number
  facts: SpanFacts | undefined = undefined
  /** Whether it can name something, and whether it can stay the theme beyond its clause; absent before somebody has asked. */
  isNominal: boolean | undefined = undefined
  isTheme: boolean | undefined = undefined
  /** What of it may name a property, if anything may; absent before somebody has asked. */
  property: KnownSpan | null | undefined = undefined
  /** Number of the list that last took it, and its place there: a list finds it again without a look-up, and nothing is held. */
  list = 0
  placeInList = 0

  constructor(start: number, end: number) {
    this.start = start
    this.end = end
  }
}

/** What is read of a span once; all fields stand there from the beginning, so that every span's facts are laid out alike. */
export class SpanFacts {
  /** Folded. */
  readonly words: string
  /** Code of `KIND`. */
  readonly kind: number
  readonly hasName: boolean
  /** Codes of `TOUCHES`. */
  readonly touches: readonly number[]
  readonly isMetric: boolean
  readonly hasDigits: boolean
  readonly edges: Edges
  /** The sentence whose figures last asked whether the words had been said, and the code of `SAID` for it. */
  saidIn: Span | undefined = undefined
  saidCode = 0
  /** What speaks for it as a subject wherever it stands, in thousandths; `UNREAD` before somebody has asked. */
  asSubject = UNREAD
  /** The same as a metric. */
  asMetric = UNREAD

  constructor(reading: Reading, span: KnownSpan) {
    const { folded } = reading
    const words = folded.slice(span.start, span.end)
    const names = reading.namesIn(span.start, span.end)
    this.words = words
    this.kind = kindOf(reading, names, span)
    this.hasName = names.length > 0
    this.touches = readTouches(folded, span)
    this.isMetric = endsInMetric(words)
    this.hasDigits = hasDigits(words)
    this.edges = readEdges(folded, span, words)
  }
}

/** No sum of weights. */
export const UNREAD = -0x40000000

/** Kind of the name that a span is, or whether it names something that acts or is measured. */
export const KIND = facet(
  'phrase',
  'theme',
  ...ENTITY_KINDS,
  ...ENTITY_KINDS.map((kind) => `name ${kind}` as const),
)

/** The same in fewer words: all names but those of models and places are one. */
export const COARSE = facet('phrase', 'theme', 'model', 'place', 'name')

/** Codes of `COARSE`, by code of `KIND`. */
export const COARSE_KINDS = KIND.words.map((kind) =>
  kind === 'phrase' || kind === 'theme' || kind === 'model' || kind === 'place'
    ? COARSE.of[kind]
    : COARSE.of.name,
)

export const factsOf = (reading: Reading, span: KnownSpan): SpanFacts =>
  (span.facts ??= new SpanFacts(reading, span))

/** Whether the words of a span can be a name or noun phrase. */
export const isNominalSpan = ({ folded }: Reading, span: KnownSpan): boolean =>
  (span.isNominal ??= isNominal(folded.slice(span.start, span.end)))

/** Whether a span can stay the theme beyond its clause. */
export const isThemeSpan = ({ folded }: Reading, span: KnownSpan): boolean =>
  (span.isTheme ??= isTheme(folded.slice(span.start, span.end), span.isNominal))

function kindOf(reading: Reading, names: readonly EntitySpan[], span: KnownSpan): number {
  const name = names.length > 0 && names.find((one) => one.end - one.start > 0.6 * (span.end - span.start))
  if (!name) return isThemeSpan(reading, span) ? KIND.of.theme : KIND.of.phrase
  return name.entityId ? KIND.of[name.kind] : KIND.of[`name ${name.kind}`]
}

function hasDigits(words: string): boolean {
  let at = 0
  while (at < words.length && !isDigit(words.charCodeAt(at))) at++
  return at < words.length
}
