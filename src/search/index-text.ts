import type { PostingArena } from './arena.ts'
import { CLASS, classOf, foldChars } from './fold.ts'
import { makeRoom, scan, TOKEN } from './scan.ts'
import { charKey, EMPTY_STATE, hashWord, mix, pairKey, wordKey } from './term-key.ts'

/**
 * Characters in one unit of body text. A phrase is matched when all its terms lie in one unit or two neighbouring ones:
 * smaller units tell better, larger ones make a smaller index (numbers in docs/search.md).
 */
export const UNIT_CHARS = 16
/** Units of a document: its title, its names and excerpt, then its body. */
export const UNIT = { title: 0, names: 1, body: 2 } as const

/** Used again for each text: an array a text would be a third of the time of a short one. */
let room = makeRoom(4096)

/** Notes a Latin word that may be offered as a spelling; `key` is its term. */
export type NoteWord = (key: number, folded: string, start: number, end: number) => void

/**
 * Adds every term of a text: pairs of Han characters, single ones (once a document), words, pairs of words, and numbers.
 * Gives the number of tokens. `unitOf` tells the unit for a place in the text.
 */
export function indexText(
  arena: PostingArena,
  text: string,
  firstUnit: number,
  unitOf: (at: number) => number,
  noteWord: NoteWord,
): number {
  const folded = foldChars(text)
  if (folded.length > room.kinds.length) room = makeRoom(folded.length * 2)
  const { count, kinds, starts, ends, numbers } = scan(folded, room)
  let lastHan = 0
  let lastWord = 0
  let tokens = 0
  let nextNumber = 0
  for (let token = 0; token < count; token++) {
    const start = starts[token]!
    const unit = unitOf(start)
    while (nextNumber < numbers.length && numbers[nextNumber]!.start <= start) {
      arena.add(wordKey(numbers[nextNumber]!.text), unit)
      nextNumber++
    }
    const kind = kinds[token]
    if (kind === TOKEN.break) {
      lastHan = 0
      continue
    }
    tokens++
    if (kind === TOKEN.han) {
      const char = folded.charCodeAt(start)
      if (lastHan > 0) arena.add(pairKey(lastHan, char), unit)
      const single = charKey(char)
      if (!arena.hasSince(single, firstUnit)) arena.add(single, unit)
      lastHan = char
      lastWord = 0
    } else {
      const end = ends[token]!
      const state = hashWord(EMPTY_STATE, folded, start, end)
      arena.add(mix(state), unit)
      if (lastWord !== 0) arena.add(mix(hashWord(lastWord, folded, start, end)), unit)
      if (end - start > 2 && classOf(folded.charCodeAt(start)) === CLASS.letter)
        noteWord(mix(state), folded, start, end)
      lastWord = state
      lastHan = 0
    }
  }
  return tokens
}
