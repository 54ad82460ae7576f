import type { Span } from '../text/sentences.ts'
import { charSet } from './char-set.ts'
import { Gate } from './gates.ts'
import type { Quantity } from './quantity.ts'

/** What happened to people, in which even one or two are a finding. */
const CASUALTY =
  /^ (?:others? |and an? [a-z]{3,9} )?(?:(?:have|had|has) )?(?:(?:was|were|are|is|been) )?(?:killed|dead|died|injured|wounded|missing|arrested|detained|hospitali[sz]ed|charged|convicted|sentenced|fired|dismissed|laid off|rescued|evacuated|destroyed|burned|damaged|wrecked|written off|suspended|expelled|drowned|shot|stabbed|quit|resigned)(?![a-z])/
/** The same words before the people. */
const CASUALTY_BEFORE = new Gate(
  /(?:kill|injur|wound|arrest|detain|charg|convict|sentenc|hospitali[sz]|dismiss|fin|sanction|suspend|jail|rescu|evacuat|execut|deport|expel|sack)(?:s|l?ed|es|l?ing) $/,
)
const CASUALTY_HAN =
  /(?:死亡|身亡|遇难|遇害|丧生|丧命|罹难|受伤|重伤|轻伤|失踪|被捕|被拘|被抓|落网|获刑|被判|被起诉|被解雇|被开除|被辞退|离职|中毒|送医|送院|住院|入院|被裁|失业|确诊|危殆|不治|命危|昏迷|停职|收押|羁押|交保|停学|留医)/
/** All that may stand between the people and what happened to them. */
const CASUALTY_LINK = /^(?:已|均|都|则|也|被|因此|因而|当场|随后|先后|不幸|遭|获|情况|伤势|目前|仍){0,2}$/
const PERSON_HAN = /^[名人位]$/

/** `Three people were killed`, `arrested two suspects`. */
export function isCasualty(folded: string, start: number, end: number): boolean {
  return (
    CASUALTY.test(folded.slice(end, end + 40)) ||
    CASUALTY_BEFORE.test(folded.slice(Math.max(0, start - 16), start))
  )
}

/** 一名军官死亡, 两名员工因此被解雇. */
export function isCasualtyHan(folded: string, detail: string, { start, end }: Span): boolean {
  if (!PERSON_HAN.test(detail)) return false
  const found = CASUALTY_HAN.exec(folded.slice(start, end + 12))
  return found !== null && CASUALTY_LINK.test(folded.slice(end, start + found.index))
}

/** `killed two and injured nine`. */
const KILLED = new Gate(
  /(?<![a-z])(?:kill|injur|wound|arrest|detain|hospitali[sz])(?:ed|ing) (?:at least |about |nearly |some |another )?$/,
)
const ENDS_OR_GOES_ON = /^(?:[.,;:)]|$| (?:and|in|on|at|when|after|during|last|this|others|more)(?![a-z]))/
/** `One patient died`. */
const ONE_VICTIM =
  /^ (?:person|man|woman|child|boy|girl|patient|worker|engineer|officer|passenger|driver|employee|student|pedestrian|cyclist|soldier|civilian)(?: [a-z]+){0,2}? (?:died|(?:was|has been|had been) (?:killed|injured|hurt|arrested|wounded))(?![a-z])/
const OF_THEM = /^(?: and \d[\d,]*)? of (?:them|these|those|which|whom|us|you)(?![a-z])/
/** `Of the 40 invited, twelve came`. */
const OF_THE = new Gate(/^(?:.{0,3}[(;:,—–] ?)?of (?:the|these|those|its|our) $/)
const WHO_WERE = /^ (?:so far |already |originally )?[a-z]{3,}(?:ed|wn|en)(?: [a-z]+){0,3},/
const ENDS_CLAUSE = /^(?:[.,;:!?)]|$)/
const ANOTHER = new Gate(
  /(?<![a-z])(?:another|a further|votes? to|times? out of|cases? out of|attempts? out of|there (?:are|were)(?: now| only| just)?) $/,
)
/** `at least 40 by 2028`, `no more than 25 may be queued`: a bound of a count told before. */
const BOUNDED = new Gate(
  /(?<![a-z])(?:at least|at most|no more than|more than|fewer than|up to|nearly|about|some|only) $/,
)
const BOUND_GOES_ON = /^(?:[.,;:)]|$| (?:by|may|can|must|will|would|have|had|has|were|are|in|for)(?![a-z]))/
/** `five ratifications, including at least three from members`. */
const INCLUDES = new Gate(
  /(?<![a-z])(?:including|of which|among them) (?:at least |at most |only |just |about |nearly )?$/,
)
const FROM_ELSE = /^ (?:from|of|by|in|with|who|that|which|were|are|at|on)(?![a-z])/
/** `a dozen more`. */
const SOME_MORE = /^ more(?:[.,;)]|$| (?:to|in|are|were|have|at|by|are|from)(?![a-z]))/
/** `a single sample out of one hundred in which`, `once out of 50.` */
const OUT_OF = new Gate(
  /(?<![a-z])(?:(?:single|one|two|three|four|five|six|seven|eight|nine|ten|\d+) [a-z-]+|once|twice|\d+ times) out of (?:about |around |over |roughly |some |nearly )?$/,
)
const OUT_OF_ENDS =
  /^(?:[.,;:!?)]|$| (?:in which|where|that|when|did|was|were|had|during|over|for|on|with)(?![a-z]))/
/** `inspected 22 colleges and rated six inadequate`. */
const RATED = new Gate(
  /(?<![a-z])(?:rated|deemed|judged|graded|declared|ruled|found|marked|labelled|considered|call|called) (?:only |just |maybe |perhaps |about |around |nearly )?$/,
)
const WHOLE = new Gate(
  /(?<![a-z])(?:(?:headcount|workforce|membership|staff) (?:to reach|to hit|to grow to|reached|will reach|had reached) |(?:population|user base|audience|membership|following|workforce|staff|readership|fleet|dataset|corpus|total|crowd|attendance|headcount|death toll|toll) (?:of|at|is|was|rose to|stands at|stood at) )(?:about |around |nearly |almost |over |more than |some |roughly |just |circa )?$/,
)
/** `The office employs about 125, well short of the 140 promised.` */
const EMPLOYS = new Gate(
  /(?<![a-z])(?:employs?|employed|employing|hired|enrolled|recruited|trained|surveyed|interviewed|polled|counted|tallied|logged|recorded|registered|listed|identified|documented|screened|carry|carrying|carried|seats|seating|built for|room for|licensed for) (?:about |around |nearly |almost |over |more than |some |roughly |just |only |at least )?$/,
)
/** `We have sixty-three, counting me.`, `We are 38 in Turin`. */
const WE_HAVE = new Gate(
  /(?<![a-z])(?:we|they) (?:have|had|need|needed|got|hired|lost) (?:only |just |about |nearly |over |now )?$/,
)
const WE_ARE = new Gate(/(?<![a-z])we (?:are|were) (?:only |just |now |about |nearly |over )?$/)
const ARE_WHERE = /^(?:[.,;]|$| (?:in|at|now|today|here|when|strong|all)(?![a-z]))/
/** `the world's population will peak at 10.3 billion in the 2080s`. */
const PEAKS = new Gate(
  /(?<![a-z])(?:population|membership|audience|user base|workforce|total) (?:[a-z]+ ){0,3}(?:at|to|reach(?:ed|es)?|hit|pass(?:ed|es)?|exceed(?:ed|s)?) (?:about |around |nearly |over |more than |some |roughly )?$/,
)
const PEAK_ENDS = /^(?:[.,;]|$| (?:in|by|this|last|around|before|after)(?![a-z]))/
/** What the members of a whole named before did: `of the 32 models, 11 failed`. */
const DID =
  /^ (?:[a-z]{2,}ed|were|are|had|have|did|could|chose|gave|said|got|fell|rose|came|went|made|took)(?![a-z])/
/** `found 14, which`, `another managed 97.`: what as many others did, where counts are being told. */
const DID_SO_MANY = new Gate(
  /(?<![a-z])(?:[a-z]{2,}ed|found|made|had|has|said|caught|leaves?|left|won|lost|got|with|against|than|only|just|at least) $/,
)
/** How far back a count may lie that says what is counted, in UTF-16 units. */
const COUNTED_BACK = 200
/** `ran it 60 times and it cheated in 51.` */
const DID_IN = new Gate(
  /(?<![a-z])(?:[a-z]{3,}ed|did so|won|lost|wrong|right) (?:in|on) (?:just |only |about |all |nearly |at least )?$/,
)
/** `passed the one million mark`. */
const MARK = /^[ -](?:mark|milestone|threshold|barrier)(?![a-z])/
/** `70 per cent, or 3.5 million, are affected`. */
const OR_SO_MANY = new Gate(
  /(?:%|percent|per cent)(?: of [a-z -]{3,24})?,? or (?:about |around |nearly |almost |some |roughly |over )?$/,
)
const MOVED_TO = new Gate(
  /(?:rose|grew|climbed|fell|dropped|increased|decreased|jumped|declined|surged|soared|plunged|swelled|ballooned|tumbled|slumped|doubled|tripled|quadrupled|halved|shrank|up|down)(?: by)?(?: (?:nearly|about|almost|over|more than|some))? \d[\d.,]*(?:%| percent| per cent) to $/,
)

/** One of these stands behind every number that an English sentence leaves without its noun. */
const GOES_ON = charSet(' -.,;:!?)')

/** The words around a number without its noun. */
interface Around {
  left: string
  right: string
}

/**
 * A count whose noun the sentence leaves out: `22 vulnerabilities, 14 of them high`, `three killed and 11 injured`,
 * `99 votes to 1`, `incidents rose 56.4% to 233`.
 */
export function isElided(folded: string, quantity: Quantity, from: number, before?: Quantity): boolean {
  const { start, end, value, form, scaled } = quantity
  if (!Number.isInteger(value)) return false
  const right = folded.slice(end, end + 40)
  const counted = before?.unit === 'count' ? before : undefined
  const isOut = counted !== undefined && counted.value < value && isOutOf(folded, counted, start)
  if (right !== '' && GOES_ON[right.charCodeAt(0)] !== 1) return isOut && value !== 1
  if (value >= 100 && value < 1e15 && MARK.test(right)) return true
  if (scaled && OR_SO_MANY.test(folded.slice(Math.max(from, start - 48), start)) && /^[.,;)]/.test(right))
    return true
  if (value === 1) return form === 'word' && ONE_VICTIM.test(folded.slice(end, end + 60))
  if (KILLED.test(folded.slice(Math.max(from, start - 16), start)) && ENDS_OR_GOES_ON.test(right)) return true
  if (OF_THEM.test(right) || CASUALTY.test(right) || isOut) return true
  if (value > 3 && OF_THE.test(folded.slice(Math.max(from, start - 9), start)) && WHO_WERE.test(right))
    return true
  const around = { left: folded.slice(Math.max(from, start - 60), start), right }
  if (counted && isPartOfCount(quantity, counted, from, around)) return true
  return isToldByVerb(quantity, around)
}

/** ` out of 60`, ` of the 27`: the whole of what was counted directly before. */
const isOutOf = (folded: string, before: Quantity, start: number): boolean =>
  / of $| of the $/.test(folded.slice(start - 8, start)) &&
  /^ (?:out )?of (?:the )?$/.test(folded.slice(before.end, start))

/** More of what a count before it counts, or a part of it. */
function isPartOfCount(
  { start, value }: Quantity,
  before: Quantity,
  from: number,
  { left, right }: Around,
): boolean {
  if (start - before.end < COUNTED_BACK && value > 3) {
    if (SOME_MORE.test(right) || (BOUNDED.test(left) && BOUND_GOES_ON.test(right))) return true
    if (ENDS_CLAUSE.test(right) && DID_SO_MANY.test(left)) return true
  }
  if (before.start < from) return false
  if (/[,;] (?:and |but )?$/.test(left) && DID.test(right)) return true
  if (INCLUDES.test(left) && FROM_ELSE.test(right)) return true
  if (before.value >= value && DID_IN.test(left) && ENDS_CLAUSE.test(right)) return true
  if (value > 3 && /, $/.test(left) && /^ [a-z]{2,}ly(?:[.,;]|$)/.test(right)) return true
  return RATED.test(left) && /^ [a-z]+(?:[.,;]|$)/.test(right)
}

/** What only the words before and behind say is a count. */
function isToldByVerb({ value, form, scaled }: Quantity, { left, right }: Around): boolean {
  if (value > 3 && OUT_OF.test(left) && OUT_OF_ENDS.test(right)) return true
  if (scaled && PEAKS.test(left) && PEAK_ENDS.test(right)) return true
  if (value > 3 && WE_ARE.test(left) && ARE_WHERE.test(right)) return true
  if (!ENDS_CLAUSE.test(right)) return false
  if (value > 3 && (EMPLOYS.test(left) || WE_HAVE.test(left))) return true
  return WHOLE.test(left) || (form === 'digits' && (ANOTHER.test(left) || MOVED_TO.test(left)))
}

const VALUED = new Gate(
  /(?<![a-z])(?:valued at|valuation (?:of|at)|worth|raised|raising|revenues? of|sales of|funding of|fined|fines? of|budget of|invest(?:ed|ing)?|investments? of|costs?|costing|profits? of|loss(?:es)? of|spent|spending|capitali[sz]ation of)(?: (?:a|about|around|nearly|almost|over|more than|at least|up to|some|roughly|approximately|as much as))? $/,
)

/** `valued at 60 billion`: an amount that only its verb says is money. */
export function isValued(folded: string, { start, end, scaled }: Quantity, from: number): boolean {
  return (
    scaled &&
    /^(?:[.,;:!?)]|$| (?:in|by|this|last|from|for|at|and|as|after|on|a year)(?![a-z]))/.test(
      folded.slice(end, end + 8),
    ) &&
    VALUED.test(folded.slice(Math.max(from, start - 40), start))
  )
}

/** `Adam Raine, 16, died`: years between commas behind a name. */
const APPOSED =
  /(?:(?:^|[\s“"(])(?!In |On |At |By |Since |From |Last |This |Next |For )\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]+|(?<![a-z])(?:boy|girl|man|woman|son|daughter|teenager|teen|student|victim|suspect|father|mother|driver|pensioner|grandmother|grandfather|widow|defendant)), $/u
const IS_APPOSED = /, (?:also |now |then )?$/
/** `photographer Christina Assi, 28.`, `Bianca Jones, also 19, died`: a person by what they do or both names. */
const PERSON_AGED =
  /(?<![A-Za-z])(?!in |at |of |to |from |near |and |for |with |by |on )[a-z]{2,} \p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+, (?:also |now |then )?$/u
/** `Abdallah, 37, and`: one name, which is no month or day. */
const SURNAME_AGED =
  /(?:^|[.!?] |(?:kill|injur|wound|arrest|nam|charg|call)(?:ed|ing) |[“"] ?)(?!January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]+day)\p{Lu}\p{Ll}{2,}, (?:also |now )?$/u
const AGE_ENDS =
  /^, (?:and|who|was|is|has|had|died|said|says|told|an?|from|of|the|[a-z]{3,}ed|won|left|ran|came|took|made|began|became|got|lost|led|set)(?![a-z])/
const AGED = new Gate(
  /(?<!(?:when|since|until|before|after) )(?:(?<![a-z])(?:i am|i was|i'm|i’m|he was|she was|he is|she is)(?: just| only| now| already)?|(?<![a-z])(?:currently |now )?aged|(?<![a-z])(?:youngest|oldest|eldest)(?: [a-z]+)? (?:was|is|aged)(?: just| only)?|(?<![a-z])turn(?:s|ed|ing)?|(?<![a-z])(?:wo)?man of|(?<![a-z])(?:boy|girl|person|patient) of) $/,
)

/** `aged between 19 and 54`. */
const AGED_BETWEEN = /(?<![a-z])aged (?:between |from )?$/
/** `children as young as nine`. */
const AS_OLD = new Gate(/(?<![a-z])as (?:young|old) as (?:just |only )?$/)

/** `its 18+ age requirement`, `users must be 18+`. */
const OF_AGE =
  /\d\d\+ (?:age|users|only|content|adults|audiences?)(?![a-z])|(?:be|aged|is|are) \d\d\+?$|(?:be|aged) \d\d\+/

/** `Sewell Setzer III was 14 when`. */
const NAME_IS = /\p{Lu}[\p{L}'’-]+ (?:is|was|were) (?:just |only |still )?$/u
const AT_AGE = /^ (?:when|at the time|years)(?![a-z])/

/** `They do not know I am 14.`, `a man aged 34`: years of life. */
export function isAge(text: string, folded: string, quantity: Quantity, from: number): boolean {
  const { start, end, value, form } = quantity
  if (!Number.isInteger(value) || value < 1 || value > 119) return false
  const since = Math.max(from, start - 24)
  if (quantity.maxValue !== undefined) return AGED_BETWEEN.test(folded.slice(since, start))
  if (
    form === 'digits' &&
    AT_AGE.test(folded.slice(end, end + 14)) &&
    NAME_IS.test(text.slice(Math.max(from, start - 24), start))
  )
    return true
  if (form === 'word' && !AS_OLD.test(folded.slice(since, start))) return false
  if (folded[end] === '+' && value > 11 && value < 100 && OF_AGE.test(folded.slice(since, end + 20)))
    return true
  const left = text.slice(Math.max(from, start - 48), start)
  if (value > 9 && IS_APPOSED.test(left) && (PERSON_AGED.test(left) || SURNAME_AGED.test(left)))
    if (
      AGE_ENDS.test(folded.slice(end, end + 10)) ||
      (PERSON_AGED.test(left) && /^[.;)]/.test(folded[end] ?? ''))
    )
      return true
  if (value > 9 && folded.startsWith(', ', end) && APPOSED.test(text.slice(since, start))) return true
  return (
    /^(?:[.,;:!?)]|$| (?:and|who|from|was|is|in|on|this|last|next|have|had|has|are|were)(?![a-z]))/.test(
      folded.slice(end, end + 6),
    ) &&
    (AGED.test(folded.slice(since, start)) || AS_OLD.test(folded.slice(since, start)))
  )
}

/** `by a factor of ten`. */
export const isFactor = (folded: string, { start }: Quantity): boolean =>
  folded[start - 1] === ' ' &&
  /(?<![a-z])factors? of (?:about |around |nearly |almost |over |more than |some |roughly |up to )?$/.test(
    folded.slice(Math.max(0, start - 24), start),
  )
