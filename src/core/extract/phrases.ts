import type { Span } from '../text/sentences.ts'
import { charSet, hasHan, SPACES, unitAt } from './char-set.ts'
import { HAN_PREDICATES, lengthOfLead, MADE_OF_VERBS } from './clauses.ts'
import { ACTS, endOfWord, isLower, isStopAt, isWordUnit, kindAt, PARTS } from './english-words.ts'
import { FUNCTION, isFunctionTriple, isFunctionWord, isInsideNoun, NOUN, pairAt, VERB } from './han-pairs.ts'
import { isNominal, isPronoun } from './nominal.ts'
import { WordScan } from './word-scan.ts'

/**
 * Noun phrases by what cannot be inside one: the stretches between marks, predicates, particles and conjunctions, without a
 * parser. They are candidates among which a ranking chooses, so one too many does no harm. Folded text.
 */

/** Longest phrase, in UTF-16 units. */
const LONGEST = 32
/** Longest stretch that is read at once, in UTF-16 units; what stands behind it is not read. */
export const STRETCH = 400

/** Marks, particles and numbers. */
const HAN_PARTING = new WordScan(
  /[的了着过和与及或便,;。:、|()[\]{}!?=\n"“”「」『』《》【】〔〕]|(?:以及|或者|其中|众所周知|有目共睹|不言而喻|显而易见|毋庸置疑|毫无疑问|平均(?![值数分])|[人年月日]均|(?:上线|发布|实施|推出|启用|生效|引入|部署|之|此)后|较?早前|日前|近日|[昨今][天日晚]|目前|现时|当前|[此之]前|[去今明前]年(?!度)|[上本][周月]|[上本首次]季度?|[上下]半年|曾经?|一直|[已曾]经|仍然|依然|逐[渐步]|不断|率先|首次|再次|随后|后来|其后|最终|终于|至今|如今|当时|近年来?|这些|那些|这[位名家款项种个篇份部套次]|那[位名家款项种个篇份部套次]|一[位名家款项种个篇份部套])|(?<![a-z0-9.-])\d[\d.,]*\s?(?:[%万亿千百成倍]|个?百分点)*(?:(?:美|欧|港|日)?元|英镑|人民币|年(?:[底初末度]|代)?|月份?|[日号天]|小时|分钟|秒|岁|平方米|公里|吨|票)?|[一二三四五六七八九十百千万亿几数两半]+(?:[个名位家款次种倍项部条篇座间所台辆枚份例起]|成(?!功|为|本|果|立|员|就)[一二三四五六七八九半]?|分之[一二三四五六七八九十])/,
)

/**
 * Noun phrases inside a stretch of folded text, in order, the offsets at which predicates begin, and the words that tell what
 * somebody did: Chinese predicates of more than one character, English words that name an act. Phrases do not overlap.
 */
export interface Phrases {
  phrases: Span[]
  predicates: number[]
  verbs: Span[]
}

/** Noun phrases, predicates and verbs of a stretch of folded text, which is read up to `STRETCH` units. */
export function findPhrases(folded: string, start: number, end: number): Phrases {
  const to = Math.min(end, start + STRETCH)
  const words = folded.slice(start, to)
  const isHan = hasHan(words)
  const found: Phrases = { phrases: [], predicates: [], verbs: [] }
  const cut = isHan ? cutHan(words, start, found) : cutEnglish(words, start, found)
  for (let from = 0; from < words.length; from++) {
    if (cut[from] === 1) continue
    let stop = from + 1
    while (stop < words.length && cut[stop] === 0) stop++
    keep(words, from, stop, start, isHan, found.phrases)
    from = stop
  }
  return found
}

/** For the stretch that is read. */
const CUT = new Uint8Array(STRETCH)

/** 1 for every unit that belongs to no noun phrase. */
function cutHan(words: string, base: number, { predicates, verbs }: Phrases): Uint8Array {
  const cut = CUT.fill(0, 0, words.length)
  let parted = 0
  let told = 0
  for (let at = 0; at < words.length; at++) {
    if (at >= parted) parted = cutAt(HAN_PARTING, words, at, cut)
    if (at < told) continue
    told = cutAt(HAN_PREDICATES, words, at, cut)
    if (told > at) predicates.push(base + at)
    if (told > at + 1) verbs.push({ start: base + at, end: base + told })
  }
  return cut
}

/** 提升组: a verb with one of these behind it names something, where it begins no word of its own: 参与组织, 协助局长. */
const BODIES = charSet('组署局院')

const isMadeOfVerb = (words: string, end: number): boolean =>
  MADE_OF_VERBS[unitAt(words, end)] === 1 || (BODIES[unitAt(words, end)] === 1 && pairAt(words, end) === 0)

/** Cuts the word that begins at an offset, and says where it ends; the offset where none is cut. */
function cutAt(scan: WordScan, words: string, at: number, cut: Uint8Array): number {
  const end = scan.endAt(words, at)
  if (end < 0 || (end === at + 1 && isInsideNoun(words, at))) return at
  if (end > at + 1 && isMadeOfVerb(words, end)) return at
  for (let index = at; index < end; index++) cut[index] = 1
  return end
}

/** Units that part English phrases: marks, and those that a number begins with. */
const MARK = 1
const FIGURE = 2
const PARTING = new Uint8Array(0x10000)
for (const char of ',;。:|()[]{}!?=\n"“”') PARTING[char.charCodeAt(0)] = MARK
for (const char of '0123456789$€£') PARTING[char.charCodeAt(0)] = FIGURE
const NUMBER =
  /(?<![a-z0-9.-])[\d$€£][\d.,]*(?:%| ?percent| ?(?:thousand|million|billion|trillion|bn)(?![a-z]))?/y
const DOT = 46

function cutEnglish(words: string, base: number, { predicates, verbs }: Phrases): Uint8Array {
  const cut = CUT.fill(0, 0, words.length)
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at)
    if (isWordUnit(unit)) {
      const end = endOfWord(words, at)
      const kind = kindAt(words, at, end)
      const isStop = isStopAt(kind, words, at)
      if (isStop) predicates.push(base + at)
      if ((kind & ACTS) !== 0) verbs.push({ start: base + at, end: base + end })
      if (isStop || (kind & PARTS) !== 0) cut.fill(1, at, end)
      at = end - 1
    } else if (PARTING[unit] === MARK) cut[at] = 1
    else if (PARTING[unit] === FIGURE) cutNumber(words, at, cut)
    else if (unit === DOT && words[at + 1] === ' ' && endsSentence(words, at)) cut.fill(1, at, at + 2)
  }
  return cut
}

/** A stop behind a word, and not behind an initial: `the U.S. electricity market`. */
const endsSentence = (words: string, at: number): boolean =>
  isLower(unitAt(words, at - 1)) && !(words[at - 2] === '.' && isLower(unitAt(words, at - 3)))

function cutNumber(words: string, at: number, cut: Uint8Array): void {
  NUMBER.lastIndex = at
  if (NUMBER.test(words)) cut.fill(1, at, NUMBER.lastIndex)
}

const SPACE = charSet(SPACES)
/** Marks, spaces and dashes that are left out at the ends of a phrase. */
const TRIMMED = charSet(`${SPACES}*_\`~≈<>'‘’“”"·—–-`)
const MEASURE = /(?:[个名位家款次种项部条篇座间台辆枚份例]|分钟|小时)(?=..)/y
/** 1 for what a measure word stands behind, 2 for what a sum begins with. */
const NUMERAL = charSet(`${SPACES}0123456789十百千万亿`)
const SUM = charSet(`${SPACES}0123456789.,%$€£`)

function keep(words: string, from: number, to: number, base: number, isHan: boolean, phrases: Span[]): void {
  let [start, end] = [from, to]
  while (start < end && TRIMMED[words.charCodeAt(start)] === 1) start++
  if (isHan) {
    if (from > 0 && mayBeCounted(words, start)) start += lengthOfMeasure(words.slice(start, start + 4))
    const lead = lengthOfLead(words, start, Math.min(end, start + 12))
    if (lead < end - start) start += lead
  }
  while (end > start && TRIMMED[words.charCodeAt(end - 1)] === 1) end--
  if (isHan) {
    for (let stop = 0; stop !== end; ) {
      stop = end
      end = withoutVerb(words, start, withoutAdverbs(words, start, end))
    }
    start = behindFunction(words, start, end)
  }
  if (end - start < 2 || end - start > LONGEST) return
  if (isHan && isFunctionWord(words, start, end)) return
  const written = words.slice(start, end)
  if (SUM[words.charCodeAt(start)] === 1 || !isNominal(written)) return
  phrases.push({ start: base + start, end: base + end })
}

/** 家 of 80家门店 is a measure word; at the head of a line, 家庭 is a word. */
function mayBeCounted(words: string, start: number): boolean {
  const before = words.charCodeAt(start - 1)
  return NUMERAL[before] === 1 && (SPACE[before] === 0 || (pairAt(words, start) & NOUN) === 0)
}

function lengthOfMeasure(words: string): number {
  MEASURE.lastIndex = 0
  return MEASURE.test(words) ? MEASURE.lastIndex : 0
}

/** Adverbs of one character that a cut leaves on the noun before them; 原则, 首都 and the like end in them too. */
const ADVERBS = charSet('则也都还又就再仍均却已更并即共仅以到于至因近逾约自按靠亦恐')
/** What one character says became of the noun before it: 营收增, 股价跌. */
const BECAME = charSet('增减升降涨跌')
const QUICKLY = charSet('急跳飙攀微暴骤锐激回走拉')

/** 大型业者则 without its adverb, 公司目前 without its time. */
function withoutAdverbs(words: string, start: number, end: number): number {
  let stop = end
  while (stop - start >= 3) {
    const pair = pairAt(words, stop - 2)
    if ((pair & NOUN) !== 0) return stop
    if ((pair & FUNCTION) !== 0 && stop - start >= 4) stop -= 2
    else if (ADVERBS[words.charCodeAt(stop - 1)] === 1) stop--
    else if (pair === 0 && BECAME[words.charCodeAt(stop - 1)] === 1)
      stop -= QUICKLY[words.charCodeAt(stop - 2)] === 1 ? 2 : 1
    else return stop
  }
  return stop
}

/** 目前公司 without its time, 大概 whole: words that name nothing, before others. */
function behindFunction(words: string, start: number, end: number): number {
  let from = start
  while (end - from >= 4) {
    const length = lengthOfFunction(words, from, end)
    if (length === 0 || isPronoun(words.slice(from, from + 2))) break
    from += length
  }
  return from
}

/** 该项目: the noun is 项目. */
function lengthOfFunction(words: string, from: number, end: number): number {
  if (end - from >= 5 && isFunctionTriple(words, from) && (pairAt(words, from + 2) & NOUN) === 0) return 3
  return (pairAt(words, from) & FUNCTION) !== 0 && (pairAt(words, from + 1) & NOUN) === 0 ? 2 : 0
}

/** 他们系统梳理 without its verb; a phrase that is nothing but a verb stays, since it may be a name for an act. */
function withoutVerb(words: string, start: number, end: number): number {
  let stop = end
  while (stop - start >= 4 && (pairAt(words, stop - 2) & (VERB | NOUN)) === VERB) stop -= 2
  return stop
}

/** What the last two characters of a phrase are; of a Latin phrase nothing is known. */
export function endOf(written: string): 'noun' | 'verb' | 'other' {
  const last = pairAt(written, written.length - 2)
  if ((last & NOUN) !== 0) return 'noun'
  return (last & VERB) !== 0 ? 'verb' : 'other'
}

/** What the first two characters of a Chinese phrase are. */
export function startOf(written: string): 'noun' | 'verb' | 'other' {
  const first = pairAt(written, 0)
  if ((first & VERB) !== 0) return 'verb'
  return (first & NOUN) !== 0 ? 'noun' : 'other'
}
