import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { Gate } from './gates.ts'
import { endsInMetric } from './metric.ts'
import { TIME } from './metric-words.ts'
import { isNominal, isNoNoun } from './nominal.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** English clauses in which nothing parts whom a value is of from the value: a second one without its verb, and an object. */

/** Words that may stand before a value, and that name nobody. */
const SOFT =
  '(?:about|around|nearly|almost|only|just|over|some|roughly|by|at|with|another|up to|more than|less than|fewer than|at least|an?|record)'
const NO_WORD =
  '(?!(?:about|around|nearly|almost|only|just|over|some|roughly|by|at|with|another|up|more|less|fewer|than|for|to|of|in|on|from|and|or|but|not|then|as|per|it|they|he|she|we|i|you|him|her|them|us|me|which|who|that|whom|what|when|while|where|there|here|this|these|those|each|every|all|both|neither|none|one) )'
const NOUN = `(?:the |its |their |an? )?((?:${NO_WORD}[a-z0-9][a-z0-9.&'’-]* ){1,4})`
const LONGEST = 72
const GAPPED = new Gate(new RegExp(`(?:[,;]|[,;]? (?:and|but|while|then)) ${NOUN}(?:${SOFT} )*[$€£¥]?$`))

/** `Managers save 7.4 hours, clerks only 2.9`: the verb of the clause before is left out. */
export function byGapped(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  if (reading.lang !== 'en' || last?.sentence !== one.sentence || !last.subject) return undefined
  if (last.quantity.unit !== one.quantity.unit || last.subject.start > last.quantity.start) return undefined
  const from = Math.max(last.quantity.end, last.counted?.end ?? 0)
  if (one.quantity.start - from > LONGEST) return undefined
  const subject = nounAt(reading, from, one.quantity.start, GAPPED)
  return subject && { subject, goesOn: true, rule: 'change' }
}

const OBJECT = new Gate(
  new RegExp(
    `(?<![a-z])(?:(?:fin(?:ed?|es|ing)|sentenc(?:ed?|es|ing)|jail(?:s|ed|ing)|suspend(?:s|ed|ing)) ${NOUN}(?:to |for )?|(?:order(?:s|ed|ing)?|told|forc(?:es|ed)|direct(?:s|ed)) ${NOUN}to (?:pay|repay|refund|spend|set aside) )(?:${SOFT} )*[$€£¥]?$`,
  ),
)

/** `fined Kestrel Bank £14 million`, `ordered the firm to pay $2 million`: whom somebody made pay or serve it. */
export function byObject(reading: Reading, one: Selected): SubjectReading | undefined {
  const { quantity, scope } = one
  if (reading.lang !== 'en' || (quantity.unit !== 'money' && quantity.unit !== 'duration')) return undefined
  const subject = nounAt(reading, Math.max(scope.start, quantity.start - LONGEST), quantity.start, OBJECT)
  return subject && { subject, rule: 'touching' }
}

/** The noun phrase that a pattern takes out of a stretch, without a predicate in it. */
function nounAt(reading: Reading, from: number, to: number, pattern: Gate): Span | undefined {
  const { folded } = reading
  const words = folded.slice(from, to)
  const found = pattern.exec(words)
  const noun = (found?.[1] ?? found?.[2])?.trimEnd()
  if (!found || !noun) return undefined
  const start = from + words.indexOf(noun, found.index)
  const end = start + noun.length
  const acts = reading.predicatesIn(from, to).some((at) => at >= start && at < end)
  const isNone = acts || TIME.test(noun) || isNoNoun(noun) || endsInMetric(noun) || !isNominal(noun)
  return isNone ? undefined : { start, end }
}
