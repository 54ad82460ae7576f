import { mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkSource } from '../../scrapers/check.ts'
import { type Client, openClient } from '../../scrapers/client.ts'
import { defineSource, feed } from '../../scrapers/define.ts'
import { parseFeed } from '../../scrapers/parse/feed.ts'
import { expectedItems, proposeSource } from '../../scrapers/propose.ts'
import { readList } from '../../scrapers/read-list.ts'
import { openState } from '../../scrapers/state.ts'
import { writeProposal } from '../../src/cli/sources.ts'
import { type FaultServer, startFaultServer } from '../faults/server.ts'

let server: FaultServer
let client: Client
const RSS = { 'content-type': 'application/rss+xml' }

function rss(items: string[], title = '样本之源'): string {
  const entries = items.map(
    (name, at) =>
      `<item><title>${name}</title><link>https://example.org/${at}</link><pubDate>Fri, ${20 - at} Nov 2026 10:00:00 GMT</pubDate></item>`,
  )
  return `<rss version="2.0"><channel><title>${title}</title><link>https://www.sample-outlet.example/</link><description>d</description>${entries.join('')}</channel></rss>`
}

beforeEach(async () => {
  server = await startFaultServer()
  client = openClient({ state: openState(':memory:'), allow: ['127.0.0.1'], sleep: async () => {} })
})
afterEach(async () => {
  await client.close()
  await server.close()
})

const check = (overrides: object = {}) => {
  const definition = defineSource(
    'outlet',
    feed({
      names: { en: 'Outlet', 'zh-Hans': '媒体', 'zh-Hant': '媒體' },
      lang: 'zh-Hans',
      region: 'CN',
      kind: 'press',
      tier: 'press',
      url: `${server.url}/feed`,
      ...overrides,
    }),
  )
  return checkSource(definition, {
    fetch: client.fetch,
    readList,
    now: () => Date.parse('2026-11-21T00:00:00Z'),
  })
}

describe('sources check', () => {
  it('says what a source answers', async () => {
    server.reply('/feed', 200, RSS, rss(['人工智能的样本新闻', '另一条样本新闻']))
    expect(await check()).toEqual({
      sourceId: 'outlet',
      status: 'ok',
      listed: 2,
      kept: 2,
      newest: '2026-11-20T10:00:00.000Z',
    })
  })

  it.each([
    ['an empty list', () => server.reply('/feed', 200, RSS, rss([])), {}, 'list-empty'],
    [
      'filters that keep nothing',
      () => server.reply('/feed', 200, RSS, rss(['天气'])),
      { only: /人工智能/ },
      'no-items',
    ],
    [
      'a page in place of the feed',
      () => server.reply('/feed', 200, {}, '<html><p>Moved</p></html>'),
      {},
      'not-a-feed',
    ],
    ['a missing feed', () => undefined, {}, 'http-404'],
  ])('names %s', async (_what, prepare, overrides, code) => {
    prepare()
    const { status, code: got } = await check(overrides)
    expect([status === 'ok', got]).toEqual([false, code])
  })

  it('names a source that moved for good', async () => {
    server.reply('/feed', 308, { location: '/new' })
    server.reply('/new', 200, RSS, rss(['样本']))
    expect(await check()).toMatchObject({
      status: 'drift',
      code: 'moved',
      message: expect.stringContaining('/new'),
    })
  })
})

describe('sources add', () => {
  it('finds the feed of a page and proposes a file that defines a valid source', async () => {
    server.reply(
      '/',
      200,
      {},
      '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
    )
    server.reply('/feed', 200, RSS, rss(['人工智能安全的样本新闻', '大模型评测的样本新闻'], "它的'源'"))
    const proposal = await proposeSource(`${server.url}/`, { fetch: client.fetch, today: '2026-11-21' })
    expect(proposal.id).toBe('sample-outlet')
    expect(proposal.items).toHaveLength(2)
    const body = proposal.file.slice(proposal.file.indexOf('feed({'), -1)
    const draft = new Function('feed', `return ${body}`)(feed)
    expect(defineSource(proposal.id, draft).source).toMatchObject({
      lang: 'zh-Hans',
      url: `${server.url}/feed`,
      names: { en: "它的'源'" },
      verified: { on: '2026-11-21' },
    })
  })

  it('writes the source, the list as it came and what is read from it, and never over another source', async () => {
    server.reply('/feed', 200, RSS, rss(['人工智能安全的样本新闻', '大模型评测的样本新闻']))
    const proposal = await proposeSource(`${server.url}/feed`, { fetch: client.fetch, today: '2026-11-21' })
    const root = await mkdtemp(join(tmpdir(), 'redline-add-'))
    await mkdir(join(root, 'scrapers/sources'), { recursive: true })
    await writeProposal(proposal, root)
    const folder = join(root, 'test/fixtures/sources', proposal.id)
    expect(await readdir(folder)).toEqual(['expected.json', 'list'])
    const expected = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8'))
    expect(expected.map(({ title }: { title: string }) => title)).toEqual([
      '人工智能安全的样本新闻',
      '大模型评测的样本新闻',
    ])
    const read = await parseFeed(await readFile(join(folder, 'list')), { url: `${server.url}/feed` })
    if ('failure' in read) throw new Error(read.message)
    expect(expectedItems(read.entries)).toEqual(expected)
    await expect(writeProposal(proposal, root)).rejects.toThrow('is there already; choose another --id')
  })

  it('says what to do for a site without a feed', async () => {
    server.reply('/', 200, {}, '<html><p>No feed here</p></html>')
    await expect(
      proposeSource(`${server.url}/`, { fetch: client.fetch, today: '2026-11-21' }),
    ).rejects.toThrow('is no feed and names none; declare it with listing')
  })
})
