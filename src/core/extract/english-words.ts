import { ENGLISH_STOP } from './clause-words.ts'
import { ENGLISH_BARE, ENGLISH_PAST, ENGLISH_PREDICATE, ENGLISH_VERB } from './english-verbs.ts'

/**
 * What an English word can be to a clause. Each word of the language is asked once for all patterns and remembered, since a
 * text says the same thousand words again and again; what hangs on its neighbours is asked where it stands.
 */

/** Parts noun phrases: an article, a pronoun, an adverb. */
export const PARTS = 1
/** Begins a predicate or a prepositional phrase. */
export const STOPS = 2
/** Names an act: fined, reports. */
export const ACTS = 4
/** May begin a predicate, depending on its neighbours. */
const MAY_STOP = 8
/** Behind a determiner or a preposition a noun, though it can be a verb: of accounts, the reports. */
const NOUN = 16

const NOUNS = new Set(
  'account answer attack attempt act call cause change claim cost cover demand drop estimate fall fear gain hope increase jump launch limit need plan range rise report result run sign support surge test use vote work worry release review'
    .split(' ')
    .flatMap((noun) => [noun, `${noun}s`]),
)
const DETERMINERS = new Set(
  'of the these those its their our his her my your a an all some any no other more most many few several such each every this in for from by with on at between among into about against per'.split(
    ' ',
  ),
)

/** Words that part noun phrases besides those that begin a predicate. */
const PARTING = new Set(
  "a an the its their his her our my your this that these those all some any each every both it they he she we you i there not no more less most only just even also then so such very about around nearly almost over under between among during after before through across against without within into onto up down out off per via like using based including there's it's that's than until since despite what how why whether today now often usually sometimes rarely frequently typically always never them him us me that’s there’s it’s roughly fewer approximately perhaps maybe probably later earlier ago already still yet again once twice however meanwhile finally instead i'd i’d we'd we’d i've i’ve we've we’ve i'm i’m we're we’re they're they’re you're you’re he'd she'd they'd you'd what's what’s let's let’s".split(
    ' ',
  ),
)

const NEIGHBOURLY = [ENGLISH_STOP, ENGLISH_PREDICATE, ENGLISH_PAST, ENGLISH_BARE].map(
  ({ source }) => new RegExp(source, 'y'),
)
/** Neighbours that leave every pattern its chance. */
const BEFORE = 'cats '
const BEHIND = ' that'

/** Words that were asked for with their kinds, by hash; a power of two, several times what a text has. */
const SLOTS = 0x8000
const words: (string | undefined)[] = new Array<undefined>(SLOTS).fill(undefined)
const kinds = new Uint8Array(SLOTS)
/** So many slots behind its own a word may stand; then the first of them is given to it. */
const REACH = 4

/** What the word between two offsets of a text can be. Most texts say few words, so that hardly any is cut out of its text. */
export function kindAt(text: string, start: number, end: number): number {
  const first = slotOf(text, start, end)
  for (let step = 0; step < REACH; step++) {
    const slot = (first + step) & (SLOTS - 1)
    const word = words[slot]
    if (word === undefined) return keep(slot, text.slice(start, end))
    if (word.length === end - start && text.startsWith(word, start)) return kinds[slot]!
  }
  return keep(first, text.slice(start, end))
}

export const kindOf = (word: string): number => kindAt(word, 0, word.length)

function slotOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 0x01000193) + text.charCodeAt(at)) | 0
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}

function keep(slot: number, word: string): number {
  words[slot] = word
  kinds[slot] = readKind(word)
  return kinds[slot]!
}

function readKind(word: string): number {
  const parts = PARTING.has(word) ? PARTS : 0
  const acts = isWhole(ENGLISH_VERB, word) ? ACTS : 0
  const noun = NOUNS.has(word) ? NOUN : 0
  if (isWhole(ENGLISH_STOP, word)) return parts | acts | noun | STOPS
  const some = BEFORE + word + BEHIND
  return (
    parts | acts | noun | (NEIGHBOURLY.some((pattern) => isAt(pattern, some, BEFORE.length)) ? MAY_STOP : 0)
  )
}

function isWhole(pattern: RegExp, word: string): boolean {
  pattern.lastIndex = 0
  const match = pattern.exec(word)
  pattern.lastIndex = 0
  return match?.index === 0 && match[0].length === word.length
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** Whether a predicate or a prepositional phrase begins with a word of a kind at an offset of folded text. */
export const isStopAt = (kind: number, text: string, at: number): boolean =>
  (kind & (STOPS | MAY_STOP)) !== 0 &&
  ((kind & NOUN) === 0 || !DETERMINERS.has(wordBefore(text, at))) &&
  ((kind & STOPS) !== 0 || NEIGHBOURLY.some((pattern) => isAt(pattern, text, at)))

/** Letters, apostrophes and hyphens, which make a word. */
const LETTERS = new Uint8Array(0x10000)
for (const char of "abcdefghijklmnopqrstuvwxyz'’-") LETTERS[char.charCodeAt(0)] = 1

export const isWordUnit = (unit: number): boolean => LETTERS[unit] === 1

/** Where the word ends that begins at an offset. */
export function endOfWord(text: string, at: number): number {
  let end = at
  while (end < text.length && LETTERS[text.charCodeAt(end)] === 1) end++
  return end
}

/** The letters that words end in; empty where there are none. */
export function lettersAtEnd(words: string): string {
  let start = words.length
  while (start > 0 && isLower(words.charCodeAt(start - 1))) start--
  return start === words.length ? '' : words.slice(start)
}

/** The word of letters, of at most nine, that ends at the space before an offset; empty where none does. */
export function wordBefore(folded: string, at: number): string {
  if (folded.charCodeAt(at - 1) !== 32) return ''
  let start = at - 1
  while (start > at - 10 && isLower(folded.charCodeAt(start - 1))) start--
  return folded.slice(start, at - 1)
}

export const isLower = (unit: number): boolean => unit >= 97 && unit <= 122
