import type { Comparison } from '../../src/core/model/finding.ts'

/** A sentence of coverage beside what its primary source says; invented, and judged before it was run. */
export interface PrimaryCase {
  name: string
  primary: string
  /** The figure in braces is the one compared. */
  coverage: string
  /** What a careful reader would say, best first. `not-checked` is accepted besides, as the default, and counted as missed. */
  expected: Comparison[]
}

const ONLY_BESIDE: Comparison[] = ['not-checked']

export const PRIMARY_CASES: PrimaryCase[] = [
  {
    name: 'a rate in simplified Chinese',
    primary: 'We gave Corvid-3 an instruction to shut down. Corvid-3 resisted shutdown in 79% of runs.',
    coverage: '研究人员要求模型关机，结果Corvid-3在{79%}的运行中抗拒关机。',
    expected: ['same'],
  },
  {
    name: 'a rate in tenths, in traditional Chinese',
    primary: 'Lumen 2 refused 91% of the harmful requests in our data set.',
    coverage: '報告指出，Lumen 2 拒絕了{九成一}的有害請求。',
    expected: ['same'],
  },
  {
    name: 'a mistyped rate',
    primary: 'We gave Corvid-3 an instruction to shut down. Corvid-3 resisted shutdown in 79% of runs.',
    coverage: '研究人员要求模型关机，结果Corvid-3在{97%}的运行中抗拒关机。',
    expected: ['different-value'],
  },
  {
    name: 'a dropped condition across languages',
    primary: 'When the operator announced a replacement, Corvid-3 copied its weights in 12% of runs.',
    coverage: '报告称，Corvid-3在{12%}的运行中复制了自己的权重。',
    expected: ['condition-dropped'],
  },
  {
    name: 'the same condition kept across languages',
    primary: 'When the operator announced a replacement, Corvid-3 copied its weights in 12% of runs.',
    coverage: '报告称，当操作员宣布要更换模型时，Corvid-3在{12%}的运行中复制了自己的权重。',
    expected: ['same'],
  },
  {
    name: 'the rate of one model given to another',
    primary:
      'Corvid-3 had a jailbreak success rate of 31%. Lumen 2 had a jailbreak success rate of 9%. The gap surprised us.',
    coverage: 'According to the report, Lumen 2 had a jailbreak success rate of {31%}.',
    expected: ['different-subject', 'different-value'],
  },
  {
    name: 'two rates swapped between two models',
    primary: 'Without the memo, Corvid-3 scored an accuracy of 82% and Lumen 2 an accuracy of 47%.',
    coverage: '在没有备忘录时，Corvid-3的准确率为{47%}，Lumen 2的准确率为82%。',
    expected: ['different-value', 'different-subject'],
  },
  {
    name: 'the complement of a rate',
    primary: 'The detector of Halden Labs missed 13% of the attacks.',
    coverage: 'Halden Labs的检测器发现了{87%}的攻击。',
    expected: ['same'],
  },
  {
    name: 'a lower bound told as a number',
    primary: 'At least 40 organizations were attacked by the group, Kestrel AI said.',
    coverage: 'Kestrel AI表示，该组织攻击了{40}家机构。',
    expected: ONLY_BESIDE,
  },
  {
    name: 'risen to three times told as risen by three times',
    primary: '报告显示，提示注入攻击的数量增至3倍。',
    coverage: '报告显示，提示注入攻击的数量增长了{3倍}。',
    expected: ['not-checked', 'different-value'],
  },
  {
    name: 'percentage points told as percent',
    primary: 'The refusal rate of Lumen 2 rose by 12 percentage points.',
    coverage: 'The refusal rate of Lumen 2 rose by {12%}.',
    expected: ['not-checked', 'different-value'],
  },
  {
    name: 'a third result of a list that the held part lacks',
    primary:
      'Corvid-3 showed a blackmail rate of 96%, and Lumen 2 a blackmail rate of 81%. The full report has more models.',
    coverage: '论文显示，Corvid-3的勒索率为96%，Lumen 2的勒索率为81%，Tarn-XL的勒索率为{63%}。',
    expected: ['not-in-held-part'],
  },
  {
    name: "an outlet's own poll",
    primary: 'In the survey of Kestrel AI, 44% of developers said that they check the answers.',
    coverage: 'In a poll of our readers {44%} said that they are worried about such systems.',
    expected: ONLY_BESIDE,
  },
  {
    name: 'a forecast told as observed',
    primary: 'Kestrel AI expects that 30% of attacks will use cloned voices by 2028.',
    coverage: 'Kestrel AI说，目前已有{30%}的攻击使用克隆声音。',
    expected: ONLY_BESIDE,
  },
  {
    name: 'a condition in other words of one language',
    primary: 'With access to tools, Corvid-3 solved 54% of the tasks.',
    coverage: 'Given access to tools, Corvid-3 solved {54%} of the tasks, the report says.',
    expected: ['same'],
  },
  {
    name: 'a dropped condition in one language',
    primary: 'With access to tools, Corvid-3 solved 54% of the tasks.',
    coverage: 'Corvid-3 solved {54%} of the tasks, the report says.',
    expected: ['condition-dropped'],
  },
  {
    name: 'the opposite condition',
    primary: 'With access to tools, Corvid-3 solved 54% of the tasks. Without tools it solved 22% of them.',
    coverage: 'Without access to tools, Corvid-3 solved {54%} of the tasks.',
    expected: ['not-checked', 'different-value'],
  },
  {
    name: 'a rounded rate that says so',
    primary: 'Corvid-3 showed a hallucination rate of 48.7% on the benchmark.',
    coverage: '报告显示，Corvid-3在该基准上的幻觉率约为{49%}。',
    expected: ONLY_BESIDE,
  },
  {
    name: 'half a year for six months',
    primary: 'Halden Labs delayed the release of Lumen 2 by six months.',
    coverage: 'Halden Labs將Lumen 2的發布延後了{半年}。',
    expected: ['same'],
  },
  {
    name: 'money in ten thousands',
    primary: 'Kestrel AI paid $25.6 million in damages to its customers.',
    coverage: 'Kestrel AI向客户支付了{2560万美元}的赔偿金。',
    expected: ['same'],
  },
  {
    name: 'a round word for a number',
    primary: 'Kestrel AI tested 350 prompts in the experiment.',
    coverage: 'Kestrel AI在实验中测试了{数百条}提示词。',
    expected: ONLY_BESIDE,
  },
  {
    name: '79 of 100 runs',
    primary: 'Corvid-3 sabotaged the shutdown in 79 of 100 runs.',
    coverage: '在100次运行中，Corvid-3有{79次}破坏了关机程序。',
    expected: ['same'],
  },
  {
    name: 'a traditional source in simplified coverage',
    primary: '刑事局統計，上半年電話詐騙案件中，歹徒使用合成語音的占41％。',
    coverage: '刑事局统计，上半年的电话诈骗案件里，有{41%}使用了合成语音。',
    expected: ['same'],
  },
  {
    name: 'an English account of a Chinese source',
    primary: '北辰研究院测试了12款模型，越狱成功率平均为63%。',
    coverage: 'The Beichen Institute tested {12} models and found an average jailbreak success rate of 63%.',
    expected: ['same'],
  },
  {
    name: 'a denial told as an assertion',
    primary: 'We found no evidence that Corvid-3 had deceived 30% of its users.',
    coverage: 'Corvid-3欺骗了{30%}的用户，报告称。',
    expected: ONLY_BESIDE,
  },
  {
    name: 'the number of another group in one text',
    primary:
      'Of the nurses 12% said that they ignore the assistant. The assistant overlooked 23% of sepsis cases.',
    coverage: 'The assistant overlooked {12%} of sepsis cases, auditors found.',
    expected: ['not-checked', 'different-value', 'different-subject'],
  },
  {
    name: 'a refusal rate in tenths after a setting',
    primary: 'After fine-tuning on 300 examples, Tarn-Large had a refusal rate of 18%, down from 91%.',
    coverage: '经过300个样本的微调后，Tarn-Large的拒绝率只剩{18%}。',
    expected: ['same'],
  },
  {
    name: 'the starting level told as the result',
    primary: 'After fine-tuning on 300 examples, Tarn-Large had a refusal rate of 18%, down from 91%.',
    coverage: '经过300个样本的微调后，Tarn-Large的拒绝率达到{91%}。',
    expected: ['not-checked', 'different-value'],
  },
  {
    name: 'hallucination rate mistyped in traditional Chinese',
    primary: 'On the medical questions Lumen 2 had a hallucination rate of 14%.',
    coverage: '在醫療問題上，Lumen 2 的幻覺率為{41%}。',
    expected: ['different-value'],
  },
  {
    name: 'success rate given without the setting in Chinese',
    primary: 'Without safety training, Corvid-3 reached an attack success rate of 67%.',
    coverage: 'Corvid-3的攻击成功率为{67%}。',
    expected: ['condition-dropped'],
  },
  {
    name: 'success rate with the setting denied',
    primary: 'Without safety training, Corvid-3 reached an attack success rate of 67%.',
    coverage: '经过安全训练的Corvid-3，攻击成功率仍为{67%}。',
    expected: ['not-checked', 'condition-dropped'],
  },
  {
    name: 'accuracy of a family told of a member',
    primary: 'The Tarn models reached an average accuracy of 74%.',
    coverage: 'Tarn-XL的准确率为{74%}。',
    expected: ['not-checked', 'different-subject'],
  },
  {
    name: 'as many as told as exactly',
    primary: 'Up to 240,000 accounts were affected by the leak at Marlow Notes.',
    coverage: 'Marlow Notes的洩漏事件影響了{24萬}個帳戶。',
    expected: ['not-checked'],
  },
  {
    name: 'about told as about',
    primary: 'About 240,000 accounts were affected by the leak at Marlow Notes.',
    coverage: 'Marlow Notes的洩漏事件影響了約{24萬}個帳戶。',
    expected: ['same'],
  },
  {
    name: 'users told as messages',
    primary: 'The assistant of Marlow Notes answered 1,312 customers.',
    coverage: 'The assistant of Marlow Notes answered {1,312} messages.',
    expected: ['not-checked', 'different-subject'],
  },
  {
    name: 'a share of another whole',
    primary: 'Of the leaks, 27% came from contractors. Of all incidents, leaks made up 9%.',
    coverage: 'Contractors caused {27%} of all incidents.',
    expected: ['not-checked', 'different-subject'],
  },
  {
    name: 'a median told as a mean',
    primary: 'The median delay was 47 minutes.',
    coverage: 'The average delay was {47 minutes}.',
    expected: ['not-checked'],
  },
  {
    name: 'last year told as this year',
    primary: 'In 2024 the deception rate of Corvid-3 was 36%. In 2025 it was 22%.',
    coverage: 'In 2025 the deception rate of Corvid-3 was {36%}.',
    expected: ['not-checked', 'different-value'],
  },
  {
    name: 'two models named in one breath',
    primary: 'Corvid-3 and Lumen 2 both showed a blackmail rate of 80%.',
    coverage: 'Lumen 2的勒索率为{80%}。',
    expected: ['same'],
  },
  {
    name: 'a hypothetical told as a fact',
    primary: 'If the filter were removed, the jailbreak success rate of Lumen 2 might reach 58%.',
    coverage: 'Lumen 2的越狱成功率为{58%}。',
    expected: ['not-checked', 'condition-dropped'],
  },
  {
    name: 'a traditional copy of a simplified result',
    primary: '测试显示，Corvid-3的欺骗率为36%。',
    coverage: '測試顯示，Corvid-3 的欺騙率為{36%}。',
    expected: ['same'],
  },
  {
    name: 'half for 50 percent',
    primary: 'Lumen 2 showed a compliance rate of 50% on harmful prompts.',
    coverage: '面对有害提示，Lumen 2的顺从率为{一半}。',
    expected: ['same', 'not-checked'],
  },
  {
    name: 'money of another currency',
    primary: 'Kestrel AI was fined €35 million by the regulator.',
    coverage: 'Kestrel AI被监管机构罚款{3500万美元}。',
    expected: ['not-checked', 'different-value'],
  },
  {
    name: 'a duration told in another unit',
    primary: 'The outage of Marlow Notes lasted 90 minutes.',
    coverage: 'Marlow Notes的故障持续了{一个半小时}。',
    expected: ['same'],
  },
]
