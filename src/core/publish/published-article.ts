import type { Article } from '../model/article.ts'
import type { Claim } from '../model/claim.ts'
import type { Figure } from '../model/figure.ts'
import type { Source } from '../model/source.ts'
import { codePointCounter } from './code-points.ts'
import { buildFigureQuote, buildQuoteView, chooseQuotes, type QuoteView } from './view-quote.ts'

/** A verbatim stretch with its place in code points; without a place when the text is no longer held to count in. */
export interface PlacedQuote {
  exact: string
  start?: number
  end?: number
}

/** A figure as files publish it: as printed always, its sentence only within the caps. */
export interface PublishedFigure {
  figure: Figure
  /** The figure as printed, with its place. */
  printed: PlacedQuote
  sentence?: PlacedQuote
}

/** What of an article's words may stand in files, checked against the text where that is held. */
export interface PublishedArticle {
  article: Article
  source: Source | undefined
  figures: PublishedFigure[]
  claims: { claim: Claim; sentence: PlacedQuote }[]
  /** Figures and claims whose words were not found in the text; they are left out, never mended. */
  dropped: number
}

/** Applies the caps (length, three quotes, a tenth of the text) over claims and figures together, and verifies every quote. */
export function publishArticle(
  article: Article,
  source: Source | undefined,
  text: string | undefined,
): PublishedArticle {
  const isTrue = ({ quote }: Claim | Figure) =>
    text === undefined || text.slice(quote.start, quote.end) === quote.exact
  const isPrinted = (figure: Figure) =>
    text === undefined || text.slice(figure.start, figure.end) === figure.asWritten
  const figures = article.figures.filter((figure) => isTrue(figure) && isPrinted(figure))
  const claims = article.claims.filter(isTrue)
  const quotable = chooseQuotes<Claim | Figure>([...claims, ...figures], article)
  const count = text === undefined ? undefined : codePointCounter(text)
  const place = (exact: string, start: number): PlacedQuote =>
    count ? { exact, start: count(start), end: count(start + exact.length) } : { exact }
  const sentence = (item: Claim | Figure, view: QuoteView | undefined) => {
    if (!view || !quotable.has(item)) return undefined
    const exact = view.before + view.mark + view.after
    return place(exact, item.quote.start + Math.max(0, item.quote.exact.indexOf(exact)))
  }
  return {
    article,
    source,
    figures: figures.map((figure) => {
      const own = sentence(figure, buildFigureQuote(figure, article, source))
      return {
        figure,
        printed: place(figure.asWritten, figure.start),
        ...(own ? { sentence: own } : {}),
      }
    }),
    claims: claims.flatMap((claim) => {
      const own = sentence(claim, buildQuoteView(claim.quote, undefined, article, source))
      return own ? [{ claim, sentence: own }] : []
    }),
    dropped: article.figures.length - figures.length + article.claims.length - claims.length,
  }
}
