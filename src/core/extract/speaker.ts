import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { findLabel } from './labels.ts'
import type { Reading } from './reading.ts'
import { spanAt } from './reading.ts'

/** Who is named as the voice of each sentence, by the start of the sentence. */
export interface Speakers {
  bySentence: Map<number, Span>
  /** The organisation that the title or the opening says published the figures. */
  producer?: Span
}

const NAME_HAN = '[^,。;:、()"“”「」\\n]{2,24}?'
const NAME_EN = "(?:the )?((?:[a-z][\\w.'’&-]*[ ]?){1,6}?)"

/** Patterns that name a speaker in group 1, in folded text. */
const ATTRIBUTIONS: RegExp[] = [
  new RegExp(
    `(?:^|[,。;\\s])(?:根据|据|按照|依据|引述|援引)\\s?(${NAME_HAN})(?:的)?\\s?(?:最新|今日|周.|昨日|当天|近日)?(?:的)?(?:报道|报导|数据|介绍|说法|统计|估计|调查|研究|报告|消息|爆料|表述|声明|披露|论文|民调|预测|分析|称|说|所述|指出|透露|了解|新闻)`,
  ),
  new RegExp(
    `(?:^|[,。;」”"]\\s?)(${NAME_HAN})(?:在?(?:最新|近日|日前|今天|周.|随后|本周|昨天|昨日|也|还|则|曾|向[^,。]{2,12}|在[^,。]{2,20}(?:中|上|里)|进一步|公开|于[^,。]{2,12}))*的?(?:(?:研究|论文|报告|调查|民调|实验|数据|团队|测试)(?:结果)?)?(?:表示|指出|透露了?|称(?![为号呼赞])|写道|认为|发现|警告|爆料|估计|预测|预计|宣布|披露|公布|显示|表明|揭示|强调|坦言|说(?![明服法]))`,
  ),
  new RegExp(`(?:^|[,。;])\\s?[《「]?(${NAME_HAN})[》」]?提供的(?:一[张份组])?(?:表格|数据|图表|数字|统计)`),
  new RegExp(
    `according to ${NAME_EN}(?=[,.;)]|$| (?:which|who|that|released|published|from|in|report|data|survey|poll|study|research|conducted)(?![a-z]))`,
  ),
  new RegExp(
    `(?:^|[,.;”"] ?)(?:as )?${NAME_EN}(?:'s |’s )?(?:(?:latest |new |recent )?(?:report|study|poll|survey|paper|research|data|analysis|researchers|team)s? )?(?:said|says|told|found|finds|reported|reports|added|noted|notes|warned|warns|estimated|estimates|claimed|claims|wrote|writes|showed|shows|revealed|reveals|explained|announced|predicts|predicted)(?![a-z])`,
  ),
  new RegExp(`(?:^|[,(] ?)per (?:the |an? )?${NAME_EN}(?:poll|report|survey|study|data)?(?=[,.;)]|$)`),
  new RegExp(
    `[,”"] (?:says|said|adds|added|noted|explained|wrote|told) ${NAME_EN}(?=[,.;]|$| (?:in|on|at|from|of|who)(?![a-z]))`,
  ),
  new RegExp(`, ${NAME_EN}(?:said|says|added|noted|explained|wrote)(?=[.,;]|$| (?:in|on|at)(?![a-z]))`),
  new RegExp(
    `(?:poll|survey|study|report|research|analysis)(?: [a-z0-9, ]{0,40})? (?:by|from) ${NAME_EN}(?=[,.;)]|$| (?:found|finds|shows?|showed|released|published|that|which|of|and|in|on)(?![a-z]))`,
  ),
]

/** Words that stand where a speaker would but name nobody. */
const NOBODY =
  /^(?:.*(?:的|了|着|在|将|会|对|如果|因为|估值|销售额|收入|率|价格|场合|时候|我|你)|(?:他|她|我|它|这|那|从|但|而|却|就|也|还|不|没|要|可).*|arxiv.*|我们?|他们?|她们?|它们?|你们?|大家|有人|这|这些|该|其|此|结果|数据|研究|报告|论文|实验结果|结果|作者|笔者|本文|可以|不过|但|同时|此外|因此|所以|最|更|如果|图|表|下图|上图|it|this|that|these|those|we|they|he|she|i|you|there|which|who|what|one|results?|some|many|people|others|nobody|no one|the results?|a|an|the|and|but|also|reports?|has|have|had|is|are|was|were)$/

/** Reads attributions sentence by sentence, and the producer that the title names. */
export function readSpeakers(reading: Reading): Speakers {
  const bySentence = new Map<number, Span>()
  for (const sentence of reading.sentences) {
    const found = findAttribution(reading, sentence)
    if (found) bySentence.set(sentence.start, found)
  }
  const producer = findProducer(reading)
  return { bySentence, ...(producer && { producer }) }
}

function findAttribution(reading: Reading, sentence: Span): Span | undefined {
  const words = reading.folded.slice(sentence.start, Math.min(sentence.end, sentence.start + 600))
  for (const pattern of ATTRIBUTIONS) {
    const match = pattern.exec(words)
    const name = match?.[1]?.trim()
    if (!match || !name || name.length < 2) continue
    const start = sentence.start + match.index + match[0].indexOf(name)
    const span = shorten(reading, { start, end: start + name.length })
    if ('name' in span || !NOBODY.test(name)) return span
  }
  return STUDY.test(words) ? studyAt(sentence, words) : undefined
}

/** 报告发现, 论文里有一组数据, the study found: the work itself speaks. */
const STUDY =
  /(?:^|[,。;])\s?(?:该|本|这份|这项|这篇)?(论文|报告|研究|调查|本文)(?:团队)?(?:还|也|中|里|则)?(?:有一组|发现|指出|显示|给出|认为|表明|写道|提到|特别提到|做了|做|对)|(?:the|this|their) (study|paper|report|survey|poll) (?:found|finds|shows?|says?|said|reports?)/

function studyAt(sentence: Span, words: string): Span | undefined {
  const match = STUDY.exec(words)
  const name = match?.[1] ?? match?.[2]
  if (!match || !name) return undefined
  const start = sentence.start + match.index + match[0].indexOf(name)
  return { start, end: start + name.length }
}

/** The name inside a long title: `Lasso Security的安全研究员Bar Lanyado` is Bar Lanyado. */
function shorten(reading: Reading, span: Span): Span {
  const name = reading.namesIn(span.start, span.end).findLast((one) => one.kind !== 'place')
  return name ?? span
}

const PUBLISHES =
  /^(?:的?(?:最新|新|一项)?(?:研究|报告|论文|调查|测试)?(?:揭示|公布|发布|发现|近日|表示|警告|推出|登|近日发布|指出|显示|证实|称|:)|'s | (?:poll|study|report|survey|research|finds|found|says|warns|reveals|shows|releases))/
/** Characters of the opening in which a producer is looked for. */
const OPENING = 400

/** `HiddenLayer 报告：…`, `Anthropic揭示…`: the title or opening names who produced the figures. */
function findProducer(reading: Reading): Span | undefined {
  return reading
    .namesIn(0, OPENING)
    .find(
      (name) =>
        !/^arxiv/i.test(name.name) &&
        (name.kind === 'organization' || name.kind === 'person') &&
        PUBLISHES.test(reading.folded.slice(name.end, name.end + 14).replace(/^ /, '')),
    )
}

/** The speaker of a figure, as written; undefined when the text itself asserts it. */
export function bindSpeaker(reading: Reading, binding: Binding, speakers: Speakers): string | undefined {
  const span =
    findLabel(reading, binding)?.speaker ??
    ownAttribution(binding, speakers) ??
    turnSpeaker(reading, binding) ??
    carried(reading, binding, speakers) ??
    speakers.producer
  if (!span) return undefined
  return typeof span === 'string'
    ? span
    : reading.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
}

/** The attribution of its own sentence, unless the name found is the very subject of the figure. */
function ownAttribution(binding: Binding, speakers: Speakers): Span | undefined {
  return speakers.bySentence.get(binding.sentence.start)
}

/** Sentences that an attribution may lie back. */
const SENTENCES_BACK = 12

/** An attribution holds on to the end of its paragraph; for a table, that of the paragraph that introduces it. */
function carried(reading: Reading, binding: Binding, speakers: Speakers): Span | undefined {
  if (!binding.block) return undefined
  const isTable = binding.block.kind === 'table-row' || binding.block.kind === 'table-head'
  const index = reading.sentences.indexOf(binding.sentence)
  for (let back = 1; back <= SENTENCES_BACK && index - back >= 0; back++) {
    const earlier = reading.sentences[index - back]!
    if (earlier.start < binding.block.start && !isTable) return undefined
    const found = speakers.bySentence.get(earlier.start)
    if (found) return found
  }
  return undefined
}

function turnSpeaker(reading: Reading, binding: Binding): string | undefined {
  return spanAt(reading.turns, binding.quantity.start)?.speaker
}
