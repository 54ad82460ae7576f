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

/** Spans in order, whatever else they say, with their ends as numbers side by side: what is looked up by offset all the time. */
export class SpanIndex<T extends Span> {
  readonly #spans: readonly T[]
  readonly #ends: number[] = []

  constructor(spans: readonly T[]) {
    this.#spans = spans
    for (let index = 0; index < spans.length; index++) this.#ends.push(spans[index]!.end)
  }

  /** Index of the first span that ends behind an offset. */
  after(offset: number): number {
    const ends = this.#ends
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The span that holds an offset. */
  at(offset: number): T | undefined {
    const span = this.#spans[this.after(offset)]
    return span && span.start <= offset ? span : undefined
  }

  /** Those that lie wholly inside a stretch, in order. */
  within(start: number, end: number): T[] {
    const found: T[] = []
    for (let index = this.after(start); index < this.#ends.length && this.#ends[index]! <= end; index++) {
      const span = this.#spans[index]!
      if (span.start >= start) found.push(span)
    }
    return found
  }
}

/** Number of a span among those of one text; small for those of short texts, which are looked up quickest. */
export const keyOf = (start: number, end: number): number => start * 0x10000 + (end - start)
