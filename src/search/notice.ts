import type { SearchNotice, SearchResult } from './search.ts'

/** What a reader is told of a result; a notice about the hits says nothing where there are none. */
export const noticeOf = ({ notice, total }: SearchResult): SearchNotice | undefined =>
  total > 0 || notice === 'nothing' || notice === 'cut' || notice === 'fallback' ? notice : undefined
