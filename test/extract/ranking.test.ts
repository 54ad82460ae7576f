import { describe, expect, it } from 'vitest'
import { CandidateList, choose, trimSpan } from '../../src/core/extract/ranking.ts'
import { buildReading } from '../../src/core/extract/reading.ts'

describe('CandidateList', () => {
  const text = 'the “model” scored 96% in tests'
  const read = () => buildReading(text, text, { lang: 'en', blocks: [], sentences: [], entities: [] })

  it('keeps a span once, with all that found it, and always the answer that there is none', () => {
    const list = new CandidateList(read(), { start: 19, end: 22 }, 1)
    list.add({ start: 4, end: 11 }, 2)
    list.add({ start: 5, end: 10 }, 3, { start: 12, end: 18 })
    expect(
      list.all.map(({ span, ...rest }) => ({
        ...(span && { span: { start: span.start, end: span.end } }),
        ...rest,
      })),
    ).toEqual([
      { rules: [1] },
      { span: { start: 5, end: 10 }, rules: [2, 3], metric: { start: 12, end: 18 } },
    ])
  })

  it('refuses the figure itself and what is nothing but marks', () => {
    const list = new CandidateList(read(), { start: 19, end: 22 }, 1)
    list.add({ start: 12, end: 22 }, 2)
    list.add({ start: 4, end: 5 }, 2)
    expect(
      list.all.map(({ span, ...rest }) => ({
        ...(span && { span: { start: span.start, end: span.end } }),
        ...rest,
      })),
    ).toEqual([{ rules: [1] }])
  })
})

describe('choose', () => {
  it('takes the candidate with most evidence, of equals the first', () => {
    const [a, b, c] = [{ rules: [1] }, { rules: [2, 9] }, { rules: [2] }]
    const evidence = (weights: Record<number, number>) => (candidate: { rules: number[] }) =>
      candidate.rules.reduce((sum, rule) => sum + (weights[rule] ?? 0), 0)
    expect(choose([a, b, c], evidence({ 1: 1, 2: 2 }))).toBe(b)
    expect(choose([a, b, c], evidence({ 1: 3, 2: 2 }))).toBe(a)
  })
})

describe('trimSpan', () => {
  it('leaves out marks at the ends, in both scripts', () => {
    expect(trimSpan('「模型」，', { start: 0, end: 5 })).toEqual({ start: 0, end: 4 })
    expect(trimSpan(' (“a b”), ', { start: 0, end: 10 })).toEqual({ start: 3, end: 6 })
  })
})
