import type { Span } from '../text/sentences.ts'
import { findAttribution } from './attribution.ts'
import type { Binding } from './binding.ts'
import type { Block } from './document.ts'
import { findLabel, findLabelled } from './labels.ts'
import { type Reading, spanAt } from './reading.ts'
import { goesOn, isWork } from './report-voice.ts'
import { findIntroduced, isVoiceName } from './voice.ts'
import { matchesOf } from './word-scan.ts'

/** Who speaks where, read on demand and kept. */
export interface Speakers {
  /** Who a sentence names as its voice. */
  of: (sentence: Span) => Span | undefined
  /** The organisation that the title or the opening says published the figures. */
  producer?: Span
}

export function readSpeakers(reading: Reading): Speakers {
  const of = (sentence: Span) => findAttribution(reading, sentence)
  const producer = findProducer(reading)
  return { of, ...(producer && { producer }) }
}

const PUBLISHES =
  /^(?:的?(?:最新|新|一项)?(?:研究|报告|论文|调查|测试)?(?:揭示|公布|发布|发现|近日|表示|警告|推出|登|指出|显示|证实|称|(?<=[究告文查试]):|:(?!\s?[\d约近超]))|'s (?:[a-z-]+ ){0,4}(?:reports?|stud(?:y|ies)|surveys?|polls?|papers?|research|analysis|audit|tests?|findings|data|index|system card|researchers|team)(?![a-z])| (?:poll|study|report|survey|research|finds|found|says|warns|reveals|shows|releases))/
/** Characters of the opening in which a producer is looked for. */
const OPENING = 400

/** `HiddenLayer 报告：…`, `Anthropic揭示…`: the title or opening names who produced the figures. */
function findProducer(reading: Reading): Span | undefined {
  return reading
    .namesIn(0, OPENING)
    .find(
      (name) =>
        !/^(?:arxiv.*|[qa]\d*)$/i.test(name.name) &&
        (name.kind === 'organization' || name.kind === 'person') &&
        PUBLISHES.test(reading.folded.slice(name.end, name.end + 60).replace(/^ /, '')),
    )
}

/** The speaker of a figure, as written; undefined when the text itself asserts it. */
export function bindSpeaker(reading: Reading, binding: Binding, speakers: Speakers): string | undefined {
  const span =
    findLabel(reading, binding)?.speaker ??
    byPronoun(reading, binding, speakers) ??
    sure(other(voiceOf(reading, binding, speakers), binding), turnSpeaker(reading, binding)) ??
    quoted(reading, binding, speakers) ??
    signed(reading, binding) ??
    carried(reading, binding, speakers) ??
    findLabelled(reading, binding) ??
    sourced(reading, binding) ??
    producerOf(binding, speakers)
  if (!span) return undefined
  return typeof span === 'string' ? span : reading.text.slice(span.start, span.end).trim()
}

/** `… that name AI (Conference Board, 2025).`: who counted, in brackets at the end of an item. */
const SOURCE = /\(([^()]{3,40}?)(?:, (?:19|20)\d\d)?\)[\s.*_。]*$/

function sourced({ text, namesIn }: Reading, { block, quantity }: Binding): Span | undefined {
  if (!isItem(block) || !RESULTS.has(quantity.unit)) return undefined
  const from = Math.max(quantity.end, block!.end - LONGEST_SOURCE)
  const match = SOURCE.exec(text.slice(from, block!.end))
  if (!match) return undefined
  const start = from + match.index + 1
  const end = start + match[1]!.length
  return namesIn(start, end).find(
    (name) => name.start === start && name.end === end && name.kind === 'organization',
  )
}

const LONGEST_SOURCE = 60

/** Whoever publishes a study is the voice of its results; sums, spans and counts on the way may be anybody's. */
const RESULTS: ReadonlySet<string> = new Set(['percent', 'fraction', 'multiple', 'score', 'percentage_point'])

const producerOf = ({ quantity }: Binding, { producer }: Speakers): Span | undefined =>
  RESULTS.has(quantity.unit) ? producer : undefined

/** In an interview only a name takes the word from the one whose turn it is. */
const sure = (span: Span | undefined, turn: string | undefined): Span | string | undefined =>
  span && ('name' in span || turn === undefined) ? span : turn

/** `one in five predicted …`: the figure is no speaker of itself. */
const other = (span: Span | undefined, { quantity }: Binding) =>
  span && span.start < quantity.end && span.end > quantity.start ? undefined : span

/** Sentences that an attribution may lie back. */
const SENTENCES_BACK = 12

/** 他认为, she estimates: the voice is someone named before, be it in the paragraph before. */
const PRONOUN_SAYS =
  /[他她](?:也|还|则|又|的|续|就|并|随后|进一步)?(?:在[^,。;:]{1,10}[上中里])?(?:写[:：]|发帖|发文|坦承|呼吁|批评|要求|建议|认为|估计|列[了出]|给[了出]|记录|提到|提出|引用|补充|坦言|解释|回应|分析|预测|预计|预判|表示|指出|说|声?称|写道|发现|分析|警告|补充|强调|透露|告诉|回忆|直言|承认|估算|推测|主张)|(?<![a-z])(?:he|she) (?:also |then |later |now |further |recently |repeatedly |has |had )?(?:said|says|found|finds|estimate[sd]?|predict(?:s|ed)|wrote|writes|add(?:s|ed)|claim(?:s|ed)|note[sd]|warn(?:s|ed)|told|believe[sd]?|thinks?|thought|point(?:s|ed) out|argue[sd]?|recall(?:s|ed)|report(?:s|ed)|explain(?:s|ed)|reckon(?:s|ed)|put|puts|suggest(?:s|ed)|insist(?:s|ed)|conclude[sd]?|acknowledge[sd]|admit(?:s|ted)|concede[sd]|calculate[sd]|expect(?:s|ed)|cite[sd]|testified|stress(?:es|ed)|revealed|announced|forecasts?)(?![a-z])/
const PRONOUN_BACK = 4
/** A voice nearer to the figure than this is the pronoun's own clause. */
const PRONOUN_CLAUSE = 8

function byPronoun(
  reading: Reading,
  { scope, sentence, quantity }: Binding,
  speakers: Speakers,
): Span | undefined {
  const { folded } = reading
  const before = folded.slice(scope.start, quantity.start)
  if (PRONOUN_SAYS.test(before)) return antecedent(reading, sentence, quantity.start, speakers)
  return isSaidBehind(folded.slice(quantity.end, scope.end))
    ? antecedent(reading, sentence, scope.start + openingOf(before), speakers, 0)
    : undefined
}

/** Where the quotation opens that words end in: whoever is named in it is not the one who says it. */
function openingOf(words: string): number {
  const mark = Math.max(...['“', '「', '『', '"'].map((open) => words.lastIndexOf(open)))
  return mark < 0 ? words.length : mark
}

/** `… 412 incidents,” he said`: behind the closing mark. */
function isSaidBehind(words: string): boolean {
  const close = /["”」』]\s?(?=[他她]|s?he )/.exec(words)
  return close !== null && PRONOUN_SAYS.test(words.slice(close.index, close.index + 24))
}

/** The person that 他 or `she` at a place of a sentence means: the last one named, or the last voice. */
function antecedent(
  reading: Reading,
  sentence: Span,
  at: number,
  speakers: Speakers,
  apart = PRONOUN_CLAUSE,
): Span | undefined {
  const index = reading.sentenceIndex(sentence)
  for (let back = 0; back <= PRONOUN_BACK && index - back >= 0; back++) {
    const { start, end } = reading.sentences[index - back]!
    const person = reading.namesIn(start, back === 0 ? at : end).findLast(({ kind }) => kind === 'person')
    const voice = speakers.of(reading.sentences[index - back]!)
    if (person) return person
    if (voice && voice.end <= at - apart) return voice
    const told = introducedIn(reading, start, back === 0 ? at : end)
    if (told) return told
  }
  return undefined
}

/** `Gwen Achterberg, who prices such risks`: a person by what is told behind the name, whom no list knows. */
const TOLD_OF =
  /(?<!\p{L})(\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}'’-]+){1,2}), (?:who|whose|\d\d,)(?!\p{L})/u

function introducedIn({ text, lang }: Reading, start: number, end: number): Span | undefined {
  const match = lang === 'en' ? TOLD_OF.exec(text.slice(start, Math.max(start, end))) : null
  return match ? { start: start + match.index, end: start + match.index + match[1]!.length } : undefined
}

/** An attribution holds on to the end of its paragraph; for a table, that of the paragraph that introduces it. */
function carried(reading: Reading, { block, sentence }: Binding, speakers: Speakers): Span | undefined {
  if (!block || isOwnVoice(reading, sentence)) return undefined
  const isTable = block.kind === 'table-row' || block.kind === 'table-head'
  const index = reading.sentenceIndex(sentence)
  for (let back = 1; back <= SENTENCES_BACK && index - back >= 0; back++) {
    const earlier = reading.sentences[index - back]!
    // `Ruiz said:` above a list is said of all its items.
    if (isItem(block) && earlier.start < block.start && isItem(reading.blockAt(earlier.start))) continue
    if (
      earlier.start < block.start &&
      !isTable &&
      !announces(reading, earlier) &&
      !goesOn(reading, block) &&
      !isQuotedOn(reading, block, earlier)
    )
      return undefined
    const found = speakers.of(earlier) ?? pronounVoice(reading, earlier, speakers)
    if (found && earlier.start < block.start && goesOn(reading, block))
      return isWork(reading, found) ? found : undefined
    if (found) return found
  }
  return undefined
}

/** `in a poll that we commissioned`: outside quotation marks that is whoever writes, not the voice of the sentence before. */
const OWN_VOICE = /(?<![\p{L}’'])(?:[Ww]e|[Oo]urs?|us|I|[Mm]y)(?!\p{L})/u
const QUOTED = /[“"][^”"]*(?:[”"]|$)/g

const isOwnVoice = ({ text, lang }: Reading, { start, end }: Span): boolean =>
  lang === 'en' && OWN_VOICE.test(text.slice(start, end).replace(QUOTED, ''))

const isItem = (block: Block | undefined): boolean => block?.kind === 'list-item'

/** 他分析，需求最急。: a sentence whose voice is a pronoun. */
function pronounVoice(reading: Reading, { start, end }: Span, speakers: Speakers): Span | undefined {
  const at = reading.folded.slice(start, Math.min(end, start + LONGEST_LEAD)).search(PRONOUN_SAYS)
  return at < 0 ? undefined : antecedent(reading, { start, end }, start + at, speakers)
}

/** How far into a sentence, and how far behind a quotation, a voice is looked for, in UTF-16 units. */
const LONGEST_LEAD = 400

/** The work of a voice named before, not another voice. */
const WORK = /^(?:报告|研究|论文|调查|分析|study|report|paper|survey|analysis|research)$/
const IN_SMALL = /^[a-z ’'-]+$/
/** Where the clause of a figure begins. */
const CLAUSE_START = /[;；,，](?=[^;；,，]*$)/

/** `X said 40%; Y said 50%`: of two voices in a sentence, the one whose clause holds the figure. */
function voiceOf(reading: Reading, binding: Binding, speakers: Speakers): Span | undefined {
  const { sentence, quantity } = binding
  const part = partOf(reading, binding)
  const own = part && speakers.of(part)
  if (own && own.start < quantity.end) return own
  const voice = speakers.of(sentence)
  if (!voice) return undefined
  if (voice.start > quantity.end && /[;；]/.test(reading.folded.slice(quantity.end, voice.start)))
    return undefined
  const from = Math.max(sentence.start, quantity.start - 80)
  let cut = reading.folded.slice(from, quantity.start).search(CLAUSE_START)
  // 环团则批评，七成…: the figure opens its clause, and who says so has the one before
  if (cut > 0 && quantity.start - from - cut - 1 < 4 && voice.end < from + cut)
    cut = reading.folded.slice(from, from + cut).search(CLAUSE_START)
  const start = from + cut + 1
  if (cut < 0 || (voice.start >= start && voice.start < quantity.end) || quantity.start - start < 4)
    return voice
  const near = speakers.of({ start, end: quantity.start })
  if (!near || WORK.test(reading.folded.slice(near.start, near.end))) return voice
  // `the drafted reports showed …, Hartley-Brook said`: a name outranks a role in small letters
  return IN_SMALL.test(reading.text.slice(near.start, near.end)) &&
    !(isRole(voice) && voice.start < near.start)
    ? voice
    : near
}

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

/** A voice that is no name that was found as one: `Forecasters put it at 5%, though superforecasters said 0.4%`. */
const isRole = (voice: Span) => !('name' in voice)

const OPENING_MARK = /[“「『](?=[^”」』]*$)/
const CLOSING_MARK = /[”」』]/
/** What follows a quotation that somebody said. */
const SAID_BEHIND =
  /^[”」』"]\s?(?:[a-z][a-z.'’ -]{0,60}(?:said|says|told|added|wrote|explained|noted|warned|argued|recalled)(?![a-z])|(?:said|says|added|wrote|explained|noted|warned) [a-z]|[\u4e00-\u9fffa-z· ]{1,30}(?:说|忆述|慨叹|感慨|叹|笑称|比喻|质疑|批评|强调|形容|喊话|直指|抱怨|自嘲|(?<=[生太姐婶伯叔哥嫂师员长士])话|表示|称|指出|认为|坦言|写道|补充|强调|透露|告诉|回忆|介绍|解释|直言|感叹|坦承|回应|调侃|总结|反问|警告|预测)|(?:[-—]{0,2}(?:说|讲)这[番句]?话的|[\u4e00-\u9fffa-z· ]{2,24}[,:]\s?[“「『]))/

/** `— Per Lindqvist, director`, ——林岚，某研究院主任: at the start of a line. */
const SIGNATURE =
  /^[\s*_>]{0,6}(?:[—\u2015]{1,2}|–|-{1,2})\s?([^—,，(（:：\n]{2,40}?)[*_]{0,2}(?=$|[,，(（])/m
const OPENS_QUOTE = /^[\s*_>]{0,4}[“"「『]/
const ENDS_QUOTE = /[”"」』][*_\s]*$/

/** Whether a block is nothing but words in quotation marks. */
const isInMarks = (text: string, { start, end }: Block): boolean =>
  OPENS_QUOTE.test(text.slice(start, start + 6)) && ENDS_QUOTE.test(text.slice(Math.max(start, end - 4), end))

/** A line behind a quotation that begins with a dash. */
const isSignature = (text: string, block: Block | undefined): boolean =>
  (block?.kind === 'paragraph' || block?.kind === 'caption') &&
  block.end - block.start <= LONGEST_SIGNATURE &&
  /[—\u2015–-]/.test(text[block.start]!)

/** Longest line that is a name and an office, in UTF-16 units. */
const LONGEST_SIGNATURE = 120

/** Who signs the quotation set off as a block that holds the figure, on a line below it. */
function signed(reading: Reading, { block, quantity }: Binding): Span | undefined {
  if (!block) return undefined
  const { blocks, text } = reading
  const isQuote = ({ kind }: Block) => kind === 'blockquote'
  if (!isQuote(block) && !isInMarks(text, block)) return undefined
  let at = reading.blockIndex(block)
  const limit = quantity.end + LONGEST_LEAD
  if (isQuote(block)) {
    while (blocks[at + 1]?.kind === 'blockquote' && blocks[at + 1]!.start < limit) at++
    if (isSignature(text, blocks[at + 1])) at++
  } else at++
  const end = Math.min(blocks[at]?.end ?? 0, limit)
  return isQuote(block)
    ? signatureIn(reading, quantity.end, end)
    : signatureIn(reading, blocks[at]?.start ?? end, end)
}

function signatureIn({ text, folded }: Reading, from: number, to: number): Span | undefined {
  const match = SIGNATURE.exec(text.slice(from, to))
  if (!match) return undefined
  const start = from + match.index + match[0].indexOf(match[1]!)
  const end = start + match[1]!.length
  return isVoiceName(text.slice(start, end), folded.slice(start, end)) ? { start, end } : undefined
}

/** The voice behind the closing mark of the quotation that holds the figure, be it sentences later. */
function quoted(reading: Reading, { quantity }: Binding, speakers: Speakers): Span | undefined {
  const { folded } = reading
  const from = Math.max(0, quantity.start - LONGEST_LEAD)
  if (!OPENING_MARK.test(folded.slice(from, quantity.start))) return undefined
  const close = folded.slice(quantity.end, quantity.end + LONGEST_LEAD).search(CLOSING_MARK)
  const at = quantity.end + close
  if (close < 0 || !SAID_BEHIND.test(folded.slice(at, at + 90))) return undefined
  const sentence = reading.sentenceAt(at + 1) ?? reading.sentenceAt(at + 2)
  if (!sentence) return undefined
  return PRONOUN_SAYS.test(folded.slice(at, Math.min(sentence.end, at + 24)))
    ? antecedent(reading, sentence, from + openingOf(folded.slice(from, quantity.start)), speakers, 0)
    : speakers.of(sentence)
}

/** `两天后，Anthropic称：` at the end of a paragraph: what follows is said too. */
const announces = ({ folded }: Reading, { start, end }: Span): boolean =>
  /[:：]["“「]?\s*$/.test(folded.slice(Math.max(start, end - 4), end))

/** A quotation that goes on into the next paragraph: both open with a mark, or both are set off as a quotation. */
function isQuotedOn(reading: Reading, block: Block, earlier: Span): boolean {
  const before = reading.blockAt(earlier.start)
  if (!before) return false
  if (block.kind === 'blockquote' && before.kind === 'blockquote') return true
  const opens = /^[\s*_>]{0,4}[“"「『]/
  return (
    opens.test(reading.text.slice(block.start, block.start + 6)) &&
    opens.test(reading.text.slice(before.start, before.start + 6))
  )
}

function turnSpeaker(reading: Reading, binding: Binding): string | undefined {
  const turn = spanAt(reading.turns, binding.quantity.start)
  return turn?.speaker ?? (turn?.role === 'answer' ? findInterviewee(reading) : undefined)
}

/** Longest opening of an interview in which who is asked is looked for. */
const INTRODUCTION = 3000

/** Who answers, where turns say only 问 and 答: the one person that the words before the first turn name. */
function findInterviewee(reading: Reading): string | undefined {
  const first = reading.turns[0]
  if (!first) return undefined
  const end = Math.min(first.start, INTRODUCTION)
  const people = new Set(
    reading
      .entitiesIn(0, end)
      .filter(({ kind }) => kind === 'person')
      .map(({ start, end: to }) => reading.text.slice(start, to)),
  )
  if (people.size === 1) return [...people][0]
  return people.size === 0
    ? findIntroduced(reading.text.slice(0, end), reading.folded.slice(0, end))
    : undefined
}
