import { join } from 'node:path'
import type { Command } from 'commander'
import { openArchive } from '../../scrapers/archive.ts'
import { openClient } from '../../scrapers/client.ts'
import { type CollectOptions, collect } from '../../scrapers/collect.ts'
import { type Copies, openCopies } from '../../scrapers/copies.ts'
import type { SourceDefinition } from '../../scrapers/define.ts'
import type { Fetch } from '../../scrapers/fetch.ts'
import { openKeptState } from '../../scrapers/kept-state.ts'
import { LockedError } from '../../scrapers/lock.ts'
import { preferMemoryOverSpeed } from '../../scrapers/memory.ts'
import { readList } from '../../scrapers/read-list.ts'
import { readSources } from '../../scrapers/registry.ts'
import { buildMatchers } from '../core/extract/article.ts'
import type { Run, SourceOutcome } from '../core/model/run.ts'
import { type Context, EXIT, openConfig, openContext, resolveFolders } from './context.ts'
import { type Output, openOutput } from './output.ts'
import { withProgress } from './progress.ts'
import { takeRunLock } from './run-lock.ts'
import { startPress } from './sample-press.ts'

/** Options of `redline collect`, as commander gives them. */
export interface CollectFlags {
  data?: string
  sample?: boolean
  archive?: boolean
  askArchive?: boolean
  allowHost?: string[]
  contact?: string
  log?: string
}

const HELP = `
Examples:
  redline collect                        ask every source that is due
  redline collect alignment-forum        ask one source now
  redline collect --sample               collect from the bundled sample press
  redline collect --log json | jq .      one JSON object a line

Records go to content/, everything else to .redline/live; with --data both go below that folder.
Exit codes: 0 all well, 1 some sources failed or need attention (named), 2 usage or already running.`

const NO_CONTACT =
  'no contact is set: sites cannot reach you; set REDLINE_CONTACT or --contact to an e-mail or page'

export function register(program: Command): void {
  program
    .command('collect')
    .description('fetch sources politely and turn what is new into articles, figures and claims')
    .argument('[ids...]', 'sources to ask now, whether due or not; default: all that are due')
    .option('--data <dir>', 'data folder of your own')
    .option('--sample', 'collect from the bundled sample press on loopback')
    .option('--archive', 'also write what was read as WARC files')
    .option('--ask-archive', 'ask the Internet Archive for a copy of each new or changed page')
    .option(
      '--contact <who>',
      'e-mail or page named in the User-Agent (default: `contact` of the configuration)',
    )
    .option('--allow-host <host...>', 'host that may be asked although it is not public (host or host:port)')
    .option('--log <format>', 'json: one JSON object a line')
    .addHelpText('after', HELP)
    .action(async (ids: string[], flags: CollectFlags) => {
      process.exitCode = await runCollect(ids, flags)
    })
}

/** Runs one collect and gives the exit code. */
export async function runCollect(ids: string[], flags: CollectFlags): Promise<number> {
  const output = openOutput(flags.log)
  const press = flags.sample ? await startPress(output, resolveFolders(flags).dataDir) : undefined
  try {
    const all = press?.sources ?? (await readSources())
    const sources = ids.length > 0 ? all.filter(({ source }) => ids.includes(source.id)) : all
    const unknown = ids.filter((id) => !all.some(({ source }) => source.id === id))
    if (unknown.length > 0) {
      output.fail(
        'usage',
        { unknown },
        `no source named ${unknown.join(', ')}; \`redline sources list\` names them all`,
      )
      return EXIT.usage
    }
    const hosts = press ? press.sources.map(({ source }) => new URL(source.url).host) : []
    const progress = { title: 'Collecting', step: 'source', total: sources.length, log: flags.log }
    const run = await withProgress(progress, output, (shown) =>
      collectInto(sources, new Set(ids), flags, hosts, shown),
    )
    return run.sources.some(({ code }) => code !== undefined) ? EXIT.someFailed : EXIT.ok
  } catch (error) {
    if (!(error instanceof LockedError)) throw error
    output.fail('locked', {}, error.message)
    return EXIT.usage
  } finally {
    await press?.close()
  }
}

/** Collects from these sources into the data folder of `flags`, under its lock, telling `output` of each source. */
export async function collectInto(
  sources: SourceDefinition[],
  named: ReadonlySet<string>,
  flags: CollectFlags,
  allowedHosts: string[],
  output: Output,
): Promise<Run> {
  if (!flags.sample) preferMemoryOverSpeed()
  const context = openContext(flags)
  const lock = await takeRunLock(context)
  const kept = await openKeptState(context, (line) => output.fail('state-damaged', {}, line))
  const { state, hold, withSource } = kept
  const { config } = openConfig()
  const contact = flags.contact ?? config.contact
  if (!flags.sample && !contact) output.report('no-contact', {}, NO_CONTACT)
  const allow = [...allowedHosts, ...(flags.allowHost ?? config.allowHosts)]
  const client = openClient({ state, contact, allow, ...(hold && { hold }) })
  const interruption = onInterrupt(output)
  const copies = flags.askArchive && !flags.sample ? startCopies(client.fetch, output) : undefined
  try {
    const run = await collect({
      ...shared(context, flags),
      copies,
      sources,
      named,
      state,
      withSource,
      fetch: client.fetch,
      readList,
      now: Date.now,
      signal: interruption.signal,
      onOutcome: (outcome) => tell(outcome, output),
    })
    output.report('run', { id: run.id, ...run.counts }, summarize(run))
    await copies?.finish()
    return run
  } finally {
    interruption.stop()
    await client.close()
    await kept.close()
    await context.close()
    lock.release()
  }
}

function shared(
  context: Context,
  { archive }: CollectFlags,
): Pick<CollectOptions, 'store' | 'cache' | 'matchers' | 'archive'> {
  const { store, cache, registry, dataDir } = context
  const matchers = buildMatchers(registry)
  return { store, cache, matchers, ...(archive && { archive: openArchive(join(dataDir, 'archive')) }) }
}

function startCopies(fetch: Fetch, output: Output): Copies {
  return openCopies({
    fetch,
    onAnswer: (url, problem) =>
      problem === undefined
        ? output.report('copy', { url }, `copy      asked for ${url}`)
        : output.fail('copy', { url, problem }, `copy      none of ${url}: ${problem}`),
  })
}

/** The first Ctrl-C lets what is being read be finished and stored; the second ends at once. */
function onInterrupt(output: Output): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(130)
    output.fail('interrupted', {}, 'stopping after what is being read; press Ctrl-C again to end at once')
    controller.abort()
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  const stop = () => void process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  return { signal: controller.signal, stop }
}

function tell(outcome: SourceOutcome, output: Output): void {
  const { sourceId, items, added, changed, code, message } = outcome
  const counts = `${String(items).padStart(4)} listed ${String(added).padStart(3)} new ${String(changed).padStart(3)} changed`
  const line = `${outcome.outcome.padEnd(9)} ${sourceId.padEnd(32)} ${counts}${code ? `  ${code}: ${message}` : ''}`
  if (code === undefined) output.report('source', outcome, line)
  else output.fail('source', outcome, line)
}

function summarize({ sources, counts, startedAt, finishedAt }: Run): string {
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000
  const failed = sources.filter(({ outcome }) => outcome === 'failed').map(({ sourceId }) => sourceId)
  const named = failed.length > 0 ? ` (${failed.join(', ')})` : ''
  return `${sources.length} sources in ${seconds.toFixed(1)} s: ${counts['ok']} ok, ${counts['unchanged']} unchanged, ${counts['failed']} failed${named}; ${counts['added']} articles new, ${counts['changed']} changed, ${counts['figures']} figures read`
}
