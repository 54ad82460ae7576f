import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import type { StageResult } from './search/stage.ts'

/**
 * Static search beside its alternatives, each in a process of its own, at several sizes:
 * `node bin/run.mjs bench/search.ts [--sizes 2000,10000,30000] [--pagefind] [--browser]`. Absolute times say little; compare the
 * ratios. Pagefind is ended at 10 GB (`BENCH_PAGEFIND_MB`).
 */
const STAGES = ['generate', 'static', 'fts5', 'pagefind-stock', 'pagefind-bigrams'] as const
const BROWSER = ['browser-ours', 'browser-stock', 'browser-bigrams'] as const

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '2000' },
    pagefind: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    stage: { type: 'string' },
    count: { type: 'string' },
  },
})

if (values.stage) {
  const [name, mode] = values.stage.split('-')
  const { run } = (await import(`./search/${name}.ts`)) as {
    run: (count: number, mode?: string) => Promise<StageResult>
  }
  console.log(JSON.stringify(await run(Number(values.count), mode)))
} else for (const size of values.sizes.split(',').map(Number)) report(size)

function report(size: number): void {
  const all = [...STAGES, ...(values.browser ? BROWSER : [])]
  const results: [string, StageResult][] = []
  for (const stage of all.filter((one) => values.pagefind || !/pagefind|stock|bigrams/.test(one))) {
    // An index that could not be built cannot be asked.
    const [, mode] = stage.split('-')
    const isEnded = results.some(([other, { note }]) => other === `pagefind-${mode}` && note !== undefined)
    if (!isEnded) results.push([stage, measure(stage, size)])
  }
  const base = results[0]![1].cpuSeconds
  const rows = results.slice(1).map(([engine, result]) => ({
    engine,
    ...rounded({ ...result, cpuSeconds: result.cpuSeconds && result.cpuSeconds - base }),
  }))
  console.log(
    `\n${size} documents, ${results[0]![1].indexMb.toFixed(1)} million characters; CPU without making them (${base.toFixed(1)} s)`,
  )
  console.table(rows)
}

/** Runs a stage in a process of its own. */
function measure(stage: string, size: number): StageResult {
  const args = [import.meta.filename, '--stage', stage, '--count', String(size)]
  const child = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 })
  if (child.error) throw child.error
  if (child.status !== 0) throw new Error(`${stage} at ${size} failed:\n${child.stderr}`)
  return JSON.parse(child.stdout.trim().split('\n').at(-1)!) as StageResult
}

function rounded(row: object) {
  const cut = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value)
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cut(value)]))
}
