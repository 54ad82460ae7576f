import type { Block } from './document.ts'
import { buildUnitTest } from './unit-test.ts'

/** A stretch of an interview or transcript that one voice speaks, without the label before it. */
export interface Turn {
  start: number
  end: number
  /** As written before the colon; absent for `Q`, `A`, 问, 答, which name nobody. */
  speaker?: string
  role: 'question' | 'answer'
}

const LABEL = /^[*_#\s]{0,8}([^：:，,。.!?！？;；|\n*_]{1,30}?)[*_]{0,2}\s?[：:][*_]{0,2}/
const ANONYMOUS_QUESTION = /^(?:Q\d{0,2}|问|問|提问|提問|Question)$/i
const ANONYMOUS_ANSWER = /^(?:A\d{0,2}|答|回答|Answer)$/i
/** Who asks by trade, whether or not the question ends in a question mark. */
const ASKER =
  /^(?:访问者|訪問者|采访者|採訪者|采访人|記者|记者|主持人|提问者|提問者|interviewer|host|moderator|reporter|questioner)\d*$/i
/** Labels that repeat in lists of facts without anyone speaking. */
const NO_SPEAKER =
  /^(?:注|备注|備註|来源|來源|图|圖|表|例|例如|比如|标题|標題|摘要|链接|鏈接|連結|原文|译文|結論|结论|目标|方法|结果|結果|问题|優點|优点|缺点|缺點|第.{1,4}[章节節条點点]|note|source|example|figure|table|update|edit|tl;?dr|prompt|output|input|result|step|url|date|title|https?|via|photo|credit|image|key|pros|cons|answer key|分享到|分享至|责任编辑|責任編輯|编辑|re|tagged in|share)\d*$/i

/** Addresses, dates and markup have colons too. */
const NO_NAME = /https?|[<>[\]{}=/\\]|^\W*\d+\W*$|\d{4}/i

interface Label {
  name: string
  block: Block
  /** Where the words begin. */
  start: number
  isHeading: boolean
}

/** Fewest turns that make an interview; a label that stands once or twice is a remark, not a voice. */
const FEWEST_TURNS = 3
/** One voice alone must be named more often: `步骤：` repeats in lists. */
const MONOLOGUE_TURNS = 4
const PERSON = /^(?:[\u3400-\u9fff·]{2,8}|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})$/u

/** Turns of an interview, in order; none unless the labels repeat, or a heading is nothing but a name and a colon. */
export function findTurns(text: string, blocks: readonly Block[]): Turn[] {
  const labels = readLabels(text, blocks)
  const turns = chooseVoices(labels, blocks)
  const ends = readEnds(text, blocks, turns)
  const spans = turns.map((label, index) => ({ label, start: label.start, end: ends[index]! }))
  const asking = readAskers(text, spans)
  return spans
    .filter(({ start, end }) => end > start)
    .map(({ label, start, end }) => {
      const isAnonymous = ANONYMOUS_QUESTION.test(label.name) || ANONYMOUS_ANSWER.test(label.name)
      const role = asking.has(label.name) ? 'question' : 'answer'
      return isAnonymous ? { start, end, role } : { start, end, role, speaker: label.name }
    })
}

/** Labels that repeat, of two voices or often; or one name above a whole speech. */
function chooseVoices(labels: Label[], blocks: readonly Block[]): Label[] {
  const counts = Map.groupBy(labels, (label) => label.name)
  const repeated = labels.filter((label) => counts.get(label.name)!.length >= 2)
  const voices = new Set(repeated.map((label) => label.name)).size
  if (repeated.length >= (voices > 1 ? FEWEST_TURNS : MONOLOGUE_TURNS)) {
    return labels.filter((label) => counts.get(label.name)!.length >= 2 || label.isHeading)
  }
  const headings = labels.filter((label) => label.isHeading)
  if (headings.length >= FEWEST_TURNS) return headings
  const first = headings.find((label) => PERSON.test(label.name))
  return first && blocks.indexOf(first.block) < 4 ? [first] : []
}

function readLabels(text: string, blocks: readonly Block[]): Label[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'blockquote') return []
    if (!mayBeLabelled(text, block)) return []
    const match = LABEL.exec(text.slice(block.start, Math.min(block.end, block.start + 60)))
    const name = match?.[1]?.trim()
    if (!match || !name || NO_SPEAKER.test(name) || NO_NAME.test(name)) return []
    const isAlone = block.start + match[0].length >= block.end
    const isHeading = block.kind === 'heading' && isAlone && !/^#/.test(name)
    if (block.kind === 'heading' && !isAlone && !/[*_]/.test(match[0])) return []
    return [{ name, block, start: block.start + match[0].length, isHeading }]
  })
}

const isColon = buildUnitTest('：:')
/** What stands in no label, nor before one. */
const isNoLabel = buildUnitTest('，,。.!?！？;；|')
/** Most units of a label up to its colon. */
const LABEL_UNITS = 42

/** Whether a colon stands near the start of a block, with nothing before it that ends a label. */
function mayBeLabelled(text: string, { start, end }: Block): boolean {
  const stop = Math.min(end, start + LABEL_UNITS)
  for (let at = start; at < stop; at++) {
    const unit = text.charCodeAt(at)
    if (isColon(unit)) return true
    if (isNoLabel(unit)) return false
  }
  return false
}

/** A turn lasts to the next label; a heading ends it too, unless the labels themselves are headings. */
function readEnds(text: string, blocks: readonly Block[], turns: Label[]): number[] {
  const starts = new Set(turns.map((label) => label.block))
  const areHeadings = turns.some((label) => label.isHeading)
  const ends: number[] = []
  let isOpen = false
  for (const block of blocks) {
    const isTurn = starts.has(block)
    if (isTurn) {
      ends.push(block.end)
      isOpen = true
    } else if (block.kind === 'heading' && !areHeadings) isOpen = false
    else if (isOpen) ends[ends.length - 1] = block.end
  }
  return ends.map((end) => Math.min(end, text.length))
}

/** Labels that ask: Q and 问, or a name whose turns mostly hold a question mark. */
function readAskers(text: string, spans: { label: Label; start: number; end: number }[]): Set<string> {
  const asking = new Set<string>()
  for (const [name, turns] of Map.groupBy(spans, (span) => span.label.name)) {
    const questions = turns.filter(({ start, end }) =>
      /[?？][”"」*_\s]*$/.test(text.slice(start, end)),
    ).length
    if (
      ANONYMOUS_QUESTION.test(name) ||
      ASKER.test(name) ||
      (questions * 2 > turns.length && !ANONYMOUS_ANSWER.test(name))
    )
      asking.add(name)
  }
  return asking
}
