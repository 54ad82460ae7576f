import type { Span } from '../text/sentences.ts'
import type { Reading } from './reading.ts'

/**
 * Finds who a sentence names as its voice. Verb first, then a bounded look back (or forward) for the name: every pattern
 * is anchored on a closed list of words, so the cost is linear in the length of the text.
 */

const SAYS_EN =
  /(?<![a-z])(?:said|says|told|found|finds|reported|reports|added|noted|notes|warned|warns|estimated|estimates|claimed|claims|wrote|writes|showed|shows|revealed|reveals|explained|announced|predicts|predicted)(?![a-z])/g
const SAYS_HAN =
  /(?:表示|指出|透露了?|称(?![为号呼赞])|写道|认为|发现|警告|爆料|估计|预测|预计|宣布|披露|公布|显示|表明|揭示|强调|坦言|预判|判断|通报|得出[^,。]{0,12}结论|给出[^,。]{0,10}(?:数据|数字|预测|判断|担忧|估计|框架)|说(?![明服法]))/g
const ACCORDING_EN = /(?<![a-z])(?:according to|per) (?:the |an? )?/g
const ACCORDING_HAN = /(?:根据|据|按照|依据|引述|援引)\s?/g
const ACCORDING_HAN_END =
  /^[《「]?([^,。;:、()"“”「」\n]{2,24}?)[》」]?(?:的)?(?:最新|今日|周.|昨日|当天|近日)?(?:的)?(?:报道|报导|数据|介绍|说法|统计|估计|调查|研究|报告|消息|爆料|表述|声明|披露|论文|民调|预测|分析|称|说|所述|指出|透露|了解|新闻)/
const PROVIDED = /提供的(?:一[张份组])?(?:表格|数据|图表|数字|统计)/g
const BY_EN =
  /(?<![a-z])(?:poll|survey|study|report|research|analysis)[a-z0-9, ]{0,30}? (?:by|from) (?:the )?/g
/** The work itself speaks: 报告发现, 论文里有一组数据, the study found. */
const STUDY =
  /(?:^|[,。;])\s?(?:该|本|这份|这项|这篇)?(论文|报告|研究|调查|本文)(?:团队)?(?:还|也|中|里|则)?(?:有一组|发现|指出|显示|给出|认为|表明|写道|提到|特别提到|做了|做|对)|(?:the|this|their) (study|paper|report|survey|poll) (?:found|finds|shows?|says?|said|reports?)/

/** Those who were asked are what a survey reports on; they do not report it. */
const ASKED =
  /(?:受访者|调查对象|消费者|用户|网友|民众|市民|选民|员工|开发者|的人|人们|者|respondents?|participants?|people|users|consumers|voters|americans|adults|workers|employees|citizens|residents|students|those surveyed|\d+%.*|.*(?:分之|成).*)$/

/** Words of a clause, which no name of a voice holds. */
const CLAUSE = /无法|几乎|一个|我们|他们|它们|说|着|要是|因为|所以|如果|可以|已经|正在|现有/

/** Words that stand where a speaker would but name nobody. */
const NOBODY =
  /^(?:(?:或者|然后|好比|其实|还有|因为|如果|所以|不过|接着|面对|譬如|例如|包括|作为|直接|再|先|常|另).*|.*(?:的|了|着|在|将|会|对|如果|因为|估值|销售额|收入|率|价格|场合|时候|我|你)|(?:他|她|我|它|这|那|从|但|而|却|就|也|还|不|没|要|可).*|arxiv.*|我们?|大家|有人|结果|数据|研究|报告|论文|实验结果|作者|笔者|本文|同时|此外|因此|所以|最|更|如果|图|表|下图|上图|(?:when|if|although|though|because|while|after|before|since|unless|once|where|how|why|whether|each|all|both) .*|(?:.* )?(?:it|they|he|she|we|i|you)|(?:it|this|that|these|those|we|they|he|she|i|you|there|which|who|what|one|some|many|people|others|nobody|no one|and|but|also|as|so|then|has|have|had|is|are|was|were|results?|the results?|reports?)(?: .*)?)$/
/** A name is no longer than this; looking further would find another clause. */
const REACH = 56

/** The span that names the voice of a sentence, or undefined. */
export function findAttribution(reading: Reading, sentence: Span): Span | undefined {
  const end = Math.min(sentence.end, sentence.start + 600)
  const words = reading.folded.slice(sentence.start, end)
  for (const candidate of candidates(words)) {
    const name = words.slice(candidate.start, candidate.end)
    const span = shorten(reading, {
      start: sentence.start + candidate.start,
      end: sentence.start + candidate.end,
    })
    // A model shows a rate; it is not the one who reports it.
    if (isModel(span)) continue
    if ('name' in span || (name.length >= 2 && !NOBODY.test(name) && !ASKED.test(name) && !CLAUSE.test(name)))
      return span
  }
  return studyAt(sentence, words)
}

const isModel = (span: Span): boolean => 'kind' in span && span.kind === 'model' && 'entityId' in span

function* candidates(words: string): Generator<Span> {
  for (const match of words.matchAll(ACCORDING_HAN)) yield* accordingHan(words, match.index + match[0].length)
  for (const match of words.matchAll(SAYS_HAN)) yield* beforeHan(words, match.index)
  for (const match of words.matchAll(PROVIDED)) yield* beforeHan(words, match.index)
  for (const match of words.matchAll(ACCORDING_EN)) yield* forward(words, match.index + match[0].length)
  for (const match of words.matchAll(SAYS_EN))
    yield* aroundSays(words, match.index, match.index + match[0].length)
  for (const match of words.matchAll(BY_EN)) yield* forward(words, match.index + match[0].length)
}

function* accordingHan(words: string, at: number): Generator<Span> {
  const match = ACCORDING_HAN_END.exec(words.slice(at, at + 48))
  if (match)
    yield trimmed(
      words,
      at + match[0].indexOf(match[1]!),
      at + match[0].indexOf(match[1]!) + match[1]!.length,
    )
}

const ADVERBS_HAN =
  /(?:在?(?:最新|近日|日前|今天|今日|周.|随后|本周|昨天|昨日)|也|还|则|曾|向[^,。]{2,12}|在[^,。]{2,20}(?:中|上|里)|进一步|公开|于[^,。]{2,12}|的|研究|论文|报告|调查|民调|实验|数据|团队|测试|结果|最新|新)$/

/** The words before a reporting verb, back to the last mark, without adverbs and 研究结果. */
function* beforeHan(words: string, verb: number): Generator<Span> {
  const from = Math.max(0, verb - REACH)
  const start = from + words.slice(from, verb).search(/[^,。;:」”"\n]*$/)
  if (start === from && from > 0) return
  let end = verb
  for (let rounds = 0; rounds < 5; rounds++) {
    const adverb = ADVERBS_HAN.exec(words.slice(start, end))
    if (!adverb || end - adverb[0].length - start < 2) break
    end -= adverb[0].length
  }
  if (end - start >= 2 && end - start <= 30) yield trimmed(words, start, end)
}

const FORWARD_END =
  /[,.;:)”"\n]| (?:which|who|that|released|published|from|in|report|data|survey|poll|study|research|conducted|found|finds|shows?|showed|of|and|on|at|has|is|was|said|says)(?![a-z])/

/** The name after `according to`, `poll by`: up to the first mark or relative word. */
function* forward(words: string, at: number): Generator<Span> {
  const rest = words.slice(at, at + REACH)
  const stop = rest.search(FORWARD_END)
  const length = stop < 0 ? rest.length : stop
  if (length >= 2 && /^[a-z“"]/.test(rest)) yield trimmed(words, at, at + length)
}

const WORK_EN =
  /(?:['’]s)? (?:(?:latest |new |recent )?(?:report|study|poll|survey|paper|research|data|analysis|researchers|team)s?)$/

/** `X said`, or after a comma or quotation mark `said X`. */
function* aroundSays(words: string, verb: number, end: number): Generator<Span> {
  const from = Math.max(0, verb - REACH)
  const lead = words.slice(from, verb)
  const start = from + lead.search(/[^,.;:”"“\n]*$/)
  const name = words.slice(start, verb).replace(/\s+$/, '')
  const work = WORK_EN.exec(name)
  const bare = name.length - (work?.[0].length ?? 0)
  const spaces = (
    words
      .slice(start, start + bare)
      .trim()
      .match(/ /g) ?? []
  ).length
  if (bare >= 2 && spaces < 6 && !(start === from && from > 0)) yield trimmed(words, start, start + bare)
  if (/[,”"]\s?$/.test(lead)) yield* forward(words, end + (/^ the /.test(words.slice(end, end + 5)) ? 5 : 1))
}

function trimmed(words: string, from: number, to: number): Span {
  const lead =
    /^(?:\s|[《「“"]|as |the |and |but |his |her |its )+/.exec(words.slice(from, to))?.[0].length ?? 0
  let end = to
  while (end > from + lead && /[\s》」”"]/.test(words[end - 1]!)) end--
  return { start: from + lead, end }
}

/** The name inside a long title: `Lasso Security的安全研究员Bar Lanyado` is Bar Lanyado. */
function shorten(reading: Reading, span: Span): Span {
  const whole = reading
    .namesIn(span.start, span.start + REACH)
    .find(({ start, end }) => start === span.start && end > span.end)
  if (whole) return whole
  return (
    reading
      .namesIn(span.start, span.end)
      .findLast((one) => one.kind !== 'place' && !/^arxiv/i.test(one.name)) ?? span
  )
}

function studyAt(sentence: Span, words: string): Span | undefined {
  const match = STUDY.exec(words)
  const name = match?.[1] ?? match?.[2]
  if (!match || !name) return undefined
  const start = sentence.start + match.index + match[0].indexOf(name)
  return { start, end: start + name.length }
}
