import { extract } from '../extract/article.ts'
import { readQuantities } from '../extract/grammar.ts'
import type { Matchers } from '../extract/matchers.ts'
import type { Figure } from '../model/figure.ts'
import { foldChars } from '../text/script.ts'

/** What machine-written text may state: the record's figures, and plain numbers (years, names, days) that the source has. */
export interface Numbers {
  figures: Figure[]
  values: ReadonlySet<number>
}

/** All that the source states in numbers. */
export const readNumbers = (source: string, figures: Figure[]): Numbers => ({
  figures,
  values: new Set(readQuantities(source).flatMap(({ value, maxValue = value }) => [value, maxValue])),
})

/** The figures in a machine-written text as keys, in order; undefined when one is none of the source's. */
export function matchFigures(text: string, known: Numbers, matchers: Matchers): string[] | undefined {
  for (const { value, maxValue = value, start, end, loose } of readQuantities(text)) {
    if (loose) continue
    // `one of them`, 一个: an article of the language rather than a number.
    const isArticle = value === 1 && !/\d/.test(foldChars(text.slice(start, end)))
    if (!isArticle && !(known.values.has(value) && known.values.has(maxValue))) return undefined
  }
  const keys: string[] = []
  for (const figure of extract({ text }, matchers, 'machine').figures) {
    if (!known.figures.some((own) => keyOf(own) === keyOf(figure))) return undefined
    keys.push(keyOf(figure))
  }
  return keys.sort()
}

/** Equal for figures that say the same in any language: the thing counted is a word, the rest is not. */
const keyOf = ({ value, maxValue, unit, unitDetail, qualifier, polarity }: Figure) =>
  [value, maxValue, unit, unit === 'count' ? '' : unitDetail, qualifier, polarity].join(' ')
