import type { Block, DocumentLink } from '../../src/core/extract/document.ts'

export interface BlockText {
  text: string
  blocks: Block[]
  links: DocumentLink[]
}

export const textOfBlock = ({ text }: BlockText, block: Block) => text.slice(block.start, block.end)

/** Where the labels of links begin, in order, and how many characters of labels stand before each and behind the last. */
interface Labels {
  starts: number[]
  before: number[]
}
const labelsOf = new WeakMap<readonly DocumentLink[], Labels>()

/** Read once for all blocks, since a page may have as many links as blocks. */
function readLabels(links: readonly DocumentLink[]): Labels {
  const placed = links.flatMap(({ start, label }) =>
    start === undefined ? [] : [{ start, length: label?.length ?? 0 }],
  )
  placed.sort((a, b) => a.start - b.start)
  const before = [0]
  for (const { length } of placed) before.push(before.at(-1)! + length)
  return { starts: placed.map(({ start }) => start), before }
}

/** Characters of a block that are labels of links. */
export function linkedLength({ links }: BlockText, { start, end }: Block): number {
  const labels = labelsOf.get(links) ?? readLabels(links)
  labelsOf.set(links, labels)
  const { starts, before } = labels
  return before[countBelow(starts, end)]! - before[countBelow(starts, start)]!
}

/** How many of some numbers in order are less than another one. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Only these blocks, closed up, with the offsets of blocks and links moved. Links of dropped blocks lose their place, not their address. */
export function keepBlocks(content: BlockText, keep: (block: Block, index: number) => boolean): BlockText {
  let text = ''
  let previous: Block | undefined
  const blocks: Block[] = []
  const shifts: number[] = []
  const kept: Block[] = []
  content.blocks.forEach((block, index) => {
    if (!keep(block, index)) return
    const isNext = previous !== undefined && content.blocks[index - 1] === previous
    const gap = previous === undefined ? '' : isNext ? content.text.slice(previous.end, block.start) : '\n\n'
    text += gap
    const start = text.length
    text += textOfBlock(content, block)
    blocks.push({ ...block, start, end: text.length })
    shifts.push(start - block.start)
    kept.push(block)
    previous = block
  })
  const ends = kept.map(({ end }) => end)
  const links = content.links.map((link) => {
    const { start, ...rest } = link
    if (start === undefined) return link
    const at = countBelow(ends, start + 1)
    const isKept = at < kept.length && start >= kept[at]!.start
    return isKept ? { ...rest, start: start + shifts[at]! } : rest
  })
  return { text, blocks, links }
}
