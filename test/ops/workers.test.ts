import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SamplePress, startSamplePress } from '../../scrapers/sample/server.ts'
import type { Article } from '../../src/core/model/article.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { gather } from '../contract/store.ts'
import { type PostgresServer, reasonToSkip, startPostgres } from './postgres-server.ts'

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts')
const WORKERS = 4

/** A sample press on consecutive ports, which child processes can be told of. */
async function startPress(): Promise<{ press: SamplePress; port: number }> {
  for (let attempt = 0; ; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 2_000) * 16
    try {
      return { press: await startSamplePress({ port }), port }
    } catch (error) {
      if (attempt === 20) throw error
    }
  }
}

function redline(args: string[], env: Record<string, string>): ChildProcess & { ended: Promise<string> } {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk))
  const ended = new Promise<string>((done) => child.on('close', () => done(output)))
  return Object.assign(child, { ended })
}

/** What must be equal whoever did the work: everything but the moments at which it was done. */
async function readArticles(store: Store): Promise<Map<string, Article>> {
  const moment = '2026-01-01T00:00:00Z'
  const articles = (await gather(store.list('articles'))).map((article) => ({
    ...article,
    firstSeenAt: moment,
    retrievedAt: moment,
    revisions: article.revisions.map((revision) => ({ ...revision, retrievedAt: moment })),
  }))
  await store.close()
  return new Map(articles.map((article) => [article.id, article]))
}

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
  }, 60_000)
  afterAll(async () => {
    await press.close()
    server.stop()
  })
  const filesEnv = (name: string) => ({
    REDLINE_DATA_DIR: join(folder, name),
    REDLINE_CONTENT_DIR: join(folder, name, 'content'),
  })

  it('give the records of a single process, politely, though one of four is killed', async () => {
    const alone = redline(['run', '--press', `${port}`, '--no-publish'], filesEnv('alone'))
    expect(await alone.ended).toContain('13 sources, 1 failed')
    const asked = press.requests.length
    const env = {
      ...filesEnv('shared'),
      REDLINE_STORE: 'postgres',
      REDLINE_QUEUE: 'postgres',
      REDLINE_DATABASE_URL: server.url,
    }
    const workers = Array.from({ length: WORKERS }, () =>
      redline(['worker', '--press', `${port}`, '--concurrency', '1', '--lease', '10'], env),
    )
    const run = redline(['run', '--press', `${port}`, '--no-work', '--no-publish'], env)
    await untilActive(server.url, WORKERS)
    const victim = workers[Math.floor(Math.random() * WORKERS)]!
    victim.kill('SIGKILL')
    expect(await run.ended).toMatch(/13 sources, 1 failed/)
    for (const worker of workers) worker.kill('SIGINT')
    await Promise.all(workers.map(({ ended }) => ended))

    const expected = await readArticles(openStore({ contentDir: join(folder, 'alone/content') }))
    const found = await readArticles(openStore({ contentDir: '', databaseUrl: server.url }))
    expect(expected.size).toBeGreaterThan(60)
    expect(found).toEqual(expected)
    const shared = press.requests.slice(asked)
    expect(shared.filter(({ open }) => open > 1)).toEqual([])
  }, 120_000)
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
