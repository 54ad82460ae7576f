import { type Numeral, SCALES } from './numeral.ts'

/** Cardinals below a hundred. */
// biome-ignore format: a table reads by rows
const WORDS = new Map(Object.entries({
  zero: 0, nought: 0, naught: 0,
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
  twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}))

/** Ordinals, which are also the lower part of a fraction. */
// biome-ignore format: a table reads by rows
const ORDINALS = new Map(Object.entries({
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, nineth: 9, tenth: 10,
  eleventh: 11, twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17,
  eighteenth: 18, nineteenth: 19, twentieth: 20, thirtieth: 30, fortieth: 40, fiftieth: 50, sixtieth: 60,
  seventieth: 70, eightieth: 80, ninetieth: 90,
  hundredth: 100, thousandth: 1e3, millionth: 1e6, billionth: 1e9, trillionth: 1e12,
}))
/** The lower part of a fraction that is no ordinal. */
const PARTS = new Map(Object.entries({ half: 2, halve: 2, quarter: 4 }))

// biome-ignore format: a table reads by rows
const VAGUE = new Map(Object.entries({
  tens: 10, dozens: 12, hundreds: 100, thousands: 1e3, millions: 1e6, billions: 1e9, trillions: 1e12,
}))

/** Words at which a number may begin, for the scan. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set([
  ...WORDS.keys(),
  ...ORDINALS.keys(),
  ...VAGUE.keys(),
  ...['a', 'an', 'half', 'quarter', 'several', 'hundred'],
])

const WORD = /[a-z]+/y
const JOIN = /[ \u00a0-]+(?:and[ \u00a0]+)?/y
const VAGUE_WORDS =
  /(?:(tens|dozens|hundreds|thousands|millions|billions|trillions)(?: of (thousands|millions|billions|trillions))?)(?![a-z])/y

function wordAt(folded: string, at: number): string {
  WORD.lastIndex = at
  return WORD.exec(folded)?.[0] ?? ''
}

/** The English number that begins at an offset of folded text: twenty-one, tens of millions, half a million, the fifth. */
export function readWords(folded: string, at: number): Numeral | undefined {
  VAGUE_WORDS.lastIndex = at
  const vague = VAGUE_WORDS.exec(folded)
  if (vague) {
    const value = VAGUE.get(vague[1]!)! * (vague[2] ? VAGUE.get(vague[2])! : 1)
    return { start: at, end: VAGUE_WORDS.lastIndex, value, form: 'word', inexact: 'about', scaled: true }
  }
  const word = wordAt(folded, at)
  if (/^(?:an?|half|several|quarter|hundred)$/.test(word)) return readLead(folded, at, word)
  const ordinal = ORDINALS.get(word)
  if (ordinal !== undefined)
    return { start: at, end: at + word.length, value: ordinal, form: 'word', scaled: false, ordinal: true }
  return readCardinal(folded, at)
}

const LEAD =
  /(?:an?|a few|a couple(?: of)?|half an?|half|several|hundred|(?:an? )?quarter(?: of)?(?: an?)?) (dozen|hundred|thousand|million|billion|trillion)(?![a-z])/y

/** a dozen, half a million, several hundred, a quarter million. */
function readLead(folded: string, start: number, word: string): Numeral | undefined {
  LEAD.lastIndex = start
  const match = LEAD.exec(folded)
  if (!match) return undefined
  const scale = match[1] === 'dozen' ? 12 : SCALES.get(match[1]!)!
  const isFew = /few|couple/.test(match[0])
  const factor = match[0].includes('couple')
    ? 2
    : /quarter/.test(match[0])
      ? 0.25
      : word === 'half'
        ? 0.5
        : word === 'hundred'
          ? 100
          : 1
  const numeral: Numeral = { start, end: LEAD.lastIndex, value: factor * scale, form: 'word', scaled: true }
  if (word === 'several' || isFew) numeral.inexact = 'about'
  return numeral.value >= 1e3 ? (readHalfMore(folded, numeral, scale) ?? numeral) : numeral
}

/** What has been read of a cardinal: `current` is below the next magnitude. */
interface Cardinal {
  total: number
  current: number
  end: number
  scaled: boolean
  /** The last magnitude of a million or more, which `and a half` halves. */
  magnitude: number
}

/** twenty-one, two hundred and fifty thousand, three lakh crore, five and a half million, five point five. */
function readCardinal(folded: string, start: number): Numeral | undefined {
  const state: Cardinal = { total: 0, current: 0, end: start, scaled: false, magnitude: 1 }
  for (let at = start; ; ) {
    const word = wordAt(folded, at)
    if (word === '' || !takeWord(state, word, start)) break
    state.end = at + word.length
    JOIN.lastIndex = state.end
    if (!JOIN.test(folded)) break
    at = JOIN.lastIndex
    if (folded.startsWith('and', state.end + 1) && readFraction(folded, at)) break
  }
  if (state.end === start) return undefined
  const { end, scaled } = state
  const numeral: Numeral = { start, end, value: state.total + state.current, form: 'word', scaled }
  return (
    readPoint(folded, numeral) ?? readHalfMore(folded, numeral, state.magnitude) ?? readNth(folded, numeral)
  )
}

/** Takes one word of a cardinal; false when it cannot continue the number. */
function takeWord(state: Cardinal, word: string, start: number): boolean {
  const { current } = state
  const unit = WORDS.get(word)
  if (unit !== undefined) {
    if (state.end > start && current === 0 && state.total === 0) return false
    if (current % 100 > 0 && (current % 10 > 0 || unit >= 10)) return false
    state.current += unit
    return true
  }
  const scale = word === 'dozen' || word === 'dozens' ? 12 : SCALES.get(word)
  if (scale === undefined || state.end === start) return false
  if (current === 0 && state.total > 0) return scale >= 1e5 && (state.total *= scale) > 0
  state.current = Math.max(current, 1) * scale
  state.scaled = true
  if (scale > 100) {
    state.total += state.current
    state.current = 0
  }
  if (scale >= 1e6) state.magnitude = scale
  return true
}

const POINT =
  /[ ]point((?:[ -](?:zero|nought|naught|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|[a-z]{3,5}ty)(?![a-z]))+)/y

/** five point five, nought point nought three, two hundred point seventy-one. */
function readPoint(folded: string, numeral: Numeral): Numeral | undefined {
  POINT.lastIndex = numeral.end
  const match = POINT.exec(folded)
  if (!match) return undefined
  const words = match[1]!.trim().split(/[ -]/)
  let digits = ''
  for (const [index, word] of words.entries()) {
    const value = WORDS.get(word)
    if (value === undefined) return undefined
    const isOnes = index > 0 && value < 10 && WORDS.get(words[index - 1]!)! >= 20
    digits = isOnes ? digits.slice(0, -1) + value : digits + value
  }
  return { ...numeral, end: POINT.lastIndex, value: Number(`${numeral.value}.${digits}`) }
}

/** `one million and a half`, `5 and a half million`, `one-and-a-half times`, `forty-two and a third`: a number with a part behind it. */
export function readHalfMore(folded: string, numeral: Numeral, magnitude: number): Numeral | undefined {
  const isHyphened = folded.startsWith('-and-a-half', numeral.end)
  if (!isHyphened && !folded.startsWith(' and ', numeral.end)) return undefined
  const part = isHyphened ? { value: 0.5, end: numeral.end + 11 } : readFraction(folded, numeral.end + 5)
  if (!part || folded.startsWith(' of', part.end)) return undefined
  SCALE.lastIndex = part.end
  const scale = SCALE.exec(folded)
  const factor = scale ? SCALES.get(scale[1]!)! : 1
  const value =
    magnitude > 1
      ? numeral.value + part.value * (scale ? factor : magnitude)
      : (numeral.value + part.value) * factor
  return {
    ...numeral,
    end: scale ? SCALE.lastIndex : part.end,
    value,
    scaled: numeral.scaled || scale !== null,
  }
}
const SCALE = / (hundred|thousand|million|billion|trillion)(?![a-z])/y

/** `twenty-fifth` is an ordinal, `twenty-three fifths` and `one tenth` are fractions; a plain number stays one. */
function readNth(folded: string, numeral: Numeral): Numeral {
  const lower = readLower(folded, numeral.end)
  if (!lower) return numeral
  const { value, isPlural } = lower
  if (isPlural || numeral.value === 1)
    return { ...numeral, end: lower.end, value: numeral.value / value, fraction: true }
  if (!lower.isOrdinal) return numeral
  const nth = value >= 100 ? numeral.value * value : numeral.value + value
  return { ...numeral, end: lower.end, value: nth, ordinal: true }
}

interface Lower {
  value: number
  end: number
  isPlural: boolean
  isOrdinal: boolean
}

const GAP = / ?- ?| /y

/** The lower part of a fraction or the last part of an ordinal behind a number: ` thirds`, `-fifth`, ` twenty-firsts`. */
function readLower(folded: string, at: number, isInner = false): Lower | undefined {
  GAP.lastIndex = at
  if (!GAP.test(folded)) return undefined
  const from = GAP.lastIndex
  const word = wordAt(folded, from)
  if (word === 'seconds' || (/^(?:first|second)$/.test(word) && folded[from - 1] !== '-')) return undefined
  const isPlural = word.length > 4 && word.endsWith('s')
  const stem = isPlural ? word.slice(0, -1) : word
  const value = ORDINALS.get(stem) ?? PARTS.get(stem)
  if (value !== undefined) return { value, end: from + word.length, isPlural, isOrdinal: ORDINALS.has(stem) }
  const tens = WORDS.get(word)
  if (isInner || tens === undefined || tens < 20) return undefined
  const rest = readLower(folded, from + word.length, true)
  return rest && rest.value < 10 ? { ...rest, value: tens + rest.value } : undefined
}

const UPPER = /(an?|one|two|three|four|five|six|seven|eight|nine|[a-z]{3,5}ty(?:-[a-z]{3,5})?)(?![a-z])/y

/** `a half`, `three quarters`, `two thirds`, `fifty-four hundredths` at an offset; a quarter of a year is none. */
export function readFraction(folded: string, at: number): { value: number; end: number } | undefined {
  UPPER.lastIndex = at
  const upper = UPPER.exec(folded)
  if (!upper) return undefined
  const [tens, ones] = upper[1]!.split('-')
  const top = /^an?$/.test(tens!)
    ? 1
    : (WORDS.get(tens!) ?? Number.NaN) + (ones ? (WORDS.get(ones) ?? Number.NaN) : 0)
  const lower = readLower(folded, UPPER.lastIndex)
  if (!lower || Number.isNaN(top) || lower.value < 2 || top >= lower.value) return undefined
  return lower.isPlural === top > 1 ? { value: top / lower.value, end: lower.end } : undefined
}
