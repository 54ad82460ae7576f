import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { clauseAt } from './clauses.ts'
import { blockAbove } from './list-context.ts'
import { approves, holdsOpinion, PEOPLE } from './opinion.ts'
import { type Reading, sentencesBefore } from './reading.ts'
import type { Selected } from './selection.ts'
import { HEADS, OPENS_PART } from './subject-english.ts'
import type { SubjectReading } from './subject-rule.ts'

/** English shares of people who go unnamed: `44% said so`, `- 47% are worried`. */

/** Figures before, and sentences before, among which those who were asked are looked for. */
const FIGURES_BACK = 4
const SENTENCES_BACK = 2
/** What somebody was asked in; nobody else is named between it and the share. */
const LONGEST_WAY = 600

/** `Most tenants distrust it. In fact, 66% are afraid …`: the share of an opinion is of the people told of last. */
export function byUnnamed(reading: Reading, one: Selected, done: Binding[]): SubjectReading | undefined {
  const { quantity, scope } = one
  if (reading.lang !== 'en' || (quantity.unit !== 'percent' && quantity.unit !== 'fraction')) return undefined
  const { folded } = reading
  if (!holdsOpinion(folded, one) || approves(folded, one)) return undefined
  const left = folded.slice(clauseAt(folded, scope, quantity.start).start, quantity.start)
  if (!HEADS.test(left) && !OPENS_PART.test(left) && !ITEM.test(left)) return undefined
  const people = counted(reading, one, done) ?? toldOf(reading, one) ?? introduced(reading, one)
  return people && { subject: people, rule: 'asked' }
}

const ITEM = /^[\s*•·-]*$/

/** Those whom one of the figures before is about. */
function counted({ folded }: Reading, one: Selected, done: Binding[]): Span | undefined {
  for (const { quantity, counted, subject, block } of done.slice(-FIGURES_BACK).reverse()) {
    if (one.quantity.start - quantity.end > LONGEST_WAY) return undefined
    if (block !== one.block && block?.kind === one.block?.kind && block?.kind === 'paragraph')
      return undefined
    const isShare = quantity.unit === 'percent' || quantity.unit === 'fraction'
    const people = isShare ? subject : quantity.unit === 'count' ? counted : undefined
    if (people && isPeople(folded, people)) return people
  }
  return undefined
}

/** The people whom a sentence before in the paragraph names first. */
function toldOf(reading: Reading, { sentence, block }: Selected): Span | undefined {
  for (const [, { start, end }] of sentencesBefore(reading, sentence, SENTENCES_BACK).entries()) {
    if (block && start < block.start) return undefined
    const people = peopleIn(reading, start, end)
    if (people) return people
  }
  return undefined
}

/** The people whom the line above a list names first. */
function introduced(reading: Reading, { block }: Selected): Span | undefined {
  const above = block?.kind === 'list-item' ? blockAbove(reading, block) : undefined
  return above && peopleIn(reading, Math.max(above.start, above.end - LONGEST_WAY), above.end)
}

const peopleIn = (reading: Reading, start: number, end: number): Span | undefined =>
  reading.phrasesIn(start, end).find((phrase) => isPeople(reading.folded, phrase))

const isPeople = (folded: string, { start, end }: Span): boolean => PEOPLE.test(folded.slice(start, end))
