import type { Span } from '../text/sentences.ts'

/** How many of the first items of an ordered list a test holds for, by halving. */
export function countFirst<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(items[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the first span that ends behind an offset; asked so often that it halves by itself. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Number of a span among those of one text; small for those of short texts, which are looked up quickest. */
export const keyOf = (start: number, end: number): number => start * 0x10000 + (end - start)
