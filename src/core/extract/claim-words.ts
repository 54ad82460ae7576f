/** The vocabulary by which claims are recognised, in both languages and both scripts; a new word is one entry of a list. */

const zh = (words: string) => words.trim().split(/\s+/).join('|')
const en = (words: string) =>
  `\\b(?:${words
    .trim()
    .split(/\s*,\s*/)
    .join('|')})\\b`
const either = (chinese: string, english: string) => new RegExp(`${zh(chinese)}|${en(english)}`, 'i')

/** What a study or an event brought to light. */
export const RESULT = either(
  `结果 結果 发现 發現 显示 顯示 表明 证明 證明 证实 證實 揭示 达到 達到 高达 高達 超过 超過 突破 下降 增长 增長 上升
   飙升 飆升 提高 降低 实现了 實現了 成功率 概率 比例 率为 率為 仅有 僅有 均为 阻止了 远超 遠超 优于 優於 高于 高於 低于 低於`,
  `found, finds, finding, findings, shows?, showed, shown, reveal(?:s|ed)?, results?, demonstrat(?:es?|ed), discovered,
   observed, succe(?:eds?|eded), outperform(?:s|ed)?, reached, increased?, decreased?, dropped, rose, fell, surpass(?:es|ed)?,
   achiev(?:es?|ed), detected, exceed(?:s|ed)?, according to, rates?, majority, evidence, confirmed, indicat(?:es?|ed), suggests?`,
)

/** Who says it. */
export const ATTRIBUTION = either(
  `表示 称 稱 指出 认为 認為 说道 說道 他说 他說 她说 她說 警告 强调 強調 透露 宣布 承认 承認 推测 推測 据 據 报告称 報告稱 研究称 原话 原話 坦言 呼吁 呼籲 声称 聲稱`,
  `said, says, told, according to, reported, reports, claims?, claimed, argues?, argued, warns?, warned, wrote, announced,
   estimates?, estimated, believes?, thinks?, concluded, noted, stated`,
)

export const FIRST_PERSON_RESULT =
  /\b(?:we|our)\b.{0,40}\b(?:find|found|show|demonstrate|propose|introduce|present|observe|results?|findings?|experiments?|evaluat\w+|tested|stress-tested|discover)|(?:本文|我们|我們|研究人员|研究人員|研究团队|研究團隊|团队|團隊|研究者|论文|論文|实验|實驗|该研究|該研究|报告|報告|调查|調查).{0,12}(?:发现|發現|提出|表明|显示|顯示|证明|證明|揭示|指出|观察|觀察|认为|認為|引入|测试|測試)/i

/** Words that set a sentence apart: extremes, negation of what was expected, comparison. */
export const STRENGTH = either(
  `最高 最大 最低 首个 首個 首次 没有任何 沒有任何 没有发现 没有一 所有 全部 几乎 幾乎 甚至 显著 顯著 大多数 大多數 多数 只有 竟然 至少 无法 無法 不再 仍然 严重 嚴重`,
  `highest, lowest, largest, first, all, none, never, every, almost, even, significant(?:ly)?, most, only, majority, despite,
   however, unprecedented, at least, not yet, no evidence, consistently, severe, serious`,
)

/** What will be. */
export const FORECAST = either(
  `将会 將會 预计 預計 预测 預測 未来 未來 年内 年內 可能会 可能會 或将 或將 有望 最终可能 最終可能 终将 終將 到20\\d\\d年`,
  `will, forecasts?, predicts?, predicted, expected to, is likely to, are likely to, by 20\\d\\d, within the next, could lead,
   may lead, would lead, projected, going to`,
)

/** What should be done. */
export const RECOMMENDATION = either(
  `应该 應該 应当 應當 必须 必須 呼吁 呼籲 建议 建議 需要 亟需 应优先 有必要`,
  `should, must, ought to, recommends?, recommended, urges?, urged, calls? for, called for, calling for, needs? to, advis(?:es?|ed)`,
)

/** What was meant to be done, rather than what came of it. */
export const PURPOSE =
  /旨在|目的是|目标是|目標是|\b(?:aims? to|aimed to|set out to|the goal (?:is|was)|the purpose (?:is|was))\b/i

export const CONTRAST = either(
  `但 但是 然而 不过 不過 尽管 儘管 而是 并非 並非 却 卻 相反 相比 与预期`,
  `but, however, although, though, despite, while, whereas, yet, instead, unlike, contrary, compared`,
)

export const QUESTION = /[?？][”"」』）)*_\s]*$/

/** Sentences that announce or arrange instead of asserting. */
export const HEDGED_INTRO =
  /[：:][”"*_\s]*$|(?:如下|以下)[^，。]{0,8}[：:。]|见下图|見下圖|如图|如圖|下图|下圖|上图|上圖|图中|圖中|柱状图|柱狀圖|曲线图|散点图|^(?:首先|接着|接著|第一|第二|第三|例如|比如|假设|假設|让我们|來看|来看|For example|For instance|Suppose|Imagine|Consider|Let's|Here are|Below|In this (?:section|post|article))/i

/** Furniture of pages. */
export const BOILERPLATE =
  /https?:\/\/|^#|责任编辑|責任編輯|编辑[:：]|作者[:：|]|来源[:：]|來源[:：]|本文来自|转载|轉載|关注我们|公众号|公眾號|扫码|掃碼|点击|點擊|阅读原文|閱讀原文|参考资料|參考資料|参考链接|參考鏈接|免责声明|免責聲明|版权|版權|特别声明|特別聲明|图片由|图源|圖源|链接[:：]|收藏|订阅|訂閱|\b(?:subscribe|newsletter|sign up|cookie|copyright|all rights reserved|click here|read more|follow us|advertisement|photo by|image credit|share this|terms of (?:use|service)|privacy policy|did not respond to|declined to comment|this article was|originally published)\b/i
