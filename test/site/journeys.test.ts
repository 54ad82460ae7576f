import { parseAtomFeed, parseOpml } from 'feedsmith'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SiteServer, serveSite } from '../../src/cli/site-server.ts'
import { builtSite } from './built-site.ts'
import { follow, launchChromium } from './chromium.ts'

let server: SiteServer
let browser: Browser

beforeAll(async () => {
  server = await serveSite(await builtSite(), 0)
  browser = await launchChromium()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const open = async (page: Page, path: string) => page.goto(new URL(path, server.url).href)
const heading = (page: Page) => page.locator('h1').innerText()
/** Feeds name the site's public address; here it is served elsewhere. */
const served = (address: string) => new URL(new URL(address).pathname, server.url).href

describe('a reader, without script', () => {
  it('goes from the front page by topic to a finding, its articles and the original, and changes editions on the way', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    })
    const page = await context.newPage()
    await open(page, '/en/')
    await follow(page.locator('#topics ~ .tags a[href="/en/topics/misalignment/"]'))
    const topic = await heading(page)
    await follow(page.locator('.row a[href="/en/findings/f-blackmail-claude-opus-4/"]').first())
    expect(await page.locator('.figure-value').innerText()).toContain('96%')
    expect(await page.locator('.kicker').innerText()).toContain(topic)

    await follow(page.locator('.editions a[hreflang="zh-Hant"]'))
    expect(new URL(page.url()).pathname).toBe('/zh-hant/findings/f-blackmail-claude-opus-4/')
    expect(await page.locator('.figure-value').innerText()).toContain('96%')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant')

    await follow(page.locator('.thread-title a').first())
    expect(await page.locator('a.button[rel=external]').getAttribute('href')).toMatch(
      /^https:\/\/sample-lab\./,
    )
    await follow(page.locator('.figures a.written').first())
    expect(await page.locator('blockquote mark').count()).toBe(1)
    await context.close()
  })

  it('finds an article again by its day', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await open(page, '/zh-hans/')
    await follow(page.locator('a[href="/zh-hans/days/"]'))
    await follow(page.locator('.days a[href="/zh-hans/days/2026-08-06/"]'))
    const title = await page.locator('.item-head a').first().innerText()
    await follow(page.locator('.item-head a').first())
    expect(await heading(page)).toBe(title)
    expect(await page.locator('.byline time').getAttribute('datetime')).toContain('2026-08-06')
    await context.close()
  })
})

describe('a subscriber', () => {
  it('is offered the feed of a topic, whose entries lead to pages of the same title', async () => {
    const page = await browser.newPage()
    await open(page, '/en/topics/misalignment/')
    const offered = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
    const answer = await page.request.get(served(offered!))
    expect(answer.headers()['content-type']).toContain('application/atom+xml')
    const feed = parseAtomFeed(await answer.text())
    expect(feed.entries!.length).toBeGreaterThan(1)
    for (const { title, links } of feed.entries!.slice(0, 3)) {
      await page.goto(served(links!.find(({ rel }) => rel === 'alternate')!.href!))
      expect(await page.title()).toContain(title!.value)
    }
    await page.close()
  })

  it('takes all feeds of an edition as one list, and reads the digest of a week as a page and as an entry', async () => {
    const page = await browser.newPage()
    await open(page, '/zh-hant/data/')
    const list = await page.request.get(new URL('/feeds.opml', server.url).href)
    const folders = parseOpml(await list.text()).body!.outlines!
    const own = folders.find(({ text }) => text === '繁體中文')!.outlines!
    const weekly = own.find(({ xmlUrl }) => xmlUrl!.endsWith('/zh-hant/feeds/weekly/atom.xml'))!
    const [issue] = parseAtomFeed(await (await page.request.get(served(weekly.xmlUrl!))).text()).entries!
    await page.goto(served(weekly.htmlUrl!))
    await follow(page.locator('.ledger a[href*="/digests/week-"]').first())
    expect(await heading(page)).toBe(issue!.title!.value)
    expect(await page.locator('.ledger a[href*="/findings/"]').count()).toBeGreaterThan(3)
    await page.close()
  })
})
