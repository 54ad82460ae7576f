import type { Article } from '../model/article.ts'
import type { Figure } from '../model/figure.ts'
import type { Lang } from '../model/lang.ts'
import type { Quote } from '../model/quote.ts'
import type { Source } from '../model/source.ts'
import { countPoints, isLonger } from './code-points.ts'

/** Longest quote shown, in code points: a house rule that stays well within the right of quotation. */
export const QUOTE_CAPS: Record<Lang, number> = { en: 300, 'zh-Hans': 120, 'zh-Hant': 120 }
/** Most quotes of one article on one page, and the share of its text that they may reach together. */
const QUOTES_PER_PAGE = 3
const SHARE_OF_TEXT = 0.1

/** A verbatim stretch to show, cut in three at the figure, with the word whether text of the sentence was left out around it. */
export interface QuoteView {
  lang: Lang
  before: string
  /** The figure as printed; empty where the quote is not about one figure. */
  mark: string
  after: string
  isCutBefore: boolean
  isCutAfter: boolean
}

/** The sentence of a figure within the caps; undefined when the page or the source asked not to be quoted. */
export function buildFigureQuote(figure: Figure, article: Article, source?: Source): QuoteView | undefined {
  const start = figure.start - figure.quote.start
  return buildQuoteView(figure.quote, { start, end: start + figure.asWritten.length }, article, source)
}

/** A quote within the caps, around `focus` (UTF-16 offsets into it) where there is one. */
export function buildQuoteView(
  quote: Quote,
  focus: { start: number; end: number } | undefined,
  article: Article,
  source?: Source,
): QuoteView | undefined {
  const limit = Math.min(
    QUOTE_CAPS[article.lang],
    article.excerptLimit ?? Number.POSITIVE_INFINITY,
    source?.excerptLimit ?? Number.POSITIVE_INFINITY,
  )
  const text = quote.exact
  const isInside = focus && focus.start >= 0 && focus.end <= text.length && focus.start < focus.end
  const at = isInside ? focus : { start: 0, end: 0 }
  if (limit === 0 || isLonger(text.slice(at.start, at.end), limit)) return undefined
  const { start, end } = cutAround(text, at, limit)
  return {
    lang: article.lang,
    before: text.slice(start, at.start),
    mark: text.slice(at.start, at.end),
    after: text.slice(at.end, end),
    isCutBefore: start > 0,
    isCutAfter: end < text.length,
  }
}

/** The widest window of at most `limit` code points around `at` that starts and ends at the edge of a word. */
export function cutAround(text: string, at: { start: number; end: number }, limit: number) {
  if (!isLonger(text, limit)) return { start: 0, end: text.length }
  const room = limit - countPoints(text.slice(at.start, at.end))
  const left = [...text.slice(0, at.start)]
  const right = [...text.slice(at.end)]
  const leftRoom = Math.min(left.length, Math.max(Math.floor(room / 2), room - right.length))
  const takenLeft = left.slice(left.length - leftRoom).join('')
  const takenRight = right.slice(0, room - leftRoom).join('')
  const start = at.start - trimStart(takenLeft, leftRoom < left.length).length
  const end = at.end + trimEnd(takenRight, room - leftRoom < right.length).length
  return { start, end }
}

/** Drops the half word at the start of a cut text; Han characters are words of their own here. */
function trimStart(text: string, isCut: boolean): string {
  if (!isCut) return text
  const whole = text.replace(/^[\p{L}\p{M}\p{N}]+(?<!\p{Script=Han})/u, '')
  return (whole.length * 2 < text.length ? text : whole).replace(/^[\s，、；,;]+/u, '')
}

function trimEnd(text: string, isCut: boolean): string {
  if (!isCut) return text
  const whole = text.replace(/(?!\p{Script=Han})[\p{L}\p{M}\p{N}]+$/u, '')
  return (whole.length * 2 < text.length ? text : whole).replace(/[\s，、；,;]+$/u, '')
}

/**
 * Which of an article's quotes one page may show, best first: at most three, together at most a tenth of the text (the first
 * is always within its own cap). Our own sample texts are free of the second rule.
 */
export function chooseQuotes<T extends { quote: Quote }>(items: T[], article: Article): Set<T> {
  const chosen = new Set<T>()
  const shown = new Set<string>()
  let length = 0
  for (const item of items) {
    const { exact } = item.quote
    const size = Math.min(countPoints(exact), QUOTE_CAPS[article.lang])
    const isWithin = article.sample || shown.size === 0 || length + size <= article.textLength * SHARE_OF_TEXT
    if (!shown.has(exact) && (shown.size === QUOTES_PER_PAGE || !isWithin)) continue
    if (!shown.has(exact)) length += size
    shown.add(exact)
    chosen.add(item)
  }
  return chosen
}
