import type { RawItem } from '../src/core/model/raw-item.ts'
import { measureDates } from './alarms.ts'
import type { SourceDefinition } from './define.ts'
import { explainFailure } from './failure.ts'
import type { Fetch } from './fetch.ts'
import { chooseItems, type ReadList } from './list.ts'

/** What a source answers now, beside what was known of it. */
export interface SourceCheck {
  sourceId: string
  status: 'ok' | 'drift' | 'failed'
  /** Entries of the list, and those that the source's filters keep. */
  listed: number
  kept: number
  /** Date of the newest entry, RFC 3339. */
  newest?: string
  code?: string
  message?: string
}

interface CheckContext {
  fetch: Fetch
  readList: ReadList
  now: () => number
}

/** Tries a live source once, without conditions, and stores nothing. */
export async function checkSource(definition: SourceDefinition, context: CheckContext): Promise<SourceCheck> {
  const { source } = definition
  try {
    const response = await context.fetch({ url: source.url })
    const { items } = await context.readList(definition, response, context.fetch)
    const kept = chooseItems(items, definition)
    const { newest } = measureDates(kept, source.timeZone, context.now())
    const drift = describeDrift(items, kept, response.movedTo)
    return {
      sourceId: source.id,
      status: drift ? 'drift' : 'ok',
      listed: items.length,
      kept: kept.length,
      ...(newest !== undefined && { newest: new Date(newest).toISOString() }),
      ...drift,
    }
  } catch (error) {
    const { code, message } = explainFailure(error, source.url)
    return { sourceId: source.id, status: 'failed', listed: 0, kept: 0, code, message }
  }
}

/** Signs that a source file no longer fits what it describes. */
function describeDrift(
  items: RawItem[],
  kept: RawItem[],
  movedTo: string | undefined,
): { code: string; message: string } | undefined {
  if (movedTo !== undefined) return { code: 'moved', message: `moved for good to ${movedTo}` }
  if (items.length === 0) return { code: 'list-empty', message: 'the list has no entries' }
  if (kept.length === 0) return { code: 'no-items', message: 'its filters keep none of the entries' }
  const untitled = kept.filter(({ title }) => title === undefined).length
  return untitled > kept.length / 2
    ? { code: 'no-titles', message: `${untitled} of ${kept.length} entries have no title` }
    : undefined
}
