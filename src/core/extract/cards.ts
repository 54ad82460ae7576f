import type { Span } from '../text/sentences.ts'
import type { Block } from './document.ts'
import { trimSpan } from './ranking.ts'
import type { Reading } from './reading.ts'

/** Numbers that stand alone on their line, above or below the line that says what they are: the cards of a report. */

/** Longest number and label of a card, in UTF-16 units. */
const LONGEST_NUMBER = 28
const LONGEST_LABEL = 64

const NUMBER =
  /^[\s*_#~≈<>+±:-]*(?:about |around |nearly |over |more than |仅|高达|至少|约|近|逾|超)?(?:us|hk|nt|rmb)?[$€£¥]?\s?\d[\d,.]*\s?(?:%|‰|[kmb](?![a-z])|(?:thousand|million|billion|trillion|percent|points?|years?|months?|weeks?|days?|hours?|minutes?|seconds?)(?![a-z])|[\u4e00-\u9fff]{1,4})?[+\s*_]*$/
const HAS_WORDS = /[a-z\u4e00-\u9fff]{2}/
/** Ends of sentences and of what introduces others. */
const NO_LABEL = /[。.!?:;,、][\s*_”"」』)]*$|[。!?;|]/

/** `$2.4 million` above `in total losses`: the label goes on where the number ended. */
const LEADS = /^[\s*_]*(?:(?:in|for|to) (?=[a-z])|的(?=[\u4e00-\u9fff]))/
const GOES_ON =
  /^[\s*_]*(?:(?:in|for|to|of|from|by|per|with|who|that|were|was|are|is|have|has|had|more|fewer|less) |的)/
/** What cards are shown under: it names none of their numbers. */
const TITLE =
  /(?<![a-z])(?:numbers|figures|glance|highlights|statistics|stats|facts|takeaways|overview)[\s*_]*$|(?:一览|概[况览]|总览|看点|要点|亮点|看懂|摘要)[\s*_]*$|(?:核心|关键|重点|主要|重要|年度|最新|几个|一组|^[\s*_]*)(?:数据|数字|指标|发现)[\s*_]*$|数说/

interface Card {
  label: Block
  /** The first line of the cards beside it. */
  first: Block
}

/** By block that holds a number alone, the card that it is part of. */
const known = new WeakMap<Reading, ReadonlyMap<Block, Card>>()

/** The label above or below a number that is alone in its block; undefined where it is not plain which of the two it is. */
export function cardLabel(reading: Reading, block: Block): Span | undefined {
  const label = cardsOf(reading).get(block)?.label
  if (!label) return undefined
  const { start, end } = label
  const lead = LEADS.exec(reading.folded.slice(start, end))?.[0].length ?? 0
  return trimSpan(reading.folded, { start: start + lead, end })
}

/** The first line of the cards of which a block is one; undefined where it is none. */
export const cardsStart = (reading: Reading, block: Block): Block | undefined =>
  block.end - block.start > LONGEST_NUMBER ? undefined : cardsOf(reading).get(block)?.first

/** Whether a number alone in its block is one of several cards. */
export const isCard = (reading: Reading, block: Block): boolean => {
  const card = cardsOf(reading).get(block)
  return card !== undefined && known.get(reading)!.size > 1
}

function cardsOf(reading: Reading): ReadonlyMap<Block, Card> {
  let cards = known.get(reading)
  if (!cards) known.set(reading, (cards = readCards(reading)))
  return cards
}

function readCards(reading: Reading): ReadonlyMap<Block, Card> {
  const { folded, blocks } = reading
  const cards = new Map<Block, Card>()
  for (let at = 0; at < blocks.length; at++) {
    if (!isNumber(folded, blocks[at]!)) continue
    const start = at > 0 && isLabel(folded, blocks[at - 1]!) ? at - 1 : at
    let end = at + 1
    while ((end - at) % 2 === 1 ? isLabel(folded, blocks[end]) : isNumber(folded, blocks[end])) end++
    putRun(reading, cards, blocks.slice(start, end), at - start)
    at = end - 1
  }
  return cards
}

/**
 * A run of numbers and labels by turns: it begins with what its cards begin with, and ends with what they end with. A
 * heading above or below labels that are none is not one of them.
 */
function putRun(reading: Reading, cards: Map<Block, Card>, run: readonly Block[], first: number): void {
  const labels = run.filter((_, index) => index % 2 !== first % 2)
  const isTitle = (block: Block | undefined) =>
    block?.kind === 'heading' && labels.some(({ kind }) => kind !== 'heading')
  let [from, to] = [0, run.length]
  const opens = first === 1
  const closes = (run.length - 1 - first) % 2 === 1
  if (opens && (isTitle(run[0]) || (closes && isShownUnder(reading, run[0]!, labels.slice(1))))) from = 1
  else if (closes && isTitle(run.at(-1))) to--
  if ((to - from) % 2 === 1) return
  for (let at = from; at < to; at += 2) {
    const [one, other] = [run[at]!, run[at + 1]!]
    const isAbove = opens && from === 0
    cards.set(isAbove ? other : one, { label: isAbove ? one : other, first: run[from]! })
  }
}

/** Whether a line above a number is what its cards are shown under, since each of them goes on in the line below. */
function isShownUnder({ text, folded }: Reading, line: Block, labels: readonly Block[]): boolean {
  if (TITLE.test(folded.slice(line.start, line.end))) return true
  return labels.some(({ start, end }) => GOES_ON.test(folded.slice(start, end))) || labels.every(isLower)

  function isLower({ start }: Block): boolean {
    return /[a-z]/.test(text[start]!)
  }
}

const isShown = ({ kind }: Block) =>
  kind === 'paragraph' || kind === 'heading' || kind === 'list-item' || kind === 'blockquote'

const isNumber = (folded: string, block: Block | undefined): boolean =>
  block !== undefined &&
  isShown(block) &&
  block.end - block.start <= LONGEST_NUMBER &&
  NUMBER.test(folded.slice(block.start, block.end))

function isLabel(folded: string, block: Block | undefined): boolean {
  if (!block || !isShown(block) || block.end - block.start > LONGEST_LABEL) return false
  const words = folded.slice(block.start, block.end)
  return HAS_WORDS.test(words) && !NO_LABEL.test(words) && !NUMBER.test(words)
}
