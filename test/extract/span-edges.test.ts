import { describe, expect, it } from 'vitest'
import {
  countBetween,
  MARKS,
  type Marked,
  readMarked,
  SAID,
  saidBefore,
  VERBS,
} from '../../src/core/extract/between.ts'
import { buildReading } from '../../src/core/extract/reading.ts'
import {
  AFTER,
  FIRST_WORD,
  HEAD,
  HOLDS,
  LAST_WORD,
  NEXT,
  PREVIOUS,
  readEdges,
} from '../../src/core/extract/span-edges.ts'
import { foldChars } from '../../src/core/text/script.ts'
import type { Span } from '../../src/core/text/sentences.ts'

/** What is said of the words between ⟦ and ⟧, as words of the facets. */
function edges(marked: string) {
  const text = marked.replace(/[⟦⟧]/g, '')
  const span = { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 }
  const found = readEdges(foldChars(text), span)
  return {
    first: FIRST_WORD.words[found.first],
    last: LAST_WORD.words[found.last],
    next: NEXT.words[found.next],
    previous: PREVIOUS.words[found.previous],
    after: AFTER.words[found.after],
    holds: HOLDS.words[found.holds],
    head: HEAD.words[found.head],
  }
}

describe('readEdges', () => {
  it.each<[marked: string, expected: Partial<ReturnType<typeof edges>>]>([
    ['⟦技术人员⟧达到96人', { first: 'noun', last: 'noun', next: 'verb', head: 'person', after: 'word' }],
    ['在初⟦始阶段⟧，约12%', { last: 'noun', next: 'mark' }],
    ['⟦目前公司⟧有8%', { first: 'function', next: 'verb', head: 'body' }],
    ['目標⟦公司⟧則已增加8%', { first: 'noun', next: 'word' }],
    ['用了⟦三年之内训练⟧', { holds: 'number', next: 'mark', previous: 'word' }],
    ['该公司⟦去年期间⟧', { holds: 'time' }],
    ['共有16⟦款模型⟧参加', { after: 'number', head: 'model', next: 'verb' }],
    [
      '⟦The model⟧ scored 96%',
      { first: 'latin', last: 'latin', next: 'verb', head: 'model', previous: 'mark' },
    ],
    ['we tested ⟦sixteen labs⟧ in May', { head: 'body', next: 'verb', previous: 'verb' }],
    ['⟦Forty workers⟧, 8%', { head: 'person', next: 'mark' }],
    ['of the ⟦letters⟧ 8%', { head: 'thing', next: 'mark' }],
  ])('%s', (marked, expected) => {
    expect(edges(marked)).toMatchObject(expected)
  })

  it('reads the traditional script as the simplified one', () => {
    expect(edges('⟦技術人員⟧達到96人')).toEqual(edges('⟦技术人员⟧达到96人'))
    expect(edges('共有16⟦款模型⟧參加')).toEqual(edges('共有16⟦款模型⟧参加'))
  })

  it('stays within the text', () => {
    expect(edges('⟦模型⟧')).toMatchObject({ next: 'mark', previous: 'mark', after: 'word' })
    expect(edges('⟦model⟧')).toMatchObject({ next: 'mark', previous: 'mark', after: 'word' })
  })
})

const read = (text: string) =>
  buildReading(text, foldChars(text), {
    lang: /[a-z]/.test(text) ? 'en' : 'zh-Hans',
    blocks: [],
    sentences: [],
    entities: [],
  })

/** The codes that are noted. */
function between(marked: Marked, span: Span, figure: Span) {
  const codes: number[] = []
  countBetween(codes, marked, span, figure)
  return { marks: codes[MARKS.slot]!, verbs: codes[VERBS.slot]! }
}

describe('countBetween', () => {
  it.each<[text: string, words: string, figure: string, marks: string, verbs: string]>([
    ['这家公司去年测试模型，结果成功率达到96%', '这家公司', '96%', '1', '1'],
    ['成功率96%', '成功率', '96%', '0', '0'],
    ['96%、8%和5%，都来自该模型', '该模型', '96%', '2', '2'],
    ['the lab was founded in May, and it has 96 people', 'the lab', '96', '1', '3'],
  ])('%s: %s', (text, words, figure, marks, verbs) => {
    const reading = read(text)
    const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
    const found = between(readMarked(reading, { start: 0, end: text.length }), spanOf(words), spanOf(figure))
    expect([MARKS.words[found.marks], VERBS.words[found.verbs]]).toEqual([marks, verbs])
  })

  it('says nothing of what stands outside its stretch', () => {
    const marked = readMarked(read('模型。成功率96%'), { start: 3, end: 9 })
    expect(between(marked, { start: 0, end: 2 }, { start: 6, end: 9 })).toEqual({ marks: 0, verbs: 0 })
    expect(between(marked, { start: 3, end: 12 }, { start: 6, end: 9 })).toEqual({ marks: 0, verbs: 0 })
  })
})

describe('saidBefore', () => {
  it('tells the words of the title and of the sentences before from new ones', () => {
    const text = `安全报告。${'这里没有数字。'.repeat(30)}有人提到新模型。成功率是96%`
    const sentence = { start: text.indexOf('成功率'), end: text.length }
    const said = (words: string) => SAID.words[saidBefore(read(text), sentence, { words })]
    expect(said('安全报告')).toBe('title')
    expect(said('新模型')).toBe('before')
    expect(said('成功率')).toBe('new')
  })

  it('is asked anew for each sentence', () => {
    const reading = read(`${'这里没有数字。'.repeat(30)}新模型来了。新模型的成功率是96%`)
    const facts = { words: '新模型' }
    const codeIn = (start: number) =>
      SAID.words[saidBefore(reading, { start, end: reading.text.length }, facts)]
    const first = reading.text.indexOf('新模型')
    expect([codeIn(first), codeIn(first + 6), codeIn(first)]).toEqual(['new', 'before', 'new'])
  })
})
