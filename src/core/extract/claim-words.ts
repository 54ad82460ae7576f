/**
 * The vocabulary by which claims are recognised, for both languages; a new word is one more entry of a list. Chinese words
 * stand in Simplified form alone: they are matched on folded text. English words stand in every form that counts.
 */
export const CLAIM_WORDS = {
  /** What a study or an event brought to light. */
  result: `结果 发现 显示 表明 证明 证实 揭示 达到 高达 超过 突破 下降 增长 上升 飙升 提高 降低 实现了 成功率 概率 比例 率为
    仅有 均为 阻止了 远超 优于 高于 低于
    found finds finding findings show shows showed shown reveal reveals revealed result results demonstrate demonstrates
    demonstrated discovered observed succeed succeeds succeeded outperform outperforms outperformed reached increase
    increased decrease decreased dropped rose fell surpass surpasses surpassed achieve achieves achieved detected exceed
    exceeds exceeded according_to rate rates majority evidence confirmed indicate indicates indicated suggest suggests`,
  /** Who says it. */
  attribution: `表示 称 指出 认为 说道 他说 她说 警告 强调 透露 宣布 承认 推测 据 报告称 研究称 原话 坦言 呼吁 声称
    said says told according_to reported reports claim claims claimed argues argued warns warned wrote announced estimates
    estimated believes thinks concluded noted stated`,
  /** Words that set a sentence apart: extremes, and the negation of what was expected. */
  strength: `最高 最大 最低 首个 首次 没有任何 没有发现 没有一 所有 全部 几乎 甚至 显著 大多数 多数 只有 竟然 至少 无法 不再
    仍然 严重
    highest lowest largest first all none never every almost even significant significantly most only majority despite however
    unprecedented at_least not_yet no_evidence consistently severe serious`,
  /** What should be done. */
  recommendation: `应该 应当 必须 呼吁 建议 需要 亟需 应优先 有必要
    should must ought_to recommend recommends recommended urge urges urged call_for calls_for called_for calling_for need_to
    needs_to advise advises advised`,
  /** What can go wrong. */
  danger: `风险 危险 威胁 安全 失控 攻击 漏洞 灾难 灭绝 诈骗 伪造
    risk risks danger dangers dangerous threat threats harm harms harmful safety attack attacks extinct extinction misuse
    fraud deepfake deepfakes`,
  /** What these texts are about. */
  machine: `人工智能 人工智慧 大模型 模型 智能体 ai model models llm llms agent agents`,
} as const

/** What was meant to be done, rather than what came of it; of the words behind each pattern every match holds one. */
export const PURPOSE =
  /旨在|目的是|目标是|目標是|\b(?:aims? to|aimed to|set out to|the goal (?:is|was)|the purpose (?:is|was))\b/i
export const PURPOSE_HINTS = '旨在 目的 目标 aim aims aimed set_out goal purpose'

export const FIRST_PERSON_RESULT =
  /\b(?:we|our)\b.{0,40}\b(?:find|found|show|demonstrate|propose|introduce|present|observe|results?|findings?|experiments?|evaluat\w+|tested|stress-tested|discover)|(?:本文|我们|我們|研究人员|研究人員|研究团队|研究團隊|团队|團隊|研究者|论文|論文|实验|實驗|该研究|該研究|报告|報告|调查|調查).{0,12}(?:发现|發現|提出|表明|显示|顯示|证明|證明|揭示|指出|观察|觀察|认为|認為|引入|测试|測試)/i
export const FIRST_PERSON_HINTS = 'we our 本文 我们 研究 团队 论文 实验 报告 调查'

/** What will be. */
export const FORECAST =
  /将会|將會|预计|預計|预测|預測|未来|未來|年内|年內|可能会|可能會|或将|或將|有望|最终可能|最終可能|终将|終將|将|會|会|\b(?:will|forecasts?|predicts?|predicted|expect(?:s|ed)?|(?:is|are) likely to|by 20\d\d|within the next|(?:could|may|would) lead|projected|going to)\b/i

/** What is asked for, in so many words; a narrower list than the feature's, since it names the kind of a claim. */
export const DEMAND =
  /应该|應該|应当|應當|必须|必須|呼吁|呼籲|建议|建議|\b(?:should|must|ought|recommend(?:s|ed)?|urge[sd]?|call(?:s|ed|ing)? (?:for|on))\b/i

export const QUESTION = /[?？][”"」』）)*_\s]*$/

/** Sentences that announce or arrange instead of asserting: by how they end, how they begin, and what they hold. */
export const ANNOUNCED = /[：:][”"*_\s]*$/
export const ARRANGES =
  /^(?:首先|接着|接著|第一|第二|第三|例如|比如|假设|假設|让我们|來看|来看|For example|For instance|Suppose|Imagine|Consider|Let's|Here are|Below|In this (?:section|post|article))/i
export const POINTS_OUT =
  /(?:如下|以下)[^，。]{0,8}[：:。]|见下图|見下圖|如图|如圖|下图|下圖|上图|上圖|图中|圖中|柱状图|柱狀圖|曲线图|散点图/
export const POINTS_OUT_HINTS = '如下 以下 下图 如图 上图 图中 柱状 曲线 散点'

/** Furniture of pages. */
export const BOILERPLATE =
  /https?:\/\/|^#|\d{1,4}[/.年-]\d{1,2}[/.月-]\d{1,4}日?[)）]$|责任编辑|責任編輯|编辑[:：]|作者[:：|]|来源[:：]|來源[:：]|本文来自|转载|轉載|关注我们|公众号|公眾號|扫码|掃碼|点击|點擊|阅读原文|閱讀原文|参考资料|參考資料|参考链接|參考鏈接|免责声明|免責聲明|版权|版權|特别声明|特別聲明|图片由|图源|圖源|链接[:：]|收藏|订阅|訂閱|\b(?:subscribe|newsletter|sign up|cookie|copyright|all rights reserved|click here|read more|follow us|advertisement|photo by|image credit|share this|terms of (?:use|service)|privacy policy|did not respond to|declined to comment|this article was|originally published)\b/i
export const BOILERPLATE_HINTS = `http https 责任 编辑 作者 来源 本文 转载 关注 公众 扫码 点击 阅读 参考 免责 版权 特别 图片 图源 链接 收藏 订阅
  subscribe newsletter sign_up cookie copyright rights_reserved click_here read_more follow_us advertisement photo_by image_credit
  share_this terms_of privacy_policy respond_to declined_to this_article originally_published`
/** Marks with which the rest of its matches begin or end. */
export const BOILERPLATE_OPENING = '#'
export const BOILERPLATE_CLOSING = ')）'
