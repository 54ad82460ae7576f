const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** By the alphabet; there is no raised q. */
const LETTERS = 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖqʳˢᵗᵘᵛʷˣʸᶻ'
const SIGNS: Record<string, string> = { '+': '⁺', '-': '⁻', '−': '⁻', '–': '⁻', '(': '⁽', ')': '⁾' }

/** A number, a letter, or several with what stands between marks of notes; no ordinal (`th`) and no trade mark. */
const RAISABLE = /^(?=.{1,16}$)(?=.*[\da-z])(?:\d|[a-z](?![a-z])|[\s+\-−–()*†‡§¶,，、;；.注註])+$/

/**
 * Raised text in characters that are raised themselves, so that its digits are none of the number before them: 10²⁶ and not 1026,
 * 79³ of 100 and not 793. Undefined where it is neither an exponent nor the mark of a note, such as the `th` of 5th.
 */
export function raise(text: string): string | undefined {
  if (!RAISABLE.test(text)) return undefined
  return text.replace(/[\da-z+\-−–()]/g, (char) =>
    /\d/.test(char) ? DIGITS[Number(char)]! : (SIGNS[char] ?? LETTERS[char.charCodeAt(0) - 97]!),
  )
}

/**
 * Raised text behind these characters: '' where a link makes it the mark of a note and no power, which is left out as Markdown's
 * marks are; undefined where it is written as it is.
 */
export const readSup = (text: string, isNote: boolean, before: string): string | undefined =>
  isNote && !takesPower(before) ? '' : raise(text)

/** The index of a number in characters of its own: 5₂ and not 52; undefined behind a letter, as CO2 is searched for. */
export const readSub = (text: string, before: string): string | undefined =>
  /^\d{1,3}$/.test(text) && /\d$/.test(before)
    ? text.replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!)
    : undefined

/** Whether what is raised behind these characters is a power of ten, or makes a measure a square or cubic one. */
export const takesPower = (before: string): boolean =>
  /(?:(?<![\d.,])10|(?<![a-z])(?:[kcmdn]?m|ft|mi|in|s))$/i.test(before)

/** Whether raised text is the mark of a note: 3, a, †, 註3, or several of them. */
export const isNoteMark = (text: string): boolean =>
  /^(?:[注註]?\d{1,3}|[a-z]|[*†‡§¶]{1,3})(?:\s?[,，、;；\-–]\s?(?:\d{1,3}|[a-z]))*$/.test(text)

/** A raised text and the characters before it. */
export interface Raised {
  text: string
  before: string
}

/** 10², 2³, R². */
const mayBePower = (before: string) => takesPower(before) || /(?<![\p{L}\d.,])[\p{Ll}\p{Lu}\d]$/u.test(before)

/**
 * Which raised numbers, in the order of a document, are marks of notes though no link says so: notes count up from 1, and
 * nobody raises a number to the power of 1.
 */
export function findNotes<T extends Raised>(raised: T[]): Set<T> {
  const notes = new Set<T>()
  for (const each of raised) {
    const isNext = each.text === `${notes.size + 1}`
    if (isNext && (each.text === '1' || !mayBePower(each.before))) notes.add(each)
  }
  return notes
}
