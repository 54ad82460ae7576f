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
    // Contracted verbs, irregular pasts and adverbs of degree belong to no noun.
    ['The firm wouldn’t confirm the price', ['firm', 'confirm', 'price']],
    ['The rate went down', ['rate']],
    ['Roughly sixty firms', ['sixty firms']],
    ['I’d put the odds at a third', ['put', 'odds', 'third']],
    ['他们系统梳理了843篇研究', ['研究']],
    // The marks of a dateline; what stands before 后 says when.
    ['【本報訊】東區醫院引進系統', ['本報訊', '東區醫院', '系統']],
    ['【本报讯】东区医院引进系统', ['本报讯', '东区医院', '系统']],
    ['开完视频会议后，善后服务', ['善后服务']],
    ['開完視訊會議後，善後服務', ['善後服務']],
    ['金融城警方称AI诈骗多赚4.5倍', ['金融城警方', 'AI诈骗多']],
    ['估计超级智能出现的概率在10%以上', ['超级智能', '概率']],
    ['網絡攻擊激增1200%', ['網絡攻擊']],
    ['該公司收集了300萬張人臉照片', ['該公司', '張人臉照片']],
    ['；大型業者則僅8%', ['大型業者']],
    ['中小企業也超過三成', ['中小企業']],
    ['目前公司的毛利率是72%', ['公司', '毛利率']],
    // A particle or verb inside a noun parts nothing.
    ['对照组得分为59%', ['对照组']],
    ['該基金會向12個項目撥款', ['該基金會', '項目']],
    ['董事会以5票通过', ['董事会']],
    ['理由由公司给出', ['理由', '公司']],
    ['邮轮目的地共12个', ['邮轮目的地']],
    ['指令令模型失准', ['指令', '模型失准']],
    ['英伟达卖出50万块', ['英伟达']],
    ['公共部门占三成', ['公共部门']],
    // 该项目 keeps its noun; what stands before a number goes with it.
    ['该项目距离地铁站约500米', ['该项目', '地铁站']],
    ['2019年度大会收到论文300篇', ['大会', '论文']],
    ['資料中心用電量到2030年將翻倍', ['資料中心用電量', '翻倍']],
    ['行程近两万公里', ['行程']],
    ['全台平均判讀時間縮短', ['全台', '判讀時間']],
    ['议会日前表决', ['议会', '表决']],
    // Words that hold 在, 比, 会, 能 or 称 are not cut in two; where these are words of their own, they part.
    ['研究员现在通过三关', ['研究员', '三关']],
    ['潛在風險高於預期', ['風險', '預期']],
    ['模型在训练中失准', ['模型', '训练中失准']],
    ['清洁能源占比为三成', ['清洁能源占比']],
    ['跨部會預算為2億元', ['跨部會預算']],
    ['消费者公会认为', ['消费者公会']],
    ['抽水蓄能电站有两座', ['抽水蓄能电站']],
    ['厂商宣称准确率为98%', ['厂商', '准确率']],
    ['实验室成立于2019年', ['实验室']],
    ['警方会公布结果', ['警方']],
    // A verb that makes a noun with what follows; turns of speech and adverbs name nothing.
    ['反對者當中有三成', ['反對者當中']],
    ['模型的拒绝率为3%', ['模型', '拒绝率']],
    ['众所周知的风险有三个', ['风险']],
    ['大概要二十年', []],
    ['聽起來不錯', []],
    // 八成七 is one number.
    ['八成七受訪教師滿意', ['受訪教師']],
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
