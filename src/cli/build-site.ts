import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { serialize } from 'node:v8'
import type { Corpus } from '../core/publish/view-corpus.ts'
import { pageKeys } from '../core/publish/view-keys.ts'
import { writeCorpusIndex } from '../search/write.ts'
import { openPlaceCache } from '../store/open.ts'
import type { PublishOptions } from './publish.ts'
import type { AstroBuild } from './publish-astro.ts'
import { writeCorpusData } from './publish-data.ts'
import { writeOpml, writeSitemap } from './publish-feeds.ts'
import { hashFrames, takeFrames } from './publish-pages.ts'
import { removeStamp } from './publish-stamp.ts'
import { listRecords, siteAt } from './published-corpus.ts'
import type { FolderSwap } from './replace-folder.ts'
import { SiteWriter } from './site-files.ts'
import {
  filesOf,
  forgetManifest,
  hasJob,
  keepManifest,
  listJobs,
  readManifest,
  type SiteManifest,
  saveNextManifest,
} from './site-manifest.ts'
import { planSite, type SitePlan } from './site-plan.ts'
import { type Crew, startCrew, threadsFor } from './site-threads.ts'

type BuildOptions = PublishOptions & { out: string; site: string; code: string }

/** Pages of a built site: all, and those that were rendered for it. */
interface BuiltSite {
  pages: number
  rendered: number
}

/**
 * Builds a site and puts it in its place. Astro makes the frames in a process of its own; meanwhile this thread writes what needs
 * none, and then all threads write pages.
 */
export async function buildSite(
  options: BuildOptions,
  corpus: Corpus,
  swap: FolderSwap,
  astro: AstroBuild,
): Promise<BuiltSite> {
  const records = shareRecords(corpus)
  astro.hand(new Uint8Array(records))
  await setImmediate() // It is given them before this thread plans for seconds.
  let build: SiteBuild | undefined
  try {
    build = new SiteBuild(options, corpus, swap, { records, astro: astro.done })
    return await build.run()
  } finally {
    await build?.stop()
    await astro.stop()
  }
}

/** What other processes and threads are given and give. */
interface Beside {
  records: SharedArrayBuffer
  /** Settled when the frames are made. */
  astro: Promise<void>
}

/** Guards the plan, what of the present site is kept, and the threads that write pages. */
class SiteBuild {
  readonly #options: BuildOptions
  readonly #corpus: Corpus
  readonly #swap: FolderSwap
  readonly #plan: SitePlan
  readonly #shared: string
  readonly #beside: Beside
  /** The present site; only what differs from it is written. Undefined where nothing of it can be kept. */
  #present: SiteManifest | undefined
  #crew: Crew | undefined

  constructor(options: BuildOptions, corpus: Corpus, swap: FolderSwap, beside: Beside) {
    this.#options = options
    this.#beside = beside
    this.#corpus = corpus
    this.#swap = swap
    const site = siteAt(options.site)
    const keys = pageKeys(corpus, JSON.stringify([options.code, site.origin]))
    this.#shared = keys.shared
    this.#plan = planSite(corpus, { keys, site })
    const present = readManifest(options.out)
    this.#present = present?.shared === keys.shared ? present : undefined
  }

  async run(): Promise<BuiltSite> {
    const pages = this.#writePages()
    pages.catch(() => undefined) // Thrown below, when this thread is done with what it does meanwhile.
    const present = this.#present
    const others = this.#options.pagesAlone ? [] : await this.#writeOthers()
    const { own, frames, astros, rendered } = await pages
    // The frames are others than was to be expected: what was not written for being the same is missing from the new site.
    if (this.#present !== present) bringMissing(others, this.#options.out, this.#swap.fresh)
    await this.#crew!.finish()
    const manifest = {
      shared: this.#shared,
      frames,
      jobs: listJobs(this.#plan.jobs),
      others: [...astros, ...others],
    }
    await this.#putInPlace(manifest)
    const all = this.#plan.jobs.reduce((sum, job) => sum + job.pages, 0)
    return { pages: own + all, rendered: own + rendered }
  }

  /** Ends threads that still write; does nothing where all went well. */
  async stop(): Promise<void> {
    await this.#crew?.stop()
  }

  /** Takes the frames from Astro, and sets other threads to work on the pages. */
  async #writePages() {
    const { fresh, aside } = this.#swap
    const { records, astro } = this.#beside
    await astro
    const shells = takeFrames(aside)
    const frames = hashFrames(shells)
    if (this.#present?.frames !== frames) this.#present = undefined
    const astros = filesBelow(aside)
    moveAll(aside, fresh)
    const { jobs } = this.#plan
    const wanted = new Uint8Array(new SharedArrayBuffer(jobs.length))
    let rendered = 0
    for (const [index, job] of jobs.entries()) {
      if (this.#options.pagesAlone && job.pages === 0) continue
      if (this.#present && hasJob(this.#present, job)) continue
      wanted[index] = 1
      rendered += job.pages
    }
    this.#crew = startCrew(
      this.#plan,
      {
        records,
        registry: this.#corpus.registry,
        site: siteAt(this.#options.site),
        frames: shells,
        fresh,
        present: this.#present && this.#options.out,
        wanted,
        next: new Int32Array(new SharedArrayBuffer(4)),
      },
      (this.#options.threads ?? threadsFor(wanted.filter(Boolean).length)) - 1,
    )
    return { own: astros.filter((file) => file.endsWith('.html')).length, frames, astros, rendered }
  }

  /** Everything that is neither page nor feed: lists of feeds, sitemap, search index, data and API. Gives their files. */
  async #writeOthers(): Promise<string[]> {
    const corpus = this.#corpus
    const { site, out } = this.#options
    const { fresh } = this.#swap
    const { put, files } = new SiteWriter(fresh, this.#present && out)
    writeOpml(corpus, this.#plan.listings, siteAt(site), put)
    writeSitemap(corpus, site, put)
    const cache = openPlaceCache(this.#options)
    try {
      await writeCorpusIndex(corpus, cache, join(fresh, 'search'))
      const { tables } = await writeCorpusData(corpus, cache, { folder: fresh, put }, site)
      const index = filesBelow(join(fresh, 'search')).map((file) => `search/${file}`)
      return [...files, ...tables, ...index]
    } finally {
      await cache.close()
    }
  }

  /** Before anything is touched, it is forgotten what the present site consists of: a kill leads to a full build. */
  async #putInPlace(manifest: SiteManifest): Promise<void> {
    const { out } = this.#options
    saveNextManifest(out, manifest)
    forgetManifest(out)
    removeStamp(out)
    if (this.#present) this.#swap.apply(listGone(this.#present, manifest))
    else await this.#swap.commit()
    keepManifest(out)
  }
}

/** The records for other threads and for Astro: reading and checking them takes seconds. */
function shareRecords(corpus: Corpus): SharedArrayBuffer {
  const bytes = serialize(listRecords(corpus))
  const shared = new SharedArrayBuffer(bytes.length)
  new Uint8Array(shared).set(bytes)
  return shared
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

function moveAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) renameSync(join(from, name), join(to, name))
  rmSync(from, { recursive: true })
}

/** Files that were left unwritten because the present site has them, for a new site that keeps nothing of it. */
function bringMissing(files: string[], from: string, to: string): void {
  for (const file of files) {
    if (existsSync(join(to, file))) continue
    mkdirSync(dirname(join(to, file)), { recursive: true })
    copyFileSync(join(from, file), join(to, file))
  }
}

/** Files of the present site that the new one has not. */
function listGone(present: SiteManifest, next: SiteManifest): string[] {
  const kept = new Set(filesOf(next))
  return filesOf(present).filter((file) => !kept.has(file))
}
