import { relative } from 'node:path'
import type { SourceOutcome } from '../core/model/run.ts'
import { type Context, type DataFolders, PROJECT_ROOT } from './context.ts'
import { linkRecords, summarizeLinks } from './link.ts'
import { meilisearchAccess } from './meilisearch-access.ts'
import { publish } from './publish.ts'
import type { Stage } from './stages.ts'

/** Stages that `start` and `run` share. */
export function linkStage(context: Context): Stage {
  return {
    name: 'link',
    async run() {
      const counts = await linkRecords(context, new Date())
      const { warnings, seconds: _, ...fields } = counts
      return {
        line: summarizeLinks(counts),
        fields: { ...fields, warnings: warnings.length },
        notes: warnings,
      }
    },
  }
}

export function publishStage(folders: DataFolders & { site?: string | undefined }): Stage {
  return {
    name: 'publish',
    async run(tell) {
      tell('three editions')
      const { pages, out } = await publish(folders)
      return { line: `${pages} pages in ${relative(PROJECT_ROOT, out) || out}`, fields: { pages, out } }
    },
  }
}

/** Fills the Meilisearch server that the configuration names; the site's own index is part of `publish`. */
export function indexStage(context: Context, url: string): Stage {
  return {
    name: 'index',
    async run() {
      const { rebuildMeilisearch } = await import('../search/meilisearch-index.ts')
      const { documents, index } = await rebuildMeilisearch(context, meilisearchAccess(url))
      return { line: `${documents} documents in ${index} of ${url}`, fields: { documents, index } }
    },
  }
}

/** A line for a source that gave nothing: one that failed, and one whose list is empty. */
export function explainSource({ sourceId, outcome, items, code, message }: SourceOutcome): string[] {
  if (code !== undefined) return [shorten(`${outcome} ${sourceId}: ${code}: ${message}`)]
  return items === 0 ? [`empty ${sourceId}: its list has no entries today`] : []
}

/** `redline status` has the whole of it. */
const shorten = (line: string) => (line.length > 220 ? `${line.slice(0, 220)}…` : line)
