import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { readPublishedCorpus, siteAt } from '../src/cli/published-corpus.ts'
import { encodeText } from '../src/cli/site-bytes.ts'
import { type Frames, NO_KEYS } from '../src/cli/site-job.ts'
import { planSite } from '../src/cli/site-plan.ts'
import { LANGS } from '../src/core/model/lang.ts'
import { SHELL_NAMES } from '../src/layouts/shell.ts'
import { openPublishedStore } from '../src/store/published.ts'
import { writeRecords } from './publish/records.ts'

/**
 * Whether two cores of this machine are two: `node bin/run.mjs bench/cores.ts [records, 3000]` times a thread alone and two at
 * once that each do the same work, in memory alone. Two cores of their own give a factor of 1; two threads of one core, which
 * share what calculates, up to 2. CPU seconds of a thread count only while it runs, so that other work on a busy machine changes
 * them less than it changes the wait; for a fair factor let nothing else run.
 */
const ROUNDS = 3

interface Took {
  cpuMs: number
  wallMs: number
}

async function compare(records: number): Promise<void> {
  const folder = join(import.meta.dirname, '../.redline', `bench-cores-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  await writeRecords(folder, records)
  const workers = [1, 2].map(() => new Worker(new URL(import.meta.url), { workerData: { folder } }))
  await Promise.all(workers.map((worker) => ask(worker, 'nothing')))
  for (const work of ['counting', 'pages']) {
    await ask(workers[0]!, work)
    const alone: Took[] = []
    const beside: Took[] = []
    for (let round = 0; round < ROUNDS; round++) {
      alone.push(await ask(workers[round % 2]!, work))
      beside.push(...(await Promise.all(workers.map((worker) => ask(worker, work)))))
    }
    report(work, alone, beside)
  }
  for (const worker of workers) await worker.terminate()
  rmSync(folder, { recursive: true })
}

function ask(worker: Worker, work: string): Promise<Took> {
  return new Promise((done, fail) => {
    worker.once('error', fail)
    worker.once('message', (took: Took) => {
      worker.off('error', fail)
      done(took)
    })
    worker.postMessage(work)
  })
}

function report(work: string, alone: Took[], beside: Took[]): void {
  const least = (all: Took[], time: keyof Took) => Math.min(...all.map((took) => took[time]))
  const [one, two] = [least(alone, 'cpuMs'), least(beside, 'cpuMs')]
  const walls = `wall ${least(alone, 'wallMs').toFixed(0)} and ${least(beside, 'wallMs').toFixed(0)} ms`
  console.log(
    `${work}: ${one.toFixed(0)} ms CPU alone, ${two.toFixed(0)} ms each of two at once: ${(two / one).toFixed(2)} times (${walls})`,
  )
}

async function serve(folder: string): Promise<void> {
  const pages = await openPages(folder)
  const works: Record<string, () => void> = { nothing: () => undefined, counting: count, pages }
  parentPort!.on('message', (work: string) => {
    const started = performance.now()
    const before = process.threadCpuUsage()
    works[work]!()
    const { user, system } = process.threadCpuUsage(before)
    parentPort!.postMessage({ cpuMs: (user + system) / 1000, wallMs: performance.now() - started })
  })
}

/** Needs nothing but a core, no memory: six sums that do not wait for each other, for one alone leaves half of a core idle. */
function count(): void {
  let [a, b, c, d, e, f] = [1, 2, 3, 4, 5, 6]
  for (let step = 0; step < 2e8; step++) {
    a = (a + step) ^ b
    b = (b ^ step) + 1
    c = (c + step) ^ d
    d = (d ^ step) + 1
    e = (e + step) ^ f
    f = (f ^ step) + 1
  }
  const sum = a ^ b ^ c ^ d ^ e ^ f
  if (!Number.isInteger(sum)) throw new Error(`the sums give ${sum}; expected a whole number`)
}

/** All pages of the records, made and encoded as a build does, and not written. */
async function openPages(folder: string): Promise<() => void> {
  const contentDir = join(folder, 'content')
  const store = openPublishedStore({ contentDir })
  const corpus = await readPublishedCorpus(store, contentDir)
  await store.close()
  const { jobs } = planSite(corpus, { keys: NO_KEYS, site: siteAt('https://news.example') })
  const frames = bareFrames()
  const put = (_: string, content: string | Uint8Array) => {
    if (typeof content === 'string') encodeText(content)
  }
  return () => {
    for (const job of jobs) if (job.pages > 0) job.write(frames, put)
  }
}

/** Frames that hold nothing but their places. */
function bareFrames(): Frames {
  const shell = { fixed: ['', '', '', '', '', ''], marks: ['head', 'editions', 'crumbs', 'main', 'feeds'] }
  const kinds = Object.fromEntries(SHELL_NAMES.map((name) => [name, shell]))
  return Object.fromEntries(LANGS.map((lang) => [lang, kinds])) as Frames
}

if (isMainThread) await compare(Number(process.argv[2] ?? 3000))
else await serve(workerData.folder as string)
