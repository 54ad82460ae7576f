import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULTS, type Handler, type Job, type Queue, type QueueOptions, type Settled } from './queue.ts'

interface Entry {
  ticket: string
  job: Job
  tries: number
  state: 'waiting' | 'active' | 'done' | 'parked'
  /** Milliseconds since the epoch. */
  notBefore: number
  settled?: Settled
}

/** Jobs in this process: gone when it ends, which loses nothing, for the next run adds them again. */
export function openMemoryQueue(options: QueueOptions = {}): Queue {
  const { retries, retryDelaySeconds } = { ...DEFAULTS, ...options }
  const entries = new Map<string, Entry>()
  const isOpen = ({ state }: Entry) => state === 'waiting' || state === 'active'
  let tickets = 0
  let waiting: (() => void)[] = []
  /** Wakes everyone who waits for something to change. */
  const stir = () => {
    const wake = waiting
    waiting = []
    for (const done of wake) done()
  }
  const change = (signal?: AbortSignal, ms = 1_000) =>
    Promise.race([
      new Promise<void>((done) => waiting.push(done)),
      sleep(ms, undefined, { ref: true, ...(signal && { signal }) }).catch(() => undefined),
    ])

  async function attempt(entry: Entry, handler: Handler): Promise<void> {
    entry.state = 'active'
    try {
      entry.settled = { key: entry.job.key, output: await handler(entry.job) }
      entry.state = 'done'
    } catch (error) {
      entry.tries++
      entry.notBefore = Date.now() + retryDelaySeconds * 1_000 * 2 ** (entry.tries - 1)
      entry.state = entry.tries > retries ? 'parked' : 'waiting'
      if (entry.state === 'parked') entry.settled = { key: entry.job.key, error: (error as Error).message }
    }
    stir()
  }

  return {
    async add(jobs) {
      const added: string[] = []
      for (const job of jobs) {
        if ([...entries.values()].some((entry) => entry.job.key === job.key && isOpen(entry))) continue
        const ticket = `${++tickets}`
        entries.set(ticket, { ticket, job, tries: 0, state: 'waiting', notBefore: 0 })
        added.push(ticket)
      }
      stir()
      return added
    },
    async work(handler, { concurrency, signal }) {
      const active = new Set<Promise<void>>()
      while (!signal.aborted) {
        const ready = [...entries.values()].filter(
          ({ state, notBefore }) => state === 'waiting' && notBefore <= Date.now(),
        )
        for (const entry of ready.slice(0, concurrency - active.size)) {
          const work = attempt(entry, handler).finally(() => active.delete(work))
          active.add(work)
        }
        await change(signal, 100)
      }
      await Promise.all(active)
    },
    async settle(wanted, signal) {
      const found = wanted.map((ticket) => entries.get(ticket)!)
      while (found.some(isOpen) && !signal?.aborted) await change(signal)
      return found.flatMap(({ settled }) => settled ?? [])
    },
    async listParked() {
      return [...entries.values()].filter(({ state }) => state === 'parked').map(({ settled }) => settled!)
    },
    async retryParked() {
      const parked = [...entries.values()].filter(({ state }) => state === 'parked')
      for (const entry of parked) Object.assign(entry, { state: 'waiting', tries: 0, notBefore: 0 })
      stir()
      return parked.length
    },
    async close() {
      entries.clear()
      stir()
    },
  }
}
