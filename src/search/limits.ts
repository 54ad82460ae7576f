/** Hits on a page, and the most that may be asked for. */
export const HITS_PER_PAGE = 10
export const MOST_PER_PAGE = 100
/** Weight of words that stand anywhere beside those in a row: so little that any row of them stands above. */
export const APART_WEIGHT = 0.2
