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

  it('reads questions that are set off in bold, with no label, where somebody was asked', () => {
    const head = '# On audits\n\nWe spoke to Ruth Adeyemi.\n\n'
    const text =
      '**Do they work?**\n\nNo.\n\n**Why not, if I may?**\n\nPaper.\n\nMuch of it.\n\n**You left.**\n\nYes.\n\n**And now?**\n\nRest.'
    expect(read(head + text).map(([role, , words]) => `${role}: ${words}`)).toEqual([
      'question: **Do they work?**',
      'answer: No.',
      'question: **Why not, if I may?**',
      'answer: Paper.\n\nMuch of it.',
      'question: **You left.**',
      'answer: Yes.',
      'question: **And now?**',
      'answer: Rest.',
    ])
    expect(read(`# Frequent questions\n\n${text}`)).toEqual([])
  })

  it.each([
    [
      'a reporter of each outlet',
      '联合报记者：多少件？|王部长：120 件。|中央社记者：预算呢？|王部长：8 亿元。|李署长：加 9 人。',
      '联合报记者? 王部长 中央社记者? 王部长 李署长',
    ],
    [
      'a remark behind the name',
      '記者（聯合報）：多少件？|部長（王建民）：120 件。|記者（中央社）：預算呢？|部長（王建民）：8 億元。',
      '記者? 部長 記者? 部長',
    ],
    [
      'what the voice does',
      '主持人：开始。|王部长致辞：去年 90 件。|记者问：今年呢？|王部长答：120 件。',
      '主持人? 王部长 记者? 王部长',
    ],
    [
      'brackets',
      '【記者】多少件？|【王部長】120 件。|【記者】預算呢？|【王部長】8 億元。',
      '記者? 王部長 記者? 王部長',
    ],
    [
      'a line of its own',
      '**记者**|多少件？|**王部长**|120 件。|**记者**|预算呢？|**王部长**|8 亿元。',
      '记者? 王部长 记者? 王部长',
    ],
    [
      'a list',
      '- 記者：多少件？|- 王部長：120 件。|- 記者：預算呢？|- 王部長：8 億元。',
      '記者? 王部長 記者? 王部長',
    ],
    ['one question and one answer', '记者：多少件？|王部长：120 件。', '记者? 王部长'],
    [
      'a chair and those who are called once',
      '主持人：請說明。|數位部王建民部長：120 件。|警察局李雅婷局長：45 個。|主持人：謝謝。',
      '主持人? 數位部王建民部長 警察局李雅婷局長 主持人?',
    ],
    ['questions without a label', '**多少件？**|林岚：120 件。|**预算呢？**|林岚：8 亿元。', '林岚 林岚'],
    ['numbered questions', 'Q1：多少件？|A1：120 件。|Q2：预算呢？|A2：8 亿元。', '-? - -? -'],
    [
      'titles with a period',
      'Mr. Okafor: How many?|Dr. Lindqvist: 412.|Mr. Okafor: And cost?|Dr. Lindqvist: $2m.',
      'Mr. Okafor? Dr. Lindqvist Mr. Okafor? Dr. Lindqvist',
    ],
    [
      'capitals',
      'THE CHAIR: How many?|MS. LINDQVIST: 412.|THE CHAIR: And cost?|MS. LINDQVIST: $2m.',
      'THE CHAIR? MS. LINDQVIST THE CHAIR? MS. LINDQVIST',
    ],
    [
      'times before the name',
      '[00:12] Ana Ruiz: How many?|[00:40] Per Lind: 412.|[01:02] Ana Ruiz: And cost?|[01:10] Per Lind: $2m.',
      'Ana Ruiz? Per Lind Ana Ruiz? Per Lind',
    ],
    [
      'times behind the name',
      'Ana Ruiz (00:12): How many?|Per Lind (00:40): 412.|Ana Ruiz (01:02): And cost?|Per Lind (01:10): $2m.',
      'Ana Ruiz? Per Lind Ana Ruiz? Per Lind',
    ],
    [
      'a line with a time',
      'Ana Ruiz 00:12|How many?|Per Lind 00:40|We counted 412.|Ana Ruiz 01:02|And cost?|Per Lind 01:10|About $2m.',
      'Ana Ruiz? Per Lind Ana Ruiz? Per Lind',
    ],
    [
      'the record of a hearing',
      'Senator OKAFOR. How many?|Dr. LINDQVIST. We counted 412.|Senator OKAFOR. And cost?|Dr. LINDQVIST. About $2m.',
      'Senator OKAFOR? Dr. LINDQVIST Senator OKAFOR? Dr. LINDQVIST',
    ],
    ['a deposition', 'Q. How many?|A. We counted 412.|Q. And cost?|A. About $2m.', '-? - -? -'],
    [
      'dashes',
      'Ana Ruiz — How many?|Per Lind — 412.|Ana Ruiz — And cost?|Per Lind — $2m.',
      'Ana Ruiz? Per Lind Ana Ruiz? Per Lind',
    ],
  ])('reads labels with %s', (_, lines, voices) => {
    const found = read(`# 记录\n\n${lines.replaceAll('|', '\n\n')}\n`)
    expect(
      found.map(([role, speaker]) => `${speaker ?? '-'}${role === 'question' ? '?' : ''}`).join(' '),
    ).toBe(voices)
  })

  it.each([
    [
      '# 致词全文\n\n以下为数字部部长王建民在记者会上的致词全文。\n\n去年 4,210 件。',
      '王建民',
      '去年 4,210 件。',
    ],
    ['# Remarks by Per Lindqvist at the forum\n\nWe counted 412.', 'Per Lindqvist', 'We counted 412.'],
    [
      '# Forum\n\nThe following is the prepared testimony of Dr. Per Lind before us.\n\nWe counted 412.',
      'Dr. Per Lind',
      'We counted 412.',
    ],
  ])('reads a speech that the text gives in full: %j', (text, speaker, words) => {
    expect(read(text)).toEqual([['answer', speaker, words]])
  })

  it('reads names with a time on lines of their own, and no chapters of a recording', () => {
    const words = 'Liron Katz 0:00:15\n\nWe have 12.\n\nDaniel 0:00:23\n\nWe have 14.'
    expect(read(words).map(([, speaker]) => speaker)).toEqual(['Liron Katz', 'Daniel'])
    expect(read('Opening 0:00\nRuben Kalt 1:20\nPricing 2:40\nIt costs $40.')).toEqual([])
  })

  it('leaves an unlabelled question out of the answer before it', () => {
    const text = '多少件？\n\n林岚：120 件。\n\n预算呢？\n\n林岚：8 亿元。'
    expect(read(text).map(([, , words]) => words)).toEqual(['120 件。', '8 亿元。'])
  })

  it.each([
    ['a remark', '正文。\n\n注：数据来自报告。\n\n专家说：要小心。\n\n后文。'],
    ['a list of facts', '来源：某报\n\n作者：某人\n\n日期：2026-01-02\n\n正文。'],
    ['repeated labels of pictures', '图：一\n\n图：二\n\n图：三\n\n图：四'],
    ['addresses', 'https://a.example/1\n\nhttps://a.example/2\n\nhttps://a.example/3\n\nhttps://a.example/4'],
    ['sections in brackets', '【背景】多年来。\n\n【结论】不足。\n\n【背景】另有。\n\n【结论】无。'],
    ['terms and what they mean', 'Recall — share found.\n\nPrecision — share right.\n\nRecall — again.'],
    ['times', '12:30 开始\n\n13:40 结束\n\n12:30 开始\n\n13:40 结束'],
    ['a statement of whoever publishes it', '# Statement from Ana Ruiz on tests\n\nWe will test.'],
    ['nothing', ''],
  ])('finds no turns in %s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})
