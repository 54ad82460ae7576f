/** Elements without an end tag, or whose end tag may be left out: they do not make a document deeper. */
const OPEN_ENDED = new Set(
  'area base br col colgroup dd dt embed hr img input li link meta option p param rp rt source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
)
const TAG =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(script|style)\b[\s\S]*?(?:<\/\1|$)|<(\/?)([a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/gi

/**
 * Whether markup nests deeper than `cap`, found in one pass before any parser builds a tree: parsers and walkers of trees
 * overflow the stack or take quadratic time on what this refuses.
 */
export function isTooDeep(markup: string, cap = 512): boolean {
  let depth = 0
  for (const match of markup.matchAll(TAG)) {
    const name = match[3]?.toLowerCase()
    if (name === undefined || match[4] === '/' || OPEN_ENDED.has(name)) continue
    depth = match[2] === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > cap) return true
  }
  return false
}
