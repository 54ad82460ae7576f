import { COMPARISONS, type Comparison } from '../model/finding.ts'
import type { Run, SourceOutcome } from '../model/run.ts'
import type { Corpus } from './view-corpus.ts'

/** A source's latest outcome, with the run that produced it. */
export interface LatestOutcome extends SourceOutcome {
  run: Run
}

const known = new WeakMap<Corpus, Map<string, LatestOutcome>>()

/** The latest outcome of every source that any run asked. */
export function latestOutcomes(corpus: Corpus): Map<string, LatestOutcome> {
  const outcomes = known.get(corpus) ?? findLatest(corpus)
  known.set(corpus, outcomes)
  return outcomes
}

function findLatest(corpus: Corpus): Map<string, LatestOutcome> {
  const latest = new Map<string, LatestOutcome>()
  for (const run of corpus.runs)
    for (const outcome of run.sources)
      if (!latest.has(outcome.sourceId)) latest.set(outcome.sourceId, { ...outcome, run })
  return latest
}

/** How a source's figures compared with the primaries we hold; only what was compared is counted. */
export function sourceAgreement(
  sourceId: string,
  corpus: Corpus,
): { comparison: Comparison; count: number }[] {
  const counts = new Map<Comparison, number>()
  for (const finding of corpus.findingsOfSource.get(sourceId) ?? [])
    for (const member of finding.members) {
      if (member.sourceId !== sourceId || member.articleId === finding.primary?.articleId) continue
      if (member.comparison === 'not-checked') continue
      counts.set(member.comparison, (counts.get(member.comparison) ?? 0) + 1)
    }
  return COMPARISONS.flatMap((comparison) => {
    const count = counts.get(comparison)
    return count ? [{ comparison, count }] : []
  })
}
