import { rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Converter } from 'opencc-js/t2cn'
import { makeDocuments, makeQueries } from './documents.ts'
import { quantile, type StageResult, usage } from './stage.ts'

const toHans = Converter({ from: 't', to: 'cn' })

/** SQLite FTS5, contentless, over bigrams of folded text: the exact alternative that needs a server. */
export async function run(count: number): Promise<StageResult> {
  const path = join(tmpdir(), `redline-fts5-${process.pid}.sqlite`)
  const before = process.cpuUsage()
  const database = new DatabaseSync(path)
  database.exec(
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE VIRTUAL TABLE t USING fts5(b, content='', tokenize=\"unicode61 tokenchars '%.'\")",
  )
  const insert = database.prepare('INSERT INTO t(rowid, b) VALUES (?, ?)')
  database.exec('BEGIN')
  let at = 0
  for (const { title, body } of makeDocuments(count))
    insert.run(++at, bigrams(toHans(`${title}\n${body}`.normalize('NFKC'))))
  database.exec('COMMIT')
  const built = usage(before)
  const find = database.prepare('SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10')
  const times: number[] = []
  for (const text of makeQueries(200, count)) {
    const start = performance.now()
    find.all(`"${bigrams(toHans(text))}"`)
    times.push(performance.now() - start)
  }
  database.close()
  const indexMb = statSync(path).size / 1e6
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  return { ...built, indexMb, queryMsP50: quantile(times, 0.5), queryMsP95: quantile(times, 0.95) }
}

/** `模型` and `型的` for 模型的: every two neighbouring Han characters as a token. */
export function bigrams(text: string): string {
  return text.replace(/\p{Script=Han}{2,}/gu, (run) => {
    let pairs = ' '
    for (let at = 0; at + 1 < run.length; at++) pairs += `${run[at]}${run[at + 1]} `
    return pairs
  })
}
