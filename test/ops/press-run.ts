import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { OUTLETS } from '../../scrapers/sample/outlets.ts'
import { type SamplePress, startSamplePress } from '../../scrapers/sample/server.ts'
import type { Article } from '../../src/core/model/article.ts'
import type { Store } from '../../src/store/store.ts'
import { gather } from '../contract/store.ts'
import { findFreePort } from '../ports.ts'

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts')

/** A sample press on consecutive ports, which child processes can be told of. */
export async function startPress(): Promise<{ press: SamplePress; port: number }> {
  const port = await findFreePort(1 + OUTLETS.length)
  return { press: await startSamplePress({ port }), port }
}

/** How a command ended. */
export interface Ended {
  code: number | null
  /** Both streams. */
  output: string
}

/** None outlives the tests, also when one fails. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** The command line in a process of its own. */
export function redline(
  args: string[],
  env: Record<string, string>,
): ChildProcess & { ended: Promise<Ended>; readOutput: () => string } {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } })
  running.add(child)
  child.once('close', () => running.delete(child))
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk))
  const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, output })))
  return Object.assign(child, { ended, readOutput: () => output })
}

/** Settings that put everything below a folder. */
export const folderEnv = (folder: string) => ({
  REDLINE_DATA_DIR: folder,
  REDLINE_CONTENT_DIR: join(folder, 'content'),
})

/** Settings of a machine that shares a database with others. */
export const databaseEnv = (folder: string, databaseUrl: string) => ({
  ...folderEnv(folder),
  REDLINE_STORE: 'postgres',
  REDLINE_QUEUE: 'postgres',
  REDLINE_DATABASE_URL: databaseUrl,
})

/** What must be equal whoever did the work: everything but the moments at which it was done. */
export async function readArticles(store: Store): Promise<Map<string, Article>> {
  const moment = '2026-01-01T00:00:00Z'
  const articles = (await gather(store.list('articles'))).map((article) => ({
    ...article,
    firstSeenAt: moment,
    retrievedAt: moment,
    revisions: article.revisions.map((revision) => ({ ...revision, retrievedAt: moment })),
  }))
  await store.close()
  return new Map(articles.map((article) => [article.id, article]))
}
