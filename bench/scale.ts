// The numbers of docs/scale.md, measured on this machine and multiplied; some minutes:
//
//   node bin/run.mjs bench/scale.ts [--write] [--json]
//
// Prints both tables; --write puts them into docs/scale.md, --json prints what was measured. bench/scale/tables.ts names every
// assumption.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureDocuments, measureRound } from './scale/documents.ts'
import { measureLimits } from './scale/limits.ts'
import { formatCosts, formatLimits, type Measured } from './scale/tables.ts'

const DOCUMENT = join(import.meta.dirname, '../docs/scale.md')

const measured: Measured = {
  costs: await measureDocuments(),
  round: await measureRound(),
  limits: await measureLimits(),
}
const [costs, limits] = [formatCosts(measured), formatLimits(measured)]
if (process.argv.includes('--json')) console.log(JSON.stringify(measured, undefined, 2))
else console.log(`${costs}\n\n${limits}`)
if (process.argv.includes('--write')) {
  const text = readFileSync(DOCUMENT, 'utf8')
  writeFileSync(DOCUMENT, put(put(text, 'costs', costs), 'limits', limits))
}

/** Replaces what stands between a pair of marks. */
function put(text: string, name: string, table: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const [start, end] = [text.indexOf(open), text.indexOf(close)]
  if (start < 0 || end < start) throw new Error(`${DOCUMENT}: expected ${open} and ${close}`)
  return `${text.slice(0, start + open.length)}\n\n${table}\n\n${text.slice(end)}`
}
