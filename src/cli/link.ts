import type { Command } from 'commander'
import { link } from '../core/cluster/link.ts'
import { reviewArticles, reviewFindings } from '../core/cluster/reviews.ts'
import { readReviews } from '../reviews.ts'
import type { PostgresStore } from '../store/postgres.ts'
import type { Noun, Records, Store } from '../store/store.ts'
import { findText } from '../store/texts.ts'
import { type Context, type DataOptions, openContext } from './context.ts'
import { openOutput } from './output.ts'

/** What linking found. */
export interface LinkCounts {
  articles: number
  stories: number
  findings: number
  /** Findings that two or more independent sources carry. */
  shared: number
  /** Findings stated in more than one language or script. */
  acrossLanguages: number
  /** Records written, and records that were merged away or split. */
  written: number
  removed: number
  seconds: number
  /** Reviews that could not be read or applied, one sentence each. */
  warnings: string[]
}

/** `redline link`: stories and findings of all articles, stored. */
export function register(program: Command): void {
  program
    .command('link')
    .description('join figures that state the same result into findings, and versions of a text into stories')
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s records')
    .option('--log <format>', 'json: one JSON object a line')
    .addHelpText('after', '\nExample:\n  redline link --sample\n')
    .action(async (options: DataOptions & { log?: string }) => {
      const context = openContext(options)
      try {
        const counts = await linkRecords(context, new Date())
        const output = openOutput(options.log)
        output.report('linked', { ...counts }, summarizeLinks(counts))
        for (const warning of counts.warnings) output.fail('review', { warning }, warning)
      } finally {
        await context.close()
      }
    })
}

/** One line for people. */
export const summarizeLinks = ({ articles, findings, shared, acrossLanguages, stories }: LinkCounts) =>
  `${articles} articles: ${findings} findings (${shared} in several sources, ${acrossLanguages} in several languages), ${stories} stories`

/** Links all articles of the store; ids of findings and stories that existed before are kept. */
export async function linkRecords(
  { store, cache, registry, contentDir }: Context,
  now: Date,
): Promise<LinkCounts> {
  const started = performance.now()
  const { reviews, problems } = readReviews(contentDir)
  const { articles, rules, warnings } = reviewArticles(await gather(store, 'articles'), reviews)
  const [findings, stories] = [await gather(store, 'findings'), await gather(store, 'stories')]
  const redirects = await gather(store, 'redirects')
  const texts = new Map<string, string>()
  for (const { textHash } of articles) {
    const text = await findText(cache, textHash, (message) => problems.push(message))
    if (text !== undefined) texts.set(textHash, text)
  }
  const all = link(articles, registry, {
    texts,
    rules,
    sources: await gather(store, 'sources'),
    previous: { findings, stories, redirects },
    now: now.toISOString(),
  })
  const reviewed = reviewFindings(all.findings, reviews)
  const linked = { ...all, findings: reviewed.findings }
  // What is new first, then where old ids lead, then the old records: killed in between, nothing is lost.
  const written =
    (await writeAll(store, 'findings', linked.findings)) +
    (await writeAll(store, 'stories', linked.stories)) +
    (await writeAll(store, 'redirects', linked.redirects))
  const removed =
    (await removeOthers(store, 'findings', findings, linked.findings)) +
    (await removeOthers(store, 'stories', stories, linked.stories)) +
    (await removeOthers(store, 'redirects', redirects, linked.redirects))
  return {
    articles: articles.length,
    stories: linked.stories.length,
    findings: linked.findings.length,
    shared: linked.findings.filter(({ independentSources }) => independentSources > 1).length,
    acrossLanguages: linked.findings.filter(({ langs }) => langs.length > 1).length,
    written,
    removed,
    seconds: (performance.now() - started) / 1000,
    warnings: [...problems, ...warnings, ...reviewed.warnings],
  }
}

async function gather<N extends Noun>(store: Store, noun: N): Promise<Records[N][]> {
  const records: Records[N][] = []
  for await (const record of store.list(noun)) records.push(record)
  return records
}

async function writeAll<N extends Noun>(
  store: Store & Partial<PostgresStore>,
  noun: N,
  records: Records[N][],
): Promise<number> {
  if (store.writeMany) return store.writeMany(noun, records)
  let written = 0
  for (const record of records) if ((await store.write(noun, record)) !== 'unchanged') written++
  return written
}

async function removeOthers(
  store: Store,
  noun: Noun,
  before: { id: string }[],
  after: { id: string }[],
): Promise<number> {
  const kept = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !kept.has(id))
  for (const { id } of gone) await store.remove(noun, id)
  return gone.length
}
