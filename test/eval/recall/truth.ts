import { Converter } from 'opencc-js'
import type { Text } from './texts.ts'

const fromTaiwan = Converter({ from: 'twp', to: 'cn' })
const fromHongKong = Converter({ from: 'hk', to: 'cn' })
const plain = Converter({ from: 't', to: 'cn' })

/**
 * What a text says, in every reading that OpenCC gives: the yardstick is made by none of the project's own folding. Spaces,
 * quotation marks and case say nothing; words of Latin script keep one space between them.
 */
export function readings(text: string): string[] {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["'\u2018-\u201f\u300c-\u300f]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
  return [...new Set([plain, fromTaiwan, fromHongKong].map((convert) => convert(bare)))]
}

/** Texts with their readings, so that they are converted once. */
export class Truth {
  readonly #texts: { id: string; readings: string[] }[]

  constructor(texts: Text[]) {
    this.#texts = texts.map(({ id, title, body }) => ({ id, readings: readings(`${title}\n${body}`) }))
  }

  /** Texts that say `phrase`, whole words where it is Latin. */
  saying(phrase: string): string[] {
    const wanted = readings(phrase).map((reading) => reading.trim())
    return this.#texts
      .filter((text) => wanted.some((want) => text.readings.some((reading) => holds(reading, want))))
      .map(({ id }) => id)
  }

  /** Texts in which a pattern is found, for numbers and names with several spellings. */
  matching(pattern: RegExp): string[] {
    return this.#texts
      .filter(({ readings: all }) => all.some((reading) => pattern.test(reading)))
      .map(({ id }) => id)
  }
}

function holds(text: string, want: string): boolean {
  const isWordChar = (char: string | undefined) =>
    char !== undefined && /[\p{Script=Latin}\p{Nd}]/u.test(char)
  for (let at = text.indexOf(want); at >= 0; at = text.indexOf(want, at + 1)) {
    const cutsLeft = isWordChar(text[at - 1]) && isWordChar(want[0])
    const cutsRight = isWordChar(text[at + want.length]) && isWordChar(want.at(-1))
    if (!cutsLeft && !cutsRight) return true
  }
  return false
}
