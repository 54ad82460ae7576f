import type { Corpus } from './view-corpus.ts'

/** When any record last changed: the date of lists and files, which must not carry the time of the build. */
export function newestChange({ findings, articles }: Pick<Corpus, 'findings' | 'articles'>): string {
  let newest = '1970-01-01T00:00:00Z'
  for (const { updatedAt } of findings) if (updatedAt > newest) newest = updatedAt
  for (const { revisions, firstSeenAt } of articles) {
    const at = revisions.at(-1)?.retrievedAt ?? firstSeenAt
    if (at > newest) newest = at
  }
  return newest
}
