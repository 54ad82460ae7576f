import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOWER_IS_BETTER, NOT_PINNED, type Scores } from './measures.ts'

const FILE = join(import.meta.dirname, 'floors.json')
/** Floors have three digits, rounded to the safe side. */
const DIGITS = 1000
const TOLERANCE = 1e-9

/** The least that each score must reach (for counts of faults: the most that it may). Lowered only by hand, with a reason. */
export function readFloors(): Scores {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}
}

export function isBelow(name: string, score: number, floor: number): boolean {
  return LOWER_IS_BETTER.test(name) ? score > floor + TOLERANCE : score < floor - TOLERANCE
}

/** Floors after a run: raised where the score is better, added where there was none, never lowered. */
export function raiseFloors(floors: Scores, scores: Scores): Scores {
  const raised = { ...floors }
  for (const [name, score] of Object.entries(scores)) {
    if (NOT_PINNED.test(name)) continue
    const isFault = LOWER_IS_BETTER.test(name)
    const pinned = isFault ? score : Math.floor(score * DIGITS) / DIGITS
    const known = floors[name]
    if (known === undefined) raised[name] = pinned
    else raised[name] = isFault ? Math.min(known, pinned) : Math.max(known, pinned)
  }
  return raised
}

export function writeFloors(floors: Scores): void {
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`)
}
