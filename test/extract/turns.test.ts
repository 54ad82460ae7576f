import { describe, expect, it } from 'vitest'
import { findTurns } from '../../src/core/extract/turns.ts'
import { splitBlocks } from '../../src/core/text/blocks.ts'

const read = (text: string) =>
  findTurns(text, splitBlocks(text)).map(({ start, end, speaker, role }) => [
    role,
    speaker,
    text.slice(start, end).trim(),
  ])

describe('findTurns', () => {
  it('reads the turns of an interview, with the names as written', () => {
    const text =
      '导语一句。\n\n**某报：您担心什么？**\n\n**林岚：** 失控。\n\n还有竞争。\n\n**某报：为什么？**\n\n**林岚：** 太快了。'
    expect(read(text)).toEqual([
      ['question', '某报', '您担心什么？**'],
      ['answer', '林岚', '失控。\n\n还有竞争。'],
      ['question', '某报', '为什么？**'],
      ['answer', '林岚', '太快了。'],
    ])
  })

  it('reads headings that are nothing but a name', () => {
    const text = '# 對談\n\n### 唐宁：\n\n我們開始。\n\n### Ana Ruiz:\n\nThank you.\n\n### 唐宁：\n\n請說。'
    expect(read(text).map(([, speaker]) => speaker)).toEqual(['唐宁', 'Ana Ruiz', '唐宁'])
  })

  it('names nobody for Q and A', () => {
    const text = 'Q: Is it safe?\n\nA: No.\n\nQ: Why?\n\nA: Too fast.'
    expect(read(text)).toEqual([
      ['question', undefined, 'Is it safe?'],
      ['answer', undefined, 'No.'],
      ['question', undefined, 'Why?'],
      ['answer', undefined, 'Too fast.'],
    ])
  })

  it.each([
    ['a remark', '正文。\n\n注：数据来自报告。\n\n专家说：要小心。\n\n后文。'],
    ['a list of facts', '来源：某报\n\n作者：某人\n\n日期：2026-01-02\n\n正文。'],
    ['repeated labels of pictures', '图：一\n\n图：二\n\n图：三\n\n图：四'],
    ['addresses', 'https://a.example/1\n\nhttps://a.example/2\n\nhttps://a.example/3\n\nhttps://a.example/4'],
    ['nothing', ''],
  ])('finds no turns in %s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})
