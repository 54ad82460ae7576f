import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Feature,
  facet,
  Model,
  namesOf,
  openFacet,
  Row,
  several,
  t,
  type Weights,
} from '../../src/core/extract/features.ts'
import { METRIC_FEATURES } from '../../src/core/extract/metric-features.ts'
import { METRIC_WEIGHTS } from '../../src/core/extract/metric-weights.ts'
import { SUBJECT_FEATURES } from '../../src/core/extract/subject-features.ts'
import { SUBJECT_WEIGHTS } from '../../src/core/extract/subject-weights.ts'

const KIND = facet('model', 'name')
const UNIT = facet('percent', 'count', 'money')
const SPEAKS = facet('speaks')
const MARKS = several('<of', '>says', '<in')
const GAP = openFacet()
const FEATURES = [
  t`none`,
  t`kind:${KIND}`,
  t`kind:${KIND}|${UNIT}`,
  t`${SPEAKS}|${UNIT}`,
  t`${MARKS}`,
  t`r:${UNIT}|L:${MARKS}|${KIND}`,
  t`gap<${GAP}`,
]

/** What a row says; 0 and `undefined`: nothing is known. */
interface Filled {
  kind: number
  unit: number
  speaks: number
  marks: number[] | undefined
  gap: string | undefined
}

const rows: fc.Arbitrary<Filled> = fc.record({
  kind: fc.integer({ min: 0, max: 2 }),
  unit: fc.integer({ min: 0, max: 3 }),
  speaks: fc.integer({ min: 0, max: 1 }),
  marks: fc.option(fc.array(fc.integer({ min: 1, max: 3 })), { nil: undefined }),
  gap: fc.option(fc.constantFrom(' for ', '的', ''), { nil: undefined }),
})

function rowOf({ kind, unit, speaks, marks, gap }: Filled): Row {
  const row = new Row()
  row.codes[KIND.slot] = kind
  row.codes[UNIT.slot] = unit
  row.codes[SPEAKS.slot] = speaks
  row.lists[MARKS.slot] = marks
  row.texts[GAP.slot] = gap
  return row
}

describe('features', () => {
  it('have names that hold the words of their facets; without a word they do not hold', () => {
    const row = rowOf({ kind: 1, unit: 0, speaks: 1, marks: [2, 3], gap: ' for ' })
    expect(namesOf(FEATURES, row)).toEqual(['none', 'kind:model', '>says', '<in', 'gap< for '])
    row.codes[UNIT.slot] = UNIT.of.money
    expect(namesOf(FEATURES, row)).toEqual([
      'none',
      'kind:model',
      'kind:model|money',
      'speaks|money',
      '>says',
      '<in',
      'r:money|L:>says|model',
      'r:money|L:<in|model',
      'gap< for ',
    ])
  })

  it('sum to what their names weigh, in whole thousandths', () => {
    const names = [
      ...new Set(fc.sample(rows, { numRuns: 500, seed: 1 }).flatMap((one) => namesOf(FEATURES, rowOf(one)))),
    ]
    fc.assert(
      fc.property(rows, fc.array(fc.integer({ min: -900, max: 900 })), (one, numbers) => {
        const weights: Weights = Object.fromEntries(names.map((name, at) => [name, (numbers[at] ?? 0) / 100]))
        const expected = namesOf(FEATURES, rowOf(one)).reduce((sum, name) => sum + weights[name]! * 1000, 0)
        const model = new Model(FEATURES, weights)
        const row = rowOf(one)
        expect(model.sum(row)).toBe(Math.round(expected))
        expect(model.sum(row)).toBe(Math.round(expected))
      }),
    )
  })

  it('refuses a template that it could not add up', () => {
    expect(() => t`${KIND}|${UNIT}|${SPEAKS}|${KIND}`).toThrow(/at most 3 facets/)
    expect(() => t`${MARKS}|${MARKS}`).toThrow(/one of which may hold several words/)
  })
})

/** Whether some words of its facets make a feature's name this one. */
function isNamed({ texts, facets }: Feature, name: string): boolean {
  const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const words = facets.map(({ words: all, holds }) =>
    holds === 'text' ? '[^]*' : all.slice(1).map(escaped).join('|'),
  )
  return new RegExp(
    `^${texts.map((text, at) => escaped(text) + (at < words.length ? `(?:${words[at]})` : '')).join('')}$`,
  ).test(name)
}

describe('fitted weights', () => {
  it.each([
    ['subject', SUBJECT_FEATURES, SUBJECT_WEIGHTS],
    ['metric', METRIC_FEATURES, METRIC_WEIGHTS],
  ])('of %s each belong to one feature', (_what, features, weights) => {
    const owners = Object.keys(weights).map((name) => [
      name,
      features.filter((one) => isNamed(one, name)).length,
    ])
    expect(owners.filter(([, count]) => count !== 1)).toEqual([])
  })
})
