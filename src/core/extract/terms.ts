import { foldChars } from '../text/script.ts'

/** Content words of a text and how often they stand there: Latin words without their plural, and pairs of Han characters. */
export type TermCounts = Map<string, number>

const STOP = new Set(
  'the a an and or but of in on at to for from by with as is are was were be been being it its this that these those he she they we you his her their our your i not no have has had do does did will would can could may might should than then there here what which who whom whose when where why how all any some more most much many very just also only about into over after before between out up down if so such said says say like new one two'.split(
    ' ',
  ),
)
/** Han characters that carry grammar, so that a pair holding one is no content. */
const FUNCTION_HAN = /[的了是在和与或也都就被把对将而及等以为于之其这那有不我你他她它们个一]/

/** Linear in the text. */
export function readTerms(text: string, counts: TermCounts = new Map()): TermCounts {
  for (const [run] of foldChars(text).matchAll(/[a-z][a-z0-9.+-]*[a-z0-9]|[㐀-鿿]+/g)) {
    if (run.charCodeAt(0) < 0x3000) addWord(run, counts)
    else for (let at = 0; at + 1 < run.length; at++) addPair(run.slice(at, at + 2), counts)
  }
  return counts
}

function addWord(run: string, counts: TermCounts): void {
  const word = run.length > 4 && run.endsWith('s') && !run.endsWith('ss') ? run.slice(0, -1) : run
  if (!STOP.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
}

function addPair(pair: string, counts: TermCounts): void {
  if (!FUNCTION_HAN.test(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
}
