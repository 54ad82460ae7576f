import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { isOwnVoice } from './own-voice.ts'
import { OPENING_MARK } from './quotation.ts'
import type { Reading } from './reading.ts'
import type { Speakers } from './speaker.ts'
import { matchesOf } from './word-scan.ts'

/** The work of a voice named before, not another voice. */
const WORK = /^(?:报告|研究|论文|调查|分析|study|report|paper|survey|analysis|research)$/
const IN_SMALL = /^[a-z ’'-]+$/
/** Where the clause of a figure begins. */
const CLAUSE_START = /[;；,，](?=[^;；,，]*$)/

/** `X said 40%; Y said 50%`: of two voices in a sentence, the one whose clause holds the figure. */
export function voiceOf(reading: Reading, binding: Binding, speakers: Speakers): Span | undefined {
  const { sentence, quantity } = binding
  if (SET_AGAINST.test(reading.folded.slice(quantity.end, quantity.end + 64))) return undefined
  const part = partOf(reading, binding)
  const own = part && speakers.of(part)
  if (own && own.start < quantity.end) return isTold(reading, own, quantity) ? undefined : own
  const voice = speakers.of(sentence)
  if (!voice || isTold(reading, voice, quantity)) return undefined
  if (part && voice.end <= part.start && reading.lang === 'en' && isOwnVoice(reading, part)) return undefined
  if (
    voice.start >= quantity.end &&
    !WORK_BEFORE.test(reading.folded.slice(voice.start, voice.end)) &&
    isOf(reading, quantity.end, voice.start)
  )
    return undefined
  if (voice.start > quantity.end && isElsewhere(reading, quantity.end, voice, sentence.end)) return undefined
  const from = Math.max(sentence.start, quantity.start - 80)
  let cut = reading.folded.slice(from, quantity.start).search(CLAUSE_START)
  // 环团则批评，七成…: the figure opens its clause, and who says so has the one before
  if (cut > 0 && quantity.start - from - cut - 1 < 4 && voice.end < from + cut)
    cut = reading.folded.slice(from, from + cut).search(CLAUSE_START)
  else if (cut > 0 && ACCORDS.test(reading.folded.slice(from, from + cut)))
    cut = reading.folded.slice(from, from + cut).search(CLAUSE_START)
  const start = from + cut + 1
  if (cut < 0 || (voice.start >= start && voice.start < quantity.end) || quantity.start - start < 4)
    return voice
  // `Amara Singh, University of Leeds: “…”`, `Lars Berg (founder, since 2019) warned`: the comma parts a name from its office
  const clause = reading.folded.slice(start, quantity.start)
  if (/:[*_]{0,2} ?["“]|^[^(]*\)/.test(clause)) return voice
  if (reading.lang === 'en' && OUR_CLAUSE.test(reading.text.slice(start, quantity.start))) return undefined
  const near = speakers.of({ start, end: quantity.start })
  if (!near || WORK.test(reading.folded.slice(near.start, near.end))) return voice
  if (ACCORDED.test(reading.folded.slice(Math.max(start, near.start - 20), near.start))) return near
  // `the drafted reports showed …, Hartley-Brook said`: a name outranks a role in small letters
  return IN_SMALL.test(reading.text.slice(near.start, near.end)) &&
    !(isRole(voice) && voice.start < near.start)
    ? voice
    : near
}

/** `the vendor claims 99%, our tests showed 84%`. */
const OUR_CLAUSE = /^\s?(?:but |and |while |whereas |yet )?(?:in |by )?(?:our|we)(?![\p{L}])(?![^“"]*[”"])/u
/** `below the $3.6 billion that analysts had forecast`: nobody asserts it. */
const SET_AGAINST =
  /^ (?:that |which )?(?:[a-z]+ ){0,2}(?:analysts?|economists?|investors?|forecasters|markets?|wall street) (?:had |have |were )?(?:expect(?:ed|ing)|forecast(?:ed)?|predicted|projected|estimated|anticipated)(?![a-z])/
/** Where nothing but whose count it is stands before a comma. */
const ACCORDS = /, (?:by|on|according to) [^,;.]{3,48}$/
/** `he had been told of 95%, when, by the auditors' reckoning, it had reached 10`: whose count it is, beside the figure. */
const ACCORDED = /(?<![a-z])(?:by|according to|on|in) (?:the )?$/

/** 估值1500亿，不过其他媒体爆料说…; 甲突破650亿，乙最新披露的收入…; `9% use it, and the bureau finds …`: a voice behind a figure that says only what follows. */
const isElsewhere = ({ folded, lang }: Reading, from: number, voice: Span, end: number): boolean =>
  /[;；]|[,，](?:不过|但是?|然而|而|可是|只是)[^,，。]{0,2}$|, (?:and|but|yet|while|whereas|though|although|which|of wh(?:om|ich)) (?!.*(?:according to|(?<![a-z])per) )[^,;.\d]{0,30}$/.test(
    folded.slice(from, voice.start),
  ) ||
  (lang !== 'en' &&
    !WORK_BEFORE.test(folded.slice(voice.start, voice.end)) &&
    goesOnToSay(folded.slice(from, voice.start), folded.slice(voice.end, end))) ||
  /^[^,，。;]{0,10}?(?:披露|公布|发布|透露|宣布|预测|估计|提到|提出|指出|说|称)的/.test(
    folded.slice(voice.end, voice.end + 14),
  )

/** 约四成，据某所统计: named behind the figure for what stands before it; so is who a quotation has closed before. */
const BACKWARD = /[”」』"]|(?:这是|据|照|来自|引[述自])\s?$/
/** …，研究人员说。: nothing stands behind its verb. */
const SAYS_LAST =
  /^[^,。;；:：]{0,24}?(?:[说道称指写言示露绍为]|指出|报[道导]|[估统预]计|[估推测]算|预测|强调|补充|解释|回应)[^\u4e00-\u9fffa-z\d]*$/

/** 多达9份查无此案，法官裁定罚款…: in Chinese a voice that goes on to say something says that, and not what stands before it. */
const goesOnToSay = (between: string, behind: string): boolean =>
  !BACKWARD.test(between) && behind.length > 3 && !SAYS_LAST.test(behind)

/** Where another voice may begin: behind a semicolon, or behind a quotation that ends in a full stop. */
const PARTS = /[;；]|[。!?！？][”」』]/g

/** `马斯克称…；供应商透露…`, `公诉人指出：“…。”辩护人认为…`: the part of a sentence that holds the figure; undefined if it has one only. */
function partOf({ folded }: Reading, { sentence, quantity }: Binding): Span | undefined {
  let { start, end } = sentence
  for (const { index, 0: mark } of matchesOf(PARTS, folded.slice(start, Math.min(end, start + 600)))) {
    const at = sentence.start + index + mark.length
    if (mark.length === 1 && OPENING_MARK.test(folded.slice(sentence.start, at))) continue
    if (at <= quantity.start) start = at
    else if (sentence.start + index >= quantity.end) end = Math.min(end, at)
  }
  return start === sentence.start && end === sentence.end ? undefined : { start, end }
}

/** `Lena Ortmann, whose union has 1,800 members, said`: what is told of a voice behind its comma, it does not say. */
const TOLD =
  /^(?: [a-z]+){0,2},? (?:who|whose|which|(?:signed|backed|led|owned|written|co-signed) by)(?![a-z])(?!.{0,40}(?:said|says?|told|found|put|estimate|report|warn|claim|show|note|believe|calculate|reckon|expect|argue))(?:[^,”"]|,(?=\d))*$/

/** 一项对五万份意见的分析: what a work is of is its own result. */
const WORK_BEFORE = /(?:报告|研究|论文|调查|分析)$/
/** 做了八年审核的小邱苦笑: what is told of a voice before it, it does not say. */
const isOf = ({ folded }: Reading, from: number, to: number): boolean =>
  to - from <= 24 &&
  /^[^,。;:、—–…“”「」-]*的$/.test(folded.slice(from, to)) &&
  !OPENING_MARK.test(folded.slice(Math.max(0, from - 80), from))

const isTold = ({ folded }: Reading, voice: Span, { start, end }: Span): boolean => {
  const between = folded.slice(voice.end, start)
  if (between.length >= 140) return false
  return TOLD.test(between) || IN_BRACKETS.test(between) || (TOLD_TO.test(between) && isHearer(folded, end))
}
/** `told a crowd of 3,000 that …`: who hears it. */
const TOLD_TO =
  /^(?: has| had)? told (?:an? |the |its |his |her |some |about |nearly |almost |more than )*(?:[a-z-]+ (?:of )?){0,2}$/
const isHearer = (folded: string, at: number): boolean =>
  /^(?: [a-z]+){0,3}?(?: that(?![a-z])|:|,? ["“])/.test(folded.slice(at, at + 40))
/** `Bill Gates (co-founder of Microsoft, which owns 50% of it) warned`. */
const IN_BRACKETS = /^ \([^()“"”]*$/

/** A voice that is no name that was found as one: `Forecasters put it at 5%, though superforecasters said 0.4%`. */
const isRole = (voice: Span) => !('name' in voice)
