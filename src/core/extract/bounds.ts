import type { Quantity } from './quantity.ts'
import { buildUnitTest } from './unit-test.ts'

/** Words before a number that bound it, folded; each pair is a lower and an upper bound of one language. */
const BOUNDS: [low: RegExp, high: RegExp][] = [
  [
    /(?:大于|高于|多于|超过|不小于|不低于|不少于|至少|最少|>=|>|≥)(?:或者?)?(?:等于)?$/,
    /(?:小于|低于|少于|不大于|不超过|不高于|不多于|至多|最多|<=|<|≤)(?:或者?)?(?:等于)?$/,
  ],
  [
    /(?:(?:greater|larger|higher|more|bigger|longer|older)(?: or equal)? than(?: or equal to)?|above|over|at least|(?:no|not) (?:less|fewer) than|>=|>|≥) ?(?:the )?$/,
    /(?:(?:less|smaller|lower|fewer|shorter|younger)(?: or equal)?(?: than)?(?: or equal(?: to| than)?)?|below|under|at most|(?:no|not) more than|<=|<|≤) ?(?:the )?$/,
  ],
]
/** All that may stand between the first number and the words of the second bound. */
const LINK = /^(?:的同时|[,，]? ?(?:并且|而且|但是?|且|并|和)|[,，、]|,? (?:and|but))? ?$/
/** Longest stretch between the two numbers of one pair of bounds, and before the first, in UTF-16 units. */
const REACH = 30

/** `大于10且小于20`, `more than 50 but less than 80 percent`: two bounds of one value, joined to a range. */
export function joinBounds(folded: string, quantities: Quantity[]): Quantity[] {
  const out: Quantity[] = []
  for (let i = 0; i < quantities.length; i++) {
    const [here, next] = [quantities[i]!, quantities[i + 1]]
    const joined = next && canJoin(here, next) ? joinPair(folded, here, next) : undefined
    out.push(joined ?? here)
    if (joined) i++
  }
  return out
}

const canJoin = (a: Quantity, b: Quantity) =>
  b.start - a.end <= REACH &&
  a.maxValue === undefined &&
  b.maxValue === undefined &&
  (a.unit === b.unit || a.bare || b.bare)

function joinPair(folded: string, here: Quantity, next: Quantity): Quantity | undefined {
  if (!endsBound(folded, here.start) || !endsBound(folded, next.start)) {
    if (!folded.startsWith('以上', here.end)) return undefined
  }
  const left = folded.slice(Math.max(0, here.start - REACH), here.start)
  const between = folded.slice(here.end, next.start)
  if (/^以上[,，、]? ?$/.test(between) && folded.startsWith('以下', next.end))
    return build(here, next, here.value, next.value)
  for (const [low, high] of BOUNDS) {
    if (low.test(left) && endsIn(between, high)) return build(here, next, here.value, next.value)
    if (high.test(left) && endsIn(between, low)) return build(here, next, next.value, here.value)
  }
  return undefined
}

/** Last characters of all words of bounds; most numbers stand behind something else. */
const isBoundEnd = buildUnitTest('于过少有多或者于至低高<>=≥≤nortelsw')

/** Whether the words before an offset may be those of a bound. */
function endsBound(folded: string, at: number): boolean {
  const last = folded.charCodeAt(at - 1)
  return isBoundEnd(last === 32 ? folded.charCodeAt(at - 2) : last)
}

/** Whether words are a link and a bound, and nothing else. */
function endsIn(words: string, bound: RegExp): boolean {
  const found = bound.exec(words)
  return found !== null && LINK.test(words.slice(0, found.index))
}

function build(here: Quantity, next: Quantity, value: number, maxValue: number): Quantity | undefined {
  if (value >= maxValue) return undefined
  const bare = here.bare && next.bare
  return { ...(here.bare ? next : here), start: here.start, end: next.end, value, maxValue, bare }
}
