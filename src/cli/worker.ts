import { type Command, InvalidArgumentError } from 'commander'
import type { SourceDefinition } from '../../scrapers/define.ts'
import { readSources } from '../../scrapers/registry.ts'
import type { Run } from '../core/model/run.ts'
import { openQueue } from '../queue/open.ts'
import type { Handler } from '../queue/queue.ts'
import { type Collector, openCollector } from './collector.ts'
import { type Context, EXIT, openConfig, openContext } from './context.ts'
import { type Output, openOutput } from './output.ts'

interface WorkerOptions {
  concurrency: number
  press?: number
  parked?: boolean
  retryParked?: boolean
  lease?: number
  log?: string
}

const HELP = `
Needs queue and store \`postgres\` (docs/operating.md); any number of workers on any number of machines share the jobs that
\`redline run\` adds. Each host is asked by one of them at a time. A worker that dies loses nothing: its jobs go to others.

Examples:
  redline worker                        work until Ctrl-C
  redline worker --parked               jobs that failed at every try
  redline worker --retry-parked         give them their tries back`

/** `redline worker`: works on the jobs of a shared queue. */
export function register(program: Command): void {
  program
    .command('worker')
    .description('work on the jobs of a shared queue until Ctrl-C; any number of workers may')
    .option('--concurrency <number>', 'sources worked on at once', parseCount, 16)
    .option('--parked', 'only list the jobs that failed at every try')
    .option('--retry-parked', 'only give parked jobs their tries back')
    .option(
      '--lease <seconds>',
      'a worker not heard of for so long has lost its jobs (default 30, at least 10)',
      parseCount,
    )
    .option(
      '--press <port>',
      'collect from a running `redline sample serve` instead of live sources',
      parseCount,
    )
    .option('--log <format>', 'json: one JSON object a line')
    .addHelpText('after', HELP)
    .action(async (options: WorkerOptions) => {
      process.exitCode = await runWorker(options)
    })
}

async function runWorker(options: WorkerOptions): Promise<number> {
  const output = openOutput(options.log)
  const { config } = openConfig()
  if (config.queue !== 'postgres' || config.store !== 'postgres') {
    const line = 'redline worker: needs "queue": "postgres" and "store": "postgres"; see `redline config`'
    output.fail('usage', {}, line)
    return EXIT.usage
  }
  const queue = await openQueue(config, options.lease === undefined ? {} : { leaseSeconds: options.lease })
  try {
    if (options.parked) {
      const parked = await queue.listParked()
      for (const { key, error } of parked) output.report('parked', { key, error }, `${key}: ${error}`)
      return parked.length > 0 ? EXIT.someFailed : EXIT.ok
    }
    if (options.retryParked) {
      const count = await queue.retryParked()
      output.report('retried', { count }, `${count} jobs got their tries back`)
      return EXIT.ok
    }
    const stop = stopOnInterrupt()
    const sources = options.press === undefined ? await readSources() : await readPress(options.press)
    const context = openContext()
    const allow = options.press === undefined ? config.allowHosts : hostsOf(sources)
    const onDamaged = (line: string) => output.fail('state-damaged', {}, line)
    const collector = await openCollector({ context, sources, contact: config.contact, allow, onDamaged })
    output.report(
      'working',
      { pid: process.pid },
      `working with ${options.concurrency} sources at once (Ctrl-C stops)`,
    )
    await queue.work(buildHandler(collector, output), { concurrency: options.concurrency, signal: stop })
    await close(collector, context)
    return EXIT.ok
  } finally {
    await queue.close()
  }
}

async function close(collector: Collector, context: Context): Promise<void> {
  await collector.close()
  await context.close()
}

/** What a job does: asks one source. A source that fails is an outcome of its own; only what is no source's fault is tried again. */
export function buildHandler(collector: Collector, output: Output): Handler {
  return async ({ data }): Promise<Run> => {
    const sourceId = data['sourceId'] ?? ''
    const run = await collector.collectOne(sourceId)
    const { outcome = 'unchanged', code } = run.sources[0] ?? {}
    output.report('source', { ...run.sources[0] }, `${outcome} ${sourceId}${code ? `: ${code}` : ''}`)
    return run
  }
}

export const hostsOf = (sources: SourceDefinition[]) => sources.map(({ source }) => new URL(source.url).host)

/** The sources of a sample press whose front door is at this port. */
export async function readPress(port: number): Promise<SourceDefinition[]> {
  const [{ buildSources }, { OUTLETS }] = await Promise.all([
    import('../../scrapers/sample/sources.ts'),
    import('../../scrapers/sample/outlets.ts'),
  ])
  return buildSources(new Map(OUTLETS.map(({ id }, at) => [id, `http://127.0.0.1:${port + 1 + at}`])))
}

/** Aborts on the first Ctrl-C; a second one ends at once. */
export function stopOnInterrupt(): AbortSignal {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  return controller.signal
}

function parseCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0 && count < 65_536) return count
  throw new InvalidArgumentError('expected a whole number of at least 1.')
}
