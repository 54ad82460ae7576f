import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { makeArticle, writeWorld } from '../../bench/synthetic.ts'
import { restoreFolder } from '../../src/cli/replace-folder.ts'
import { measureStore } from '../../src/cli/transfer.ts'
import { openFileStore } from '../../src/store/files.ts'
import { hashFolder } from './hash-folder.ts'
import { redline } from './press-run.ts'

/** Shares of a build's time at which it is killed: while pages are made, and when folders are about to be swapped. */
const MOMENTS = [0.5, 0.95]

describe('P8: publishing', () => {
  const data = mkdtempSync(join(tmpdir(), 'redline-publish-kill-'))
  const site = join(data, 'site')
  const publish = () => redline(['publish', '--data', data, '--site', 'https://news.example'], {})
  afterAll(() => rmSync(data, { recursive: true }))

  it('killed with -9 at any moment leaves the old site or the new one, whole, and no rest after the next build', async () => {
    writeWorld(data, 2)
    const store = openFileStore(join(data, 'content'))
    const started = performance.now()
    expect((await publish().ended).code).toBe(0)
    const buildMs = performance.now() - started
    const records = await measureStore(store)
    const { article } = makeArticle(1)
    for (const [at, moment] of MOMENTS.entries()) {
      const before = hashFolder(site)
      await store.write('articles', { ...article, title: `Corrected ${at}` })
      const child = publish()
      await sleep(buildMs * moment)
      child.kill('SIGKILL')
      await child.ended
      await restoreFolder(site)
      const after = hashFolder(site)
      expect((await publish().ended).code).toBe(0)
      expect([before, hashFolder(site)]).toContain(after)
      expect(readdirSync(data).filter((name) => /\.(next-\d+|old)$/.test(name))).toEqual([])
    }
    await store.write('articles', article)
    expect(await measureStore(store)).toEqual(records)
  }, 600_000)

  it('takes Astro with it when it is killed: none stays at work beside the next build', async () => {
    const root = resolve(import.meta.dirname, '../..')
    const owner = join(root, '.redline/build/astro/lock.owner')
    const env = {
      ...process.env,
      REDLINE_RECORDS: join(data, 'never-handed'),
      REDLINE_OUT: join(data, 'never'),
    }
    const astro = spawn(process.execPath, [join(root, 'src/cli/astro-process.ts'), 'build'], {
      cwd: root,
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    // Another test's build may be at work.
    await expect
      .poll(() => readFileSync(owner, 'utf8'), { timeout: 60_000 })
      .toMatch(new RegExp(`^process ${astro.pid} `))
    // What the system does for a process that was killed.
    astro.stdin.destroy()
    expect(await once(astro, 'exit')).toEqual([1, null])
  })
})
