import type { Table } from './table.ts'

/** Numbers whose unit stands with another figure or only in their verb, and small counts that are findings. */
export const implied: Table = {
  zh: [
    ['两家保险公司签了合同', '2 count exact'],
    ['其中三款触发了告警', '3 count exact'],
    ['該帳號半夜申請了三次提額', '3 count exact'],
    ['估計需增建兩座變電站', '2 count exact'],
    ['上线前要经过三轮测试', '3 count exact'],
    ['加上兩隊外國的選手', '2 count exact'],
    ['这两次会议都没有结论', ''],
    ['该三家公司均未回应', ''],
    ['謝謝兩位', ''],
    ['另外两家没有回复', ''],
    // zh-Hant and zh-Hans forms of the same
    ['企业须在15日内整改', '15 duration:day at_most'],
    ['署方要求在 90 日內糾正', '90 duration:day at_most'],
    ['资料暴露达73日才被发现', '73 duration:day exact'],
    ['等了 45 日才有回覆', '45 duration:day exact'],
    ['11月15日内部测试', ''],
    ['3月15日发布', ''],
    ['只有四分一機構有守則', '0.25 fraction exact'],
    ['明年有望降至三分一', '0.3333 fraction exact'],
    ['十分一般', ''],
    ['四分五裂', ''],
    ['損失金額增加一倍半', '1.5 multiple exact'],
    ['员工减少210人至1,340人', '210 count exact; 1340 count exact'],
    ['提高3至5倍', '3-5 multiple exact'],
    ['行动中拘捕21男6女', '21 count exact; 6 count exact'],
    ['接到140通電話', '140 count exact'],
    ['一通操作下来没有效果', ''],
    ['智能体下了六单，其中四单不支持退货', '6 count exact; 4 count exact'],
    ['单位面积产量提高了', ''],
    ['平均聊了四千多輪', '4000 count more_than'],
    ['多轮对话更难', ''],
    ['文件共86頁', '86 count exact'],
    ['第86页', ''],
    ['辦公室不到二十坪', '20 other less_than'],
    ['算力達 15,000 PFLOPS', '15000 other exact'],
    // money that only what is lost or paid says
    ['一男子9秒被骗132万', '9 duration:second exact; 1320000 money:CNY exact'],
    ['三家企业损失过亿', '3 count exact; 100000000 money:CNY more_than'],
    ['账单多了11万', '110000 money:CNY exact'],
    ['損失超過一千塊', '1000 money:TWD more_than'],
    ['他说过亿万富翁的故事', ''],
    // nothing at all
    ['真正受罰的個案是零', '0 count exact'],
    ['可能性几乎为零', '0 percent about'],
    // manners of speaking
    ['万字长文回顾了全过程', ''],
    ['写了三万字', '30000 count exact'],
    ['这两个模型都没有通过', ''],
  ],
  en: [
    // compared with another figure
    ['Delays averaged 143 days, against the 30 allowed.', '143 duration:day exact; 30 duration:day exact'],
    [
      'It took 8 seconds on average, compared with 3 for humans.',
      '8 duration:second exact; 3 duration:second exact',
    ],
    ['Accuracy was 71%, up from 62 last year.', '71 percent exact; 62 percent exact'],
    ['Its Brier score was 0.14, against 0.21 for the crowd.', '0.14 score exact; 0.21 score exact'],
    // one change
    ['The index fell from 300 to 120.', '300 count exact; 120 count exact'],
    ['The team has shrunk from fourteen to five.', '14 count exact; 5 count exact'],
    ['The group has gone from eleven people to four.', '11 count exact; 4 count exact'],
    [
      'Latency was halved, from 8 seconds to four.',
      '0.5 fraction exact; 8 duration:second exact; 4 duration:second exact',
    ],
    ['Opening hours ran from 9 to 5.', ''],
    // a clause that leaves out the noun of the one before
    [
      'Firms employ 2,350, universities 1,400, governments 610.',
      '2350 count exact; 1400 count exact; 610 count exact',
    ],
    ['Fraud makes up 41%, and misuse just 7.', '41 percent exact; 7 percent exact'],
    ['Experts said 55%; last year they said 60.', '55 percent exact; 60 percent exact'],
    // what the clause is about
    ['A survey went out. Thirty-three answered.', '33 count exact'],
    [
      'She found 1,104 deletions. Eleven, or 1%, were wrong.',
      '1104 count exact; 11 count exact; 1 percent exact',
    ],
    ['All 24 learn to spot a test.', '24 count exact'],
    ['None of the 300 exceeded the limit.', '300 count exact'],
    ['It has 125 staff, of whom 36 work on safety.', '125 count exact; 36 count exact'],
    ['Discharge summaries were read. Of the summaries, 57 listed a wrong drug.', '57 count exact'],
    ['There were summaries. 57 of them were wrong.', '57 count exact'],
    ['Claude 3 failed.', ''],
    ['In 2019 were the first cases.', ''],
    // pairs
    ['They won by a vote of eight to four.', '8 count exact; 4 count exact'],
    ['They outspent rivals 2-to-1.', '2 multiple exact'],
    ['The ratio of builders to testers will reach 80 to one.', '80 multiple exact'],
    ['It samples only one summary in every 250.', '0.004 fraction exact'],
    ['There is fewer than one for every 70 developers.', '0.0143 fraction less_than'],
    // how often
    ['Officials waived it twice.', '2 count exact'],
    ['The drill is held twice a year.', '2 count exact'],
    ['It is twice as fast.', '2 multiple exact'],
    ['They should think twice.', ''],
    ['We repeat it three times.', '3 count exact'],
    // small counts
    ['The group has two postdocs.', '2 count exact'],
    ['The finance team is two people.', '2 count exact'],
    ['There are nine such models.', '9 count exact'],
    ['I have two questions.', ''],
    ['The paper makes two points.', ''],
    // shares before the same share in digits
    ['Almost half (47%) live abroad.', '0.5 fraction about; 47 percent exact'],
    ['Nearly a third — 31% — of investors lost money.', '0.3333 fraction about; 31 percent exact'],
    // points
    ['It reached 40%, a gain of 18 points.', '40 percent exact; 18 percentage_point exact'],
    ['The runner-up lost six points, falling to 60%.', '6 percentage_point exact; 60 percent exact'],
    ['It scored 12 points, or 60% of the total.', '12 score exact; 60 percent exact'],
    // how long, whatever came after
    ['He took it for two days before anyone noticed.', '2 duration:day exact'],
    ['Jurors deliberated for three days after the trial.', '3 duration:day exact'],
  ],
}
