import type { Config } from '../config.ts'
import { openMemoryQueue } from './memory.ts'
import type { Queue, QueueOptions } from './queue.ts'

/** Opens the queue that the configuration names; PostgreSQL's library is loaded only then. */
export async function openQueue(
  { queue, databaseUrl }: Pick<Config, 'queue' | 'databaseUrl'>,
  options: QueueOptions = {},
): Promise<Queue> {
  if (queue === 'memory' || databaseUrl === undefined) return openMemoryQueue(options)
  const { openPostgresQueue } = await import('./postgres.ts')
  return openPostgresQueue(databaseUrl, options)
}
