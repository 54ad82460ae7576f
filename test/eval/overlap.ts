/** Share of the smaller text's character pairs that the other has, as score-figures.mjs of ../shared/eval counts it. */
export function overlapOf(a: string, b: string): number {
  const left = pairs(a)
  const right = pairs(b)
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared++
  return shared / Math.max(1, Math.min(left.size, right.size))
}

function pairs(text: string): Set<string> {
  const folded = text
    .normalize('NFKC')
    .replace(/[\s*_`#>\\]+/g, '')
    .toLowerCase()
  const found = new Set<string>()
  for (let at = 0; at < Math.max(1, folded.length - 1); at++) found.add(folded.slice(at, at + 2))
  return found
}
