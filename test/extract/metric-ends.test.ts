import { describe, expect, it } from 'vitest'
import { isNoProperty, trimMetric } from '../../src/core/extract/metric-ends.ts'
import { foldChars } from '../../src/core/text/script.ts'

/** What is left of the metric between ⟦ and ⟧ of the value between 【 and 】. */
function left(text: string): string {
  const plain = text.replace(/[⟦⟧【】]/g, '')
  const placeOf = (open: string, close: string) => {
    const at = (mark: string) => text.slice(0, text.indexOf(mark)).replace(/[⟦⟧【】]/g, '').length
    return { start: at(open), end: at(close) }
  }
  const { start, end } = trimMetric(foldChars(plain), placeOf('⟦', '⟧'), placeOf('【', '】'))
  return plain.slice(start, end)
}

describe('the ends of a Chinese metric', () => {
  it.each([
    // What leads to it.
    ['⟦但参照同类产品渗透率⟧超过【20%】', '参照同类产品渗透率'],
    ['⟦同時將平均完成時間⟧減到【47秒】', '將平均完成時間'],
    ['现在⟦我们奖励⟧【2万元】', '奖励'],
    ['須在【三年】⟦內啟用⟧', '啟用'],
    ['⟦其中位延迟⟧为【3秒】', '其中位延迟'],
    ['⟦并发数⟧达到【900个】', '并发数'],
    ['⟦其他成本⟧是【9元】', '其他成本'],
    ['因“过度推理”⟦导致幻觉率⟧【13%】', '幻觉率'],
    ['⟦今年以来已下架违规应用⟧【1840款】', '下架违规应用'],
    ['美国的⟦平均成本却创下⟧【998万美元】', '平均成本'],
    ['⟦今年收入⟧达【9亿元】', '收入'],
    // Where it was measured.
    ['⟦图文对齐任务中幻觉率⟧仅【0.8%】', '幻觉率'],
    ['⟦簡單摘要任務上幻覺率⟧低於【1%】', '幻覺率'],
    ['⟦受访学生群体中渗透率⟧达【98%】', '渗透率'],
    ['⟦合同金额中位数⟧约【30万美元】', '合同金额中位数'],
    ['⟦用户上传视频时长⟧为【15秒】', '用户上传视频时长'],
    ['⟦國內平均分⟧是【76分】', '國內平均分'],
    ['⟦线上销售额⟧达【9亿元】', '线上销售额'],
    // What breaks it off.
    ['存在【57个百分点】的⟦差距——但请把它读作滞后⟧', '差距'],
    ['評估了【四個】⟦多模態模型（MLLM⟧）', '多模態模型'],
    ['评估了【四个】⟦模型（新）⟧', '模型（新）'],
    // The next number.
    ['有【18家】⟦银行和11家技术公司入选⟧', '银行'],
    ['來自【40家】⟦機構的67位學者⟧', '機構'],
    ['只有【6%】⟦升到了9%⟧', '升到了9%'],
    ['测试【3款】⟦GPT-5和GPT-6⟧', 'GPT-5和GPT-6'],
  ])('%s', (text, expected) => expect(left(text)).toBe(expected))
})

describe('words that name no property', () => {
  it.each(['一项调查显示', '结果显示几乎所有', '发现', '余起', '我们', '人民币'])('are %s', (words) =>
    expect(isNoProperty(words)).toBe(true),
  )
  it.each(['发现率', '报告数量', '多模态任务', '估计误差', '我们的预算', '人民币汇率'])(
    'are not %s',
    (words) => expect(isNoProperty(words)).toBe(false),
  )
})
