import { expect } from 'vitest'

const ROUNDS = 3
/** Four times the work may take this many times as long: linear with room for a busy machine, far below quadratic (16). */
const MOST = 11

/** Expects `work` to take time linear in the size it is given; processor time, the best of some rounds. */
export function expectLinear(work: (size: number) => void, size: number): void {
  const best = (units: number) =>
    Math.min(
      ...Array.from({ length: ROUNDS }, () => {
        const started = process.cpuUsage()
        work(units)
        return process.cpuUsage(started).user / 1000
      }),
    )
  work(size)
  // below this, the clock and the compiler say more than the work
  const small = Math.max(20, best(size))
  expect(best(size * 4)).toBeLessThan(small * MOST)
}
