import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { Gate } from './gates.ts'
import type { Reading } from './reading.ts'
import { isSurname } from './voice.ts'
import { matchesOf } from './word-scan.ts'

/**
 * The setting that limits a value: `under the adapted scenario`, 在稍加提示微调后. Times, places and events alone (`in May`,
 * 在2023年, `after the news`) do not limit it, nor who told what when, and nothing in another clause of a contrast.
 */

/** A way to limit a value to a setting, and whether words hold what it begins with. */
interface Way {
  pattern: RegExp
  mayStand: (words: string) => boolean
}

const opening =
  (...opens: string[]) =>
  (words: string): boolean =>
    opens.some((one) => words.includes(one))

/** Where a clause begins, in words before which a mark was put where they begin a sentence. */
const HEAD = '(?<=[,;:(—–“"「] ?(?:(?:and|but|yet|while|so|then|even|only) )?)'
const HAN_HEAD = '(?<=[,;:(—“"「](?:而|但|且|并|可|则|即使|即便|甚至)?)'

/** 时, 后 and 下 where they end a setting, and not in 时间, 后门, 下午. */
const WHEN =
  '(?<![实及临同有小平准暂随即当这零几顿按定何届一计工课超延历费那此])时(?![间代期刻段长速差光局事尚不而常机空节髦任评钟限效薪])'
const AFTER = '后(?![果门台来续期方面者备代天顾勤端辈悔遗盾缀继援])'
const UNDER =
  '(?<![天上当目乡地麾旗名眼时内手部底年月日以])下(?![了午降跌载属列一个次半周月面滑单线架定令达发文去来调手级旬游场方班乡岗落注课车雨棋议])'
const SETTING_HAN =
  '(?:情况|条件|前提|场景|情境|情景|设置|设定|环境|模式|提示|背景|测试|实验|任务|题目|基准|对话|请求)'
const LIMITS = `(?:的?${SETTING_HAN}(?:之?下|之?中|里|上)|的时候|之后|以后|${WHEN}|${AFTER}|${UNDER})`

/** What is done to a system, or kept from it: 加装分类器后, 没有防护时. */
const TREATS =
  '(?:没有|没了|不[用使加带给经]|未经|缺少|加上|加装|加入|增加|使用|启用|开启|关闭|[加装用开关换]了|关掉|移除|去掉|去除|引入|采用|部署|换[成到上]|改用|改为|微调|训练|更新|升级|修复|调整|允许|禁止|配备|接入|改写|提醒|告知|被告知|被问|被要求|要求|提示|得知|意识到|知道|发现自己|认为自己|相信|迭代|经过?(?![济理常验营历典费纪由])|面临|遭遇|面对)'

const HAN_WAYS: Way[] = [
  {
    mayStand: opening('在'),
    pattern: new RegExp(
      `(?<![存现正所潜实内])(在(?![^,。;:]{0,8}(?:年|月|日|之间|期间|小时|分钟|秒)|[内于线场家职乎意校所此逃押编野岗])[^,。;:]{2,40}?${LIMITS})`,
      'g',
    ),
  },
  {
    mayStand: opening('当'),
    pattern: new RegExp(
      `(?<![相正应每适充])(当(?![于时天年月日地局事前中然成作选面晚初下今场众家庭务心做即])[^,。;:]{2,36}?(?:的时候|之后|以后|${WHEN}|${AFTER}))`,
      'g',
    ),
  },
  {
    mayStand: opening('如果', '若', '只要', '一旦', '倘', '假', '除非'),
    pattern: /((?:如果|若(?!干|是|无其事)|倘若|假如|假设|只要|一旦|除非)[^,。;:]{2,40}?)(?=[,，])/g,
  },
  {
    mayStand: (words) => /[后时候下]/.test(words),
    pattern: new RegExp(
      `${HAN_HEAD}((?![^,。;:]{0,12}(?:年|月|日))${TREATS}[^,。;:]{1,28}?(?:的情况下|的前提下|的条件下|的时候|之后|以后|${WHEN}|${AFTER}))(?=[,\\s]|[\\u4e00-\\u9fffa-z])`,
      'g',
    ),
  },
  {
    mayStand: opening('面对', '对于'),
    pattern: new RegExp(`${HAN_HEAD}((?:面对|对于)[^,。;:]{3,30})(?=,)`, 'g'),
  },
]
/** Who told whom where, times, and what is no setting. */
const NO_CONDITION_HAN =
  /采访|受访|专访|访谈|访问时|答疑|发言|演讲|致辞|记者会|发布会|会[上中议]|撰文|报道|表示|介绍|回应|讨论|极短|^在(?:某些|有些|一些|许多|多数|大多数|绝大多数|少数|所有|任何|这[种些样]|那[种些样]|此[种类]?|上述|一般|通常|正常|个别)的?情况|同一?时|短时|多时|这时|届时|此时|那时|其[后中]$|那之后|这之后|此之后|上下$|^在[^,]{0,3}?(?:\d[\d.,]*|[一二三四五六七八九十百千万两几半]+)\s?[次个份条项轮场道名种款例组台家]|^在[^,]{0,3}?(?:\d|[一二三四五六七八九]成|百分之).*(?:情况|测试|实验|样本|场景|对话|任务|回答|案例)[下中里]$|^对于\s?[a-z0-9.\s-]+$|^在之后|^在其|^在(?:这|那)(?:之)?(?:后|时|下)$|^如果你|^如果我们|^对于(?:我|你|他|她|它|这|那|此)/

const BEHIND = '(?=[,.;:()—–]|$)'
/** What a system is put into: `in the text-based scenario`, `on requests involving clear risk`. */
const SETTING =
  '(?:scenarios?|settings?|conditions?|environments?|modes?|configurations?|setups?|versions?|variants?|prompts?|requests|assumptions?|protocols?|budgets?|supervision|oversight|monitoring|threats?|attacks?|instructions?|guidelines|safeguards?|mitigations?|classifiers?|defen[cs]es|tools?|scaffold(?:s|ing)?|reasoning|thinking|tests?|evaluations?|tasks?|questions?|deployment|simulations?|pressure to [a-z]+)'
/**
 * What is done to a system before it is measured. Where a repetition holds a group, V8 compiles it once and not for each time,
 * with all that follows: the first English text of a process is read some milliseconds sooner.
 */
const TREATED =
  '(?:([a-z-]+ ){0,2}[a-z-]*(?:tuning|training)|[a-z]+ing|(?:the |a |an )?([a-z-]+ ){0,2}(?:fix|patch|update|change|upgrade|intervention|mitigation|treatment|repairs?|feedback|warning|disclosure|exposure|deliberation|distillation|quantization|turns?|rounds?|steps?|epochs?|attempts?|tries|iterations?|prompts?|repeats?|generations?|weeks?|months?|years?|days?|hours?|minutes?)(?: of [a-z-]+)?)'
/** Values, terms and events that such a word leads to as well. */
const NO_SETTING =
  '(?!(?:the |a |an |its |their |his |her )?(?:[a-z-]+ )?(?:median|mean|average|total|score|quota|promise|dozen|rate|share|rest|exception|help|addition|act|law|rules?|regulations?|deal|agreement|contract|plan|polic(?:y|ies)|bill|treaty|programmes?|programs?|scheme|clause|leadership|name|terms|age|eye|hand|general|particular|total|fact|turn|short|return|response|comparison|contrast|place|front|order|line|case|cases|all due)(?![a-z]))'
const NAMED_BODY = '(?!the (?:eu|ai|us|uk) )'

const ENGLISH_WAYS: Way[] = [
  {
    mayStand: opening('when', 'unless', 'once ', 'without', 'in the ', 'if '),
    pattern:
      /(?<![a-z])((?:even )?(?:when|whenever|if|unless|once(?! (?:an?|per|every|in|more|again|or|and|daily|weekly)(?![a-z]))|without(?! (?:warning|doubt|question|precedent|comment|further))|in the absence of|in the presence of)(?![a-z]) [^,.;()—]{4,90}?)(?=[,.;()—]|$| (?:the|it|they) (?:model|blackmail|succeed|resist))/g,
  },
  {
    mayStand: opening('with', 'under', 'given', 'after', 'following'),
    pattern: new RegExp(
      `${HEAD}((?:with|under|given(?= (?:the|an?|that|this|these|access|only|no|enough|more|extra|[a-z-]+ing) )|(?<!before (?:and|or) )after(?= ${TREATED}(?:,| on | with | in | for | by ))|following(?= ${TREATED},)) ${NO_SETTING}${NAMED_BODY}[^,.;:()—]{3,80}?)(?=,|$)`,
      'g',
    ),
  },
  {
    mayStand: opening(' where ', ' when ', ' in which '),
    pattern: new RegExp(
      `${HEAD}((?:in|on|for|across) (?:the |those |all )?(?:cases|runs|trials|samples|conversations|tests|instances|scenarios|prompts|questions|tasks) (?:where|when|in which) [^,.;:()—]{3,80}?)(?=,)`,
      'g',
    ),
  },
  {
    mayStand: opening('in ', 'on ', 'for ', 'across ', 'during '),
    pattern: new RegExp(
      `${HEAD}((?:in|on|for|across|during) (?:(?!(?:these|those|all|our|its|their|both|such) [a-z]+,)[a-z0-9'’“”"-]+ ){0,7}?${SETTING}(?: (?:involving|about|with|without|where|that|in which|designed|meant|adapted|asking) [^,.;:()—]{3,60})?)(?=,| [a-z])`,
      'g',
    ),
  },
  {
    mayStand: opening('with', 'under', 'after', 'given'),
    pattern: new RegExp(
      `(?<![a-z])((?:with (?:no |only |access to |extended |chain-of-|safety |safeguards?|mitigations?|classifiers?|prompts? |the same (?:prompt|scaffold|budget|instructions?|setup)|(?:the |a )?(?:[a-z-]+['’]s )?(?:help of|[a-z-]+ (?:enabled|disabled|removed|switched (?:on|off)|turned (?:on|off)))|tools?|(?:web |internet )?(?:search|browsing) )|under (?:the |an? |these |those |such )?(?:[a-z-]+ ){0,4}${SETTING}|(?<!before (?:and|or) )after ${TREATED}|given (?:access to |only |no |enough ))[^,.;:()—]{0,60}?)${BEHIND}`,
      'g',
    ),
  },
]
/** Events, idioms, and what the author or the reader does. */
const NO_CONDITION_ENGLISH = new RegExp(
  [
    '^after all',
    '^(?:under|after) \\d',
    '^if (?:anything|not|so|ever|necessary|possible)(?![a-z])',
    '^(?:even )?if you(?![a-z])',
    '^when (?:i|we) (?:finally |first |last )?(?:told|asked|met|spoke|called|rang|visited|looked|ran|started|began|wrote)',
    '^when (?:it|they|he|she) (?:opens?|opened|went live|launche[sd]|closes?|ends?|ended|beg[ai]n|starts?|started|comes into|came into|takes? effect|was (?:founded|launched|announced|published|born))',
    '^when (?:i|he|she) was (?:\\d|young|a child)',
    '^when the [a-z ]{2,40} (?:adopted|announced|published|launched|opened|took office)',
    '^under (?:pressure|way|fire|review|threat|investigation|consideration)(?![a-z])',
    '^with (?:it|them|him|her|us|you|me|this|that|each|some|more|another|one|two|three|four|five|six|ten|\\d)(?![a-z])',
    '^(?:in|on|for|across|during) (?:the |all |our )?(?:\\d|two|three|four|five|six|seven|eight|nine|ten)',
    '^(?:in|on|for|across|during) (?:the |this |that |a )?(?:tests?|tasks?|questions?|evaluations?|settings?|version|environment|conditions?)$',
  ].join('|'),
)

/** How far around the value is read, and how far from it a setting may end or begin, in UTF-16 units. */
const REACH = 90
const LONGEST_AWAY = 45

/** A finite verb behind which a setting that begins with a preposition is over: `without a degree were given two days`. */
const FINITE =
  / (?:(?:it|they|he|she|we|i|you) )?(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|rose|fell|got|came|took|gave|said|says)(?= )/
const RELATIVE = / (?:where|when|in which|who|that) /
const PREPOSITION = /^(?:even )?(?:with|without|under|after|given|in|on|for|across|during|following)(?![a-z])/

/** The nearest setting named in the figure's own sentence, as written. */
export function readCondition(reading: Reading, binding: Binding): string | undefined {
  const { scope, quantity, subject } = binding
  const from = Math.max(scope.start, quantity.start - REACH)
  const words = reading.folded.slice(from, Math.min(scope.end, quantity.end + REACH))
  // A mark before the words tells the head of a sentence from the middle of one.
  const marked = `${from === scope.start ? ',' : '_'}${words}`
  let best: (Span & { distance: number }) | undefined
  for (const { start: at, end: to } of settingsIn(marked)) {
    const span = { start: from + at - 1, end: from + to - 1 }
    if (span.start < quantity.end && span.end > quantity.start) continue
    if (subject && subject.start <= span.start && subject.end >= span.end) continue
    if (!isOf(reading.folded, span, quantity)) continue
    const distance = span.start > quantity.end ? span.start - quantity.end : quantity.start - span.end
    if (!best || distance < best.distance) best = { ...span, distance }
  }
  return best && best.distance <= LONGEST_AWAY ? reading.text.slice(best.start, best.end).trim() : undefined
}

function settingsIn(words: string): Span[] {
  const han = HAN.test(words) ? HAN_WAYS.flatMap((way) => found(way, words)) : []
  const english = LATIN.test(words) ? ENGLISH_WAYS.flatMap((way) => found(way, words)) : []
  return [...han, ...english]
}

const HAN = /[\u4e00-\u9fff]/
const LATIN = /[a-z]{2}/

function found({ pattern, mayStand }: Way, words: string): Span[] {
  if (!mayStand(words)) return []
  return matchesOf(pattern, words).flatMap((match) => {
    const start = match.index + match[0].indexOf(match[1]!)
    const cut = PREPOSITION.test(match[1]!) && !RELATIVE.test(match[1]!) ? match[1]!.search(FINITE) : -1
    const end = start + (cut > 0 ? cut : match[1]!.length)
    return isInName(words, start) || isRefused(words.slice(start, end)) ? [] : [{ start, end }]
  })
}

const isRefused = (setting: string): boolean =>
  setting.length < 4 || NO_CONDITION_HAN.test(setting) || NO_CONDITION_ENGLISH.test(setting)

/** 徐若兰在会中坦言: a name that holds 若. */
const isInName = (words: string, at: number): boolean => words[at] === '若' && isSurname(words[at - 1] ?? '')

const CLOSES_QUOTE = new Gate(/[”」』][^“「『]*$/)
/** Another clause, which has a setting of its own. */
const CONTRASTS = /[;。]|[,，] ?(?:而|但|不过|然而|只是|although|though|but|while|whereas|and)(?![a-z])/

/** 但在纯文本摘要中…: a contrast with a setting of its own. */
const SETS_ANEW = /[,，](?:而|但|不过|然而|只是|却)?(?:在|当)[^,，]{2,24}[中上里下时后]/

/** Whether a setting belongs to a value: not over a new clause behind it, nor out of a quotation that ends between the two. */
function isOf(folded: string, setting: Span, value: Span): boolean {
  const isBefore = setting.end <= value.start
  const between = isBefore ? folded.slice(setting.end, value.start) : folded.slice(value.end, setting.start)
  if (/[;。]/.test(between)) return false
  if (isBefore) return !CLOSES_QUOTE.test(between) && !SETS_ANEW.test(between)
  if (CONTRASTS.test(between)) return false
  return !HAN.test(folded[setting.start]!) || !/[,，]/.test(between)
}
