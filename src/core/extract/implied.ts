import type { Quantity } from './quantity.ts'

/**
 * English numbers that stand alone because another figure, or a verb, has already said what is counted: `143 days, against
 * the 30 allowed`, `from fourteen to five`, `Companies employ 2,350, universities 1,400`, `Thirty-three answered`.
 */

/** A clause is over behind the number, or goes on with when and where. */
const ENDS =
  /^(?:[.,;:!?)"”—–]|$| (?:[–—-]|in|at|for|on|by|during|that|last|this|a|an|the (?:year|month|week|day)|without|with|under|among|if|but|as|weekly|monthly|daily|yearly|annually|(?:a|one|two|three|four|five|six|\d{1,2}) (?:months?|years?|weeks?|days?) (?:ago|earlier|before)|when|while|after|before|since|within|and|who|which|earlier|later|today|now|overall|each|apiece|ago|[a-z]{3,}ed)(?![a-z]))/
/** Words that may stand between what compares and the number. */
const SOFT = '(?:the |only |just |about |around |some |nearly |almost |roughly |over |more than |at least )*'
/** `peaked at 71 points in March and has since slid to 55` */
const SINCE_TO =
  /(?<![a-z])(?:since|then|now|later) (?:slid|slipped|fallen|fell|risen|rose|dropped|climbed|grown|grew|eased|recovered|shrunk|sunk) (?:back )?to (?:about |just |around |only |nearly |over )?$/
/** `0.2%, from 22.` */
const JUST_FROM = /^,? (?:up |down )?from (?:about |around |just |only |nearly |almost |over )?$/
const COMPARES = new RegExp(
  `(?<![a-z])(?:against|versus|vs\\.?|compared (?:with|to)|up from|down from|rather than|instead of|(?<=, )not|(?:well |far |just )?short of) (?:an? [a-z -]{3,28} (?:of|at) )?${SOFT}$`,
)
/** `Its 30-strong team was cut to eight.` */
const CHANGED_TO = new RegExp(
  `^(?:[ -][a-z]+){0,4} (?:was|were|has been|have been|had been) (?:cut|reduced|slashed|trimmed|expanded|raised|increased|lowered|whittled down|narrowed|scaled back) to ${SOFT}$`,
)
/** `in 2023`, `(March)`: when the first of two values held. */
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const WHEN = `(?: in (?:${MONTH}|(?:early |late |${MONTH} )?\\d{4})| (?:last|a|one) year(?: ago| earlier)?| \\(\\d{4}\\))?`
const TO = new RegExp(`^(?:[ -][a-z]+){0,3}${WHEN},? to ${SOFT}$`)
const CHANGES =
  /(?<![a-z])(?:from|rose|risen|grew|grown|climbed|fell|fallen|dropped|increased|decreased|jumped|declined|surged|soared|plunged|swelled|ballooned|tumbled|slumped|doubled|tripled|quadrupled|halved|shrank|shrunk|went|gone|cut|reduced|expanded|slashed|narrowed|widened|rising|growing|falling|dropping|moved|moving|vote of|voted|votes|passed|approved|rejected|defeated|going|climbing|jumping|expanding|shrinking|increasing|decreasing)(?: [a-z]+){0,2} (?:about |nearly |almost |over |just |only )?$/
/** `fell to 43.2 from 47`. */
const FROM = new RegExp(`^(?:[ -][a-z]+){0,2},? from ${SOFT}$`)
const FELL_TO =
  /(?<![a-z])(?:rose|risen|grew|grown|climbed|fell|fallen|dropped|increased|decreased|jumped|declined|surged|soared|plunged|swelled|ballooned|tumbled|slumped|doubled|tripled|quadrupled|halved|shrank|went|gone|cut|reduced|slid|slipped|rising|growing|falling|dropping|up|down)(?: [a-z]+){0,2} to (?:about |nearly |almost |over |just |only |around )?[$€£]?$/
/** `, universities 1,400`; ` and 39 in May`; `; last year they said 60`: a second clause that leaves out the noun of the first. */
/** `; the model took under two`. */
/** `and a further 20 do not know`. */
const REACHED_TOO =
  /[;,][^.;,]{2,40} (?:averaged|scored|reached|hit|managed|got|took|cost|paid|lasted|spent) (?:just |only |about |nearly |almost )?$/
/** `moved by 8.4 points, static text by 2.9.`: the same word leads to both. */
const LED_TOO = /[;,][^.;,0-9]{2,40} (by|in|at|to|with) (?:just |only |about |nearly |almost )?$/
/** `leads with 13 cases, followed by France with nine and Spain with six.` */
const RANKED_TOO =
  /^[^.;]{0,30}(?:, followed by|, then|,? and|,) [^.;,0-9]{2,30} with (?:just |only |about )?$/
const SOFT_END = /(?:just|only|about|nearly|almost) $/
const FURTHER = /^ (?:do|did|are|were|have|had|say|said|want|would|use|could|can|plan|think|believe)(?![a-z])/
const TOOK_UNDER =
  /(?:,| and)[^.;,0-9]{2,40} in (?:under|over|only|just|about|nearly|fewer than|less than|more than) $|[;,][^.;,0-9]{2,40} (?:took|takes|needs?|needed|lasted|spent|scored|paid|cost|has|had|got|reached) (?:just |well )?(?:under|over) $/
const GAPPED = /^[^.;]{0,60}(?:[,;]| and| but| while)(?: (?:[a-z"“”'’-]+|\d{1,3}(?:st|nd|rd|th))){0,5},? $/
/** Words before a number that lead to something other than the member of a list. */
const LEADS = /(?<![a-z])(?:to|of|in|by|on|since|until|than|is|was|were|are|or|page|per|with|from|no|under) $/
/** `revenue of $36 million and headcount to reach 90`: what is counted is no money. */
const OWN_COUNT = /(?<![a-z])(?:headcount|staff|workforce|membership|users|customers|employees)(?![a-z])/
/** How far back the figure may lie, in UTF-16 units. */
const BACK = 120
const INHERITED: ReadonlySet<string> = new Set([
  'percent',
  'percentage_point',
  'score',
  'duration',
  'count',
  'money',
  'other',
])

/** The quantity with the unit of the figure before it, when the two are compared, or members of one change or list. */
export function withImpliedUnit(
  folded: string,
  quantity: Quantity,
  from: number,
  before: Quantity | undefined,
): Quantity | undefined {
  const { start, end, value } = quantity
  if (!before || start - before.end > BACK) return undefined
  if (before.start < from) return nextSentence(folded, quantity, from, before)
  const isTimes = before.unit === 'multiple' && before.form === 'digits'
  if (!INHERITED.has(before.unit) && !(isTimes && COMPARES.test(folded.slice(before.end, start))))
    return undefined
  if (before.unit === 'percent' && value > 100 && before.value <= 100) return undefined
  // 3 billion parameters, up from 0.62: a decimal is no count of whole things
  if (before.unit === 'count' && !Number.isInteger(value) && Number.isInteger(before.value)) return undefined
  const between = folded.slice(before.end, start)
  if (
    before.unit === 'percent' &&
    /(?<![a-z])(?:another|a further) $/.test(between) &&
    FURTHER.test(folded.slice(end, end + 12))
  )
    return { ...quantity, unit: before.unit, detail: before.detail, bare: false }
  if (!ENDS.test(folded.slice(end, end + 24))) return undefined
  const isOne =
    COMPARES.test(between) ||
    SINCE_TO.test(between) ||
    (JUST_FROM.test(between) && before.unit === 'percent') ||
    CHANGED_TO.test(between) ||
    (FROM.test(between) && FELL_TO.test(folded.slice(Math.max(from, before.start - 40), before.start))) ||
    (TO.test(between) && CHANGES.test(folded.slice(Math.max(from, before.start - 40), before.start))) ||
    (value >= 2 && TOOK_UNDER.test(between)) ||
    ((value >= 2 || !Number.isInteger(value)) && isToldAgain(folded, before, from, between)) ||
    ((value >= 2 || before.unit === 'score' || before.unit === 'percentage_point') &&
      GAPPED.test(between) &&
      !LEADS.test(between) &&
      !(before.unit === 'money' && OWN_COUNT.test(between)) &&
      before.unit !== 'other')
  return isOne ? { ...quantity, unit: before.unit, detail: before.detail, bare: false } : undefined
}

/** A second clause in the manner of the first. */
function isToldAgain(folded: string, before: Quantity, from: number, between: string): boolean {
  if (before.unit === 'other') return false
  if (REACHED_TOO.test(between)) return true
  const lead = LED_TOO.exec(between)?.[1] ?? (RANKED_TOO.test(between) ? 'with' : undefined)
  if (lead === undefined) return false
  const left = folded.slice(Math.max(from, before.start - 16), before.start).replace(SOFT_END, '')
  return left.endsWith(` ${lead} `)
}

/** `My median is three years. Last year it was four.`, `99 percent. Call it 99.5.`: the sentence behind says it again. */
const AGAIN =
  /^[\s"“]*(?:(?:last|next|this|a|the|that|in) [a-z0-9 ]{2,24},? (?:it|that|they|there) (?:was|were|is|are|had been|will be|would be)|call it|make it|make that|now it is|now it['’]s|then it was) (?:only |just |about |nearly |almost |around |over |more than |under )?$/

function nextSentence(
  folded: string,
  quantity: Quantity,
  from: number,
  before: Quantity,
): Quantity | undefined {
  const { start, end, value } = quantity
  if (before.scaled && !quantity.scaled) return undefined
  if (start - before.end > 60 || value < 2 || !INHERITED.has(before.unit) || before.unit === 'other')
    return undefined
  if (!/^[.,;!]|^$/.test(folded.slice(end, end + 1)) || !AGAIN.test(folded.slice(from, start)))
    return undefined
  return { ...quantity, unit: before.unit, detail: before.detail, bare: false }
}

const FROM_TO = new RegExp(
  `^(?:[ -][a-z]+)?${WHEN},? to (?:about |around |some |nearly |almost |just |only |over |more than )?(?:\\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?![a-z]))`,
)
const CHANGED_FROM =
  /(?<![a-z])(?:filtered|pruned|trimmed|scaled|whittled|shortened|lengthened|lowered|raised|moved|shifted|compressed|extended|rose|risen|grew|grown|climbed|fell|fallen|dropped|increased?|decreased?|jumped|declined|surged|soared|plunged|swelled|ballooned|tumbled|slumped|doubled|tripled|quadrupled|halved|shrank|shrunk|went|gone|cut|reduced|expanded|slashed|narrowed|widened|rising|growing|falling|dropping|going|climbing|jumping|expanding|shrinking|increasing|decreasing|up|down)(?: [a-z'’-]+){0,6}(?: by (?:about |around |nearly |almost |over )?\d[\d.,]*(?:%| percent))?,? from (?:about |around |some |nearly |almost |just |only |over |more than )?$/
/** `fell to 11 from 48.`: the first number of a pair told backwards. */
const BACK_FROM =
  /^ from (?:about |just |around |only |nearly |over |some )?\d[\d,]*(?:[.;]|, |$| (?:in|a|the|at|last|two|three)(?![a-z]))/
/** `by a vote of eight to four`. */
const VOTE_OF =
  /(?<![a-z])(?:vote of|voted|votes?|majority of|passed|cleared|approved|rejected|defeated)(?: by| (?:the |it |in )?[a-z]+){0,2} $/

/** `shrunk from fourteen to five`, `by a vote of eight to four`: the first number of a pair without a noun. */
export function opensPair(folded: string, { start, end }: Quantity, from: number): boolean {
  if (folded[end] !== ' ' && folded[end] !== '-') return false
  if (
    BACK_FROM.test(folded.slice(end, end + 36)) &&
    FELL_TO.test(folded.slice(Math.max(from, start - 40), start))
  )
    return true
  if (!FROM_TO.test(folded.slice(end, end + 40))) return false
  const left = folded.slice(Math.max(from, start - 90), start)
  return (
    CHANGED_FROM.test(left) ||
    VOTE_OF.test(left) ||
    (/\d[kmbt]$/.test(folded.slice(start, end)) && / from $/.test(left))
  )
}

const OPENS =
  /(?:^|[.;:!?—–(“"] ?|, |^[*_]{1,2})(?:(?:and|but|so far|to date|since then|of whom|of which|of these|of those|while|another|only|just|about|nearly|almost|some|all|at least|more than|fewer than|well over|over|an estimated|up to|roughly|the other|the remaining|fully) )*$|(?<![a-z])(?:that|whom|which|all|only|the other|another|where|though|although|while|because|none of the|the remaining|found|says?|said|reported|estimates?|estimated|shows?|showed) $/
/** A bound at the head of a clause. */
const BOUND_OPENS =
  /(?:^|[.;:!?—–(“"] ?|, |^[*_]{1,2})(?:and |but |so )?(?:no|not) (?:more|fewer|less) than $/
const VERBS =
  '(?:[a-z]{2,}ed|were|are|had|have|did|do|could|can|would|will|may|might|must|should|chose|gave|said|say|says|got|fell|rose|came|come|went|made|took|paid|sold|won|lost|found|led|met|ran|left|held|put|sent|spent|saw|kept|told|became|withdrew|drew|grew|broke|wrote|drove|flew|spoke|stole|threw|sank|began|bought|brought|built|caught|fought|sought|taught|hid|rode|shook|shut|stood|struck|swore|understood|woke|sat|slept|ate|drank|knew|felt|heard|read|set|split|spread|hit|cost|cut|let|forgot|froze|beat|bent|bet|blew|clung|crept|dealt|dug|fed|hung|laid|leapt|lent|lit|meant|overcame|rang|sang|swam|tore|undertook|wept|wore|quit|stay|work|learn|live|remain|use|need|require|include|contain|fail|pass|show|believe|think|want|plan|expect|support|oppose)'
const TELLS = new RegExp(
  `^(?:, [^,.;]{2,20},)? (?:more )?(?:also |still |then |later |never |both |each |either |neither |simply |already |in fact )?${VERBS}(?![a-z-])`,
)

/** `six were children and two were rescuers`. */
const SECOND =
  /(?<![a-z])(?:rose|fell|won|lost|passed|failed|gained|closed|left|stayed|were|are|was|had|have|died|said|voted)(?: [a-z-]+){0,4} and $/

/** `Eleven, or 1%, were wrong`, `all 24 learn`: the number is what the clause is about. */
export function isSubjectNumber(
  folded: string,
  { start, end, value, form }: Quantity,
  from: number,
  before: Quantity | undefined,
): boolean {
  if (value < 2 || (folded[end] !== ' ' && folded[end] !== ',')) return false
  if (form === 'word' && value < 4 && before?.unit !== 'count') return false
  if (!TELLS.test(folded.slice(end, end + 48))) return false
  const left = folded.slice(Math.max(from, start - 40), start)
  return (
    OPENS.test(left) ||
    BOUND_OPENS.test(left) ||
    (before?.unit === 'count' && before.start >= from && SECOND.test(left))
  )
}

const COUNTS =
  /(?<![a-z])(?:counted|tallied|logged|documented|identified|detected|registered|catalogued|cataloged)(?: up)?(?: (?:only|just|about|nearly|almost|over|more than|some|another|at least|a total of))* $/

/** `went from one case in 2023 to 27`: where a change from one or none has led to. */
const FROM_NONE =
  /(?<![a-z])from (?:just |only )?(?:one|a single|zero|none|no)(?: [a-z-]+){0,4}(?: in \d{4}| last year)?,? to (?:about |around |nearly |over |more than )?$/
const AFTER_TO = /^(?:[.,;:)]|$| (?:in|by|at|over|within|during|this|last|and|as|the)(?![a-z]))/

const LEADS_WITH = /(?<![a-z])(?:leads?|led|tops?|topped)(?: the [a-z]+)? with $/
const FOLLOWED = /^, (?:followed|ahead|then|while|and)(?![a-z])/

/** `We counted 412.`, `Germany leads with 13, followed by`: the verb says that it is a count. */
export const isVerbCount = (folded: string, { start, end, value }: Quantity, from: number): boolean =>
  (value >= 2 &&
    FOLLOWED.test(folded.slice(end, end + 10)) &&
    LEADS_WITH.test(folded.slice(Math.max(from, start - 40), start))) ||
  (value >= 2 &&
    AFTER_TO.test(folded.slice(end, end + 8)) &&
    FROM_NONE.test(folded.slice(Math.max(from, start - 72), start))) ||
  (value >= 4 &&
    /^(?:[.,;)!]|$)/.test(folded[end] ?? '') &&
    folded[start - 1] === ' ' &&
    COUNTS.test(folded.slice(Math.max(from, start - 40), start)))
