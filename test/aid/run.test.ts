import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SamplePress } from '../../scrapers/sample/server.ts'
import { openFileStore } from '../../src/store/files.ts'
import { gather } from '../contract/store.ts'
import { folderEnv, readArticles, redline, startPress } from '../ops/press-run.ts'
import { type Stub, startStub } from './stub.ts'

describe('redline run', () => {
  let press: SamplePress
  let port: number
  let stub: Stub
  const folder = mkdtempSync(join(tmpdir(), 'redline-aid-run-'))
  beforeAll(async () => {
    const started = await startPress()
    press = started.press
    port = started.port
    stub = await startStub()
  })
  afterAll(async () => {
    await press.close()
    await stub.close()
    rmSync(folder, { recursive: true })
  })

  const run = (name: string, env: Record<string, string>) =>
    redline(['run', '--press', `${port}`, '--no-publish'], { ...folderEnv(join(folder, name)), ...env }).ended
  const aid = (url: string) => ({ REDLINE_AID_URL: url, REDLINE_AID_MODEL: 'stub' })
  const rules = async (name: string) => {
    const store = openFileStore(join(folder, name, 'content'))
    const findings = (await gather(store.list('findings'))).map(({ id, value, members }) => ({
      id,
      value,
      figures: members.map(({ figureId, relation }) => `${figureId} ${relation}`),
    }))
    return { findings, articles: await readArticles(store) }
  }

  it('L3: with a model, without one, and with one that is down gives the same records of the rules', async () => {
    stub.behave(() => '{"summary": {"en": "It was 73,001. Trust me."}, "claims": ["Made up."]}')
    const [without, lying, down] = await Promise.all([
      run('without', {}),
      run('lying', aid(stub.url)),
      run('down', aid('http://127.0.0.1:9/v1')),
    ])
    expect(without.output).not.toMatch(/^aid /m)
    expect(lying.output).toMatch(
      /^aid .* 77 articles asked about, 0 proposals kept, dropped 77 schema; 0 articles left/m,
    )
    expect(down.output).toMatch(/^aid .* 0 articles asked about.*3 unreachable; 77 articles left.*stopped: /m)
    // One source of the press is broken on purpose: 1 in any case.
    expect([without.code, lying.code, down.code]).toEqual([1, 1, 1])
    const expected = await rules('without')
    expect(expected.articles.size).toBe(77)
    expect(expected.findings.length).toBeGreaterThan(100)
    expect(await rules('lying')).toEqual(expected)
    expect(await rules('down')).toEqual(expected)
    const forgotten = await redline(['aid', '--forget'], folderEnv(join(folder, 'lying'))).ended
    expect(forgotten.output).toContain('77 machine-written records removed')
  })
})
