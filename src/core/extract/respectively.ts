import type { Span } from '../text/sentences.ts'
import type { EntitySpan } from './entities.ts'
import { type Reading, sentencesBefore } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/**
 * Lists that pair value by value. `A和B分别以50%和90%…`, `A, B and C scored 10%, 20% and 30%, respectively`,
 * `分别为A的50%…`; the names may stand in the sentence before (它们分别…, they succeed … respectively).
 */
export function findDistributed(reading: Reading, selected: Selected[]): Map<number, SubjectReading> {
  const found = new Map<number, SubjectReading>()
  for (const group of groupBySentence(selected)) {
    const sentence = group[0]!.one.sentence
    const words = reading.folded.slice(sentence.start, sentence.end)
    if (!/分别|respectively|依次|各自为/.test(words)) continue
    for (const run of runsOfUnit(group)) pair(reading, sentence, run, found)
  }
  return found
}

interface Indexed {
  index: number
  one: Selected
}

function groupBySentence(selected: Selected[]): Indexed[][] {
  const groups: Indexed[][] = []
  selected.forEach((one, index) => {
    const last = groups.at(-1)
    if (last?.[0]?.one.sentence === one.sentence) last.push({ index, one })
    else groups.push([{ index, one }])
  })
  return groups
}

/** Figures of one unit that follow each other with nothing but list words between. */
function runsOfUnit(group: Indexed[]): Indexed[][] {
  const runs: Indexed[][] = []
  for (const item of group) {
    const last = runs.at(-1)?.at(-1)
    const near =
      last &&
      last.one.quantity.unit === item.one.quantity.unit &&
      item.one.quantity.start - last.one.quantity.end <= 12
    if (near) runs.at(-1)!.push(item)
    else runs.push([item])
  }
  return runs.filter((run) => run.length >= 2)
}

function pair(reading: Reading, sentence: Span, run: Indexed[], found: Map<number, SubjectReading>): void {
  const names = findList(reading, sentence, run)
  if (!names) return
  for (const [place, { index }] of run.entries())
    found.set(index, { subject: names[place]!, rule: 'respectively' })
}

const SENTENCES_BACK = 3

/** As many names as there are values, in one list: before the values, else behind them, else in the sentences before. */
function findList(reading: Reading, sentence: Span, run: Indexed[]): EntitySpan[] | undefined {
  const count = run.length
  const first = run[0]!.one.quantity.start
  const last = run.at(-1)!.one.quantity.end
  const before =
    listAtEnd(reading, sentence.start, first, count) ?? mixedAtEnd(reading, sentence.start, first, count)
  if (before) return before
  const behind = listAtStart(reading, last, sentence.end, count)
  if (behind) return behind
  for (const earlier of sentencesBefore(reading, sentence, SENTENCES_BACK)) {
    const names = listAtEnd(reading, earlier.start, earlier.end, count)
    if (names) return names
  }
  return undefined
}

/** Names with nothing but list words and possessors between them. */
const JOINS =
  /^(?:模型|系统|等| from [a-z ]{2,20}?| of [a-z ]{2,20}?)?(?:\([^)]{0,40}\))?\s?(?:,|、|和|与|及|以及|或|and|&|, and|'s|’s|的|\/)*\s?(?:[a-z\u4e00-\u9fff]{0,12}?(?:的|'s|’s)\s?|a?i? ?systems? driven by )?$/

function lists(reading: Reading, start: number, end: number): EntitySpan[][] {
  const all = reading.namesIn(start, end)
  const kinds = all.some((name) => name.kind === 'model')
    ? all.filter((name) => name.kind === 'model')
    : all.filter((name) => name.kind !== 'place')
  return grouped(reading, kinds)
}

/** Of any kind, places too: `Kenya and Ghana stood at 3% and 2%, respectively`. */
function mixedAtEnd(reading: Reading, start: number, end: number, count: number): EntitySpan[] | undefined {
  return grouped(reading, reading.namesIn(start, end)).findLast((group) => group.length === count)
}

function grouped(reading: Reading, kinds: readonly EntitySpan[]): EntitySpan[][] {
  const groups: EntitySpan[][] = []
  for (const name of kinds) {
    const last = groups.at(-1)?.at(-1)
    if (last && JOINS.test(reading.folded.slice(last.end, name.start))) groups.at(-1)!.push(name)
    else groups.push([name])
  }
  return groups
}

function listAtEnd(reading: Reading, start: number, end: number, count: number): EntitySpan[] | undefined {
  return lists(reading, start, end).findLast((group) => group.length === count)
}

function listAtStart(reading: Reading, start: number, end: number, count: number): EntitySpan[] | undefined {
  return lists(reading, start, end).find((group) => group.length === count)
}
