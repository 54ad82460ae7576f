import { CLASS, classOf } from './fold.ts'
import { findNumbers, type NumberSpan } from './numbers.ts'

/** What a token of folded text is; breaks end a run of Han characters. */
export const TOKEN = { han: 0, word: 1, break: 2 } as const

export interface TokenRoom {
  kinds: Uint8Array
  starts: Uint32Array
  ends: Uint32Array
}

/** Tokens of a text as parallel arrays: a long text has tens of thousands, and an object each would cost more than the scan. */
export interface Tokens extends TokenRoom {
  count: number
  /** Quantities, in order; they overlap the tokens that they are written with. */
  numbers: NumberSpan[]
}

const COMMA = 0x2c
const POINT = 0x2e

/**
 * Cuts folded text into Han characters and words. A word is cut where a letter is followed by a digit, so that GPT4o, GPT-4o
 * and GPT 4o are the same two words; quotes, brackets and spaces do not part Han characters, other punctuation does.
 */
export function scan(folded: string, room = makeRoom(folded.length)): Tokens {
  const tokens: Tokens = { count: 0, ...room, numbers: findNumbers(folded) }
  let at = 0
  while (at < folded.length) {
    const start = at
    const kind = classOf(folded.charCodeAt(at))
    if (kind === CLASS.letter) at = skipLetters(folded, at)
    else if (kind === CLASS.digit) at = skipNumberWord(folded, at)
    else at++
    if (kind === CLASS.han) push(tokens, TOKEN.han, start, at)
    else if (kind >= CLASS.letter) push(tokens, TOKEN.word, start, at)
    else if (kind === CLASS.break) push(tokens, TOKEN.break, start, at)
  }
  return tokens
}

/** Room for the tokens of a text of so many characters; whoever scans many texts one after another uses one for all. */
export const makeRoom = (length: number): TokenRoom => ({
  kinds: new Uint8Array(length),
  starts: new Uint32Array(length),
  ends: new Uint32Array(length),
})

function push(tokens: Tokens, kind: number, start: number, end: number): void {
  tokens.kinds[tokens.count] = kind
  tokens.starts[tokens.count] = start
  tokens.ends[tokens.count++] = end
}

function skipLetters(text: string, from: number): number {
  let at = from
  while (at < text.length && isIn(text, at, CLASS.letter, CLASS.skip)) at++
  return at
}

/** `30,000`, `3.5`, `70b`, `4o`: digits with separators, then whatever letters and digits follow. */
function skipNumberWord(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const goesOn =
      isIn(text, at, CLASS.digit, CLASS.letter) ||
      (unit === POINT && isDigit(text, at - 1) && isDigit(text, at + 1)) ||
      (unit === COMMA && isThousands(text, from, at))
    if (!goesOn) break
    at++
  }
  return at
}

const isIn = (text: string, at: number, one: number, other: number): boolean => {
  const kind = classOf(text.charCodeAt(at))
  return kind === one || kind === other
}

const isDigit = (text: string, at: number): boolean =>
  at < text.length && classOf(text.charCodeAt(at)) === CLASS.digit

/** Whether the comma at `at` parts thousands: `1,234` is one number, `3,4` are two. */
function isThousands(text: string, from: number, at: number): boolean {
  const isGroup =
    isDigit(text, at + 1) && isDigit(text, at + 2) && isDigit(text, at + 3) && !isDigit(text, at + 4)
  return isGroup && (at - from <= 3 || text[at - 4] === ',')
}
