import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { ParsedDocument, ParseFailure } from '../../src/core/extract/document.ts'
import type { ArticleHints } from './article.ts'
import { isTooDeep } from './depth.ts'

/** Readability is quadratic on nested pages: what takes more of the processor's time is killed with its thread. */
const LIMIT_MS = 5_000
/** The first page also pays for loading the parsers. */
const START_MS = 10_000
/** On a busy machine a thread has a part of the time that passes; what takes so many times the limit is killed anyhow. */
const MOST_TIMES = 20
/** Between two looks at what a thread has spent. */
const LEAST_PAUSE_MS = 100
const MAX_CHARS = 8 * 1024 * 1024
const MAX_DEPTH = 512

/** What waits for the thread, oldest first; only the first is being worked on. */
interface Job {
  html: string
  hints: ArticleHints
  settle: (result: ParsedDocument | ParseFailure) => void
}

let thread: Worker | undefined
let isWarm = false
/** Says which thread it was given to: what a thread that was given up says later is no answer to the next page. */
let current: { job: Job; watch: AbortController; worker: Worker } | undefined
const waiting: Job[] = []

/**
 * Parses a page in a thread of its own, one at a time, killed after five seconds of the processor; refuses at once what is too large or
 * nests too deep. The thread does not keep the process alive.
 */
export async function parseArticleSafely(
  html: string,
  hints: ArticleHints,
): Promise<ParsedDocument | ParseFailure> {
  const name = hints.file ?? hints.url ?? 'the page'
  if (html.length > MAX_CHARS)
    return {
      failure: 'too-large',
      message: `${name}: ${html.length} characters, at most ${MAX_CHARS} are read`,
    }
  if (isTooDeep(html, MAX_DEPTH))
    return { failure: 'too-deep', message: `${name}: nests deeper than ${MAX_DEPTH} elements` }
  return new Promise((settle) => {
    waiting.push({ html, hints, settle })
    next()
  })
}

/** Ends the thread, for tests and for a command that has read its last page. */
export async function closeParser(): Promise<void> {
  await thread?.terminate()
}

function next(): void {
  const job = current ? undefined : waiting.shift()
  if (!job) return
  const worker = (thread ??= startThread())
  const name = job.hints.file ?? job.hints.url ?? 'the page'
  const limit = isWarm ? LIMIT_MS : START_MS
  const watch = new AbortController()
  void untilSpent(worker, limit, watch.signal).then((isSpent) => {
    if (!isSpent) return
    finish(worker, {
      failure: 'timeout',
      message: `${name}: took more than ${limit / 1000} s to parse and was given up`,
    })
    void stop(worker)
    next()
  })
  current = { job, watch, worker }
  // while a page is being read the process must live to hear the answer
  worker.ref()
  worker.postMessage({ id: 0, html: job.html, hints: job.hints })
}

/** Whether the thread has spent so much of the processor's time from now on; false once the watch is called off. */
async function untilSpent(worker: Worker, limit: number, watch: AbortSignal): Promise<boolean> {
  const end = performance.now() + limit * MOST_TIMES
  const before = (await spentMs(worker)) ?? 0
  for (let left = limit; left > 0 && performance.now() < end; ) {
    await pause(Math.max(left, LEAST_PAUSE_MS), watch)
    if (watch.aborted) return false
    const look = new AbortController()
    const spent = await Promise.race([spentMs(worker), pause(limit, look.signal)])
    look.abort()
    if (spent !== undefined) left = limit - (spent - before)
  }
  return !watch.aborted
}

const pause = (ms: number, signal: AbortSignal): Promise<undefined> =>
  sleep(ms, undefined, { signal }).catch(() => undefined)

/** Of the processor's time; undefined for a thread that does not run. */
const spentMs = (worker: Worker): Promise<number | undefined> =>
  worker.cpuUsage().then(
    ({ user, system }) => (user + system) / 1000,
    () => undefined,
  )

function finish(worker: Worker, result: ParsedDocument | ParseFailure): void {
  const done = current
  if (done?.worker !== worker) return
  current = undefined
  done.watch.abort()
  worker.unref()
  done.job.settle(result)
}

function startThread(): Worker {
  const worker = new Worker(new URL('./worker-thread.ts', import.meta.url), {
    // More than five seconds can fill: a thread that meets its heap limit may abort the whole process, one that is late is killed.
    resourceLimits: { maxOldGenerationSizeMb: 3072, stackSizeMb: 8 },
  })
  isWarm = false
  worker.on('message', ({ result }: { result: ParsedDocument | ParseFailure }) => {
    if (thread === worker) isWarm = true
    finish(worker, result)
    next()
  })
  worker.on('error', (error) =>
    finish(worker, { failure: 'broken', message: `the parser failed: ${error.message}` }),
  )
  worker.on('exit', () => {
    if (thread === worker) thread = undefined
    finish(worker, { failure: 'broken', message: 'the parser ended without an answer' })
    next()
  })
  return worker
}

async function stop(worker: Worker): Promise<void> {
  if (thread === worker) thread = undefined
  await worker.terminate()
}
