import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { afterAll, describe, expect, it } from 'vitest'
import { siteAt } from '../../src/cli/published-corpus.ts'
import { type Frames, NO_KEYS } from '../../src/cli/site-job.ts'
import { planSite } from '../../src/cli/site-plan.ts'
import { type SharedWork, startCrew } from '../../src/cli/site-threads.ts'
import { LANGS } from '../../src/core/model/lang.ts'
import { buildCorpus } from '../../src/core/publish/view-corpus.ts'
import { SHELL_NAMES } from '../../src/layouts/shell.ts'
import { readRegistry } from '../../src/registry.ts'
import { NO_RECORDS } from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'redline-threads-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SHELL = { fixed: ['<main>', '</main>'], marks: ['main' as const] }
const shells = Object.fromEntries(SHELL_NAMES.map((name) => [name, SHELL]))
const frames = Object.fromEntries(LANGS.map((lang) => [lang, shells])) as Frames
const registry = readRegistry()
const site = siteAt('https://redline.example')
const plan = planSite(buildCorpus(NO_RECORDS, registry), { keys: NO_KEYS, site })

function share(fresh: string, lists: unknown): SharedWork {
  const bytes = serialize(lists)
  const records = new SharedArrayBuffer(bytes.length)
  new Uint8Array(records).set(bytes)
  const wanted = new Uint8Array(new SharedArrayBuffer(plan.jobs.length)).fill(1)
  const next = new Int32Array(new SharedArrayBuffer(4))
  return { records, registry, site, frames, fresh: join(folder, fresh), present: undefined, wanted, next }
}

describe('threads that write one site', () => {
  it('leave no file out, though each takes what the others have not', async () => {
    const work = share('all', NO_RECORDS)
    await startCrew(plan, work, 3).finish()
    const missing = plan.jobs
      .flatMap(({ files }) => files)
      .filter((file) => !existsSync(join(work.fresh, file)))
    expect(missing).toEqual([])
    expect(readFileSync(join(work.fresh, 'en/findings/index.html'), 'utf8')).toMatch(/^<main>.+<\/main>$/s)
  })

  it('write what is wanted alone', async () => {
    const work = share('one', NO_RECORDS)
    const one = plan.jobs.findIndex(({ files }) => files.includes('en/findings/index.html'))
    work.wanted.fill(0)[one] = 1
    await startCrew(plan, work, 1).finish()
    const written = plan.jobs
      .flatMap(({ files }) => files)
      .filter((file) => existsSync(join(work.fresh, file)))
    expect(written).toEqual(plan.jobs[one]!.files)
  })

  it('stop the build with what one of them met', async () => {
    const source = { ...NO_RECORDS, sources: [{ id: 'outlet-1', names: {} }] }
    await expect(startCrew(plan, share('failed', source), 1).finish()).rejects.toThrow(
      /a thread planned \d+ jobs; expected \d+/,
    )
  })
})
