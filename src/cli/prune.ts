import { readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { takeLock } from '../../scrapers/lock.ts'
import { openDatabase } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { type Context, type DataOptions, openConfig, openContext } from './context.ts'
import { openOutput } from './output.ts'

interface PruneOptions extends DataOptions {
  days?: number
  dryRun?: boolean
}

export interface Pruned {
  removed: number
  bytes: number
  kept: number
}

/** `redline prune`: cached bytes that no record needs. */
export function register(program: Command): void {
  program
    .command('prune')
    .description('remove raw bytes that are old enough from the cache; texts of records stay')
    .option(
      '--days <number>',
      'keep raw bytes so long (default: `cacheDays` of the configuration)',
      parseDays,
    )
    .option('--dry-run', 'only say what would go')
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s folder')
    .addHelpText('after', '\nExamples:\n  redline prune --dry-run\n  redline prune --days 30\n')
    .action(async (options: PruneOptions) => {
      const context = openContext(options)
      const lock = takeLock(context.dataDir, new Date())
      try {
        const days = options.days ?? openConfig().config.cacheDays
        const { removed, bytes, kept } = await prune(context, days, Date.now(), options.dryRun === true)
        const verb = options.dryRun ? 'would go' : 'removed'
        const line = `${removed} blobs ${verb} (${(bytes / 1e6).toFixed(1)} MB), ${kept} stay`
        openOutput(undefined).report('pruned', { removed, bytes, kept }, line)
      } finally {
        lock.release()
        await context.close()
      }
    })
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Removes what is older than `days` and no text of a record. A text that is needed is kept however old. */
export async function prune(context: Context, days: number, nowMs: number, isDry: boolean): Promise<Pruned> {
  const texts = await findTexts(context.store)
  const before = nowMs - days * DAY_MS
  return context.databaseUrl
    ? pruneDatabase(context.databaseUrl, texts, before, isDry)
    : pruneFolder(join(context.dataDir, 'cache'), texts, before, isDry)
}

/** Hashes of every version of every article's text. */
async function findTexts(store: Store): Promise<Set<string>> {
  const texts = new Set<string>()
  for await (const { textHash, revisions } of store.list('articles'))
    for (const hash of [textHash, ...revisions.map((revision) => revision.textHash)]) texts.add(hash)
  return texts
}

async function pruneFolder(
  folder: string,
  texts: ReadonlySet<string>,
  before: number,
  isDry: boolean,
): Promise<Pruned> {
  const pruned: Pruned = { removed: 0, bytes: 0, kept: 0 }
  for (const digits of await listFolder(folder)) {
    // Other things that are kept between runs lie beside the blobs.
    if (!/^[0-9a-f]{2}$/.test(digits)) continue
    for (const name of await listFolder(join(folder, digits))) {
      const hash = basename(name, '.zst')
      if (!/^[0-9a-f]{64}$/.test(hash)) continue
      const path = join(folder, digits, name)
      const { size, mtimeMs } = await stat(path)
      if (texts.has(hash) || mtimeMs >= before) pruned.kept++
      else {
        pruned.removed++
        pruned.bytes += size
        if (!isDry) await rm(path)
      }
    }
  }
  return pruned
}

const listFolder = (folder: string) =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

async function pruneDatabase(
  databaseUrl: string,
  texts: ReadonlySet<string>,
  before: number,
  isDry: boolean,
): Promise<Pruned> {
  const database = openDatabase(databaseUrl)
  try {
    const old = await database.query<{ sha256: string; size: number }>(
      'SELECT sha256, length(body) AS size FROM redline.blobs WHERE stored_at < $1',
      [new Date(before)],
    )
    const gone = old.filter(({ sha256 }) => !texts.has(sha256))
    if (!isDry)
      await database.query('DELETE FROM redline.blobs WHERE sha256 = ANY($1)', [
        gone.map(({ sha256 }) => sha256),
      ])
    const [all] = await database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM redline.blobs',
      [],
    )
    const bytes = gone.reduce((sum, { size }) => sum + size, 0)
    return { removed: gone.length, bytes, kept: all!.count - (isDry ? gone.length : 0) }
  } finally {
    await database.close()
  }
}

function parseDays(text: string): number {
  const days = Number(text)
  if (Number.isInteger(days) && days >= 0) return days
  throw new InvalidArgumentError('expected a whole number of days.')
}
