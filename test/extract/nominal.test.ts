import { describe, expect, it } from 'vitest'
import { isNoNoun } from '../../src/core/extract/nominal.ts'

describe('English words that name nothing', () => {
  it.each([
    'million',
    'potentially',
    'exploitable',
    'combined',
    'past year',
    'single week',
    'eighteen months',
    'what it',
    'underway',
    'largely',
    'third',
  ])('are none of a subject: %s', (words) => expect(isNoNoun(words)).toBe(true))

  it.each(['family', 'testbed', 'speed', 'night shift', 'third party', 'hundred-page report', 'fifty firms'])(
    'do not include %s',
    (words) => expect(isNoNoun(words)).toBe(false),
  )
})
