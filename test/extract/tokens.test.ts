import { describe, expect, it } from 'vitest'
import { readTextTokens, readTokens, TEXT_UNITS } from '../../src/core/extract/tokens.ts'

const text = (length: number) => '勒索率 of gpt-4o: 96% '.repeat(length).slice(0, length)

const words = ({ count, starts, ends, folded }: ReturnType<typeof readTokens>) =>
  Array.from({ length: count }, (_, index) => folded.slice(starts[index], ends[index]))

describe('the tokens of texts', () => {
  it('are written into the same columns for one place after the other, which stay small', () => {
    const first = readTextTokens(text(100), 3)
    for (const length of [5000, 20_000, TEXT_UNITS]) readTextTokens(text(length), 3)
    const kept = readTextTokens(text(90), 3)
    expect(readTextTokens(text(80), 3).starts).toBe(kept.starts)
    expect(readTextTokens(text(80), 4).starts).not.toBe(kept.starts)
    expect(first.starts.length).toBeLessThan(kept.starts.length)
    expect(kept.starts.length).toBe(TEXT_UNITS)
  })

  it('have columns of their own where a text is long, and nothing of them is kept', () => {
    const long = text(TEXT_UNITS + 1)
    expect(readTextTokens(long, 5).starts).not.toBe(readTextTokens(long, 5).starts)
    expect(readTextTokens(text(80), 5).starts.length).toBe(0x1000)
  })

  it.each([10, 0x1000, TEXT_UNITS, TEXT_UNITS + 1])('are the same of %i units, kept or not', (length) => {
    expect(words(readTextTokens(text(length)))).toEqual(words(readTokens(text(length))))
  })
})
