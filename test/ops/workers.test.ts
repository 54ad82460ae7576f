import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readLists } from '../../scrapers/kept-state.ts'
import type { SamplePress } from '../../scrapers/sample/server.ts'
import { openSharedState } from '../../scrapers/shared-state.ts'
import { collectInto } from '../../src/cli/collect.ts'
import type { Status } from '../../src/cli/status.ts'
import { hostsOf, readPress } from '../../src/cli/worker.ts'
import { openStore } from '../../src/store/open.ts'
import { type PostgresServer, reasonToSkip, startPostgres } from './postgres-server.ts'
import { databaseEnv, folderEnv, readArticles, redline, startPress } from './press-run.ts'

const WORKERS = 4
/** As many outlets answer nothing until each worker has a job: a quick one would have done all before the last began. */
const HELD = ['sample-harbour-wire', 'sample-jianghai-tech', 'sample-dongning-times', 'sample-lab-notes']
/** One source of each way to a text: a page, the content of a feed's entry, an abstract in a list of papers. */
const READ_FROM = ['sample-harbour-wire', 'sample-plain-model', 'sample-preprints']

/** Steps of one story on one database: each begins where the one before ended. */
describe.skipIf(reasonToSkip())('workers', () => {
  let server: PostgresServer
  let press: SamplePress
  let port: number
  const folder = mkdtempSync(join(tmpdir(), 'redline-workers-'))
  beforeAll(async () => {
    server = await startPostgres()
    const started = await startPress()
    press = started.press
    port = started.port
  })
  afterAll(async () => {
    await press.close()
    server.stop()
  })

  it('give the records of a single process, politely, though one of four is killed', async () => {
    const alone = redline(['run', '--press', `${port}`, '--no-publish'], folderEnv(join(folder, 'alone')))
    expect((await alone.ended).output).toContain('13 sources, 1 failed')
    const asked = press.requests.length
    for (const outlet of HELD) press.fail(outlet, 'held')
    const env = databaseEnv(join(folder, 'shared'), server.url)
    const workers = Array.from({ length: WORKERS }, () =>
      redline(['worker', '--press', `${port}`, '--concurrency', '1', '--lease', '10'], env),
    )
    const run = redline(['run', '--press', `${port}`, '--no-work', '--no-publish'], env)
    await untilActive(server.url, WORKERS)
    const victim = workers[Math.floor(Math.random() * WORKERS)]!
    victim.kill('SIGKILL')
    for (const outlet of HELD) press.fail(outlet)
    expect((await run.ended).output).toMatch(/13 sources, 1 failed/)
    for (const worker of workers) worker.kill('SIGINT')
    await Promise.all(workers.map(({ ended }) => ended))

    const expected = await readArticles(openStore({ contentDir: join(folder, 'alone/content') }))
    const found = await readArticles(openStore({ contentDir: '', databaseUrl: server.url }))
    expect(expected.size).toBeGreaterThan(60)
    expect(found).toEqual(expected)
    const shared = press.requests.slice(asked)
    expect(shared.filter(({ open }) => open > 1)).toEqual([])
  })

  it('read a deleted record again from where it first came, once verify has looked', async () => {
    const env = databaseEnv(join(folder, 'shared'), server.url)
    const store = openStore({ contentDir: '', databaseUrl: server.url })
    const expected = await readArticles(openStore({ contentDir: join(folder, 'alone/content') }))
    const lost = READ_FROM.map((id) => [...expected.values()].find(({ sourceId }) => sourceId === id)!)
    for (const { id } of lost) await store.remove('articles', id)
    const run = () => redline(['run', '--press', `${port}`, '--no-publish'], env).ended
    expect((await run()).output).toContain('0 articles new')
    expect((await redline(['verify', '--repair'], env).ended).output).toContain(
      `${lost.length} pages will be read again`,
    )
    expect((await run()).output).toContain(`${lost.length} articles new`)
    expect(await readArticles(store)).toEqual(expected)
  })

  it('tell status, on any machine, which sources are no longer asked, though the last round went well', async () => {
    const problem = { code: 'gone', message: 'answered 410 five times' }
    const memory = openSharedState(server.url, Date.now)
    const source = 'sample-harbour-wire'
    await memory.withSource(source, async () => {
      const list = memory.state.read('lists', source)!
      memory.state.write('lists', source, { ...list, problem, isPaused: true })
    })
    await memory.close()
    const env = databaseEnv(join(folder, 'another machine'), server.url)
    const { output } = await redline(['status', '--json'], env).ended
    expect((JSON.parse(output) as Status).alarms).toContainEqual({
      sourceId: source,
      ...problem,
      isPaused: true,
    })
  })

  it('ask a source again that a person resumed by naming it to collect', async () => {
    const env = databaseEnv(join(folder, 'a third machine'), server.url)
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const id = 'sample-harbour-wire'
    const sources = await readPress(port)
    const named = sources.filter(({ source }) => source.id === id)
    const asked = press.requests.length
    const silent = { report: () => undefined, fail: () => undefined }
    const run = await collectInto(named, new Set([id]), {}, hostsOf(sources), silent)
    vi.unstubAllEnvs()
    expect(run.sources).toMatchObject([{ sourceId: id, items: expect.any(Number) }])
    expect(run.sources[0]).not.toHaveProperty('code')
    // The list was asked with the validators that workers had stored: nothing was fetched twice.
    expect(press.requests.slice(asked).map(({ status }) => status)).toContain(304)
    expect((await readLists({ dataDir: '', databaseUrl: server.url }, [id])).get(id)).not.toHaveProperty(
      'isPaused',
    )
  })
})

/** Waits until so many jobs are at work at once. */
async function untilActive(url: string, count: number): Promise<void> {
  const client = new Client(url)
  await client.connect()
  for (let active = 0; active < count; ) {
    const { rows } = await client
      .query(
        "SELECT count(*)::int AS count FROM redline_jobs.job WHERE name = 'collect' AND state = 'active'",
      )
      .catch(() => ({ rows: [{ count: 0 }] }))
    active = (rows[0] as { count: number }).count
    await new Promise((done) => setTimeout(done, 20))
  }
  await client.end()
}
