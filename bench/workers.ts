// One `redline worker` against four on outlets that answer slowly: `node bin/run.mjs bench/workers.ts`. Real processes, real HTTP,
// PostgreSQL as store and queue. The goal is 2.5 times one worker's rate on two cores, because the load waits on the network.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { defineSource, feed, type SourceDefinition } from '../scrapers/define.ts'
import { openPostgresQueue } from '../src/queue/postgres.ts'
import { openPostgresStore } from '../src/store/postgres.ts'
import { findPostgres, startPostgres } from '../test/ops/postgres-server.ts'

const OUTLETS = 32
const PAGES = 3
/** Each answer takes its time, as over a long line from a busy site. */
const ANSWER_MS = 1_000
/** Sources that one worker works on at once. */
const CONCURRENCY = 4
const GOAL = 2.5

if (!findPostgres()) throw new Error('no PostgreSQL on this machine: apt-get install postgresql')
const folder = mkdtempSync(join(tmpdir(), 'redline-workers-'))
const server = await startPostgres()
const outlets: Server[] = []
try {
  const sources = await Promise.all(Array.from({ length: OUTLETS }, (_, at) => startOutlet(at)))
  writeFileSync(join(folder, 'sources.json'), JSON.stringify(sources))
  const one = await measure(1, sources)
  const four = await measure(4, sources)
  const ratio = one.seconds / four.seconds
  console.log(
    `${OUTLETS} sources, ${one.articles} and ${four.articles} articles: 1 worker ${one.seconds.toFixed(1)} s, 4 workers ${four.seconds.toFixed(1)} s; ratio ${ratio.toFixed(2)}`,
  )
  if (ratio < GOAL || one.articles !== four.articles) process.exitCode = 1
} finally {
  server.stop()
  for (const outlet of outlets) outlet.close()
  rmSync(folder, { recursive: true })
}

/** A host with a feed of three pages, each answer late. */
async function startOutlet(at: number): Promise<SourceDefinition> {
  const outlet = createServer(async (request, response) => {
    await sleep(ANSWER_MS)
    const url = `http://127.0.0.1:${(outlet.address() as AddressInfo).port}`
    if (request.url === '/feed') response.setHeader('content-type', 'application/rss+xml').end(buildFeed(url))
    else if (request.url === '/robots.txt') response.writeHead(404).end()
    else response.setHeader('content-type', 'text/html').end(buildPage(`${at}${request.url}`))
  })
  outlets.push(outlet)
  outlet.listen(0, '127.0.0.1')
  await once(outlet, 'listening')
  const name = `Outlet ${at}`
  return defineSource(
    `outlet-${at}`,
    feed({
      names: { en: name, 'zh-Hans': name, 'zh-Hant': name },
      lang: 'en',
      region: 'INT',
      kind: 'press',
      tier: 'press',
      url: `http://127.0.0.1:${(outlet.address() as AddressInfo).port}/feed`,
    }),
  )
}

function buildFeed(url: string): string {
  const items = Array.from(
    { length: PAGES },
    (_, at) => `<item><title>Story ${at} of this outlet</title><link>${url}/story-${at}</link></item>`,
  )
  return `<rss version="2.0"><channel><title>O</title><link>${url}/</link><description>d</description>${items.join('')}</channel></rss>`
}

function buildPage(name: string): string {
  return `<!doctype html><html lang="en"><title>Story ${name}</title><article><h1>Story ${name}</h1><p>In a sample test of sixteen models the strongest one chose the harmful answer in 96% of the runs of ${name}.</p><p>The people who ran the test said that the result held when they repeated it with other words.</p></article></html>`
}

/** Seconds from the first job to the last, with workers that are up already; each time in a database of its own. */
async function measure(workers: number, sources: SourceDefinition[]) {
  const client = new Client(server.url)
  await client.connect()
  await client.query(`CREATE DATABASE workers_${workers}`)
  await client.end()
  const url = server.url.replace(/postgres$/, `workers_${workers}`)
  const queue = await openPostgresQueue(url)
  const running = await Promise.all(Array.from({ length: workers }, () => startWorker(url)))
  const started = performance.now()
  await queue.settle(
    await queue.add(sources.map(({ source: { id } }) => ({ key: id, data: { sourceId: id } }))),
  )
  const seconds = (performance.now() - started) / 1_000
  for (const worker of running) worker.kill('SIGINT')
  await Promise.all(running.map((worker) => once(worker, 'close')))
  await queue.close()
  const store = openPostgresStore(url)
  const articles = await store.count('articles')
  await store.close()
  return { seconds, articles }
}

async function startWorker(url: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'workers/worker.ts')
  const args = [script, url, join(folder, 'data'), join(folder, 'sources.json'), String(CONCURRENCY)]
  const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(worker.stdout!, 'data')
  return worker
}
