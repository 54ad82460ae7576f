import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replaceFolder, restoreFolder } from '../../src/cli/replace-folder.ts'
import { type SiteServer, serveSite } from '../../src/cli/site-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'redline-serve-'))
const site = join(folder, 'site')
const write = (path: string, text: string) => {
  mkdirSync(join(site, path, '..'), { recursive: true })
  writeFileSync(join(site, path), text)
}
let server: SiteServer

beforeAll(async () => {
  write('index.html', `<h1>door</h1>${' '.repeat(2000)}`)
  write('404.html', 'nowhere, three times')
  write('en/index.html', 'home')
  write('en/404/index.html', 'no such page')
  write('en/atom.xml', '<feed/>')
  write('en/feed.json', '{}')
  write('assets/a.css', 'a{}')
  writeFileSync(join(folder, 'secret.txt'), 'not for you')
  server = await serveSite(site, 0)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A request with its path sent as it is; fetch would clean it. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((done, fail) => {
    const { hostname, port } = new URL(server.url)
    const sent = request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        done({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    sent.on('error', fail).end()
  })
}

describe('the site server', () => {
  it('sends each kind of file with its type and how long it may be kept', async () => {
    const of = async (path: string) => {
      const { headers } = await get(path)
      return `${headers['content-type']} | ${headers['cache-control']}`
    }
    expect(await of('/en/')).toBe('text/html; charset=utf-8 | no-cache')
    expect(await of('/en/atom.xml')).toBe('application/atom+xml; charset=utf-8 | public, max-age=1800')
    expect(await of('/en/feed.json')).toBe('application/feed+json; charset=utf-8 | public, max-age=1800')
    expect(await of('/assets/a.css')).toBe('text/css; charset=utf-8 | public, max-age=31536000, immutable')
  })

  it('answers 304 to its own tag, which is strong and follows the bytes', async () => {
    const first = await get('/en/')
    const tag = String(first.headers['etag'])
    expect(tag).toMatch(/^"[\w-]{22}"$/)
    expect((await get('/en/', { 'if-none-match': `"other", ${tag}` })).status).toBe(304)
    write('en/index.html', 'home, changed')
    const second = await get('/en/', { 'if-none-match': tag })
    expect([second.status, second.body.toString()]).toEqual([200, 'home, changed'])
    write('en/index.html', 'home')
    expect((await get('/en/', { 'if-none-match': tag })).status).toBe(304)
  })

  it('compresses text for those who take it', async () => {
    const packed = await get('/', { 'accept-encoding': 'gzip, br' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.body).toString()).toContain('<h1>door</h1>')
    expect((await get('/')).headers['content-encoding']).toBeUndefined()
  })

  it('answers 404 with the edition’s page, or the one for all', async () => {
    const edition = await get('/en/nothing/')
    expect([edition.status, edition.body.toString()]).toEqual([404, 'no such page'])
    const other = await get('/fr/')
    expect([other.status, other.body.toString()]).toEqual([404, 'nowhere, three times'])
    expect((await get('/%E0%A4%A')).status).toBe(404)
  })

  it('adds the slash that addresses end in', async () => {
    const { status, headers } = await get('/en')
    expect([status, headers['location']]).toEqual([301, '/en/'])
  })

  it('never leaves its folder, writes nothing, and sends what a meta element cannot say', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/en/..%2f..%2fsecret.txt',
      '//../secret.txt',
    ])
      expect((await get(path)).body.toString(), path).not.toContain('not for you')
    expect((await get('/en/', {}, 'POST')).status).toBe(405)
    const { headers } = await get('/en/')
    expect(headers['content-security-policy']).toBe("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('finds another port when the usual one is taken', async () => {
    const [one, two] = [await serveSite(site), await serveSite(site)]
    expect(one.url).not.toBe(two.url)
    await Promise.all([one.close(), two.close()])
    await expect(serveSite(site, Number(new URL(server.url).port))).rejects.toThrow('EADDRINUSE')
  })
})

describe('replacing a folder', () => {
  it('shows the old content until the new one is whole, and survives a kill between the two renames', async () => {
    const out = join(folder, 'swap')
    mkdirSync(out)
    writeFileSync(join(out, 'page'), 'old')
    const swap = await replaceFolder(out)
    mkdirSync(swap.fresh)
    writeFileSync(join(swap.fresh, 'page'), 'new')
    const read = async () => (await import('node:fs')).readFileSync(join(out, 'page'), 'utf8')
    expect(await read()).toBe('old')
    await swap.commit()
    expect(await read()).toBe('new')
    const { renameSync } = await import('node:fs')
    renameSync(out, `${out}.old`)
    await restoreFolder(out)
    expect(await read()).toBe('new')
  })
})
