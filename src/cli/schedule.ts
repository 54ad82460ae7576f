import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeAtomically } from '../store/atomic.ts'

/**
 * Milliseconds until the next run by a schedule that outlives restarts. A time that lies further ahead than the interval means
 * that the clock was turned back: then one interval is waited, never more. Damaged, it counts as never having run.
 */
export function msUntilNext(file: string, intervalMs: number, nowMs: number): number {
  const nextMs = existsSync(file) ? Date.parse(readNext(file)) : Number.NaN
  if (Number.isNaN(nextMs)) return 0
  return Math.min(Math.max(nextMs - nowMs, 0), intervalMs)
}

function readNext(file: string): string {
  try {
    return String((JSON.parse(readFileSync(file, 'utf8')) as { nextRunAt?: unknown } | null)?.nextRunAt)
  } catch (error) {
    if (error instanceof SyntaxError) return ''
    throw error
  }
}

/** Notes when the next run is due. */
export async function writeNext(file: string, nextMs: number): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  await writeAtomically(file, `${JSON.stringify({ nextRunAt: new Date(nextMs).toISOString() })}\n`)
}
