import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENGLISH_STOP, HAN_LEAD, HAN_PREDICATE } from '../../src/core/extract/clause-words.ts'
import { ENGLISH_BARE, ENGLISH_PAST, ENGLISH_PREDICATE } from '../../src/core/extract/english-verbs.ts'
import { endOfWord, isStopAt, isWordUnit, kindOf } from '../../src/core/extract/english-words.ts'
import { literalsOf } from '../../src/core/extract/literals.ts'
import { edgesOf, unitsOf } from '../../src/core/extract/pattern-edges.ts'
import { WordScan } from '../../src/core/extract/word-scan.ts'

const spansOf = (pattern: RegExp, text: string) =>
  Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => [index, index + length])

/** Texts made of the pattern's own characters, which come near to matching. */
const near = (pattern: RegExp) =>
  fc
    .array(fc.constantFrom(...new Set(pattern.source.replace(/[\\()[\]{}|?<!=*+^$:]/g, ''))), {
      maxLength: 60,
    })
    .map((chars) => chars.join(''))

describe('WordScan', () => {
  it('finds what its pattern finds', () => {
    const scan = new WordScan(HAN_PREDICATE)
    fc.assert(
      fc.property(near(HAN_PREDICATE), (text) => {
        const found: number[][] = []
        for (let at = scan.next(text, 0); at < text.length; at = scan.next(text, scan.endAt(text, at)))
          found.push([at, scan.endAt(text, at)])
        expect(found).toEqual(spansOf(HAN_PREDICATE, text))
      }),
      { numRuns: 2000 },
    )
  })

  it('takes the first alternative that fits, however the others begin', () => {
    const scan = new WordScan(/的|ab|(?<!x)a(?=c)|[二三]+成|a\b/)
    const found = (text: string) => [scan.next(text, 0), scan.endAt(text, scan.next(text, 0))]
    expect(['x的y', 'ab', 'xac', 'ac', '二三成', 'a'].map(found)).toEqual([
      [1, 2],
      [0, 2],
      [3, -1],
      [0, 1],
      [0, 3],
      [0, 1],
    ])
  })

  it('keeps no word from beginning inside a longer one by a lookbehind that lacks brackets', () => {
    const runs = /\(\?<!\p{Script=Han}{3,}\)/u
    expect(runs.exec('(?<!认许宁大)可')?.[0]).toBe('(?<!认许宁大)')
    expect(runs.exec(HAN_PREDICATE.source)?.[0]).toBeUndefined()
    const found = (text: string) => spansOf(HAN_PREDICATE, text)
    expect(['认可在', '许可用'].map(found)).toEqual([[[2, 3]], []])
    expect(['模型在', '模型可用'].map(found)).toEqual([[[2, 3]], [[2, 3]]])
  })

  it('refuses what may be nothing', () => {
    expect(() => new WordScan(/a|b?/).next('a', 0)).toThrow(/begin with a word/)
  })
})

describe('literalsOf', () => {
  it.each<[alternative: string, words: string | undefined]>([
    ['表示', '表示'],
    ['透露了?', '透露了 透露'],
    ['[跟对]我们?讲', '跟我们讲 跟我讲 对我们讲 对我讲'],
    ['补充(?:道|说)', '补充道 补充说'],
    ['(?<!的)承诺(?=[将会])', '承诺'],
    ['\\d+个', undefined],
    ['写.*道', undefined],
    ['仍(?!然)?', undefined],
    ['[^的]是', undefined],
  ])('%s', (alternative, words) => {
    expect(literalsOf(alternative)?.map(({ word }) => word)).toEqual(words?.split(' '))
  })
})

describe('edgesOf', () => {
  it.each<[source: string, first: string, last: string, isNullable: boolean]>([
    ['a(?:b|c)?', 'a', 'abc', false],
    ['(?<!x)[a-c]d*', 'abc', 'abcd', false],
    ['a?b{0,2}', 'ab', 'ab', true],
    ['\\(x+?\\)\\s?', '(', ')\n ', false],
    ['(?:^|,)z(?=y)$', ',z', 'z', false],
    ['[^b-z]', 'a,()\n ', 'a,()\n ', false],
  ])('%s', (source, first, last, isNullable) => {
    const edges = edgesOf(source)
    const [begin, end] = [unitsOf(edges.first), unitsOf(edges.last)]
    for (const char of 'abcdxyz,()\n ') {
      expect([char, begin[char.charCodeAt(0)]]).toEqual([char, Number(first.includes(char))])
      expect([char, end[char.charCodeAt(0)]]).toEqual([char, Number(last.includes(char))])
    }
    expect(edges.isNullable).toBe(isNullable)
  })

  it('refuses what it does not know', () => {
    expect(() => edgesOf('a\\x41')).toThrow(/unknown escape/)
    expect(() => edgesOf('a)b')).toThrow(/expected its end at 1/)
  })

  it('rules out nothing that a pattern matches', () => {
    const first = unitsOf(edgesOf(HAN_LEAD.source).first)
    fc.assert(
      fc.property(near(HAN_LEAD), (text) => {
        const length = HAN_LEAD.exec(text)?.[0].length ?? 0
        expect(length === 0 || first[text.charCodeAt(0)] === 1).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('kinds of English words', () => {
  const words = fc.constantFrom(
    ...'the cats fined labeled report reports that models use achieves ly newly tested is of company ai plan plans us'.split(
      ' ',
    ),
  )
  const text = fc.array(words, { maxLength: 12 }).map((all) => all.join(' '))
  const stops = [ENGLISH_STOP, ENGLISH_PREDICATE, ENGLISH_PAST, ENGLISH_BARE]

  it('say where a predicate begins as the patterns do, but for nouns behind a determiner or a preposition', () => {
    fc.assert(
      fc.property(text, (words) => {
        const found: number[] = []
        for (let at = 0; at < words.length; at = endOfWord(words, at) + 1)
          if (
            isWordUnit(words.charCodeAt(at)) &&
            isStopAt(kindOf(words.slice(at, endOfWord(words, at))), words, at)
          )
            found.push(at)
        const isNoun = (at: number) =>
          /(?:^| )(?:the|of) $/.test(words.slice(0, at)) && /^(?:report|plan)s?(?: |$)/.test(words.slice(at))
        const expected = stops
          .flatMap((pattern) => spansOf(pattern, words).map(([start]) => start!))
          .filter((at) => !isNoun(at))
        expect(found).toEqual([...new Set(expected)].sort((a, b) => a - b))
      }),
      { numRuns: 1000 },
    )
  })
})
