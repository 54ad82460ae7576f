import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeWorld } from '../../bench/synthetic.ts'
import type { SamplePress } from '../../scrapers/sample/server.ts'
import { measureStore } from '../../src/cli/transfer.ts'
import type { Article } from '../../src/core/model/article.ts'
import { openStore } from '../../src/store/open.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { gather, sampleArticle } from '../contract/store.ts'
import { startLine } from './cut-line.ts'
import { type PostgresServer, reasonToSkip, startPostgres } from './postgres-server.ts'
import { databaseEnv, folderEnv, readArticles, redline, startPress } from './press-run.ts'

/** Seconds that lines stay cut; `REDLINE_OUTAGE_SECONDS=60` for the long one. */
const OUTAGE_S = Number(process.env['REDLINE_OUTAGE_SECONDS'] ?? 3)

describe.skipIf(reasonToSkip())('PostgreSQL', () => {
  let server: PostgresServer
  let press: SamplePress
  let port: number
  let expected: Map<string, Article>
  let databases = 0
  const folder = mkdtempSync(join(tmpdir(), 'redline-outage-'))
  beforeAll(async () => {
    server = await startPostgres()
    const started = await startPress()
    press = started.press
    port = started.port
    const alone = folderEnv(join(folder, 'alone'))
    await redline(['run', '--press', `${port}`, '--no-publish'], alone).ended
    expected = await readArticles(openStore({ contentDir: alone.REDLINE_CONTENT_DIR }))
  })
  afterAll(async () => {
    await press.close()
    server.stop()
    rmSync(folder, { recursive: true })
  })

  const createDatabase = async () => {
    const name = `outage_${++databases}`
    const client = new Client(server.url)
    await client.connect()
    await client.query(`CREATE DATABASE ${name}`)
    await client.end()
    return server.url.replace(/postgres$/, name)
  }
  /** A query counts as lost after two seconds, so that the tests need not wait for the usual thirty. */
  const through = (url: string, linePort: number) =>
    `${url.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${linePort}`)}?query_timeout=2000`
  const count = async (url: string) => {
    const store = openStore({ contentDir: '', databaseUrl: url })
    const articles = await store.count('articles')
    await store.close()
    return articles
  }
  const startRun = (name: string, url: string) =>
    redline(['run', '--press', `${port}`, '--no-publish'], databaseEnv(join(folder, name), url))
  const read = (url: string) => readArticles(openStore({ contentDir: '', databaseUrl: url }))

  it('restarted in the middle of a round: the round goes on, and its records are those of an undisturbed one', async () => {
    const url = await createDatabase()
    const run = startRun('restarted', url)
    while ((await count(url)) < 10) await sleep(20)
    server.crash()
    await sleep(1_000)
    server.start()
    expect((await run.ended).output).toContain('13 sources, 1 failed')
    expect(await read(url)).toEqual(expected)
  })

  it.each(['refuse', 'silent'] as const)(
    `behind a line that is cut (%s) for ${OUTAGE_S} s in the middle of a round: nothing is lost or doubled`,
    async (how) => {
      const url = await createDatabase()
      const line = await startLine(Number(new URL(url).port))
      const run = startRun(how, through(url, line.port))
      while ((await count(url)) < 10) await sleep(20)
      line.cut(how)
      await sleep(OUTAGE_S * 1_000)
      line.mend()
      const { output } = await run.ended
      line.close()
      expect(output).toContain('13 sources, 1 failed')
      expect(await read(url)).toEqual(expected)
    },
    120_000 + OUTAGE_S * 1_000,
  )

  it('shared by two schedulers on two machines: one works, the other says who does and ends with 2', async () => {
    const url = await createDatabase()
    press.fail('sample-harbour-wire', 'held')
    const first = startRun('machine-1', url)
    while ((await count(url)) < 1) await sleep(20)
    const second = await startRun('machine-2', url).ended
    press.fail('sample-harbour-wire')
    expect(second).toMatchObject({
      code: 2,
      output: expect.stringMatching(new RegExp(`in use by another run \\(.*process ${first.pid}\\)`)),
    })
    expect((await first.ended).output).toContain('13 sources, 1 failed')
    expect(await read(url)).toEqual(expected)
    // The lock went with its holder.
    expect((await startRun('machine-2', url).ended).output).toContain('0 articles new')
  })

  /** Articles: two batches. */
  const WORLD = 700

  it('to which a migration was killed half-way takes the rest when it is run again, and so does the way back', async () => {
    const url = await createDatabase()
    const data = join(folder, 'world')
    writeWorld(data, WORLD)
    const env = { ...folderEnv(data), REDLINE_DATABASE_URL: url }
    const source = openStore({ contentDir: join(data, 'content') })
    const before = await measureStore(source)
    expect(await count(url)).toBe(0)
    const giveBack = await holdRecord(url, (await source.listIds('articles')).at(-1)!)
    const killed = redline(['migrate', 'files', 'postgres'], env)
    await giveBack.whenHeld()
    killed.kill('SIGKILL')
    await killed.ended
    const half = await count(url)
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(WORLD)
    await giveBack.now()
    expect((await redline(['migrate', 'files', 'postgres'], env).ended).output).toContain(
      'both sides are equal',
    )
    const target = openStore({ contentDir: '', databaseUrl: url })
    expect(await measureStore(target)).toEqual(before)
    expect(await measureStore(source)).toEqual(before)

    const back = { ...folderEnv(join(folder, 'back')), REDLINE_DATABASE_URL: url }
    const killAfter = join(import.meta.dirname, 'kill-after.ts')
    const killedBack = redline(['migrate', 'postgres', 'files'], {
      ...back,
      NODE_OPTIONS: `--import ${pathToFileURL(killAfter)}`,
      TEST_KILL_AFTER_FILES: `${WORLD / 2}`,
    })
    const copy = () => openStore({ contentDir: back.REDLINE_CONTENT_DIR })
    expect((await killedBack.ended).code).toBeNull()
    expect((await measureStore(copy())).records).toBe(WORLD / 2)
    expect((await redline(['migrate', 'postgres', 'files'], back).ended).output).toContain(
      'both sides are equal',
    )
    expect(await measureStore(copy())).toEqual(before)
    await target.close()
  })

  it('whose schema change is interrupted keeps the old schema whole, and every record', async () => {
    const url = await createDatabase()
    const store = openPostgresStore(url)
    for (const id of ['a1', 'a2', 'a3']) await store.write('articles', sampleArticle(id))
    await store.close()
    // As an older version left it: without what the second migration made.
    const client = new Client(url)
    await client.connect()
    await client.query('DROP TABLE redline.blobs, redline.memory')
    await client.query('DELETE FROM redline.migrations WHERE version = 2')
    // Somebody holds the table of versions, so that the change cannot end; then its connection is cut.
    await client.query('BEGIN')
    await client.query('LOCK TABLE redline.migrations IN SHARE MODE')
    const changing = redline(['status', '--json'], databaseEnv(join(folder, 'schema'), url))
    await waitForBlocked(client)
    changing.kill('SIGKILL')
    await changing.ended
    await client.query('COMMIT')
    const versions = await client.query('SELECT version FROM redline.migrations')
    expect(versions.rows).toEqual([{ version: 1 }])
    expect((await client.query("SELECT to_regclass('redline.blobs') AS is")).rows).toEqual([{ is: null }])
    await client.end()
    const again = openPostgresStore(url)
    expect((await gather(again.list('articles'))).map(({ id }) => id)).toEqual(['a1', 'a2', 'a3'])
    await again.close()
  })
})

/** Makes whoever adds an article wait, until it is given back. */
async function holdRecord(url: string, id: string) {
  const client = new Client(url)
  await client.connect()
  await client.query(`
    CREATE FUNCTION redline.wait() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NEW; END';
    CREATE TRIGGER wait BEFORE INSERT ON redline.records FOR EACH ROW
      WHEN (NEW.noun = 'articles' AND NEW.id = '${id}') EXECUTE FUNCTION redline.wait();
    SELECT pg_advisory_lock(1)`)
  return { whenHeld: () => waitForBlocked(client), now: () => client.end() }
}

/** Waits until a connection waits for our lock. */
async function waitForBlocked(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query('SELECT 1 FROM pg_locks WHERE NOT granted')
    if (rows.length > 0) return
    await sleep(20)
  }
}
