import type { Span } from '../text/sentences.ts'
import { type Counted, readCounted } from './counted.ts'
import type { Block } from './document.ts'
import { isAge, isCasualty, isElided, isFactor, isValued } from './elided.ts'
import type { Quantity } from './quantity.ts'
import type { Reading } from './reading.ts'

/** Where a bare number stands. */
export interface Place {
  reading: Reading
  quantity: Quantity
  sentence: Span
  block: Block | undefined
  /** The figure before it in the text. */
  before: { quantity: Quantity; sentence: Span } | undefined
}

type Read = { quantity: Quantity; counted?: Span } | undefined

/** Gives a number without a unit the one that its context supplies; undefined when it is no figure. */
export function readBare(place: Place): Read {
  const { quantity, reading } = place
  // 每百万token: what a price is for
  if (quantity.form === 'han' && quantity.scaled && reading.folded[quantity.start - 1] === '每')
    return undefined
  return (
    readCell(place) ??
    readSize(place) ??
    readShare(place) ??
    readVotes(place) ??
    readElided(place) ??
    readEnglishCount(place) ??
    readHanAmount(place) ??
    readZero(place) ??
    readTotal(place) ??
    readGroup(place) ??
    readHyphened(place) ??
    readLarge(place) ??
    readScore(place)
  )
}

const withUnit = (quantity: Quantity, unit: Quantity['unit'], detail = ''): Quantity => ({
  ...quantity,
  unit,
  detail,
  bare: false,
})

/** A cell of a table that holds nothing but numbers, or begins with one. */
function readCell({ reading, quantity, block }: Place): Read {
  if (block?.kind !== 'table-row' && block?.kind !== 'table-head') return undefined
  const { folded } = reading
  if (isYearLike(quantity) && block.kind === 'table-head') return undefined
  const left = folded.slice(block.start, quantity.start)
  const right = folded.slice(quantity.end, block.end)
  const starts = /(?:^|\|)\s*[*~≈<>±+-]?\s*$/.test(left)
  const follows = /\)\s$/.test(left) || /^\s*(?:\(|$|\|)/.test(right)
  if (!starts && !follows) return undefined
  const isFirst = /^\s*\|?\s*$/.test(left)
  if (
    isFirst &&
    !quantity.scaled &&
    quantity.value < 100 &&
    /^\s*\|/.test(right) &&
    !/^\s*\|\s*[\d.,]+\s*\|/.test(right)
  )
    return undefined
  return { quantity: withUnit(quantity, Number.isInteger(quantity.value) ? 'count' : 'score') }
}

/** 32B模型, 600M model, 70 billion parameters: a size in parameters. */
function readSize({ reading, quantity }: Place): Read {
  if (!quantity.scaled) return undefined
  const right = reading.folded.slice(quantity.end, quantity.end + 14)
  if (!/^\s?-?(?:个)?(?:参数|模型|大模型|规模|model|parameter|param|token|context|上下文)/.test(right))
    return undefined
  return { quantity: withUnit(quantity, 'count', 'parameters') }
}

const YEAR_LEFT =
  /(?:in|by|since|of|until|from|to|before|after|during|around|circa|late|early|mid-?|and|,|[a-z]{3,9}\.?|\()\s$/
const STRONG =
  /^(?:models?|systems?|agents?|labs|llms?|chatbots|bugs|vulnerabilities|deaths|countries|companies|firms|patients|participants|researchers|arrests|employees|attacks|experiments|providers|vendors|families|repetitions|runs|trials|rounds|benchmarks|universities|hospitals|schools|states|cities|judges|officers|victims)$/
/** Nouns that number the parts of a text rather than the world. */
const PARTS =
  /^(?:reasons|ways|things|questions? (?:is|are)|steps|stages|phases|sections|parts|points|types|kinds|key|main|pillars|options|words|letters|paragraphs|sentences|bullet|themes|examples|categories|sides|hands|times)$/

/** `16 models`, `six arrests`, `thousands of times`, `79 of 100 runs`. */
function readEnglishCount({ reading, quantity, sentence }: Place): Read {
  const { folded } = reading
  if (reading.lang !== 'en' && !/^[ \u00a0"(]?[ ]?[a-z]/.test(folded.slice(quantity.end, quantity.end + 2)))
    return undefined
  const plus = /^(?:\+|-plus(?= [a-z]))/.exec(folded.slice(quantity.end, quantity.end + 7))?.[0].length ?? 0
  const counted = readCounted(folded, quantity.end + plus)
  if (!counted || counted.end > sentence.end) return readPartOf(reading, quantity)
  if (isYearLike(quantity) && YEAR_LEFT.test(folded.slice(Math.max(0, quantity.start - 12), quantity.start)))
    return undefined
  if (isSmallWord(quantity) && !isSmallFinding(folded, quantity, counted)) return undefined
  if (
    quantity.form === 'word' &&
    quantity.value < 4 &&
    PARTS.test(counted.head) &&
    counted.head !== 'questions' &&
    counted.head !== 'categories'
  )
    return undefined
  if (quantity.value === 1 && quantity.form === 'word') return undefined
  if (isNamed(reading, quantity)) return undefined
  const unit = readCountedUnit(quantity, counted)
  const whole = { ...withUnit(quantity, unit), end: Math.max(quantity.end, counted.end) }
  return { quantity: plus > 0 ? { ...whole, inexact: 'at_least' } : whole, counted }
}

/** 10^26 operations are computing, 2.4 times is a multiple; all else is counted. */
function readCountedUnit({ value }: Quantity, { head }: Counted): Quantity['unit'] {
  if (head === 'operations' && value >= 1e15) return 'other'
  return head === 'times' && !Number.isInteger(value) ? 'multiple' : 'count'
}

const isSmallWord = (quantity: Quantity) =>
  quantity.form === 'word' && quantity.value < 4 && !quantity.inexact

/** Two or three of what is itself a sample, a loss, or said to be few; zero of anything, but not net zero. */
function isSmallFinding(folded: string, quantity: Quantity, counted: Counted): boolean {
  const left = folded.slice(Math.max(0, quantity.start - 12), quantity.start)
  if (quantity.value === 0) return !/[a-z]-$|net $|absolute $/.test(left)
  return (
    STRONG.test(counted.head) ||
    (!PARTS.test(counted.head) && /(?:^| )(?:only|just|as few as) $/.test(left)) ||
    isCasualty(folded, quantity.start, counted.end)
  )
}

/** Last words before a total, and before the number of a group. */
const TOTAL_WORDS = new Set(
  'at is was to of reached hit roughly about around nearly over than some'.split(' '),
)
const GROUP_WORDS = new Set('of about around some nearly over least to roughly'.split(' '))

/** The Latin word that ends at the space before an offset; empty where none does. */
function wordBefore(folded: string, at: number): string {
  if (folded.charCodeAt(at - 1) !== 32) return ''
  let start = at - 1
  while (start > at - 10 && isLower(folded.charCodeAt(start - 1))) start--
  return folded.slice(start, at - 1)
}

const isLower = (unit: number) => unit >= 97 && unit <= 122

const TOTAL =
  /(?:number|total|count|sum|list|tally)(?: of [a-z -]{2,40}?)?(?: (?:at|is|was|to|of|reached|ran to|stood at|hit|roughly|about|around|nearly|over|more than|some))+ $|(?:ran|amounted|came|added up|rose|grew|climbed) to $/

/** `the number of targets at roughly 30`, `the list ran to 205,474`: a total whose noun stands before it. */
function readTotal({ reading, quantity, sentence }: Place): Read {
  if (quantity.form !== 'digits' || isYearLike(quantity) || !Number.isInteger(quantity.value))
    return undefined
  if (!TOTAL_WORDS.has(wordBefore(reading.folded, quantity.start))) return undefined
  const left = reading.folded.slice(Math.max(sentence.start, quantity.start - 80), quantity.start)
  return TOTAL.test(left) ? { quantity: withUnit(quantity, 'count') } : undefined
}

const GROUP =
  /(?<![a-z])(?:groups?|teams?|tables?|panels?|batch(?:es)?|sets?|pools?|samples?|lists?|crowds?|committees?|fleets?|clusters?) of (?:about |around |some |nearly |over |at least |up to |roughly )?$/

/** `tables of 10, each`, `a group of ten`: how many make one. */
function readGroup({ reading, quantity, sentence }: Place): Read {
  if (quantity.value < 2 || isYearLike(quantity) || !Number.isInteger(quantity.value)) return undefined
  if (!GROUP_WORDS.has(wordBefore(reading.folded, quantity.start))) return undefined
  const left = reading.folded.slice(Math.max(sentence.start, quantity.start - 32), quantity.start)
  return GROUP.test(left) ? { quantity: withUnit(quantity, 'count') } : undefined
}

const HYPHENED = /^-([a-z]{3,})(?= [a-z])/
/** What follows a hyphen in names, ages, scales and manners of speaking. */
const NOT_COUNTED =
  /^(?:year|month|week|day|hour|minute|second|decade|century|old|point|star|fold|digit|bit|way|shot|hop|dimensional|party|time|times|inch|foot|mile|percent|odd|something|plus|and|size|sided|letter|word|pager|figure|hundred|thousand|million|billion|legged|wheel|door|speed|factor|tier|level|class|lane|storey|story|star|based|layer|head|pronged|fifths?|sixths?|thirds?|quarters?|tenths?|pack|fifty|walk|on|by|to|in|off|out|up|down|year-old)$/

/** `50-rollout evaluations`, `four-stage pipeline`: a number of four or more that measures what its noun has. */
function readHyphened({ reading, quantity }: Place): Read {
  if (quantity.value < 4 || quantity.scaled || isYearLike(quantity)) return undefined
  if (reading.folded[quantity.end] !== '-') return undefined
  const match = HYPHENED.exec(reading.folded.slice(quantity.end, quantity.end + 24))
  if (!match || NOT_COUNTED.test(match[1]!)) return undefined
  const counted = { start: quantity.end + 1, end: quantity.end + match[0].length }
  return { quantity: { ...withUnit(quantity, 'count'), end: counted.end }, counted }
}

/** `almost 70,000 explicit and nonconsensual images`: grouped thousands before words are a count, however far its noun. */
function readLarge({ reading, quantity }: Place): Read {
  const { folded } = reading
  if (folded[quantity.end] !== ' ') return undefined
  if (!/^\d{1,3}(?:,\d{3})+$/.test(folded.slice(quantity.start, quantity.end))) return undefined
  return /^ [a-z]/.test(folded.slice(quantity.end, quantity.end + 2))
    ? { quantity: withUnit(quantity, 'count') }
    : undefined
}

/** `79 of 100 runs`: the first number counts what the second does. */
function readPartOf(reading: Reading, quantity: Quantity): Read {
  if (reading.folded[quantity.end] !== ' ' || (quantity.value < 2 && quantity.form !== 'digits'))
    return undefined
  const match = /^ (?:out )?of (?:the )?(?=\d|[a-z])/.exec(
    reading.folded.slice(quantity.end, quantity.end + 14),
  )
  if (!match) return undefined
  const whole = /^(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) [a-z]/.exec(
    reading.folded.slice(quantity.end + match[0].length, quantity.end + match[0].length + 16),
  )
  return whole ? { quantity: withUnit(quantity, 'count') } : undefined
}

/** `Claude 3`, `Channel 1`: a capitalised word directly before the number that does not merely begin the sentence. */
function isNamed(reading: Reading, quantity: Quantity): boolean {
  if (!/[ -]/.test(reading.text[quantity.start - 1] ?? '')) return false
  const left = reading.text.slice(Math.max(0, quantity.start - 24), quantity.start)
  const word = /(?:^|[\s(“"'])([A-Z][A-Za-z]*)[ -]$/.exec(left)
  if (!word) return false
  return !/^(?:The|A|An|In|On|At|Of|By|For|From|With|About|Over|Only|Just|Some|Nearly|Almost|Around|And|But|Or|All|Its|Their|These|Those|We|They|He|She|It|Of|Out|To|Than|More|Less|Another|Other|Last|First|Between|Roughly|Approximately|Up|Under|After|Before|Since|When|While|If|As|That|This|Experiments|Across|Using|Among|Us|Then|Into|Is|Are|Was|Were|Has|Have|Had|Per|Within)$/.test(
    word[1]!,
  )
}

const MONEY_WORDS =
  /估值|收入|营收|融资|投资|资金|亏损|销售额|市值|利润|成本|预算|奖金|罚款|赔偿|损失|美元|欧元|英镑|人民币|港元|价值|募资|领投|估价|薪酬|年薪|支出|开支|valuation|revenue|raised|funding|worth|fined?/

/** 10亿, 150亿, 数十亿, 30,000: an amount in 万 or 亿 is money where the sentence speaks of it, else a count. */
function readHanAmount(place: Place): Read {
  const { reading, quantity, sentence, before } = place
  if (!quantity.scaled || reading.lang === 'en') return undefined
  if (/^[\s]?[a-z]/.test(reading.folded.slice(quantity.end, quantity.end + 1)) && quantity.form === 'han')
    return undefined
  if (quantity.form === 'han' && !quantity.inexact && quantity.value < 1e4) return undefined
  const near = reading.folded.slice(
    Math.max(sentence.start, quantity.start - 60),
    Math.min(sentence.end, quantity.end + 30),
  )
  if (/^[a-z ]{0,10}(?:用户|人|名|个)/.test(reading.folded.slice(quantity.end, quantity.end + 14)))
    return { quantity: withUnit(quantity, 'count') }
  const money =
    before?.quantity.unit === 'money' && quantity.start - before.quantity.end < 200
      ? before.quantity.detail
      : undefined
  if (MONEY_WORDS.test(near) && (money !== undefined || /估值|融资|市值|营收|美元/.test(near))) {
    return {
      quantity: withUnit(
        quantity,
        'money',
        money ||
          (/美元|美国|openai|anthropic|谷歌|微软|xai|英伟达|meta/.test(reading.folded) ? 'USD' : 'CNY'),
      ),
    }
  }
  return { quantity: withUnit(quantity, 'count') }
}

/** `64.5 of questions`, `whereas 50 said`, `p(doom) = 0`: a share whose sign was left out, where shares are reported. */
function readShare(place: Place): Read {
  const { reading, quantity, sentence, before } = place
  if (quantity.value > 100 || quantity.scaled || quantity.form !== 'digits') return undefined
  const { folded } = reading
  const nearShare = before?.quantity.unit === 'percent' && quantity.start - before.quantity.end < 160
  if (!nearShare) return undefined
  const right = folded.slice(quantity.end, quantity.end + 14)
  const left = folded.slice(Math.max(sentence.start, quantity.start - 10), quantity.start)
  const isShare =
    (/^ of [a-z]/.test(right) && !Number.isInteger(quantity.value)) ||
    /^ (?:said|say|trust|believe|think|support|oppose|agree|want|favou?r)/.test(right) ||
    /[=＝] ?$/.test(left)
  return isShare ? { quantity: withUnit(quantity, 'percent') } : undefined
}

/** Numbers whose unit stands elsewhere in the sentence, or only in its verb. */
function readElided({ reading, quantity, sentence, before }: Place): Read {
  const { folded } = reading
  if (quantity.form === 'han' || isYearLike(quantity)) return undefined
  const from = sentence.start
  if (isFactor(folded, quantity)) return { quantity: withUnit(quantity, 'multiple') }
  if (isAge(reading.text, folded, quantity, from)) return { quantity: withUnit(quantity, 'duration', 'year') }
  if (isValued(folded, quantity, from)) return { quantity: withUnit(quantity, 'money', 'USD') }
  return isElided(folded, quantity, from, before?.quantity)
    ? { quantity: withUnit(quantity, 'count') }
    : undefined
}

/** `523 votes in favour, 46 against and 49 abstentions`: a count of votes whose noun stands with the first. */
function readVotes({ reading, quantity, sentence }: Place): Read {
  const { folded } = reading
  if (quantity.form !== 'digits' || !Number.isInteger(quantity.value)) return undefined
  if (
    folded[quantity.end] !== ' ' ||
    !/^ (?:against|in favou?r|for|opposed|abstain)/.test(folded.slice(quantity.end, quantity.end + 10))
  )
    return undefined
  return /(?<![a-z])vot(?:es?|ed|ing)(?![a-z])/.test(folded.slice(sentence.start, quantity.start))
    ? { quantity: withUnit(quantity, 'count') }
    : undefined
}

/** 几乎为零, 降至零. */
function readZero({ reading, quantity, sentence, before }: Place): Read {
  if (quantity.value !== 0 || quantity.end - quantity.start !== 1) return undefined
  const left = reading.folded.slice(Math.max(sentence.start, quantity.start - 4), quantity.start)
  if (
    !/(?:为|至|到|接近|近乎|于|是)$/.test(left) ||
    !/^(?:[,。;、)\s的]|$)/.test(reading.folded.slice(quantity.end, quantity.end + 1))
  )
    return undefined
  return { quantity: withUnit(quantity, before?.quantity.unit === 'percent' ? 'percent' : 'count') }
}

const SCORE_WORDS =
  /(?:得分|评分|分数|成绩|召回率|精确率|查准率|基线|基准|性能|准确度|相关性|相关系数|系数|指数|auc|f1|bleu|rouge|score[sd]?|rating|correlation|coefficient|kappa|elo|r\^?2|alpha|iou|accuracy|precision|recall)[^，。,.;]{0,16}$/
const REACHES =
  /(?:达到了?|达|为|是|至|到|得|得到|取得了?|获得了?|仅|=|of|at|is|was|to|score|scored|reached|from)\s?$/

/** 0.93, 81.60, 基线是85: a score is named as one, or is a decimal that something reaches. */
function readScore(place: Place): Read {
  const { reading, quantity, sentence, before } = place
  const { folded } = reading
  if (isYearLike(quantity) || quantity.form !== 'digits' || quantity.scaled) return undefined
  const left = folded.slice(Math.max(sentence.start, quantity.start - 28), quantity.start)
  const isDecimal = /\.\d/.test(folded.slice(quantity.start, quantity.end))
  const right = folded.slice(quantity.end, quantity.end + 2)
  if (/^[a-z]|^[-–/]/.test(right)) return undefined
  if (
    isDecimal &&
    REACHES.test(left) &&
    !isNamed(reading, quantity) &&
    !/(?:图|表|节|section|figure|table|version)\s?$/.test(left)
  )
    return { quantity: withUnit(quantity, 'score') }
  if (isDecimal && isListed(place) && /\($/.test(left) && right.startsWith(')'))
    return { quantity: withUnit(quantity, 'score') }
  const isReached =
    isDecimal || before?.quantity.unit === 'score' || REACHES.test(left) || /[在从由]\s?$/.test(left)
  if (isReached && SCORE_WORDS.test(left)) return { quantity: withUnit(quantity, 'score') }
  return undefined
}

/** `a correlation of 0.86, followed by Claude Sonnet 4.5 (0.75)`: a score stands before it in the sentence. */
const isListed = ({ before, quantity, sentence }: Place) =>
  before?.quantity.unit === 'score' &&
  before.quantity.start >= sentence.start &&
  quantity.start - before.quantity.end < 160

const isYearLike = (quantity: Quantity) =>
  !quantity.scaled &&
  quantity.form === 'digits' &&
  quantity.end - quantity.start === 4 &&
  quantity.value >= 1500 &&
  quantity.value < 2200
