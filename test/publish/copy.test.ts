import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SiteServer, serveSite } from '../../src/cli/site-server.ts'
import { builtSite } from '../site/built-site.ts'
import { launchChromium } from '../site/chromium.ts'

const FINDING = '/zh-hans/findings/f-blackmail-claude-opus-4/'
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

describe('copying a citation', () => {
  it('takes one click, and the button says so for two seconds', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    // The page's own time stands still, so that a busy machine does not miss what is said for a moment.
    await page.clock.install()
    await page.goto(server.url + FINDING)
    const form = page.locator('.cite [data-cite]').nth(3)
    const button = form.locator('button')
    const label = await button.textContent()
    await page.clock.pauseAt(Date.now() + 3_600_000)
    await button.click()
    await expect.poll(() => button.textContent()).toBe('已复制')
    await page.clock.runFor(1_900)
    expect(await button.textContent()).toBe('已复制')
    await page.clock.runFor(200)
    expect(await button.textContent()).toBe(label)
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
