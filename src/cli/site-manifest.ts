import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SiteJob } from './site-job.ts'

/** What a site consists of: lets the next build leave alone what is the same, and remove what is gone. */
export interface SiteManifest {
  /** What is in every key. */
  shared: string
  /** Digest of the frames around all pages. */
  frames: string
  /** By the first file of each job: its key, then all its files. */
  jobs: Map<string, string[]>
  /** Files that no job writes. */
  others: string[]
}

export const listJobs = (jobs: SiteJob[]): SiteManifest['jobs'] =>
  new Map(jobs.map(({ key, files }) => [files[0]!, [key, ...files]]))

/** Whether the site has all files of a job as they would be written. */
export const hasJob = ({ jobs }: SiteManifest, { key, files }: SiteJob): boolean =>
  key !== '' && jobs.get(files[0]!)?.[0] === key

export const filesOf = ({ jobs, others }: SiteManifest): string[] => [
  ...others,
  ...Array.from(jobs.values(), ([, ...files]) => files).flat(),
]

const manifestOf = (site: string) => `${site}.keys`
const nextManifest = (site: string) => `${site}.keys.next-${process.pid}`
/** First line; another version is as good as none. */
const VERSION = 'redline-site 2'

/** The manifest of the present site; undefined where there is no site, or none that is known to be whole. */
export function readManifest(site: string): SiteManifest | undefined {
  if (!existsSync(manifestOf(site)) || !existsSync(join(site, 'index.html'))) return undefined
  const [version, shared = '', frames = '', others = '', ...lines] = readFileSync(
    manifestOf(site),
    'utf8',
  ).split('\n')
  if (version !== VERSION) return undefined
  const jobs = lines.filter(Boolean).map((line) => line.split('\t'))
  return {
    shared,
    frames,
    jobs: new Map(jobs.map((job) => [job[1]!, job])),
    others: others.split('\t').filter(Boolean),
  }
}

/** Beside the site that is not there yet. */
export function saveNextManifest(site: string, { shared, frames, jobs, others }: SiteManifest): void {
  const lines = Array.from(jobs.values(), (job) => job.join('\t'))
  writeFileSync(
    nextManifest(site),
    [VERSION, shared, frames, others.join('\t'), ...lines].map((line) => `${line}\n`).join(''),
  )
}

/** Before the site is touched: a kill from here on leads to a full build, never to a mixed one. */
export const forgetManifest = (site: string): void => rmSync(manifestOf(site), { force: true })

/** After the site was replaced. */
export const keepManifest = (site: string): void => renameSync(nextManifest(site), manifestOf(site))

export const abandonManifest = (site: string): void => rmSync(nextManifest(site), { force: true })
