// The numbers of docs/scale.md: `node bin/run.mjs bench/scale.ts`. Measures what a document costs at each stage on this machine,
// then computes what 100 to 100,000 sources need. `--json` prints the measured costs.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { parseDocument } from '../scrapers/parse/document.ts'
import { readSampleArticles, type SampleArticle } from '../scrapers/sample/articles.ts'
import { openContext } from '../src/cli/context.ts'
import { measureFolder } from '../src/cli/folder-size.ts'
import { linkRecords } from '../src/cli/link.ts'
import { publish } from '../src/cli/publish.ts'
import { buildArticle, buildMatchers } from '../src/core/extract/article.ts'
import { isParseFailure } from '../src/core/extract/document.ts'
import { formatRecord } from '../src/store/records.ts'

/** What an average source does, after the registered live ones: entries a day, and requests for its list a day. */
const ARTICLES_A_DAY = 2
const LIST_CHECKS_A_DAY = 24
/** Pages are looked at again four times for corrections (scrapers/pages.ts). */
const LOOKS_A_PAGE = 5
/** Most answers to conditional requests are 304 with some 300 bytes; a list is 60 KB, a page 80 KB, compressed to a quarter. */
const BYTES = { unchanged: 300, list: 15_000, page: 20_000 }
const LISTS_CHANGED = 0.1

interface Costs {
  /** CPU seconds a document. */
  extract: number
  link: number
  publish: number
  /** Bytes a document. */
  record: number
  text: number
  site: number
  index: number
  pages: number
}

/** What one more document costs: the difference between all samples and half of them, so that fixed costs do not count. */
async function measure(): Promise<Costs> {
  const samples = readSampleArticles()
  const half = await measureWorld(samples.filter((_, at) => at % 2 === 0))
  const whole = await measureWorld(samples)
  const more = Math.floor(samples.length / 2)
  const costs = {} as Costs
  for (const name of Object.keys(whole) as (keyof Costs)[]) costs[name] = (whole[name] - half[name]) / more
  // The half went first and warmed the code up, so here the average says more than the difference.
  costs.extract = whole.extract / samples.length
  return costs
}

/** Totals of a world with these articles. */
async function measureWorld(samples: SampleArticle[]): Promise<Costs> {
  const data = mkdtempSync(join(tmpdir(), 'redline-scale-'))
  const context = openContext({ data })
  try {
    const matchers = buildMatchers(context.registry)
    const now = new Date('2026-11-21T00:00:00Z')
    let [record, text] = [0, 0]
    const extract = await cpuSeconds(async () => {
      for (const { outlet, slug, body, date } of samples) {
        const bytes = new TextEncoder().encode(`# ${slug}\n\n${body}`)
        const document = await parseDocument(bytes, { file: `${slug}.md`, now })
        if (isParseFailure(document)) throw new Error(`${slug}: ${document.message}`)
        const meta = {
          sourceId: outlet,
          url: `https://${outlet}.example/${slug}`,
          retrievedAt: now.toISOString(),
          firstSeenAt: now.toISOString(),
          sample: true,
        }
        const article = buildArticle({ ...document, published: date.slice(0, 10) }, meta, matchers)
        await context.store.write('articles', article)
        const bytesOfText = new TextEncoder().encode(document.text)
        await context.cache.put(bytesOfText)
        record += formatRecord('articles', article).length
        text += zstdCompressSync(bytesOfText).length
      }
    })
    const link = await cpuSeconds(async () => void (await linkRecords(context, now)))
    let pages = 0
    const published = await cpuSeconds(async () => {
      pages = (await publish(context)).pages
    })
    return {
      extract,
      link,
      publish: published,
      record,
      text,
      site: await measureFolder(join(data, 'site')),
      index: await measureFolder(join(data, 'site/search')),
      pages,
    }
  } finally {
    await context.close()
    rmSync(data, { recursive: true, force: true })
  }
}

/** CPU time of this process and of the children that ended meanwhile (the site is built in one). */
async function cpuSeconds(work: () => Promise<void>): Promise<number> {
  const before = total()
  await work()
  return total() - before

  function total(): number {
    const { userCPUTime, systemCPUTime } = process.resourceUsage()
    return (userCPUTime + systemCPUTime) / 1e6 + childSeconds()
  }
}

/** Linux only: user and system time of waited-for children, in hundredths of a second (proc(5), fields 16 and 17). */
function childSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}

function print(c: Costs): void {
  const row = (name: string, of: (sources: number) => string) =>
    `| ${name} | ${[100, 1_000, 10_000, 100_000].map(of).join(' | ')} |`
  const articles = (sources: number) => sources * ARTICLES_A_DAY
  const requests = (sources: number) => sources * LIST_CHECKS_A_DAY + articles(sources) * LOOKS_A_PAGE
  const transfer = (sources: number) =>
    sources * LIST_CHECKS_A_DAY * (LISTS_CHANGED * BYTES.list + (1 - LISTS_CHANGED) * BYTES.unchanged) +
    articles(sources) * (BYTES.page + (LOOKS_A_PAGE - 1) * BYTES.unchanged)
  console.log(
    [
      `A document costs ${ms(c.extract)} CPU to read and extract, ${ms(c.link)} to link, ${ms(c.publish)} to publish (${c.pages.toFixed(0)} pages);`,
      `its record is ${kb(c.record)}, its text ${kb(c.text)} compressed, its pages ${kb(c.site)}, its part of the index ${kb(c.index)}.`,
      '',
      '| sources | 100 | 1,000 | 10,000 | 100,000 |',
      '| --- | ---: | ---: | ---: | ---: |',
      row('articles a day', (n) => number(articles(n))),
      row('requests a day', (n) => number(requests(n))),
      row('requests a second', (n) => (requests(n) / 86_400).toFixed(2)),
      row('transfer a day', (n) => size(transfer(n))),
      row('CPU to extract, a day', (n) => seconds(articles(n) * c.extract)),
      row('records a year', (n) => size(articles(n) * 365 * c.record)),
      row('texts a year', (n) => size(articles(n) * 365 * c.text)),
      row('site of a year, as it is built now', (n) => size(articles(n) * 365 * c.site)),
      row('index of a year', (n) => size(articles(n) * 365 * c.index)),
      row('CPU to build a year from nothing', (n) => seconds(articles(n) * 365 * c.publish)),
      row('CPU to build one month', (n) => seconds(articles(n) * 30 * c.publish)),
      row('workers, at 16 sources at once and 2 s a request', (n) =>
        number(Math.ceil((requests(n) * 2) / 86_400 / 16)),
      ),
    ].join('\n'),
  )
}

const number = (value: number) => value.toLocaleString('en')
const ms = (value: number) => `${(value * 1_000).toFixed(0)} ms`
const kb = (value: number) => `${(value / 1_000).toFixed(1)} KB`
const size = (bytes: number) =>
  bytes > 1e12
    ? `${(bytes / 1e12).toFixed(1)} TB`
    : bytes > 1e9
      ? `${(bytes / 1e9).toFixed(1)} GB`
      : `${(bytes / 1e6).toFixed(0)} MB`
const seconds = (value: number) =>
  value > 5_400
    ? `${(value / 3_600).toFixed(1)} h`
    : value > 90
      ? `${(value / 60).toFixed(0)} min`
      : `${value.toFixed(0)} s`

const costs = await measure()
if (process.argv.includes('--json')) console.log(JSON.stringify(costs, undefined, 2))
else print(costs)
