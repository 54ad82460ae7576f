import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeArticle, writeWorld } from '../../bench/synthetic.ts'
import { copyAll } from '../../src/cli/migrate.ts'
import { openPlaceCache } from '../../src/store/open.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { describeStore, gather, sampleArticle } from '../contract/store.ts'
import { type PostgresServer, reasonToSkip, startPostgres } from './postgres-server.ts'

const skipped = reasonToSkip()

describe.skipIf(skipped)('PostgreSQL', () => {
  let server: PostgresServer
  let databases = 0
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  const run = async (url: string, text: string, values: unknown[] = []) => {
    const client = new Client(url)
    await client.connect()
    try {
      return (await client.query(text, values)).rows as Record<string, unknown>[]
    } finally {
      await client.end()
    }
  }
  const createDatabase = async () => {
    const name = `test_${++databases}`
    await run(server.url, `CREATE DATABASE ${name}`)
    return server.url.replace(/postgres$/, name)
  }

  describeStore('postgres', async () => {
    const url = await createDatabase()
    return {
      open: async () => openPostgresStore(url),
      reopen: async () => openPostgresStore(url),
      damage: async (noun, id, text) => {
        await run(url, 'UPDATE redline.records SET body = $3 WHERE noun = $1 AND id = $2', [noun, id, text])
      },
      dispose: async () => undefined,
    }
  })

  it('writes many in batches, once each, and counts what changed', async () => {
    const store = openPostgresStore(await createDatabase())
    const ids = Array.from({ length: 1_203 }, (_, at) => at.toString(16).padStart(16, '0'))
    const articles = ids.map((id) => sampleArticle(id))
    expect(await store.writeMany('articles', [...articles, articles[7]!])).toBe(1_203)
    articles[3] = sampleArticle(ids[3]!, { title: '另一個標題' })
    expect(await store.writeMany('articles', articles)).toBe(1)
    expect((await gather(store.list('articles'))).map(({ id }) => id)).toEqual(ids)
    await store.close()
  })

  it('is migrated once, by whoever comes first', async () => {
    const url = await createDatabase()
    // Connections of their own, as of six processes: one address would be one pool.
    const stores = Array.from({ length: 6 }, (_, at) => openPostgresStore(`${url}?application_name=${at}`))
    await Promise.all(stores.map((store, at) => store.write('articles', sampleArticle(`a${at}`))))
    expect(await stores[0]!.count('articles')).toBe(6)
    expect(await run(url, 'SELECT version FROM redline.migrations')).toEqual([{ version: 1 }, { version: 2 }])
    await Promise.all(stores.map((store) => store.close()))
  })

  it('begins anew where a migration was interrupted', async () => {
    const url = await createDatabase()
    // What a process leaves that dies between the schema and its first table.
    await run(url, 'CREATE SCHEMA redline')
    const store = openPostgresStore(url)
    expect(await store.write('articles', sampleArticle('a1'))).toBe('added')
    await store.close()
  })

  it('refuses a database of a later Redline, and says so', async () => {
    const url = await createDatabase()
    await run(url, 'CREATE SCHEMA redline')
    await run(url, 'CREATE TABLE redline.migrations (version int PRIMARY KEY)')
    await run(url, 'INSERT INTO redline.migrations VALUES (99)')
    const store = openPostgresStore(url)
    await expect(store.count('articles')).rejects.toThrow(/schema version 99, this Redline knows \d+; update/)
    await store.close()
  })

  it('loses and doubles nothing when the server crashes and comes back while records are written', async () => {
    const url = await createDatabase()
    const store = openPostgresStore(url)
    const ids = Array.from({ length: 400 }, (_, at) => at.toString(16).padStart(8, '0'))
    let written = 0
    const writing = (async () => {
      for (const id of ids) {
        await store.write('articles', sampleArticle(id))
        written++
      }
    })()
    while (written < 100) await new Promise((done) => setTimeout(done, 5))
    server.crash()
    await new Promise((done) => setTimeout(done, 500))
    server.start()
    await writing
    expect((await gather(store.list('articles'))).map(({ id }) => id)).toEqual(ids)
    await store.close()
  })

  it('takes records and texts from files and gives them back, equal, also after an interruption', async () => {
    const data = mkdtempSync(join(tmpdir(), 'redline-migrate-'))
    writeWorld(data, 60)
    const files = { contentDir: join(data, 'content'), dataDir: data }
    const database = { ...files, databaseUrl: await createDatabase() }
    // What an interrupted migration leaves: some of the records.
    const half = openPostgresStore(database.databaseUrl)
    for (let at = 0; at < 20; at++) await half.write('articles', makeArticle(at).article)
    await half.close()
    const there = await copyAll(files, database)
    expect(there).toEqual({ records: 120, blobs: 60, isEqual: true })
    const back = { contentDir: join(data, 'back/content'), dataDir: join(data, 'back') }
    expect(await copyAll(database, back)).toEqual(there)
    const cache = openPlaceCache(back)
    const { article, text } = makeArticle(7)
    expect(new TextDecoder().decode(await cache.get(article.textHash))).toBe(text)
    const path = join('articles', article.published!.slice(0, 7).replace('-', '/'), `${article.id}.json`)
    expect(readFileSync(join(back.contentDir, path), 'utf8')).toBe(
      readFileSync(join(files.contentDir, path), 'utf8'),
    )
    rmSync(data, { recursive: true })
  })

  it('waits for its turn when the server has no connection left', async () => {
    const url = await createDatabase()
    // The tests' server takes a hundred; each of these has a pool of its own, as workers have.
    const count = async (at: number) => {
      const store = openPostgresStore(`${url}?application_name=crowd-${at}`)
      const articles = await store.count('articles')
      await store.close()
      return articles
    }
    expect(await Promise.all(Array.from({ length: 140 }, (_, at) => count(at)))).toEqual(Array(140).fill(0))
  })

  it('gives up with the reason when the server stays away', async () => {
    const store = openPostgresStore('postgres://redline@127.0.0.1:1/none', 300)
    await expect(store.count('articles')).rejects.toThrow(/ECONNREFUSED/)
    await store.close()
  })
})
