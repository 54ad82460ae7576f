import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, it } from 'vitest'
import { foldToHans } from '../../src/core/text/hans.ts'
import { detectForeign, detectLang, foldChars } from '../../src/core/text/script.ts'

describe('detectLang', () => {
  it.each([
    ['The model refused in 79 of 100 runs.', 'en'],
    ['模型在一百次测试中拒绝了七十九次。', 'zh-Hans'],
    ['模型在一百次測試中拒絕了七十九次。', 'zh-Hant'],
    ['OpenAI 发布 GPT-5：安全评测显示风险上升', 'zh-Hans'],
    ['OpenAI 發布 GPT-5：安全評測顯示風險上升', 'zh-Hant'],
    ['In Beijing (北京), the institute said the results were new.', 'en'],
    ['见 https://example.org/a/very/long/path/with/many/english/words 的报告', 'zh-Hans'],
    ['', 'en'],
    ['96%', 'en'],
  ])('%s is %s', (text, lang) => {
    expect(detectLang(text)).toBe(lang)
  })

  it('tells the script where most characters are shared', () => {
    expect(detectLang('人工智慧在台灣的發展')).toBe('zh-Hant')
    expect(detectLang('人工智能在台湾的发展')).toBe('zh-Hans')
  })
})

describe('detectForeign (H7)', () => {
  it.each([
    ['日本の研究者は、モデルの96%が嘘をついたと述べた。これは大きな問題である。', 'Japanese'],
    ['연구원들은 모델의 96%가 거짓말을 했다고 말했다.', 'Korean'],
    ['研究人員說，九成六的模型撒謊。', undefined],
    [
      'Researchers at 東京大学 and ソニー said that 96% of the models had lied to those who ran the tests.',
      undefined,
    ],
    ['研究人员说，索尼（ソニー）的模型在九成六的测试中撒谎，其他公司的模型则没有这样做。', undefined],
    ['', undefined],
  ])('%s is %s', (text, language) => expect(detectForeign(text)).toBe(language))
})

describe('foldChars', () => {
  it.each([
    ['臺灣', '台湾'],
    ['ＧＰＴ－４ｏ', 'gpt-4o'],
    ['GPT‑4o', 'gpt-4o'],
    ['９５％', '95%'],
    ['裡面、裏面、里面', '里面、里面、里面'],
    ['說／説', '说/说'],
    ['什麼、什麽、什么', '什么、什么、什么'],
    ['瞭解、憑藉', '了解、凭借'],
    ['約翰・史密斯、約翰‧史密斯', '约翰·史密斯、约翰·史密斯'],
    ['Ｍｅｔａ’s', "meta's"],
    ['Ünïcode', 'ünïcode'],
    ['👩‍🔬 B', '👩‍🔬 b'],
  ])('%s folds to %s', (text, folded) => {
    expect(foldChars(text)).toBe(folded)
  })

  it('keeps every offset and folds no further the second time', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
        .map((units) => String.fromCharCode(...units)),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const folded = foldChars(text)
        expect(folded.length).toBe(text.length)
        expect(foldChars(folded)).toBe(folded)
      }),
    )
  })

  it('makes a Simplified text and its Traditional conversion one where characters correspond', () => {
    const toHant = Converter({ from: 'cn', to: 't' })
    const text = '研究人员发现十六款主流模型会勒索高管，比例达到百分之九十六'
    expect(foldChars(toHant(text))).toBe(foldChars(text))
  })

  it('folds at least 20 MB a second', () => {
    const text = '模型在測試中拒絕了 79% of the requests。'.repeat(40_000)
    const seconds = [1, 2, 3, 4, 5].map(() => {
      const started = process.cpuUsage()
      foldChars(text)
      return process.cpuUsage(started).user / 1e6
    })
    expect(Buffer.byteLength(text) / 1e6 / Math.min(...seconds)).toBeGreaterThan(20)
  })
})

describe('foldToHans', () => {
  it('knows phrases, which characters alone do not tell', () => {
    expect(foldToHans('乾淨的頭髮')).toBe('干净的头发')
  })
})
