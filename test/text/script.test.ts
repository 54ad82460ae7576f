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
    ['帳戶、帳號、帐单', '账户、账号、账单'],
    ['復甦、彷彿、祇有、妳、牠', '复苏、仿佛、只有、你、它'],
    ['反覆、回覆、答覆、反反覆覆', '反复、回复、答复、反反复复'],
    ['覆蓋、顛覆、反覆蓋、覆盖', '覆盖、颠覆、反覆盖、覆盖'],
    ['想像不到的影像、好像', '想象不到的影像、好像'],
    ['計畫、企畫、規畫、策畫', '计划、企划、规划、策划'],
    ['畫面、圖畫、設計畫面、常規畫面', '画面、图画、设计画面、常规画面'],
    ['隨著、接著、討論著、談論著', '随着、接着、讨论着、谈论着'],
    ['著名、顯著、著作、專著、論著、著者', '著名、显著、著作、专著、论著、著者'],
    ['显着、顯着、显示着', '显著、显著、显示着'],
    ['部份、身份、成份、股份、份額、部份額', '部分、身分、成分、股份、份额、部份额'],
    ['甚麼、甚麽、甚至', '什么、什么、甚至'],
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

  it('makes one of a Simplified text and how Taiwan or Hong Kong writes its words', () => {
    const words = [
      '反复',
      '回复',
      '答复',
      '想象',
      '计划',
      '规划',
      '账户',
      '账单',
      '随着',
      '接着',
      '部分',
      '什么',
    ]
    const asWritten = '反覆 回覆 答覆 想像 計畫 規畫 帳戶 帳單 隨著 接著 部份 甚麼'.split(' ')
    const others = ['，模型', '覆盖', '著名', '画面', '影像', '三份', '甚至', '设计']
    const toHant = Converter({ from: 'cn', to: 't' })
    const piece = fc.oneof(
      fc.nat({ max: words.length - 1 }).map((at) => ({ hans: words[at]!, hant: asWritten[at]! })),
      fc.constantFrom(...others).map((hans) => ({ hans, hant: toHant(hans) })),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const hans = pieces.map((one) => one.hans).join('、')
        const hant = pieces.map((one) => one.hant).join('、')
        expect(foldChars(hant)).toBe(foldChars(hans))
        expect(foldChars(hant).length).toBe(hant.length)
      }),
    )
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
