import type { Span } from '../text/sentences.ts'
import type { Block } from './document.ts'
import type { Reading } from './reading.ts'

/** The label that a list item or paragraph begins with, and what stands behind its comma. */
export interface Label {
  subject: Span
  /** `US citizens, YouGov:`: who asked. */
  speaker?: Span
}

const LABEL = /^[\s*_•·-]*([^:,。!?;|()]{2,60}?)(?:, ?([^:。!?;|()]{2,60}?))?(?: ?\([^)]{1,20}\))?[*_]*: /

/** Reads the label of the block in which a figure stands; only list items carry one that all their figures are about. */
export function findLabel(
  reading: Reading,
  { block, quantity }: { block: Block | undefined; quantity: Span },
): Label | undefined {
  if (block?.kind !== 'list-item') return undefined
  const match = LABEL.exec(reading.folded.slice(block.start, Math.min(block.end, block.start + 160)))
  if (!match || block.start + match[0].length > quantity.start) return undefined
  const start = block.start + match[0].indexOf(match[1]!)
  const subject = { start, end: start + match[1]!.length }
  if (/\d\s*$/.test(match[1]!) && !match[2]) return undefined
  if (!match[2]) return { subject }
  const from = block.start + match[0].indexOf(match[2], match[1]!.length)
  return { subject, speaker: { start: from, end: from + match[2].length } }
}
