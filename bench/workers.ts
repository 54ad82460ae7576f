// One worker against four on sources that answer slowly: `node bin/run.mjs bench/workers.ts`. The goal is 2.5 times one's rate on
// two cores, because the load waits on the network.
import { setTimeout as sleep } from 'node:timers/promises'
import { openPostgresQueue } from '../src/queue/postgres.ts'
import { findPostgres, startPostgres } from '../test/ops/postgres-server.ts'

const JOBS = 120
/** A source that takes its time, as most do. */
const ANSWER_MS = 250

if (!findPostgres()) throw new Error('no PostgreSQL on this machine: apt-get install postgresql')
const server = await startPostgres()
try {
  const one = await measure(1)
  const four = await measure(4)
  console.log(
    `1 worker: ${one.toFixed(1)} jobs/s; 4 workers: ${four.toFixed(1)} jobs/s; ratio ${(four / one).toFixed(2)}`,
  )
} finally {
  server.stop()
}

async function measure(workers: number): Promise<number> {
  const queues = await Promise.all(Array.from({ length: workers }, () => openPostgresQueue(server.url)))
  const stop = new AbortController()
  const working = queues.map((queue) =>
    queue.work(() => sleep(ANSWER_MS, { done: true }), { concurrency: 2, signal: stop.signal }),
  )
  const started = performance.now()
  const jobs = Array.from({ length: JOBS }, (_, at) => ({ key: `${workers}-${at}`, data: {} }))
  await queues[0]!.settle(await queues[0]!.add(jobs))
  const rate = (JOBS / (performance.now() - started)) * 1_000
  stop.abort()
  await Promise.all(working)
  await Promise.all(queues.map((queue) => queue.close()))
  return rate
}
