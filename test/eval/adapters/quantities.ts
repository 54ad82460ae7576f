import { readQuantities } from '../../../src/core/extract/grammar.ts'

/** For run-quantities.mjs of ../shared/eval/suites: every number that the grammar reads, before figures are chosen. */
export const quantities = (text: string) =>
  readQuantities(text).map(({ start, end, value, maxValue, unit }) => ({ start, end, value, maxValue, unit }))
