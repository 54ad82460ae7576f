import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { takeLock } from '../../scrapers/lock.ts'
import { ARCHIVE_SUFFIX, openYearArchive, writeYearArchive } from '../store/year-archive.ts'
import { type DataOptions, EXIT, openContext } from './context.ts'
import { openOutput } from './output.ts'

interface ArchiveOptions extends DataOptions {
  before: number
}

/** `redline archive`: articles and runs of old years, one compressed file a year. */
export function register(program: Command): void {
  program
    .command('archive')
    .description(
      'pack articles and runs of old years into one compressed file a year; everything reads them as before',
    )
    .requiredOption('--before <year>', 'pack the years before this one', parseYear)
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s records')
    .addHelpText(
      'after',
      `
A record that changes later stands in a file of its own again, which outranks the packed one.
Unpack by hand: zstd -d content/articles/2024.jsonl.zst

Example:
  redline archive --before 2025`,
    )
    .action(async (options: ArchiveOptions) => {
      const output = openOutput(undefined)
      const context = openContext(options)
      if (context.databaseUrl) {
        output.fail('usage', {}, 'redline archive: records live in PostgreSQL, which needs no packing')
        process.exitCode = EXIT.usage
        return
      }
      const lock = takeLock(context.dataDir, new Date())
      try {
        const packed = await archiveYears(context.contentDir, options.before)
        for (const { noun, year, records } of packed)
          output.report('packed', { noun, year, records }, `${noun} of ${year}: ${records} records packed`)
        if (packed.length === 0) output.report('packed', {}, `nothing to pack before ${options.before}`)
      } finally {
        lock.release()
        await context.close()
      }
    })
}

export interface Packed {
  noun: string
  year: string
  /** In the file now. */
  records: number
}

/** Packs every year before `before`. Files go only when the archive that has them is on disk: a kill loses nothing. */
export async function archiveYears(contentDir: string, before: number): Promise<Packed[]> {
  const packed: Packed[] = []
  for (const noun of ['articles', 'runs']) {
    const folder = join(contentDir, noun)
    if (!existsSync(folder)) continue
    const years = (await readdir(folder)).filter((name) => /^\d{4}$/.test(name) && Number(name) < before)
    for (const year of years.sort()) packed.push({ noun, year, records: await packYear(folder, year) })
  }
  return packed
}

async function packYear(folder: string, year: string): Promise<number> {
  const target = join(folder, `${year}${ARCHIVE_SUFFIX}`)
  const records = new Map<string, string>()
  if (existsSync(target)) {
    const archive = await openYearArchive(target)
    for (const id of archive.ids) records.set(id, (await archive.read(id))!)
  }
  for (const entry of await readdir(join(folder, year), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.json')) continue
    records.set(basename(entry.name, '.json'), await readFile(join(entry.parentPath, entry.name), 'utf8'))
  }
  await writeYearArchive(target, records)
  await rm(join(folder, year), { recursive: true, force: true })
  return records.size
}

function parseYear(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('expected a year such as 2025.')
}
