import { parseDate as parse } from '../../../src/core/text/date.ts'

/** The suite reads a date without a zone as UTC, and one that could be both ways in the American order. */
export const parseDate = (text: string) => parse(text, { timeZone: 'UTC', dayFirst: false }) ?? null
