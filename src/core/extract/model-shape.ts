import { isDigit } from './char-set.ts'
import { isGlued, type Tokens } from './tokens.ts'
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

/** What may be a family's name with what follows it, and how numbers end. */
function findVersions(text: string, tokens: Tokens, families: ReadonlyMap<number, string>): Versions {
  const { count, tokens: places } = tokens.leads
  const found: Shape[] = []
  for (let index = 0; index < count; index++) {
    const family = families.get(tokens.ids[places[index]!]!)
    const shape = family === undefined ? undefined : readVersion(text, tokens, places[index]!, family)
    if (shape) found.push(shape)
  }
  return { found, ...readEnds(text, tokens) }
}

/** `Claude Opus 9`, `gpt-7`: the name of a family and what follows it; in lower case only with the version attached. */
function readVersion(text: string, tokens: Tokens, place: number, family: string): Shape | undefined {
  const start = tokens.starts[place]!
  if (isGlued(tokens, place) || !tokens.folded.startsWith(family, start)) return undefined
  STEPS.lastIndex = tokens.ends[place]!
  const steps = STEPS.exec(text)
  return steps && (/[A-Z]/.test(text[start]!) || /^-?\d/.test(steps[0]))
    ? { start, end: STEPS.lastIndex }
    : undefined
}

/** Looks behind each number for `7B` (a letter glued to it) and `3.5-Sonnet`, `4o-mini` (a variant behind it or its letter). */
function readEnds(text: string, tokens: Tokens): Pick<Versions, 'hasSize' | 'hasVariant'> {
  const ends = { hasSize: false, hasVariant: false }
  const { count, tokens: places } = tokens.numbers
  for (let index = 0; index < count; index++) {
    const place = places[index]!
    const end = tokens.ends[place]!
    if (isDigit(text.charCodeAt(end - 1))) ends.hasVariant ||= isVariant(text, end)
    if (!isGlued(tokens, place + 1) || tokens.ends[place + 1] !== end + 1) continue
    if (isSize(text.charCodeAt(end)) && isDigit(text.charCodeAt(end - 1))) ends.hasSize = true
    ends.hasVariant ||= isVariant(text, end + 1)
  }
  return ends
}

function isVariant(text: string, at: number): boolean {
  if (text[at] !== '-') return false
  VARIANT_END.lastIndex = at
  return VARIANT_END.test(text)
}

const isSize = buildUnitTest('BbMm')

function* matches(text: string, pattern: RegExp): Generator<Shape> {
  for (const match of matchesOf(pattern, text))
    if (/^[A-Z]/.test(match[0]) || /^[a-z]+-?\d/.test(match[0]))
      yield { start: match.index, end: match.index + match[0].length }
}
