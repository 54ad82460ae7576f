/** Turns UTF-16 offsets of one text into code points, in which we publish places (the W3C model leaves the unit open). */
export function codePointCounter(text: string): (offset: number) => number {
  const pairs: number[] = []
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index)
  if (pairs.length === 0) return (offset) => offset
  return (offset) => offset - countBelow(pairs, offset)
}

/** How many of the ascending numbers are below a limit. */
function countBelow(ascending: number[], limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
