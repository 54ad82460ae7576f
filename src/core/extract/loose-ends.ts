import type { Span } from '../text/sentences.ts'
import type { Reading } from './reading.ts'

/** Words that a cut has left at the ends of an English phrase, and marks that part it. */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that lead to what follows: at the end of a phrase they lead to nothing. */
const LEADS_ON = setOf(
  'a an the and or but nor if when while where that which who whom whose than as of in on at to for from by with about across above against among around before below between beyond during into onto over per through under until up upon via within without its their his her our your my even both either each every no not more less fewer most at least nearly almost roughly some any such very because since unless whether though although only just',
)
/** Verbs that say how a value moved or where it stood, and their helpers. */
const MOVES = setOf(
  'is are was were be been being has have had do does did will would can could might should must rose risen rises rising fell fallen grew grown grows dropped climbed climbs jumped soared soars slid slipped sank stood ran reached reaches came comes went goes range ranges ranged ranging vary varies varied compares increased decreased declined doubled tripled trebled halved now still already then together',
)
/** Words that only join a phrase to what stood before it. */
const JOINS = setOf('and or but nor so that which who when while where than as of also then')

const QUOTE = /["“”]/
const WORD_AT_END = /[ \u00a0]([a-z'’-]+)$/
const WORD_AT_START = /^([a-z'’-]+)[ \u00a0]/
/** `13-billion-parameter model`: what joined the number to the word. */
const HYPHEN = /^[-–—+]+ ?(?:olds? )?(?=[a-z])/
/** `— in addition to …`, `complete" when …`: what stands behind such a mark is no part of the phrase. */
const PARTS = /\s?(?:—|–(?=\s)|--)|["”](?=\s)/
const LONGEST_WORD = 24
/** Behind a phrase with which its clause ends, so that its last word leads on to nothing: `money they had not asked for.` */
const CLOSES = /^ ?(?:[.,;:!?)\]|\n]|$)/

/** `countries like China`: of what is named, and not of what it is an example. */
const EXAMPLE = /^(?:[a-z’'-]+ ){1,3}(?:like|such as) (?=\p{Lu})/u

/** A text as written and folded. */
type Written = Pick<Reading, 'text' | 'folded'>

/**
 * A phrase without what a cut has left at its ends: `number of discounts was`, `that fell`, `complete" when`; with the mark
 * before it where it begins with a quotation that ends within it (`"how to" questions`).
 */
export function withoutLooseEnds({ text, folded }: Written, { start, end }: Span): Span {
  const mark = PARTS.exec(folded.slice(start, end))
  if (mark && QUOTE.test(mark[0]) && QUOTE.test(folded[start - 1] ?? '')) return { start: start - 1, end }
  const isParted = mark && mark.index >= 3 && !QUOTE.test(folded.slice(start, start + mark.index))
  const from = start + (EXAMPLE.exec(text.slice(start, end))?.[0].length ?? 0)
  const stop = isParted ? start + mark.index : end
  const last = CLOSES.test(folded.slice(stop, stop + 2)) ? stop : withoutTail(text, start, stop)
  return { start: withoutHead(folded, from, last), end: last }
}

/** Only words in lower case: the last word of `David Do` is a name. */
function withoutTail(text: string, start: number, end: number): number {
  let stop = end
  for (;;) {
    const word = WORD_AT_END.exec(text.slice(Math.max(start, stop - LONGEST_WORD), stop))
    if (!word || !(LEADS_ON.has(word[1]!) || MOVES.has(word[1]!))) return stop
    stop -= word[0].length
  }
}

function withoutHead(folded: string, start: number, end: number): number {
  let from = start + (HYPHEN.exec(folded.slice(start, end))?.[0].length ?? 0)
  for (;;) {
    const word = WORD_AT_START.exec(folded.slice(from, Math.min(end, from + LONGEST_WORD)))
    if (!word || !JOINS.has(word[1]!)) return from
    from += word[0].length
  }
}
