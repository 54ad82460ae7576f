import type { Run, SourceOutcome } from '../src/core/model/run.ts'
import type { SourceDefinition } from './define.ts'
import { explainFailure } from './failure.ts'
import type { KeptState } from './kept-state.ts'
import { checkList, type ListCheck, type ReadList } from './list.ts'
import { collectPages, type PagesContext, type PagesResult } from './pages.ts'

/** What a run of the collector works with. */
export interface CollectOptions extends PagesContext {
  sources: SourceDefinition[]
  readList: ReadList
  /** Sources that a person asks for now, whether due or not. */
  named?: ReadonlySet<string>
  /** What is asked of a source is asked within, where what is known of it must be fetched first. */
  withSource?: KeptState['withSource']
  /** Called when a source is done. */
  onOutcome?: (outcome: SourceOutcome) => void
}

/** Sources worked on at once; hosts are asked one at a time whatever this is. */
const AT_ONCE = 16

/** One run of the collector over all sources, each on its own: none stops another and none is passed over in silence. */
export async function collect(options: CollectOptions): Promise<Run> {
  const { sources, store, now, signal, onOutcome, withSource = (_, run) => run() } = options
  const startedAt = now()
  const total: PagesResult = { added: 0, changed: 0, figures: 0, dropped: 0, failures: [] }
  const waiting = sources[Symbol.iterator]()
  const done: SourceOutcome[] = []
  const work = async () => {
    for (const definition of waiting) {
      if (signal?.aborted) return
      const outcome = await withSource(definition.source.id, () => collectSource(definition, options, total))
      onOutcome?.(outcome)
      done.push(outcome)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  done.sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1))
  const run = buildRun(done, total, startedAt, now())
  await store.write('runs', run)
  return run
}

async function collectSource(
  definition: SourceDefinition,
  options: CollectOptions,
  total: PagesResult,
): Promise<SourceOutcome> {
  const { source } = definition
  const startedAt = performance.now()
  let problem: { code: string; message: string } | undefined
  let check: ListCheck = { outcome: 'unchanged', items: 0 }
  const pages: PagesResult = { added: 0, changed: 0, figures: 0, dropped: 0, failures: [] }
  try {
    check = await checkList(definition, options, options.named?.has(source.id) ?? false)
  } catch (error) {
    problem = explainFailure(error, source.url)
  }
  try {
    // What a site no longer lets us read, we no longer quote.
    const isForbidden = problem?.code === 'robots-disallowed'
    await options.store.write('sources', { ...source, ...(isForbidden && { excerptLimit: 0 }) })
    // Also when the list failed: pages of earlier lists may be due.
    Object.assign(pages, await collectPages(definition, options))
  } catch (error) {
    problem ??= explainFailure(error, source.url)
  }
  addUp(total, pages)
  return buildOutcome(source.id, check, pages, problem, performance.now() - startedAt)
}

function buildOutcome(
  sourceId: string,
  check: ListCheck,
  pages: PagesResult,
  problem: { code: string; message: string } | undefined,
  elapsedMs: number,
): SourceOutcome {
  const notice = problem ?? check.alarm ?? describeFailures(pages)
  const isChanged = check.outcome === 'ok' || pages.added + pages.changed > 0
  return {
    sourceId,
    outcome: problem ? 'failed' : isChanged ? 'ok' : 'unchanged',
    ...(notice && { code: notice.code, message: notice.message }),
    items: check.items,
    added: pages.added,
    changed: pages.changed,
    elapsedMs: Math.round(elapsedMs),
  }
}

/** One code for pages that gave no article; the message names up to three with their reasons. */
function describeFailures({ failures }: PagesResult): { code: string; message: string } | undefined {
  if (failures.length === 0) return undefined
  const named = failures
    .slice(0, 3)
    .map(({ code, message }) => `${code}: ${message?.replace(/\s*\n\s*/g, '; ')}`)
  return { code: 'pages-failed', message: `${failures.length} pages gave no article; ${named.join('; ')}` }
}

function addUp(total: PagesResult, { added, changed, figures, dropped, failures }: PagesResult): void {
  total.added += added
  total.changed += changed
  total.figures += figures
  total.dropped += dropped
  total.failures.push(...failures)
}

function buildRun(sources: SourceOutcome[], total: PagesResult, startedMs: number, finishedMs: number): Run {
  const startedAt = new Date(startedMs).toISOString()
  const count = (outcome: SourceOutcome['outcome']) =>
    sources.filter((source) => source.outcome === outcome).length
  return {
    id: startedAt.toLowerCase().replace(/[:.]/g, '-'),
    startedAt,
    finishedAt: new Date(finishedMs).toISOString(),
    sources,
    counts: {
      ok: count('ok'),
      unchanged: count('unchanged'),
      failed: count('failed'),
      added: total.added,
      changed: total.changed,
      pagesFailed: total.failures.length,
      figures: total.figures,
      quotesDropped: total.dropped,
    },
  }
}
