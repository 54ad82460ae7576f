import type { Quote } from '../model/quote.ts'

/**
 * Where a quote stands in a text that may have changed since: at its old place, else at the occurrence whose surroundings
 * are most like the old ones, the nearest of those. Undefined when the words are gone; they are never looked for loosely.
 */
export function findQuote(text: string, quote: Quote): { start: number; end: number } | undefined {
  const { exact, start } = quote
  const width = exact.length
  if (text.startsWith(exact, start)) return { start, end: start + width }
  let best: { start: number; likeness: number } | undefined
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const likeness = likenessAt(text, at, quote)
    const isNearer = best?.likeness === likeness && Math.abs(at - start) < Math.abs(best.start - start)
    if (!best || likeness > best.likeness || isNearer) best = { start: at, likeness }
  }
  return best && { start: best.start, end: best.start + width }
}

/** Units of the old prefix and suffix that still stand right before and after. */
function likenessAt(text: string, at: number, { exact, prefix, suffix }: Quote): number {
  let before = 0
  while (before < prefix.length && text[at - 1 - before] === prefix[prefix.length - 1 - before]) before++
  let after = 0
  while (after < suffix.length && text[at + exact.length + after] === suffix[after]) after++
  return before + after
}
