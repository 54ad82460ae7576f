import { describe, expect, it } from 'vitest'
import { findPhrases } from '../../src/core/extract/phrases.ts'
import { foldChars } from '../../src/core/text/script.ts'

const phrases = (text: string) => {
  const folded = foldChars(text)
  return findPhrases(folded, 0, folded.length).phrases.map(({ start, end }) => text.slice(start, end))
}

describe('findPhrases', () => {
  it.each<[text: string, expected: string[]]>([
    [
      'The phishing emails reached 54% of recipients in the trial group',
      ['phishing emails', 'recipients', 'trial group'],
    ],
    ['This module achieves 93% accuracy on held-out data, it says', ['module', 'accuracy', 'held-out data']],
    ['A federal judge fined the company $25,000 for contempt', ['federal judge', 'company', 'contempt']],
    ['small firms use AI tools', ['small firms', 'AI tools']],
    ['他们系统梳理了843篇研究', ['研究']],
    ['金融城警方称AI诈骗多赚4.5倍', ['金融城警方', 'AI诈骗多']],
    ['估计超级智能出现的概率在10%以上', ['超级智能', '概率']],
    ['網絡攻擊激增1200%', ['網絡攻擊']],
    ['該公司收集了300萬張人臉照片', ['該公司', '張人臉照片']],
    ['；大型業者則僅8%', ['大型業者']],
    ['中小企業也超過三成', ['中小企業']],
    ['目前公司的毛利率是72%', ['公司', '毛利率']],
  ])('%s', (text, expected) => {
    expect(phrases(text)).toEqual(expected)
  })

  it.each<[text: string, expected: string[]]>([
    ['模型在测试中达到96%', ['在', '达到']],
    ['該公司將增聘40名員工', ['將']],
    ['the model was tested and scored 96%', ['was', 'tested', 'and', 'scored']],
  ])('tells where predicates begin: %s', (text, expected) => {
    const folded = foldChars(text)
    const { predicates } = findPhrases(folded, 0, folded.length)
    expect(predicates.length).toBeGreaterThan(0)
    for (const [index, word] of expected.entries())
      expect(text.slice(predicates[index]!)).toMatch(new RegExp(`^${word}`))
  })

  it('gives the same phrases again: the shared patterns keep no place', () => {
    const text = '超级智能出现的概率在10%以上，网络攻击激增'
    expect(phrases(text)).toEqual(phrases(text))
  })
})
