import { readFileSync } from 'node:fs'
import { Converter } from 'opencc-js/t2cn'
import { close, createIndex } from 'pagefind'
import { makeDocuments } from './documents.ts'
import { bigrams } from './fts5.ts'
import { type StageResult, usage } from './stage.ts'

const toHans = Converter({ from: 't', to: 'cn' })
/** Pagefind holds the whole index in memory; beyond this it is ended, so that the machine goes on. */
const MOST_MB = Number(process.env['BENCH_PAGEFIND_MB'] ?? 10_000)
/** Records between two looks at its memory. */
const EVERY = 200

/** What an index of Pagefind took, with its files; undefined files when it outgrew {@link MOST_MB}. */
export interface PagefindIndex {
  result: StageResult
  files?: { path: string; content: Uint8Array }[]
}

export async function run(count: number, mode: 'stock' | 'bigrams'): Promise<StageResult> {
  return (await buildPagefind(count, mode)).result
}

/** Pagefind, stock (an index for each language) or over our own bigrams as one language that it does not know. */
export async function buildPagefind(count: number, mode: 'stock' | 'bigrams'): Promise<PagefindIndex> {
  const before = process.cpuUsage()
  const { index } = await createIndex(
    mode === 'stock' ? {} : { forceLanguage: 'xx', includeCharacters: '%.' },
  )
  if (!index) throw new Error('Pagefind gave no index')
  let done = 0
  for (const { path, title, body, lang } of makeDocuments(count)) {
    const content = mode === 'stock' ? body : bigrams(toHans(body.normalize('NFKC')))
    await index.addCustomRecord({ url: `/${path}`, content, language: lang, meta: { title } })
    if (++done % EVERY === 0 && readChildren().peakMb > MOST_MB) return giveUp(before, done)
  }
  // The memory grows most while the files are made, in one call: someone must look meanwhile.
  const files = await within(() => readChildren().peakMb <= MOST_MB, index.getFiles())
  if (!files) return giveUp(before, done)
  const bytes = files.files.reduce((sum, { content }) => sum + content.length, 0)
  const backend = readChildren()
  await index.deleteIndex()
  await close()
  const own = usage(before)
  const result = {
    cpuSeconds: own.cpuSeconds + backend.cpuSeconds,
    peakMb: own.peakMb + backend.peakMb,
    indexMb: bytes / 1e6,
    files: files.files.length,
    queryMsP50: Number.NaN,
    queryMsP95: Number.NaN,
  }
  return { result, files: files.files }
}

function giveUp(before: NodeJS.CpuUsage, done: number): PagefindIndex {
  const backend = readChildren()
  for (const pid of childPids()) process.kill(Number(pid))
  const own = usage(before)
  return {
    result: {
      cpuSeconds: own.cpuSeconds + backend.cpuSeconds,
      peakMb: own.peakMb + backend.peakMb,
      indexMb: Number.NaN,
      queryMsP50: Number.NaN,
      queryMsP95: Number.NaN,
      note: `ended at ${Math.round(backend.peakMb / 1000)} GB with ${done} records added`,
    },
  }
}

/** What `work` gives, or undefined as soon as `isWell` is false; it looks twice a second. */
async function within<T>(isWell: () => boolean, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setInterval> | undefined
  const trouble = new Promise<undefined>((done) => {
    timer = setInterval(() => !isWell() && done(undefined), 500)
  })
  try {
    return await Promise.race([work, trouble])
  } finally {
    clearInterval(timer)
  }
}

const childPids = (): string[] =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .filter((part) => part !== '')

/** Pagefind indexes in a process of its own, of which only Linux's /proc tells what it took. */
function readChildren(): { cpuSeconds: number; peakMb: number } {
  const sum = { cpuSeconds: 0, peakMb: 0 }
  for (const pid of childPids()) {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    // utime and stime in hundredths of a second; fields 14 and 15, of which two are cut off.
    sum.cpuSeconds += (Number(fields[11]) + Number(fields[12])) / 100
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    sum.peakMb += Number(peak ?? 0) / 1024
  }
  return sum
}
