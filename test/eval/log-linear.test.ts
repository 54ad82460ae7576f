import { describe, expect, it } from 'vitest'
import { fitWeights, type Sample, scoreOf } from './log-linear.ts'

/** Twenty choices of three: the one with the telling feature is right, the first mostly is not. */
const samples: Sample[] = Array.from({ length: 20 }, (_, index) => ({
  features: [
    ['first', 'noise'],
    index % 2 === 0 ? ['telling'] : ['other'],
    index % 2 === 0 ? ['other'] : ['telling'],
  ],
  right: [false, index % 2 === 0, index % 2 === 1],
  weight: 1,
  source: `article ${index % 5}`,
}))

describe('fitWeights', () => {
  it('learns what tells right from wrong', () => {
    const weights = fitWeights(samples, 1)
    for (const { features, right } of samples) {
      const scores = features.map((list) => scoreOf(list, weights))
      expect(right[scores.indexOf(Math.max(...scores))]).toBe(true)
    }
    expect(weights.get('telling')).toBeGreaterThan(1)
    expect(weights.get('first')).toBeLessThan(0)
  })

  it('gives no weight to what is seen a few times or in a few articles only, and smaller ones under a stronger prior', () => {
    expect(fitWeights(samples.slice(0, 7), 1).size).toBe(0)
    expect(
      fitWeights(
        samples.map((sample) => ({ ...sample, source: 'one article' })),
        1,
      ).size,
    ).toBe(0)
    expect(fitWeights(samples, 50).get('telling')!).toBeLessThan(fitWeights(samples, 1).get('telling')!)
  })
})
