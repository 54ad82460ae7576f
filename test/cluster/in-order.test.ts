import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCommonInOrder, longestRise } from '../../src/core/cluster/in-order.ts'

/** The plain dynamic programme. */
function longestCommon(a: string[], b: string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const value of a) {
    const next = [0]
    b.forEach((other, at) => {
      next.push(value === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!))
    })
    row = next
  }
  return row[b.length]!
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)

describe('countCommonInOrder', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 0],
    ['abc', 'abc', 3],
    ['abc', 'cba', 1],
    ['abcbdab', 'bdcaba', 4],
    ['aaaa', 'aa', 2],
  ])('of %j and %j', (a, b, count) => {
    expect(countCommonInOrder([...a], [...b])).toBe(count)
  })

  it('is the length that the dynamic programme finds, whichever comes first', () => {
    const values = fc.array(fc.constantFrom(...'abcdefg'), { maxLength: 40 })
    fc.assert(
      fc.property(values, values, (a, b) => {
        const count = longestCommon(a, b)
        expect([countCommonInOrder(a, b), countCommonInOrder(b, a)]).toEqual([count, count])
      }),
      { numRuns: 1_000 },
    )
  })

  it('counts beyond 65,535', () => {
    const many = numbered(200_000)
    expect(countCommonInOrder(many, many)).toBe(200_000)
    expect(countCommonInOrder(many, many.toReversed())).toBe(1)
  })

  it('leaves out a value that both hold more than 1,024 times, and counts it up to there', () => {
    const repeated = (count: number) => [...new Array<string>(count).fill('x'), ...numbered(3)]
    expect(countCommonInOrder(repeated(1_024), repeated(1_024))).toBe(1_027)
    expect(countCommonInOrder(repeated(1_025), repeated(1_025))).toBe(3)
    expect(countCommonInOrder(repeated(200_000), repeated(200_000))).toBe(3)
  })
})

describe('longestRise', () => {
  it('takes no two equal numbers', () => {
    expect(longestRise([[3], [1], [2], [2], [5], [4]])).toBe(3)
    expect(longestRise([])).toBe(0)
  })
})
