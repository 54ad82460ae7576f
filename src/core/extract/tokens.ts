/** A piece of folded text: a run of letters, a number with its decimals, or one Chinese character. */
export interface Token {
  word: string
  start: number
  end: number
  isHan: boolean
  /** Something other than one space, hyphen or middle dot stands between it and the token before. */
  isParted: boolean
}

/** Tokens of folded text, in order, for matching names whatever their hyphens and spaces. Linear. */
export function readTokens(folded: string): Token[] {
  const tokens: Token[] = []
  let last = 0
  for (let at = 0; at < folded.length; ) {
    const unit = folded.charCodeAt(at)
    const kind = kindOf(unit)
    if (kind === OTHER) {
      at++
      continue
    }
    const end = kind === HAN ? at + 1 : kind === DIGIT ? endOfNumber(folded, at) : endOfWord(folded, at)
    const isParted = !isLink(folded, last, at) || tokens.length === 0
    tokens.push({ word: folded.slice(at, end), start: at, end, isHan: kind === HAN, isParted })
    at = end
    last = end
  }
  return tokens
}

const OTHER = 0
const LETTER = 1
const DIGIT = 2
const HAN = 3

function kindOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return DIGIT
  if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)) return LETTER
  if (unit < 0xc0 || Number.isNaN(unit)) return OTHER
  if (unit < 0x2000) return unit === 0xd7 || unit === 0xf7 ? OTHER : LETTER
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) return HAN
  if (unit >= 0x3041 && unit <= 0x30fa) return HAN
  return OTHER
}

function endOfWord(folded: string, at: number): number {
  let end = at + 1
  while (end < folded.length && kindOf(folded.charCodeAt(end)) === LETTER) end++
  return end
}

function endOfNumber(folded: string, at: number): number {
  let end = at + 1
  while (end < folded.length) {
    if (kindOf(folded.charCodeAt(end)) === DIGIT) end++
    else if (folded[end] === '.' && kindOf(folded.charCodeAt(end + 1)) === DIGIT) end += 2
    else break
  }
  return end
}

/** Nothing, or one space, line break, hyphen, middle dot or full stop of an initial between two tokens of one name. */
function isLink(folded: string, from: number, to: number): boolean {
  if (to - from > 2) return false
  for (let at = from; at < to; at++) if (!" -\n·・•.&'_".includes(folded[at]!)) return false
  return true
}
