import { listChanges, sayChange } from './changes.ts'
import { changeEntry, type EntryContext } from './feed-entries.ts'
import type { FeedEntry } from './feed-model.ts'

/** Entries of the corrections feed: figures that a text lost or gained, that were replaced, or that differ from the primary. */
export const changeEntries = (context: EntryContext): FeedEntry[] =>
  listChanges(context.corpus).map((change) => {
    const sentence = sayChange(change, context.corpus, context.lang, context.t)
    return changeEntry({ ...change, sentence }, context)
  })
