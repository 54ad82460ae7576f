import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFreshness, checkModel, checkSearchServer } from '../../src/cli/doctor-services.ts'
import { configSchema } from '../../src/config.ts'
import { INDEX } from '../../src/search/meilisearch-index.ts'
import { openFileStore } from '../../src/store/files.ts'

const data = mkdtempSync(join(tmpdir(), 'redline-doctor-'))
const folders = { dataDir: data, contentDir: join(data, 'content') }
let server: Server
let url: string
/** What the service answers, by path; status 404 for the rest. */
let answers: Record<string, { status?: number; body: unknown }>

beforeAll(async () => {
  server = createServer((request, response) => {
    const isAllowed = request.headers.authorization === 'Bearer right'
    const { status = 200, body } = answers[request.url ?? ''] ?? { status: 404, body: {} }
    response.writeHead(isAllowed ? status : 403).end(JSON.stringify(isAllowed ? body : {}))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const store = openFileStore(folders.contentDir)
  const run = (id: string, finishedAt: string, counts: Record<string, number>) =>
    store.write('runs', { id, startedAt: finishedAt, finishedAt, sources: [], counts })
  await run('r1', '2026-11-20T10:00:00Z', { added: 3 })
  await run('r2', '2026-11-21T10:00:00Z', { added: 0, changed: 0 })
})
afterAll(() => {
  server.close()
  rmSync(data, { recursive: true })
})

describe('the doctor', () => {
  it('tells a site and an index that are older than what the last run brought', async () => {
    expect(await checkFreshness(folders)).toMatchObject({ isOk: false, found: 'no site is built' })
    mkdirSync(join(data, 'site/search'), { recursive: true })
    const page = join(data, 'site/index.html')
    writeFileSync(page, '')
    expect(await checkFreshness(folders)).toMatchObject({
      isOk: false,
      found: 'the site has no search index',
    })
    writeFileSync(join(data, 'site/search/i'), '')
    const buildAt = (at: string) => utimesSync(page, new Date(at), new Date(at))
    buildAt('2026-11-20T09:00:00Z')
    expect(await checkFreshness(folders)).toMatchObject({
      isOk: false,
      found: expect.stringContaining('older than the records of 2026-11-20T10:00:00Z'),
      advice: 'redline publish',
    })
    // The run after it brought nothing.
    buildAt('2026-11-20T11:00:00Z')
    expect(await checkFreshness(folders)).toMatchObject({ isOk: true })
  })

  const VERSION = { body: { pkgVersion: '1.53.1' } }
  it.each([
    ['wrong', { '/version': VERSION }, 'refuses the key of MEILI_KEY'],
    [undefined, { '/version': VERSION }, 'refuses to answer without a key'],
    ['right', { '/version': { body: { pkgVersion: '1.9.0' } } }, 'is Meilisearch 1.9.0'],
    ['right', { '/version': VERSION }, `has no index ${INDEX}`],
    [
      'right',
      { '/version': VERSION, [`/indexes/${INDEX}`]: { body: { updatedAt: '2026-11-20T09:00:00Z' } } },
      'older than the records of 2026-11-20T10:00:00Z',
    ],
    [
      'right',
      { '/version': VERSION, [`/indexes/${INDEX}`]: { body: { updatedAt: '2026-11-20T10:30:00Z' } } },
      undefined,
    ],
  ])('asks the search server for key, version and index (%s, %j)', async (key, given, problem) => {
    answers = given
    const { isOk, found, advice } = await checkSearchServer(url, key, folders)
    expect(isOk).toBe(problem === undefined)
    if (problem !== undefined)
      expect([found, advice]).toEqual([expect.stringContaining(problem), expect.any(String)])
  })

  it('asks the language model’s endpoint for key and model', async () => {
    const config = configSchema.parse({ aidUrl: `${url}/v1`, aidModel: 'small' })
    answers = { '/v1/models': { body: { data: [{ id: 'large' }] } } }
    expect(await checkModel(config, 'wrong')).toMatchObject({
      isOk: false,
      advice: expect.stringContaining('REDLINE_AID_KEY'),
    })
    expect(await checkModel(config, 'right')).toMatchObject({
      isOk: false,
      advice: expect.stringContaining('large'),
    })
    answers = { '/v1/models': { body: { data: [{ id: 'small' }] } } }
    expect(await checkModel(config, 'right')).toMatchObject({ isOk: true })
  })
})
