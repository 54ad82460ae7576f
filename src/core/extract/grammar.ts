import { foldChars } from '../text/script.ts'
import { findQuantities, type Quantity } from './quantities.ts'

/**
 * Every quantity of a text in either language and any script, in order and not overlapping: numerals, ordinals, shares,
 * percentages, ranges, money, durations, measures and counts, with their UTF-16 offsets. This is the lower of two levels:
 * years, list numbers and names with digits are quantities too; `selection.ts` decides which are figures. Pure, linear.
 */
export function readQuantities(text: string): Quantity[] {
  const folded = foldNumbers(text)
  const addresses = findAddresses(folded)
  return findQuantities(folded, addresses).filter(
    ({ start, end }) => !addresses.some((address) => start < address.end && end > address.start),
  )
}

/**
 * Folded text in which a raised point between digits (71·4%) is a decimal one and a full-width comma between digits (20，300)
 * does not look like one that groups thousands; before 000 or 050 it can be nothing else (15，000字).
 */
export function foldNumbers(text: string, folded = foldChars(text)): string {
  const pointed = text.includes('·') ? folded.replace(/(?<=\d)·(?=\d)/g, '.') : folded
  return text.includes('，') && /\d，\d/.test(text)
    ? pointed.replace(/(?<=\d),(?=\d)(?!(?<=(?<!\d)\d{1,3},)0\d\d(?!\d))/g, (comma, at: number) =>
        text[at] === '，' ? ';' : comma,
      )
    : pointed
}

/** Addresses and telephone numbers, whose digits are no quantities even here. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"'」』》，。、；）]{1,2048}|(?<!\d)\+\d{1,3}(?:[ -]\d{3,4}){2,3}(?:\/\d{4})?(?!\d)/g

const findAddresses = (folded: string) =>
  Array.from(folded.matchAll(ADDRESS), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
