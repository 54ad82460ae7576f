import { describe, expect, it } from 'vitest'
import { mapUnits, readUnits, UnitChanges } from '../../src/core/text/units.ts'

/** Longer than the room that is kept. */
const LONG = 0x40000 + 10
const unitsOf = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))

const TEXTS: [name: string, text: string][] = [
  ['nothing', ''],
  ['both scripts', 'Claude 在 96% 的測試中。'],
  ['a pair and lone halves', '😀 \ud83d \udc00\udc00 a'],
  ['more units than are kept room for', '模a'.repeat(LONG / 2)],
]

describe('readUnits', () => {
  it.each(TEXTS)('gives the units of %s', (_, text) => {
    const units = readUnits(text)
    expect(unitsOf(text).findIndex((unit, at) => units[at] !== unit)).toBe(-1)
  })

  it('gives those of a short text after a long one', () => {
    readUnits('模型'.repeat(20_000))
    expect([...readUnits('型ab').subarray(0, 3)]).toEqual(unitsOf('型ab'))
  })
})

describe('mapUnits', () => {
  /** A question mark is an exclamation mark behind another one. */
  const changes = new UnitChanges('?', (text, at) => (text[at - 1] === '!' ? '!'.charCodeAt(0) : undefined))
  for (const [from, to] of ['ab', '測测', '?.']) changes.add(from!.charCodeAt(0), to!.charCodeAt(0))

  it.each(TEXTS)(
    'puts other units in their places in %s and leaves the rest, halves of pairs too',
    (_, text) => {
      const expected = text.replaceAll('a', 'b').replaceAll('測', '测')
      expect(mapUnits(text, changes)).toBe(expected)
    },
  )

  it.each(['', 'long '.repeat(20)])('asks about units that depend on what stands before (%#)', (lead) => {
    expect(mapUnits(`${lead}a? !? \0`, changes)).toBe(`${lead}b. !! \0`)
  })

  it('leaves a text alone in which nothing changes', () => {
    expect(mapUnits('x 模型 \ud800', changes)).toBe('x 模型 \ud800')
  })
})
