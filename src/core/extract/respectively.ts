import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject.ts'

/** Subjects of figures in `分别` and `respectively` lists, by index. */
export function findDistributed(_reading: Reading, _selected: Selected[]): Map<number, SubjectReading> {
  return new Map()
}
