/** A piece of work that any worker may do, and may do again: what it does twice it does once. */
export interface Job {
  /** While a job of this key waits or is at work, no second one is added. */
  key: string
  data: Record<string, string>
}

/** How a job ended: with what its handler gave, or parked after its last try. */
export interface Settled {
  key: string
  output?: unknown
  /** Why it was parked. */
  error?: string
}

/** What a worker does with a job. One that throws has the job tried again, later each time. */
export type Handler = (job: Job) => Promise<unknown>

/**
 * Where jobs wait. Two adapters, one contract suite: in this process, and in PostgreSQL for any number of workers on any number
 * of machines. A job is leased: when its worker dies, another gets it.
 */
export interface Queue {
  /** Adds jobs and gives tickets for those that were not there already. */
  add(jobs: Job[]): Promise<string[]>
  /** Works on jobs until the signal aborts and what is at work is done. */
  work(handler: Handler, options: { concurrency: number; signal: AbortSignal }): Promise<void>
  /** Waits until the jobs of these tickets are done or parked. */
  settle(tickets: string[], signal?: AbortSignal): Promise<Settled[]>
  /** Jobs that failed at every try, oldest first; they wait for a person. */
  listParked(): Promise<Settled[]>
  /** Gives all parked jobs their tries back; tells how many. */
  retryParked(): Promise<number>
  close(): Promise<void>
}

/** Settings that both adapters have. */
export interface QueueOptions {
  /** Tries after the first. */
  retries?: number
  /** Pause before the first repetition; doubles with each. */
  retryDelaySeconds?: number
  /** A worker that has not been heard of for so long has lost its jobs. */
  leaseSeconds?: number
}

export const DEFAULTS = { retries: 3, retryDelaySeconds: 2, leaseSeconds: 30 } as const satisfies QueueOptions
