import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publish } from '../../src/cli/publish.ts'
import { type SiteServer, serveSite } from '../../src/cli/site-server.ts'
import { LANGS } from '../../src/core/model/lang.ts'
import { readRegistry } from '../../src/registry.ts'
import { STRINGS } from '../../src/search/client/strings.ts'
import { readFromDisk } from '../../src/search/disk.ts'
import { ensureSearchKey, INDEX, rebuildMeilisearch } from '../../src/search/meilisearch-index.ts'
import { StaticSearch } from '../../src/search/static.ts'
import { openCache } from '../../src/store/cache.ts'
import { openFileStore } from '../../src/store/files.ts'
import { type FakeServer, type Faults, MASTER_KEY, startFakeMeilisearch } from '../search/fake-meilisearch.ts'
import { launchChromium } from './chromium.ts'
import { writeFixture } from './fixture.ts'

const EDITIONS = LANGS.map((lang) => [lang.toLowerCase(), lang] as const)

let folder: string
let fake: FakeServer
let key: string
let server: SiteServer
let browser: Browser
let context: BrowserContext
let page: Page

/** A site built for a search server, which stands on another origin and is asked over real HTTP. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redline-search-server-'))
  await writeFixture(folder, false)
  fake = await startFakeMeilisearch()
  const content = join(folder, 'content')
  const sources = {
    store: openFileStore(content),
    cache: openCache(join(folder, 'cache')),
    registry: readRegistry(content),
  }
  const access = { url: fake.url, key: MASTER_KEY }
  await rebuildMeilisearch(sources, access)
  key = await ensureSearchKey(access)
  Object.assign(process.env, { REDLINE_MEILI_URL: fake.url, REDLINE_MEILI_KEY: key })
  await publish({ contentDir: content, dataDir: folder, out: join(folder, 'site') })
  server = await serveSite(join(folder, 'site'), 0)
  browser = await launchChromium()
}, 300_000)
afterAll(async () => {
  delete process.env['REDLINE_MEILI_URL']
  delete process.env['REDLINE_MEILI_KEY']
  await browser?.close()
  await server?.close()
  await fake?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  fake.faults = fakeFaults({})
  fake.requests.length = 0
  context = await browser.newContext()
  page = await context.newPage()
})
afterEach(() => context.close())

/** The fake reads the object that it was given, so it is emptied, not replaced. */
function fakeFaults(faults: Faults): Faults {
  for (const name of Object.keys(fake.faults)) delete fake.faults[name as keyof Faults]
  return Object.assign(fake.faults, faults)
}

const open = async (path: string) => {
  await page.goto(server.url.replace(/\/$/, '') + path)
  await page.locator('#search-app[data-ready]').waitFor()
}
const titles = () => page.locator('.search-hit h2').allTextContents()
const notes = () => page.locator('.search-note').allTextContents()
const asked = () => fake.requests.filter((request) => request === 'POST /multi-search').length

describe('the search page of a site with a search server', () => {
  it('asks the server across origins, with a key that may only search, and shows what the files would', async () => {
    const html = readFileSync(join(folder, 'site/en/search/index.html'), 'utf8')
    expect(html).toContain(`data-server-index="${INDEX}"`)
    expect(html).not.toContain(MASTER_KEY)
    expect(html).toMatch(new RegExp(`connect-src 'self' ${fake.url}[;"]`))
    for (const [path, lang] of EDITIONS) {
      const files = new StaticSearch(readFromDisk(join(folder, 'site/search')), lang)
      for (const text of ['勒索', 'blackmail', '九成六']) {
        await open(`/${path}/search/?q=${encodeURIComponent(text)}`)
        const expected = (await files.search({ text })).hits.map(({ title }) => title)
        expect(expected.length, text).toBeGreaterThan(0)
        expect((await titles()).sort(), `${lang} ${text}`).toEqual(expected.sort())
        expect(await notes()).not.toContain(STRINGS[lang]['notice.fallback'])
      }
    }
    expect(asked()).toBeGreaterThan(0)
    // The key makes the browser ask for leave first.
    expect(fake.requests).toContain('OPTIONS /multi-search')
  })

  it.each<[string, Faults, number]>([
    ['refuses the key (401)', { status: { status: 401, code: 'missing_authorization_header' } }, 0],
    ['forbids (403)', { status: { status: 403, code: 'invalid_api_key' } }, 1],
    ['takes too long itself (408)', { status: { status: 408, code: 'timeout' } }, 2],
    ['is overloaded (503)', { status: { status: 503, code: 'too_many_search_requests' } }, 0],
    ['is of a version that knows no federation', { version: '1.9.0' }, 1],
    ['is slow', { delayMs: 6_000 }, 2],
    ['is something else', { html: '<html>hello</html>' }, 0],
  ])(
    'that %s: the files answer, and the reader is told',
    async (_, faults, edition) => {
      fakeFaults(faults)
      const [path, lang] = EDITIONS[edition]!
      await open(`/${path}/search/?q=blackmail`)
      expect((await titles()).length).toBeGreaterThan(0)
      expect(await notes()).toContain(STRINGS[lang]['notice.fallback'])
      expect(await page.locator('.search-retry').count()).toBe(0)
    },
    30_000,
  )

  it('leaves a server that failed alone while one types, and asks it again after a minute', async () => {
    await page.clock.install()
    fakeFaults({ status: { status: 503, code: 'too_many_search_requests' } })
    await open('/en/search/?q=blackmail')
    const before = asked()
    expect(before).toBe(1)
    fakeFaults({})
    await page.locator('#search-input').fill('alignment')
    await page.waitForURL(/q=alignment/)
    await expect.poll(notes).toContain(STRINGS.en['notice.fallback'])
    expect(asked()).toBe(before)
    await page.clock.fastForward(61_000)
    await page.locator('#search-input').fill('blackmail rate')
    await expect.poll(notes).not.toContain(STRINGS.en['notice.fallback'])
    await expect.poll(asked).toBeGreaterThan(before)
    expect((await titles()).length).toBeGreaterThan(0)
  })

  it('filters, counts and pages with the server too', async () => {
    await open('/zh-hant/search/?q=%E5%8B%92%E7%B4%A2&kind=article')
    const kinds = await page.locator('details[data-facet="kind"] .search-count').allTextContents()
    expect(kinds.length).toBeGreaterThan(1)
    const about = await page.locator('.search-about').allTextContents()
    expect(about.every((line) => line.startsWith(STRINGS['zh-Hant']['kind.article']))).toBe(true)
    expect(await notes()).not.toContain(STRINGS['zh-Hant']['notice.fallback'])
  })

  it('goes on when the server goes down', async () => {
    await open('/zh-hans/search/?q=%E5%8B%92%E7%B4%A2')
    expect(await notes()).not.toContain(STRINGS['zh-Hans']['notice.fallback'])
    const found = (await titles()).sort()
    await fake.close()
    await page.locator('#search-input').fill('blackmail')
    await page.waitForURL((url) => url.searchParams.get('q') === 'blackmail')
    await expect.poll(notes).toContain(STRINGS['zh-Hans']['notice.fallback'])
    expect((await titles()).sort()).toEqual(found)
  })
})
