import type { Span } from '../text/sentences.ts'
import type { Place } from './place.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import { isShare, opensClause, predicateBehind } from './share-clause.ts'
import { pointsBack } from './subject-goes-on.ts'

/** Chinese constructions that leave no choice of a metric. Folded text. */

const OF = /^\s?的?\s?$/
/** What those of whom the share is do or say, past a setting and up to a mark. */
const PREDICATE =
  /^(?:\([^()]{1,12}\))?(?:在[^,;。()]{2,24}[时后中下],)?(?:则|都|均|也|还|就|才|却|已经?|曾经?)*(?:(?:表示|认为|称|坦言|相信|预[计期]|强调|指出|反映),)?(?![、和与及的,])([^,;。()\n]{2,40})/

/** `9.8%受访者完全离不开`, `63%的受访者在遇到问题时，会先问AI`: what a share of people do is all that is measured. */
function predicateOfShare({ folded }: Reading, one: Selected, subject: Span): Span | undefined {
  const { quantity, scope } = one
  if (!isShare(one) || !opensClause(folded, one)) return undefined
  if (subject.start < quantity.end || !OF.test(folded.slice(quantity.end, subject.start))) return undefined
  const match = PREDICATE.exec(folded.slice(subject.end, Math.min(scope.end, subject.end + 80)))
  if (!match) return undefined
  const end = subject.end + match[0].length
  return { start: end - match[1]!.length, end }
}

/** What names a share in brackets, back to what joins it to the one before. */
const LABEL =
  /^(?:.*(?:[、,;:]|和|与|及|或|是|包括|因(?![素此为果子])|分别为|依次为|(?<=[素因式途型景道的项法])为))?\s?[“「『"]?([\u4e00-\u9fffa-z0-9 ]{2,14}?)[”」』"]?\s?\($/
const BRACKETED_NEXT = /^[%\s]*\)\s?(?:[、,]|和|与|或|以?及)[^,;。()]{2,20}\([^()]{1,8}\)/
const BRACKETED_BEFORE = /\([^()]{1,8}\)\s?(?:[、,]|和|与|或|以?及)[^;。()]{0,40}$/
/** What a list of labels is of: 热门场景是沟通（40%）、挑礼物（38%）. */
const LISTS = /^(?:.*[,;的])?([\u4e00-\u9fff]{2,10}?)(?:主要|依次|分别)?(?:是|为|包括|有):?(?=[^,;。是为]*$)/
const REACH = 60

/** 是沟通技巧（40%）、挑礼物（38%）: the label of a share, or what all of them are labels of where it is the subject. */
function labelOfShare({ folded }: Reading, one: Selected, subject: Span): Span | undefined {
  const { quantity, scope } = one
  if (folded[quantity.end] !== ')' || quantity.unit !== 'percent') return undefined
  const from = Math.max(scope.start, quantity.start - REACH)
  const left = folded.slice(from, quantity.start)
  const label = LABEL.exec(left)
  if (!label) return undefined
  const behind = folded.slice(quantity.end, quantity.end + REACH)
  if (!BRACKETED_NEXT.test(behind) && !BRACKETED_BEFORE.test(left.slice(0, label[0].lastIndexOf(label[1]!))))
    return undefined
  const start = from + label[0].lastIndexOf(label[1]!)
  const end = start + label[1]!.length
  if (subject.end <= start || subject.start >= end) return { start, end }
  const head = Math.max(scope.start, start - 2 * REACH)
  const list = LISTS.exec(folded.slice(head, start))
  if (!list) return undefined
  const at = head + list[0].lastIndexOf(list[1]!)
  return { start: at, end: at + list[1]!.length }
}

/** The metric of a figure where its construction leaves no choice. */
export function findTold({ reading, one, last }: Place, subject: Span | undefined): Span | undefined {
  if (!subject || reading.lang === 'en') return undefined
  if (last?.metric && pointsBack(reading, one, last)) return last.metric
  return (
    predicateOfShare(reading, one, subject) ??
    (subject.end <= one.quantity.start ? predicateBehind(reading.folded, one) : undefined) ??
    labelOfShare(reading, one, subject)
  )
}
