import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeWorld } from '../../bench/synthetic.ts'
import type { SamplePress } from '../../scrapers/sample/server.ts'
import { openContext } from '../../src/cli/context.ts'
import { publish } from '../../src/cli/publish.ts'
import { measureStore } from '../../src/cli/transfer.ts'
import { verify } from '../../src/cli/verify.ts'
import type { Article } from '../../src/core/model/article.ts'
import { openStore } from '../../src/store/open.ts'
import { hashFolder } from './hash-folder.ts'
import { type Ended, folderEnv, readArticles, redline, startPress } from './press-run.ts'
import { mountSmallDisk, reasonWithoutDisk, type SmallDisk } from './small-disk.ts'

describe.skipIf(reasonWithoutDisk())('a disk', () => {
  let press: SamplePress
  let port: number
  let disk: SmallDisk
  let expected: Map<string, Article>
  const folder = mkdtempSync(join(tmpdir(), 'redline-disk-control-'))
  const run = (data: string): Promise<Ended> =>
    redline(['run', '--press', `${port}`, '--no-publish'], folderEnv(data)).ended
  const read = () => readArticles(openStore({ contentDir: join(disk.path, 'content') }))
  const temporaries = () =>
    readdirSync(disk.path, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tmp$|\.next-|\.partial$/.test(name),
    )
  beforeAll(async () => {
    const started = await startPress()
    press = started.press
    port = started.port
    await run(folder)
    expected = await readArticles(openStore({ contentDir: join(folder, 'content') }))
    disk = mountSmallDisk(2) as SmallDisk
  })
  afterAll(async () => {
    await press.close()
    disk.unmount()
    rmSync(folder, { recursive: true })
  })

  it('that is full ends the round with 1, names the file, and loses nothing: with room it goes on', async () => {
    const full = await run(disk.path)
    expect(full.code).toBe(1)
    expect(full.output).toMatch(/was not written \(ENOSPC: no space left on device/)
    const held = await read()
    expect(held.size).toBeGreaterThan(0)
    expect(held.size).toBeLessThan(expected.size)
    for (const [id, article] of held) expect(article).toEqual(expected.get(id))
    expect(temporaries()).toEqual([])

    disk.resize(64)
    const roomy = await run(disk.path)
    expect(roomy.output).toContain('13 sources, 1 failed')
    expect(await read()).toEqual(expected)
  })

  it('that is read-only is said, by the round and by the doctor, and changes nothing', async () => {
    const before = hashFolder(join(disk.path, 'content'))
    disk.setReadOnly(true)
    const refused = await run(disk.path)
    const doctor = await redline(['doctor', '--offline'], folderEnv(disk.path)).ended
    disk.setReadOnly(false)
    expect(refused).toMatchObject({ code: 1, output: expect.stringMatching(/EROFS: read-only file system/) })
    expect(refused.output).toContain(disk.path)
    expect(doctor.output).toMatch(/FIX {2}permissions EROFS: read-only file system/)
    expect(hashFolder(join(disk.path, 'content'))).toBe(before)
    expect((await run(disk.path)).output).toContain('0 articles new, 0 changed')
    expect(await read()).toEqual(expected)
  })

  it('that fills up while a backup is written keeps the last backup', async () => {
    const file = join(disk.path, 'backup.jsonl')
    const backUp = () => redline(['export', file], folderEnv(disk.path)).ended
    expect((await backUp()).code).toBe(0)
    const before = hashFolder(disk.path, /backup/)
    const filler = fill(disk.path, 300_000)
    const { code, output } = await backUp()
    expect([code, output]).toEqual([1, expect.stringContaining(`${file} was not written (ENOSPC`)])
    expect(hashFolder(disk.path, /backup/)).toBe(before)
    rmSync(filler)
  })

  it('P8: that fills up while the site is built keeps the old site, and no rest of the new one', async () => {
    const data = join(disk.path, 'small')
    writeWorld(data, 3)
    const folders = { dataDir: data, contentDir: join(data, 'content'), site: 'https://news.example' }
    await publish(folders)
    const before = hashFolder(join(data, 'site'))
    const filler = fill(disk.path, 1_000_000)
    const context = openContext({ data })
    const records = await measureStore(context.store)
    // A changed word on every page: nothing can be reused.
    await expect(publish({ ...folders, code: 'another' })).rejects.toThrow(/ENOSPC|no space left/i)
    expect(hashFolder(join(data, 'site'))).toBe(before)
    expect(readdirSync(data).filter((name) => name.includes('.next-'))).toEqual([])
    expect(await measureStore(context.store)).toEqual(records)
    expect((await verify(context)).problems).toEqual([])
    await context.close()
    rmSync(filler)
  })
})

/** Leaves so many bytes of a disk free. */
function fill(path: string, free: number): string {
  const { bavail, bsize } = statfsSync(path)
  const file = join(path, 'filler')
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - free)))
  return file
}
