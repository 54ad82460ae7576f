import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { Client } from 'pg'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { findPostgres, startPostgres } from '../../test/ops/postgres-server.ts'
import { makeArticle } from '../synthetic.ts'

/** What grows with the number of articles held, for each of them; and what one process and one server can do in a second. */
export interface Limits {
  /** CPU seconds and bytes of memory that linking takes for an article more. */
  linkCpu: number
  linkBytes: number
  /** CPU seconds and bytes of memory that `verify` takes. */
  verifyCpu: number
  verifyBytes: number
  /** Polls answered 304 that one process makes a second, of the clock, on one core. */
  requestsASecond: number
  /** Records that PostgreSQL takes a second, in batches from one process, and bytes on its disk for each; undefined without it. */
  upsertsASecond?: number
  databaseBytes?: number
}

const LINKED = [2_000, 8_000] as const
const VERIFIED = [3_000, 12_000] as const
const UPSERTS = 4_000

export async function measureLimits(): Promise<Limits> {
  const [linkSmall, linkLarge] = LINKED.map(runLink)
  const [verifySmall, verifyLarge] = VERIFIED.map(runVerify)
  const each = (large: number, small: number, [from, to]: readonly [number, number]) =>
    Math.max(0, (large - small) / (to - from))
  return {
    linkCpu: each(linkLarge!.cpu, linkSmall!.cpu, LINKED),
    linkBytes: each(linkLarge!.bytes, linkSmall!.bytes, LINKED),
    verifyCpu: each(verifyLarge!.cpu, verifySmall!.cpu, VERIFIED),
    verifyBytes: each(verifyLarge!.bytes, verifySmall!.bytes, VERIFIED),
    requestsASecond: runCollect(),
    ...(findPostgres() ? await measurePostgres() : {}),
  }
}

/** Each in a process of its own, whose memory is its own. A bench over its budget is still a measurement. */
function run(script: string, ...args: string[]): string {
  const file = join(import.meta.dirname, '..', script)
  try {
    return execFileSync(process.execPath, [file, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    if (stdout) return stdout
    throw error
  }
}

function runLink(count: number): { cpu: number; bytes: number } {
  const { seconds, megabytes } = JSON.parse(run('link.ts', String(count))) as {
    seconds: number
    megabytes: number
  }
  return { cpu: seconds, bytes: megabytes * 1e6 }
}

function runVerify(count: number): { cpu: number; bytes: number } {
  const [, cpu, megabytes] = /([\d.]+) CPU-s, (\d+) MB/.exec(run('verify.ts', String(count)))!
  return { cpu: Number(cpu), bytes: Number(megabytes) * 1e6 }
}

function runCollect(): number {
  const { polls304 } = JSON.parse(run('collect.ts', '1000')) as { polls304: { oursASecond: number } }
  return polls304.oursASecond
}

async function measurePostgres(): Promise<Required<Pick<Limits, 'upsertsASecond' | 'databaseBytes'>>> {
  const server = await startPostgres()
  const store = openPostgresStore(server.url)
  try {
    const articles = Array.from({ length: UPSERTS }, (_, at) => makeArticle(at).article)
    await store.count('articles')
    const started = performance.now()
    await store.writeMany('articles', articles)
    const seconds = (performance.now() - started) / 1_000
    const client = new Client(server.url)
    await client.connect()
    const { rows } = await client.query("SELECT pg_total_relation_size('redline.records')::float AS bytes")
    await client.end()
    return {
      upsertsASecond: UPSERTS / seconds,
      databaseBytes: (rows[0] as { bytes: number }).bytes / UPSERTS,
    }
  } finally {
    await store.close()
    server.stop()
  }
}
