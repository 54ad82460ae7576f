import { readFoldGroups } from './fold-groups.ts'

/** What a UTF-16 unit is to search. */
export const CLASS = {
  /** Not looked at yet; the tables are filled as characters are met, because all 65,536 would cost a page 40 ms. */
  unknown: 0,
  /** Ends a run of Han characters and stands between words. */
  break: 1,
  /** Quotes, brackets and spaces: between Han characters they are as good as absent. */
  thin: 2,
  /** Combining marks, zero-width characters: skipped everywhere. */
  skip: 3,
  /** Han, kana, Hangul: searched by pairs. */
  han: 4,
  letter: 5,
  digit: 6,
} as const

const classes = new Uint8Array(0x10000)
const folded = new Uint16Array(0x10000)
const hanTo = readFoldGroups()

const CHUNK = 8192

/**
 * One form for all scripts, widths, cases, accents, quotes and dashes; unit by unit, so that an offset into the result is the
 * same offset into the text. For matching only. Idempotent.
 */
export function foldChars(text: string): string {
  const parts: string[] = []
  const units = new Uint16Array(Math.min(CHUNK, text.length))
  for (let start = 0; start < text.length; start += CHUNK) {
    const size = Math.min(CHUNK, text.length - start)
    for (let index = 0; index < size; index++) {
      const unit = text.charCodeAt(start + index)
      if (classes[unit] === CLASS.unknown) learn(unit)
      units[index] = folded[unit]!
    }
    parts.push(String.fromCharCode.apply(null, units.subarray(0, size) as unknown as number[]))
  }
  return parts.join('')
}

/** The class of a unit of folded text. */
export function classOf(unit: number): number {
  if (classes[unit] === CLASS.unknown) learn(unit)
  return classes[unit]!
}

function learn(unit: number): void {
  const target = foldUnit(unit)
  folded[unit] = target
  classes[unit] = classify(target)
}

function foldUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit
  const char = String.fromCharCode(unit)
  if (DASHES.test(char)) return 0x2d
  if (QUOTES.test(char)) return 0x22
  // Compatibility forms (full width, ligatures, CJK compatibility ideographs) and accents: keep what is one unit long.
  const base = char.normalize('NFKD').replace(/\p{M}/gu, '')
  const lower = (base.length === 1 ? base : char).toLowerCase()
  const plain = (lower.length === 1 ? lower : char).charCodeAt(0)
  // What a form stands for may be folded itself: the Greek varia is a grave accent, which is a quote.
  return plain === unit ? (hanTo.get(plain) ?? plain) : foldUnit(plain)
}

const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/
const QUOTES = /["'`\u2018-\u201f\u2039\u203a\u00ab\u00bb\u300c-\u300f\ufe41-\ufe44\uff02\uff07\u301d-\u301f]/
const THIN = /[\s"()[\]{}<>\u3008-\u300b\u3010\u3011\u3014-\u301b*_#~]/
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

function classify(unit: number): number {
  // Characters beyond the basic plane: planes 2 and 3 hold Han only (high surrogates D840 to D8BF); the rest, such as emoji, break.
  if (unit >= 0xd840 && unit <= 0xd8bf) return CLASS.han
  if (unit >= 0xdc00 && unit <= 0xdfff) return CLASS.skip
  if (unit >= 0xd800 && unit <= 0xdbff) return CLASS.break
  const char = String.fromCharCode(unit)
  if (/\p{Nd}/u.test(char)) return CLASS.digit
  if (HAN.test(char)) return CLASS.han
  if (/[\p{L}\p{N}]/u.test(char)) return CLASS.letter
  if (/[\p{M}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/u.test(char)) return CLASS.skip
  return THIN.test(char) ? CLASS.thin : CLASS.break
}
