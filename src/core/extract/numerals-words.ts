import { type Numeral, SCALES } from './numeral.ts'

// biome-ignore format: a table reads by rows
const WORDS = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
)

const WORD = /[a-z]+/y
const JOIN = /[ \u00a0-]+(?:and[ \u00a0]+)?/y
const VAGUE_WORDS =
  /(?:(tens|dozens|hundreds|thousands|millions|billions|trillions)(?: of (thousands|millions|billions|trillions))?)(?![a-z])/y
const VAGUE = new Map(
  Object.entries({
    tens: 10,
    dozens: 12,
    hundreds: 100,
    thousands: 1e3,
    millions: 1e6,
    billions: 1e9,
    trillions: 1e12,
  }),
)

function wordAt(folded: string, at: number): string {
  WORD.lastIndex = at
  return WORD.exec(folded)?.[0] ?? ''
}

/** The English number word that begins at an offset of folded text: twenty-one, tens of millions, half a million. */
export function readWords(folded: string, at: number): Numeral | undefined {
  VAGUE_WORDS.lastIndex = at
  const vague = VAGUE_WORDS.exec(folded)
  if (vague) {
    const value = VAGUE.get(vague[1]!)! * (vague[2] ? VAGUE.get(vague[2])! : 1)
    return { start: at, end: VAGUE_WORDS.lastIndex, value, form: 'word', inexact: 'about', scaled: true }
  }
  return readWordNumber(folded, at)
}

/** twenty-one, two hundred and fifty thousand, a dozen, half a million, a million. */
function readWordNumber(folded: string, start: number): Numeral | undefined {
  let [total, current, at, end, scaled] = [0, 0, start, start, false]
  let word = wordAt(folded, at)
  const leading =
    word === 'a' || word === 'an' ? 1 : word === 'half' ? 0.5 : word === 'several' ? 1 : undefined
  if (leading !== undefined) {
    const lead = readLead(folded, start, leading, word)
    if (lead) return lead
    return undefined
  }
  while (word !== '') {
    const unit = WORDS.get(word)
    const scale = word === 'dozen' ? 12 : SCALES.get(word)
    if (unit !== undefined && !(current % 100 > 0 && (current % 10 > 0 || unit >= 10))) current += unit
    else if (scale !== undefined && (current > 0 || total === 0)) {
      if (end === start) return undefined
      current = Math.max(current, 1) * scale
      scaled = true
      if (scale > 100) [total, current] = [total + current, 0]
    } else break
    end = at + word.length
    JOIN.lastIndex = end
    if (!JOIN.test(folded)) break
    at = JOIN.lastIndex
    word = wordAt(folded, at)
  }
  return end > start ? { start, end, value: total + current, form: 'word', scaled } : undefined
}

const LEAD = /(?:an?|half an?|half|several) (dozen|hundred|thousand|million|billion|trillion)(?![a-z])/y

function readLead(folded: string, start: number, factor: number, word: string): Numeral | undefined {
  LEAD.lastIndex = start
  const match = LEAD.exec(folded)
  if (!match) return undefined
  const scale = match[1] === 'dozen' ? 12 : SCALES.get(match[1]!)!
  const numeral: Numeral = { start, end: LEAD.lastIndex, value: factor * scale, form: 'word', scaled: true }
  if (word === 'several') numeral.inexact = 'about'
  return numeral
}
