// How long `redline verify` takes on a made-up world: `node bin/run.mjs bench/verify.ts [articles]`. The goal is 60 s for 100,000 on
// two cores.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openContext } from '../src/cli/context.ts'
import { verify } from '../src/cli/verify.ts'
import { writeWorld } from './synthetic.ts'

const count = Number(process.argv[2] ?? 100_000)
const GOAL_S = 60 * (count / 100_000)
const data = mkdtempSync(join(tmpdir(), 'redline-verify-'))
try {
  const started = performance.now()
  writeWorld(data, count)
  console.log(`${count} articles written in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  const context = openContext({ data })
  const cpu = process.cpuUsage()
  const { records, quotes, problems, seconds } = await verify(context)
  const { user, system } = process.cpuUsage(cpu)
  await context.close()
  if (seconds > GOAL_S || problems.length > 0) process.exitCode = 1
  const mb = process.memoryUsage().rss / 1e6
  console.log(
    `${records} records, ${quotes} quotes, ${problems.length} problems: ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} CPU-s, ${mb.toFixed(0)} MB`,
  )
} finally {
  rmSync(data, { recursive: true, force: true })
}
