import type { Quote } from '../model/quote.ts'
import type { Extraction } from './article.ts'
import { buildQuote } from './quote.ts'

/** Where the units of a document's text stand in the file it was read from; all offsets are UTF-16. */
export interface SourcePlaces {
  /** The decoded file, its lines ended by `\n`. */
  source: string
  /** By unit of the text, where it begins and ends in the source; white space stands at the end of what is before it. */
  start: Int32Array
  end: Int32Array
}

/**
 * The same records with their places in the file itself, so that whoever holds it finds each quote as it stands there, marks
 * and addresses of links between its words. Names stay as they read. What has no place there is left out and counted.
 */
export function moveToSource(found: Extraction, places: SourcePlaces): Extraction {
  const figures = found.figures.flatMap((figure) => {
    const own = moveQuote(figure, places)
    const quote = moveQuote(figure.quote, places)
    if (!own || !quote) return []
    return [{ ...figure, asWritten: own.exact, start: own.start, end: own.end, quote }]
  })
  const claims = found.claims.flatMap((claim) => {
    const quote = moveQuote(claim.quote, places)
    return quote ? [{ ...claim, quote }] : []
  })
  const lost = found.figures.length - figures.length + found.claims.length - claims.length
  return { ...found, figures, claims, dropped: found.dropped + lost }
}

/** A place of the text as a quote of the source; `undefined` where the source has no such place. */
export const moveQuote = (
  { start, end }: Pick<Quote, 'start' | 'end'>,
  places: SourcePlaces,
): Quote | undefined => buildQuote(places.source, places.start[start] ?? -1, places.end[end - 1] ?? -1)
