import type { Span } from '../text/sentences.ts'
import { Gate } from './gates.ts'

/** Which words of an English phrase may name a property, by closed classes of those that never do. Folded text. */

/**
 * The stretch without the words in which no property ends; undefined where nothing is left, or only what leads to any
 * value, compares or dates.
 */
export function cutProperty(folded: string, start: number, end: number): Span | undefined {
  const words = folded.slice(start, end)
  const cut = words.replace(BREAK, '').replace(STOP, '').replace(TAIL, '')
  const isNone =
    cut.length < 3 ||
    !LETTERS.test(cut) ||
    SAYS.test(cut) ||
    LEADS.test(cut) ||
    OTHER.test(cut) ||
    OPENS_TIME.test(cut) ||
    TIME.test(cut)
  return isNone ? undefined : { start, end: start + cut.length }
}

/** `experience. It took`, `investors — 31%`, `number from 604`: another sentence, what is set off, where a change began; `U.S. participants` goes on. */
const BREAK =
  /(?:(?<=[a-z]{3})\. |[;:?!] | ?[—–] | (?:rose |fell |grew |increased |decreased )?from (?=[$€£~]?\d)).*$/s

/** The stop of a sentence; not that of `U.S.`. */
const STOP = /(?<=[a-z0-9]{2})[.!?]$/

/** Prepositions, articles and auxiliaries. */
const TAIL =
  /(?: (?:for|of|in|on|at|by|with|to|from|the|an?|and|or|but|that|as|than|above|below|over|under|within|between|per|about|around|only|just|nearly|almost|was|were|is|are|has|had|have|would|will|could|be|been|each|every|respectively|since|when|while|after|before|during|until|because))+$/

const LETTERS = /[a-z\u3400-\u9fff]/

/** Verbs that lead to any value and name none. */
const LEADS = new Gate(
  /^(?:it |they |them |we |he |she |so |did |state |also )*(?:reach(?:es|ed|ing)?|took|takes?|taking|got|gets?|say|says|said|puts?|putting|stood|stands?|have|has|had|having|did|does|brought|brings?|bringing|went|goes|came|comes|gave|gives?|made|makes?|making|calls?|called|expects?|leads?|leaving|accounting|amounting|averaging|resulting|becoming|finds|finding|shows?|showed|showing|indicat(?:es?|ed|ing)|suggest(?:s|ed|ing)?|reveal(?:s|ed|ing)?|estimates|achiev(?:es?|ed|ing)|attain(?:s|ed|ing)?|obtain(?:s|ed|ing)?|hits?|hitting|demonstrat(?:es?|ed|ing)|rang(?:es?|ed|ing)|spann(?:ed|ing))(?: it| them| so)?$/,
)
/** `recent reports indicating`, `the survey also found`: who says it, and that he does. */
const SAYS = new Gate(
  /(?:(?<=[a-z] )(?=indicat|suggest|reveal)|(?:stud(?:y|ies)|surveys?|polls?|reports?|research|data|analysis|figures|statistics|researchers|experts|authors|report|paper|audit|review) (?:also |has |have |had )?)(?:found|finds?|shows?|showed|indicat(?:es?|ed|ing)|suggest(?:s|ed|ing)?|reveal(?:s|ed|ing)?|says?|said|saying|notes|noted|estimates?|estimated)$/,
)
/** Words of comparing and pointing, parts and units: `fewer`, `the rest`, `cent`. */
const OTHER = new Gate(
  /^(?:while|whereas|within|respectively|followed|compared|versus|including|it|them|so|than|fewer|smaller|larger|closer|higher|lower|far|now|today|short|one|another|much|many|twice|whom|others?|rest|after|against|about|again|first|together|cents?|per cent|every|each|once|approximately|roughly|globally|worldwide|overall|mere|since|this|that|levels?|similar|comparable|[a-z.]+['’]s?|versus [a-z0-9.-]+|vs\.? [a-z0-9.-]+|(?:[$€£]?[\d.,]+ ?)?(?:hundred|thousand|million|billion|trillion)s?|percent|points?|degrees|(?:almost |nearly |more than )?half|a third|a quarter)$/,
)
/** `before an engineer pulled the plug`: when, not what. */
const OPENS_TIME = new Gate(
  /^(?:before|after|until|once|among|during|despite|without|unlike|including|according|compared|followed by|per) (?=[a-z])/,
)
/** A date says when, not what was measured. */
export const TIME = new Gate(
  /^(?:(?:this|last|next|each|every|previous|past|same|earlier) )*(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|quarters?|decades?|today|yesterday|tomorrow|now|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/,
)
