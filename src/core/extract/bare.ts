import type { Span } from '../text/sentences.ts'
import { readAnswer, readNone } from './answers.ts'
import { COMPUTE, readCell } from './bare-cell.ts'
import { readGroup, readHyphened, readLabelled, readRate, readTotal, readVotes } from './bare-count.ts'
import { isNamed, readEnglishCount } from './bare-en.ts'
import { readFee, readHanAmount, readPoints, readSameShare, readZero } from './bare-han.ts'
import { readScore } from './bare-score.ts'
import type { Block } from './document.ts'
import { isAge, isElided, isFactor, isValued } from './elided.ts'
import { isSubjectNumber, isVerbCount, opensPair, withImpliedUnit } from './implied.ts'
import { readLabelLine } from './label-lines.ts'
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
