// A worker as `redline worker` runs it, on sources of a file: `worker.ts DATABASE_URL DATA_DIR SOURCES.json CONCURRENCY`.
import { readFileSync } from 'node:fs'
import type { SourceDefinition } from '../../scrapers/define.ts'
import { openCollector } from '../../src/cli/collector.ts'
import { openContext } from '../../src/cli/context.ts'
import { buildHandler, stopOnInterrupt } from '../../src/cli/worker.ts'
import { openQueue } from '../../src/queue/open.ts'

const [databaseUrl, dataDir, file, concurrency] = process.argv.slice(2) as [string, string, string, string]
process.env['REDLINE_STORE'] = 'postgres'
process.env['REDLINE_DATABASE_URL'] = databaseUrl
process.env['REDLINE_DATA_DIR'] = dataDir
const sources: SourceDefinition[] = JSON.parse(readFileSync(file, 'utf8'))
const context = openContext()
const queue = await openQueue({ queue: 'postgres', databaseUrl })
const silent = { report: () => undefined, fail: () => undefined }
const collector = await openCollector({
  context,
  sources,
  contact: undefined,
  allow: ['127.0.0.1'],
  onDamaged: () => undefined,
})
process.stdout.write('ready\n')
await queue.work(buildHandler(collector, silent), {
  concurrency: Number(concurrency),
  signal: stopOnInterrupt(),
})
await collector.close()
await context.close()
await queue.close()
