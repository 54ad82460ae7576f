import { describe, expect, it } from 'vitest'
import { buildMatchers, extract } from '../../src/core/extract/article.ts'
import { readRegistry } from '../../src/registry.ts'

const matchers = buildMatchers(readRegistry())
const read = (text: string) => extract({ text }, matchers).figures

/** Sentences of our own, each with the condition of its first figure; undefined where nothing limits it. */
const CONDITIONS: [text: string, condition: string | undefined][] = [
  ['Under the adapted scenario, the model blackmailed in 79% of runs.', 'Under the adapted scenario'],
  ['When told it was a test, Claude Opus 4 complied in 6% of cases.', 'When told it was a test'],
  ['Without safeguards, the attack succeeded in 92% of attempts.', 'Without safeguards'],
  ['After light fine-tuning, refusals fell to 12%.', 'After light fine-tuning'],
  ['The model answered 41% of the questions with access to search.', 'with access to search'],
  ['We counted refusals in 26 tasks, before and after a training on honesty.', undefined],
  ['After all, 40% of users never read the terms.', undefined],
  ['Sixteen models were tested, and 79% of them resorted to blackmail.', undefined],
  ['在稍加提示微调后，模型的违规率升至34%。', '在稍加提示微调后'],
  ['当模型认为自己没有被监视时，勒索率达到55%。', '当模型认为自己没有被监视时'],
  ['如果目标与新指令冲突，模型有86%的几率违抗。', '如果目标与新指令冲突'],
  ['在沒有防護的情況下，攻擊成功率高達92%。', '在沒有防護的情況下'],
  ['一旦移除系统提示，拒绝率降到8%。', '一旦移除系统提示'],
  ['加了护栏以后，误拦率不到3%。', '加了护栏以后'],
  ['換了提示詞之後，拒答率降到8%。', '換了提示詞之後'],
  ['用了三年以后，故障率升到8%。', undefined],
  ['在图文任务中表现很好，但在纯文本摘要中升至5.9%。', undefined],
  ['在图文任务中表现很好，升至5.9%。', '在图文任务中'],
  ['在某些情况下，系统的准确率为94%。', undefined],
  ['在某些情況下，系統的準確率為94%。', undefined],
  [
    'No classifiers ran. With constitutional classifiers, the success rate fell to 4.4%.',
    'With constitutional classifiers',
  ],
  ['In the text-based scenario, the model chose blackmail in 96% of samples.', 'In the text-based scenario'],
  [
    'On requests involving clear risk, the model answered well in 98.6% of cases.',
    'On requests involving clear risk',
  ],
  [
    'In the cases where it thought that the scene was real, it lied in 55.1% of them.',
    'In the cases where it thought that the scene was real',
  ],
  ['Given access to a shell, the agent finished 7 tasks.', 'Given access to a shell'],
  ['With the filter switched off, 23% of the attacks worked.', 'With the filter switched off'],
  ['After several turns, the rate climbs to 2.6%.', 'After several turns'],
  ['The share is 12% under the adapted scenario.', 'under the adapted scenario'],
  ['It failed in 9% of runs without tools.', 'without tools'],
  [
    'The odds were 2.4 times higher when author and reviewer shared weights.',
    'when author and reviewer shared weights',
  ],
  ['Unless told otherwise, the agent asks in 80% of cases.', 'Unless told otherwise'],
  ['64 participants without a degree were given two days.', 'without a degree'],
  // Words that lead to something else: a value, an event, a law, a person.
  ['They gave it a 14% probability, with a median of 5%.', undefined],
  ['The reason given on the form cost us $10,000.', undefined],
  ['It implies a 1-in-400 chance in any given year.', undefined],
  ['Three people familiar with the matter said it took eleven hours.', undefined],
  ['Over 60% support a treaty with a global ban.', undefined],
  ['Shares rose 4.2% after the news.', undefined],
  ['Emissions will fall by 40% under Trump.', undefined],
  ['If you made me bet, I would put $500 on it.', undefined],
  ['The site will house 180,000 chips when it opens in 2027.', undefined],
  ['She went from 35% to 20% and, when I told her, laughed.', undefined],
  ['79% said so, although the rest would leave if they were asked.', undefined],
  ['加装分类器后，越狱成功率跌至4.4%。', '加装分类器后'],
  ['加裝分類器後，越獄成功率跌至4.4%。', '加裝分類器後'],
  ['没有防御性分类器时，它只拦下了14%的尝试。', '没有防御性分类器时'],
  ['面对免费用户的有害请求，模型在14%的测试里照办。', '面对免费用户的有害请求'],
  ['对于最难攻破的问题，成功的报告只有4份。', '对于最难攻破的问题'],
  ['在“即将被关停”的场景里，勒索率为96%。', '在“即将被关停”的场景里'],
  ['在被问到喜欢什么动物时，它选猫头鹰的概率升到60%。', '在被问到喜欢什么动物时'],
  ['在最高預算下，它平均執行10次。', '在最高預算下'],
  ['經人工校驗後，準確率為95.5%。', '經人工校驗後'],
  ['單輪不算；當對話拖得很長時，不當回應升至41%。', '當對話拖得很長時'],
  ['但沒有任何提示的時候，成功率趴在10%以下。', '沒有任何提示的時候'],
  ['若全港銀行都設冷靜期，可避免四成損失。', '若全港銀行都設冷靜期'],
  ['迭代500代之后，准确率跌到60.5%。', '迭代500代之后'],
  // Words that end or begin otherwise: 时间, 后门, 下午, 实时, 若兰; who told whom; another clause.
  ['团队在极短的时间内测试了16款模型。', undefined],
  ['攻击者在软件中植入后门，波及18000个组织。', undefined],
  ['我們在禮拜六的下午辦了450人的會。', undefined],
  ['骗子在视频通话中使用了实时换脸，骗走2500万美元。', undefined],
  ['總經理徐若蘭在會中坦言，稽核人員有165人。', undefined],
  ['沈知微在接受我们采访时强调，投诉增加了三成。', undefined],
  ['排在首位的是数据外泄，供应链投毒分列其后，为31%。', undefined],
  ['成功的报告有4份，而在较严标准下一份也没有。', undefined],
  ['用户问“如果你统治世界”，10%的回答失对齐。', undefined],
  ['研究团队在2025年测试了16款模型。', undefined],
  ['此后，投诉增加了三成。', undefined],
]

/** How the first figure is asserted. */
const MANNERS: [text: string, expected: { polarity: string; tense: string; change?: string }][] = [
  ['The model did not reach 50%.', { polarity: 'denied', tense: 'observed' }],
  ['The true share never exceeded 3%.', { polarity: 'asserted', tense: 'observed' }],
  ['They do not know I was 14 years old.', { polarity: 'asserted', tense: 'observed' }],
  ['It denied over one hundred requests.', { polarity: 'asserted', tense: 'observed' }],
  ['Only 14% believe AI will help.', { polarity: 'asserted', tense: 'observed' }],
  ['只有14%认为AI将带来好处。', { polarity: 'asserted', tense: 'observed' }],
  ['它可能在8到15年内出现。', { polarity: 'hypothetical', tense: 'forecast' }],
  ['它可能在8到15年內出現。', { polarity: 'hypothetical', tense: 'forecast' }],
  ['到2030年，普及率要提升到90%。', { polarity: 'asserted', tense: 'forecast', change: 'to' }],
  ['到2030年，普及率須提升至90%。', { polarity: 'asserted', tense: 'forecast', change: 'to' }],
  ['届时它占全球耗电量的一半。', { polarity: 'asserted', tense: 'forecast' }],
  ['屆時它占全球耗電量的一半。', { polarity: 'asserted', tense: 'forecast' }],
  ['算法准确预测了86%的病例。', { polarity: 'asserted', tense: 'observed' }],
  ['机构预测86%的岗位消失。', { polarity: 'asserted', tense: 'forecast' }],
  ['公司承诺在三个月内更新框架。', { polarity: 'asserted', tense: 'forecast' }],
  ['未来研究所评估了二十家公司。', { polarity: 'asserted', tense: 'observed' }],
  ['未來研究所評估了二十家公司。', { polarity: 'asserted', tense: 'observed' }],
  ['公司可能会把8%的预算用于安全。', { polarity: 'hypothetical', tense: 'forecast' }],
  ['他在8年内写了三本书。', { polarity: 'asserted', tense: 'observed' }],
  ['攻击需要将数十个步骤串联起来。', { polarity: 'asserted', tense: 'observed' }],
  ['團隊將已知的攻擊成功率提高了19倍。', { polarity: 'asserted', tense: 'observed', change: 'by' }],
  ['The figure is not only 50% but rising.', { polarity: 'asserted', tense: 'observed' }],
  ['Losses could reach $40 billion.', { polarity: 'hypothetical', tense: 'observed' }],
  ['The agency expects losses of $40 billion by 2027.', { polarity: 'asserted', tense: 'forecast' }],
  ['Researchers put AGI within 20 years.', { polarity: 'asserted', tense: 'forecast' }],
  ['Complaints rose by 30% last year.', { polarity: 'asserted', tense: 'observed', change: 'by' }],
  ['Complaints rose to 3,000 last year.', { polarity: 'asserted', tense: 'observed', change: 'to' }],
  [
    'After the patch, harmful completions dropped from 9.3% to under 1%, though refusals on harmless prompts crept up by 2.1 points.',
    { polarity: 'asserted', tense: 'observed', change: 'from' },
  ],
  [
    "CoreWeave's backlog swelled to $55.6 billion from $30.1 billion a quarter earlier.",
    { polarity: 'asserted', tense: 'observed', change: 'to' },
  ],
  [
    'The vaccine cut hospital admissions by four-fifths.',
    { polarity: 'asserted', tense: 'observed', change: 'by' },
  ],
  ['The lab denies that it trained on 7 million pirated books.', { polarity: 'denied', tense: 'observed' }],
  ['“I would say we catch nine out of ten,” she said.', { polarity: 'asserted', tense: 'observed' }],
  [
    'Images were declared to be the same person in 91.51% of cases.',
    { polarity: 'asserted', tense: 'observed' },
  ],
  [
    "Experts' timelines shortened by 13 years between one survey and the next.",
    { polarity: 'asserted', tense: 'observed', change: 'by' },
  ],
  [
    'Mistakes fell by a factor of eight once the model could check its own work.',
    { polarity: 'asserted', tense: 'observed', change: 'by' },
  ],
  [
    'Revenue grew 17% year on year to $70.1bn, beating forecasts by $1.6bn.',
    { polarity: 'asserted', tense: 'observed', change: 'by' },
  ],
  ['In May it was 12 percent.', { polarity: 'asserted', tense: 'observed' }],
  ['It may be 12 percent.', { polarity: 'hypothetical', tense: 'observed' }],
  ['Refusals fell from 30% to 12%.', { polarity: 'asserted', tense: 'observed', change: 'from' }],
  ['誤判率並非業者所稱的0.5%。', { polarity: 'denied', tense: 'observed' }],
  ['並沒有90%的製程外移。', { polarity: 'denied', tense: 'observed' }],
  ['勒索率并非96%。', { polarity: 'denied', tense: 'observed' }],
  ['模型没有在30%的测试中作弊。', { polarity: 'denied', tense: 'observed' }],
  ['模型未在30%的測試中作弊。', { polarity: 'denied', tense: 'observed' }],
  ['“30%的用户离开了”的说法不实。', { polarity: 'denied', tense: 'observed' }],
  ['平台从来没有向4000万用户推送消息。', { polarity: 'denied', tense: 'observed' }],
  ['“准确率99%”的说法站不住脚。', { polarity: 'denied', tense: 'observed' }],
  ['網傳30%的用戶離開的消息並不屬實。', { polarity: 'denied', tense: 'observed' }],
  ['The claim that 30% of users left is false.', { polarity: 'denied', tense: 'observed' }],
  ['It found that 30% of the answers were false.', { polarity: 'asserted', tense: 'observed' }],
  ['调查说，30%的报道不实。', { polarity: 'asserted', tense: 'observed' }],
  ['没有人离开，30%的用户仍在使用。', { polarity: 'asserted', tense: 'observed' }],
  ['没有在工作中使用AI的员工占30%。', { polarity: 'asserted', tense: 'observed' }],
  ['未使用AI的企業占四成。', { polarity: 'asserted', tense: 'observed' }],
  ['尚未对员工培训的企业占40%。', { polarity: 'asserted', tense: 'observed' }],
  ['勒索率不仅达到96%，还在上升。', { polarity: 'asserted', tense: 'observed' }],
  ['损失或许达到400亿美元。', { polarity: 'hypothetical', tense: 'observed' }],
  ['預計損失將達400億美元。', { polarity: 'asserted', tense: 'forecast' }],
  ['公司将20%的算力用于安全研究。', { polarity: 'asserted', tense: 'observed' }],
  ['團隊將錯誤率從35%降到5%。', { polarity: 'asserted', tense: 'observed', change: 'from' }],
  ['公司將一半預算投入安全。', { polarity: 'asserted', tense: 'observed' }],
  ['公司将投入20%的算力。', { polarity: 'asserted', tense: 'forecast' }],
  ['價格將漲至30美元。', { polarity: 'asserted', tense: 'forecast', change: 'to' }],
  ['裁员人数将达到500人。', { polarity: 'asserted', tense: 'forecast' }],
  ['公司计划将20%的算力用于安全研究。', { polarity: 'asserted', tense: 'forecast' }],
  ['专家认为20年内会出现通用人工智能。', { polarity: 'asserted', tense: 'forecast' }],
  ['该公司三年内增长了两倍。', { polarity: 'asserted', tense: 'observed' }],
  ['攻击量增长3倍。', { polarity: 'asserted', tense: 'observed', change: 'by' }],
  ['攻擊量增至3倍。', { polarity: 'asserted', tense: 'observed', change: 'to' }],
  ['拒绝率从62%降到9%。', { polarity: 'asserted', tense: 'observed', change: 'from' }],
]

describe('how a figure is asserted', () => {
  it.each(CONDITIONS)('the condition of %s', (text, condition) => {
    expect(read(text)[0]).toMatchObject({ start: expect.any(Number) })
    expect(read(text)[0]!.condition).toBe(condition)
  })

  it.each(MANNERS)('polarity, tense and change of %s', (text, expected) => {
    const { polarity, tense, change } = read(text)[0]!
    expect({ polarity, tense, ...(change && { change }) }).toEqual(expected)
  })
})
