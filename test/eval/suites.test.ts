import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const suites = join(import.meta.dirname, '../../../shared/eval/suites')
const isHere = existsSync(suites)
if (!isHere) console.info(`suites.test: ${suites} is not here; the peer suites are not run`)

type Row = Record<string, number | string | null>

function run(name: string): Row[] {
  const args = [join(suites, `run-${name}.mjs`), join(import.meta.dirname, `adapters/${name}.ts`), '--json']
  const output = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  return (JSON.parse(output) as { rows: Row[] }).rows
}

/** Rows of a suite with the least that each column must reach: what was measured, less half a point for noise of none. */
describe.runIf(isHere)('peer suites', () => {
  it.each([
    [
      'feeds',
      'group',
      { all: { share: 0.975 }, 'zh-encoding': { share: 1 }, gofeed: { share: 1 }, feedsmith: { share: 1 } },
    ],
    ['dates', 'suite', { all: { right: 114 } }],
    [
      'sanitize',
      'suite',
      {
        owasp: { safe: 62 },
        dompurify: { safe: 223 },
        miniflux: { safe: 45 },
        feedparser: { safe: 580, sameText: 562 },
      },
    ],
    [
      'articles',
      'set',
      {
        zhweb: { F1: 0.97, author: 0.6, date: 0.9, encoding: 1 },
        trafilatura: { segF1: 0.945, title: 0.86, author: 0.6, date: 0.86, encoding: 1 },
      },
    ],
  ] as [string, string, Record<string, Record<string, number>>][])(
    '%s keeps the scores it has reached',
    (suite, key, floors) => {
      const rows = run(suite)
      for (const [name, columns] of Object.entries(floors)) {
        const row = rows.find((candidate) => candidate[key] === name)
        for (const [column, floor] of Object.entries(columns))
          expect(row?.[column], `${suite}, ${name}, ${column}`).toBeGreaterThanOrEqual(floor)
      }
    },
    180_000,
  )
})
