import type { Span } from '../text/sentences.ts'
import { cardsStart } from './cards.ts'
import type { Block } from './document.ts'
import type { EntitySpan } from './entities.ts'
import { LINES_BACK, LONGEST_LINE } from './label-lines.ts'
import { endsInMetric, trailingMetric } from './metric.ts'
import { trimSpan } from './ranking.ts'
import type { Reading } from './reading.ts'

/** What stands above a line, a card or a row: what it measures, and of whom. */

/** Whose property the label of a line names: the item above, the record, the heading, or the one model the text is on. */
export const ownerOf = (reading: Reading, block: Block): Span | undefined =>
  parentOf(reading, block) ??
  nameAbove(reading, block) ??
  recordName(reading, block) ??
  headingName(reading, block) ??
  soleModel(reading, block)

/** Whether a stretch ends in a word for a property. */
export const isMetric = ({ folded }: Reading, { start, end }: Span) => endsInMetric(folded.slice(start, end))

/** The item above of which this one is a part, when it says no more than a name. */
export function parentOf({ blocks, folded, blockIndex }: Reading, block: Block): Span | undefined {
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

/** A line above the list that is a name and nothing else: `GPT-4.1` above `Blackmail rate 80%`. */
function nameAbove(reading: Reading, block: Block): Span | undefined {
  const above = blockAbove(reading, block)
  return above && (above.kind === 'paragraph' || above.kind === 'heading')
    ? nameOf(reading, above)
    : undefined
}

/** Lines of a record above one of its values. */
const RECORD_LINES = 12
const FIELD = /^[\s*_]*[^:,。!?;|\n]{2,24}[*_]*:[\s*_]*/

/** `Model: Claude Opus 4`, or that name alone, above `Blackmail rate: 96%`: a line whose value is a name and nothing else. */
function recordName(reading: Reading, block: Block): Span | undefined {
  const { blocks, folded } = reading
  const own = reading.blockIndex(block)
  for (let at = own - 1; at >= Math.max(0, own - RECORD_LINES); at--) {
    const { kind, start, end } = blocks[at]!
    if (kind !== block.kind || end - start > LONGEST_LINE) return undefined
    const words = folded.slice(start, end)
    const field = FIELD.exec(words)?.[0].length ?? 0
    const name = nameOf(reading, { start: start + field, end })
    if (name) return name
    if (field === 0 && !VALUE_LAST.test(words)) return undefined
  }
  return undefined
}

/** Blocks above a list in which a paragraph is looked for that names one model. */
const BLOCKS_ABOVE = 4

/** The model of a list of measures, when the paragraph above it names one and no other. */
function soleModel(reading: Reading, block: Block): Span | undefined {
  const { blocks, folded, entitiesIn } = reading
  const own = indexAbove(reading, block)
  for (let at = own; at >= Math.max(0, own - BLOCKS_ABOVE + 1); at--) {
    const { kind, start, end } = blocks[at]!
    if (kind !== 'paragraph') continue
    const models = entitiesIn(start, end).filter((one) => one.kind === 'model')
    const names = new Set(models.map((one) => folded.slice(one.start, one.end)))
    if (names.size > 1) return undefined
    if (names.size === 1) return models[0]
  }
  return undefined
}

/** Place in `blocks` of what stands above the lines of which this is one, or -1. */
function indexAbove({ blocks, blockIndex, folded }: Reading, block: Block): number {
  const own = blockIndex(block)
  const least = Math.max(0, own - 1 - LINES_BACK)
  let at = own - 1
  while (at >= least && isSibling(folded, blocks[at]!, block)) at--
  return at < least ? -1 : at
}

/** What stands above the lines, or cards, of which this is one. */
export function blockAbove(reading: Reading, block: Block): Block | undefined {
  return reading.blocks[indexAbove(reading, cardsStart(reading, block) ?? block)]
}

const VALUE_LAST = /\d[\d.,]*\s?(?:%|[a-z]{1,8}|[\u4e00-\u9fff]{1,3})?[)\s*_]*$/

function isSibling(folded: string, above: Block, { kind }: Block): boolean {
  if (kind.startsWith('table')) return above.kind.startsWith('table')
  if (above.kind !== kind) return false
  if (kind === 'list-item') return true
  const words = folded.slice(above.start, Math.min(above.end, above.start + LONGEST_LINE))
  return /:\s?[^:]{0,20}\d/.test(words) || (above.end - above.start <= LONGEST_LINE && VALUE_LAST.test(words))
}

/** 用過：58% below 您是否用過聊天機器人？ is an answer, whatever it says. */
export function answersQuestion(reading: Reading, block: Block): boolean {
  const above = blockAbove(reading, block)
  return above !== undefined && /[?][\s*_]*$/.test(tailOf(reading, above))
}

/** The end of a block, however long it is: the lines below it all ask. */
const tailOf = ({ folded }: Reading, { start, end }: Block): string =>
  folded.slice(Math.max(start, end - LONGEST_LINE), end)

const POINTS_ON =
  /(?:如下|分别|依次|见下|为|是|情况|排[名行]榜?|对比|比较|(?<![a-z])(?:are|is|were|was|as follows|below|by model|by company|by lab|by country))*\s*[:*_]*\s*$/
/** Longest line above a list that is its title though it announces nothing, in UTF-16 units. */
const LONGEST_TITLE = 48

/** The property that the line above a list announces: `Blackmail rates in the adapted scenario:`, 各模型的勒索率如下：. */
export function introducedMetric(reading: Reading, block: Block): Span | undefined {
  const { folded } = reading
  const above = blockAbove(reading, block)
  if (!above) return undefined
  const words = tailOf(reading, above)
  const isTitle = above.kind === 'heading' || above.kind === 'caption' || isTitleLine(above, words)
  if (!isTitle && !(above.kind === 'paragraph' && /:[\s*_]*$/.test(words))) return undefined
  const start = Math.max(above.start, above.end - LONGEST_LINE * 2)
  const end = above.end - (POINTS_ON.exec(words)?.[0].length ?? 0)
  const trailing = trailingMetric(folded, start, end)
  if (trailing) return trailing
  const phrase = reading.phrasesIn(start, end).findLast((one) => isMetric(reading, one))
  return phrase && withComplement(folded, phrase, end)
}

/** `Share of respondents who use chatbots, by country`: what an English measure is of, up to a mark or a grouping. */
function withComplement(folded: string, { start, end }: Span, to: number): Span {
  const of = /^ of [^,;:()]{2,60}?(?=$|[,;:(]| by | in )/.exec(folded.slice(end, to))
  return { start, end: end + (of?.[0].length ?? 0) }
}

/** `Blackmail rate`, `Table 2. Refusal rates by model`: a short paragraph that is no sentence. */
const isTitleLine = ({ kind, start, end }: Block, words: string): boolean =>
  kind === 'paragraph' && end - start <= LONGEST_TITLE && !/[。!?;…]|[.,，][\s*_]*$|\d\s?%/.test(words)

/** By reading, each block below a heading that is nothing but a name, when there are several such headings. */
const sections = new WeakMap<Reading, ReadonlyMap<Block, EntitySpan>>()

/** The model or organisation that the heading above a block names, and nothing else. */
export function headingName(reading: Reading, block: Block): Span | undefined {
  let names = sections.get(reading)
  if (!names) sections.set(reading, (names = readSections(reading)))
  return names.get(block)
}

function readSections(reading: Reading): ReadonlyMap<Block, EntitySpan> {
  const headings = new Map<Block, EntitySpan>()
  for (const block of reading.blocks) {
    const name = block.kind === 'heading' && nameOf(reading, block)
    if (name) headings.set(block, name)
  }
  const names = new Map<Block, EntitySpan>()
  if (headings.size < 2) return names
  let name: EntitySpan | undefined
  for (const block of reading.blocks)
    if (block.kind === 'heading') name = headings.get(block)
    else if (name) names.set(block, name)
  return names
}

function nameOf({ folded, entitiesIn }: Reading, { start, end }: Span): EntitySpan | undefined {
  if (end - start > LONGEST_LINE) return undefined
  const named = entitiesIn(start, end).filter(({ kind }) => kind === 'model' || kind === 'organization')
  if (named.length === 0) return undefined
  const words = folded.slice(start, end).replace(/^[\d.、()\s#*_]+|[\s*_:]+$/g, '')
  return named.find((one) => one.end - one.start >= words.length)
}
