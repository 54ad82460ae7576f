import { existsSync } from 'node:fs'
import { type Browser, chromium, type Locator } from 'playwright-core'

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Clicks a link and waits until the page it leads to is all there: a click alone waits for its beginning. */
export async function follow(link: Locator): Promise<void> {
  await link.click()
  await link.page().waitForLoadState()
}

/** The machine's Chromium, which asks nobody anything by itself. */
export function launchChromium(more: string[] = []): Promise<Browser> {
  const executablePath = PATHS.find((path) => existsSync(path))
  if (!executablePath) throw new Error('these tests need Chromium: apt-get install chromium')
  return chromium.launch({ executablePath, args: [...FLAGS, ...more] })
}
