import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Command } from 'commander'
import { WriteError } from '../store/atomic.ts'
import { type DataOptions, openContext } from './context.ts'
import { exportLines } from './transfer.ts'

/** `redline export`: every record as one JSON line. */
export function register(program: Command): void {
  program
    .command('export')
    .description('write all records as JSON lines, always in the same order: equal records give equal bytes')
    .argument('[file]', 'where to; .gz is compressed; standard output when not given')
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s records')
    .addHelpText(
      'after',
      '\nExamples:\n  redline export backup.jsonl.gz\n  redline export --sample | wc -l\n',
    )
    .action(async (file: string | undefined, options: DataOptions) => {
      const context = openContext(options)
      try {
        const lines = Readable.from(exportLines(context.store))
        if (file === undefined) await pipeline(lines, process.stdout, { end: false })
        else await writeFile(file, lines)
      } finally {
        await context.close()
      }
    })
}

/** Under another name until it is whole, so that an interrupted export is not taken for one. */
async function writeFile(file: string, lines: Readable): Promise<void> {
  const partial = `${file}.partial`
  try {
    if (file.endsWith('.gz')) await pipeline(lines, createGzip(), createWriteStream(partial))
    else await pipeline(lines, createWriteStream(partial))
    await rename(partial, file)
  } catch (cause) {
    await rm(partial, { force: true })
    throw new WriteError(file, cause)
  }
}
