import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldChars } from '../../src/search/fold.ts'
import { findNumbers, parseHan } from '../../src/search/numbers.ts'

const numbersOf = (text: string) => findNumbers(foldChars(text)).map((span) => span.text)

describe('numbers in any form', () => {
  it.each([
    [
      '96%',
      [
        '九成六',
        '96％',
        '96 per cent',
        '96 percent',
        '百分之九十六',
        '百分之96',
        'ninety-six percent',
        '96 %',
      ],
    ],
    ['30%', ['三成', '3成', '30%', '百分之三十', 'thirty percent']],
    ['35%', ['三成五', '三成半', '35%']],
    ['20pp', ['20个百分点', '20個百分點', '20 percentage points', '二十個百分點']],
    ['3x', ['3倍', '三倍', 'three times', 'threefold', '3-fold', '3x']],
    ['1/3', ['三分之一', 'one third', '1/3']],
    ['1/5', ['五分之一', 'one in five', '1 in 5', '1 out of 5']],
    ['120000000', ['1.2亿', '1.2億', '120 million', '一亿二千万', '一億二千萬']],
    ['30000', ['3万', '三萬', '30 thousand', 'thirty thousand']],
    ['5‰', ['千分之五']],
    ['6month', ['6个月', '6個月', '六个月', '六個月', '6 months', 'six months', '6-month', 'six-month']],
    ['3year', ['三年', '3年', '3 years', 'three years', '3-year']],
    ['24hour', ['24小时', '二十四個小時', '24 hours', 'twenty-four hours']],
    ['2week', ['2周', '两个星期', 'two weeks']],
    ['2024', ['二〇二四年', '二零二四年']],
    ['90minute', ['90分钟', '九十分鐘', '90 minutes']],
  ])('%s', (canonical, forms) => {
    for (const form of forms) expect(numbersOf(form), form).toEqual([canonical])
  })

  it.each(['一成不变', '三成为', '第三', '万一', 'GPT-4o', '2024年', '%E6%96%87', 'v1.2.3', 'one', 'only'])(
    'sees no quantity in %s',
    (text) => {
      expect(numbersOf(text).filter((number) => /[%x/]|pp/.test(number))).toEqual([])
    },
  )

  it('reads Han numerals as they are written', () => {
    expect(
      ['三千五百', '二〇二四', '一百零五', '十二', '两百', '三点五', '一万二千'].map((text) =>
        parseHan(text),
      ),
    ).toEqual([3500, 2024, 105, 12, 200, 3.5, 12000])
  })

  it('never fails, and its spans lie in the text in order', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'0123456789.,%成分之百千万亿点两个倍 oneintwohalf/'),
          maxLength: 60,
        }),
        (text) => {
          let last = 0
          for (const { start, end } of findNumbers(foldChars(text))) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            last = start
          }
        },
      ),
    )
  })
})
