import { readFileSync } from 'node:fs'
import { Converter } from 'opencc-js/t2cn'
import { close, createIndex } from 'pagefind'
import { makeDocuments } from './documents.ts'
import { bigrams } from './fts5.ts'
import { type StageResult, usage } from './stage.ts'

const toHans = Converter({ from: 't', to: 'cn' })

/** Pagefind, stock (an index for each language) or over our own bigrams as one language that it does not know. */
export async function run(count: number, mode: 'stock' | 'bigrams'): Promise<StageResult> {
  const before = process.cpuUsage()
  const { index } = await createIndex(
    mode === 'stock' ? {} : { forceLanguage: 'xx', includeCharacters: '%.' },
  )
  if (!index) throw new Error('Pagefind gave no index')
  for (const { path, title, body, lang } of makeDocuments(count)) {
    const content = mode === 'stock' ? body : bigrams(toHans(body.normalize('NFKC')))
    await index.addCustomRecord({ url: `/${path}`, content, language: lang, meta: { title } })
  }
  const { files } = await index.getFiles()
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0)
  const backend = readChildren()
  await index.deleteIndex()
  await close()
  const own = usage(before)
  return {
    cpuSeconds: own.cpuSeconds + backend.cpuSeconds,
    peakMb: own.peakMb + backend.peakMb,
    indexMb: bytes / 1e6,
    files: files.length,
    queryMsP50: Number.NaN,
    queryMsP95: Number.NaN,
  }
}

/** Pagefind indexes in a process of its own, of which only Linux's /proc tells what it took. */
function readChildren(): { cpuSeconds: number; peakMb: number } {
  const proc = `/proc/${process.pid}/task/${process.pid}/children`
  const sum = { cpuSeconds: 0, peakMb: 0 }
  for (const pid of readFileSync(proc, 'utf8')
    .split(' ')
    .filter((part) => part !== '')) {
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
