import { resolve } from 'node:path'
import { Argument, type Command } from 'commander'
import { takeLock } from '../../scrapers/lock.ts'
import { openPlaceCache, openStore, type RecordPlace } from '../store/open.ts'
import { NOUNS } from '../store/records.ts'
import type { Noun, Records, Store } from '../store/store.ts'
import { EXIT, openConfig, PROJECT_ROOT } from './context.ts'
import { openMeter } from './meter.ts'
import { openOutput } from './output.ts'
import { withLine } from './progress.ts'
import { measureStore, writeAll } from './transfer.ts'

type Kind = 'files' | 'postgres'
const KINDS: Kind[] = ['files', 'postgres']

/** `redline migrate`: all records and cached texts from one kind of store to the other. */
export function register(program: Command): void {
  program
    .command('migrate')
    .description('copy all records and cached bytes between files and PostgreSQL, and compare both sides')
    .addArgument(new Argument('<from>', 'where records are').choices(KINDS))
    .addArgument(new Argument('<to>', 'where they shall be').choices(KINDS))
    .addHelpText(
      'after',
      `
Nothing is removed on the side it reads. Interrupted, run it again: what is there already is left alone. At the end it
compares number and hash of all records on both sides; then set "store" in the configuration.

Examples:
  REDLINE_DATABASE_URL=postgres://localhost/redline redline migrate files postgres
  redline migrate postgres files`,
    )
    .action(async (from: Kind, to: Kind) => {
      process.exitCode = await migrate(from, to)
    })
}

type Place = RecordPlace & { dataDir: string }

async function migrate(from: Kind, to: Kind): Promise<number> {
  const output = openOutput(undefined)
  const { config } = openConfig()
  if (from === to || config.databaseUrl === undefined) {
    const line = `redline migrate: expected two different stores and a databaseUrl in the configuration`
    output.fail('usage', {}, line)
    return EXIT.usage
  }
  const files = {
    contentDir: resolve(PROJECT_ROOT, config.contentDir),
    dataDir: resolve(PROJECT_ROOT, config.dataDir),
  }
  const places: Record<Kind, Place> = { files, postgres: { ...files, databaseUrl: config.databaseUrl } }
  const lock = takeLock(files.dataDir, new Date())
  try {
    const { records, blobs, isEqual } = await withLine('Copying', undefined, (tell) =>
      copyAll(places[from], places[to], tell),
    )
    const line = `${records} records and ${blobs} cached blobs from ${from} to ${to}: ${isEqual ? 'both sides are equal' : 'THE SIDES DIFFER'}`
    if (isEqual) output.report('migrated', { records, blobs }, line)
    else output.fail('migrated', { records, blobs }, `${line}; ${to} held other records before`)
    return isEqual ? EXIT.ok : EXIT.someFailed
  } finally {
    lock.release()
  }
}

/** Copies everything; `isEqual` compares number and hash of all records on both sides. */
export async function copyAll(
  from: Place,
  to: Place,
  tell: (text: string) => void = () => undefined,
): Promise<{ records: number; blobs: number; isEqual: boolean }> {
  const [source, target] = [openStore(from), openStore(to)]
  try {
    await writeAll(target, listAll(source, tell))
    const blobs = await copyBlobs(from, to, source)
    const [a, b] = [await measureStore(source), await measureStore(target)]
    return { records: a.records, blobs, isEqual: a.sha256 === b.sha256 }
  } finally {
    await source.close()
    await target.close()
  }
}

async function* listAll(
  store: Store,
  tell: (text: string) => void,
): AsyncGenerator<{ noun: Noun; record: Records[Noun] }> {
  let total = 0
  for (const noun of NOUNS) total += await store.count(noun)
  const meter = openMeter(total, 'records')
  for (const noun of NOUNS)
    for await (const record of store.list(noun)) {
      tell(meter.advance())
      yield { noun, record }
    }
}

/** Texts and raw bytes that records name, as far as they are still at hand. */
async function copyBlobs(from: Place, to: Place, source: Store): Promise<number> {
  const [here, there] = [openPlaceCache(from), openPlaceCache(to)]
  let copied = 0
  try {
    for await (const { revisions, snapshot } of source.list('articles')) {
      const hashes = [...revisions.map(({ textHash }) => textHash), ...(snapshot ? [snapshot] : [])]
      for (const sha256 of hashes) {
        const bytes = await here.get(sha256)
        if (bytes) await there.put(bytes)
        if (bytes) copied++
      }
    }
    return copied
  } finally {
    await here.close()
    await there.close()
  }
}
