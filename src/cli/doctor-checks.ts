import { lookup } from 'node:dns/promises'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { LockedError, takeLock } from '../../scrapers/lock.ts'
import { readSources } from '../../scrapers/registry.ts'
import { openState } from '../../scrapers/state.ts'
import { type Config, hide } from '../config.ts'
import { readRegistry } from '../registry.ts'
import { openDatabase } from '../store/database.ts'
import { type DataFolders, PROJECT_ROOT } from './context.ts'
import { type Finding, fix, ok } from './doctor-finding.ts'
import { checkFreshness, checkModel, checkSearchServer } from './doctor-services.ts'

interface Check {
  subject: string
  check: () => Finding | Promise<Finding>
  /** What to do when the check itself cannot be made. */
  advice: string
}

/** All checks, in the order in which things depend on each other. */
export function buildChecks(folders: DataFolders, config: Config, isOffline: boolean): Check[] {
  const checks: (Check | undefined)[] = [
    { subject: 'node', check: () => ok(`Node ${process.version}`), advice: '' },
    { subject: 'disk', check: () => checkDisk(folders), advice: 'is the disk mounted?' },
    {
      subject: 'permissions',
      check: () => checkWritable(folders),
      advice: 'let the user who runs Redline write there, or choose other folders in the configuration',
    },
    {
      subject: 'clock',
      check: () => checkClock(folders, Date.now()),
      advice: 'set the clock (timedatectl set-ntp true)',
    },
    { subject: 'registries', check: checkRegistries, advice: 'correct the line that is named' },
    { subject: 'sources', check: checkSources, advice: 'correct the file that is named' },
    { subject: 'contact', check: () => checkContact(config), advice: '' },
    {
      subject: 'state',
      check: () => checkState(folders),
      advice: 'nothing: `redline run` puts it aside and begins a new one',
    },
    { subject: 'lock', check: () => checkLock(folders), advice: 'see permissions' },
    { subject: 'site', check: () => checkFreshness(folders), advice: 'redline publish' },
    ...buildServiceChecks(folders, config),
    isOffline
      ? undefined
      : {
          subject: 'network',
          check: checkNetwork,
          advice: 'names do not resolve: is this machine online, and is its DNS server right?',
        },
  ]
  return checks.filter((check) => check !== undefined)
}

/** The servers that the configuration names, each with its key and version. */
function buildServiceChecks(folders: DataFolders, config: Config): (Check | undefined)[] {
  const { databaseUrl, meilisearchUrl, aidUrl } = config
  return [
    databaseUrl === undefined
      ? undefined
      : {
          subject: 'database',
          check: () => checkDatabase(databaseUrl),
          advice: `is PostgreSQL running, and is ${hide('databaseUrl', databaseUrl)} right?`,
        },
    meilisearchUrl === undefined
      ? undefined
      : {
          subject: 'search',
          check: () => checkSearchServer(meilisearchUrl, process.env['MEILI_KEY'], folders),
          advice: `is Meilisearch running, and is ${meilisearchUrl} right?`,
        },
    aidUrl === undefined
      ? undefined
      : {
          subject: 'model',
          check: () => checkModel(config, process.env['REDLINE_AID_KEY']),
          advice: `is it running, and is ${aidUrl} right? Without it the aid is left out, and nothing else`,
        },
  ]
}

/** Room for a week of a large installation. */
const LEAST_FREE_GB = 2

async function checkDisk({ dataDir }: DataFolders): Promise<Finding> {
  const { bavail, bsize, ffree } = await statfs(existsSync(dataDir) ? dataDir : PROJECT_ROOT)
  const gb = (bavail * bsize) / 1e9
  if (gb < LEAST_FREE_GB)
    return fix(`${gb.toFixed(1)} GB free`, 'make room: `redline prune --days 30`, then `redline archive`')
  if (ffree > 0 && ffree < 100_000)
    return fix(`${ffree} inodes free`, 'records are many small files: `redline archive`, or use PostgreSQL')
  return ok(`${gb.toFixed(0)} GB free`)
}

function checkWritable({ contentDir, dataDir }: DataFolders): Finding {
  for (const folder of [contentDir, dataDir]) {
    mkdirSync(folder, { recursive: true })
    const probe = join(folder, `.doctor-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  }
  return ok(`${contentDir} and ${dataDir} can be written`)
}

/** Nothing that we wrote ourselves can be later than now. */
function checkClock({ dataDir }: DataFolders, nowMs: number): Finding {
  const schedule = join(dataDir, 'lock.owner')
  const latest = existsSync(schedule) ? statSync(schedule).mtimeMs : 0
  if (latest > nowMs + 60_000)
    return fix(
      `it is ${new Date(nowMs).toISOString()}, before the last run`,
      'set the clock (timedatectl set-ntp true)',
    )
  if (new Date(nowMs).getUTCFullYear() < 2026)
    return fix(`it is ${new Date(nowMs).toISOString()}`, 'set the clock (timedatectl set-ntp true)')
  return ok(new Date(nowMs).toISOString())
}

function checkRegistries(): Finding {
  const { entities, metrics, topics, glossary } = readRegistry()
  return ok(
    `${entities.length} names, ${metrics.length} metrics, ${topics.length} topics, ${glossary.length} glossary entries`,
  )
}

async function checkSources(): Promise<Finding> {
  return ok(`${(await readSources()).length} live sources registered`)
}

const checkContact = ({ contact }: Config): Finding =>
  contact
    ? ok(contact)
    : fix('sites cannot reach you', 'set "contact" in redline.config.json to an e-mail address or a page')

function checkState({ dataDir }: DataFolders): Finding {
  const file = join(dataDir, 'state.sqlite')
  if (!existsSync(file)) return ok('none yet')
  const state = openState(file)
  state.read('lists', 'none')
  state.close()
  return ok(`${(statSync(file).size / 1e6).toFixed(1)} MB`)
}

function checkLock({ dataDir }: DataFolders): Finding {
  try {
    takeLock(dataDir, new Date()).release()
    return ok('no run is at work')
  } catch (error) {
    if (error instanceof LockedError)
      return ok(`a run is at work: ${readFileSync(join(dataDir, 'lock.owner'), 'utf8').trim()}`)
    throw error
  }
}

async function checkDatabase(databaseUrl: string): Promise<Finding> {
  const database = openDatabase(databaseUrl, 0)
  try {
    const [row] = await database.query<{ version: string }>('SHOW server_version', [])
    const version = row ? Object.values(row)[0]! : 'unknown'
    // pg-boss needs 13; tested here with 15.
    if (Number.parseInt(version, 10) < 13)
      return fix(`PostgreSQL ${version}`, 'PostgreSQL 13 or newer is needed')
    return ok(`PostgreSQL ${version}`)
  } finally {
    await database.close()
  }
}

async function checkNetwork(): Promise<Finding> {
  const { address } = await lookup('www.alignmentforum.org')
  return ok(`names resolve (www.alignmentforum.org is ${address})`)
}
