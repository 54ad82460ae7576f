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

/** Index of the first span that ends behind an offset. */
export const firstEndingAfter = (spans: readonly Span[], offset: number): number =>
  countFirst(spans, ({ end }) => end <= offset)
