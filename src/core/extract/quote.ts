import type { Quote } from '../model/quote.ts'

/** UTF-16 units of context kept on either side, enough to find a quote again after the page moved it (W3C selectors). */
const CONTEXT_UNITS = 32

/** The verbatim place `text.slice(start, end)`, or `undefined` where the offsets are no such place or cut a character. */
export function buildQuote(text: string, start: number, end: number): Quote | undefined {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return undefined
  if (start < 0 || end <= start || end > text.length) return undefined
  if (cutsCharacter(text, start) || cutsCharacter(text, end)) return undefined
  const before = Math.max(0, start - CONTEXT_UNITS)
  const after = Math.min(text.length, end + CONTEXT_UNITS)
  return {
    exact: text.slice(start, end),
    prefix: text.slice(cutsCharacter(text, before) ? before + 1 : before, start),
    suffix: text.slice(end, cutsCharacter(text, after) ? after - 1 : after),
    start,
    end,
  }
}

/** True between the two halves of a surrogate pair. */
function cutsCharacter(text: string, offset: number): boolean {
  return offset > 0 && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
