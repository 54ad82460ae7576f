import { isHanToken, type Tokens } from './tokens.ts'

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

/** Without these in the text the patterns above cannot match; most texts have neither. */
const HAS_SIZE = /\d[BbMm](?![A-Za-z0-9])/
const HAS_VARIANT = /\d[a-z]?-[A-Za-z]/
const STEPS = new RegExp(`(?:${STEP}){1,5}`, 'iy')

/** A place of the text, as UTF-16 offsets. */
interface Shape {
  start: number
  end: number
}

/** Model-like names that no list holds: a known family with a new version, or a name with a parameter count. Bounded. */
export function findShapes(text: string, tokens: Tokens, families: ReadonlyMap<number, string>): Shape[] {
  const found = findVersions(text, tokens, families)
  if (HAS_SIZE.test(text)) for (const shape of matches(text, SIZED)) found.push(shape)
  if (HAS_VARIANT.test(text)) for (const shape of matches(text, VARIED)) found.push(shape)
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let last = 0
  return found.filter((shape) => {
    if (shape.start < last || QUANTITY.test(text.slice(shape.end, shape.end + 9))) return false
    last = shape.end
    return true
  })
}

/** `Claude Opus 9`, `gpt-7`: a family's name and what follows it; in lower case only with the version attached. */
function findVersions(text: string, tokens: Tokens, families: ReadonlyMap<number, string>): Shape[] {
  const found: Shape[] = []
  let before = -1
  const { count, starts, ends, ids } = tokens
  for (let index = 0; index < count; index++) {
    const id = ids[index]!
    if (isHanToken(id)) {
      before = -1
      continue
    }
    const start = starts[index]!
    const end = ends[index]!
    const isGlued = before === start
    before = end
    if (id === 0 || isGlued || !families.has(id)) continue
    STEPS.lastIndex = end
    const steps = STEPS.exec(text)
    if (steps && (/[A-Z]/.test(text[start]!) || /^-?\d/.test(steps[0])))
      found.push({ start, end: end + steps[0].length })
  }
  return found
}

function* matches(text: string, pattern: RegExp): Generator<Shape> {
  for (const match of text.matchAll(pattern))
    if (/^[A-Z]/.test(match[0]) || /^[a-z]+-?\d/.test(match[0]))
      yield { start: match.index, end: match.index + match[0].length }
}
