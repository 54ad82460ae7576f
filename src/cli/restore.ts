import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { Command } from 'commander'
import { takeLock } from '../../scrapers/lock.ts'
import type { Noun, Records, Store } from '../store/store.ts'
import { type DataOptions, openContext } from './context.ts'
import { type Output, openOutput } from './output.ts'
import { parseLine, writeAll } from './transfer.ts'

/** `redline restore`: records from JSON lines that `redline export` wrote. */
export function register(program: Command): void {
  program
    .command('restore')
    .description(
      'read records from JSON lines that `redline export` wrote; the first bad line stops it, named',
    )
    .argument('<file>', 'the export; .gz is unpacked; - for standard input')
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s folder')
    .addHelpText(
      'after',
      `
Records that are not in the file stay; those with the same id are replaced. It may be run again after an interruption.

Examples:
  redline restore backup.jsonl.gz
  redline export --sample | redline restore --data ./copy -`,
    )
    .action(async (file: string, options: DataOptions) => {
      const context = openContext(options)
      const lock = takeLock(context.dataDir, new Date())
      try {
        await restoreFile(file, context.store, openOutput(undefined))
      } finally {
        lock.release()
        await context.close()
      }
    })
}

/** Records of a file that `redline export` wrote; the first bad line throws, named. */
export async function restoreFile(file: string, store: Store, output: Output): Promise<void> {
  const counts = await writeAll(store, readLines(file))
  const line = `${counts.records} records read, ${counts.written} of them new or different`
  output.report('restored', counts, line)
}

async function* readLines(file: string): AsyncGenerator<{ noun: Noun; record: Records[Noun] }> {
  const bytes = file === '-' ? process.stdin : createReadStream(file)
  // `pipe` would not pass on that the file is missing.
  const input = file.endsWith('.gz') ? bytes.compose(createGunzip()) : bytes
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== '') yield parseLine(line, ++number)
}
