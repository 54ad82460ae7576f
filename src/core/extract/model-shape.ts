/** Words that model makers put behind a family and its version. */
const VARIANT =
  'Opus|Sonnet|Haiku|Pro|Flash|Lite|Mini|Nano|Turbo|Instruct|Chat|Base|Preview|Beta|Alpha|Ultra|Max|Large|Small|Medium|Plus|Next|Maverick|Scout|Thinking|Reasoning|Reasoner|Coder|Code|Codex|Vision|Image|Audio|Distill|Experimental|Exp|Omni|Guard|VL|Math|High|Low|Deep Think|it'
/** A version (`4`, `4.1`, `3.5`, `R1`, `V3`, `4o`, `o3`), a size (`70B`, `8x7B`) or a variant word. */
const VERSION = '[VvRrKkMm]?\\d{1,2}(?:\\.\\d{1,2}){0,2}[a-z]?'
const SIZE = '(?:\\d{1,2}[x×])?\\d{1,4}(?:\\.\\d{1,2})?[BbMm]'
const STEP = `[ -]?(?:${SIZE}|${VERSION}|${VARIANT})(?![A-Za-z0-9])`

const SIZED = new RegExp(
  `(?<![A-Za-z0-9.-])[A-Z][A-Za-z]{1,20}(?:[ -]?\\d{1,2}(?:\\.\\d)?)?(?:-[A-Za-z]{1,12}){0,2}[ -]${SIZE}(?![A-Za-z0-9])(?:${STEP}){0,4}`,
  'g',
)
const VARIED = new RegExp(
  `(?<![A-Za-z0-9.-])[A-Z][A-Za-z]{2,20}[ -]?${VERSION}-(?:${VARIANT})(?![A-Za-z0-9])(?:${STEP}){0,3}`,
  'gi',
)
/** What makes the number behind a family name a quantity: `Claude 96%`, `GPT 3个`. */
const QUANTITY = /^\s?(?:[%％‰个個次款名倍年月日号號]|percent|times|million|billion|of\b|models?\b)/i

/** Model-like names that no list holds: a known family with a new version, or a name with a parameter count. Bounded. */
export function findShapes(
  text: string,
  families: ReadonlyMap<string, string>,
): { start: number; end: number }[] {
  const patterns = families.size > 0 ? [SIZED, VARIED, familyPattern(families)] : [SIZED, VARIED]
  const found = patterns.flatMap((pattern) => [...matches(text, pattern)])
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let last = 0
  return found.filter((shape) => {
    if (shape.start < last || QUANTITY.test(text.slice(shape.end, shape.end + 9))) return false
    last = shape.end
    return true
  })
}

const familyPatterns = new WeakMap<ReadonlyMap<string, string>, RegExp>()

function familyPattern(families: ReadonlyMap<string, string>): RegExp {
  const known = familyPatterns.get(families)
  if (known) return known
  const names = [...families.keys()]
    .map((name) => name.replace(/[^a-z]/g, ''))
    .sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${names.join('|')})(?:${STEP}){1,5}`, 'gi')
  familyPatterns.set(families, pattern)
  return pattern
}

function* matches(text: string, pattern: RegExp): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(pattern))
    if (/^[A-Z]/.test(match[0]) || /^[a-z]+-?\d/.test(match[0]))
      yield { start: match.index, end: match.index + match[0].length }
}
