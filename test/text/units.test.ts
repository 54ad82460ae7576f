import { describe, expect, it } from 'vitest'
import { mapUnits, readUnits } from '../../src/core/text/units.ts'

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
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  table['a'.charCodeAt(0)] = 'b'.charCodeAt(0)
  table['測'.charCodeAt(0)] = '测'.charCodeAt(0)

  it.each(TEXTS)(
    'puts other units in their places in %s and leaves the rest, halves of pairs too',
    (_, text) => {
      const expected = text.replaceAll('a', 'b').replaceAll('測', '测')
      expect(mapUnits(text, table)).toBe(expected)
    },
  )

  it('leaves a text alone in which nothing changes', () => {
    expect(mapUnits('x 模型 \ud800', table)).toBe('x 模型 \ud800')
  })
})
