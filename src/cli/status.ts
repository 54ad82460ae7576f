import { join } from 'node:path'
import type { Command } from 'commander'
import { readLists, type StatePlace } from '../../scrapers/kept-state.ts'
import type { Run } from '../core/model/run.ts'
import { countParked } from '../queue/parked.ts'
import { NOUNS } from '../store/records.ts'
import type { Noun, Store } from '../store/store.ts'
import { type Context, type DataOptions, openContext } from './context.ts'
import { measureFolder } from './folder-size.ts'
import { openOutput } from './output.ts'

/** What `status` shows and the metrics are made of. */
export interface Status {
  contentDir: string
  dataDir: string
  /** Records of each noun. */
  counts: Record<Noun, number>
  lastRun?: { id: string; startedAt: string; finishedAt: string; counts: Record<string, number> }
  /** Sources that need attention: failed in the last run, alarmed, or paused. */
  alarms: Alarm[]
  /** Jobs that failed at every try and wait for a person; only where workers share a queue. */
  parked?: number
  /** Bytes below each folder. */
  bytes: Record<'content' | 'cache' | 'site', number>
}

export interface Alarm {
  sourceId: string
  code: string
  message: string
  /** It is no longer asked until a person names it. */
  isPaused: boolean
}

/** `redline status`: sources, last run, alarms, counts, sizes. */
export function register(program: Command): void {
  program
    .command('status')
    .description('show sources, the last run, what needs attention, counts of records and sizes on disk')
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s records')
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExamples:\n  redline status\n  redline status --sample --json | jq .alarms\n')
    .action(async (options: DataOptions & { json?: boolean }) => {
      const context = openContext(options)
      try {
        const status = await readStatus(context)
        const line = options.json ? JSON.stringify(status, undefined, 2) : describeStatus(status)
        openOutput(undefined).report('status', {}, line)
      } finally {
        await context.close()
      }
    })
}

export async function readStatus({ store, contentDir, dataDir, databaseUrl }: Context): Promise<Status> {
  const counts = {} as Record<Noun, number>
  for (const noun of NOUNS) counts[noun] = await store.count(noun)
  const run = await findLast(store)
  return {
    contentDir,
    dataDir,
    counts,
    ...(run && { lastRun: summarizeRun(run) }),
    alarms: await findAlarms(run, await store.listIds('sources'), { dataDir, databaseUrl }),
    ...(databaseUrl !== undefined && { parked: await countParked(databaseUrl) }),
    bytes: {
      content: await measureFolder(contentDir),
      cache: await measureFolder(join(dataDir, 'cache')),
      site: await measureFolder(join(dataDir, 'site')),
    },
  }
}

/** Run ids are times, so the last in order is the newest. */
async function findLast(store: Store): Promise<Run | undefined> {
  const last = (await store.listIds('runs')).at(-1)
  return last === undefined ? undefined : store.read('runs', last)
}

const summarizeRun = ({ id, startedAt, finishedAt, counts }: Run) => ({ id, startedAt, finishedAt, counts })

async function findAlarms(run: Run | undefined, sourceIds: string[], memory: StatePlace): Promise<Alarm[]> {
  const alarms = new Map<string, Alarm>()
  for (const { sourceId, code, message = '' } of run?.sources ?? [])
    if (code !== undefined) alarms.set(sourceId, { sourceId, code, message, isPaused: false })
  for (const [sourceId, { problem, isPaused = false }] of await readLists(memory, sourceIds))
    if (problem) alarms.set(sourceId, { sourceId, ...problem, isPaused })
  return [...alarms.values()].sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1))
}

function describeStatus({ contentDir, dataDir, counts, lastRun, alarms, parked = 0, bytes }: Status): string {
  const size = (count: number) => `${(count / 1e6).toFixed(1)} MB`
  return [
    `Records   ${contentDir}  ${size(bytes.content)}`,
    `          ${NOUNS.map((noun) => `${counts[noun]} ${noun}`).join(', ')}`,
    `Data      ${dataDir}  cache ${size(bytes.cache)}, site ${size(bytes.site)}`,
    lastRun
      ? `Last run  ${lastRun.finishedAt}  ${lastRun.counts['added'] ?? 0} articles new, ${lastRun.counts['changed'] ?? 0} changed, ${lastRun.counts['failed'] ?? 0} sources failed`
      : 'Last run  none yet; `redline run` makes one',
    ...(parked > 0
      ? [`Parked    ${parked} jobs failed at every try: \`redline worker --parked\` names them`]
      : []),
    alarms.length === 0 ? 'Alarms    none' : `Alarms    ${alarms.length} sources need attention:`,
    ...alarms.map(
      ({ sourceId, code, message, isPaused }) =>
        `          ${sourceId}: ${isPaused ? 'paused, ' : ''}${code}: ${message}`,
    ),
  ].join('\n')
}
