// `npm run eval`: runs the scorers of ../shared/eval on this checkout, prints a table, and fails where a score is below
// its pinned floor. `--update` raises floors, `--record` writes EVALUATION.md, `--only NAME` runs one measurement,
// `--agreement` prints instead how far two annotators agree.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { printAgreement } from './agreement.ts'
import { isBelow, raiseFloors, readFloors, writeFloors } from './floors.ts'
import { MEASURES, readFigureErrors, type Scores, SHARED } from './measures.ts'
import { record } from './record.ts'

const { values } = parseArgs({
  options: {
    update: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    agreement: { type: 'boolean', default: false },
  },
})

if (!existsSync(SHARED)) {
  console.log('eval: ../shared/eval is not here, so there is nothing to score against; skipped')
  process.exit(0)
}

if (values.agreement) {
  printAgreement()
  process.exit(0)
}

const floors = readFloors()
const scores: Scores = {}
const failures: string[] = []
const chosen = MEASURES.filter(({ name }) => values.only === undefined || values.only.includes(name))
for (const { name, run } of chosen) {
  const started = performance.now()
  const measured = run()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if ('reason' in measured) {
    console.log(`${name}: not scored (${measured.reason})`)
    const prefix = name === 'figures held out' ? 'heldOut.' : `${name}.`
    if (Object.keys(floors).some((floor) => floor.startsWith(prefix)))
      failures.push(`${name} could not be scored`)
    continue
  }
  console.log(`${name}: ${Object.keys(measured.scores).length} scores in ${seconds} s`)
  Object.assign(scores, measured.scores)
}

const width = Math.max(0, ...Object.keys(scores).map((name) => name.length))
for (const [name, score] of Object.entries(scores)) {
  const floor = floors[name]
  const isFailure = floor !== undefined && isBelow(name, score, floor)
  if (isFailure) failures.push(`${name} is ${score.toFixed(4)}, its floor ${floor}`)
  const note = floor === undefined ? '' : `floor ${floor}${isFailure ? '  BELOW' : ''}`
  console.log(`${name.padEnd(width)}  ${score.toFixed(3)}  ${note}`.trimEnd())
}

if (values.update) writeFloors(raiseFloors(floors, scores))
if (values.record) record(scores, readFigureErrors())
for (const failure of failures) console.error(`eval: ${failure}`)
console.log(`eval: ${Object.keys(scores).length} scores, ${failures.length} below their floor`)
if (failures.length > 0) process.exitCode = 1
