import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { clauseAt } from './clauses.ts'
import { Gate } from './gates.ts'
import { endsInMetric } from './metric.ts'
import { TIME } from './metric-words.ts'
import { isNominal, isNoNoun } from './nominal.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** English constructions in which the owner of a value stands directly before it: `China's $9.1 billion`, `France with nine`. */

const SOFT =
  '(?:(?:about|around|nearly|almost|only|just|over|some|roughly|an? (?:mere|estimated)|more than|less than|fewer than|at least|up to) )*'
/** The owner's words up to its mark, what it owns, and what leads to the value. */
const OWNED = new Gate(
  new RegExp(
    `(?<![a-z])(?:(?:the|an?|its|their|our|his|her) )?((?:[a-z][a-z0-9.-]* ){0,2}?[a-z0-9][a-z0-9.-]*)(?:['’]s|(?<=s)['’]) (?:((?:[a-z-]+ ){0,3}?[a-z-]+) (?:of|at|is|was|stood at|stands at|reached|to) )?${SOFT}[$€£¥]?$`,
  ),
)
const LONGEST = 80
/** `it's`, `today's`: what is short for is, and times. */
const NO_OWNER =
  /(?:^|[ -])(?:it|that|there|here|what|who|he|she|let|how|where|today|yesterday|tomorrow|tonight|one|else|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/
/** What stands before an owner: verbs, adverbs, prepositions, articles. */
const NOT_OWNING =
  /^.*(?:ing|ed|ly|(?:^| )(?:the|an?|its|their|our|his|her|above|below|over|under|than|with|to|of|in|on|at|by|for|from|and|or|but|versus|against|while|as|is|was|were|are|has|had|have)) /

/** `the LLM's accuracy of 64.8%`, `outpacing China's $9.1 billion`: whose the value is. */
export function byOwned(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang !== 'en' || one.quantity.unit === 'duration') return undefined
  const { folded } = reading
  const from = Math.max(clauseAt(folded, one.scope, one.quantity.start).start, one.quantity.start - LONGEST)
  const left = folded.slice(from, one.quantity.start)
  if (!/['’]s? /.test(left)) return undefined
  const match = OWNED.exec(left)
  const written = match?.[1]
  if (!match || !written) return undefined
  const owned = match[2]
  if (owned && !endsInMetric(owned)) return undefined
  const start = from + match.index + match[0].indexOf(written)
  const owner = ownerIn(reading, { start, end: start + written.length })
  return owner && { subject: owner, rule: 'touching' }
}

/** The name that ends there, else the words without what stands before an owner. */
function ownerIn(reading: Reading, { start, end }: Span): Span | undefined {
  const { folded } = reading
  const name = reading.namesIn(start - LONGEST, end).findLast((found) => found.end === end)
  if (name) return name
  const from = start + (NOT_OWNING.exec(folded.slice(start, end))?.[0].length ?? 0)
  const words = folded.slice(from, end)
  return NO_OWNER.test(words) || TIME.test(words) || isNoNoun(words) || endsInMetric(words)
    ? undefined
    : { start: from, end }
}

/** `the chance of unaided machines outperforming humans was estimated at`: whom a chance is of. */
const CHANCE = new RegExp(
  `(?<![a-z])(?:chances?|probability|likelihood|odds|risks?) (?:of|that) (?:all |the |an? |any )?((?:[a-z][a-z-]* ){0,3}?[a-z][a-z-]*) (?:[a-z]+ing|will|would|could|can|becomes?)(?![a-z])[^,.;:]{0,60} (?:at|is|was|to|reach|be) ${SOFT}$`,
)
const LONGEST_CHANCE = 160

export function byChance(reading: Reading, one: Selected): SubjectReading | undefined {
  const { quantity, scope } = one
  if (reading.lang !== 'en' || (quantity.unit !== 'percent' && quantity.unit !== 'fraction')) return undefined
  const from = Math.max(scope.start, quantity.start - LONGEST_CHANCE)
  const left = reading.folded.slice(from, quantity.start)
  if (!/ (?:of|that) /.test(left)) return undefined
  const match = CHANCE.exec(left)
  const agent = match?.[1]
  if (!match || !agent || !isNominal(agent) || isNoNoun(agent)) return undefined
  const start = from + match.index + match[0].indexOf(agent)
  return { subject: { start, end: start + agent.length }, rule: 'touching' }
}

const WITH = new RegExp(`^ with ${SOFT}[$€£¥]?$`)

/** `leaving China behind with 14 and Europe with a mere four`: a further name with a value of its own. */
export function byAccompanied(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  if (reading.lang !== 'en' || last?.sentence !== one.sentence) return undefined
  if (last.quantity.unit !== one.quantity.unit) return undefined
  const { start } = one.quantity
  const name = reading.namesIn(Math.max(last.quantity.end, start - LONGEST), start).at(-1)
  return name && WITH.test(reading.folded.slice(name.end, start))
    ? { subject: name, goesOn: true, rule: 'touching' }
    : undefined
}
