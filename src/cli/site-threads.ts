import { availableParallelism } from 'node:os'
import { deserialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Registry } from '../core/model/registry.ts'
import type { FeedSite } from '../core/publish/feed-model.ts'
import { buildCorpus, type RecordLists } from '../core/publish/view-corpus.ts'
import { SiteWriter } from './site-files.ts'
import { type Frames, NO_KEYS } from './site-job.ts'
import { planSite, type SitePlan } from './site-plan.ts'

/** What the threads that write one site share. */
export interface SharedWork {
  /** The records' lists, serialized. */
  records: SharedArrayBuffer
  registry: Registry
  site: FeedSite
  frames: Frames
  fresh: string
  /** The present site, where only what differs from it is to be written. */
  present: string | undefined
  /** A byte a job: 1 where it is to be done. */
  wanted: Uint8Array<SharedArrayBuffer>
  /** The next batch that no thread has taken. */
  next: Int32Array<SharedArrayBuffer>
}

/** Each holds the records, a quarter of a gigabyte where they are 30,000; with four such a build takes more than two in all. */
const MOST_THREADS = 3
/** A thread reads the records and plans the site for itself, which takes as long as this many jobs. */
const JOBS_A_THREAD = 600

/** Room for what a page leaves behind: collecting it less often takes a twentieth less time. */
const YOUNG_MB = 64

/** How many threads a site of so many jobs is worth. */
export const threadsFor = (jobs: number): number =>
  Math.max(1, Math.min(MOST_THREADS, availableParallelism(), Math.floor(jobs / JOBS_A_THREAD)))

/** Threads that are at work on one site. */
export interface Crew {
  /** Works along until nothing is left; rejects when any thread failed. */
  finish(): Promise<void>
  /** Leaves what is not done undone. */
  stop(): Promise<void>
}

/** Sets other threads to work; this one joins them in `finish`. The first that fails stops them all. */
export function startCrew(plan: SitePlan, work: SharedWork, others: number): Crew {
  const workers = Array.from({ length: others }, () => openWorker(work))
  const done = Promise.all(workers.map((worker) => worker.done))
  done.catch(() => undefined) // Told by `finish`, which is called later.
  return {
    async finish() {
      takeBatches(plan, work)
      await done
    },
    async stop() {
      endWork(work)
      await Promise.all(workers.map(({ worker }) => worker.terminate()))
    },
  }
}

function openWorker(work: SharedWork) {
  const worker = new Worker(new URL('./site-thread.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  const done = new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a thread that writes pages ended with ${code}; expected 0`)),
    )
  })
  return { worker, done }
}

const endWork = ({ next }: SharedWork) => Atomics.store(next, 0, 2 ** 30)

/** Takes batches until none is left. */
function takeBatches({ jobs, starts }: SitePlan, work: SharedWork): void {
  const { frames, wanted, next } = work
  const { put } = new SiteWriter(work.fresh, work.present)
  for (;;) {
    const batch = Atomics.add(next, 0, 1)
    if (batch >= starts.length) return
    const end = starts[batch + 1] ?? jobs.length
    for (let at = starts[batch]!; at < end; at++) if (wanted[at] === 1) jobs[at]!.write(frames, put)
  }
}

/** What another thread does: the same plan from the same records. */
export function joinWork(work: SharedWork): void {
  try {
    const records = deserialize(Buffer.from(work.records)) as RecordLists
    const plan = planSite(buildCorpus(records, work.registry), { keys: NO_KEYS, site: work.site })
    if (plan.jobs.length !== work.wanted.length)
      throw new Error(`a thread planned ${plan.jobs.length} jobs; expected ${work.wanted.length}, as in all`)
    takeBatches(plan, work)
  } catch (error) {
    endWork(work)
    throw error
  }
}
