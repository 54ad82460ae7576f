import { foldChars } from '../text/script.ts'

/** Content words of a text and how often they stand there: Latin words without their plural, and pairs of Han characters. */
export type TermCounts = Map<string, number>

const STOP = new Set(
  'the a an and or but of in on at to for from by with as is are was were be been being it its this that these those he she they we you his her their our your i not no have has had do does did will would can could may might should than then there here what which who whom whose when where why how all any some more most much many very just also only about into over after before between out up down if so such said says say like new one two'.split(
    ' ',
  ),
)
/** 1 for Han characters that carry grammar, so that a pair holding one is no content; 2 for the others. */
const HAN = new Uint8Array(0x10000).fill(2, 0x3400, 0xa000)
for (const char of '的了是在和与或也都就被把对将而及等以为于之其这那有不我你他她它们个一')
  HAN[char.charCodeAt(0)] = 1

/** Linear in the text. */
export function readTerms(text: string, counts: TermCounts = new Map()): TermCounts {
  const folded = foldChars(text)
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at)
    if (unit >= 97 && unit <= 122) {
      const end = endOfWord(folded, at)
      if (end - at > 1) addWord(folded.slice(at, end), counts)
      at = end - 1
    } else if (HAN[unit] === 2 && HAN[folded.charCodeAt(at + 1)] === 2) add(folded.slice(at, at + 2), counts)
  }
  return counts
}

/** A word begins with a letter, ends in a letter or digit, and may hold `.`, `+` and `-`. */
function endOfWord(folded: string, at: number): number {
  let last = at
  for (let end = at + 1; ; end++) {
    const unit = folded.charCodeAt(end)
    if ((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)) last = end
    else if (unit !== 43 && unit !== 45 && unit !== 46) return last + 1
  }
}

function addWord(run: string, counts: TermCounts): void {
  const word = run.length > 4 && run.endsWith('s') && !run.endsWith('ss') ? run.slice(0, -1) : run
  if (!STOP.has(word)) add(word, counts)
}

const add = (term: string, counts: TermCounts) => counts.set(term, (counts.get(term) ?? 0) + 1)
