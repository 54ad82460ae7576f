import { join } from 'node:path'
import { openArchive } from '../../scrapers/archive.ts'
import { openClient } from '../../scrapers/client.ts'
import { collect } from '../../scrapers/collect.ts'
import type { SourceDefinition } from '../../scrapers/define.ts'
import { openKeptState } from '../../scrapers/kept-state.ts'
import { readList } from '../../scrapers/read-list.ts'
import { buildMatchers } from '../core/extract/article.ts'
import type { Run } from '../core/model/run.ts'
import type { Store } from '../store/store.ts'
import type { Context } from './context.ts'

/** Collects one source at a time, many times over; what jobs of a queue call. */
export interface Collector {
  /** Asks a source if it is due and takes its pages; the run of this one source, not stored. */
  collectOne(sourceId: string): Promise<Run>
  close(): Promise<void>
}

export interface CollectorOptions {
  context: Context
  sources: SourceDefinition[]
  contact: string | undefined
  allow: string[]
  archive?: boolean
  signal?: AbortSignal
  /** Told when the collector's memory could not be read and is begun anew. */
  onDamaged: (message: string) => void
}

/** With records in PostgreSQL the collector's memory lies there too, and hosts are shared with all other workers. */
export async function openCollector(options: CollectorOptions): Promise<Collector> {
  const { context, sources, contact, allow, archive = false, signal, onDamaged } = options
  const { store, cache, registry, dataDir } = context
  const byId = new Map(sources.map((definition) => [definition.source.id, definition]))
  const kept = await openKeptState(context, onDamaged)
  const { state, hold, withSource } = kept
  const client = openClient({ state, contact, allow, ...(hold && { hold }) })
  const fixed = {
    store: withoutRuns(store),
    cache,
    matchers: buildMatchers(registry),
    state,
    withSource,
    fetch: client.fetch,
    readList,
    now: Date.now,
    ...(signal && { signal }),
    ...(archive && { archive: openArchive(join(dataDir, 'archive')) }),
  }
  return {
    async collectOne(sourceId) {
      const definition = byId.get(sourceId)
      if (!definition)
        throw new Error(`no source named ${sourceId} here: all workers must run the same version of Redline`)
      return collect({ ...fixed, sources: [definition] })
    },
    async close() {
      await client.close()
      await kept.close()
    },
  }
}

/** Runs of one source are parts of a run, which is stored as a whole. */
const withoutRuns = (store: Store): Store => ({
  ...store,
  write: async (noun, record) => (noun === 'runs' ? 'unchanged' : store.write(noun, record)),
})

/** One run out of the runs of its sources. */
export function joinRuns(parts: Run[], startedAt: Date, finishedAt: Date): Run {
  const counts: Record<string, number> = {}
  for (const part of parts)
    for (const [name, count] of Object.entries(part.counts)) counts[name] = (counts[name] ?? 0) + count
  const started = startedAt.toISOString()
  return {
    id: started.toLowerCase().replace(/[:.]/g, '-'),
    startedAt: started,
    finishedAt: finishedAt.toISOString(),
    sources: parts.flatMap(({ sources }) => sources).sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1)),
    counts,
  }
}
