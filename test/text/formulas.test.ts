import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildMatchers, extract } from '../../src/core/extract/article.ts'
import { openFormulas } from '../../src/core/text/formulas.ts'
import { readRegistry } from '../../src/registry.ts'

const matchers = buildMatchers(readRegistry())
const read = (text: string) =>
  extract({ text }, matchers).figures.map(
    ({ asWritten, value, unit, qualifier }) => `${asWritten} = ${value} ${unit} ${qualifier}`,
  )

describe('formulas of TeX', () => {
  it.each([
    [String.raw`We reach $31.4\%$ accuracy.`, [String.raw`31.4\% = 31.4 percent exact`]],
    ['We reach $31.4%$ accuracy.', ['31.4% = 31.4 percent exact']],
    [String.raw`It runs $5\times$ faster.`, [String.raw`5\times = 5 multiple exact`]],
    [String.raw`It needs $\sim$40% less time.`, ['40% = 40 percent about']],
    [String.raw`It needs $\approx 40\%$ less time.`, [String.raw`40\% = 40 percent about`]],
    [String.raw`Accuracy is $71.2\% \pm 0.4\%$ there.`, [String.raw`71.2\% = 71.2 percent exact`]],
    [
      String.raw`Attack success rises from $12.5\%$ to $88.1\%$.`,
      [String.raw`12.5\% = 12.5 percent exact`, String.raw`88.1\% = 88.1 percent exact`],
    ],
    [
      String.raw`攻擊成功率達到$88.1\%$，提升$3\times$。`,
      [String.raw`88.1\% = 88.1 percent exact`, String.raw`3\times = 3 multiple exact`],
    ],
    ['The difference is significant ($p < 0.05$).', []],
    ['We use $1{,}200$ of them.', []],
  ])('are no money: %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    ['It costs $5 and $6 a month.', ['$5 = 5 money exact', '$6 = 6 money exact']],
    ['Prices fell from $5m to $4m.', ['$5m = 5000000 money exact', '$4m = 4000000 money exact']],
    [
      String.raw`It cut costs by $40\%$ to $1.2 million.`,
      [String.raw`40\% = 40 percent exact`, '$1.2 million = 1200000 money exact'],
    ],
    ['The fee is $5-$6.', ['$5-$6 = 5 money exact']],
  ])('leave money alone: %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('keep their length', () => {
    const part = fc.constantFrom('$', '\\', '%', 'pm', 'sim', '5', '1{,}200', ' ', '=', '{', 'a', '\n')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        expect(openFormulas(text)).toHaveLength(text.length)
      }),
    )
  })

  it.each(['$', '$a', '$\\', '$1{,}', '$=$ '])(
    'are looked for in time by the length of a text of %s',
    (unit) => {
      const text = unit.repeat(200_000)
      expect(openFormulas(text)).toHaveLength(text.length)
    },
  )
})
