import type { AnyNode, Element } from 'domhandler'
import { NOISE_TAGS } from './article-noise.ts'

/** Characters of prose below an element: runs of text between block tags that are long and mostly not links. */
export function proseOf(element: Element | undefined): number {
  return element ? prose(element).total : 0
}

interface Run {
  text: number
  linked: number
}

/** Elements that end a run of text. */
export const BREAKING = new Set(
  'address article blockquote body br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td th tr ul'.split(
    ' ',
  ),
)

/** What an element holds. */
export interface Totals {
  /** Characters of prose. */
  total: number
  /** All characters, and those inside links. */
  text: number
  linked: number
}

/** Totals of an element; `onElement` is told those of each element below. */
export function prose(root: Element, onElement?: (element: Element, totals: Totals) => void): Totals {
  const run: Run = { text: 0, linked: 0 }
  const sum: Totals = { total: 0, text: 0, linked: 0 }
  const flush = () => {
    if (run.text >= 40 && run.linked < run.text * 0.4) sum.total += run.text - run.linked
    sum.text += run.text
    sum.linked += run.linked
    run.text = 0
    run.linked = 0
  }
  const visit = (node: AnyNode, inLink: boolean) => {
    if (node.type === 'text') {
      const length = weightOf(node.data)
      run.text += length
      if (inLink) run.linked += length
    } else if (node.type === 'tag' && !NOISE_TAGS.has(node.name)) {
      const breaks = BREAKING.has(node.name)
      if (breaks) flush()
      const before = { ...sum }
      for (const child of node.children) visit(child, inLink || node.name === 'a')
      if (breaks) flush()
      onElement?.(node, {
        total: sum.total - before.total,
        text: sum.text - before.text,
        linked: sum.linked - before.linked,
      })
    }
  }
  visit(root, false)
  flush()
  return sum
}

/** A Han character says as much as two Latin letters. */
function weightOf(text: string): number {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length + (plain.match(/[\u3400-\u9fff]/g)?.length ?? 0)
}
