import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { raiseAlarm } from '../../scrapers/alarms.ts'
import { type Client, openClient } from '../../scrapers/client.ts'
import { collect } from '../../scrapers/collect.ts'
import { defineSource, feed, source as ownSource, type SourceDefinition } from '../../scrapers/define.ts'
import { readList } from '../../scrapers/read-list.ts'
import { type CollectState, type ListState, openState } from '../../scrapers/state.ts'
import { buildMatchers } from '../../src/core/extract/article.ts'
import type { Article } from '../../src/core/model/article.ts'
import type { SourceOutcome } from '../../src/core/model/run.ts'
import { openCache } from '../../src/store/cache.ts'
import { openFileStore } from '../../src/store/files.ts'
import type { Store } from '../../src/store/store.ts'
import { gather } from '../contract/store.ts'
import { type FaultServer, startFaultServer } from './server.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const matchers = buildMatchers({ entities: [], metrics: [], topics: [], glossary: [] })

let server: FaultServer
let directory: string
let store: Store
let state: CollectState
let client: Client
let clock: number

const text = (figure: string) =>
  `<p>In a sample test of sixteen models, the strongest one chose the harmful answer in ${figure} of the runs.</p>
<p>The people who ran the test said that they had told every model what it was allowed to do, and that the result held when they repeated it with other words.</p>`

function articlePage(title: string, figure = '96%', head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head>
<body><article><h1>${title}</h1>${text(figure)}</article></body></html>`
}

interface Entry {
  path: string
  title?: string
  date?: string
}

function rss(entries: Entry[], channel = ''): string {
  const items = entries.map(
    ({ path, title = `About ${path}`, date = 'Fri, 20 Nov 2026 10:00:00 GMT' }) =>
      `<item><title>${title}</title><link>${server.url}${path}</link><guid>${path}</guid><pubDate>${date}</pubDate></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet</title><link>${server.url}/</link><description>d</description>${channel}${items.join('')}</channel></rss>`
}

const RSS = { 'content-type': 'application/rss+xml' }
const HTML = { 'content-type': 'text/html; charset=utf-8' }

function outlet(overrides: object = {}, id = 'outlet'): SourceDefinition {
  return defineSource(
    id,
    feed({
      names: { en: 'Outlet', 'zh-Hans': '媒体', 'zh-Hant': '媒體' },
      lang: 'en',
      region: 'US',
      kind: 'press',
      tier: 'press',
      url: `${server.url}/feed`,
      ...overrides,
    }),
  )
}

async function run(sources = [outlet()], named: string[] = []): Promise<SourceOutcome[]> {
  const { sources: outcomes } = await collect({
    sources,
    store,
    cache: openCache(join(directory, 'cache')),
    matchers,
    state,
    fetch: client.fetch,
    readList,
    now: () => clock,
    named: new Set(named),
  })
  return outcomes
}

const runOne = async (source = outlet(), named: string[] = []) => (await run([source], named))[0]!
const asked = (path: string) => server.requests.filter((request) => request.path === path).length
const articles = () => gather(store.list('articles')) as Promise<Article[]>

function open() {
  client = openClient({
    state,
    allow: ['127.0.0.1'],
    now: () => clock,
    random: () => 0,
    sleep: async () => {},
  })
}

/** As after a crash or a restart: nothing is left but what is on disk. */
async function restart() {
  await client.close()
  state.close()
  state = openState(join(directory, 'state.sqlite'))
  store = openFileStore(join(directory, 'content'))
  open()
}

beforeEach(async () => {
  clock = Date.parse('2026-11-21T00:00:00Z')
  server = await startFaultServer()
  directory = await mkdtemp(join(tmpdir(), 'redline-collect-'))
  store = openFileStore(join(directory, 'content'))
  state = openState(join(directory, 'state.sqlite'))
  open()
  server.reply('/a', 200, HTML, articlePage('The first sample story'))
  server.reply('/b', 200, HTML, articlePage('The second sample story', '12%'))
})
afterEach(async () => {
  await client.close()
  state.close()
  await server.close()
  await rm(directory, { recursive: true })
})

describe('a run', () => {
  it('turns a feed into articles with their figures, and writes source and run', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }, { path: '/b' }]))
    expect(await runOne()).toMatchObject({ outcome: 'ok', items: 2, added: 2, changed: 0 })
    const [first] = (await articles()).filter(({ url }) => url === `${server.url}/a`)
    expect(first).toMatchObject({
      sourceId: 'outlet',
      title: 'The first sample story',
      lang: 'en',
      published: expect.stringMatching(/^2026-11-20T10:00:00/),
    })
    expect(first!.figures.map(({ asWritten }) => asWritten)).toContain('96%')
    expect(await store.read('sources', 'outlet')).toMatchObject({ id: 'outlet', method: 'feed' })
    const [record] = await gather(store.list('runs'))
    expect(record!.counts).toMatchObject({ ok: 1, failed: 0, added: 2 })
  })

  it('keeps every failure to its own source', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    const outcomes = await run([
      outlet({ url: `${server.url}/missing` }, 'missing'),
      outlet(),
      defineSource(
        'broken',
        ownSource({
          ...outlet().source,
          url: `${server.url}/feed`,
          parse: () => {
            throw new TypeError('a parser with a mistake')
          },
        }),
      ),
    ])
    expect(outcomes.map(({ sourceId, outcome, code }) => [sourceId, outcome, code])).toEqual([
      ['broken', 'failed', 'unexpected'],
      ['missing', 'failed', 'http-404'],
      ['outlet', 'ok', undefined],
    ])
    expect(outcomes[0]!.message).toContain('a parser with a mistake')
  })

  it('names pages that gave no article, and takes the others', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/gone' }, { path: '/a' }]))
    const outcome = await runOne()
    expect(outcome).toMatchObject({ outcome: 'ok', added: 1, code: 'pages-failed' })
    expect(outcome.message).toContain(`${server.url}/gone answers 404`)
  })

  it('reads entries after a crash between list and pages, though the list is not due', async () => {
    server.reply('/feed', 200, { ...RSS, etag: '"1"' }, rss([{ path: '/a' }, { path: '/b' }]))
    const controller = new AbortController()
    server.on('/a', (_request, response) => {
      controller.abort()
      response.writeHead(200, HTML).end(articlePage('The first sample story'))
    })
    await collect({
      sources: [outlet()],
      store,
      cache: openCache(join(directory, 'cache')),
      matchers,
      state,
      fetch: client.fetch,
      readList,
      now: () => clock,
      signal: controller.signal,
    })
    expect(await articles()).toHaveLength(1)
    await restart()
    await runOne()
    expect(await articles()).toHaveLength(2)
    expect([asked('/feed'), asked('/a'), asked('/b')]).toEqual([1, 1, 1])
  })
})

describe('unchanged lists (F11–F14)', () => {
  it('F11, F12: 304 is unchanged, nothing is parsed, and the validators went back as received', async () => {
    server.on('/feed', ({ headers }, response) => {
      const isKnown = headers['if-none-match'] === 'W/odd one' && headers['if-modified-since'] === 'lately'
      response.writeHead(isKnown ? 304 : 200, { ...RSS, etag: 'W/odd one', 'last-modified': 'lately' })
      response.end(isKnown ? '' : rss([{ path: '/a' }]))
    })
    await runOne()
    clock += 2 * HOUR
    await restart()
    expect(await runOne()).toMatchObject({ outcome: 'unchanged', items: 1 })
    expect([asked('/feed'), asked('/a')]).toEqual([2, 1])
    expect(state.read('lists', 'outlet')?.checkedAt).toBe(clock)
  })

  it('F13: an ETag that the server dropped is forgotten', async () => {
    let etag: Record<string, string> = { etag: '"1"' }
    server.on('/feed', (_request, response) => {
      response
        .writeHead(200, { ...RSS, ...etag })
        .end(rss([{ path: '/a' }], `<!-- ${server.requests.length} -->`))
    })
    await runOne()
    etag = {}
    for (let hour = 0; hour < 2; hour++) {
      clock += 2 * HOUR
      await runOne()
    }
    const sent = server.requests
      .filter(({ path }) => path === '/feed')
      .map(({ headers }) => headers['if-none-match'])
    expect(sent).toEqual([undefined, '"1"', undefined])
  })

  it('F14: the same bytes again are no change', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    await runOne()
    clock += 2 * HOUR
    expect(await runOne()).toMatchObject({ outcome: 'unchanged', items: 1, added: 0 })
    expect(asked('/a')).toBe(1)
  })
})

describe('when to ask again (F15–F18, F32)', () => {
  it.each([
    ['Cache-Control: max-age=43200', { 'cache-control': 'max-age=43200' }, '', 12 * HOUR],
    ['RSS ttl of 300 minutes', {}, '<ttl>300</ttl>', 5 * HOUR],
    ['nothing: its interval', {}, '', HOUR],
  ])('F17: %s puts the next check off', async (_what, headers, channel, waitMs) => {
    server.reply('/feed', 200, { ...RSS, ...headers }, rss([{ path: '/a' }], channel))
    await runOne()
    clock += waitMs - 1
    await restart()
    await runOne()
    expect(asked('/feed')).toBe(1)
    clock += 1
    await runOne()
    expect(asked('/feed')).toBe(2)
  })

  it('F15, F16: Retry-After is kept across a restart, longer than the interval, and the trouble stays visible', async () => {
    server.reply('/feed', 503, { 'retry-after': String(6 * 3600) })
    expect(await runOne()).toMatchObject({ outcome: 'failed', code: 'http-5xx' })
    await restart()
    clock += 5 * HOUR
    expect(await runOne()).toMatchObject({ outcome: 'failed', code: 'http-5xx' })
    expect(asked('/feed')).toBe(1)
    clock += HOUR + 1
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    expect(await runOne()).toMatchObject({ outcome: 'ok', added: 1 })
  })

  it('F18: twenty restarts in a minute ask once, also when each dies while asking', async () => {
    server.on('/feed', (_request, response) => response.destroy())
    for (let count = 0; count < 20; count++) {
      clock += 3_000
      await runOne()
      await restart()
    }
    // One check: a request and its two retries.
    expect(asked('/feed')).toBe(3)
  })

  it('F18: twenty restarts in a minute ask a healthy feed once', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    for (let count = 0; count < 20; count++) {
      clock += 3_000
      await runOne()
      await restart()
    }
    expect([asked('/feed'), asked('/a')]).toEqual([1, 1])
  })

  it('F32: a clock that jumps back starts one interval anew: no burst, and no dead feed', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    await runOne()
    clock -= 400 * DAY
    for (let count = 0; count < 10; count++) {
      await runOne()
      clock += MINUTE
    }
    expect(asked('/feed')).toBe(1)
    clock += HOUR
    await runOne()
    expect(asked('/feed')).toBe(2)
  })

  it('F32: a clock that jumps forward asks once', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    await runOne()
    clock += 400 * DAY
    for (let count = 0; count < 10; count++) await runOne()
    expect(asked('/feed')).toBe(2)
  })

  it('asks at once when a person names the source', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    await runOne()
    await runOne(outlet(), ['outlet'])
    expect(asked('/feed')).toBe(2)
  })
})

describe('sources in trouble (F7, F19–F21, F27)', () => {
  it('F7: three permanent redirects over 48 hours propose the new address and keep the old', async () => {
    server.reply('/feed', 301, { location: '/new' })
    server.reply('/new', 200, RSS, rss([{ path: '/a', date: 'Sat, 21 Nov 2026 00:00:00 GMT' }]))
    const codes: (string | undefined)[] = []
    for (let day = 0; day < 3; day++) {
      codes.push((await runOne()).code)
      clock += DAY
    }
    expect(codes).toEqual([undefined, undefined, 'moved'])
    expect((await runOne()).message).toContain(`has moved for good to ${server.url}/new`)
    expect((await store.read('sources', 'outlet'))!.url).toBe(`${server.url}/feed`)
  })

  it('F8: a temporary redirect proposes nothing', async () => {
    server.reply('/feed', 302, { location: '/new' })
    server.reply('/new', 200, RSS, rss([{ path: '/a' }]))
    for (let day = 0; day < 4; day++) {
      expect((await runOne()).code).not.toBe('moved')
      clock += DAY
    }
    expect((await store.read('sources', 'outlet'))!.url).toBe(`${server.url}/feed`)
  })

  it('F19: 410 pauses at once, says so each run, and resumes when named', async () => {
    server.reply('/feed', 410)
    expect(await runOne()).toMatchObject({ code: 'http-410' })
    clock += 30 * DAY
    expect(await runOne()).toMatchObject({
      outcome: 'failed',
      code: 'paused',
      message: expect.stringContaining('410'),
    })
    expect(asked('/feed')).toBe(1)
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    expect(await runOne(outlet(), ['outlet'])).toMatchObject({ outcome: 'ok' })
    clock += 2 * HOUR
    expect(await runOne()).toMatchObject({ outcome: 'unchanged' })
  })

  it.each([404, 403, 401])('F20: %i three times backs off, then pauses with the reason', async (status) => {
    server.reply('/feed', status)
    const codes: (string | undefined)[] = []
    for (let count = 0; count < 5; count++) {
      const { code, message } = await runOne()
      codes.push(code)
      expect(message).toContain(String(status))
      clock += 2 ** (count + 1) * HOUR
    }
    expect(codes).toEqual([`http-${status}`, `http-${status}`, `http-${status}`, 'paused', 'paused'])
    expect(asked('/feed')).toBe(3)
  })

  it('F20: between failures the wait doubles', async () => {
    server.reply('/feed', 404)
    await runOne()
    clock += 2 * HOUR - 1
    await runOne()
    expect(asked('/feed')).toBe(1)
    clock += 1
    await runOne()
    clock += 4 * HOUR - 1
    await runOne()
    expect(asked('/feed')).toBe(2)
  })

  it('F21: a list cut short is tried three times, then a failure; nothing of it is stored', async () => {
    server.on('/feed', (_request, response) => {
      response.writeHead(200, { ...RSS, 'transfer-encoding': 'chunked' })
      response.write(rss([{ path: '/a' }]).slice(0, 300))
      setTimeout(() => response.destroy(), 10)
    })
    expect(await runOne()).toMatchObject({ outcome: 'failed', code: 'incomplete' })
    expect([asked('/feed'), (await articles()).length]).toEqual([3, 0])
  })

  it('F22: a page shorter than announced is not stored, and is read once it is whole', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    server.on('/a', (_request, response) => {
      const page = articlePage('The first sample story')
      response.writeHead(200, { ...HTML, 'content-length': String(page.length * 2) })
      response.write(page)
      setTimeout(() => response.destroy(), 10)
    })
    expect(await runOne()).toMatchObject({
      code: 'pages-failed',
      message: expect.stringContaining('incomplete'),
    })
    expect(await articles()).toEqual([])
    server.reply('/a', 200, HTML, articlePage('The first sample story'))
    clock += 3 * HOUR
    expect(await runOne()).toMatchObject({ added: 1 })
  })

  it.each([
    ['a login page', '<!doctype html><html><title>Log in</title><form><input name="user"></form></html>'],
    [
      'a challenge',
      '<!doctype html><html><title>Just a moment...</title><script src="/cdn-cgi/challenge"></script></html>',
    ],
  ])('F27: %s is not a feed, and its validators are not kept', async (_what, body) => {
    server.reply('/feed', 200, { ...HTML, etag: '"wall"' }, body)
    expect(await runOne()).toMatchObject({ outcome: 'failed', code: 'not-a-feed' })
    clock += 3 * HOUR
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    expect(await runOne()).toMatchObject({ outcome: 'ok' })
    expect(server.requests.filter(({ headers }) => headers['if-none-match'])).toEqual([])
  })

  it('follows a page to the feed that it names', async () => {
    server.reply(
      '/feed',
      200,
      HTML,
      '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
    )
    server.reply('/rss', 200, RSS, rss([{ path: '/a' }]))
    expect(await runOne()).toMatchObject({ outcome: 'ok', added: 1 })
  })
})

describe('never silently empty (X16, H2)', () => {
  it('X16: a list that lost its entries fails, deletes nothing, and recovers', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    await runOne()
    server.reply('/feed', 200, RSS, rss([]))
    clock += 2 * HOUR
    expect(await runOne()).toMatchObject({ outcome: 'failed', code: 'list-empty' })
    expect(await articles()).toHaveLength(1)
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }, { path: '/b' }]))
    clock += 3 * HOUR
    expect(await runOne()).toMatchObject({ outcome: 'ok', added: 1 })
  })

  it('X16: another site’s list is not taken', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    await runOne()
    server.reply(
      '/feed',
      200,
      RSS,
      rss([{ path: '/a' }]).replaceAll(`${server.url}/a`, 'http://casino.example/win'),
    )
    clock += 2 * HOUR
    expect(await runOne()).toMatchObject({ outcome: 'failed', code: 'different-site' })
    expect(await articles()).toHaveLength(1)
  })

  it('calls a source stale when nothing came for three of its usual gaps', async () => {
    const date = (day: number) => new Date(Date.UTC(2026, 10, day)).toUTCString()
    server.reply(
      '/feed',
      200,
      RSS,
      rss([
        { path: '/a', date: date(20) },
        { path: '/b', date: date(18) },
        { path: '/c', date: date(16) },
      ]),
    )
    clock = Date.UTC(2026, 10, 25)
    expect((await runOne()).code).not.toBe('stale')
    clock = Date.UTC(2026, 10, 27)
    expect(await runOne()).toMatchObject({
      outcome: 'unchanged',
      code: 'stale',
      message: expect.stringContaining('every 2 days'),
    })
  })

  it.each([
    [2 * HOUR, 'usually several come a day; has it moved?'],
    [24 * HOUR, 'usually one comes every day; has it moved?'],
    [36 * HOUR, 'usually one comes every 1.5 days; has it moved?'],
  ])('tells of a list that posts every %i ms how often that is', (usualGapMs, words) => {
    const list = { url: 'https://outlet.example/feed', newest: 0, usualGapMs } as ListState
    expect(raiseAlarm(list, 30 * DAY)?.message).toContain(words)
  })

  it('H2: a page that became empty does not overwrite its article', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    await runOne()
    const [before] = await articles()
    server.reply('/feed', 200, RSS, rss([{ path: '/a', title: 'Edited' }]))
    server.reply(
      '/a',
      200,
      HTML,
      '<!doctype html><html><title>The first sample story</title><body><p>Subscribe.</p></body></html>',
    )
    clock += 2 * HOUR
    expect(await runOne()).toMatchObject({ code: 'pages-failed' })
    expect(await articles()).toEqual([before])
  })
})

describe('pages that change (X8)', () => {
  it('keeps the revision before, with the figures that came and went', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    await runOne()
    const [before] = await articles()
    server.reply('/feed', 200, RSS, rss([{ path: '/a', title: 'Corrected' }]))
    server.reply('/a', 200, HTML, articlePage('The first sample story', '69%'))
    clock += 2 * HOUR
    expect(await runOne()).toMatchObject({ outcome: 'ok', added: 0, changed: 1 })
    const [after] = await articles()
    expect(after).toMatchObject({ id: before!.id, firstSeenAt: before!.firstSeenAt })
    expect(after!.revisions).toHaveLength(2)
    expect(after!.revisions[1]).toMatchObject({ appeared: ['69%'], vanished: ['96%'] })
    expect(after!.textHash).not.toBe(before!.textHash)
  })

  it('looks at a page again after a day, conditionally, and leaves the record when nothing changed', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    server.on('/a', ({ headers }, response) => {
      const isKnown = headers['if-none-match'] === '"a1"'
      response.writeHead(isKnown ? 304 : 200, { ...HTML, etag: '"a1"' })
      response.end(isKnown ? '' : articlePage('The first sample story'))
    })
    await runOne()
    const before = await articles()
    clock += DAY + 1
    await runOne()
    expect(asked('/a')).toBe(2)
    expect(await articles()).toEqual(before)
  })
})

describe('one page under several names (X7, H5)', () => {
  it('X7: a guid that changes at each fetch makes no second article and asks for no page again', async () => {
    for (let count = 0; count < 3; count++) {
      const guid = `guid-${count}`
      server.reply(
        '/feed',
        200,
        RSS,
        rss([{ path: '/a' }]).replace('<guid>/a</guid>', `<guid isPermaLink="false">${guid}</guid>`),
      )
      await runOne()
      clock += 2 * HOUR
    }
    expect([(await articles()).length, asked('/a')]).toEqual([1, 1])
  })

  it('H5: the AMP page, the tracked and the plain address are one record, under the page’s own address', async () => {
    const head = `<link rel="canonical" href="${server.url}/a">`
    server.reply('/a', 200, HTML, articlePage('The first sample story', '96%', head))
    server.reply('/amp/a', 200, HTML, articlePage('The first sample story', '96%', head))
    const paths = ['/amp/a', '/a?utm_source=feed&amp;utm_medium=rss', '/a']
    for (const path of paths) {
      server.reply('/feed', 200, RSS, rss([{ path }]))
      await runOne()
      clock += 2 * HOUR
    }
    expect((await articles()).map(({ url }) => url)).toEqual([`${server.url}/a`])
  })
})

describe('when our own store fails', () => {
  beforeEach(() => server.reply('/feed', 200, RSS, rss([{ path: '/a' }, { path: '/b' }])))

  it('a page is asked again as often as it takes, and none is lost', async () => {
    const healthy = store
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    store = {
      ...healthy,
      write: (noun, record) => (noun === 'articles' ? Promise.reject(full) : healthy.write(noun, record)),
    }
    for (let round = 0; round < 8; round++) {
      expect(await runOne()).toMatchObject({
        code: 'pages-failed',
        message: expect.stringMatching(/store-failed.*ENOSPC/),
      })
      clock += 2 * HOUR
    }
    // A full disk would take the second page no better than the first.
    expect([asked('/a') + asked('/b'), await healthy.count('articles')]).toEqual([8, 0])
    store = healthy
    expect(await runOne()).toMatchObject({ outcome: 'ok', added: 2 })
  })

  it('a damaged record stops no other page, is named, and is read again once it is out of the way', async () => {
    await runOne()
    const [first, second] = await articles()
    const path = join(directory, 'content/articles/2026/11', `${first!.id}.json`)
    await writeFile(path, '{"id": "half a rec')
    const edited = [
      { path: '/a', title: 'Edited' },
      { path: '/b', title: 'Edited too' },
    ]
    server.reply('/feed', 200, RSS, rss(edited))
    clock += 2 * HOUR
    store = openFileStore(join(directory, 'content'))
    expect(await runOne()).toMatchObject({
      code: 'pages-failed',
      message: expect.stringMatching(/^1 pages gave no article; record-damaged: .*expected JSON, got/),
    })
    expect(await store.read('articles', second!.id)).toMatchObject({ id: second!.id })
    await rm(path)
    store = openFileStore(join(directory, 'content'))
    clock += 2 * HOUR
    expect(await runOne()).toMatchObject({ outcome: 'ok', added: 1 })
    expect((await articles()).map(({ textHash }) => textHash)).toEqual([first!.textHash, second!.textHash])
  })
})

describe('what robots may ask (R5, R6)', () => {
  beforeEach(() => server.reply('/feed', 200, RSS, rss([{ path: '/a' }])))

  it('R5: a page that is disallowed later is not asked; its record stays and shows no quote', async () => {
    await runOne()
    server.reply('/robots.txt', 200, {}, 'User-agent: *\nDisallow: /a')
    server.reply('/feed', 200, RSS, rss([{ path: '/a', title: 'Edited' }]))
    clock += 2 * DAY
    await runOne()
    expect(asked('/a')).toBe(1)
    expect(await articles()).toMatchObject([{ title: 'The first sample story', excerptLimit: 0 }])
  })

  it('R5: a list that is disallowed later is not asked, and its source shows no quote', async () => {
    await runOne()
    server.reply('/robots.txt', 200, {}, 'User-agent: redline\nDisallow: /')
    clock += 2 * DAY
    expect(await runOne()).toMatchObject({ outcome: 'failed', code: 'robots-disallowed' })
    expect(asked('/feed')).toBe(1)
    expect(await store.read('sources', 'outlet')).toMatchObject({ excerptLimit: 0 })
    expect(await articles()).toHaveLength(1)
  })

  it.each([
    ['nosnippet', 0],
    ['max-snippet:20', 20],
    ['noindex, max-snippet: 50, max-snippet:30', 30],
    ['googlebot: nosnippet', undefined],
    ['redline: max-snippet:10', 10],
    ['max-snippet:-1', undefined],
  ])('R6: X-Robots-Tag %s limits quotes to %s', async (tag, limit) => {
    server.reply('/a', 200, { ...HTML, 'x-robots-tag': tag }, articlePage('The first sample story'))
    await runOne()
    expect((await articles())[0]!.excerptLimit).toBe(limit)
  })

  it('R6: noarchive keeps no copy of the page', async () => {
    server.reply('/a', 200, { ...HTML, 'x-robots-tag': 'noarchive' }, articlePage('The first sample story'))
    await runOne()
    expect((await articles())[0]).not.toHaveProperty('snapshot')
  })
})

describe('what pages say of themselves', () => {
  it.each([
    ['too-early', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['future', 'Fri, 20 Nov 2099 10:00:00 GMT'],
    ['unreadable', 'soon'],
  ])(
    'X9, X10: a date that is %s is left out for when we first saw the page, and why',
    async (reason, date) => {
      server.reply('/feed', 200, RSS, rss([{ path: '/a', date }]))
      await runOne()
      const [article] = await articles()
      expect(article).not.toHaveProperty('published')
      expect(article!.firstSeenAt).toBe(new Date(clock).toISOString())
      expect(article!.dateNote).toEqual({ reason, asWritten: date })
    },
  )

  it.each(['Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 20 Nov 2099 10:00:00 GMT', 'soon'])(
    'X10: takes the date of the page where the feed says %s',
    async (date) => {
      const printed = '<meta property="article:published_time" content="2026-11-19">'
      server.reply('/feed', 200, RSS, rss([{ path: '/a', date }]))
      server.reply('/a', 200, HTML, articlePage('The first sample story', '96%', printed))
      await runOne()
      const [article] = await articles()
      expect(article!.published).toBe('2026-11-19')
      expect(article).not.toHaveProperty('dateNote')
    },
  )

  it('X9: keeps the reason for a page that prints such a date itself, and drops it for one that prints none', async () => {
    const printed = (content: string) => `<meta property="article:published_time" content="${content}">`
    server.reply(
      '/feed',
      200,
      RSS,
      rss([
        { path: '/a', date: '' },
        { path: '/b', date: '' },
      ]),
    )
    server.reply('/a', 200, HTML, articlePage('The first sample story', '96%', printed('2099-01-01')))
    await runOne()
    const notes = (await articles()).map(({ url, dateNote }) => [url!.slice(-2), dateNote])
    expect(notes.sort()).toEqual([
      ['/a', { reason: 'future', asWritten: '2099-01-01' }],
      ['/b', undefined],
    ])
  })

  it.each([
    ['年月日', '2026年11月3日', '2026-11-03', undefined],
    ['民國115年', '民國115年11月3日', '2026-11-03', undefined],
    ['a two-digit year', '03 Nov 26 10:00 GMT', '2026-11-03T10:00Z', 'two-digit-year'],
    ['no time zone, in that of the source', '2026-11-03 10:00', '2026-11-03T10:00+08:00', undefined],
  ])('X9: reads %s', async (_what, date, published, reason) => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a', date }]))
    await runOne(outlet({ timeZone: 'Asia/Taipei' }))
    const [article] = await articles()
    expect(article!.published).toBe(published)
    expect(article!.dateNote).toEqual(reason && { reason, asWritten: date })
  })

  it('X9: a later good date takes the note away, on the page or in the feed', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a', date: 'soon' }]))
    await runOne()
    expect((await articles())[0]!.dateNote).toBeDefined()
    const head = '<meta property="article:published_time" content="2026-11-19">'
    server.reply('/a', 200, HTML, articlePage('The first sample story', '96%', head))
    clock += 2 * DAY
    await runOne()
    const [article] = await articles()
    expect(article!.published).toBe('2026-11-19')
    expect(article).not.toHaveProperty('dateNote')
  })

  it('H7: takes no page in a language of no edition, and says which it is', async () => {
    const japanese =
      '<p>研究者たちは、モデルの96%がテストで嘘をついたと述べた。これは大きな問題であり、さらに調べる必要がある。</p>'
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    server.reply(
      '/a',
      200,
      HTML,
      `<!doctype html><html lang="zh"><title>見本</title><body><article><h1>見本の記事</h1>${japanese.repeat(4)}</article></body></html>`,
    )
    expect(await runOne()).toMatchObject({
      code: 'pages-failed',
      message: expect.stringContaining('the text is Japanese'),
    })
    expect(await articles()).toEqual([])
  })

  it('H7: goes by the characters where a page says another language of itself', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a' }]))
    server.reply('/a', 200, HTML, articlePage('The first sample story').replace('lang="en"', 'lang="zh-TW"'))
    await runOne()
    expect((await articles())[0]!.lang).toBe('en')
  })

  it('takes no date in the future and no other outlet’s address for its own', async () => {
    server.reply('/feed', 200, RSS, rss([{ path: '/a', date: 'Fri, 20 Nov 2099 10:00:00 GMT' }]))
    const head = '<link rel="canonical" href="https://elsewhere.example/story">'
    server.reply('/a', 200, HTML, articlePage('The first sample story', '96%', head))
    await runOne()
    const [article] = await articles()
    expect(article!.url).toBe(`${server.url}/a`)
    expect(article!.repostOf).toBe('https://elsewhere.example/story')
    expect(article).not.toHaveProperty('published')
  })
})
