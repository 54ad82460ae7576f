import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { writeSearchIndex } from '../search/write.ts'
import { type Context, type DataOptions, EXIT } from './context.ts'
import { meilisearchAccess } from './meilisearch-access.ts'
import { type Output, openOutput } from './output.ts'
import { openPublishedContext } from './published-context.ts'

interface Options extends DataOptions {
  out?: string
  meilisearch?: string
  update?: boolean
  log?: string
}

const HELP = `
Without --meilisearch it writes the static index, which \`redline publish\` also does: files beside the site, no server.
With it, a server is filled as well (docs/meilisearch.md); its key with the right to write comes from MEILI_KEY, and,
where search by meaning is wanted, the settings of an embedder from the file that MEILI_EMBEDDER names.

Examples:
  redline index --sample
  redline index --data ./mine --out ./public/search
  MEILI_KEY=… redline index --meilisearch http://127.0.0.1:7700
  MEILI_KEY=… redline index --meilisearch http://127.0.0.1:7700 --update
`

/** `redline index`: the static search index of a data folder, and a Meilisearch server when one is named. */
export function register(program: Command): void {
  program
    .command('index')
    .description('fill the search index: files beside the site, and a Meilisearch server when one is named')
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s records')
    .option('--out <folder>', 'where the index goes (default: site/search in the data folder)')
    .option('--meilisearch <url>', 'address of a Meilisearch server to fill as well')
    .option(
      '--update',
      'send the server only what changed, and delete what is gone; the first time it needs the whole',
    )
    .option('--log <format>', 'json: one JSON object a line')
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const output = openOutput(options.log)
      const context = openPublishedContext(options)
      try {
        await indexRecords(context, options, output)
      } catch (error) {
        const { message } = error as Error
        output.fail('index-failed', { message }, `redline index: ${message}`)
        process.exitCode = EXIT.someFailed
      } finally {
        await context.close()
      }
    })
}

async function indexRecords(
  context: Context,
  { out, meilisearch, update }: Options,
  output: Output,
): Promise<void> {
  const folder = resolve(out ?? join(context.dataDir, 'site/search'))
  const { documents, files, bytes } = await writeSearchIndex(context, folder)
  const size = (bytes / 1e6).toFixed(1)
  output.report(
    'indexed',
    { documents, files, bytes, out: folder },
    `${documents} documents in ${files} files, ${size} MB, in ${folder}`,
  )
  if (meilisearch === undefined) return
  if (update) return updateServer(context, meilisearch, output)
  const { ensureSearchKey, rebuildMeilisearch } = await import('../search/meilisearch-index.ts')
  const access = meilisearchAccess(meilisearch)
  const filled = await rebuildMeilisearch(context, access)
  output.report(
    'meilisearch-indexed',
    { documents: filled.documents, index: filled.index },
    `${filled.documents} documents in index ${filled.index} of ${meilisearch}`,
  )
  // A server without a master key has no keys; whoever reaches it may do anything.
  if (access.key === undefined) return
  const key = await ensureSearchKey(access)
  output.report('search-key', { key }, `key for the site, which may only search: REDLINE_MEILI_KEY=${key}`)
}

async function updateServer(context: Context, url: string, output: Output): Promise<void> {
  const { updateMeilisearch } = await import('../search/meilisearch-update.ts')
  const done = await updateMeilisearch(context, meilisearchAccess(url))
  output.report(
    'meilisearch-updated',
    { ...done },
    `${done.written} documents written and ${done.deleted} deleted, of ${done.documents} in index ${done.index} of ${url}`,
  )
}
