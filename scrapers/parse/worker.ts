import { Worker } from 'node:worker_threads'
import type { ParsedDocument, ParseFailure } from '../../src/core/extract/document.ts'
import type { ArticleHints } from './article.ts'
import { isTooDeep } from './depth.ts'

/** Readability is quadratic on nested pages: what takes longer than this is killed with its thread. */
const LIMIT_MS = 5_000
/** The first page also pays for loading the parsers. */
const START_MS = 10_000
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
let current: { job: Job; timer: NodeJS.Timeout; worker: Worker } | undefined
const waiting: Job[] = []

/**
 * Parses a page in a thread of its own, one at a time, killed after five seconds; refuses at once what is too large or
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
  const timer = setTimeout(() => {
    finish(worker, {
      failure: 'timeout',
      message: `${name}: took more than ${limit / 1000} s to parse and was given up`,
    })
    void stop(worker)
    next()
  }, limit)
  current = { job, timer, worker }
  // while a page is being read the process must live to hear the answer
  worker.ref()
  worker.postMessage({ id: 0, html: job.html, hints: job.hints })
}

function finish(worker: Worker, result: ParsedDocument | ParseFailure): void {
  const done = current
  if (done?.worker !== worker) return
  current = undefined
  clearTimeout(done.timer)
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
