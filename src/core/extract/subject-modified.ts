import type { Binding } from './binding.ts'
import { clauseAt } from './clauses.ts'
import { endsInMetric } from './metric.ts'
import { isNominal } from './nominal.ts'
import type { Reading } from './reading.ts'
import { endOfSaying } from './saying-english.ts'
import type { Selected } from './selection.ts'
import { FUNCTION_WORD } from './subject-english.ts'
import type { SubjectReading } from './subject-rule.ts'

/** English nouns with something behind them that tells of them: a relative clause, a bracket. */

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
