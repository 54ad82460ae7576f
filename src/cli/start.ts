import { join, relative } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { SamplePress } from '../../scrapers/sample/server.ts'
import { collectInto } from './collect.ts'
import { type DataFolders, EXIT, openContext, PROJECT_ROOT, resolveFolders } from './context.ts'
import { openMeter } from './meter.ts'
import { type Output, openOutput } from './output.ts'
import { explainSource, linkStage, publishStage } from './run-stages.ts'
import { isPressRevised, revisePress, startPress } from './sample-press.ts'
import { serveSite } from './site-server.ts'
import { runStages, type Stage, type StageResult } from './stages.ts'

interface StartOptions {
  port?: number
  serve: boolean
  log?: string
}

const HELP = `
What it does, in order: starts the sample press on loopback (thirteen invented outlets, ports 4800 to 4813),
collects from it over real HTTP, lets the press revise two articles and collects again, joins figures into
findings, builds the search index and the three editions, and serves them on loopback until Ctrl-C.
Nothing leaves this machine. Records lie in .redline/sample, which git ignores; delete it to begin anew.

Examples:
  npm start                       the same as \`npx redline start\`
  npm start -- --port 8080        serve the site on that port
  npm start -- --no-serve         end after building

Exit codes: 0 all well (sources of the sample press that are broken on purpose are named), 1 a stage failed, 2 wrong usage.
All other commands: npx redline --help`

/** `redline start`: the whole road on the sample press, ending with the site served. */
export function register(program: Command): void {
  program
    .command('start')
    .description('try everything on the bundled sample press, ending with the site served on loopback')
    .option('--port <number>', 'port of the site; 4321, or a free one when that is taken', parsePort)
    .option('--no-serve', 'end after the site is built')
    .option('--log <format>', 'json: one JSON object a line')
    .addHelpText('after', HELP)
    .action(async (options: StartOptions) => {
      process.exitCode = await start(options)
    })
}

async function start({ port, serve, log }: StartOptions): Promise<number> {
  const output = openOutput(log)
  const folders = resolveFolders({ sample: true })
  const interrupted = onInterrupt()
  const press = await startPress(output, folders.dataDir)
  try {
    await runStages(buildStages(press, folders, interrupted), output, log === 'json')
  } catch (error) {
    if (interrupted.aborted) return 130
    throw error
  } finally {
    await press.close()
  }
  if (!serve) return EXIT.ok
  return serveUntil(interrupted, join(folders.dataDir, 'site'), port, output)
}

function buildStages(press: SamplePress, folders: DataFolders, signal: AbortSignal): Stage[] {
  // In a folder of an earlier start the press has revised already; its second thoughts are not told twice.
  const isFresh = !isPressRevised(folders.dataDir)
  const collecting: Stage = { name: 'collect', run: (tell) => collectOnce(press, tell) }
  const revising: Stage = {
    name: 'revise',
    run: (tell) => {
      revisePress(press, folders.dataDir)
      return collectOnce(press, tell, 'the press revised its articles; ')
    },
  }
  const records = openContext({ sample: true })
  const stages = [collecting, ...(isFresh ? [revising] : []), linkStage(records), publishStage(folders)]
  return stages.map(({ name, run }) => ({
    name,
    run: (tell) => {
      signal.throwIfAborted()
      return run(tell)
    },
  }))
}

async function collectOnce(
  press: SamplePress,
  tell: (text: string) => void,
  prefix = '',
): Promise<StageResult> {
  const meter = openMeter(press.sources.length, 'sources')
  const listener: Output = {
    report: (event) => {
      if (event === 'source') tell(meter.advance())
    },
    fail: (event, fields, line) => listener.report(event, fields, line),
  }
  const hosts = press.sources.map(({ source }) => new URL(source.url).host)
  const run = await collectInto(press.sources, new Set(), { sample: true }, hosts, listener)
  const { added = 0, changed = 0, figures = 0 } = run.counts
  return {
    line: `${prefix}${run.sources.length} sources, ${added} articles new, ${changed} changed, ${figures} figures read`,
    fields: run.counts,
    notes: run.sources.flatMap(explainSource),
  }
}

/** Aborts on the first Ctrl-C, so that the stage at work ends in order; a second one ends at once. */
function onInterrupt(): AbortSignal {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  return controller.signal
}

async function serveUntil(
  signal: AbortSignal,
  site: string,
  port: number | undefined,
  output: Output,
): Promise<number> {
  const server = await serveSite(site, port)
  const where = relative(PROJECT_ROOT, join(site, '..'))
  output.report(
    'serving',
    { url: server.url, site },
    `
The site: ${server.url}/   (Ctrl-C stops)
  Sample data only, in ${where}/: records in content/, raw bytes in cache/, the site in site/.
  Article ids come from addresses, so the sample press keeps to ports from 4800.

Next:
  npx redline search --sample "96%"      ask the records
  npx redline sources list               the live sources that are registered
  npx redline run                        collect from them: records go to content/, the rest to .redline/live
  npx redline --help                     everything else; docs/operating.md for running it for years`,
  )
  await new Promise<void>((done) => {
    if (signal.aborted) done()
    signal.addEventListener('abort', () => done())
  })
  await server.close()
  output.report('stopped', {}, 'Stopped.')
  return EXIT.ok
}

function parsePort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new InvalidArgumentError('expected a whole number from 0 to 65535; 0 lets the system choose.')
}
