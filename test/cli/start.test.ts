import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeWorld } from '../../bench/synthetic.ts'

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts')
const data = mkdtempSync(join(tmpdir(), 'redline-cli-'))
writeWorld(data, 30)
afterAll(() => rmSync(data, { recursive: true }))

function redline(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [MAIN, ...args], (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

describe('commands on a data folder', () => {
  it('explain the start with its options and an example', async () => {
    const { code, stdout } = await redline('start', '--help')
    expect(code).toBe(0)
    expect(stdout).toMatch(/--port <number>[\s\S]*--no-serve[\s\S]*Examples:\n {2}npm start/)
    expect(stdout).toContain('.redline/sample')
  })

  it('status counts records and sizes', async () => {
    const { code, stdout } = await redline('status', '--data', data, '--json')
    expect(code).toBe(0)
    const status = JSON.parse(stdout) as { counts: Record<string, number>; bytes: Record<string, number> }
    expect(status.counts).toMatchObject({ sources: 30, articles: 30, findings: 0, runs: 0 })
    expect(status.bytes['content']).toBeGreaterThan(30_000)
  })

  it('link, then verify, end with 0', async () => {
    const linked = await redline('link', '--data', data)
    expect(linked).toMatchObject({ code: 0, stdout: expect.stringMatching(/^30 articles: \d+ findings/) })
    const verified = await redline('verify', '--data', data)
    expect(verified.stderr).toBe('')
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('180 quotes') })
  })

  it('doctor says what to do and ends with 1 where something is to be done', async () => {
    const { code, stdout } = await redline('doctor', '--data', data, '--offline', '--json')
    expect(code).toBe(1)
    const lines = JSON.parse(stdout) as { subject: string; isOk: boolean; advice?: string }[]
    expect(lines.find(({ subject }) => subject === 'permissions')?.isOk).toBe(true)
    expect(lines.find(({ subject }) => subject === 'site')).toMatchObject({
      isOk: false,
      advice: 'redline publish',
    })
  })

  it('worker refuses to start without a shared queue', async () => {
    const { code, stderr } = await redline('worker')
    expect(code).toBe(2)
    expect(stderr).toContain('needs "queue": "postgres"')
  })
})
