import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FeatureNames, type Features, WeightSum } from '../../src/core/extract/features.ts'

const part = fc.constantFrom('kind:', 'pos:', 'model', 'percent', 'clause', 'L:', '')
const call = fc.tuple(part, fc.option(part), fc.option(part), fc.option(part))
const tell = (features: Features, calls: [string, string | null, string | null, string | null][]) => {
  for (const [a, b, c, d] of calls) {
    if (b === null) features.add(a)
    else if (c === null) features.add(a, b)
    else if (d === null) features.add(a, b, c)
    else features.add(a, b, c, d)
  }
}

describe('features', () => {
  it('have names whose parts are joined as the weights write them', () => {
    const features = new FeatureNames()
    features.add('none')
    features.add('kind:', 'model', 'percent')
    features.add('L:', 'of', 'clause', 'name')
    features.add('speaks', '', 'money')
    features.addText('gap<', ' for ')
    expect(features.names).toEqual([
      'none',
      'kind:model|percent',
      'L:of|clause|name',
      'speaks|money',
      'gap< for ',
    ])
  })

  it('sum to what their names weigh, however often they are told', () => {
    fc.assert(
      fc.property(
        fc.array(call, { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 9 })),
        (calls, numbers) => {
          const names = new FeatureNames()
          tell(names, calls)
          const weights = Object.fromEntries(names.names.map((name, index) => [name, numbers[index] ?? 0]))
          const expected = names.names.reduce((sum, name) => sum + weights[name]!, 0)
          for (const _ of [1, 2]) {
            const sum = new WeightSum(weights)
            tell(sum, calls)
            expect(sum.total).toBe(expected)
          }
        },
      ),
    )
  })
})
