import type { Span } from '../text/sentences.ts'
import { clauseAt, leadingEnglish } from './clauses.ts'
import { Gate } from './gates.ts'
import { isNominal } from './nominal.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import { isShare } from './share-clause.ts'
import type { SubjectReading } from './subject-rule.ts'

/**
 * English clauses that tell on how many occasions somebody did something before they say who and what: `In 84% of scenarios,
 * the model threatened the engineer`. Folded text.
 */

const OPENS = new Gate(
  /(?:^|[,;:(—.] ?|(?<![a-z])(?:that|but|and|while|found|said|says|shows?|showed) )in (?:about |around |nearly |almost |over |more than |at least |less than |fewer than |only |just |roughly |some |up to )*$/,
)
/** Behind the share: ` of test runs,`, ` of the cases we looked at,`. */
const OCCASIONS = new Gate(
  /^ of (?:the |all |those |these |its |their |our |such )?(?:[a-z-]+ ){0,3}?(?:scenarios|runs|cases|tests|trials|simulations|conversations|chats|attempts|responses|tasks|episodes|experiments|rounds|games|instances|samples|sessions|interactions|prompts|transcripts|rollouts|evaluations|questions|matches|situations)(?: [a-z'’-]+){0,5}?, /,
)
/** Whoever only reads what was found: `in 13% of chats, we saw …`. */
const OBSERVER =
  /^(?:we|i|they|it|he|she|you|there|this|that|researchers|auditors|reviewers|investigators|one)$/
const DEED =
  /^ (?:(?:also|still|even|then|just|only|actually|simply|would|could|did|had|has|have|will|was|were|is|are) )*([a-z][a-z'’ -]{2,60}?)(?=[.,;:)(—–]|$| (?:and|but|while|when|after|before|because|if|as) )/

/** `In 84% of scenarios, the model threatened the engineer`. */
export function byOccasionsEnglish(reading: Reading, one: Selected): SubjectReading | undefined {
  const { folded, lang } = reading
  const { quantity, scope } = one
  if (lang !== 'en' || !isShare(one)) return undefined
  if (!OPENS.test(folded.slice(Math.max(scope.start, quantity.start - 32), quantity.start))) return undefined
  const of = OCCASIONS.exec(folded.slice(quantity.end, Math.min(scope.end, quantity.end + 90)))
  if (!of) return undefined
  const start = quantity.end + of[0].length
  const actor = actorAt(reading, start, clauseAt(folded, { start, end: scope.end }, start).end)
  const deed = actor && DEED.exec(folded.slice(actor.end, Math.min(scope.end, actor.end + 90)))
  if (!deed) return undefined
  const from = actor.end + deed[0].length - deed[1]!.length
  return { subject: actor, metric: { start: from, end: from + deed[1]!.length }, rule: 'deed' }
}

function actorAt({ folded }: Reading, start: number, end: number): Span | undefined {
  const actor = leadingEnglish(folded, start, end)
  const words = actor && folded.slice(actor.start, actor.end)
  return words && actor.end < end && !OBSERVER.test(words) && isNominal(words) ? actor : undefined
}

const ASKED =
  /(?<![a-z])(?:interviewed|surveyed|polled|talked to|spoke (?:to|with)|asked|recruited) (?:about |around |nearly |almost |over |more than |at least |some )*$/

/** `We interviewed 120 engineers`: those who were asked. */
export function byInterviewed(
  { folded, lang }: Reading,
  { quantity, scope, counted }: Selected,
): SubjectReading | undefined {
  if (lang !== 'en' || quantity.unit !== 'count' || !counted) return undefined
  const isAsked = ASKED.test(folded.slice(Math.max(scope.start, quantity.start - 40), quantity.start))
  return isAsked ? { subject: counted, rule: 'touching' } : undefined
}
