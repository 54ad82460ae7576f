import type { Numeral } from './numeral.ts'
import { readNumeral } from './numerals.ts'
import { base, type Quantity } from './quantity.ts'
import { readUnit } from './units-reader.ts'
import { isYear } from './units-time.ts'

/** Shares of so many with a word or a hyphen between: `one job in five`, `three Danes in ten`, `a 1-in-400 chance`. */

const IN_SO_MANY =
  /-in-(\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a-hundred|a-thousand|a-million)(?![\d.%a-z])/y
const WHOLES = new Map<string, number>(
  'two three four five six seven eight nine ten'.split(' ').map((word, at) => [word, at + 2]),
)
  .set('twelve', 12)
  .set('twenty', 20)
  .set('a-hundred', 100)
  .set('a-thousand', 1000)
  .set('a-million', 1e6)

/** `a 1-in-400 chance`. */
export function readJoined(folded: string, numeral: Numeral): Quantity | undefined {
  if (folded[numeral.end] !== '-') return undefined
  IN_SO_MANY.lastIndex = numeral.end
  const whole = IN_SO_MANY.exec(folded)
  const size = WHOLES.get(whole?.[1] ?? '') ?? Number(whole?.[1]?.replaceAll(',', ''))
  if (!whole || !(size > numeral.value)) return undefined
  return { ...base(numeral, IN_SO_MANY.lastIndex), value: numeral.value / size, unit: 'fraction', detail: '' }
}

const ONE_IN_EVERY = / (?:[a-z-]{3,14} )?(?:in|for|out of|of) every (?=[0-9a-z])/y
/** `one job in five is exposed`: nothing that is counted stands behind the whole. */
const ONE_THING_IN = / [a-z-]{3,14} in (?=[0-9a-z])/y
const WHOLE_ENDS =
  /^(?:[.,;:!?)]|$| (?:and|but|while|is|are|was|were|has|have|had|will|would|could|may|might|must|can|cannot|say|says|said|uses?|goes|now|never|still|also|today|globally|worldwide|with|without|in|at|for|from|by|to|under|who|that|when|if|as|or|put|puts|felt|feels?|thinks?|thought|believes?|wants?|knows?|knew|needs?|gets?|got|does|did|lost|went|saw|takes?|took|gives?|gave|chose|fails?|goes|[a-z]{3,}ed)(?![a-z]))/
/** `three Americans in ten said`: of people, and of a round number. */
const SOME_IN = / [a-z-]{3,14}s in (?=(?:three|four|five|six|ten|twenty|10|100|1,000)(?![a-z0-9]))/y

/** `one summary in every 250`: a share of one, with what is counted between. */
export function readEveryOne(folded: string, numeral: Numeral): Quantity | undefined {
  if (numeral.value !== 1) return readSomeIn(folded, numeral)
  const every = matchAt(ONE_IN_EVERY, folded, numeral.end)
  const at = every ?? matchAt(ONE_THING_IN, folded, numeral.end)
  const whole = at === undefined ? undefined : readNumeral(folded, at)
  if (
    !whole ||
    whole.value < 2 ||
    !Number.isInteger(whole.value) ||
    readUnit(folded, whole)?.unit === 'duration'
  )
    return undefined
  if (every === undefined && (isYear(whole) || !WHOLE_ENDS.test(folded.slice(whole.end, whole.end + 16))))
    return undefined
  return { ...base(numeral, whole.end), value: 1 / whole.value, unit: 'fraction', detail: '' }
}

function readSomeIn(folded: string, numeral: Numeral): Quantity | undefined {
  const at = numeral.value < 10 ? matchAt(SOME_IN, folded, numeral.end) : undefined
  const whole = at === undefined ? undefined : readNumeral(folded, at)
  if (!whole || whole.value <= numeral.value || !WHOLE_ENDS.test(folded.slice(whole.end, whole.end + 16)))
    return undefined
  return { ...base(numeral, whole.end), value: numeral.value / whole.value, unit: 'fraction', detail: '' }
}

function matchAt(pattern: RegExp, folded: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(folded) ? pattern.lastIndex : undefined
}
