import type { Span } from '../text/sentences.ts'
import { readAnswer, readNone } from './answers.ts'
import { isNamed, readEnglishCount } from './bare-en.ts'
import { readFee, readHanAmount, readPoints, readSameShare, readZero } from './bare-han.ts'
import { readScore } from './bare-score.ts'
import { cellUnit, isDateCell } from './cells.ts'
import type { Block } from './document.ts'
import { isAge, isElided, isFactor, isValued } from './elided.ts'
import { wordBefore } from './english-words.ts'
import { Gate } from './gates.ts'
import { isSubjectNumber, isVerbCount, opensPair, withImpliedUnit } from './implied.ts'
import { readLabelLine } from './label-lines.ts'
import { tidy } from './numeral.ts'
import { isYearLike, type Quantity, withUnit } from './quantity.ts'
import type { Reading } from './reading.ts'
import { readVagueUnit } from './vague.ts'

/** Where a bare number stands. */
export interface Place {
  reading: Reading
  quantity: Quantity
  sentence: Span
  block: Block | undefined
  /** The figure before it in the text. */
  before: { quantity: Quantity; sentence: Span } | undefined
}

/** What a bare number turned out to be. */
export type Read = { quantity: Quantity; counted?: Span } | undefined

/** Gives a number without a unit the one that its context supplies; undefined when it is no figure. */
export function readBare(place: Place): Read {
  const { quantity, reading } = place
  // 每百万token, 元/百万token: what a price is for
  if (quantity.form === 'han' && quantity.scaled && /[每/]/.test(reading.folded[quantity.start - 1] ?? ''))
    return undefined
  return (
    readCell(place) ??
    readSize(place) ??
    readShare(place) ??
    readVotes(place) ??
    readElided(place) ??
    readEnglishCount(place) ??
    readFee(place) ??
    readPoints(place) ??
    readSameShare(place) ??
    readHanAmount(place) ??
    readZero(place) ??
    readNone(place) ??
    readAnswer(place) ??
    readTotal(place) ??
    readGroup(place) ??
    readLabelled(place) ??
    readLabelLine(place) ??
    readRate(place) ??
    readHyphened(place) ??
    readImplied(place) ??
    readScore(place) ??
    readAlone(place) ??
    readLarge(place)
  )
}

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
  if (!starts && NAMED.test(left)) return undefined
  // | 1996梦想演唱会 |
  if (isYearLike(quantity) && /^ ?[a-z\u4e00-\u9fff]/.test(right)) return undefined
  const isFirst = /^\s*\|?\s*$/.test(left)
  if (
    isFirst &&
    !quantity.scaled &&
    quantity.value < 100 &&
    /^\s*\|/.test(right) &&
    !/^\s*\|\s*[\d.,]+\s*\|/.test(right)
  )
    return undefined
  if (isYearLike(quantity) && isDateCell(reading, block, quantity)) return undefined
  const unit = cellUnit(reading, block, quantity)
  if (unit) return { quantity: scale(quantity, unit) }
  if (quantity.value >= COMPUTE && Number.isInteger(Math.log10(quantity.value)))
    return { quantity: withUnit(quantity, 'other') }
  return { quantity: withUnit(quantity, Number.isInteger(quantity.value) ? 'count' : 'score') }
}

/** | 看见你的声音5 |, `| Project 1 |`: the last part of a name, where nothing says how many. */
const NAMED =
  /(?:[\u4e00-\u9fff]|[a-z]{2} )(?<![约近超过逾共达为是有仅至到计总数余足破]|(?:about|around|over|than|to|at|of|is|was|only|nearly|almost|least|most|total|and|or|score|scored) )$/

/** A number in the unit that its head gives: 8.1 below 財損（億元） is 810 million. */
const scale = (quantity: Quantity, { unit, detail, value }: Quantity): Quantity => ({
  ...withUnit(quantity, unit, detail),
  value: tidy(quantity.value * value),
  ...(quantity.maxValue !== undefined && { maxValue: tidy(quantity.maxValue * value) }),
})

/** From here on a power of ten counts operations. */
const COMPUTE = 1e20

/** gpt-oss:20b: the size is part of the name. */
const NAME_LEFT = /[a-z0-9][:_]$/

/** 32B模型, 600M model, 70 billion parameters: a size in parameters. */
function readSize({ reading, quantity }: Place): Read {
  if (
    !quantity.scaled ||
    NAME_LEFT.test(reading.folded.slice(Math.max(0, quantity.start - 2), quantity.start))
  )
    return undefined
  const right = reading.folded.slice(quantity.end, quantity.end + 14)
  if (!/^\s?-?(?:个)?(?:参数|模型|大模型|规模|model|parameter|param|token|context|上下文)/.test(right))
    return undefined
  return {
    quantity: withUnit(quantity, 'count', /token|context|上下文/.test(right) ? 'tokens' : 'parameters'),
  }
}

/** Last words before a total, and before the number of a group. */
const TOTAL_WORDS = new Set(
  'at is was to of reached reaches hits hit roughly about around nearly over than some'.split(' '),
)
const GROUP_WORDS = new Set('of about around some nearly over least to roughly'.split(' '))

const TOTAL =
  /(?:number|total|(?<!to )count|sum|list|tally)(?: of [a-z -]{2,40}?)?(?: (?:at|is|was|to|of|reached|ran to|stood at|hit|roughly|about|around|nearly|over|more than|some))+ $|(?:ran|amounted|came|added up|rose|grew|climbed) to $|(?<![a-z])(?:toll|number|count|total|tally)(?: [a-z]+){0,6} (?:rises|grows|climbs|jumps|jumped|soars|soared|falls|fell|drops|dropped|reaches|stands at|stood at|hits)(?: to)? $/

/** `the number of targets at roughly 30`, `the list ran to 205,474`: a total whose noun stands before it. */
function readTotal({ reading, quantity, sentence }: Place): Read {
  if (quantity.form === 'han' || isYearLike(quantity) || !Number.isInteger(quantity.value)) return undefined
  if (quantity.form === 'word' && quantity.value < 4) return undefined
  if (!TOTAL_WORDS.has(wordBefore(reading.folded, quantity.start))) return undefined
  const left = reading.folded.slice(Math.max(sentence.start, quantity.start - 80), quantity.start)
  return TOTAL.test(left) ? { quantity: withUnit(quantity, 'count') } : undefined
}

const GROUP = new Gate(
  /(?<![a-z])(?:groups?|teams?|rooms?|compan(?:y|ies)|firms?|crews?|squads?|forces?|arm(?:y|ies)|audiences?|networks?|communit(?:y|ies)|class(?:es)?|tables?|panels?|batch(?:es)?|sets?|pools?|samples?|lists?|crowds?|committees?|fleets?|clusters?|fields?|staff|famil(?:y|ies)|jur(?:y|ies)|casts?|boards?|queues?|convoys?|rosters?|shortlists?|packs?|cohorts?) of (?:about |around |some |nearly |over |at least |up to |roughly )?$/,
)

/** `(n=200)`: the size of a sample. */
const SAMPLE = /(?<![a-z])n ?= ?$/

/** `Signatories: 1,377. Countries: 61.`: a label in the plural and how many. */
const LABELLED =
  /(?:^|[.;|\n] ?)(?:(?!page|comment|like|share|view|hour|point|step|level)[a-z][a-z -]{2,28}[a-z](?:s|s [a-z]{2,10})|headcount|staff|membership|attendance|workforce|death toll): $/

/** 样本数　2,018 as a line of its own. */
const LABELLED_HAN =
  /(?:^|\n)[\s*-]{0,3}[\u4e00-\u9fff]{0,6}(?:人数|家数|件数|次数|户数|题数|篇数|样本数?|样本量|总数|总计|合计|共计)[*]{0,2}(?:[: ] ?)$/

function readLabelled({ reading, quantity, sentence }: Place): Read {
  const { folded } = reading
  const { start, end, form, value } = quantity
  if (form !== 'digits' || !Number.isInteger(value)) return undefined
  if (/^(?:\n|$)/.test(folded[end] ?? '') && LABELLED_HAN.test(folded.slice(Math.max(0, start - 14), start)))
    return { quantity: withUnit(quantity, 'count') }
  if (folded[start - 1] === '=' || folded[start - 2] === '=')
    return SAMPLE.test(folded.slice(Math.max(0, start - 6), start))
      ? { quantity: withUnit(quantity, 'count') }
      : undefined
  if (folded[start - 2] !== ':' || isYearLike(quantity)) return undefined
  return /^(?:[.,;)]|$| \()/.test(folded.slice(end, end + 2)) &&
    LABELLED.test(folded.slice(Math.max(sentence.start, start - 32), start))
    ? { quantity: withUnit(quantity, 'count') }
    : undefined
}

/** `tables of 10, each`, `a group of ten`: how many make one. */
function readGroup({ reading, quantity, sentence }: Place): Read {
  if (quantity.value < 2 || isYearLike(quantity) || !Number.isInteger(quantity.value)) return undefined
  if (!GROUP_WORDS.has(wordBefore(reading.folded, quantity.start))) return undefined
  const left = reading.folded.slice(Math.max(sentence.start, quantity.start - 32), quantity.start)
  // the Group of 77 is a name
  return GROUP.test(left) && !/[^.] Group of $/.test(reading.text.slice(quantity.start - 11, quantity.start))
    ? { quantity: withUnit(quantity, 'count') }
    : undefined
}

const HYPHENED = /^-([a-z]{3,})(?= [a-z“"‘'(])/
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

/** `10^26`, `6 × 10^25`, `1e-3`. */
const isPower = (folded: string, { start, end, value }: Quantity): boolean =>
  Number.isInteger(Math.log10(value)) || /10[\^⁻⁰¹²³⁴⁵⁶⁷⁸⁹]|\de-?\d/.test(folded.slice(start, end))
const REACHED = /(?<![a-z])(?:of|at|is|was|to|below|above|under|over|than|about|from) $/

/** `almost 70,000 explicit and nonconsensual images`: grouped thousands before words are a count, however far its noun. */
function readLarge({ reading, quantity }: Place): Read {
  const { folded } = reading
  if (quantity.form === 'digits' && quantity.value >= COMPUTE && isPower(folded, quantity))
    return { quantity: withUnit(quantity, 'other') }
  if (
    quantity.value < 0.1 &&
    isPower(folded, quantity) &&
    REACHED.test(folded.slice(Math.max(0, quantity.start - 8), quantity.start))
  )
    return { quantity: withUnit(quantity, 'score') }
  if (quantity.end - quantity.start < '1,000'.length) return undefined
  if (
    !/^\d{1,3}(?:,\d{3})+(?: ?(?:-|–|to|and) ?\d{1,3}(?:,\d{3})+)?$/.test(
      folded.slice(quantity.start, quantity.end),
    )
  )
    return undefined
  return /^ [a-z]|^[.,;:)]|^$/.test(folded.slice(quantity.end, quantity.end + 2))
    ? { quantity: withUnit(quantity, 'count') }
    : undefined
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
    (before.sentence.start === sentence.start && isSameShare(folded, quantity, before.quantity.end)) ||
    (/^ of [a-z]/.test(right) && !Number.isInteger(quantity.value)) ||
    /^ (?:said|say|trust|believe|think|support|oppose|agree|want|favou?r)/.test(right) ||
    /(?:\)|率|性|[a-z]{4}) ?[=＝] ?$/.test(left)
  return isShare ? { quantity: withUnit(quantity, 'percent') } : undefined
}

const CLAUSE_IS = /[;,][^;,]{2,60} (?:was|were|is|are|only|just) $/
/** `; the EU average is 41.` */
const LEVEL_IS = /[;,][^;,]{2,60} (?:average|mean|median|rate|share|norm) (?:was|is|stands at|stood at) $/

/** `3.6 per cent mentioned it; in the control sample it was 0.9.`: a share as the one before, at the end of its clause. */
const isSameShare = (folded: string, { start, end, value }: Quantity, from: number): boolean =>
  /^(?:[.,;)]|$)/.test(folded[end] ?? '') &&
  (Number.isInteger(value) ? LEVEL_IS : CLAUSE_IS).test(folded.slice(from, start)) &&
  !/(?:scor|auc|f1|rating|correlation|kappa|ratio|p-value|=)[^;,]*$/.test(folded.slice(from, start))

/** `about 70 a day`: so many of what was told before. */
const EACH_TIME = /^ (?:a|per|each|every) (?:day|week|month|year|hour|minute|night)(?![a-z])/
const RUNS_AT = new Gate(
  /(?<![a-z])(?:at|averag(?:es?|ed|ing)|gets?|got|receiv(?:es?|ed|ing)|handl(?:es?|ed|ing)|takes?|took|sees?|saw|sends?|sent|makes?|made|than|to) (?:about |around |nearly |almost |over |more than |some |roughly |only |just |up to )?$/,
)

function readRate({ reading, quantity, sentence }: Place): Read {
  const { folded } = reading
  if (quantity.form === 'han' || isYearLike(quantity) || !Number.isInteger(quantity.value)) return undefined
  if (folded[quantity.end] !== ' ' || !EACH_TIME.test(folded.slice(quantity.end, quantity.end + 14)))
    return undefined
  return RUNS_AT.test(folded.slice(Math.max(sentence.start, quantity.start - 28), quantity.start))
    ? { quantity: withUnit(quantity, 'count') }
    : undefined
}

/** Numbers whose unit stands elsewhere in the sentence, or only in its verb. */
function readElided({ reading, quantity, sentence, before }: Place): Read {
  const { folded } = reading
  if (quantity.form === 'han' || isYearLike(quantity)) return undefined
  const from = sentence.start
  if (isFactor(folded, quantity)) return { quantity: withUnit(quantity, 'multiple') }
  if (isAge(reading.text, folded, quantity, from)) return { quantity: withUnit(quantity, 'duration', 'year') }
  if (isValued(folded, quantity, from)) return { quantity: withUnit(quantity, 'money', 'USD') }
  const vague = readVagueUnit(folded, quantity, from)
  if (vague) return { quantity: withUnit(quantity, vague.unit, vague.detail) }
  return isElided(folded, quantity, from, before?.quantity)
    ? { quantity: withUnit(quantity, 'count') }
    : undefined
}

/** Numbers of which another figure says what they count. */
function readImplied({ reading, quantity, sentence, before }: Place): Read {
  if (quantity.form === 'han' || isYearLike(quantity)) return undefined
  // ARENA 6.0, followed by GPT-5 at 74.9
  const mayName = isDecimal(reading, quantity) || reading.folded.startsWith(' at ', quantity.end)
  if (mayName && isNamed(reading, quantity)) return undefined
  const implied = withImpliedUnit(reading.folded, quantity, sentence.start, before?.quantity)
  return implied && { quantity: implied }
}

const isDecimal = ({ folded }: Reading, { start, end }: Quantity) =>
  /^\d+\.\d+$/.test(folded.slice(start, end))

/** Numbers that the verb of a clause says are a count. */
function readAlone({ reading, quantity, sentence, before }: Place): Read {
  if (quantity.form === 'han' || isYearLike(quantity) || !Number.isInteger(quantity.value)) return undefined
  const isCount =
    opensPair(reading.folded, quantity, sentence.start) ||
    isVerbCount(reading.folded, quantity, sentence.start) ||
    (isSubjectNumber(reading.folded, quantity, sentence.start, before?.quantity) &&
      !isNamed(reading, quantity))
  if (!isCount) return undefined
  const left = reading.folded.slice(Math.max(sentence.start, quantity.start - 60), quantity.start)
  return { quantity: withUnit(quantity, SCORES_FROM.test(left) ? 'score' : 'count') }
}

/** `Average scores went up from 61 to 74.` */
const SCORES_FROM =
  /(?<![a-z])(?:scores?|ratings?|marks|grades|readability|scales?)(?![a-z])[^.;]{0,48} from $/

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
