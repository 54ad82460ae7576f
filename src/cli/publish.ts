import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Corpus } from '../core/publish/view-corpus.ts'
import { openPublishedStore } from '../store/published.ts'
import { buildSite } from './build-site.ts'
import { type DataFolders, EXIT, openConfig, resolveFolders } from './context.ts'
import { openOutput } from './output.ts'
import { startAstro } from './publish-astro.ts'
import { hashCode, hashInputs, readStamp, writeStamp } from './publish-stamp.ts'
import { readPublishedCorpus } from './published-corpus.ts'
import { removeLeftOvers, replaceFolder } from './replace-folder.ts'
import { abandonManifest } from './site-manifest.ts'

/** What `publish` needs to know. */
export interface PublishOptions extends DataFolders {
  /** Folder of the built site; replaced as a whole when the build has succeeded. */
  out?: string | undefined
  /** Public address of the site, for canonical links and feeds. */
  site?: string | undefined
  /** Stands for the code that shapes the pages; its hash unless given. */
  code?: string | undefined
  /** How many threads write pages; by the machine and the site unless given. */
  threads?: number | undefined
  /** Without feeds, search index and data, to be timed beside sites that have none of them; no site to be served. */
  pagesAlone?: boolean | undefined
}

export interface Published {
  out: string
  /** All pages of the site. */
  pages: number
  /** Those that were rendered; the others are as they were. */
  rendered: number
  seconds: number
}

/** Builds the site of a data folder beside the old one, so that a reader never meets half a site. */
export async function publish(options: PublishOptions): Promise<Published> {
  const started = performance.now()
  const out = resolve(options.out ?? join(options.dataDir, 'site'))
  const site = options.site ?? openConfig().config.site
  const code = options.code ?? hashCode()
  const swap = await replaceFolder(out)
  const start = () => startAstro({ ...options, site }, swap.aside)
  // Where there is no site yet, Astro starts while the records are read; else there may be nothing to do.
  const early = readStamp(out) ? undefined : start()
  try {
    const corpus = await readCorpus(options)
    const inputs = hashInputs(corpus, join(options.dataDir, 'cache'), buildSalt(options, site, code))
    const stamp = readStamp(out)
    const seconds = () => (performance.now() - started) / 1000
    if (stamp?.inputs === inputs) return { out, pages: stamp.pages, rendered: 0, seconds: seconds() }
    const { pages, rendered } = await buildSite(
      { ...options, out, site, code },
      corpus,
      swap,
      early ?? start(),
    )
    writeStamp(out, { inputs, pages })
    // An Astro whose asker was killed may have written until our own took its turn.
    await removeLeftOvers(out)
    return { out, pages, rendered, seconds: seconds() }
  } catch (error) {
    await early?.stop()
    abandonManifest(out)
    await swap.abandon()
    throw error
  }
}

/** What decides a site besides records and code. A database's texts cannot be listed cheaply, so its sites are always built. */
const buildSalt = ({ databaseUrl }: PublishOptions, site: string, code: string): string =>
  JSON.stringify([
    site,
    code,
    process.env['REDLINE_MEILI_URL'],
    process.env['REDLINE_MEILI_KEY'],
    databaseUrl ? randomUUID() : '',
  ])

async function readCorpus(options: PublishOptions): Promise<Corpus> {
  const store = openPublishedStore(options)
  try {
    return await readPublishedCorpus(store, options.contentDir)
  } finally {
    await store.close()
  }
}

/** `redline publish`: the three editions as static files. */
export function register(program: Command): void {
  program
    .command('publish')
    .description('build the site: three editions as static files')
    .option('--data <folder>', 'data folder with content/ (default: this clone)')
    .option('--sample', 'the sample press’s records')
    .option('--out <folder>', 'where the site goes (default: site/ in the data folder)')
    .option('--site <url>', 'public address, for canonical links and feeds')
    .option('--log <format>', 'json for JSON lines')
    .addHelpText('after', '\nExample:\n  redline publish --sample --site https://news.example\n')
    .action(
      async (options: { data?: string; sample?: boolean; out?: string; site?: string; log?: string }) => {
        const output = openOutput(options.log)
        try {
          const { pages, rendered, seconds, out } = await publish({ ...resolveFolders(options), ...options })
          output.report(
            'published',
            { pages, rendered, seconds, out },
            `published ${pages} pages (${rendered} rendered) in ${seconds.toFixed(1)} s to ${out}`,
          )
        } catch (error) {
          output.fail(
            'publish-failed',
            { message: (error as Error).message },
            `redline publish: ${(error as Error).message}`,
          )
          process.exitCode = EXIT.someFailed
        }
      },
    )
}
