import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/core/text/sentences.ts'
import { expectLinear } from '../timing.ts'

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences in English', () => {
  it.each<[string, string[]]>([
    ['It rose. It fell.', ['It rose.', 'It fell.']],
    [
      'Dr. Lee et al. found 3.5% in the U.S. in 2024. It rose.',
      ['Dr. Lee et al. found 3.5% in the U.S. in 2024.', 'It rose.'],
    ],
    ['"We care," she said. "It matters."', ['"We care," she said.', '"It matters."']],
    ['"Is it safe?" Chan asked. No.', ['"Is it safe?" Chan asked.', 'No.']],
    ['“It is not.” They left.', ['“It is not.”', 'They left.']],
    ['J. K. Moore wrote it. Then she left.', ['J. K. Moore wrote it.', 'Then she left.']],
    ['In the U.S. The law passed.', ['In the U.S.', 'The law passed.']],
    ['Acme, Inc. said so. Others agreed.', ['Acme, Inc. said so.', 'Others agreed.']],
    ['See Fig. 3 for details. It is clear.', ['See Fig. 3 for details.', 'It is clear.']],
    ['Some tools, e.g. Foo, i.e. that one, work.', ['Some tools, e.g. Foo, i.e. that one, work.']],
    ['It costs $5.3 billion. Pay up!', ['It costs $5.3 billion.', 'Pay up!']],
    ['See https://a.example/x?y=1. Next one.', ['See https://a.example/x?y=1.', 'Next one.']],
    ['We ran gpt-3.5-turbo. Version 4.1 won.', ['We ran gpt-3.5-turbo.', 'Version 4.1 won.']],
    ['Well... maybe. Yes.', ['Well... maybe.', 'Yes.']],
    [
      'Sixteen models (e.g. Foo. Bar too) were run. All failed.',
      ['Sixteen models (e.g. Foo. Bar too) were run.', 'All failed.'],
    ],
    ['They agreed.[1] We did not.[^2] End.', ['They agreed.[1]', 'We did not.[^2]', 'End.']],
    ['One; two; three. Four.', ['One; two; three.', 'Four.']],
    ['**It is done.** Next.', ['**It is done.**', 'Next.']],
    ['What now?! Nothing.', ['What now?!', 'Nothing.']],
    ['At 5 p.m. He left.', ['At 5 p.m.', 'He left.']],
  ])('%s', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })
})

describe('splitSentences in Chinese, both scripts', () => {
  it.each<[string, string[]]>([
    ['第一句。第二句！第三句？', ['第一句。', '第二句！', '第三句？']],
    ['他说：“风险很大。”大家沉默。', ['他说：“风险很大。”', '大家沉默。']],
    ['“风险很大。”他说。我们同意。', ['“风险很大。”他说。', '我们同意。']],
    ['他說：「好。我來。」他走了。', ['他說：「好。我來。」', '他走了。']],
    ['『真的嗎？』她問道。是的。', ['『真的嗎？』她問道。', '是的。']],
    ['达到3.5%。降到1.2亿。', ['达到3.5%。', '降到1.2亿。']],
    ['它……停了。再来。', ['它……停了。', '再来。']],
    ['结果如下；其一，上升；其二，下降。完。', ['结果如下；其一，上升；其二，下降。', '完。']],
    ['效果好.然后下降.再来', ['效果好.', '然后下降.', '再来']],
    ['见注[^1]。后文。[2]完。', ['见注[^1]。', '后文。[2]', '完。']],
    ['（测试共16次。全部失败。）结论清楚。', ['（测试共16次。全部失败。）', '结论清楚。']],
    ['“真的？”、“假的？”都有人问。', ['“真的？”、“假的？”都有人问。']],
    ['这是真的!那是假的?对。', ['这是真的!', '那是假的?', '对。']],
    ['**结论明确。**下文说明。', ['**结论明确。**', '下文说明。']],
    ['用 GPT-4o 测试。Claude 也一样。', ['用 GPT-4o 测试。', 'Claude 也一样。']],
    ['！！！怎么了？？', ['！！！', '怎么了？？']],
    ['第一段\n\n第二段', ['第一段', '第二段']],
    ['联名者包括Geoffrey\nHinton等人。\n\n完。', ['联名者包括Geoffrey\nHinton等人。', '完。']],
    ['- 第一项\n- 第二项', ['第一项', '第二项']],
    ['他说"没问题。"然后走了。', ['他说"没问题。"', '然后走了。']],
  ])('%s', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })
})

it('takes a line break inside a given range for a wrap, unless a sentence or an item ended there', () => {
  const text = 'A wrapped line that\ngoes on here. Second\none.\n- item'
  expect(splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end))).toEqual([
    'A wrapped line that\ngoes on here.',
    'Second\none.',
    '- item',
  ])
})

it('cuts what never stops, so that no sentence grows with the text, and never inside a character', () => {
  for (const text of [
    'word '.repeat(5_000),
    '模型，'.repeat(5_000),
    '字'.repeat(10_000),
    '😀'.repeat(5_000),
  ]) {
    const spans = splitSentences(text)
    expect(spans.length).toBeGreaterThan(2)
    for (const { start, end } of spans) {
      expect(end - start).toBeLessThanOrEqual(3_001)
      expect(text.slice(start, end).isWellFormed()).toBe(true)
    }
    expect(
      spans
        .map(({ start, end }) => text.slice(start, end))
        .join('')
        .replaceAll(' ', ''),
    ).toBe(text.replaceAll(' ', ''))
  }
})

describe('splitSentences on anything', () => {
  const pieces = fc.constantFrom(
    '。',
    '.',
    '!',
    '？',
    '“',
    '”',
    '「',
    '」',
    '"',
    "'",
    '(',
    ')',
    '（',
    '）',
    '*',
    '**',
    '_',
    '\n',
    '\n\n',
    ' ',
    '…',
    '...',
    '[1]',
    'Dr.',
    'U.S.',
    'a',
    'B',
    '字',
    '說',
    '3.5',
    '他说',
    '- ',
    '> ',
    '| ',
    '\ud83d',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u1680',
    '\u2003',
    '\u2029',
    '\u202f',
    '\u205f',
  )
  const texts = fc.array(pieces, { maxLength: 120 }).map((parts) => parts.join(''))

  it('gives ordered spans within the text, without white space at either end', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        let last = 0
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          last = end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('loses no letter of a paragraph', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(texts, (text) => {
        const spans = splitSentences(text, 0, text.length)
        expect(letters(spans.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(letters(text))
      }),
    )
  })

  it.each(['.', '。', '"', '(', '“', 'a.', '*', '\n', '1.', '| ', '说。”', 'Dr. ', '…', 'a\n'])(
    'takes linear time on repeated %j',
    (piece) => {
      expectLinear((units) => splitSentences(piece.repeat(units / piece.length)), 100_000)
    },
  )
})
