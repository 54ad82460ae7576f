import { MULTIPLE_WORDS } from './fractions.ts'
import { NUMBER_WORDS } from './numerals-words.ts'

/** What a UTF-16 unit of folded text can be to a number. */
const NOTHING = 0
const TRIGGER = 1
const LETTER = 2
/** Begins a number only before 十, 百, 千, 万, 亿 or (数以千计) 以. */
const VAGUE = 3
/** Begins a number only before a digit, and not inside one. */
const POINT = 4

const CLASS = buildClasses()
const WORDS = new Set([...NUMBER_WORDS, ...MULTIPLE_WORDS])
/** For each first letter, one bit for each length of the words that begin with it: most words need no look-up. */
const LENGTHS = buildLengths()

/** Where the next number may begin at or after an offset of folded text: a digit, a Chinese numeral, a number word. Linear. */
export function findTrigger(folded: string, from: number): number {
  for (let at = from; at < folded.length; at++) {
    const kind = CLASS[folded.charCodeAt(at)]
    if (kind === NOTHING) continue
    if (kind === TRIGGER) return at
    if (kind === VAGUE) {
      if (at + 1 < folded.length && '十百千万亿以'.includes(folded[at + 1]!)) return at
      continue
    }
    if (kind === POINT) {
      if (isDigit(folded.charCodeAt(at + 1)) && !isDigit(folded.charCodeAt(at - 1)) && folded[at - 1] !== '.')
        return at
      continue
    }
    const end = endOfWord(folded, at)
    if (isNumberWord(folded, at, end) && CLASS[folded.charCodeAt(at - 1)] !== LETTER) return at
    at = end - 1
  }
  return -1
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57

function endOfWord(folded: string, at: number): number {
  let end = at + 1
  while (end < folded.length && CLASS[folded.charCodeAt(end)] === LETTER) end++
  return end
}

function isNumberWord(folded: string, at: number, end: number): boolean {
  if (end - at > 14 || ((LENGTHS[folded.charCodeAt(at) - 97]! >> (end - at)) & 1) === 0) return false
  return WORDS.has(folded.slice(at, end))
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  for (let unit = 97; unit <= 122; unit++) classes[unit] = LETTER
  for (const char of '0123456789零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅半对翻½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒')
    classes[char.charCodeAt(0)] = TRIGGER
  classes['.'.charCodeAt(0)] = POINT
  for (const char of '数几上成') classes[char.charCodeAt(0)] = VAGUE
  return classes
}

function buildLengths(): Uint16Array {
  const lengths = new Uint16Array(26)
  for (const word of WORDS) lengths[word.charCodeAt(0) - 97]! |= 1 << word.length
  return lengths
}
