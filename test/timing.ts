import { expect } from 'vitest'

const ROUNDS = 3
/** Four times the work may take this many times as long: linear with room for a busy machine, far below quadratic (16). */
const MOST = 11

/** Expects `work` to take time linear in the size it is given; the best of some rounds, so that a pause does not count. */
export function expectLinear(work: (size: number) => void, size: number): void {
  const best = (units: number) =>
    Math.min(
      ...Array.from({ length: ROUNDS }, () => {
        const started = performance.now()
        work(units)
        return performance.now() - started
      }),
    )
  work(size)
  const small = Math.max(5, best(size))
  expect(best(size * 4)).toBeLessThan(small * MOST)
}
