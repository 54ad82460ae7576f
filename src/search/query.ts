import { type FlatText, readings } from './flat.ts'
import { foldChars } from './fold.ts'

/** Longest query that is read; a reader who pastes more has pasted enough to be found by its beginning. */
export const LONGEST_QUERY = 10_000

/** A query cut into what must be there, in exactly these words or not, and what must not. */
export interface ParsedQuery {
  /** What stands outside quotation marks, in one or two readings; none when there is nothing to search. */
  free: FlatText[]
  /** What stands in quotation marks, one each, in one or two readings. */
  exact: FlatText[][]
  /** What stands after a minus sign. */
  excluded: FlatText[]
  /** Whether the text was longer than {@link LONGEST_QUERY}. */
  isCut: boolean
  /** Whether the last word may be unfinished: the query ends in a letter outside quotation marks. */
  isOpen: boolean
}

/** Closing mark of every opening one. A mark without its partner is no operator. */
const CLOSING: Record<string, string> = {
  '"': '"',
  '\u201c': '\u201d',
  '\u201e': '\u201c',
  '\u300c': '\u300d',
  '\u300e': '\u300f',
  '\u00ab': '\u00bb',
  '\uff02': '\uff02',
}

/** Reads what a person typed. Any text is a query: operators that do not close are ordinary characters. */
export function parseQuery(typed: string): ParsedQuery {
  const text = typed.slice(0, LONGEST_QUERY).toWellFormed()
  const exact: FlatText[][] = []
  const excluded: FlatText[] = []
  let free = ''
  for (let at = 0; at < text.length; ) {
    const close = findClose(text, at)
    if (close > 0) {
      const inside = readings(foldChars(text.slice(at + 1, close)), true)
      const isMinus = /(^|\s)-$/.test(free)
      if (isMinus) free = free.slice(0, -1)
      if (inside.length > 0 && isMinus) excluded.push(inside[0]!)
      else if (inside.length > 0) exact.push(inside)
      free += ' '
      at = close + 1
    } else free += text[at++]
  }
  // A minus before a digit is a sign, and one inside a word a hyphen.
  const kept = free.replace(/(^|\s)[-\u2212\uff0d](\p{L}\S*)/gu, (_, space: string, word: string) => {
    excluded.push(...readings(foldChars(word), true).slice(0, 1))
    return space
  })
  return {
    free: readings(foldChars(kept), false),
    exact,
    excluded,
    isCut: typed.length > LONGEST_QUERY,
    isOpen: /[\p{L}\p{N}]$/u.test(kept),
  }
}

/**
 * Where the quotation that opens at `at` closes; 0 when none opens there. Quotation marks around a long pasted text's own
 * quotations would make operators of its words, so they count only at the edge of a word group.
 */
function findClose(text: string, at: number): number {
  const closing = CLOSING[text[at]!]
  if (closing === undefined) return 0
  const isAtEdge = at === 0 || /[\s-]/.test(text[at - 1]!)
  if (!isAtEdge) return 0
  const close = text.indexOf(closing, at + 1)
  const isClosedAtEdge = close > at + 1 && (close === text.length - 1 || /\s/.test(text[close + 1]!))
  return isClosedAtEdge ? close : 0
}
