import type { Figure } from '../model/figure.ts'

const AFTER = /^(?:\s|-)*(?:years?[\s-])?old\b|^\s*[岁歲]/i
const BEFORE = /(?:\b(?:aged?|age of|turned)|年[龄齡](?:为|為|是)?|年[满滿])\s*$/i

/** Whether a time tells how old somebody is, which is no span of as many years: `13至17岁`, `aged 15`. */
export function isAge({
  asWritten,
  start,
  end,
  quote,
}: Pick<Figure, 'asWritten' | 'start' | 'end' | 'quote'>): boolean {
  if (/[岁歲]|\bold\b/.test(asWritten)) return true
  const { exact } = quote
  return AFTER.test(exact.slice(end - quote.start)) || BEFORE.test(exact.slice(0, start - quote.start))
}
