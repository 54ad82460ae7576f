import { setTimeout as sleep } from 'node:timers/promises'
import { Meilisearch, MeilisearchTaskTimeOutError, type Task } from 'meilisearch'
import type { Embedder } from './meilisearch-embedder.ts'

/** Oldest server that merges facets of a federated search as this project needs them. */
export const LEAST_VERSION = [1, 15] as const

const REQUEST_MS = 30_000
const TASK_MS = 600_000

/** How to reach a server that is to be filled. */
export interface ServerAccess {
  url: string
  /** A key that may manage indexes and keys; none for a server without a master key. */
  key?: string | undefined
  /** How long to wait for a task. */
  taskMs?: number
  /** For search by meaning beside search by words; none by default. */
  embedder?: Embedder
}

/** An open connection. */
export interface Server {
  client: Meilisearch
  url: string
  taskMs: number
}

export function openServer({ url, key, taskMs = TASK_MS }: ServerAccess): Server {
  const client = new Meilisearch({
    host: url,
    ...(key === undefined ? {} : { apiKey: key }),
    // The library waits for ever by default, and asks once.
    timeout: REQUEST_MS,
    httpClient: askPatiently,
  })
  return { client, url, taskMs }
}

/** Answers of a server that is busy for a moment: 408 and 503 are what a full queue gives. */
const BUSY = new Set([408, 429, 503])
/** Waits before the second, third and fourth try. */
const WAITS_MS = [200, 500, 1_500]

/** `fetch` for the library, which gives what was answered; asks again where the server is only busy. */
async function askPatiently(...[url, init]: Parameters<typeof fetch>): Promise<unknown> {
  for (let at = 0; ; at++) {
    const response = await fetch(url, init)
    const text = await response.text()
    if (response.ok) return text === '' ? undefined : JSON.parse(text)
    const wait = WAITS_MS[at]
    if (!BUSY.has(response.status) || wait === undefined) throw refusal(response, text)
    await sleep(wait)
  }
}

/** The server's own words and code, which what the library throws has as its cause. */
function refusal({ status, statusText }: Response, text: string): Error {
  const { message = statusText, code } = readError(text)
  return Object.assign(new Error(`${status} ${message}`), { code })
}

function readError(text: string): { message?: string; code?: string } {
  try {
    return JSON.parse(text) as { message?: string; code?: string }
  } catch {
    // A proxy in front of the server answers in HTML.
    return {}
  }
}

/** The server that is to be written to; throws unless it is of a version that the project knows. */
export async function connect(access: ServerAccess): Promise<Server> {
  const server = openServer(access)
  await checkVersion(server)
  return server
}

async function checkVersion({ client, url }: Server): Promise<void> {
  let version: string
  try {
    version = (await client.getVersion()).pkgVersion
  } catch (error) {
    throw explain(error, `asking ${url} for its version`)
  }
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major === LEAST_VERSION[0] && minor >= LEAST_VERSION[1]) return
  throw new Error(
    `${url} is Meilisearch ${version}; this project needs ${LEAST_VERSION.join('.')} or later of version 1 (docs/meilisearch.md)`,
  )
}

/** Waits for a task and throws unless it succeeded: the library's own wait takes a failed task for a finished one. */
export async function run(
  server: Server,
  what: string,
  enqueued: PromiseLike<{ taskUid: number }>,
  forgiven: string[] = [],
) {
  let task: Task
  try {
    const { taskUid } = await enqueued
    task = await server.client.tasks.waitForTask(taskUid, { timeout: server.taskMs, interval: 100 })
  } catch (error) {
    if (forgiven.includes(codeOf(error) ?? '')) return
    if (error instanceof MeilisearchTaskTimeOutError) {
      throw new Error(
        `${server.url}: ${what} did not end within ${server.taskMs / 1000} s; the old index stays in use`,
        {
          cause: error,
        },
      )
    }
    throw explain(error, what)
  }
  if (task.status === 'succeeded' || forgiven.includes(task.error?.code ?? '')) return
  throw new Error(
    `${server.url}: ${what} ${task.status} (${task.error?.message ?? 'no reason given'}); the old index stays in use`,
  )
}

/** The error code of an answer of the server. */
export function codeOf(error: unknown): string | undefined {
  const cause = (error as { cause?: { code?: unknown } } | undefined)?.cause
  return typeof cause?.code === 'string' ? cause.code : undefined
}

export function explain(error: unknown, what: string): Error {
  const { message, cause } = error as Error
  const reason = cause instanceof Error ? cause.message : message
  return new Error(`Meilisearch, ${what}: ${reason}. Check address and key; the old index stays in use`, {
    cause: error,
  })
}
