import type { Span } from '../text/sentences.ts'
import { clauseAt } from './clauses.ts'
import type { Block } from './document.ts'
import type { EntitySpan } from './entities.ts'
import { leadOf } from './focus.ts'
import { endsInMetric, trailingMetric } from './metric.ts'
import { isPronoun } from './nominal.ts'
import { trimSpan } from './ranking.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** What the items of a list and the headings above say of a figure, where the words beside it say only the rest. */

/** Longest line that is a label with its value, and how many such lines are looked back over for what introduces them. */
const LONGEST_LINE = 90
const LINES_BACK = 60

const APPROXIMATORS = '(?:about|around|nearly|roughly|only|just|仅|高达|达|为|共|至少|约|近|逾|超)?'
/** `Claude Opus 4: `, `GPT-4.1 — `, `GPT-4.1 (`: up to the value. */
const LABEL = new RegExp(
  String.raw`^[\s*_•·]*(?:\d{1,3}[.)、]\s*)?([^:,。!?;|()]{2,60}?)[*_]*\s?(?:\([^()]{1,20}\)\s?)?(:|—+|–|-(?= )|\()[*_\s~≈<>+-]*${APPROXIMATORS}\s?$`,
)
/** ` — GPT-4.1` and `: GPT-4.1` behind a value that begins its line. */
const BEHIND = /^[\s*_]*(?::|—+|–|-(?= ))[\s*_]*([^:,。!?;|()]{2,60}?)[\s*_.;,。]*$/
const BEGINS = new RegExp(String.raw`^[\s*_•·~≈<>+-]*${APPROXIMATORS}\s?$`)
/** One of these parts a label from its value; a value that begins its line has no more than this before it. */
const SEPARATORS = /[:—–(-]/
const LONGEST_LEAD = 16
/** What may follow a value that a dash or a bracket sets off. */
const CLOSES = /^[)\s*_.;,。]*$/
/** What an answer to a question is called: it says what was measured, not of whom. */
const ANSWER =
  /^(?:(?:strongly |somewhat )?(?:support|oppose|agree|disagree|approve|disapprove|favou?r)|yes|no|not sure|unsure|undecided|don'?t know|neither|neutral|no opinion|(?:非常|比较|不太)?(?:支持|反对|赞成|同意|不同意|满意|不满意|担心|不担心)|没意见|无意见|不知道|不确定|说不清|中立|无所谓)$/

/** `- Claude Opus 4: 96%` below `Blackmail rates:`, `- refusal rate: 12%` below `- GPT-4.1`. */
export function byItem(reading: Reading, one: Selected): SubjectReading | undefined {
  const { block, quantity } = one
  if (!block || !isLine(block)) return undefined
  const label = labelOf(reading.folded, block, quantity)
  if (!label) return undefined
  const words = reading.folded.slice(label.start, label.end)
  if (ANSWER.test(words)) return { metric: label, rule: 'item' }
  const parent = parentOf(reading, block)
  if (endsInMetric(words)) {
    const subject = parent ?? headingName(reading, block)
    return subject && { subject, metric: label, rule: 'item' }
  }
  if (answersQuestion(reading, block)) return { metric: label, rule: 'item' }
  const metric = parent && isMetric(reading, parent) ? parent : introducedMetric(reading, block)
  const isNamed = reading.entitiesIn(label.start, label.end).some(({ kind }) => kind !== 'person')
  return metric || isNamed ? { subject: label, ...(metric && { metric }), rule: 'item' } : undefined
}

const isLine = ({ kind, start, end }: Block): boolean =>
  kind === 'list-item' || (kind === 'paragraph' && end - start <= LONGEST_LINE)

const isMetric = ({ folded }: Reading, { start, end }: Span) => endsInMetric(folded.slice(start, end))

function labelOf(folded: string, { start, end }: Block, quantity: Span): Span | undefined {
  const before = folded.slice(start, quantity.start)
  if (before.length > LONGEST_LINE) return undefined
  const isParted = SEPARATORS.test(before)
  if (!isParted && before.length > LONGEST_LEAD) return undefined
  const after = folded.slice(quantity.end, Math.min(end, quantity.end + LONGEST_LINE))
  const match = isParted ? LABEL.exec(before) : null
  if (match && (match[2] === ':' || CLOSES.test(after))) return spanOf(folded, start, before, match[1]!)
  const behind = BEGINS.test(before) ? BEHIND.exec(after) : null
  return behind ? spanOf(folded, quantity.end, after, behind[1]!) : undefined
}

function spanOf(folded: string, base: number, within: string, words: string): Span | undefined {
  const start = base + within.indexOf(words)
  return trimSpan(folded, { start, end: start + words.length })
}

/** The item above of which this one is a part, when it says no more than a name. */
function parentOf({ blocks, folded, blockIndex }: Reading, block: Block): Span | undefined {
  if (block.level === undefined) return undefined
  let at = blockIndex(block) - 1
  const least = Math.max(0, at - LINES_BACK)
  while (at >= least && blocks[at]!.kind === 'list-item' && blocks[at]!.level! >= block.level) at--
  const parent = blocks[at]
  if (at < least || parent?.kind !== 'list-item' || parent.end - parent.start > LONGEST_LINE) return undefined
  const words = folded.slice(parent.start, parent.end).replace(/[\s:*_]+$/, '')
  return /[,;。!?:]/.test(words)
    ? undefined
    : trimSpan(folded, { start: parent.start, end: parent.start + words.length })
}

const POINTS_ON =
  /(?:如下|分别|依次|见下|为|是|情况|(?<![a-z])(?:are|is|were|was|as follows|below))*\s*[:*_]*\s*$/

/** The end of a block, however long it is: the lines below it all ask. */
const tailOf = ({ folded }: Reading, { start, end }: Block): string =>
  folded.slice(Math.max(start, end - LONGEST_LINE), end)

/** 用過：58% below 您是否用過聊天機器人？ is an answer, whatever it says. */
function answersQuestion(reading: Reading, block: Block): boolean {
  const above = blockAbove(reading, block)
  return above !== undefined && /[?][\s*_]*$/.test(tailOf(reading, above))
}

/** What stands above the lines of which this is one. */
function blockAbove({ blocks, blockIndex, folded }: Reading, block: Block): Block | undefined {
  let at = blockIndex(block) - 1
  const least = Math.max(0, at - LINES_BACK)
  while (at >= least && isSibling(folded, blocks[at]!, block)) at--
  return at < least ? undefined : blocks[at]
}

/** The property that the line above a list announces: `Blackmail rates in the adapted scenario:`, 各模型的勒索率如下：. */
function introducedMetric(reading: Reading, block: Block): Span | undefined {
  const { folded } = reading
  const above = blockAbove(reading, block)
  if (!above || (above.kind !== 'paragraph' && above.kind !== 'heading')) return undefined
  const words = tailOf(reading, above)
  if (above.kind === 'paragraph' && !/:[\s*_]*$/.test(words)) return undefined
  const start = Math.max(above.start, above.end - LONGEST_LINE * 2)
  const end = above.end - (POINTS_ON.exec(words)?.[0].length ?? 0)
  return (
    trailingMetric(folded, start, end) ??
    reading.phrasesIn(start, end).findLast((phrase) => isMetric(reading, phrase))
  )
}

const isSibling = (folded: string, above: Block, { kind }: Block): boolean =>
  above.kind === kind &&
  (kind === 'list-item' ||
    /:\s?[^:]{0,20}\d/.test(folded.slice(above.start, Math.min(above.end, above.start + LONGEST_LINE))))

/** `## Claude Opus 4` above `The blackmail rate was 96%.`: sections that are each about the name in their heading. */
export function byHeading(reading: Reading, one: Selected): SubjectReading | undefined {
  const { block, scope, quantity } = one
  if (!block || (block.kind !== 'paragraph' && block.kind !== 'list-item')) return undefined
  const subject = headingName(reading, block)
  if (!subject || reading.namesIn(scope.start, scope.end).some(({ kind }) => kind !== 'place'))
    return undefined
  const clause = clauseAt(reading.folded, scope, quantity.start)
  const lead = leadOf(reading, clause.start, quantity.start)
  const isOpen = !lead || isMetric(reading, lead) || isPronoun(reading.folded.slice(lead.start, lead.end))
  return isOpen ? { subject, rule: 'heading' } : undefined
}

/** By reading, each block below a heading that is nothing but a name, when there are several such headings. */
const sections = new WeakMap<Reading, ReadonlyMap<Block, EntitySpan>>()

/** The model or organisation that the heading above a block names, and nothing else. */
function headingName(reading: Reading, block: Block): Span | undefined {
  let names = sections.get(reading)
  if (!names) sections.set(reading, (names = readSections(reading)))
  return names.get(block)
}

function readSections(reading: Reading): ReadonlyMap<Block, EntitySpan> {
  const names = new Map<Block, EntitySpan>()
  let [name, count]: [EntitySpan | undefined, number] = [undefined, 0]
  for (const block of reading.blocks) {
    if (block.kind === 'heading') {
      name = nameOf(reading, block)
      if (name) count++
    } else if (name) names.set(block, name)
  }
  return count >= 2 ? names : new Map()
}

function nameOf({ folded, entitiesIn }: Reading, { start, end }: Block): EntitySpan | undefined {
  if (end - start > LONGEST_LINE) return undefined
  const words = folded.slice(start, end).replace(/^[\d.、()\s#*_]+|[\s*_:]+$/g, '')
  return entitiesIn(start, end).find(
    (one) => (one.kind === 'model' || one.kind === 'organization') && one.end - one.start >= words.length,
  )
}
