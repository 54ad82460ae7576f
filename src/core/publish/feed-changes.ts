import type { Finding } from '../model/finding.ts'
import { enteredAt } from './digest.ts'
import { changeEntry, type EntryContext, outletName } from './feed-entries.ts'
import type { FeedEntry } from './feed-model.ts'
import { findingTitle } from './view-title.ts'

/** Entries of the corrections feed: figures that a text lost or gained, that were replaced, or that differ from the primary. */
export function changeEntries(context: EntryContext): FeedEntry[] {
  return context.corpus.findings.flatMap((finding) => [
    ...supersededEntry(finding, context),
    ...memberEntries(finding, context),
  ])
}

function supersededEntry(finding: Finding, context: EntryContext): FeedEntry[] {
  const { corpus, lang, t } = context
  const by = finding.supersededBy ? corpus.finding.get(finding.supersededBy) : undefined
  if (!by) return []
  const sentence = `${t('finding.superseded')} ${findingTitle(by, corpus, lang, t)}`
  const placed = corpus.figure.get((by.primary ?? by.members[0]!).figureId)
  const key = `superseded/${finding.id}/${by.id}`
  return [changeEntry({ key, at: enteredAt(by), finding, sentence, placed }, context)]
}

function memberEntries(finding: Finding, context: EntryContext): FeedEntry[] {
  const { corpus, lang, t } = context
  const seen = new Set<string>()
  return finding.members.flatMap((member) => {
    const placed = corpus.figure.get(member.figureId)
    if (!placed) return []
    const { article, figure } = placed
    const outlet = outletName(article, corpus, lang)
    const told: FeedEntry[] = []
    if (member.comparison === 'different-value') {
      const key = `differs/${member.figureId}`
      const sentence = `${outlet}: ${t('comparison.different-value')}`
      told.push(changeEntry({ key, at: member.firstSeenAt, finding, sentence, placed }, context))
    }
    if (seen.has(article.id)) return told
    seen.add(article.id)
    for (const revision of article.revisions.slice(1)) {
      const isIn = revision.appeared.includes(figure.asWritten)
      if (!isIn && revision.vanished.length === 0) continue
      const key = `revised/${finding.id}/${article.id}/${revision.textHash.slice(0, 16)}`
      const words = isIn
        ? [t('history.revised-in', { outlet }), figure.asWritten]
        : [t('history.revised-out', { outlet }), revision.vanished.slice(0, 5).join(t('list.comma'))]
      told.push(
        changeEntry({ key, at: revision.retrievedAt, finding, sentence: words.join(' '), placed }, context),
      )
    }
    return told
  })
}
