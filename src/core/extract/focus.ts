import type { Span } from '../text/sentences.ts'
import { hasHan } from './char-set.ts'
import { leadingEnglish, leadingHan } from './clauses.ts'
import type { EntitySpan } from './entities.ts'
import { Gate } from './gates.ts'
import { isNominal, isTheme } from './nominal.ts'
import { type Reading, sentencesBefore } from './reading.ts'
import { keyOf } from './spans.ts'

/** What the discourse is about when a clause does not say: the last thing that stood as the subject of a clause. */

/** Sentences looked back within a paragraph, and paragraphs beyond it. */
const SENTENCES_BACK = 6
const BLOCKS_BACK = 3

const isHanAt = (folded: string, start: number, end: number) =>
  hasHan(folded, start, Math.min(end, start + 40))

/** No subject is longer, in UTF-16 units; text without a stop is not read to its end from each of its clauses. */
const LONGEST_LEAD = 96

const known = new WeakMap<Reading, Map<number, Span | undefined>>()

/** The subject with which a stretch of text begins: a name if one leads, else a noun phrase. Several rules ask for each stretch. */
export function leadOf(reading: Reading, start: number, stretchEnd: number): Span | undefined {
  const end = Math.min(stretchEnd, start + LONGEST_LEAD)
  let leads = known.get(reading)
  if (!leads) known.set(reading, (leads = new Map()))
  const key = keyOf(start, end)
  const lead = leads.get(key)
  if (lead || leads.has(key)) return lead
  const read = readLead(reading, start, end)
  leads.set(key, read)
  return read
}

function readLead(reading: Reading, start: number, end: number): Span | undefined {
  const { folded } = reading
  if (isPronounLed(folded, start)) return undefined
  const lead = isHanAt(folded, start, end)
    ? leadingHan(folded, start, end)
    : leadingEnglish(folded, start, end)
  if (!lead) return undefined
  const name = reading.namesIn(lead.start, lead.end).findLast((one) => one.kind !== 'place')
  if (name) return name
  if (isNominal(folded.slice(lead.start, lead.end))) return lead
  return relativeHead(folded, start, end)
}

/** 用这些数字训练出来的学生模型，: a clause that is one long noun phrase is about its head, behind the last 的. */
function relativeHead(folded: string, start: number, end: number): Span | undefined {
  const clause = /^[^,;。:]{3,60}(?=[,;:])/.exec(folded.slice(start, Math.min(end, start + 64)))?.[0]
  const head = clause && /的([^的在把被将\s]{2,12})$/.exec(clause)?.[1]
  if (!clause || !head || !isNominal(head)) return undefined
  return { start: start + clause.length - head.length, end: start + clause.length }
}

const PRONOUN_LED = new Gate(
  /^\s*(?:但是?|而|并|且|因此|所以)?(?:它|他|她|其(?![他余中])|这(?!一|些模型|款|个))/,
)

const isPronounLed = (folded: string, start: number) => PRONOUN_LED.test(folded.slice(start, start + 8))

/** 1 for the marks between clauses, 2 for digits, before which they part nothing. */
const MARK = 1
const DIGIT = 2
const UNITS = new Uint8Array(0x10000)
for (const mark of ',;:') UNITS[mark.charCodeAt(0)] = MARK
for (const digit of '0123456789') UNITS[digit.charCodeAt(0)] = DIGIT

/** Start of the last clause of a stretch that begins before an offset. */
function clauseStart(folded: string, first: number, before: number): number {
  let at = before - 1
  while (at >= first && (UNITS[folded.charCodeAt(at)] !== MARK || UNITS[folded.charCodeAt(at + 1)] === DIGIT))
    at--
  return Math.max(at + 1, first)
}

/** How far back a sentence is read, in UTF-16 units. */
const SENTENCE_REACH = 400

/** The subject of an earlier clause of the same sentence. */
export function focusInSentence(reading: Reading, sentence: Span, before: number): Span | undefined {
  const first = Math.max(sentence.start, before - SENTENCE_REACH)
  for (let end = before; ; ) {
    const start = clauseStart(reading.folded, first, end)
    const lead = leadOf(reading, start, before)
    if (lead && lead.end < before && (isName(lead) || isTheme(reading.folded.slice(lead.start, lead.end))))
      return lead
    if (start <= first) return undefined
    end = start - 1
  }
}

const isName = (span: Span): span is EntitySpan => 'name' in span

/** The subject of the sentences before, nearest first; beyond the paragraph only names count. */
export function focusBefore(reading: Reading, sentence: Span, block: Span | undefined): Span | undefined {
  for (const earlier of sentencesBefore(reading, sentence, SENTENCES_BACK)) {
    if (block && earlier.start < block.start) break
    const found = focusInSentence(reading, earlier, earlier.end)
    if (found) return found
  }
  return block && topicBefore(reading, block)
}

/** The name that the preceding paragraphs have last put first. */
function topicBefore(reading: Reading, block: Span): EntitySpan | undefined {
  const index = reading.blockIndex(block)
  for (let back = 1; back <= BLOCKS_BACK && index - back >= 0; back++) {
    const earlier = reading.blocks[index - back]!
    const name = reading.namesIn(earlier.start, earlier.end).find((one) => one.kind !== 'place')
    if (name) return name
  }
  return undefined
}
