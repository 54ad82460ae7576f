import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openFileStore } from '../src/store/files.ts'
import { writeDirectSite, writeGlobSite, writeMarkdownSite } from './publish/plain-sites.ts'
import { writeRecords } from './publish/records.ts'

/**
 * Publishing beside trivial sites over the same records (row P9 of the list of faults): `node bin/run.mjs bench/publish.ts
 * [--records 30000]`. Once from nothing, again without a change, with one article changed, and as pages alone, since the others
 * have neither feeds nor search index nor data. The trivial sites read the records directly, through glob() of one JSON file a
 * record, and through glob() of one Markdown file a record that is rendered, which is what glob() is mostly used for. All have
 * the flags of Node that `redline` has. Times are CPU seconds of the whole process tree and wall seconds: compare the ratios.
 */
const { values } = parseArgs({ options: { records: { type: 'string', default: '3000' } } })
const root = resolve(import.meta.dirname, '..')
// New each time: file systems pass over what was removed in the last minutes name by name, which the first to write would pay for.
// So wait five minutes after a run of 30,000 before the next.
const folder = join(root, '.redline', `bench-publish-${process.pid}`)
const content = join(folder, 'content')

interface Measured {
  pages: number
  cpuSeconds: number
  wallSeconds: number
  peakMb: number
}

/** GNU time tells the CPU time and memory of all children, which Node does not. */
function measure(command: string[], cwd: string): Measured {
  spawnSync('sync') // Nobody pays for writing what the one before left in memory.
  const started = performance.now()
  const run = spawnSync(
    '/usr/bin/time',
    ['-f', '%U %S %M', process.execPath, ...process.execArgv, ...command],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  )
  if (run.error) throw run.error
  if (run.status !== 0) throw new Error(`${command.join(' ')} failed:\n${run.stderr.slice(-2000)}`)
  const [user, system, memory] = run.stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
  const pages = Number(
    /(?:published (\d+) pages|(\d+) page\(s\) built)/.exec(run.stdout)?.slice(1).find(Boolean),
  )
  return {
    pages,
    cpuSeconds: user! + system!,
    wallSeconds: (performance.now() - started) / 1000,
    peakMb: memory! / 1024,
  }
}

/** A run that was killed leaves its folder behind, up to 4 GB of it. */
function removeLeftovers(): void {
  for (const name of readdirSync(join(root, '.redline')).filter((name) => /^bench-publish-\d+$/.test(name)))
    if (!isRunning(Number(name.split('-').at(-1))))
      rmSync(join(root, '.redline', name), { recursive: true, force: true })
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Of another user, it is there and not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

mkdirSync(folder, { recursive: true })
removeLeftovers()
await writeRecords(folder, Number(values.records))
writeDirectSite(join(folder, 'direct'), content)
writeGlobSite(join(folder, 'glob'), content)
writeMarkdownSite(join(folder, 'markdown'), content)

const astro = [join(root, 'node_modules/astro/bin/astro.mjs'), 'build']
const publish = [join(root, 'bench/publish/run.ts'), folder]
const rows: Record<string, Measured> = {}
rows['redline, cold'] = measure(publish, root)
rows['redline, unchanged'] = measure(publish, root)
await changeOneArticle()
rows['redline, one article changed'] = measure(publish, root)
rows['redline, pages alone'] = measure([...publish, 'pages-alone'], root)
rows['getStaticPaths, trivial'] = measure(astro, join(folder, 'direct'))
rows['glob() of JSON, trivial'] = measure(astro, join(folder, 'glob'))
rows['glob() of Markdown, trivial'] = measure(astro, join(folder, 'markdown'))
report()
rmSync(folder, { recursive: true })

async function changeOneArticle(): Promise<void> {
  const store = openFileStore(content)
  for await (const article of store.list('articles')) {
    await store.write('articles', { ...article, title: `${article.title}, corrected` })
    return
  }
}

function report(): void {
  const cut = (value: number) => Number(value.toPrecision(3))
  console.log(`${values.records} records in three editions`)
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, { pages, cpuSeconds, wallSeconds, peakMb }]) => [
        name,
        {
          pages,
          'pages per CPU s': cut(pages / cpuSeconds),
          'CPU s': cut(cpuSeconds),
          'wall s': cut(wallSeconds),
          'peak MB': cut(peakMb),
        },
      ]),
    ),
  )
  const speed = (name: string, time: 'cpuSeconds' | 'wallSeconds') => rows[name]!.pages / rows[name]![time]
  const others = Object.keys(rows).filter((name) => name.endsWith('trivial'))
  for (const own of ['redline, cold', 'redline, pages alone'])
    for (const time of ['cpuSeconds', 'wallSeconds'] as const) {
      const ratios = others.map((name) => `${cut(speed(own, time) / speed(name, time))} of ${name}`)
      console.log(`${own}, pages a ${time === 'cpuSeconds' ? 'CPU' : 'wall'} second: ${ratios.join('; ')}`)
    }
  const cost = (name: string) => rows[name]!.cpuSeconds / rows['redline, cold']!.cpuSeconds
  console.log(
    `unchanged ${cut(cost('redline, unchanged'))} of cold, one article changed ${cut(cost('redline, one article changed'))} of cold`,
  )
}
