import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type RecordPlace } from '../../src/store/open.ts'
import { gather } from '../contract/store.ts'
import { type PostgresServer, reasonToSkip, startPostgres } from './postgres-server.ts'

/** Kills in a test run; `REDLINE_KILLS=200` for the long one. */
const KILLS = Number(process.env['REDLINE_KILLS'] ?? 25)
const LONGEST_LIFE_MS = 150
const CHILD = join(import.meta.dirname, 'kill-child.ts')

/** Lets a writer live for a random moment after its first record; gives the number of the last record it was told is stored. */
function writeAndDie({ contentDir, databaseUrl = '' }: RecordPlace, from: number): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [CHILD, contentDir, databaseUrl, `${from}`])
    let output = ''
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk))
    child.stdout.on('data', (chunk: Buffer) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_LIFE_MS)
      output += chunk
    })
    child.on('close', (_code, signal) => {
      // A line that the kill cut off is not a promise.
      const lines = output.split('\n').slice(0, -1)
      if (signal === 'SIGKILL') done(Number(lines.at(-1)))
      else fail(new Error(`the writer ended by itself: ${errors}`))
    })
  })
}

async function killMany(place: RecordPlace): Promise<void> {
  const told = new Set<string>()
  let next = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const last = await writeAndDie(place, next)
    for (let at = next; at <= last; at++) told.add(at.toString(16).padStart(8, '0'))
    next = last + 1
  }
  const store = openStore(place)
  const found = await gather(store.list('articles'))
  await store.close()
  const ids = found.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...told].filter((id) => !ids.includes(id))).toEqual([])
  for (const { id, title } of found) if (told.has(id)) expect(title).toBe(`第 ${Number.parseInt(id, 16)} 篇`)
  // Beside what was told, at most the one record at work at each kill.
  expect(ids.length - told.size).toBeLessThanOrEqual(KILLS)
}

describe('kill -9 at random moments loses and doubles nothing', () => {
  it('in files', { timeout: 600_000 }, async () => {
    const contentDir = mkdtempSync(join(tmpdir(), 'redline-kill-'))
    await killMany({ contentDir })
    rmSync(contentDir, { recursive: true })
  })

  describe.skipIf(reasonToSkip())('in PostgreSQL', () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server.stop())

    it('with the same promise', { timeout: 600_000 }, async () => {
      await killMany({ contentDir: '', databaseUrl: server.url })
    })
  })
})
