/** Elements without an end tag, or whose end tag may be left out: they do not make a document deeper. */
const OPEN_ENDED = new Set(
  'area base br col colgroup dd dt embed hr img input li link meta option p param rp rt source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
)
/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe', 'xmp'])

/**
 * Whether markup nests deeper than `cap`, found in one pass before any parser builds a tree: parsers and walkers of trees
 * overflow the stack or take quadratic time on what this refuses. Linear: every character is looked at once.
 */
export function isTooDeep(markup: string, cap = 512): boolean {
  let depth = 0
  let at = markup.indexOf('<')
  while (at >= 0) {
    const skipped = endOfNonTag(markup, at)
    if (skipped > at) {
      at = markup.indexOf('<', skipped)
      continue
    }
    const isEnd = markup[at + 1] === '/'
    const name = nameAt(markup, at + (isEnd ? 2 : 1))
    const end = markup.indexOf('>', at)
    if (end < 0) return false
    if (name !== '' && !OPEN_ENDED.has(name) && markup[end - 1] !== '/')
      depth = isEnd ? Math.max(0, depth - 1) : depth + 1
    if (depth > cap) return true
    at = markup.indexOf('<', !isEnd && RAW.has(name) ? endOfRaw(markup, end, name) : end)
  }
  return false
}

/** The end of a comment, CDATA section or declaration that begins here; `at` itself when none does. */
function endOfNonTag(markup: string, at: number): number {
  const [mark, close] = markup.startsWith('<!--', at)
    ? ['<!--', '-->']
    : markup.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : markup[at + 1] === '!' || markup[at + 1] === '?'
        ? ['<!', '>']
        : ['', '']
  if (mark === '') return at
  const end = markup.indexOf(close, at + mark.length)
  return end < 0 ? markup.length : end + close.length
}

/** Letters, digits and marks up to the first space, slash or bracket; empty where no letter comes first. */
function nameAt(markup: string, at: number): string {
  if (!isLetter(markup.charCodeAt(at))) return ''
  let end = at + 1
  for (const last = at + MAX_NAME; end < last; end++) {
    const unit = markup.charCodeAt(end)
    // NaN at the end of the markup compares as false, too
    if (!(unit > 0x20) || unit === 0x2f || unit === 0x3e) break
  }
  return markup.slice(at, end).toLowerCase()
}

const MAX_NAME = 61

const isLetter = (unit: number) => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)

function endOfRaw(markup: string, from: number, name: string): number {
  const close = new RegExp(`</${name}[\\s>]`, 'gi')
  close.lastIndex = from
  return close.exec(markup)?.index ?? markup.length
}
