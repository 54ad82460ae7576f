import type { Span } from '../text/sentences.ts'
import { readUnits } from '../text/units.ts'
import { findClaimWords, hasKind } from './claim-vocabulary.ts'
import type { ClaimSources } from './claims.ts'
import type { Block, BlockKind } from './document.ts'
import type { Tokens } from './tokens.ts'
import { buildUnitTest } from './unit-test.ts'

/** A sentence by what can be counted in passing. */
export interface Counted extends Measured {
  start: number
  end: number
  block: Block
  /** Place among the sentences of the body, 0 to 1. */
  position: number
  /** Among the first four sentences of the body. */
  isLead: boolean
  /** How many sentences of the body stand before it. */
  index: number
  /** Place in its block: true for the first sentence. */
  opensBlock: boolean
  closesBlock: boolean
  /** Place among the figures of the document of the first that begins in it. */
  firstFigure: number
  /** How many begin in it. */
  figures: number
  entities: number
  /** Kinds of claim words in it, one bit each. */
  kinds: number
  /** Its tokens, the last of which is not included. */
  firstToken: number
  lastToken: number
  inQuestion: boolean
  /** Spoken in an interview, whose introduction says in brief what matters. */
  inTurn: boolean
  /** How far it is worth the patterns, by what was counted in passing; higher is better, no scale. */
  promise: number
}

/** Sentences of the opening. */
const LEAD = 4
const NO_PROSE: ReadonlySet<BlockKind> = new Set(['heading', 'code', 'footnote', 'caption', 'table-head'])
/** In words; shorter ones are headings that lost their mark, longer ones are lists. */
const SHORTEST = 6
const LONGEST = 160

/** The sentences of the body, in order. As everything found in the text is ordered too, each list is passed over once. */
export function readSentences(sources: ClaimSources): Counted[] {
  const found: Counted[] = []
  const { text, blocks, turns, sentences } = sources
  const isInterview = turns.some((turn) => turn.role === 'question')
  const cursor = new Cursor(sources)
  const units = readUnits(text)
  let blockAt = 0
  let turnAt = 0
  for (let place = 0; place < sentences.length; place++) {
    const { start, end } = sentences[place]!
    while (blockAt + 1 < blocks.length && blocks[blockAt]!.end < end) blockAt++
    const block = blocks[blockAt]
    if (!block || NO_PROSE.has(block.kind)) continue
    const measured = measure(units, start, end)
    if (measured.size < SHORTEST || measured.size > LONGEST) continue
    while (turnAt + 1 < turns.length && turns[turnAt]!.end < end) turnAt++
    const turn = turns[turnAt]
    const inTurn = turn !== undefined && turn.start <= start && turn.end >= end
    cursor.moveTo(start, end)
    found.push({
      start,
      end,
      size: measured.size,
      names: measured.names,
      isHan: measured.isHan,
      marks: measured.marks,
      block,
      position: place / sentences.length,
      isLead: found.length < LEAD,
      index: found.length,
      opensBlock: start === block.start,
      closesBlock: end === block.end,
      firstFigure: cursor.firstFigure,
      figures: cursor.figures,
      entities: cursor.entities,
      kinds: cursor.kinds,
      firstToken: cursor.firstToken,
      lastToken: cursor.lastToken,
      inQuestion: inTurn && turn.role === 'question',
      inTurn: inTurn && isInterview,
      promise: readPromise(cursor, measured, block),
    })
  }
  return found
}

/** How many figures, entities and claim words a sentence holds, and which tokens are its own. */
class Cursor {
  firstFigure = 0
  figures = 0
  entities = 0
  kinds = 0
  firstToken = 0
  lastToken = 0
  readonly #sources: ClaimSources
  readonly #words: ReturnType<typeof findClaimWords>
  #figure = 0
  #entity = 0
  #word = 0

  constructor(sources: ClaimSources) {
    this.#sources = sources
    this.#words = findClaimWords(sources.tokens)
  }

  /** Sentences are asked for in order. */
  moveTo(start: number, end: number): void {
    const { figures, entities } = this.#sources
    this.firstFigure = firstFrom(figures, this.#figure, start)
    this.#figure = firstFrom(figures, this.firstFigure, end)
    this.figures = this.#figure - this.firstFigure
    const entity = firstFrom(entities, this.#entity, start)
    this.#entity = firstFrom(entities, entity, end)
    this.entities = this.#entity - entity
    const word = firstFrom(this.#words, this.#word, start)
    this.#word = firstFrom(this.#words, word, end)
    this.kinds = 0
    for (let at = word; at < this.#word; at++) this.kinds |= this.#words[at]!.kinds
    this.firstToken = firstTokenFrom(this.#sources.tokens, this.lastToken, start)
    this.lastToken = firstTokenFrom(this.#sources.tokens, this.firstToken, end)
  }
}

/** The first item that begins at an offset or behind it, looked for from a place of the list. */
function firstFrom(items: readonly Pick<Span, 'start'>[], from: number, offset: number): number {
  let at = from
  while (at < items.length && items[at]!.start < offset) at++
  return at
}

function firstTokenFrom({ count, starts }: Tokens, from: number, offset: number): number {
  let at = from
  while (at < count && starts[at]! < offset) at++
  return at
}

function readPromise({ figures, kinds, entities }: Cursor, { names, size }: Measured, block: Block): number {
  const words = (hasKind(kinds, 'result') ? 3 : 0) + (hasKind(kinds, 'attribution') ? 1 : 0)
  const weight = words + (hasKind(kinds, 'strength') ? 2 : 0) + Math.min(3, figures) * 2
  return (
    weight +
    Math.min(3, entities) +
    Math.min(4, names) / 2 -
    (size < 14 ? 2 : 0) -
    (block.kind === 'table-row' ? 2 : 0)
  )
}

/** What can be counted of a sentence in one pass over its units. */
export interface Measured {
  /** In words; a Chinese word has about one and a half characters. */
  size: number
  /** Capitalised words that do not open it. */
  names: number
  /** Holds three Chinese characters or more. */
  isHan: boolean
  /** Which of the marks below stand in it, one bit each. */
  marks: number
}

/** Of `marks`: a percent sign, a question mark, an opening quotation mark, a colon. */
export const SHARES = 16
export const ASKS = 32
export const QUOTES = 64
export const ANNOUNCES = 128

/** What a unit is to a word, as bits that the pass below shifts: a letter or digit, a capital, a mark inside a word, Han. */
const LATIN = 1
const UPPER = 2
const JOINER = 4
const HAN = 8
const KINDS = new Uint8Array(0x10000)
  .fill(LATIN, 0x30, 0x3a)
  .fill(LATIN, 0x61, 0x7b)
  .fill(LATIN | UPPER, 0x41, 0x5b)
  .fill(HAN, 0x3400, 0xa000)
for (const [units, bit] of [
  [".'’-", JOINER],
  ['%％', SHARES],
  ['?？', ASKS],
  ['“"「『', QUOTES],
  [':：', ANNOUNCES],
] as const)
  for (const unit of units) KINDS[unit.charCodeAt(0)] = bit

function measure(units: Uint16Array, start: number, end: number): Measured {
  let han = 0
  let latin = 0
  let names = 0
  let marks = 0
  /** 1 inside a word of Latin letters and digits. */
  let inWord = 0
  for (let at = start; at < end; at++) {
    const kind = KINDS[units[at]!]!
    marks |= kind
    han += (kind >> 3) & 1
    const opened = kind & ~inWord & LATIN
    latin += opened
    if ((opened & (kind >> 1)) !== 0 && !opens(units, start, at)) names++
    inWord = (kind | (inWord & (kind >> 2))) & 1
  }
  return { size: han / 1.5 + latin, names, isHan: han > 2, marks }
}

/** True at the start of a sentence, and after a full stop inside it. */
function opens(units: Uint16Array, start: number, at: number): boolean {
  const before = at > start && units[at - 1] === 32 ? at - 2 : at - 1
  return before < start || isOpening(units[before]!)
}

const isOpening = buildUnitTest('.!?"“(*')
