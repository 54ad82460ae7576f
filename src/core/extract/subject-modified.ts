import type { Binding } from './binding.ts'
import { clauseAt, leadingEnglish } from './clauses.ts'
import { endsInMetric } from './metric.ts'
import { isNominal } from './nominal.ts'
import type { Reading } from './reading.ts'
import { endOfSaying } from './saying-english.ts'
import type { Selected } from './selection.ts'
import { FUNCTION_WORD } from './subject-english.ts'
import type { SubjectReading } from './subject-rule.ts'

/** English nouns with something beside them that tells of them: a relative clause, a bracket, a change, a measure. */

const RELATIVE = / (?:who|that|which)(?= )/g
/** Between a relative word and its figure: another clause says something of its own. */
const OTHER_CLAUSE =
  /[,;:()—–]| (?:that|who|which|whose|while|because|if|when|after|before|and|but|said|says|found|than) /
const LONGEST_CLAUSE = 64

/** `a scam that cheated victims of RM41 million`, `a tracker which follows 480 firms`: whoever does it, the noun before the relative word. */
export function byRelative(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang !== 'en') return undefined
  const { folded } = reading
  const { quantity, scope } = one
  if (quantity.unit === 'count') return undefined
  const { start } = clauseAt(folded, scope, quantity.start)
  const left = folded.slice(start, quantity.start)
  let at = -1
  for (const match of left.matchAll(RELATIVE)) at = match.index
  if (at < 3 || left.length - at > LONGEST_CLAUSE) return undefined
  const behind = left.slice(at + 1).replace(/^[a-z]+/, '')
  if (OTHER_CLAUSE.test(behind)) return undefined
  const verb = start + left.length - behind.length + 1
  const acts = reading.predicatesIn(scope.start, scope.end).includes(verb)
  if (!acts || FUNCTION_WORD.test(folded.slice(verb - 1, verb + 8)) || says(folded, verb)) return undefined
  const head = reading.phrasesIn(scope.start, start + at).findLast(({ end }) => end === start + at)
  if (!head) return undefined
  const noun = folded.slice(head.start, head.end)
  return isNominal(noun) && !endsInMetric(noun) ? { subject: head, rule: 'antecedent' } : undefined
}

function says(folded: string, at: number): boolean {
  const word = /^[a-z]+/.exec(folded.slice(at, at + 16))?.[0].length ?? 0
  return endOfSaying(folded, at, at + word) >= 0
}

/** An open bracket in which a figure stands, and what a sentence of such brackets holds. */
const IN_BRACKET = /\(([^()]{0,40})$/
const BRACKETS = /\([^()]{0,24}\d[^()]{0,48}\)/g
/** What stands before a noun of a list: a mark, or a word that lists. */
const LISTS =
  /(?:^|[,;:)]|(?<![a-z])(?:and|or|including|includes?|included|were|are|as|by|for|than|while|but)) ?(?:the |an? )?$/

/** `online shopping scams (9,120 cases, a 3.5% increase), phishing (4,322 cases)`: in a list each bracket tells of the noun before it. */
export function byListedBracket(
  reading: Reading,
  one: Selected,
  done: Binding[],
): SubjectReading | undefined {
  if (reading.lang !== 'en') return undefined
  const { folded } = reading
  const { quantity, scope } = one
  const from = Math.max(scope.start, quantity.start - 48)
  const open = IN_BRACKET.exec(folded.slice(from, quantity.start))
  if (!open) return undefined
  const at = from + open.index
  const close = folded.slice(quantity.end, quantity.end + 64).search(/\)/)
  const isBare = open[1]!.length < 9 && close === 0
  if (close < 0 || (isBare && quantity.unit === 'percent')) return undefined
  if ((folded.slice(scope.start, scope.end).match(BRACKETS)?.length ?? 0) < 2) return undefined
  const last = done.findLast(({ quantity: { end } }) => end <= at)
  if (last && Math.max(last.quantity.end, last.counted?.end ?? 0) >= at - 1) return undefined
  const subject = reading.phrasesIn(scope.start, at).findLast(({ end }) => end === at - 1)
  if (!subject || !LISTS.test(folded.slice(Math.max(scope.start, subject.start - 16), subject.start)))
    return undefined
  const noun = folded.slice(subject.start, subject.end)
  return isNominal(noun) && !endsInMetric(noun) ? { subject, rule: 'bracket entity' } : undefined
}

const CHANGE_OF =
  /^ (?:year-on-year |year-over-year |annual |overall )?(increase|rise|drop|decline|growth|jump|surge|fall|reduction|decrease|spike)(?= (?:in|from|on|over|compared|since)(?![a-z])|[).,;]|$)/
const IN = /^ in (?:the |its |their )?/
/** What stands before such a figure where nobody is said to have seen it. */
const ALONE = /^[\s*•·–-]*(?:(?:a|an|about|around|nearly|over|some|roughly|another) )*$/

/** `- 390% increase in confirmed reports`, `(4% increase from 2022)`: a change is of what its noun leads to, in a bracket of what stands before it. */
export function byChangeOf(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { folded, lang } = reading
  const { quantity, scope, sentence } = one
  if (lang !== 'en' || (quantity.unit !== 'percent' && quantity.unit !== 'multiple')) return undefined
  const change = CHANGE_OF.exec(folded.slice(quantity.end, quantity.end + 48))
  if (!change) return undefined
  const end = quantity.end + change[0].length
  const metric = { start: end - change[1]!.length, end }
  const left = folded.slice(clauseAt(folded, scope, quantity.start).start, quantity.start)
  if (folded.slice(0, quantity.start).endsWith('(')) {
    const last = done.at(-1)
    return last?.subject && last.sentence === sentence
      ? { subject: last.subject, metric, rule: 'restated' }
      : undefined
  }
  const of = IN.exec(folded.slice(end, end + 12))
  if (!of || !ALONE.test(left)) return undefined
  const from = end + of[0].length
  const subject = reading.phrasesIn(from, scope.end).find(({ start }) => start === from)
  return subject && { subject, metric, rule: 'item' }
}

/** What may stand before a number that begins its line. */
const LINE_HEAD = /^[\s*_•·~≈<>+-]*(?:about|around|nearly|roughly|only|just|over)?\s?$/
const MEASURE_OF =
  /^[\s*_]*(?::|—+|–|-(?= ))[\s*_]*(?:the |an? )?(?:average |median |estimated )?([a-z][a-z -]{2,40}?) (?:of|among) (?:the |all )?/
const LONGEST_LINE_HEAD = 16
const LONGEST_MEASURE = 90

/** `**37%**: share of listed firms that name AI`: a line that begins with its number says what it measures and of whom. */
export function byMeasure(reading: Reading, { block, quantity }: Selected): SubjectReading | undefined {
  if (reading.lang !== 'en' || !block || quantity.start - block.start > LONGEST_LINE_HEAD) return undefined
  const { folded } = reading
  if (!LINE_HEAD.test(folded.slice(block.start, quantity.start))) return undefined
  const end = Math.min(block.end, quantity.end + LONGEST_MEASURE)
  const measure = MEASURE_OF.exec(folded.slice(quantity.end, end))
  if (!measure) return undefined
  const from = quantity.end + measure[0].length
  const stop = folded.slice(from, end).search(/[.,;:()](?: |$)/)
  const subject = leadingEnglish(folded, from, stop < 0 ? end : from + stop)
  if (!subject) return undefined
  const start = quantity.end + measure[0].indexOf(measure[1]!)
  return { subject, metric: { start, end: start + measure[1]!.length }, rule: 'item' }
}
