import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { embedDocuments, embedQueries } from './fake-embedder.ts'
import { FilterError } from './fake-filter.ts'
import { searchMany, searchOne } from './fake-query.ts'

type Record_ = Record<string, unknown>

interface Index {
  documents: Map<string, Record_>
  settings: Record_
}

interface Task {
  uid: number
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed'
  type: string
  error: Record_ | null
  readyAt: number
  work: () => void
}

/** How the server misbehaves; a test sets what it needs. */
export interface Faults {
  /** Every request is answered with this status and error code. */
  status?: { status: number; code: string }
  /** So many requests are answered with 503 before the server goes on. */
  busyTimes?: number
  /** Tasks are forgotten as soon as they are enqueued. */
  loseTasks?: boolean
  /** Milliseconds before an answer. */
  delayMs?: number
  /** Milliseconds that a task takes. */
  taskMs?: number
  /** Tasks of this type fail, saying why. */
  failTask?: string
  /** Documents that an addition silently drops. */
  dropDocuments?: number
  /** Before 1.10 there is no federated search. */
  version?: string
  /** Every request is answered with this page: something else has the port. */
  html?: string
}

export interface FakeServer {
  url: string
  faults: Faults
  indexes: Map<string, Index>
  keys: Map<string, Record_>
  /** Requests as `METHOD path`. */
  requests: string[]
  /** Bodies of the searches, as sent. */
  searches: Record_[]
  close(): Promise<void>
}

const MASTER = 'master-key-of-the-fake'

/**
 * A Meilisearch that behaves as its documentation says on the routes that the project uses: tasks that take time and may fail,
 * error bodies, keys, settings, swaps, filters, phrases, typos, prefixes, federated search. It ranks crudely: tests look at
 * what is found, and at order only where the weights decide.
 */
export async function startFakeMeilisearch(faults: Faults = {}): Promise<FakeServer> {
  const tasks: Task[] = []
  const state: FakeServer = {
    url: '',
    faults,
    indexes: new Map(),
    keys: new Map(),
    requests: [],
    searches: [],
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  const enqueue = (type: string, work: () => void) => {
    const task: Task = {
      uid: tasks.length,
      status: 'enqueued',
      type,
      error: null,
      readyAt: Date.now() + (faults.taskMs ?? 0),
      work,
    }
    tasks.push(task)
    return {
      taskUid: task.uid,
      indexUid: null,
      status: 'enqueued',
      type,
      enqueuedAt: new Date().toISOString(),
    }
  }
  const server = createServer((request, response) => {
    void handle(request, response, state, tasks, enqueue)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return state
}

export const MASTER_KEY = MASTER

class HttpError extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

type Enqueue = (type: string, work: () => void) => Record_

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  state: FakeServer,
  tasks: Task[],
  enqueue: Enqueue,
) {
  const url = new URL(request.url!, 'http://fake')
  state.requests.push(`${request.method} ${url.pathname}`)
  let text = ''
  for await (const chunk of request) text += chunk
  await new Promise((done) => setTimeout(done, state.faults.delayMs ?? 0))
  // As documented, any origin may ask; a browser asks for leave first, because of the key.
  response.setHeader('access-control-allow-origin', '*')
  if (request.method === 'OPTIONS') {
    response.setHeader(
      'access-control-allow-headers',
      String(request.headers['access-control-request-headers']),
    )
    response.writeHead(200, { 'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE' }).end()
    return
  }
  if (state.faults.html !== undefined) {
    response.writeHead(200, { 'content-type': 'text/html' }).end(state.faults.html)
    return
  }
  const answer = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(status === 204 ? undefined : JSON.stringify(body))
  }
  try {
    const { status } = state.faults
    if (state.faults.busyTimes && state.faults.busyTimes-- > 0)
      throw new HttpError(503, 'too_many_search_requests', 'Too many requests.')
    if (status)
      throw new HttpError(status.status, status.code, `the fake was told to answer ${status.status}`)
    settle(tasks, state.faults)
    authorize(request, url.pathname, state)
    const asked: unknown = text === '' ? undefined : JSON.parse(text)
    const settingsOf = (uid: string) => state.indexes.get(uid)?.settings ?? {}
    await embedQueries(asked, settingsOf)
    if (/\/documents$/.test(url.pathname))
      await embedDocuments(asked as Record_[], settingsOf(url.pathname.split('/')[2]!))
    const [code, body] = route(request.method!, url, asked, state, tasks, enqueue)
    answer(code, body)
  } catch (error) {
    const isFilter = error instanceof FilterError
    const { status = isFilter ? 400 : 500, code = isFilter ? 'invalid_search_filter' : 'internal' } =
      error as Partial<HttpError>
    answer(status, {
      message: (error as Error).message,
      code,
      type: 'invalid_request',
      link: `https://docs.example/errors#${code}`,
    })
  }
}

/** Tasks are worked off in order, each when its time has come; asking is what makes the clock of the fake tick. */
function settle(tasks: Task[], faults: Faults): void {
  for (const task of tasks) {
    if (task.status !== 'enqueued') continue
    if (Date.now() < task.readyAt) return
    try {
      if (faults.failTask === task.type) throw new HttpError(0, 'internal', 'the disk of the fake is full')
      task.work()
      task.status = 'succeeded'
    } catch (error) {
      task.status = 'failed'
      task.error = { message: (error as Error).message, code: (error as HttpError).code, type: 'internal' }
    }
  }
}

function authorize(request: IncomingMessage, path: string, state: FakeServer): void {
  const key = request.headers.authorization?.replace(/^Bearer /, '')
  if (key === undefined)
    throw new HttpError(401, 'missing_authorization_header', 'The Authorization header is missing.')
  if (key === MASTER) return
  const known = [...state.keys.values()].find((one) => one['key'] === key)
  const maySearch = known && (known['actions'] as string[]).includes('search')
  if (!maySearch || !/^\/(multi-search|indexes\/[^/]+\/search)$/.test(path))
    throw new HttpError(403, 'invalid_api_key', 'The provided API key is invalid.')
}

function route(
  method: string,
  url: URL,
  body: unknown,
  state: FakeServer,
  tasks: Task[],
  enqueue: Enqueue,
): [number, unknown] {
  const path = url.pathname.split('/').slice(1)
  const at = `${method} ${path.map((part, index) => (index % 2 === 1 ? ':' : part)).join('/')}`
  const uid = path[1] ?? ''
  const fields = body as Record_
  switch (at) {
    case 'GET version':
      return [
        200,
        { commitSha: 'fake', commitDate: '2026-08-16', pkgVersion: state.faults.version ?? '1.53.1' },
      ]
    case 'GET tasks/:':
      return [200, publicTask(state.faults.loseTasks ? undefined : tasks[Number(uid)])]
    case 'POST indexes':
      return [202, enqueue('indexCreation', () => createIndex(state, String(fields['uid'])))]
    case 'DELETE indexes/:':
      return [
        202,
        enqueue('indexDeletion', () => {
          if (!state.indexes.delete(uid)) throw notFound(uid)
        }),
      ]
    case 'PATCH indexes/:/settings':
      return [202, enqueue('settingsUpdate', () => Object.assign(need(state, uid).settings, fields))]
    case 'POST indexes/:/documents':
      return [202, enqueue('documentAdditionOrUpdate', () => addDocuments(state, uid, body as Record_[]))]
    case 'GET indexes/:/documents':
      return [200, listDocuments(need(state, uid), url.searchParams)]
    case 'POST indexes/:/documents/:':
      return [
        202,
        enqueue('documentDeletion', () => {
          for (const id of body as string[]) need(state, uid).documents.delete(id)
        }),
      ]
    case 'GET indexes/:/stats':
      return [
        200,
        { numberOfDocuments: need(state, uid).documents.size, isIndexing: false, fieldDistribution: {} },
      ]
    case 'POST swap-indexes':
      return [202, enqueue('indexSwap', () => swap(state, body as { indexes: [string, string] }[]))]
    case 'POST indexes/:/search':
      state.searches.push(fields)
      return [200, searchOne(need(state, uid), fields)]
    case 'POST multi-search':
      state.searches.push(fields)
      return [200, searchMany((name) => need(state, name), withoutNew(fields, state.faults.version))]
    case 'GET keys/:':
      if (!state.keys.has(uid)) throw new HttpError(404, 'api_key_not_found', `API key \`${uid}\` not found.`)
      return [200, state.keys.get(uid)]
    case 'POST keys':
      state.keys.set(String(fields['uid']), { ...fields, key: `key-of-${fields['uid']}` })
      return [201, state.keys.get(String(fields['uid']))]
    case 'DELETE keys/:':
      state.keys.delete(uid)
      return [204, undefined]
    default:
      throw new HttpError(404, 'not_found', `the fake has no ${at}`)
  }
}

/** Servers before 1.10 do not know `federation` and leave it unread. */
function withoutNew(body: Record_, version = '1.53.1'): Record_ {
  if (Number(version.split('.')[1]) >= 10) return body
  const { federation: _, ...known } = body
  return known
}

/** Documents with the fields asked for, in the order of adding. */
function listDocuments({ documents }: Index, asked: URLSearchParams) {
  const [offset, limit] = [Number(asked.get('offset') ?? 0), Number(asked.get('limit') ?? 20)]
  const fields = (asked.get('fields') ?? '').split(',')
  const pick = (document: Record_) => Object.fromEntries(fields.map((name) => [name, document[name]]))
  return {
    results: [...documents.values()].slice(offset, offset + limit).map(pick),
    offset,
    limit,
    total: documents.size,
  }
}

function publicTask(task: Task | undefined): unknown {
  if (!task) throw new HttpError(404, 'task_not_found', 'Task not found.')
  const { uid, status, type, error } = task
  return {
    uid,
    status,
    type,
    error,
    indexUid: null,
    details: {},
    duration: null,
    enqueuedAt: new Date().toISOString(),
    startedAt: null,
    finishedAt: null,
  }
}

const notFound = (uid: string) => new HttpError(404, 'index_not_found', `Index \`${uid}\` not found.`)

function need(state: FakeServer, uid: string): Index {
  const index = state.indexes.get(uid)
  if (!index) throw notFound(uid)
  return index
}

function createIndex(state: FakeServer, uid: string): void {
  if (state.indexes.has(uid))
    throw new HttpError(409, 'index_already_exists', `Index \`${uid}\` already exists.`)
  state.indexes.set(uid, { documents: new Map(), settings: {} })
}

function addDocuments(state: FakeServer, uid: string, documents: Record_[]): void {
  for (const document of documents) {
    const id = String(document['id'])
    if (!/^[a-zA-Z0-9_-]{1,511}$/.test(id))
      throw new HttpError(400, 'invalid_document_id', `Document identifier \`${id}\` is invalid.`)
    if (state.faults.dropDocuments && state.faults.dropDocuments-- > 0) continue
    need(state, uid).documents.set(id, document)
  }
}

function swap(state: FakeServer, pairs: { indexes: [string, string] }[]): void {
  for (const {
    indexes: [a, b],
  } of pairs) {
    const [first, second] = [need(state, a), need(state, b)]
    state.indexes.set(a, second).set(b, first)
  }
}
