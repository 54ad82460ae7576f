import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const scorer = resolve(root, '../shared/eval/score-links.mjs')
const isHere = existsSync(scorer)
if (!isHere) console.log('cluster/pairs.test: ../shared is not here; its translation pairs are not scored')

/** Joins between different pairs, each read: events told by one speaker in several talks (EVALUATION.md lists them). */
const OUTSIDE_READ = 20

describe.runIf(isHere)('24 translation pairs', () => {
  it('join nine of ten percentages, none wrongly, and hardly any across pairs', () => {
    const command = `${process.execPath} ${resolve(root, 'src/cli/main.ts')} findings --json`
    const { stdout, stderr } = spawnSync(process.execPath, [scorer, '--cmd', command, '--json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    expect(stderr).toBe('')
    const report = JSON.parse(stdout.trim().split('\n').at(-1)!)
    expect(report.recall).toBeGreaterThanOrEqual(0.9)
    expect(report.wrong).toBe(0)
    expect(report.outside).toBeLessThanOrEqual(OUTSIDE_READ)
  })
})
