import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const TESTS = join(import.meta.dirname, '..')
const TABLE = join(TESTS, '../../shared/faults.md')

/** Every test's text: a row counts as tested where its id stands in a test's name or comment. */
function readTests(): string {
  return ['faults', 'scrapers', 'store']
    .flatMap((folder) => readdirSync(join(TESTS, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts') && entry.name !== 'table.test.ts')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

/** `F1–F5` names five rows. */
function expandRanges(text: string): Set<string> {
  const ids = new Set<string>()
  for (const [, letter, from, to] of text.matchAll(/\b([FR])(\d+)(?:–[FR]?(\d+))?/g)) {
    for (let number = Number(from); number <= Number(to ?? from); number++) ids.add(`${letter}${number}`)
  }
  return ids
}

describe.runIf(existsSync(TABLE))('the list of faults', () => {
  it('has a test for every row on fetching and robots', () => {
    const rows = [...readFileSync(TABLE, 'utf8').matchAll(/^\| ([FR]\d+) \|/gm)].map(([, id]) => id!)
    expect(rows.length).toBeGreaterThan(30)
    const tested = expandRanges(readTests().replace(/describe\([^\n]*/g, ''))
    expect(rows.filter((id) => !tested.has(id))).toEqual([])
  })
})
if (!existsSync(TABLE)) console.info('the list of faults is not there (../shared/faults.md); skipped')
