import type { Place, Read } from './bare.ts'
import { withUnit } from './quantity.ts'

/** Numbers that answer a question, and none of what was asked or told. */

/** `How many are you?` `Forty-two.`: so many of what was asked for. */
export function readAnswer({ reading: { folded }, quantity }: Place): Read {
  const { start, end, form, value } = quantity
  if (form === 'han' || !Number.isInteger(value) || !/^(?:[.,;!]|$)/.test(folded[end] ?? '')) return undefined
  const asked = folded.slice(Math.max(0, start - 200), start)
  if (!asked.includes('?')) return undefined
  if (value <= 100 && ASKED_SHARE.test(asked)) return { quantity: withUnit(quantity, 'percent') }
  return ASKED.test(asked) ? { quantity: withUnit(quantity, 'count') } : undefined
}
/** `Is it 20 percent?` `Closer to 40.` */
const ASKED_SHARE =
  /\d ?(?:%|percent|per cent)[^?.!\n]{0,40}\?["”]?\s+(?:[a-z][a-z .'’-]{0,36}: ?)?["“]?(?:no, |yes, |well, )?(?:closer to|nearer|more like|try|about|around|maybe|make it|call it|i'd say|i’d say|probably) $/
const ASKED =
  /(?<![a-z])how many(?: [^?.!\n]{2,120})?\?["”]?\s+(?:[a-z][a-z .'’-]{0,36}: ?)?["“]?(?:about |around |just |only |roughly |nearly |some |at least |more than )?$/

/** `The month before, it was zero.`, `fell to almost zero`: none of what was told. */
export function readNone({ reading: { folded }, quantity, sentence, before }: Place): Read {
  const { start, end, value, form } = quantity
  if (value !== 0 || form !== 'word' || !/^(?:[.,;:!?)”"]|$)/.test(folded[end] ?? '')) return undefined
  if (!IS_NONE.test(folded.slice(Math.max(sentence.start, start - 36), start))) return undefined
  const unit = before && before.sentence.start === sentence.start ? before.quantity.unit : 'count'
  return { quantity: withUnit(quantity, unit === 'percent' || unit === 'score' ? unit : 'count') }
}
const IS_NONE =
  /(?<![a-z])(?:was|were|is|are|fell to|dropped to|down to|cut to|reduced to|stood at|stands at|remains|remained|approached|scored) (?:exactly |nearly |almost |close to |effectively |virtually |still )?$/
