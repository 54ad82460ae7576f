import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Job, Queue, QueueOptions } from '../../src/queue/queue.ts'

/** How an adapter is opened. */
export type OpenQueue = (options: QueueOptions) => Promise<Queue>

const job = (key: string): Job => ({ key, data: { source: key } })

/** What every queue promises; each adapter runs it. */
export function describeQueue(
  name: string,
  open: () => Promise<OpenQueue>,
  /** What `redline status` counts, where the adapter has it. */
  countParked?: () => Promise<number>,
) {
  describe(`${name} as a queue`, () => {
    let queue: Queue
    let stop: AbortController
    let working: Promise<void>[]
    const work = (handler: (job: Job) => Promise<unknown>, concurrency = 2) => {
      working.push(queue.work(handler, { concurrency, signal: stop.signal }))
    }
    beforeEach(async () => {
      queue = await (await open())({ retries: 1, retryDelaySeconds: 1 })
      stop = new AbortController()
      working = []
    })
    afterEach(async () => {
      stop.abort()
      await Promise.all(working)
      await queue.close()
    })

    it('gives each job to one worker and its output to whoever waits', async () => {
      const seen: string[] = []
      const handler = async ({ key, data }: Job) => {
        seen.push(key)
        return { length: data['source']!.length }
      }
      const tickets = await queue.add(['a', 'bb', 'ccc'].map(job))
      work(handler)
      const settled = await queue.settle(tickets)
      expect(settled.sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
        { key: 'a', output: { length: 1 } },
        { key: 'bb', output: { length: 2 } },
        { key: 'ccc', output: { length: 3 } },
      ])
      expect(seen.sort()).toEqual(['a', 'bb', 'ccc'])
    })

    it('adds no second job of a key while the first is open, and one more after it', async () => {
      expect(await queue.add([job('a')])).toHaveLength(1)
      expect(await queue.add([job('a'), job('b')])).toHaveLength(1)
      expect(await queue.add([])).toEqual([])
      let done = 0
      work(async () => ({ number: ++done }))
      await expect.poll(() => done).toBe(2)
      await expect.poll(() => queue.add([job('a')])).toHaveLength(1)
    })

    it('tries again what failed, then parks it with the reason until a person retries', async () => {
      const tries: Record<string, number> = {}
      let isMended = false
      work(async ({ key }) => {
        tries[key] = (tries[key] ?? 0) + 1
        if (key === 'once' && tries[key] === 1) throw new Error('the network was away')
        if (key === 'poison' && !isMended) throw new Error('page 7 cannot be read')
        return { ok: true }
      })
      const settled = await queue.settle(await queue.add([job('once'), job('poison')]))
      expect(settled).toContainEqual({ key: 'once', output: { ok: true } })
      expect(settled).toContainEqual({ key: 'poison', error: 'page 7 cannot be read' })
      expect(tries).toEqual({ once: 2, poison: 2 })
      expect(await queue.listParked()).toEqual([{ key: 'poison', error: 'page 7 cannot be read' }])
      if (countParked) expect(await countParked()).toBe(1)
      isMended = true
      expect(await queue.retryParked()).toBe(1)
      await expect.poll(() => queue.listParked()).toEqual([])
      await expect.poll(() => tries['poison']).toBe(3)
    })

    it('finishes what is at work when told to stop, and takes nothing more', async () => {
      const ended: string[] = []
      await queue.add(['a', 'b', 'c'].map(job))
      let started = 0
      const told = Promise.withResolvers<void>()
      work(async ({ key }) => {
        started++
        await told.promise
        ended.push(key)
      }, 1)
      await expect.poll(() => started).toBe(1)
      stop.abort()
      told.resolve()
      await Promise.all(working)
      expect(ended).toHaveLength(1)
    })
  })
}
