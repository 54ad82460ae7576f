import { StaticSearch } from '../../src/search/static.ts'
import { StaticIndexBuilder } from '../../src/search/static-build.ts'
import { makeDocuments, makeQueries } from './documents.ts'
import { quantile, type StageResult, usage } from './stage.ts'

/** Builds the sharded index in memory, then asks it cold and warm, counting the bytes of the files each query reads. */
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
  let transferred = 0
  const read = async (path: string) => {
    transferred += files.get(path)!.length
    return files.get(path)!
  }
  const queries = makeQueries(200, count)
  const cold: number[] = []
  for (const text of queries.slice(0, 40)) {
    transferred = 0
    await new StaticSearch(read, 'en').search({ text })
    cold.push(transferred / 1024)
  }
  const engine = new StaticSearch(read, 'en')
  const further: number[] = []
  const times: number[] = []
  for (const text of queries) {
    transferred = 0
    const start = performance.now()
    await engine.search({ text })
    times.push(performance.now() - start)
    further.push(transferred / 1024)
  }
  return {
    ...built,
    indexMb: bytes / 1e6,
    files: files.size,
    queryMsP50: quantile(times, 0.5),
    queryMsP95: quantile(times, 0.95),
    coldKbP50: quantile(cold, 0.5),
    coldKbP95: quantile(cold, 0.95),
    furtherKbP50: quantile(further.slice(1), 0.5),
    furtherKbP95: quantile(further.slice(1), 0.95),
  }
}
