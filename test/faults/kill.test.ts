import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SamplePress, startSamplePress } from '../../scrapers/sample/server.ts'
import { openCache } from '../../src/store/cache.ts'
import { openFileStore } from '../../src/store/files.ts'
import { gather } from '../contract/store.ts'

const CHILD = join(import.meta.dirname, 'collect-child.ts')
/** Outlets that answer at once, by feed: the ones with planted faults would only make the test wait. */
const OUTLETS = ['sample-harbour-wire', 'sample-jianghai-tech', 'sample-dongning-times', 'sample-lab-notes']
const KILLS = 50
/** Rounds begin with an empty folder, so that kills fall on work and not on a finished collection. */
const ROUNDS = 2

let press: SamplePress
let sourcesFile: string

beforeAll(async () => {
  press = await startSamplePress()
  sourcesFile = join(await mkdtemp(join(tmpdir(), 'redline-kill-')), 'sources.json')
  await writeFile(
    sourcesFile,
    JSON.stringify(press.sources.filter(({ source }) => OUTLETS.includes(source.id))),
  )
})
afterAll(() => press.close())

async function startChild(dataDir: string): Promise<ChildProcess> {
  // A cache of compiled modules halves the time that each child needs to begin.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'redline-compile-cache') }
  const child = spawn(process.execPath, [CHILD, dataDir, sourcesFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  await once(child.stdout!, 'data')
  return child
}

async function finish(child: ChildProcess): Promise<number> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode ?? -1
}

const articlesIn = (dataDir: string) => gather(openFileStore(join(dataDir, 'content')).list('articles'))

async function temporaryFiles(dataDir: string): Promise<string[]> {
  return (await readdir(dataDir, { recursive: true })).filter((file) => file.endsWith('.tmp'))
}

describe('kill -9', () => {
  it(`at ${KILLS} random moments loses nothing and leaves no half record; the next run continues`, async () => {
    const wanted = press.articles.filter(({ outlet }) => OUTLETS.includes(outlet)).length
    for (let round = 0; round < ROUNDS; round++) {
      const dataDir = await mkdtemp(join(tmpdir(), 'redline-kill-'))
      const known = new Set<string>()
      for (let kills = 0; kills < KILLS / ROUNDS; ) {
        const child = await startChild(dataDir)
        await sleep(Math.random() * 250)
        child.kill('SIGKILL')
        await finish(child)
        // One that had ended by itself was not killed.
        if (child.signalCode === 'SIGKILL') kills++
        // Reading validates every record against its schema.
        const ids = new Set((await articlesIn(dataDir)).map(({ id }) => id))
        expect([...known].filter((id) => !ids.has(id))).toEqual([])
        for (const id of ids) known.add(id)
      }
      expect(await finish(await startChild(dataDir))).toBe(0)
      const articles = await articlesIn(dataDir)
      expect(articles).toHaveLength(wanted)
      const cache = openCache(join(dataDir, 'cache'))
      for (const { textHash } of articles) expect(await cache.get(textHash)).toBeDefined()
      expect(await temporaryFiles(join(dataDir, 'content'))).toEqual([])
    }
  }, 600_000)
})

describe('the lock', () => {
  it('lets one collect work on a data folder, and the next take over from a dead one', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'redline-lock-'))
    const [held] = OUTLETS
    press.fail(held!, 'held')
    const first = await startChild(dataDir)
    const second = spawn(process.execPath, [CHILD, dataDir, sourcesFile], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let message = ''
    second.stderr.on('data', (chunk: Buffer) => {
      message += chunk.toString()
    })
    // Not its exit: what it said may come after that.
    expect(await once(second, 'close')).not.toEqual([0, null])
    expect(message).toContain(`is in use by another collect (process ${first.pid} since`)
    first.kill('SIGKILL')
    await finish(first)
    press.fail(held!)
    expect(await finish(await startChild(dataDir))).toBe(0)
  })
})
