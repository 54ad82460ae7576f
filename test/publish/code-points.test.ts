import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countPoints, cutPoints, isLonger } from '../../src/core/publish/code-points.ts'

const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom('𠮷', '😀', '\ud842', '\udfb7'),
)

test('counts and cuts code points as iterating over them does', () => {
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), fc.integer({ min: 1, max: 30 }), (text, most) => {
      const points = [...text]
      expect(countPoints(text)).toBe(points.length)
      expect(isLonger(text, most)).toBe(points.length > most)
      expect(cutPoints(text, most)).toBe(
        points.length > most ? `${points.slice(0, most - 1).join('')}…` : text,
      )
    }),
  )
})
