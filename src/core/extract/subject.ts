import { byDone, byOccasions } from './deeds-han.ts'
import { byUnnamed } from './subject-asked.ts'
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
  byAntecedent,
  byBrackets,
  byEllipsis,
  byMeasure,
  byPartOf,
  bySample,
  bySplit,
} from './subject-english.ts'
import { byGapped, byObject } from './subject-gapped.ts'
import { byHeadless, byOption, byPointing, bySharing, byTimes } from './subject-goes-on.ts'
import { bySentenced, byShareOfPeople, byTarget, byYearly } from './subject-han.ts'
import { byActing, byJoined, byPartAlone, byPlaced, byWhom } from './subject-joined.ts'
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
import { byListedBracket, byRelative } from './subject-modified.ts'
import { byNoted, byRanked } from './subject-noted.ts'
import { byAccompanied, byOwned } from './subject-owned.ts'
import type { Rule } from './subject-rule.ts'
import {
  byAmong,
  byAsked,
  byContinuation,
  byListed,
  byNameBehind,
  byNameTouching,
  byOpening,
  byRestated,
  byWhole,
} from './subject-sure.ts'
import { byBlamed, byComposed, byDescribed, byLabelled, byParallel, bySuperlative } from './subject-told.ts'

/** Rules from the surest to the weakest. Each proposes a subject; `subject-weights.ts` says how much its word counts. */
export const SUBJECT_RULES: Rule[] = [
  byTable,
  byMeasure,
  byItem,
  byHeading,
  byRestated,
  byOwned,
  byAccompanied,
  byOccasions,
  byDone,
  byShareOfPeople,
  byYearly,
  byTarget,
  bySentenced,
  byRanked,
  byNoted,
  byTimes,
  byLabelled,
  byDescribed,
  byBlamed,
  byComposed,
  bySharing,
  byPointing,
  byOption,
  bySuperlative,
  byHeadless,
  byParallel,
  bySample,
  byListedBracket,
  byAmong,
  byWhom,
  byPartOf,
  byWhole,
  byOpening,
  byContinuation,
  byGapped,
  byObject,
  byRelative,
  byChange,
  byEllipsis,
  byNameBehind,
  byNameTouching,
  byListed,
  byAsked,
  byActing,
  byPartAlone,
  byAdjacentName,
  byPlace,
  byLabel,
  byUnnamed,
  byBrackets,
  byBracket,
  byIntroduction,
  byGroup,
  byShareOf,
  byAntecedent,
  bySplit,
  byJoined,
  byPlaced,
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
