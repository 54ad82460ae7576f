/** Hits on a page, and the most that may be asked for. */
export const HITS_PER_PAGE = 10
export const MOST_PER_PAGE = 100
