/** 1 for each UTF-16 unit of some characters: what a pattern of one class says, many times as fast. */
export function charSet(chars: string): Uint8Array {
  const set = new Uint8Array(0x10000)
  for (let at = 0; at < chars.length; at++) set[chars.charCodeAt(at)] = 1
  return set
}

/** The unit at an offset, 0 outside the text: `charCodeAt` answers with no number there, which makes all look-ups by it slow. */
export const unitAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? text.charCodeAt(at) : 0

/** White space as patterns know it. */
export const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

export const isHanUnit = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

/** Whether a stretch of text holds a Chinese character. */
export function hasHan(text: string, start = 0, end = text.length): boolean {
  for (let at = start; at < end; at++) if (isHanUnit(text.charCodeAt(at))) return true
  return false
}

/** Whether words hold a unit of a set. */
export function holdsAny(set: Uint8Array, words: string): boolean {
  for (let at = 0; at < words.length; at++) if (set[words.charCodeAt(at)] === 1) return true
  return false
}
