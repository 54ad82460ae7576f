import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Gate, GateList } from '../../src/core/extract/gates.ts'

const ENDS = [
  /(?:在|于|(?<![a-z])(?:in|on))\s?(?:the )?$/,
  /(?:^|[,;])[\s"]*(?:有|and )*$/,
  /的\s?$/,
  /(?:[ab]{2,3}|c+?)(?:d|的)?$/,
]
const STARTS = [/^(?:是|在(?!内)| (?:is|on))/, /^["”]?\s?[,:]/, /^\s?(?:的(?=.)|of )*/]
const WHOLE = /^(?:\d+|.*(?:年|(?<!a)b))$/
const words = fc
  .array(fc.constantFrom(...'在于的有是内年abcd1,; "on in is of the and'.split(/(?<=[^a-z])|(?=[^a-z])/)), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

describe('a gate', () => {
  it('tests as its pattern does', () => {
    for (const pattern of [...ENDS, ...STARTS, WHOLE]) {
      const gate = new Gate(pattern)
      fc.assert(
        fc.property(words, (text) => {
          expect([text, gate.test(text)]).toEqual([text, pattern.test(text)])
          expect([text, gate.lengthIn(text)]).toEqual([text, pattern.exec(text)?.[0].length ?? 0])
        }),
        { numRuns: 500 },
      )
    }
  })

  it('rules out by the first or last unit', () => {
    expect(new Gate(/的\s?$/, 0).mayMatch('模型')).toBe(false)
    expect(new Gate(/^(?:是|在)/, 0).mayMatch('模型')).toBe(false)
    expect(new Gate(/的?$/, 0).mayMatch('模型')).toBe(true)
  })

  it('refuses a pattern that is bound to neither end, or only in part', () => {
    expect(() => new Gate(/a/, 0).test('a')).toThrow(/expected \^/)
    expect(() => new Gate(/^a|b$/, 0).test('a')).toThrow(/alternatives in a group/)
  })
})

describe('a list of gates', () => {
  it.each([
    ['ends', ENDS],
    ['beginnings', STARTS],
  ])('of %s finds the patterns that match', (_what, patterns) => {
    const list = new GateList(patterns)
    fc.assert(
      fc.property(words, (text) => {
        const matching = patterns.flatMap((pattern, index) => (pattern.test(text) ? [index] : []))
        const found: number[] = []
        list.addAll(text, 10, found)
        expect(found).toEqual(matching.map((index) => 10 + index))
        expect(list.first(text)).toBe(matching[0] ?? patterns.length)
        const edge = text.charCodeAt(patterns === ENDS ? text.length - 1 : 0)
        if (text !== '' && matching.length > 0) expect(list.mayMatch(edge)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
