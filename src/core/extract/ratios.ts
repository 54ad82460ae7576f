import type { Numeral } from './numeral.ts'
import { readNumeral } from './numerals.ts'
import { readEveryOne, readJoined } from './one-in.ts'
import { base, type Quantity } from './quantity.ts'
import { readSign } from './sign.ts'
import { buildUnitTest } from './unit-test.ts'
import { readUnit } from './units-reader.ts'
import { isYear } from './units-time.ts'
import { readVote } from './votes.ts'

const RATIO =
  /[ ](times in|times out of(?= (?:ten|five)(?![a-z]))|in|out of|of(?= every))(?: every)?[ ](?=[0-9a-z])/y

/** What stands behind the first number of any ratio. */
const opensRatio = buildUnitTest(' -–/:：比')
const SCORE_PAIR = /[:：]|\/(?=\d)/y

/** `1 in 5`, `3 out of 10` (without the thing counted), `42/100`, `49:20`. */
export function readRatio(folded: string, numeral: Numeral): Quantity | undefined {
  if (numeral.scaled) return undefined
  if (!Number.isInteger(numeral.value)) return readPoints(folded, numeral)
  if (!opensRatio(folded.charCodeAt(numeral.end))) return undefined
  const even =
    readEvenChance(folded, numeral) ??
    readToOneDigits(folded, numeral) ??
    readVote(folded, numeral) ??
    readJoined(folded, numeral)
  if (even) return even
  const over =
    readOver(folded, numeral) ??
    readToOne(folded, numeral) ??
    readToOneHan(folded, numeral) ??
    readEveryOne(folded, numeral)
  if (over) return over
  const next = folded[numeral.end]
  if (next === '/' && numeral.form === 'digits') {
    const part = readNth(folded, numeral)
    if (part) return part
  }
  RATIO.lastIndex = numeral.end
  if (next === ' ' && RATIO.test(folded)) return readInRatio(folded, numeral, RATIO.lastIndex)
  if (numeral.form !== 'digits' || (next !== ':' && next !== '：' && next !== '/')) return undefined
  SCORE_PAIR.lastIndex = numeral.end
  if (!SCORE_PAIR.test(folded)) return undefined
  return readScorePair(folded, numeral, SCORE_PAIR.lastIndex)
}

/** `15.4 out of 35`: points of a scale. */
function readPoints(folded: string, numeral: Numeral): Quantity | undefined {
  if (!folded.startsWith(' out of ', numeral.end)) return undefined
  const whole = readNumeral(folded, numeral.end + 8)
  return whole && !whole.scaled && whole.value > numeral.value && readUnit(folded, whole) === undefined
    ? { ...base(numeral, whole.end), value: numeral.value, unit: 'score', detail: `/${whole.value}` }
    : undefined
}

const NTH = /\/(\d{1,6}|\d{1,3}(?:,\d{3})+)(?:th|rd|nd)s?(?![a-z])/y

/** `1/40th`, `2/3rds`. */
function readNth(folded: string, numeral: Numeral): Quantity | undefined {
  NTH.lastIndex = numeral.end
  const bottom = Number(NTH.exec(folded)?.[1]?.replaceAll(',', ''))
  return bottom > numeral.value
    ? { ...base(numeral, NTH.lastIndex), value: numeral.value / bottom, unit: 'fraction', detail: '' }
    : undefined
}

const EVEN =
  /[-–/]50(?= (?:chance|odds|probability|likelihood|split)|(?<=(?:split|divided|divide|at|are|is) 50[-–/]50)(?:[.,;)]|$| (?:on|over|between|as|whether)(?![a-z])))/y

/** `a 50-50 chance`. */
function readEvenChance(folded: string, numeral: Numeral): Quantity | undefined {
  if (numeral.value !== 50) return undefined
  EVEN.lastIndex = numeral.end
  return EVEN.test(folded)
    ? { ...base(numeral, EVEN.lastIndex), value: 50, unit: 'percent', detail: '' }
    : undefined
}

/** `one over three` at the end of a clause: arithmetic; `one over 20 years` is not. */
function readOver(folded: string, numeral: Numeral): Quantity | undefined {
  if (!folded.startsWith(' over ', numeral.end)) return undefined
  const other = readNumeral(folded, numeral.end + 6)
  if (!other || other.value === 0 || !/^(?:[.,;:!?)]|$)/.test(folded.slice(other.end, other.end + 1)))
    return undefined
  const value = numeral.value / other.value
  return { ...base(numeral, other.end), value, unit: 'fraction', detail: '', loose: true }
}

const TO_ONE =
  /(?:-to-| to )(?:1|one)(?![a-z\d.,-]\w|\w)(?=[.,;:)-]|$| (?:by|against|in|on|for|at|oppos|favou?r|support|back|prefer))/y

/** `outspend 2-to-1`, `a ratio of 80 to one`. */
function readToOne(folded: string, numeral: Numeral): Quantity | undefined {
  if (numeral.value < 2 || (folded[numeral.end] !== '-' && folded[numeral.end] !== ' ')) return undefined
  TO_ONE.lastIndex = numeral.end
  if (!TO_ONE.test(folded)) return undefined
  const isJoined = folded[numeral.end] === '-'
  if (
    !isJoined &&
    !/(?<![a-z])(?:ratio|odds|margin|outnumber(?:s|ed|ing)?|outspen[dt]|majority|pass|exceed|reach(?:es|ed)?)(?![a-z])[^.;]{0,60}$/.test(
      folded.slice(Math.max(0, numeral.start - 80), numeral.start),
    )
  )
    return undefined
  return { ...base(numeral, TO_ONE.lastIndex), value: numeral.value, unit: 'multiple', detail: '' }
}

/** 300比1, `a ratio of 300:1`: so many to one. */
const RATIO_OF =
  /(?:比例|比率|之比|(?<![a-z])(?:ratios?|odds|leverage|outnumber(?:s|ed)?)(?![a-z]))[^,.;。]{0,40}$/
const TO_ONE_DIGITS = /(?: ?比 ?|[:：])1(?!\d|\.\d|[:：%]| ?[个名位款])/y

function readToOneDigits(folded: string, numeral: Numeral): Quantity | undefined {
  if (numeral.form !== 'digits' || numeral.value < 2) return undefined
  TO_ONE_DIGITS.lastIndex = numeral.end
  return TO_ONE_DIGITS.test(folded) &&
    RATIO_OF.test(folded.slice(Math.max(0, numeral.start - 56), numeral.start))
    ? { ...base(numeral, TO_ONE_DIGITS.lastIndex), value: numeral.value, unit: 'multiple', detail: '' }
    : undefined
}

/** 两比一: two to one. */
function readToOneHan(folded: string, numeral: Numeral): Quantity | undefined {
  if (
    numeral.form !== 'han' ||
    numeral.value < 2 ||
    !/^比一(?![个位名次家款般些直起])/.test(folded.slice(numeral.end, numeral.end + 3))
  )
    return undefined
  return { ...base(numeral, numeral.end + 2), value: numeral.value, unit: 'multiple', detail: '' }
}

function readInRatio(folded: string, numeral: Numeral, at: number): Quantity | undefined {
  const whole = readNumeral(folded, at)
  if (
    !whole ||
    whole.value <= numeral.value ||
    !Number.isInteger(whole.value) ||
    (isYear(whole) && whole.value % 100 !== 0)
  )
    return undefined
  const join = folded.slice(numeral.end, at)
  const isIn = join.includes(' in ')
  // three times in 95 attempts
  if (
    join === ' times in ' &&
    whole.form === 'digits' &&
    /^ [a-z]{3,}s(?![a-z])/.test(folded.slice(whole.end, whole.end + 16))
  )
    return undefined
  // eight times in ten, nine out of every ten images
  if (
    /times (?:in|out)|every/.test(join) &&
    whole.value <= 1e9 &&
    readUnit(folded, whole)?.unit !== 'duration'
  )
    return { ...base(numeral, whole.end), value: numeral.value / whole.value, unit: 'fraction', detail: '' }
  if (!isIn && whole.form === 'digits' && isGraded(folded, numeral))
    return { ...base(numeral, whole.end), value: numeral.value, unit: 'score', detail: `/${whole.value}` }
  if (
    !isIn &&
    !isProverbial(folded, numeral, whole) &&
    /^ [a-z]/.test(folded.slice(whole.end, whole.end + 2)) &&
    !/^ (?:were|was|is|are|have|had|said|say|in|for|to|and|or|on|did|do|would|could|will|can|agreed?|disagreed?|failed|passed|think|thought|believed?|want|wanted|used?|support|supported|opposed?|voted|reported|feel|felt|fear|trust|backed|favou?r|favou?red|quit|left|died|survived)\b/.test(
      folded.slice(whole.end, whole.end + 12),
    )
  )
    return undefined
  // o3 in 22% of answers
  if (isIn && (/[a-z._-]/.test(folded[numeral.start - 1] ?? '') || numeral.value > 20)) return undefined
  if (isIn && /^ (?:out )?of \d/.test(folded.slice(whole.end, whole.end + 9))) return undefined
  if (isIn && !['count', undefined].includes(readUnit(folded, whole)?.unit)) return undefined
  return { ...base(numeral, whole.end), value: numeral.value / whole.value, unit: 'fraction', detail: '' }
}

const PEOPLE =
  /^ of (?:those|them|us|these|the|all)(?![a-z])|^ (?:[a-z]{3,12} )?(?:people|adults|americans|workers|managers|experts|voters|users|parents|teachers|employees|executives|leaders|respondents|consumers|[a-z]{4,}ans|britons|doctors|nurses|patients|drivers|pupils|clinicians|farmers|students|teen(?:ager)?s|children|women|men|compan(?:y|ies)|firms|businesses|organi[sz]ations|households|jobs|seniors|kids|families|mothers|fathers|couples|callers)(?![a-z])/

/** `nine of ten experts`, in words, `7 out of 10 voters`: a share, where `9 of 10 models` counts a sample. */
const isProverbial = (folded: string, numeral: Numeral, whole: Numeral) =>
  ((numeral.form === 'word' && whole.form === 'word' && [4, 5, 6, 10].includes(whole.value)) ||
    (whole.value === 10 && folded.startsWith(' out of ', numeral.end))) &&
  PEOPLE.test(folded.slice(whole.end, whole.end + 30))

/** 49:20 and 100:0 are one score with the first value; 21:10 with minutes is a time, 1/2 a fraction, 3/4 of a page number none. */
function readScorePair(folded: string, numeral: Numeral, at: number): Quantity | undefined {
  const other = readNumeral(folded, at)
  if (other?.form !== 'digits' || other.scaled || !Number.isInteger(other.value)) return undefined
  const before = folded[numeral.start - 1] ?? ''
  // iPhone 11：64GB: a heading and its text
  if (/[a-z元]/.test(folded[other.end] ?? '') && folded[numeral.end] !== '/') return undefined
  if (/[:/\d-]/.test(folded[other.end] ?? '') || /[:/\d.]/.test(before)) return undefined
  if (before === '-' && readSign(folded, numeral.start) === undefined) return undefined
  const isSlash = folded[numeral.end] === '/'
  if (isSlash && isGraded(folded, numeral))
    return { ...base(numeral, other.end), value: numeral.value, unit: 'score', detail: `/${other.value}` }
  if (isSlash && other.value > 10 && numeral.value <= other.value && isTried(folded, numeral, other))
    return { ...base(numeral, other.end), value: numeral.value, unit: 'score', detail: `/${other.value}` }
  if (isSlash && other.value === 10 && isMark(folded, numeral, other))
    return { ...base(numeral, other.end), value: numeral.value, unit: 'score', detail: '/10' }
  if (isSlash && isPartOf(folded, numeral, other))
    return { ...base(numeral, other.end), value: 1 / other.value, unit: 'fraction', detail: '' }
  if (isSlash && other.value <= 10 && other.value > 1 && numeral.value < other.value && numeral.value > 0)
    return { ...base(numeral, other.end), value: numeral.value / other.value, unit: 'fraction', detail: '' }
  if (isSlash && (other.value < 10 || other.value % 5 !== 0 || numeral.value > other.value))
    return readSlashed(folded, numeral, other)
  return {
    ...base(numeral, other.end),
    value: numeral.value,
    unit: 'score',
    detail: isSlash ? `/${other.value}` : `:${other.value}`,
  }
}

/** `scored 7/10`, 评分8/10: marks out of a scale. */
const isGraded = (folded: string, { start }: Numeral) =>
  /(?:scor(?:e[sd]?|ing)|rat(?:e[sd]?|ing)|grade[sd]?|marks?|averag(?:e[sd]?|ing))(?: (?:of|at|is|was|it|them|a|an|as|only|just|around|about))* ?$|(?<![a-z])(?:rat|grad|mark|scor)e?(?:s|d|ed|ing)? (?:the |its |their |his |her |our )?[a-z-]+(?: [a-z-]+)? (?:at |as )?(?:an? |only |just )?$|(?:得分|评分|打分|分数|得了?|打了?)[为是]?\s?$/.test(
    folded.slice(Math.max(0, start - 40), start),
  )

/** 仅为对手的1/20: one part of so many. */
const isPartOf = (folded: string, { start, value }: Numeral, whole: Numeral) =>
  value === 1 &&
  whole.value > 1 &&
  /(?:的|[仅只约近]|不到|不足)\s?$/.test(folded.slice(Math.max(0, start - 3), start))

/** `solved 0/18 tasks`, `passes 2/18`: so many of what was tried. */
const isTried = (folded: string, { start }: Numeral, other: Numeral) =>
  /^ (?:tasks?|runs?|trials?|problems?|attempts?|episodes?|questions?|cases|tests?|samples?|models?|games?|challenges|items|prompts|scenarios|transcripts|rollouts|conversations)(?![a-z])/.test(
    folded.slice(other.end, other.end + 16),
  ) ||
  /(?<![a-z])(?:solve[sd]?|pass(?:es|ed)?|completed?s?|fail(?:s|ed)|succeed(?:s|ed)|succeeded (?:in|on)|won|answered|got) (?:only |just )?$/.test(
    folded.slice(Math.max(0, start - 24), start),
  )

/** `airer overall, 9/10`, `≥ 7/10 for`: marks, where `9/10 quirky behaviors` and `9/10 of them` are a share. */
const isMark = (folded: string, numeral: Numeral, other: Numeral) =>
  numeral.value > 1 &&
  numeral.value <= 10 &&
  !/^\s?(?:of|的|[a-z]{4,})/.test(folded.slice(other.end, other.end + 6))

/** `16/5`, `-3/2`: division, which states no figure; not where a unit follows (`24/7 小时` and the like). */
function readSlashed(folded: string, numeral: Numeral, other: Numeral): Quantity | undefined {
  if (other.value < 2 || other.value > 20 || numeral.value > 99 || readUnit(folded, other)) return undefined
  const value = numeral.value / other.value
  return { ...base(numeral, other.end), value, unit: 'fraction', detail: '', loose: true }
}
