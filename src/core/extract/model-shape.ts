import { isHanToken, mayOpenName, type Tokens } from './tokens.ts'
import { buildUnitTest } from './unit-test.ts'
import { matchesOf } from './word-scan.ts'

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

/** The end of a match of the second pattern; looked for where a hyphen stands behind a number, which is common (`20-year`). */
const VARIANT_END = new RegExp(`-(?:${VARIANT})(?![A-Za-z0-9])`, 'iy')
const STEPS = new RegExp(`(?:${STEP}){1,5}`, 'iy')

/** A place of the text, as UTF-16 offsets. */
interface Shape {
  start: number
  end: number
}

/** Model-like names that no list holds: a known family with a new version, or a name with a parameter count. Bounded. */
export function findShapes(text: string, tokens: Tokens, families: ReadonlyMap<number, string>): Shape[] {
  const { found, hasSize, hasVariant } = findVersions(text, tokens, families)
  if (hasSize) for (const shape of matches(text, SIZED)) found.push(shape)
  if (hasVariant) for (const shape of matches(text, VARIED)) found.push(shape)
  if (found.length === 0) return found
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let last = 0
  return found.filter((shape) => {
    if (shape.start < last || QUANTITY.test(text.slice(shape.end, shape.end + 9))) return false
    last = shape.end
    return true
  })
}

/** What a pass over the tokens finds, and whether the text holds what every match of the patterns ends in. */
interface Versions {
  found: Shape[]
  hasSize: boolean
  hasVariant: boolean
}

/** `Claude Opus 9`, `gpt-7`: a family's name and what follows it; in lower case only with the version attached. */
function findVersions(text: string, tokens: Tokens, families: ReadonlyMap<number, string>): Versions {
  const versions: Versions = { found: [], hasSize: false, hasVariant: false }
  const { folded, count, starts, ends, ids } = tokens
  let before = -1
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
    if (isDigit(text.charCodeAt(end - 1)) || (isGlued && end === start + 1))
      noteEnd(text, start, end, versions)
    const family = isGlued || !mayOpenName(id) ? undefined : families.get(id)
    if (family === undefined || !folded.startsWith(family, start)) continue
    STEPS.lastIndex = end
    const steps = STEPS.exec(text)
    if (steps && (/[A-Z]/.test(text[start]!) || /^-?\d/.test(steps[0])))
      versions.found.push({ start, end: end + steps[0].length })
  }
  return versions
}

/** Notes `7B` (a letter glued to a number) and `3.5-Sonnet`, `4o-mini` (a variant behind a number or its letter). */
function noteEnd(text: string, start: number, end: number, versions: Versions): void {
  if (isSize(text.charCodeAt(end - 1)) && isDigit(text.charCodeAt(start - 1))) versions.hasSize = true
  if (versions.hasVariant || text[end] !== '-') return
  VARIANT_END.lastIndex = end
  if (VARIANT_END.test(text)) versions.hasVariant = true
}

const isSize = buildUnitTest('BbMm')
const isDigit = (unit: number) => unit >= 48 && unit <= 57

function* matches(text: string, pattern: RegExp): Generator<Shape> {
  for (const match of matchesOf(pattern, text))
    if (/^[A-Z]/.test(match[0]) || /^[a-z]+-?\d/.test(match[0]))
      yield { start: match.index, end: match.index + match[0].length }
}
