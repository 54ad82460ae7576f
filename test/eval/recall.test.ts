import { describe, expect, it } from 'vitest'
import { LANGS } from '../../src/core/model/lang.ts'
import { MASTER_KEY, startFakeMeilisearch } from '../search/fake-meilisearch.ts'
import { ASKED } from './recall/asked.ts'
import { drawQueries } from './recall/queries.ts'
import { readCorpus, readPress, type Text } from './recall/texts.ts'
import { Truth } from './recall/truth.ts'
import { measureRecall, openInMemory, openOnServer, type RecallRow } from './recall.ts'

/** Floors of issue 6; only a measured reason may lower them. */
const LEAST_RECALL = 0.98
const LEAST_PRECISION = 0.95

async function measure(name: string, texts: Text[]): Promise<RecallRow[]> {
  return measureRecall(name, drawQueries(texts, new Truth(texts)), openInMemory(texts))
}

function expectFloors(rows: RecallRow[]): void {
  for (const lang of LANGS) {
    const own = rows.filter((row) => row.lang === lang)
    const queries = own.reduce((sum, row) => sum + row.queries, 0)
    const mean = (of: (row: RecallRow) => number) =>
      own.reduce((sum, row) => sum + of(row) * row.queries, 0) / queries
    expect(queries, lang).toBeGreaterThan(50)
    expect(
      mean((row) => row.recallAt10),
      `recall@10, ${lang}`,
    ).toBeGreaterThanOrEqual(LEAST_RECALL)
    const phrases = own.find((row) => row.category === 'phrase')!
    expect(phrases.precision, `precision of phrases, ${lang}`).toBeGreaterThanOrEqual(LEAST_PRECISION)
  }
}

describe('recall of search', () => {
  it('over the sample press: at least 300 queries, in each script', async () => {
    const rows = await measure('sample press', readPress())
    expect(rows.reduce((sum, row) => sum + row.queries, 0)).toBeGreaterThanOrEqual(300)
    expectFloors(rows)
  })

  it('finds the same texts whichever way one thing is asked for', async () => {
    const engine = openInMemory(readPress())
    const alike = ASKED.filter(([category]) => /region|number|model|alias/.test(category))
    for (const [, , ...queries] of alike) {
      const found = new Map<string, string>()
      for (const text of queries) {
        const { hits, notice } = await engine.search({ text, expand: false, perPage: 100 })
        if (notice === undefined)
          found.set(
            text,
            hits
              .map(({ id }) => id)
              .sort()
              .join(' '),
          )
      }
      expect(new Set(found.values()).size, [...found.keys()].join(', ')).toBeLessThanOrEqual(1)
    }
  })

  it('is the same on a server that behaves as Meilisearch documents', async () => {
    const texts = readPress()
    const queries = drawQueries(texts, new Truth(texts)).filter((_, at) => at % 3 === 0)
    const fake = await startFakeMeilisearch()
    const rows = await measureRecall(
      'server',
      queries,
      await openOnServer({ url: fake.url, key: MASTER_KEY }, texts),
    )
    await fake.close()
    expectFloors(rows)
    for (const row of rows) {
      expect(row.recallAt10, `${row.category} ${row.lang}`).toBeGreaterThanOrEqual(0.95)
      if (row.category === 'phrase') expect(row.precision, row.lang).toBeGreaterThanOrEqual(LEAST_PRECISION)
    }
  })

  it('over the lent corpus, where it is at hand', async () => {
    const corpus = readCorpus()
    if (!corpus) return console.log('not measured: ../shared/corpus is not there')
    // A third of the queries, which is a thousand; `test/eval/recall.ts` asks all.
    const queries = drawQueries(corpus, new Truth(corpus)).filter((_, at) => at % 3 === 0)
    expectFloors(await measureRecall('corpus', queries, openInMemory(corpus)))
  })
})
