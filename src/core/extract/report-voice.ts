import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import type { Block } from './document.ts'
import { OPENING_MARK } from './quotation.ts'
import type { Reading } from './reading.ts'

/** 能效方面，…: the next topic of what a report says. */
const NEXT_TOPIC = /^[\s*]{0,4}(?:在)?[\u4e00-\u9fff、]{2,12}(?:方面|领域|层面|环节),/
const REPORT = /(?:报告|白皮书|蓝皮书|调查|民调|问卷|统计)$/

/** Whether a paragraph takes up the next topic of the report that the paragraph before told of. */
export const goesOn = ({ folded }: Reading, { start }: Block): boolean =>
  NEXT_TOPIC.test(folded.slice(start, start + 24))

/** Whether a voice is a report, which speaks on, and no person. */
export const isWork = ({ folded }: Reading, { start, end }: Span): boolean =>
  REPORT.test(folded.slice(start, end))

/** `Only 12%`, `Another 20%`, `They now assume`, `That would`: an English sentence that takes up what the one before said. */
const TAKES_UP =
  /^[\s*_]{0,3}(?:(?:and|but|overall|meanwhile|instead),? )?(?:\d|about|only|some|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|another|a further|the (?:rest|remaining|remainder|others?)|(?:of|among) (?:those|these|them)|they|their|(?:it|that|this) would)(?![a-z])/
/** `The north, by contrast, has 12`. */
const CONTRASTS = /^[^,.;]{2,40}, (?:by|in) (?:contrast|comparison),/
/** `Only 12%`, `That percentage`: a result of the same work. */
const RESULT =
  /^[\s*_]{0,3}(?:(?:and|but|yet|still|overall|by contrast|in contrast),? )?(?:(?:about|around|roughly|nearly|almost|only|just|some|more than|over|fewer than|less than|up to|at least) )?(?:\d|another|a (?:third|quarter|fifth|half|majority|further)|half|one|two|three|four|five|six|seven|eight|nine|ten|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|its?|they|among|democrats|republicans|independents|conservatives|women|men|voters|support|opposition|majorities|of (?:those|these|them|the)|that|the (?:share|rate|average|figure|number|report|study|survey|poll|authors|researchers|respondents)|respondents|participants)(?![a-z])/
const WORK_EN =
  /(?:poll|survey|stud(?:y|ies)|report|paper|research|analysis|audit|review|inquiry|index|census|tracker|barometer|preprint)$/
/** `a Halvane poll`, behind the name. */
const WORK_BEHIND =
  /^(?:['’]s)?(?: new| latest| own)? (?:poll|survey|study|report|paper|research|analysis|audit|index)(?![a-z])/
/** `a survey of 400 firms, carried out by Halvane`, before the name. */
const WORK_AHEAD =
  /(?<![a-z])(?:poll|survey|study|report|paper|research|analysis|audit|review|census)(?![a-z])[^.;:“”"]{0,48} (?:by|from|for) (?:the |an? )?$/
/** `that percentage is lower`, `35% of people`: who was asked, beside a figure. */
const ASKED =
  /(?<![a-z])(?:that (?:percentage|share|figure|number|proportion)|respondents|participants|(?:say|says|saying|said) (?:that )?they|of (?:people|adults|americans|britons|voters|users|those|workers|teens|teenagers|parents|students|employees|women|men|firms|companies|them))(?![a-z])/
const AROUND = 60
/** Who accuses tells a whole story. */
const ACCUSES = /(?:prosecutors?|police|investigators?|detectives?|complaint|lawsuit|indictment|filing)$/
const STORY = /^[\s*_]{0,3}(?:the|he|she|they|his|her|it|its)(?![a-z])/
/** 批评过这种做法。, 宣布推出新一代模型。, 发布通知: what somebody once said, or did by saying so; what follows is told by the author. */
const ACTED =
  /^[^,。:“「]{0,16}(?:[^不通经超越路]过(?![去程度于后渡半])[^:：“「]*$|(?:宣[布告]|发布|公布)(?:正式|将|已)?(?:推出|上线|开源|完成|成立|收购|[^,。]{0,6}(?:通知|新一代|新版)))|^[^。“「]{0,80}?要求[^,。“「]{0,8}(?:赔偿|赔礼|道歉|支付|返还|退还|停止侵权)/
/** 据了解，…, 他的公司去年…: nobody who was named, or told of him who was. */
const HEARSAY =
  /^[”」』]?\s?(?:[他她](?:创办|执掌|带领|领导|任职|所在|供职|带)?的(?:公司|团队|组里|机构|企业|实验室|项目)|据(?:了解|悉|传|爆料|公开资料)|公开资料|有消息)/
/** 行业普遍认为…。数据显示…: what everybody thinks, and what somebody counted. */
const ANYBODY = /(?:行业|业内|业界|外界|各界|学界|人士|专家)$/
const COUNTS = /^[”」』]?\s?(?:数据|统计|资料|调查|研究|报告)(?:显示|表明|发现|指出)/
/** 我实测了一下, 笔者翻了翻: whoever writes; 我国 and 我们 may be anybody's. */
const SELF = /我(?![国们省市校院军方区县司行党队厂馆部局])|笔者/
const IN_MARKS = /[“「『][^”」』]*(?:[”」』]|$)/g

/** Whether the author of a Chinese text speaks of himself in a sentence, outside quotation marks; `before`: the paragraph before it. */
export const speaksItself = (sentence: string, before: () => string): boolean =>
  SELF.test(sentence) && SELF.test(sentence.replace(IN_MARKS, '')) && !OPENING_MARK.test(before())
/** How much of a sentence, and of the words before a figure, is looked at. */
const HEAD = 60
const BEFORE = 400

/**
 * Whether a figure in a paragraph is still said by the voice of the sentence `back` sentences before it, `earlier`. Chinese repeats no
 * voice, and holds on to it but where it tells what somebody did; in English most that follows what somebody said is told by the
 * author again.
 */
export function goesOnSaying(
  reading: Reading,
  binding: Binding,
  voice: Span,
  back: number,
  earlier: Span,
): boolean {
  const { folded, lang } = reading
  const { block, sentence, quantity } = binding
  if (block?.kind !== 'paragraph') return true
  const before = folded.slice(Math.max(block.start, quantity.start - BEFORE), quantity.start)
  if (OPENING_MARK.test(before)) return true
  if (lang === 'en') return isInStraight(before) || isTakenUp(reading, binding, voice, back)
  const head = folded.slice(sentence.start, sentence.start + HEAD)
  if (ANYBODY.test(folded.slice(voice.start, voice.end)) && COUNTS.test(head)) return false
  return !ACTED.test(folded.slice(voice.end, earlier.end)) && !HEARSAY.test(head)
}

/** Whether a straight mark has opened and not closed. */
const isInStraight = (before: string): boolean => (before.match(/"/g)?.length ?? 0) % 2 === 1

/** Whether an English sentence says by its words that the voice before it goes on. */
function isTakenUp(
  { folded, text }: Reading,
  { sentence, quantity }: Binding,
  voice: Span,
  back: number,
): boolean {
  if (/[:：]["“]?\s*$/.test(text.slice(voice.end, sentence.start)) && back === 1) return true
  const head = folded.slice(sentence.start, sentence.start + HEAD)
  if (TAKES_UP.test(head) || CONTRASTS.test(head)) return true
  const name = folded.slice(voice.start, voice.end)
  if (ACCUSES.test(name) && STORY.test(head)) return true
  const isWorkOf =
    WORK_EN.test(name) ||
    WORK_BEHIND.test(folded.slice(voice.end, voice.end + 16)) ||
    WORK_AHEAD.test(folded.slice(Math.max(0, voice.start - 72), voice.start))
  const around = folded.slice(Math.max(sentence.start, quantity.start - AROUND), quantity.end + AROUND)
  return isWorkOf && (RESULT.test(head) || ASKED.test(around))
}
