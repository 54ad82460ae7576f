import { StaticSearch } from '../../src/search/static.ts'
import { StaticIndexBuilder } from '../../src/search/static-build.ts'
import { makeDocuments, makeQueries } from './documents.ts'
import { quantile, type StageResult, usage } from './stage.ts'

/** Builds the sharded index in memory, then asks it; what its queries transfer is for the browser to say. */
export async function run(count: number): Promise<StageResult> {
  const before = process.cpuUsage()
  const builder = new StaticIndexBuilder()
  for (const document of makeDocuments(count)) builder.add(document)
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  let bytes = 0
  for (const file of builder.files([], { en: {}, 'zh-Hans': {}, 'zh-Hant': {} })) {
    files.set(file.path, new Uint8Array(file.bytes))
    bytes += file.bytes.length
  }
  const built = usage(before)
  const engine = new StaticSearch(async (path) => files.get(path)!, 'en')
  const times: number[] = []
  for (const text of makeQueries(200, count)) {
    const start = performance.now()
    await engine.search({ text })
    times.push(performance.now() - start)
  }
  return {
    ...built,
    indexMb: bytes / 1e6,
    files: files.size,
    queryMsP50: quantile(times, 0.5),
    queryMsP95: quantile(times, 0.95),
  }
}
