import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const TESTS = join(import.meta.dirname, '..')
const TABLE = join(TESTS, '../../shared/faults.md')

/** Every test's text, and the benches that measure a row: a row counts as tested where its id stands in a name or a comment. */
function readTests(): string {
  const tests = readdirSync(TESTS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'table.test.ts')
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](fixtures|eval)[\\/]/.test(file))
  return [...tests, join(TESTS, '../bench/publish.ts')].map((file) => readFileSync(file, 'utf8')).join('\n')
}

/** `F1–F5` names five rows. */
function expandRanges(text: string): Set<string> {
  const ids = new Set<string>()
  for (const [, letter, from, to] of text.matchAll(/\b([FHILPQRX])(\d+)(?:–[FHILPQRX]?(\d+))?/g)) {
    for (let number = Number(from); number <= Number(to ?? from); number++) ids.add(`${letter}${number}`)
  }
  return ids
}

describe.runIf(existsSync(TABLE))('the list of faults', () => {
  it('has a test for every row on fetching, robots, parsing, hostile pages, quantities, index, publishing and language models', () => {
    const rows = [...readFileSync(TABLE, 'utf8').matchAll(/^\| ([FHILPQRX]\d+) \|/gm)].map(([, id]) => id!)
    expect(rows.length).toBeGreaterThan(60)
    const tested = expandRanges(readTests())
    expect(rows.filter((id) => !tested.has(id))).toEqual([])
  })
})
if (!existsSync(TABLE)) console.info('the list of faults is not there (../shared/faults.md); skipped')
