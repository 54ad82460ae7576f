import type { Place, Read } from './bare.ts'
import { isNamed } from './bare-en.ts'
import { Gate } from './gates.ts'
import { isYearLike, withUnit } from './quantity.ts'

const SCORE_WORDS = new Gate(
  /(?:得分|评分|分数|平均分|均分|成绩|召回率|精确率|查准率|基线|基准|性能|准确度|相关性|相关系数|系数|指数|pue|auc|f1|bleu|rouge|score[sd]?|rating|correlation|coefficient|kappa|magnitude|elo|r\^?2|alpha|iou|auroc|pass[@^]\d+|nps|iq|accuracy|precision|recall)[^，。,.;]{0,16}$/,
)
const REACHES = new Gate(
  /(?:达到了?|达|为|是|[高低]于|至|到|得|得到|取得了?|获得了?|仅|介[于乎]|=|of|at|is|was|to|score|scored|reached|from|between|averag(?:ed|es|ing)|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing))(?: (?:about|around|nearly|roughly|almost|just|only|over))?\s?$/,
)

/** 42.1、42.8 与 43.0; 优于平均的 1.58: a decimal in a list with a score, or set against one. */
const followsScore = ({ reading: { folded }, quantity, sentence, before }: Place) =>
  before?.quantity.unit === 'score' &&
  before.quantity.start >= sentence.start &&
  quantity.start - before.quantity.end < 40 &&
  /[高低]于$|^ ?(?:、|,|,? ?and|与|和|及|or) ?$|的\s?$/.test(
    folded.slice(before.quantity.end, quantity.start),
  )

/** `Win rate against GPT-4o: 54.2`, `AUC: 0.91`. */
const RATE_LABEL = new Gate(
  /(?:(rate|accuracy|share|percentage)|score|auc|f1|recall|precision|kappa)(?: [a-z0-9-]+){0,3}: $/,
)

const CHANGED_TO = /^[^,。;0-9]{0,4}[升降高低增减长涨跌善化][到至为]了?[0-9]{1,2}\.[0-9]/

/** `MMLU 88.7`, `GPQA Diamond: 59.1`, `AUROC 0.91`, `(OR 2.7`: a number directly behind what it measures. */
const BENCHMARK = new Gate(
  /(?<![a-z])(?:mmlu(?:-pro)?|gpqa|humaneval|gsm8k|arc-agi(?:-\d)?|swe-bench|aime|truthfulqa|hellaswag|bbh|winogrande|livecodebench|simpleqa|mmmu|frontiermath|hle|osworld|webarena|gaia|tau-bench|cybench|mle-bench|re-bench|ifeval|mgsm|aurocs?|auprc|aucs?|f1|bleu|rouge(?:-[l12])?|kappa|perplexity|pass[@^]\d{1,3}|brier(?: score)?|elo|iou|map|mrr|ndcg|icc|(?<=\()(?:a?or|a?hr|rr|irr|smd))(?: (?:diamond|verified|lite|pro|hard|score|accuracy|\d-shot))*(?: \([^()]{1,20}\))?:? $/,
)
/** `88.7 on MMLU`, `91.2 on the HumanEval benchmark`. */
const ON_BENCHMARK = /^ on (?:the )?\p{Lu}[\p{L}\d-]*\p{Lu}/u

/** `leads with 77.2%, followed by GPT-5 at 74.9`: a share as the one before. */
const RANKED =
  /^[,;]? (?:then|and|followed by|ahead of|against|versus|with|while|but|compared (?:with|to))(?:[^.;%]|\.(?=\d)){2,50} (?:at|with|on|reached|scored|got|managed|had) $/

const isRanked = ({ reading: { folded }, quantity, sentence, before }: Place): boolean =>
  before?.quantity.unit === 'percent' &&
  before.quantity.start >= sentence.start &&
  quantity.value <= 100 &&
  quantity.start - before.quantity.end < 70 &&
  RANKED.test(folded.slice(before.quantity.end, quantity.start))

/** `by 0.07 F1`, 41.0的高分, `above the 0.50 threshold`. */
const METRIC_BEHIND =
  /^ ?的? ?(?:(?:auc|f1|bleu|rouge|kappa|map|mrr|elo|chance|probability|likelihood|correlation|threshold|cut-?off)(?![a-z])|(?:高分|得分|分数|评分|成绩))/

/** 0.93, 81.60, 基线是85: a score is named as one, or is a decimal that something reaches. */
export function readScore(place: Place): Read {
  const { reading, quantity, sentence, before } = place
  const { folded } = reading
  if (quantity.form !== 'digits' || quantity.scaled) return undefined
  const left = folded.slice(Math.max(sentence.start, quantity.start - 28), quantity.start)
  if (isYearLike(quantity) && !/(?:elo|分数?)[^，。,.;年]{0,8}$/.test(left) && !isMark(place))
    return undefined
  const isDecimal = /\.\d/.test(folded.slice(quantity.start, quantity.end))
  const right = folded.slice(quantity.end, quantity.end + 2)
  if (/^[a-z]|^[-–/]/.test(right)) return undefined
  // 由1.58降至1.29: where a change of a decimal began
  if (isDecimal && /[从由]\s?$/.test(left) && CHANGED_TO.test(folded.slice(quantity.end, quantity.end + 12)))
    return { quantity: withUnit(quantity, 'score') }
  if (isDecimal && isRanked(place)) return { quantity: withUnit(quantity, 'percent') }
  if (
    isDecimal &&
    (BENCHMARK.test(left) || ON_BENCHMARK.test(reading.text.slice(quantity.end, quantity.end + 20)))
  )
    return { quantity: withUnit(quantity, 'score') }
  if (isDecimal && followsScore(place)) return { quantity: withUnit(quantity, 'score') }
  if (isDecimal && (isBeside(place) || isArrow(folded, quantity)))
    return { quantity: withUnit(quantity, 'score') }
  if (isDecimal && METRIC_BEHIND.test(folded.slice(quantity.end, quantity.end + 16)))
    return { quantity: withUnit(quantity, 'score') }
  if (
    isDecimal &&
    REACHES.test(left) &&
    !isNamed(reading, quantity) &&
    !/(?:图|表|节|section|figure|table|version|(?:迁移|升级|更新|回退|回滚|降级|切换|迭代)[到至为]了?)\s?$/.test(
      left,
    )
  )
    return { quantity: withUnit(quantity, 'score') }
  if (isDecimal && isListed(place) && /\($/.test(left) && right.startsWith(')'))
    return { quantity: withUnit(quantity, 'score') }
  const rate = RATE_LABEL.exec(left)
  if (rate && isDecimal && quantity.value <= 100)
    return { quantity: withUnit(quantity, quantity.value > 1 && rate[1] ? 'percent' : 'score') }
  if (isMark(place)) return { quantity: withUnit(quantity, 'score') }
  const isReached =
    isDecimal ||
    /(?:得分|评分|总分|均分|平均分)\s?$/.test(left) ||
    before?.quantity.unit === 'score' ||
    /(?<![a-z])(?:than|above|below|over|under) $/.test(left) ||
    REACHES.test(left) ||
    /[在从由]\s?$/.test(left)
  if (isReached && SCORE_WORDS.test(left)) return { quantity: withUnit(quantity, 'score') }
  return undefined
}

/** 首次突破1500大关: a mark that a score before it has passed. */
const isMark = ({ before, reading: { folded }, quantity, sentence }: Place) =>
  folded.startsWith('大关', quantity.end) &&
  before?.quantity.unit === 'score' &&
  before.quantity.start >= sentence.start

/** `an AUROC of .96 in-distribution and .71 out of it`: a part of one beside a part of one. */
const isBeside = ({ reading: { folded }, quantity, sentence, before }: Place) =>
  before?.quantity.unit === 'score' &&
  before.quantity.start >= sentence.start &&
  before.quantity.value <= 1 &&
  quantity.value <= 1 &&
  /^[^.;,]{0,44}(?:,|,? and|,? but|,? versus|,? vs\.?|,? against|,? to) $/.test(
    folded.slice(before.quantity.end, quantity.start),
  )

/** `0.31 → 0.58`: from one to the other. */
const isArrow = (folded: string, { start, end }: Place['quantity']) =>
  /→ ?$/.test(folded.slice(start - 2, start))
    ? /\d ?→ ?$/.test(folded.slice(start - 4, start))
    : /^ ?→ ?\d/.test(folded.slice(end, end + 4))

/** `a correlation of 0.86, followed by Claude Sonnet 4.5 (0.75)`: a score stands before it in the sentence. */
const isListed = ({ before, quantity, sentence }: Place) =>
  before?.quantity.unit === 'score' &&
  before.quantity.start >= sentence.start &&
  quantity.start - before.quantity.end < 160
