import type { Block } from '../../src/core/extract/document.ts'
import { parseDate } from '../../src/core/text/date.ts'
import { CREDIT, END_LINE, HOUSE_NOTE, NOISE_LINE } from './article-noise.ts'
import { type BlockText, keepBlocks, linkedLength, textOfBlock } from './blocks.ts'
import { isByline } from './byline.ts'

/** Longest line that can be furniture; a paragraph that only begins like one is kept. */
const LINE_CHARS = 160
/** Longest note of the house. */
const NOTE_CHARS = 420
/** Longest teaser that is one link. */
const TEASER_CHARS = 600

/** Running text: long enough for a sentence and not made of links. Han characters count double. */
export function isProse(text: string, linked: number): boolean {
  const weight = text.length + (text.match(/[\u3400-\u9fff]/g)?.length ?? 0)
  return weight >= 60 && linked < text.length * 0.4
}

/** The blocks of an article without the lines of the page around it: links to elsewhere, credits, and what follows the end. */
export function cleanBlocks(content: BlockText): BlockText {
  const end = endOfArticle(content)
  const start = startOfArticle(content)
  return keepBlocks(
    content,
    (block, index) =>
      index < end && !isNoise(content, block) && !(index < start && isHeadLine(textOfBlock(content, block))),
  )
}

/** Index of the first running text, looked for among the first blocks. */
function startOfArticle(content: BlockText): number {
  const first = content.blocks.findIndex(
    (block) =>
      isProse(textOfBlock(content, block), linkedLength(content, block)) &&
      !isHeadLine(textOfBlock(content, block)),
  )
  return first > 12 ? 0 : first
}

/** A line between title and text that says who, when, where from: it becomes metadata, not text. */
function isHeadLine(text: string): boolean {
  if (text.length > 120) return false
  const hasDate = /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/.test(text)
  return (
    (hasDate && text.length < 80) ||
    (text.length < 40 && parseDate(text) !== undefined) ||
    /^[\s|｜·]*(?:来源|來源|作者|时间|時間|发布|發布|发表|字号|by|von|por|posted|published|updated)\s*[:：於于on]*\s*\S/i.test(
      text,
    ) ||
    isByline(text)
  )
}

function isNoise(content: BlockText, block: Block): boolean {
  const text = textOfBlock(content, block)
  if (text.length <= LINE_CHARS && NOISE_LINE.test(text)) return true
  if (!/[\p{L}\p{N}]/u.test(text)) return true
  if (text.length <= NOTE_CHARS && HOUSE_NOTE.test(text)) return true
  // a picture's caption is no running text; one with a number may belong to a chart that people cite
  if (block.kind === 'caption' && (!/\d/.test(text) || CREDIT.test(text))) return true
  if (text.length <= LINE_CHARS && /©\s*\S/.test(text)) return true
  const linked = linkedLength(content, block)
  return block.kind !== 'heading' && text.length <= TEASER_CHARS && linked > text.length * 0.8
}

/** Index of the first block after the article: a line like `Related stories` with less than a third of the prose behind it. */
function endOfArticle(content: BlockText): number {
  const prose = content.blocks.map((block) =>
    isProse(textOfBlock(content, block), linkedLength(content, block)) ? block.end - block.start : 0,
  )
  const total = prose.reduce((sum, length) => sum + length, 0)
  let after = total
  for (const [index, block] of content.blocks.entries()) {
    const text = textOfBlock(content, block)
    if (text.length <= 60 && after <= total * 0.33 && END_LINE.test(text)) return index
    after -= prose[index] ?? 0
  }
  return content.blocks.length
}
