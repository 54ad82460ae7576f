import { quantity, readHan } from './fractions-han.ts'
import { SCALES } from './numeral.ts'
import { readFraction } from './numerals-words.ts'
import type { Quantity } from './quantity.ts'

/** Words that are a multiple without a number beside them. */
// biome-ignore format: a table reads by rows
const MULTIPLES = new Map(Object.entries({
  doubled: 2, doubles: 2, doubling: 2, twofold: 2,
  tripled: 3, triples: 3, tripling: 3, trebled: 3, threefold: 3,
  quadrupled: 4, quadruples: 4, quadrupling: 4, fourfold: 4,
  quintupled: 5, quintuples: 5, quintupling: 5, fivefold: 5, sextupled: 6, sixfold: 6, sevenfold: 7, eightfold: 8, ninefold: 9, thrice: 3,
  tenfold: 10, twentyfold: 20, thirtyfold: 30, fiftyfold: 50, hundredfold: 100, thousandfold: 1000,
}))

/** Words that begin a share or a multiple, for the scan; those that are numbers besides stand in its other list. */
export const MULTIPLE_WORDS: readonly string[] = [
  ...MULTIPLES.keys(),
  'halved',
  'halves',
  'million',
  'billion',
  'trillion',
  'twice',
  'order',
  'double',
  'triple',
  'quadruple',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'decade',
  'century',
]

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const PARTS = new Map(
  Object.entries({
    half: 2,
    halve: 2,
    third: 3,
    quarter: 4,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    twentieth: 20,
    thirtieth: 30,
    fortieth: 40,
    fiftieth: 50,
    hundredth: 100,
    thousandth: 1000,
    millionth: 1e6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
  }),
)

/** The share or multiple in words that begins at an offset of folded text (or, for 过半, one before it). Bounded. */
export function readWordQuantity(folded: string, at: number): Quantity | undefined {
  const unit = folded.charCodeAt(at)
  if (unit >= 0x80) return readHan(folded, at)
  return unit >= 97 && unit <= 122 ? readEnglish(folded, at) : undefined
}

const WORD = /[a-z]+/y
const NAMED =
  /(?<!(?:first|last|next|past|final|previous) )(?!(?<=(?:in|within|over) )one quarter(?! of))(one|two|three|four|five|six|seven|nine)[- ](half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?![a-z])/y
/** `three-quarters of a million`, `nearly a quarter of a million`. */
const OF_A_SCALE = / of an? (million|billion|trillion)(?![a-z])/y
/** `a tenth of a point`, `three-quarters of a percentage point`. */
const OF_A_POINT = / of a (?:percentage )?point(?![a-z])/y
const A_PART =
  /an? (half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|thirtieth|fortieth|fiftieth|hundredth|thousandth|millionth)(?= (?:of|as (?:many|much)|were|are|had|have|did|do|would|told|want(?:ed)?|agreed?|disagreed?|use[ds]?|find|found|fear(?:ed)?|worry|worried|know|knew|could|can|never|still|now|admit(?:ted)?|consider(?:ed)?|prefer(?:red)?|trust(?:ed)?|report(?:ed)?|cited?|plan(?:ned)?|expect(?:ed)?|oppose[ds]?|failed|feel|felt|say|said|believe|think|support|less|more|above|below|fewer|smaller|cheaper|faster|slower|lower|higher|larger|goes|went|came|got|will|may|might|must|should|saw|lost|paid|voted|backed|refused|declined|relied|lack(?:ed)?|need(?:ed)?|live[sd]?|(?<=quarter )(?:go|come|pass|get|pay|work|take|see|show|lose|rely|back|remain))(?![a-z-])| ?[—–] ?\d| \(\d| (?:the|its|their|his|her|our) (?:size|costs?|price|time|rate|length|number|amount|speed|energy|power|compute|level|weight|age|budget|effort|staff|memory|data|volume)(?![a-z]))/y
/** A part that a change or a bound leads to: `fell by a fifth`, `nearly a quarter`; not `by a third party`. */
const BY_A_PART =
  /(?<=(?:by|nearly|almost|about|roughly|around|than|only|just|to|under) )an? (half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?= (?:of|in|trust|say|said|use[ds]?|think|believe|support|were|are|have|had|want|agree|from|to|since|over|more|less|as|compared|between|when|while|and|for)(?![a-z])|[.,;:)]|$| ?[—–] ?\d| \(\d)/y
/** `more than half agreed`, `cut by half`. */
const SOME_HALF =
  /(?<=(?:more than|less than|fewer than|nearly|almost|about|roughly|around|over|under|by|only|just) )half(?=[.,;:)]|$|(?<=(?:more than|fewer than|nearly|almost|about|roughly|around|over) half) (?!(?:an?|way|time|hours?|days?|price|pay|century|decade|dozen|million|billion|hearted|life|lives|measures?|brothers?|sisters?|miles?|marathons?|size|term|asleep|empty|full|baked|past|steps?|notes?|truths?|human|naked|dead|finished|done)(?![a-z]))[a-z]| ?[—–] ?\d| \(\d| (?:agreed?|disagreed?|of|in|from|to|since|who|were|are|have|had|said|say|did|do|would|will|can|could|may|might|must|should|feel|felt|fear|know|knew|trust|use|used|failed?|think|thought|want(?:ed)?|support(?:ed)?|oppose[ds]?)(?![a-z]))/y
const IN_HALF =
  /(?<=(?:cut|cuts|cutting|slash|slashed|reduced|sliced) (?:[a-z]{1,12} ){0,3}in )half(?![a-z-])/y
/** Not the first half of a year or a match. */
const HALF =
  /(?<!(?:first|second|latter|top|bottom|last|next|other|better|front|back) )half(?! an? (?:dozen|hundred|thousand|million|billion|trillion)(?![a-z]))(?= (?:of|the|their|its|his|our|my|her(?! (?:age|size|height|weight)(?![a-z]))|all|a[ns]?|trust|said|say|believe|think|support|have|had|has|are|were|as)(?![a-z]))/y
/** `Half expect it to replace them`: at the head of its clause; `she half expected` is another word. */
const HALF_ACTS =
  /(?<=^|[.!?:;,—–"“\n(] ?|(?:^|[^a-z])(?:and|but|while|whereas|that|though|only|just|then) )half(?= (?:also |now |already |never |still |do not |don['’]t )?(?:said|say|told|believed?|think|thought|support(?:ed)?|oppose[ds]?|want(?:ed)?|expect(?:ed)?|trust(?:ed)?|fear(?:ed)?|worry|worried|feel|felt|agreed?|disagreed?|prefer(?:red)?|favou?r(?:ed)?|plan(?:ned)?|hoped?|use[ds]?|know|knew|report(?:ed)?|admit(?:ted)?|rate[ds]?|considered?|would|could|can(?:not)?|may|might|must|should|did|do|will|went|go|got|get|came|come|failed|passed|received|saw|took|lived?|chose|gave|lost|paid|voted|refused|declined|backed|rely|relied|need(?:ed)?|quit)(?![a-z]))/y
/** `A quarter goes to forecasting, half to technical work`: a second clause that leaves out the verb of the first. */
const HALF_TOO =
  /(?<=(?:half|third|quarter|fifth|tenth|percent|per cent|%) [^.;,]{2,40}, (?:and |another )?)half(?= (?:to|on|in|for|from|by|at) [a-z])/y
const HALVES = [HALF, SOME_HALF, IN_HALF, HALF_ACTS, HALF_TOO]
const HALF_A_POINT = /half (?:a|of a|of one) percentage[ -]point(?![a-z])/y
const HALF_AN_HOUR =
  /half(?: an? (second|minute|hour|day|week|month|year|decade|century)(?![a-z-])|[- ](decade|century)(?:-(?:long|old))?(?![a-z]))/y
/** `up to a month`, `about an hour`: how long something takes; `a year ago` and `once a month` are none. */
const A_SPAN =
  /(?<=(?:(?:est|most|least|first time|worst|best) in|sentenced to|jailed for|banned for|barred for|suspended for|closed for|up to|about|nearly|almost|roughly|approximately|around|over|more than|less than|under|at least|within|just under|just over|took|takes?|lasted|lasts|spent) )an? (?:full |whole |entire )?(second|minute|hour|day|week|month|year|decade|century)(?![a-z'’-])(?! (?:ago|earlier|later|old|at a time)(?![a-z]))/y
/** `a day and a half`. */
const SPAN_AND_HALF = /an? (second|minute|hour|day|week|month|year|decade|century) and a half(?![a-z])/y
/** `a half century ago`, `a half-decade`. */
const HALF_SPAN = /an? half[- ](decade|century)(?:-(?:long|old))?(?![a-z])/y
/** `by a quarter-point`, `half a percentage point` in the words of central banks. */
const PART_POINT = /an? (half|quarter)[- ](?:percentage[- ])?point(?![a-z])/y
const LONG = /(hour|day|week|month|year|decade|century)-long(?![a-z])/y
const DOUBLE =
  /(?<!to )double(?= (?:the|that|its|their|what|those|last (?:year|quarter|month|week|season))(?![a-z]))/y
/** `will double within five years`, `could triple`: a forecast of a multiple. */
const WILL_MULTIPLY =
  /(?<=(?:will|would|could|may|might|can|should|to|likely|expected to) (?:more than |nearly |almost )?)(double|triple|quadruple)(?= (?:within|by|in|every|over|again|from|to)(?![a-z])|[.,;:)]|$)/y
const MULTIPLIED = new Map(Object.entries({ double: 2, triple: 3, quadruple: 4 }))
/** `million-dollar salaries`: an amount that a hyphen makes an adjective. */
const MONEYED = /(million|billion|trillion)-dollar(?! question)(?![a-z])/y
const TWICE = /twice(?= (?:as|the|that|what|more|its|their|his|her)(?![a-z]))/y
/** How often something happened or happens. */
const TWO_TIMES =
  /twice(?=[.;)]|$|, | (?:a|an|in|per|every|each|since|during|over|within|before|by|between|daily|weekly|monthly|yearly)(?![a-z]))/y
const ORDER = /(?:an )?order of magnitude(?![a-z])/y
const TO_ONE = /(two|three|four|five|six|seven|eight|nine|ten)-to-one(?![a-z])/y

/** `doubling down`, `the doubling time`, `doubles as a radiator`, `their stunt doubles`, `a 9-month doubling`. */
const NO_MULTIPLE =
  /(?:doubl(?:ed|es|ing) (?:down|as |up as|times?(?![a-z])|rates?(?![a-z])|periods?)|(?:body|stunt|machine|mixed|digital) doubles|(?:month|year|week|day|hour) doubling)/

/** `halves the cost`, `recall halves.`; not the two halves of a match. */
const HALVES_IT =
  /(?<=[a-z] )(?<!(?:both|two|the|these|of|in|into|its|their|equal|three) )halves(?=[.,;:)]| (?:the|its|their|your|our|that|this|what|every|each|when|for|in)(?![a-z]))/y
/** `flat for two quarters`: of years. */
const QUARTERS_OF_YEARS =
  /(two|(?<=(?:for|over|after|past|last|next|previous|within|in) (?:the )?)three|four|five|six|seven|eight|nine|ten) quarters(?! of )(?![a-z])/y

function readEnglish(folded: string, at: number): Quantity | undefined {
  WORD.lastIndex = at
  const word = WORD.exec(folded)?.[0]
  if (word === undefined) return undefined
  const multiple = MULTIPLES.get(word)
  if (multiple !== undefined && NO_MULTIPLE.test(folded.slice(Math.max(0, at - 12), at + word.length + 8)))
    return undefined
  if (multiple !== undefined) return quantity(at, at + word.length, multiple, 'multiple')
  if (word === 'halved' || (word === 'halves' && match(HALVES_IT, folded, at)))
    return quantity(at, at + word.length, 0.5, 'fraction')
  if (word.endsWith('illion')) return readMoneyed(folded, at)
  if (word === 'twice') return readTwice(folded, at)
  if (word === 'order' || word === 'an') {
    const order = match(ORDER, folded, at)
    if (order || word === 'order') return order && quantity(at, ORDER.lastIndex, 10, 'multiple')
  }
  return readPart(folded, at, word)
}

/** `twice as many` is a multiple, `waived it twice` a number of times. */
function readTwice(folded: string, at: number): Quantity | undefined {
  if (match(TWICE, folded, at)) return quantity(at, at + 5, 2, 'multiple')
  return match(TWO_TIMES, folded, at) &&
    !/(?:think|thinks|thinking|thought|look|looked|once or) $/.test(folded.slice(Math.max(0, at - 10), at))
    ? quantity(at, at + 5, 2, 'count', { detail: 'twice' })
    : undefined
}

function readMoneyed(folded: string, at: number): Quantity | undefined {
  const found = folded[at - 1] === '-' ? undefined : match(MONEYED, folded, at)
  const scale = found && SCALES.get(found[1]!)
  return scale ? quantity(at, MONEYED.lastIndex, scale, 'money', { detail: 'USD' }) : undefined
}

/** `three-quarters`, `a third of`, `half the sample`; other parts are numbers, but of no figure. */
function readPart(folded: string, at: number, word: string): Quantity | undefined {
  const isJoined = folded[at - 1] === '-'
  if (word === 'half') {
    const point = match(HALF_A_POINT, folded, at)
    if (point) return quantity(at, HALF_A_POINT.lastIndex, 0.5, 'percentage_point')
    const time = match(HALF_AN_HOUR, folded, at)
    if (time) return quantity(at, HALF_AN_HOUR.lastIndex, 0.5, 'duration', { detail: time[1] ?? time[2]! })
    if (!isJoined && HALVES.some((half) => match(half, folded, at)))
      return quantity(at, at + 4, 0.5, 'fraction')
    return /^(?: an? (?:dozen|hundred|[a-z]+illion)|-)/.test(folded.slice(at + 4, at + 16))
      ? undefined
      : quantity(at, at + 4, 0.5, 'fraction', { loose: true })
  }
  const times = MULTIPLIED.get(word)
  if (times !== undefined)
    return (
      (match(WILL_MULTIPLY, folded, at) ?? (times === 2 ? match(DOUBLE, folded, at) : undefined)) &&
      quantity(at, at + word.length, times, 'multiple')
    )
  const long = match(LONG, folded, at)
  if (long) return quantity(at, LONG.lastIndex, 1, 'duration', { detail: long[1]! })
  const more = word === 'a' || word === 'an' ? match(SPAN_AND_HALF, folded, at) : undefined
  if (more) return quantity(at, SPAN_AND_HALF.lastIndex, 1.5, 'duration', { detail: more[1]! })
  const half = word === 'a' ? match(HALF_SPAN, folded, at) : undefined
  if (half) return quantity(at, HALF_SPAN.lastIndex, 0.5, 'duration', { detail: half[1]! })
  const point = match(PART_POINT, folded, at)
  if (point) return quantity(at, PART_POINT.lastIndex, point[1] === 'half' ? 0.5 : 0.25, 'percentage_point')
  const span = match(A_SPAN, folded, at)
  if (span) return quantity(at, A_SPAN.lastIndex, 1, 'duration', { detail: span[1]! })
  const toOne = match(TO_ONE, folded, at)
  if (toOne) return quantity(at, TO_ONE.lastIndex, NUMBERS.indexOf(toOne[1]!), 'multiple')
  const quarters = match(QUARTERS_OF_YEARS, folded, at)
  if (quarters)
    return quantity(at, QUARTERS_OF_YEARS.lastIndex, NUMBERS.indexOf(quarters[1]!), 'duration', {
      detail: 'quarter',
    })
  const named = isJoined ? undefined : match(NAMED, folded, at)
  const top = named ? NUMBERS.indexOf(named[1]!) : 1
  const part = named ?? (isJoined ? undefined : (match(A_PART, folded, at) ?? match(BY_A_PART, folded, at)))
  const bottom = part && PARTS.get(part.at(-1)!.replace(/s$/, ''))
  if (part && bottom && match(OF_A_POINT, folded, at + part[0].length))
    return quantity(at, OF_A_POINT.lastIndex, top / bottom, 'percentage_point')
  const scale = part ? match(OF_A_SCALE, folded, at + part[0].length) : undefined
  if (part && bottom && scale)
    return readScaledPart(folded, at, OF_A_SCALE.lastIndex, (top / bottom) * SCALES.get(scale[1]!)!)
  if (part && bottom && top < bottom) return quantity(at, at + part[0].length, top / bottom, 'fraction')
  const other = readFraction(folded, at)
  return other && quantity(at, other.end, other.value, 'fraction', { loose: true })
}

/** `a quarter of a million pounds`, `three-quarters of a million people`. */
function readScaledPart(folded: string, at: number, end: number, value: number): Quantity {
  OF_MONEY.lastIndex = end
  const currency = OF_MONEY.exec(folded)?.[1]
  return currency
    ? quantity(at, OF_MONEY.lastIndex, value, 'money', { detail: CURRENCIES[currency]! })
    : quantity(at, end, value, 'count', { bare: true, scaled: true })
}

const OF_MONEY = / (?:us )?(dollar|euro|pound|yuan|yen|rupee|franc)s?(?![a-z])/y
const CURRENCIES: Record<string, string> = {
  dollar: 'USD',
  euro: 'EUR',
  pound: 'GBP',
  yuan: 'CNY',
  yen: 'JPY',
  rupee: 'INR',
  franc: 'CHF',
}

function match(pattern: RegExp, folded: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(folded) ?? undefined
}
