import { describe, expect, it } from 'vitest'
import { describeProgress, openMeter } from '../../src/cli/meter.ts'

describe('progress', () => {
  it.each([
    [0, 40, 0, '░░░░░░░░░░░░░░░░░░░░ 0 of 40 sources'],
    [1, 40, 0.2, '░░░░░░░░░░░░░░░░░░░░ 1 of 40 sources'],
    [10, 40, 5, '█████░░░░░░░░░░░░░░░ 10 of 40 sources, 2.0 a second, about 15 s left'],
    [40, 40, 20, '████████████████████ 40 of 40 sources, 2.0 a second, about 0 s left'],
    [50, 10_000, 25, '░░░░░░░░░░░░░░░░░░░░ 50 of 10000 sources, 2.0 a second, about 83 min left'],
    [50, 100_000, 25, '░░░░░░░░░░░░░░░░░░░░ 50 of 100000 sources, 2.0 a second, about 13.9 h left'],
    [3, 2, 3, '████████████████████ 3 of 2 sources, 1.0 a second, about 0 s left'],
    [0, 0, 3, '████████████████████ 0 of 0 sources'],
  ])('%i of %i after %f s', (done, total, seconds, line) => {
    expect(describeProgress(done, total, 'sources', seconds)).toBe(line)
  })

  it('counts by a clock that is handed to it', () => {
    let clock = 1_000
    const meter = openMeter(4, 'articles', () => clock)
    meter.advance()
    clock += 2_000
    expect(meter.advance()).toBe('██████████░░░░░░░░░░ 2 of 4 articles, 1.0 a second, about 2 s left')
  })
})
