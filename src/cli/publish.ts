import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import { type Lock, LockedError, takeLock } from '../../scrapers/lock.ts'
import type { Corpus } from '../core/publish/view-corpus.ts'
import { EDITIONS } from '../i18n/index.ts'
import { SHELL_NAMES } from '../layouts/shell.ts'
import { writeSearchIndex } from '../search/write.ts'
import { openPlaceCache } from '../store/open.ts'
import { openPublishedStore } from '../store/published.ts'
import { type DataFolders, EXIT, openConfig, PROJECT_ROOT, resolveFolders } from './context.ts'
import { openOutput } from './output.ts'
import { writeCorpusData } from './publish-data.ts'
import { writeFeeds, writeSitemap } from './publish-feeds.ts'
import { abandonKeys, forgetKeys, keepKeys, writePages } from './publish-pages.ts'
import { hashCode, hashInputs, readStamp, removeStamp, writeStamp } from './publish-stamp.ts'
import { readPublishedCorpus, siteAt, storeOfCorpus } from './published-corpus.ts'
import { replaceFolder } from './replace-folder.ts'
import { forgetFolders } from './site-files.ts'

/** What `publish` needs to know. */
export interface PublishOptions extends DataFolders {
  /** Folder of the built site; replaced as a whole when the build has succeeded. */
  out?: string | undefined
  /** Public address of the site, for canonical links and feeds. */
  site?: string | undefined
  /** Stands for the code that shapes the pages; its hash unless given. */
  code?: string | undefined
}

export interface Published {
  out: string
  /** All pages of the site. */
  pages: number
  /** Those that were rendered; the others are as they were. */
  rendered: number
  seconds: number
}

/** Builds the site of a data folder beside the old one and swaps them, so that a reader never meets half a site. */
export async function publish(options: PublishOptions): Promise<Published> {
  const started = performance.now()
  const out = resolve(options.out ?? join(options.dataDir, 'site'))
  const site = options.site ?? openConfig().config.site
  const code = options.code ?? hashCode()
  const swap = await replaceFolder(out)
  forgetFolders()
  const corpus = await readCorpus(options)
  const inputs = hashInputs(corpus, join(options.dataDir, 'cache'), buildSalt(options, site, code))
  const stamp = readStamp(out)
  const seconds = () => (performance.now() - started) / 1000
  if (stamp?.inputs === inputs) return { out, pages: stamp.pages, rendered: 0, seconds: seconds() }
  try {
    const lock = await waitForTurn()
    const log = await buildOnAnyDisk({ ...options, site }, swap.fresh).finally(() => lock.release())
    const target = { fresh: swap.fresh, present: out, site: siteAt(site), code }
    const { rendered, reused } = await writePages(corpus, target)
    await writeFiles(corpus, options, swap.fresh, site)
    forgetKeys(out)
    removeStamp(out)
    await swap.commit()
    keepKeys(out)
    const own = Number(/(\d+) page\(s\) built/.exec(log)?.[1] ?? 0) - SHELL_NAMES.length * EDITIONS.length
    writeStamp(out, { inputs, pages: own + rendered + reused })
    return { out, pages: own + rendered + reused, rendered: own + rendered, seconds: seconds() }
  } catch (error) {
    abandonKeys(out)
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

/** Everything of a site that is no page: feeds, sitemap, search index, data and API. */
async function writeFiles(
  corpus: Corpus,
  options: PublishOptions,
  fresh: string,
  site: string,
): Promise<void> {
  writeFeeds(corpus, siteAt(site), fresh)
  writeSitemap(corpus, site, fresh)
  const cache = openPlaceCache(options)
  try {
    const sources = { store: storeOfCorpus(corpus), cache, registry: corpus.registry }
    await writeSearchIndex(sources, join(fresh, 'search'))
    await writeCorpusData(corpus, cache, fresh, site)
  } finally {
    await cache.close()
  }
}

/** Between two looks whether the build before this one is done. */
const TURN_MS = 250

/** One build at a time, whatever is built: Astro keeps what it compiled in the project's own folder meanwhile. */
async function waitForTurn(): Promise<Lock> {
  for (;;) {
    try {
      return takeLock(join(PROJECT_ROOT, '.redline/build'), new Date())
    } catch (error) {
      if (!(error instanceof LockedError)) throw error
      await sleep(TURN_MS)
    }
  }
}

/** Astro moves files from the project's folder into the site's, which it can on one disk only; elsewhere the site is copied. */
async function buildOnAnyDisk(options: PublishOptions, out: string): Promise<string> {
  const isSameDisk = statSync(dirname(out)).dev === statSync(PROJECT_ROOT).dev
  if (isSameDisk || !relative(PROJECT_ROOT, out).startsWith('..')) return buildSite(options, out)
  const near = join(PROJECT_ROOT, '.redline/build/site')
  await rm(near, { recursive: true, force: true })
  try {
    const log = await buildSite(options, near)
    await cp(near, out, { recursive: true })
    return log
  } finally {
    await rm(near, { recursive: true, force: true })
  }
}

/** Astro in a process of its own: its memory is gone when it ends, and the environment it reads is only its own. */
async function buildSite(options: PublishOptions, out: string): Promise<string> {
  const { contentDir, dataDir, databaseUrl = '', site = '' } = options
  const astro = join(PROJECT_ROOT, 'node_modules/astro/bin/astro.mjs')
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      REDLINE_CONTENT: contentDir,
      REDLINE_CACHE: join(dataDir, 'cache'),
      REDLINE_OUT: out,
      REDLINE_SITE: site,
      REDLINE_SITE_DATABASE: databaseUrl,
    },
  })
  const stop = () => child.kill()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  let log = ''
  child.stdout.on('data', (chunk: Buffer) => (log += chunk))
  child.stderr.on('data', (chunk: Buffer) => (log += chunk))
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done))
  process.off('SIGINT', stop).off('SIGTERM', stop)
  if (code !== 0) throw new Error(`the site was not built; the old one stays. Astro said:\n${essence(log)}`)
  return log
}

/** The part of Astro's log that names the fault: without the lines of pages that went well. */
function essence(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '' && !/[├└▶]|^\d\d:\d\d:\d\d/.test(line))
  return lines.slice(0, 30).join('\n')
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
