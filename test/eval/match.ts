/** How the scorer of ../shared/eval compares texts, so that what is fitted is what is scored. */

/** NFKC without white space and Markdown marks, with the original offset of every unit that is left. */
export function foldForScore(text: string): { out: string; at: number[] } {
  let out = ''
  const at: number[] = []
  let offset = 0
  for (const char of text) {
    const kept = char.normalize('NFKC').replace(/[\s*_`#>\\]+/g, '')
    for (const unit of kept.split('')) {
      out += unit
      at.push(offset)
    }
    offset += char.length
  }
  at.push(offset)
  return { out, at }
}

const key = (text: string | undefined) => foldForScore(text ?? '').out.toLowerCase()

/** Whether a subject is one of those accepted; with none accepted, whether there is none. */
export function nameMatches(accepted: readonly string[], given: string | undefined): boolean {
  const found = key(given)
  if (accepted.length === 0) return found === ''
  return (
    found !== '' &&
    accepted.some((name) => {
      const wanted = key(name)
      return (
        wanted === found ||
        (found.length >= 2 && wanted.includes(found)) ||
        (found.includes(wanted) && found.length <= Math.max(12, 2 * wanted.length))
      )
    })
  )
}

/** Whether a metric shares half of the character pairs of the shorter of the two. */
export function overlapsEnough(wanted: string, given: string | undefined): boolean {
  if (!given) return false
  const [a, b] = [pairs(wanted), pairs(given)]
  return [...a].filter((pair) => b.has(pair)).length / Math.max(1, Math.min(a.size, b.size)) >= 0.5
}

function pairs(text: string): Set<string> {
  const words = key(text)
  const found = new Set<string>()
  for (let at = 0; at < Math.max(1, words.length - 1); at++) found.add(words.slice(at, at + 2))
  return found
}
