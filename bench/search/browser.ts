import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { StaticIndexBuilder } from '../../src/search/static-build.ts'
import { makeDocuments, makeQueries } from './documents.ts'
import { quantile, type StageResult, usage } from './stage.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--enable-precise-memory-info',
]
const ENTRY = `
import { StaticSearch } from ${JSON.stringify(resolve(ROOT, 'src/search/static.ts'))}
import { readByFetch } from ${JSON.stringify(resolve(ROOT, 'src/search/static-files.ts'))}
const engine = new StaticSearch(readByFetch('/search/'), 'en')
window.ask = async (text) => {
  await engine.search({ text })
  const start = performance.now()
  await engine.search({ text })
  return performance.now() - start
}
`

/** Each query twice in Chromium: the second, with its files read, is the time after transfer. */
export async function run(count: number): Promise<StageResult> {
  const before = process.cpuUsage()
  const builder = new StaticIndexBuilder()
  for (const document of makeDocuments(count)) builder.add(document)
  const files = new Map<string, Uint8Array>()
  for (const { path, bytes } of builder.files([], { en: {}, 'zh-Hans': {}, 'zh-Hant': {} }))
    files.set(`/search/${path}`, bytes)
  const built = usage(before)
  files.set('/main.js', new TextEncoder().encode(await bundle()))
  files.set('/', new TextEncoder().encode('<!doctype html><script type="module" src="/main.js"></script>'))
  const server = createServer((request, response) => {
    const bytes = files.get(request.url!)
    const type =
      request.url === '/'
        ? 'text/html'
        : request.url!.endsWith('.js')
          ? 'text/javascript'
          : 'application/octet-stream'
    response.writeHead(bytes ? 200 : 404, { 'content-type': type })
    response.end(bytes)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS })
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const times: number[] = []
    for (const text of makeQueries(200, count))
      times.push(await page.evaluate<number>(`ask(${JSON.stringify(text)})`))
    const session = await page.context().newCDPSession(page)
    const { metrics } = await session
      .send('Performance.enable')
      .then(() => session.send('Performance.getMetrics'))
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value
    const result = {
      ...built,
      indexMb: 0,
      queryMsP50: quantile(times, 0.5),
      queryMsP95: quantile(times, 0.95),
    }
    return { ...result, tabHeapMb: heap / 1e6 }
  } finally {
    await browser.close()
    server.close()
  }
}

async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'redline-bench-'))
  const entry = join(folder, 'entry.js')
  writeFileSync(entry, ENTRY)
  const lib = { entry, formats: ['es' as const], fileName: 'main' }
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib },
  })
  rmSync(folder, { recursive: true })
  const [chunk] = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  if (chunk?.type !== 'chunk') throw new Error('the bundle has no script')
  return chunk.code
}
