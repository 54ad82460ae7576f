import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'

export interface SubjectReading {
  subject?: Span
  metric?: Span
  rule: string
}

export type Rule = (reading: Reading, one: Selected, done: Binding[]) => SubjectReading | undefined
