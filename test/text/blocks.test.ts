import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitBlocks } from '../../src/core/text/blocks.ts'

const read = (text: string) => splitBlocks(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('splitBlocks', () => {
  it('reads headings, paragraphs, list items, quotes, notes and code', () => {
    const text = [
      '# Title',
      '',
      'A paragraph that',
      'goes on.',
      '',
      '- one',
      '- two',
      '',
      '1. first',
      '> quoted',
      '> words',
      '',
      '```',
      'let x = 1',
      '```',
      '',
      '[^1]: A note.',
    ].join('\n')
    expect(read(text)).toEqual([
      ['heading', 'Title'],
      ['paragraph', 'A paragraph that\ngoes on.'],
      ['list-item', 'one'],
      ['list-item', 'two'],
      ['list-item', 'first'],
      ['blockquote', 'quoted\n> words'],
      ['code', 'let x = 1'],
      ['footnote', 'A note.'],
    ])
  })

  it('reads table rows and their head, and no table in a line of names', () => {
    const table = '模型 | 比例\n甲 | 96%\n乙 | 80%\n\n某报 | 公众号'
    expect(read(table)).toEqual([
      ['table-head', '模型 | 比例'],
      ['table-row', '甲 | 96%'],
      ['table-row', '乙 | 80%'],
      ['paragraph', '某报 | 公众号'],
    ])
    expect(read('| a | b |\n|---|---|\n| 1 | 2 |')).toEqual([
      ['table-head', '| a | b |'],
      ['table-row', '| 1 | 2 |'],
    ])
  })

  it('takes each line for a paragraph where blank lines do not part them', () => {
    const text =
      '记者报道\n人工智能的风险在上升\n专家说，这一趋势会持续下去，需要各国合作。\n第二段也很长，说了很多别的事情。'
    expect(read(text).map(([kind]) => kind)).toEqual(['paragraph', 'heading', 'paragraph', 'paragraph'])
  })

  it('joins the lines that a mail program wrapped', () => {
    const line = 'This line of an abstract was wrapped at a fixed column by the program that'
    const text = `${line}\n${line}\n${line}\nsent it.\n${line}\nsent it.`
    expect(read(text).map(([, words]) => words!.split('\n').length)).toEqual([4, 2])
  })

  it('keeps interview turns apart', () => {
    const text = '**记者：**您担心吗？\n**陈默：**担心。\n**记者：**为什么？\n**陈默：**因为太快。'
    expect(read(text)).toHaveLength(4)
  })

  it('gives ordered blocks that do not overlap, whatever the text', () => {
    const pieces = fc.constantFrom(
      '# ',
      '- ',
      '> ',
      '|',
      ' | ',
      '---',
      '```',
      '\n',
      '\n\n',
      '字',
      'word',
      '。',
      '[^1]: ',
      '1. ',
      '**',
      '\ud800',
      '：',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 80 }), (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { start, end } of splitBlocks(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
