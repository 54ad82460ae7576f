import { CLASS, classOf } from './fold.ts'
import { scan, TOKEN } from './scan.ts'
import { canonicalWord, charKey, pairKey, type TermKey, wordKey } from './term-key.ts'

/**
 * A flat text is a query after folding: items apart by spaces, or by `~` where nothing stood between them (`gpt-4~模型`). An
 * item is a run of Han characters (`勒索率`), words written as one (`gpt-4o`), or a quantity (`#96%`). Expansions replace
 * items by items; only then do they become terms.
 */
export type FlatText = string

/** Terms that must lie close together. */
export interface Phrase {
  keys: TermKey[]
  /** Characters that the phrase spans at most. */
  length: number
}

/**
 * Flattens folded text. In quotation marks spaces do not part Han characters. Quantities that are written with digits or words
 * take the place of their tokens; those in Han numerals only with `withHanNumerals`, because 一成 may be a word.
 */
export function flatten(
  folded: string,
  { isQuoted, withHanNumerals }: { isQuoted: boolean; withHanNumerals: boolean },
): FlatText {
  const { count, kinds, starts, ends, numbers: all } = scan(folded)
  const numbers = all.filter(({ start, end }) => withHanNumerals || /[0-9a-z]/.test(folded.slice(start, end)))
  let flat = ''
  let lastEnd = 0
  let lastKind: number = TOKEN.break as number
  let number = 0
  for (let token = 0; token < count; token++) {
    const start = starts[token]!
    if (start < lastEnd) continue
    while (number < numbers.length && numbers[number]!.start < start) number++
    const quantity = numbers[number]?.start === start ? numbers[number] : undefined
    const kind = kinds[token]!
    const between = folded.slice(lastEnd, start)
    lastEnd = quantity?.end ?? ends[token]!
    const isTouching = lastKind !== TOKEN.break && !/[\s-]/.test(between)
    if (quantity) flat += `${isTouching ? '~' : ' '}#${quantity.text}`
    else if (kind === TOKEN.han) {
      const joins = lastKind === TOKEN.han && (isTouching || (isQuoted && !between.includes('-')))
      flat += (joins ? '' : isTouching ? '~' : ' ') + folded[start]
    } else if (kind === TOKEN.word) {
      const isGlued = lastKind === TOKEN.word && /^-?$/.test(between)
      flat +=
        (isGlued ? '-' : isTouching && lastKind !== TOKEN.word ? '~' : ' ') +
        canonicalWord(folded.slice(start, lastEnd))
    }
    // A dash is a break token, but between two words it glues; every other break parts.
    if (kind === TOKEN.break && folded[start] === '-') lastEnd = start
    else lastKind = quantity ? QUANTITY : kind
  }
  return flat.trim()
}

/** Kind of the last item while flattening; the scanner has no such token. */
const QUANTITY = 3

/** Both readings of a text: with Han numerals as quantities and as characters; one where they are the same. */
export function readings(folded: string, isQuoted: boolean): FlatText[] {
  const flats = [true, false].map((withHanNumerals) => flatten(folded, { isQuoted, withHanNumerals }))
  return [...new Set(flats)].filter((flat) => flat !== '')
}

export const itemsOf = (flat: FlatText): string[] => (flat === '' ? [] : flat.split(' '))

export const isQuantity = (item: string): boolean => item.startsWith('#')
export const isHan = (item: string): boolean => classOf(item.charCodeAt(0)) === CLASS.han
export const isWord = (item: string): boolean => !isQuantity(item) && !isHan(item)

/**
 * The phrases of a flat text, all of which must be found. Words in a row are one phrase, or each its own with `isApart`;
 * items that touch are one phrase always. Single Han characters between others say little, have no pair, and count only alone.
 */
export function buildPhrases(flat: FlatText, isApart = false): Phrase[] {
  const items = itemsOf(flat)
  const groups: string[] = []
  for (const [index, item] of items.entries()) {
    const isInRow = index > 0 && !HAN_EDGE.test(item[0]!) && !HAN_EDGE.test(items[index - 1]!.at(-1)!)
    if (!isApart && isInRow) groups[groups.length - 1] += ` ${item}`
    else groups.push(item)
  }
  const phrases = groups.map((group) => ({ keys: keysOf(group), length: group.length }))
  const telling = phrases.filter(({ keys }) => keys.length > 0)
  return telling.length > 0
    ? telling
    : groups.map((group) => ({ keys: [charKey(group.charCodeAt(0))], length: 1 }))
}

const HAN_EDGE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** How many different terms a flat text has. */
export const countTerms = (flat: FlatText): number =>
  new Set(buildPhrases(flat).flatMap(({ keys }) => keys)).size

/** All items as one phrase: what quotation marks ask for. */
export function buildExactPhrase(flat: FlatText): Phrase {
  const keys = buildPhrases(flat).flatMap((phrase) => phrase.keys)
  return { keys: [...new Set(keys)], length: flat.length }
}

/** Keys of items that belong together: pairs within runs of Han characters and within rows of words, quantities as they are. */
function keysOf(group: string): TermKey[] {
  const keys = new Set<TermKey>()
  let words: string[] = []
  const closeRow = () => {
    if (words.length === 1) keys.add(wordKey(words[0]!))
    for (let at = 1; at < words.length; at++) keys.add(wordKey(words[at - 1]!, words[at]!))
    words = []
  }
  for (const item of group.split(/[ ~]/)) {
    if (isWord(item)) words.push(...item.split('-'))
    else closeRow()
    if (isQuantity(item)) keys.add(wordKey(item.slice(1)))
    else if (isHan(item)) {
      for (let at = 1; at < item.length; at++) keys.add(pairKey(item.charCodeAt(at - 1), item.charCodeAt(at)))
    }
  }
  closeRow()
  return [...keys]
}
