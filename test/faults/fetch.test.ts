import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Client, openClient } from '../../scrapers/client.ts'
import type { SourceError } from '../../scrapers/error.ts'
import { openState } from '../../scrapers/state.ts'
import { type FaultServer, startFaultServer, startRawServer } from './server.ts'

const HOUR = 60 * 60 * 1000
const MEGABYTE = 1024 * 1024

let server: FaultServer
let client: Client
let clock: number
let slept: number[]

/** A client that may reach loopback; `overrides` take that away or change its limits. */
function open(overrides: Partial<Parameters<typeof openClient>[0]> = {}): Client {
  return openClient({
    state: openState(':memory:'),
    allow: ['127.0.0.1', 'localhost'],
    now: () => clock,
    random: () => 0.5,
    sleep: async (ms) => {
      slept.push(ms)
    },
    ...overrides,
  })
}

/** The code of the error that a fetch ends with. */
async function failure(url: string, using = client): Promise<SourceError> {
  return using.fetch({ url }).then(
    ({ status }) => expect.unreachable(`${url} was fetched with status ${status}`),
    (error: SourceError) => error,
  )
}

const asked = (path: string) => server.requests.filter((request) => request.path === path)

beforeEach(async () => {
  clock = Date.parse('2026-11-21T00:00:00Z')
  slept = []
  server = await startFaultServer()
  client = open()
})
afterEach(async () => {
  await client.close()
  await server.close()
})

describe('addresses (F1–F5, F10, F30)', () => {
  it.each([
    ['http://127.0.0.1/', 'literal'],
    ['http://2130706433/', 'decimal'],
    ['http://0x7f.1/', 'hexadecimal'],
    ['http://127.1/', 'short'],
    ['http://[::ffff:127.0.0.1]/', 'IPv4 in IPv6'],
    ['http://169.254.169.254/latest/meta-data/', 'link-local'],
    ['http://100.64.0.1/', 'carrier-grade NAT'],
    ['http://[fd00::1]/', 'unique local'],
    ['http://[64:ff9b::7f00:1]/', 'NAT64'],
    ['http://[::1]/', 'IPv6 loopback'],
    ['http://0.0.0.0/', 'unspecified'],
    ['http://10.0.0.1/', 'private'],
  ])('F1, F5: refuses %s (%s) before anything is sent', async (url) => {
    const strict = open({ allow: [] })
    expect((await failure(url, strict)).code).toBe('address-refused')
  })

  it('F1: sends no byte to a loopback server, in whatever spelling its address is written', async () => {
    const port = server.host.split(':')[1]!
    const strict = open({ allow: ['example.org'] })
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '127.1', '[::ffff:127.0.0.1]', 'localhost']) {
      expect((await failure(`http://${host}:${port}/`, strict)).code).toBe('port-refused')
    }
    expect(server.requests).toEqual([])
  })

  it.each([
    ['private only', ['10.0.0.1']],
    ['public and private', ['93.184.215.14', '127.0.0.1']],
    ['public and NAT64', ['93.184.215.14', '64:ff9b::7f00:1']],
  ])('F2: refuses a name that resolves to %s', async (_what, addresses) => {
    const strict = open({ allow: [], lookup: async () => addresses.map((address) => ({ address })) })
    expect((await failure('http://outlet.example/', strict)).code).toBe('robots-unreachable')
    const bare = open({ allow: [], lookup: async () => addresses.map((address) => ({ address })) })
    const error = await bare
      .fetch({ url: 'http://outlet.example/robots.txt' })
      .catch((cause: unknown) => cause)
    expect(error).toMatchObject({ code: 'address-refused' })
  })

  it('F3: connects to the address that was checked; a resolver that changes its mind is not asked again', async () => {
    server.reply('/feed', 200, {}, 'ok')
    const port = server.host.split(':')[1]!
    const answers = ['127.0.0.1', '10.255.255.1', '10.255.255.1']
    let lookups = 0
    const pinned = open({
      allow: [`rebinding.example:${port}`],
      lookup: async () => [{ address: answers[lookups++]! }],
    })
    const { body } = await pinned.fetch({ url: `http://rebinding.example:${port}/feed` })
    expect(Buffer.from(body).toString()).toBe('ok')
    expect(lookups).toBe(1)
    expect(asked('/feed')[0]!.headers.host).toBe(`rebinding.example:${port}`)
  })

  it.each([
    'http://10.0.0.1/',
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    'data:text/plain,x',
    'http://[::1]/',
  ])('F4: refuses a redirect to %s at that hop', async (location) => {
    server.reply('/feed', 302, { location })
    const error = await failure(`${server.url}/feed`)
    expect(error.code).toBe('redirect-refused')
    expect(error.message).toContain(location)
  })

  it('F10: strips credentials and refuses a port that is not the scheme’s own', async () => {
    server.reply('/feed', 200, {}, 'ok')
    const { finalUrl } = await client.fetch({ url: `http://user:secret@${server.host}/feed` })
    expect(finalUrl).toBe(`${server.url}/feed`)
    expect(asked('/feed')[0]!.headers).not.toHaveProperty('authorization')
    const strict = open({ allow: [] })
    expect((await failure('http://example.org:6379/', strict)).code).toBe('port-refused')
  })

  it('F30: refuses line breaks in an address and in a validator', async () => {
    expect((await failure(`${server.url}/feed\r\nX-Injected: 1`)).code).toBe('url-refused')
    const url = `${server.url}/feed`
    const injected = { url, etag: '"a"\r\nX-Injected: 1' }
    await expect(client.fetch({ url, validators: injected })).rejects.toMatchObject({
      code: 'header-refused',
    })
    expect(asked('/feed')).toEqual([])
  })
})

describe('redirects (F6, F8, F9)', () => {
  it('F6: follows five and stops at a sixth, also in a loop', async () => {
    for (let hop = 1; hop <= 6; hop++) server.reply(`/${hop}`, 302, { location: `/${hop - 1}` })
    server.reply('/0', 200, {}, 'end')
    server.reply('/loop', 302, { location: '/loop' })
    expect((await client.fetch({ url: `${server.url}/5` })).finalUrl).toBe(`${server.url}/0`)
    expect((await failure(`${server.url}/6`)).code).toBe('too-many-redirects')
    expect((await failure(`${server.url}/loop`)).code).toBe('too-many-redirects')
    expect(asked('/loop')).toHaveLength(6)
  })

  it('F7, F8: reports where permanent redirects lead, and not where a temporary one does', async () => {
    server.reply('/old', 301, { location: '/new' })
    server.reply('/new', 302, { location: '/today' })
    server.reply('/today', 200, {}, 'ok')
    expect(await client.fetch({ url: `${server.url}/old` })).toMatchObject({
      url: `${server.url}/old`,
      movedTo: `${server.url}/new`,
      finalUrl: `${server.url}/today`,
    })
    expect(await client.fetch({ url: `${server.url}/new` })).not.toHaveProperty('movedTo')
  })

  it('F9: does not give up encryption', async () => {
    const authority = readFileSync(join(import.meta.dirname, '../fixtures/tls/ca.pem'), 'utf8')
    const before = getCACertificates('default')
    setDefaultCACertificates([...before, authority])
    const secure = await startFaultServer({ certificate: 'valid' })
    try {
      secure.reply('/feed', 302, { location: `${server.url}/feed` })
      const error = await failure(`${secure.url}/feed`)
      expect(error).toMatchObject({
        code: 'redirect-refused',
        message: expect.stringContaining('encryption'),
      })
      expect(asked('/feed')).toEqual([])
    } finally {
      setDefaultCACertificates(before)
      await secure.close()
    }
  })
})

describe('validators (F12, F29)', () => {
  it.each([
    ['W/"weak"', 'Tue, 03 Nov 2026 10:00:00 GMT'],
    ['no quotes at all', '2026-11-03 10:00:00'],
    ['"two  spaces" , "and more"', 'yesterday'],
    ['"caf\u00e9\u00ff"', 'Di, 3. M\u00e4rz 2026'],
  ])('F12: sends %s and %s back byte for byte', async (etag, lastModified) => {
    server.on('/feed', ({ headers }, response) => {
      response.writeHead(headers['if-none-match'] ? 304 : 200, { etag, 'last-modified': lastModified }).end()
    })
    const url = `${server.url}/feed`
    const { headers } = await client.fetch({ url })
    const validators = { url, etag: headers['etag']!, lastModified: headers['last-modified']! }
    const { status, body } = await client.fetch({ url, validators })
    expect([status, body.length]).toEqual([304, 0])
    const { rawHeaders } = asked('/feed')[1]!
    expect(rawHeaders[rawHeaders.indexOf('if-none-match') + 1]).toBe(etag)
    expect(rawHeaders[rawHeaders.indexOf('if-modified-since') + 1]).toBe(lastModified)
  })

  it('sends validators only to the address that gave them', async () => {
    server.reply('/feed', 200, {}, 'ok')
    const validators = { url: `${server.url}/other`, etag: '"other"' }
    await client.fetch({ url: `${server.url}/feed`, validators })
    expect(asked('/feed')[0]!.headers).not.toHaveProperty('if-none-match')
  })

  it('F29: sends no cookie back, no Referer after a redirect, and says who it is', async () => {
    const named = open({ contact: 'editor@example.org' })
    server.reply('/feed', 302, { location: '/next', 'set-cookie': 'id=1' })
    server.reply('/next', 200, { 'set-cookie': 'id=2' }, 'ok')
    await named.fetch({ url: `${server.url}/feed` })
    await named.fetch({ url: `${server.url}/next` })
    for (const { headers } of server.requests) {
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
      expect(headers['user-agent']).toBe(
        'Redline/0.1 (AI-safety news aggregator; +mailto:editor@example.org)',
      )
    }
    await named.close()
  })
})

describe('waiting and retrying (F15, F16, F21)', () => {
  const inTwoHours = new Date(Date.parse('2026-11-21T02:00:00Z')).toUTCString()
  it.each([
    ['7200', 2 * HOUR],
    [inTwoHours, 2 * HOUR],
    ['soon', HOUR],
    ['-5', HOUR],
    [String(10 * 365 * 24 * 3600), 24 * HOUR],
  ])('F15: 429 with Retry-After %s leaves the host alone for that long', async (retryAfter, expectedMs) => {
    server.reply('/feed', 429, { 'retry-after': retryAfter })
    const error = await failure(`${server.url}/feed`)
    expect(error).toMatchObject({ code: 'http-429', retryAfterMs: expectedMs })
    clock += expectedMs - 1000
    expect((await failure(`${server.url}/feed`)).code).toBe('cooling-down')
    expect(asked('/feed')).toHaveLength(1)
    clock += 1000
    expect((await failure(`${server.url}/feed`)).code).toBe('http-429')
  })

  it('F16: 503 with Retry-After is not retried inside it, also not after a restart', async () => {
    const state = openState(':memory:')
    server.reply('/feed', 503, { 'retry-after': '3600' })
    expect((await failure(`${server.url}/feed`, open({ state }))).code).toBe('http-5xx')
    expect((await failure(`${server.url}/feed`, open({ state }))).code).toBe('cooling-down')
    expect(asked('/feed')).toHaveLength(1)
    expect(slept).toEqual([])
  })

  it('F21: 500 is tried three times with jitter, then an error', async () => {
    server.reply('/feed', 500)
    const error = await failure(`${server.url}/feed`)
    expect(error).toMatchObject({ code: 'http-5xx', message: `${server.url}/feed answers 500; expected 200` })
    expect(asked('/feed')).toHaveLength(3)
    expect(slept).toEqual([500, 1000])
  })

  it('F21: a reset is retried, and a later answer taken', async () => {
    let count = 0
    server.on('/feed', (_request, response) => {
      if (++count < 3) response.socket!.resetAndDestroy()
      else response.end('at last')
    })
    const { body } = await client.fetch({ url: `${server.url}/feed` })
    expect(Buffer.from(body).toString()).toBe('at last')
  })

  it('F21: the end of a connection amid the body is retried, then incomplete', async () => {
    server.on('/feed', (_request, response) => {
      response.writeHead(200, { 'transfer-encoding': 'chunked' })
      response.write('half of ')
      setTimeout(() => response.destroy(), 20)
    })
    expect((await failure(`${server.url}/feed`)).code).toBe('incomplete')
    expect(asked('/feed')).toHaveLength(3)
  })
})

describe('bodies (F22–F26)', () => {
  it('F22: a body shorter than announced is incomplete', async () => {
    server.on('/feed', (_request, response) => {
      response.socket!.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort')
    })
    expect((await failure(`${server.url}/feed`)).code).toBe('incomplete')
  })

  it('F23: a gzip bomb of 200 MB is cut at 15 MB', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * MEGABYTE), { level: 9 })
    server.reply('/feed', 200, { 'content-encoding': 'gzip' }, bomb)
    const before = process.memoryUsage().rss
    expect(await failure(`${server.url}/feed`)).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining(String(15 * MEGABYTE)),
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * MEGABYTE)
  })

  it.each(['gzip, gzip, gzip, gzip, gzip, gzip, gzip', 'gzip, br, deflate', 'rot13'])(
    'F24: refuses the encoding %s',
    async (encoding) => {
      server.reply('/feed', 200, { 'content-encoding': encoding }, 'x')
      expect((await failure(`${server.url}/feed`)).code).toBe('encoding-unknown')
    },
  )

  it.each([
    ['gzip', gzipSync('文字')],
    ['br', brotliCompressSync('文字')],
    ['gzip, br', brotliCompressSync(gzipSync('文字'))],
    ['identity', Buffer.from('文字')],
  ])('reads a body encoded as %s', async (encoding, bytes) => {
    server.reply('/feed', 200, { 'content-encoding': encoding }, bytes)
    expect(Buffer.from((await client.fetch({ url: `${server.url}/feed` })).body).toString()).toBe('文字')
  })

  it('F25: an endless body is cut', async () => {
    server.on('/feed', (_request, response) => {
      const chunk = Buffer.alloc(64 * 1024)
      const send = () => {
        while (!response.destroyed && response.write(chunk));
      }
      response.on('drain', send)
      send()
    })
    expect((await failure(`${server.url}/feed`)).code).toBe('too-large')
  })

  it('F26: a byte now and then does not outlive the deadline', async () => {
    const quick = open({ deadlineMs: 400 })
    server.on('/feed', (_request, response) => {
      const timer = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(timer))
    })
    const startedAt = performance.now()
    expect((await failure(`${server.url}/feed`, quick)).code).toBe('deadline')
    expect(performance.now() - startedAt).toBeLessThan(6_000)
  })

  it.each([
    ['one a moment', 30, 'deadline'],
    ['as fast as can be', 0, 'too-large'],
  ])('F26: headers that never end, %s', async (_what, everyMs, code) => {
    const raw = await startRawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(
        () => socket.write(`X-Filler: ${'y'.repeat(everyMs ? 10 : 8000)}\r\n`),
        everyMs,
      )
      socket.on('close', () => clearInterval(timer))
    })
    const quick = open(code === 'deadline' ? { deadlineMs: 500 } : {})
    try {
      const error = await quick.fetch({ url: `${raw.url}/robots.txt` }).catch((cause: unknown) => cause)
      expect(error).toMatchObject({ code })
    } finally {
      await raw.close()
    }
  })

  it('gives the bytes as they came', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, value) => value))
    server.reply('/feed', 200, {}, bytes)
    const { body } = await client.fetch({ url: `${server.url}/feed` })
    const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
    expect(sha256(body)).toBe(sha256(bytes))
  })
})

describe('TLS (F28)', () => {
  it.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['other', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('F28: refuses a certificate that is %s', async (certificate, reason) => {
    const authority = readFileSync(join(import.meta.dirname, '../fixtures/tls/ca.pem'), 'utf8')
    const before = getCACertificates('default')
    const secure = await startFaultServer({ certificate })
    secure.reply('/robots.txt', 200, {}, '')
    setDefaultCACertificates([...before, authority])
    try {
      const error = await client.fetch({ url: `${secure.url}/robots.txt` }).catch((cause: unknown) => cause)
      expect(error).toMatchObject({ code: 'tls-refused', message: expect.stringContaining(reason) })
      expect(secure.requests).toEqual([])
    } finally {
      setDefaultCACertificates(before)
      await secure.close()
    }
  })

  it('refuses an authority that nobody trusts', async () => {
    const secure = await startFaultServer({ certificate: 'valid' })
    const error = await client.fetch({ url: `${secure.url}/robots.txt` }).catch((cause: unknown) => cause)
    expect(error).toMatchObject({ code: 'tls-refused' })
    await secure.close()
  })
})

describe('hosts (F31)', () => {
  it('F31: asks one thing at a time of a host, and goes on with others while one hangs', async () => {
    const hanging = await startFaultServer()
    const released = Promise.withResolvers<void>()
    hanging.on('/feed', async (_request, response) => {
      await released.promise
      response.end('at last')
    })
    let open1 = 0
    let most = 0
    server.on('/feed', (_request, response) => {
      most = Math.max(most, ++open1)
      setTimeout(() => {
        open1--
        response.end('ok')
      }, 5)
    })
    const stuck = client.fetch({ url: `${hanging.url}/feed` })
    await Promise.all(Array.from({ length: 8 }, () => client.fetch({ url: `${server.url}/feed` })))
    expect(most).toBe(1)
    released.resolve()
    expect(Buffer.from((await stuck).body).toString()).toBe('at last')
    await hanging.close()
  })

  it('keeps the pace of a host, and the longer one that its robots.txt asks for', async () => {
    const paced = open({
      paceMs: () => 1_000,
      sleep: async (ms) => {
        slept.push(ms)
        clock += ms
      },
    })
    server.reply('/robots.txt', 200, {}, 'User-agent: *\nCrawl-delay: 7')
    server.reply('/feed', 200, {}, 'ok')
    for (let count = 0; count < 3; count++) await paced.fetch({ url: `${server.url}/feed` })
    expect(slept).toEqual([7_000, 7_000, 7_000])
  })
})
