import type { Span } from '../text/sentences.ts'
import {
  cellBehind,
  cellLabel,
  columnHead,
  countsItems,
  groupHead,
  headCells,
  rowGroup,
  rowHead,
  splitCells,
} from './cells.ts'
import type { Block } from './document.ts'
import { ANSWER } from './label-lines.ts'
import { answersQuestion, introducedMetric } from './list-context.ts'
import { endsInMetric } from './metric.ts'
import type { Quantity } from './quantity.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import { byDescription } from './subject-layout.ts'
import type { SubjectReading } from './subject-rule.ts'

/** What a table names: the heads of a cell's row and column, and what stands above it. */

/** A cell takes its row's head, then the column's, then the last model or organisation that the text before named. */
export function byTable(reading: Reading, one: Selected): SubjectReading | undefined {
  const { quantity, block } = one
  if (block?.kind !== 'table-row' && block?.kind !== 'table-head') return undefined
  const head = rowHead(reading, block)
  const column = cellLabel(reading, block, quantity.start) ?? columnHead(reading, block, quantity.start)
  if (head && head.end <= quantity.start) return byHeads(reading, block, quantity, head, column)
  if (column && reading.entitiesIn(column.start, column.end).length > 0)
    return { subject: column, rule: 'column head' }
  const behind = column ? undefined : cellBehind(reading, block, quantity.start)
  if (behind) return { ...byDescription(reading, one, behind), rule: 'row head' }
  const before =
    reading.entities.findLast((entity) => entity.end < block.start && entity.kind === 'model') ??
    reading.entities.findLast((entity) => entity.end < block.start)
  return { ...(before && { subject: before }), ...(column && { metric: column }), rule: 'table' }
}

function byHeads(
  reading: Reading,
  block: Block,
  { start, unit }: Quantity,
  head: Span,
  column: Span | undefined,
): SubjectReading {
  const group = groupHead(reading, block, start)
  const over = [group, column].find((one) => isTransposed(reading, block, head, one))
  if (over) return { subject: over, metric: head, rule: 'column head', ...measureOf(reading, over) }
  const isMeasure = (one: Span) => endsInMetric(withoutUnit(reading.folded, one))
  const isNamed = reading.entitiesIn(head.start, head.end).length > 0
  const subject = (isNamed ? undefined : rowGroup(reading, block)) ?? head
  if (column) return { subject, metric: group && !isMeasure(column) ? group : column, rule: 'row head' }
  if (isAnswer(reading, block, head)) return { metric: head, rule: 'row head' }
  const metric = isMeasure(head)
    ? head
    : measureAbove(reading, block, unit === 'count' && !isNamed ? head : undefined)
  return { subject, ...(metric && { metric }), rule: 'row head' }
}

/** `Refusal rate (GPT-5)` above a column: the model in brackets, and what is measured before them. */
function measureOf({ folded, entitiesIn }: Reading, { start, end }: Span): Partial<SubjectReading> {
  const name = entitiesIn(start, end).at(-1)
  if (!name || name.end !== end - 1 || folded[end - 1] !== ')' || folded[name.start - 1] !== '(') return {}
  return {
    subject: name,
    metric: { start, end: start + folded.slice(start, name.start - 1).trimEnd().length },
  }
}

const COUNTS = /数量?$/

/** What stands above a table without heads; `counted`, the head of a row of counts, unless they are of what stands above. */
function measureAbove(reading: Reading, row: Block, counted: Span | undefined): Span | undefined {
  const above = introducedMetric(reading, row)
  if (!counted) return above
  return above && COUNTS.test(reading.folded.slice(above.start, above.end)) ? above : counted
}

/** `Agree | 62%`, 支持 | 62%: a row of two cells that says how many gave an answer. */
const isAnswer = (reading: Reading, row: Block, { start, end }: Span): boolean =>
  splitCells(reading, row).length === 2 &&
  (ANSWER.test(reading.folded.slice(start, end)) || answersQuestion(reading, row))

/** What the head of the first column calls rows that say what was measured. */
const CORNER =
  /^(?:evaluations?|evals?|benchmarks?|metrics?|tests?|tasks?|measures?|indicators?|questions?|criteri(?:on|a)|datasets?|categor(?:y|ies)|capabilit(?:y|ies)|behaviou?rs?|risks?|domains?|suites?|scenarios?|environments?|areas?|skills?|attacks?|threats?|harms?|(?:评测|评估|测试|测评|考核|任务|指标|基准|问题|数据集|类别|能力|项目|风险|领域|场景|维度|攻击|威胁)(?:项目?|指标|名称|类别)?)(?: (?:name|suite|set|type|area))?$/

/** Models in the head of the columns, what was measured at the head of the rows. */
function isTransposed(reading: Reading, row: Block, head: Span, column: Span | undefined): boolean {
  const { folded, entitiesIn } = reading
  if (!column || entitiesIn(head.start, head.end).length > 0) return false
  const corner = headCells(reading, row)[0]
  const isOfTests = corner && CORNER.test(folded.slice(corner.start, corner.end))
  const isOfMeasures =
    endsInMetric(withoutUnit(folded, column)) ||
    countsItems(reading, column) ||
    /^[a-z]/.test(reading.text[column.start]!)
  if (isOfTests && !isOfMeasures && namesCompared(reading, row)) return true
  const isNamed = entitiesIn(column.start, column.end).some(({ kind }) => kind !== 'person')
  return isNamed || (endsInMetric(withoutUnit(folded, head)) && !endsInMetric(withoutUnit(folded, column)))
}

/** `Corvid 3`, `Expert baseline`: heads of columns that say who was tested. */
const COMPARED =
  /(?<![\p{L}\d])\p{Lu}[\p{L}-]* ?\d|(?:[Bb]aseline|[Hh]umans?|[Ee]xperts?|[Mm]odels?|人类|专家|基线)\s*$/u

const namesCompared = (reading: Reading, row: Block): boolean =>
  headCells(reading, row).some(
    ({ start, end }) =>
      reading.entitiesIn(start, end).length > 0 || COMPARED.test(reading.text.slice(start, end)),
  )

/** 財損（億元） without its unit. */
const withoutUnit = (folded: string, { start, end }: Span) =>
  folded.slice(start, end).replace(/\s?\([^()]*\)\s*$/, '')
