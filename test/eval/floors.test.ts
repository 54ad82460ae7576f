import { describe, expect, it } from 'vitest'
import { isBelow, raiseFloors, readFloors } from './floors.ts'
import { overlapOf } from './overlap.ts'

describe('floors', () => {
  it('are raised, never lowered, and added for new scores, rounded down', () => {
    const floors = { 'figures.all.f1': 0.96, 'links.wrong': 2, 'feeds.all.share': 0.9 }
    const scores = {
      'figures.all.f1': 0.9876,
      'links.wrong': 1,
      'feeds.all.share': 0.8,
      'dates.all.right': 0.98765,
    }
    expect(raiseFloors(floors, scores)).toEqual({
      'figures.all.f1': 0.987,
      'links.wrong': 1,
      'feeds.all.share': 0.9,
      'dates.all.right': 0.987,
    })
  })

  it.each([
    ['figures.all.f1', 0.96, 0.96, false],
    ['figures.all.f1', 0.959, 0.96, true],
    ['links.wrong', 0, 0, false],
    ['links.wrong', 1, 0, true],
  ])('%s of %d with a floor of %d: below is %s', (name, score, floor, expected) => {
    expect(isBelow(name, score, floor)).toBe(expected)
  })

  it('are pinned for the figures in each language', () => {
    const floors = readFloors()
    for (const set of ['all', 'en', 'zh-Hans', 'zh-Hant'])
      expect(floors).toHaveProperty([`figures.${set}.f1`])
  })
})

describe('overlapOf', () => {
  it('counts character pairs of the smaller text, whatever its width, marks and spaces', () => {
    expect(overlapOf('**失控**的 ＡＩ', '失控的ai')).toBe(1)
    expect(overlapOf('abcd', 'xyz')).toBe(0)
    expect(overlapOf('abcd', 'abzz')).toBeCloseTo(1 / 3)
    expect(overlapOf('', '')).toBe(1)
  })
})
