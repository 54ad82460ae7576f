import { describe, expect, it } from 'vitest'
import { buildMatchers, extract } from '../../src/core/extract/article.ts'
import type { Figure } from '../../src/core/model/figure.ts'
import { readRegistry } from '../../src/registry.ts'
import { contexts } from './tables/contexts.ts'
import { counts } from './tables/counts.ts'
import { durations } from './tables/durations.ts'
import { fractions } from './tables/fractions.ts'
import { guide } from './tables/guide.ts'
import { implied } from './tables/implied.ts'
import { measures } from './tables/measures.ts'
import { money } from './tables/money.ts'
import { multiples } from './tables/multiples.ts'
import { negatives } from './tables/negatives.ts'
import { news } from './tables/news.ts'
import { numerals } from './tables/numerals.ts'
import { papers } from './tables/papers.ts'
import { percent } from './tables/percent.ts'
import { press } from './tables/press.ts'
import { probes } from './tables/probes.ts'
import { qualifiers } from './tables/qualifiers.ts'
import { ranges } from './tables/ranges.ts'
import { scores } from './tables/scores.ts'

const groups = {
  numerals,
  percent,
  fractions,
  multiples,
  counts,
  measures,
  money,
  durations,
  scores,
  ranges,
  qualifiers,
  negatives,
  guide,
  implied,
  news,
  press,
  contexts,
  probes,
}
const matchers = buildMatchers(readRegistry('content'))

const round = (value: number) =>
  Number(value.toPrecision(4)) === value ? value : Number(value.toFixed(4)) || Number(value.toPrecision(4))

/** Prints a figure as the tables write it. */
function print(figure: Figure): string {
  const value =
    figure.maxValue === undefined
      ? `${round(figure.value)}`
      : `${round(figure.value)}-${round(figure.maxValue)}`
  const detail =
    (figure.unit === 'money' || figure.unit === 'duration') && figure.unitDetail
      ? `:${figure.unitDetail}`
      : ''
  return `${value} ${figure.unit}${detail} ${figure.qualifier}`
}

const read = (text: string) => extract({ text }, matchers).figures.map(print).join('; ')

describe.each(Object.entries(groups))('%s', (_name, table) => {
  it('has at least 20 cases in each language', () => {
    expect(table.zh.length).toBeGreaterThanOrEqual(20)
    expect(table.en.length).toBeGreaterThanOrEqual(20)
  })

  it.each(table.zh)('reads %s', (text, expected) => expect(read(text)).toBe(expected))
  it.each(table.en)('reads %s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('papers, cards, evaluations, audits and transcripts', () => {
  it.each([...papers.zh, ...papers.en])('reads %s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('the thing that a count counts', () => {
  const details = (text: string) =>
    extract({ text }, matchers)
      .figures.map(({ unitDetail }) => unitDetail)
      .join('; ')

  it.each([
    ['节目已播完（共10集），另有5集。', '集; 集'],
    ['他說「一日 15 萬人次」，另有六台電腦。', '人次; 電腦'],
    ['17名标注员评估了2904个输出。', '标注员; 输出'],
    ['行動中檢獲 26 部電腦及約 900 部手機。', '電腦; 手機'],
    ['由五十家机构的67位学者发布。', '机构; 学者'],
    ['有数千人参与。', '参与'],
  ])('is what is written behind it: %s', (text, expected) => expect(details(text)).toBe(expected))
})
