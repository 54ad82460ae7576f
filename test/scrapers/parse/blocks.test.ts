import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BlockText, keepBlocks, linkedLength } from '../../../scrapers/parse/blocks.ts'

/** A text of paragraphs, each with the labels of its links in brackets. */
function build(paragraphs: string[]): BlockText {
  const content: BlockText = { text: '', blocks: [], links: [{ url: 'https://a.example/nowhere' }] }
  for (const paragraph of paragraphs) {
    if (content.text !== '') content.text += '\n\n'
    const start = content.text.length
    for (const { 1: label, index } of paragraph.matchAll(/\[(\w*)\]/g))
      content.links.unshift({ url: 'https://a.example/', label: label!, start: start + index + 1 })
    content.text += paragraph
    content.blocks.push({ kind: 'paragraph', start, end: content.text.length })
  }
  return content
}

const labelsIn = (paragraph: string) => [...paragraph.matchAll(/\[(\w*)\]/g)].map(([, label]) => label!)

const paragraphs = fc.array(
  fc.array(fc.constantFrom('word ', '[a]', '[label]', '[]'), { minLength: 1 }).map((parts) => parts.join('')),
)

describe('links of blocks', () => {
  it('are counted with the block in which they stand', () => {
    fc.assert(
      fc.property(paragraphs, (all) => {
        const content = build(all)
        expect(content.blocks.map((block) => linkedLength(content, block))).toEqual(
          all.map((paragraph) => labelsIn(paragraph).join('').length),
        )
      }),
    )
  })

  it('move with their block, and lose their place with it', () => {
    fc.assert(
      fc.property(paragraphs, (all) => {
        const { text, links } = keepBlocks(build(all), (_, index) => index % 2 === 1)
        const kept = all.filter((_, index) => index % 2 === 1)
        const placed = links.filter(({ start }) => start !== undefined)
        expect(placed.map(({ start, label }) => text.slice(start, start! + label!.length)).reverse()).toEqual(
          kept.flatMap(labelsIn),
        )
        expect(links).toHaveLength(all.flatMap(labelsIn).length + 1)
      }),
    )
  })

  it('of a page of 60,000 lines with a link each are counted in seconds', () => {
    const content = build(Array.from({ length: 60_000 }, (_, index) => `Line ${index} with [label]`))
    const started = process.cpuUsage()
    for (const block of content.blocks) linkedLength(content, block)
    keepBlocks(content, (_, index) => index % 2 === 0)
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3)
  })
})
