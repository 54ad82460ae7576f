import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SiteServer, serveSite } from '../../src/cli/site-server.ts'
import { builtSite } from './built-site.ts'
import { launchChromium } from './chromium.ts'

let server: SiteServer
let browser: Browser
let context: BrowserContext
let page: Page
/** Files of the index that the page asked for. */
let asked: string[]

beforeAll(async () => {
  server = await serveSite(await builtSite(), 0)
  browser = await launchChromium()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})
beforeEach(async () => {
  context = await browser.newContext()
  page = await context.newPage()
  asked = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/search/')) asked.push(pathname)
  })
})
afterEach(() => context.close())

const origin = () => server.url.replace(/\/$/, '')
const open = async (path: string) => {
  await page.goto(origin() + path)
  await page.locator('#search-app[data-ready]').waitFor()
}
const titles = () => page.locator('.search-hit h2').allTextContents()
const marks = () => page.locator('.search-hit mark').allTextContents()
const status = () => page.locator('#search-status').textContent()
const settle = (part: string) => page.waitForURL((url) => decodeURIComponent(url.search).includes(part))

describe('the search page', () => {
  it('says of a hit what it is, in which language and of when, each edition in its own way', async () => {
    const about = async (edition: string) => {
      await open(`/${edition}/search/?q=blackmail`)
      return page.locator('.search-about').first().textContent()
    }
    expect(await about('en')).toMatch(/^Finding · \w+( Chinese)? · \d{1,2} [A-Z][a-z]+ \d{4}$/)
    expect(await about('zh-hant')).toMatch(/^發現 · \p{Script=Han}{2,4} · \d{4}年\d{1,2}月\d{1,2}日$/u)
  })

  it('is a key away from every page, without a script', async () => {
    await page.goto(`${origin()}/en/findings/`)
    // Playwright's own keyboard leaves out the character that an access key is found by.
    const session = await context.newCDPSession(page)
    const key = { key: '/', code: 'Slash', unmodifiedText: '/', modifiers: 1 }
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '/', ...key })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')
    await page.keyboard.type('blackmail')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/en\/search\/\?q=blackmail/)
  })

  it('finds the same records by Simplified, Traditional and English words, in each edition', async () => {
    for (const edition of ['en', 'zh-hans', 'zh-hant']) {
      for (const words of [
        ['勒索', 'blackmail'],
        ['对齐', '對齊', 'alignment'],
      ]) {
        const counts = []
        for (const word of words) {
          await open(`/${edition}/search/?q=${encodeURIComponent(word)}`)
          counts.push(Number.parseInt((await status())!, 10))
        }
        expect(counts[0], edition).toBeGreaterThan(0)
        expect(new Set(counts).size, `${edition} ${words}: ${counts}`).toBe(1)
      }
    }
  })

  it('marks matches in the script that the publisher wrote', async () => {
    await open('/en/search/?q=%E5%8B%92%E7%B4%A2%E7%8E%87&kind=article&kind=finding&kind=figure')
    const found = await marks()
    expect(found.length).toBeGreaterThan(0)
    expect(
      found.every((mark) => /勒索率|勒索|blackmail|敲詐|rate/i.test(mark)),
      String(found),
    ).toBe(true)
  })

  it('searches as you type, keeps the address, and goes back', async () => {
    await open('/en/search/')
    expect(await page.locator('[data-part="hint"]').isVisible()).toBe(true)
    await page.locator('#search-input').pressSequentially('blackmail', { delay: 20 })
    await settle('q=blackmail')
    await expect.poll(status).toMatch(/^\d+ results?$/)
    await page.locator('details[data-facet="kind"] label', { hasText: 'Article' }).click()
    await settle('kind=article')
    await expect
      .poll(() => page.locator('.search-about').allTextContents())
      .toSatisfy((lines: string[]) => lines.length > 0 && lines.every((line) => line.startsWith('Article')))
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('kind'))
    expect(await page.locator('#search-input').inputValue()).toBe('blackmail')
    await page.reload()
    await page.locator('.search-hit').first().waitFor()
    expect(await page.locator('#search-input').inputValue()).toBe('blackmail')
  })

  it('asks nothing while an input method composes', async () => {
    await open('/zh-hans/search/')
    const input = page.locator('#search-input')
    await input.focus()
    const session = await context.newCDPSession(page)
    for (const text of ['l', 'le', "le's", "le'suo"]) {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
    // Longer than the pause after which a typed query is asked.
    await page.waitForTimeout(500)
    expect(new URL(page.url()).search).toBe('')
    expect(asked).toEqual([])
    await session.send('Input.insertText', { text: '勒索' })
    await settle('q=勒索')
    await page.locator('.search-hit').first().waitFor()
    expect(await input.inputValue()).toBe('勒索')
  })

  it('is worked by keys: slash, arrows, Enter, Escape', async () => {
    await open('/en/search/?q=blackmail')
    await page.locator('h1').click()
    await page.keyboard.press('/')
    const focused = () => page.evaluate('document.activeElement.id || document.activeElement.className')
    expect(await focused()).toBe('search-input')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('search-hit-link')
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe('search-input')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    expect(await focused()).toBe('search-input')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/en\/(findings|figures|articles|entities|sources)\//)
    expect((await page.goto(page.url()))!.status()).toBe(200)
  })

  it('every hit leads to a page that is there', async () => {
    await open('/zh-hant/search/?q=%E5%8B%92%E7%B4%A2')
    const paths = await page
      .locator('.search-hit-link')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    expect(paths.length).toBeGreaterThan(0)
    for (const path of paths) expect((await page.request.get(path)).status(), path).toBe(200)
  })

  it('shows what the glossary added, and takes it back', async () => {
    await open('/en/search/?q=blackmail')
    const before = (await status())!
    await page.locator('.search-expansion a').first().click()
    await settle('without=blackmail')
    await expect.poll(status).not.toBe(before)
    expect(Number.parseInt((await status())!, 10)).toBeLessThan(Number.parseInt(before, 10))
    expect(await page.locator('.search-expansion').count()).toBe(0)
  })

  it('offers words apart where few records have them in a row, and keeps that in the address', async () => {
    await open('/en/search/?q=blackmail%20rate')
    const before = await titles()
    await page.locator('.search-note a', { hasText: 'words apart' }).click()
    await settle('apart=1')
    await expect.poll(() => page.locator('.search-note a', { hasText: 'words apart' }).count()).toBe(0)
    const after = await titles()
    expect(after.length).toBeGreaterThanOrEqual(before.length)
    expect(after.slice(0, before.length).sort()).toEqual([...before].sort())
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('apart'))
    await expect.poll(titles).toEqual(before)
  })

  it('announces each answer once, in a region that screen readers listen to', async () => {
    await open('/zh-hans/search/')
    const region = page.locator('#search-status')
    expect(await region.getAttribute('role')).toBe('status')
    expect(await region.getAttribute('aria-live')).toBe('polite')
    expect(await page.locator('#search-input').getAttribute('aria-describedby')).toBe('search-status')
    await page.evaluate(`window.said = []; new MutationObserver(() =>
      window.said.push(document.querySelector('#search-status').textContent)
    ).observe(document.querySelector('#search-status'), { childList: true, characterData: true, subtree: true })`)
    await page.locator('#search-input').fill('勒索')
    await page.locator('.search-hit').first().waitFor()
    await page.locator('#search-input').fill('龘龐齉')
    await expect.poll(status).toBe('没有找到。')
    const said = (await page.evaluate('window.said')) as string[]
    expect(said.filter((text) => /^\d+ 条结果$/.test(text))).toHaveLength(1)
    expect(said.at(-1)).toBe('没有找到。')
  })

  it('has its filters folded above the hits on a narrow screen, and open beside them on a wide one', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open('/zh-hant/search/?q=%E5%8B%92%E7%B4%A2')
    const box = page.locator('[data-part="facetbox"]')
    expect(await page.locator('details[data-facet="kind"]').isVisible()).toBe(false)
    const [top, first] = await Promise.all([
      box.boundingBox(),
      page.locator('.search-hit').first().boundingBox(),
    ])
    expect(top!.y).toBeLessThan(first!.y)
    await box.locator('> summary').click()
    await page.locator('details[data-facet="kind"] label', { hasText: '文章' }).click()
    await settle('kind=article')
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.setViewportSize({ width: 1280, height: 900 })
    await open('/zh-hant/search/?q=%E5%8B%92%E7%B4%A2')
    expect(await page.locator('details[data-facet="kind"]').isVisible()).toBe(true)
  })

  it('offers the likely spelling of a Latin word', async () => {
    await open('/en/search/?q=blakcmail')
    expect(await page.locator('.search-note').allTextContents()).toContain('Did you mean blackmail?')
    expect((await titles()).length).toBeGreaterThan(0)
  })

  it('says what to do when nothing is found, and takes any address for a legal query', async () => {
    await open('/zh-hant/search/?q=%E9%BE%98%E9%9D%90%E9%BD%89')
    expect(await status()).toBe('沒有找到。')
    expect(await page.locator('.search-help a').count()).toBe(4)
    // Nothing was found, so nothing is said of what comes near.
    expect(await page.locator('.search-note').count()).toBe(0)
    for (const odd of [
      '?q=%22&kind=%3Cscript%3E&source=%22%20OR%201%3D1',
      '?q=%F0%9F%98%80',
      `?q=${'勒'.repeat(1_500)}`,
      '?min=abc&page=-3&sort=evil',
      '?q=%E0%A4%A',
    ]) {
      await open(`/en/search/${odd}`)
      expect(await page.locator('.search-retry').count(), odd).toBe(0)
    }
  })

  it('says so when the index cannot be reached, answers what it has read, and tries again', async () => {
    await open('/en/search/?q=blackmail')
    await context.setOffline(true)
    await page.locator('#search-input').fill('昨天今天明天後天')
    await page.locator('.search-retry').waitFor()
    expect(await status()).toContain('cannot be reached')
    await page.locator('#search-input').fill('blackmail')
    await page.locator('.search-hit').first().waitFor()
    await page.locator('#search-input').fill('昨天今天明天後天')
    await page.locator('.search-retry').waitFor()
    await context.setOffline(false)
    await page.locator('.search-retry').click()
    await expect.poll(() => page.locator('.search-retry').count()).toBe(0)
    expect(await status()).not.toContain('cannot be reached')
  })

  it('says so when a file of the index is missing, cut off or of another version', async () => {
    const faults = [
      ['404', { status: 404, body: '' }, 'not there'],
      ['cut', { status: 200, body: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]) }, 'damaged'],
      ['other', { status: 200, body: 'hello' }, 'damaged'],
    ] as const
    for (const [name, answer, words] of faults) {
      await page.route(/\/search\/[0-9a-f]{16}\/t\//, (route) => route.fulfill(answer))
      await open('/en/search/?q=blackmail')
      expect(await status(), name).toContain(words)
      await page.unroute(/\/search\/[0-9a-f]{16}\/t\//)
    }
    await page.route(/manifest\.json/, (route) => route.fulfill({ status: 200, body: '{"format":99}' }))
    await open('/en/search/?q=blackmail')
    expect(await status()).toContain('older than the search index')
  })

  it('without JavaScript it leads to what can be browsed', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(`${origin()}/zh-hans/search/`)
    for (const link of await still.locator('.search-places a').all()) {
      expect(await link.isVisible()).toBe(true)
      expect(
        (await still.request.get(new URL((await link.getAttribute('href'))!, still.url()).href)).status(),
      ).toBe(200)
    }
    expect(await still.locator('.search-places a').count()).toBe(4)
    expect(await still.locator('#search-app').textContent()).toContain('搜索需要 JavaScript')
    await plain.close()
  })
})
