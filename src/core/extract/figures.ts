import type { Figure } from '../model/figure.ts'
import type { Lang } from '../model/lang.ts'
import type { Span } from '../text/sentences.ts'
import { type Bound, bindFigures } from './binding.ts'
import type { Block } from './document.ts'
import type { EntitySpan } from './entities.ts'
import { foldNumbers } from './grammar.ts'
import { buildId } from './id.ts'
import { buildQuote } from './quote.ts'
import { buildReading, type Reading } from './reading.ts'
import { quantitiesOf, selectQuantities } from './selection.ts'
import type { Turn } from './turns.ts'

/** A text, and what the other extractors already found in it. */
export interface FigureContext {
  text: string
  lang: Lang
  /** The text, folded unit by unit. */
  folded: string
  blocks: Block[]
  /** Ordered, not overlapping. */
  sentences: Span[]
  entities: EntitySpan[]
  /** Interview turns, when the text is one. */
  turns?: Turn[]
  articleId: string
}

/** The figures of a text, in order, each with its verbatim sentence; `dropped` counts those whose quote failed the invariant. */
export interface Figures {
  figures: Figure[]
  dropped: number
  reading: Reading
}

/** Every figure of some texts. Each step is taken for all of them before the next one; `bindNames` says why. */
export function extractFigures(texts: readonly FigureContext[]): Figures[] {
  const folded = texts.map((context) => foldNumbers(context.text, context.folded))
  const readings = texts.map((context, at) => buildReading(context.text, folded[at]!, context))
  const quantities = readings.map(quantitiesOf)
  const chosen = readings.map((reading, at) => ({
    reading,
    selected: selectQuantities(reading, quantities[at]),
  }))
  return bindFigures(chosen).map((bound, at) => buildFigures(bound, readings[at]!, texts[at]!))
}

function buildFigures(bound: readonly Bound[], reading: Reading, context: FigureContext): Figures {
  const { text } = context
  const figures: Figure[] = []
  const seen = new Map<string, number>()
  for (const { quantity, sentence, fields } of bound) {
    const { start, end } = quoteSpan(text, sentence, quantity)
    const quote = buildQuote(text, start, end)
    const asWritten = text.slice(quantity.start, quantity.end)
    if (!quote || !Number.isFinite(quantity.value)) continue
    const key = `${quote.exact}\n${asWritten}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    figures.push({
      id: buildId('figure', context.articleId, quote.exact, asWritten, String(nth)),
      articleId: context.articleId,
      asWritten,
      start: quantity.start,
      end: quantity.end,
      value: quantity.value,
      unit: quantity.unit,
      ...fields,
      quote,
    })
  }
  return { figures, dropped: bound.length - figures.length, reading }
}

/** Longest sentence that is quoted whole; of a longer one, a window around the figure, cut at white space or a mark. */
const LONGEST_QUOTE = 600
const WINDOW = 240

function quoteSpan(text: string, sentence: Span, quantity: Span): Span {
  if (sentence.end - sentence.start <= LONGEST_QUOTE) return sentence
  let start = Math.max(sentence.start, quantity.start - WINDOW)
  let end = Math.min(sentence.end, quantity.end + WINDOW)
  while (start > sentence.start && start < quantity.start && !/[\s，,。;；、]/.test(text[start - 1]!)) start++
  while (end < sentence.end && end > quantity.end && !/[\s，,。;；、]/.test(text[end]!)) end--
  return { start, end }
}
