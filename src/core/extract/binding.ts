import type { Figure } from '../model/figure.ts'
import type { Span } from '../text/sentences.ts'
import { bindManner } from './manner.ts'
import { bindMetric } from './metric.ts'
import type { Quantity } from './quantities.ts'
import type { Reading } from './reading.ts'
import { findDistributed } from './respectively.ts'
import type { Selected } from './selection.ts'
import { bindSpeaker, readSpeakers } from './speaker.ts'
import { bindSubject } from './subject.ts'
import type { SubjectReading } from './subject-rule.ts'

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
  subject?: Span
  metric?: Span
  /** Which rule gave the subject; for the table of errors. */
  rule: string
}

/** Gives each figure what it is about, what it measures, under which condition and who says so. */
export function bindFigures(reading: Reading, selected: Selected[]): Bound[] {
  const speakers = readSpeakers(reading)
  return bindNames(reading, selected).map((binding) =>
    finish(reading, binding, bindSpeaker(reading, binding, speakers)),
  )
}

/** Subject and metric of every figure as spans, in order, with the rule that gave the subject. */
export function bindNames(reading: Reading, selected: Selected[]): Binding[] {
  const distributed = findDistributed(reading, selected)
  const done: Binding[] = []
  for (const [index, one] of selected.entries()) {
    const found: SubjectReading = distributed.get(index) ?? bindSubject(reading, one, done)
    const metric = found.metric ?? bindMetric(reading, one, found.subject, done)
    done.push({
      ...one,
      rule: found.rule,
      ...(found.subject && { subject: trim(reading.text, found.subject) }),
      ...(metric && { metric: trim(reading.text, metric) }),
    })
  }
  return done
}

/** Leaves out white space, quotation marks and emphasis at the ends of a span. */
function trim(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[\s*_`"“”'‘’,，、。；;：:（(]/.test(text[start]!)) start++
  while (end > start && /[\s*_`"“‘',.，、。；;：:）)]/.test(text[end - 1]!)) end--
  return end > start ? { start, end } : span
}

/** Longest subject or metric kept: beyond it the rule has run over a clause and says nothing. */
const LONGEST_NAME = 80

function finish(reading: Reading, binding: Binding, speaker: string | undefined): Bound {
  const { quantity, sentence, qualifier } = binding
  const subject = binding.subject && words(reading.text, binding.subject)
  const metric = binding.metric && words(reading.text, binding.metric)
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

/** The thing counted as written, the currency or the unit of time; the other side of a score (`:20`) is none. */
function detailOf(reading: Reading, { quantity, counted }: Binding): string | undefined {
  const detail = quantity.unit === 'count' && counted ? words(reading.text, counted) : quantity.detail
  return detail && !/^[:/]/.test(detail) ? detail : undefined
}

function words(text: string, span: Span): string | undefined {
  const written = text.slice(span.start, span.end)
  return written.length <= LONGEST_NAME && written.trim() !== '' ? written : undefined
}
