import type { Numeral } from './numeral.ts'
import { readNumeral } from './numerals.ts'
import { base, type Quantity } from './quantity.ts'

/** Divisions and scores of matches: `voted 72-28`, `won 3-1`. */

const VOTE = /(?:[-–](?=\d)| ?比 ?(?=[\d一二三四五六七八九十]))/y
const VOTED =
  /(?:(?<![a-z])(?:vot(?:e|es|ed|ing)|majority|passed|approved|confirmed|rejected|defeated|split|ruled|failed|cleared|carried|survived|sank|backed|adopted|endorsed|ratified)(?![a-z])[^.;]{0,24}|(?:以|投票|表决|比分|比数)[^,。;]{0,6})$/
const DECIDED = /^ ?(?:票)?(?:获|被|遭)?(?:通过|否决|表决|裁定|裁决|获胜|胜出|险胜|落败|[的大]?多数)/
/** 12-14, 3-5%: what stands behind the second number of a span of something else. */
const NO_VOTE = /^(?:\d|\.\d|%|-|–)/

/** `voted 72-28`, `a 99-1 vote`, 以72比28通过: a division, one score with the first value. */
export function readVote(folded: string, numeral: Numeral): Quantity | undefined {
  if (numeral.form === 'word' || numeral.value > 999) return undefined
  VOTE.lastIndex = numeral.end
  const other = VOTE.test(folded) ? readNumeral(folded, VOTE.lastIndex) : undefined
  if (!other || other.scaled || other.value > 999 || other.form !== numeral.form) return undefined
  const right = folded.slice(other.end, other.end + 12)
  const isVote =
    !NO_VOTE.test(right) &&
    (isMatch(folded, numeral, right) ||
      /^ (?:votes?|majority|margin|split|decision|win|victory)(?![a-z])/.test(right) ||
      DECIDED.test(right) ||
      VOTED.test(folded.slice(Math.max(0, numeral.start - 36), numeral.start)))
  return isVote
    ? { ...base(numeral, other.end), value: numeral.value, unit: 'score', detail: `-${other.value}` }
    : undefined
}

/** `Arsenal won 3-1 to stay top`: the score of a match. */
const PLAYED =
  /(?<![a-z])(?:made it|makes it|won|lost|drew|beat|beaten|thrashed|edged|overcame|win|wins|draw|defeat|victory|trail(?:ed|ing)?|led|lead|leading)(?: [a-z'’-]+){0,3} $/
const MATCH_ENDS =
  /^(?:[.,;:!?)]|$| (?:to|at|against|in|over|on|away|after|and|with|thanks|when|before|home|up|win|victory|defeat|draw)(?![a-z]))/
const isMatch = (folded: string, { start, value }: Numeral, right: string): boolean =>
  value < 150 && MATCH_ENDS.test(right) && PLAYED.test(folded.slice(Math.max(0, start - 36), start))
