import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SamplePress } from '../../scrapers/sample/server.ts'
import { openOrRenewState, openState, StateDamagedError } from '../../scrapers/state.ts'
import type { Article } from '../../src/core/model/article.ts'
import { openStore } from '../../src/store/open.ts'
import { hashFolder } from './hash-folder.ts'
import { folderEnv, readArticles, redline, startPress } from './press-run.ts'

/** One source of each way to a text: a page, the content of a feed's entry, an abstract in a list of papers. */
const READ_FROM = ['sample-harbour-wire', 'sample-plain-model', 'sample-preprints']

/** Steps of one story on one data folder: each begins where the one before ended. */
describe('a data folder', () => {
  let press: SamplePress
  let port: number
  let expected: Map<string, Article>
  const data = mkdtempSync(join(tmpdir(), 'redline-faults-'))
  const state = join(data, 'state.sqlite')
  const content = join(data, 'content')
  const run = (...args: string[]) =>
    redline(['run', '--press', `${port}`, '--no-publish', ...args], folderEnv(data)).ended
  const findOf = (sourceId: string) =>
    [...expected.values()].find((article) => article.sourceId === sourceId)!
  const pathOf = (id: string) => {
    const names = readdirSync(content, { recursive: true, encoding: 'utf8' })
    return join(content, names.find((name) => name.endsWith(`${id}.json`))!)
  }
  const read = () => readArticles(openStore({ contentDir: content }))
  const hashRecords = () => hashFolder(join(content, 'articles')) + hashFolder(join(content, 'findings'))
  beforeAll(async () => {
    const started = await startPress()
    press = started.press
    port = started.port
    await run()
    expected = await read()
  })
  afterAll(async () => {
    await press.close()
    rmSync(data, { recursive: true })
  })

  it('whose state file is damaged is told of, loses no record, and asks lists once anew', async () => {
    const before = hashRecords()
    const file = openSync(state, 'r+')
    writeSync(file, Buffer.alloc(8_192, 7), 0, 8_192, 4_096)
    const doctor = await redline(['doctor', '--offline'], folderEnv(data)).ended
    expect(doctor.output).toMatch(/FIX {2}state .*state\.sqlite is damaged/)
    const asked = press.requests.length
    const { output } = await run()
    expect(output).toContain(`${state} was damaged and is put aside`)
    expect(output).toContain('0 articles new, 0 changed')
    expect(hashRecords()).toBe(before)
    expect(readdirSync(data)).toContain('state.sqlite.damaged')
    const again = press.requests.slice(asked).map(({ outlet, path }) => `${outlet}${path}`)
    expect(again.length).toBeGreaterThan(70)
    expect((await run()).output).not.toContain('damaged')
  })

  it('with half-written records names them in every stage, keeps the rest, and heals when they are deleted', async () => {
    const damaged = READ_FROM.map((sourceId) => findOf(sourceId))
    const paths = damaged.map(({ id }) => pathOf(id))
    const rest = () =>
      hashFolder(join(content, 'articles'), new RegExp(`^(?!${damaged.map(({ id }) => id).join('|')})`))
    const before = rest()
    for (const path of paths) {
      const whole = readFileSync(path, 'utf8')
      writeFileSync(path, whole.slice(0, whole.length / 2))
    }
    const verified = await redline(['verify'], folderEnv(data)).ended
    const linked = await redline(['link'], folderEnv(data)).ended
    expect([verified.code, linked.code]).toEqual([1, 1])
    for (const { id } of damaged)
      expect(verified.output).toMatch(new RegExp(`articles/${id}: .*${id}\\.json: expected JSON, got`))
    expect(linked.output).toContain('.json: expected JSON')
    expect(rest()).toBe(before)
    for (const path of paths) rmSync(path)
    const repaired = await redline(['verify', '--repair'], folderEnv(data)).ended
    expect(repaired.output).toContain(`${damaged.length} pages will be read again`)
    expect((await run()).output).toContain(`${damaged.length} articles new`)
    const healed = await read()
    for (const article of damaged) expect(healed.get(article.id)).toEqual(article)
    expect(rest()).toBe(before)
  })

  it('reads a record of an older version, and refuses one of a later version by field', async () => {
    const { id } = findOf('sample-harbour-wire')
    const path = pathOf(id)
    const whole = readFileSync(path, 'utf8')
    // Fields that older versions did not write.
    const { sample: _, ...older } = JSON.parse(whole) as Article
    for (const revision of older.revisions) Reflect.deleteProperty(revision, 'appeared')
    writeFileSync(path, JSON.stringify(older))
    const store = openStore({ contentDir: content })
    expect(await store.read('articles', id)).toMatchObject({
      id,
      sample: false,
      revisions: [{ appeared: [] }],
    })
    await store.close()
    writeFileSync(path, JSON.stringify({ ...JSON.parse(whole), mood: 'good' }))
    const verified = await redline(['verify'], folderEnv(data)).ended
    expect(verified).toMatchObject({ code: 1, output: expect.stringMatching(/Unrecognized key: "mood"/) })
    writeFileSync(path, whole)
  })

  it('is worked on by one of two schedulers: the other says who it is, and keeps its own time', async () => {
    const before = hashRecords()
    const env = folderEnv(data)
    rmSync(join(data, 'schedule.json'), { force: true })
    const asked = press.requests.length
    press.fail('sample-harbour-wire', 'held')
    const watch = redline(['run', '--watch', '--press', `${port}`, '--no-publish'], env)
    await until(() => press.requests.length > asked || watch.exitCode !== null)
    const second = await run()
    expect(second).toMatchObject({
      code: 2,
      output: expect.stringMatching(new RegExp(`in use by another .*process ${watch.pid}`)),
    })
    const other = redline(['run', '--watch', '--press', `${port}`, '--no-publish'], env)
    await until(() => other.readOutput().includes('next round at') || other.exitCode !== null)
    expect(other.exitCode).toBeNull()
    press.fail('sample-harbour-wire')
    for (const one of [watch, other]) one.kill('SIGINT')
    const [first] = await Promise.all([watch.ended, other.ended])
    expect(first.code).toBe(0)
    expect(hashRecords()).toBe(before)
    expect(await read()).toEqual(expected)
  })
})

describe('the state file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redline-state-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['is no database', Buffer.from('not a database '.repeat(600))],
    ['is cut off', undefined],
  ])('that %s is refused by readers and renewed by the one that holds the lock', (name, bytes) => {
    const path = join(folder, `${name}.sqlite`)
    const fresh = openState(path)
    fresh.transaction(() => {
      for (let at = 0; at < 500; at++) fresh.write('hosts', `host-${at}.example`, { lastRequestAt: at })
    })
    fresh.close()
    writeFileSync(path, bytes ?? readFileSync(path).subarray(0, 9_000))
    expect(() => openState(path)).toThrow(StateDamagedError)
    const messages: string[] = []
    const renewed = openOrRenewState(path, (message) => messages.push(message))
    expect(renewed.read('hosts', 'host-1.example')).toBeUndefined()
    renewed.close()
    expect(messages).toEqual([expect.stringContaining('put aside')])
  })

  it('of another version is not taken for damaged', () => {
    const path = join(folder, 'later.sqlite')
    openState(path).close()
    const database = readFileSync(path)
    // `PRAGMA user_version` stands at offset 60 of the header.
    database.writeUInt32BE(99, 60)
    writeFileSync(path, database)
    expect(() => openOrRenewState(path, () => undefined)).toThrow(/has version 99, expected 1/)
  })
})

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(5)
}
