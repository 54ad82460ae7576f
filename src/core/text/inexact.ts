import type { Figure } from '../model/figure.ts'

type Words = Pick<Figure, 'value' | 'qualifier' | 'asWritten'>

const ROUND_WORD =
  /[数數几幾]|\b(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions|decades)\b/i

/** 十年 is ten years, 几十年 is not; both have the value 10. */
export const isRoundWord = (figure: Words): boolean =>
  Number.isInteger(Math.log10(figure.value)) && isInexact(figure)

/** 数百, tens of thousands, dozens: the words tell a size and no number, and the value is the least they may mean (100, 10000, 12). */
export const isInexact = ({ qualifier, asWritten }: Omit<Words, 'value'>): boolean =>
  qualifier === 'about' && !/\d/.test(asWritten) && ROUND_WORD.test(asWritten)
