import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Client, openClient } from '../../scrapers/client.ts'
import { type Imported, importAll } from '../../scrapers/import.ts'
import { openState } from '../../scrapers/state.ts'
import { buildMatchers } from '../../src/core/extract/article.ts'
import type { Source } from '../../src/core/model/source.ts'
import { openCache } from '../../src/store/cache.ts'
import { openFileStore } from '../../src/store/files.ts'
import { gather } from '../contract/store.ts'
import { type FaultServer, startFaultServer } from '../faults/server.ts'

const TEXT = `# A sample note on models

In this sample, the strongest model chose the harmful answer in 96% of the runs.

All of the other models chose it in at most 12% of the runs, the authors of the sample say.
`

let folder: string
let server: FaultServer
let client: Client
let sources: Source[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redline-import-'))
  server = await startFaultServer()
  client = openClient({ state: openState(':memory:'), allow: ['127.0.0.1'], sleep: async () => {} })
  sources = []
})
afterEach(async () => {
  await client.close()
  await server.close()
})

const run = (targets: string[], input = ''): Promise<Imported[]> =>
  gather(
    importAll(targets, {
      store: openFileStore(join(folder, '.data/content')),
      cache: openCache(join(folder, '.data/cache')),
      matchers: buildMatchers({ entities: [], metrics: [], topics: [], glossary: [] }),
      fetch: client.fetch,
      sources,
      now: () => new Date('2026-11-21T00:00:00Z'),
      readInput: async () => new TextEncoder().encode(input),
    }),
  )
const codes = (all: Imported[]) => all.map(({ taken, failure }) => taken?.result ?? failure!.code)

describe('import', () => {
  it('takes a file once, with its figures', async () => {
    await writeFile(join(folder, 'note.md'), TEXT)
    const [first] = await run([join(folder, 'note.md')])
    expect(first!.taken).toMatchObject({
      result: 'added',
      article: { title: 'A sample note on models', file: 'note.md', sourceId: 'imported', lang: 'en' },
    })
    expect(first!.taken!.article.figures.map(({ asWritten }) => asWritten)).toContain('96%')
    expect(codes(await run([join(folder, 'note.md')]))).toEqual(['unchanged'])
  })

  it('names every thing that cannot be read, and goes on', async () => {
    await mkdir(join(folder, 'mixed/empty'), { recursive: true })
    await writeFile(join(folder, 'mixed/a.bin'), 'x')
    await writeFile(join(folder, 'mixed/b.txt'), '')
    await writeFile(join(folder, 'mixed/c.txt'), Buffer.from([0, 159, 146, 150, 0, 1, 2, 255, 254, 3]))
    await writeFile(join(folder, 'mixed/d.md'), TEXT)
    await writeFile(join(folder, 'mixed/.hidden.md'), TEXT)
    const all = await run([join(folder, 'mixed/empty'), join(folder, 'none.txt'), join(folder, 'mixed')])
    expect(codes(all)).toEqual(['empty', 'unreadable', 'unsupported', 'empty', 'undecodable', 'added'])
    for (const { name, failure } of all)
      if (failure) expect(failure.message).toContain(name.split('/').at(-1))
  })

  it('reads standard input', async () => {
    expect(await run(['-'], TEXT)).toMatchObject([{ name: 'standard input', taken: { result: 'added' } }])
  })

  it('reads an address politely, as an article of the source whose site it is', async () => {
    sources = [
      {
        id: 'outlet',
        names: { en: 'Outlet', 'zh-Hans': '媒体', 'zh-Hant': '媒體' },
        lang: 'en',
        region: 'US',
        kind: 'press',
        tier: 'press',
        method: 'feed',
        url: `${server.url}/feed`,
        topics: [],
        intervalMinutes: 60,
        sample: false,
      },
    ]
    server.reply('/robots.txt', 200, {}, 'User-agent: *\nDisallow: /private')
    server.reply('/note.md', 200, { 'content-type': 'text/markdown', 'x-robots-tag': 'max-snippet:40' }, TEXT)
    const [page, hidden, gone] = await run(['/note.md', '/private', '/gone'].map((path) => server.url + path))
    expect(page!.taken!.article).toMatchObject({
      sourceId: 'outlet',
      url: `${server.url}/note.md`,
      excerptLimit: 40,
    })
    expect([hidden!.failure!.code, gone!.failure!.code]).toEqual(['robots-disallowed', 'http-404'])
  })

  it('takes each entry of a feed', async () => {
    const item = (number: number) =>
      `<item><title>Sample ${number}</title><link>https://example.org/${number}</link><description><![CDATA[<p>In sample ${number}, it chose so in ${number}0% of all the runs.</p>]]></description></item>`
    await writeFile(
      join(folder, 'feed.xml'),
      `<rss version="2.0"><channel><title>F</title><link>https://example.org/</link><description>d</description>${item(1)}${item(2)}</channel></rss>`,
    )
    const all = await run([join(folder, 'feed.xml')])
    expect(all.map(({ taken }) => taken?.article.url)).toEqual([
      'https://example.org/1',
      'https://example.org/2',
    ])
  })
})
