// `node bin/run.mjs test/eval/recall.ts`: recall and precision of the static search. `--verbose` names every query that misses
// something, MEILI_URL and MEILI_KEY add a server, `--record` writes EVALUATION.md and src/search/recall.json, which the site shows.
import { parseArgs } from 'node:util'
import { LANGS, type Lang } from '../../src/core/model/lang.ts'
import { MeilisearchSearch } from '../../src/search/meilisearch.ts'
import { ensureSearchKey, INDEX, rebuildWith } from '../../src/search/meilisearch-index.ts'
import type { SearchEngine } from '../../src/search/search.ts'
import { StaticSearch } from '../../src/search/static.ts'
import { StaticIndexBuilder } from '../../src/search/static-build.ts'
import { CATEGORIES, type Category, drawQueries, type Query } from './recall/queries.ts'
import { recordRecall } from './recall/record.ts'
import { readCorpus, readPress, type Text } from './recall/texts.ts'
import { Truth } from './recall/truth.ts'

/** Recall and precision of one kind of query in one script. */
export interface RecallRow {
  texts: string
  category: Category
  lang: Lang
  queries: number
  /** Share of the relevant texts (at most ten of them) among the first ten hits, averaged over queries. */
  recallAt10: number
  /** Share of relevant texts among all hits (at most a hundred), averaged over queries. */
  precision: number
}

/** Asks every query and compares with the truth; `report` hears of each that misses something. */
export async function measureRecall(
  name: string,
  queries: Query[],
  engine: SearchEngine,
  report: (line: string) => void = () => {},
): Promise<RecallRow[]> {
  const scored = []
  for (const query of queries) {
    const { hits, notice } = await engine.search({ text: query.text, expand: false, perPage: 100 })
    const relevant = new Set(query.relevant)
    const good = (ids: string[]) => ids.filter((id) => relevant.has(id)).length
    const ids = hits.map(({ id }) => id)
    const recall = good(ids.slice(0, 10)) / Math.min(10, relevant.size)
    const precision = ids.length === 0 ? 0 : good(ids) / ids.length
    if (recall < 1 || precision < 0.9)
      report(
        `${query.category} ${query.lang} R${recall.toFixed(2)} P${precision.toFixed(2)} ${notice ?? ''} ${relevant.size} ${query.text}`,
      )
    scored.push({ query, recall, precision })
  }
  const rows: RecallRow[] = []
  for (const category of CATEGORIES) {
    for (const lang of LANGS) {
      const group = scored.filter(({ query }) => query.category === category && query.lang === lang)
      if (group.length === 0) continue
      rows.push({
        texts: name,
        category,
        lang,
        queries: group.length,
        recallAt10: mean(group.map(({ recall }) => recall)),
        precision: mean(group.map(({ precision }) => precision)),
      })
    }
  }
  return rows
}

/** The same texts on a server, which they fill. */
export async function openOnServer(
  access: { url: string; key: string },
  texts: Text[],
): Promise<SearchEngine> {
  await rebuildWith(access, texts, texts)
  const key = await ensureSearchKey(access)
  const files = openInMemory(texts)
  return new MeilisearchSearch({
    url: access.url,
    key,
    index: INDEX,
    edition: 'en',
    groups: async () => [],
    forms: (word) => files.forms(word),
  })
}

/** The static engine over some texts, built in memory. */
export function openInMemory(texts: Text[]): StaticSearch {
  const builder = new StaticIndexBuilder()
  for (const text of texts) builder.add(text)
  const noLabels = { en: {}, 'zh-Hans': {}, 'zh-Hant': {} }
  const files = new Map(
    [...builder.files([], noLabels)].map(({ path, bytes }) => [path, new Uint8Array(bytes)]),
  )
  return new StaticSearch(async (path) => files.get(path)!, 'en')
}

const mean = (numbers: number[]) =>
  Math.round((numbers.reduce((sum, number) => sum + number, 0) / numbers.length) * 10_000) / 10_000

if (import.meta.main) {
  const { values } = parseArgs({ options: { record: { type: 'boolean' }, verbose: { type: 'boolean' } } })
  const corpus = readCorpus()
  if (!corpus) console.log('../shared/corpus is not there: only the sample press is measured')
  const rows: RecallRow[] = []
  const sets = [['sample press', readPress()] as const, ...(corpus ? [['corpus', corpus] as const] : [])]
  for (const [name, texts] of sets) {
    const queries = drawQueries(texts, new Truth(texts))
    const report = values.verbose ? console.log : undefined
    rows.push(...(await measureRecall(name, queries, openInMemory(texts), report)))
    const [url, key] = [process.env['MEILI_URL'], process.env['MEILI_KEY'] ?? '']
    if (url === undefined) continue
    rows.push(
      ...(await measureRecall(`${name}, server`, queries, await openOnServer({ url, key }, texts), report)),
    )
  }
  console.table(rows)
  if (values.record) recordRecall(rows)
}
