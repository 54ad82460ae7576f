import { describe, expect, it } from 'vitest'
import { trimActor, trimName } from '../../src/core/extract/han-ends.ts'
import { foldChars } from '../../src/core/text/script.ts'

/** What is left of the words between ⟦ and ⟧. */
function left(text: string, trim: typeof trimName): string {
  const start = text.indexOf('⟦')
  const end = text.indexOf('⟧') - 1
  const plain = text.replace(/[⟦⟧]/g, '')
  const span = trim(foldChars(plain), { start, end })
  return plain.slice(span.start, span.end)
}

describe('trimName', () => {
  it.each<[text: string, expected: string]>([
    // Places and times.
    ['在⟦对话里⟧，三成提到', '对话'],
    ['在⟦受訪企業中⟧有八成', '受訪企業'],
    ['在⟦严格标准下⟧为五成', '严格标准'],
    ['在⟦測試平台上⟧取得71分', '測試平台'],
    ['两年⟦内培养测评人员⟧300名', '培养测评人员'],
    ['三天⟦內的全部來電⟧', '全部來電'],
    ['⟦大型会员企业去年⟧已有规定', '大型会员企业'],
    ['⟦罰款上限由現時⟧的50萬元', '罰款上限'],
    ['⟦任务长度大约⟧每7个月翻倍', '任务长度'],
    // Adverbs, conjunctions and halves of a time.
    ['⟦科學家共同⟧簽署', '科學家'],
    ['⟦幻觉和⟧24%', '幻觉'],
    ['⟦判令平台担责的占⟧29%', '判令平台担责'],
    ['⟦電腦及⟧900台手機', '電腦'],
    ['⟦或大型科技公司⟧（88%）', '大型科技公司'],
    ['⟦任務長度每⟧七個月翻倍', '任務長度'],
    ['⟦奖金最高⟧为1.5万美元', '奖金'],
    ['⟦獎金最高⟧為1.5萬美元', '獎金'],
    ['⟦而最容易攻破的問題⟧超過30份', '最容易攻破的問題'],
    ['⟦而立之年的人⟧占三成', '而立之年的人'],
    // Words that end alike.
    ['⟦三所高中⟧', '三所高中'],
    ['⟦全程二十公里⟧', '全程二十公里'],
    ['⟦平均室内⟧', '平均室内'],
    ['⟦最高罰則⟧', '最高罰則'],
    ['⟦人類的未來⟧', '人類的未來'],
    ['⟦更多或更少⟧', '更多或更少'],
    ['⟦或许多企业⟧', '或许多企业'],
    ['⟦办理事由⟧', '办理事由'],
    ['⟦网络普及⟧', '网络普及'],
    ['⟦專家參與⟧', '專家參與'],
    ['⟦系统内部⟧', '系统内部'],
  ])('%s', (text, expected) => {
    expect(left(text, trimName)).toBe(expected)
  })
})

describe('trimActor', () => {
  it.each<[text: string, expected: string]>([
    // A verb before its particle.
    ['⟦志愿者用⟧了两个月', '志愿者'],
    ['⟦電力用⟧了50年', '電力'],
    ['⟦广告账户花掉⟧了11万元', '广告账户'],
    ['⟦研讨会收⟧了900篇', '研讨会'],
    // The halves of a word through which a cut goes.
    ['⟦平台宣⟧称98%', '平台'],
    ['⟦公司成⟧立于2019年', '公司'],
    ['51%的⟦答案存⟧在问题', '答案'],
    ['⟦損失介⟧於70億元', '損失'],
    ['⟦股東應⟧佔虧損', '股東'],
    ['⟦公司要⟧對照七份文件', '公司'],
    // Verbs that name something, and those that are part of a longer name.
    ['⟦企业用⟧的芯片', '企业用'],
    ['⟦客户流失⟧增加', '客户流失'],
    ['⟦研发费用⟧了', '研发费用'],
    ['⟦人机对话⟧了三天', '人机对话'],
    ['⟦小鹿管家⟧', '小鹿管家'],
  ])('%s', (text, expected) => {
    expect(left(text, trimActor)).toBe(expected)
  })
})
