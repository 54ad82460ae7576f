import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SiteServer, serveSite } from '../../src/cli/site-server.ts'
import { builtSite, readPages } from './built-site.ts'
import { follow, launchChromium } from './chromium.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: SiteServer
let browser: Browser
let article: string
let figure: string

beforeAll(async () => {
  const site = await builtSite()
  const pages = readPages(site)
  article = [...pages]
    .find(([at, html]) => at.startsWith('/en/articles/') && html.includes('lesuo-shiyan'))![0]
    .slice(4)
  figure = [...pages]
    .find(([at, html]) => at.startsWith('/en/figures/') && html.includes('office-extortion'))![0]
    .slice(4)
  server = await serveSite(site, 0)
  browser = await launchChromium()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const EDITIONS = ['en', 'zh-hans', 'zh-hant']
const KINDS = () => [
  '',
  'findings/',
  'findings/f-blackmail-claude-opus-4/',
  'findings/f-crowd/',
  'findings/f-markup/',
  'findings/f-crowd/appearances/',
  article,
  figure,
  'articles/',
  'topics/',
  'topics/misalignment/',
  'entities/',
  'entities/anthropic/',
  'sources/',
  'sources/sample-machine/',
  'timeline/',
  'blind-spots/',
  'days/',
  'days/2026-08-06/',
  'digests/',
  'digests/day-2026-08-10/',
  'blind-spots/en/',
  'corrections/',
  'search/',
  'search/?q=96%25',
  'data/',
  'methods/',
  'status/',
  'about/',
  '404/',
]

/** Opens a page and gives what it violated: its policy, the console, or the rule that nothing is asked elsewhere. */
async function visit(page: Page, path: string): Promise<string[]> {
  const faults: string[] = []
  const origin = new URL(server.url).origin
  const onConsole = (message: { type(): string; text(): string }) => {
    if (message.type() === 'error') faults.push(`${path}: ${message.text()}`)
  }
  const onRequest = (request: { url(): string }) => {
    if (new URL(request.url()).origin !== origin) faults.push(`${path} asks ${request.url()}`)
  }
  page.on('console', onConsole).on('request', onRequest)
  await page.goto(`${server.url}${path}`)
  page.off('console', onConsole).off('request', onRequest)
  return faults
}

/** What axe runs by colour scheme: all rules, and those that look at colours, for no other reads the scheme. */
const RULES = {
  light: 'rules: { "target-size": { enabled: true } }',
  dark: 'runOnly: ["color-contrast", "link-in-text-block"]',
}

/** Links and controls that are less than 24 px high or wide, which axe lets pass where nothing else is near. */
const SMALL_TARGETS = `[...document.querySelectorAll("a:not(.skip), button, summary, select, input:not(label input)")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 0 && (width < 23.9 || height < 23.9))
  .map(([one, { width, height }]) => width + " x " + height + " " + one.outerHTML.slice(0, 80))`

async function layoutFaults(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${server.url}${path}`)
  if (path.includes('?q=')) await page.locator('.search-hit').first().waitFor()
  await page.evaluate(axe)
  const faults = (await page.evaluate<string[]>(SMALL_TARGETS)).map((target) => `${path}: small ${target}`)
  if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
    faults.push(`${path} is wider than the window`)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run({ preload: false, resultTypes: ["violations"], ${RULES[colorScheme]} })`,
    )
    for (const { id, nodes } of violations)
      faults.push(`${path} (${colorScheme}): ${id} ${nodes[0]?.html.slice(0, 120)}`)
  }
  return faults
}

async function expectWithin(link: Locator, width: number): Promise<void> {
  const box = await link.boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= width, await link.innerText()).toBe(true)
}

describe('in Chromium', () => {
  it('P6: every page kind keeps its Content Security Policy and asks no other origin, in each edition', async () => {
    const page = await browser.newPage()
    const faults: string[] = []
    for (const edition of EDITIONS)
      for (const kind of KINDS()) faults.push(...(await visit(page, `/${edition}/${kind}`)))
    for (const path of ['/', '/404.html']) faults.push(...(await visit(page, path)))
    expect(faults).toEqual([])
    const policy = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    await page.close()
  })

  it('axe finds no fault on any page kind in any edition, light or dark, and none is wider than a window of 320 px', async () => {
    const paths = EDITIONS.flatMap((edition) => KINDS().map((kind) => `/${edition}/${kind}`))
    const faults: string[] = []
    const check = async (some: string[]) => {
      const context = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 700 } })
      const page = await context.newPage()
      for (const path of some) faults.push(...(await layoutFaults(page, path)))
      await context.close()
    }
    paths.push('/', '/404.html')
    await Promise.all([0, 1].map((part) => check(paths.filter((_, index) => index % 2 === part))))
    expect(faults).toEqual([])
  }, 600_000)

  it('shows tables of a phone without scrolling them sideways, with short heads or each number behind its name', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    for (const edition of EDITIONS)
      for (const kind of ['methods/', 'status/', 'data/', 'blind-spots/']) {
        await page.goto(`${server.url}/${edition}/${kind}`)
        const wide = await page.evaluate<string[]>(
          '[...document.querySelectorAll("table, .scroll, main > section")].filter((one) => one.scrollWidth > one.clientWidth || one.getBoundingClientRect().right > 371).map((one) => one.outerHTML.slice(0, 80))',
        )
        expect(wide, `${edition} ${kind}`).toEqual([])
      }
    await page.goto(`${server.url}/en/status/`)
    const name = await page.evaluate(
      'getComputedStyle(document.querySelector(".stack td.num"), "::before").content',
    )
    expect(name).toContain('Items')
    expect(await page.getByRole('columnheader', { name: 'Traditional Chinese' }).innerText()).toBe('繁')
    await page.close()
  })

  it('parts no number from its unit at the end of a line', async () => {
    const page = await browser.newPage()
    const parted: string[] = []
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      for (const edition of EDITIONS)
        for (const kind of ['', 'findings/', 'timeline/', 'digests/day-2026-08-10/']) {
          await page.goto(`${server.url}/${edition}/${kind}`)
          const split = await page.evaluate<string[]>(
            '[...document.querySelectorAll(".whole, time, .row-value")].filter((one) => one.lastChild?.nodeType === 3 && one.lastChild.data.trim().length <= 16 && (() => { const range = document.createRange(); range.selectNode(one.lastChild); return range.getClientRects().length > 1 })()).map((one) => one.textContent)',
          )
          parted.push(...split.map((text) => `${width} ${edition}/${kind} ${text}`))
        }
    }
    expect(parted).toEqual([])
    await page.close()
  }, 60_000)

  it('prints a finding without what only a screen can use, and with the addresses of its sources', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.url}/zh-hant/findings/f-blackmail-claude-opus-4/`)
    await page.emulateMedia({ media: 'print' })
    for (const gone of ['.sections', '.editions', '.masthead-search', '.crumbs', '.copy', 'details', '.out'])
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false)
    for (const there of ['.banner', '.figure-value', 'blockquote', '.thread', '.bars', '.cite-forms'])
      expect(await page.locator(there).first().isVisible(), there).toBe(true)
    const address = await page.evaluate(
      'getComputedStyle(document.querySelector("blockquote"), "::after").content',
    )
    expect(address).toBe('"https://sample-lab.example/agentic-misalignment"')
    await page.close()
  })

  it('moves nothing after the first paint, and shows on a phone in which section one is', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.addInitScript(
      'globalThis.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((e) => (shift += e.value))).observe({ type: "layout-shift", buffered: true })',
    )
    for (const [index, kind] of KINDS().entries()) {
      await page.goto(`${server.url}/${EDITIONS[index % 3]}/${kind}`, { waitUntil: 'load' })
      if (kind.includes('?q=')) await page.locator('.search-hit').first().waitFor()
      expect(await page.evaluate('shift'), kind).toBe(0)
      const current = page.locator('.sections [aria-current]')
      if ((await current.count()) > 0) await expectWithin(current, 390)
    }
    await page.close()
  })

  it.each([
    ['en', 'Sample Lab Notes', 'Claude Opus 4 chose blackmail in 96% of runs'],
    ['zh-hans', '样例实验室札记', '勒索'],
    ['zh-hant', '範例實驗室札記', '九成六'],
  ])(
    'a journalist searches in Chinese in %s, opens the finding, reads who said it first and in which words, cites it and reaches the source',
    async (edition, primary, words) => {
      const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
      const page = await context.newPage()
      await page.goto(`${server.url}/${edition}/`)
      await page.locator('.hero-search input').fill('96% 勒索')
      await follow(page.locator('.hero-search button'))
      await follow(page.locator('[data-part="hits"] a[href*="/findings/f-blackmail-claude-opus-4/"]').first())
      const quotes = await page.locator('.card blockquote').allTextContents()
      expect(quotes.join(' ')).toContain(words)
      expect(await page.locator('.facts').textContent()).toContain(primary)
      const copied = () => page.evaluate<string>('navigator.clipboard.readText()')
      await page.locator('.cite [data-cite] .copy').first().click()
      await expect.poll(copied).toContain('96%')
      expect(await copied()).toContain('https://sample-lab.example/agentic-misalignment')
      await page.locator('.cite [data-cite] .copy').last().click()
      await expect.poll(copied).toBe(`https://redline.example/${edition}/findings/f-blackmail-claude-opus-4/`)
      const source = await page.locator('a.out').first().getAttribute('href')
      expect(source).toMatch(/^https:\/\/sample-lab\.example\/agentic-misalignment#:~:text=/)
      await context.close()
    },
  )

  it('the link to the source finds the sentence as the browser reads it', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.url}/en/findings/f-blackmail-claude-opus-4/`)
    const links = await page
      .locator('a.out')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href')))
    expect(links.every((link) => link?.includes('#:~:text='))).toBe(true)
    await page.close()
  })
})
