import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutLooseEnds } from '../../src/core/extract/loose-ends.ts'
import { foldChars } from '../../src/core/text/script.ts'

/** The phrase between bars in a text, and what is left of it. */
const shown = (marked: string): string => {
  const [before, phrase, behind] = marked.split('|') as [string, string, string]
  const text = before + phrase + behind
  const span = { start: before.length, end: before.length + phrase.length }
  const { start, end } = withoutLooseEnds({ text, folded: foldChars(text) }, span)
  return text.slice(start, end)
}

describe('the ends of an English phrase', () => {
  it.each([
    // Words that lead on, and verbs that say how a value moved.
    ['The |number of discounts was| 40.', 'number of discounts'],
    ['|Trust in government has fallen| from 33%', 'Trust in government'],
    ['our rules |require for anything above| $50', 'require for anything'],
    ['a round |that values the company at| $92 billion', 'values the company'],
    ['Nobody |noticed nothing until| 70%', 'noticed nothing'],
    ['|and a net income| of $174 million', 'a net income'],
    // With the end of its clause a word leads on to nothing.
    ['40% received |money they had not asked for|.', 'money they had not asked for'],
    ['It is |what it was trained on|; 40% failed.', 'what it was trained on'],
    // A word that stands alone, a name, and nouns.
    ['The rate |fell| 4%', 'fell'],
    ['|David Do| is 36', 'David Do'],
    ['|number of falls| in 40 homes', 'number of falls'],
    ['in |May| 40 did', 'May'],
    // Marks that part it, and marks of its own.
    ['it is 95 percent |complete" when| asked', 'complete'],
    ['thousands of "|how to" questions| were asked', '"how to" questions'],
    ['double |the size of Taiwan — already adopting this| now', 'the size of Taiwan'],
    ['25% had |“high” concern| of some kind', '“high” concern'],
    ['a 13-billion|-parameter model|, Petrel', 'parameter model'],
    ['a 17-year|-old user| of it', 'user'],
  ])('%s', (marked, expected) => expect(shown(marked)).toBe(expected))

  it('leave something of the phrase, and nothing else', () => {
    const word = fc.constantFrom('and', 'the', 'rate', 'was', '—', '"so"', '-old', 'fell', 'May', 'x')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('', '.', ' of'),
        (words, behind) => {
          const phrase = words.join(' ')
          const text = phrase + behind
          const { start, end } = withoutLooseEnds(
            { text, folded: foldChars(text) },
            { start: 0, end: phrase.length },
          )
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(phrase.length)
          expect(end).toBeGreaterThan(start)
        },
      ),
    )
  })
})
