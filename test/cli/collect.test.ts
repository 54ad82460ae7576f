import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { revisePress } from '../../src/cli/sample-press.ts'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')

interface Ended {
  code: number
  out: string
  err: string
}

const redline = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })

const temporaryFolder = () => mkdtemp(join(tmpdir(), 'redline-cli-'))

describe('redline collect', () => {
  it('tells of each source as JSON, one object a line, and exits 1 for the one that fails', async () => {
    const { code, out } = await redline(
      'collect',
      '--sample',
      '--data',
      await temporaryFolder(),
      '--log',
      'json',
    )
    const events = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(code).toBe(1)
    const sources = events.filter(({ event }) => event === 'source')
    expect(sources).toHaveLength(13)
    expect(sources.filter(({ outcome }) => outcome === 'failed').map(({ sourceId }) => sourceId)).toEqual([
      'sample-broken-mirror',
    ])
    expect(events.at(-1)).toMatchObject({ event: 'run', failed: 1 })
  })

  it('never takes back what the sample press has revised in this folder', async () => {
    const data = await temporaryFolder()
    const collectSample = async () => {
      const { out } = await redline('collect', '--sample', '--data', data)
      return /(\d+) articles new, (\d+) changed/.exec(out)!.slice(1).map(Number)
    }
    revisePress({ revise: () => undefined }, data)
    expect(await collectSample()).toEqual([expect.any(Number), 0])
    expect(await collectSample()).toEqual([0, 0])
    await rm(join(data, 'press-revised'))
    const [added, changed] = await collectSample()
    // The counterproof: a press that does not remember would turn two articles back.
    expect([added, changed]).toEqual([0, 2])
  })

  it.each([
    [['collect', 'no-such-source'], 'no source named no-such-source'],
    [['import'], 'missing required argument'],
  ])('exits 2 for the wrong usage %j', async (args, message) => {
    const { code, err } = await redline(...args)
    expect([code, err.includes(message)]).toEqual([2, true])
  })
})

describe('redline import', () => {
  it('takes what it can, names the rest, and exits 1', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.md'), '# A sample\n\nIn this sample, 96% of the runs did it.\n')
    await writeFile(join(folder, 'b.bin'), 'x')
    const { code, out, err } = await redline('import', folder, '--data', await temporaryFolder())
    expect(code).toBe(1)
    expect(out).toContain('1 new, 0 changed, 0 unchanged, 1 not taken')
    expect(err).toContain('b.bin: files of kind .bin are not read')
  })
})
