import type { Binding } from './binding.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** Constructions of English sentences that leave no choice: what is left out in a second half, and parts of a whole. */

const ABOUT =
  '(?:(?:about|around|nearly|roughly|almost|only|just|over|some|another|then|more than|less than|fewer than|at least|at most|up to|as (?:many|few|much|little) as|a further|an estimated|a mere|approximately|under) )*'
/** `is 6.2%, up from 4.8%`: what a value was before. */
const UP_FROM = new RegExp(`(?:^|[ ,(])(?:up|down)(?: sharply| slightly)? from (?:a )?${ABOUT}$`)
const AGAINST = new RegExp(
  `(?:^|[ ,(])(?:compared (?:with|to)|against|versus|vs\\.?|instead of|rather than) ${ABOUT}$`,
)
const EARLIER =
  /^ (?:in (?:the |early |late )?(?:\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|previous|prior)|(?:a|one|two|three|five|ten) (?:year|month|decade|quarter)s? (?:ago|earlier|before)|last (?:year|month|quarter)|the (?:year|month|quarter) before|previously|before(?![a-z])|earlier|today|now)/
const AND = new RegExp(`(?:^|[ ,])(?:and|or|but|then) ${ABOUT}$`)
/** A second value that has a noun or a place of its own is about that. */
const OWN_GROUP = /^ (?:of (?!its |their |them|these|those|it )|for |in |among |from |at |by |with |on |to )/
const LONGEST_BETWEEN = 72

/** `52% of the bugs but only 29% of its own`: a second value of the same clause without a subject of its own. */
export function byEllipsis(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  if (reading.lang !== 'en' || last?.sentence !== one.sentence || !last.subject) return undefined
  if (last.quantity.unit !== one.quantity.unit) return undefined
  const from = Math.max(last.quantity.end, last.counted?.end ?? 0)
  const between = reading.folded.slice(from, one.quantity.start)
  if (between.length > LONGEST_BETWEEN || /[;.]/.test(between)) return undefined
  const { subject, metric } = last
  const behind = reading.folded.slice(one.quantity.end, Math.min(one.scope.end, one.quantity.end + 40))
  if (UP_FROM.test(between) || (AGAINST.test(between) && EARLIER.test(behind)))
    return { subject, ...(metric && { metric }), rule: 'change' }
  if (isOf(last) || !AND.test(between) || OWN_GROUP.test(behind)) return undefined
  return reading.namesIn(from, one.quantity.start).length === 0 ? { subject, rule: 'change' } : undefined
}

/** `64 men and 32 women`: each count is of its own noun. */
const isOf = ({ subject, counted }: Binding): boolean =>
  counted !== undefined && subject!.start < counted.end && counted.start < subject!.end
