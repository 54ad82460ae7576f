import { describe, expect, it } from 'vitest'
import { CandidateList, choose, type Describe, trimSpan } from '../../src/core/extract/ranking.ts'

describe('CandidateList', () => {
  const text = 'the “model” scored 96% in tests'

  it('keeps a span once, with all that found it, and always the answer that there is none', () => {
    const list = new CandidateList(text, { start: 19, end: 22 })
    list.add({ start: 4, end: 11 }, 'a')
    list.add({ start: 5, end: 10 }, 'b', { start: 12, end: 18 })
    expect(list.all()).toEqual([
      { rules: ['none'] },
      { span: { start: 5, end: 10 }, rules: ['a', 'b'], metric: { start: 12, end: 18 } },
    ])
  })

  it('refuses the figure itself and what is nothing but marks', () => {
    const list = new CandidateList(text, { start: 19, end: 22 })
    list.add({ start: 12, end: 22 }, 'over the figure')
    list.add({ start: 4, end: 5 }, 'a quotation mark')
    expect(list.all()).toEqual([{ rules: ['none'] }])
  })
})

describe('choose', () => {
  const describeRules: Describe<undefined> = ({ rules }, _place, features) => {
    for (const rule of rules) features.add(rule)
  }

  it('takes the candidate with most evidence, of equals the first; what has no weight counts nothing', () => {
    const [a, b, c] = [{ rules: ['x'] }, { rules: ['y', 'unknown'] }, { rules: ['y'] }]
    expect(choose([a, b, c], undefined, describeRules, { x: 1, y: 2 })).toBe(b)
    expect(choose([a, b, c], undefined, describeRules, { x: 3, y: 2 })).toBe(a)
  })
})

describe('trimSpan', () => {
  it('leaves out marks at the ends, in both scripts', () => {
    expect(trimSpan('「模型」，', { start: 0, end: 5 })).toEqual({ start: 0, end: 4 })
    expect(trimSpan(' (“a b”), ', { start: 0, end: 10 })).toEqual({ start: 3, end: 6 })
  })
})
