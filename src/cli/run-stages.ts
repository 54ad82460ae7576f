import { relative } from 'node:path'
import { type Context, type DataFolders, PROJECT_ROOT } from './context.ts'
import { linkRecords, summarizeLinks } from './link.ts'
import { publish } from './publish.ts'
import type { Stage } from './stages.ts'

/** Stages that `start` and `run` share. */
export function linkStage(context: Context): Stage {
  return {
    name: 'link',
    async run() {
      const counts = await linkRecords(context, new Date())
      return { line: summarizeLinks(counts), fields: { ...counts } }
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
