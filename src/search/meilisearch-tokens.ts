import { buildPhrases, type FlatText, isHan, isQuantity, isWord, itemsOf } from './flat.ts'
import { foldChars } from './fold.ts'
import { scan, TOKEN } from './scan.ts'
import { canonicalWord } from './term-key.ts'

/**
 * Texts and queries for Meilisearch as words of Latin letters. Its own segmenter cuts Chinese by a dictionary of Simplified
 * words, before it folds scripts (charabia #331), and finds no inner words (meilisearch #2499); two Han characters written as
 * `z` and ten letters are one word to it, whatever its version, and a phrase of them is exact.
 */
export interface GramFields {
  /** Pairs of Han characters and words, in order. */
  grams: string
  /** Single Han characters, each once, for queries of one character. */
  chars: string
  /** Quantities. */
  numbers: string
}

export function buildGrams(text: string): GramFields {
  const folded = foldChars(text)
  const { count, kinds, starts, ends, numbers } = scan(folded)
  const grams: string[] = []
  const chars = new Set<string>()
  const digits = new Set<string>()
  let lastHan = ''
  for (let token = 0; token < count; token++) {
    const part = folded.slice(starts[token], ends[token])
    if (kinds[token] === TOKEN.han) {
      if (lastHan !== '') grams.push(pairToken(lastHan, part))
      chars.add(charToken(part))
      lastHan = part
    } else {
      if (kinds[token] === TOKEN.word) {
        const word = canonicalWord(part)
        grams.push(wordToken(word))
        if (DIGITS.test(word)) digits.add(word)
      }
      lastHan = ''
    }
  }
  return {
    grams: grams.join(' '),
    chars: [...chars].join(' '),
    numbers: [...new Set([...numbers.map(({ text: number }) => number), ...digits].map(numberToken))].join(
      ' ',
    ),
  }
}

/** Plain digits are words in a row, but alone they are a quantity: `10,000` finds 一萬. */
const DIGITS = /^\d+(?:\.\d+)?$/

/** Most terms that Meilisearch reads of a query; a phrase counts as one. */
const MOST_TERMS = 10

/** A flat text as Meilisearch's query: each phrase in quotation marks; with `isApart` words stand alone and may have typos. */
export function buildServerQuery(flat: FlatText, isApart: boolean): string {
  if (DIGITS.test(flat)) return `"${numberToken(flat)}"`
  const items = itemsOf(flat)
  const parts: string[] = []
  let row: string[] = []
  const closeRow = () => {
    if (row.length > 0) parts.push(`"${row.join(' ')}"`)
    row = []
  }
  for (const group of items) {
    if (isApart || isHan(group)) closeRow()
    for (const item of group.split('~')) {
      if (isQuantity(item)) parts.push(`"${numberToken(item.slice(1))}"`)
      else if (isHan(item)) row.push(...hanTokens(item, items.length === 1))
      else row.push(...item.split('-').map(wordToken))
    }
    const isLoose = isApart && isWord(group) && !/[-~]/.test(group)
    if (isLoose) parts.push(row.pop()!)
    if (!isWord(group) || isApart) closeRow()
  }
  closeRow()
  if (parts.length <= MOST_TERMS) return parts.join(' ')
  return parts
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_TERMS)
    .join(' ')
}

/**
 * A flat text as quotation marks ask for it: one phrase, or one on each side of a quantity, which is a field of its own and may be
 * written with another number of words.
 */
export function buildServerPhrase(flat: FlatText): string {
  const items = itemsOf(flat).flatMap((group) => group.split('~'))
  const parts: string[][] = [[]]
  const numbers: string[] = []
  for (const item of items) {
    if (isQuantity(item)) {
      numbers.push(`"${numberToken(item.slice(1))}"`)
      parts.push([])
    } else if (isHan(item)) parts.at(-1)!.push(...hanTokens(item, items.length === 1))
    else parts.at(-1)!.push(...item.split('-').map(wordToken))
  }
  return [...parts.filter((part) => part.length > 0).map((part) => `"${part.join(' ')}"`), ...numbers].join(
    ' ',
  )
}

/** Whether a query differs when its words may stand apart. */
export const hasRow = (flat: FlatText): boolean =>
  buildPhrases(flat, true).length !== buildPhrases(flat).length

function hanTokens(run: string, isAlone: boolean): string[] {
  if (run.length === 1) return isAlone ? [charToken(run)] : []
  return Array.from({ length: run.length - 1 }, (_, at) => pairToken(run[at]!, run[at + 1]!))
}

const LETTERS = 'abcdefghijklmnop'

/** Four letters for a UTF-16 unit: letters only, so that no version of the segmenter cuts between letter and digit. */
const spell = (char: string) =>
  [12, 8, 4, 0].map((shift) => LETTERS[(char.charCodeAt(0) >> shift) & 15]).join('')

const pairToken = (a: string, b: string) => `zz${spell(a)}${spell(b)}`
const charToken = (char: string) => `zy${spell(char)}`
const numberToken = (number: string) => `zx${[...number].map(spell).join('')}`

/** Words of letters stay as they are; those with digits or beyond ASCII are spelt, because segmenters disagree about them. */
const wordToken = (word: string) => (/^[a-z]+$/.test(word) ? word : `zw${[...word].map(spell).join('')}`)
