import { describe, expect, it } from 'vitest'
import { buildMatchers, extract } from '../../src/core/extract/article.ts'
import { readRegistry } from '../../src/registry.ts'

const matchers = buildMatchers(readRegistry())
/** Value as written, subject, metric. */
type Row = [asWritten: string, subject: string | undefined, metric?: string | undefined]

const read = (text: string): Row[] =>
  extract({ text }, matchers).figures.map(({ asWritten, subject, metric }) => [asWritten, subject, metric])

/** Sentences of our own; only what is listed is compared. */
const CASES: [text: string, expected: Row[]][] = [
  [
    'Refusal rates were very low: 0.5% for Claude Opus 4, 0.7% for Gemini 2.5 Pro and 1.2% for GPT-4.1.',
    [
      ['0.5%', 'Claude Opus 4', 'Refusal rates'],
      ['0.7%', 'Gemini 2.5 Pro', 'Refusal rates'],
      ['1.2%', 'GPT-4.1', 'Refusal rates'],
    ],
  ],
  [
    'Claude Opus 4 blackmailed in 96% of runs, followed by Gemini 2.5 Flash (96%) and GPT-4.1 (80%).',
    [
      ['96%', 'Claude Opus 4', 'blackmailed'],
      ['96%', 'Gemini 2.5 Flash'],
      ['80%', 'GPT-4.1'],
    ],
  ],
  [
    '16款模型中有12款编造过不存在的软件包，三款从未编造。',
    [
      ['16款', '模型'],
      ['12款', '模型', '编造过不存在的软件包'],
    ],
  ],
  [
    '51名患者中，只有3人完全康復。',
    [
      ['51名', '患者'],
      ['3人', '患者', '完全康復'],
    ],
  ],
  [
    'Of the 412 incidents, 128 involved chatbots.',
    [
      ['412 incidents', 'incidents'],
      ['128', 'incidents', 'involved chatbots'],
    ],
  ],
  ['某平台因换脸被罚50万元。', [['50万元', '某平台']]],
  // somebody without the predicate that a cut has left on him; what most people choose, and whom a court finds so, are told of
  ['受訪者被問到求助對象時，43%的人指向電信公司。', [['43%', '電信公司']]],
  ['谁该负责？31%的人选信息部门，22%选业务部门。', [['31%', '信息部门']]],
  ['調查顯示，62%的人轉向付費服務。', [['62%', '付費服務']]],
  ['64%的人报告说自己丢了工作。', [['64%', '人']]],
  ['六成人类专家同意。', [['六成', '人类专家']]],
  // the verb before what a count behind it counts
  ['应急体系方面，全年共受理风险事件1274起。', [['1274起', '风险事件', '受理风险事件']]],
  ['應變體系方面，全年共受理風險事件1274起。', [['1274起', '風險事件', '受理風險事件']]],
  // whole words
  ['收入差异：\n家庭年收入≥5万英镑的学生使用比例为61%。', [['61%', '学生', '学生使用比例']]],
  ['微調後，新樣本使成功率升至61%。', [['61%', '新樣本', '成功率']]],
  ['公司完成C輪融資，金額達38億元人民幣。', [['38億元', '公司']]],
  ['公司完成C轮融资，金额达38亿元人民币。', [['38亿元', '公司']]],
  // who is sentenced, be it behind the verb of the court; 被 of 被告 is no passive
  ['裁判官判處被告入獄14個月。', [['14個月', '被告']]],
  ['法院判令某科技公司赔偿23万元。', [['23万元', '某科技公司']]],
  ['一審判決業者賠償六十萬元。', [['六十萬元', '業者']]],
  ['被告維持有期徒刑三年六個月。', [['三年六個月', '被告']]],
  // a part told by what is so of it
  [
    '研究讀了1,937則裁判書，其中提到AI證據的有84則。',
    [
      ['1,937則', '研究'],
      ['84則', '裁判書'],
    ],
  ],
  [
    '团队让四十八名受试者参与辩论，结果有三十一人改变立场。',
    [
      ['四十八名', '团队'],
      ['三十一人', '受试者', '改变立场'],
    ],
  ],
  // a share directly before people is of them, as in Hong Kong and Taiwan, where no 的 says so; a sum before them is not
  ['本港有三成七僱員憂慮被AI取代。', [['三成七', '僱員']]],
  ['校內有八成老師用AI備課。', [['八成', '老師']]],
  ['全市有六成家长支持禁用手机。', [['六成', '家长']]],
  ['投资下降三成，企业叫苦。', [['三成', '投资']]],
  [
    '公署接獲38宗與換臉有關的投訴，按年增加1.4倍。',
    [
      ['38宗', '公署'],
      ['1.4倍', '投訴'],
    ],
  ],
  [
    '警方接获1,120宗涉及换脸的骗案，同比上升74%。',
    [
      ['1,120宗', '警方'],
      ['74%', '骗案'],
    ],
  ],
  [
    '某行把聯發科目標價由1,380元上調至1,600元。',
    [
      ['1,380元', '聯發科'],
      ['1,600元', '聯發科'],
    ],
  ],
  ['某券商将小米目标价上调至65港元。', [['65港元', '小米']]],
  ['运达股份中标7亿元项目。', [['7亿元', '运达股份']]],
  ['公开信获超过1000人签署。', [['1000人', '公开信', '签署']]],
  ['Among nurses in the survey, 41% had used a chatbot on shift.', [['41%', 'nurses in the survey']]],
  [
    'The attack success rate of Llama 3.1-70B fell from 62% to 9% after fine-tuning.',
    [
      ['62%', 'Llama 3.1-70B', 'attack success rate'],
      ['9%', 'Llama 3.1-70B', 'attack success rate'],
    ],
  ],
  [
    'Two thirds (64%) of organisations lack an inventory of their models.',
    [
      ['Two thirds', 'organisations'],
      ['64%', 'organisations'],
    ],
  ],
  ['The poll asked 1,200 voters, and 65% support a pause.', [['65%', 'voters', 'support']]],
  [
    'Llama 3.1和Qwen2.5分别以50%和90%的成功率复制了自身。',
    [
      ['50%', 'Llama 3.1', '成功率'],
      ['90%', 'Qwen2.5', '成功率'],
    ],
  ],
  [
    '在这项测试中，Claude Opus 4的勒索率高达96%，GPT-4.1则为80%。',
    [
      ['96%', 'Claude Opus 4', '勒索率'],
      ['80%', 'GPT-4.1', '勒索率'],
    ],
  ],
  ['调查显示，68%的教师担心学生依赖聊天机器人。', [['68%', '教师']]],
  [
    '近三分之二（64%）的企业没有模型清单。',
    [
      ['三分之二', '企业'],
      ['64%', '企业'],
    ],
  ],
  [
    '使用假身份证的担忧最普遍（全球76%，新加坡84%）。',
    [
      ['76%', '全球'],
      ['84%', '新加坡'],
    ],
  ],
  [
    '该公司营业利润较上年同期增长39%，达到12亿美元。',
    [
      ['39%', '该公司', '营业利润'],
      ['12亿美元', '该公司', '营业利润'],
    ],
  ],
  ['研究者测试了16款主流模型，其中79%会在压力下说谎。', [['79%', '主流模型']]],
  [
    '新方法把越狱成功率从86%降到4.4%。',
    [
      ['86%', '新方法', '越狱成功率'],
      ['4.4%', '新方法', '越狱成功率'],
    ],
  ],
  ['在稍加提示微調後，Llama 3.1 的自我複製成功率達到九成。', [['九成', 'Llama 3.1', '自我複製成功率']]],
  // Runs are of whoever is run.
  [
    'o3在100次测试中有7次破坏了关机程序，Codex-mini有12次。',
    [
      ['100次', 'o3'],
      ['7次', 'o3'],
      ['12次', 'Codex-mini'],
    ],
  ],
  ['o3在100次測試中有7次破壞了關機程式。', [['7次', 'o3']]],
  ['在16款模型中有12款编造过软件包。', [['12款', '模型']]],
  // Polls: whom a label names, and not what people think of.
  [
    '- **[UK adults, Ipsos](https://poll.example.org/q/7_2)**: 72% want AI to slow down, 8% want it faster.',
    [
      ['72%', 'UK adults', 'want AI to slow down'],
      ['8%', 'UK adults'],
    ],
  ],
  ['**美国成年人（YouGov）**：61%希望AI放缓发展。', [['61%', '美国成年人', '希望AI放缓发展']]],
  ['**臺灣成年人（YouGov）**：61%希望AI放緩發展。', [['61%', '臺灣成年人', '希望AI放緩發展']]],
  ["Just 1 in 6 said AI can't be regulated.", [['1 in 6', undefined]]],
  ['72%希望AI放缓发展。', [['72%', undefined]]],
  ['85% support the merger plan.', [['85%', 'merger plan']]],
  ['Americans are divided over AI: 37% say it does more harm than good.', [['37%', 'Americans']]],
  [
    '調查訪問了1,070名台灣民眾，64%認為應當立法，21%反對。',
    [
      ['64%', '台灣民眾'],
      ['21%', '台灣民眾'],
    ],
  ],
  ['The 40 firms replied. Half said they had no plan.', [['Half', 'firms']]],
  ['一项针对3,200名上班族的线上问卷调查没有问到这一点。', [['3,200名', '上班族']]],
  ['一項針對3,200名上班族的線上問卷調查沒有問到這一點。', [['3,200名', '上班族']]],
  ['报告来自47个国家的1,930个地址。', [['47个', '国家']]],
  [
    '抽查的60个应用里，标注完整的有41个，未作标注的只有7个。',
    [
      ['41个', '应用'],
      ['7个', '应用'],
    ],
  ],
  ['抽檢的80家門店中，過期的只有5家。', [['5家', '門店']]],
  ['云岫公司称，其模型在64%的测试中勒索了主管。', [['64%', '模型', '勒索了主管']]],
  ['雲岫公司稱，其模型在64%的測試中勒索了主管。', [['64%', '模型', '勒索了主管']]],
  [
    '研究显示，Marlin 3在84%的情境中威胁工程师，而Wren只有12%。',
    [
      ['84%', 'Marlin 3', '威胁工程师'],
      ['12%', 'Wren', '威胁工程师'],
    ],
  ],
  ['在七成的情況下，模型會隱瞞自己的推理。', [['七成', '模型', '隱瞞自己的推理']]],
  ['助手有31%的时间给出危险建议。', [['31%', '助手', '给出危险建议']]],
  [
    '系统在20%的任务上失败，在50%的任务上超过人类。',
    [
      ['20%', '系统', '失败'],
      ['50%', '系统', '超过人类'],
    ],
  ],
  [
    '受测的十六款模型中，有五款在超过一半的试验里撒谎。',
    [
      ['五款', '模型'],
      ['一半', '模型', '撒谎'],
    ],
  ],
  ['我们在约13%的对话中检测到异常。', [['13%', '对话']]],
  ['该系统在90%的置信水平下误差为3%。', [['3%', '该系统']]],
  ['康宁医院的AI系统漏诊了12%的骨折病例。', [['12%', '康宁医院的AI系统', '漏诊']]],
  ['康寧醫院的AI系統漏診了12%的骨折病例。', [['12%', '康寧醫院的AI系統', '漏診']]],
  ['新系统正确识别出九成的伪造视频。', [['九成', '新系统', '识别出']]],
  ['该党获得了38%的选票。', [['38%', '该党', '选票']]],
  [
    '最高的一家达到71%，最低的一家只有9%。',
    [
      ['71%', '最高的一家'],
      ['9%', '最低的一家'],
    ],
  ],
  ['最慢的一組花了三個月，最快的只要九天。', [['三個月', '最慢的一組']]],
  // lists of the press: who comes next, and notes in brackets
  [
    '受理數前三名為「假投資詐騙」、占28.14%居首；其次是「網路購物詐騙」、占13.05%；再者是「假交友詐騙」、占7.66%。',
    [
      ['28.14%', '假投資詐騙'],
      ['13.05%', '網路購物詐騙', '占'],
      ['7.66%', '假交友詐騙'],
    ],
  ],
  [
    '用途以内容审核居多（36%），其次是客服（22%），再次是翻译（9%）。',
    [
      ['22%', '客服'],
      ['9%', '翻译'],
    ],
  ],
  [
    '再來是假投資詐騙（受理件數達1102件）、假交友詐騙（受理件數達987件）。',
    [
      ['1102件', '假投資詐騙', '受理件數'],
      ['987件', '假交友詐騙', '受理件數'],
    ],
  ],
  [
    '主要厂商包括远岸科技（市占率约31%）、知微智能（市占率约22%）。',
    [
      ['31%', '远岸科技', '市占率'],
      ['22%', '知微智能', '市占率'],
    ],
  ],
  ['該模型在測試中（準確率達91%）勝出。', [['91%', '該模型', '準確率']]],
  // what a cut leaves on a noun
  ['美國失業率小幅攀升至4.8%。', [['4.8%', '美國']]],
  ['今年提升組共推出120個工具。', [['120個', '提升組']]],
  ['最致命的是一份70页的备忘录。', [['70页', '备忘录']]],
  [
    '零售业达到18%，运输业只有4.2%。',
    [
      ['18%', '零售业'],
      ['4.2%', '运输业'],
    ],
  ],
  [
    '零售業達到18%，運輸業只有4.2%。',
    [
      ['18%', '零售業'],
      ['4.2%', '運輸業'],
    ],
  ],
  // What a share of people do, past a setting; whom a share is said to be of does nothing.
  [
    '渗透率已达98.7%，其中9.8%受访者完全离不开，34.1%受访者表示不太离得开。',
    [
      ['98.7%', '渗透率', '渗透率'],
      ['9.8%', '受访者', '完全离不开'],
      ['34.1%', '受访者', '表示不太离得开'],
    ],
  ],
  ['63.2%的受訪者在遇到問題時，會先求助於AI。', [['63.2%', '受訪者', '會先求助於AI']]],
  ['仅有6%的漏网之鱼。', [['6%', '漏网之鱼']]],
  // Labels of shares in brackets, and what they are labels of.
  [
    '57.4%的受访者把AI当作“助手”，“工具人”（40.6%）和“搭档”（36.9%）紧随其后。',
    [
      ['57.4%', '受访者'],
      ['40.6%', '受访者', '工具人'],
      ['36.9%', '受访者', '搭档'],
    ],
  ],
  [
    '受訪者最常用的場景是溝通技巧（39.8%）、禮物挑選（37.5%）。',
    [
      ['39.8%', '場景是溝通技巧', '場景'],
      ['37.5%', '禮物挑選', '場景'],
    ],
  ],
  // A value that is told of again.
  [
    '到2027年，智能体普及率要达到70%。只有两年时间。到2030年，这一比例要提升到90%。',
    [
      ['70%', '智能体', '普及率'],
      ['两年', '智能体'],
      ['90%', '智能体'],
    ],
  ],
  [
    '合規率升至52%，這一比例高於去年的41%。',
    [
      ['52%', '合規率', '合規率'],
      ['41%', '合規率', '合規率'],
    ],
  ],
  ['警方逮捕了一名34岁的男子。', [['34岁', '男子']]],
  ['警方拘捕一名 34 歲男子，案件正在調查。', [['34 歲', '男子']]],
  ['他搬进了价值900万元的公寓。', [['900万元', '公寓']]],
  ['骗子使用了一段12秒的视频。', [['12秒', '视频']]],
  ['平台上线了为期三个月的测试。', [['三个月', '平台']]],
  ['一名律师因引用假判例被罚款2万元，他已提出上诉。', [['2万元', '律师']]],
  ['一名律師因引用假判例被罰款 2 萬元，他已提出上訴。', [['2 萬元', '律師']]],
  ['大脑由近860亿个神经元组成。', [['860亿个', '大脑']]],
  ['報告由12名專家撰寫。', [['12名', '專家']]],
  ['云帆科技：拟3.2亿元收购一家芯片公司。', [['3.2亿元', '云帆科技']]],
  ['原因：3亿元的亏损。', [['3亿元', undefined]]],
  [
    '去年全省用电186亿度，占全国的5%。',
    [
      ['186亿度', '全省用电'],
      ['5%', '全省用电'],
    ],
  ],
  [
    '平台收到投诉8,417件，环比增长37.8%，是去年同期的2.6倍。',
    [
      ['8,417件', '平台'],
      ['37.8%', '平台'],
      ['2.6倍', '平台'],
    ],
  ],
  [
    '星河实验室的估值升至300亿元，相当于甲公司估值（50亿）的6倍、乙公司（75亿）的4倍。',
    [
      ['300亿元', '星河实验室'],
      ['6倍', '星河实验室'],
      ['4倍', '星河实验室'],
    ],
  ],
  [
    '這項民調訪問了 1,200 名選民，有六成五支持暫停訓練。',
    [
      ['1,200 名', '選民'],
      ['六成五', '選民'],
    ],
  ],
]

const EQUALLED: typeof CASES = [
  [
    'Models did well in domains such as Misinformation (mean = 94.2%) and badly in Privacy (mean=21.6%).',
    [
      ['94.2%', 'Misinformation', 'mean'],
      ['21.6%', 'Privacy', 'mean'],
    ],
  ],
  ["The classifier reached Cohen's κ = 0.94 on the labels.", [['0.94', 'The classifier', 'κ']]],
  [
    '准确率=71%，召回率 = 65%。',
    [
      ['71%', '准确率', '准确率'],
      ['65%', '准确率', '召回率'],
    ],
  ],
  [
    '準確率=71%，召回率 = 65%。',
    [
      ['71%', '準確率', '準確率'],
      ['65%', '準確率', '召回率'],
    ],
  ],
  ['GPT-5=71%', [['71%', 'GPT-5', undefined]]],
  // Where a change began is no property.
  [
    'The number of pilots grew from 604 in 2023 to 1,190 in 2024.',
    [
      ['604', 'pilots', 'grew'],
      ['1,190', 'pilots', 'grew'],
    ],
  ],
]

describe('what a sign of equality or a change says', () => {
  it.each(EQUALLED)('%s', (text, expected) => {
    expect(read(text).filter(([asWritten]) => expected.some(([one]) => one === asWritten))).toEqual(expected)
  })
})

describe('what a figure is about and what it measures', () => {
  it.each(CASES)('%s', (text, expected) => {
    const found = read(text)
    for (const [asWritten, subject, metric] of expected) {
      const at = found.findIndex((row) => row[0] === asWritten && row[1] === subject)
      expect(found[at] ?? found).toEqual([asWritten, subject, metric ?? found[at]?.[2]])
      found.splice(at, 1)
    }
  })

  it('names only words of the text', () => {
    for (const [text] of CASES)
      for (const [, subject, metric] of read(text)) {
        if (subject) expect(text).toContain(subject)
        if (metric) expect(text).toContain(metric)
      }
  })

  it('ends no name within a word', () => {
    const text =
      'The median respondent gave a 5% probability to human extinction or a similarly severe loss of control.'
    const [[, , metric] = []] = read(text)
    expect(text).toMatch(new RegExp(`\\b${metric}(?![a-z])`))
  })
})
