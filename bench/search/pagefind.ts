import { Converter } from 'opencc-js/t2cn'
import { createIndex } from 'pagefind'
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
  await index.deleteIndex()
  // Pagefind works in a process of its own, whose time and memory are those of our children.
  const own = usage(before)
  return { ...own, indexMb: bytes / 1e6, files: files.length, queryMsP50: Number.NaN, queryMsP95: Number.NaN }
}
