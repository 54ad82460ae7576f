import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RecallRow } from '../recall.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const EVALUATION = resolve(ROOT, 'EVALUATION.md')
/** What the site's status page shows. */
const ARTEFACT = resolve(ROOT, 'src/search/recall.json')
const OPEN = '<!-- search -->'
const CLOSE = '<!-- /search -->'

/** Writes the table where people and the site read it. */
export function recordRecall(rows: RecallRow[]): void {
  writeFileSync(ARTEFACT, `${JSON.stringify({ engine: 'static', rows }, null, 2)}\n`)
  const text = readFileSync(EVALUATION, 'utf8')
  const [start, end] = [text.indexOf(OPEN), text.indexOf(CLOSE)]
  if (start < 0 || end < start)
    throw new Error(`EVALUATION.md: expected the lines ${OPEN} and ${CLOSE}; put them back`)
  const next = `${text.slice(0, start + OPEN.length)}\n\n${table(rows)}\n\n${text.slice(end)}`
  writeFileSync(EVALUATION, next)
}

function table(rows: RecallRow[]): string {
  const head = ['texts', 'query', 'asked in', 'queries', 'recall@10', 'precision']
  const lines = rows.map(({ texts, category, lang, queries, recallAt10, precision }) => [
    texts,
    category,
    lang,
    String(queries),
    recallAt10.toFixed(3),
    precision.toFixed(3),
  ])
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
