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
import { byEllipsis } from './subject-english.ts'
import { byHeading, byItem } from './subject-layout.ts'
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
import type { Rule } from './subject-rule.ts'
import {
  byAmong,
  byAsked,
  byContinuation,
  byNameBehind,
  byNameTouching,
  byOpening,
  byRestated,
  byWhole,
} from './subject-sure.ts'

/** Rules from the surest to the weakest. Each proposes a subject; `subject-weights.ts` says how much its word counts. */
export const SUBJECT_RULES: Rule[] = [
  byTable,
  byItem,
  byHeading,
  byRestated,
  byAmong,
  byWhole,
  byOpening,
  byContinuation,
  byChange,
  byEllipsis,
  byNameBehind,
  byNameTouching,
  byAsked,
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
