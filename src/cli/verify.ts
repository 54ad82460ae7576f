import type { Command } from 'commander'
import { revivePages } from '../../scrapers/kept-state.ts'
import type { Article } from '../core/model/article.ts'
import type { Cache, Noun, Records, Store } from '../store/store.ts'
import { type Context, type DataOptions, EXIT, openContext } from './context.ts'
import { linkRecords } from './link.ts'
import { openMeter } from './meter.ts'
import { type Output, openOutput } from './output.ts'
import { withLine } from './progress.ts'
import { takeRunLock } from './run-lock.ts'
import { checkArticle, countCodePoints } from './verify-article.ts'
import {
  checkAid,
  checkArticleLinks,
  checkFinding,
  checkRedirect,
  checkStory,
  Known,
} from './verify-links.ts'

interface VerifyOptions extends DataOptions {
  repair?: boolean
  log?: string
}

/** What was looked at, and what is wrong. */
export interface Verified {
  records: number
  quotes: number
  /** Articles whose text is not in the cache, so that their quotes could not be compared. */
  withoutText: number
  problems: Problem[]
  repaired: number
  /** Pages that the next run reads again, because their record is gone. */
  revived: number
  seconds: number
}

export interface Problem {
  noun: Noun
  id: string
  message: string
}

const HELP = `
Looks at every record: its schema, the hash of its text, each quote against that text, ids, and that what it names exists.
--repair puts right only what follows from something else: the length of a text; findings and stories, which are linked anew;
machine-written records, which go; pages whose record was deleted, which the next run reads again. A quote that is not verbatim is never repaired: collect its source again.

Examples:
  redline verify
  redline verify --repair --log json

Exit codes: 0 all is well, 1 something is wrong (each named), 2 wrong usage.`

/** `redline verify`: every quote, hash, id, reference and link between records. */
export function register(program: Command): void {
  program
    .command('verify')
    .description('check every quote, hash, id, reference and link between records')
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s records')
    .option('--repair', 'put right what follows from other records')
    .option('--log <format>', 'json: one JSON object a line')
    .addHelpText('after', HELP)
    .action(async (options: VerifyOptions) => {
      const output = openOutput(options.log)
      const context = openContext(options)
      const lock = options.repair ? await takeRunLock(context) : undefined
      try {
        const verified = await withLine('Verifying', options.log, (say) =>
          verify(context, options.repair === true, say),
        )
        process.exitCode = tell(verified, output)
      } finally {
        lock?.release()
        await context.close()
      }
    })
}

function tell({ problems, ...counts }: Verified, output: Output): number {
  for (const { noun, id, message } of problems)
    output.fail('problem', { noun, id, message }, `${noun}/${id}: ${message}`)
  const { records, quotes, withoutText, repaired, revived, seconds } = counts
  const left = problems.length - repaired
  const line = `${records} records and ${quotes} quotes in ${seconds.toFixed(1)} s: ${problems.length} problems${repaired > 0 ? `, ${repaired} repaired` : ''}; ${withoutText} articles without their text at hand`
  if (revived > 0)
    output.report('revived', { revived }, `${revived} pages will be read again: their records are gone`)
  output.report('verified', { ...counts, problems: problems.length }, line)
  return left > 0 ? EXIT.someFailed : EXIT.ok
}

/** One verification: what it works on, what it found and what it may mend. */
interface Work {
  context: Context
  known: Known
  result: Verified
  isRepairing: boolean
  tell: (text: string) => void
}

export async function verify(
  context: Context,
  isRepairing = false,
  tell: (text: string) => void = () => undefined,
): Promise<Verified> {
  const started = performance.now()
  const { store, registry } = context
  const known = new Known(registry.topics.map(({ id }) => id))
  const counts = { records: 0, quotes: 0, withoutText: 0, repaired: 0, revived: 0, seconds: 0 }
  const result: Verified = { ...counts, problems: [] }
  const work = { context, known, result, isRepairing, tell }
  for await (const source of readAll(store, 'sources', result)) known.sources.add(source.id)
  await verifyArticles(work)
  await verifyLinked(work)
  for await (const { id, articleIds } of readAll(store, 'digests', result))
    report(result, 'digests', id, findMissing(articleIds, known))
  for await (const _ of readAll(store, 'runs', result));
  await verifyAids(work)
  if (isRepairing) {
    const articles = new Set(await store.listIds('articles'))
    // A record that somebody deleted, because it was damaged, is read again from where it came.
    result.revived = await revivePages(context, (id) => articles.has(id), Date.now())
  }
  result.seconds = (performance.now() - started) / 1000
  return result
}

const report = ({ problems }: Verified, noun: Noun, id: string, messages: string[]) => {
  for (const message of messages) problems.push({ noun, id, message })
}

async function verifyArticles({ context, known, result, isRepairing, tell }: Work): Promise<void> {
  const { store, cache } = context
  const meter = openMeter(await store.count('articles'), 'articles')
  for await (const [article, text] of withTexts(readAll(store, 'articles', result), cache, result)) {
    known.add(article)
    const line = meter.advance()
    if (known.figures.size % TOLD_EACH === 0) tell(line)
    const own = checkArticle(article, text)
    report(result, 'articles', article.id, [...own, ...checkArticleLinks(article, known)])
    if (isRepairing && text !== undefined) result.repaired += await repairLength(article, text, own, store)
  }
}

/** What follows from the articles: stories, findings, and where old ids lead. */
async function verifyLinked({ context, known, result, isRepairing }: Work): Promise<void> {
  const { store } = context
  for (const id of await store.listIds('findings')) known.findings.add(id)
  for (const id of await store.listIds('stories')) known.stories.add(id)
  const linksFrom = result.problems.length
  for await (const story of readAll(store, 'stories', result))
    report(result, 'stories', story.id, checkStory(story, known))
  for await (const finding of readAll(store, 'findings', result))
    report(result, 'findings', finding.id, checkFinding(finding, known))
  for await (const redirect of readAll(store, 'redirects', result)) {
    known.redirects.add(redirect.id)
    report(result, 'redirects', redirect.id, checkRedirect(redirect, known))
  }
  const broken = result.problems.slice(linksFrom)
  if (isRepairing && broken.length > 0) result.repaired += await repairLinks(context, broken)
}

/** Machine-written records can be asked for again: repairing removes those that are wrong. */
async function verifyAids({ context, known, result, isRepairing }: Work): Promise<void> {
  const { store, cache } = context
  for await (const aid of readAll(store, 'aids', result)) {
    const bytes = aid.claims.length > 0 ? await cache.get(aid.textHash) : undefined
    const problems = checkAid(aid, bytes && new TextDecoder().decode(bytes), known)
    result.quotes += aid.claims.length
    report(result, 'aids', aid.id, problems)
    if (!isRepairing || problems.length === 0) continue
    await store.remove('aids', aid.id)
    result.repaired += problems.length
  }
}

const findMissing = (ids: string[], { figures }: Known) =>
  ids.filter((id) => !figures.has(id)).map((id) => `articleIds: there is no article ${id}`)

/** Every record that can be read; one that cannot is a problem of its own and stops no other. */
async function* readAll<N extends Noun>(store: Store, noun: N, result: Verified): AsyncGenerator<Records[N]> {
  const seen = new Set<string>()
  try {
    for await (const record of store.list(noun)) {
      seen.add(record.id)
      result.records++
      yield record
    }
    return
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
  for (const id of await store.listIds(noun)) {
    if (seen.has(id)) continue
    result.records++
    try {
      const record = await store.read(noun, id)
      if (record) yield record
    } catch (error) {
      result.problems.push({ noun, id, message: (error as Error).message })
    }
  }
}

/** Articles between two lines on a terminal. */
const TOLD_EACH = 100
/** Texts read ahead of the one that is checked: enough to keep disk and decompression busy. */
const AHEAD = 64

async function* withTexts(
  articles: AsyncIterable<Article>,
  cache: Cache,
  result: Verified,
): AsyncGenerator<[Article, string | undefined]> {
  const decoder = new TextDecoder()
  const read = async (article: Article): Promise<[Article, string | undefined]> => {
    result.quotes += article.figures.length + article.claims.length
    try {
      const bytes = await cache.get(article.textHash)
      if (bytes) return [article, decoder.decode(bytes)]
      result.withoutText++
    } catch (error) {
      result.problems.push({ noun: 'articles', id: article.id, message: (error as Error).message })
    }
    return [article, undefined]
  }
  const waiting: Promise<[Article, string | undefined]>[] = []
  for await (const article of articles) {
    waiting.push(read(article))
    if (waiting.length === AHEAD) yield await waiting.shift()!
  }
  for (const pair of waiting) yield await pair
}

async function repairLength(
  article: Article,
  text: string,
  problems: string[],
  store: Store,
): Promise<number> {
  if (!problems.some((problem) => problem.startsWith('textLength:'))) return 0
  await store.write('articles', { ...article, textLength: countCodePoints(text) })
  return 1
}

/** Findings, stories and redirects follow from the articles: those that are broken go, and all are linked anew. */
async function repairLinks(context: Context, problems: Problem[]): Promise<number> {
  for (const { noun, id } of problems) await context.store.remove(noun, id)
  await linkRecords(context, new Date())
  return problems.length
}
