/** A value of a cell; lists are joined by a semicolon. */
export type CellValue = string | number | boolean | string[] | undefined

/** Signs with which spreadsheets start a formula, full width ones included, after white space and marks that they skip. */
const FORMULA =
  /^[\s\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\u3000\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|]/
/** A plain number may start with a sign. */
const NUMBER = /^[+-]?\d+([.,]\d+)*\s?%?$/

/** One line of RFC 4180 with its CR LF. */
export const csvLine = (values: CellValue[]): string => `${values.map(csvCell).join(',')}\r\n`

/**
 * A cell that no spreadsheet runs: control characters and line breaks become spaces, and text that would start a formula gets an
 * apostrophe before it. Numbers stay numbers, also negative ones. JSON Lines beside it carry the text unchanged.
 */
export function csvCell(value: CellValue): string {
  if (value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = (Array.isArray(value) ? value.join(';') : value)
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",;]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
