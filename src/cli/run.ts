import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { LockedError } from '../../scrapers/lock.ts'
import { readSources } from '../../scrapers/registry.ts'
import type { Config } from '../config.ts'
import type { Run } from '../core/model/run.ts'
import { openQueue } from '../queue/open.ts'
import { aidStage, findEndpoint } from './aid.ts'
import { joinRuns, openCollector } from './collector.ts'
import { type Context, EXIT, openConfig, openContext, PROJECT_ROOT } from './context.ts'
import { openMeter } from './meter.ts'
import { serveMetrics, writeMetrics } from './metrics.ts'
import { type Output, openOutput } from './output.ts'
import { takeRunLock } from './run-lock.ts'
import { explainSource, indexStage, linkStage, publishStage } from './run-stages.ts'
import { msUntilNext, writeNext } from './schedule.ts'
import { runStages, type Stage, type StageResult } from './stages.ts'
import { readStatus } from './status.ts'
import { buildHandler, hostsOf, readPress, stopOnInterrupt } from './worker.ts'

interface RunOptions {
  watch?: boolean
  publish: boolean
  press?: number
  work: boolean
  metricsFile?: string
  metricsPort?: number
  log?: string
}

const HELP = `
Collects from the sources that are due, joins figures where there is something new, builds the site. What it is told again it
leaves as it is, so it may be run as often as you like; a source is not asked more often than it wants.
With --watch the time of the next run is kept in the data folder: a restart does not start a run early.

Examples:
  redline run                              once
  redline run --watch                      every watchMinutes of the configuration (60)
  redline run --no-publish --log json      records only
  redline run --metrics-file /var/lib/node_exporter/redline.prom

Exit codes: 0 all well, 1 some sources failed or need attention (named), 2 wrong usage, or another run is at work.`

/** `redline run`: one round of everything, or a round every so often. */
export function register(program: Command): void {
  program
    .command('run')
    .description('collect what is due, link it and publish: once, or on a schedule with --watch')
    .option('--watch', 'go on, a round every `watchMinutes`')
    .option('--no-publish', 'leave the site as it is')
    .option('--no-work', 'only add jobs to the shared queue and wait for workers')
    .option('--metrics-file <file>', 'write Prometheus metrics there after each round')
    .option('--metrics-port <port>', 'serve Prometheus metrics on loopback while watching', parsePort)
    .option(
      '--press <port>',
      'collect from a running `redline sample serve` instead of live sources',
      parsePort,
    )
    .option('--log <format>', 'json: one JSON object a line')
    .addHelpText('after', HELP)
    .action(async (options: RunOptions) => {
      process.exitCode = await runCommand(options)
    })
}

async function runCommand(options: RunOptions): Promise<number> {
  const output = openOutput(options.log)
  const { config } = openConfig()
  const stop = stopOnInterrupt()
  const context = openContext()
  try {
    if (!options.watch) return await runOnce(context, config, options, output, stop)
    return await watch(context, config, options, output, stop)
  } catch (error) {
    if (stop.aborted) return 130
    if (!(error instanceof LockedError)) throw error
    output.fail('locked', {}, error.message)
    return EXIT.usage
  } finally {
    await context.close()
  }
}

/** A round that fails is told and does not end the watch. */
async function watch(
  context: Context,
  config: Config,
  options: RunOptions,
  output: Output,
  stop: AbortSignal,
): Promise<number> {
  const file = join(context.dataDir, 'schedule.json')
  const intervalMs = config.watchMinutes * 60_000
  const port = options.metricsPort ?? config.metricsPort
  const metrics = port === undefined ? undefined : await serveMetrics(port, () => readStatus(context))
  if (port !== undefined) output.report('metrics', { port }, `metrics at http://127.0.0.1:${port}/metrics`)
  while (!stop.aborted) {
    const waitMs = msUntilNext(file, intervalMs, Date.now())
    if (waitMs > 0)
      output.report('waiting', { waitMs }, `next round at ${new Date(Date.now() + waitMs).toISOString()}`)
    await sleep(waitMs, undefined, { signal: stop }).catch(() => undefined)
    if (stop.aborted) break
    await writeNext(file, Date.now() + intervalMs)
    try {
      await runOnce(context, config, options, output, stop)
    } catch (error) {
      if (!stop.aborted)
        output.fail(
          'round-failed',
          { message: (error as Error).message },
          `this round failed: ${(error as Error).message}`,
        )
    }
  }
  metrics?.close()
  output.report('stopped', {}, 'Stopped.')
  return EXIT.ok
}

async function runOnce(
  context: Context,
  config: Config,
  options: RunOptions,
  output: Output,
  stop: AbortSignal,
): Promise<number> {
  const lock = await takeRunLock(context)
  let run: Run | undefined
  let previousStart = 0
  const collecting: Stage = {
    name: 'collect',
    async run(tell) {
      previousStart = await findLastStart(context)
      run = await collectRound(context, config, options, output, stop, tell)
      return summarizeRound(run)
    },
  }
  const linking: Stage = {
    name: 'link',
    async run(tell) {
      stop.throwIfAborted()
      if (!(await needsLinking(context, run!, previousStart)))
        return { line: 'nothing new; findings are as they were' }
      return linkStage(context).run(tell)
    },
  }
  try {
    const { dataDir, contentDir, databaseUrl } = context
    const publishing = publishStage({ dataDir, contentDir, databaseUrl })
    const server = config.meilisearchUrl
    const indexing = server === undefined ? [] : [indexStage(context, server)]
    const endpoint = findEndpoint(config)
    const aiding = endpoint ? [aidStage(context, config, endpoint)] : []
    const stages = [collecting, linking, ...aiding, ...(options.publish ? [publishing, ...indexing] : [])]
    await runStages(stages, output, options.log === 'json')
    const file = options.metricsFile ?? config.metricsFile
    if (file !== undefined) await writeMetrics(file, await readStatus(context))
  } finally {
    lock.release()
  }
  return run!.sources.some(({ code }) => code !== undefined) ? EXIT.someFailed : EXIT.ok
}

function summarizeRound({ sources, counts }: Run): StageResult {
  const { added = 0, changed = 0, failed = 0, figures = 0 } = counts
  return {
    line: `${sources.length} sources, ${failed} failed; ${added} articles new, ${changed} changed, ${figures} figures read`,
    fields: counts,
    notes: sources.filter(({ code }) => code !== undefined).flatMap(explainSource),
  }
}

/** There is something new: articles, or what editors wrote since the run before. */
async function needsLinking(
  { store, contentDir }: Context,
  { counts }: Run,
  previousStart: number,
): Promise<boolean> {
  if ((counts['added'] ?? 0) + (counts['changed'] ?? 0) > 0) return true
  if (findEdited(contentDir) > previousStart) return true
  return (await store.count('findings')) === 0 && (await store.count('articles')) > 0
}

async function findLastStart({ store }: Context): Promise<number> {
  const last = (await store.listIds('runs')).at(-1)
  const run = last === undefined ? undefined : await store.read('runs', last)
  return run ? Date.parse(run.startedAt) : 0
}

/** When a registry or a review was last written, in milliseconds since the epoch. */
function findEdited(contentDir: string): number {
  const folders = [
    join(PROJECT_ROOT, 'content'),
    join(PROJECT_ROOT, 'content/entities'),
    join(contentDir, 'reviews'),
  ]
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /\.(jsonl|ya?ml)$/.test(path))
  return Math.max(0, ...files.map((path) => statSync(path).mtimeMs))
}

/** Adds a job for each source and works on them, along with whoever else works on the same queue. */
async function collectRound(
  context: Context,
  config: Config,
  options: RunOptions,
  output: Output,
  stop: AbortSignal,
  tell: (text: string) => void,
): Promise<Run> {
  const startedAt = new Date()
  const sources = options.press === undefined ? await readSources() : await readPress(options.press)
  const allow = options.press === undefined ? config.allowHosts : hostsOf(sources)
  const queue = await openQueue(config)
  const { contact } = config
  const onDamaged = (line: string) => output.fail('state-damaged', {}, line)
  const collector = await openCollector({ context, sources, contact, allow, signal: stop, onDamaged })
  const enough = new AbortController()
  try {
    const meter = openMeter(sources.length, 'sources')
    const progress: Output = {
      report: () => tell(meter.advance()),
      fail: () => undefined,
    }
    const jobs = sources.map(({ source }) => ({ key: source.id, data: { sourceId: source.id } }))
    const tickets = await queue.add(jobs)
    const working = options.work
      ? queue.work(buildHandler(collector, progress), {
          concurrency: 16,
          signal: AbortSignal.any([enough.signal, stop]),
        })
      : Promise.resolve()
    const settled = await queue.settle(tickets, stop)
    enough.abort()
    await working
    const parts = settled.flatMap(({ key, output, error }) =>
      error === undefined ? [output as Run] : [failedPart(key, error)],
    )
    const run = joinRuns(parts, startedAt, new Date())
    await context.store.write('runs', run)
    return run
  } finally {
    enough.abort()
    await collector.close()
    await queue.close()
  }
}

/** A job that was parked: its source stands as failed in the run. */
const failedPart = (sourceId: string, message: string): Run => ({
  id: sourceId,
  startedAt: '',
  finishedAt: '',
  sources: [
    {
      sourceId,
      outcome: 'failed',
      code: 'unexpected',
      message,
      items: 0,
      added: 0,
      changed: 0,
      elapsedMs: 0,
    },
  ],
  counts: { failed: 1 },
})

function parsePort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new InvalidArgumentError('expected a whole number from 1 to 65535.')
}
