import { describe, expect, it } from 'vitest'
import { type Candidate, CandidateList, choose, trimSpan } from '../../src/core/extract/ranking.ts'
import { buildReading } from '../../src/core/extract/reading.ts'
import { KnownSpan } from '../../src/core/extract/span-facts.ts'
import { SpanIndex } from '../../src/core/extract/spans.ts'

/** What was found and by whom, without what is kept for the choice. */
const shown = ({ span, rules, metric }: Candidate) => ({
  ...(span && { span: { start: span.start, end: span.end } }),
  rules,
  ...(metric && { metric }),
})

describe('CandidateList', () => {
  const text = 'the “model” scored 96% in tests'
  const read = () => buildReading(text, text, { lang: 'en', blocks: [], sentences: [], entities: [] })

  it('keeps a span once, with all that found it, and always the answer that there is none', () => {
    const list = new CandidateList(read(), { start: 19, end: 22, unit: 'percent' }, 1)
    list.add({ start: 4, end: 11 }, 2)
    list.add({ start: 5, end: 10 }, 3, { start: 12, end: 18 })
    expect(list.all.map(shown)).toEqual([
      { rules: [1] },
      { span: { start: 5, end: 10 }, rules: [2, 3], metric: { start: 12, end: 18 } },
    ])
  })

  it('refuses the figure itself and what is nothing but marks', () => {
    const list = new CandidateList(read(), { start: 19, end: 22, unit: 'percent' }, 1)
    list.add({ start: 12, end: 22 }, 2)
    list.add({ start: 4, end: 5 }, 2)
    expect(list.all.map(shown)).toEqual([{ rules: [1] }])
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

  it('does not weigh what has no chance, and takes the first of equals all the same', () => {
    const all: Candidate[] = [1, 2, 3, 4].map((rule) => ({ span: new KnownSpan(rule, 9), rules: [rule] }))
    const most = [5, 5, Number.POSITIVE_INFINITY, 2]
    const asked: number[] = []
    const evidence = ({ rules }: Candidate) => {
      asked.push(rules[0]!)
      return rules[0] === 2 || rules[0] === 3 ? 4 : 1
    }
    expect(choose(all, evidence, ({ rules }) => most[rules[0]! - 1]!)).toBe(all[1])
    expect(asked).toEqual([3, 1, 2])
  })

  it('weighs again only the answer that there is none, and what others have found since', () => {
    const span = new KnownSpan(0, 4)
    const all: Candidate[] = [{ rules: [1] }, { span, rules: [2] }, { span, rules: [3] }]
    const asked: number[][] = []
    const evidence = ({ rules }: Candidate) => {
      asked.push([...rules])
      return rules.length
    }
    expect(choose(all, evidence)).toBe(all[0])
    all[2]!.rules.push(2)
    expect(choose(all, evidence)).toBe(all[2])
    expect(asked).toEqual([[1], [2], [3], [1], [3, 2]])
  })
})

describe('trimSpan', () => {
  it('leaves out marks at the ends, in both scripts', () => {
    expect(trimSpan('「模型」，', { start: 0, end: 5 })).toEqual({ start: 0, end: 4 })
    expect(trimSpan(' (“a b”), ', { start: 0, end: 10 })).toEqual({ start: 3, end: 6 })
  })
})

describe('SpanIndex', () => {
  const [a, b, c] = [
    { start: 0, end: 4 },
    { start: 4, end: 9 },
    { start: 12, end: 15 },
  ]
  const index = new SpanIndex([a!, b!, c!])

  it('finds the span that holds an offset', () => {
    expect([0, 3, 4, 9, 14, 15].map((offset) => index.at(offset))).toEqual([a, a, b, undefined, c, undefined])
    expect([0, 4, 9, 15].map((offset) => index.after(offset))).toEqual([0, 1, 2, 3])
  })

  it('finds those that lie wholly inside a stretch', () => {
    expect(index.within(0, 15)).toEqual([a, b, c])
    expect(index.within(1, 14)).toEqual([b])
    expect(index.within(5, 12)).toEqual([])
  })
})
