import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'

/** What rules call their answers; one rule may give several kinds. Sorted. */
export const ANSWERS = [
  'adjacent',
  'agent',
  'agent of sentence',
  'among',
  'antecedent',
  'asked',
  'blamed',
  'bracket agent',
  'bracket entity',
  'bracket metric',
  'bracket phrase',
  'causee',
  'change',
  'column head',
  'composed',
  'continuation',
  'counted',
  'counted of focus',
  'deed',
  'described',
  'existing',
  'focus',
  'frame',
  'group',
  'heading',
  'introduction',
  'item',
  'joined',
  'label',
  'location',
  'metric agent',
  'metric inherited',
  'metric owner',
  'modified',
  'name before',
  'name behind',
  'owner',
  'parallel',
  'part',
  'place',
  'possessive',
  'pronoun',
  'respectively',
  'restated',
  'row head',
  'share of',
  'study',
  'superlative',
  'table',
  'touching',
] as const
export type Answer = (typeof ANSWERS)[number]

export interface SubjectReading {
  subject?: Span
  metric?: Span
  /** The metric is that of the figure before, which is chosen when all subjects are. */
  goesOn?: boolean
  rule: Answer
}

export type Rule = (reading: Reading, one: Selected, done: Binding[]) => SubjectReading | undefined
