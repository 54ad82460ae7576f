/** A name in CSL-JSON: a person, or an organisation as `literal`. */
export type CslName =
  | { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string }
  | { literal: string }

/** The types of works that we cite: five of sources, and our own record. */
export type CslType = 'article-newspaper' | 'article' | 'report' | 'post-weblog' | 'interview' | 'dataset'

/** Year, month, day; as many as are known. */
export type DateParts = [number] | [number, number] | [number, number, number]

/** The subset of CSL-JSON 1.0.2 that we fill; any reference manager reads it. */
export interface CslItem {
  id: string
  type: CslType
  /** As printed; no change of case. */
  title: string
  author?: CslName[]
  /** Newspaper, magazine, blog or site. */
  'container-title'?: string
  publisher?: string
  /** Of preprints: `arXiv:2412.12140`. */
  number?: string
  version?: string
  issued?: { 'date-parts': [DateParts] }
  accessed?: { 'date-parts': [DateParts] }
  URL?: string
  /** BCP 47. */
  language?: string
}

/** `2026-08-03T…` to its parts, with no more precision than it has. */
export function dateParts(date: string): { 'date-parts': [DateParts] } {
  return { 'date-parts': [date.slice(0, 10).split('-').map(Number) as DateParts] }
}

/** The first date of an item's date field. */
export const partsOf = (date: CslItem['issued']): DateParts | undefined => date?.['date-parts'][0]

/** `2026-08-03`. */
export const isoOf = (parts: DateParts): string =>
  parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')

export const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** White space that is not single spaces. */
const LOOSE = /[^\S ]|\s\s/

/** A text with single spaces for all its white space; nearly all have no other. */
export const foldSpace = (text: string): string => (LOOSE.test(text) ? text.replace(/\s+/g, ' ') : text)

const HAN = /\p{Script=Han}/u
/** Han characters are all beyond this one. */
const BEFORE_HAN = 0x2e80

/** Whether a text is written in Han characters, which decides order and spacing of a name. */
export function isHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= BEFORE_HAN) return HAN.test(text)
  return false
}
