import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SiteServer, serveSite } from '../../src/cli/site-server.ts'
import { builtSite } from '../site/built-site.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const FINDING = '/zh-hans/findings/f-blackmail-claude-opus-4/'
let server: SiteServer
let browser: Browser

beforeAll(async () => {
  if (!CHROMIUM) throw new Error('this test needs Chromium: apt-get install chromium')
  server = await serveSite(await builtSite(), 0)
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
  ]
  browser = await chromium.launch({ executablePath: CHROMIUM, args })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe('copying a citation', () => {
  it('takes one click, and the button says so', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await page.goto(server.url + FINDING)
    const form = page.locator('.cite [data-cite]').nth(3)
    const button = form.locator('button')
    await button.click()
    await expect.poll(() => button.textContent()).toBe('已复制')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(await form.locator('[data-text]').textContent())
    expect(copied).toContain('[N/OL]. Sample Lab Notes, 2026-08-03')
    await context.close()
  })

  it('needs no script: without one there are no buttons, and every form can be read', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(server.url + FINDING)
    expect(await page.locator('.cite button:visible').count()).toBe(0)
    expect(await page.locator('.cite [data-text]').count()).toBe(15)
    await page.locator('.cite summary').first().click()
    expect(await page.locator('.cite pre').first().isVisible()).toBe(true)
    await context.close()
  })
})
