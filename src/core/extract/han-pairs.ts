import { unitAt } from './char-set.ts'
import { HAN_FUNCTION } from './han-function.ts'
import { HAN_NOUNS, HAN_VERBS } from './han-lexicon.ts'

/** What common Chinese words of two characters mostly are, by place in a text, so that nothing is cut out of it. */

export const NOUN = 1
export const VERB = 2
export const FUNCTION = 4

/** A power of two, several times the number of words. */
const SLOTS = 0x8000
/** By slot, the two units of a word in one number; 0 where the slot is free. */
const words = new Int32Array(SLOTS)
const classes = new Uint8Array(SLOTS)
for (let at = 0; at < HAN_NOUNS.length; at += 2) add(HAN_NOUNS, at, NOUN)
for (let at = 0; at < HAN_VERBS.length; at += 2) add(HAN_VERBS, at, VERB)
for (const word of HAN_FUNCTION) if (word.length === 2) add(word, 0, FUNCTION)

/** The classes of the two units at an offset, one bit each; 0 when they are no such word. */
export const pairAt = (text: string, at: number): number => classes[slotOf(wordAt(text, at))]!

/** Whether the two units at an offset are a noun or a verb. */
export const isWordAt = (text: string, at: number): boolean => (pairAt(text, at) & (NOUN | VERB)) !== 0

/** 1 for what words of three characters that name nothing begin with. */
const OPENS_TRIPLE = new Uint8Array(0x10000)
for (const word of HAN_FUNCTION) if (word.length === 3) OPENS_TRIPLE[word.charCodeAt(0)] = 1

/** Whether the three units at an offset are a word that names nothing. */
export const isFunctionTriple = (text: string, at: number): boolean =>
  OPENS_TRIPLE[unitAt(text, at)] === 1 && HAN_FUNCTION.has(text.slice(at, at + 3))

/** Whether a stretch is nothing but a word that names nothing: 大概, 至少, 越来越. */
export function isFunctionWord(text: string, start: number, end: number): boolean {
  if (end - start === 3) return isFunctionTriple(text, start)
  return end - start === 2 && (pairAt(text, start) & (FUNCTION | NOUN | VERB)) === FUNCTION
}

/** 被, which stands behind 地 far more often than for ground cover. */
const PASSIVE = '被'.charCodeAt(0)

/**
 * Whether a character belongs to a noun with the one before or behind it, so that it is no word of its own: 由 of 理由, 令 of
 * 指令, 对 of 对话. Where its neighbour belongs to another noun as well (项目的地点, 模型和平台) it stays one.
 */
export function isInsideNoun(text: string, at: number): boolean {
  if (text.charCodeAt(at) === PASSIVE) return false
  if ((pairAt(text, at - 1) & NOUN) !== 0 && (pairAt(text, at - 2) & NOUN) === 0) return true
  return (pairAt(text, at) & NOUN) !== 0 && (pairAt(text, at + 1) & NOUN) === 0
}

function add(text: string, at: number, bit: number): void {
  const word = wordAt(text, at)
  const slot = slotOf(word)
  words[slot] = word
  classes[slot]! |= bit
}

function slotOf(word: number): number {
  let slot = Math.imul(word, 0x9e3779b1) >>> 17
  while (words[slot] !== 0 && words[slot] !== word) slot = (slot + 1) & (SLOTS - 1)
  return slot
}

function wordAt(text: string, at: number): number {
  return (unitAt(text, at) << 16) | unitAt(text, at + 1)
}
