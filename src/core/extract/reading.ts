import type { Lang } from '../model/lang.ts'
import type { Span } from '../text/sentences.ts'
import type { Block } from './document.ts'
import type { EntitySpan } from './entities.ts'
import { buildMaskTest, findAddresses } from './mask-test.ts'
import { Mentions } from './mentions.ts'
import { findNames } from './names.ts'
import { findPhrases } from './phrases.ts'
import { trimSpan } from './ranking.ts'
import { KnownSpan } from './span-facts.ts'
import { firstEndingAfter, keyOf, SpanIndex } from './spans.ts'
import type { Turn } from './turns.ts'

/** A text with everything that is known about its places, for quick look-ups by offset. */
export interface Reading {
  text: string
  /** Same length as the text: half-width, lower case, Simplified. */
  folded: string
  lang: Lang
  blocks: Block[]
  sentences: Span[]
  entities: EntitySpan[]
  turns: Turn[]
  /** Addresses in the text, in order, which hold no figure. */
  addresses: readonly Span[]
  isMasked: (start: number, end: number) => boolean
  sentenceAt: (offset: number) => Span | undefined
  blockAt: (offset: number) => Block | undefined
  /** Place of a sentence in `sentences`, by its start. */
  sentenceIndex: (sentence: Span) => number
  blockIndex: (block: Span) => number
  /** Entities that lie wholly inside a span, in order. */
  entitiesIn: (start: number, end: number) => EntitySpan[]
  /** The entity that holds an offset. */
  entityAt: (offset: number) => EntitySpan | undefined
  /** Entities and other names (capitalised runs, acronyms the text defines) inside a span and in no address, in order. */
  namesIn: (start: number, end: number) => EntitySpan[]
  /** Noun phrases inside a span, in order; read once, since each figure of a sentence and of the next ones asks for them. */
  phrasesIn: (start: number, end: number) => readonly KnownSpan[]
  /** Offsets at which predicates begin inside a span, in order, up to the 400th unit. */
  predicatesIn: (start: number, end: number) => readonly number[]
  /** What tells what somebody did inside a span, in order, up to the 400th unit. */
  verbsIn: (start: number, end: number) => readonly KnownSpan[]
  /** The one object for a span, which holds what was read about it. */
  spanOf: (start: number, end: number) => KnownSpan
  /** The organisation or model named most often in a block before an offset, else in the whole text. */
  topicOf: (block: Block | undefined, before: number) => EntitySpan | undefined
}

/** What is read of a stretch of text at once. */
interface Stretch {
  phrases: readonly KnownSpan[]
  predicates: readonly number[]
  verbs: readonly KnownSpan[]
}

interface Found {
  lang: Lang
  blocks: Block[]
  sentences: Span[]
  entities: EntitySpan[]
  turns?: Turn[]
}

/** How far back the topic of a paragraph is looked for, in UTF-16 units. */
const TOPIC_REACH = 3000

export function buildReading(text: string, folded: string, found: Found): Reading {
  const { lang, blocks, sentences, entities } = found
  const addresses = findAddresses(folded)
  const bySentence = new SpanIndex(sentences)
  const byBlock = new SpanIndex(blocks)
  const byEntity = new SpanIndex(entities)
  let byName: SpanIndex<EntitySpan> | undefined
  let mentions: Mentions | undefined
  let topic: EntitySpan | undefined | null = null
  const topicOf = (block: Block | undefined, before: number) => {
    mentions ??= new Mentions(entities)
    const near = block && mentions.mostIn(Math.max(block.start, before - TOPIC_REACH), before)
    return near ?? (topic === null ? (topic = mentions.mostIn(0, text.length)) : topic)
  }
  const stretches = new Map<number, Stretch>()
  const spans = new Map<number, KnownSpan>()
  const spanOf = (start: number, end: number) => {
    const key = keyOf(start, end)
    let span = spans.get(key)
    if (!span) spans.set(key, (span = new KnownSpan(start, end)))
    return span
  }
  /** `watch?v=…` of an address names nothing. */
  const isOfAddress = ({ start }: Span) => addresses.length > 0 && spanAt(addresses, start) !== undefined
  /** A phrase without its marks; `findPhrases` finds none that cannot be one. */
  const phraseOf = (phrase: Span): KnownSpan[] => {
    const trimmed = trimSpan(folded, phrase)
    if (!trimmed || isOfAddress(trimmed)) return []
    const span = spanOf(trimmed.start, trimmed.end)
    if (trimmed === phrase) span.isNominal = true
    return [span]
  }
  const stretchOf = (start: number, end: number) => {
    const key = keyOf(start, end)
    let known = stretches.get(key)
    if (!known) {
      const { phrases, predicates, verbs } = findPhrases(folded, start, end)
      const told = verbs.map((verb) => spanOf(verb.start, verb.end))
      known = { phrases: phrases.flatMap(phraseOf), predicates, verbs: told }
      stretches.set(key, known)
    }
    return known
  }
  return {
    text,
    folded,
    lang,
    blocks,
    sentences,
    entities,
    turns: found.turns ?? [],
    addresses,
    isMasked: buildMaskTest(folded, addresses),
    sentenceAt: (offset) => bySentence.at(offset),
    blockAt: (offset) => byBlock.at(offset),
    sentenceIndex: (sentence) => bySentence.after(sentence.start),
    blockIndex: (block) => byBlock.after(block.start),
    entitiesIn: (start, end) => byEntity.within(start, end),
    entityAt: (offset) => byEntity.at(offset),
    namesIn: (start, end) =>
      (byName ??= new SpanIndex(
        findNames(text, lang !== 'en', entities).filter((name) => !isOfAddress(name)),
      )).within(start, end),
    phrasesIn: (start, end) => stretchOf(start, end).phrases,
    predicatesIn: (start, end) => stretchOf(start, end).predicates,
    verbsIn: (start, end) => stretchOf(start, end).verbs,
    spanOf,
    topicOf,
  }
}

/** A sentence itself (0), or the one that stands so many before it; a line of code is no sentence of the text, but has some before it. */
export const sentenceBefore = (reading: Reading, sentence: Span, back: number): Span | undefined =>
  back === 0 ? sentence : reading.sentences[reading.sentenceIndex(sentence) - back]

/** The sentences before one, at most so many, the nearest first. */
export function sentencesBefore(reading: Reading, sentence: Span, most: number): Span[] {
  const index = reading.sentenceIndex(sentence)
  return reading.sentences.slice(Math.max(0, index - most), index).reverse()
}

/** The span that holds an offset, of spans in order that do not overlap. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const span = spans[firstEndingAfter(spans, offset)]
  return span && span.start <= offset ? span : undefined
}
