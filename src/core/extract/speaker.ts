import type { Span } from '../text/sentences.ts'
import { findAttribution } from './attribution.ts'
import type { Binding } from './binding.ts'
import { voiceOf } from './clause-voice.ts'
import { companyBefore } from './company-before.ts'
import type { Block } from './document.ts'
import { findLabel, findLabelled } from './labels.ts'
import { isOwnVoice } from './own-voice.ts'
import { byPronoun, pronounVoice } from './pronoun-voice.ts'
import { isQuotedOn, isQuotedWith, quoted, signed } from './quotation.ts'
import { type Reading, sentencesBefore, spanAt } from './reading.ts'
import { goesOn, goesOnSaying, isWork } from './report-voice.ts'
import { findIntroduced } from './voice.ts'

/** Who speaks where, read on demand and kept. */
export interface Speakers {
  /** Who a sentence names as its voice. */
  of: (sentence: Span) => Span | undefined
  /** The organisation that the title or the opening says published the figures. */
  producer?: Span
}

/** Who speaks in the sentences of a text, each read when first asked for. */
export function readSpeakers(reading: Reading): Speakers {
  const of = (sentence: Span) => findAttribution(reading, sentence)
  const producer = findProducer(reading)
  return { of, ...(producer && { producer }) }
}

const PUBLISHES =
  /^(?:(?:的?(?:最新|新|一项)?(?:研究|报告|论文|调查|测试))?(?:揭示|(?:公布|发布)(?! ?的(?![^,。;]{0,14}(?:报告|研究|论文|数据|调查|结果|白皮书|指数)))|发现|近日|表示|警告|登|指出|显示|证实|称|(?<=[究告文查试]):|:(?!\s?[\d约近超]))|'s (?:[a-z-]+ ){0,4}(?:reports?|stud(?:y|ies)|surveys?|polls?|papers?|research|analysis|audit|tests?|findings|data|index|system card|researchers|team)(?![a-z])| (?:poll|study|report|survey|research|finds|found|says|warns|reveals|shows|releases))/
/** `Anthropic：`: who speaks, when it is somebody known; a title's `TRIDENT:` names what it is about. */
const BEFORE_COLON = /^ ?:(?!\s?[\d约近超])/
/** Characters of the opening in which a producer is looked for. */
const OPENING = 400

/** `HiddenLayer 报告：…`, `Anthropic揭示…`: the title or opening names who produced the figures. */
function findProducer(reading: Reading): Span | undefined {
  return reading
    .namesIn(0, OPENING)
    .find(
      (name) =>
        !/^(?:arxiv.*|[qa]\d*|e-?mail|facebook|line|vol)$/i.test(name.name) &&
        (name.kind === 'organization' || (name.kind === 'person' && reading.lang === 'en')) &&
        (publishes(reading, name.end, 'entityId' in name) ||
          ('entityId' in name && BEFORE_COLON.test(reading.folded.slice(name.end, name.end + 6)))),
    )
}

/**
 * Whether a name is followed by what it published. What an English title has before its colon may be what it is about, in a
 * Chinese text as well where nobody knows the name: `TRIDENT: Enhancing …`.
 */
function publishes({ folded, lang }: Reading, at: number, isKnown: boolean): boolean {
  const behind = folded.slice(at, at + 60).replace(/^ /, '')
  const isTitle = lang === 'en' ? behind.startsWith(':') : !isKnown && /^: ?[a-z]/.test(behind)
  return !isTitle && PUBLISHES.test(behind)
}

/** The speaker of a figure, as written; undefined when the text itself asserts it. */
export function bindSpeaker(reading: Reading, binding: Binding, speakers: Speakers): string | undefined {
  const voice = other(voiceOf(reading, binding, speakers), binding)
  const span =
    findLabel(reading, binding)?.speaker ??
    byPronoun(reading, binding, speakers) ??
    (voice && isQuotedWith(reading, binding, voice) ? around(reading, binding, speakers) : undefined) ??
    sure(voice, turnSpeaker(reading, binding)) ??
    quoted(reading, binding, speakers) ??
    signed(reading, binding) ??
    carried(reading, binding, speakers) ??
    findLabelled(reading, binding) ??
    sourced(reading, binding) ??
    producerOf(reading, binding, speakers)
  if (!span) return undefined
  if (typeof span === 'string') return span
  const { start, end } = withoutRest(reading.folded, companyBefore(reading, span) ?? span)
  return reading.text.slice(start, end).trim()
}

/** Marks, prepositions and an opening mark without its other half, before a voice; an adverb of the verb behind it. */
const REST_BEFORE =
  /^(?:[\s#*_>]+|(?:根据|依据|按照|上述(?=《)|原本|据(?=[《\u4e00-\u9fff]{2})|(?:依(?=[^法])|被(?!告|访))(?=[《\u4e00-\u9fff]{3}))|[\u4e00-\u9fff]{2,8}后(?=(?:公司|集团|机构|政府|警方|当局|法院|学校|医院|团队|平台|银行)$)|[《「『“](?![^》」』”]*[》」』”]))/
const REST_BEHIND = /(?<=[\u4e00-\u9fff]{2})[已亦也则曾将都仍均却自]$/

/** `##### 研究人员`, 依白皮书, 卫生局已: a voice without what a cut has left on it. */
function withoutRest(folded: string, { start, end }: Span): Span {
  let from = start
  for (let rest = restAt(folded, from, end); rest > 0; rest = restAt(folded, from, end)) from += rest
  return { start: from, end: end - (REST_BEHIND.test(folded.slice(from, end)) ? 1 : 0) }
}

const restAt = (folded: string, start: number, end: number): number =>
  REST_BEFORE.exec(folded.slice(start, end))?.[0].length ?? 0

/** Who says the quotation that a figure stands in. */
const around = (reading: Reading, binding: Binding, speakers: Speakers): Span | undefined =>
  quoted(reading, binding, speakers) ?? carried(reading, binding, speakers)

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

const producerOf = (
  reading: Reading,
  { quantity, sentence }: Binding,
  { producer }: Speakers,
): Span | undefined =>
  producer && RESULTS.has(quantity.unit) && !isOwnVoice(reading, sentence) ? producer : undefined

/** In an interview only a name takes the word from the one whose turn it is. */
const sure = (span: Span | undefined, turn: string | undefined): Span | string | undefined =>
  span && ('name' in span || turn === undefined) ? span : turn

/** `one in five predicted …`: the figure is no speaker of itself. */
const other = (span: Span | undefined, { quantity }: Binding) =>
  span && span.start < quantity.end && span.end > quantity.start ? undefined : span

/** Sentences that an attribution may lie back. */
const SENTENCES_BACK = 12

/** An attribution holds on to the end of its paragraph; for a table, that of the paragraph that introduces it. */
function carried(reading: Reading, binding: Binding, speakers: Speakers): Span | undefined {
  const { block, sentence } = binding
  if (!block || isOwnVoice(reading, sentence)) return undefined
  const isTable = block.kind === 'table-row' || block.kind === 'table-head'
  for (const [between, earlier] of sentencesBefore(reading, sentence, SENTENCES_BACK).entries()) {
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
    if (found && isQuotedWith(reading, binding, found)) continue
    if (!found && reading.lang !== 'en' && isOwnVoice(reading, earlier)) return undefined
    if (!found && isTable && presents(reading, earlier)) return undefined
    if (found && earlier.start < block.start && goesOn(reading, block))
      return isWork(reading, found) ? found : undefined
    if (found)
      return earlier.start < block.start || goesOnSaying(reading, binding, found, between + 1, earlier)
        ? found
        : undefined
  }
  return undefined
}

const isItem = (block: Block | undefined): boolean => block?.kind === 'list-item'

/** `两天后，Anthropic称：` at the end of a paragraph: what follows is said too. */
const announces = ({ folded }: Reading, { start, end }: Span): boolean =>
  /[:：]["“「]?\s*$/.test(folded.slice(Math.max(start, end - 4), end))

/** `The table below shows …`: the text itself presents what stands in a table. */
const PRESENTS =
  /(?<![a-z])tables?(?![a-z])(?:.{0,60}(?<![a-z])below(?![a-z])| (?:shows?|lists?|gives?|presents?|summari[sz]es|reports?)(?![a-z]))/
const presents = ({ folded }: Reading, { start, end }: Span): boolean =>
  PRESENTS.test(folded.slice(start, end))

function turnSpeaker(reading: Reading, binding: Binding): string | undefined {
  const turn = spanAt(reading.turns, binding.quantity.start)
  return turn?.speaker ?? (turn?.role === 'answer' ? findInterviewee(reading) : undefined)
}

/** Longest opening of an interview in which who is asked is looked for. */
const INTRODUCTION = 3000

/** With less than this before the first turn, who was asked is said behind the last. */
const SHORTEST_INTRODUCTION = 12
const NOTE = 300

/** Who answers, where turns say only 问 and 答: the one person that the words before the first turn name. */
function findInterviewee(reading: Reading): string | undefined {
  const first = reading.turns[0]
  if (!first) return undefined
  const end = Math.min(first.start, INTRODUCTION)
  if (end < SHORTEST_INTRODUCTION)
    return findIntroduced(reading.text.slice(-NOTE), reading.folded.slice(-NOTE))
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
