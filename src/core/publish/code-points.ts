/** Turns UTF-16 offsets of one text into code points, in which we publish places (the W3C model leaves the unit open). */
export function codePointCounter(text: string): (offset: number) => number {
  const pairs: number[] = []
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index)
  if (pairs.length === 0) return (offset) => offset
  return (offset) => offset - countBelow(pairs, offset)
}

/** Number of code points of a text. */
export function countPoints(text: string): number {
  let pairs = 0
  for (let at = 1; at < text.length; at++)
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) pairs++
  return text.length - pairs
}

/** Whether a text has more code points than so many; nearly all are told by their length alone. */
export const isLonger = (text: string, most: number): boolean =>
  text.length > most && (text.length > 2 * most || countPoints(text) > most)

/** A text of at most so many code points, the last of them an ellipsis where it was longer. */
export const cutPoints = (text: string, most: number): string =>
  isLonger(text, most) ? `${[...text].slice(0, most - 1).join('')}…` : text

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
