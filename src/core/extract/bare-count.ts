import type { Place, Read } from './bare.ts'
import { wordBefore } from './english-words.ts'
import { Gate } from './gates.ts'
import { isYearLike, withUnit } from './quantity.ts'

/** Bare numbers that the words around say are counts: totals, groups, samples, labels, rates, votes. */

/** Last words before a total, and before the number of a group. */
const TOTAL_WORDS = new Set(
  'totaling totalling totaled totalled at is was to of reached reaches hits hit roughly about around nearly over than some'.split(
    ' ',
  ),
)
const GROUP_WORDS = new Set('of about around some nearly over least to roughly'.split(' '))

const TOTAL =
  /(?:number|total|(?<!to )count|sum|list|tally)(?: of [a-z -]{2,40}?)?(?: (?:at|is|was|to|of|reached|ran to|stood at|hit|roughly|about|around|nearly|over|more than|some))+ $|(?:ran|amounted|came|added up|rose|grew|climbed) to $|(?:^|[ (])total(?:l?ing|l?ed) (?:about |nearly |some |over )?$|(?<![a-z])(?:toll|number|count|total|tally)(?: [a-z]+){0,6} (?:rises|grows|climbs|jumps|jumped|soars|soared|falls|fell|drops|dropped|reaches|stands at|stood at|hits)(?: to)? $/

/** `the number of targets at roughly 30`, `the list ran to 205,474`: a total whose noun stands before it. */
export function readTotal({ reading, quantity, sentence }: Place): Read {
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

/** `Signatories: 1,377`, 样本数　2,018, `(n=200)`: a number whose label says how many of what there are. */
export function readLabelled({ reading, quantity, sentence }: Place): Read {
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
export function readGroup({ reading, quantity, sentence }: Place): Read {
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
export function readHyphened({ reading, quantity }: Place): Read {
  if (quantity.value < 4 || quantity.scaled || isYearLike(quantity)) return undefined
  if (reading.folded[quantity.end] !== '-') return undefined
  const match = HYPHENED.exec(reading.folded.slice(quantity.end, quantity.end + 24))
  if (!match || NOT_COUNTED.test(match[1]!)) return undefined
  const counted = { start: quantity.end + 1, end: quantity.end + match[0].length }
  return { quantity: { ...withUnit(quantity, 'count'), end: counted.end }, counted }
}

/** `about 70 a day`: so many of what was told before. */
const EACH_TIME = /^ (?:a|per|each|every) (?:day|week|month|year|hour|minute|night)(?![a-z])/
const RUNS_AT = new Gate(
  /(?<![a-z])(?:at|averag(?:es?|ed|ing)|gets?|got|receiv(?:es?|ed|ing)|handl(?:es?|ed|ing)|takes?|took|sees?|saw|sends?|sent|makes?|made|than|to) (?:about |around |nearly |almost |over |more than |some |roughly |only |just |up to )?$/,
)

/** `9,417 complaints last year, or 26 a day`, `—301 per day`: a total told again by what it comes to. */
const OR_A_DAY =
  /(?:, (?:or|which is|that is)|\s?[—–]|\()\s?(?:about |around |nearly |almost |over |more than |some |roughly )?$/

/** `calls run at about 70 a day`: how often something happens that was told before. */
export function readRate({ reading, quantity, sentence }: Place): Read {
  const { folded } = reading
  if (quantity.form === 'han' || isYearLike(quantity) || !Number.isInteger(quantity.value)) return undefined
  if (folded[quantity.end] !== ' ' || !EACH_TIME.test(folded.slice(quantity.end, quantity.end + 14)))
    return undefined
  const left = folded.slice(Math.max(sentence.start, quantity.start - 28), quantity.start)
  return RUNS_AT.test(left) || (quantity.form === 'digits' && OR_A_DAY.test(left))
    ? { quantity: withUnit(quantity, 'count') }
    : undefined
}

/** `523 votes in favour, 46 against and 49 abstentions`: a count of votes whose noun stands with the first. */
export function readVotes({ reading, quantity, sentence }: Place): Read {
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
