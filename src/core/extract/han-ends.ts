import type { Span } from '../text/sentences.ts'
import { charSet, isDigit, isHanUnit, SPACES, unitAt } from './char-set.ts'
import { Gate } from './gates.ts'
import { NOUN, pairAt, VERB } from './han-pairs.ts'

/**
 * What a cut has left of the clause around at the ends of a Chinese name: 对话里 without its 里, 大型企业去年 without its time,
 * 志愿者用 before 了 without its verb. Folded text.
 */

const LEADING = new Gate(
  /^(?:请(?=[\u4e00-\u9fff]{1,8}[家者员人师生]$)|(?!被[害告试保访监调申执选])[将把让令被](?=[\u4e00-\u9fff]{2})|使(?!用|命|馆)(?=[\u4e00-\u9fff]{2})|或(?![许者多])(?=..)|而(?![立今言后])(?=..)|剩下那(?=..))/,
)
const TRAILING = new Gate(
  /(?:每[年月周天日晚次]?|(?<![合共相不等])同|(?<![规原准法细总守通附税罚])则|(?<![条契预公合节邀签违毁大相])约|[将被把](?<![主大中上少名])|(?<![首古旧])都|(?<![理自缘事])由|(?<![总共饱温缓中调柔])和|(?<!参)与|(?<![普涉提危波触遍企])及|(?<![各亲独来])自|[也就还又均皆仍只仅曾各])$/,
)
/** Times, adverbs and places of several characters; a word like 未来 or 重复 may be the head of a name. */
const TRAILING_WORDS = new Gate(
  /(?:曾经|已经|大约|大概|左右|目前|现时|当前|近日|日前|昨[日天晚]|[去今明前]年|[上本]个?[周月]|同期|早就|先后|随后|此前|一共|总共|合共|多半|普遍|共同|一致|仍然|依然|一直|至少|最[少多高低大小长短快慢好差]|只要|其中|当中|之中|之间|里面|的占)$/,
)

/** A name without adverbs, prepositions, places and times at its ends. */
export function trimName(folded: string, { start, end }: Span): Span {
  if (end - start < 3 || !isHanUnit(folded.charCodeAt(start))) return trimPlace(folded, { start, end })
  const from = start + lengthOfLead(folded, start, end)
  let stop = end
  for (let length = 1; length > 0; stop -= length) {
    length = lengthOfTail(folded, from, stop)
    if (stop - length - from < 2) break
  }
  return { start: from, end: stop }
}

const lengthOfLead = (folded: string, start: number, end: number): number =>
  LEADING.lengthIn(folded.slice(start, end)) || lengthOfPeriod(folded, start, end)

/** `AI系统里`: a name in Latin letters may have a place behind it as well. */
function trimPlace(folded: string, { start, end }: Span): Span {
  return end - start > 3 && endsInPlace(folded, end) ? { start, end: end - 1 } : { start, end }
}

/** 三年内培养…, 14分钟内下了六单: 内 belongs to the time before it. */
const PERIOD = charSet('年月周日天时钟秒')
const WITHIN = charSet('内里后')

function lengthOfPeriod(folded: string, start: number, end: number): number {
  const isWithin = WITHIN[folded.charCodeAt(start)] === 1 && PERIOD[unitAt(folded, start - 1)] === 1
  if (!isWithin || end - start <= 3 || pairAt(folded, start) !== 0) return 0
  return folded[start + 1] === '的' ? 2 : 1
}

/** How many units at the end are an adverb, a preposition, a place or a time. */
function lengthOfTail(folded: string, start: number, end: number): number {
  if (endsInPlace(folded, end)) return 1
  const words = folded.slice(Math.max(start, end - 4), end)
  const length = TRAILING_WORDS.lengthIn(words)
  if (length > 0) return isWithinWord(folded, end - length) ? 0 : length
  return (pairAt(folded, end - 2) & NOUN) !== 0 ? 0 : TRAILING.lengthIn(words)
}

/** 公司成|立于, 会计|划: a cut there goes through a word. */
const isWithinWord = (folded: string, at: number): boolean =>
  (pairAt(folded, at - 1) & (NOUN | VERB)) !== 0 && (pairAt(folded, at - 2) & NOUN) === 0

/** Words of two and more that end in a place: 高中, 公里, 室内; by the place, the characters before it. */
const PLACE_WORDS: ReadonlyMap<string, string> = new Map([
  ['中', '当初高国台集其心命选击看附民适折空途手水之一二三四五六七八九十'],
  ['里', '公邻这那英海哪表城家夜心万几'],
  ['内', '国室境海市院体车业校年省区县以之'],
  ['上', '手线网以之向海身马早晚'],
  ['下', '线地手以之上名旗'],
])

/** Whether a name ends in 中, 里, 内, 上 or 下, which only says where something happened. */
function endsInPlace(folded: string, end: number): boolean {
  const last = folded[end - 1]!
  const within = PLACE_WORDS.get(last)
  if (!within || within.includes(folded[end - 2]!) || (pairAt(folded, end - 2) & NOUN) !== 0) return false
  if (isWithinWord(folded, end)) return false
  if (!'上下'.includes(last)) return (pairAt(folded, end - 3) & (VERB | NOUN)) !== VERB
  return endsInNoun(folded, end - 1)
}

/** Last characters of people, bodies and things that the dictionary of pairs does not hold: 志愿者, 蒸汽机, 阈值. */
const NOUN_ENDS = charSet('者员人们家手师生民方院司府所署局部会校团队组商型机企体值单率类件区')

const endsInNoun = (folded: string, end: number): boolean =>
  (pairAt(folded, end - 2) & NOUN) !== 0 ||
  NOUN_ENDS[unitAt(folded, end - 1)] === 1 ||
  !isHanUnit(unitAt(folded, end - 1))

const ASPECT = charSet('了过着')
/** Verbs of one character that a cut leaves on their subject, and adverbs before a verb. */
const ACTS = charSet('用做设收干找要跑去拘离涨指介应足未正真早快常占')
/** Second characters of verbs: 花掉, 接完, 带出. */
const RESULTS = charSet('掉完出到成起下好')

/** A name of somebody who acts, without the verb of the clause, its adverbs and a half of a word: 平台宣|称, 公司成|立. */
export function trimActor(folded: string, span: Span): Span {
  let { start, end } = trimName(folded, span)
  for (let length = lengthOfVerb(folded, end); length > 0 && end - length - start >= 2; ) {
    ;({ start, end } = trimName(folded, { start, end: end - length }))
    length = lengthOfVerb(folded, end)
  }
  return { start, end }
}

/** How many units at the end are a verb, or the half of one. */
function lengthOfVerb(folded: string, end: number): number {
  if (!isHanUnit(unitAt(folded, end - 1)) || (pairAt(folded, end - 2) & NOUN) !== 0) return 0
  const next = unitAt(folded, end)
  if ((pairAt(folded, end - 1) & (VERB | NOUN)) === VERB) return 1
  const isVerb = (pairAt(folded, end - 2) & VERB) !== 0
  if (ASPECT[next] === 1 && pairAt(folded, end) === 0) return lengthBeforeAspect(folded, end, isVerb)
  if (isVerb) return isDigit(next) && endsInNoun(folded, end - 2) ? 2 : 0
  return ACTS[unitAt(folded, end - 1)] === 1 && endsInNoun(folded, end - 1) && !isBeforeNoun(folded, end)
    ? 1
    : 0
}

function lengthBeforeAspect(folded: string, end: number, isVerb: boolean): number {
  // 攻击者窃取|了: two characters behind a noun
  if (end > 3 && NOUN_ENDS[unitAt(folded, end - 3)] === 1 && pairAt(folded, end - 3) === 0) return 2
  if (isVerb || RESULTS[unitAt(folded, end - 1)] === 1) return 2
  return endsInNoun(folded, end - 1) ? 1 : 0
}

const MARKS = charSet(`${SPACES},;:。、的`)
/** Whether a name ends there: 企业用, 电力用. */
const isBeforeNoun = (folded: string, end: number): boolean => MARKS[unitAt(folded, end)] === 1
