import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { buildSearchGroups } from '../../src/core/publish/search-words.ts'
import { readRegistry } from '../../src/registry.ts'
import { StaticIndexBuilder } from '../../src/search/static-build.ts'
import { makeDocuments, makeQueries } from './documents.ts'
import { bigrams } from './fts5.ts'
import { buildPagefind } from './pagefind.ts'
import { quantile, type StageResult } from './stage.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--enable-blink-features=ForceEagerMeasureMemory',
]
const SCRIPT = '<script type="module" src="/main.js"></script>'
/** Cold queries, each in a new browser context, and queries that follow each other in one. */
const COLD = 40
const FURTHER = 200

/** Both engines of the page, as the page bundles them; a search gives what ten hits show. */
const OURS = `
import { StaticSearch } from ${JSON.stringify(resolve(ROOT, 'src/search/static.ts'))}
import { readByFetch } from ${JSON.stringify(resolve(ROOT, 'src/search/static-files.ts'))}
const engine = new StaticSearch(readByFetch('/search/'), 'en')
window.ask = (text) => engine.search({ text })
`
const PAGEFIND = `
import * as pagefind from '/pagefind/pagefind.js'
await pagefind.init()
window.ask = async (text) => {
  const { results } = await pagefind.search(text)
  return Promise.all(results.slice(0, 10).map((result) => result.data()))
}
`
const TIME = `
window.timed = async (text) => {
  const start = performance.now()
  await window.ask(text)
  return performance.now() - start
}
document.title = 'ready'
`

/** Queries in Chromium over HTTP: what they transfer, how long one takes whose files are there, and the memory of the tab. */
export async function run(count: number, mode: 'ours' | 'stock' | 'bigrams' = 'ours'): Promise<StageResult> {
  const files = mode === 'ours' ? await ourFiles(count) : await pagefindFiles(count, mode)
  const none = {
    cpuSeconds: 0,
    peakMb: 0,
    indexMb: Number.NaN,
    queryMsP50: Number.NaN,
    queryMsP95: Number.NaN,
  }
  if (!files) return { ...none, note: 'no index to ask' }
  for (const lang of ['en', 'zh-Hans'])
    files.set(`/${lang}`, new TextEncoder().encode(`<!doctype html><html lang="${lang}">${SCRIPT}</html>`))
  const asIs = (text: string) => text
  const spell = mode === 'bigrams' ? (text: string) => `"${bigrams(text).trim()}"` : asIs
  const queries = makeQueries(FURTHER, count).map(spell)
  const server = await serve(files)
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS })
  try {
    return { ...none, ...(await measure(browser, server, queries, mode === 'stock')) }
  } finally {
    await browser.close()
    server.close()
  }
}

/** Stock Pagefind has an index for each language and asks that of the page: each query is asked in a page of its own language. */
const pageOf = (text: string, isByLanguage: boolean) =>
  isByLanguage && /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en'

async function measure(
  browser: Browser,
  { url, sent }: BenchServer,
  queries: string[],
  isByLanguage: boolean,
) {
  const cold: number[] = []
  for (const text of queries.slice(0, COLD)) {
    const before = sent()
    const page = await openTab(browser, url + pageOf(text, isByLanguage))
    await page.evaluate(`ask(${JSON.stringify(text)})`)
    cold.push((sent() - before) / 1024)
    await page.context().close()
  }
  const tabs = {
    en: await openTab(browser, `${url}en`),
    'zh-Hans': await openTab(browser, `${url}zh-Hans`),
  }
  const further: number[] = []
  const times: number[] = []
  for (const text of queries) {
    const page = tabs[pageOf(text, isByLanguage)]
    const before = sent()
    await page.evaluate(`ask(${JSON.stringify(text)})`)
    further.push((sent() - before) / 1024)
    // The second time its files are there: the time after transfer.
    times.push(await page.evaluate<number>(`timed(${JSON.stringify(text)})`))
  }
  further.shift()
  const memory = (await tabs.en.evaluate('performance.measureUserAgentSpecificMemory()')) as { bytes: number }
  return {
    queryMsP50: quantile(times, 0.5),
    queryMsP95: quantile(times, 0.95),
    coldKbP50: quantile(cold, 0.5),
    coldKbP95: quantile(cold, 0.95),
    furtherKbP50: quantile(further, 0.5),
    furtherKbP95: quantile(further, 0.95),
    tabMb: memory.bytes / 1e6,
  }
}

/** A tab without a cache from before. */
async function openTab(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(url)
  await page.waitForFunction('document.title === "ready"')
  return page
}

async function ourFiles(count: number): Promise<Map<string, Uint8Array>> {
  const builder = new StaticIndexBuilder()
  for (const document of makeDocuments(count)) builder.add(document)
  const files = new Map<string, Uint8Array>()
  // The whole registry, as if every entity were in the news: the largest glossary that a reader can meet.
  const registry = readRegistry()
  const facets = { entity: registry.entities.map(({ id }) => id) }
  const groups = buildSearchGroups(registry, [{ facets }])
  for (const { path, bytes } of builder.files(groups, { en: {}, 'zh-Hans': {}, 'zh-Hant': {} }))
    files.set(`/search/${path}`, bytes)
  files.set('/main.js', new TextEncoder().encode((await bundle(OURS)) + TIME))
  return files
}

async function pagefindFiles(count: number, mode: 'stock' | 'bigrams') {
  const built = await buildPagefind(count, mode)
  if (!built.files) return undefined
  const files = new Map<string, Uint8Array>(
    built.files.map(({ path, content }) => [`/pagefind/${path}`, content]),
  )
  files.set('/main.js', new TextEncoder().encode(PAGEFIND + TIME))
  return files
}

interface BenchServer {
  url: string
  /** Bytes of all answers so far, without their headers; workers' requests are in it, which the page's tools do not see. */
  sent: () => number
  close: () => void
}

/** A server that compresses scripts, as every host does; headers let the tab measure its own memory. */
async function serve(files: Map<string, Uint8Array>): Promise<BenchServer> {
  let sent = 0
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://bench').pathname
    const bytes = files.get(path)
    const isScript = path.endsWith('.js')
    response.writeHead(bytes ? 200 : 404, {
      'content-type': /^\/(en|zh-Hans)$/.test(path)
        ? 'text/html'
        : isScript
          ? 'text/javascript'
          : 'application/octet-stream',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      ...(isScript ? { 'content-encoding': 'gzip' } : {}),
    })
    const body = isScript && bytes ? gzipSync(bytes) : (bytes ?? new Uint8Array())
    sent += body.length
    response.end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent: () => sent,
    close: () => server.close(),
  }
}

async function bundle(source: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'redline-bench-'))
  const entry = join(folder, 'entry.js')
  writeFileSync(entry, source)
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
