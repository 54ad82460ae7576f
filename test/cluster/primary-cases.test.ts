import { beforeAll, describe, expect, it } from 'vitest'
import type { Comparison } from '../../src/core/model/finding.ts'
import { PRIMARY_CASES } from './primary-cases.ts'
import { comparePrimary } from './primary-run.ts'

/** Measured 32 of 44; below it by two, since subject and metric are chosen elsewhere. */
const LEAST_RIGHT = 30

const got = new Map<string, Comparison | undefined>()

beforeAll(async () => {
  for (const one of PRIMARY_CASES) got.set(one.name, await comparePrimary(one))
})

describe('sentences of coverage beside their primary source', () => {
  it.each(PRIMARY_CASES)('$name: nothing that a reader would not say', ({ name, expected }) => {
    expect([...expected, 'not-checked', undefined]).toContain(got.get(name))
  })

  it('are told apart in most cases', () => {
    const right = PRIMARY_CASES.filter(({ name, expected }) => expected.some((one) => one === got.get(name)))
    expect(right.length).toBeGreaterThanOrEqual(LEAST_RIGHT)
  })
})
