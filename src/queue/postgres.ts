import { setTimeout as sleep } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import { CONNECTION } from '../store/database.ts'
import { DEFAULTS, type Job, type Queue, type QueueOptions, type Settled } from './queue.ts'

const NAME = 'collect'
const SCHEMA = 'redline_jobs'
/** A job whose worker lives is let work so long. */
const LONGEST_JOB_S = 3_600
/** Leases are checked so often; pg-boss's own default is a minute. */
const WATCH_S = 5
const POLL_MS = 250

/**
 * Jobs in PostgreSQL by pg-boss: it keeps queue, lease, back-off and parking in tables beside the records, so that no second
 * server is needed, and is maintained by more than one person. (graphile-worker would do as well; it has no one-job-a-key policy
 * and no result of a job, both of which are used here.)
 */
export async function openPostgresQueue(databaseUrl: string, options: QueueOptions = {}): Promise<Queue> {
  const { retries, retryDelaySeconds, leaseSeconds } = { ...DEFAULTS, ...options }
  const boss = new PgBoss({
    ...CONNECTION,
    connectionString: databaseUrl,
    schema: SCHEMA,
    max: 4,
    schedule: false,
    // Workers hear of a new job at once; polling goes on underneath.
    useListenNotify: true,
    superviseIntervalSeconds: WATCH_S,
    monitorIntervalSeconds: WATCH_S,
  })
  // Lost connections are tried again by pg-boss itself; what stays wrong shows in the next call.
  boss.on('error', () => undefined)
  await boss.start()
  await boss.createQueue(NAME, {
    policy: 'exclusive',
    retryLimit: retries,
    retryDelay: retryDelaySeconds,
    retryBackoff: true,
    expireInSeconds: LONGEST_JOB_S,
    heartbeatSeconds: leaseSeconds,
    notify: true,
  })
  const db = boss.getDb()

  async function find(where: string, values: unknown[]): Promise<Row[]> {
    const { rows } = await db.executeSql(
      `SELECT id, singleton_key AS key, state::text AS state, output FROM ${SCHEMA}.job WHERE name = '${NAME}' AND ${where}`,
      values,
    )
    return rows as Row[]
  }

  return {
    async add(jobs) {
      if (jobs.length === 0) return []
      const inserts = jobs.map(({ key, data }) => ({ singletonKey: key, data: { key, data } }))
      return (await boss.insert(NAME, inserts, { returnId: true })) ?? []
    },
    async work(handler, { concurrency, signal }) {
      const work = {
        localConcurrency: concurrency,
        batchSize: 1,
        pollingIntervalSeconds: 0.5,
        // Where workers are notified pg-boss polls every 30 s only, and a job that comes back for its next try notifies nobody.
        notifyPollingIntervalSeconds: 0.5,
        // While jobs wait, the next one is fetched without a pause.
        burstWhenReadyExceeds: 1,
      }
      const id = await boss.work<Job>(NAME, work, async ([job]) => handler(job!.data))
      if (!signal.aborted) await new Promise<void>((done) => signal.addEventListener('abort', () => done()))
      await boss.offWork(NAME, { id, wait: true })
    },
    async settle(tickets, signal) {
      for (;;) {
        const rows = await find('id = ANY($1::uuid[])', [tickets]).catch(retryLater)
        const isDone = rows?.every(({ state }) => ENDED.has(state)) ?? false
        if (rows && (isDone || signal?.aborted))
          return rows.filter(({ state }) => ENDED.has(state)).map(describe)
        await sleep(POLL_MS)
      }
    },
    listParked: async () => (await find("state = 'failed' ORDER BY created_on", [])).map(describe),
    async retryParked() {
      const rows = await find("state = 'failed'", [])
      for (const { id } of rows) await boss.retry(NAME, id)
      return rows.length
    },
    close: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}

interface Row {
  id: string
  key: string
  state: string
  output: unknown
}

const ENDED = new Set(['completed', 'failed', 'cancelled'])

/** The server may be restarting; jobs go on without us meanwhile. */
const retryLater = (): undefined => undefined

/** pg-boss keeps what a handler gives as it is when an object, and an error as an object with its message. */
function describe({ key, state, output }: Row): Settled {
  if (state === 'completed') return { key, output }
  const { message } = (output ?? {}) as { message?: string }
  return { key, error: message ?? `ended as ${state}` }
}
