// Requests a second of our fetch (robots, guard, pace, validators, caps) beside bare undici, one request at a time a host.
//
//   node bin/run.mjs bench/collect.ts [requests]
//
// Budget: at least 0.7 of bare undici; 10,000 polls answered 304 below 200 MB.
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Agent } from 'undici'
import { openClient } from '../scrapers/client.ts'
import { openState } from '../scrapers/state.ts'

const BUDGET = { ratio: 0.7, megabytes: 200 }
const ROUNDS = 5
const decompress = promisify(gunzip)
const requests = Number(process.argv[2] ?? 4_000)

const server = fork(join(import.meta.dirname, 'collect/server.ts'))
const [origins] = (await once(server, 'message')) as [string[]]
try {
  const polls = await compare(true)
  const bodies = await compare(false)
  const memory = JSON.parse(
    execFileSync(
      process.execPath,
      [join(import.meta.dirname, 'collect/memory.ts'), JSON.stringify(origins)],
      {
        encoding: 'utf8',
      },
    ),
  )
  console.log(JSON.stringify({ polls304: polls, bodies200: bodies, memory }))
  const failures = [
    polls.ratio < BUDGET.ratio && `304: ${polls.ratio} of bare undici, at least ${BUDGET.ratio}`,
    bodies.ratioByCpu < BUDGET.ratio && `200: ${bodies.ratioByCpu} of bare undici, at least ${BUDGET.ratio}`,
    memory.peakMb > BUDGET.megabytes && `memory: ${memory.peakMb} MB, at most ${BUDGET.megabytes}`,
  ].filter((line) => line !== false)
  for (const line of failures) console.error(`over budget: ${line}`)
  process.exitCode = failures.length > 0 ? 1 : 0
} finally {
  server.kill()
}

/** Rounds alternate, so that other work on the machine falls on both; the median of the rounds counts. */
async function compare(isConditional: boolean) {
  const agent = new Agent({ connections: 1, pipelining: 1 })
  const state = openState(':memory:')
  const client = openClient({ state, allow: ['127.0.0.1'] })
  const bare = async (url: string) => {
    const { origin, pathname } = new URL(url)
    const headers = isConditional ? { 'if-none-match': '"1"' } : {}
    const { body } = await agent.request({ origin, path: pathname, method: 'GET', headers })
    const bytes = await body.arrayBuffer()
    if (bytes.byteLength > 0) await decompress(bytes)
  }
  const ours = async (url: string) => {
    await client.fetch({ url, ...(isConditional && { validators: { url, etag: '"1"' } }) })
  }
  await measure(bare, 500)
  await measure(ours, 500)
  const rounds: { bare: Rate; ours: Rate }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ bare: await measure(bare, requests), ours: await measure(ours, requests) })
  }
  await Promise.all([agent.close(), client.close()])
  const ratioOf = (rate: (rates: Rate) => number) =>
    Math.round(median(rounds.map(({ bare, ours }) => rate(ours) / rate(bare))) * 100) / 100
  return {
    bareASecond: Math.round(median(rounds.map(({ bare: { wall } }) => wall))),
    oursASecond: Math.round(median(rounds.map(({ ours: { wall } }) => wall))),
    ratio: ratioOf(({ wall }) => wall),
    ratioByCpu: ratioOf(({ cpu }) => cpu),
  }
}

/** Requests a second of the clock, and of this process's own work. */
interface Rate {
  wall: number
  cpu: number
}

/** With one chain of requests for each host. */
async function measure(send: (url: string) => Promise<void>, count: number): Promise<Rate> {
  const startedAt = performance.now()
  const startedCpu = process.cpuUsage()
  await Promise.all(
    origins.map(async (origin) => {
      for (let at = 0; at < count / origins.length; at++) await send(`${origin}/${at}`)
    }),
  )
  const { user, system } = process.cpuUsage(startedCpu)
  return {
    wall: (count / (performance.now() - startedAt)) * 1000,
    cpu: (count / (user + system)) * 1_000_000,
  }
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!
}
