// `node bin/run.mjs test/eval/engine.ts`: the recall queries asked of Meilisearch's own engine, without its server. Needs Python
// with the package `milli`, which binds that engine (`pip install milli`; PYTHON names another interpreter). It checks how the
// engine reads our spelling of texts: phrases, terms, numbers. Filters, keys and tasks are the server's and are not in it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expand } from '../../src/search/expand.ts'
import { buildServerDocument, SETTINGS } from '../../src/search/meilisearch-index.ts'
import { buildAsked } from '../../src/search/meilisearch-steps.ts'
import { parseQuery } from '../../src/search/query.ts'
import { drawQueries } from './recall/queries.ts'
import { readCorpus, readPress } from './recall/texts.ts'
import { Truth } from './recall/truth.ts'

/** Kinds of queries whose first step alone is exact; the others are found by later steps (other forms, changed quotations). */
const EXACT = ['word', 'phrase', 'inner word', 'pasted sentence', 'number', 'model name', 'region term']

const texts = [...readPress(), ...(readCorpus() ?? [])]
const searchable = SETTINGS.searchableAttributes!
const documents = texts.map((text) => {
  const document: Record<string, unknown> = buildServerDocument(text)
  return Object.fromEntries(['id', ...searchable].map((name) => [name, document[name]]))
})
const queries = drawQueries(texts, new Truth(texts))
  .filter(({ category }) => EXACT.includes(category))
  .map((query) => {
    const parsed = parseQuery(query.text)
    const { variants } = expand(parsed.free, [], { isExpanded: false, without: [] })
    const ways = parsed.free.length > 0 ? variants : [{ flat: '', weight: 1 }]
    return { ...query, asked: buildAsked(ways, parsed, false).map(({ q }) => q) }
  })

const folder = mkdtempSync(join(tmpdir(), 'redline-engine-'))
try {
  writeFileSync(join(folder, 'documents.json'), JSON.stringify(documents))
  writeFileSync(join(folder, 'queries.json'), JSON.stringify(queries))
  const script = join(import.meta.dirname, 'engine/ask.py')
  const { status, error } = spawnSync(process.env['PYTHON'] ?? 'python3', [script, folder], {
    stdio: 'inherit',
  })
  if (error) throw error
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true })
}
