import type { Figure } from '../model/figure.ts'
import type { Lang } from '../model/lang.ts'
import type { Span } from '../text/sentences.ts'
import { bindFigures } from './binding.ts'
import type { Block, TextDocument } from './document.ts'
import type { EntitySpan } from './entities.ts'
import { foldNumbers } from './grammar.ts'
import { buildQuote } from './quote.ts'
import { buildReading, type Reading } from './reading.ts'
import { selectQuantities } from './selection.ts'
import type { Turn } from './turns.ts'

/** What the other extractors already found in the text. */
export interface FigureContext {
  lang: Lang
  /** The text, folded unit by unit. */
  folded: string
  blocks: Block[]
  /** Ordered, not overlapping. */
  sentences: Span[]
  entities: EntitySpan[]
  /** Interview turns, when the text is one. */
  turns?: Turn[]
  /** Figure ids are built by the caller from the sentence and the order in it. */
  buildId: (sentence: string, asWritten: string, nth: number) => string
  articleId: string
}

/** Every figure of a text, in order, each with its verbatim sentence. Quotes that fail the invariant are dropped and counted. */
export function extractFigures(
  doc: TextDocument,
  context: FigureContext,
): { figures: Figure[]; dropped: number; reading: Reading } {
  const reading = buildReading(doc.text, foldNumbers(doc.text, context.folded), context)
  const bound = bindFigures(reading, selectQuantities(reading))
  const figures: Figure[] = []
  const seen = new Map<string, number>()
  for (const { quantity, sentence, fields } of bound) {
    const { start, end } = quoteSpan(doc.text, sentence, quantity)
    const quote = buildQuote(doc.text, start, end)
    const asWritten = doc.text.slice(quantity.start, quantity.end)
    if (!quote || !Number.isFinite(quantity.value)) continue
    const key = `${quote.exact}\n${asWritten}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    figures.push({
      id: context.buildId(quote.exact, asWritten, nth),
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
