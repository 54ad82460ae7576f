import { describe, expect, it } from 'vitest'
import { buildQuantity, relate } from '../../src/core/cluster/key.ts'
import { buildArticle, type FigurePlan } from './build.ts'

const quantity = (plan: FigurePlan) => buildQuantity(buildArticle({ id: 'a', figures: [plan] }).figures[0]!)
const related = (a: FigurePlan, b: FigurePlan) => relate(quantity(a), quantity(b))

const percent = (value: number, extra: Partial<FigurePlan> = {}): FigurePlan => ({
  value,
  unit: 'percent',
  ...extra,
})
const count = (value: number, asWritten: string, extra: Partial<FigurePlan> = {}): FigurePlan => ({
  value,
  unit: 'count',
  asWritten,
  ...extra,
})

const dollars = (asWritten: string, qualifier: 'about' | 'exact'): FigurePlan => ({
  value: 1e9,
  unit: 'money',
  unitDetail: 'USD',
  asWritten,
  qualifier,
})

const years = (value: number, asWritten: string, extra: Partial<FigurePlan> = {}): FigurePlan => ({
  value,
  unit: 'duration',
  unitDetail: 'year',
  asWritten,
  qualifier: /几|s$/.test(asWritten) && !/\d/.test(asWritten) ? 'about' : 'exact',
  ...extra,
})

describe('values', () => {
  it.each<[string, FigurePlan, FigurePlan, string | undefined]>([
    ['九成六 and 96%', percent(96, { asWritten: '九成六' }), percent(96), 'equal'],
    ['0.96 and 96%', { value: 0.96, unit: 'fraction' }, percent(96), 'equal'],
    ['a third and 33%', { value: 1 / 3, unit: 'fraction' }, percent(33), undefined],
    ['13% and 87%', percent(13), percent(87), 'complement'],
    ['14.5% and 85.5%', percent(14.5), percent(85.5), 'complement'],
    ['a rise by 13% and 87%', percent(13, { change: 'by' }), percent(87), undefined],
    ['60–80% and 60%', percent(60, { maxValue: 80 }), percent(60), undefined],
    [
      '12 months and a year',
      { value: 12, unit: 'duration', unitDetail: 'month' },
      { value: 1, unit: 'duration', unitDetail: 'year' },
      'equal',
    ],
    [
      'two weeks and 14 days',
      { value: 2, unit: 'duration', unitDetail: 'week' },
      { value: 14, unit: 'duration', unitDetail: 'day' },
      'equal',
    ],
    [
      '30 days and a month',
      { value: 30, unit: 'duration', unitDetail: 'day' },
      { value: 1, unit: 'duration', unitDetail: 'month' },
      undefined,
    ],
    [
      'dollars and yuan',
      { value: 5e6, unit: 'money', unitDetail: 'USD' },
      { value: 5e6, unit: 'money', unitDetail: 'CNY' },
      undefined,
    ],
    ['percent and points', percent(20), { value: 20, unit: 'percentage_point' }, undefined],
    ['数百 and 350', count(100, '数百', { qualifier: 'about' }), count(350, '350'), 'compatible'],
    ['数百 and 1,200', count(100, '数百', { qualifier: 'about' }), count(1200, '1,200'), undefined],
    ['数百 and 111', count(100, '数百', { qualifier: 'about' }), count(111, '111'), undefined],
    ['dozens and 36', count(10, 'dozens', { qualifier: 'about' }), count(36, '36'), undefined],
    ['about 100 and 350', count(100, '100', { qualifier: 'about' }), count(350, '350'), undefined],
    ['数十亿美元 and 10亿美元', dollars('数十亿美元', 'about'), dollars('10亿美元', 'exact'), undefined],
    ['几十年 and 十年', years(10, '几十年'), years(10, '十年'), undefined],
    ['几十年 and decades', years(10, '几十年'), years(10, 'decades'), 'equal'],
    ['十四歲 and 14 年', years(14, '十四歲'), years(14, '14 年'), undefined],
    [
      'aged 14 and 14-year-old',
      years(14, '14 years', { sentence: 'She was 14 years old then.' }),
      years(14, '14 歲'),
      'equal',
    ],
    ['350 and 420', count(350, '350'), count(420, '420'), undefined],
  ])('%s', (_, a, b, relation) => {
    expect(related(a, b)).toBe(relation)
    expect(related(b, a)).toBe(relation)
  })

  it('tell more the more digits they have', () => {
    const specificity = (value: number) => quantity(percent(value)).specificity
    expect([50, 25, 96, 24.2, 0.0016, 21.34].map(specificity)).toEqual([0, 0.5, 1, 2, 1, 3])
    expect(quantity(years(12, '12 年')).specificity).toBe(1)
    expect(quantity({ value: 1 / 3, unit: 'fraction' }).specificity).toBe(0.5)
  })
})
