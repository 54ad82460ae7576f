import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { nameAll } from './reporter.ts'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'redline-reporter-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the last lines of a run', () => {
  it('name every failure, in and beside the tests', () => {
    writeFileSync(
      join(folder, 'a.test.js'),
      `describe('sums', () => {
  it('adds', () => expect({ a: Array.from({ length: 400 }, (_, i) => i) }).toEqual({ a: [] }))
  it('counts', () => expect(1).toBe(1))
  it('stops', () => {
    throw new Error('stopped at\\n  the second line')
  })
})
describe('with a hook', () => {
  beforeAll(() => {
    throw new Error('the hook broke')
  })
  it('waits', () => {})
})
`,
    )
    writeFileSync(join(folder, 'b.test.js'), `import './absent.js'\n`)
    const tool = join(root, 'node_modules/vitest/vitest.mjs')
    const reporters = ['--reporter=default', `--reporter=${join(root, 'test/reporter.ts')}`]
    const args = [tool, 'run', '--globals', '--root', folder, '--no-cache', ...reporters]
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    const lines = stdout.trim().split('\n').slice(-5)
    expect(lines).toEqual([
      expect.stringMatching(/^failed: a\.test\.js:2 > sums > adds: expected \{.*\} to deeply equal/),
      'failed: a.test.js:5 > sums > stops: stopped at the second line',
      'failed: a.test.js > with a hook: the hook broke',
      expect.stringMatching(/^failed: b\.test\.js: .*absent\.js/),
      '1 passed, 4 failed, 1 skipped',
    ])
    expect(status).toBe(1)
  })

  it('are few and short, however much failed', () => {
    const failure = {
      file: 'a.test.ts:1',
      test: 'group > test',
      message: `\u001b[31mno\u001b[39m ${'x'.repeat(900)}`,
    }
    const lines = nameAll(Array.from({ length: 90 }, () => failure))
    expect(lines).toHaveLength(26)
    expect(lines[0]).toBe(`failed: a.test.ts:1 > group > test: no ${'x'.repeat(900)}`.slice(0, 400))
    expect(lines.at(-1)).toBe('failed: and 65 more')
  })
})
