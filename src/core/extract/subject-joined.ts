import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { clauseAt, leadingEnglish } from './clauses.ts'
import { endsInMetric } from './metric.ts'
import { isNominal } from './nominal.ts'
import { holdsOpinion } from './opinion.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import { isShare } from './share-clause.ts'
import { FUNCTION_WORD } from './subject-english.ts'
import type { SubjectReading } from './subject-rule.ts'

/** English clauses that hang on another by a conjunction, a relative word or a place, and have a subject of their own. */

const JOINS =
  /[a-z%\d] (?:while|whereas|although|though|because|since|but|and|that|if|when|unless|so|until) (?=[a-z"“])/g
/** `we’ve`, `that’s`: a pronoun that holds its verb. */
const CONTRACTED = /^(?:we|i|they|he|she|it|you|that|there|what|who|here)['’]/
const DASH = / [-–—] /

/** `fell 3% while Microsoft gained 2%`: behind a clause with a predicate the noun phrase after a conjunction acts. */
export function byJoined(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang !== 'en') return undefined
  const { folded } = reading
  const { start } = clauseAt(folded, one.scope, one.quantity.start)
  const words = folded.slice(start, one.quantity.start)
  const at = start + behindLastJoin(words)
  if (at <= start || !acts(reading, one.scope, start, at)) return undefined
  const agent = agentAt(reading, one, at)
  return agent && { subject: agent, rule: 'joined' }
}

/** Where the words behind the last conjunction begin, or -1. */
function behindLastJoin(words: string): number {
  let end = -1
  JOINS.lastIndex = 0
  for (let match = JOINS.exec(words); match; match = JOINS.exec(words)) {
    end = match.index + match[0].length
    JOINS.lastIndex = end - 2
  }
  return end
}

/** Whether a verb, not only a prepositional phrase, stands in a stretch of a sentence. */
const acts = (reading: Reading, scope: Span, start: number, end: number): boolean =>
  reading
    .predicatesIn(scope.start, scope.end)
    .some((at) => at > start && at < end && !FUNCTION_WORD.test(reading.folded.slice(at - 1, at + 8)))

const agentAt = (reading: Reading, one: Selected, at: number): Span | undefined =>
  agentIn(reading, one.scope, at, one.quantity.start)

const agentBehind = (reading: Reading, { quantity, scope }: Selected): Span | undefined =>
  agentIn(reading, scope, quantity.end + 1, clauseAt(reading.folded, scope, quantity.start).end)

/** The noun phrase at an offset that its predicate follows. */
function agentIn(reading: Reading, scope: Span, at: number, end: number): Span | undefined {
  const { folded } = reading
  const lead = leadingEnglish(folded, at, end)
  if (!lead || lead.start - at > 5 || !acts(reading, scope, lead.end - 1, lead.end + 3)) return undefined
  const noun = folded.slice(lead.start, lead.end)
  const isAgent = isNominal(noun) && !endsInMetric(noun) && !CONTRACTED.test(noun) && !DASH.test(noun)
  return isAgent ? lead : undefined
}

const SOME = '(?:about|some|only|just|nearly|almost|over|more than|at least|roughly|around|fewer than)'
const WHOM = /^ of whom(?![a-z])/
const PART = new RegExp(`^(?:${SOME} )*$`)
const OF_WHOM = new RegExp(`^(?:and )?of whom,? (?:${SOME} )*$`)

/** `120 engineers, 40 of whom`, `men under 30, of whom 37%`: a part of the people before the comma. */
export function byWhom(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang !== 'en') return undefined
  const { folded } = reading
  const { quantity, scope } = one
  const { start } = clauseAt(folded, scope, quantity.start)
  if (folded[start - 2] !== ',') return undefined
  const left = folded.slice(start, quantity.start)
  const isPart =
    OF_WHOM.test(left) || (WHOM.test(folded.slice(quantity.end, quantity.end + 9)) && PART.test(left))
  if (!isPart) return undefined
  const comma = start - 2
  const people = reading.phrasesIn(scope.start, comma).findLast(({ end }) => comma - end <= 9)
  return people && { subject: people, rule: 'among' }
}

const PART_HEAD = new RegExp(
  `(?:^|(?:^| )(?:and|but|that|while|whereas|although|though|because|since|if|when) )[\\s"“*(]*(?:(?:${SOME}|the|another|an estimated|a further) )*$`,
)
/** Whether a figure is the first of its clause, but for conjunctions and approximators. */
function opensClause({ folded }: Reading, { scope, quantity }: Selected): boolean {
  const { start } = clauseAt(folded, scope, quantity.start)
  return PART_HEAD.test(folded.slice(start, quantity.start))
}

/** `83 per cent Indians have`, but not `31 percent anticipate cuts`. */
const NAMES_MANY = /(?:[a-z](?<!ss|us|is)s|men|people|children|public|population|staff|workforce|police)$/

/** `and 45 products have been approved`, `one in six owners appealed`: those whose number a clause begins with act. */
export function byActing(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang !== 'en' || !(one.counted || isShare(one)) || !opensClause(reading, one)) return undefined
  const { quantity, counted, scope } = one
  if (counted && quantity.unit === 'count') {
    const end = Math.max(counted.end, quantity.end)
    return acts(reading, scope, end - 1, end + 3) ? { subject: counted, rule: 'joined' } : undefined
  }
  if (!isShare(one) || holdsOpinion(reading.folded, one)) return undefined
  if (!/^ [a-z]/.test(reading.folded.slice(quantity.end, quantity.end + 2))) return undefined
  const agent = agentBehind(reading, one)
  return agent && NAMES_MANY.test(reading.folded.slice(agent.start, agent.end))
    ? { subject: agent, rule: 'joined' }
    : undefined
}

/** `Of 1,312 replies, 28% said so; 9% said never`: a part without a noun, which acts, is of what was counted before. */
export function byPartAlone(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { quantity, counted, scope, sentence, block } = one
  if (reading.lang !== 'en' || (!isShare(one) && (quantity.unit !== 'count' || counted))) return undefined
  if (!opensClause(reading, one) || !acts(reading, scope, quantity.end - 1, quantity.end + 3))
    return undefined
  const whole =
    done.findLast((earlier) => earlier.sentence === sentence && isCount(earlier)) ??
    [done.at(-1)].find((earlier) => earlier && earlier.block === block && isCount(earlier))
  return whole?.counted && { subject: whole.counted, rule: 'joined' }
}

const isCount = ({ quantity, counted }: Binding): boolean =>
  quantity.unit === 'count' && counted !== undefined

const PLACED = /^ (?:in|near|outside|from) (?:the )?$/
const OWNER = /^(?:whose|our|their|its|his|her) /

/** `A nurse in Leeds lost £9,000`: who acts, not where. */
export function byPlaced(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang !== 'en') return undefined
  const { folded } = reading
  const { start } = clauseAt(folded, one.scope, one.quantity.start)
  const lead = leadingEnglish(folded, start, one.quantity.start)
  if (!lead) return undefined
  const name = reading.namesIn(lead.end, Math.min(one.quantity.start, lead.end + 32))[0]
  if (!name || !PLACED.test(folded.slice(lead.end, name.start))) return undefined
  if (!acts(reading, one.scope, name.end - 1, name.end + 3)) return undefined
  const noun = folded.slice(lead.start, lead.end)
  return isNominal(noun) && !OWNER.test(noun) && !endsInMetric(noun)
    ? { subject: lead, rule: 'joined' }
    : undefined
}
