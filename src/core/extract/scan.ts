import { readUnits } from '../text/units.ts'
import { isDigit } from './char-set.ts'
import { MULTIPLE_WORDS } from './fractions.ts'
import { NUMBER_WORDS } from './numerals-words.ts'

/** What a UTF-16 unit of folded text can be to a number. */
const NOTHING = 0
const TRIGGER = 1
const LETTER = 2
/** Begins a number only before 十, 百, 千, 万, 亿, (数以千计) 以 or (○‧五％) a point. */
const VAGUE = 3
/** Begins a multiple only before 增 or 升. */
const DOUBLED = 5
/** Begins a number only before a digit, and not inside one. */
const POINT = 4
/** The unit of the first letter. */
const A = 97

const CLASS = buildClasses()
const WORDS = new Set([...NUMBER_WORDS, ...MULTIPLE_WORDS])
/** What stands behind `a` or `an` where one begins a number: `an hour`, `a third`, `a whole year`, `a dozen`, `a few hundred`. */
const ARTICLE_WORDS = new Set([
  ...WORDS,
  ...'minute full whole entire few couple dozen thousand halve'.split(' '),
])
/** By the first two letters, one bit for each length of the words that begin with them: most words need no look-up. */
const LENGTHS = buildLengths()
const LONGEST_WORD = Math.max(...[...WORDS].map((word) => word.length))

/** Where numbers may begin in folded text, in order: digits, Chinese numerals, number words. Linear. */
export function findTriggers(folded: string): number[] {
  const triggers: number[] = []
  const units = readUnits(folded)
  const { length } = folded
  for (let at = 0; at < length; at++) {
    const kind = CLASS[units[at]!]!
    if (kind === NOTHING) continue
    if (kind === LETTER) {
      let end = at + 1
      while (end < length && CLASS[units[end]!] === LETTER) end++
      if (isNumberWord(folded, at, end)) triggers.push(at)
      at = end - 1
    } else if (kind === TRIGGER || isTriggerBefore(folded, at, kind)) triggers.push(at)
  }
  return triggers
}

/** What begins a number only before something certain. */
function isTriggerBefore(folded: string, at: number, kind: number): boolean {
  if (kind === DOUBLED) return '增升'.includes(folded[at + 1] ?? '#')
  if (kind === VAGUE) return at + 1 < folded.length && '十百千万亿以·'.includes(folded[at + 1]!)
  return isDigit(folded.charCodeAt(at + 1)) && !isDigit(folded.charCodeAt(at - 1)) && folded[at - 1] !== '.'
}

function isNumberWord(folded: string, at: number, end: number): boolean {
  if (end - at > LONGEST_WORD) return false
  const second = end - at > 1 ? folded.charCodeAt(at + 1) : A
  const lengths = LENGTHS[openingOf(folded.charCodeAt(at), second)]!
  if (((lengths >> (end - at)) & 1) === 0 || !WORDS.has(folded.slice(at, end))) return false
  return end - at > 2 || opensWithArticle(folded, end)
}

const BEHIND_ARTICLE = /[ -]{1,3}([a-z]{3,})/y

/** Whether a word of some number stands behind `a` or `an`, the only number words so short and the most frequent of all. */
function opensWithArticle(folded: string, end: number): boolean {
  BEHIND_ARTICLE.lastIndex = end
  const word = BEHIND_ARTICLE.exec(folded)?.[1]
  return word !== undefined && ARTICLE_WORDS.has(word)
}

function openingOf(first: number, second: number): number {
  return 26 * (first - A) + second - A
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  for (let unit = 97; unit <= 122; unit++) classes[unit] = LETTER
  for (const char of '0123456789零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅半对翻腰½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒')
    classes[char.charCodeAt(0)] = TRIGGER
  classes['.'.charCodeAt(0)] = POINT
  classes['倍'.charCodeAt(0)] = DOUBLED
  for (const char of '数几上成○') classes[char.charCodeAt(0)] = VAGUE
  return classes
}

function buildLengths(): Uint16Array {
  const lengths = new Uint16Array(26 * 26)
  for (const word of WORDS) {
    const second = word.length > 1 ? word.charCodeAt(1) : A
    lengths[openingOf(word.charCodeAt(0), second)]! |= 1 << word.length
  }
  return lengths
}
