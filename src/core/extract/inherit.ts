import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { clauseAt } from './clauses.ts'
import { focusBefore, focusInSentence } from './focus.ts'
import { isNominal, isPronoun } from './nominal.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'

/** The subject of an earlier clause, of the last figure in the paragraph, or of the sentences before. */
export function inherit(reading: Reading, one: Selected, done: Binding[]): Span | undefined {
  const own = focusInSentence(
    reading,
    one.scope,
    clauseAt(reading.folded, one.scope, one.quantity.start).start,
  )
  if (own) return own
  const last = done.at(-1)
  if (['percent', 'score', 'fraction'].includes(one.quantity.unit)) {
    const model = lastModel(reading, one)
    if (model) return model
  }
  if (one.quantity.unit === 'money') return reading.topicOf(one.block, one.quantity.start)
  if (last?.subject && last.block === one.block && last.quantity.unit === one.quantity.unit)
    return last.subject
  if (one.quantity.unit === 'multiple')
    return reading.topicOf(one.block, one.quantity.start) ?? focusBefore(reading, one.sentence, one.block)
  return focusBefore(reading, one.sentence, one.block)
}

/** The model named last in the paragraph before, at most two sentences back. */
function lastModel(reading: Reading, one: Selected): Span | undefined {
  const index = reading.sentenceIndex(one.sentence)
  const from = Math.max(one.block?.start ?? 0, reading.sentences[Math.max(0, index - 2)]?.start ?? 0)
  return reading.entitiesIn(from, one.scope.start).findLast((entity) => entity.kind === 'model')
}

/** A pronoun stands for what the last figure or the sentence before was about; a noun phrase for itself. */
export function resolve(reading: Reading, span: Span, one: Selected, done: Binding[]): Span | undefined {
  const written = reading.folded.slice(span.start, span.end).trim()
  if (isNominal(written)) return span
  return isPronoun(written) ? inherit(reading, one, done) : undefined
}

/** Whether Chinese characters stand around an offset. */
export const isHan = (reading: Reading, offset: number): boolean =>
  /[\u3400-\u9fff]/.test(reading.folded.slice(Math.max(0, offset - 12), offset + 12))
