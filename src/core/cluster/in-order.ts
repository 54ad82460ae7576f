import { countFirst } from '../extract/spans.ts'

/** Places of a value in the one list times those in the other from which on it is left out of the count: 1,024 in each. */
const MOST_PAIRS = 2 ** 20

/**
 * Length of the longest common subsequence (Hunt and Szymanski 1977): the longest rise through the places of equal values,
 * in time that grows with those pairs. A value with more than 2^20 of them is not counted, so that the time stays a fixed
 * multiple of n log n; the length is then that of the other values, a lower bound.
 */
export function countCommonInOrder(a: readonly string[], b: readonly string[]): number {
  const times = countEach(a)
  const places = new Map<string, number[]>()
  for (let place = b.length - 1; place >= 0; place--) {
    const value = b[place]!
    const known = places.get(value)
    if (known) known.push(place)
    else if (times.has(value)) places.set(value, [place])
  }
  for (const [value, found] of places) if (found.length * times.get(value)! > MOST_PAIRS) places.delete(value)
  // Descending within one value of `a`, so that no two of its places can be in one rise.
  return longestRise(a.map((value) => places.get(value) ?? []))
}

function countEach(values: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return times
}

/** Length of the longest strictly increasing subsequence of the groups, one after the other (patience sorting). */
export function longestRise(groups: Iterable<readonly number[]>): number {
  const tails: number[] = []
  for (const group of groups)
    for (const place of group) tails[countFirst(tails, (tail) => tail < place)] = place
  return tails.length
}
