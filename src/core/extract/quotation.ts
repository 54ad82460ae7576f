import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import type { Block } from './document.ts'
import { antecedent, LONGEST_LEAD, openingOf, pronounAt } from './pronoun-voice.ts'
import { personIn } from './quoted-han.ts'
import type { Reading } from './reading.ts'
import type { Speakers } from './speaker.ts'
import { isVoiceName } from './voice.ts'

/** Who said a quotation: whoever signs it, or stands behind its closing mark. */

/** A quotation that is open where the words end. */
export const OPENING_MARK = /[“「『](?=[^”」』]*$)/
const CLOSING_MARK = /[”」』]/
/** What follows a quotation that somebody said. */
const SAID_BEHIND =
  /^[”」』"]\s?(?:[a-z][a-z.'’ -]{0,60}(?:said|says|told|added|adds|wrote|writes|explained|explains|noted|notes|warned|warns|argued|argues|recalled|recalls|commented|joked|insisted|insists|alleged?|alleges|claimed|claims|stated|states|testified|continued|concluded|concludes|stressed|emphasi[sz]ed|predicted|predicts|lamented|complained|conceded|admitted|acknowledged|remarked|replied|posted|tweeted|declared|observed|cautioned|announced|complain|allege|say|argue|write|warn|conclude|insist|note)(?![a-z])|(?:said|says|added|adds|wrote|writes|explained|explains|noted|notes|warned|warns|argued|argues|commented|recalls|recalled|insisted|insists|testified|concluded|predicted|lamented|conceded|admitted|remarked|replied|declared|observed|cautioned) [a-z]|[\u4e00-\u9fffa-z· ]{1,30}(?:说|忆述|慨叹|感慨|叹|笑称|比喻|质疑|批评|强调|形容|喊话|直指|抱怨|自嘲|(?<=[生太姐婶伯叔哥嫂师员长士])话|表示|称|指出|认为|坦言|写道|补充|强调|透露|告诉|回忆|介绍|解释|直言|感叹|坦承|回应|调侃|总结|反问|警告|预测)|(?:[-—]{0,2}(?:说|讲)这[番句]?话的|[\u4e00-\u9fffa-z· ]{2,24}[,:]\s?[“「『]))/

/** `— Per Lindqvist, director`, ——林岚，某研究院主任: at the start of a line. */
const SIGNATURE =
  /^[\s*_>]{0,6}(?:[—\u2015]{1,2}|–|-{1,2})\s?([^—,，(（:：\n]{2,40}?)[*_]{0,2}(?=$|[,，(（])/m
const OPENS_QUOTE = /^[\s*_>]{0,4}[“"「『]/
const ENDS_QUOTE = /[”"」』][*_\s]*$/

/** Whether a block is nothing but words in quotation marks. */
const isInMarks = (text: string, { start, end }: Block): boolean =>
  OPENS_QUOTE.test(text.slice(start, start + 6)) && ENDS_QUOTE.test(text.slice(Math.max(start, end - 4), end))

/** A line behind a quotation that begins with a dash. */
const isSignature = (text: string, block: Block | undefined): boolean =>
  (block?.kind === 'paragraph' || block?.kind === 'caption') &&
  block.end - block.start <= LONGEST_SIGNATURE &&
  /[—\u2015–-]/.test(text[block.start]!)

/** Longest line that is a name and an office, in UTF-16 units. */
const LONGEST_SIGNATURE = 120

/** Who signs the quotation set off as a block that holds the figure, on a line below it. */
export function signed(reading: Reading, { block, quantity }: Binding): Span | undefined {
  if (!block) return undefined
  const { blocks, text } = reading
  const isQuote = ({ kind }: Block) => kind === 'blockquote'
  if (!isQuote(block) && !isInMarks(text, block)) return undefined
  let at = reading.blockIndex(block)
  const limit = quantity.end + LONGEST_LEAD
  if (isQuote(block)) {
    while (blocks[at + 1]?.kind === 'blockquote' && blocks[at + 1]!.start < limit) at++
    if (isSignature(text, blocks[at + 1])) at++
  } else at++
  const end = Math.min(blocks[at]?.end ?? 0, limit)
  return isQuote(block)
    ? signatureIn(reading, quantity.end, end)
    : signatureIn(reading, blocks[at]?.start ?? end, end)
}

function signatureIn({ text, folded }: Reading, from: number, to: number): Span | undefined {
  const match = SIGNATURE.exec(text.slice(from, to))
  if (!match) return undefined
  const start = from + match.index + match[0].indexOf(match[1]!)
  const end = start + match[1]!.length
  return isVoiceName(text.slice(start, end), folded.slice(start, end)) ? { start, end } : undefined
}

/** `…” — Kestrel`, at the end of a paragraph. */
const SIGNED_BEHIND = /^[”"]\s?[—\u2015–-]{1,2}\s?(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})[*_.\s]*$/u

/** Whether a straight mark opened in a paragraph before a place and has not closed. */
function isInStraight(folded: string, block: Block | undefined, at: number): boolean {
  const start = Math.max(block?.start ?? at, at - LONGEST_LEAD)
  let count = 0
  for (let mark = folded.indexOf('"', start); mark >= 0 && mark < at; mark = folded.indexOf('"', mark + 1))
    count++
  return count % 2 === 1
}

/** `said Vos. “Its own staff warned it three times.”`: whether an English voice stands in the quotation of its figure; it is quoted with it. */
export function isQuotedWith({ folded, lang }: Reading, { block, quantity }: Binding, voice: Span): boolean {
  if (lang !== 'en' || !block) return false
  const curly = folded.lastIndexOf('“', quantity.start)
  const isMarked = curly >= block.start && folded.lastIndexOf('”', quantity.start) < curly
  if (!isMarked && !isInStraight(folded, block, quantity.start)) return false
  if (voice.start < (isMarked ? curly : folded.lastIndexOf('"', quantity.start))) return false
  const close = folded.indexOf(isMarked ? '”' : '"', quantity.end)
  return close < 0 || voice.end <= close
}

/** The voice behind the closing mark of the quotation that holds the figure, be it sentences later. */
export function quoted(reading: Reading, { block, quantity }: Binding, speakers: Speakers): Span | undefined {
  const { folded } = reading
  const from = Math.max(0, quantity.start - LONGEST_LEAD)
  const isMarked = OPENING_MARK.test(folded.slice(from, quantity.start))
  if (!isMarked && !isInStraight(folded, block, quantity.start)) return undefined
  const close = folded.slice(quantity.end, quantity.end + LONGEST_LEAD).search(isMarked ? CLOSING_MARK : /"/)
  const at = quantity.end + close
  if (close < 0) return undefined
  const sign = block && block.end - at < 60 ? SIGNED_BEHIND.exec(reading.text.slice(at, block.end)) : null
  if (sign)
    return { start: at + sign[0].indexOf(sign[1]!), end: at + sign[0].indexOf(sign[1]!) + sign[1]!.length }
  if (!SAID_BEHIND.test(folded.slice(at, at + 90))) return isMarked ? actsBehind(reading, at) : undefined
  const sentence = reading.sentenceAt(at + 1) ?? reading.sentenceAt(at + 2)
  if (!sentence) return undefined
  return pronounAt(folded.slice(at, Math.min(sentence.end, at + 24))) >= 0
    ? antecedent(reading, sentence, from + openingOf(folded.slice(from, quantity.start)), speakers, 0)
    : speakers.of(sentence)
}

/** Behind what was said, who says it does something else: 说到这里，吕佳红了眼眶, 入行多年的老梁直摇头. */
const THEN = /^(?:说到这[里儿]?,|[说讲]完,?|[说讲]着,?)?([^,。;:“”「」!?\n]{0,20}的)?/

/** The person who acts behind the closing mark of a quotation that ends in a full stop. */
function actsBehind({ folded, blockAt, namesIn }: Reading, close: number): Span | undefined {
  if (!/[。!?！？…,]/.test(folded[close - 1] ?? '') || folded[close + 1] === '\n') return undefined
  const from = close + 1
  const end = Math.min(blockAt(close)?.end ?? from, from + 48)
  const lead = THEN.exec(folded.slice(from, end))![0].length
  const person = personIn(folded, from + lead, end)
  return person && !namesIn(person.start, person.end).some(({ kind }) => kind === 'place')
    ? person
    : undefined
}

/** A quotation that goes on into the next paragraph: both open with a mark, or both are set off as a quotation. */
export function isQuotedOn(reading: Reading, block: Block, earlier: Span): boolean {
  const before = reading.blockAt(earlier.start)
  if (!before) return false
  if (block.kind === 'blockquote' && before.kind === 'blockquote') return true
  return (
    OPENS_QUOTE.test(reading.text.slice(block.start, block.start + 6)) &&
    OPENS_QUOTE.test(reading.text.slice(before.start, before.start + 6))
  )
}
