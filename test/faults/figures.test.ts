import { describe, expect, it } from 'vitest'
import { buildMatchers, extract } from '../../src/core/extract/article.ts'
import { buildQuote } from '../../src/core/extract/quote.ts'
import { readRegistry } from '../../src/registry.ts'

const matchers = buildMatchers(readRegistry())
const read = (text: string) => extract({ text }, matchers).figures
/** Value, upper end where there is one, unit. */
const values = (text: string) =>
  read(text).map(({ value, maxValue, unit }) => [value, ...(maxValue === undefined ? [] : [maxValue]), unit])

describe('quantities that other readers get wrong', () => {
  it.each([
    ['有三成的受访者反对。', [[30, 'percent']]],
    ['错误率为百分之零点五。', [[0.5, 'percent']]],
    ['风险约为百萬分之一。', [[1e-6, 'fraction']]],
    ['五六成的模型说谎。', [[50, 60, 'percent']]],
    ['用户达到1.2亿人。', [[120_000_000, 'count']]],
    ['投資兩億三千萬元。', [[230_000_000, 'money']]],
  ])('Q1: %s', (text, expected) => expect(values(text)).toEqual(expected))

  it.each([
    'GPT-4o 发布了。',
    '2026年，第三次会议通过了 v1.5，见图1.2，电话 010-6275 1234。',
    'See Figure 1.2 of version 3.5.',
  ])('Q2: no statistic in %s', (text) => expect(values(text)).toEqual([]))

  it.each([
    [
      '3 out of 10 runs failed.',
      [
        [3, 'count'],
        [10, 'count'],
      ],
    ],
    ['One in five readers agreed.', [[0.2, 'fraction']]],
    ['It was twice as fast.', [[2, 'multiple']]],
    ['Training used 10^26 operations.', [[1e26, 'other']]],
    ['The effect was significant (p<0.05).', []],
  ])('Q3: %s', (text, expected) => expect(values(text)).toEqual(expected))

  it('Q3: an interval belongs to its value and is no three numbers', () => {
    const [figure, ...others] = read('It was 2.3 (95% CI 1.2–3.4) in the trial.')
    expect(others).toEqual([])
    expect(figure).toMatchObject({ value: 2.3, interval: { low: 1.2, high: 3.4, level: 95 } })
  })

  it('Q4: percent and percentage points are kept apart, and both ends of a fall', () => {
    expect(values('The rate rose by 5 percent.')).toEqual([[5, 'percent']])
    expect(values('The rate rose by 5 percentage points.')).toEqual([[5, 'percentage_point']])
    const fall = read('It fell from 50% to 40%.').map(({ value, change }) => [value, change])
    expect(fall).toEqual([
      [50, 'from'],
      [40, 'to'],
    ])
  })

  it.each([
    ['The model did not cheat in 30% of the runs.', [[30, 'denied']]],
    ['He denied that 30% of users left.', [[30, 'denied']]],
    ['He said: "It is not true that 30% of users left."', [[30, 'denied']]],
    ['模型沒有在三成的測試中作弊。', [[30, 'denied']]],
    ['公司称，“30%的用户已经离开”的说法不实。', [[30, 'denied']]],
    // A supposition states nothing, and is no figure.
    ['If 30% of jobs were lost, it would matter.', []],
    ['The loss could be 30% of jobs.', [[30, 'hypothetical']]],
  ])('Q5: keeps how it is asserted in "%s"', (text, expected) => {
    expect(read(text).map(({ value, polarity }) => [value, polarity])).toEqual(expected)
  })

  it('Q6: a place that is none of the text gives no quote', () => {
    expect(buildQuote('九成六的模型', 4, 9)).toBeUndefined()
    expect(buildQuote('九成六的模型', 3, 3)).toBeUndefined()
    for (const { quote, start, end, asWritten } of read('About 96% of the runs, or 九成六, failed.')) {
      const text = 'About 96% of the runs, or 九成六, failed.'
      expect([text.slice(quote.start, quote.end), text.slice(start, end)]).toEqual([quote.exact, asWritten])
    }
  })
})
