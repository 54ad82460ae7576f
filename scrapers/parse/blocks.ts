import type { Block, DocumentLink } from '../../src/core/extract/document.ts'

export interface BlockText {
  text: string
  blocks: Block[]
  links: DocumentLink[]
}

export const textOfBlock = ({ text }: BlockText, block: Block) => text.slice(block.start, block.end)

/** Characters of a block that are labels of links. */
export function linkedLength({ links }: BlockText, block: Block): number {
  let length = 0
  for (const link of links) {
    if (link.start !== undefined && link.start >= block.start && link.start < block.end)
      length += link.label?.length ?? 0
  }
  return length
}

/** Only these blocks, closed up, with the offsets of blocks and links moved. Links of dropped blocks lose their place, not their address. */
export function keepBlocks(content: BlockText, keep: (block: Block, index: number) => boolean): BlockText {
  let text = ''
  let previous: Block | undefined
  const blocks: Block[] = []
  const moved: { from: Block; shift: number }[] = []
  content.blocks.forEach((block, index) => {
    if (!keep(block, index)) return
    const isNext = previous !== undefined && content.blocks[index - 1] === previous
    const gap = previous === undefined ? '' : isNext ? content.text.slice(previous.end, block.start) : '\n\n'
    text += gap
    const start = text.length
    text += textOfBlock(content, block)
    blocks.push({ ...block, start, end: text.length })
    moved.push({ from: block, shift: start - block.start })
    previous = block
  })
  return { text, blocks, links: content.links.map((link) => moveLink(link, moved)) }
}

function moveLink(link: DocumentLink, moved: { from: Block; shift: number }[]): DocumentLink {
  const { start, ...rest } = link
  if (start === undefined) return link
  const place = moved.find(({ from }) => start >= from.start && start < from.end)
  return place ? { ...rest, start: start + place.shift } : rest
}
