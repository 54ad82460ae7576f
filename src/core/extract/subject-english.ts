import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { clauseAt, leadingEnglish } from './clauses.ts'
import { leadOf } from './focus.ts'
import { endsInMetric } from './metric.ts'
import { isNominal } from './nominal.ts'
import { type Reading, sentenceBefore } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** Constructions of English sentences that leave no choice: what is left out in a second half, and parts of a whole. */

const ABOUT =
  '(?:(?:about|around|nearly|roughly|almost|only|just|over|some|another|then|more than|less than|fewer than|at least|at most|up to|as (?:many|few|much|little) as|a further|an estimated|a mere|a total of|a full|a whopping|approximately|under) )*'
/** `is 6.2%, up from 4.8%`: what a value was before. */
const UP_FROM = new RegExp(
  `(?:^|[ ,(])(?:up|down|an? (?:[a-z]+ )?(?:increase|rise|jump|drop|fall|decline|improvement|gain|decrease))(?: sharply| slightly)? from (?:a )?${ABOUT}$`,
)
const AGAINST = new RegExp(
  `(?:^|[ ,(])(?:compared (?:with|to)|against|versus|vs\\.?|instead of|rather than) ${ABOUT}$`,
)
const EARLIER =
  /^ (?:in (?:the |early |late )?(?:\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|previous|prior)|(?:a|one|two|three|five|ten) (?:year|month|decade|quarter)s? (?:ago|earlier|before)|last (?:year|month|quarter)|the (?:year|month|quarter) before|previously|before(?![a-z])|earlier|today|now)/
const AND = new RegExp(`(?:^|[ ,])(?:and|or|but|then) ${ABOUT}$`)
/** A second value that has a noun or a place of its own is about that. */
const OWN_GROUP =
  /^ (?:of (?!its |their |them|these|those|it )|for |in (?!\d{4})|among |from |at |by (?!\d{4})|with |on |to )/
const LONGEST_BETWEEN = 72

/** `52% of the bugs but only 29% of its own`: a second value of the same clause without a subject of its own. */
export function byEllipsis(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const last = done.at(-1)
  if (reading.lang !== 'en' || last?.sentence !== one.sentence || !last.subject) return undefined
  if (last.quantity.unit !== one.quantity.unit) return undefined
  const from = Math.max(last.quantity.end, last.counted?.end ?? 0)
  const between = reading.folded.slice(from, one.quantity.start)
  if (between.length > LONGEST_BETWEEN || /[;.]/.test(between)) return undefined
  const { subject } = last
  const behind = reading.folded.slice(one.quantity.end, Math.min(one.scope.end, one.quantity.end + 40))
  if (UP_FROM.test(between) || (AGAINST.test(between) && EARLIER.test(behind)))
    return { subject, goesOn: true, rule: 'change' }
  if (isOf(last) || !AND.test(between) || OWN_GROUP.test(behind)) return undefined
  return reading.namesIn(from, one.quantity.start).length === 0 ? { subject, rule: 'change' } : undefined
}

/** `64 men and 32 women`: each count is of its own noun. */
const isOf = ({ subject, counted }: Binding): boolean =>
  counted !== undefined && subject!.start < counted.end && counted.start < subject!.end

const OF =
  /^ (?:out )?of (?:(?:the|our|its|their|his|her|these|those|all|more than|over|about|some|nearly|around|roughly|at least|leading|largest|biggest|most popular) )*/
const NUMBER =
  /^(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred) /
/** What may stand before a part at the head of its clause, and in the middle of a sentence, where a predicate must follow. */
export const HEADS = new RegExp(
  `^[\\s"“*(]*(?:(?:and|but|while|although|though|so|still|yet|also|overall|in all|however|with) )*${ABOUT}$`,
)
export const OPENS_PART = new RegExp(
  `(?:^| )(?:that|found|finds|said|says|showed?|shows|reported|reports|estimated?|estimates|suggests?|warned|because|since|and|but|whereas|while) ${ABOUT}$`,
)
/** Nouns of which a part says nothing without their owner. */
const GENERIC =
  /(?:^| )(?:cases?|times?|trials?|attempts?|runs?|answers?|responses?|questions?|conversations?|episodes?|tests?|instances?|occasions?|rounds?|votes?|people|them|these|those|which|it|us|you|that|what)$/
const LONGEST_PART = 70

/** `53% of 18 to 34-year-olds`: a group that is called by its age. */
const AGED =
  /^(?:(?:those|people|adults|men|women|workers|voters|respondents|children|teens|users) )?(?:(?:aged |between )?\d\d(?:[-–]| to | and )\d\d(?:[- ]year[- ]olds?|s)?|(?:aged )?\d\d(?: and (?:over|older|under|above)| or (?:over|older|under))|(?:over|under)[ -]\d\ds?)(?![\d%-])/
/** `compared with 12% of men`, `against just 41% of those under 30`: another part of the same kind. */
const COMPARES = new RegExp(`(?:^| )(?:compared (?:with|to)|against|versus|vs\\.?|than|and|but|or) ${ABOUT}$`)

/** `nine of the most popular `, `10 leading `: a number before the noun, and what only ranks it. */
function lengthOfNumber(folded: string, at: number): number {
  const number = NUMBER.exec(folded.slice(at, at + 12))?.[0].length ?? 0
  return number === 0 ? 0 : number + RANKS.exec(folded.slice(at + number, at + number + 40))![0].length
}

const RANKS =
  /^(?:of (?:the |its |their )?)?(?:(?:world['’]s|most (?:popular|advanced|used|capable)|leading|largest|biggest|top) )*/

/** `of them before anyone noticed`: a pronoun is not the head of the words behind it. */
const POINTS_BACK = /^(?:them|us|it|you|me|whom|which|what)(?![a-z])/

/** `Seven of nine firms said …`, `found that 72% of teenagers had …`: a part that acts is about those it is a part of. */
export function byPartOf(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { quantity, scope } = one
  if (reading.lang !== 'en' || quantity.unit === 'duration' || quantity.unit === 'money') return undefined
  const { folded } = reading
  const last = done.at(-1)
  if (last?.sentence === one.sentence && last.quantity.end > quantity.start && last.subject)
    return { subject: last.subject, rule: 'among' }
  if (last?.sentence === one.sentence && last.rule === 'among' && last.subject) {
    const between = folded.slice(last.quantity.end, quantity.start)
    if (OF.exec(between)?.[0].length === between.length) return { subject: last.subject, rule: 'among' }
  }
  const within = / of [^,;]*$/.exec(folded.slice(quantity.start, quantity.end))
  const at = within ? quantity.start + within.index : quantity.end
  const of = OF.exec(folded.slice(at, at + 40))
  if (!of) return undefined
  let start = at + of[0].length
  const group = at + of[0].indexOf('of ') + 3
  const aged = AGED.exec(folded.slice(group, group + 40))
  if (!aged) start += lengthOfNumber(folded, start)
  const end = Math.min(clauseAt(folded, scope, start).end, start + LONGEST_PART)
  const clause = clauseAt(folded, scope, quantity.start)
  if (folded[clause.start - 1] === '(') return undefined
  const left = folded.slice(clause.start, quantity.start)
  const lead = leadingEnglish(folded, start, end)
  const goesOn = last?.sentence === one.sentence && last.rule === 'among' && COMPARES.test(left)
  if (aged && (goesOn || HEADS.test(left) || OPENS_PART.test(left)))
    return { subject: { start: group, end: group + aged[0].length }, rule: 'among' }
  const isWhole = one.counted && lead && one.counted.end > lead.end && one.counted.start <= lead.start
  const whole = isWhole ? { start: lead.start, end: one.counted!.end } : lead
  const noun = whole && folded.slice(whole.start, whole.end)
  if (!noun || GENERIC.test(noun) || POINTS_BACK.test(noun) || !isNominal(noun)) return undefined
  if (goesOn || HEADS.test(left)) return { subject: whole, rule: 'among' }
  const acts = reading
    .predicatesIn(scope.start, scope.end)
    .some((at) => at > whole.end - 1 && at <= whole.end + 2)
  return acts && OPENS_PART.test(left) && !PREPOSITION.test(folded.slice(whole.end, whole.end + 9))
    ? { subject: whole, rule: 'among' }
    : undefined
}

const PREPOSITION = /^ (?:with|in|on|at|for|of|from|to|by|as|than|and|or|but)(?![a-z])/
/** Prepositions and conjunctions, which part a clause as predicates do. */
export const FUNCTION_WORD =
  /^ (?:with|in|on|at|for|of|from|to|by|as|than|and|or|but|who|which|that|between|among|over|under|into|per|about|against|after|before|during|through|across|without|within)(?![a-z])/

const PRONOUN_LED =
  /^["“'‘*(\s]*(?:(?:and|but|so|then|yet|still|though|although|while|when|because|since|after|before|once|eventually|later|soon|also|meanwhile|by then|in total|overall),? )*(it|they|he|she)(?:['’](?:s|d|ll|ve|re))? (?=[a-z])/
/** `It has been 20 years`, `it would take five`: nobody is meant; `they do not know that I am 14`: somebody else acts. */
const EXPLETIVE =
  /(?:^|[ "“])it(?:['’]s| has| had)? (?:(?:now|already|also) )*(?:been|(?:would |will |could |may |might )?(?:takes?|took))(?![a-z])/
const OTHER_AGENT = / (?:i|we|you)(?:['’][a-z]+)? /
/** Sentences that the one who is meant may lie back. */
const SENTENCES_BACK = 3

/** `It halved latency from 8 seconds to four`: who or what the sentence before was about. */
export function byAntecedent(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang !== 'en') return undefined
  const { folded } = reading
  const clause = clauseAt(folded, one.scope, one.quantity.start)
  const left = folded.slice(clause.start, one.quantity.start)
  const pronoun = PRONOUN_LED.exec(left)?.[1]
  if (!pronoun || EXPLETIVE.test(left) || OTHER_AGENT.test(left)) return undefined
  return antecedentOf(reading, one, pronoun, clause.start)
}

/** Whom or what a pronoun at an offset means: who or what led the sentence until there, or one before in the paragraph. */
function antecedentOf(
  reading: Reading,
  one: Selected,
  pronoun: string,
  at: number,
): SubjectReading | undefined {
  for (let back = 0; back <= SENTENCES_BACK; back++) {
    const sentence = sentenceBefore(reading, one.sentence, back)
    if (!sentence || (one.block && sentence.start < one.block.start)) return undefined
    const { start, end } = sentence
    const before = back === 0 ? at : end
    const found =
      pronoun === 'it' || pronoun === 'they'
        ? leadWith(reading, start, before)
        : personIn(reading, start, before)
    if (found) return isAntecedent(reading.folded, found) ? { subject: found, rule: 'antecedent' } : undefined
  }
  return undefined
}

const personIn = (reading: Reading, start: number, end: number): Span | undefined =>
  reading.namesIn(start, end).find(({ kind }) => kind === 'person')

/** The noun phrase of a sentence that its first predicate follows. */
function leadWith(reading: Reading, start: number, end: number): Span | undefined {
  const { folded } = reading
  const predicates = reading.predicatesIn(start, Math.min(folded.length, end))
  for (let at = start; at < end; ) {
    const next = folded.slice(at, end).search(/[,;:](?= )/)
    const stop = next < 0 ? end : at + next
    const lead = leadOf(reading, at, stop)
    if (lead && predicates.some((place) => place >= lead.end && place <= lead.end + 2)) return lead
    if (next < 0) return undefined
    at = stop + 2
  }
  return undefined
}

const NO_ANTECEDENT =
  /^(?:i|we|you|my|our|your|out|through|by|the (?:median|mean|average|typical|total)|(?:an?|the|some|any|no) (?:fall|rise|gain|drop|loss|increase|decrease|change|reason|result|number|question|answer|problem|idea|point))(?![a-z])/

/** Not what was measured or who speaks. */
function isAntecedent(folded: string, { start, end }: Span): boolean {
  const words = folded.slice(start, end)
  return !NO_ANTECEDENT.test(words) && !/^[^a-z]*\d/.test(words) && !endsInMetric(words)
}

const SAMPLE = /\([^()]{0,24}(?<![a-z])n ?= ?$/

/** `Human reviewers in our control group (n = 36)`: the size of a sample is of what stands before its bracket. */
export function bySample(reading: Reading, one: Selected): SubjectReading | undefined {
  const { folded } = reading
  const { quantity, scope } = one
  const left = folded.slice(Math.max(scope.start, quantity.start - 32), quantity.start)
  if (!SAMPLE.test(left)) return undefined
  const open = quantity.start - left.length + left.lastIndexOf('(')
  const clause = clauseAt(folded, scope, open)
  const lead = leadingEnglish(folded, clause.start, open)
  const noun =
    lead?.end === open - 1 || isCut(folded, lead, open) ? lead : reading.phrasesIn(scope.start, open).at(-1)
  return noun && isNominal(folded.slice(noun.start, noun.end))
    ? { subject: noun, rule: 'bracket entity' }
    : undefined
}

/** `reviewers in our control group (`: the noun that a prepositional phrase follows. */
const isCut = (folded: string, lead: Span | undefined, open: number): boolean =>
  lead !== undefined && /^ (?:in|of|from|at|with|for) [a-z ’'-]{2,40} $/.test(folded.slice(lead.end, open))

/** Words that begin no predicate of their own, though a phrase ends at them. */
const NO_VERB =
  /^(?:with|in|on|at|for|of|from|to|by|as|than|that|which|who|when|where|while|because|if|and|or|but|now|only|just|also|about|over|nearly|almost|still|already|[a-z]{3,}ing)(?![a-z])/
const RELATIVE = /^(?:which|who|whose)(?: [a-z]+ly)? (?=[a-z])/

/** `Ardent, the maker of Sol, said …`, `the engineer, who needed 70 minutes`: the clause begins with its predicate. */
export function bySplit(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang !== 'en') return undefined
  const { folded } = reading
  const { start } = clauseAt(folded, one.scope, one.quantity.start)
  if (start <= one.scope.start || folded[start - 2] !== ',') return undefined
  const words = folded.slice(start, one.quantity.start)
  if (/ that /.test(words)) return undefined
  if (RELATIVE.test(words)) return relativeHead(reading, one, start - 2)
  if (NO_VERB.test(words)) return undefined
  const [first] = reading.predicatesIn(start, one.quantity.start)
  if (first !== start) return undefined
  const stop = folded.indexOf(',', one.scope.start)
  if (stop < 0 || stop >= start - 2) return undefined
  // `The vendor, Parley AI, promised`: the name of what the role only says.
  const named = reading
    .namesIn(stop, start - 2)
    .find((name) => name.start === stop + 2 && name.end === start - 2)
  if (named) return { subject: named, rule: 'antecedent' }
  const lead = leadOf(reading, behindDateline(folded, one.scope.start), stop)
  return lead && lead.end >= stop - 1 && isAntecedent(folded, lead)
    ? { subject: lead, rule: 'antecedent' }
    : undefined
}

/** `SAN FRANCISCO — `: where a report was written. */
function behindDateline(folded: string, start: number): number {
  const line = /^[\s*_]*[a-z][a-z .,'-]{1,40}(?: \([^)]{1,20}\))? (?:—|–|--) ?/.exec(
    folded.slice(start, start + 60),
  )
  return start + (line?.[0].length ?? 0)
}

/** The noun phrase that ends at the comma before `who` or `which`. */
function relativeHead(reading: Reading, { scope }: Selected, comma: number): SubjectReading | undefined {
  const from = Math.max(scope.start, comma - 60)
  const name = reading.namesIn(from, comma).findLast(({ end, kind }) => end === comma && kind !== 'place')
  const head = name ?? reading.phrasesIn(scope.start, comma).findLast(({ end }) => end === comma)
  return head && isAntecedent(reading.folded, head) ? { subject: head, rule: 'antecedent' } : undefined
}

const CLOSED = /^\)/
const OPENED = /\((?:about |only |just |~)?$/

/** `highest among women (64%) and people over 65 (69%)`: of several values in brackets each is of what stands before it. */
export function byBrackets(reading: Reading, one: Selected): SubjectReading | undefined {
  if (reading.lang !== 'en' || one.quantity.unit !== 'percent') return undefined
  const { folded } = reading
  const { start, end } = one.quantity
  // a space before the sentence, as before all other words
  const left = ` ${folded.slice(Math.max(one.scope.start, start - 60), start)}`
  const open = OPENED.exec(left)
  if (!open || !CLOSED.test(folded.slice(end, end + 1))) return undefined
  const sentence = folded.slice(one.scope.start, one.scope.end)
  if ((sentence.match(/\([^()]{0,8}\d[\d.]*(?:%| ?per ?cent)\)/g)?.length ?? 0) < 2) return undefined
  const before = start - open[0].length
  const words =
    /(?:^|[,;(]|(?<![a-z])(?:and|or|by|among|in|for|of|than|while|whereas|but|includ(?:e[sd]?|ing)))\s(?:the |an? )?((?:(?!(?:and|or|by|among|in|for|of|than|while|whereas|but|the|includ(?:e[sd]?|ing)) )[a-z0-9’'-]+ ){1,5})$/.exec(
      left.slice(0, left.length - open[0].length),
    )
  if (!words) return undefined
  const subject = { start: before - words[1]!.length, end: before - 1 }
  const noun = folded.slice(subject.start, subject.end)
  return isNominal(noun) && !endsInMetric(noun) ? { subject, rule: 'bracket entity' } : undefined
}
