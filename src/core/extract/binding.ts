import type { Figure } from '../model/figure.ts'
import type { Span } from '../text/sentences.ts'
import { charSet, isHanUnit, SPACES, unitAt } from './char-set.ts'
import { shownCounted } from './counted.ts'
import { trimActor, trimName } from './han-ends.ts'
import { shownSubject } from './han-shown.ts'
import { withoutLooseEnds } from './loose-ends.ts'
import { bindManner } from './manner.ts'
import { equalled } from './metric.ts'
import { findMetrics, givenMetric, mostOfMetric } from './metric-candidates.ts'
import { trimMetric } from './metric-ends.ts'
import { weighMetric } from './metric-features.ts'
import { shownMetric } from './metric-shown.ts'
import { findTold } from './metric-told.ts'
import { type Place, readPlace } from './place.ts'
import type { Quantity } from './quantities.ts'
import { level } from './quantity.ts'
import { type Candidate, choose } from './ranking.ts'
import type { Reading } from './reading.ts'
import { findDistributed } from './respectively.ts'
import type { Selected } from './selection.ts'
import { bindSpeaker, readSpeakers, type Speakers } from './speaker.ts'
import { FOUND_BY } from './subject-candidates.ts'
import { chooseSubject } from './subject-choice.ts'

/** A bound figure: where it stands, and every field of its record but id, offsets and quote. */
export interface Bound {
  quantity: Quantity
  sentence: Span
  fields: Pick<Figure, 'qualifier' | 'polarity' | 'tense'> &
    Partial<
      Pick<
        Figure,
        'subject' | 'metric' | 'condition' | 'speaker' | 'change' | 'maxValue' | 'unitDetail' | 'interval'
      >
    >
}

/** A figure on its way to being bound; later ones look back at earlier ones. */
export interface Binding extends Selected {
  subject?: Span | undefined
  metric?: Span | undefined
  /** The metric as it is shown. */
  shown?: Span | undefined
  /** Which rule gave the subject; for the table of errors. */
  rule: string
}

/** A figure before anything is bound, with every field: what all rules read should have one layout (hidden class of V8). */
const begin = ({ quantity, qualifier, sentence, scope, block, counted }: Selected): Binding => ({
  quantity: level(quantity),
  qualifier,
  sentence,
  scope,
  block,
  counted,
  subject: undefined,
  metric: undefined,
  shown: undefined,
  rule: '',
})

/** A text with the quantities that are its figures. */
export interface Chosen {
  reading: Reading
  selected: Selected[]
}

/** A text whose figures are being bound. */
export interface Opened extends Chosen {
  speakers: Speakers
  bindings: Binding[]
}

/** A text before anything of its figures is bound. */
export const openBinding = ({ reading, selected }: Chosen): Opened => ({
  reading,
  selected,
  speakers: readSpeakers(reading),
  bindings: selected.map(begin),
})

/** Gives each figure of some texts what it is about, what it measures, under which condition and who says so. */
export function bindFigures(texts: readonly Chosen[]): Bound[][] {
  const opened = texts.map(openBinding)
  bindNames(opened)
  const spoken = eachFigure(opened, (one, { reading, speakers }) => bindSpeaker(reading, one, speakers))
  return eachFigure(opened, (one, { reading }, index, at) => finish(reading, one, spoken[at]![index]))
}

/** A step of binding, for every figure of every text in order. */
const eachFigure = <T>(
  texts: readonly Opened[],
  step: (one: Binding, text: Opened, index: number, at: number) => T,
): T[][] => texts.map((text, at) => text.bindings.map((one, index) => step(one, text, index, at)))

/**
 * Finds subject and metric of every figure as spans, in order, with the rules that found the subject. Each step is taken for
 * all figures of all texts before the next one: together their code is larger than what a processor keeps at hand.
 */
export function bindNames(texts: readonly Opened[]): void {
  const distributed = texts.map(({ reading, selected }) => findDistributed(reading, selected))
  const places = eachFigure(texts, (one, { reading, bindings }, index) =>
    readPlace(reading, one, bindings[index - 1]),
  )
  const spoken = eachFigure(texts, ({ sentence }, { speakers }) => speakers.of(sentence))
  eachFigure(texts, ({ scope }, { reading }) => reading.phrasesIn(scope.start, scope.end))
  const subjects = texts.map((text, at) => {
    const done: Binding[] = []
    return text.bindings.map((one, index) => {
      const subject = chooseSubject(
        places[at]![index]!,
        done,
        distributed[at]!.get(index),
        spoken[at]![index],
      )
      one.rule = FOUND_BY.words[subject.rules[0]!]!
      one.subject = subject.span && trimActor(text.reading.folded, subject.span)
      done.push(one)
      return subject
    })
  })
  eachFigure(texts, (one, { reading }, index, at) => {
    const metric = bindMetric(places[at]![index]!, subjects[at]![index]!)
    one.metric = metric.span && trimName(reading.folded, metric.span)
    one.shown = one.metric && showMetric(reading, one, one.metric, texts[at]!.bindings[index - 1])
  })
}

/** The metric of the figure before is shown as it was there: of what it is stands in the clause of that one. */
function showMetric(reading: Reading, one: Binding, metric: Span, last: Binding | undefined): Span {
  if (last?.metric?.start === metric.start && last.metric.end === metric.end && last.shown) return last.shown
  return isHanUnit(reading.folded.charCodeAt(metric.start))
    ? shownMetric(reading, one, metric, one.subject)
    : metric
}

/** Rules that read subject and metric together, off the layout or a construction. */
const READ_TOGETHER: ReadonlySet<number> = new Set([
  FOUND_BY.of['column head'],
  FOUND_BY.of.deed,
  FOUND_BY.of.item,
  FOUND_BY.of['row head'],
  FOUND_BY.of.table,
])

function bindMetric(place: Place, subject: Candidate): { span?: Span | undefined } {
  const given = givenMetric(subject, place)
  if (given && READ_TOGETHER.has(subject.rules[0]!)) return { span: given }
  const label = equalled(place.reading, place.one)
  if (label) return { span: label }
  const told = findTold(place, subject.span)
  if (told) return { span: told }
  const candidates = findMetrics(place, subject.span, given)
  const metricPlace = { place, subject: subject.span }
  return choose(
    candidates,
    (candidate) => weighMetric(candidate, metricPlace),
    (candidate) => mostOfMetric(candidate, place),
  )
}

/** Longest subject or metric kept: beyond it the rule has run over a clause and says nothing. */
const LONGEST_NAME = 80

function finish(reading: Reading, binding: Binding, speaker: string | undefined): Bound {
  const { quantity, sentence, qualifier } = binding
  const subject = binding.subject && words(reading.text, tidiedSubject(reading, binding.subject, quantity))
  const property = binding.shown && trimMetric(reading.folded, binding.shown, quantity)
  const metric = property && words(reading.text, tidied(reading, property))
  const unitDetail = detailOf(reading, binding)
  const fields = {
    qualifier,
    ...(quantity.maxValue !== undefined && { maxValue: quantity.maxValue }),
    ...(unitDetail && { unitDetail }),
    ...(subject && { subject }),
    ...(metric && { metric }),
    ...(speaker && { speaker }),
    ...bindManner(reading, binding),
  }
  return { quantity, sentence, fields }
}

/** A metric as it is shown. */
function tidied(reading: Reading, whole: Span): Span {
  const span = behindMarks(reading, whole)
  const isHan = isHanUnit(reading.folded.charCodeAt(span.start))
  return isHan ? beforeLead(reading, span) : withoutLooseEnds(reading, span)
}

/** Marks that close or part what stands before them. */
const LEFT_OVER = charSet(`${SPACES}」』”、,;)》/`)

/** What leads to the value and is not what was measured: 網路攻擊超過, 遭逾. */
const LEADS_ON = /(?<=[\u4e00-\u9fff])(?:超过|高达|多达|[约逾])$/

function beforeLead({ folded }: Reading, { start, end }: Span): Span {
  const lead = LEADS_ON.exec(folded.slice(Math.max(start, end - 4), end))
  return { start, end: end - (lead?.[0].length ?? 0) }
}

function behindMarks({ folded }: Reading, { start, end }: Span): Span {
  let from = start
  while (from < end && LEFT_OVER[folded.charCodeAt(from)] === 1) from++
  return { start: from, end }
}

/** A subject as it is shown. */
function tidiedSubject(reading: Reading, whole: Span, figure: Quantity): Span {
  const span = behindMarks(reading, whole)
  return isHanUnit(reading.folded.charCodeAt(span.start)) ||
    isHanUnit(reading.folded.charCodeAt(span.end - 1))
    ? shownSubject(reading, span, figure)
    : withoutLooseEnds(reading, span)
}

/** The thing counted as written, the currency or the unit of time; the other side of a score (`:20`) is none. */
function detailOf(reading: Reading, { quantity, counted }: Binding): string | undefined {
  const shown = quantity.unit === 'count' && counted && shownCounted(reading.folded, counted)
  const detail = shown && shown.end > shown.start ? words(reading.text, shown) : quantity.detail
  return detail && !/^[:/]/.test(detail) ? detail : undefined
}

function words(text: string, span: Span): string | undefined {
  const written = text.slice(wholeStart(text, span), wholeEnd(text, span))
  return written.length <= LONGEST_NAME && written.trim() !== '' ? written : undefined
}

const LATIN = charSet('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** Within a word (`overnment regulation`) it begins with the next one. */
function wholeStart(text: string, { start, end }: Span): number {
  if (LATIN[text.charCodeAt(start)] !== 1 || LATIN[unitAt(text, start - 1)] !== 1) return start
  const space = text.indexOf(' ', start)
  return space > start && space < end - 1 ? space + 1 : start
}

/** A rule that ran out of room may have ended within a word (`a similarly severe loss o`): then the word before is the last. */
function wholeEnd(text: string, { start, end }: Span): number {
  if (LATIN[text.charCodeAt(end - 1)] !== 1 || LATIN[text.charCodeAt(end)] !== 1) return end
  const space = text.lastIndexOf(' ', end - 1)
  return space > start ? space : end
}
