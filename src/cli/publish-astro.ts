import { spawn } from 'node:child_process'
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Lock, LockedError, takeLock } from '../../scrapers/lock.ts'
import { type DataFolders, PROJECT_ROOT } from './context.ts'

/** Where a site is built from, besides its records. */
export type AstroOptions = DataFolders & {
  site?: string | undefined
}

/** Astro at work on its part of a site: the pages that an edition has once, and the frames of the others. */
export interface AstroBuild {
  /** Gives it the records: reading and checking them takes seconds, in which it gets ready. */
  hand(records: Uint8Array): void
  /** Settled when its part is made. */
  done: Promise<void>
  /** Ends it, whatever it is at; does nothing where it is done. */
  stop(): Promise<void>
}

/** Has Astro make its part of a site in a folder; it starts at once. */
export function startAstro(options: AstroOptions, out: string): AstroBuild {
  const halt = new AbortController()
  const records = Promise.withResolvers<Uint8Array>()
  const done = buildInTurn({ ...options, records: records.promise, halt }, out)
  for (const promise of [records.promise, done]) promise.catch(() => undefined) // Thrown where `done` is awaited.
  return {
    hand: records.resolve,
    done,
    async stop() {
      halt.abort()
      records.reject(new Error('the build was ended before the records were read'))
      await Promise.allSettled([done])
    },
  }
}

type TurnOptions = AstroOptions & {
  records: Promise<Uint8Array>
  /** Ends the build. */
  halt: AbortController
}

async function buildInTurn(options: TurnOptions, out: string): Promise<void> {
  const lock = await waitForTurn()
  try {
    await buildOnAnyDisk(options, out)
  } finally {
    lock.release()
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
async function buildOnAnyDisk(options: TurnOptions, out: string): Promise<void> {
  const isSameDisk = statSync(dirname(out)).dev === statSync(PROJECT_ROOT).dev
  if (isSameDisk || !relative(PROJECT_ROOT, out).startsWith('..')) return buildPart(options, out)
  const near = join(PROJECT_ROOT, '.redline/build/site')
  await rm(near, { recursive: true, force: true })
  try {
    await buildPart(options, near)
    await cp(near, out, { recursive: true })
  } finally {
    await rm(near, { recursive: true, force: true })
  }
}

/** The records lie in a file, which Astro waits for. */
async function buildPart(options: TurnOptions, out: string): Promise<void> {
  const { contentDir, dataDir, site = '', records, halt } = options
  const file = join(PROJECT_ROOT, '.redline/build/records')
  rmSync(file, { force: true })
  const handed = records.then((bytes) => {
    writeFileSync(`${file}.next`, bytes)
    renameSync(`${file}.next`, file)
  })
  handed.catch(() => halt.abort())
  try {
    const env = {
      REDLINE_CONTENT: contentDir,
      REDLINE_CACHE: join(dataDir, 'cache'),
      REDLINE_OUT: out,
      REDLINE_RECORDS: file,
      REDLINE_SITE: site,
    }
    await runAstro(env, halt.signal)
    await handed
  } finally {
    rmSync(file, { force: true })
  }
}

/** Astro in a process of its own: its memory is gone when it ends, and the environment it reads is only its own. */
async function runAstro(env: Record<string, string>, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'astro-process.ts'), 'build'], {
    cwd: PROJECT_ROOT,
    // Its input is never written to: it closes with this process, and so ends Astro.
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      ...env,
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
}

/** The part of Astro's log that names the fault: without the lines of pages that went well. */
function essence(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '' && !/[├└▶]|^\d\d:\d\d:\d\d/.test(line))
  return lines.slice(0, 30).join('\n')
}
