const CLOSERS = '”’」』）)】]》〉"\'*_`~'

/** What a unit can do to a sentence, as bits; looked up for each unit, so a table. */
export const TERMINATOR = 1
/** Ends a sentence whatever follows. */
const WIDE = 2
/** Opens or closes something that `toggle` counts. */
export const PAIRED = 4
/** Closes something behind the end of a sentence, which then belongs to it. */
export const CLOSER = 8
export const LINE_BREAK = 16
export const MARKS = buildMarks()

function buildMarks(): Uint8Array {
  const marks = new Uint8Array(0x10000)
  const add = (characters: string, bit: number) => {
    for (const character of characters) marks[character.charCodeAt(0)]! |= bit
  }
  add('。！？!?.．｡‽⁉', TERMINATOR)
  add('。！？．｡', WIDE)
  add('“「『（(”」』）)"*_', PAIRED)
  add('\n', LINE_BREAK)
  add(CLOSERS, CLOSER)
  return marks
}

export const isTerminator = (unit: number) => (MARKS[unit]! & TERMINATOR) !== 0
export const isWide = (unit: number) => (MARKS[unit]! & WIDE) !== 0
export const isPaired = (unit: number) => (MARKS[unit]! & PAIRED) !== 0
export const isCloser = (unit: number) => (MARKS[unit]! & CLOSER) !== 0
/** Whether a unit may be a bracket or a quotation mark of a pair, or ends the line: ( ) ‘ ’ “ ” 「 」 『 』 （ ）. */
export const isEnclosing = (unit: number) =>
  unit === 0x0a ||
  unit === 0x28 ||
  unit === 0x29 ||
  (unit >= 0x2018 && unit <= 0x201d) ||
  (unit >= 0x300c && unit <= 0x300f) ||
  unit === 0xff08 ||
  unit === 0xff09
/** White space as `trim` knows it (ECMA-262 WhiteSpace and LineTerminator), so that no sentence begins or ends with any. */
export const isSpace = (unit: number) =>
  unit === 32 ||
  (unit >= 9 && unit <= 13) ||
  unit === 0xa0 ||
  unit === 0x3000 ||
  unit === 0xfeff ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x1680
export function isHan(character: string | undefined): boolean {
  const unit = character?.charCodeAt(0) ?? 0
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)
}
