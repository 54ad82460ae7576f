import type { Binding } from './binding.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import {
  byAgent,
  byAgentOfSentence,
  byChange,
  byExisting,
  byFrame,
  byLocation,
  byMetric,
  byModified,
  byPossessive,
} from './subject-clause.ts'
import { byCounted, byFocus, byNameBefore, byPart, byStudy } from './subject-context.ts'
import {
  byAdjacentName,
  byBracket,
  byGroup,
  byIntroduction,
  byLabel,
  byPlace,
  byShareOf,
  byTable,
} from './subject-marked.ts'
import type { Rule, SubjectReading } from './subject-rule.ts'

/** Rules from the surest to the weakest; the first that answers gives the subject. */
const RULES: Rule[] = [
  byTable,
  byChange,
  byAdjacentName,
  byPlace,
  byLabel,
  byBracket,
  byIntroduction,
  byGroup,
  byShareOf,
  byMetric,
  byPossessive,
  byFrame,
  byAgent,
  byLocation,
  byStudy,
  byModified,
  byAgentOfSentence,
  byPart,
  byCounted,
  byExisting,
  byNameBefore,
  byFocus,
]

/** Who or what a figure is about: the span in the text that names it. */
export function bindSubject(reading: Reading, one: Selected, done: Binding[]): SubjectReading {
  for (const rule of RULES) {
    const found = rule(reading, one, done)
    if (found) return found
  }
  return { rule: 'none' }
}
