import { createHash, type Hash } from 'node:crypto'
import { NOUNS, parseRecord } from '../store/records.ts'
import type { Noun, Records, Store } from '../store/store.ts'

/** One line of an export: the noun and its record, keys in the order of the schema. */
export const formatLine = <N extends Noun>(noun: N, record: Records[N]): string =>
  `${JSON.stringify({ noun, record })}\n`

/** All records as lines, in the order of nouns and ids: the same records give the same bytes. */
export async function* exportLines(store: Store): AsyncGenerator<string> {
  for (const noun of NOUNS) for await (const record of store.list(noun)) yield formatLine(noun, record)
}

/** A line that cannot be taken throws, naming its number and what was expected. */
export function parseLine(line: string, number: number): { noun: Noun; record: Records[Noun] } {
  const place = `line ${number}`
  let value: { noun?: unknown; record?: unknown } | null
  try {
    value = JSON.parse(line) as typeof value
  } catch (cause) {
    throw new Error(`${place}: expected {"noun": …, "record": …}, got ${line.slice(0, 60)}`, { cause })
  }
  const noun = NOUNS.find((known) => known === value?.noun)
  if (!noun) throw new Error(`${place}: expected a noun of ${NOUNS.join(', ')}, got ${String(value?.noun)}`)
  return { noun, record: parseRecord(noun, JSON.stringify(value?.record ?? null), place) }
}

/** Number of records of each noun, and the hash of all of them in order: equal for equal stores, whatever their kind. */
export async function measureStore(store: Store): Promise<{ records: number; sha256: string }> {
  const hash: Hash = createHash('sha256')
  let records = 0
  for await (const line of exportLines(store)) {
    hash.update(line)
    records++
  }
  return { records, sha256: hash.digest('hex') }
}

const BATCH = 500

/** Writes records, many at a time where the store can. What it has already is left alone, so it may be done again. */
export async function writeAll(
  store: Store & { writeMany?: <N extends Noun>(noun: N, records: Records[N][]) => Promise<number> },
  records: AsyncIterable<{ noun: Noun; record: Records[Noun] }>,
): Promise<{ records: number; written: number }> {
  const counts = { records: 0, written: 0 }
  let batch: Records[Noun][] = []
  let current: Noun | undefined
  const flush = async () => {
    const [noun, some] = [current, batch]
    batch = []
    if (noun === undefined || some.length === 0) return
    if (store.writeMany) counts.written += await store.writeMany(noun, some as never)
    else
      for (const record of some)
        if ((await store.write(noun, record as never)) !== 'unchanged') counts.written++
  }
  for await (const { noun, record } of records) {
    if (noun !== current || batch.length === BATCH) await flush()
    current = noun
    batch.push(record)
    counts.records++
  }
  await flush()
  return counts
}
