import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { parseDocument } from '../../scrapers/parse/document.ts'
import { readSampleArticles, type SampleArticle } from '../../scrapers/sample/articles.ts'
import { type Context, openContext } from '../../src/cli/context.ts'
import { measureFolder } from '../../src/cli/folder-size.ts'
import { linkRecords } from '../../src/cli/link.ts'
import { publish } from '../../src/cli/publish.ts'
import { buildArticle, buildMatchers } from '../../src/core/extract/article.ts'
import { isParseFailure } from '../../src/core/extract/document.ts'
import { formatRecord } from '../../src/store/records.ts'
import { makeArticle, writeWorld } from '../synthetic.ts'

const NOW = new Date('2026-11-21T00:00:00Z')

/** What one more document costs. */
export interface Costs {
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
  /** Bytes of a source's line in the record of a run. */
  outcome: number
  /** Documents of the search index. */
  documents: number
}

/** What one more document costs: the difference between all samples and half of them, so that fixed costs do not count. */
export async function measureDocuments(): Promise<Costs> {
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
    const now = NOW
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
      outcome: measureOutcome() * samples.length,
      documents: await countDocuments(context),
    }
  } finally {
    await context.close()
    rmSync(data, { recursive: true, force: true })
  }
}

/** A run in which nothing was new, as most are. */
function measureOutcome(): number {
  const outcome = { outcome: 'unchanged' as const, items: 20, added: 0, changed: 0, elapsedMs: 1_234 }
  const at = NOW.toISOString()
  const sizeOf = (count: number) =>
    formatRecord('runs', {
      id: 'r',
      startedAt: at,
      finishedAt: at,
      sources: Array.from({ length: count }, (_, source) => ({
        sourceId: `alignment-forum-${source}`,
        ...outcome,
      })),
      counts: {},
    }).length
  return (sizeOf(200) - sizeOf(100)) / 100
}

async function countDocuments({ store }: Context): Promise<number> {
  let count = await store.count('findings')
  for await (const { figures } of store.list('articles')) count += 1 + figures.length
  return count
}

/** What a round costs that brings one article to a site of all samples: seconds of CPU, and how many pages are made anew. */
export async function measureRound(): Promise<{ cpu: number; rendered: number; pages: number }> {
  const data = mkdtempSync(join(tmpdir(), 'redline-scale-'))
  writeWorld(data, 200)
  const context = openContext({ data })
  try {
    await linkRecords(context, NOW)
    const { pages } = await publish(context)
    const { article, text } = makeArticle(200)
    await context.cache.put(new TextEncoder().encode(text))
    await context.store.write('articles', article)
    let rendered = 0
    const cpu = await cpuSeconds(async () => {
      await linkRecords(context, NOW)
      rendered = (await publish(context)).rendered
    })
    return { cpu, rendered, pages }
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
