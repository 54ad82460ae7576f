import type { Binding } from './binding.ts'
import { clauseAt } from './clauses.ts'
import type { EntitySpan } from './entities.ts'
import { inherit } from './inherit.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** What is left when the clause names nobody: the study, the things counted, the last name, the theme. */

/** How far back a paragraph is searched, in UTF-16 units. */
const PARAGRAPH_REACH = 1200

/** The study that the paragraph describes: 本研究, 该研究, this study, this paper. */
const STUDY =
  /(?:本|该|这项|此项)(?:研究|论文|报告|调查|实验|文)|(?:this|the|our) (?:study|paper|report|survey|work)(?![a-z])/

/** A count without a nearer subject is of the study that the paragraph tells of. */
export function byStudy(reading: Reading, one: Selected): SubjectReading | undefined {
  if (one.quantity.unit !== 'count' || !one.block) return undefined
  const from = Math.max(one.block.start, one.quantity.start - PARAGRAPH_REACH)
  const found = STUDY.exec(reading.folded.slice(from, one.quantity.start))
  if (!found) return undefined
  const start = from + found.index
  return { subject: { start, end: start + found[0].length }, rule: 'study' }
}

/** `56个模型里，有50个…`: a count without a noun is of what was counted before in the sentence. */
export function byPart(_reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  if (one.quantity.unit !== 'count' || one.counted || !last?.subject || last.sentence !== one.sentence)
    return undefined
  return { subject: last.subject, rule: 'part' }
}

/** A count that nobody is said to have made is about the things counted. */
export function byCounted(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  if (one.quantity.unit !== 'count' || !one.counted || isFrequency(reading, one)) return undefined
  if (
    /^(?:它|他|她|其)/.test(
      reading.folded.slice(clauseAt(reading.folded, one.scope, one.quantity.start).start),
    )
  ) {
    const focus = inherit(reading, one, done)
    if (focus) return { subject: focus, rule: 'counted of focus' }
  }
  return { subject: one.counted, rule: 'counted' }
}

/** `tens of millions of times`, `成千上万次`: how often something happened, not a thing that was counted. */
const isFrequency = (reading: Reading, one: Selected) =>
  /^(?:times|occasions)/.test(reading.folded.slice(one.counted!.start, one.counted!.end))

/** The nearest name before the value in its sentence; of a multiple, not the one it is compared with. */
export function byNameBefore(reading: Reading, one: Selected): SubjectReading | undefined {
  if (
    one.quantity.unit === 'multiple' &&
    /的$/.test(reading.folded.slice(one.quantity.start - 1, one.quantity.start))
  )
    return undefined
  const found = nearest(
    reading.namesIn(one.scope.start, one.quantity.start).filter((name) => name.kind !== 'place'),
  )
  return found && { subject: found, rule: 'name before' }
}

function nearest(names: EntitySpan[]): EntitySpan | undefined {
  return names.findLast((name) => name.kind === 'model') ?? names.at(-1)
}

/** What the figures or sentences before were about, the weakest of all rules. */
export function byFocus(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const found = inherit(reading, one, done)
  return found && { subject: found, rule: 'focus' }
}
